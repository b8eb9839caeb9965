//! The built-in places: continents, countries with their usual names and demonyms, and the cities and regions most
//! often in the news, each within its country. Static tables, so that start-up copies no names.

mod countries;
mod regions;

use std::collections::{HashMap, HashSet};

use super::entity::Words;
use super::{Entity, EntityKind};

type Table = HashMap<&'static str, &'static str, foldhash::fast::FixedState>;

/// A place of the tables. Lists are separated by `|`; a city's other names follow it after `=`.
#[derive(Debug)]
struct Row {
    name: &'static str,
    aliases: &'static str,
    demonyms: &'static str,
    cities: &'static str,
}

const fn row(name: &'static str, aliases: &'static str, demonyms: &'static str, cities: &'static str) -> Row {
    Row { name, aliases, demonyms, cities }
}

/// Regions above countries, with what they lie in and their demonyms. They are listed because a figure for Africa is
/// not one for Kenya, and because "South America" would otherwise name the United States.
const CONTINENTS: &[(&str, &str, &str)] = &[
    ("Africa", "", "African|Africans"),
    ("Europe", "", "European|Europeans"),
    ("Asia", "", "Asian|Asians"),
    ("Middle East", "Asia", "Middle Eastern"),
    ("North America", "", "North American|North Americans"),
    ("Latin America", "", "Latin American|Latin Americans"),
    ("South America", "Latin America", "South American|South Americans"),
    ("Central America", "Latin America", "Central American|Central Americans"),
    ("Caribbean", "Latin America", ""),
    ("Oceania", "", ""),
];

const UNITED_STATES: Row =
    row("United States", "US|U.S.|USA|U.S.A.|United States of America|America", "American|Americans", "");

const UNITED_KINGDOM: Row = row(
    "United Kingdom",
    "UK|U.K.|Britain|Great Britain",
    "British|Briton|Britons",
    "Gibraltar|Falkland Islands=Falklands",
);

/// Countries that also lie in a second region, or whose name is also that of a place elsewhere.
const ALSO_WITHIN: &[(&str, &str)] = &[
    ("Mexico", "Latin America"),
    ("Egypt", "Middle East"),
    ("Turkey", "Europe"),
    ("Russia", "Asia"),
    ("Cyprus", "Middle East"),
    // The state: one name cannot be two entities, and a Georgia in a text about the United States is no rival.
    ("Georgia", "United States"),
    ("Venice", "United States"),
    ("Bristol", "United States"),
    ("Sheffield", "United States"),
    ("Manchester", "United States"),
    ("Jerusalem", "Palestine"),
    ("Kashmir", "Pakistan"),
    ("Punjab", "Pakistan"),
    ("Hyderabad", "Pakistan"),
    ("Hong Kong", "China"),
    ("Macau", "China"),
    ("Puerto Rico", "United States"),
    ("Greenland", "North America"),
    ("Valencia", "Venezuela"),
    ("Cartagena", "Spain"),
    ("Birmingham", "United Kingdom"),
];

/// Places whose names are also given names or family names.
const PERSON_NAMES: &str = "Jordan Chad Georgia Paris Sydney Austin Israel Virginia Bristol Darwin Adelaide Sheffield \
                            Brooklyn Sofia Wellington Boulder Montana Kobe Lima Carrefour Santiago Salvador Rosario \
                            Trenton Raleigh Devon Surrey Cornwall Leeds Cali Gary Rio Bergen Norfolk Lansing";

/// Names of other things that contain a place's name.
const NOT_PLACES: &[(&str, &str)] = &[
    ("Mexico", "Gulf of Mexico"),
    ("Panama", "Panama Canal"),
    ("Guinea", "Gulf of Guinea|New Guinea|guinea pig|Guinea pig|Guinea pigs"),
    ("Oman", "Gulf of Oman"),
    ("Aden", "Gulf of Aden"),
    ("Japan", "Sea of Japan|Bank of Japan"),
    ("China", "South China Sea|East China Sea|South China Morning Post"),
    ("India", "Air India"),
    ("France", "Air France|Tour de France|Agence France-Presse"),
    ("Canada", "Air Canada"),
    ("England", "New England|Bank of England|Church of England"),
    ("Scotland", "Bank of Scotland|Royal Bank of Scotland|Scotland Yard"),
    ("Ireland", "Bank of Ireland"),
    ("United States", "Bank of America|America Online|American Airlines|American Express|Voice of America|U.S. Steel"),
    ("United Kingdom", "British Airways|British Petroleum|British Gas"),
    ("Germany", "German measles|German shepherd"),
    ("Jordan", "Jordan River|Michael Jordan|Jordan Valley"),
    ("Washington", "Washington Post|Denzel Washington|George Washington"),
    ("New York", "New York Times|New York Post|New York Stock Exchange|New York Mercantile Exchange"),
    ("Los Angeles", "Los Angeles Times"),
    ("London", "London Stock Exchange"),
    ("Boston", "Boston Globe"),
    ("Chicago", "Chicago Tribune|Chicago Board of Trade"),
    ("Texas", "Texas Instruments"),
    ("Houston", "Whitney Houston|Sam Houston"),
    ("Paris", "Paris Hilton"),
    ("Switzerland", "Swiss cheese"),
    ("Mississippi", "Mississippi River"),
    ("Missouri", "Missouri River"),
    ("Colorado", "Colorado River"),
    ("Delaware", "Delaware River"),
    ("Spain", "Spanish flu"),
    ("Singapore", "Singapore Airlines"),
    ("Iran", "Iran-Contra"),
    ("Chad", "Lake Chad"),
    ("Michigan", "Lake Michigan"),
    ("Ontario", "Lake Ontario"),
    ("Georgia", "South Georgia"),
];

/// All built-in places; what contains others stands before them.
pub fn countries() -> Vec<Entity> {
    let mut places = Vec::with_capacity(1200);
    for &(name, within, demonyms) in CONTINENTS {
        let mut place = place(name, within);
        place.demonyms = list(demonyms);
        places.push(place);
    }
    for &(continent, rows) in countries::BY_CONTINENT {
        for row in rows {
            country(row, continent, &mut places);
        }
    }
    country(&UNITED_STATES, "North America", &mut places);
    for row in regions::STATES {
        with_cities(row, "United States", &mut places);
    }
    country(&UNITED_KINGDOM, "Europe", &mut places);
    for row in regions::NATIONS {
        with_cities(row, "United Kingdom", &mut places);
    }
    let also: Table = ALSO_WITHIN.iter().copied().collect();
    let not: Table = NOT_PLACES.iter().copied().collect();
    let person_names: HashSet<&str> = PERSON_NAMES.split_whitespace().collect();
    for place in &mut places {
        place.also_within = also.get(&*place.name).copied().map(Words::Borrowed);
        place.person_name = person_names.contains(&*place.name);
        place.not = not.get(&*place.name).map_or_else(Vec::new, |text| list(text));
    }
    places
}

fn country(row: &Row, continent: &'static str, places: &mut Vec<Entity>) {
    let at = places.len();
    with_cities(row, continent, places);
    places[at].country = true;
}

fn with_cities(row: &Row, within: &'static str, places: &mut Vec<Entity>) {
    let mut outer = place(row.name, within);
    outer.aliases = list(row.aliases);
    outer.demonyms = list(row.demonyms);
    places.push(outer);
    for names in items(row.cities) {
        let mut names = names.split('=');
        let mut city = place(names.next().unwrap_or_default(), row.name);
        city.aliases = names.map(Words::Borrowed).collect();
        places.push(city);
    }
}

fn place(name: &'static str, within: &'static str) -> Entity {
    let mut place = Entity::named(name, EntityKind::Place);
    place.within = (!within.is_empty()).then_some(Words::Borrowed(within));
    place
}

fn items(list: &'static str) -> impl Iterator<Item = &'static str> {
    list.split('|').filter(|item| !item.is_empty())
}

fn list(text: &'static str) -> Vec<Words> {
    items(text).map(Words::Borrowed).collect()
}

//! Every bundled measure by sentences that it is read in, and one trap each that has its words and not its meaning.

use super::crises::CRISES;
use super::{bundled_measures, rows};

/// Whether a sentence has a figure of a measure.
fn reads(measure: &str, text: &str) -> bool {
    rows(text).lines().any(|row| {
        let (_, of) = row.rsplit_once(" = ").unwrap_or_default();
        of.split(", ").next() == Some(measure)
    })
}

/// Measure; sentences in which it is read; sentences in which it is not.
pub(super) type Row = (&'static str, &'static [&'static str], &'static [&'static str]);

const HUMANITARIAN: &[Row] = &[
    (
        "deaths",
        &[
            "The landslide killed 31 people.",
            "The death toll climbed to 88.",
            "Cyclone claims 140 lives",
            "Rescuers have so far pulled 14 bodies from the mud.",
            "Toll climbs to 15 in Lagos fire",
        ],
        &["She saved 14 lives.", "Members of 12 sports bodies met."],
    ),
    (
        "injured",
        &[
            "Another 27 were wounded.",
            "The blast left 60 people injured.",
            "Hundreds were treated for smoke inhalation.",
            "Nine passengers suffered burns.",
        ],
        &["The striker missed 9 games with a knee injury."],
    ),
    (
        "casualties",
        &["At least 700 people were killed or injured.", "The army reported 220 casualties."],
        &["The casualty ward has 40 beds."],
    ),
    (
        "shot",
        &["Five people were shot outside a cinema, two of them fatally.", "Gunmen shot 6 people; one died."],
        &["He shot 72 on the first day of the tournament."],
    ),
    (
        "missing",
        &["Some 34 sailors are missing.", "Nine people remained unaccounted for."],
        &["The report is missing 12 pages."],
    ),
    (
        "kidnapped",
        &["Bandits abducted 45 pupils.", "In May 110 people were kidnapped.", "Seven aid workers remain in captivity."],
        &["The hostage negotiator has 12 years of service."],
    ),
    (
        "displaced",
        &[
            "The fighting has displaced 82,000 people.",
            "About 9,500 families fled their homes, and 41,000 people are displaced.",
            "The camp shelters 9,400 people who fled the fighting.",
        ],
        &["The ship displaces 4,000 tonnes."],
    ),
    (
        "affected",
        &["The drought affects 2.1 million people.", "More than 600,000 people were affected by the floods."],
        &["The ruling affected 3 companies."],
    ),
    (
        "food_insecure",
        &["Some 4.4 million people face acute hunger.", "Nearly 900,000 people are food insecure."],
        &["The hunger strike entered day 12."],
    ),
    (
        "personnel",
        &["Kenya sent 400 police officers.", "The mission has 2,300 soldiers."],
        &["The officers seized 40 rifles."],
    ),
    (
        "funding",
        &[
            "Norway gave $14 million.",
            "The fund received €60 million from donors.",
            "The appeal for $310 million was made in May.",
        ],
        &["The thief gave his age as 41."],
    ),
    ("cost", &["The bridge will cost $210 million.", "Repairs cost £3.5 million."], &["The war cost 300 lives."]),
    (
        "population",
        &["The town has a population of 52,000.", "Malawi has 21 million inhabitants."],
        &["The prison population rose to 8,000."],
    ),
    (
        "territory",
        &["Militias control 70% of the capital.", "Rebels captured 35% of the region."],
        &["The company controls 40% of the shares."],
    ),
    (
        "malnutrition",
        &["Some 8,200 children are acutely malnourished.", "A survey found 11% of infants stunted."],
        &["They spent 3 hours wasting time."],
    ),
    (
        "refugees",
        &["Ethiopia hosts 910,000 refugees.", "More than 6,000 people crossed the border in March."],
        &["The refugee agency has 40 vans."],
    ),
    (
        "returnees",
        &["Some 14,000 people have returned home.", "Returnees numbered 5,100 in May."],
        &["The minister returned to power with 71 seats."],
    ),
    (
        "deported",
        &["A total of 3,300 people were deported in May.", "Deportations reached 900 in April."],
        &["She took 12 deportment lessons."],
    ),
    (
        "arrested",
        &["Police arrested 44 people.", "Some 120 protesters were detained."],
        &["He suffered a cardiac arrest at 61."],
    ),
    (
        "prisoners",
        &["The jail holds 2,400 inmates.", "About 700 people are behind bars."],
        &["The camp held 300 prisoners of war."],
    ),
    (
        "assisted",
        &["The agency reached 51,000 people with cash.", "Some 9,000 people received food in May."],
        &["A bill on assisted dying won 12 backers."],
    ),
    (
        "poverty",
        &["Some 3.2 million people live in poverty.", "Poverty rose to 41% in 2022."],
        &["The book on poverty has 210 pages."],
    ),
    (
        "out_of_school",
        &["About 1.4 million children are out of school.", "The war has left 300,000 pupils without schooling."],
        &["He walked out of the school at 3."],
    ),
    (
        "schools_closed",
        &["Flooding closed 130 schools.", "At least 45 schools remain shut."],
        &["The road to 3 villages is closed."],
    ),
    (
        "health_facilities",
        &["Only 12 of the 40 clinics are functioning.", "Seven hospitals are out of service."],
        &["Nine ferries are out of service."],
    ),
    (
        "shelters",
        &["Crews put up 640 tents.", "The army built 90 temporary shelters."],
        &["The city has 12 bus shelters."],
    ),
    (
        "attacks",
        &["There were 31 attacks on clinics in May.", "The monitor counted 18 air strikes."],
        &["He survived 2 heart attacks."],
    ),
    ("gangs", &["Police list 61 armed gangs.", "The valley has 14 militias."], &["The 9 gang members were hurt."]),
    (
        "gang_members",
        &["The gangs have 4,000 members.", "Some 700 people belong to a gang."],
        &["Gangs have killed 40 people."],
    ),
    (
        "funding_gap",
        &["The appeal has a shortfall of $40 million.", "That leaves a funding gap of €9 million."],
        &["The budget shortfall is $3 billion."],
    ),
];

const DISASTERS: &[Row] = &[
    (
        "rescued",
        &[
            "Crews rescued 46 people from rooftops.",
            "Twelve miners were rescued.",
            "Eleven climbers were flown to safety by helicopter.",
        ],
        &["The rescue package is worth $40 million."],
    ),
    (
        "survivors",
        &["Of the 120 on board, 17 survived.", "Divers found 6 survivors."],
        &["She is survived by 3 children."],
    ),
    (
        "trapped",
        &[
            "The avalanche trapped 24 people.",
            "Some 300 tourists are stranded.",
            "Nine miners are still underground.",
            "More than 50 tourists were stuck for six hours.",
        ],
        &["He was buried in 1986."],
    ),
    (
        "without_power",
        &[
            "The storm left 80,000 people without power.",
            "Some 12,000 customers lost power.",
            "The storm knocked out power to 260,000 customers.",
        ],
        &["The party has been without power for 12 years."],
    ),
    (
        "buildings_destroyed",
        &[
            "The quake destroyed 1,400 homes.",
            "Fire damaged 23 buildings.",
            "About 700 buildings were reduced to rubble.",
            "The tornado tore the roofs off 60 houses.",
        ],
        &["The firm collapsed with debts of $2 million."],
    ),
    (
        "households_without_power",
        &[
            "About 9,000 households are without power.",
            "Some 4,100 homes lost power.",
            "Power has been cut to 41,000 homes.",
        ],
        &["Power was restored to 4,000 homes."],
    ),
    (
        "area_burned",
        &["The fire has burned 6,000 acres.", "Flames scorched 4,500 hectares."],
        &["He burned 60 candles."],
    ),
    (
        "damage",
        &[
            "Hail caused $90 million in damage.",
            "The flood did €40 million worth of damage.",
            "Insurers put the damage at $2.4 billion.",
        ],
        &["He paid $90 for a tie."],
    ),
    ("contained", &["The blaze is 45% contained.", "Containment reached 60%."], &["The parcel contained 40 letters."]),
];

const HEALTH: &[Row] = &[
    (
        "cases",
        &[
            "Zambia reported 4,300 cases of cholera.",
            "The clinic confirmed 75 new infections.",
            "The outbreak has made 230 people ill.",
            "Nearly 600 pupils caught the virus in May.",
        ],
        &["The judge closed 40 court cases.", "The infection rate fell to 38 per 100,000."],
    ),
    (
        "hospitalised",
        &[
            "Some 130 people are in hospital.",
            "Nine people were admitted to hospital.",
            "Hospitals admitted 45 people with heatstroke.",
        ],
        &["The hospital employs 900 people."],
    ),
    (
        "vaccinated",
        &[
            "Nurses vaccinated 52,000 children.",
            "About 3 million people are fully vaccinated.",
            "About 71% of adults have had a first dose.",
        ],
        &["The vaccination centre opens at 9."],
    ),
    (
        "doses",
        &["Ghana received 600,000 doses of vaccine.", "Clinics gave 45,000 jabs."],
        &["He took a dose of 40 mg."],
    ),
    (
        "beds",
        &["The hospital has 350 beds.", "Only 12 intensive care beds were free."],
        &["The house has 3 beds of roses."],
    ),
    (
        "recovered",
        &[
            "In all 810 patients have recovered.",
            "Some 60 people were discharged from hospital.",
            "Doctors discharged 31 patients on Sunday.",
        ],
        &["Divers recovered 40 bodies from the wreckage."],
    ),
    ("tested", &["Doctors tested 2,400 people.", "About 900 people were screened."], &["The army tested 3 missiles."]),
    ("case_fatality", &["The case fatality rate is 1.8%.", "The mortality rate fell to 4%."], &["The rate is 4%."]),
    (
        "reproduction_number",
        &["The reproduction number fell to 0.8.", "R0 was 3."],
        &["The page has 3 reproductions of her work."],
    ),
];

const ELECTIONS: &[Row] = &[
    (
        "votes",
        &["She won 41,200 votes.", "Officials counted 3 million ballots."],
        &["The 12 ballot boxes were sealed."],
    ),
    (
        "vote_share",
        &[
            "The party took 38% of the vote.",
            "She won 51.4% of the votes.",
            "Polls put the Liberals at 29%.",
            "Ortega led with 52%.",
        ],
        &["Turnout was 60%."],
    ),
    (
        "seats",
        &["The alliance won 74 seats.", "Labour lost 12 seats.", "Her party holds 41 of the 120 seats."],
        &["The 90-seat parliament meets in May.", "The coalition fell three seats short."],
    ),
    (
        "turnout",
        &[
            "Turnout was 63%.",
            "Some 58% of eligible voters went to the polls.",
            "Some 52% of those eligible cast a ballot.",
            "Turnout was put at 54%.",
        ],
        &["The turnout of 400 surprised the club."],
    ),
    (
        "majority",
        &[
            "She was elected with a majority of 1,204.",
            "The bill passed by a margin of 18.",
            "He won by a margin of 4,100 votes.",
            "The mayor was re-elected by 310 votes.",
        ],
        &["The majority of 400 guests left."],
    ),
    (
        "registered_voters",
        &[
            "The country has 5.2 million registered voters.",
            "About 800,000 people are eligible to vote.",
            "Some 6.4 million people can vote on Sunday.",
        ],
        &["About 40 people voted."],
    ),
    (
        "approval",
        &["The president's approval rating fell to 38%.", "Support for the mayor fell to 31%."],
        &["The 9% stake needs regulatory approval."],
    ),
    (
        "polling_places",
        &["Voting took place at 4,100 polling stations.", "Some 220 precincts had reported."],
        &["The police closed 3 stations."],
    ),
];

const MONEY: &[Row] = &[
    (
        "revenue",
        &[
            "Revenue rose to $3.1 billion.",
            "The chain had sales of £640 million.",
            "The retailer turned over £88 million.",
        ],
        &["The sales tax brings in 40 officials."],
    ),
    (
        "profit",
        &["It made a profit of $40 million.", "Net income fell to €12 million."],
        &["The nonprofit received $40 million."],
    ),
    ("loss", &["The airline posted a loss of $210 million.", "The bank lost £9 million."], &["She lost 12 kilos."]),
    (
        "budget",
        &["The city has a budget of $2.4 billion.", "Parliament passed an annual budget of €80 billion."],
        &["The budget airline paid $4 million."],
    ),
    (
        "budget_deficit",
        &[
            "The budget deficit widened to $9 billion.",
            "Peru had a fiscal deficit of 2.8% of GDP.",
            "The treasury ran a deficit of 3.1% of GDP.",
        ],
        &["The attention deficit affects 4% of pupils."],
    ),
    (
        "trade_deficit",
        &["The trade deficit narrowed to $61 billion.", "Chile had a current account deficit of $8 billion."],
        &["The trade fair drew $6 million."],
    ),
    (
        "trade_surplus",
        &["The trade surplus grew to $70 billion.", "Norway had a current account surplus of $40 billion."],
        &["Surplus stock worth $4 million was sold."],
    ),
    ("price_change", &["Prices rose 3.4% in May.", "Rents fell by 2%."], &["The price was $4."]),
    (
        "price",
        &["The flat sold for £310,000.", "Bread was priced at $4.", "The house changed hands for £1.1 million."],
        &["The price index rose 3%."],
    ),
    (
        "debt",
        &["The town has debts of $70 million.", "The club owes €12 million."],
        &["Debt relief reached 40 countries."],
    ),
    (
        "assets",
        &["The fund has assets of $5 billion.", "Her net worth is £30 million."],
        &["The agents were assets of 2 states."],
    ),
    (
        "dividend",
        &["It will pay a dividend of $2.", "The dividend rose to 45 cents."],
        &["The peace dividend was $2 billion."],
    ),
    (
        "salary",
        &["The average salary is $48,000.", "The minimum wage rose to £11.", "Average pay climbed to $52,000."],
        &["Income tax raised $48 billion."],
    ),
    (
        "takeover",
        &["The firm was bought for $900 million.", "It made a takeover bid of £2 billion."],
        &["She was bought a coffee for the merger of 2 clubs."],
    ),
    ("inflation", &["Inflation slowed to 3.4%.", "Consumer prices rose by 4.1%."], &["The prices of 4 books rose."]),
    (
        "unemployment",
        &["Unemployment fell to 5.2%.", "The jobless rate was 6%."],
        &["Unemployment benefits rose by 5%."],
    ),
    (
        "unemployed",
        &["Some 410,000 people are unemployed.", "About 90,000 people were out of work."],
        &["Unemployment insurance covers 9 million people."],
    ),
    ("jobs", &["The plant will create 800 jobs.", "The bank cut 1,200 posts."], &["Steve Jobs gave 3 speeches."]),
    (
        "employees",
        &["The factory employs 640 people.", "It has a workforce of 3,100."],
        &["Some 40 self-employed people came."],
    ),
    (
        "laid_off",
        &[
            "The airline laid off 500 people.",
            "Some 300 workers were made redundant.",
            "Some 3,200 workers will lose their jobs.",
        ],
        &["The judge dismissed 3 charges."],
    ),
    (
        "growth",
        &["The economy grew 2.4%.", "Growth slowed to 1.1%.", "The economy is expected to shrink 0.4% this year."],
        &["Population growth was 2%."],
    ),
    (
        "gdp",
        &["The country has a GDP of $90 billion.", "Gross domestic product reached €410 billion."],
        &["Debt rose to 90% of GDP."],
    ),
    (
        "interest_rate",
        &[
            "The bank raised its interest rate to 5.25%.",
            "The base rate stands at 4%.",
            "The central bank held rates at 4.5%.",
        ],
        &["The rate of interest in the 4 clubs was low."],
    ),
    (
        "stake",
        &["The fund bought a 12% stake.", "She owns 30% of the company.", "The investor holds 35% of the airline."],
        &["With 40% of the votes at stake, nobody slept."],
    ),
    (
        "exchange-rate",
        &["The exchange rate was $1.27.", "Sterling traded at $1.31 against the dollar."],
        &["The exchange of 12 prisoners took place."],
    ),
    (
        "exports",
        &["Exports rose 4% to $2 billion.", "The country exported $90 million of tea."],
        &["The export ban has lasted 3 weeks."],
    ),
    ("imports", &["Imports fell 2% in May.", "Imports of fuel came to $40 million."], &["The import duty is 12%."]),
    (
        "remittances",
        &["Remittances came to $3 billion.", "Workers sent remittances of $400 million."],
        &["She remitted the case to 2 judges."],
    ),
    (
        "investment",
        &["The firm invested €50 million.", "Foreign direct investment rose 9%."],
        &["The investiture drew 400 guests."],
    ),
    ("retail_sales", &["Retail sales rose 0.4% in May.", "Retail spending fell 1%."], &["The shop sold 40 lamps."]),
    (
        "output",
        &["Industrial production fell 0.6%.", "Factory output grew 2% in March."],
        &["The poet has an output of 3 books."],
    ),
    ("wage_growth", &["Wages grew 4% in a year.", "Regular pay rose 3.1% in May."], &["The wage is $12."]),
];

#[test]
fn every_measure_is_read_and_knows_its_traps() {
    let mut wrong = Vec::new();
    let packs = [HUMANITARIAN, CRISES, DISASTERS, HEALTH, ELECTIONS, MONEY];
    for (measure, read, silent) in packs.into_iter().flatten() {
        assert!(read.len() >= 2 && !silent.is_empty(), "{measure}");
        wrong.extend(
            read.iter()
                .filter(|text| !reads(measure, text))
                .map(|text| format!("{measure} not read: {text} | {}", rows(text))),
        );
        wrong.extend(
            silent
                .iter()
                .filter(|text| reads(measure, text))
                .map(|text| format!("{measure} read: {text} | {}", rows(text))),
        );
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_bundled_measure_has_a_row() {
    let packs = [HUMANITARIAN, CRISES, DISASTERS, HEALTH, ELECTIONS, MONEY];
    let tested: Vec<&str> = packs.into_iter().flatten().map(|row| row.0).collect();
    let mut missing = bundled_measures();
    missing.retain(|id| !tested.contains(&id.as_str()));
    assert!(missing.is_empty(), "no sentences for {missing:?}");
}

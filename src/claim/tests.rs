//! Sentences by grammatical phenomenon, with what their figures are figures of.

use std::sync::{Arc, LazyLock};

use crate::document::{Document, Given};
use crate::lint::Linter;
use crate::quantity::Change;
use crate::vocabulary::Vocabulary;

use super::{Modality, Reading, Standing};

mod articles;
mod local_news;
mod packs;
mod people;
mod periods;
mod phenomena;

/// The bundled vocabulary.
fn vocabulary() -> &'static Vocabulary {
    static VOCABULARY: LazyLock<Arc<Vocabulary>> = LazyLock::new(|| Linter::bundled().vocabulary);
    &VOCABULARY
}

/// A row a claim: text, measure, then what is not plain: what it is about, qualifiers, period, as-of where it is
/// stated, modality, change, standing.
fn rows(text: &str) -> String {
    let vocabulary = vocabulary();
    let given = Given { date: "2023-06-20".parse().ok(), ..Given::default() };
    let document = Document::read("a.txt", text, &given);
    let reading = Reading::read(&document, vocabulary);
    let row = |claim: &super::Claim| {
        let block = reading.sentences[claim.sentence as usize].block as usize;
        let measure = claim.measure.map_or("-", |m| vocabulary.measures[m.0 as usize].id.as_str());
        let mut parts =
            vec![format!("{} = {measure}", claim.quantity.span.slice(&reading.document.blocks[block].text))];
        parts.extend(claim.about.iter().map(|id| vocabulary.entities[id.0 as usize].name.to_string()));
        parts.extend(claim.qualifiers.iter().cloned());
        parts.extend(claim.period.map(|p| p.period.to_string()));
        parts.extend(claim.as_of.filter(|_| claim.as_of_stated).map(|day| format!("as of {day}")));
        if claim.modality != Modality::Actual {
            parts.push(claim.modality.name().to_owned());
        }
        parts.extend(claim.quantity.change.map(|change: Change| change.name().to_owned()));
        match claim.standing {
            Standing::Own => {}
            Standing::Part => parts.push("part".to_owned()),
            Standing::Named => parts.push("named".to_owned()),
            Standing::Former => parts.push("former".to_owned()),
        }
        parts.join(", ")
    };
    reading.claims.iter().map(row).collect::<Vec<_>>().join("\n")
}

/// The ids of all measures that come with figlint.
fn bundled_measures() -> Vec<String> {
    vocabulary().measures.iter().map(|measure| measure.id.clone()).collect()
}

#[test]
fn verbs_and_their_figures() {
    insta::assert_snapshot!(rows("The storm killed 12 people and injured 40."), @"
    12 people = deaths
    40 = injured
    ");
    insta::assert_snapshot!(rows("Twelve people were killed and 40 injured, the ministry said."), @"
    Twelve people = deaths
    40 = injured
    ");
    insta::assert_snapshot!(rows("The death toll rose to 63 from 55."), @"
    63 = deaths
    55 = deaths, former
    ");
    insta::assert_snapshot!(rows("At least 13 people were shot, four fatally."), @"
    At least 13 people = shot
    four = deaths
    ");
    insta::assert_snapshot!(rows("The epidemic claimed more than 9,000 lives."), @"more than 9,000 lives = deaths");
    insta::assert_snapshot!(rows("Deputies said 9 people were hurt."), @"9 people = injured");
    insta::assert_snapshot!(rows("Twelve people were killed and 300 people came to the vigil."), @"
    Twelve people = deaths
    300 people = -
    ");
    insta::assert_snapshot!(rows("Killed were 3 men."), @"3 men = deaths, man");
    insta::assert_snapshot!(rows("She saved 12 lives."), @"12 lives = -");
    insta::assert_snapshot!(rows("Cartels killed 40 people; police arrested 12 suspects."), @"
    40 people = deaths
    12 suspects = arrested, suspect
    ");
}

#[test]
fn nouns_that_are_the_measure() {
    insta::assert_snapshot!(rows("About 8,200 new cases of cholera were reported in April, and 41 deaths."), @"
    About 8,200 new cases = cases, 2023-04-01/2023-04-30
    41 deaths = deaths, 2023-04-01/2023-04-30
    ");
    insta::assert_snapshot!(rows("Unemployment rose to 5.3% in May."), @"5.3% = unemployment, 2023-05-01/2023-05-31");
    insta::assert_snapshot!(rows("The budget gap widened to 4.5% of GDP."), @"4.5% = budget_deficit");
}

#[test]
fn figures_far_from_their_cue() {
    insta::assert_snapshot!(rows("The number of displaced has doubled to 1.3 million."), @"
    doubled = -
    1.3 million = displaced
    ");
    insta::assert_snapshot!(rows("The death toll from the quake in Nepal passed 160, officials said."), @"160 = deaths, Nepal");
    insta::assert_snapshot!(rows("The company reported revenue of $3.4bn in 2022, up from $3.1bn a year earlier."), @"
    $3.4bn = revenue, 2022-01-01/2022-12-31
    $3.1bn = revenue, 2021-01-01/2021-12-31, former
    ");
}

#[test]
fn words_that_narrow_a_measure() {
    insta::assert_snapshot!(rows("Underlying profit was £70m, while statutory profit came to £52m."), @"
    £70m = profit, underlying
    £52m = profit, statutory
    ");
    insta::assert_snapshot!(rows("The median wage was £640 a week."), @"£640 = salary, median");
    insta::assert_snapshot!(rows("Core inflation slowed to 3.1%."), @"3.1% = inflation, core");
}

#[test]
fn numbers_that_are_names_or_ages() {
    insta::assert_snapshot!(rows("(KXYZ 18) - A crash left two people dead."), @"two people = deaths");
    insta::assert_snapshot!(rows("Two dead after bus crash, Action News 9 reports."), @"Two = deaths");
    insta::assert_snapshot!(rows("Two women, believed to be 30 and 60, were shot dead."), @"
    Two women = deaths, woman
    30 = -
    60 = -
    ");
    insta::assert_snapshot!(rows("Three others, ranging in age from 19 to 27, were hurt."), @"
    Three = injured
    19 = -
    27 = -
    ");
}

#[test]
fn the_day_of_saying_is_no_period() {
    insta::assert_snapshot!(rows("Police said Saturday that a fire had killed 12 people."), @"12 people = deaths");
    insta::assert_snapshot!(rows("On Saturday 12 people were killed in a fire."), @"12 people = deaths, 2023-06-17/2023-06-17");
}

#[test]
fn tolls_of_people_and_of_roads() {
    insta::assert_snapshot!(rows("The toll reached 41 on Sunday."), @"41 = deaths, 2023-06-18/2023-06-18");
    insta::assert_snapshot!(rows("The toll on the bridge is 5 a trip."), @"5 = -");
}

#[test]
fn what_may_have_happened() {
    insta::assert_snapshot!(rows("As many as 20 people may have died."), @"As many as 20 people = deaths, estimated");
    insta::assert_snapshot!(rows("Officials fear that 60 people are dead."), @"60 people = deaths, estimated");
    insta::assert_snapshot!(rows("The toll could reach 500."), @"500 = deaths, planned");
}

#[test]
fn parts_and_former_figures() {
    insta::assert_snapshot!(rows("In Peru, 12 people, including three children, died in the flood."), @"
    12 people = deaths, Peru
    three children = deaths, Peru, child, part
    ");
    insta::assert_snapshot!(rows("Only $4 million of this amount had been released."), @"$4 million = funding, part");
    insta::assert_snapshot!(rows("The repair cost $24 million, including $3 million for roads and $9 million for pipes."), @"
    $24 million = cost
    $3 million = cost, part
    $9 million = cost, part
    ");
    insta::assert_snapshot!(rows("The force was initially planned to have 2,400 soldiers."), @"2,400 soldiers = personnel, planned, former");
}

#[test]
fn plans_pledges_and_estimates() {
    insta::assert_snapshot!(rows("Kenya plans to send 500 more officers in July."), @"500 more officers = personnel, Kenya, 2023-07-01/2023-07-31, planned, increase");
    insta::assert_snapshot!(rows("The estimated cost of the bridge is $600 million a year."), @"$600 million = cost, estimated");
    insta::assert_snapshot!(rows("Peru promised 200 soldiers."), @"200 soldiers = personnel, Peru, pledged");
    insta::assert_snapshot!(rows("An estimated 300 people were killed."), @"An estimated 300 people = deaths");
}

#[test]
fn shares_and_their_bases() {
    insta::assert_snapshot!(rows("About half the population of 9.5 million faces acute food insecurity."), @"
    About half the population = food_insecure
    9.5 million = population
    ");
    insta::assert_snapshot!(rows("Gangs still control over 70% of the city."), @"over 70% = territory");
    insta::assert_snapshot!(rows("Over 70,000 people are displaced, half of whom are children."), @"
    Over 70,000 people = displaced
    half of whom = child_share
    ");
}

#[test]
fn ages() {
    insta::assert_snapshot!(rows("Jane Doe, 45, and John Roe, 50, were killed."), @"
    Jane Doe, 45, and John Roe = deaths
    45 = -
    50 = -
    ");
    insta::assert_snapshot!(rows("Two men, ages 18 and 20, were hurt."), @"
    Two men = injured, man
    18 = -
    20 = -
    ");
}

#[test]
fn nouns_that_say_the_measure() {
    insta::assert_snapshot!(rows("About 5,000 soldiers protect a population of over 11 million."), @"
    About 5,000 soldiers = personnel
    over 11 million = population
    ");
    insta::assert_snapshot!(rows("The 400 Peruvian officers on patrol praised the schools that help displaced families."), @"400 Peruvian officers = personnel, Peru");
}

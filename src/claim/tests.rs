//! Sentences by grammatical phenomenon, with what their figures are figures of.

use crate::document::{Document, Given};
use crate::quantity::Change;
use crate::rule;
use crate::vocabulary::Vocabulary;

use super::{Modality, Reading, Standing};

/// A row a claim: text, measure, then what is not plain: qualifiers, period, modality, change, standing.
fn rows(text: &str) -> String {
    let loaded = rule::load(rule::bundled());
    let vocabulary = Vocabulary::new(loaded.measures, loaded.entities);
    let given = Given { date: "2023-06-20".parse().ok(), ..Given::default() };
    let document = Document::read("a.txt", text, &given);
    let reading = Reading::read(&document, &vocabulary);
    let row = |claim: &super::Claim| {
        let block = reading.sentences[claim.sentence as usize].block as usize;
        let measure = claim.measure.map_or("-", |m| vocabulary.measures[m.0 as usize].id.as_str());
        let mut parts =
            vec![format!("{} = {measure}", claim.quantity.span.slice(&reading.document.blocks[block].text))];
        parts.extend(claim.qualifiers.iter().cloned());
        parts.extend(claim.period.map(|p| p.period.to_string()));
        if claim.modality != Modality::Actual {
            parts.push(claim.modality.name().to_owned());
        }
        parts.extend(claim.quantity.change.map(|change: Change| change.name().to_owned()));
        match claim.standing {
            Standing::Own => {}
            Standing::Part => parts.push("part".to_owned()),
            Standing::Former => parts.push("former".to_owned()),
        }
        parts.join(", ")
    };
    reading.claims.iter().map(row).collect::<Vec<_>>().join("\n")
}

#[test]
fn verbs_and_their_figures() {
    insta::assert_snapshot!(rows("The storm killed 12 people and injured 40."), @"");
    insta::assert_snapshot!(rows("Twelve people were killed and 40 injured, the ministry said."), @"");
    insta::assert_snapshot!(rows("The death toll rose to 63 from 55."), @"");
    insta::assert_snapshot!(rows("At least 13 people were shot, four fatally."), @"");
    insta::assert_snapshot!(rows("The epidemic claimed more than 9,000 lives."), @"");
    insta::assert_snapshot!(rows("Deputies said 9 people were hurt."), @"");
    insta::assert_snapshot!(rows("Twelve people were killed and 300 people came to the vigil."), @"");
    insta::assert_snapshot!(rows("Killed were 3 men."), @"");
    insta::assert_snapshot!(rows("She saved 12 lives."), @"");
    insta::assert_snapshot!(rows("Cartels killed 40 people; police arrested 12 suspects."), @"");
}

#[test]
fn subjects_that_share_a_verb() {
    insta::assert_snapshot!(rows("Two men and three women were killed."), @"");
    insta::assert_snapshot!(rows("Norway gave $3 million, Peru $4 million and Chile $5 million."), @"");
    insta::assert_snapshot!(rows("Norway pledged $3 million and the United States $40 million."), @"");
    insta::assert_snapshot!(rows("Ghana offered up to 2,000 soldiers, Togo 150, and Benin 500."), @"");
}

#[test]
fn victims_without_a_number() {
    insta::assert_snapshot!(rows("A man was killed and another man was wounded."), @"");
    insta::assert_snapshot!(rows("Police said a 12-year-old girl was shot and killed on Monday."), @"");
    insta::assert_snapshot!(rows("The blast killed her brother."), @"");
    insta::assert_snapshot!(rows("A woman and child were found dead."), @"");
    insta::assert_snapshot!(rows("The suspect was arrested."), @"");
}

#[test]
fn periods() {
    insta::assert_snapshot!(rows("In 2022, 90 people were killed and 300 injured."), @"");
    insta::assert_snapshot!(rows("Between April and June, 1,400 people were killed or injured, and 410 were kidnapped."), @"");
    insta::assert_snapshot!(rows("As of 8 June, 310 people have been killed in 2023."), @"");
    insta::assert_snapshot!(rows("About 200 more than in 2021 were killed in 2022."), @"");
    insta::assert_snapshot!(rows("Floods in Malawi have displaced 48,000 people, 9,000 more than in May."), @"");
    insta::assert_snapshot!(rows("Violence, which killed at least 2,400 people in the first three months of the year, has seen displacement soar by 30% since March to nearly 310,000 people."), @"");
}

#[test]
fn parts_and_former_figures() {
    insta::assert_snapshot!(rows("In Peru, 12 people, including three children, died in the flood."), @"");
    insta::assert_snapshot!(rows("Only $4 million of this amount had been released."), @"");
    insta::assert_snapshot!(rows("The repair cost $24 million, including $3 million for roads and $9 million for pipes."), @"");
    insta::assert_snapshot!(rows("The force was initially planned to have 2,400 soldiers."), @"");
}

#[test]
fn plans_pledges_and_estimates() {
    insta::assert_snapshot!(rows("Kenya plans to send 500 more officers in July."), @"");
    insta::assert_snapshot!(rows("The estimated cost of the bridge is $600 million a year."), @"");
    insta::assert_snapshot!(rows("Peru promised 200 soldiers."), @"");
    insta::assert_snapshot!(rows("An estimated 300 people were killed."), @"");
}

#[test]
fn shares_and_their_bases() {
    insta::assert_snapshot!(rows("About half the population of 9.5 million faces acute food insecurity."), @"");
    insta::assert_snapshot!(rows("Gangs still control over 70% of the city."), @"");
    insta::assert_snapshot!(rows("Over 70,000 people are displaced, half of whom are children."), @"");
}

#[test]
fn ages() {
    insta::assert_snapshot!(rows("Jane Doe, 45, and John Roe, 50, were killed."), @"");
    insta::assert_snapshot!(rows("Two men, ages 18 and 20, were hurt."), @"");
}

#[test]
fn nouns_that_say_the_measure() {
    insta::assert_snapshot!(rows("About 5,000 soldiers protect a population of over 11 million."), @"");
    insta::assert_snapshot!(rows("The 400 Peruvian officers on patrol praised the schools that help displaced families."), @"");
}

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
fn scratch() {
    for s in [
        "The storm killed 12 people and injured 40.",
        "Twelve people were killed and 40 injured, the ministry said.",
        "In Peru, 12 people, including three children, died in the flood.",
        "Floods in Malawi have displaced 48,000 people, 9,000 more than in May.",
        "The death toll rose to 63 from 55.",
        "At least 13 people were shot, four fatally.",
        "The epidemic claimed more than 9,000 lives.",
        "Two men and three women were killed.",
        "A man was killed and another man was wounded.",
        "Police said a 12-year-old girl was shot and killed on Monday.",
        "The blast killed her brother.",
        "In 2022, 90 people were killed and 300 injured.",
        "Between April and June, 1,400 people were killed or injured, and 410 were kidnapped.",
        "As of 8 June, 310 people have been killed in 2023.",
        "About 200 more than in 2021 were killed in 2022.",
        "Norway gave $3 million, Peru $4 million and Chile $5 million.",
        "Norway pledged $3 million and the United States $40 million.",
        "Only $4 million of this amount had been released.",
        "The town asked for $24 million, including $3 million for roads and $9 million for pipes.",
        "The force was initially planned to have 2,400 soldiers.",
        "Kenya plans to send 500 more officers in July.",
        "The arrivals will bring the force's numbers to just over 900.",
        "Ghana offered up to 2,000 soldiers, Togo 150, and Benin 500.",
        "The estimated cost of the bridge is $600 million a year.",
        "About half the population of 9.5 million faces acute food insecurity.",
        "Gangs still control over 70% of the city.",
        "Over 70,000 people are displaced, half of whom are children.",
        "Killed were 3 men.",
        "Violence, which killed at least 2,400 people in the first three months of the year, has seen displacement soar by 30% since March to nearly 310,000 people.",
        "She saved 12 lives.",
        "Jane Doe, 45, and John Roe, 50, were killed.",
        "Deputies said 9 people were hurt.",
        "Aid worth $4m was delivered to 40 villages.",
    ] {
        println!("## {s}\n{}", rows(s));
    }
}

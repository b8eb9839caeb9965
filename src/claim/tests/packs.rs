//! Every bundled measure by sentences that it is read in, and one trap each that has its words and not its meaning.

mod crises;
mod disasters;
mod elections;
mod health;
mod humanitarian;
mod money;

use super::{bundled_measures, rows};

const PACKS: [&[Row]; 6] = [
    humanitarian::HUMANITARIAN,
    crises::CRISES,
    disasters::DISASTERS,
    health::HEALTH,
    elections::ELECTIONS,
    money::MONEY,
];

/// Whether a sentence has a figure of a measure.
fn reads(measure: &str, text: &str) -> bool {
    rows(text).lines().any(|row| {
        let (_, of) = row.rsplit_once(" = ").unwrap_or_default();
        of.split(", ").next() == Some(measure)
    })
}

/// Measure; sentences in which it is read; sentences in which it is not.
type Row = (&'static str, &'static [&'static str], &'static [&'static str]);

#[test]
fn every_measure_is_read_and_knows_its_traps() {
    let mut wrong = Vec::new();
    for (measure, read, silent) in PACKS.into_iter().flatten() {
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
    let tested: Vec<&str> = PACKS.into_iter().flatten().map(|row| row.0).collect();
    let mut missing = bundled_measures();
    missing.retain(|id| !tested.contains(&id.as_str()));
    assert!(missing.is_empty(), "no sentences for {missing:?}");
}

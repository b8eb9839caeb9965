//! The keys of a fact, and the words that those take which take only a few.

use super::Status;
use crate::claim::Modality;
use crate::quantity::{Change, Hedge};

/// Every key of a fact.
pub const KEYS: &[&str] = &[
    "id",
    "measure",
    "about",
    "period",
    "as_of",
    "value",
    "low",
    "high",
    "hedge",
    "unit",
    "source",
    "url",
    "note",
    "checked_by",
    "checked_on",
    "tolerance",
    "status",
    "modality",
    "change",
    "qualifiers",
    "says",
];

pub(super) const HEDGES: &[(&str, Hedge)] = &[
    ("none", Hedge::None),
    ("about", Hedge::About),
    ("nearly", Hedge::Nearly),
    ("just_under", Hedge::JustUnder),
    ("more_than", Hedge::MoreThan),
    ("just_over", Hedge::JustOver),
    ("less_than", Hedge::LessThan),
    ("at_least", Hedge::AtLeast),
    ("at_most", Hedge::AtMost),
    ("up_to", Hedge::UpTo),
    ("most_of", Hedge::MostOf),
];

pub(super) const MODALITIES: &[(&str, Modality)] = &[
    ("actual", Modality::Actual),
    ("planned", Modality::Planned),
    ("pledged", Modality::Pledged),
    ("estimated", Modality::Estimated),
];

pub(super) const CHANGES: &[(&str, Option<Change>)] =
    &[("increase", Some(Change::Increase)), ("decrease", Some(Change::Decrease))];

pub(super) const STATUSES: &[(&str, Status)] = &[("contested", Status::Contested), ("settled", Status::Settled)];

/// The words that a key of a fact takes, where they can be counted.
pub fn words_of(key: &str) -> Vec<&'static str> {
    fn words<T>(table: &[(&'static str, T)]) -> Vec<&'static str> {
        table.iter().map(|(word, _)| *word).collect()
    }
    match key {
        "hedge" => words(HEDGES),
        "modality" => words(MODALITIES),
        "change" => words(CHANGES),
        "status" => words(STATUSES),
        _ => Vec::new(),
    }
}

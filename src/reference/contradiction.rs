//! Facts of one set that cannot both be true.

use std::collections::HashMap;

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::{Fact, FactValue, Status, Term};
use crate::claim::Modality;
use crate::period::Period;
use crate::quantity::{Change, Hedge, Unit};
use crate::vocabulary::MeasureId;

/// Everything in which two facts must agree to be about the same quantity.
type Key<'a> = (
    (MeasureId, Modality, Option<Change>, Unit, Option<&'a str>),
    Vec<&'a Term>,
    &'a [String],
    Option<Period>,
    Option<Date>,
);

/// Pairs of facts, as indices in file order, that are the same quantity at the same time and have different values.
/// Each fact is held against the first of its kind, so that the work is linear. Contested facts take no part.
pub(super) fn contradictions(facts: &[Fact]) -> Vec<(usize, usize)> {
    let mut first: HashMap<Key<'_>, usize> = HashMap::with_capacity(facts.len());
    let mut pairs = Vec::new();
    for (at, fact) in facts.iter().enumerate() {
        if fact.status == Status::Contested {
            continue;
        }
        let known = *first.entry(key(fact)).or_insert(at);
        if known != at && differ(facts[known].value, fact.value) {
            pairs.push((known, at));
        }
    }
    pairs
}

fn key(fact: &Fact) -> Key<'_> {
    let mut about: Vec<&Term> = fact.about.iter().collect();
    about.sort();
    about.dedup();
    // Only here does the text of the unit matter: rates of different pairs of currencies, different things.
    let text = fact.unit_text.as_deref();
    let text = text.filter(|text| fact.unit == Unit::Thing || text.contains('/'));
    ((fact.measure, fact.modality, fact.change, fact.unit, text), about, &fact.qualifiers, fact.period, fact.as_of)
}

/// Whether two values exclude each other: another number under the same hedge, or bounds that do not meet.
fn differ(a: FactValue, b: FactValue) -> bool {
    if let (FactValue::Value(a, hedge), FactValue::Value(b, other)) = (a, b)
        && hedge == other
    {
        return a != b;
    }
    let ((a_low, a_high), (b_low, b_high)) = (bounds(a), bounds(b));
    let above = |low: Option<Decimal>, high: Option<Decimal>| low.zip(high).is_some_and(|(l, h)| l > h);
    above(a_low, b_high) || above(b_low, a_high)
}

fn bounds(value: FactValue) -> (Option<Decimal>, Option<Decimal>) {
    match value {
        FactValue::Range(low, high) => (Some(low), Some(high)),
        FactValue::Value(n, Hedge::AtLeast | Hedge::MoreThan | Hedge::JustOver) => (Some(n), None),
        FactValue::Value(
            n,
            Hedge::AtMost | Hedge::LessThan | Hedge::UpTo | Hedge::Nearly | Hedge::JustUnder | Hedge::MostOf,
        ) => (None, Some(n)),
        FactValue::Value(n, _) => (Some(n), Some(n)),
    }
}

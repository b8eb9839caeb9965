//! Whether a measure counts what a figure is a number of: deaths count people, votes count things, and a bare number
//! may be either unless a noun that is not understood stands behind it.

use super::scene::Scene;
use crate::quantity::{Number, Quantity, Unit};
use crate::token::{Class, Kind};
use crate::vocabulary::{Counts, Meaning, MeasureId};

/// Whether figures of a unit can be figures of a measure at all.
pub(super) fn countable(unit: Unit) -> bool {
    matches!(
        unit,
        Unit::None
            | Unit::Person
            | Unit::Thing
            | Unit::Money(_)
            | Unit::Measure(_)
            | Unit::Percent
            | Unit::PercentagePoint
            | Unit::Ratio
    )
}

/// Whether a measure counts what a figure is a number of. Shares and changes in per cent go with every measure: half
/// of the injured, displacement up 60%.
pub(super) fn counts(scene: &Scene<'_>, measure: MeasureId, quantity: &Quantity) -> bool {
    let own = &scene.vocabulary.measures[measure.0 as usize];
    let counts = own.counts;
    if counts == Counts::Rate {
        return is_rate(scene, quantity) || quantity.unit == Unit::Percent;
    }
    if quantity.unit == Unit::None && !stands_alone(scene, quantity) || is_of_a_rate(scene, quantity) {
        return false;
    }
    match quantity.unit {
        Unit::Person => counts == Counts::Person && is_one_of(scene, &own.things, quantity),
        Unit::Money(_) => counts == Counts::Money,
        Unit::Measure(_) => counts == Counts::Amount,
        Unit::Percent | Unit::PercentagePoint | Unit::Ratio => {
            counts != Counts::Duration && !matches!(quantity.number, Number::Multiple { .. })
        }
        Unit::None => {
            counts == Counts::Person || counts == Counts::Thing && is_part_of_one(scene, &own.things, quantity)
        }
        Unit::Thing => {
            counts == Counts::Thing && is_one_of(scene, &own.things, quantity)
                || counts == Counts::Person
                    && (stands_for_people(scene, quantity) || is_noun_of(scene, measure, quantity))
        }
        _ => false,
    }
}

/// Whether the counted noun is one of those that a measure names, or it names none.
fn is_one_of(scene: &Scene<'_>, things: &[String], quantity: &Quantity) -> bool {
    let named = |noun: &str| things.iter().any(|thing| noun.eq_ignore_ascii_case(thing));
    things.is_empty() || quantity.noun.is_none_or(|noun| named(noun.head.slice(scene.text)))
}

/// "41 of the 120 seats": a bare number counts what it is taken of, where it is taken of anything.
fn is_part_of_one(scene: &Scene<'_>, things: &[String], quantity: &Quantity) -> bool {
    let end = quantity.tokens.1 as usize;
    let named = |at: usize| things.iter().any(|thing| scene.word(at).eq_ignore_ascii_case(thing));
    things.is_empty() || scene.word(end) != "of" || (end + 1..scene.sentence.end.min(end + FARTHEST_WHOLE)).any(named)
}

/// Farthest behind a part that the noun of its whole stands, in tokens: "of the province's 22 rural districts".
const FARTHEST_WHOLE: usize = 8;

/// "38 per 100,000": neither of the two counts anybody.
fn is_of_a_rate(scene: &Scene<'_>, quantity: &Quantity) -> bool {
    let start = quantity.tokens.0 as usize;
    start > scene.sentence.start && is_per(scene, start - 1) || is_rate(scene, quantity)
}

/// "38 per 100,000", "41 cases for every 1,000 people": so many for so many.
fn is_rate(scene: &Scene<'_>, quantity: &Quantity) -> bool {
    let end = quantity.tokens.1 as usize;
    is_per(scene, end) || scene.word(end) == "for" && is_per(scene, end + 1)
}

fn is_per(scene: &Scene<'_>, at: usize) -> bool {
    let number = scene.tokens.get(at + 1).is_some_and(|t| t.kind == Kind::Digits)
        || scene.class(at + 1).intersects(Class::MAGNITUDE | Class::HUNDRED);
    number && matches!(scene.word(at), "per" | "every")
}

/// Whether a bare number has no noun that is not understood: "the 4800 block", "News 12 Springfield" and "911 calls"
/// count no people.
fn stands_alone(scene: &Scene<'_>, quantity: &Quantity) -> bool {
    let end = quantity.tokens.1 as usize;
    let Some(next) = scene.tokens.get(end).filter(|t| t.kind == Kind::Word && end < scene.sentence.end) else {
        return true;
    };
    let goes_on = Class::AUXILIARY
        | Class::VERB
        | Class::CONJUNCTION
        | Class::PREPOSITION
        | Class::ADVERB
        | Class::ADDITION
        | Class::SUBORDINATOR
        | Class::RELATIVE
        | Class::DEICTIC
        | Class::DAY_WORD
        | Class::WEEKDAY
        | Class::MONTH;
    // "from 295 a year earlier".
    let dated = scene.dates.iter().any(|date| date.span.start == next.start);
    dated
        || scene.vocabulary.lexicon.class(next.word).intersects(goes_on)
        || scene.matches.iter().any(|m| m.start as usize == end)
        || matches!(next.text(scene.text), "others" | "other" | "of" | "critically" | "seriously" | "fatally" | "badly")
        || next.text(scene.text).ends_with("ly")
}

/// "31 deaths", "400 new cases": the counted noun is the measure's own and stands for people.
pub(super) fn is_noun_of(scene: &Scene<'_>, measure: MeasureId, quantity: &Quantity) -> bool {
    quantity.noun.is_some_and(|noun| {
        scene.matches.iter().any(|m| m.meaning == Meaning::Noun(measure) && super::measure::names(scene, m, noun))
    })
}

/// Families and households are displaced and fed like people, and "400 Kenyans" are people.
pub(super) fn stands_for_people(scene: &Scene<'_>, quantity: &Quantity) -> bool {
    quantity.noun.is_some_and(|n| matches!(n.head.slice(scene.text), "families" | "households" | "family"))
        || quantity.noun.is_some_and(|n| {
            scene.matches.iter().any(|m| {
                matches!(m.meaning, Meaning::Demonym(_)) && scene.tokens[m.start as usize].start == n.head.start
            })
        })
}

//! The units that facts name: currencies by their code, measurements by symbol or word, nouns for everything else.

use crate::period::TimeUnit;
use crate::quantity::Unit;
use crate::quantity::unit::{CURRENCIES, Currency, MeasureUnit};
use crate::token::{Class, Lexicon};
use crate::verdict::nearest;
use crate::vocabulary::Counts;

/// A unit that cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum UnitFault {
    /// It looks like an ISO 4217 code and is in no table; perhaps this one was meant.
    NoCurrency(Option<&'static str>),
}

/// Reads "USD", "USD/GBP" (the first is the unit of the value), "person", "officers", "percent", "km", "days"; any
/// other word is the noun of a counted thing.
pub(super) fn read(text: &str, lexicon: &Lexicon) -> Result<Unit, UnitFault> {
    if let Some((unit, per)) = text.split_once('/')
        && is_code(unit)
        && is_code(per)
    {
        currency(per)?;
        return currency(unit);
    }
    if let Some(unit) = MeasureUnit::from_symbol(text) {
        return Ok(Unit::Measure(unit));
    }
    if is_code(text) {
        return currency(text);
    }
    let lower = text.to_lowercase();
    match &*lower.replace(['-', '_'], " ") {
        "percent" | "per cent" | "%" | "pct" => return Ok(Unit::Percent),
        "percentage point" | "percentage points" => return Ok(Unit::PercentagePoint),
        _ => {}
    }
    let entry = lexicon.entry(lexicon.id(&lower));
    Ok(if entry.class.contains(Class::PERSON) {
        Unit::Person
    } else if let Some(currency) = Currency::of_entry(entry).filter(|_| entry.class.contains(Class::CURRENCY)) {
        Unit::Money(currency)
    } else if let Some(unit) = MeasureUnit::of_entry(entry).filter(|_| entry.class.contains(Class::UNIT)) {
        Unit::Measure(unit)
    } else if entry.class.contains(Class::TIME_UNIT) {
        TIME.iter().find(|unit| **unit as u8 == entry.time).map_or(Unit::Thing, |&unit| Unit::Duration(unit))
    } else {
        Unit::Thing
    })
}

const TIME: &[TimeUnit] = &[
    TimeUnit::Second,
    TimeUnit::Minute,
    TimeUnit::Hour,
    TimeUnit::Day,
    TimeUnit::Week,
    TimeUnit::Fortnight,
    TimeUnit::Month,
    TimeUnit::Quarter,
    TimeUnit::Year,
    TimeUnit::Decade,
    TimeUnit::Century,
];

fn is_code(text: &str) -> bool {
    text.len() == 3 && text.bytes().all(|b| b.is_ascii_uppercase())
}

fn currency(code: &str) -> Result<Unit, UnitFault> {
    Currency::from_code(code)
        .map(Unit::Money)
        .ok_or_else(|| UnitFault::NoCurrency(nearest(code, CURRENCIES.iter().map(|c| c.code))))
}

/// Whether a measure can have this unit. Changes of anything can be told in per cent.
pub(super) fn agrees(unit: Unit, counts: Counts, change: bool) -> bool {
    let share = matches!(unit, Unit::Percent | Unit::PercentagePoint | Unit::Ratio);
    match counts {
        _ if change && share => true,
        Counts::Person => unit == Unit::Person,
        Counts::Money => matches!(unit, Unit::Money(_)),
        Counts::Percent => share,
        Counts::Amount => matches!(unit, Unit::Measure(_)),
        Counts::Duration => matches!(unit, Unit::Duration(_)),
        Counts::Rate => unit.counts_things(),
        Counts::Thing => !share && unit != Unit::Person && !matches!(unit, Unit::Money(_)),
    }
}

/// The unit a measure wants, for people.
pub(super) fn wanted(counts: Counts) -> &'static str {
    match counts {
        Counts::Person => "\u{201c}person\u{201d}",
        Counts::Money => "a currency such as \u{201c}USD\u{201d}",
        Counts::Percent => "\u{201c}percent\u{201d}",
        Counts::Thing | Counts::Rate => "the noun of what is counted",
        Counts::Amount => "a unit of measure such as \u{201c}km\u{201d}",
        Counts::Duration => "a unit of time such as \u{201c}month\u{201d}",
    }
}

//! Ranges that say their unit twice: "3 km to 5 km", "20-cent to 30-cent"; and those of temperatures below nought.

use nom::Parser;
use nom::branch::alt;
use nom::combinator::opt;

use super::hedge::lead;
use super::number::{Plain, plain};
use super::range::tolerance;
use super::unit::Dimension;
use super::units::{Written, unit};
use super::{Number, Unit};
use crate::token::{Class, Grammar, Kind, Tokens, any_of, glued, punct, word};

/// Most tokens of a unit, "hours, 20 minutes and about 30 seconds" and more.
const LONGEST_UNIT: usize = 16;

/// "3km-5km", "10 dollars to 20 dollars", "between 2 hours and about 3 hours", up to the second unit, which is read as
/// the unit of the whole. The ends rise.
pub(super) fn measured_range(i: Tokens<'_>) -> Grammar<'_, Number> {
    let (start, between) = opt(word("between")).parse(i)?;
    let (after_low, low) = plain(start)?;
    if !goes_on(after_low) {
        return Err(nom::Err::Error(()));
    }
    let (rest, first) = named_unit(start, after_low, low)?;
    if let Ok((after, width)) = tolerance(rest)
        && let Ok((_, second)) = named_unit(rest, after, width)
        && first == second
        && let (Some(from), Some(to)) = (low.value.checked_sub(width.value), low.value.checked_add(width.value))
    {
        return Ok((after, Number::Range { low: from, high: to, place: low.place.max(width.place) }));
    }
    let (rest, _) = match between {
        Some(_) => alt((word("and"), word("to"))).parse(rest)?,
        None => alt((word("to"), glued(punct('-')), punct('\u{2013}'))).parse(rest)?,
    };
    let (high_start, _) = opt(lead).parse(rest)?;
    let (rest, high) = plain(high_start)?;
    let (_, second) = named_unit(high_start, rest, high)?;
    // "Fell 2 dollars to 30 dollars": by how much, and to what.
    if first == second && low.value < high.value && (between.is_some() || !changes(i)) {
        return Ok((rest, Number::Range { low: low.value, high: high.value, place: low.place.max(high.place) }));
    }
    Err(nom::Err::Error(()))
}

/// "-18 °C to -34 °C", "minus 20 to minus 10 degrees", "-5 to 3C", "-40-0 degrees Celsius": temperatures of which one
/// is below nought, the first as it stands before its sign. Either end may be the lower one.
pub(super) fn below_nought(i: Tokens<'_>) -> Grammar<'_, Number> {
    let sign = |i| opt(alt((any_of(&["minus"]), punct('-'), punct('\u{2212}')))).parse(i);
    let (low_start, first_sign) = sign(i)?;
    let (after_low, first) = plain(low_start)?;
    let (rest, first_unit) = match named_unit(low_start, after_low, first) {
        Ok((rest, unit)) => (rest, Some(unit)),
        Err(_) => (after_low, None),
    };
    let joint = alt((word("to"), word("and"), glued(punct('-')), punct('\u{2013}')));
    let (rest, (_, second_sign)) = (joint, sign).parse(rest)?;
    let (after, second) = plain(rest)?;
    let (_, unit) = named_unit(rest, after, second)?;
    let degrees = matches!(unit, Unit::Measure(unit) if unit.is_temperature() || unit.dimension() == Dimension::Angle);
    let signed = first_sign.is_some() || second_sign.is_some();
    if !degrees || !signed || first_unit.is_some_and(|first| first != unit) {
        return Err(nom::Err::Error(()));
    }
    let value = |sign: Option<_>, number: Plain| if sign.is_some() { -number.value } else { number.value };
    let (one, other) = (value(first_sign, first), value(second_sign, second));
    Ok((after, Number::Range { low: one.min(other), high: one.max(other), place: first.place.max(second.place) }))
}

/// Whether one of the next tokens can join two ends of a range. Behind most numbers there is none, and no unit need be
/// looked for twice.
fn goes_on(i: Tokens<'_>) -> bool {
    i.list().iter().take(LONGEST_UNIT).any(|t| match t.kind {
        Kind::Word => ["to", "and"].iter().any(|joint| i.text_of(*t).eq_ignore_ascii_case(joint)),
        Kind::Punct => matches!(t.word.as_punct(), Some('-' | '\u{2013}' | '±' | '/')),
        Kind::Digits | Kind::Clitic => false,
    })
}

/// Whether a word of change stands before the number, or before a hedge or "by" that it has.
pub(super) fn changes(i: Tokens<'_>) -> bool {
    let one = Number::Share { value: rust_decimal::Decimal::ONE };
    let before = Written::of(one, i, &i).before();
    let is_change = |word: &str| {
        let class = i.lexicon().class(i.lexicon().id(&word.to_lowercase()));
        class.intersects(Class::RISE | Class::FALL)
    };
    // The sign of a currency stands between: "fell by $2 to $30".
    let words = before.split_whitespace().rev().filter(|word| word.ends_with(char::is_alphabetic));
    words.take(2).any(is_change)
}

/// The unit behind a number, where one is named.
fn named_unit<'a>(start: Tokens<'a>, rest: Tokens<'a>, number: Plain) -> Grammar<'a, Unit> {
    let written = Written::of(number.number(), start, &rest);
    unit(rest, &written).map(|(rest, tail)| (rest, tail.unit))
}

#[cfg(test)]
mod tests {
    use crate::quantity::testing::rows;

    #[test]
    fn units_said_twice() {
        insta::assert_snapshot!(rows("a walk of 4km-6km, or 7 miles to 9 miles"), @"
        4km-6km = [4, 6] between Measure(MeasureUnit(0))
        7 miles to 9 miles = [7, 9] between Measure(MeasureUnit(4))
        ");
        insta::assert_snapshot!(rows("between 40 mg and about 60 mg"), @"between 40 mg and about 60 mg = [40, 60] between Measure(MeasureUnit(82))");
        insta::assert_snapshot!(rows("ranging from 20 dollars to 30 dollars"), @"20 dollars to 30 dollars = [20, 30] between Money(Currency(0))");
        insta::assert_snapshot!(rows("20 cents to 30 cents"), @"20 cents to 30 cents = [0.2, 0.3] between Money(Currency(0))");
        insta::assert_snapshot!(rows("cut from 45 km to 30 km"), @"
        45 km = 45 none Measure(MeasureUnit(0))
        30 km = 30 none Measure(MeasureUnit(0))
        ");
        insta::assert_snapshot!(rows("Stocks fell 2 million barrels to 30 million barrels"), @"
        2 million barrels = 2000000 none Measure(MeasureUnit(17))  decrease
        30 million barrels = 30000000 none Measure(MeasureUnit(17))
        ");
        insta::assert_snapshot!(rows("2 hours to 300 people"), @"
        2 hours = 2 none Duration(Hour)
        300 people = 300 none Person people
        ");
    }
}

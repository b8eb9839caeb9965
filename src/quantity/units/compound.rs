//! Measurements in two units of which the smaller counts the rest: feet and inches, pounds and ounces.

use nom::Parser;
use nom::branch::alt;
use nom::combinator::opt;
use rust_decimal::Decimal;

use super::{Written, of};
use crate::quantity::tail::Tail;
use crate::quantity::unit::MeasureUnit;
use crate::quantity::{Form, Number, Unit};
use crate::token::{Class, Grammar, Tokens, any_of, class, glued, punct, word};

/// The larger unit, the smaller one, how many of it make the larger, and the words for the smaller.
const PAIRS: &[(&str, &str, u32, &[&str])] = &[
    ("ft", "in", 12, &["in", "inch", "inches", "ins"]),
    ("lb", "oz", 16, &["oz", "ounce", "ounces"]),
    ("st", "lb", 14, &["lb", "lbs", "pound", "pounds"]),
    ("m", "cm", 100, &["cm", "centimetres", "centimeters"]),
    ("km", "m", 1000, &["m", "metres", "meters"]),
    ("kg", "g", 1000, &["g", "grams"]),
];

/// "feet 4 inches", "ft 2in", "' 2\"", "lb 3 oz" behind a whole number.
pub(super) fn smaller<'a>(i: Tokens<'a>, written: &Written<'a>) -> Grammar<'a, Tail> {
    let value = written.value().filter(Decimal::is_integer).ok_or(nom::Err::Error(()))?;
    let primes = feet_and_inches(i);
    let (rest, (count, times, symbol)) = primes.or_else(|_| words(i))?;
    let sum = value.checked_mul(Decimal::from(times)).and_then(|value| value.checked_add(count));
    match (sum, MeasureUnit::from_symbol(symbol)) {
        (Some(value), Some(unit)) if count < Decimal::from(times) => {
            let number = Number::Value { value, place: Decimal::ONE, form: Form::Whole };
            Ok((rest, Tail { number: Some(number), ..of(Unit::Measure(unit)) }))
        }
        _ => Err(nom::Err::Error(())),
    }
}

/// "' 2\"": the primes of feet and inches.
fn feet_and_inches(i: Tokens<'_>) -> Grammar<'_, (Decimal, u32, &'static str)> {
    let foot = glued(alt((punct('\''), punct('\u{2032}'), punct('\u{2019}'))));
    let inches = glued(alt((punct('"'), punct('\u{2033}'), punct('\u{201d}'))));
    let (rest, (_, count, _)) = (foot, crate::quantity::number::plain, inches).parse(i)?;
    Ok((rest, (count.value, 12, "in")))
}

/// "feet 4 inches", "lb and 3 oz", "-foot-4-inch".
fn words(i: Tokens<'_>) -> Grammar<'_, (Decimal, u32, &'static str)> {
    let hyphen = |i| opt(glued(punct('-'))).parse(i);
    let (start, token) = (hyphen, class(Class::UNIT)).map(|(_, token)| token).parse(i)?;
    let larger = MeasureUnit::of_entry(i.entry(token)).map_or("", MeasureUnit::symbol);
    let pair = PAIRS.iter().find(|pair| pair.0 == larger).ok_or(nom::Err::Error(()))?;
    let joint = (opt(punct(',')), opt(word("and")), hyphen);
    let (rest, (_, count, _, _)) = (joint, crate::quantity::number::plain, hyphen, any_of(pair.3)).parse(start)?;
    Ok((rest, (count.value, pair.2, pair.1)))
}

//! Measurements in two units of which the smaller counts the rest: feet and inches, pounds and ounces.

use nom::Parser;
use nom::branch::alt;
use nom::combinator::opt;
use nom::sequence::preceded;
use rust_decimal::Decimal;

use super::measure::ends_phrase;
use super::{Written, of};
use crate::quantity::number::plain;
use crate::quantity::tail::Tail;
use crate::quantity::unit::MeasureUnit;
use crate::quantity::{Form, Number, Unit};
use crate::token::{Class, Grammar, Kind, Tokens, any_of, class, glued, punct, word};

/// The larger unit, the smaller one, how many of it make the larger, and the words for the smaller.
const PAIRS: &[(&str, &str, u32, &[&str])] = &[
    ("ft", "in", 12, &["in", "inch", "inches", "ins"]),
    ("lb", "oz", 16, &["oz", "ounce", "ounces"]),
    ("st", "lb", 14, &["lb", "lbs", "pound", "pounds"]),
    ("m", "cm", 100, &["cm", "centimetres", "centimeters"]),
    ("km", "m", 1000, &["m", "metres", "meters"]),
    ("kg", "g", 1000, &["g", "grams"]),
];

/// Feet of people's heights; in "the boat is 40 feet 6" the six is something else.
const HEIGHTS: std::ops::RangeInclusive<u32> = 3..=8;

/// What stands behind a larger unit: how much of the smaller one, how many make the larger, and its symbol.
type Smaller = (Decimal, u32, &'static str);

/// "feet 4 inches", "ft 2in", "' 2\"", "lb 3 oz", "-foot-4" behind a whole number.
pub(super) fn smaller<'a>(i: Tokens<'a>, written: &Written<'a>) -> Grammar<'a, Tail> {
    let value = written.value().filter(Decimal::is_integer).ok_or(nom::Err::Error(()))?;
    let height = HEIGHTS.map(Decimal::from).any(|feet| feet == value);
    let bare = |i| if height { bare_inches(i) } else { Err(nom::Err::Error(())) };
    let (rest, (count, times, symbol)) = alt((feet_and_inches, words, stones, bare)).parse(i)?;
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
pub(in crate::quantity) fn feet_and_inches(i: Tokens<'_>) -> Grammar<'_, Smaller> {
    let foot = glued(alt((punct('\''), punct('\u{2032}'), punct('\u{2019}'))));
    let twice = |mark| (glued(punct(mark)), glued(punct(mark))).map(|_| ());
    let one = glued(alt((punct('"'), punct('\u{2033}'), punct('\u{201d}')))).map(|_| ());
    let inches = alt((one, twice('\''), twice('\u{2032}'), twice('\u{2019}')));
    let (rest, (_, count, ())) = (foot, plain, inches).parse(i)?;
    Ok((rest, (count.value, 12, "in")))
}

/// "feet 4 inches", "lb and 3 oz", "-foot-4-inch".
fn words(i: Tokens<'_>) -> Grammar<'_, Smaller> {
    let hyphen = |i| opt(glued(punct('-'))).parse(i);
    // "Pounds" belong to money as well, and are no word of the table.
    let pounds = any_of(&["pound", "pounds"]).map(|_| "lb");
    let named = class(Class::UNIT).map(|t| MeasureUnit::of_entry(i.entry(t)).map_or("", MeasureUnit::symbol));
    let (start, larger) = preceded(hyphen, alt((pounds, named))).parse(i)?;
    let pair = PAIRS.iter().find(|pair| pair.0 == larger).ok_or(nom::Err::Error(()))?;
    let joint = (opt(punct(',')), opt(word("and")), hyphen);
    let (rest, (_, count, _, _)) = (joint, plain, hyphen, any_of(pair.3)).parse(start)?;
    Ok((rest, (count.value, pair.2, pair.1)))
}

/// "st 4lb", which looks like the ending of "1st".
fn stones(i: Tokens<'_>) -> Grammar<'_, Smaller> {
    let (rest, (_, count, _)) = (word("st"), plain, any_of(&["lb", "lbs", "pounds"])).parse(i)?;
    Ok((rest, (count.value, 14, "lb")))
}

/// "-foot-10", "ft 4", "feet 4" without a unit, where nothing else is counted.
fn bare_inches(i: Tokens<'_>) -> Grammar<'_, Smaller> {
    let hyphen = |i| opt(glued(punct('-'))).parse(i);
    let (rest, (_, _, joint, count)) = (hyphen, any_of(&["foot", "feet", "ft"]), hyphen, plain).parse(i)?;
    let goes_on = rest.first().is_some_and(|t| {
        joint.is_none()
            && (matches!(t.kind, Kind::Word | Kind::Digits) && !ends_phrase(rest) && rest.text_of(t) != "tall"
                || t.is_punct('-')
                || t.is_punct('%'))
    });
    if goes_on || count.form != Form::Whole { Err(nom::Err::Error(())) } else { Ok((rest, (count.value, 12, "in"))) }
}

#[cfg(test)]
mod tests {
    use crate::quantity::testing::rows;

    #[test]
    fn heights_and_weights() {
        insta::assert_snapshot!(rows("a 6'4\" centre, a 5-foot-9 guard and a 6' 1\" man"), @r#"
        6'4" = 76 none Measure(MeasureUnit(7))
        5-foot-9 = 69 none Measure(MeasureUnit(7))
        6' 1" = 73 none Measure(MeasureUnit(7))
        "#);
        insta::assert_snapshot!(rows("she is 5 feet 7, he is 6ft 3in, the boat is 40 feet 6 people"), @"
        5 feet 7 = 67 none Measure(MeasureUnit(7))
        6ft 3in = 75 none Measure(MeasureUnit(7))
        40 feet = 40 none Measure(MeasureUnit(6))
        6 people = 6 none Person people
        ");
        insta::assert_snapshot!(rows("boxed at 11st 6lb, weighed 9lb 2oz, 13 stone 5 pounds"), @"
        11st 6lb = 160 none Measure(MeasureUnit(22))
        9lb 2oz = 146 none Measure(MeasureUnit(23))
        13 stone 5 pounds = 187 none Measure(MeasureUnit(22))
        ");
        insta::assert_snapshot!(rows("5 feet 30 miles away"), @"
        5 feet = 5 none Measure(MeasureUnit(6))
        30 miles = 30 none Measure(MeasureUnit(4))
        ");
    }
}

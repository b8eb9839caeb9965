//! Measurements: words and symbols, squares and cubes, speeds, degrees, and the letters that are units only behind digits.

use nom::Parser;
use nom::branch::alt;
use nom::combinator::opt;

use super::compound::smaller;
use super::phrase::{degrees, phrase};
use super::symbol::{inch, symbol};
use super::{Written, of};
use crate::quantity::Unit;
use crate::quantity::tail::Tail;
use crate::quantity::unit::{Dimension, MeasureUnit};
use crate::token::{Class, Grammar, Kind, Tokens, any_of, class, digits, entry, glued, punct, word};

/// A measurement of one or two units: "km", "feet 4 inches", "lb 3 oz". Two are held in the smaller one.
pub(super) fn lengths<'a>(i: Tokens<'a>, written: &Written<'a>) -> Grammar<'a, Tail> {
    if let Ok(read) = smaller(i, written) {
        return Ok(read);
    }
    measure(i, written).map(|(rest, unit)| (rest, of(Unit::Measure(unit))))
}

/// "km", "square miles", "-foot", "°C", "degrees Celsius", "km/h", and symbols behind digits.
pub(super) fn measure<'a>(i: Tokens<'a>, written: &Written<'a>) -> Grammar<'a, MeasureUnit> {
    alt((degrees, phrase, |i| powered(i, written), |i| symbol(i, written), |i| inch(i, written))).parse(i)
}

/// The unit of a symbol that the table surely has.
pub(super) fn unit(symbol: &str) -> Result<MeasureUnit, nom::Err<()>> {
    MeasureUnit::from_symbol(symbol).ok_or(nom::Err::Error(()))
}

/// A word or symbol of length, in any case.
pub(super) fn length_word(i: Tokens<'_>) -> Grammar<'_, MeasureUnit> {
    let (rest, entry) = entry(Class::UNIT | Class::UNIT_SYMBOL).parse(i)?;
    let inches = i.first().is_some_and(|t| i.text_of(t).eq_ignore_ascii_case("in"));
    let unit = if inches { MeasureUnit::from_symbol("in") } else { MeasureUnit::of_entry(entry) };
    match unit.filter(|unit| unit.dimension() == Dimension::Length) {
        Some(unit) => Ok((rest, unit)),
        None => Err(nom::Err::Error(())),
    }
}

/// The area or volume on a length.
pub(super) fn to_power(base: MeasureUnit, power: u32) -> Result<MeasureUnit, nom::Err<()>> {
    unit(match (base.symbol(), power) {
        ("km", 2) => "km2",
        ("m", 2) => "m2",
        ("cm", 2) => "cm2",
        ("mm", 2) => "mm2",
        ("mi", 2) => "mi2",
        ("yd", 2) => "yd2",
        ("ft", 2) => "ft2",
        ("in", 2) => "in2",
        ("km", 3) => "km3",
        ("m", 3) => "m3",
        ("cm", 3) => "cm3",
        ("mm", 3) => "mm3",
        ("mi", 3) => "mi3",
        ("yd", 3) => "yd3",
        ("ft", 3) => "ft3",
        ("in", 3) => "in3",
        _ => return Err(nom::Err::Error(())),
    })
}

/// A word or symbol of the table, with what makes another unit of it behind: "²", "^3", "squared", "/h", "per hour".
fn powered<'a>(i: Tokens<'a>, written: &Written<'a>) -> Grammar<'a, MeasureUnit> {
    let (start, _) = opt(glued(punct('-'))).parse(i)?;
    let (rest, base) = alt((table_word, |i| symbol(i, written))).parse(start)?;
    if base.dimension() != Dimension::Length && base.symbol() != "bbl" {
        return Ok((rest, base));
    }
    let digit = |n: &'static str| {
        move |i: Tokens<'a>| match glued(digits).parse(i) {
            Ok((rest, token)) if i.text_of(token) == n => Ok((rest, ())),
            _ => Err(nom::Err::Error(())),
        }
    };
    let two = alt((
        glued(punct('²')).map(|_| ()),
        word("squared").map(|_| ()),
        (glued(punct('^')), digit("2")).map(|_| ()),
        digit("2"),
    ))
    .map(|()| 2);
    let three = alt((
        glued(punct('³')).map(|_| ()),
        word("cubed").map(|_| ()),
        (glued(punct('^')), digit("3")).map(|_| ()),
        digit("3"),
    ))
    .map(|()| 3);
    if let Ok((after, power)) = alt((two, three)).parse(rest)
        && let Ok(unit) = to_power(base, power)
    {
        return Ok((after, unit));
    }
    Ok(speed(rest, base).unwrap_or((rest, base)))
}

/// "per hour", "an hour", "/h", "/s", "b/d": the speed on a length.
fn speed(i: Tokens<'_>, base: MeasureUnit) -> Grammar<'_, MeasureUnit> {
    let per = alt((
        glued(punct('/')).map(|_| ()),
        any_of(&["per", "an", "a"]).map(|_| ()),
        glued(punct('-')).and(word("per")).and(glued(punct('-'))).map(|_| ()),
    ));
    let (rest, ((), token)) = (per, any_of(&["h", "hr", "hour", "s", "sec", "second"])).parse(i)?;
    let hour = i.text_of(token).starts_with(['h', 'H']);
    let symbol = match (base.symbol(), hour) {
        ("km", true) => "km/h",
        ("mi", true) => "mph",
        ("m", false) => "m/s",
        ("km", false) => "km/s",
        ("ft", false) => "ft/s",
        _ => return Err(nom::Err::Error(())),
    };
    Ok((rest, unit(symbol)?))
}

/// A word that is a unit behind any number. "Stone" only where its phrase ends, a "stone wall" is none.
fn table_word(i: Tokens<'_>) -> Grammar<'_, MeasureUnit> {
    let (rest, token) = class(Class::UNIT).parse(i)?;
    if i.text_of(token).eq_ignore_ascii_case("stone") && !ends_phrase(rest) {
        return Err(nom::Err::Error(()));
    }
    MeasureUnit::of_entry(i.entry(token)).map_or(Err(nom::Err::Error(())), |unit| Ok((rest, unit)))
}

/// Whether no noun follows that the word before could belong to.
pub(super) fn ends_phrase(rest: Tokens<'_>) -> bool {
    rest.first().is_none_or(|t| {
        t.kind != Kind::Word
            || rest.entry(t).class.intersects(
                Class::PREPOSITION
                    | Class::CONJUNCTION
                    | Class::VERB
                    | Class::AUXILIARY
                    | Class::ADVERB
                    | Class::SUBORDINATOR,
            )
    })
}

#[cfg(test)]
mod tests {
    use crate::quantity::testing::rows;

    #[test]
    fn words_and_symbols() {
        insta::assert_snapshot!(rows("12 hectolitres, 40 nm, 7 Wh and 3 exabytes"), @"
        12 hectolitres = 12 none Measure(MeasureUnit(72))
        40 nm = 40 none Measure(MeasureUnit(52))
        7 Wh = 7 none Measure(MeasureUnit(100))
        3 exabytes = 3 none Measure(MeasureUnit(42))
        ");
        insta::assert_snapshot!(rows("5 mi, 20mg and 30 µg"), @"
        5 mi = 5 none Measure(MeasureUnit(4))
        20mg = 20 none Measure(MeasureUnit(82))
        30 µg = 30 none Measure(MeasureUnit(83))
        ");
        insta::assert_snapshot!(rows("300 g of rice, 2 t, 4 l and 9 L"), @"
        300 g = 300 none Measure(MeasureUnit(19))
        2 t = 2 none Measure(MeasureUnit(20))
        4 l = 4 none Measure(MeasureUnit(15))
        9 L = 9 none Measure(MeasureUnit(15))
        ");
        insta::assert_snapshot!(rows("5 m people"), @"5 m people = 5 none Person people");
        insta::assert_snapshot!(rows("weighs 10 stone and five stone walls"), @"
        10 stone = 10 none Measure(MeasureUnit(89))
        five stone walls = 5 none Thing walls
        ");
    }

    #[test]
    fn powers_and_speeds() {
        insta::assert_snapshot!(rows("6 sq. km, 8 sq miles, 30 cubic metres and 2 m³"), @"
        6 sq. km = 6 none Measure(MeasureUnit(11))
        8 sq miles = 8 none Measure(MeasureUnit(13))
        30 cubic metres = 30 none Measure(MeasureUnit(61))
        2 m³ = 2 none Measure(MeasureUnit(61))
        ");
        insta::assert_snapshot!(rows("9km2, 5 km squared and 4 ft^3"), @"
        9km2 = 9 none Measure(MeasureUnit(11))
        5 km squared = 5 none Measure(MeasureUnit(11))
        4 ft^3 = 4 none Measure(MeasureUnit(65))
        ");
        insta::assert_snapshot!(rows("90 km/h, 55 miles an hour and 12 m/s"), @"
        90 km/h = 90 none Measure(MeasureUnit(26))
        55 miles an hour = 55 none Measure(MeasureUnit(27))
        12 m/s = 12 none Measure(MeasureUnit(93))
        ");
        insta::assert_snapshot!(rows("35 miles per gallon, 80 nautical miles, 6 metric tons"), @"
        35 miles per gallon = 35 none Measure(MeasureUnit(132))
        80 nautical miles = 80 none Measure(MeasureUnit(8))
        6 metric tons = 6 none Measure(MeasureUnit(20))
        ");
        insta::assert_snapshot!(rows("a cut of 40 MtCO2e"), @"40 MtCO2e = 40 none Measure(MeasureUnit(137))  decrease");
    }

    #[test]
    fn temperatures() {
        insta::assert_snapshot!(rows("with highs of 30 C, 90F in the heat, 21℃ and 6 deg C"), @"
        30 C = 30 none Measure(MeasureUnit(24))
        90F = 90 none Measure(MeasureUnit(25))
        21℃ = 21 none Measure(MeasureUnit(24))
        6 deg C = 6 none Measure(MeasureUnit(24))
        ");
        insta::assert_snapshot!(rows("25° on the Celsius scale, a 40-degree turn"), @"
        25° = 25 none Measure(MeasureUnit(24))
        40-degree = 40 none Measure(MeasureUnit(122))
        ");
    }

    #[test]
    fn names_are_no_units() {
        insta::assert_snapshot!(rows("18F, 18f.example.org, row 12C, W3C, 5G and 4x"), @"4x = x4 none Ratio");
    }

    #[test]
    fn inches_and_quotations() {
        insta::assert_snapshot!(rows("a board 2 in thick and 9\" wide"), @r#"
        2 in = 2 none Measure(MeasureUnit(7))
        9" = 9 none Measure(MeasureUnit(7))
        "#);
        insta::assert_snapshot!(rows("he said \"we were 5\" and killed 12 in Kabul"), @"
        5 = 5 none None
        12 = 12 none None
        ");
    }

    #[test]
    fn metres_or_millions() {
        insta::assert_snapshot!(rows("1.8m tall, the 100m sprint and 2m (6ft 7in)"), @"
        1.8m = 1.8 none Measure(MeasureUnit(1))
        100m = 100 none Measure(MeasureUnit(1))
        2m = 2 none Measure(MeasureUnit(1))
        6ft 7in = 79 none Measure(MeasureUnit(7))
        ");
        insta::assert_snapshot!(rows("1.8m voters and £100m"), @"
        1.8m voters = 1800000 none Person voters
        £100m = 100000000 none Money(Currency(2))
        ");
    }

    #[test]
    fn two_units() {
        insta::assert_snapshot!(rows("six feet 4 inches, 5ft 2in and 8 lb 3 oz"), @"
        six feet 4 inches = 76 none Measure(MeasureUnit(7))
        5ft 2in = 62 none Measure(MeasureUnit(7))
        8 lb 3 oz = 131 none Measure(MeasureUnit(23))
        ");
        insta::assert_snapshot!(rows("a 6' 2\" man"), @r#"6' 2" = 74 none Measure(MeasureUnit(7))"#);
    }

    #[test]
    fn one_unit_for_several() {
        insta::assert_snapshot!(rows("doses of 45 and 50 mg"), @"
        45 = 45 none Measure(MeasureUnit(82))
        50 mg = 50 none Measure(MeasureUnit(82))
        ");
        insta::assert_snapshot!(rows("at 20, 25 and 30 Celsius"), @"
        20 = 20 none Measure(MeasureUnit(24))
        25 = 25 none Measure(MeasureUnit(24))
        30 Celsius = 30 none Measure(MeasureUnit(24))
        ");
        insta::assert_snapshot!(rows("killed 3 and 40 people"), @"
        3 = 3 none None
        40 people = 40 none Person people
        ");
    }
}

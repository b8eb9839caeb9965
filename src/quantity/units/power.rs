//! Squares and cubes of lengths: "km²", "feet^3", "metres squared".

use nom::Parser;
use nom::branch::alt;
use nom::combinator::value;
use nom::sequence::preceded;

use super::measure::unit;
use crate::quantity::unit::MeasureUnit;
use crate::token::{Grammar, Tokens, digits, glued, punct, word};

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

/// "²", "^3", "cubed", "2" behind a length: the area or volume.
pub(super) fn power_on(i: Tokens<'_>, base: MeasureUnit) -> Grammar<'_, MeasureUnit> {
    let (rest, power) = power(i)?;
    to_power(base, power).map(|unit| (rest, unit))
}

/// "²", "^2", "squared", glued "2", and the same of three.
pub(super) fn power(i: Tokens<'_>) -> Grammar<'_, u32> {
    let digit = |i| {
        let (rest, token) = glued(digits).parse(i)?;
        match rest.text_of(token) {
            "2" => Ok((rest, 2)),
            "3" => Ok((rest, 3)),
            _ => Err(nom::Err::Error(())),
        }
    };
    alt((
        value(2, glued(punct('²'))),
        value(3, glued(punct('³'))),
        value(2, word("squared")),
        value(3, word("cubed")),
        preceded(glued(punct('^')), digit),
        digit,
    ))
    .parse(i)
}

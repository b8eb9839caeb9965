//! Measurements: words and symbols of the table with what stands behind them, and two that make one ("5 feet 4").

use nom::Parser;
use nom::branch::alt;
use nom::combinator::opt;
use rust_decimal::Decimal;

use super::compound::smaller;
use super::over::over;
use super::phrase::{degrees, phrase};
use super::power::power_on;
use super::symbol::{inch, symbol};
use super::time::and_a_part;
use super::{Written, of};
use crate::quantity::tail::Tail;
use crate::quantity::unit::{Dimension, MeasureUnit};
use crate::quantity::{Form, Number, Unit};
use crate::token::{Class, Grammar, Kind, Tokens, any_of, class, digits, entry, glued, punct, word};

/// A measurement of one or two units: "km", "feet 4 inches", "lb 3 oz". Two are held in the smaller one.
pub(super) fn lengths<'a>(i: Tokens<'a>, written: &Written<'a>) -> Grammar<'a, Tail> {
    if let Ok(read) = smaller(i, written) {
        return Ok(read);
    }
    // "20 degrees below zero" and "20 below zero" are -20.
    let below_zero = |i| (word("below"), any_of(&["zero", "nought"])).parse(i);
    let (rest, unit) = if below_zero(i).is_ok() { (i, unit("deg")?) } else { measure(i, written)? };
    if let Ok((after, number)) = with_a_part(rest, written) {
        return Ok((after, Tail { number: Some(number), ..of(Unit::Measure(unit)) }));
    }
    if matches!(unit.dimension(), Dimension::Temperature | Dimension::Angle)
        && let Ok((rest, _)) = below_zero(rest)
        && let Some(number) = written.times(Decimal::NEGATIVE_ONE)
    {
        return Ok((rest, Tail { number: Some(number), ..of(Unit::Measure(unit)) }));
    }
    Ok((rest, of(Unit::Measure(unit))))
}

/// "and a half" behind the unit of a whole number: "two miles and a half".
fn with_a_part<'a>(i: Tokens<'a>, written: &Written<'a>) -> Grammar<'a, Number> {
    let (rest, part) = and_a_part(i)?;
    match written.value().filter(Decimal::is_integer).and_then(|value| value.checked_add(part)) {
        Some(value) => Ok((rest, Number::Value { value, place: part, form: Form::Decimals })),
        None => Err(nom::Err::Error(())),
    }
}

/// "km", "square miles", "-foot", "°C", "degrees Celsius", "km/h", and symbols behind digits.
pub(super) fn measure<'a>(i: Tokens<'a>, written: &Written<'a>) -> Grammar<'a, MeasureUnit> {
    alt((degrees, |i| compound(i, written), |i| inch(i, written))).parse(i)
}

/// The unit of a symbol that the table surely has.
pub(super) fn unit(symbol: &str) -> Result<MeasureUnit, nom::Err<()>> {
    MeasureUnit::from_symbol(symbol).ok_or(nom::Err::Error(()))
}

/// A word or symbol of length, in any case.
pub(super) fn length_word(i: Tokens<'_>) -> Grammar<'_, MeasureUnit> {
    if let Ok((rest, _)) = word("in").parse(i) {
        return Ok((rest, unit("in")?));
    }
    let (rest, entry) = entry(Class::UNIT | Class::UNIT_SYMBOL).parse(i)?;
    match MeasureUnit::of_entry(entry).filter(|unit| unit.dimension() == Dimension::Length) {
        Some(unit) => Ok((rest, unit)),
        None => Err(nom::Err::Error(())),
    }
}

/// A phrase, word or symbol of the table, with what makes another unit of it behind: "²", "^3", "squared", "/h", "per
/// hour", "of CO2 equivalent".
fn compound<'a>(i: Tokens<'a>, written: &Written<'a>) -> Grammar<'a, MeasureUnit> {
    let (start, _) = opt(glued(punct('-'))).parse(i)?;
    let (rest, base) = alt((phrase, table_word, |i| symbol(i, written))).parse(start)?;
    if base.dimension() == Dimension::Mass
        && let Ok(read) = equivalent(rest, base)
    {
        return Ok(read);
    }
    let (rest, unit) = power_on(rest, base).unwrap_or((rest, base));
    Ok(over(rest, unit).unwrap_or((rest, unit)))
}

/// "CO2e", "of CO2 equivalent", "of carbon dioxide equivalent" behind a mass: greenhouse gases.
fn equivalent(i: Tokens<'_>, base: MeasureUnit) -> Grammar<'_, MeasureUnit> {
    let formula = (word("co"), glued(digits)).map(|_| ());
    let gas = alt((formula, (word("carbon"), opt(word("dioxide"))).map(|_| ())));
    let glued_e = glued(any_of(&["e", "eq"])).map(|_| ());
    let worded = (opt(glued(punct('-'))), any_of(&["equivalent", "equivalents", "eq"])).map(|_| ());
    let (rest, _) = (opt(word("of")), gas, alt((glued_e, worded))).parse(i)?;
    let symbol = match base.symbol() {
        "t" => "tCO2e",
        "kt" => "ktCO2e",
        "Mt" => "MtCO2e",
        "Gt" => "GtCO2e",
        _ => return Err(nom::Err::Error(())),
    };
    Ok((rest, unit(symbol)?))
}

/// Words and symbols of the table that are another unit in this case: a small "b" is a bit, a small "m" a thousandth.
const IN_THIS_CASE: &[(&str, &str)] = &[
    ("Kb", "kbit"),
    ("Mb", "Mbit"),
    ("Gb", "Gbit"),
    ("Tb", "Tbit"),
    ("KBps", "kB/s"),
    ("MBps", "MB/s"),
    ("GBps", "GB/s"),
    ("mW", "mW"),
    ("Nm", "Nm"),
    ("NM", "nmi"),
    ("kN", "kN"),
];

/// The unit that a word or symbol names in just this case, where the table gives its small letters to another.
pub(super) fn by_case(text: &str) -> Option<MeasureUnit> {
    let (_, symbol) = IN_THIS_CASE.iter().find(|(written, _)| *written == text)?;
    MeasureUnit::from_symbol(symbol)
}

/// A word that is a unit behind any number. "Stone" only where its phrase ends, a "stone wall" is none.
pub(super) fn table_word(i: Tokens<'_>) -> Grammar<'_, MeasureUnit> {
    let (rest, token) = class(Class::UNIT).parse(i)?;
    let text = i.text_of(token);
    if text.eq_ignore_ascii_case("stone") && token.spaced() && !ends_phrase(rest) {
        return Err(nom::Err::Error(()));
    }
    let unit = by_case(text).or_else(|| MeasureUnit::of_entry(i.entry(token)));
    unit.map_or(Err(nom::Err::Error(())), |unit| Ok((rest, unit)))
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
mod tests;

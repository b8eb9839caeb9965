//! Units of several words: degrees of a scale, squares and cubes, "nautical miles", "miles per gallon".

use nom::Parser;
use nom::branch::alt;
use nom::combinator::opt;

use super::measure::{length_word, to_power, unit};
use crate::quantity::unit::MeasureUnit;
use crate::token::{Grammar, Kind, Tokens, any_of, digits, glued, punct, word};

/// "°C", "° F", "degrees Celsius", "deg C", "degrees on the Fahrenheit scale", "℃", and degrees of no scale.
pub(super) fn degrees(i: Tokens<'_>) -> Grammar<'_, MeasureUnit> {
    if let Ok((rest, token)) = alt((punct('℃'), punct('℉'))).parse(i) {
        return Ok((rest, unit(if token.is_punct('℃') { "degC" } else { "degF" })?));
    }
    let (start, _) = (
        opt(glued(punct('-'))),
        alt((punct('°'), punct('º'), any_of(&["degrees", "degree", "deg"]))),
        opt(glued(punct('-'))),
    )
        .parse(i)?;
    let (named, _) = opt((word("on"), word("the"))).parse(start)?;
    let (rest, symbol) = match named.first().filter(|t| t.kind == Kind::Word).map(|t| i.text_of(t)) {
        Some("C" | "c" | "Celsius" | "celsius" | "centigrade" | "Centigrade" | "celcius" | "Celcius") => {
            (named.skip(1), "degC")
        }
        Some("F" | "f" | "Fahrenheit" | "fahrenheit" | "farenheit" | "Farenheit") => (named.skip(1), "degF"),
        _ => (start, "deg"),
    };
    // "on the Celsius scale" names the scale and is no part of the figure.
    let rest = if named.len() == start.len() { rest } else { start };
    Ok((rest, unit(symbol)?))
}

/// Units of two words and more: squares and cubes, "nautical miles", "metric tons", "fluid ounces", "miles per gallon".
pub(super) fn phrase(i: Tokens<'_>) -> Grammar<'_, MeasureUnit> {
    let (start, _) = opt(glued(punct('-'))).parse(i)?;
    let hyphen = |i| opt(glued(punct('-'))).parse(i);
    if let Ok((after, (power, ..))) =
        (any_of(&["square", "sq", "cubic", "cu"]), opt(glued(punct('.'))), hyphen).parse(start)
    {
        let (rest, base) = length_word(after)?;
        let power =
            if i.text_of(power).as_bytes().first().is_some_and(|b| b.eq_ignore_ascii_case(&b's')) { 2 } else { 3 };
        return to_power(base, power).map(|unit| (rest, unit));
    }
    let (symbol, rest) = match start.first().map(|t| i.text_of(t)) {
        Some("nautical") => ("nmi", (word("nautical"), hyphen, any_of(&["miles", "mile"])).parse(start)?.0),
        Some("metric") => ("t", (word("metric"), hyphen, any_of(&["tons", "ton", "tonnes"])).parse(start)?.0),
        Some("short") => ("ton", (word("short"), hyphen, any_of(&["tons", "ton"])).parse(start)?.0),
        Some("long") => ("long ton", (word("long"), hyphen, any_of(&["tons", "ton"])).parse(start)?.0),
        Some("troy") => ("ozt", (word("troy"), hyphen, any_of(&["ounces", "ounce", "oz"])).parse(start)?.0),
        Some("fluid" | "fl") => (
            "fl oz",
            (any_of(&["fluid", "fl"]), opt(glued(punct('.'))), any_of(&["ounces", "ounce", "oz"])).parse(start)?.0,
        ),
        Some("light") => ("ly", (word("light"), hyphen, any_of(&["years", "year"])).parse(start)?.0),
        Some("acre") => ("acre-foot", (word("acre"), hyphen, any_of(&["feet", "foot"])).parse(start)?.0),
        Some("miles" | "mile") => ("mpg", (any_of(&["miles", "mile"]), word("per"), word("gallon")).parse(start)?.0),
        Some(tco @ ("tCO" | "ktCO" | "MtCO" | "GtCO")) => {
            let symbol = match tco {
                "tCO" => "tCO2e",
                "ktCO" => "ktCO2e",
                "MtCO" => "MtCO2e",
                _ => "GtCO2e",
            };
            (
                symbol,
                (any_of(&["tco", "ktco", "mtco", "gtco"]), glued(digits), opt(glued(any_of(&["e", "eq"]))))
                    .parse(start)?
                    .0,
            )
        }
        _ => return Err(nom::Err::Error(())),
    };
    Ok((rest, unit(symbol)?))
}

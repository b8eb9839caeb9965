//! Units of several words: degrees of a scale, squares and cubes, "nautical miles", "kilowatt hours".

use nom::Parser;
use nom::branch::alt;
use nom::combinator::opt;

use super::measure::{length_word, unit};
use super::power::to_power;
use crate::quantity::unit::MeasureUnit;
use crate::token::{Class, Grammar, Kind, Tokens, any_of, class, digits, glued, punct, word};

/// "°C", "° F", "degrees Celsius", "deg C", "degrees on the Fahrenheit scale", "℃", and degrees of no scale.
pub(super) fn degrees(i: Tokens<'_>) -> Grammar<'_, MeasureUnit> {
    if let Ok((rest, token)) = alt((punct('℃'), punct('℉'))).parse(i) {
        return Ok((rest, unit(if token.is_punct('℃') { "degC" } else { "degF" })?));
    }
    let (start, _) = (
        opt(glued(punct('-'))),
        alt((punct('°'), punct('º'), any_of(&["degrees", "degree", "deg", "degs"]))),
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

/// Units of two words and more: squares and cubes, "nautical miles", "metric tons", "fluid ounces",
/// "kilowatt-hours", "MtCO2e", "beats per minute".
pub(super) fn phrase(i: Tokens<'_>) -> Grammar<'_, MeasureUnit> {
    let hyphen = |i| opt(glued(punct('-'))).parse(i);
    if let Ok((after, (power, ..))) =
        (any_of(&["square", "sq", "cubic", "cu"]), opt(glued(punct('.'))), hyphen).parse(i)
    {
        let (rest, base) = length_word(after)?;
        let power =
            if i.text_of(power).as_bytes().first().is_some_and(|b| b.eq_ignore_ascii_case(&b's')) { 2 } else { 3 };
        return to_power(base, power).map(|unit| (rest, unit));
    }
    if let Ok(read) = alt((emissions, frequency, barrels_a_day, concentration)).parse(i) {
        return Ok(read);
    }
    let (second_word, first) = class(Class::UNIT | Class::UNIT_START | Class::UNIT_SYMBOL).parse(i)?;
    let first = i.text_of(first);
    let of_first = |pair: &&Pair| pair.0.iter().any(|word| word.eq_ignore_ascii_case(first));
    let read = PAIRS.iter().filter(of_first).find_map(|(_, second, symbol)| {
        let (rest, _) = (opt(glued(punct('.'))), hyphen, any_of(second)).parse(second_word).ok()?;
        Some((rest, unit(symbol).ok()?))
    });
    read.ok_or(nom::Err::Error(()))
}

/// The first words, the second words, and the unit that they name.
type Pair = (&'static [&'static str], &'static [&'static str], &'static str);

/// Units of two words.
const PAIRS: &[Pair] = &[
    (&["nautical"], &["miles", "mile"], "nmi"),
    (&["mm"], &["hg"], "mmHg"),
    (&["metric"], &["tons", "ton", "tonnes", "tonne"], "t"),
    (&["short"], &["tons", "ton"], "ton"),
    (&["long"], &["tons", "ton"], "long ton"),
    (&["troy"], &["ounces", "ounce", "oz"], "ozt"),
    (&["fluid", "fl"], &["ounces", "ounce", "oz"], "fl oz"),
    (&["light"], &["years", "year"], "ly"),
    (&["acre"], &["feet", "foot"], "acre-foot"),
    (&["us", "u.s.", "american"], &["gallons", "gallon"], "gal"),
    (&["imperial", "british", "uk"], &["gallons", "gallon"], "imp gal"),
    (&["us", "u.s.", "american"], &["pints", "pint"], "pt"),
    (&["imperial", "british", "uk"], &["pints", "pint"], "imp pt"),
    (&["watt"], &["hours", "hour"], "Wh"),
    (&["kilowatt", "kw"], &["hours", "hour"], "kWh"),
    (&["megawatt", "mw"], &["hours", "hour"], "MWh"),
    (&["gigawatt", "gw"], &["hours", "hour"], "GWh"),
    (&["terawatt"], &["hours", "hour"], "TWh"),
    (&["milliamp"], &["hours", "hour"], "mAh"),
    (&["astronomical"], &["units", "unit"], "AU"),
    (&["newton"], &["metres", "metre", "meters", "meter"], "Nm"),
    (&["pound", "lb"], &["feet", "foot", "ft"], "lb ft"),
    (&["foot", "ft"], &["pounds", "pound", "lbs", "lb"], "lb ft"),
];

/// "tCO2e", "MtCO2", "ktCO2eq".
fn emissions(i: Tokens<'_>) -> Grammar<'_, MeasureUnit> {
    let (rest, (tonnes, ..)) =
        (any_of(&["tco", "ktco", "mtco", "gtco"]), glued(digits), opt(glued(any_of(&["e", "eq"])))).parse(i)?;
    let symbol = match i.text_of(tonnes) {
        "tCO" | "TCO" => "tCO2e",
        "ktCO" | "KtCO" => "ktCO2e",
        "MtCO" => "MtCO2e",
        "GtCO" => "GtCO2e",
        _ => return Err(nom::Err::Error(())),
    };
    Ok((rest, unit(symbol)?))
}

/// "beats per minute", "revolutions a minute".
fn frequency(i: Tokens<'_>) -> Grammar<'_, MeasureUnit> {
    let (rest, (what, ..)) = (any_of(&["beats", "revolutions"]), any_of(&["per", "a"]), word("minute")).parse(i)?;
    Ok((rest, unit(if i.text_of(what).eq_ignore_ascii_case("beats") { "bpm" } else { "rpm" })?))
}

/// "b/d".
fn barrels_a_day(i: Tokens<'_>) -> Grammar<'_, MeasureUnit> {
    let (rest, _) = (any_of(&["b", "bbl", "bbls"]), glued(punct('/')), glued(word("d"))).parse(i)?;
    Ok((rest, unit("bpd")?))
}

/// "parts per million", "parts per billion".
fn concentration(i: Tokens<'_>) -> Grammar<'_, MeasureUnit> {
    let (rest, (.., whole)) = (any_of(&["parts", "part"]), word("per"), any_of(&["million", "billion"])).parse(i)?;
    Ok((rest, unit(if i.text_of(whole).eq_ignore_ascii_case("million") { "ppm" } else { "ppb" })?))
}

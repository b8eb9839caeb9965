//! Quotients of two units: speeds, flows, what a car burns, what air, water and blood hold.

use nom::Parser;
use nom::branch::alt;
use nom::combinator::{opt, value};

use super::measure::{table_word, unit};
use super::phrase::phrase;
use super::power::{power, power_on};
use crate::quantity::unit::{Dimension, MeasureUnit};
use crate::token::{Class, Grammar, Tokens, any_of, class, digits, glued, punct, word};

/// The unit above, the one below, and what they make.
const QUOTIENTS: &[(&str, &str, &str)] = &[
    ("bbl", "d", "bpd"),
    ("kB", "d", "kb/d"),
    ("MB", "d", "mb/d"),
    ("km", "h", "km/h"),
    ("mi", "h", "mph"),
    ("m", "s", "m/s"),
    ("km", "s", "km/s"),
    ("ft", "s", "ft/s"),
    ("mi", "gal", "mpg"),
    ("l", "100km", "l/100km"),
    ("g", "km", "g/km"),
    ("l", "s", "l/s"),
    ("l", "min", "l/min"),
    ("gal", "min", "gal/min"),
    ("m3", "s", "m3/s"),
    ("ft3", "s", "ft3/s"),
    ("kbit", "s", "kbit/s"),
    ("Mbit", "s", "Mbit/s"),
    ("Gbit", "s", "Gbit/s"),
    ("Tbit", "s", "Tbit/s"),
    ("kB", "s", "kB/s"),
    ("MB", "s", "MB/s"),
    ("GB", "s", "GB/s"),
    ("kg", "m3", "kg/m3"),
    ("g", "m3", "g/m3"),
    ("mg", "m3", "mg/m3"),
    ("ug", "m3", "ug/m3"),
    ("g", "cm3", "g/cm3"),
    ("g", "l", "g/l"),
    ("g", "dl", "g/dl"),
    ("mg", "l", "mg/l"),
    ("mg", "dl", "mg/dl"),
    ("mg", "ml", "mg/ml"),
    ("ug", "l", "ug/l"),
    ("ug", "dl", "ug/dl"),
    ("ug", "ml", "ug/ml"),
    ("ng", "ml", "ng/ml"),
    ("mmol", "l", "mmol/l"),
    ("mol", "l", "mol/l"),
    ("umol", "l", "umol/l"),
    ("nmol", "l", "nmol/l"),
    ("ng", "dl", "ng/dl"),
    ("ng", "l", "ng/l"),
    ("pg", "ml", "pg/ml"),
    ("ml", "min", "ml/min"),
    ("ml", "h", "ml/h"),
    ("m3", "h", "m3/h"),
    ("cm", "s", "cm/s"),
    ("mm", "s", "mm/s"),
    ("boe", "d", "boepd"),
    ("g", "kg", "g/kg"),
    ("mg", "kg", "mg/kg"),
    ("ug", "kg", "ug/kg"),
];

/// "/h", "per hour", "a second", "-per-second", "per 100 km", "/m3", "to the gallon" behind a unit: the quotient of
/// the two. What makes no unit ("tonnes a year", "a gallon a day") is no part of the measurement.
pub(super) fn over(i: Tokens<'_>, above: MeasureUnit) -> Grammar<'_, MeasureUnit> {
    if !QUOTIENTS.iter().any(|(of, ..)| *of == above.symbol()) {
        return Err(nom::Err::Error(()));
    }
    let start = if above.symbol() == "bbl" { of_oil(i) } else { i };
    let (rest, below) = (per, below).map(|((), below)| below).parse(start)?;
    // "Barrels a day" are barrels, as "tonnes a day" are tonnes: only a rate that is written as one has a unit. The oil
    // trade's "mb/d" has its slash.
    let how_often = below == "d" && any_of(&["a", "each"]).parse(start).is_ok();
    let of_data =
        below == "d" && above.dimension() == Dimension::Data && !start.first().is_some_and(|t| t.is_punct('/'));
    if how_often || of_data {
        return Err(nom::Err::Error(()));
    }
    let quotient = QUOTIENTS.iter().find(|(of, by, _)| *of == above.symbol() && *by == below);
    let (_, _, symbol) = quotient.ok_or(nom::Err::Error(()))?;
    let again = alt((value((), (per, second)), power.map(|_| ())));
    match *symbol {
        "m/s" => match { again }.parse(rest) {
            Ok((rest, ())) => Ok((rest, unit("m/s2")?)),
            Err(_) => Ok((rest, unit(symbol)?)),
        },
        _ => Ok((rest, unit(symbol)?)),
    }
}

/// "of oil", "of crude" between barrels and the day that they flow in.
fn of_oil(i: Tokens<'_>) -> Tokens<'_> {
    let oil = alt((value((), (word("crude"), opt(word("oil")))), value((), word("oil"))));
    (word("of"), oil).parse(i).map_or(i, |(rest, _)| rest)
}

fn per(i: Tokens<'_>) -> Grammar<'_, ()> {
    let hyphened = (glued(punct('-')), word("per"), glued(punct('-')));
    alt((
        value((), glued(punct('/'))),
        value((), any_of(&["per", "an", "a", "each"])),
        value((), hyphened),
        value((), (word("to"), word("the"))),
    ))
    .parse(i)
}

fn second(i: Tokens<'_>) -> Grammar<'_, ()> {
    value((), any_of(&["s", "sec", "second"])).parse(i)
}

/// What stands below: a length of time, "100 km", or a unit of the table.
fn below(i: Tokens<'_>) -> Grammar<'_, &'static str> {
    alt((
        value("h", any_of(&["h", "hr", "hour"])),
        value("s", second),
        value("d", any_of(&["d", "day"])),
        value("min", any_of(&["min", "minute"])),
        hundred_kilometres,
        plain_unit,
    ))
    .parse(i)
}

fn hundred_kilometres(i: Tokens<'_>) -> Grammar<'_, &'static str> {
    let (rest, (count, _)) = (digits, any_of(&["km", "kilometres", "kilometers"])).parse(i)?;
    if i.text_of(count) == "100" { Ok((rest, "100km")) } else { Err(nom::Err::Error(())) }
}

/// "litre", "dL", "cubic metre", "m3".
fn plain_unit(i: Tokens<'_>) -> Grammar<'_, &'static str> {
    let (rest, base) = alt((phrase, table_word, symbol)).parse(i)?;
    let (rest, raised) = opt(|i| power_on(i, base)).parse(rest)?;
    Ok((rest, raised.unwrap_or(base).symbol()))
}

/// "l", "L", "dL": a symbol in the case of the table.
fn symbol(i: Tokens<'_>) -> Grammar<'_, MeasureUnit> {
    let (rest, token) = class(Class::UNIT_SYMBOL).parse(i)?;
    let unit = MeasureUnit::of_entry(i.entry(token)).filter(|unit| unit.is_symbol(i.text_of(token)));
    unit.map_or(Err(nom::Err::Error(())), |unit| Ok((rest, unit)))
}

#[cfg(test)]
mod tests {
    use crate::quantity::Unit;
    use crate::quantity::testing::{quantity, rows};
    use crate::quantity::unit::MeasureUnit;

    #[test]
    fn quotients() {
        insta::assert_snapshot!(rows("it falls at 9.8 m/s² or 32 metres per second per second"), @"
        9.8 m/s² = 9.8 none Measure(MeasureUnit(156))
        32 metres per second per second = 32 none Measure(MeasureUnit(156))
        ");
        insta::assert_snapshot!(rows("burning 6.5 l/100km, 7 litres per 100 km, 95 g/km"), @"
        6.5 l/100km = 6.5 none Measure(MeasureUnit(133))
        7 litres per 100 km = 7 none Measure(MeasureUnit(133))
        95 g/km = 95 none Measure(MeasureUnit(134))
        ");
        insta::assert_snapshot!(rows("air with 38 µg/m3, 12 micrograms per cubic metre; 140 mg/dL, 5.5 mmol/L"), @"
        38 µg/m3 = 38 none Measure(MeasureUnit(164))
        12 micrograms per cubic metre = 12 none Measure(MeasureUnit(164))
        140 mg/dL = 140 none Measure(MeasureUnit(169))
        5.5 mmol/L = 5.5 none Measure(MeasureUnit(175))
        ");
        insta::assert_snapshot!(rows("a flow of 900 cubic metres a second and 40 gigabits per second, 60 MB/s"), @"
        900 cubic metres a second = 900 none Measure(MeasureUnit(159))
        40 gigabits per second = 40 none Measure(MeasureUnit(49))
        60 MB/s = 60 none Measure(MeasureUnit(151))
        ");
        let flows = ["7,000 barrels per day", "7,000 barrels of crude oil per day", "7,000 bpd", "7,000 b/d"];
        for flow in flows {
            let bpd = MeasureUnit::from_symbol("bpd").map(Unit::Measure);
            assert_eq!(Some(quantity(&format!("it pumps {flow} now")).unit), bpd, "{flow}");
        }
        let large = MeasureUnit::from_symbol("mb/d").map(Unit::Measure);
        assert_eq!(Some(quantity("it pumps 3.2 mb/d now").unit), large);
        insta::assert_snapshot!(rows("4 tonnes a year and 3 litres a day, 90 barrels a day"), @"
        4 tonnes = 4 none Measure(MeasureUnit(20))
        3 litres = 3 none Measure(MeasureUnit(15))
        90 barrels = 90 none Measure(MeasureUnit(17))
        ");
    }
}

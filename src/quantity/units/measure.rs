//! Measurements: words and symbols, squares and cubes, speeds, degrees, and the letters that are units only behind digits.

use nom::Parser;
use nom::branch::alt;
use nom::combinator::opt;
use rust_decimal::Decimal;

use super::compound::smaller;
use super::{Written, of};
use crate::quantity::tail::Tail;
use crate::quantity::unit::{Dimension, MeasureUnit};
use crate::quantity::{Form, Number, Unit};
use crate::token::{Class, Grammar, Kind, Token, Tokens, any_of, class, digits, entry, glued, punct, word};

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
fn unit(symbol: &str) -> Result<MeasureUnit, nom::Err<()>> {
    MeasureUnit::from_symbol(symbol).ok_or(nom::Err::Error(()))
}

/// "°C", "° F", "degrees Celsius", "deg C", "degrees on the Fahrenheit scale", "℃", and degrees of no scale.
fn degrees(i: Tokens<'_>) -> Grammar<'_, MeasureUnit> {
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
fn phrase(i: Tokens<'_>) -> Grammar<'_, MeasureUnit> {
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

/// A word or symbol of length, in any case.
fn length_word(i: Tokens<'_>) -> Grammar<'_, MeasureUnit> {
    let (rest, entry) = entry(Class::UNIT | Class::UNIT_SYMBOL).parse(i)?;
    let inches = i.first().is_some_and(|t| i.text_of(t).eq_ignore_ascii_case("in"));
    let unit = if inches { MeasureUnit::from_symbol("in") } else { MeasureUnit::of_entry(entry) };
    match unit.filter(|unit| unit.dimension() == Dimension::Length) {
        Some(unit) => Ok((rest, unit)),
        None => Err(nom::Err::Error(())),
    }
}

/// The area or volume on a length.
fn to_power(base: MeasureUnit, power: u32) -> Result<MeasureUnit, nom::Err<()>> {
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
    let (rest, (_, token)) = (per, any_of(&["h", "hr", "hour", "s", "sec", "second"])).parse(i)?;
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
fn ends_phrase(rest: Tokens<'_>) -> bool {
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

/// "m", "t", "Wh", "90F": symbols that are units only behind digits, in the case of the table. One letter with a space
/// before it must end its phrase as well.
fn symbol<'a>(i: Tokens<'a>, written: &Written<'a>) -> Grammar<'a, MeasureUnit> {
    let (rest, token) = class(Class::UNIT_SYMBOL).parse(i)?;
    let alone = token.spaced() && token.end - token.start == 1;
    let unit = MeasureUnit::of_entry(i.entry(token)).filter(|unit| unit.is_symbol(i.text_of(token)));
    // "42 L.E." begins an abbreviation.
    let initial = rest.first().is_some_and(|t| t.is_punct('.') && !t.spaced())
        && rest.get(1).is_some_and(|t| t.kind == Kind::Word && !t.spaced());
    let scale = token.end - token.start == 1 && unit.is_some_and(MeasureUnit::is_temperature);
    let fits = written.digits() && !initial && (!alone || ends_phrase(rest)) && (!scale || is_warm(rest, written));
    match unit.filter(|_| fits) {
        Some(unit) => Ok((rest, unit)),
        None => Err(nom::Err::Error(())),
    }
}

/// Whether "C" and "F" are scales of temperature: "18F" and "row 12C" are names until something speaks of the weather.
fn is_warm(rest: Tokens<'_>, written: &Written<'_>) -> bool {
    const SIGNS: &[&str] = &[
        "emperature",
        " hot",
        " cold",
        " warm",
        " cool",
        " heat",
        " weather",
        "Weather",
        " high of",
        " highs ",
        " low of",
        " lows ",
        " freez",
        " boil",
        " mercury",
        " thermomet",
        "°",
    ];
    let before = written.before();
    let converted = rest.first().is_some_and(|t| t.is_punct('('))
        && rest.get(2).is_some_and(|t| matches!(rest.text_of(t), "C" | "F" | "°"));
    let outside =
        rest.first().is_some_and(|t| matches!(rest.text_of(t), "outside" | "heat" | "temperatures" | "weather"));
    converted || outside || SIGNS.iter().any(|sign| before.contains(sign))
}

/// "in" and the double prime: inches. "In" is one where nothing else can follow it: "2 in.", "3 in wide", "5 in x 7 in".
fn inch<'a>(i: Tokens<'a>, written: &Written<'a>) -> Grammar<'a, MeasureUnit> {
    if !written.digits() {
        return Err(nom::Err::Error(()));
    }
    if let Ok((rest, _)) = glued(punct('\u{2033}')).parse(i) {
        return Ok((rest, unit("in")?));
    }
    if let Ok((rest, _)) =
        alt((glued(punct('"')).map(|_| ()), (glued(punct('\'')), glued(punct('\''))).map(|_| ()))).parse(i)
    {
        return if written.is_quoted() { Err(nom::Err::Error(())) } else { Ok((rest, unit("in")?)) };
    }
    let (rest, _) = word("in").parse(i)?;
    let shapes = ["thick", "wide", "long", "deep", "high", "tall", "across", "diameter", "x", "by", "square"];
    let ends = match rest.first() {
        None => nothing_follows(i),
        Some(t) if t.kind == Kind::Punct => !matches!(t.word.as_punct(), Some('$' | '"' | '[' | '\u{201c}' | '-')),
        Some(t) => shapes.contains(&i.text_of(t)),
    };
    if ends { Ok((rest, unit("in")?)) } else { Err(nom::Err::Error(())) }
}

/// Whether the text ends with these tokens, or a mark stands behind them: a date may follow that has been taken out.
pub(super) fn nothing_follows(i: Tokens<'_>) -> bool {
    let end = i.list().last().map_or(0, |t| t.end as usize);
    let after = i.block().get(end..).unwrap_or("").trim_start();
    !after.starts_with(char::is_alphanumeric)
}

/// Metres that were read as millions: "1.8m tall", "a 100m sprint", "48m above", "2m (6ft 7in)".
pub(super) fn letter_of_length<'a>(i: Tokens<'a>, written: &Written<'a>) -> Grammar<'a, Tail> {
    let magnitude = matches!(written.number, Number::Value { form: Form::Magnitude, .. });
    if !magnitude || written.letter() != Some("m") || !metres_follow(i) {
        return Err(nom::Err::Error(()));
    }
    let number = written.times(Decimal::new(1, 6)).map(|number| match number {
        Number::Value { value, place, .. } => {
            let form = if value.is_integer() { Form::Whole } else { Form::Decimals };
            Number::Value { value, place, form }
        }
        other => other,
    });
    let metres = unit("m")?;
    match number {
        Some(number) => Ok((i, Tail { number: Some(number), ..of(Unit::Measure(metres)) })),
        None => Err(nom::Err::Error(())),
    }
}

/// What is said of metres and never of millions.
fn metres_follow(i: Tokens<'_>) -> bool {
    const OF_LENGTH: &[&str] = &[
        "tall",
        "long",
        "wide",
        "high",
        "deep",
        "thick",
        "across",
        "above",
        "beneath",
        "away",
        "apart",
        "sprint",
        "race",
        "hurdles",
        "freestyle",
        "backstroke",
        "breaststroke",
        "butterfly",
        "medley",
        "relay",
        "dash",
        "steeplechase",
        "runway",
        "tower",
        "waves",
        "x",
    ];
    let is_of_length = |t: Token| OF_LENGTH.contains(&i.text_of(t));
    match (i.first(), i.get(1), i.get(2)) {
        (Some(t), ..) if t.kind == Kind::Word => is_of_length(t),
        (Some(hyphen), Some(t), _) if hyphen.is_punct('-') && !hyphen.spaced() => is_of_length(t),
        (Some(open), Some(number), Some(unit)) if open.is_punct('(') && number.kind == Kind::Digits => {
            matches!(i.text_of(unit), "ft" | "feet" | "in" | "inches" | "yards" | "yd" | "foot")
        }
        _ => false,
    }
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
        insta::assert_snapshot!(rows("18F, 18f.example.org, row 12C, W3C, 5G and 4x"), @"4 = 4 none None");
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

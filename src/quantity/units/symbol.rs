//! Letters and marks that are units only behind digits, by what stands around them: "m", "90F", "2 in", 9".

use nom::Parser;
use nom::branch::alt;
use rust_decimal::Decimal;

use super::measure::{by_case, ends_phrase, unit};
use super::{Written, of};
use crate::quantity::tail::Tail;
use crate::quantity::unit::MeasureUnit;
use crate::quantity::{Form, Number, Unit};
use crate::token::{Class, Grammar, Kind, Token, Tokens, class, glued, punct, word};

/// "m", "t", "Wh", "90F": symbols that are units only behind digits, in the case of the table. One letter with a space
/// before it must end its phrase as well.
pub(super) fn symbol<'a>(i: Tokens<'a>, written: &Written<'a>) -> Grammar<'a, MeasureUnit> {
    let (rest, token) = class(Class::UNIT_SYMBOL).parse(i)?;
    let alone = token.spaced() && token.end - token.start == 1;
    let text = i.text_of(token);
    let unit = by_case(text).or_else(|| MeasureUnit::of_entry(i.entry(token)).filter(|unit| unit.is_symbol(text)));
    // "42 L.E." begins an abbreviation.
    let initial = rest.first().is_some_and(|t| t.is_punct('.') && !t.spaced())
        && rest.get(1).is_some_and(|t| t.kind == Kind::Word && !t.spaced());
    let scale = token.end - token.start == 1 && unit.is_some_and(MeasureUnit::is_temperature);
    // "m212" and "L-202" go on as the name of something else; "m2" is a power.
    let name = rest.first().is_some_and(|t| {
        !t.spaced()
            && (t.kind == Kind::Digits && t.end - t.start > 1
                || token.spaced() && t.is_punct('-') && rest.get(1).is_some_and(|t| t.kind == Kind::Digits))
    });
    let fits = written.digits()
        && !name
        && !initial
        && (!alone || ends_phrase(rest) || runs(token, rest))
        && (!scale || is_warm(rest, written));
    match unit.filter(|_| fits) {
        Some(unit) => Ok((rest, unit)),
        None => Err(nom::Err::Error(())),
    }
}

/// "60 W bulb", "12 V battery": what watts and volts are told of. A capital behind them is a name's.
fn runs(symbol: Token, rest: Tokens<'_>) -> bool {
    matches!(rest.text_of(symbol), "W" | "V") && rest.first().is_some_and(|t| t.kind == Kind::Word && !t.capital())
}

/// Whether "C" and "F" are scales of temperature: "18F" and "row 12C" are names until something speaks of the weather.
/// Decimals and numbers below nought are no names.
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
        " warming",
        " frost",
        " snow",
        " oven",
        " boiling",
        " melts",
        " reached ",
        " hit ",
        " topped ",
        "°",
    ];
    let before = written.before();
    let lowest = match written.number {
        Number::Value { value, .. } => value,
        Number::Range { low, .. } => low,
        _ => Decimal::ZERO,
    };
    let below_nought = lowest < Decimal::ZERO || written.follows(&["minus ", "Minus ", "-", "\u{2212}", "\u{2013}"]);
    if below_nought || matches!(written.number, Number::Value { form: Form::Decimals, .. }) {
        return true;
    }
    let converted = rest.first().is_some_and(|t| t.is_punct('('))
        && rest.get(2).is_some_and(|t| matches!(rest.text_of(t), "C" | "F" | "°"));
    let outside =
        rest.first().is_some_and(|t| matches!(rest.text_of(t), "outside" | "heat" | "temperatures" | "weather"));
    converted || outside || SIGNS.iter().any(|sign| before.contains(sign))
}

/// "in" and the double prime: inches. "In" is one where nothing else can follow it: "2 in.", "3 in wide", "5 in x 7
/// in".
pub(super) fn inch<'a>(i: Tokens<'a>, written: &Written<'a>) -> Grammar<'a, MeasureUnit> {
    if !written.digits() {
        return Err(nom::Err::Error(()));
    }
    if let Ok((rest, _)) = glued(punct('\u{2033}')).parse(i) {
        return Ok((rest, unit("in")?));
    }
    if let Ok((rest, ())) =
        alt((glued(punct('"')).map(|_| ()), (glued(punct('\'')), glued(punct('\''))).map(|_| ()))).parse(i)
    {
        return if written.is_quoted() { Err(nom::Err::Error(())) } else { Ok((rest, unit("in")?)) };
    }
    let (rest, token) = word("in").parse(i)?;
    if !token.spaced() {
        return Ok((rest, unit("in")?));
    }
    // Nothing but inches stands before "of": "2 in of rain".
    let shapes = ["of", "thick", "wide", "long", "deep", "high", "tall", "across", "diameter", "x", "by", "square"];
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

/// Metres that were read as millions ("1.8m tall", "a 100m sprint", "48m above", "2m (6ft 7in)", "4m x 5m"), and
/// kilometres and kelvins that were read as thousands ("a 10k run", "at 300 °C (573.15K)").
pub(super) fn letter_of_length<'a>(i: Tokens<'a>, written: &Written<'a>) -> Grammar<'a, Tail> {
    let magnitude = matches!(written.number, Number::Value { form: Form::Magnitude, .. });
    let (power, symbol) = match written.letter() {
        Some("m") if magnitude && (metres_follow(i) || is_distance(i, written)) => (6, "m"),
        Some("k" | "K") if magnitude && kilometres_follow(i) => (3, "km"),
        Some("K") if magnitude && speaks_of_degrees(i, written) => (3, "K"),
        _ => return Err(nom::Err::Error(())),
    };
    let number = written.times(Decimal::new(1, power)).map(|number| match number {
        Number::Value { value, place, .. } => {
            let form = if value.is_integer() { Form::Whole } else { Form::Decimals };
            Number::Value { value, place, form }
        }
        other => other,
    });
    let length = unit(symbol)?;
    match number {
        Some(number) => Ok((i, Tail { number: Some(number), ..of(Unit::Measure(length)) })),
        None => Err(nom::Err::Error(())),
    }
}

/// Whether "m" is metres by what stands before it, or by its size: "ran 200m", "4m x 5m", "the 1,500m final". A
/// thousand millions are a billion.
fn is_distance(i: Tokens<'_>, written: &Written<'_>) -> bool {
    const SIZE: &[&str] = &["m x ", "m by ", "m × "];
    const BEFORE: &[&str] = &["ran ", "swam ", "threw ", "leapt ", "hurled "];
    let large = written.value().is_some_and(|value| value >= Decimal::from(1_000_000_000));
    let counts = i.first().is_some_and(|t| i.entry(t).class.intersects(Class::CURRENCY | Class::PERSON));
    let side = || SIZE.iter().any(|joint| written.before().ends_with(joint));
    !counts && (large || written.follows(BEFORE) || side())
}

/// Whether degrees or a temperature are spoken of just before, or in brackets behind.
fn speaks_of_degrees(i: Tokens<'_>, written: &Written<'_>) -> bool {
    let converted = i.first().is_some_and(|t| t.is_punct('(')) && i.list().iter().take(6).any(|t| t.is_punct('°'));
    converted || ["°", "emperature", "kelvin", "degrees"].iter().any(|sign| written.before().contains(sign))
}

/// What is run over kilometres: "a 10k race", "5K fun run".
fn kilometres_follow(i: Tokens<'_>) -> bool {
    const RUNS: &[&str] = &["run", "runs", "race", "races", "walk", "jog", "fun", "course", "event", "swim", "charity"];
    i.first().is_some_and(|t| t.kind == Kind::Word && RUNS.contains(&i.text_of(t)))
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

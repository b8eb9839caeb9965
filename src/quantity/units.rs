//! The grammar of units: currency signs and words, per cent, ages, lengths of time, measurements.

use nom::Parser;
use nom::branch::alt;
use nom::combinator::{opt, value};
use nom::sequence::preceded;

use super::tail::Tail;
use super::unit::{CURRENCIES, Currency, MeasureUnit};
use super::{Change, Unit};
use crate::period::TimeUnit;
use crate::token::{Class, Grammar, Kind, Tokens, any_of, class, entry, glued, not_followed_by, punct, word};

/// "$", "US$", "€", "Rs", "USD" straight before the number; of two that fit, the longer one.
pub(super) fn currency_prefix(i: Tokens<'_>) -> Grammar<'_, Currency> {
    let first = i.first().ok_or(nom::Err::Error(()))?;
    let next = i.get(1).filter(|t| !t.spaced());
    let joined = next.map(|t| &i.block()[first.start as usize..t.end as usize]);
    let row_of = |symbol: &str| CURRENCIES.iter().position(|row| row.symbols.contains(&symbol));
    if let Some(row) = joined.and_then(row_of) {
        return Ok((i.skip(2), Currency(row as u8)));
    }
    let own = i.text_of(first);
    let followed_by_digits = i.get(1).is_some_and(|t| t.kind == Kind::Digits);
    match row_of(own) {
        Some(row) if first.kind == Kind::Punct || followed_by_digits => Ok((i.skip(1), Currency(row as u8))),
        _ => Err(nom::Err::Error(())),
    }
}

/// "%", "percent", "per cent", "percentage points", "53% more", "20% higher".
pub(super) fn percent_change(i: Tokens<'_>) -> Grammar<'_, Tail> {
    let points = alt((
        value(Unit::PercentagePoint, (class(Class::PERCENT), any_of(&["point", "points"]))),
        value(
            Unit::PercentagePoint,
            (opt(glued(punct('-'))), word("percentage"), opt(glued(punct('-'))), any_of(&["point", "points"])),
        ),
        value(Unit::Percent, percent),
    ));
    let change = opt(alt((
        value(Change::Increase, any_of(&["more", "higher", "larger", "bigger", "increase", "rise", "up"])),
        value(Change::Decrease, any_of(&["less", "fewer", "lower", "smaller", "decrease", "drop", "down"])),
    )));
    (points, change).map(|(unit, change)| Tail { unit, noun: None, change }).parse(i)
}

/// "%", "percent", "per cent", "pct", "-percent".
pub(super) fn percent(i: Tokens<'_>) -> Grammar<'_, ()> {
    let sign = punct('%').map(|_| ());
    let one_word = (opt(glued(punct('-'))), any_of(&["percent", "percentage", "pct", "pc"])).map(|_| ());
    let two_words = (word("per"), word("cent")).map(|_| ());
    alt((sign, one_word, two_words)).parse(i)
}

/// "years old", "-year-old".
pub(super) fn age(i: Tokens<'_>) -> Grammar<'_, ()> {
    let hyphened =
        (glued(punct('-')), class(Class::TIME_UNIT), glued(punct('-')), glued(any_of(&["old", "olds"]))).map(|_| ());
    let spelt = (class(Class::TIME_UNIT), word("old")).map(|_| ());
    let of_age = (class(Class::TIME_UNIT), word("of"), word("age")).map(|_| ());
    alt((hyphened, spelt, of_age)).parse(i)
}

/// "years", "-year", "months-long", "-day-long": the unit of a length of time.
pub(super) fn length_of_time(i: Tokens<'_>) -> Grammar<'_, TimeUnit> {
    let more = alt((
        any_of(&["more", "additional", "extra", "full", "whole", "consecutive", "straight"]).map(|_| ()),
        glued(punct('-')).map(|_| ()),
    ));
    let (rest, (_, unit)) = (opt(more), entry(Class::TIME_UNIT)).parse(i)?;
    // "10 second graders", "quarter" as a fraction, and "3 second-hand" are no lengths.
    not_followed_by(alt((
        glued(punct('-')).and(any_of(&["hand", "class", "old"])).map(|_| ()),
        any_of(&["graders"]).map(|_| ()),
    )))
    .parse(rest)?;
    let (rest, _) = opt((glued(punct('-')), glued(any_of(&["long", "plus"])))).parse(rest)?;
    TimeUnit::from_lexicon(unit.time).map_or(Err(nom::Err::Error(())), |unit| Ok((rest, unit)))
}

/// "dollars", "US dollars", "euros" behind the number.
pub(super) fn money_words(i: Tokens<'_>) -> Grammar<'_, Currency> {
    let nation = any_of(&["US", "U.S.", "American", "Canadian", "Australian", "Hong"]);
    let (rest, (_, e)) = (opt(nation), entry(Class::CURRENCY)).parse(i)?;
    let token = rest.first();
    // "10 pound notes", "five real reasons", "200 won seats": words that are also something else need to end the phrase.
    let last = i.list()[..i.len() - rest.len()].last().copied();
    let ambiguous = last.is_some_and(|t| {
        matches!(
            i.text_of(t),
            "real" | "won" | "try" | "mark" | "marks" | "rand" | "rub" | "cad" | "sh" | "pound" | "pounds"
        )
    });
    if ambiguous
        && !last.is_some_and(|t| matches!(i.text_of(t), "pounds" | "marks"))
        && token.is_some_and(|t| {
            t.kind == Kind::Word && !i.entry(t).class.intersects(Class::PREPOSITION | Class::CONJUNCTION)
        })
    {
        return Err(nom::Err::Error(()));
    }
    Ok((rest, Currency((e.number - 1) as u8)))
}

/// The word of a currency that its sign has said already: "$5 million dollars" and "US$ 5 dollars".
pub(super) fn word_of_currency(currency: Currency) -> impl Fn(Tokens<'_>) -> Grammar<'_, ()> {
    move |i| match entry(Class::CURRENCY).parse(i) {
        Ok((rest, e)) if e.number == u32::from(currency.0) + 1 => Ok((rest, ())),
        _ => Err(nom::Err::Error(())),
    }
}

/// "km", "square miles", "-foot", "°C", "degrees Celsius", and the letters that are units only behind digits.
pub(super) fn measure(i: Tokens<'_>) -> Grammar<'_, MeasureUnit> {
    let symbol = |symbol: &'static str| {
        move |i| MeasureUnit::from_symbol(symbol).map_or(Err(nom::Err::Error(())), |unit| Ok((i, unit)))
    };
    let squares = alt((
        (
            any_of(&["square", "sq"]),
            opt(glued(punct('.'))),
            any_of(&["km", "kilometres", "kilometers", "kilometre", "kilometer"]),
        )
            .and_then_symbol("km2"),
        (any_of(&["square", "sq"]), opt(glued(punct('.'))), any_of(&["miles", "mile", "mi"])).and_then_symbol("mi2"),
        (any_of(&["square", "sq"]), opt(glued(punct('.'))), any_of(&["metres", "meters", "metre", "meter", "m"]))
            .and_then_symbol("m2"),
        (any_of(&["square", "sq"]), opt(glued(punct('.'))), any_of(&["feet", "foot", "ft"])).and_then_symbol("ft2"),
    ));
    let speeds = alt((
        (
            any_of(&["km", "kilometres", "kilometers"]),
            alt((punct('/').map(|_| ()), any_of(&["per", "an"]).map(|_| ()))),
            any_of(&["h", "hr", "hour"]),
        )
            .and_then_symbol("km/h"),
        (any_of(&["miles"]), any_of(&["per", "an"]), any_of(&["hour"])).and_then_symbol("mph"),
    ));
    let degrees = alt((
        (
            alt((punct('°').map(|_| ()), any_of(&["degrees", "degree"]).map(|_| ()))),
            any_of(&["C", "Celsius", "centigrade"]),
        )
            .and_then_symbol("degC"),
        (alt((punct('°').map(|_| ()), any_of(&["degrees", "degree"]).map(|_| ()))), any_of(&["F", "Fahrenheit"]))
            .and_then_symbol("degF"),
    ));
    let letters = alt((
        (glued(word("m")), symbol("m")).map(|(_, unit)| unit),
        (glued(word("g")), symbol("g")).map(|(_, unit)| unit),
        (glued(word("t")), symbol("t")).map(|(_, unit)| unit),
    ));
    let words = preceded(opt(glued(punct('-'))), entry(Class::UNIT)).map(|e| MeasureUnit((e.number - 1) as u8));
    alt((squares, speeds, degrees, words, letters)).parse(i)
}

/// Reads a sequence and gives a unit of the table.
pub(super) trait SymbolOf<'a>: Sized {
    fn and_then_symbol(self, symbol: &'static str) -> impl Parser<Tokens<'a>, Output = MeasureUnit, Error = ()>;
}

impl<'a, P: Parser<Tokens<'a>, Error = ()>> SymbolOf<'a> for P {
    fn and_then_symbol(self, symbol: &'static str) -> impl Parser<Tokens<'a>, Output = MeasureUnit, Error = ()> {
        nom::combinator::map_opt(self, move |_| MeasureUnit::from_symbol(symbol))
    }
}

//! The numbers inside dates: years, decades, centuries, days of the month, and small amounts in digits or words.

use nom::{Parser, combinator::opt};

use super::{found, none};
use crate::period::{Part, Written};
use crate::token::{Class, Grammar, Kind, Token, Tokens, any_of, class, digits, entry, glued, punct, word};

/// Years that prose speaks of; beyond them four digits are a number.
const YEARS: std::ops::RangeInclusive<i16> = 1000..=2199;

/// "2024", and "'24" or "’96"; not the "2,024" or "2024.5" of other numbers, and not "2024m".
pub(super) fn year(i: Tokens<'_>) -> Grammar<'_, i16> {
    if let Ok((rest, ())) = apostrophe(i) {
        let (rest, year) = glued(two_digits).parse(rest)?;
        return Ok((rest, century_of(year)));
    }
    let (rest, year) = digits_between(4, YEARS)(i)?;
    number_ends(rest)?;
    Ok((rest, year))
}

/// A year alone; whether it can be one, its neighbours must say.
pub(super) fn bare_year(i: Tokens<'_>) -> Grammar<'_, Written> {
    year.map(Written::Year).parse(i)
}

/// "480 BC", "AD 79", "14 AD", "44 B.C.": a year with its era.
pub(super) fn year_of_era(i: Tokens<'_>) -> Grammar<'_, Written> {
    if let Ok((rest, before)) = era(i) {
        let (rest, year) = number_of_year(rest)?;
        return if before { none() } else { Ok((rest, Written::YearOfEra(year))) };
    }
    let (rest, year) = number_of_year(i)?;
    let (rest, before) = era(rest)?;
    Ok((rest, Written::YearOfEra(if before { 1 - year } else { year })))
}

/// The "500" of "500 to 300 BC": one to four digits that something else ends.
pub(super) fn number_of_year(i: Tokens<'_>) -> Grammar<'_, i16> {
    let (rest, token) = digits(i)?;
    let year = number_of(i, token).filter(|_| token.end - token.start <= 4).and_then(|n| i16::try_from(n).ok());
    found(rest, year.filter(|year| *year > 0))
}

/// "BC", "BCE": true; "AD", "CE": false. In capitals: an "ad" is no era.
pub(super) fn era(i: Tokens<'_>) -> Grammar<'_, bool> {
    let (rest, token) = class(Class::ERA)(i)?;
    let text = i.text_of(token);
    let (rest, ()) = if text.contains('.') { super::stop(rest)? } else { (rest, ()) };
    if text.chars().any(char::is_lowercase) { none() } else { Ok((rest, text.starts_with('B'))) }
}

/// "96" at the end of a date; nothing but the end or a mark may follow.
pub(super) fn short_year(i: Tokens<'_>) -> Grammar<'_, i16> {
    let (rest, year) = two_digits(i)?;
    number_ends(rest)?;
    match rest.first() {
        Some(t) if t.kind != Kind::Punct || t.is_punct('-') || t.is_punct('%') || t.is_punct('/') => none(),
        _ => Ok((rest, century_of(year))),
    }
}

/// Two digits as a number.
pub(super) fn two_digits(i: Tokens<'_>) -> Grammar<'_, i16> {
    digits_between(2, 0..=99)(i)
}

/// The year that two digits stand for: 00 to 39 lie in this century, 40 to 99 in the last: more dates of birth are
/// written so than deadlines decades away. No clock is read.
pub(super) fn century_of(short: i16) -> i16 {
    if short < 40 { 2000 + short } else { 1900 + short }
}

/// "1990s", "1990's", "90s", "'90s".
pub(super) fn decade(i: Tokens<'_>) -> Grammar<'_, Written> {
    let (rest, _) = opt(apostrophe).parse(i)?;
    let (rest, first) = digits(rest)?;
    let (rest, ()) = glued(plural_s).parse(rest)?;
    let text = i.text_of(first);
    let year = match text.len() {
        2 => text.parse().ok().map(|y: i16| if y < 30 { 2000 + y } else { 1900 + y }),
        4 => text.parse().ok().filter(|y| YEARS.contains(y)),
        _ => None,
    };
    match year.filter(|y| y % 10 == 0) {
        Some(year) if text.len() == 4 && year % 100 == 0 && year < 2000 => Ok((rest, Written::Century(year))),
        Some(year) => Ok((rest, Written::Decade(year))),
        None => none(),
    }
}

/// The "s" of "1990s" or of "1990's".
fn plural_s(i: Tokens<'_>) -> Grammar<'_, ()> {
    match i.first() {
        Some(t) if t.kind == Kind::Clitic || i.text_of(t) == "s" => Ok((i.skip(1), ())),
        _ => none(),
    }
}

/// "15th century", "fifteenth century", "2nd century BC", "18th and 19th centuries".
pub(super) fn century(i: Tokens<'_>) -> Grammar<'_, Written> {
    let (rest, first) = ordinal(i)?;
    let to = any_of(&["and", "to"]).map(|_| ()).or(punct('-').or(punct('\u{2013}')).map(|_| ()));
    let (rest, last) = opt((to, opt(word("the")), ordinal).map(|((), _, last)| last)).parse(rest)?;
    let (rest, _) = opt(glued(punct('-'))).parse(rest)?;
    let (rest, _) = any_of(if last.is_some() { &["centuries", "century"] } else { &["century"] })(rest)?;
    let (rest, before) = opt(era).parse(rest)?;
    let one = |number: i32| {
        let number = i16::try_from(number).ok().filter(|n| (1..=22).contains(n))?;
        Some(Written::Century(if before == Some(true) { 1 - number * 100 } else { (number - 1) * 100 }))
    };
    match last {
        None => found(rest, one(first)),
        Some(last) => {
            let ends = one(first).zip(one(last)).filter(|_| (first < last) != (before == Some(true)));
            found(rest, ends.map(|(from, to)| Written::Range(Box::new(from), Box::new(to))))
        }
    }
}

/// "25", "25th", "fifth", "twenty-fourth", "twenty fourth": a day of the month.
pub(super) fn day(i: Tokens<'_>) -> Grammar<'_, u8> {
    let (rest, day) = if let Ok(read) = ordinal(i) {
        read
    } else {
        let (rest, day) = digits_up_to_two(i)?;
        number_ends_before_joint(rest)?;
        (rest, i32::from(day))
    };
    found(rest, u8::try_from(day).ok().filter(|d| (1..=31).contains(d)))
}

/// "1st", "22nd", "third", "twenty-first".
pub(super) fn ordinal(i: Tokens<'_>) -> Grammar<'_, i32> {
    if let Ok((rest, token)) = digits(i) {
        let (rest, _) = glued(any_of(&["st", "nd", "rd", "th"])).parse(rest)?;
        return found(rest, number_of(i, token));
    }
    if let Ok((rest, tens)) = entry(Class::CARDINAL)(i)
        && tens.number >= 20
    {
        let (rest, _) = opt(glued(punct('-'))).parse(rest)?;
        let (rest, ones) = entry(Class::ORDINAL)(rest)?;
        let n = if ones.number < 10 { tens.number + ones.number } else { 0 };
        return found(rest, i32::try_from(n).ok().filter(|&n| n > 0));
    }
    let (rest, ones) = entry(Class::ORDINAL)(i)?;
    found(rest, i32::try_from(ones.number).ok())
}

/// "12", "twelve", "twenty-one": how many, up to three digits.
pub(super) fn cardinal(i: Tokens<'_>) -> Grammar<'_, i32> {
    if let Ok((rest, token)) = digits(i) {
        return found(rest, number_of(i, token).filter(|_| token.end - token.start <= 3));
    }
    let (rest, first) = entry(Class::CARDINAL)(i)?;
    if first.number >= 20
        && let Ok((after, ones)) = opt(punct('-')).and(entry(Class::CARDINAL)).map(|(_, ones)| ones).parse(rest)
        && (1..10).contains(&ones.number)
    {
        return found(after, i32::try_from(first.number + ones.number).ok());
    }
    found(rest, i32::try_from(first.number).ok())
}

/// Digits of exactly this length and in this range.
pub(super) fn digits_between<'a>(
    length: u32,
    range: std::ops::RangeInclusive<i16>,
) -> impl Fn(Tokens<'a>) -> Grammar<'a, i16> {
    move |i| {
        let (rest, token) = digits(i)?;
        let value = number_of(i, token).and_then(|n| i16::try_from(n).ok());
        found(rest, value.filter(|n| token.end - token.start == length && range.contains(n)))
    }
}

/// One or two digits, 0 to 99.
pub(super) fn digits_up_to_two(i: Tokens<'_>) -> Grammar<'_, u8> {
    let (rest, token) = digits(i)?;
    found(rest, number_of(i, token).filter(|_| token.end - token.start <= 2).and_then(|n| u8::try_from(n).ok()))
}

fn number_of(i: Tokens<'_>, token: Token) -> Option<i32> {
    i.text_of(token).parse().ok()
}

/// Nothing glued that would make the digits before a part of a larger number or of a unit: not ",000", ".5", "%", "m".
pub(super) fn number_ends(i: Tokens<'_>) -> Grammar<'_, ()> {
    match i.first() {
        Some(t) if !t.spaced() && t.kind == Kind::Punct => match t.word.as_punct() {
            Some(',' | '.' | ':') if i.get(1).is_some_and(|next| next.kind == Kind::Digits && !next.spaced()) => none(),
            Some('%' | '°' | '$' | '€' | '£' | '×' | '@') => none(),
            _ => Ok((i, ())),
        },
        Some(t) if !t.spaced() && matches!(t.kind, Kind::Word | Kind::Digits) => none(),
        _ => Ok((i, ())),
    }
}

/// As [`number_ends`], but a word may be glued: "14april".
fn number_ends_before_joint(i: Tokens<'_>) -> Grammar<'_, ()> {
    if i.first().is_some_and(|t| t.kind == Kind::Word) { Ok((i, ())) } else { number_ends(i) }
}

fn apostrophe(i: Tokens<'_>) -> Grammar<'_, ()> {
    match i.first() {
        Some(t) if t.is_punct('\'') || t.is_punct('\u{2019}') || t.is_punct('\u{2018}') => Ok((i.skip(1), ())),
        _ => none(),
    }
}

/// The part that "early", "mid", "late" name.
pub(super) fn part_word(i: Tokens<'_>) -> Grammar<'_, Part> {
    let (rest, token) = class(Class::PART)(i)?;
    let text = i.text_of(token);
    let part = match () {
        () if text.eq_ignore_ascii_case("early") => Part::Early,
        () if text.eq_ignore_ascii_case("mid") => Part::Mid,
        // "end-March", but "the war did not end in March".
        () if text.eq_ignore_ascii_case("end") && !rest.first().is_some_and(|t| t.is_punct('-') && !t.spaced()) => {
            return none();
        }
        () => Part::Late,
    };
    Ok((rest, part))
}

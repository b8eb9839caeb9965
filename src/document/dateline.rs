//! Datelines: "PORT-AU-PRINCE, June 20 (Reuters) -" at the start of the prose, and "Published: 2 March 2024" standing
//! alone before it (`alone`). The grammar is strict, because a date that is not the text's own would move every
//! relative date.

mod alone;
mod day;

use std::sync::LazyLock;

use jiff::civil::Date;
use nom::Parser;
use nom::branch::alt;
use nom::combinator::{opt, verify};
use nom::multi::many_m_n;
use nom::sequence::preceded;

pub(super) use self::alone::date_line;
pub(super) use self::day::WrittenDay;
use self::day::{calendar_day, full_date, weekday};
use crate::span::Span;
use crate::token::{Class, Grammar, Kind, Lexicon, Look, Token, Tokens, glued, punct, tokenize};

use super::reading::prefix;

/// A dateline is short; more of a paragraph is not looked at.
const LONGEST: usize = 160;

/// No text that is checked was published before this year.
pub(super) const FIRST_YEAR: i16 = 1900;

/// Month and weekday names are closed classes, the same for every vocabulary; a dateline needs no other word.
static WORDS: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::builder().build());

/// What a dateline says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Dateline {
    pub(super) place: Option<Span>,
    pub(super) day: Option<WrittenDay>,
}

/// The date with which a text begins: "2 March 2024 10:00", "Sat, 02 Mar 2024", "March 2, 2024".
pub(super) fn leading_date(text: &str) -> Option<(Date, Span)> {
    let written = parse(text, |i| preceded(opt(weekday), full_date).parse(i))?;
    // The front matter of a chronicle dates its events: 1754 is no slip there.
    written.year.filter(|&year| year >= FIRST_YEAR)?;
    Some((written.resolve(None)?, written.span))
}

/// How many tokens of a paragraph its dateline takes, with the dash: none where it begins with none.
pub fn dateline_tokens(paragraph: Tokens<'_>) -> usize {
    agency_line(paragraph).map_or(0, |(rest, _)| paragraph.len() - rest.len())
}

/// The dateline with which a paragraph begins.
pub(super) fn agency(text: &str) -> Option<Dateline> {
    let start = prefix(text, LONGEST);
    memchr::memchr2(b'-', 0xe2, start.as_bytes())?;
    parse(start, agency_line)
}

fn parse<T>(text: &str, grammar: impl for<'t> Fn(Tokens<'t>) -> Grammar<'t, T>) -> Option<T> {
    let mut tokens = Vec::new();
    tokenize(prefix(text, LONGEST), &WORDS, &mut tokens);
    grammar(Tokens::new(text, &tokens, &WORDS)).ok().map(|(_, value)| value)
}

/// "PORT-AU-PRINCE, Haiti, June 20 (Reuters) -", "WASHINGTON (AP) —", "Geneva, 3 March 2024 –". A place that is not in
/// capitals needs a day.
fn agency_line(i: Tokens<'_>) -> Grammar<'_, Dateline> {
    let (rest, loud) = city(i)?;
    let (rest, _) = opt(preceded(punct(','), region)).parse(rest)?;
    let place = i.read_until(&rest);
    let (rest, day) = opt(preceded(opt(punct(',')), preceded(opt(weekday), calendar_day))).parse(rest)?;
    if !loud && day.is_none() {
        return Err(nom::Err::Error(()));
    }
    let (rest, _) = opt(source).parse(rest)?;
    let (rest, ()) = dash(rest)?;
    Ok((rest, Dateline { place: Some(place), day }))
}

/// A name of one to four words; says whether it is in capitals.
fn city(i: Tokens<'_>) -> Grammar<'_, bool> {
    let (rest, words) = many_m_n(1, 4, name).parse(i)?;
    Ok((rest, words.iter().all(|word| word.look.contains(Look::ALL_CAPS))))
}

/// The state or country after a city; neither a month nor a weekday.
fn region(i: Tokens<'_>) -> Grammar<'_, ()> {
    let (rest, _) = many_m_n(1, 3, name).parse(i)?;
    Ok((rest, ()))
}

/// One word of a name with what hangs on it: "PORT-AU-PRINCE", "ST.", "Port-au-Prince", "GENEVA/NAIROBI".
fn name(i: Tokens<'_>) -> Grammar<'_, Token> {
    let (mut rest, first) = verify(any_word, |token: &Token| token.capital()).parse(i)?;
    if i.entry(first).class.intersects(Class::MONTH | Class::WEEKDAY) {
        return Err(nom::Err::Error(()));
    }
    loop {
        let joined = preceded(glued(alt((punct('-'), punct('/')))), glued(any_word)).parse(rest);
        match joined.or_else(|_| glued(punct('.')).parse(rest)) {
            Ok((after, _)) => rest = after,
            Err(_) => return Ok((rest, first)),
        }
    }
}

fn any_word(i: Tokens<'_>) -> Grammar<'_, Token> {
    match i.first() {
        Some(token) if token.kind == Kind::Word => Ok((i.skip(1), token)),
        _ => Err(nom::Err::Error(())),
    }
}

/// "(Reuters)", "(AFP/Getty)", "(Thomson Reuters Foundation)".
fn source(i: Tokens<'_>) -> Grammar<'_, ()> {
    let (i, _) = punct('(').parse(i)?;
    let (i, _) = many_m_n(1, 6, alt((verify(any_word, |token: &Token| token.capital()), punct('/')))).parse(i)?;
    let (i, _) = punct(')').parse(i)?;
    Ok((i, ()))
}

/// The dash that ends a dateline: a hyphen only with white space on both sides, and text after it.
fn dash(i: Tokens<'_>) -> Grammar<'_, ()> {
    let long = |i| alt((punct('\u{2013}'), punct('\u{2014}'))).parse(i);
    let short = |i| verify(punct('-'), |token: &Token| token.spaced()).parse(i);
    let (rest, mark) = alt((long, short)).parse(i)?;
    let (rest, _) = opt(glued(punct('-'))).parse(rest)?;
    match rest.first() {
        Some(next) if !mark.is_punct('-') || next.spaced() => Ok((rest, ())),
        _ => Err(nom::Err::Error(())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_datelines_of_agencies() {
        let p = |text: &str| {
            let found = agency(text).map(|line| {
                let place = line.place.map_or("", |span| span.slice(text));
                let day = line.day.map_or("", |day| day.span.slice(text));
                format!("{place} | {day}")
            });
            found.unwrap_or_else(|| "none".to_owned())
        };
        insta::assert_snapshot!(p("PORT-AU-PRINCE, June 20 (Reuters) - Ten people"), @"PORT-AU-PRINCE | June 20");
        insta::assert_snapshot!(p("LONDON, 3 March 2024 \u{2013} The bank"), @"LONDON | 3 March 2024");
        insta::assert_snapshot!(p("NEW YORK, Feb. 26 -- The"), @"NEW YORK | Feb. 26");
        insta::assert_snapshot!(p("ST. LOUIS, Missouri (AP) \u{2014} Ten"), @"ST. LOUIS, Missouri | ");
        insta::assert_snapshot!(p("Geneva, 3 March 2024 \u{2013} The fund"), @"Geneva | 3 March 2024");
        insta::assert_snapshot!(p("GENEVA/NAIROBI, 3 March 2024 \u{2013} The fund"), @"GENEVA/NAIROBI | 3 March 2024");
        insta::assert_snapshot!(p("Geneva \u{2013} The fund"), @"none");
        insta::assert_snapshot!(p("NATO-led forces left"), @"none");
        insta::assert_snapshot!(p("Ten people \u{2013} all men"), @"none");
        insta::assert_snapshot!(p("The bank, which in May 2024 -"), @"none");
    }

    #[test]
    fn a_day_without_a_year_takes_the_nearest() {
        let near = Date::constant(2024, 1, 3);
        let resolved = agency("LIMA, Dec 30 (Reuters) - Ten").and_then(|line| line.day?.resolve(Some(near)));
        assert_eq!(resolved, Some(Date::constant(2023, 12, 30)));
        assert_eq!(agency("LIMA, Dec 30 (Reuters) - Ten").and_then(|line| line.day?.resolve(None)), None);
    }
}

//! Datelines: "PORT-AU-PRINCE, June 20 (Reuters) -" at the start of the prose, and "Published: 2 March 2024" standing
//! alone before it. The grammar is strict, because a date that is not the text's own would move every relative date.

use std::sync::LazyLock;

use jiff::civil::Date;
use nom::Parser;
use nom::branch::alt;
use nom::combinator::{opt, verify};
use nom::multi::{many_m_n, many0_count};
use nom::sequence::preceded;

use crate::span::Span;
use crate::token::{Class, Grammar, Kind, Lexicon, Look, Token, Tokens, any_of, digits, entry, glued, punct, tokenize};

use super::reading::prefix;

/// A dateline is short; more of a paragraph is not looked at.
const LONGEST: usize = 160;

/// No text that is checked was published before this year.
pub(super) const FIRST_YEAR: i16 = 1900;

/// Month and weekday names are closed classes, the same for every vocabulary; a dateline needs no other word.
static WORDS: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::builder().build());

/// A day as it was written, with its bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct WrittenDay {
    day: i8,
    month: i8,
    year: Option<i16>,
    pub(super) span: Span,
}

/// What a dateline says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Dateline {
    pub(super) place: Option<Span>,
    pub(super) day: Option<WrittenDay>,
}

impl WrittenDay {
    /// The date; without a year that of the three years around `near` which lies nearest.
    pub(super) fn resolve(&self, near: Option<Date>) -> Option<Date> {
        let on = |year: i16| Date::new(year, self.month, self.day).ok();
        if let Some(year) = self.year {
            return on(year);
        }
        let near = near?;
        let distance = |date: &Date| near.until(*date).map_or(i32::MAX, |span| span.get_days().abs());
        (near.year() - 1..=near.year() + 1).filter_map(on).min_by_key(distance)
    }
}

/// The date with which a text begins: "2 March 2024 10:00", "Sat, 02 Mar 2024", "March 2, 2024".
pub(super) fn leading_date(text: &str) -> Option<(Date, Span)> {
    let written = parse(text, |i| preceded(opt(weekday), full_date).parse(i))?;
    // The front matter of a chronicle dates its events: 1754 is no slip there.
    written.year.filter(|&year| year >= FIRST_YEAR)?;
    Some((written.resolve(None)?, written.span))
}

/// The date of a line that holds nothing else: "1 January 2025", "Published: Sunday, 2 March 2025, 10:30 GMT".
pub(super) fn date_line(text: &str) -> Option<WrittenDay> {
    if text.len() > LONGEST || !text.bytes().any(|b| b.is_ascii_digit()) {
        return None;
    }
    parse(text, lone_date)
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

/// A day with its year, a label before it and at most a time after it.
fn lone_date(i: Tokens<'_>) -> Grammar<'_, WrittenDay> {
    let (i, labelled) = opt(label).parse(i)?;
    let (i, _) = opt(alt((byline, preceded(opt(title), week), week))).parse(i)?;
    let (i, _) = opt(weekday).parse(i)?;
    let (i, date) = full_date(i)?;
    let (i, _) = many0_count(issue).parse(i)?;
    let (rest, _) = many0_count(time_part).parse(i)?;
    // Behind "Date:" anything may follow: a place, a name, what a teleprinter left.
    // A year of history that stands alone heads a story; behind a label it is a slip, which a rule speaks of.
    let history = date.year.is_some_and(|year| year < FIRST_YEAR);
    if rest.is_empty() && (!history || labelled.is_some()) || labelled == Some(true) {
        Ok((rest, date))
    } else {
        Err(nom::Err::Error(()))
    }
}

/// "Published:", "First published on", "Date". Not "Updated": the text's date is that of its publication.
/// Says whether a colon ends it.
fn label(i: Tokens<'_>) -> Grammar<'_, bool> {
    let (i, _) = opt(any_of(&["first", "publication", "release", "publishing"])).parse(i)?;
    let (i, _) = any_of(&["published", "posted", "date", "dated", "released"]).parse(i)?;
    let (i, _) = opt(any_of(&["on"])).parse(i)?;
    let (i, colon) = opt(punct(':')).parse(i)?;
    Ok((i, colon.is_some()))
}

/// "By our correspondent,", "By Ann Lee and Bo Ek,".
fn byline(i: Tokens<'_>) -> Grammar<'_, ()> {
    let (i, _) = any_of(&["by"]).parse(i)?;
    let (i, _) = many_m_n(1, 6, any_word).parse(i)?;
    let (i, _) = punct(',').parse(i)?;
    Ok((i, ()))
}

/// "Notes from the harbour,", "Fire log:".
fn title(i: Tokens<'_>) -> Grammar<'_, ()> {
    let (i, _) = many_m_n(1, 6, any_word).parse(i)?;
    let (i, _) = alt((punct(','), punct(':'))).parse(i)?;
    Ok((i, ()))
}

/// "week ending", "week of Monday, March 10, to": the last day of the week is the date of what tells of it.
fn week(i: Tokens<'_>) -> Grammar<'_, ()> {
    let (i, _) = any_of(&["week"]).parse(i)?;
    if let Ok((i, _)) = any_of(&["ending", "ended"]).parse(i) {
        return Ok((i, ()));
    }
    let (i, _) = any_of(&["of", "from"]).parse(i)?;
    let (i, _) = opt(weekday).parse(i)?;
    let (i, _) = calendar_day(i)?;
    let (i, _) = opt(punct(',')).parse(i)?;
    let (i, _) = any_of(&["to", "through", "until"]).parse(i)?;
    Ok((i, ()))
}

/// ", issue 23", ", No. 4", "vol. 12".
fn issue(i: Tokens<'_>) -> Grammar<'_, ()> {
    let (i, _) = opt(punct(',')).parse(i)?;
    let (i, _) = any_of(&["issue", "no", "number", "edition", "vol", "volume"]).parse(i)?;
    let (i, _) = opt(punct('.')).parse(i)?;
    let (i, _) = digits(i)?;
    Ok((i, ()))
}

/// A piece of "15:39:41.92", ", 10.30am GMT", "at 10:30", "| 4 min read" up to the bar.
fn time_part(i: Tokens<'_>) -> Grammar<'_, ()> {
    const WORDS: &[&str] = &[
        "at", "am", "pm", "a.m.", "p.m.", "gmt", "utc", "bst", "cet", "cest", "est", "edt", "et", "pst", "pdt", "pt",
        "t", "z", "h",
    ];
    let mark = alt((punct(':'), punct('.'), punct(','), punct('|'), punct('+'), punct('-')));
    let (i, _) = alt((digits, any_of(WORDS), mark)).parse(i)?;
    Ok((i, ()))
}

/// "Saturday," "Sat," "Sat."
fn weekday(i: Tokens<'_>) -> Grammar<'_, ()> {
    let (i, _) = entry(Class::WEEKDAY).parse(i)?;
    let (i, _) = opt(punct('.')).parse(i)?;
    let (i, _) = opt(punct(',')).parse(i)?;
    Ok((i, ()))
}

/// A day with its year.
fn full_date(i: Tokens<'_>) -> Grammar<'_, WrittenDay> {
    verify(calendar_day, |written: &WrittenDay| written.year.is_some()).parse(i)
}

/// "2 March 2024", "2nd of March", "26-FEB-1987", "March 2, 2024", "2024-03-02".
fn calendar_day(i: Tokens<'_>) -> Grammar<'_, WrittenDay> {
    let (rest, (day, month, year)) = alt((day_month, month_day, year_month_day)).parse(i)?;
    Ok((rest, WrittenDay { day, month, year, span: i.read_until(&rest) }))
}

type Parts = (i8, i8, Option<i16>);

fn day_month(i: Tokens<'_>) -> Grammar<'_, Parts> {
    let (i, day) = day(i)?;
    let (i, _) = opt(alt((punct('-'), any_of(&["of"])))).parse(i)?;
    let (i, month) = month(i)?;
    let (i, year) = opt(preceded(opt(alt((punct(','), punct('-')))), year)).parse(i)?;
    Ok((i, (day, month, year)))
}

fn month_day(i: Tokens<'_>) -> Grammar<'_, Parts> {
    let (i, month) = month(i)?;
    let (i, day) = day(i)?;
    let (i, year) = opt(preceded(opt(punct(',')), year)).parse(i)?;
    Ok((i, (day, month, year)))
}

fn year_month_day(i: Tokens<'_>) -> Grammar<'_, Parts> {
    let (i, year) = year(i)?;
    let (i, _) = glued(punct('-')).parse(i)?;
    let (i, month) = glued(number(2, 1, 12)).parse(i)?;
    let (i, _) = glued(punct('-')).parse(i)?;
    let (i, day) = glued(number(2, 1, 31)).parse(i)?;
    Ok((i, (day as i8, month as i8, Some(year))))
}

/// "2", "02", "2nd".
fn day(i: Tokens<'_>) -> Grammar<'_, i8> {
    let (i, day) = number(2, 1, 31).parse(i)?;
    let (i, _) = opt(glued(any_of(&["st", "nd", "rd", "th"]))).parse(i)?;
    Ok((i, day as i8))
}

/// "March", "Mar", "Mar."
fn month(i: Tokens<'_>) -> Grammar<'_, i8> {
    let (i, month) = entry(Class::MONTH).parse(i)?;
    let (i, _) = opt(glued(punct('.'))).parse(i)?;
    i8::try_from(month.time).map(|month| (i, month)).map_err(|_| nom::Err::Error(()))
}

fn year(i: Tokens<'_>) -> Grammar<'_, i16> {
    number(4, 1000, 2099).parse(i)
}

/// A run of at most `most` digits (of exactly four for years) whose value lies between two.
fn number<'a>(most: u32, low: i16, high: i16) -> impl Fn(Tokens<'a>) -> Grammar<'a, i16> {
    move |i| {
        let (rest, token) = digits(i)?;
        let fits = token.span().len() <= most && (most < 4 || token.span().len() == most);
        let value = i.text_of(token).parse().ok().filter(|value| fits && (low..=high).contains(value));
        value.map(|value| (rest, value)).ok_or(nom::Err::Error(()))
    }
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

/// One word of a name with what hangs on it: "PORT-AU-PRINCE", "ST.", "Port-au-Prince".
fn name(i: Tokens<'_>) -> Grammar<'_, Token> {
    let (mut rest, first) = verify(any_word, |token: &Token| token.capital()).parse(i)?;
    if i.entry(first).class.intersects(Class::MONTH | Class::WEEKDAY) {
        return Err(nom::Err::Error(()));
    }
    loop {
        let hyphen = preceded(glued(punct('-')), glued(any_word)).parse(rest);
        match hyphen.or_else(|_| glued(punct('.')).parse(rest)) {
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
    fn reads_lines_that_are_only_a_date() {
        let p = |text: &str| {
            let found =
                date_line(text).and_then(|day| Some(format!("{} {:?}", day.resolve(None)?, day.span.slice(text))));
            found.unwrap_or_else(|| "none".to_owned())
        };
        insta::assert_snapshot!(p("1 January 2025"), @r#"2025-01-01 "1 January 2025""#);
        insta::assert_snapshot!(p("Published: March 2nd, 2024"), @r#"2024-03-02 "March 2nd, 2024""#);
        insta::assert_snapshot!(p("First published on Saturday, 2 March 2024, 10:30 GMT"), @r#"2024-03-02 "2 March 2024""#);
        insta::assert_snapshot!(p("DATE:  4-MAR-1991 15:39:41.92"), @r#"1991-03-04 "4-MAR-1991""#);
        insta::assert_snapshot!(p("Date: 2 March 2024 Place: Lima"), @r#"2024-03-02 "2 March 2024""#);
        insta::assert_snapshot!(p("2024-03-02"), @r#"2024-03-02 "2024-03-02""#);
        insta::assert_snapshot!(p("Tuesday 3 June 2025, issue 4"), @r#"2025-06-03 "3 June 2025""#);
        insta::assert_snapshot!(p("By Ann Lee and Bo Ek, 3 June 2025"), @r#"2025-06-03 "3 June 2025""#);
        insta::assert_snapshot!(p("Fire log, week of Monday, June 2, to Sunday, June 8, 2025"), @r#"2025-06-08 "June 8, 2025""#);
        insta::assert_snapshot!(p("Week ending 8 June 2025"), @r#"2025-06-08 "8 June 2025""#);
        insta::assert_snapshot!(p("Week of talks, 3 June 2025"), @"none");
        insta::assert_snapshot!(p("By the sea, 3 June 2025 was cold"), @"none");
        insta::assert_snapshot!(p("Updated 3 May 2023"), @"none");
        insta::assert_snapshot!(p("3 May"), @"none");
        insta::assert_snapshot!(p("3 May 2023 was a cold day"), @"none");
        insta::assert_snapshot!(p("31 February 2024"), @"none");
    }

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

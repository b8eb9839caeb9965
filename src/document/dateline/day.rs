//! A day with which a text dates itself: "2 March 2024", "26-FEB-1987", "June 20" without its year.

use jiff::civil::Date;
use nom::Parser;
use nom::branch::alt;
use nom::combinator::{opt, verify};
use nom::sequence::preceded;

use crate::span::Span;
use crate::token::{Class, Grammar, Tokens, any_of, digits, entry, glued, punct};

/// A day as it was written, with its bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::document) struct WrittenDay {
    day: i8,
    month: i8,
    pub(super) year: Option<i16>,
    pub(in crate::document) span: Span,
}

impl WrittenDay {
    /// The date; without a year that of the three years around `near` which lies nearest.
    pub(in crate::document) fn resolve(&self, near: Option<Date>) -> Option<Date> {
        let on = |year: i16| Date::new(year, self.month, self.day).ok();
        if let Some(year) = self.year {
            return on(year);
        }
        let near = near?;
        let distance = |date: &Date| near.until(*date).map_or(i32::MAX, |span| span.get_days().abs());
        (near.year() - 1..=near.year() + 1).filter_map(on).min_by_key(distance)
    }
}

/// "Saturday," "Sat," "Sat."
pub(super) fn weekday(i: Tokens<'_>) -> Grammar<'_, ()> {
    let (i, _) = entry(Class::WEEKDAY).parse(i)?;
    let (i, _) = opt(punct('.')).parse(i)?;
    let (i, _) = opt(punct(',')).parse(i)?;
    Ok((i, ()))
}

/// A day with its year.
pub(super) fn full_date(i: Tokens<'_>) -> Grammar<'_, WrittenDay> {
    verify(calendar_day, |written: &WrittenDay| written.year.is_some()).parse(i)
}

/// "2 March 2024", "2nd of March", "26-FEB-1987", "March 2, 2024", "2024-03-02".
pub(super) fn calendar_day(i: Tokens<'_>) -> Grammar<'_, WrittenDay> {
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

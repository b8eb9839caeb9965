//! Dates in digits: ISO days, months and weeks, and the slashed, dotted and dashed dates of tables and captions.

use nom::Parser;

use super::number::{century_of, digits_between, digits_up_to_two, number_ends, two_digits};
use super::{found, joint, none, number};
use crate::period::resolve::order_of;
use crate::period::{DateOrder, Written, WrittenYear};
use crate::token::{Grammar, Kind, Tokens, digits, glued, punct, word};

/// "2024-06-25", "2024/06/25", "2024-06", "2024-W05", "8/26/25", "26.08.2025", "9/2012".
pub(super) fn numeric(i: Tokens<'_>) -> Grammar<'_, Written> {
    // Most digits are followed by something else; this is the test that they cost.
    if !i.get(1).is_some_and(|t| t.kind == Kind::Punct && !t.spaced()) {
        return none();
    }
    nom::branch::alt((iso_day, iso_week, iso_month, three_numbers, two_days, month_and_year)).parse(i)
}

/// "2024-06-25", "2013-2-7", "2025/01/13".
fn iso_day(i: Tokens<'_>) -> Grammar<'_, Written> {
    let (rest, year) = digits_between(4, 1000..=2199)(i)?;
    let (rest, mark) = joint(rest)?;
    let (rest, month) = glued(digits_up_to_two).parse(rest)?;
    let (rest, again) = joint(rest)?;
    let (rest, day) = glued(digits_up_to_two).parse(rest)?;
    if mark != again || !(1..=12).contains(&month) || !(1..=31).contains(&day) {
        return none();
    }
    // "2022-11-18t010841": a time may be glued.
    if !rest.first().is_some_and(|t| !t.spaced() && rest.text_of(t).eq_ignore_ascii_case("t")) {
        ends(rest)?;
    }
    Ok((rest, Written::Day { year: WrittenYear::Number(year), month, day, weekday: None }))
}

/// "20240625": a day without marks, as file names and logs write it.
pub(super) fn compact_day(i: Tokens<'_>) -> Grammar<'_, Written> {
    let (rest, token) = digits(i)?;
    number_ends(rest)?;
    if super::day::counted_noun(rest) {
        return none();
    }
    let text = i.text_of(token);
    let part = |range: std::ops::Range<usize>| text.get(range).and_then(|part| part.parse::<i16>().ok());
    let read = part(0..4).zip(part(4..6)).zip(part(6..8)).and_then(|((year, month), day)| {
        let (month, day) = (u8::try_from(month).ok()?, u8::try_from(day).ok()?);
        let dated = text.len() == 8 && (1900..2100).contains(&year) && (1..=12).contains(&month);
        (dated && (1..=31).contains(&day)).then(|| day_of(year, month, day))
    });
    found(rest, read)
}

/// "2024-W05".
fn iso_week(i: Tokens<'_>) -> Grammar<'_, Written> {
    let (rest, year) = digits_between(4, 1000..=2199)(i)?;
    let (rest, _) = glued(punct('-')).parse(rest)?;
    let (rest, _) = glued(word("w")).parse(rest)?;
    let (rest, week) = glued(digits_up_to_two).parse(rest)?;
    Ok((rest, Written::IsoWeek(year, week)))
}

/// "2024-06"; not "2023-24", and not "2010-11", which prose means as two years.
fn iso_month(i: Tokens<'_>) -> Grammar<'_, Written> {
    let (rest, year) = digits_between(4, 1500..=2199)(i)?;
    let (rest, _) = glued(punct('-')).parse(rest)?;
    let (rest, month) = glued(two_digits).parse(rest)?;
    ends(rest)?;
    found(
        rest,
        u8::try_from(month)
            .ok()
            .filter(|m| (1..=12).contains(m) && (year + 1) % 100 != month)
            .map(|month| Written::Month(WrittenYear::Number(year), month)),
    )
}

/// "8/26/25", "26/8/2025", "26.08.2025", "12-30-16": two small numbers and a year.
fn three_numbers(i: Tokens<'_>) -> Grammar<'_, Written> {
    let (rest, first) = digits_up_to_two(i)?;
    let (rest, mark) = joint(rest)?;
    let (rest, second) = glued(digits_up_to_two).parse(rest)?;
    let (rest, again) = joint(rest)?;
    let (rest, year) = glued(digits).parse(rest)?;
    ends(rest)?;
    let text = i.text_of(year);
    let year = match (text.len(), mark) {
        (4, _) => text.parse().ok().filter(|y| (1000..=2199).contains(y)),
        (2, '/' | '-') => text.parse().ok().map(century_of),
        _ => None,
    };
    found(
        rest,
        year.filter(|_| mark == again && can_be_date(first, second)).map(|year| Written::Numeric {
            first,
            second,
            year,
        }),
    )
}

/// "5/1-5/7/2020", "5/1 - 5/7, 2020": two days with one year. The comma before the year is the American form, month
/// first.
pub(super) fn two_days(i: Tokens<'_>) -> Grammar<'_, Written> {
    let (rest, from) = slashed(i)?;
    let (rest, _) = punct('-').or(punct('\u{2013}')).parse(rest)?;
    let (rest, to) = slashed(rest)?;
    let range = |day: &dyn Fn((u8, u8)) -> Written| Written::Range(Box::new(day(from)), Box::new(day(to)));
    if let Ok((rest, year)) = (punct(','), number::year).map(|(_, year)| year).parse(rest) {
        let possible = from.0 <= 12 && to.0 <= 12;
        return found(rest, possible.then(|| range(&|(month, day)| day_of(year, month, day))));
    }
    let (rest, _) = glued(punct('/')).parse(rest)?;
    let (rest, year) = glued(number::year.or(two_digits.map(century_of))).parse(rest)?;
    ends(rest)?;
    // What one of them shows of the order holds for both.
    let read = range(&|(first, second)| match order_of(from.0.max(to.0), from.1.max(to.1)) {
        Some(DateOrder::MonthDay) => day_of(year, first, second),
        Some(DateOrder::DayMonth) => day_of(year, second, first),
        None => Written::Numeric { first, second, year },
    });
    Ok((rest, read))
}

fn day_of(year: i16, month: u8, day: u8) -> Written {
    Written::Day { year: WrittenYear::Number(year), month, day, weekday: None }
}

/// "5/7".
fn slashed(i: Tokens<'_>) -> Grammar<'_, (u8, u8)> {
    let (rest, first) = digits_up_to_two(i)?;
    let (rest, _) = glued(punct('/')).parse(rest)?;
    let (rest, second) = glued(digits_up_to_two).parse(rest)?;
    found(rest, can_be_date(first, second).then_some((first, second)))
}

/// "9/2012", "06/2004".
fn month_and_year(i: Tokens<'_>) -> Grammar<'_, Written> {
    let (rest, month) = digits_up_to_two(i)?;
    let (rest, _) = glued(punct('/')).parse(rest)?;
    let (rest, year) = glued(number::year).parse(rest)?;
    ends(rest)?;
    if (1..=12).contains(&month) && year >= 1900 {
        Ok((rest, Written::Month(WrittenYear::Number(year), month)))
    } else {
        none()
    }
}

fn can_be_date(first: u8, second: u8) -> bool {
    let (low, high) = (first.min(second), first.max(second));
    (1..=12).contains(&low) && (1..=31).contains(&high)
}

/// No further digits glued behind, as telephone numbers and addresses have them.
fn ends(i: Tokens<'_>) -> Grammar<'_, ()> {
    number_ends(i)?;
    match (joint(i), i.get(1)) {
        (Ok((rest, mark)), Some(next)) if next.kind == Kind::Digits && !next.spaced() => {
            // "8/10/2012-8/15/2012" goes on with another date after a dash, "2024-06-03/2024-06-07" after a slash.
            let joint_of_next = rest.get(1).and_then(|t| t.word.as_punct());
            if matches!((mark, joint_of_next), ('-', Some('/')) | ('/', Some('-'))) { Ok((i, ())) } else { none() }
        }
        _ => Ok((i, ())),
    }
}

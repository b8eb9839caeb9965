//! Finds the dates of a sentence: one test a token, the grammar only where a date can begin, and then the words before
//! it that belong to it or bound it.

mod found;
mod resolved;

use std::ops::Range;

use jiff::civil::Date;
use nom::Input;

use self::found::Found;
use super::evidence::plausible;
use super::grammar;
use super::{DateExpr, DateOrder, Lead, Period, Tense, TimeUnit, Written, WrittenYear};
use crate::token::{Class, Kind, Token, Tokens};

/// What dates are read against.
#[derive(Clone, Copy, Debug, Default)]
pub struct DateOptions {
    /// The document's date.
    pub anchor: Option<Date>,
    /// How "3/4/2025" is read: from the configuration, or [`DateOrder::evident_in`] the document; else it stays open.
    pub order: Option<DateOrder>,
    /// The month with which fiscal years begin, 1 to 12.
    pub fiscal_start: Option<u8>,
}

/// Appends the dates of one sentence (a range of token indexes) to `out`, left to right, none overlapping another.
pub fn read_dates(tokens: Tokens<'_>, sentence: Range<usize>, anchor: Option<Date>, out: &mut Vec<DateExpr>) {
    read_dates_with(tokens, sentence, DateOptions { anchor, ..DateOptions::default() }, out);
}

/// As [`read_dates`], with every option.
pub fn read_dates_with(tokens: Tokens<'_>, sentence: Range<usize>, options: DateOptions, out: &mut Vec<DateExpr>) {
    let end = sentence.end.min(tokens.len());
    let sentence = tokens.take(end).skip(sentence.start.min(end));
    let first = out.len();
    let mut free = 0;
    let mut at = 0;
    while let Some(token) = sentence.get(at) {
        if grammar::can_begin(sentence, at, token)
            && let Some(mut found) = read_at(sentence, at, free)
        {
            let next = found.tokens.end.max(at + 1);
            let base = |out: &[DateExpr]| out.get(first..)?.iter().rev().take(REACH).find_map(closed);
            let counted = found.is_counted_from_another(sentence);
            let month_first = sentence.get(found.tokens.start).is_some_and(|t| t.kind == Kind::Word);
            let further = further_day(sentence, &found).filter(|_| month_first);
            // "June 4 and 7, 2023": one year for both.
            if let (Some(WrittenYear::Missing), Some(WrittenYear::Number(year))) =
                (found.written.year(), further.as_ref().and_then(|day| day.written.year()))
            {
                found.written = found.written.in_year(year);
            }
            let date = found.resolved(sentence, options, base(out));
            // "Three days later" without another date is a length of time, of which more is known.
            if counted && date.period.is_none() {
                at += 1;
                continue;
            }
            out.push(date);
            (free, at) = (next, next);
            let mut day = further;
            while let Some(found) = day {
                (free, at) = (found.tokens.end, found.tokens.end);
                day = further_day(sentence, &found);
                out.push(found.resolved(sentence, options, base(out)));
            }
        } else {
            at += 1;
        }
    }
}

/// Whether an article, "its" or "'s" stands before: "the September 11 attacks".
fn is_determined(sentence: Tokens<'_>, at: usize, free: usize) -> bool {
    at.checked_sub(1).filter(|&i| i >= free).and_then(|i| sentence.get(i)).is_some_and(|t| {
        t.kind == Kind::Clitic || t.kind == Kind::Word && sentence.entry(t).class.contains(Class::DETERMINER)
    })
}

/// "5" of "August 3 and 5": the further day of a month that stands before the days.
fn further_day(sentence: Tokens<'_>, found: &Found) -> Option<Found> {
    let end = found.tokens.end;
    let (rest, written) = grammar::next_day_of(sentence.skip(end), &found.written).ok()?;
    let past = sentence.len() - rest.len();
    // The day itself, without the joint before it.
    let digits = (end..past).find(|&at| sentence.get(at).is_some_and(|t| t.kind == Kind::Digits))?;
    Some(Found { written, tokens: digits..past, start: digits, lead: found.lead })
}

/// How many dates back "a year earlier" can point.
const REACH: usize = 8;

/// The days of a date, if both ends are known.
fn closed(date: &DateExpr) -> Option<Period> {
    date.period.filter(Period::is_closed)
}

/// The date that begins with this token, if one does. Nothing before `free` belongs to it.
fn read_at(sentence: Tokens<'_>, at: usize, free: usize) -> Option<Found> {
    let i = sentence.skip(at);
    let back = |n: usize| at.checked_sub(n).filter(|&i| i >= free).and_then(|i| sentence.get(i));
    let is = |token: Option<Token>, words: &[&str]| {
        token.is_some_and(|t| t.kind == Kind::Word && words.iter().any(|w| sentence.text_of(t).eq_ignore_ascii_case(w)))
    };
    let mut found = grammar::expression(i).ok();
    let between = is(back(1), &["between"]) || is(back(1), &["the"]) && is(back(2), &["between"]);
    if between && let Ok(read) = grammar::between(i) {
        found = Some(read);
    }
    let inside = is(back(1), &["in", "within"]) || is(back(1), &["a", "an"]) && is(back(2), &["in", "within"]);
    if inside && found.as_ref().is_none_or(|(_, written)| matches!(written, Written::Unit(_, 0))) {
        if let Ok(read) = grammar::in_time(i) {
            found = Some(read);
        } else if let Ok((rest, written)) = grammar::ahead(i) {
            // A line that says no more, as tables and lists have it.
            let alone = at < 3 && rest.len() < 2;
            if alone || Tense::around(sentence, &(at..at)) == Tense::Ahead {
                found = Some((rest, written));
            }
        }
    }
    if is(back(1), &["of"]) && back(2).is_some_and(|noun| grammar::part_of(sentence.text_of(noun)).is_some()) {
        let from = sentence.skip(at - 2);
        let between = is(back(3), &["between"]) || is(back(3), &["the"]) && is(back(4), &["between"]);
        if let Ok((rest, written)) = if between { grammar::between(from) } else { grammar::edges(from) } {
            let mut found =
                Found { written, tokens: at - 2..sentence.len() - rest.len(), start: at - 2, lead: Lead::None };
            found.widen(sentence, free)?;
            return Some(found);
        }
    }
    let named =
        is_determined(sentence, at, free) && matches!(found, Some((_, Written::Month(WrittenYear::Missing, _))));
    if named && let Ok(read) = grammar::named_day(i) {
        found = Some(read);
    }
    let (rest, mut written) = found?;
    // "the two weeks from 3 June" last so long; "two weeks from 3 June" is the day at their end.
    let counted_from = || (at..sentence.len() - rest.len()).any(|at| is(sentence.get(at), &["from"]));
    if let Written::Shifted(1.., _, base) = &written
        && is(back(1), &["the"])
        && counted_from()
    {
        let last = Written::Shifted(-1, TimeUnit::Day, Box::new(written.clone()));
        written = Written::Range(base.clone(), Box::new(last));
    }
    if written.year() == Some(WrittenYear::Missing)
        && let Some(year) = grammar::year_of_list(rest, &written)
    {
        written = written.in_year(year);
    }
    let mut end = sentence.len() - rest.len();
    if !plausible(sentence, at, end, &written) {
        // "2010's last days" are of one year, no ten; "her 20s" are of none.
        let clitic = end.checked_sub(1).filter(|&at| sentence.get(at).is_some_and(|t| t.kind == Kind::Clitic));
        let (Written::Decade(year), Some(year_end)) = (&written, clitic) else {
            return None;
        };
        (written, end) = (Written::Year(*year), year_end);
        if !plausible(sentence, at, end, &written) {
            return None;
        }
    }
    let mut found = Found { written, tokens: at..end, start: at, lead: Lead::None };
    found.widen(sentence, free)?;
    Some(found)
}

#[cfg(test)]
mod news;
#[cfg(test)]
mod phenomena;
#[cfg(test)]
mod stretches;
#[cfg(test)]
mod tests;

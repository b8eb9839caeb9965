//! Lengths of time beside the two dates between which they run: "the 13-year mission from 2004 to 2017", "12 days from
//! 1 to 12 June", "ruled for 17 years, from 212 to 229", "Ivar II (1130-1158) reigned for 28 years", "From 1707 to 1801
//! is 94 years".

use jiff::civil::Date;

use super::{Counted, judge, whole, year};
use crate::check::birth::tokens_of;
use crate::check::sentence::SentenceView;
use crate::claim::{Claim, Dated};
use crate::period::{TimeUnit, weekday, whole_units};
use crate::quantity::Unit;
use crate::span::Span;
use crate::token::Kind;
use crate::verdict::Verdict;

/// Words between a length of time and the years it belongs to; behind more of them the years are another thing's.
const MOST_WORDS: usize = 3;

/// What comes again and again in the time behind it, or what each of several people has in it: "a 14-day quarantine",
/// "the five-year average", "two days a week".
const EACH: &[&str] = &[
    "a",
    "per",
    "each",
    "every",
    "week",
    "weekend",
    "quarantine",
    "notice",
    "visa",
    "ticket",
    "pass",
    "limit",
    "deadline",
    "average",
    "mean",
    "rate",
    "yield",
    "return",
    "bond",
];

/// Verbs of which the years behind "from" are years even where they have three digits: "it grew for 3 years, from 138
/// to 161" has none.
const LASTING: &[&str] =
    &["reigned", "ruled", "governed", "lasted", "lived", "reign", "rule", "rules", "ruling", "reigning"];

/// "the 13-year mission from 2004 to 2017", "served 13 years (2004-2017)", "the five-day fair, from 6 to 10 May", "two
/// four-year terms, from 2008 to 2016".
pub(super) fn lasted(view: &SentenceView<'_>, claim: &Claim, count: i32, unit: TimeUnit) -> Option<Verdict> {
    let dated = view.dates().iter().find(|dated| is_its_time(view, claim, dated, unit))?;
    let times = multiplied(view, claim, unit)?;
    let stated = count.checked_mul(times)?;
    let (low, high) = length(dated, unit)?;
    let fits_workdays = unit == TimeUnit::Day
        && dated
            .expr
            .period
            .is_some_and(|p| p.start.zip(p.end).and_then(|(start, end)| workdays(start, end)) == Some(stated));
    let actual = if fits_workdays { stated } else { high };
    // Of years it is open whether both ends count.
    let more = i32::from(unit == TimeUnit::Year);
    let counted =
        Counted { unit, less: high - low, claim: Some(claim).filter(|_| times == 1), ..Counted::of(claim, more) };
    let working = match dated.expr.timex.as_deref()?.split_once('/').map(|(from, to)| (year(from), year(to)))? {
        (Some(from), Some(to)) if unit == TimeUnit::Year => format!("{to} - {from} = {actual}"),
        _ => format!("{} to {} {}s", low, high, unit.name()),
    };
    Some(judge(view, &counted, dated.expr.span, (stated, actual), &working))
}

/// Whether a range of dates is the time that a length lasts: straight behind it, led by "from", "between" or "for", or
/// alone in brackets; or straight before it, "from 2004 to 2017, 13 years in all".
fn is_its_time(view: &SentenceView<'_>, claim: &Claim, dated: &Dated, unit: TimeUnit) -> bool {
    let (first, last) = tokens_of(view, dated.expr.span);
    let (start, end) = (view.first_token(claim), view.end_token(claim));
    if last + 1 == start && view.word(last) == "," {
        return view.text(dated.expr.span).to_lowercase().starts_with("from ")
            && (view.ends_clause(end) || view.says_in_all(end));
    }
    let Some(between) = view.block().get(claim.quantity.span.end as usize..dated.expr.span.start as usize) else {
        return false;
    };
    let text = view.text(dated.expr.span).to_lowercase();
    // "three days between 3 and 10 May" lie somewhere within them.
    let led = text.starts_with("from ")
        || text.starts_with("between ") && unit == TimeUnit::Year
        || view.word_before(first, 1) == "for" && text.starts_with(|c: char| c.is_ascii_digit());
    let bracketed = view.word_before(first, 1) == "(" && view.word(last) == ")" && !between.contains(',');
    let words = between.strip_suffix('(').filter(|_| bracketed).unwrap_or(between);
    let near = words.split_whitespace().count() <= MOST_WORDS && !words.contains([';', '.', '(', ')']);
    // "The Thirty Years War", "the 100 years' war"
    let name = words.trim_start().starts_with(|c: char| c.is_uppercase() || matches!(c, '\'' | '\u{2019}'));
    let each = words.split_whitespace().any(|word| EACH.contains(&word.trim_end_matches(',')));
    (led || bracketed) && near && !name && !each
}

/// How many times a length is told: "two four-year terms", "three terms of four years"; `None` of several that need not
/// follow each other, such as "two-week courses" and "two three-day fairs".
fn multiplied(view: &SentenceView<'_>, claim: &Claim, unit: TimeUnit) -> Option<i32> {
    let start = view.first_token(claim);
    let of = usize::from(view.word_before(start, 1) == "of");
    let thing = |c: &&Claim| matches!(c.quantity.unit, Unit::None | Unit::Thing) && start > of;
    let times = view.claims.iter().filter(thing).find(|c| view.end_token(c) == start - of);
    let compound = view.text(claim.quantity.span).contains('-');
    let head = view.word(view.end_token(claim));
    let several = compound && head.ends_with('s') && !head.ends_with("ss")
        || matches!(view.word_before(start, 1), "several" | "consecutive" | "successive");
    match times {
        Some(times) if unit == TimeUnit::Year => whole(times),
        Some(_) => None,
        None => (!several).then_some(1),
    }
}

/// The least and the most units of a range of dates, of which both ends count or not.
fn length(dated: &Dated, unit: TimeUnit) -> Option<(i32, i32)> {
    let (from, to) = dated.expr.timex.as_deref()?.split_once('/')?;
    if unit == TimeUnit::Year {
        let years = i32::from(year(to)?) - i32::from(year(from)?);
        return (years > 0).then_some((years - 1, years));
    }
    let period = dated.expr.period?;
    let (start, last, end) = (period.start?, period.last_day()?, period.end?);
    let (low, high) = (whole_units(start, last, unit)?, whole_units(start, end, unit)?);
    let begun = unit.add(start, high)? < end;
    (unit >= TimeUnit::Day && high > 0).then_some((low, high + i32::from(begun)))
}

/// The days from Monday to Friday from a day to the one before `end`: "the ten-day course from 3 to 14 June".
pub(super) fn workdays(start: Date, end: Date) -> Option<i32> {
    let days = whole_units(start, end, TimeUnit::Day)?;
    let (weeks, rest) = (days / 7, days % 7);
    let first = i32::from(weekday(start));
    Some(weeks * 5 + (0..rest).map(|day| i32::from((first - 1 + day) % 7 < 5)).sum::<i32>())
}

/// "reigned for 23 years, from 138 to 161", "From 43 to 410 is 367 years": years that are too early to be read as
/// dates.
pub(super) fn from_to(view: &SentenceView<'_>, claim: &Claim, years: i32) -> Option<Verdict> {
    let (start, end) = (view.first_token(claim), view.end_token(claim));
    let from = end + usize::from(view.word(end) == ",");
    let at = if matches!(view.word(from), "from" | "between") && says(view, start.saturating_sub(3)..start, LASTING) {
        from + 1
    } else {
        // "From 440 to 480 is 30 years of work"
        let closed = view.ends_clause(end);
        let copula = closed && matches!(view.word_before(start, 1), "is" | "are" | "was" | "were" | "makes" | "make");
        let led =
            (4..=6).filter(|_| copula).find(|&back| view.word_before(start, back).eq_ignore_ascii_case("from"))?;
        start - led + 1
    };
    let at = at + usize::from(view.word(at) == "AD");
    let (first, second) = (early(view, at)?, early(view, at + 2)?);
    let closed = at + 3 == start - usize::from(start > at) || view.ends_clause(at + 3);
    let joined = matches!(view.word(at + 1), "to" | "until" | "and");
    (joined && closed && first < second).then(|| told(view, claim, years, at, (first, second)))
}

/// "Ivar II (1130-1158) reigned for 28 years": the years in brackets are those of a reign or of a life, and no reign is
/// longer than either.
pub(super) fn reigned(view: &SentenceView<'_>, claim: &Claim, years: i32) -> Option<Verdict> {
    let start = view.first_token(claim);
    if view.word_before(start, 1) != "for" || !matches!(view.word_before(start, 2), "reigned" | "ruled" | "governed") {
        return None;
    }
    let mut opened = (0..start).filter(|&i| view.word(i) == "(");
    let at = opened.next().filter(|_| opened.next().is_none())? + 1;
    let dash = matches!(view.word(at + 1), "-" | "\u{2013}" | "\u{2014}");
    let (first, second) = (early(view, at)?, early(view, at + 2)?);
    let reign = dash && view.word(at + 3) == ")" && first < second;
    let longer = years > second - first + 1;
    let agrees = (years - (second - first)).abs() <= 1;
    (reign && (longer || agrees)).then(|| told(view, claim, years, at, (first, second)))
}

/// A year that stands alone in digits, of the common era.
fn early(view: &SentenceView<'_>, at: usize) -> Option<i32> {
    let token = view.tokens().get(at).filter(|token| token.kind == Kind::Digits)?;
    let before = |i: usize| matches!(view.word(i), "BC" | "BCE" | "B.C.");
    view.text(token.span()).parse().ok().filter(|year| (1..=2100).contains(year) && !before(at + 1) && !before(at + 3))
}

fn says(view: &SentenceView<'_>, mut places: std::ops::Range<usize>, words: &[&str]) -> bool {
    places.any(|i| words.contains(&view.word(i)))
}

fn told(view: &SentenceView<'_>, claim: &Claim, years: i32, at: usize, (from, to): (i32, i32)) -> Verdict {
    let actual = to - from;
    let span = |i: usize| view.tokens().get(i).map_or(claim.quantity.span, |token| token.span());
    let dated = Span::new(span(at).start, span(at + 2).end);
    judge(view, &Counted::of(claim, 1), dated, (years, actual), &format!("{to} - {from} = {actual}"))
}

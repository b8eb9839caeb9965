//! Lengths of time beside the two years between which they run: "the 13-year mission from 2004 to 2017", "ruled for 17
//! years, from 212 to 229", "Ivar II (1130-1158) reigned for 28 years", "From 1707 to 1801 is 94 years".

use super::elapsed::{Counted, judge, year};
use super::sentence::SentenceView;
use crate::claim::{Claim, Dated};
use crate::span::Span;
use crate::token::Kind;
use crate::verdict::Verdict;

/// Words between a length of time and the years it belongs to; behind more of them the years are another thing's.
const MOST_WORDS: usize = 3;

/// Verbs of which the years behind "from" are years even where they have three digits: "it grew for 3 years, from 138 to
/// 161" has none.
const LASTING: &[&str] =
    &["reigned", "ruled", "governed", "lasted", "lived", "reign", "rule", "rules", "ruling", "reigning"];

/// "the 13-year mission from 2004 to 2017", "for 13 years, from 2004 to 2017", "served 13 years (2004-2017)". Whether both
/// years count is open, so one year more or less is right.
pub(super) fn lasted(view: &SentenceView<'_>, claim: &Claim, years: i32, dates: &[Dated]) -> Option<Verdict> {
    let end = claim.quantity.span.end;
    let (dated, from, to) = dates.iter().find_map(|dated| {
        let (from, to) = dated.expr.timex.as_deref()?.split_once('/')?;
        let (from, to) = (year(from)?, year(to)?);
        let between = view.block().get(end as usize..dated.expr.span.start as usize)?;
        let text = view.text(dated.expr.span);
        let led = ["from ", "between "].iter().any(|lead| text.to_lowercase().starts_with(lead));
        // "served 13 years (2004-2017)": nothing else in the brackets.
        let bracketed = between.ends_with('(') && view.block()[dated.expr.span.end as usize..].starts_with(')');
        let words = if bracketed { &between[..between.len() - 1] } else { between };
        let near = words.split_whitespace().count() <= MOST_WORDS && !words.contains([';', '.', '(', ')']);
        let bracketed = bracketed && !words.contains(',');
        ((led || bracketed) && near && from < to).then_some((dated, from, to))
    })?;
    let actual = i32::from(to) - i32::from(from);
    let working = format!("{to} - {from} = {actual}");
    Some(judge(view, &Counted::of(claim, 1), dated.expr.span, (years, actual), &working))
}

/// "reigned for 23 years, from 138 to 161", "From 43 to 410 is 367 years": years that are too early to be read as dates.
pub(super) fn from_to(view: &SentenceView<'_>, claim: &Claim, years: i32) -> Option<Verdict> {
    let (start, end) = (view.first_token(claim), view.end_token(claim));
    let from = end + usize::from(view.word(end) == ",");
    let at = if matches!(view.word(from), "from" | "between") && says(view, start.saturating_sub(3)..start, LASTING) {
        from + 1
    } else {
        // "From 440 to 480 is 30 years of work"
        let closed = matches!(view.word(end), "" | "." | "," | ";" | ")");
        let copula = closed && matches!(view.word_before(start, 1), "is" | "are" | "was" | "were" | "makes" | "make");
        let led =
            (4..=6).filter(|_| copula).find(|&back| view.word_before(start, back).eq_ignore_ascii_case("from"))?;
        start - led + 1
    };
    let at = at + usize::from(view.word(at) == "AD");
    let (first, second) = (early(view, at)?, early(view, at + 2)?);
    let closed = at + 3 == start - usize::from(start > at) || matches!(view.word(at + 3), "" | "." | "," | ";" | ")");
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

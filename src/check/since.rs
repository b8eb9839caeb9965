//! Years since a year that the text states: "it is 50 years since the gates were closed in 1971", "in the 60 years since
//! 1961", "for the third year running since 2020". They are counted to the day that the sentence names, else to the
//! date of the text.

use jiff::civil::Date;

use super::Scene;
use super::birth::{exact, tokens_of};
use super::elapsed::{Counted, judge, year};
use super::sentence::SentenceView;
use crate::claim::Claim;
use crate::period::{DateExpr, Lead, Period};
use crate::span::Span;
use crate::verdict::Verdict;

/// Words between "since" and the year of what happened then.
const REACH: usize = 10;

/// "it is 50 years since ... in 1971", "the 60 years since 1961".
pub(super) fn since(scene: &Scene<'_>, view: &SentenceView<'_>, claim: &Claim, years: i32) -> Option<Verdict> {
    let (start, end) = (view.first_token(claim), view.end_token(claim));
    let past = view.word_before(start, 1) == "was";
    let counted = match (view.word_before(start, 2), view.word_before(start, 1)) {
        ("it" | "It", "is" | "was")
        | ("has" | "have", "been")
        | ("in" | "In" | "for" | "For" | "over" | "Over", "the") => true,
        (_, "'s" | "\u{2019}s") => matches!(view.word_before(start, 2), "it" | "It"),
        _ => false,
    };
    if !counted || view.word(end) != "since" {
        return None;
    }
    let (from, span) = year_behind(view, end)?;
    let to = day(scene, view, start, past)?;
    Some(told(view, claim, span, (years, 1), (from, to)))
}

/// "has run it for 12 years, since 2012", "has worked there since 2012, or 12 years": what still goes on.
pub(super) fn for_years(scene: &Scene<'_>, view: &SentenceView<'_>, claim: &Claim, years: i32) -> Option<Verdict> {
    let (start, end) = (view.first_token(claim), view.end_token(claim));
    let closes = |at: usize| matches!(view.word(at), "" | "." | "," | ";" | ")" | "\u{2013}" | "\u{2014}");
    let has = |i: usize| matches!(view.word(i), "has" | "have" | "'ve" | "\u{2019}ve" | "'s" | "\u{2019}s");
    let past = |i: usize| matches!(view.word(i), "was" | "were" | "had");
    if !(0..start).any(has) || (0..start).any(past) {
        return None;
    }
    let mut led = view.dates().iter().filter(|d| d.expr.lead == Lead::Since && !d.expr.dependent);
    let dated = led.next().filter(|_| led.next().is_none() && view.dates().len() == 1)?;
    let from = i32::from(year_led(&dated.expr)?);
    let (first, last) = tokens_of(view, dated.expr.span);
    let first = if view.word_before(first, 1) == "ever" { first - 1 } else { first };
    let length = view.word_before(start, 1) == "for" || view.word_before(start, 1) == "or";
    let behind = first == end + 1 && view.word(end) == "," && closes(last);
    let ahead = last < start && start - last <= 2 && view.word(last) == "," && closes(end);
    let to = scene.reading.document.metadata.date.filter(|_| length && (behind || ahead))?;
    Some(told(view, claim, dated.expr.span, (years, 1), (from, to)))
}

/// The year of "since 2012", of which the days run up to the text's date.
fn year_led(expr: &DateExpr) -> Option<i16> {
    expr.period.filter(|_| !expr.relative)?.start.map(Date::year)
}

/// "for the third straight year since 2021": the first can be counted or not.
pub(super) fn in_a_row(scene: &Scene<'_>, view: &SentenceView<'_>, claim: &Claim, years: i32) -> Option<Verdict> {
    let (start, end) = (view.first_token(claim), view.end_token(claim));
    let row = |word: &str| matches!(word, "straight" | "consecutive" | "successive" | "running");
    let at = (start..end + 3).find(|&i| view.word(i) == "since")?;
    let said = (start..at).any(|i| row(view.word(i))) && (start..at).any(|i| view.word(i) == "year");
    let past = (0..start).any(|i| matches!(view.word(i), "was" | "were" | "had"));
    let (from, span) = year_behind(view, at).filter(|_| said)?;
    let to = day(scene, view, start, past)?;
    Some(told(view, claim, span, (years, 2), (from, to)))
}

/// The one year that "since" leads to: "since 1971", "since the gates were closed in 1971".
fn year_behind(view: &SentenceView<'_>, since: usize) -> Option<(i32, Span)> {
    let plain = |to: usize| {
        to.saturating_sub(since) <= REACH
            && !(since..to)
                .any(|i| matches!(view.word(i), "," | ";" | ":" | "(" | "\u{2013}" | "\u{2014}" | "and" | "but"))
    };
    let mut behind = view.dates().iter().filter_map(|dated| {
        let first = tokens_of(view, dated.expr.span).0;
        (first >= since).then_some((dated, first))
    });
    let (dated, first) = behind.next()?;
    let led = dated.expr.lead == Lead::Since && first == since && !dated.expr.relative && !dated.expr.dependent;
    let certain = led || first > since && exact(view, &dated.expr) && plain(first);
    let year = year(dated.expr.timex.as_deref()?).filter(|_| certain && behind.next().is_none())?;
    Some((i32::from(year), dated.expr.span))
}

/// The day to which the years are counted: the one that the sentence names before them, else that of the text.
fn day(scene: &Scene<'_>, view: &SentenceView<'_>, start: usize, past: bool) -> Option<Date> {
    let mut before = view.dates().iter().filter(|d| tokens_of(view, d.expr.span).1 <= start);
    match (before.next(), before.next()) {
        (Some(dated), None) if !dated.expr.dependent && dated.expr.lead == Lead::None => {
            dated.expr.period.filter(Period::is_closed)?.start
        }
        // "It was ten years since": on a day that an earlier sentence names.
        (None, _) if !past => scene.reading.document.metadata.date,
        _ => None,
    }
}

/// What the two years say of a length of time of which `more` years more are right.
fn told(
    view: &SentenceView<'_>,
    claim: &Claim,
    span: Span,
    (years, more): (i32, i32),
    (from, to): (i32, Date),
) -> Verdict {
    let actual = i32::from(to.year()) - from;
    judge(view, &Counted::of(claim, more), span, (years, actual), &format!("{} - {from} = {actual}", to.year()))
}

//! Years since a year that the text states: "it is 50 years since the gates were closed in 1971", "in the 60 years since
//! 1961", "for the third year running since 2020". They are counted to the day that the sentence names, else to the
//! date of the text.

use jiff::civil::Date;

use super::Scene;
use super::birth::{exact, tokens_of};
use super::elapsed::{judge, year};
use super::sentence::SentenceView;
use crate::claim::Claim;
use crate::period::{Lead, Period};
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
    judge(view, claim, span, (years, actual), more, &format!("{} - {from} = {actual}", to.year()))
}

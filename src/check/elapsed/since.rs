//! Years since a year that the text states: "it is 50 years since the gates were closed in 1971", "in the 60 years
//! since 1961", "for the third year running since 2020", "in her 40th year as organist, having begun in 1985". They are
//! counted to the day that the sentence names, else to the date of the text.

use jiff::civil::Date;

use super::{Counted, judge, year};
use crate::check::Scene;
use crate::check::birth::{exact, tokens_of};
use crate::check::sentence::SentenceView;
use crate::claim::Claim;
use crate::period::{DateExpr, Lead, Period};
use crate::span::Span;
use crate::verdict::Verdict;

/// Words between "since" and the year of what happened then.
const REACH: usize = 10;

/// "it is 50 years since ... in 1971", "the 60 years since 1961".
pub(super) fn since(scene: &Scene<'_>, view: &SentenceView<'_>, claim: &Claim, years: i32) -> Option<Verdict> {
    let (start, end) = (view.first_token(claim), view.end_token(claim));
    let at = start - usize::from(view.word_before(start, 1) == "now");
    let past = view.word_before(at, 1) == "was";
    let counted = match (view.word_before(at, 2), view.word_before(at, 1)) {
        ("it" | "It", "is" | "was")
        | ("has" | "have", "been")
        | ("in" | "In" | "for" | "For" | "over" | "Over", "the")
        | (_, "marks" | "mark" | "marking") => true,
        (_, "'s" | "\u{2019}s") => matches!(view.word_before(at, 2), "it" | "It"),
        _ => false,
    };
    // "50 years have passed since"
    let gone = matches!(view.word(end), "have" | "had") && matches!(view.word(end + 1), "passed" | "gone" | "elapsed");
    let since = (end..end + 4).find(|&i| view.word(i) == "since").filter(|&i| gone || i == end && counted)?;
    let past = past || view.word(end) == "had";
    let (from, span) = year_behind(view, since)?;
    let to = day(scene, view, start, past)?;
    Some(told(view, claim, span, (years, 1), (from, to)))
}

/// "has run it for 12 years, since 2012", "has worked there since 2012, or 12 years": what still goes on.
pub(super) fn for_years(scene: &Scene<'_>, view: &SentenceView<'_>, claim: &Claim, years: i32) -> Option<Verdict> {
    let (start, end) = (view.first_token(claim), view.end_token(claim));
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
    let behind = first == end + 1 && view.word(end) == "," && view.ends_clause(last);
    let ahead = last < start && start - last <= 2 && view.word(last) == "," && view.ends_clause(end);
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
    let row = |word: &str| matches!(word, "straight" | "consecutive" | "successive" | "running" | "row");
    let at = (start..end + REACH).find(|&i| view.word(i) == "since")?;
    let said = (start..at).any(|i| row(view.word(i))) && (start..at).any(|i| view.word(i) == "year");
    let plain = !(end..at).any(|i| matches!(view.word(i), "," | ";" | "(" | "and" | "but"));
    let past = (0..start).any(|i| matches!(view.word(i), "was" | "were" | "had"));
    let (from, span) = year_behind(view, at).filter(|_| said && plain)?;
    let to = day(scene, view, start, past)?;
    Some(told(view, claim, span, (years, 2), (from, to)))
}

/// "in her 40th year as organist, having begun in 1985": the first year is counted or not.
pub(super) fn year_of_service(
    scene: &Scene<'_>,
    view: &SentenceView<'_>,
    claim: &Claim,
    years: i32,
) -> Option<Verdict> {
    let (start, end) = (view.first_token(claim), view.end_token(claim));
    let whose = matches!(view.word_before(start, 1), "her" | "his" | "its" | "their" | "my" | "our");
    let now = matches!(view.word_before(start, 3), "is" | "are" | "'s" | "\u{2019}s" | "now" | "Now" | "am");
    let in_year = matches!(view.word_before(start, 2), "in" | "In")
        && view.word(end) == "year"
        && matches!(view.word(end + 1), "as" | "at" | "of" | "with" | "in");
    let [dated] = view.dates() else { return None };
    let (first, _) = tokens_of(view, dated.expr.span);
    let begun = |i: usize| {
        matches!(
            view.word(i),
            "began" | "begun" | "started" | "starting" | "joined" | "joining" | "appointed" | "hired" | "elected"
        ) || view.word(i) == "office" && matches!(view.word_before(i, 1), "took" | "taken")
    };
    let led = (first.saturating_sub(4)..first).any(begun) && exact(view, &dated.expr);
    let from = i32::from(year(dated.expr.timex.as_deref()?)?);
    let to = scene.reading.document.metadata.date.filter(|_| whose && now && in_year && led)?;
    Some(told(view, claim, dated.expr.span, (years, 2), (from, to)))
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

//! Delays: "was to open in May 2019. It opened in July 2021, 26 months late".

use super::birth::{exact, tokens_of};
use super::elapsed::whole;
use super::sentence::SentenceView;
use crate::claim::{Claim, Dated};
use crate::period::{Period, TimeUnit};
use crate::quantity::Unit;
use crate::verdict::{Confidence, Failure, Label, Mismatch, Outcome, Verdict};

/// Words between what tells of a plan and its date: "planned to open to traffic in".
const REACH: usize = 6;

/// "opened in July 2021, 26 months late", where the same sentence or the one before says for when it was planned.
pub(super) fn late(
    view: &SentenceView<'_>,
    before: Option<&SentenceView<'_>>,
    claim: &Claim,
    stated: i32,
) -> Option<Verdict> {
    let Unit::Duration(unit) = claim.quantity.unit else { return None };
    let (start, end) = (view.first_token(claim), view.end_token(claim));
    let behind = view.word(end) == "behind" && view.word(end + 1) == "schedule";
    let lateness = view.word(end) == "late"
        || behind
        || view.word(end) == "later" && view.word(end + 1) == "than" && view.word(end + 2) == "planned";
    if !lateness || unit < TimeUnit::Day || whole(claim).is_none() {
        return None;
    }
    let at = view.dates().iter().position(|d| {
        exact(view, &d.expr) && tokens_of(view, d.expr.span).1 + usize::from(view.word_before(start, 1) == ",") == start
    })?;
    let actual = &view.dates()[at];
    let planned = planned(view, &view.dates()[..at]).or_else(|| before.and_then(|b| planned(b, b.dates())))?;
    let (from, to) = (planned.expr.period?, actual.expr.period?);
    let right = between(&from, &to, unit)?;
    let (low, high) = (*right.start(), *right.end());
    let labels = vec![
        Label { place: view.place(planned.expr.span), message: "planned".to_owned() },
        Label { place: view.place(actual.expr.span), message: "and in fact".to_owned() },
    ];
    let told = if low == high { low.to_string() } else { format!("{low} or {high}") };
    let calculation =
        format!("from {} to {}: {told}, stated {stated}", view.text(planned.expr.span), view.text(actual.expr.span));
    let outcome = if right.contains(&stated) {
        Outcome::Passed { calculation, message: "the delay fits the dates".to_owned(), labels }
    } else {
        Outcome::Failed(Box::new(Failure {
            mismatch: if right.contains(&(stated - 1)) || right.contains(&(stated + 1)) {
                Mismatch::Soft
            } else {
                Mismatch::Hard
            },
            confidence: Confidence::Medium,
            message: format!("“{}” late, but the two dates are {told} apart", view.text(claim.quantity.span)),
            help: Some(format!("write {told}, or check the two dates")),
            primary_label: format!("says {stated}"),
            labels,
            calculation: Some(calculation),
            cause: None,
            fix: None,
        }))
    };
    Some(Verdict { primary: view.place(claim.quantity.span), outcome })
}

/// The one date of a sentence for which something was planned: "was to open in May 2019", "due in 2019".
fn planned<'r>(view: &SentenceView<'r>, dates: &'r [Dated]) -> Option<&'r Dated> {
    let plans = |i: usize| {
        matches!(view.word(i), "due" | "planned" | "scheduled" | "promised" | "expected" | "intended" | "meant")
            || view.word(i) == "should" && view.word(i + 1) == "have"
            || view.word(i) == "to" && matches!(view.word_before(i, 1), "was" | "were" | "," | "had" | "supposed")
    };
    let of_a_plan = |dated: &&Dated| {
        let first = tokens_of(view, dated.expr.span).0;
        exact(view, &dated.expr) && (first.saturating_sub(REACH)..first).any(plans)
    };
    let mut found = dates.iter().filter(of_a_plan);
    found.next().filter(|_| found.next().is_none())
}

/// Whole units between two times, counted on the calendar or as time that has passed.
fn between(from: &Period, to: &Period, unit: TimeUnit) -> Option<std::ops::RangeInclusive<i32>> {
    let (a, b) = (from.calendar_difference(to, unit)?, from.elapsed(to, unit)?);
    (*a.start() >= 0).then(|| *a.start().min(b.start()).max(&0)..=*a.end().max(b.end()))
}

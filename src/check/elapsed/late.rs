//! Delays: "was to open in May 2019. It opened in July 2021, 26 months late".

use super::between::{Length, Placed, held};
use crate::check::birth::{exact, tokens_of};
use crate::check::sentence::SentenceView;
use crate::claim::{Claim, Dated};
use crate::quantity::Unit;
use crate::verdict::Verdict;

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
    if !lateness {
        return None;
    }
    let at = view.dates().iter().position(|d| {
        exact(view, &d.expr) && tokens_of(view, d.expr.span).1 + usize::from(view.word_before(start, 1) == ",") == start
    })?;
    let here = |dated| Placed { dated, view };
    let planned = planned(view, &view.dates()[..at]).map(here).or_else(|| {
        let view = before?;
        Some(Placed { dated: planned(view, view.dates())?, view })
    })?;
    held(view, claim.quantity.span, Length::of(stated, unit)?, (planned, here(&view.dates()[at])))
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

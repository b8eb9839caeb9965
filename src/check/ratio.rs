//! Factors and shares in words ("doubled", "halved", "three times", "a third", "a majority") against the levels, the
//! change, or the part and the whole that the text states.

mod carried;
mod led_to;
mod levels;
mod share_of;
mod share_pair;
mod share_told;

use rust_decimal::Decimal;
use serde::Deserialize;

use super::sentence::SentenceView;
use super::{Check, ParameterFault, Parameters, Scene};
use crate::claim::Claim;
use crate::quantity::interval::Bound;
use crate::quantity::{Hedge, Interval, Meaning, Number, Widths};
use crate::verdict::{Confidence, Failure, Label, Mismatch, Outcome, Reason, Verdict};
use carried::carried;
use led_to::{Results, from_change};
use levels::from_levels;
use share_of::shares_of;

/// The check `ratio`; it has no parameters.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Ratio {}

/// Builds the check from its rule's parameters.
pub(super) fn build(parameters: &Parameters<'_>) -> Result<Box<dyn Check>, ParameterFault> {
    Ok(Box::new(parameters.read::<Ratio>()?))
}

impl Check for Ratio {
    fn check(&self, scene: &Scene<'_>, out: &mut Vec<Verdict>) {
        let results = Results::of(scene.reading);
        for view in SentenceView::all(scene.reading) {
            let before = view.before();
            for (at, factor) in view.claims.iter().enumerate() {
                if !matches!(factor.quantity.number, Number::Multiple { .. }) {
                    continue;
                }
                let outcome = from_levels(scene.widths, &view, before, at)
                    .or_else(|| from_change(scene.widths, &view, at, &results))
                    .unwrap_or(Outcome::NotChecked(Reason::NoBase));
                out.push(Verdict { primary: view.place(factor.quantity.span), outcome });
            }
            shares_of(scene.widths, &view, before, out);
            carried(&view, out);
        }
    }
}

/// What a word says of a ratio.
#[derive(Clone, Copy, Debug)]
pub(super) struct Saying<'v> {
    /// Which ratios it can mean.
    pub meaning: Meaning,
    /// The word.
    pub word: &'v str,
    /// Whether it stands without "nearly", "about" or "more than".
    pub plain: bool,
    /// A share of a whole, which people read in per cent, and not a factor.
    pub share: bool,
}

/// What a factor says with its hedge: "nearly doubled" is less than doubled, "more than halved" leaves less than half.
pub(super) fn said(widths: &Widths, factor: &Claim) -> Option<Meaning> {
    let Number::Multiple { factor: value } = factor.quantity.number else { return None };
    let share = |part: i64| value.checked_mul(Decimal::new(part, 2));
    let below = |soft: i64, hard: i64| {
        let top = |part| Some(Interval::closed(share(part)?, value));
        Some(Meaning { soft: top(soft)?, hard: Some(top(hard)?) })
    };
    let above = |soft: i64, hard: Option<i64>| {
        let soft = Interval::closed(value, share(soft)?);
        let hard = match hard {
            Some(part) => Interval::closed(value, share(part)?),
            None => Interval::at_least(value),
        };
        Some(Meaning { soft, hard: Some(hard) })
    };
    let shrinks = value < Decimal::ONE;
    match factor.quantity.hedge {
        Hedge::Nearly | Hedge::JustUnder if shrinks => above(120, Some(140)),
        Hedge::Nearly | Hedge::JustUnder => below(87, 80),
        Hedge::MoreThan | Hedge::AtLeast if shrinks => below(50, 0),
        // A text that has a word for three times would use it.
        Hedge::MoreThan | Hedge::AtLeast => above(150, None),
        Hedge::JustOver if !shrinks => above(115, Some(130)),
        _ => factor.quantity.meaning(widths),
    }
}

/// Whether "more than" would be a fair word for the figure: at most half as much again, and no side of a vote.
fn near(less: Bound, more: Bound) -> bool {
    let wider = |value: Decimal| value.checked_mul(Decimal::new(15, 1));
    less != Bound::Open(Decimal::new(5, 1))
        && less.value().and_then(wider).zip(more.value()).is_some_and(|(most, more)| more <= most)
}

/// "x1.9", "x1.9 to x2.1".
pub(super) fn rounded(interval: &Interval) -> String {
    let (low, high) = (places(interval.low, 2), places(interval.high, 2));
    if low == high { format!("x{low}") } else { format!("x{low} to x{high}") }
}

/// The same for parts of one: "31.3%", "45% to 55%".
pub(super) fn percentage(interval: &Interval) -> String {
    let hundred = interval.times(Decimal::ONE_HUNDRED).unwrap_or(*interval);
    let (low, high) = (places(hundred.low, 1), places(hundred.high, 1));
    if low == high { format!("{low}%") } else { format!("{low}% to {high}%") }
}

fn places(bound: Bound, places: u32) -> String {
    bound.value().map_or_else(|| "∞".to_owned(), |value| value.round_dp(places).normalize().to_string())
}

/// Holds what a word says against what the figures give.
pub(super) fn judge(
    saying: &Saying<'_>,
    ratio: &Meaning,
    working: String,
    labels: Vec<Label>,
    confidence: Confidence,
) -> Outcome {
    let (said, word) = (&saying.meaning, saying.word.trim());
    let hard = matches!((said.hard, ratio.hard), (Some(a), Some(b)) if a.disjoint(&b));
    if !hard && !said.soft.disjoint(&ratio.soft) {
        return Outcome::Passed {
            calculation: working, message: format!("“{word}” agrees with the figures"), labels
        };
    }
    // "doubled" of what trebled, and "halved" of what fell to a third: the word says too little.
    let beyond = if !saying.share && said.soft.high.value() < Some(Decimal::ONE) {
        ratio.soft.high.value() < said.soft.low.value() && near(ratio.soft.high, said.soft.low)
    } else {
        said.soft.high.value() < ratio.soft.low.value() && near(said.soft.high, ratio.soft.low)
    };
    let shown = if saying.share { percentage } else { rounded };
    Outcome::Failed(Box::new(Failure {
        mismatch: if hard { Mismatch::Hard } else { Mismatch::Soft },
        confidence,
        message: format!("“{word}” means {}, but the figures give {}", shown(&said.soft), shown(&ratio.soft)),
        help: Some("check the two figures, or choose the word that fits them".to_owned()),
        primary_label: format!("says {}", shown(&said.soft)),
        labels,
        calculation: Some(working),
        cause: (beyond && saying.plain).then(|| format!("was “more than {}” meant?", word.to_lowercase())),
        fix: None,
    }))
}

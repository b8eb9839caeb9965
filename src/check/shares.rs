//! Shares of one whole: percentages that the text says make up all of it total 100.

use rust_decimal::Decimal;
use serde::Deserialize;

use super::fix::{Right, fix, rewritten};
use super::rest::is_the_rest;
use super::sentence::SentenceView;
use super::working::number;
use super::{Check, ParameterFault, Parameters, Scene};
use crate::claim::Claim;
use crate::quantity::{Hedge, Number, Unit};
use crate::verdict::{Confidence, Failure, Label, Mismatch, Outcome, Reason, Verdict};

/// The check `shares`; it has no parameters.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Shares {}

/// Builds the check from its rule's parameters.
pub(super) fn build(parameters: &Parameters<'_>) -> Result<Box<dyn Check>, ParameterFault> {
    Ok(Box::new(parameters.read::<Shares>()?))
}

impl Check for Shares {
    fn check(&self, scene: &Scene<'_>, out: &mut Vec<Verdict>) {
        for view in SentenceView::all(scene.reading) {
            for (at, rest) in view.claims.iter().enumerate() {
                if at > 0 && !rest.repeated && rest.quantity.unit == Unit::Percent && is_the_rest(&view, rest) {
                    let parts = parts(&view, at, rest);
                    out.push(Verdict { primary: view.place(rest.quantity.span), outcome: total(&view, rest, &parts) });
                }
            }
        }
    }
}

/// The shares before it in the sentence; none where one of them is a share of another or has a base of its own.
/// Where the last of them make up the whole with the rest, those before are shares of something else.
fn parts<'v>(view: &SentenceView<'v>, at: usize, rest: &Claim) -> Vec<&'v Claim> {
    let parts: Vec<&Claim> = view.claims[..at].iter().filter(|c| c.quantity.unit == Unit::Percent).collect();
    let plain = |c: &&Claim| {
        matches!(c.quantity.number, Number::Value { .. })
            && c.quantity.change.is_none()
            && !matches!(
                c.quantity.hedge,
                Hedge::MoreThan | Hedge::AtLeast | Hedge::UpTo | Hedge::AtMost | Hedge::LessThan
            )
            && !matches!(view.word_before(view.first_token(c), 1), "from" | "than" | "to" | "by" | "including")
            && !nested(view, c)
    };
    let joined = parts.windows(2).all(|pair| view.joined(pair[0], pair[1]));
    if !parts.iter().all(plain) || !joined {
        return Vec::new();
    }
    let left = |from: usize| {
        let figures = parts[from..].iter().copied().chain(std::iter::once(rest));
        figures.map(|c| value(c).0).try_fold(Decimal::ONE_HUNDRED, Decimal::checked_sub)
    };
    let from = (0..parts.len()).find(|&from| left(from) == Some(Decimal::ZERO)).unwrap_or(0);
    parts[from..].to_vec()
}

/// "60% of the 80%", "20% of these": a share of a share.
fn nested(view: &SentenceView<'_>, claim: &Claim) -> bool {
    let end = view.end_token(claim);
    view.word(end) == "of" && matches!(view.word(end + 1), "them" | "these" | "those" | "that" | "whom" | "which")
}

fn value(claim: &Claim) -> (Decimal, Decimal) {
    match claim.quantity.number {
        Number::Value { value, place, .. } => (value, place),
        _ => (Decimal::ZERO, Decimal::ONE),
    }
}

/// Holds the total of the shares against 100, give or take the rounding of each.
fn total(view: &SentenceView<'_>, rest: &Claim, parts: &[&Claim]) -> Outcome {
    if parts.is_empty() {
        return Outcome::NotChecked(Reason::NoBase);
    }
    let all = || parts.iter().copied().chain(std::iter::once(rest));
    let hundred = Decimal::ONE_HUNDRED;
    let fold = |f: fn(&Claim) -> Decimal| all().try_fold(Decimal::ZERO, |sum, c| sum.checked_add(f(c)));
    let (Some(sum), Some(width)) = (fold(|c| value(c).0), fold(|c| value(c).1 / Decimal::TWO)) else {
        return Outcome::NotChecked(Reason::TooLarge);
    };
    let hedged = all().any(|c| !matches!(c.quantity.hedge, Hedge::None | Hedge::Exactly));
    let width = if hedged { width + Decimal::from(5) } else { width };
    let terms: Vec<String> = all().map(|c| number(value(c).0)).collect();
    let calculation = format!("{} = {}, of 100", terms.join(" + "), number(sum));
    let labels = parts
        .iter()
        .map(|c| Label { place: view.place(c.quantity.span), message: format!("share: {}", number(value(c).0)) })
        .collect();
    if (sum - hundred).abs() <= width {
        return Outcome::Passed { calculation, message: "the shares make up the whole".to_owned(), labels };
    }
    let right = hundred - (sum - value(rest).0);
    Outcome::Failed(Box::new(Failure {
        mismatch: Mismatch::Hard,
        confidence: Confidence::High,
        message: format!(
            "the shares add up to {}%, not to 100%, with “{}”",
            number(sum),
            view.text(rest.quantity.span)
        ),
        help: Some("check each share, and whether they are shares of the same whole".to_owned()),
        primary_label: "what is left".to_owned(),
        labels,
        calculation: Some(calculation),
        cause: (right > Decimal::ZERO).then(|| format!("{}% would be left", number(right))),
        fix: fix([(right > Decimal::ZERO).then(|| rewritten(view, rest, Right::exactly(right))).flatten()]),
    }))
}

//! Shares of one whole: percentages that the text says make up all of it total 100, and those that exclude each other
//! no more.

mod exclusive;
mod polls;

use rust_decimal::Decimal;
use serde::Deserialize;

use super::account::Kind;
use super::fix::{Right, fix, rewritten};
use super::rest::is_the_rest;
use super::sentence::SentenceView;
use super::table::share::share_columns;
use super::working::number;
use super::{Check, ParameterFault, Parameters, Scene};
use crate::claim::Claim;
use crate::quantity::{Hedge, Number, Unit};
use crate::verdict::{Confidence, Failure, Label, Mismatch, Outcome, Reason, Verdict};
use exclusive::exclusive;
use polls::polls;

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
        share_columns(scene.reading.document, out);
        for (view, mut answers) in polls(scene.reading) {
            let Some(last) = answers.pop() else { continue };
            let list = List { parts: answers, last, kind: Kind::Some, confidence: Confidence::Medium };
            out.push(Verdict { primary: view.place(last.quantity.span), outcome: list.total(&view) });
        }
        for view in SentenceView::all(scene.reading) {
            let before = out.len();
            for (at, rest) in view.claims.iter().enumerate() {
                if at > 0 && rest.quantity.unit == Unit::Percent && is_the_rest(&view, rest) {
                    let parts = parts(&view, at, rest);
                    let list = List { parts, last: rest, kind: Kind::Whole, confidence: Confidence::High };
                    out.push(Verdict { primary: view.place(rest.quantity.span), outcome: list.total(&view) });
                }
            }
            let apart = if out.len() == before { exclusive(&view) } else { None };
            if let Some((parts, confidence)) = apart
                && let Some((last, parts)) = parts.split_last()
            {
                let list = List { parts: parts.to_vec(), last, kind: Kind::Some, confidence };
                out.push(Verdict { primary: view.place(last.quantity.span), outcome: list.total(&view) });
            }
        }
    }
}

/// The shares before it in the sentence; none where one of them is a share of another or has a base of its own.
/// Where the last of them make up the whole with the rest, those before are shares of something else.
fn parts<'v>(view: &SentenceView<'v>, at: usize, rest: &Claim) -> Vec<&'v Claim> {
    // "(2024: 91 per cent)": a share in brackets is that of another time or place.
    let bracketed = |c: &&Claim| view.in_brackets(view.first_token(c)) && !view.in_brackets(view.first_token(rest));
    let shares = view.claims[..at].iter().filter(|c| c.quantity.unit == Unit::Percent);
    let parts: Vec<&Claim> = shares.filter(|c| !bracketed(c)).collect();
    let joined = parts.windows(2).all(|pair| view.joined(pair[0], pair[1]));
    if !parts.iter().all(|c| is_plain(view, c)) || !joined {
        return Vec::new();
    }
    let left = |from: usize| {
        let figures = parts[from..].iter().copied().chain(std::iter::once(rest));
        figures.map(|c| value_and_place(c).0).try_fold(Decimal::ONE_HUNDRED, Decimal::checked_sub)
    };
    let from = (0..parts.len()).find(|&from| left(from) == Some(Decimal::ZERO)).unwrap_or(0);
    parts[from..].to_vec()
}

/// A share that can be added to others: no change, no bound, no level before, no share of a share.
pub(super) fn is_plain(view: &SentenceView<'_>, c: &Claim) -> bool {
    matches!(c.quantity.number, Number::Value { .. })
        && c.quantity.change.is_none()
        && !matches!(c.quantity.hedge, Hedge::MoreThan | Hedge::AtLeast | Hedge::UpTo | Hedge::AtMost | Hedge::LessThan)
        && !matches!(view.word_before(view.first_token(c), 1), "from" | "than" | "to" | "by" | "including")
        && !nested(view, c)
}

/// "60% of the 80%", "20% of these": a share of a share.
fn nested(view: &SentenceView<'_>, claim: &Claim) -> bool {
    let end = view.end_token(claim);
    view.word(end) == "of" && matches!(view.word(end + 1), "them" | "these" | "those" | "that" | "whom" | "which")
}

/// The value of a plain figure and the place of its last digit; nought and one for all others.
fn value_and_place(claim: &Claim) -> (Decimal, Decimal) {
    match claim.quantity.number {
        Number::Value { value, place, .. } => (value, place),
        _ => (Decimal::ZERO, Decimal::ONE),
    }
}

/// Shares of one whole, in text order.
struct List<'v> {
    parts: Vec<&'v Claim>,
    last: &'v Claim,
    /// Whether they make up all of it.
    kind: Kind,
    confidence: Confidence,
}

/// Shares that come to more than this belong to several wholes.
const MOST: i64 = 150;

impl List<'_> {
    /// Holds their total against 100, give or take the rounding of each.
    fn total(&self, view: &SentenceView<'_>) -> Outcome {
        if self.parts.is_empty() {
            return Outcome::NotChecked(Reason::NoBase);
        }
        let all = || self.parts.iter().copied().chain(std::iter::once(self.last));
        let hundred = Decimal::ONE_HUNDRED;
        let fold = |f: fn(&Claim) -> Decimal| all().try_fold(Decimal::ZERO, |sum, c| sum.checked_add(f(c)));
        let (Some(sum), Some(width)) = (fold(|c| value_and_place(c).0), fold(|c| value_and_place(c).1 / Decimal::TWO))
        else {
            return Outcome::NotChecked(Reason::TooLarge);
        };
        let hedged = all().any(|c| !matches!(c.quantity.hedge, Hedge::None | Hedge::Exactly));
        let width = if hedged { width.saturating_add(Decimal::from(5)) } else { width };
        let some = self.kind == Kind::Some;
        if some && sum > Decimal::from(MOST) {
            return Outcome::NotChecked(Reason::NoBase);
        }
        let terms: Vec<String> = all().map(|c| number(value_and_place(c).0)).collect();
        let calculation = format!("{} = {}, of 100", terms.join(" + "), number(sum));
        let labels = self
            .parts
            .iter()
            .map(|c| Label {
                place: view.place(c.quantity.span),
                message: format!("share: {}%", number(value_and_place(c).0)),
            })
            .collect();
        let fits = (sum - hundred).abs() <= width;
        if fits || some && sum < hundred {
            let message = if fits { "the shares make up the whole" } else { "the shares are no more than the whole" };
            return Outcome::Passed { calculation, message: message.to_owned(), labels };
        }
        let right = hundred - (sum - value_and_place(self.last).0);
        let stated = view.text(self.last.quantity.span);
        let said = number(sum);
        Outcome::Failed(Box::new(Failure {
            mismatch: Mismatch::Hard,
            confidence: self.confidence,
            message: if some {
                format!("with “{stated}” the shares come to {said}%, more than 100%")
            } else {
                format!("with “{stated}” the shares come to {said}%, not 100%")
            },
            help: Some("check each share, and whether they are shares of the same whole".to_owned()),
            primary_label: if some { "last share" } else { "what is left" }.to_owned(),
            labels,
            calculation: Some(calculation),
            cause: (right > Decimal::ZERO && !some).then(|| format!("{}% would be left", number(right))),
            fix: fix([(right > Decimal::ZERO && !some)
                .then(|| rewritten(view, self.last, Right::exactly(right)))
                .flatten()]),
        }))
    }
}

//! Shares in words or per cent ("half", "two in five", "a majority", "40%") against the part and the whole that stand
//! beside them: "a third of the 90 pupils, 31,", "12 of the 40 members, nearly a third".

use rust_decimal::Decimal;

use super::share_pair::{Pair, beside_share, beside_word};
use super::share_told::{InWords, told_in_percent};
use super::{Saying, judge, percentage};
use crate::check::amount::value_or_nought;
use crate::check::fix::{Right, fix, mended, rewritten};
use crate::check::sentence::SentenceView;
use crate::claim::Claim;
use crate::quantity::interval::Bound;
use crate::quantity::{Hedge, Interval, Meaning, Number, Unit, Widths};
use crate::span::Span;
use crate::verdict::{Confidence, Label, Outcome, Verdict};

/// Appends what the part and the whole beside each share of a sentence say of it. `before` is the sentence before.
pub(super) fn shares_of<'v>(
    widths: &Widths,
    view: &SentenceView<'v>,
    before: Option<SentenceView<'v>>,
    out: &mut Vec<Verdict>,
) {
    for (at, share) in view.claims.iter().enumerate().filter(|(_, c)| is_share(c)) {
        let pair = beside_share(view, before, at);
        let Some(meaning) = said(widths, share) else { continue };
        let saying = Saying {
            meaning,
            word: view.text(share.quantity.span),
            plain: share.quantity.hedge == Hedge::None,
            share: true,
        };
        if let Some(pair) = pair {
            out.extend(verdict(widths, view, &pair, &saying, share.quantity.span));
        } else if matches!(share.quantity.number, Number::Share { .. }) {
            let tokens = (view.first_token(share), view.end_token(share));
            let share = InWords { span: share.quantity.span, tokens, next: at + 1, saying };
            out.extend(told_again(widths, view, &share));
        }
    }
    let tokens = if view.claims.is_empty() { 0 } else { view.tokens().len() };
    for at in 0..tokens {
        let Some(meaning) = side_of_half(view, at) else { continue };
        let next = view.claims.partition_point(|c| view.first_token(c) <= at);
        let pair = beside_word(view, at, next);
        let span = view.tokens()[at].span();
        let saying = Saying { meaning, word: view.text(span), plain: false, share: true };
        if let Some(pair) = pair {
            out.extend(verdict(widths, view, &pair, &saying, span));
        } else if !matches!(view.word_before(at, 1), "the" | "The" | "own") {
            let first = match (view.word(at), view.word_before(at, 1)) {
                ("half", "than") => at - 2,
                ("half", _) | (_, "a" | "A") => at - 1,
                _ => at,
            };
            out.extend(told_again(widths, view, &InWords { span, tokens: (first, at + 1), next, saying }));
        }
    }
}

/// The verdict on a share that a percentage beside it tells again.
fn told_again(widths: &Widths, view: &SentenceView<'_>, share: &InWords<'_>) -> Option<Verdict> {
    let outcome = told_in_percent(widths, view, share)?;
    Some(Verdict { primary: view.place(share.span), outcome })
}

/// A share that is no change and no member of a comparison.
fn is_share(claim: &Claim) -> bool {
    claim.quantity.change.is_none()
        && match claim.quantity.number {
            Number::Share { .. } => true,
            Number::Value { .. } => claim.quantity.unit == Unit::Percent,
            _ => false,
        }
}

/// What a share says, as a part of one.
pub(super) fn said(widths: &Widths, share: &Claim) -> Option<Meaning> {
    let meaning = share.quantity.meaning(widths)?;
    if share.quantity.unit != Unit::Percent {
        return Some(meaning);
    }
    let part = |interval: Interval| interval.times(Decimal::new(1, 2));
    Some(Meaning { soft: part(meaning.soft)?, hard: meaning.hard.and_then(part) })
}

/// "a majority", "most", "a minority"; "more than half" where nothing is named that it is half of.
fn side_of_half(view: &SentenceView<'_>, at: usize) -> Option<Meaning> {
    let half = Bound::Open(Decimal::new(5, 1));
    let interval = match view.word(at) {
        "half" if !view.in_a_figure(at) => match (view.word_before(at, 2), view.word_before(at, 1)) {
            ("more" | "More", "than") | (_, "over" | "Over") => {
                Interval { low: half, high: Bound::Closed(Decimal::ONE) }
            }
            ("less" | "Less" | "fewer" | "Fewer", "than") | (_, "under" | "Under") => {
                Interval { low: Bound::Closed(Decimal::ZERO), high: half }
            }
            _ => return None,
        },
        "majority" | "Majority" | "most" | "Most" => Interval { low: half, high: Bound::Closed(Decimal::ONE) },
        "minority" => Interval { low: Bound::Closed(Decimal::ZERO), high: half },
        _ => return None,
    };
    Some(Meaning { soft: interval, hard: Some(interval) })
}

fn verdict(
    widths: &Widths,
    view: &SentenceView<'_>,
    pair: &Pair<'_>,
    saying: &Saying<'_>,
    span: Span,
) -> Option<Verdict> {
    let (part, whole) = (pair.part.quantity.meaning(widths)?, pair.whole.quantity.meaning(widths)?);
    let ratio = Meaning {
        soft: part.soft.over(&whole.soft)?,
        hard: part.hard.zip(whole.hard).and_then(|(part, whole)| part.over(&whole)),
    };
    let text = |claim: &Claim| pair.view.text(claim.quantity.span);
    let label = |claim: &Claim, message: &str| Label {
        place: pair.view.place(claim.quantity.span),
        message: message.to_owned(),
    };
    let labels = vec![label(pair.part, "the part"), label(pair.whole, "the whole")];
    let working = format!("{} / {} = {}", text(pair.part), text(pair.whole), percentage(&ratio.soft));
    let outcome: Outcome = judge(saying, &ratio, working, labels, Confidence::High);
    let outcome = mended(outcome, || {
        let share = view.claims.iter().find(|claim| claim.quantity.span == span)?;
        let ratio = value_or_nought(pair.part).checked_div(value_or_nought(pair.whole))?;
        let percent = share.quantity.unit == Unit::Percent;
        let right = if percent { ratio.checked_mul(Decimal::ONE_HUNDRED)? } else { ratio };
        fix([rewritten(view, share, Right::about(right))])
    });
    Some(Verdict { primary: view.place(span), outcome })
}

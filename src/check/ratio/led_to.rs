//! Where a change leads: "300 more guards, doubling the size of the watch" against "bring the watch's numbers to just
//! over 500" in another sentence.

use rust_decimal::Decimal;

use super::{Saying, judge, rounded, said};
use crate::check::compare::may_be_one_unit;
use crate::check::sentence::SentenceView;
use crate::check::working::interval;
use crate::claim::{Claim, Reading};
use crate::quantity::{Change, Hedge, Interval, Meaning, Number, Unit, Widths, singular};
use crate::token::Class;
use crate::verdict::{Confidence, Label, Outcome};

/// "300 more guards, doubling the size of the watch" with "the watch's numbers to just over 500" elsewhere: the
/// base is the result without the change.
pub(super) fn from_change(widths: &Widths, view: &SentenceView<'_>, at: usize) -> Option<Outcome> {
    let factor = &view.claims[at];
    let change = view.claims[..at].iter().rev().find(|c| {
        c.quantity.change == Some(Change::Increase)
            && (c.quantity.unit.counts_things() || matches!(c.quantity.unit, Unit::Money(_)))
    })?;
    let object = object_of(view, factor)?;
    let (result_view, result) = result_for(view.reading, view, change, &object)?;
    let Number::Value { value: added, .. } = change.quantity.number else { return None };
    let total = result.quantity.meaning(widths)?;
    // The total stands twice in total / (total - added); it is one unknown, and the quotient falls as it rises.
    let quotient = |total: Interval| {
        let base = total.minus(&Interval::point(added))?;
        let at = |end: Decimal, base: Decimal| end.checked_div(base).filter(|_| base > Decimal::ZERO);
        let low = at(total.high.value()?, base.high.value()?)?;
        let high = at(total.low.value()?, base.low.value()?)?;
        Some(Interval::closed(low, high))
    };
    let ratio = Meaning { soft: quotient(total.soft)?, hard: total.hard.and_then(quotient) };
    let said = said(widths, factor)?;
    let (added_text, total_text) = (view.text(change.quantity.span), result_view.text(result.quantity.span));
    let labels = vec![
        Label { place: view.place(change.quantity.span), message: "the change".to_owned() },
        Label { place: result_view.place(result.quantity.span), message: format!("the {object} afterwards") },
    ];
    let base = total.soft.minus(&Interval::point(added))?;
    let working = format!(
        "“{total_text}” less “{added_text}” leaves {}; the factor is {}",
        interval(&base),
        rounded(&ratio.soft)
    );
    let saying = Saying {
        meaning: said,
        word: view.text(factor.quantity.span),
        plain: factor.quantity.hedge == Hedge::None,
        share: false,
    };
    Some(judge(&saying, &ratio, working, labels, Confidence::High))
}

/// What doubles: "the size of the force", "its budget": the head noun behind the factor.
fn object_of(view: &SentenceView<'_>, factor: &Claim) -> Option<String> {
    let start = view.end_token(factor);
    let mut at = start;
    if matches!(view.word(at), "the" | "its" | "their" | "in") {
        at += 1;
    }
    if matches!(view.word(at), "size" | "number" | "numbers" | "strength" | "total") {
        at += 1;
        if view.word(at) == "of" {
            at += 1;
        }
    }
    if matches!(view.word(at), "the" | "its" | "their") {
        at += 1;
    }
    // The head is the last word of the phrase: "the strained international anti-gang force known as".
    let mut head = None;
    while at < start + 12 {
        let word = view.word(at);
        let class = view.class(at);
        let ends = word.is_empty()
            || class.intersects(
                Class::PREPOSITION
                    | Class::CONJUNCTION
                    | Class::DETERMINER
                    | Class::AUXILIARY
                    | Class::RELATIVE
                    | Class::VERB
                    | Class::REPORTING
                    | Class::SUBORDINATOR,
            );
        if ends || !word.chars().all(|c| c.is_alphabetic() || c == '-') {
            break;
        }
        head = Some(word);
        at += 1;
    }
    head.filter(|h| h.chars().all(char::is_alphabetic)).map(singular)
}

/// The figure that the same object reaches by the change: "bring the watch's numbers to just over 500".
fn result_for<'r>(
    reading: &'r Reading<'r>,
    view: &SentenceView<'r>,
    change: &Claim,
    object: &str,
) -> Option<(SentenceView<'r>, &'r Claim)> {
    let found: Vec<_> = SentenceView::all(reading)
        .filter(|other| !std::ptr::eq(other.sentence, view.sentence))
        .flat_map(|other| other.claims.iter().map(move |claim| (other, claim)))
        .filter(|(other, claim)| {
            !claim.repeated
                && claim.quantity.change.is_none()
                && may_be_one_unit(claim, change)
                && brings_to(other, claim, object)
        })
        .collect();
    // Two results would leave open which of them the change leads to.
    match found[..] {
        [only] => Some(only),
        _ => None,
    }
}

/// "brings the watch's numbers to 500", "taking its fleet to 40": a verb of result, the object, "to".
fn brings_to(view: &SentenceView<'_>, claim: &Claim, object: &str) -> bool {
    let start = view.first_token(claim);
    if view.word_before(start, 1) != "to" {
        return false;
    }
    let words = (start.saturating_sub(10)..start).map(|i| view.word(i).to_lowercase()).collect::<Vec<_>>();
    let verb = (start.saturating_sub(10)..start).any(|i| view.class(i).contains(Class::LEADS_TO));
    verb && words.iter().any(|w| singular(w) == object)
}

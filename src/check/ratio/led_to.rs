//! Where a change leads: "300 more guards, doubling the size of the watch" against "bring the watch's numbers to just
//! over 500" in another sentence.

use std::cell::OnceCell;
use std::collections::HashMap;
use std::ops::Range;

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
pub(super) fn from_change(
    widths: &Widths,
    view: &SentenceView<'_>,
    at: usize,
    results: &Results<'_>,
) -> Option<Outcome> {
    let factor = &view.claims[at];
    let change = view.claims[..at].iter().rev().find(|c| {
        c.quantity.change == Some(Change::Increase)
            && (c.quantity.unit.counts_things() || matches!(c.quantity.unit, Unit::Money(_)))
    })?;
    let object = object_of(view, factor)?;
    let (result_view, result) = results.of_change(view, change, &object)?;
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

/// The figures of a text that something is brought to, by what is: "bring the watch's numbers to just over 500".
#[derive(Debug)]
pub(super) struct Results<'r> {
    reading: &'r Reading<'r>,
    /// Every noun that may be the object, in the singular, once a change asks for one.
    by_noun: OnceCell<HashMap<String, Vec<Reached<'r>>>>,
}

/// A figure with its sentence.
type Reached<'r> = (SentenceView<'r>, &'r Claim);

/// Results of one noun that are kept; where there are so many, nothing tells which is meant.
const MOST: usize = 8;

/// Tokens before the figure in which verb and object stand.
const REACH: usize = 10;

impl<'r> Results<'r> {
    pub(super) fn of(reading: &'r Reading<'r>) -> Self {
        Self { reading, by_noun: OnceCell::new() }
    }

    /// The figure that the same object reaches by the change, in another sentence.
    fn of_change(&self, view: &SentenceView<'_>, change: &Claim, object: &str) -> Option<Reached<'r>> {
        let results = self.by_noun.get_or_init(|| self.by_noun()).get(object).filter(|all| all.len() < MOST)?;
        let mut fitting = results
            .iter()
            .filter(|(other, claim)| !std::ptr::eq(other.sentence, view.sentence) && may_be_one_unit(claim, change));
        // Two results would leave open which of them the change leads to.
        fitting.next().filter(|_| fitting.next().is_none()).copied()
    }

    fn by_noun(&self) -> HashMap<String, Vec<Reached<'r>>> {
        let mut by_noun: HashMap<String, Vec<Reached<'r>>> = HashMap::new();
        for view in SentenceView::all(self.reading) {
            for claim in view.claims.iter().filter(|c| !c.repeated && c.quantity.change.is_none()) {
                for at in brought(&view, claim) {
                    let results = by_noun.entry(singular(view.word(at))).or_default();
                    if results.len() < MOST && !results.last().is_some_and(|(_, last)| std::ptr::eq(*last, claim)) {
                        results.push((view, claim));
                    }
                }
            }
        }
        by_noun
    }
}

/// The tokens that may name what is brought to a figure: "brings the watch's numbers to 500", "taking its fleet to 40".
fn brought(view: &SentenceView<'_>, claim: &Claim) -> Range<usize> {
    let start = view.first_token(claim);
    let near = start.saturating_sub(REACH)..start;
    let led = view.word_before(start, 1) == "to" && near.clone().any(|i| view.class(i).contains(Class::LEADS_TO));
    if led { near } else { 0..0 }
}

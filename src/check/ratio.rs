//! Factors in words ("doubled", "tripled", "halved") against the levels or the change that the text states.

use rust_decimal::Decimal;
use serde::Deserialize;

use super::sentence::SentenceView;
use super::working::interval;
use super::{Check, ParameterFault, Parameters, Scene};
use crate::claim::{Claim, Reading};
use crate::quantity::{Change, Hedge, Interval, Meaning, Number, Unit, Widths, singular};
use crate::token::Class;
use crate::verdict::{Confidence, Failure, Label, Mismatch, Outcome, Reason, Verdict};

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
        for view in SentenceView::all(scene.reading) {
            for (at, factor) in view.claims.iter().enumerate() {
                if factor.repeated || !matches!(factor.quantity.number, Number::Multiple { .. }) {
                    continue;
                }
                let outcome = from_levels(scene.widths, &view, at)
                    .or_else(|| from_change(scene.widths, &view, at))
                    .unwrap_or(Outcome::NotChecked(Reason::NoBase));
                out.push(Verdict { primary: view.place(factor.quantity.span), outcome });
            }
        }
    }
}

/// What a factor says with its hedge: "nearly doubled" is less than doubled, "more than halved" leaves less than half.
fn said(widths: &Widths, factor: &Claim) -> Option<Meaning> {
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

/// "doubled to 90 from 50", "tripled from $2m to $6m": both levels behind the factor.
fn from_levels(widths: &Widths, view: &SentenceView<'_>, at: usize) -> Option<Outcome> {
    let factor = &view.claims[at];
    let mut levels = view.claims[at + 1..].iter().take(2);
    let (first, second) = (levels.next()?, levels.next()?);
    let preposition = |claim: &Claim| view.word_before(view.first_token(claim), 1);
    let (base, result) = match (preposition(first), preposition(second)) {
        ("from", "to") => (first, second),
        ("to", "from") => (second, first),
        _ => return None,
    };
    if !same_unit(base, result) || !near(view, factor, first) {
        return None;
    }
    let (base_meaning, result_meaning) = (base.quantity.meaning(widths)?, result.quantity.meaning(widths)?);
    let over = |a: Interval, b: Interval| a.over(&b);
    let ratio = Meaning {
        soft: over(result_meaning.soft, base_meaning.soft)?,
        hard: match (result_meaning.hard, base_meaning.hard) {
            (Some(result), Some(base)) => over(result, base),
            _ => None,
        },
    };
    let said = said(widths, factor)?;
    let text = |claim: &Claim| view.text(claim.quantity.span).to_owned();
    let labels = vec![
        Label { place: view.place(base.quantity.span), message: "from".to_owned() },
        Label { place: view.place(result.quantity.span), message: "to".to_owned() },
    ];
    let working = format!("{} / {} is {}", text(result), text(base), rounded(&ratio.soft));
    Some(judge(&said, &ratio, &text(factor), working, labels, Confidence::High))
}

/// "300 more guards, doubling the size of the watch" with "the watch's numbers to just over 500" elsewhere: the
/// base is the result without the change.
fn from_change(widths: &Widths, view: &SentenceView<'_>, at: usize) -> Option<Outcome> {
    let factor = &view.claims[at];
    let change = view.claims[..at].iter().rev().find(|c| {
        c.quantity.change == Some(Change::Increase)
            && matches!(c.quantity.unit, Unit::Person | Unit::Thing | Unit::Money(_) | Unit::None)
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
    Some(judge(&said, &ratio, view.text(factor.quantity.span), working, labels, Confidence::High))
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
                && same_unit(claim, change)
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
    let verb = words.iter().any(|w| {
        matches!(
            w.as_str(),
            "bring"
                | "brings"
                | "bringing"
                | "brought"
                | "take"
                | "takes"
                | "taking"
                | "raise"
                | "raises"
                | "raising"
                | "lift"
                | "lifting"
        )
    });
    verb && words.iter().any(|w| singular(w) == object)
}

fn near(view: &SentenceView<'_>, factor: &Claim, level: &Claim) -> bool {
    view.first_token(level).saturating_sub(view.end_token(factor)) <= 3
}

fn same_unit(a: &Claim, b: &Claim) -> bool {
    let people = |unit: Unit| matches!(unit, Unit::Person | Unit::None);
    a.quantity.unit == b.quantity.unit || people(a.quantity.unit) && people(b.quantity.unit)
}

fn rounded(interval: &Interval) -> String {
    let round =
        |value: Option<Decimal>| value.map_or_else(|| "∞".to_owned(), |v| v.round_dp(2).normalize().to_string());
    let (low, high) = (round(interval.low.value()), round(interval.high.value()));
    if low == high { format!("x{low}") } else { format!("x{low} to x{high}") }
}

fn judge(
    said: &Meaning,
    ratio: &Meaning,
    word: &str,
    working: String,
    labels: Vec<Label>,
    confidence: Confidence,
) -> Outcome {
    let hard = matches!((said.hard, ratio.hard), (Some(a), Some(b)) if a.disjoint(&b));
    if !hard && !said.soft.disjoint(&ratio.soft) {
        return Outcome::Passed {
            calculation: working, message: format!("“{word}” agrees with the figures"), labels
        };
    }
    let cause =
        (said.soft.high.value() < ratio.soft.low.value()).then(|| format!("was “more than {}” meant?", word.trim()));
    Outcome::Failed(Box::new(Failure {
        mismatch: if hard { Mismatch::Hard } else { Mismatch::Soft },
        confidence,
        message: format!("“{word}” means x{}, but the figures give {}", range_words(&said.soft), rounded(&ratio.soft)),
        help: Some("check the two figures, or choose the word that fits them".to_owned()),
        primary_label: format!("says {}", rounded(&said.soft)),
        labels,
        calculation: Some(working),
        cause,
        fix: None,
    }))
}

fn range_words(interval: &Interval) -> String {
    let round =
        |value: Option<Decimal>| value.map_or_else(|| "∞".to_owned(), |v| v.round_dp(2).normalize().to_string());
    format!("{} to x{}", round(interval.low.value()), round(interval.high.value()))
}

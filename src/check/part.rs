//! Parts and wholes: "412 of the 300 passengers" cannot be.

use serde::Deserialize;

use super::amount::{Scaled, value_or_nought};
use super::antecedent::{in_sentence_before, looks_back};
use super::compare::Figure;
use super::sentence::SentenceView;
use super::working::slip;
use super::{Check, ParameterFault, Parameters, Scene};
use crate::claim::Claim;
use crate::quantity::{Hedge, Interval, Number, Quantity, Unit, Widths};
use crate::token::Class;
use crate::verdict::{Confidence, Failure, Label, Mismatch, Outcome, Verdict};

/// The check `part`; it has no parameters.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Part {}

/// Builds the check from its rule's parameters.
pub(super) fn build(parameters: &Parameters<'_>) -> Result<Box<dyn Check>, ParameterFault> {
    Ok(Box::new(parameters.read::<Part>()?))
}

impl Check for Part {
    fn check(&self, scene: &Scene<'_>, out: &mut Vec<Verdict>) {
        for view in SentenceView::all(scene.reading) {
            let pair = view.before().and_then(|before| in_sentence_before(&view, &before));
            let across = pair.filter(|(whole, part)| comparable(&view, whole, part));
            let within = view.claims.windows(2).filter_map(|pair| relation(&view, &pair[0], &pair[1]));
            let pairs = across.map(|(whole, part)| (part, whole, Confidence::Medium)).into_iter();
            for (part, whole, confidence) in pairs.chain(within.map(|(part, whole)| (part, whole, Confidence::High))) {
                if let Some(outcome) = judge(scene.widths, &view, part, whole, confidence) {
                    out.push(Verdict { primary: view.place(part.quantity.span), outcome });
                }
            }
        }
    }
}

/// Which of two neighbouring figures is the part of the other, if the words between say so.
fn relation<'v>(view: &SentenceView<'_>, first: &'v Claim, second: &'v Claim) -> Option<(&'v Claim, &'v Claim)> {
    if !comparable(view, first, second) {
        return None;
    }
    let between = view.end_token(first)..view.first_token(second);
    let words: Vec<&str> = between.clone().take(6).map(|i| view.word(i)).collect();
    match words[..] {
        // "412 of the 300 passengers", "412 out of 300"
        ["of", "the" | "its" | "their" | "all" | "those" | "these"]
        | ["of", "all", "the"]
        | ["out", "of"]
        | ["out", "of", "the" | "its" | "their" | "all"] => first.quantity.noun.is_none().then_some((first, second)),
        // "44 of 40 clinics"
        ["of"] => {
            let label = Class::TIME_UNIT | Class::LABEL;
            let counted = first.quantity.noun.is_none() && second.quantity.noun.is_some();
            let before = view.first_token(first).checked_sub(1).map_or(Class::empty(), |i| view.class(i));
            (counted && !before.intersects(label)).then_some((first, second))
        }
        // "300 passengers, including 412 children"; the list may go on, so that only the first is held against it.
        [",", "including" | "among"]
        | [",", "among", "them"]
        | [",", "including" | "among", "about" | "at" | "the" | "its"] => Some((second, first)),
        // "Of the 300 passengers, 412 died", "Of the 300 passengers aboard, 412 died"
        [","] | [_, ","] if view.first_token(first) <= 2 && opens_with_of(view, first) => {
            (second.quantity.noun.is_none() && view.word(view.end_token(second)) != "%").then_some((second, first))
        }
        _ => looks_back(view, first, second).then_some((second, first)),
    }
}

fn opens_with_of(view: &SentenceView<'_>, first: &Claim) -> bool {
    let start = view.first_token(first);
    view.word(0) == "Of"
        && (start == 1 || start == 2 && matches!(view.word(1), "the" | "its" | "their" | "all" | "those"))
}

/// Two figures of which one can be a part of the other.
fn comparable(view: &SentenceView<'_>, first: &Claim, second: &Claim) -> bool {
    plain(view, first) && plain(view, second) && people_or_money(first, second)
}

/// A figure that can be a part or a whole: no member of a name ("the 12-member"), no possessor, no change.
fn plain(view: &SentenceView<'_>, claim: &Claim) -> bool {
    let end = view.end_token(claim);
    let joined = matches!(view.word(end), "-" | "'s" | "\u{2019}s" | "'" | "\u{2019}" | "/" | "x");
    let named = view.block()[claim.quantity.number_span.end as usize..].starts_with('-');
    !joined && !named && claim.quantity.change.is_none() && matches!(claim.quantity.number, Number::Value { .. })
}

/// Money, or people under two names; of two bare numbers or two kinds of things neither need be a part of the other.
fn people_or_money(a: &Claim, b: &Claim) -> bool {
    match (a.quantity.unit, b.quantity.unit) {
        (Unit::Thing, Unit::Thing) | (Unit::None, Unit::None) => false,
        (x, y) if x.counts_things() && y.counts_things() => true,
        (Unit::Money(x), Unit::Money(y)) => x == y,
        _ => false,
    }
}

fn judge(
    widths: &Widths,
    view: &SentenceView<'_>,
    part: &Claim,
    whole: &Claim,
    confidence: Confidence,
) -> Option<Outcome> {
    // "up to 512 of the 480" says that 512 can be.
    let most = part.quantity.hedge == Hedge::UpTo;
    let hedge = if most { Hedge::None } else { part.quantity.hedge };
    let reached = Quantity { hedge, ..part.quantity.clone() };
    let (a, b) = (Figure::of(&reached, widths)?, Figure::of(&whole.quantity, widths)?);
    let above = |part: Interval, whole: Interval| {
        part.disjoint(&whole) && part.low.value().is_some_and(|low| whole.high.value().is_some_and(|high| low >= high))
    };
    let hard = matches!((a.meaning.hard, b.meaning.hard), (Some(part), Some(whole)) if above(part, whole));
    let (part_text, whole_text) = (view.text(part.quantity.span), view.text(whole.quantity.span));
    let labels = vec![Label { place: view.place(whole.quantity.span), message: "the whole".to_owned() }];
    let scaled = Scaled::of([part, whole].into_iter());
    let working = |sign: &str| {
        format!("{} {sign} {}{}", scaled.show(value_or_nought(part)), scaled.show(value_or_nought(whole)), scaled.unit)
    };
    if !hard && !above(a.meaning.soft, b.meaning.soft) {
        return Some(Outcome::Passed {
            calculation: working("<="),
            message: format!("“{part_text}” can be a part of “{whole_text}”"),
            labels,
        });
    }
    Some(Outcome::Failed(Box::new(Failure {
        mismatch: if hard { Mismatch::Hard } else { Mismatch::Soft },
        confidence,
        message: format!("“{part_text}” is more than the whole, “{whole_text}”"),
        help: Some("check both figures, and which is part of which".to_owned()),
        primary_label: "the part".to_owned(),
        labels,
        calculation: Some(working(">")),
        cause: a.nominal.zip(b.nominal).and_then(|(part, whole)| slip(part, whole)),
        fix: None,
    })))
}

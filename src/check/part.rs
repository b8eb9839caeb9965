//! Parts and wholes: "412 of the 300 passengers" cannot be.

use serde::Deserialize;

use super::amount::value;
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
            for pair in view.claims.windows(2) {
                let Some((part, whole)) = relation(&view, &pair[0], &pair[1]) else { continue };
                if let Some(outcome) = judge(scene.widths, &view, part, whole) {
                    out.push(Verdict { primary: view.place(part.quantity.span), outcome });
                }
            }
        }
    }
}

/// Which of two neighbouring figures is the part of the other, if the words between say so.
fn relation<'v>(view: &SentenceView<'_>, first: &'v Claim, second: &'v Claim) -> Option<(&'v Claim, &'v Claim)> {
    if first.repeated || !plain(view, first) || !plain(view, second) || !same_unit(first, second) {
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
        _ => (whom(view, second, &words) && !has_larger(view, first, second)).then_some((second, first)),
    }
}

/// "300 passengers, 412 of whom", "80 people on board, 92 of them"
fn whom(view: &SentenceView<'_>, second: &Claim, words: &[&str]) -> bool {
    let end = view.end_token(second);
    let behind = view.word(end) == "of" && matches!(view.word(end + 1), "whom" | "which" | "them");
    let [place @ .., ","] = words else { return false };
    let start = view.first_token(second) - words.len();
    // "two men with several dogs, 12 of them": a plural between is what "them" means.
    let names_no_other = place.iter().all(|word| {
        word.chars().all(char::is_alphabetic) && !word.ends_with('s') && !matches!(*word, "and" | "or" | "people")
    });
    let opens = place.is_empty()
        || matches!(place[0], "aboard" | "there" | "here")
        || view.class(start).contains(Class::PREPOSITION) && place[0] != "of";
    behind && place.len() <= 4 && opens && names_no_other
}

/// "80 people in three towns, 12 of them children": a figure before the nearest one that the part can be of.
fn has_larger(view: &SentenceView<'_>, first: &Claim, part: &Claim) -> bool {
    let least = value(part);
    view.claims
        .iter()
        .take_while(|c| c.quantity.span.start < first.quantity.span.start)
        .any(|c| same_unit(c, part) && value(c) >= least)
}

fn opens_with_of(view: &SentenceView<'_>, first: &Claim) -> bool {
    let start = view.first_token(first);
    view.word(0) == "Of"
        && (start == 1 || start == 2 && matches!(view.word(1), "the" | "its" | "their" | "all" | "those"))
}

/// A figure that can be a part or a whole: no member of a name ("the 12-member"), no possessor, no change.
fn plain(view: &SentenceView<'_>, claim: &Claim) -> bool {
    let end = view.end_token(claim);
    let joined = matches!(view.word(end), "-" | "'s" | "\u{2019}s" | "'" | "\u{2019}" | "/" | "x");
    let named = view.block()[claim.quantity.number_span.end as usize..].starts_with('-');
    !joined && !named && claim.quantity.change.is_none() && matches!(claim.quantity.number, Number::Value { .. })
}

fn same_unit(a: &Claim, b: &Claim) -> bool {
    let people = |unit: Unit| matches!(unit, Unit::Person | Unit::None | Unit::Thing);
    match (a.quantity.unit, b.quantity.unit) {
        (Unit::Thing, Unit::Thing) | (Unit::None, Unit::None) => false,
        (x, y) if people(x) && people(y) => true,
        (Unit::Money(x), Unit::Money(y)) => x == y,
        _ => false,
    }
}

fn judge(widths: &Widths, view: &SentenceView<'_>, part: &Claim, whole: &Claim) -> Option<Outcome> {
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
    if !hard && !above(a.meaning.soft, b.meaning.soft) {
        return Some(Outcome::Passed {
            calculation: format!("{part_text} <= {whole_text}"),
            message: format!("“{part_text}” can be a part of “{whole_text}”"),
            labels,
        });
    }
    Some(Outcome::Failed(Box::new(Failure {
        mismatch: if hard { Mismatch::Hard } else { Mismatch::Soft },
        confidence: Confidence::High,
        message: format!("“{part_text}” is more than the whole, “{whole_text}”"),
        help: Some("check both figures, and which is part of which".to_owned()),
        primary_label: "the part".to_owned(),
        labels,
        calculation: Some(format!("{part_text} > {whole_text}")),
        cause: a.nominal.zip(b.nominal).and_then(|(part, whole)| slip(part, whole)),
        fix: None,
    })))
}

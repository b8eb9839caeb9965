//! Conflicts: two mentions of one quantity that cannot both be true, in one text or in two.

use std::cell::LazyCell;
use std::collections::HashMap;

use serde::Deserialize;

use super::compare::mismatch;
use super::fix::Slot;
use super::kept::{ByValue, Kept, keep};
use super::{Check, ParameterFault, Parameters, Scene};
use crate::verdict::{Confidence, Failure, Label, Mismatch, Outcome, Verdict};
use crate::vocabulary::Vocabulary;

/// The check `conflict`; it has no parameters.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Conflict {}

/// Builds the check from its rule's parameters.
pub(super) fn build(parameters: &Parameters<'_>) -> Result<Box<dyn Check>, ParameterFault> {
    Ok(Box::new(parameters.read::<Conflict>()?))
}

impl Check for Conflict {
    fn check(&self, scene: &Scene<'_>, out: &mut Vec<Verdict>) {
        let kept = keep(scene);
        pairs(&kept.iter().collect::<Vec<_>>(), scene.reading.vocabulary, super::kept::Kept::comparable_within, out);
        super::restated::restated(scene, out);
        super::headline::headline(scene, out);
        super::spread::spreads(scene.reading.document, out);
    }

    fn across(&self, kept: &[&Kept], vocabulary: &Vocabulary, out: &mut Vec<Verdict>) {
        super::across::across(kept, vocabulary, out);
    }
}

/// Compares the claims of each key, each with the one that is known next before it: n claims give n comparisons.
fn pairs(kept: &[&Kept], vocabulary: &Vocabulary, comparable: impl Fn(&Kept, &Kept) -> bool, out: &mut Vec<Verdict>) {
    let mut by_key: HashMap<_, Vec<&Kept>> = HashMap::new();
    let mut order = Vec::new();
    let by_value = LazyCell::new(|| Kept::by_value(kept));
    for &claim in kept {
        let group = by_key.entry(claim.key()).or_default();
        if group.is_empty() {
            order.push(claim.key());
        }
        group.push(claim);
    }
    for key in order {
        let mut group = by_key.remove(&key).unwrap_or_default();
        group.sort_by_key(|claim| claim.order());
        for at in 1..group.len() {
            let later = group[at];
            if let Some(earlier) = group[..at].iter().rev().take(NEAREST).find(|earlier| comparable(earlier, later)) {
                out.push(judge(earlier, later, vocabulary, &by_value));
            }
        }
    }
}

/// How many earlier mentions of the same key are tried; more would make a text of n mentions cost n x n.
const NEAREST: usize = 8;

fn judge<'k>(
    earlier: &Kept,
    later: &Kept,
    vocabulary: &Vocabulary,
    by_value: &LazyCell<ByValue<'k>, impl FnOnce() -> ByValue<'k>>,
) -> Verdict {
    let measure = &vocabulary.measures[later.measure.0 as usize];
    let labels =
        vec![Label { place: earlier.place.clone(), message: format!("{} here: {}", measure.in_words(), earlier.text) }];
    let calculation = format!("“{}” means {}; “{}” means {}", later.text, later.words(), earlier.text, earlier.words());
    let what = format!("{}{}, {}", measure.in_words(), later.about_words(vocabulary), later.period_words());
    let outcome = match mismatch(&earlier.figure, &later.figure) {
        None => Outcome::Passed { calculation, message: format!("two mentions of one figure agree ({what})"), labels },
        Some(_) if earlier.disputes(later) => Outcome::Passed {
            calculation,
            message: format!("two sources differ, and the text says so ({what})"),
            labels,
        },
        Some(Mismatch::Soft) if later.updates(earlier) => {
            Outcome::Passed { calculation, message: format!("a later count ({what})"), labels }
        }
        Some(mismatch) => Outcome::Failed(Box::new(Failure {
            mismatch,
            confidence: if earlier.sure && later.sure { Confidence::High } else { Confidence::Medium },
            message: format!("“{}” and “{}” cannot both be true: {what}", earlier.text, later.text),
            help: Some("check which of the two is right, and whether both count the same thing".to_owned()),
            primary_label: format!("{} here: {}", measure.in_words(), later.text),
            labels,
            calculation: Some(calculation),
            cause: earlier.why_not(later, vocabulary, by_value),
            fix: Slot::either_like_the_other(earlier.slot.as_ref(), later.slot.as_ref()),
        })),
    };
    Verdict { primary: later.place.clone(), outcome }
}

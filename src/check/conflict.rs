//! Conflicts: two mentions of one quantity that cannot both be true, in one text or in two.

use std::cell::LazyCell;

use serde::Deserialize;

use super::kept::{ByValue, Kept, keep};
use super::mentions::{Mentions, NEAREST};
use super::{Check, ParameterFault, Parameters, Scene};
use crate::verdict::{Mismatch, Verdict};
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
        super::range_column::range_columns(scene.reading.document, out);
    }

    fn across(&self, kept: &[&Kept], vocabulary: &Vocabulary, out: &mut Vec<Verdict>) {
        super::across::across(kept, vocabulary, out);
    }
}

/// Compares the claims of each key, each with the one that is known next before it: n claims give n comparisons.
fn pairs(kept: &[&Kept], vocabulary: &Vocabulary, comparable: impl Fn(&Kept, &Kept) -> bool, out: &mut Vec<Verdict>) {
    let by_value = LazyCell::new(|| Kept::by_value(kept));
    for group in Kept::groups(kept, Kept::key) {
        for at in 1..group.len() {
            let later = group[at];
            if let Some(earlier) = group[..at].iter().rev().take(NEAREST).find(|earlier| comparable(earlier, later)) {
                out.push(judge(earlier, later, vocabulary, &by_value));
            }
        }
    }
}

fn judge<'k>(
    earlier: &Kept,
    later: &Kept,
    vocabulary: &Vocabulary,
    by_value: &LazyCell<ByValue<'k>, impl FnOnce() -> ByValue<'k>>,
) -> Verdict {
    let mentions = Mentions::new(earlier, later, vocabulary);
    mentions.judge(by_value, |mismatch| match mismatch {
        _ if earlier.disputes(later) => Some(mentions.pass("two sources differ, and the text says so")),
        Mismatch::Soft if later.updates(earlier) => Some(mentions.pass("a later count")),
        _ => None,
    })
}

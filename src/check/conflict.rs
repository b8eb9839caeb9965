//! Conflicts: two mentions of one quantity that cannot both be true, in one text or in two.

mod across;
mod headline;
mod mentions;
mod restated;
mod template;

use serde::Deserialize;

use super::kept::{Kept, keep};
use super::{Check, ParameterFault, Parameters, Scene};
use crate::verdict::{Mismatch, Verdict};
use crate::vocabulary::Vocabulary;
use mentions::{All, NEAREST};

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
        pairs(&kept.iter().collect::<Vec<_>>(), scene.reading.vocabulary, out);
        let told = restated::restated(scene, out);
        headline::headline(scene, &told, out);
        super::table::ranges::range_columns(scene.reading.document, out);
    }

    fn across(&self, kept: &[&Kept], vocabulary: &Vocabulary, out: &mut Vec<Verdict>) {
        across::across(kept, vocabulary, out);
    }
}

/// Compares the claims of each key, each with the one that is known next before it: n claims give n comparisons.
fn pairs(kept: &[&Kept], vocabulary: &Vocabulary, out: &mut Vec<Verdict>) {
    let all = All::new(kept, vocabulary);
    for group in Kept::groups(kept, Kept::key) {
        for (at, later) in group.iter().enumerate() {
            let before = group[..at].iter().rev().take(NEAREST).find(|earlier| earlier.comparable_within(later));
            let Some(earlier) = before else { continue };
            let mentions = all.pair(earlier, later);
            out.push(mentions.judge(|mismatch| match mismatch {
                _ if earlier.disputes(later) => Some(mentions.pass("two sources differ, and the text says so")),
                Mismatch::Soft if later.updates(earlier) => Some(mentions.pass("a later count")),
                _ => None,
            }));
        }
    }
}

//! Tolls in two texts that cannot both be true. A later count of a time that was not over is news; a total that has
//! gone down since is worth a look, unless the text says that it was revised.

use super::mentions::{All, NEAREST};
use crate::check::compare::mismatch;
use crate::check::kept::Kept;
use crate::verdict::{Mismatch, Verdict};
use crate::vocabulary::Vocabulary;

/// Holds each claim against the one of another text that was known next before it: n claims give n comparisons. A claim
/// that agrees with any of them is right; the one that differs from both was told when its turn came.
pub(super) fn across(kept: &[&Kept], vocabulary: &Vocabulary, out: &mut Vec<Verdict>) {
    let all = All::new(kept, vocabulary);
    let mut groups = Kept::groups(kept, Kept::key_across);
    groups.sort_by_cached_key(|group| group[0].order());
    for group in groups {
        for (at, later) in group.iter().enumerate() {
            let before = group[..at].iter().rev().take(NEAREST).filter(|earlier| earlier.comparable_across(later));
            // "At least 40" agrees with too much to take part against a figure that disagrees.
            let rank = |earlier: &&&Kept| match mismatch(&earlier.figure, &later.figure) {
                None if earlier.figure.is_bounded() => 0,
                Some(_) => 1,
                None => 2,
            };
            if let Some(earlier) = before.min_by_key(rank) {
                out.push(judge(earlier, later, &all));
            }
        }
    }
}

fn judge<'k>(earlier: &'k Kept, later: &'k Kept, all: &All<'k>) -> Verdict {
    let mentions = all.pair(earlier, later);
    mentions.judge(|_| {
        if later.replaces(earlier) || earlier.replaces(later) {
            return Some(mentions.pass("the one replaces the other"));
        }
        if !later.updates(earlier) {
            return None;
        }
        if later.revised || !later.is_below(earlier) {
            return Some(mentions.pass("a later count"));
        }
        let message = format!("“{}” is less than “{}” before, and a toll only rises", later.text, earlier.text);
        let help = "say that the count was revised, or check which of the two is right";
        Some(mentions.fail(Mismatch::Soft, &message, help))
    })
}

#[cfg(test)]
mod tests;

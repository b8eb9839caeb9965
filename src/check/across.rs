//! Tolls in two texts that cannot both be true. A later count of a time that was not over is news; a total that has
//! gone down since is worth a look, unless the text says that it was revised.

use std::cell::LazyCell;
use std::collections::HashMap;

use super::compare::mismatch;
use super::kept::{ByValue, Kept};
use crate::verdict::{Confidence, Failure, Label, Mismatch, Outcome, Verdict};
use crate::vocabulary::Vocabulary;

/// How many earlier mentions of the same key are tried; more would make n texts cost n x n.
const NEAREST: usize = 8;

/// Holds each claim against the one of another text that was known next before it: n claims give n comparisons. A claim
/// that agrees with any of them is right; the one that differs from both was told when its turn came.
pub(super) fn across(kept: &[&Kept], vocabulary: &Vocabulary, out: &mut Vec<Verdict>) {
    let mut by_key: HashMap<_, Vec<&Kept>> = HashMap::new();
    for &claim in kept {
        by_key.entry(claim.key_across()).or_default().push(claim);
    }
    let by_value = LazyCell::new(|| Kept::by_value(kept));
    let mut groups: Vec<Vec<&Kept>> = by_key.into_values().filter(|group| group.len() > 1).collect();
    for group in &mut groups {
        group.sort_by_cached_key(|claim| claim.order());
    }
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
    let measure = vocabulary.measures[later.measure.0 as usize].in_words();
    let labels = vec![Label { place: earlier.place.clone(), message: format!("{measure} here: {}", earlier.text) }];
    let calculation = format!("“{}” means {}; “{}” means {}", later.text, later.words(), earlier.text, earlier.words());
    let what = format!("{measure}{}, {}", later.about_words(vocabulary), later.period_words());
    let passed = |message| Outcome::Passed { calculation: calculation.clone(), message, labels: labels.clone() };
    let failed = |mismatch, message, help: &str| {
        Outcome::Failed(Box::new(Failure {
            mismatch,
            confidence: if earlier.sure && later.sure { Confidence::High } else { Confidence::Medium },
            message,
            help: Some(help.to_owned()),
            primary_label: format!("{measure} here: {}", later.text),
            labels: labels.clone(),
            calculation: Some(calculation.clone()),
            cause: earlier.why_not(later, vocabulary, by_value),
            fix: None,
        }))
    };
    let outcome = match mismatch(&earlier.figure, &later.figure) {
        None => passed(format!("two mentions of one figure agree ({what})")),
        Some(_) if later.replaces(earlier) || earlier.replaces(later) => {
            passed(format!("the one replaces the other ({what})"))
        }
        Some(_) if later.updates(earlier) && (later.revised || !later.is_below(earlier)) => {
            passed(format!("a later count ({what})"))
        }
        Some(_) if later.updates(earlier) => failed(
            Mismatch::Soft,
            format!("“{}” is less than “{}” before, and a toll only rises: {what}", later.text, earlier.text),
            "say that the count was revised, or check which of the two is right",
        ),
        Some(mismatch) => failed(
            mismatch,
            format!("“{}” and “{}” cannot both be true: {what}", earlier.text, later.text),
            "check which of the two is right, and whether both count the same thing",
        ),
    };
    Verdict { primary: later.place.clone(), outcome }
}

#[cfg(test)]
mod tests;

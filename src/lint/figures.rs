//! What was read and looked at, counted by figure and not by verdict: a figure that one check could not place and
//! another found right was looked at.

use std::collections::{BTreeMap, HashMap};

use crate::verdict::{Outcome, Reason, Verdict};

/// The numbers of the closing lines.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Texts that were read.
    pub texts: u64,
    /// Texts in a language that is not read.
    pub foreign: u64,
    /// Figures and dates that were read.
    pub figures: u64,
    /// Figures that some check found right and none found wrong.
    pub right: u64,
    /// Of those, how many each rule found right, by id. A figure can be right by several.
    pub right_by_rule: BTreeMap<String, u64>,
    /// Figures that some check found wrong.
    pub wrong: u64,
    /// Figures that could not be held against anything, by the most telling reason.
    pub unchecked: BTreeMap<Reason, u64>,
    /// Figures that no rule says anything of.
    pub unspoken: u64,
}

/// What is known of one figure so far.
#[derive(Debug, Default)]
struct Seen {
    right_by: Vec<u16>,
    wrong: bool,
    reason: Option<Reason>,
}

impl Tally {
    /// How many figures were not checked.
    pub fn not_checked(&self) -> u64 {
        self.unchecked.values().sum::<u64>() + self.unspoken
    }

    /// Counts one text with the verdicts on it. `rule` gives the id of a rule's index.
    pub(super) fn add(&mut self, figures: u64, verdicts: &[(u16, Verdict)], rule: impl Fn(u16) -> String) {
        let mut seen: HashMap<_, Seen> = HashMap::new();
        for (index, verdict) in verdicts {
            let figure = seen.entry(verdict.primary.span).or_default();
            match &verdict.outcome {
                Outcome::Passed { .. } => figure.right_by.push(*index),
                Outcome::Failed(_) => figure.wrong = true,
                Outcome::NotChecked(reason) => {
                    figure.reason = Some(figure.reason.map_or(*reason, |other| other.min(*reason)));
                }
            }
        }
        self.texts += 1;
        self.figures += figures;
        self.unspoken += figures.saturating_sub(seen.len() as u64);
        for mut figure in seen.into_values() {
            if figure.wrong {
                self.wrong += 1;
            } else if !figure.right_by.is_empty() {
                self.right += 1;
                figure.right_by.dedup();
                for index in figure.right_by {
                    *self.right_by_rule.entry(rule(index)).or_default() += 1;
                }
            } else if let Some(reason) = figure.reason {
                *self.unchecked.entry(reason).or_default() += 1;
            }
        }
    }
}

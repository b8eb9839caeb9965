//! What was read and looked at, counted by figure and not by verdict: a figure that one check could not place and
//! another found right was looked at.

use std::collections::BTreeMap;

use crate::claim::Reading;
use crate::span::Span;
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
    /// Figures that were a part or a level in the check of another one.
    pub took_part: u64,
    /// Figures that could not be held against anything, by the most telling reason.
    pub unchecked: BTreeMap<Reason, u64>,
    /// Figures that no rule looks at.
    pub unspoken: u64,
}

/// What is known of one figure so far.
#[derive(Debug, Default)]
struct Seen {
    right_by: Vec<u16>,
    wrong: bool,
    took_part: bool,
    reason: Option<Reason>,
}

impl Tally {
    /// How many figures were not checked.
    pub fn not_checked(&self) -> u64 {
        self.unchecked.values().sum::<u64>() + self.unspoken
    }

    /// Counts one text with the verdicts on it and the figures that took part in them. `rule` gives the id of a rule's
    /// index.
    pub(super) fn add<'v>(
        &mut self,
        figures: u64,
        took_part: &[Span],
        verdicts: impl Iterator<Item = &'v (u16, Verdict)>,
        rule: impl Fn(u16) -> String,
    ) {
        let mut seen: BTreeMap<Span, Seen> = BTreeMap::new();
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
        let mut others = 0;
        for part in took_part {
            let about = seen.range_mut(..Span::new(part.end, part.end)).next_back();
            match about.filter(|(span, _)| span.overlaps(*part)) {
                Some((_, figure)) => figure.took_part = true,
                None => others += 1,
            }
        }
        self.took_part += others;
        self.unspoken += figures.saturating_sub(seen.len() as u64 + others);
        for mut figure in seen.into_values() {
            if figure.wrong {
                self.wrong += 1;
            } else if !figure.right_by.is_empty() {
                self.right += 1;
                figure.right_by.dedup();
                for index in figure.right_by {
                    *self.right_by_rule.entry(rule(index)).or_default() += 1;
                }
            } else if figure.took_part {
                self.took_part += 1;
            } else if let Some(reason) = figure.reason {
                *self.unchecked.entry(reason).or_default() += 1;
            }
        }
    }
}

/// The figures of a text, as bytes of its file, that other places of its own verdicts stand on: the parts of a sum, the
/// levels of a change.
pub(super) fn took_part(reading: &Reading<'_>, verdicts: &[(u16, Verdict)]) -> Vec<Span> {
    let mut places: Vec<Span> = Vec::new();
    for (_, verdict) in verdicts {
        let labels = match &verdict.outcome {
            Outcome::Passed { labels, .. } => labels,
            Outcome::Failed(failure) => &failure.labels,
            Outcome::NotChecked(_) => continue,
        };
        let here = labels.iter().filter(|label| label.place.path == verdict.primary.path);
        places.extend(here.map(|label| label.place.span));
    }
    if places.is_empty() {
        return Vec::new();
    }
    places.sort_unstable();
    let document = reading.document;
    let claims = reading.claims.iter().map(|claim| (claim.sentence, claim.quantity.span));
    let dates = reading.dates.iter().map(|date| (date.sentence, date.expr.span));
    let in_file = |(sentence, span): (u32, Span)| {
        let block = reading.sentences[sentence as usize].block;
        document.to_file(document.blocks[block as usize].map.to_file(span))
    };
    let stands_there = |figure: &Span| {
        let until = places.partition_point(|place| place.start < figure.end);
        until > 0 && places[until - 1].overlaps(*figure)
    };
    claims.chain(dates).map(in_file).filter(stands_there).collect()
}

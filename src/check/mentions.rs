//! Two mentions of one quantity that were put side by side, and the words in which their verdict is told: in one text or
//! between two.

use std::cell::LazyCell;

use super::compare::mismatch;
use super::fix::Slot;
use super::kept::{ByValue, Kept};
use crate::verdict::{Confidence, Failure, Label, Mismatch, Outcome, Verdict};
use crate::vocabulary::Vocabulary;

/// The earlier of the two and the later one, about which the verdict is.
pub(super) struct Mentions<'k> {
    earlier: &'k Kept,
    later: &'k Kept,
    vocabulary: &'k Vocabulary,
    measure: String,
}

impl<'k> Mentions<'k> {
    pub(super) fn new(earlier: &'k Kept, later: &'k Kept, vocabulary: &'k Vocabulary) -> Self {
        let measure = vocabulary.measures[later.measure.0 as usize].in_words();
        Self { earlier, later, vocabulary, measure }
    }

    /// What both are figures of: "deaths in Peru, March 2024".
    fn what(&self) -> String {
        format!("{}{}, {}", self.measure, self.later.about_words(self.vocabulary), self.later.period_words())
    }

    fn labels(&self) -> Vec<Label> {
        let message = format!("{} here: {}", self.measure, self.earlier.text);
        vec![Label { place: self.earlier.place.clone(), message }]
    }

    fn calculation(&self) -> String {
        let of = |one: &Kept| format!("“{}” means {}", one.text, one.words());
        format!("{}; {}", of(self.later), of(self.earlier))
    }

    /// They agree, or differ for a reason that `excuse` knows, or exclude each other.
    pub(super) fn judge<'v>(
        &self,
        by_value: &LazyCell<ByValue<'v>, impl FnOnce() -> ByValue<'v>>,
        excuse: impl FnOnce(Mismatch) -> Option<Verdict>,
    ) -> Verdict {
        match mismatch(&self.earlier.figure, &self.later.figure) {
            None => self.pass("two mentions of one figure agree"),
            Some(mismatch) => excuse(mismatch).unwrap_or_else(|| self.exclude_each_other(mismatch, by_value)),
        }
    }

    /// They can both be true, for this reason.
    pub(super) fn pass(&self, why: &str) -> Verdict {
        let message = format!("{why} ({})", self.what());
        let outcome = Outcome::Passed { calculation: self.calculation(), message, labels: self.labels() };
        Verdict { primary: self.later.place.clone(), outcome }
    }

    /// They cannot both be true.
    pub(super) fn exclude_each_other<'v>(
        &self,
        mismatch: Mismatch,
        by_value: &LazyCell<ByValue<'v>, impl FnOnce() -> ByValue<'v>>,
    ) -> Verdict {
        let message = format!("“{}” and “{}” cannot both be true", self.earlier.text, self.later.text);
        let help = "check which of the two is right, and whether both count the same thing";
        self.fail(mismatch, &message, help, by_value)
    }

    /// One of them needs a look: `message` says why, without what they are figures of.
    pub(super) fn fail<'v>(
        &self,
        mismatch: Mismatch,
        message: &str,
        help: &str,
        by_value: &LazyCell<ByValue<'v>, impl FnOnce() -> ByValue<'v>>,
    ) -> Verdict {
        let (earlier, later) = (self.earlier, self.later);
        let failure = Failure {
            mismatch,
            confidence: if earlier.sure && later.sure { Confidence::High } else { Confidence::Medium },
            message: format!("{message}: {}", self.what()),
            help: Some(help.to_owned()),
            primary_label: format!("{} here: {}", self.measure, later.text),
            labels: self.labels(),
            calculation: Some(self.calculation()),
            cause: earlier.why_not(later, self.vocabulary, by_value),
            fix: Slot::either_like_the_other(earlier.slot.as_ref(), later.slot.as_ref()),
        };
        Verdict { primary: later.place.clone(), outcome: Outcome::Failed(Box::new(failure)) }
    }
}

/// How many earlier mentions of the same key are tried; more would make n mentions cost n x n.
pub(super) const NEAREST: usize = 8;

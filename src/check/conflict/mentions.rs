//! Two mentions of one quantity that were put side by side, and the words in which their verdict is told: in one text
//! or between two.

use std::cell::OnceCell;

use crate::check::compare::mismatch;
use crate::check::fix::Slot;
use crate::check::kept::{ByValue, Kept};
use crate::verdict::{Confidence, Failure, Label, Mismatch, Outcome, Verdict};
use crate::vocabulary::Vocabulary;

/// All claims that are put side by side; why two of them differ may show in a third.
pub(super) struct All<'k> {
    kept: &'k [&'k Kept],
    vocabulary: &'k Vocabulary,
    by_value: OnceCell<ByValue<'k>>,
}

impl<'k> All<'k> {
    pub(super) fn new(kept: &'k [&'k Kept], vocabulary: &'k Vocabulary) -> Self {
        Self { kept, vocabulary, by_value: OnceCell::new() }
    }

    /// Puts two of them side by side, the one that was known first before the other.
    pub(super) fn pair(&self, earlier: &'k Kept, later: &'k Kept) -> Mentions<'_, 'k> {
        let measure = self.vocabulary.measures[later.measure.0 as usize].in_words();
        Mentions { earlier, later, all: self, measure }
    }
}

/// The earlier of the two and the later one, about which the verdict is.
pub(super) struct Mentions<'a, 'k> {
    earlier: &'k Kept,
    later: &'k Kept,
    all: &'a All<'k>,
    measure: String,
}

impl Mentions<'_, '_> {
    /// What both are figures of: "deaths in Peru, March 2024".
    fn what(&self) -> String {
        format!("{}{}, {}", self.measure, self.later.about_words(self.all.vocabulary), self.later.period_words())
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
    pub(super) fn judge(&self, excuse: impl FnOnce(Mismatch) -> Option<Verdict>) -> Verdict {
        match mismatch(&self.earlier.figure, &self.later.figure) {
            None => self.pass("two mentions of one figure agree"),
            Some(mismatch) => excuse(mismatch).unwrap_or_else(|| self.exclude_each_other(mismatch)),
        }
    }

    /// They can both be true, for this reason.
    pub(super) fn pass(&self, why: &str) -> Verdict {
        let message = format!("{why} ({})", self.what());
        let outcome = Outcome::Passed { calculation: self.calculation(), message, labels: self.labels() };
        Verdict { primary: self.later.place.clone(), outcome }
    }

    /// They cannot both be true.
    fn exclude_each_other(&self, mismatch: Mismatch) -> Verdict {
        let message = format!("“{}” and “{}” cannot both be true", self.earlier.text, self.later.text);
        let help = "check which of the two is right, and whether both count the same thing";
        self.fail(mismatch, &message, help)
    }

    /// One of them needs a look: `message` says why, without what they are figures of.
    pub(super) fn fail(&self, mismatch: Mismatch, message: &str, help: &str) -> Verdict {
        let (earlier, later) = (self.earlier, self.later);
        let by_value = self.all.by_value.get_or_init(|| Kept::by_value(self.all.kept));
        let failure = Failure {
            mismatch,
            confidence: if earlier.sure && later.sure { Confidence::High } else { Confidence::Medium },
            message: format!("{message}: {}", self.what()),
            help: Some(help.to_owned()),
            primary_label: format!("{} here: {}", self.measure, later.text),
            labels: self.labels(),
            calculation: Some(self.calculation()),
            cause: earlier.why_not(later, self.all.vocabulary, by_value),
            fix: Slot::either_like_the_other(earlier.slot.as_ref(), later.slot.as_ref()),
        };
        Verdict { primary: later.place.clone(), outcome: Outcome::Failed(Box::new(failure)) }
    }
}

/// How many earlier mentions of the same key are tried; more would make n mentions cost n x n.
pub(super) const NEAREST: usize = 8;

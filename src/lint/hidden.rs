//! Findings that are not reported: suppressed in the text, known from a baseline, or outside the changed lines. They
//! are kept beside the others, since what is not reported is counted, can be shown, and can become stale.

use super::{Outcome, finish};
use crate::verdict::{Finding, Place};

/// A finding that is not reported.
#[derive(Clone, Debug)]
pub struct Hidden {
    /// The finding as it would be reported.
    pub finding: Finding,
    /// Why it is not.
    pub by: HiddenBy,
}

/// Why a finding is not reported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HiddenBy {
    /// An instruction in the text.
    Suppression {
        /// What the writer says behind `--`.
        reason: Option<String>,
        /// Where the instruction stands.
        place: Place,
    },
    /// It stands in the baseline.
    Baseline,
    /// None of its places lies on a line that was changed.
    Unchanged,
}

impl HiddenBy {
    /// Its name in the machine formats.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Suppression { .. } => "suppression",
            Self::Baseline => "baseline",
            Self::Unchanged => "unchanged",
        }
    }
}

impl Outcome {
    /// Takes those findings out of the reported ones for which `why` knows a reason; it is asked once for each, in
    /// order.
    pub fn hide(&mut self, mut why: impl FnMut(&Finding) -> Option<HiddenBy>) {
        let mut reported = Vec::with_capacity(self.findings.len());
        for finding in self.findings.drain(..) {
            match why(&finding) {
                Some(by) => self.hidden.push(Hidden { finding, by }),
                None => reported.push(finding),
            }
        }
        self.findings = reported;
        self.hidden.sort_by(|a, b| finish::in_order(&a.finding, &b.finding));
    }

    /// Everything that was found, whether it is reported or not.
    pub fn found(&self) -> impl Iterator<Item = &Finding> {
        self.findings.iter().chain(self.hidden.iter().map(|hidden| &hidden.finding))
    }
}

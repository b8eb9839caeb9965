//! A mention that is a slip of others, and how that is told.

use super::mention::Mention;
use super::slip::Slip;
use crate::check::fix;
use crate::check::sentence::SentenceView;
use crate::check::working::number;
use crate::claim::{Claim, Reading};
use crate::verdict::{Confidence, Failure, Label, Mismatch, Outcome, Verdict};

/// A mention that is a slip of others.
pub(super) struct Odd<'r> {
    pub mention: Mention<'r>,
    pub others: Vec<Mention<'r>>,
    pub slip: Slip,
    pub confidence: Confidence,
}

impl Odd<'_> {
    pub(super) fn verdict(&self, reading: &Reading<'_>) -> Verdict {
        let view = |claim: &Claim| SentenceView::of(reading, &reading.sentences[claim.sentence as usize]);
        let text = |claim: &Claim| view(claim).text(claim.quantity.span);
        let (own, other) = (&self.mention, &self.others[0]);
        let labels = self
            .others
            .iter()
            .map(|m| Label {
                place: view(m.claim).place(m.claim.quantity.span),
                message: format!("{} here", text(m.claim)),
            })
            .collect();
        let cause = match self.slip {
            Slip::Exchanged => "two neighbouring digits changed places in one of them".to_owned(),
            Slip::Missing => "a digit is missing in one of them, or one too many in the other".to_owned(),
            Slip::Magnitude => {
                let (large, small) = (own.value.max(other.value), own.value.min(other.value));
                let factor = large.checked_div(small).unwrap_or_default();
                format!("one is {} times the other: the wrong magnitude, such as million for billion", number(factor))
            }
        };
        let failure = Failure {
            mismatch: Mismatch::Hard,
            confidence: self.confidence,
            message: format!(
                "“{}” here, but “{}” elsewhere in the text, for what reads like the same figure",
                text(own.claim),
                text(other.claim)
            ),
            help: Some("check which of the two is right, and make both say it".to_owned()),
            primary_label: format!("{} here", text(own.claim)),
            labels,
            calculation: Some(format!("{} and {}", number(own.value), number(other.value))),
            cause: Some(cause),
            fix: fix::alike((&view(own.claim), own.claim), (&view(other.claim), other.claim)),
        };
        Verdict { primary: view(own.claim).place(own.claim.quantity.span), outcome: Outcome::Failed(Box::new(failure)) }
    }
}

//! Whether the words around two figures are those of one quantity, and how sure that is. The more digits agree, the
//! less the words need to: two figures of three digits are hardly ever exchanges of one another by chance, nor are two
//! ranges with one lower end. That one is the other without a digit happens by chance ten times as often, and needs
//! more words.

use super::slip::Slip;
use crate::check::context::{Context, Shared};
use crate::verdict::Confidence;

/// What the numbers of two mentions say of the chance that one is a slip of the other.
#[derive(Clone, Copy, Debug)]
pub(super) struct Digits {
    /// Those of the longer one without noughts at either end.
    pub significant: u32,
    /// Two ranges with one lower end.
    pub one_low: bool,
    /// The earlier one's value stands in the text more than once.
    pub again: bool,
}

/// The words of two mentions, the earlier one first, and what they have in common.
struct Pair<'c, 'r> {
    a: &'c Context<'r>,
    b: &'c Context<'r>,
    shared: Shared,
    /// Of the words of the shorter sentence, so many per cent stand in the other.
    share: usize,
    /// One of the two is the headline, and one the sentence that sets it out.
    lead: bool,
    /// One of the two is the headline.
    headline: bool,
}

/// The earlier mention first; `None` where the two may well be two quantities.
pub(super) fn same_figure(a: &Context<'_>, b: &Context<'_>, slip: Slip, digits: Digits) -> Option<Confidence> {
    if a.closed || b.closed || slip != Slip::Magnitude && a.disputes(b) {
        return None;
    }
    let shared = a.shared(b);
    let pair = Pair {
        a,
        b,
        shared,
        share: shared.all * 100 / shared.fewest.max(1),
        lead: a.headline && b.lead || a.lead && b.headline,
        headline: a.headline != b.headline,
    };
    let (same, sure) = match slip {
        Slip::Magnitude => pair.magnitude(digits),
        _ if pair.apart(digits) => return None,
        Slip::Exchanged => pair.exchanged(digits),
        Slip::Missing => pair.missing(digits),
    };
    same.then_some(if sure { Confidence::High } else { Confidence::Medium })
}

impl Pair<'_, '_> {
    /// Whether the words tell the two figures apart: by time, by what they are, by what happened to them.
    fn apart(&self, digits: Digits) -> bool {
        let (a, b) = (self.a, self.b);
        let held_against = !self.headline && (a.base || b.base) && !a.same_time(b);
        a.opposes(b)
            || a.corrects
            || b.corrects
            || held_against
            || !self.headline && a.averages(b)
            || a.elsewhere(b, self.copies(), a.headline && digits.again)
    }

    /// A headline and the sentence that says the same in full.
    fn copies(&self) -> bool {
        self.lead && self.shared.all >= 3 && self.share >= 60
    }

    /// Whether the two are one figure, and whether that is sure, where they differ by a magnitude.
    fn magnitude(&self, digits: Digits) -> (bool, bool) {
        let Shared { all, near, figures, .. } = self.shared;
        match digits.significant {
            1 => (self.lead && all >= 2 || self.headline && near >= 3, self.lead),
            2 => (
                all >= 2 && self.share >= 30
                    || near >= 1 && self.share >= 15
                    || figures >= 1
                    || (self.lead || self.b.definite) && all >= 1,
                all >= 3 && self.share >= 50 || self.headline && all >= 2,
            ),
            _ => (all >= 1 || self.b.definite, all >= 2),
        }
    }

    /// The same where digits are exchanged.
    fn exchanged(&self, digits: Digits) -> (bool, bool) {
        let Shared { all, near, figures, told, phrase, .. } = self.shared;
        let (share, many) = (self.share, digits.significant >= 3);
        let restated = if self.lead {
            all >= 2 && share >= 33 || all == 1 && self.shared.fewest <= 3 && digits.significant >= 2
        } else if many {
            all >= 3 && share >= 35 && near >= 1
        } else {
            all >= 3 && share >= 50 && near >= 2
        };
        let definite = self.b.definite && near >= 1 && (all >= 2 || share >= 20 || told);
        let counted = self.counts_alike() && near >= 2 && share >= if many { 33 } else { 50 };
        let dated = self.a.same_time(self.b) && all >= 2 && share >= 35;
        // Lines of one form, with the same few words, are rows.
        let longer = self.shared.most > all;
        // "- 94.2% of buses on time" in a list, and a sentence that says it again.
        let short = longer && all >= 2 && share == 100;
        let named = longer && phrase && near >= 2 && share >= 30;
        let told = told && digits.significant >= 4;
        let beside = figures >= 1 && (all >= 1 || digits.significant >= 4);
        let ranged = digits.one_low && all >= 2 && near >= 1;
        let sure = all >= 3 && (self.lead && share >= 60 || self.headline && share >= 75);
        let few = digits.significant >= 2 && (definite || counted);
        (restated || few || many && (dated || short || beside || named || told) || ranged, sure)
    }

    /// The same where a digit is missing; never sure.
    fn missing(&self, digits: Digits) -> (bool, bool) {
        let Shared { all, near, told, told_apart, phrase, .. } = self.shared;
        let alike = self.counts_alike() || told || phrase;
        let (definite, share) = (self.b.definite && !self.b.said_which, self.share);
        let same = match digits.significant {
            0..=2 => false,
            _ if told_apart => false,
            _ if self.lead => all >= 2 && share >= 50,
            3 => definite && (alike && share >= 33 || all >= 3 && share >= 80) && near >= 2,
            4 => (all >= 3 || alike) && near >= 2 && share >= if definite { 50 } else { 60 },
            _ => (all >= 3 && share >= 50 || alike && share >= 33) && near >= 2 || definite && alike && near >= 1,
        };
        (same, false)
    }

    fn counts_alike(&self) -> bool {
        self.a.noun.is_some() && self.a.noun == self.b.noun
    }
}

//! Where a text's headline ends and its lead is: what restates one another in other words.

use crate::claim::{Claim, Reading};
use crate::document::{Block, BlockKind};

/// Sentences of the body that restate the headline.
pub(super) const LEAD: u32 = 2;

/// Blocks that can stand before the body: title, standfirst, byline, date.
const HEADLINES: usize = 6;

/// Where a text's headline ends and its lead is.
#[derive(Clone, Copy, Debug)]
pub(in crate::check) struct Frame {
    /// First block behind the headline.
    pub(super) body: u32,
    /// First sentence of the body.
    pub(super) sentence: u32,
}

impl Frame {
    /// The body begins with the first of the first blocks that is prose: long, or a sentence with its full stop.
    pub(in crate::check) fn of(reading: &Reading<'_>) -> Self {
        let blocks = &reading.document.blocks;
        let prose = |block: &Block<'_>| {
            !matches!(block.kind, BlockKind::Heading(_))
                && (block.text.len() > 120
                    || block.text.len() > 40 && block.text.ends_with(['.', '!', '?', '\u{201d}']))
        };
        let body = blocks.iter().take(HEADLINES).position(prose).unwrap_or(0) as u32;
        let sentence = reading.sentences.partition_point(|s| s.block < body) as u32;
        Self { body, sentence }
    }

    /// Whether a claim stands in the headline.
    pub(in crate::check) fn in_headline(self, reading: &Reading<'_>, claim: &Claim) -> bool {
        reading.sentences[claim.sentence as usize].block < self.body
    }

    /// Whether a claim stands in the headline or at the beginning of the body.
    pub(in crate::check) fn up_to_lead(self, reading: &Reading<'_>, claim: &Claim) -> bool {
        self.in_headline(reading, claim) || claim.sentence < self.sentence + LEAD
    }
}

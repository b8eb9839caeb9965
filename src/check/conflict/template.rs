//! Templates: words that stand in a text again and again with other figures between, as in the lines of a log or a code
//! chart: "3 files changed, 162 insertions". Their figures are those of rows; none restates another.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};

use rust_decimal::Decimal;

use crate::claim::{Claim, Reading};
use crate::token::{Kind, Token};

/// Tokens on one side of a figure, and the different figures beside the same ones that make rows of them; a figure told
/// again with a slip is the second. The fewer the words, the more rows it takes.
const SIZES: [(usize, usize); 2] = [(3, 8), (2, 16)];

/// The words on one side of a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
struct Frame {
    words: u64,
    /// So many different figures make it a template.
    rows: usize,
}

/// The templates of one text.
pub(super) struct Templates {
    /// The first different values within each frame, as many as make it a template at most.
    values: HashMap<Frame, Vec<Decimal>>,
}

impl Templates {
    /// Reads them from the figures of a text.
    pub(super) fn of<'r>(reading: &Reading<'_>, figures: impl Iterator<Item = (&'r Claim, Decimal)>) -> Self {
        let mut values: HashMap<Frame, Vec<Decimal>> = HashMap::new();
        for (claim, value) in figures {
            for frame in frames(reading, claim) {
                let known = values.entry(frame).or_default();
                if known.len() < frame.rows && !known.contains(&value) {
                    known.push(value);
                }
            }
        }
        Self { values }
    }

    /// Whether a figure stands in one of them.
    pub(super) fn hold(&self, reading: &Reading<'_>, claim: &Claim) -> bool {
        let rows = |frame: Frame| self.values.get(&frame).is_some_and(|known| known.len() == frame.rows);
        frames(reading, claim).any(rows)
    }
}

/// The frames before and behind a figure, of each size; none where the sentence has fewer words there.
fn frames(reading: &Reading<'_>, claim: &Claim) -> impl Iterator<Item = Frame> {
    let sentence = &reading.sentences[claim.sentence as usize];
    let text = &reading.document.blocks[sentence.block as usize].text;
    let tokens = &reading.tokens[sentence.tokens.start as usize..sentence.tokens.end as usize];
    let from = tokens.partition_point(|t| t.end <= claim.quantity.number_span.start);
    let to = tokens.partition_point(|t| t.start < claim.quantity.number_span.end);
    let frame = move |side: &[Token], rows: usize, before: bool| {
        let mut hasher = DefaultHasher::new();
        before.hash(&mut hasher);
        for token in side {
            if token.kind == Kind::Digits { "0".hash(&mut hasher) } else { token.text(text).hash(&mut hasher) }
        }
        Frame { words: hasher.finish(), rows }
    };
    SIZES.into_iter().flat_map(move |(words, rows)| {
        let before = from.checked_sub(words).map(|start| frame(&tokens[start..from], rows, true));
        let behind = tokens.get(to..to + words).map(|side| frame(side, rows, false));
        before.into_iter().chain(behind)
    })
}

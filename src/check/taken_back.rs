//! Corrections quote the figure that was wrong: "An earlier version said 63". Nothing of such a paragraph is a finding,
//! nor of a page or section that is headed "Corrections".

use std::collections::HashMap;

use super::context::words::WRONGLY;
use super::sentence::is_one_of;
use crate::claim::Reading;
use crate::document::{Block, BlockKind};
use crate::token::Kind;
use crate::verdict::{Outcome, Reason, Verdict};

/// What was said wrongly.
const SAID: &[&str] = &[
    "said",
    "stated",
    "gave",
    "given",
    "reported",
    "put",
    "listed",
    "described",
    "identified",
    "referred",
    "quoted",
    "showed",
    "calculated",
    "named",
    "dated",
];

/// Pairs of words that take a figure back.
const PAIRS: &[(&str, &str)] = &[
    ("earlier", "version"),
    ("previous", "version"),
    ("original", "version"),
    ("editing", "error"),
    ("been", "corrected"),
    ("corrected", "version"),
    ("corrects", "figure"),
    ("wrong", "figure"),
    ("wrong", "day"),
    ("wrong", "date"),
    ("wrong", "number"),
    ("wrong", "amount"),
    ("wrong", "year"),
    ("wrong", "age"),
];

/// Words that do so by themselves.
const ALONE: &[&str] = &["misstated", "misreported", "miscalculated", "erratum", "errata"];

/// The first word of a heading over corrections: "Corrections and clarifications", "Correction: a wrong date". Nothing
/// but a mark or "and" follows it: shares can be in for a correction, too.
const HEADINGS: &[&str] = &["correction", "corrections", "clarification", "clarifications", "erratum", "errata"];

/// The paragraphs of a text that take figures back, each looked at once and only where something was found.
#[derive(Debug, Default)]
pub struct Corrections {
    /// First byte, end and index of every block, in the order of the file.
    blocks: Vec<(u32, u32, usize)>,
    /// For every block, whether its heading or the page says so.
    headed: Vec<bool>,
    known: HashMap<usize, bool>,
}

impl Corrections {
    /// Turns findings in paragraphs that take a figure back into figures that were not checked.
    pub fn leave(&mut self, reading: &Reading<'_>, verdicts: &mut [Verdict]) {
        for verdict in verdicts.iter_mut().filter(|v| matches!(v.outcome, Outcome::Failed(_))) {
            let Some(block) = self.block_of(reading, verdict.primary.span.start) else { continue };
            if *self.known.entry(block).or_insert_with(|| self.headed[block] || says_so(reading, block)) {
                verdict.outcome = Outcome::NotChecked(Reason::TakenBack);
            }
        }
    }

    /// The block in which a byte of the file stands.
    fn block_of(&mut self, reading: &Reading<'_>, byte: u32) -> Option<usize> {
        let document = reading.document;
        if self.blocks.is_empty() {
            let place = |(index, block): (usize, &Block<'_>)| {
                let own = document.block_in_file(block);
                (own.start, own.end, index)
            };
            self.blocks.extend(document.blocks.iter().enumerate().map(place));
            self.blocks.sort_unstable();
            self.headed = headed(reading);
        }
        let at = self.blocks.partition_point(|(start, _, _)| *start <= byte).checked_sub(1)?;
        self.blocks.get(at).filter(|(_, end, _)| byte < *end).map(|(_, _, index)| *index)
    }
}

/// Whether each block stands under a heading over corrections, or on a page of them.
fn headed(reading: &Reading<'_>) -> Vec<bool> {
    let whole = reading.document.metadata.title.as_deref().is_some_and(heads);
    let mut under = false;
    let blocks = reading.document.blocks.iter();
    blocks
        .map(|block| {
            if matches!(block.kind, BlockKind::Heading(_)) {
                under = heads(&block.text);
            }
            whole || under
        })
        .collect()
}

/// "Correction", "Corrections and clarifications", "Correction: ...", but not "Correction hits shares".
fn heads(text: &str) -> bool {
    let text = text.trim();
    let end = text.find(|c: char| !c.is_alphabetic()).unwrap_or(text.len());
    let rest = text[end..].trim_start();
    HEADINGS.iter().any(|head| text[..end].eq_ignore_ascii_case(head))
        && (rest.is_empty()
            || rest.starts_with([':', '(', '&', '-', '\u{2013}', '\u{2014}'])
            || rest.starts_with("and "))
}

/// Whether the words of a block take a figure back.
fn says_so(reading: &Reading<'_>, block: usize) -> bool {
    let text = &reading.document.blocks[block].text;
    let words: Vec<&str> = reading.sentences[reading.sentences_of_block(block as u32)]
        .iter()
        .flat_map(|s| &reading.tokens[s.tokens.start as usize..s.tokens.end as usize])
        .filter(|token| token.kind == Kind::Word)
        .map(|token| token.text(text))
        .collect();
    let pair = |two: &[&str]| {
        let [first, second] = two else { return false };
        is_one_of(WRONGLY, first) && is_one_of(SAID, second)
            || PAIRS.iter().any(|(a, b)| first.eq_ignore_ascii_case(a) && second.eq_ignore_ascii_case(b))
    };
    words.iter().any(|word| is_one_of(ALONE, word))
        || heads(text)
        || words.windows(2).any(pair)
        || words.windows(3).any(|three| {
            three[..2] == ["should", "have"] && is_one_of(SAID, three[2]) || three == ["should", "have", "read"]
        })
}

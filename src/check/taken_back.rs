//! Corrections quote the figure that was wrong: "An earlier version said 63". Nothing of such a paragraph is a finding,
//! nor of a page or section that is headed "Corrections".

use crate::claim::Reading;
use crate::document::BlockKind;
use crate::token::Kind;
use crate::verdict::{Outcome, Reason, Verdict};

/// Adverbs before a verb of saying: "incorrectly said".
const WRONGLY: &[&str] = &["incorrectly", "erroneously", "mistakenly", "wrongly", "inaccurately"];

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
    ("was", "corrected"),
    ("were", "corrected"),
    ("is", "corrected"),
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

/// Words of a heading over corrections.
const HEADINGS: &[&str] = &["correction", "corrections", "clarification", "clarifications", "erratum", "errata"];

/// Turns findings in paragraphs that take a figure back into figures that were not checked.
pub fn leave_corrections(reading: &Reading<'_>, verdicts: &mut [Verdict]) {
    for verdict in verdicts.iter_mut().filter(|v| matches!(v.outcome, Outcome::Failed(_))) {
        if block_of(reading, verdict).is_some_and(|block| takes_back(reading, block)) {
            verdict.outcome = Outcome::NotChecked(Reason::TakenBack);
        }
    }
}

/// The block in which a verdict's figure stands.
fn block_of(reading: &Reading<'_>, verdict: &Verdict) -> Option<usize> {
    let start = verdict.primary.span.start;
    reading.document.blocks.iter().position(|block| {
        let own = block.map.to_file(crate::span::Span::new(0, block.text.len() as u32));
        own.start <= start && start < own.end
    })
}

/// Whether a block, its heading or the whole page takes figures back.
fn takes_back(reading: &Reading<'_>, block: usize) -> bool {
    let blocks = &reading.document.blocks;
    let heads = |text: &str| {
        text.split(|c: char| !c.is_alphabetic()).any(|word| HEADINGS.iter().any(|head| word.eq_ignore_ascii_case(head)))
    };
    let heading = blocks[..block].iter().rev().find(|b| matches!(b.kind, BlockKind::Heading(_)));
    let headed = heading.is_some_and(|heading| heads(&heading.text))
        || reading.document.metadata.title.as_deref().is_some_and(heads);
    headed || says_so(reading, block)
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
    let is = |word: &str, list: &[&str]| list.iter().any(|known| word.eq_ignore_ascii_case(known));
    let pair = |two: &[&str]| {
        let [first, second] = two else { return false };
        is(first, WRONGLY) && is(second, SAID)
            || PAIRS.iter().any(|(a, b)| first.eq_ignore_ascii_case(a) && second.eq_ignore_ascii_case(b))
    };
    words.iter().any(|word| is(word, ALONE))
        || words.first().is_some_and(|word| is(word, HEADINGS))
        || words.windows(2).any(pair)
        || words
            .windows(3)
            .any(|three| three[..2] == ["should", "have"] && is(three[2], SAID) || three == ["should", "have", "read"])
}

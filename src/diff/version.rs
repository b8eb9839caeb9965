//! One version of a text, as far as it is compared with another: its sentences as hashes of their words, and its
//! figures with all that they say. Nothing of it is borrowed from the text.

use std::hash::{BuildHasher, Hasher};
use std::ops::Range;
use std::sync::Arc;

use foldhash::quality::FixedState;

use crate::claim::{Claim, Reading, Sentence as Read};
use crate::document::BlockKind;
use crate::period::DateExpr;
use crate::quantity::singular;
use crate::span::Span;
use crate::token::{Class, Kind};
use crate::verdict::Place;

/// One version of a text. A text of several documents (records of an archive) is one.
#[derive(Clone, Debug, Default)]
pub struct Version {
    /// Its figures, in text order.
    pub figures: Vec<Figure>,
    pub(super) sentences: Vec<Sentence>,
}

/// A figure or date that outlives its text.
#[derive(Clone, Debug)]
pub struct Figure {
    /// Where it stands.
    pub place: Place,
    /// As it was written.
    pub text: Arc<str>,
    /// What it says.
    pub said: Said,
    /// Index of its sentence.
    pub(super) sentence: usize,
    /// Its place among the words of its sentence.
    pub(super) at: usize,
    /// Whether it stands behind an opening bracket.
    pub(super) bracketed: bool,
}

/// What a figure says.
#[derive(Clone, Debug)]
pub enum Said {
    /// A quantity; the spans inside are of no use any more.
    Claim(Box<Stated>),
    /// A date.
    Date(Box<DateExpr>),
}

/// A claim, with the words of the text that comparing needs.
#[derive(Clone, Debug)]
pub struct Stated {
    /// The claim.
    pub claim: Claim,
    /// The singular of what is counted.
    pub counted: Option<String>,
    /// Whose figure it is, as written.
    pub attribution: Option<Arc<str>>,
    /// Whether a number stands there; "a man was killed" has none.
    pub in_numbers: bool,
}

/// A sentence, as hashes.
#[derive(Clone, Debug)]
pub(super) struct Sentence {
    /// Its words in lower case, each figure as one word that is the same for all.
    pub words: Vec<u64>,
    /// The words that tell what it is about, sorted, each once.
    pub content: Vec<u64>,
    /// Of all words, those of figures included.
    pub exact: u64,
    /// Of `words`.
    pub shape: u64,
    /// Its figures, as indices of the version's.
    pub figures: Range<usize>,
    /// Whether it is a heading or caption.
    pub heading: bool,
    /// Whether it is a cell of a table.
    pub cell: bool,
}

/// What stands for every figure among the words of a sentence.
const FIGURE: u64 = 1;
/// What stands for every date.
const DATE: u64 = 2;

/// Words that tell nothing of what a sentence is about.
const FUNCTION: Class = Class::DETERMINER.union(Class::PREPOSITION).union(Class::PRONOUN).union(Class::SUBORDINATOR);

impl Version {
    /// Adds what was read in a document.
    pub fn add(&mut self, reading: &Reading<'_>) {
        for sentence in &reading.sentences {
            let first = self.figures.len();
            self.add_figures(reading, sentence);
            self.add_sentence(reading, sentence, first);
        }
    }

    fn add_figures(&mut self, reading: &Reading<'_>, sentence: &Read) {
        let block = &reading.document.blocks[sentence.block as usize].text;
        let tokens = &reading.tokens[sentence.tokens.start as usize..sentence.tokens.end as usize];
        let figure = |span: Span, said: Said| Figure {
            place: Place::in_block(reading.document, sentence.block, span),
            text: span.slice(block).into(),
            said,
            sentence: self.sentences.len(),
            at: 0,
            bracketed: false,
        };
        let claims = &reading.claims[sentence.claims.start as usize..sentence.claims.end as usize];
        let mut found: Vec<(Span, Figure)> = Vec::with_capacity(claims.len());
        for claim in claims {
            let quantity = &claim.quantity;
            let numbers = tokens.iter().filter(|token| quantity.number_span.contains(token.span()));
            let number_words = Class::CARDINAL | Class::DOZEN | Class::HUNDRED | Class::MAGNITUDE;
            let stated = Stated {
                counted: quantity.noun.map(|noun| singular(noun.head.slice(block))),
                attribution: claim.attribution.map(|span| span.slice(block).into()),
                in_numbers: numbers.into_iter().any(|token| {
                    token.kind == Kind::Digits || reading.vocabulary.lexicon.class(token.word).intersects(number_words)
                }),
                claim: claim.clone(),
            };
            found.push((quantity.span, figure(quantity.span, Said::Claim(Box::new(stated)))));
        }
        for date in &reading.dates[sentence.dates.start as usize..sentence.dates.end as usize] {
            found.push((date.expr.span, figure(date.expr.span, Said::Date(Box::new(date.expr.clone())))));
        }
        found.sort_by_key(|(span, _)| *span);
        self.figures.extend(found.into_iter().map(|(_, figure)| figure));
    }

    fn add_sentence(&mut self, reading: &Reading<'_>, sentence: &Read, first: usize) {
        let block = &reading.document.blocks[sentence.block as usize];
        let (mut words, mut content) = (Vec::new(), Vec::new());
        let mut exact = FixedState::with_seed(0).build_hasher();
        let mut heading = matches!(block.kind, BlockKind::Heading(_) | BlockKind::Caption);
        // A cell says what its row and column are called.
        if let BlockKind::TableCell(cell) = &block.kind {
            heading = cell.header;
            for header in [&cell.row_header, &cell.column_header].into_iter().flatten() {
                words.push(hash(header));
                content.extend(header.split_whitespace().map(hash));
            }
        }
        for word in &words {
            exact.write_u64(*word);
        }
        let spans: Vec<Span> = self.figures[first..].iter().map(Figure::block_span).collect();
        let mut next = 0;
        // The figure that the tokens before this one belong to ends here.
        let mut covered = 0;
        let mut opened = false;
        for token in &reading.tokens[sentence.tokens.start as usize..sentence.tokens.end as usize] {
            if token.kind == Kind::Punct
                && token.start >= covered
                && spans.get(next).is_none_or(|s| s.start > token.start)
            {
                opened = token.is_punct('(');
                continue;
            }
            let word = hash(token.text(&block.text));
            exact.write_u64(word);
            while let Some(span) = spans.get(next).filter(|span| span.start < token.end) {
                let figure = &mut self.figures[first + next];
                if span.start >= covered || words.is_empty() {
                    words.push(if matches!(figure.said, Said::Date(_)) { DATE } else { FIGURE });
                }
                figure.at = words.len() - 1;
                figure.bracketed = opened;
                covered = covered.max(span.end);
                next += 1;
            }
            opened = false;
            if token.start >= covered {
                words.push(word);
                let class = reading.vocabulary.lexicon.class(token.word);
                if (token.end - token.start >= 4 || token.capital()) && !class.intersects(FUNCTION) {
                    content.push(word);
                }
            }
        }
        content.sort_unstable();
        content.dedup();
        let shape = FixedState::with_seed(0).hash_one(&words);
        let cell = matches!(block.kind, BlockKind::TableCell(_));
        let figures = first..self.figures.len();
        self.sentences.push(Sentence { words, content, exact: exact.finish(), shape, figures, heading, cell });
    }
}

impl Figure {
    /// The claim, if it is none of a date.
    pub fn stated(&self) -> Option<&Stated> {
        match &self.said {
            Said::Claim(stated) => Some(stated),
            Said::Date(_) => None,
        }
    }

    /// The date, if it is one.
    pub fn date(&self) -> Option<&DateExpr> {
        match &self.said {
            Said::Claim(_) => None,
            Said::Date(date) => Some(date),
        }
    }

    fn block_span(&self) -> Span {
        match &self.said {
            Said::Claim(stated) => stated.claim.quantity.span,
            Said::Date(date) => date.span,
        }
    }
}

/// A hash of a word, whatever its case.
fn hash(word: &str) -> u64 {
    let mut hash = FixedState::with_seed(0).build_hasher();
    word.chars().flat_map(char::to_lowercase).for_each(|c| hash.write_u32(u32::from(c)));
    hash.finish()
}

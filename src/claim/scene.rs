//! One sentence with everything that was found in it: what the builders of claims look at.

use std::cell::OnceCell;
use std::ops::Range;

use crate::period::DateExpr;
use crate::span::Span;
use crate::token::{Class, Token};
use crate::vocabulary::{Match, Vocabulary};

/// One sentence with what was found in it, for the builders of claims. Token indices are relative to the block.
pub(super) struct Scene<'s> {
    /// Text of the block.
    pub text: &'s str,
    /// Tokens of the block.
    pub tokens: &'s [Token],
    /// The words.
    pub vocabulary: &'s Vocabulary,
    /// Tokens of the sentence.
    pub sentence: Range<usize>,
    /// First token of the block behind its dateline ("LIMA, 3 May -"); 0 where it has none.
    pub prose: usize,
    /// Index of the sentence in the reading.
    pub number: u32,
    /// Index of the block's first token in the reading.
    pub base: u32,
    /// Index of the sentence's first mention in the reading.
    pub first_mention: u32,
    /// Whether the block was printed before in the same document.
    pub repeated: bool,
    /// Cues and nouns of the sentence.
    pub matches: &'s [Match],
    /// Dates of the sentence.
    pub dates: &'s [DateExpr],
    /// The segment of each quantity.
    pub segments: Vec<Range<usize>>,
    /// The tokens of each quantity.
    pub figures: Vec<Range<usize>>,
    /// Which tokens of the sentence are verbs, once that is asked; of most sentences it is not.
    pub verbs: OnceCell<Vec<bool>>,
}

impl Scene<'_> {
    /// The classes of a token of the block.
    pub(super) fn class(&self, at: usize) -> Class {
        self.tokens.get(at).map_or(Class::empty(), |t| self.vocabulary.lexicon.class(t.word))
    }

    /// The text of a token of the block.
    pub(super) fn word(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |t| t.text(self.text))
    }

    /// Whether a token belongs to a figure.
    pub(super) fn is_in_a_figure(&self, at: usize) -> bool {
        self.figures.iter().any(|figure| figure.contains(&at))
    }

    /// The indices of the tokens that lie in a span of the block.
    pub(super) fn tokens_in(&self, span: Span) -> Range<usize> {
        let start = self.tokens.partition_point(|t| t.end <= span.start);
        let end = self.tokens.partition_point(|t| t.start < span.end);
        start..end.max(start)
    }
}

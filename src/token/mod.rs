//! Words, digits and punctuation of one block of text, each with its byte span and what the lexicon knows of it. All
//! grammars read these tokens, never characters, so that every word of a text is looked up exactly once.

mod input;
mod lexer;
mod lexicon;
mod sentence;
mod words;

pub use input::{Grammar, Tokens, any_of, class, digits, entry, followed_by, glued, not_followed_by, punct, word};
pub use lexer::tokenize;
pub use lexicon::{Class, Entry, Lexicon, LexiconBuilder, WordId};
pub use sentence::sentences;
pub use words::{cardinal_word, ordinal_word};

use crate::span::Span;

/// What sort of characters a token is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Letters, with inner apostrophes ("don't", "O'Neill") and the stops of "U.N.".
    Word,
    /// A run of ASCII digits; separators are tokens of their own.
    Digits,
    /// The ending `'s` or a bare `'` after a word.
    Clitic,
    /// One other character that is not white space.
    Punct,
}

bitflags::bitflags! {
    /// What the characters around and inside a token look like.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub struct Look: u8 {
        /// White space stands before it, or it is the first of its block.
        const SPACE_BEFORE = 1;
        /// Its first letter is a capital.
        const CAPITAL = 2;
        /// It has two letters or more and all are capitals.
        const ALL_CAPS = 4;
        /// A line begins with it.
        const LINE_START = 8;
        /// It is letters with a stop behind each: "U.N.", "a.m."
        const INITIALS = 16;
    }
}

/// One word, digit run or punctuation mark. 16 bytes; a block of text has about one for every five bytes.
#[derive(Clone, Copy, Debug)]
pub struct Token {
    /// First byte in the block.
    pub start: u32,
    /// Byte after the last one.
    pub end: u32,
    /// The word's place in the lexicon; [`WordId::UNKNOWN`] for words that are not in it, the character for
    /// punctuation.
    pub word: WordId,
    /// What it is made of.
    pub kind: Kind,
    /// What it looks like.
    pub look: Look,
}

impl Token {
    /// Its bytes in the block.
    pub fn span(self) -> Span {
        Span::new(self.start, self.end)
    }

    /// Its text.
    pub fn text(self, block: &str) -> &str {
        &block[self.start as usize..self.end as usize]
    }

    /// Whether white space stands before it.
    pub fn spaced(self) -> bool {
        self.look.contains(Look::SPACE_BEFORE)
    }

    /// Whether it is this punctuation mark.
    pub fn is_punct(self, mark: char) -> bool {
        self.kind == Kind::Punct && self.word == WordId::punct(mark)
    }

    /// Whether it begins with a capital letter.
    pub fn capital(self) -> bool {
        self.look.contains(Look::CAPITAL)
    }
}

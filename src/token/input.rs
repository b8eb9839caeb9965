//! Tokens as input for nom: the primitives from which the grammars of numbers and dates are built. A parser takes
//! [`Tokens`] and is written like any other nom parser; spans come from the tokens themselves.

use nom::{IResult, Input, Needed, Parser};

use super::{Class, Entry, Kind, Lexicon, Token, WordId};
use crate::span::Span;

/// What every grammar function returns: the rest and what was read. Parsers fail without a reason; a text that does
/// not match is not an error.
pub type Grammar<'a, T> = IResult<Tokens<'a>, T, ()>;

/// A run of tokens with their text and lexicon; what nom parsers eat.
#[derive(Clone, Copy, Debug)]
pub struct Tokens<'a> {
    text: &'a str,
    list: &'a [Token],
    lexicon: &'a Lexicon,
}

impl<'a> Tokens<'a> {
    /// The tokens of a block or of a part of it.
    pub fn new(text: &'a str, list: &'a [Token], lexicon: &'a Lexicon) -> Self {
        Self { text, list, lexicon }
    }

    /// The first token.
    pub fn first(&self) -> Option<Token> {
        self.list.first().copied()
    }

    /// The token at a place.
    pub fn get(&self, at: usize) -> Option<Token> {
        self.list.get(at).copied()
    }

    /// How many tokens are left.
    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// Whether none is left.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// The tokens themselves.
    pub fn list(&self) -> &'a [Token] {
        self.list
    }

    /// The block's text.
    pub fn block(&self) -> &'a str {
        self.text
    }

    /// The lexicon.
    pub fn lexicon(&self) -> &'a Lexicon {
        self.lexicon
    }

    /// The text of one token.
    pub fn text_of(&self, token: Token) -> &'a str {
        &self.text[token.start as usize..token.end as usize]
    }

    /// Whether a token is this word, whatever its case. Most tokens differ in length already.
    #[inline]
    fn is_word(&self, token: Token, expected: &str) -> bool {
        token.kind == Kind::Word
            && (token.end - token.start) as usize == expected.len()
            && self.text.as_bytes()[token.start as usize..token.end as usize].eq_ignore_ascii_case(expected.as_bytes())
    }

    /// What the lexicon knows of a token.
    pub fn entry(&self, token: Token) -> Entry {
        self.lexicon.entry(token.word)
    }

    /// The span of what was read between `self` and `rest`; empty at the first token where nothing was.
    pub fn read_until(&self, rest: &Self) -> Span {
        let count = self.list.len() - rest.list.len();
        let start = self.list.first().map_or(0, |t| t.start);
        let end = count.checked_sub(1).map_or(start, |last| self.list[last].end);
        Span::new(start, end)
    }

    /// Without the first `count` tokens.
    #[must_use]
    pub fn skip(&self, count: usize) -> Self {
        Self { list: &self.list[count..], ..*self }
    }
}

impl<'a> Input for Tokens<'a> {
    type Item = Token;
    type Iter = std::iter::Copied<std::slice::Iter<'a, Token>>;
    type IterIndices = std::iter::Enumerate<Self::Iter>;

    fn input_len(&self) -> usize {
        self.list.len()
    }

    fn take(&self, index: usize) -> Self {
        Self { list: &self.list[..index], ..*self }
    }

    fn take_from(&self, index: usize) -> Self {
        self.skip(index)
    }

    fn take_split(&self, index: usize) -> (Self, Self) {
        (self.take_from(index), self.take(index))
    }

    fn position<P: Fn(Token) -> bool>(&self, predicate: P) -> Option<usize> {
        self.list.iter().position(|&token| predicate(token))
    }

    fn iter_elements(&self) -> Self::Iter {
        self.list.iter().copied()
    }

    fn iter_indices(&self) -> Self::IterIndices {
        self.iter_elements().enumerate()
    }

    fn slice_index(&self, count: usize) -> Result<usize, Needed> {
        if count <= self.list.len() { Ok(count) } else { Err(Needed::new(count - self.list.len())) }
    }
}

fn one<T>(i: Tokens<'_>, read: impl FnOnce(Token) -> Option<T>) -> Grammar<'_, T> {
    match i.first().and_then(read) {
        Some(value) => Ok((i.skip(1), value)),
        None => Err(nom::Err::Error(())),
    }
}

/// This word, whatever its case.
pub fn word<'a>(expected: &'static str) -> impl Fn(Tokens<'a>) -> Grammar<'a, Token> {
    move |i| one(i, |t| i.is_word(t, expected).then_some(t))
}

/// One of these words, whatever their case.
pub fn any_of<'a>(expected: &'static [&'static str]) -> impl Fn(Tokens<'a>) -> Grammar<'a, Token> {
    move |i| one(i, |t| expected.iter().any(|e| i.is_word(t, e)).then_some(t))
}

/// A word of this class (of any of these classes, where several are given), with its token.
pub fn class<'a>(wanted: Class) -> impl Fn(Tokens<'a>) -> Grammar<'a, Token> {
    move |i| one(i, |t| (t.kind == Kind::Word && i.entry(t).class.intersects(wanted)).then_some(t))
}

/// A word of this class, with its lexicon entry.
pub fn entry<'a>(wanted: Class) -> impl Fn(Tokens<'a>) -> Grammar<'a, Entry> {
    move |i| one(i, |t| (t.kind == Kind::Word).then(|| i.entry(t)).filter(|e| e.class.intersects(wanted)))
}

/// This punctuation mark.
pub fn punct<'a>(mark: char) -> impl Fn(Tokens<'a>) -> Grammar<'a, Token> {
    move |i| one(i, |t| (t.kind == Kind::Punct && t.word == WordId::punct(mark)).then_some(t))
}

/// A run of digits.
pub fn digits(i: Tokens<'_>) -> Grammar<'_, Token> {
    one(i, |t| (t.kind == Kind::Digits).then_some(t))
}

/// What `parser` reads, where no white space stands before it.
pub fn glued<'a, O>(
    mut parser: impl Parser<Tokens<'a>, Output = O, Error = ()>,
) -> impl FnMut(Tokens<'a>) -> Grammar<'a, O> {
    move |i| match i.first() {
        Some(token) if !token.spaced() => parser.parse(i),
        _ => Err(nom::Err::Error(())),
    }
}

/// Reads nothing; succeeds where `parser` would.
pub fn followed_by<'a, O>(
    mut parser: impl Parser<Tokens<'a>, Output = O, Error = ()>,
) -> impl FnMut(Tokens<'a>) -> Grammar<'a, ()> {
    move |i| parser.parse(i).map(|_| (i, ()))
}

/// Reads nothing; succeeds where `parser` would fail.
pub fn not_followed_by<'a, O>(
    mut parser: impl Parser<Tokens<'a>, Output = O, Error = ()>,
) -> impl FnMut(Tokens<'a>) -> Grammar<'a, ()> {
    move |i| match parser.parse(i) {
        Ok(_) => Err(nom::Err::Error(())),
        Err(_) => Ok((i, ())),
    }
}

//! One sentence as checks look at it: its claims with the words around them.

use crate::claim::{Claim, Dated, Reading, Sentence};
use crate::quantity::singular;
use crate::span::Span;
use crate::token::{Class, Kind, Token};
use crate::verdict::Place;

/// A sentence with its claims, if it has any.
#[derive(Clone, Copy, Debug)]
pub(super) struct SentenceView<'r> {
    pub reading: &'r Reading<'r>,
    pub sentence: &'r Sentence,
    pub claims: &'r [Claim],
}

impl<'r> SentenceView<'r> {
    /// Every sentence with claims, in text order.
    pub(super) fn all(reading: &'r Reading<'r>) -> impl Iterator<Item = Self> {
        reading.sentences.iter().filter(|s| !s.claims.is_empty()).map(move |sentence| Self::of(reading, sentence))
    }

    /// The view of one sentence.
    pub(super) fn of(reading: &'r Reading<'r>, sentence: &'r Sentence) -> Self {
        Self {
            reading,
            sentence,
            claims: &reading.claims[sentence.claims.start as usize..sentence.claims.end as usize],
        }
    }

    /// The sentence straight before it in its block, with or without claims. Finding it is a binary search.
    pub(super) fn before(&self) -> Option<Self> {
        self.beside(|at| at.checked_sub(1))
    }

    /// The sentence straight behind it in its block, with or without claims.
    pub(super) fn after(&self) -> Option<Self> {
        self.beside(|at| at.checked_add(1))
    }

    fn beside(&self, step: impl Fn(usize) -> Option<usize>) -> Option<Self> {
        let sentences = &self.reading.sentences;
        let at = sentences.partition_point(|sentence| sentence.tokens.start < self.sentence.tokens.start);
        let other = sentences.get(step(at)?).filter(|other| other.block == self.sentence.block)?;
        Some(Self::of(self.reading, other))
    }

    /// Its claims, as indices of the reading's.
    pub(super) fn range(&self) -> std::ops::Range<usize> {
        self.sentence.claims.start as usize..self.sentence.claims.end as usize
    }

    /// Its dates, in text order.
    pub(super) fn dates(&self) -> &'r [Dated] {
        &self.reading.dates[self.sentence.dates.start as usize..self.sentence.dates.end as usize]
    }

    /// The text of the sentence's block.
    pub(super) fn block(&self) -> &'r str {
        &self.reading.document.blocks[self.sentence.block as usize].text
    }

    /// The text of a span of the block.
    pub(super) fn text(&self, span: Span) -> &'r str {
        span.slice(self.block())
    }

    /// What a figure counts: the head of its noun, in the singular and lower case.
    pub(super) fn head(&self, claim: &Claim) -> Option<String> {
        claim.quantity.noun.map(|noun| singular(self.text(noun.head)))
    }

    /// The place of a span of the block.
    pub(super) fn place(&self, span: Span) -> Place {
        Place::in_block(self.reading.document, self.sentence.block, span)
    }

    pub(super) fn tokens(&self) -> &'r [Token] {
        &self.reading.tokens[self.sentence.tokens.start as usize..self.sentence.tokens.end as usize]
    }

    /// Index, within the sentence, of the first token of a claim's quantity.
    pub(super) fn first_token(&self, claim: &Claim) -> usize {
        self.tokens().partition_point(|t| t.end <= claim.quantity.span.start)
    }

    /// Index, within the sentence, of the token behind a claim's quantity.
    pub(super) fn end_token(&self, claim: &Claim) -> usize {
        self.tokens().partition_point(|t| t.start < claim.quantity.span.end)
    }

    /// The word `back` tokens before a place; empty where there is none.
    pub(super) fn word_before(&self, at: usize, back: usize) -> &'r str {
        at.checked_sub(back).map_or("", |i| self.word(i))
    }

    /// The token of the sentence as text.
    pub(super) fn word(&self, at: usize) -> &'r str {
        self.tokens().get(at).map_or("", |t| t.text(self.block()))
    }

    /// The token behind words that stand at a token, whatever their case; a space parts them, or a hyphen.
    pub(super) fn behind(&self, at: usize, words: &str) -> Option<usize> {
        let mut end = at;
        for (n, word) in words.split([' ', '-']).enumerate() {
            end += usize::from(n > 0 && self.word(end) == "-");
            if !self.word(end).eq_ignore_ascii_case(word) {
                return None;
            }
            end += 1;
        }
        Some(end)
    }

    /// The text from a token of the sentence to the end of a claim's quantity.
    pub(super) fn text_from(&self, at: usize, claim: &Claim) -> &'r str {
        let start = self.tokens().get(at).map_or(claim.quantity.span.start, |t| t.start);
        self.text(Span::new(start.min(claim.quantity.span.start), claim.quantity.span.end))
    }

    /// Every word of the sentence.
    pub(super) fn words(&self) -> impl Iterator<Item = &'r str> {
        let block = self.block();
        self.tokens().iter().map(move |t| t.text(block))
    }

    /// Whether a token of the sentence belongs to a figure.
    pub(super) fn in_a_figure(&self, at: usize) -> bool {
        let Some(token) = self.tokens().get(at) else { return false };
        let after = self.claims.partition_point(|c| c.quantity.span.end <= token.start);
        self.claims.get(after).is_some_and(|c| c.quantity.span.start <= token.start)
    }

    /// Whether a token of the sentence belongs to a date.
    pub(super) fn in_a_date(&self, at: usize) -> bool {
        self.tokens().get(at).is_some_and(|token| self.dates().iter().any(|date| date.expr.span.contains(token.span())))
    }

    /// Whether a token of the sentence stands in round brackets.
    pub(super) fn in_brackets(&self, at: usize) -> bool {
        (0..at).rev().map(|i| self.word(i)).find(|word| matches!(*word, "(" | ")")) == Some("(")
    }

    /// Whether a clause ends at a place: a mark, or the end of the sentence. "Nine years later than planned" goes on.
    pub(super) fn ends_clause(&self, at: usize) -> bool {
        matches!(self.word(at), "" | "." | "," | ";" | ")" | "!" | "?" | "\u{2013}" | "\u{2014}")
    }

    /// Whether the words at a place, behind a figure, say that it is a total: "in all", "in total", "altogether".
    pub(super) fn says_in_all(&self, at: usize) -> bool {
        matches!((self.word(at), self.word(at + 1)), ("in", "all" | "total") | ("altogether", _))
    }

    /// The classes of a token of the sentence.
    pub(super) fn class(&self, at: usize) -> Class {
        self.tokens().get(at).map_or(Class::empty(), |t| self.reading.vocabulary.lexicon.class(t.word))
    }

    /// A stretch of time at a place of the sentence: "days", "nights".
    pub(super) fn is_a_time(&self, at: usize) -> bool {
        const OF_DAY: &[&str] =
            &["night", "nights", "evening", "evenings", "morning", "mornings", "afternoon", "afternoons", "weekends"];
        self.class(at).contains(Class::TIME_UNIT) || OF_DAY.contains(&self.word(at))
    }

    /// Whether a claim has a number of its own, in digits or words; "a man" has none.
    pub(super) fn says_a_number(&self, claim: &Claim) -> bool {
        let number = claim.quantity.number_span;
        let from = self.tokens().partition_point(|t| t.start < number.start);
        self.tokens()[from..].iter().take_while(|t| t.end <= number.end).any(|t| {
            t.kind == Kind::Digits
                || self
                    .reading
                    .vocabulary
                    .lexicon
                    .class(t.word)
                    .intersects(Class::CARDINAL | Class::DOZEN | Class::HUNDRED | Class::MAGNITUDE | Class::MULTIPLE)
        })
    }

    /// Whether two figures are members of one enumeration: a comma, semicolon or conjunction parts them, and nothing
    /// between says that one comes from, goes to, lies within or is compared with the other.
    pub(super) fn joined(&self, a: &Claim, b: &Claim) -> bool {
        let between = self.end_token(a)..self.first_token(b);
        let parts = |i: usize| {
            let mark = self.tokens().get(i).filter(|t| t.kind == Kind::Punct).and_then(|t| t.word.as_punct());
            self.class(i).contains(Class::CONJUNCTION) || matches!(mark, Some(',' | ';' | '+'))
        };
        let Some(last) = between.clone().rev().find(|&i| parts(i)) else { return false };
        // "$3 million to schools, $2 million to roads": whom it goes to, and no level.
        let leads_to = |i: usize| i > last && self.word(i) == "to";
        let relates = |i: usize| {
            matches!(
                self.word(i),
                "from"
                    | "than"
                    | "including"
                    | "whom"
                    | "which"
                    | "or"
                    | "times"
                    | "out"
                    | "compared"
                    | "against"
                    | "versus"
                    | "vs"
            )
        };
        !between.clone().any(|i| relates(i) || leads_to(i))
    }

    /// A colon or dash at a place of the sentence; a hyphen is a dash between spaces.
    pub(super) fn opens_a_list(&self, at: usize) -> bool {
        let Some(token) = self.tokens().get(at).filter(|t| t.kind == Kind::Punct) else { return false };
        let spaced = || {
            let (before, behind) = (&self.block()[..token.start as usize], &self.block()[token.end as usize..]);
            before.ends_with(' ') && behind.starts_with(' ')
        };
        match token.word.as_punct() {
            Some(':' | '\u{2013}' | '\u{2014}' | '(') => true,
            Some('-') => spaced(),
            _ => false,
        }
    }
}

/// Whether a word is one of a list, whatever its case.
pub(super) fn is_one_of(words: &[&str], word: &str) -> bool {
    words.iter().any(|known| known.eq_ignore_ascii_case(word))
}

//! The content words of sentences as stems, so that "issues" and "issuing" are one word; and the names and dates beside
//! them.

use super::context_words::{EMPTY, IRREGULAR};
use crate::claim::Reading;
use crate::token::{Class, Kind, Token};

/// The stems of the content words among some tokens of a block, each once.
pub(super) fn content_stems(reading: &Reading<'_>, block: &str, tokens: &[Token]) -> Vec<String> {
    Words { reading, text: block }.stems(tokens)
}

/// A block, as far as its content words are asked for.
#[derive(Clone, Copy)]
pub(super) struct Words<'r, 'd> {
    pub reading: &'r Reading<'d>,
    pub text: &'r str,
}

impl<'r> Words<'r, '_> {
    /// The stems of the headline, which ends where the block `body` begins; each once.
    pub(super) fn of_headline(self, body: u32) -> Vec<String> {
        let sentences = self.reading.sentences.iter().take_while(|s| s.block < body);
        let mut stems = Vec::new();
        for sentence in sentences {
            let text = &self.reading.document.blocks[sentence.block as usize].text;
            let tokens = &self.reading.tokens[sentence.tokens.start as usize..sentence.tokens.end as usize];
            for stem in (Words { text, ..self }).stems(tokens) {
                if !stems.contains(&stem) {
                    stems.push(stem);
                }
            }
        }
        stems
    }

    /// The stems of the content words, each once.
    pub(super) fn stems(self, tokens: &[Token]) -> Vec<String> {
        let mut stems = Vec::new();
        for token in tokens {
            if let Some(stem) = self.stem(token)
                && !stems.contains(&stem)
            {
                stems.push(stem);
            }
        }
        stems
    }

    pub(super) fn is_date(self, token: &Token) -> bool {
        token.kind == Kind::Word && self.class(token).contains(Class::MONTH) || self.is_year(token)
    }

    pub(super) fn is_year(self, token: &Token) -> bool {
        token.kind == Kind::Digits
            && token.end - token.start == 4
            && matches!(token.text(self.text).as_bytes(), [b'1', b'9', ..] | [b'2', b'0', ..])
    }

    /// The capitalised words of a sentence, its first left out, that stand around a figure.
    pub(super) fn names(self, inside: &[Token], around: &[Token]) -> Vec<&'r str> {
        let from = around.first().map_or(0, |t| t.start).max(inside.first().map_or(0, |t| t.start));
        around
            .iter()
            .filter(|t| t.start >= from && t.kind == Kind::Word && t.capital() && self.stem(t).is_some())
            .map(|t| t.text(self.text))
            .collect()
    }

    pub(super) fn class(self, token: &Token) -> Class {
        self.reading.vocabulary.lexicon.class(token.word)
    }

    /// "issues", "issuing", "issued" are "issu"; function words, units and names of months are nothing.
    fn stem(self, token: &Token) -> Option<String> {
        const FUNCTION: Class = Class::DETERMINER
            .union(Class::PREPOSITION)
            .union(Class::CONJUNCTION)
            .union(Class::SUBORDINATOR)
            .union(Class::RELATIVE)
            .union(Class::PRONOUN)
            .union(Class::AUXILIARY)
            .union(Class::HEDGE)
            .union(Class::REPORTING)
            .union(Class::MAGNITUDE)
            .union(Class::SHORT_MAGNITUDE)
            .union(Class::CURRENCY)
            .union(Class::PERCENT)
            .union(Class::ADVERB)
            .union(Class::CARDINAL)
            .union(Class::UNIT)
            .union(Class::MONTH)
            .union(Class::WEEKDAY)
            .union(Class::TIME_UNIT);
        if token.kind != Kind::Word || token.end - token.start < 3 || self.class(token).intersects(FUNCTION) {
            return None;
        }
        let lower = token.text(self.text).to_lowercase();
        if EMPTY.contains(&lower.as_str()) {
            return None;
        }
        if let Some((_, stem)) = IRREGULAR.iter().find(|(form, _)| *form == lower) {
            return Some((*stem).to_owned());
        }
        let stem = ["ing", "ed", "es", "s", "e"]
            .iter()
            .find_map(|ending| lower.strip_suffix(ending).filter(|stem| stem.chars().count() >= 3))
            .unwrap_or(&lower);
        Some(stem.chars().take(6).collect())
    }
}

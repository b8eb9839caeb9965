//! The content words of sentences as stems, so that "issues" and "issuing" are one word; and the names and dates beside
//! them.

use super::words::{EMPTY, IRREGULAR};
use crate::claim::Reading;
use crate::span::Span;
use crate::token::{Class, Kind, Token, tokenize};

/// The stems of the content words among some tokens of a block, each once.
pub(in crate::check) fn content_stems(reading: &Reading<'_>, block: &str, tokens: &[Token]) -> Vec<String> {
    Words { reading, text: block }.stems(tokens)
}

/// The stems of the content words of a header, which is no block of its own.
pub(in crate::check) fn stems_of(reading: &Reading<'_>, header: &str) -> Vec<String> {
    let mut tokens = Vec::new();
    tokenize(header, &reading.vocabulary.lexicon, &mut tokens);
    content_stems(reading, header, &tokens)
}

/// A block, as far as its content words are asked for.
#[derive(Clone, Copy)]
pub(in crate::check) struct Words<'r, 'd> {
    pub reading: &'r Reading<'d>,
    pub text: &'r str,
}

impl<'r> Words<'r, '_> {
    /// The stems of the headline, which ends where the block `body` begins; each once.
    pub(in crate::check) fn of_headline(self, body: u32) -> Vec<String> {
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
    pub(in crate::check) fn stems(self, tokens: &[Token]) -> Vec<String> {
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

    pub(in crate::check) fn is_date(self, token: &Token) -> bool {
        token.kind == Kind::Word && self.class(token).contains(Class::MONTH) || self.is_year(token)
    }

    pub(in crate::check) fn is_day_or_month(self, token: &Token) -> bool {
        token.kind == Kind::Word && token.capital() && self.class(token).intersects(Class::WEEKDAY | Class::MONTH)
    }

    pub(in crate::check) fn is_year(self, token: &Token) -> bool {
        token.kind == Kind::Digits
            && token.end - token.start == 4
            && matches!(token.text(self.text).as_bytes(), [b'1', b'9', ..] | [b'2', b'0', ..])
    }

    /// The capitalised words of a sentence, its first left out, that stand around a figure.
    pub(in crate::check) fn names(self, inside: &[Token], around: &[Token]) -> Vec<&'r str> {
        let from = around.first().map_or(0, |t| t.start).max(inside.first().map_or(0, |t| t.start));
        around
            .iter()
            .filter(|t| t.start >= from && t.kind == Kind::Word && t.capital() && self.stem(t).is_some())
            .map(|t| t.text(self.text))
            .collect()
    }

    /// "Oslo's mayor", and not "It", "The company" or "Analysts" at the beginning of a sentence.
    pub(in crate::check) fn names_somebody(self, tokens: &[Token], source: Span) -> bool {
        let nobody = Class::PRONOUN | Class::DETERMINER | Class::PERSON;
        tokens.iter().any(|t| source.contains(t.span()) && t.capital() && !self.class(t).intersects(nobody))
    }

    /// The stems of what an amount is told of, before and behind it: "a fine of $2m", "the fine was $2m"; "$2m in
    /// fines", "the $2m fine".
    pub(in crate::check) fn told(self, before: &[Token], behind: &[Token]) -> [Option<String>; 2] {
        let text = |token: &Token| token.text(self.text);
        let links = |t: &&Token| {
            matches!(text(t), "of" | "worth") || self.class(t).intersects(Class::AUXILIARY | Class::ADVERB)
        };
        let linked = before.iter().rev().take_while(links).count();
        let of = before.iter().rev().nth(linked).filter(|_| linked > 0);
        let next = usize::from(behind.first().is_some_and(|t| matches!(text(t), "in" | "of" | "worth")));
        let noun = behind.get(next).filter(|t| !t.capital());
        [of, noun].map(|token| token.and_then(|t| self.stem(t)))
    }

    /// The words behind a capitalised one, as stems, with it: "Eastfield School", "Peru's exports".
    pub(in crate::check) fn bearers(self, around: &[Token]) -> Vec<(String, &'r str)> {
        let named = |at: usize| {
            let clitic = around[at - 1].kind == Kind::Clitic;
            let name = &around[at.checked_sub(1 + usize::from(clitic))?];
            let is_name = name.kind == Kind::Word && name.capital() && self.stem(name).is_some();
            is_name.then(|| Some((self.stem(&around[at])?, name.text(self.text))))?
        };
        (1..around.len()).filter_map(named).collect()
    }

    pub(in crate::check) fn class(self, token: &Token) -> Class {
        self.reading.vocabulary.lexicon.class(token.word)
    }

    /// "issues", "issuing", "issued" are "issu"; function words, units and names of months are nothing.
    pub(in crate::check) fn stem(self, token: &Token) -> Option<String> {
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

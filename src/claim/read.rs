//! Takes a document through tokens, sentences, dates and quantities to claims, block by block, with buffers that are
//! used again for every block.

use std::cell::OnceCell;
use std::ops::Range;

use super::scene::Scene;
use super::segment::segments;
use super::{Dated, Mention, Reading, Sentence};
use crate::document::{Block, Document, dateline_tokens};
use crate::period::{DateExpr, DateOptions, DateOrder, read_dates_with};
use crate::quantity::{Quantity, read_quantities};
use crate::span::Span;
use crate::token::{Class, Lexicon, Token, Tokens, sentences, tokenize};
use crate::vocabulary::{Match, Meaning, Vocabulary};

/// Buffers of one block.
#[derive(Default)]
pub(super) struct Scratch {
    tokens: Vec<Token>,
    ranges: Vec<Range<usize>>,
    matches: Vec<Match>,
    dates: Vec<DateExpr>,
    options: DateOptions,
    taken: Vec<Span>,
    quantities: Vec<Quantity>,
}

impl<'a> Reading<'a> {
    /// Reads a document.
    pub fn read(document: &'a Document<'a>, vocabulary: &'a Vocabulary) -> Self {
        Self::read_with(document, vocabulary, DateOptions::default())
    }

    /// Reads a document whose dates mean what the configuration says, where the document does not say it itself: its
    /// own date is the anchor, and the order that its numeric dates show wins.
    pub fn read_with(document: &'a Document<'a>, vocabulary: &'a Vocabulary, configured: DateOptions) -> Self {
        let mut reading = Self {
            document,
            vocabulary,
            tokens: Vec::with_capacity(document.source.len() / 5),
            sentences: Vec::new(),
            mentions: Vec::new(),
            dates: Vec::new(),
            claims: Vec::new(),
            topic: None,
            foreign: false,
            in_headline: Vec::new(),
            places_before: Vec::new(),
            cued: vec![false; vocabulary.measures.len()],
            known: Vec::new(),
        };
        let order = DateOrder::evident_in_all(document.blocks.iter().map(|block| &*block.text));
        let anchor = document.metadata.date.or(configured.anchor);
        let options = DateOptions { anchor, order: order.or(configured.order), ..configured };
        let mut scratch = Scratch { options, ..Scratch::default() };
        for (index, block) in document.blocks.iter().enumerate() {
            tokenize(&block.text, &vocabulary.lexicon, &mut scratch.tokens);
            if !reading.foreign {
                reading.block(index as u32, block, &mut scratch);
            }
            reading.tokens.extend_from_slice(&scratch.tokens);
            if index < 8 && reading.is_foreign() {
                reading.forget();
            }
        }
        reading.topic = reading.find_topic();
        reading.note_places();
        reading.settle_measures();
        reading.read_tables(options);
        reading.infer_periods();
        reading.settle_money();
        reading
    }

    /// Remembers which measures the text has cues of, but for what did not come to pass.
    fn note_cues(&mut self, scene: &Scene<'_>) {
        for found in scene.matches {
            if let Meaning::Cue(measure) = found.meaning
                && !super::denied::is_averted(scene, found.start as usize)
            {
                self.cued[measure.0 as usize] = true;
            }
        }
    }

    fn block(&mut self, index: u32, block: &Block<'_>, scratch: &mut Scratch) {
        let lexicon = &self.vocabulary.lexicon;
        sentences(&scratch.tokens, lexicon, &mut scratch.ranges);
        scratch.matches.clear();
        self.vocabulary.find(&block.text, &scratch.tokens, &mut scratch.matches);
        let mut matches_from = 0;
        for range in std::mem::take(&mut scratch.ranges) {
            let upto =
                matches_from + scratch.matches[matches_from..].partition_point(|m| (m.start as usize) < range.end);
            self.sentence(index, block, range, matches_from..upto, scratch);
            matches_from = upto;
        }
    }

    fn sentence(
        &mut self,
        index: u32,
        block: &Block<'_>,
        range: Range<usize>,
        matches: Range<usize>,
        scratch: &mut Scratch,
    ) {
        let base = self.tokens.len() as u32;
        let number = self.sentences.len() as u32;
        let (first_mention, first_date, first_claim) =
            (self.mentions.len() as u32, self.dates.len() as u32, self.claims.len() as u32);
        let lexicon = &self.vocabulary.lexicon;
        for found in &scratch.matches[matches.clone()] {
            self.mention(*found, &scratch.tokens, base, number);
        }
        let whole = Tokens::new(&block.text, &scratch.tokens, lexicon);
        scratch.dates.clear();
        read_dates_with(whole, range.clone(), scratch.options, &mut scratch.dates);
        scratch.taken.clear();
        scratch.taken.extend(scratch.dates.iter().map(|d| d.span));
        scratch.quantities.clear();
        let of_sentence = Tokens::new(&block.text, &scratch.tokens[range.clone()], lexicon);
        read_quantities(of_sentence, range.start as u32, &scratch.taken, &mut scratch.quantities);
        let cues = scratch.matches[matches.clone()].iter().any(|m| matches!(m.meaning, Meaning::Cue(_)));
        if cues || !scratch.quantities.is_empty() {
            let prose = if range.start == 0 { dateline_tokens(whole) } else { 0 };
            let mut scene = Scene {
                text: &block.text,
                tokens: &scratch.tokens,
                vocabulary: self.vocabulary,
                sentence: range.clone(),
                prose,
                number,
                base,
                first_mention,
                repeated: block.copy_of.is_some(),
                matches: &scratch.matches[matches],
                dates: &scratch.dates,
                segments: Vec::new(),
                figures: Vec::new(),
                verbs: OnceCell::new(),
            };
            super::victim::add(&scene, &block.kind, &mut scratch.quantities);
            super::age::settle(&scene, &mut scratch.quantities);
            scene.segments = segments(&block.text, &scratch.tokens, lexicon, range.clone(), &scratch.quantities);
            scene.figures.extend(scratch.quantities.iter().map(|q| q.tokens.0 as usize..q.tokens.1 as usize));
            self.note_cues(&scene);
            self.claims_of(&scene, &scratch.quantities);
            if block.copy_of.is_none() {
                self.note_known(&scene, &scratch.quantities);
            }
        }
        self.dates.extend(scratch.dates.drain(..).map(|expr| Dated { expr, sentence: number }));
        self.sentences.push(Sentence {
            block: index,
            tokens: base + range.start as u32..base + range.end as u32,
            claims: first_claim..self.claims.len() as u32,
            dates: first_date..self.dates.len() as u32,
            mentions: first_mention..self.mentions.len() as u32,
        });
    }

    fn mention(&mut self, found: Match, tokens: &[Token], base: u32, sentence: u32) {
        let (entity, demonym) = match found.meaning {
            Meaning::Name(entity) => (entity, false),
            Meaning::Demonym(entity) => (entity, true),
            _ => return,
        };
        if tokens
            .get(found.end as usize)
            .is_some_and(|next| next.capital() && self.vocabulary.lexicon.class(next.word).contains(Class::NAMESAKE))
        {
            return;
        }
        let span = Span::new(tokens[found.start as usize].start, tokens[found.end as usize - 1].end);
        self.mentions.push(Mention { entity, demonym, span, token: base + found.start, sentence });
    }
}

/// The lexicon's classes of every token; used by the builders that take slices.
pub(super) fn class_of(lexicon: &Lexicon, token: Token) -> Class {
    lexicon.class(token.word)
}

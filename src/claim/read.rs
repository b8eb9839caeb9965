//! Takes a document through tokens, sentences, dates and quantities to claims, block by block, with buffers that are
//! used again for every block.

use std::cell::OnceCell;
use std::ops::Range;

use super::segment::segments;
use super::{Claim, Dated, Mention, Reading, Sentence, Topic};
use crate::document::{Block, Document};
use crate::period::{DateExpr, DateOptions, DateOrder, read_dates_with};
use crate::quantity::{Change, Number, Quantity, Unit, VagueRow, read_quantities};
use crate::span::Span;
use crate::token::{Class, Kind, Lexicon, Token, Tokens, sentences, tokenize};
use crate::vocabulary::{Match, Meaning, MeasureId, Vocabulary};

/// Words that are looked at to tell the language of a text.
const LANGUAGE_SAMPLE: usize = 400;

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

    /// The indices of the tokens that lie in a span of the block.
    pub(super) fn tokens_in(&self, span: Span) -> Range<usize> {
        let start = self.tokens.partition_point(|t| t.end <= span.start);
        let end = self.tokens.partition_point(|t| t.start < span.end);
        start..end.max(start)
    }
}

impl<'a> Reading<'a> {
    /// Reads a document.
    pub fn read(document: &'a Document<'a>, vocabulary: &'a Vocabulary) -> Self {
        Self::read_with(document, vocabulary, DateOptions::default())
    }

    /// Reads a document whose dates mean what the configuration says, where the document does not say it itself: its own
    /// date is the anchor, and the order that its numeric dates show wins.
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
            cued: vec![false; vocabulary.measures.len()],
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
        reading.settle_measures();
        reading.settle_money();
        reading
    }

    /// Remembers which measures the text has cues of, but for what did not come to pass.
    fn note_cues(&mut self, scene: &Scene<'_>) {
        for found in scene.matches {
            if let Meaning::Cue(measure) = found.meaning
                && !super::govern::is_averted(scene, found.start as usize)
            {
                self.cued[measure.0 as usize] = true;
            }
        }
    }

    /// Gives claims of a measure that the whole text settles their measure: people shot were injured where the text
    /// names no dead.
    fn settle_measures(&mut self) {
        let vocabulary = self.vocabulary;
        let settled = |id: MeasureId| {
            let own = &vocabulary.measures[id.0 as usize];
            let unless = own.unless.as_deref().and_then(|other| vocabulary.measure(other));
            let open = unless.is_none_or(|other| !self.cued[other.0 as usize]);
            own.settles.as_deref().filter(|_| open).and_then(|other| vocabulary.measure(other))
        };
        let settles: Vec<Option<MeasureId>> =
            (0..vocabulary.measures.len()).map(|at| settled(MeasureId(at as u16))).collect();
        for claim in &mut self.claims {
            if let Some(measure) = claim.measure {
                claim.measure = settles[measure.0 as usize].or(claim.measure);
            }
        }
    }

    /// Whether the words so far are not English: hardly any of the commonest function words among enough words.
    fn is_foreign(&self) -> bool {
        let words: Vec<_> = self.tokens.iter().filter(|t| t.kind == Kind::Word).take(LANGUAGE_SAMPLE).collect();
        let common = Class::DETERMINER | Class::PREPOSITION | Class::CONJUNCTION | Class::AUXILIARY | Class::PRONOUN;
        let known = words.iter().filter(|t| self.vocabulary.lexicon.class(t.word).intersects(common)).count();
        words.len() >= 60 && known * 8 < words.len()
    }

    fn forget(&mut self) {
        self.foreign = true;
        self.claims.clear();
        self.dates.clear();
        self.mentions.clear();
        self.sentences.clear();
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
            let mut scene = Scene {
                text: &block.text,
                tokens: &scratch.tokens,
                vocabulary: self.vocabulary,
                sentence: range.clone(),
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
            self.claims_of(&scene, &scratch.quantities, base, number, first_mention, block.repeated);
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

    /// The claims of one sentence.
    fn claims_of(
        &mut self,
        scene: &Scene<'_>,
        quantities: &[Quantity],
        base: u32,
        sentence: u32,
        first_mention: u32,
        repeated: bool,
    ) {
        let measures = super::measure::measures(scene, quantities);
        let modalities = super::modality::modalities(scene, quantities);
        let attribution = super::attribution::source(scene);
        let first_date = self.dates.len() as u32;
        let first_claim = self.claims.len();
        for (at, quantity) in quantities.iter().enumerate() {
            let mut quantity = quantity.clone();
            let measure = measures[at].or_else(|| self.measure_of_whole(scene, &quantity));
            self.settle_unit(scene, &mut quantity, measure, first_mention);
            if is_left_to_its_measure(&quantity) && measure.is_none() {
                continue;
            }
            let segment = &scene.segments[at];
            let (time, as_of) =
                super::time::of(scene, quantities, at, measure, self.document.metadata.date, first_date);
            if self.counts_others(first_claim, scene, &quantity, measure) {
                quantity.change = None;
            }
            let change = quantity.change;
            let period = time.or_else(|| self.inherited_period(first_claim, scene, at, measure, change));
            self.claims.push(Claim {
                measure,
                sentence,
                segment: base + segment.start as u32..base + segment.end as u32,
                about: Vec::new(),
                qualifiers: super::qualifier::qualifiers(scene, &quantity, measure, segment),
                period,
                as_of: as_of.or(self.document.metadata.date),
                as_of_stated: as_of.is_some(),
                modality: modalities[at].0,
                standing: modalities[at].1,
                attribution,
                repeated,
                quantity,
            });
        }
        self.fill_about(scene, base, first_claim, first_mention);
    }

    /// "Only 3 million euros of this sum": the measure of the money that was spoken of last.
    fn measure_of_whole(&self, scene: &Scene<'_>, quantity: &Quantity) -> Option<MeasureId> {
        let end = quantity.tokens.1 as usize;
        let anaphoric = matches!(quantity.unit, Unit::Money(_))
            && scene.word(end) == "of"
            && matches!(scene.word(end + 1), "this" | "that" | "the")
            && matches!(scene.word(end + 2), "amount" | "sum" | "money" | "total");
        let whole = || self.claims.iter().rev().find(|before| before.quantity.unit == quantity.unit);
        whole().filter(|_| anaphoric)?.measure
    }

    /// "killed three people and left eight more wounded": people besides those before, and no rise. "4 more than in
    /// April" is one.
    fn counts_others(
        &self,
        first_claim: usize,
        scene: &Scene<'_>,
        quantity: &Quantity,
        measure: Option<MeasureId>,
    ) -> bool {
        let others = quantity.change == Some(Change::Increase)
            && matches!(quantity.unit, Unit::Person | Unit::Thing | Unit::None)
            && quantity.tokens.0 + 1 < quantity.tokens.1
            && scene.word(quantity.tokens.1 as usize) != "than";
        let counts_people = |measure: MeasureId| {
            self.vocabulary.measures[measure.0 as usize].counts == crate::vocabulary::Counts::Person
        };
        others
            && measure.is_some_and(counts_people)
            && self.claims[first_claim..].last().is_some_and(|before| {
                before.quantity.change.is_none()
                    && before.measure != measure
                    && before.measure.is_some_and(counts_people)
            })
    }

    /// A figure without a period of its own in a gapped clause has that of the figure before it.
    fn inherited_period(
        &self,
        first_claim: usize,
        scene: &Scene<'_>,
        at: usize,
        measure: Option<MeasureId>,
        change: Option<Change>,
    ) -> Option<super::ClaimPeriod> {
        let before = self.claims[first_claim..].last()?;
        let same = measure.is_some() && before.measure.is_some() && before.quantity.change == change;
        let gapped = || at > 0 && !super::segment::has_verb(scene, at);
        // "gets 40 more boats next year, doubling its fleet": a multiple has no words of its own.
        let shared = || matches!(scene.word(scene.figures[at].start), "doubling" | "tripling" | "trebling" | "halving");
        let period = before.period.filter(|_| same && gapped() || shared())?;
        // "from 20 a year earlier": the year before is of that figure alone.
        let own = period.date.and_then(|date| scene.dates.get((date as usize).checked_sub(self.dates.len())?));
        if own.is_some_and(|date| date.dependent) {
            return None;
        }
        Some(super::ClaimPeriod { origin: super::PeriodOrigin::Inherited, ..period })
    }

    /// People where the measure counts people or the head noun is a demonym ("two dozen Jamaicans").
    fn settle_unit(&self, scene: &Scene<'_>, quantity: &mut Quantity, measure: Option<MeasureId>, first_mention: u32) {
        let counts_people =
            measure.is_some_and(|m| self.vocabulary.measures[m.0 as usize].counts == crate::vocabulary::Counts::Person);
        match quantity.unit {
            Unit::None if counts_people => quantity.unit = Unit::Person,
            // "31 deaths": a noun of the measure's own that stands for people.
            Unit::Thing if counts_people && measure.is_some_and(|m| super::counts::is_noun_of(scene, m, quantity)) => {
                quantity.unit = Unit::Person;
            }
            Unit::Thing => {
                let head = quantity.noun.map(|n| n.head);
                let demonym = self.mentions[first_mention as usize..].iter().any(|m| m.demonym && Some(m.span) == head);
                if demonym {
                    quantity.unit = Unit::Person;
                }
            }
            _ => {}
        }
    }

    /// The place named most often; the country counts for what lies in it.
    fn find_topic(&self) -> Option<Topic> {
        let mut counts: Vec<(crate::vocabulary::EntityId, u32)> = Vec::new();
        for mention in &self.mentions {
            let Some(country) = self.vocabulary.country_of(mention.entity) else {
                continue;
            };
            match counts.iter_mut().find(|(place, _)| *place == country) {
                Some((_, count)) => *count += 1,
                None => counts.push((country, 1)),
            }
        }
        // Of two named equally often, the one named first: `max_by_key` keeps the last, so the list is turned round.
        let &(place, count) = counts.iter().rev().max_by_key(|(_, count)| *count)?;
        let unrivalled = counts.iter().all(|(other, rival)| *other == place || rival * 2 <= count);
        Some(Topic { place, count, unrivalled })
    }
}

/// "several people", "a few villages" are figures only where the vocabulary knows what they are figures of.
fn is_left_to_its_measure(quantity: &Quantity) -> bool {
    let few = matches!(quantity.number, Number::Vague(v) if matches!(v.row, VagueRow::Couple | VagueRow::Few | VagueRow::Several));
    few && !matches!(quantity.unit, Unit::Duration(_) | Unit::Money(_) | Unit::Measure(_))
}

/// The lexicon's classes of every token; used by the builders that take slices.
pub(super) fn class_of(lexicon: &Lexicon, token: Token) -> Class {
    lexicon.class(token.word)
}

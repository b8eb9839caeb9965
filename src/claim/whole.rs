//! What only the whole text tells: its language, the place that it is about, and what was meant by words that may mean
//! two measures.

use super::{Reading, Topic};
use crate::token::{Class, Kind};
use crate::vocabulary::{EntityId, MeasureId};

/// Words that are looked at to tell the language of a text.
const LANGUAGE_SAMPLE: usize = 400;

impl Reading<'_> {
    /// Gives claims of a measure that the whole text settles their measure: people shot were injured where the text
    /// names no dead.
    pub(super) fn settle_measures(&mut self) {
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
        self.settle_known(&settles);
    }

    /// Whether the words so far are not English: hardly any of the commonest function words among enough words.
    pub(super) fn is_foreign(&self) -> bool {
        let words: Vec<_> = self.tokens.iter().filter(|t| t.kind == Kind::Word).take(LANGUAGE_SAMPLE).collect();
        let common = Class::DETERMINER | Class::PREPOSITION | Class::CONJUNCTION | Class::AUXILIARY | Class::PRONOUN;
        let known = words.iter().filter(|t| self.vocabulary.lexicon.class(t.word).intersects(common)).count();
        words.len() >= 60 && known * 8 < words.len()
    }

    pub(super) fn forget(&mut self) {
        self.foreign = true;
        self.claims.clear();
        self.known.clear();
        self.dates.clear();
        self.mentions.clear();
        self.sentences.clear();
    }

    /// The place named most often; the country counts for what lies in it.
    pub(super) fn find_topic(&self) -> Option<Topic> {
        let mut counts: Vec<(EntityId, u32)> = Vec::new();
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

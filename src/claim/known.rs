//! The one victim of whom a text tells by name, pronoun or "the" alone: "Moore was fatally shot", "he was pronounced
//! dead", "the death of Ray Colby". Most of those are among the people whom the text counts elsewhere; where it counts
//! nobody and tells of one person only, that one is the toll.

use std::cell::OnceCell;
use std::collections::HashSet;

use rust_decimal::Decimal;

use super::befallen::{before, behind, is_open};
use super::denied::is_averted;
use super::scene::Scene;
use super::segment::segments;
use super::victim::unnumbered;
use super::whom::Who;
use super::{Claim, Reading, Standing};
use crate::quantity::{Quantity, Unit};
use crate::token::Kind;
use crate::vocabulary::{Counts, Meaning, MeasureId, Vocabulary};

/// A person known already, with what befell him.
#[derive(Debug)]
pub(super) struct Known {
    claim: Claim,
    who: Who,
}

impl Reading<'_> {
    /// Remembers whom the sentence tells of without counting.
    pub(super) fn note_known(&mut self, scene: &Scene<'_>, quantities: &[Quantity]) {
        for found in scene.matches {
            let Meaning::Cue(measure) = found.meaning else { continue };
            let (start, end) = (found.start as usize, found.end as usize);
            if !is_of_a_toll(scene.vocabulary, measure) || is_open(scene, start) || is_averted(scene, start) {
                continue;
            }
            let Some(person) = behind(scene, start, end).or_else(|| before(scene, start, end)) else { continue };
            let quantity = unnumbered(scene, person.from, person.last, Decimal::from(person.count));
            if quantities.iter().any(|q| q.unit == Unit::Person && q.span.overlaps(quantity.span)) {
                continue;
            }
            let quantities = [quantity];
            let alone = Scene {
                segments: segments(
                    scene.text,
                    scene.tokens,
                    &scene.vocabulary.lexicon,
                    scene.sentence.clone(),
                    &quantities,
                ),
                figures: std::iter::once(person.from..person.last + 1).collect(),
                sentence: scene.sentence.clone(),
                verbs: OnceCell::new(),
                ..*scene
            };
            let claims = self.claims.len();
            self.claims_of(&alone, &quantities);
            let read = self.claims.split_off(claims).into_iter().filter(|claim| claim.measure.is_some());
            self.known.extend(
                read.map(|claim| Known {
                    claim: Claim { standing: Standing::Named, ..claim },
                    who: person.who.clone(),
                }),
            );
        }
    }

    /// Counts the one known person of each measure of which the text counts nobody. `settled` says what the whole text
    /// makes of a measure.
    pub(super) fn settle_known(&mut self, settled: &[Option<MeasureId>]) {
        let mut known = std::mem::take(&mut self.known);
        for one in &mut known {
            let own = one.claim.measure.and_then(|measure| settled[measure.0 as usize]);
            one.claim.measure = own.or(one.claim.measure);
        }
        let surnames = self.surnames(&known);
        known.retain(|one| match &one.who {
            Who::Name(name) => name.contains(' ') || surnames.contains(name.as_str()),
            _ => true,
        });
        // Where somebody died, "he" and "the victim" may well be the one who did.
        known
            .retain(|one| matches!(one.who, Who::Name(_)) || !one.claim.measure.is_some_and(|m| self.may_have_died(m)));
        known.sort_by_key(|one| std::cmp::Reverse(one.claim.quantity.number.value()));
        let mut done: Vec<MeasureId> = Vec::new();
        for one in &known {
            let Some(measure) = one.claim.measure.filter(|measure| !done.contains(measure)) else { continue };
            done.push(measure);
            let open = self.vocabulary.measures[measure.0 as usize].settles.is_some();
            let counted = self.claims.iter().any(|claim| claim.measure == Some(measure));
            let of_it = known.iter().filter(|other| other.claim.measure == Some(measure));
            if !open && !counted && are_one(of_it.map(|other| &other.who)) {
                self.insert(one.claim.clone());
            }
        }
    }

    /// Whether the text tells of what those of a measure may have suffered instead: the injured, that they died.
    fn may_have_died(&self, measure: MeasureId) -> bool {
        let own = &self.vocabulary.measures[measure.0 as usize].id;
        let open = self.vocabulary.measures.iter().filter(|other| other.settles.as_ref() == Some(own));
        let mut instead = open.filter_map(|other| self.vocabulary.measure(other.unless.as_deref()?));
        instead.any(|other| self.cued[other.0 as usize])
    }

    /// The names of one word of those known that the text gives with a first name as well.
    fn surnames(&self, known: &[Known]) -> HashSet<String> {
        let lone = known.iter().filter_map(|one| match &one.who {
            Who::Name(name) if !name.contains(' ') => Some(name.as_str()),
            _ => None,
        });
        let lone: HashSet<&str> = lone.collect();
        let mut surnames = HashSet::new();
        for sentence in self.sentences.iter().filter(|_| !lone.is_empty()) {
            let text = &self.document.blocks[sentence.block as usize].text;
            let tokens = &self.tokens[sentence.tokens.start as usize..sentence.tokens.end as usize];
            for pair in tokens.windows(2) {
                let first = pair[0].kind == Kind::Word
                    && pair[0].capital()
                    && self.vocabulary.lexicon.class(pair[0].word).is_empty();
                if first && pair[1].capital() && lone.contains(pair[1].text(text)) {
                    surnames.insert(pair[1].text(text).to_owned());
                }
            }
        }
        surnames
    }

    fn insert(&mut self, claim: Claim) {
        let own = &self.sentences[claim.sentence as usize].claims;
        let before = self.claims[own.start as usize..own.end as usize]
            .partition_point(|other| other.quantity.span.start < claim.quantity.span.start);
        let at = own.start as usize + before;
        for sentence in &mut self.sentences[claim.sentence as usize..] {
            sentence.claims.end += 1;
        }
        for sentence in &mut self.sentences[claim.sentence as usize + 1..] {
            sentence.claims.start += 1;
        }
        self.claims.insert(at, claim);
    }
}

/// Whether a measure counts those killed or hurt, or who may be either.
fn is_of_a_toll(vocabulary: &Vocabulary, measure: MeasureId) -> bool {
    let own = &vocabulary.measures[measure.0 as usize];
    let summed = || vocabulary.measures.iter().any(|group| group.sum_of.contains(&own.id));
    own.counts == Counts::Person && own.accumulates && (own.settles.is_some() || summed())
}

/// Whether all that people are called may be said of one. Nobody is called much more than this in a text.
fn are_one<'k>(called: impl Iterator<Item = &'k Who>) -> bool {
    const MOST: usize = 8;
    let mut distinct: Vec<&Who> = Vec::new();
    for who in called {
        if distinct.contains(&who) {
            continue;
        }
        if distinct.len() == MOST || !distinct.iter().all(|other| other.may_be(who)) {
            return false;
        }
        distinct.push(who);
    }
    true
}

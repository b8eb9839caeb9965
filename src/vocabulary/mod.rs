//! What figures can be about: measures and entities, declared in rule files and compiled into phrases over the
//! lexicon's words, so that every cue and every name of a text is found in the one pass over its tokens.

#[cfg(test)]
mod bundled;
mod compile;
pub mod entity;
pub mod measure;
mod phrase;
pub mod places;

#[cfg(test)]
pub(crate) use bundled::Declarations;
pub use entity::{Entity, EntityId, EntityKind};
pub use measure::{Counts, Measure, MeasureId};
pub use phrase::{Match, Phrases};

use crate::token::{Lexicon, LexiconBuilder, Token};

/// All measures and entities with their compiled phrases.
#[derive(Debug)]
pub struct Vocabulary {
    /// Measures; a [`MeasureId`] is an index.
    pub measures: Vec<Measure>,
    /// Entities; an [`EntityId`] is an index.
    pub entities: Vec<Entity>,
    /// Cues, names and the phrases that are neither.
    pub phrases: Phrases,
    /// For every entity what it lies in, and what else.
    parents: Vec<[Option<EntityId>; 2]>,
    /// The words of all grammars and of this vocabulary.
    pub lexicon: Lexicon,
}

/// What a phrase of the vocabulary stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Meaning {
    /// A cue of a measure.
    Cue(MeasureId),
    /// A phrase that looks like a cue and is none ("killed off the bill").
    NotCue(MeasureId),
    /// A word that narrows a measure ("underlying profit").
    Qualifier(MeasureId),
    /// A counted noun that says the measure by itself ("police officers").
    Noun(MeasureId),
    /// A name of an entity.
    Name(EntityId),
    /// A demonym of a place: "Haitian", "Kenyans".
    Demonym(EntityId),
}

/// How many steps from a place to what contains it; more means that rule files put two places in each other.
const DEEPEST: usize = 8;

impl Vocabulary {
    /// Compiles measures and entities (the built-in places are added here) with the lexicon of all grammars.
    ///
    /// What is declared again (the same measure id; the same name and kind of entity) adds its words to the first
    /// declaration, so that users' rule files extend the bundled ones.
    pub fn new(measures: Vec<Measure>, entities: Vec<Entity>) -> Self {
        let measures = merge(Vec::new(), measures, |a, b| a.id == b.id, Measure::extend);
        let entities = merge(
            places::countries(),
            entities,
            |a, b| a.kind == b.kind && a.name.eq_ignore_ascii_case(&b.name),
            Entity::extend,
        );
        let mut builder: LexiconBuilder = Lexicon::builder();
        crate::quantity::unit::register(&mut builder);
        let phrases = Phrases::compile(&measures, &entities, &mut builder);
        let lexicon = builder.build();
        let parents = parents_of(&entities, &phrases, &lexicon);
        Self { measures, entities, phrases, parents, lexicon }
    }

    /// The measure with this id.
    pub fn measure(&self, id: &str) -> Option<MeasureId> {
        self.measures.iter().position(|m| m.id == id).map(|at| MeasureId(at as u16))
    }

    /// The entity with this name or alias, whatever its case and with or without "the".
    pub fn entity(&self, name: &str) -> Option<EntityId> {
        self.phrases.entity_named(name, &self.lexicon)
    }

    /// Appends every cue, counted noun and name among the tokens; see [`Phrases::find`].
    pub fn find(&self, text: &str, tokens: &[Token], out: &mut Vec<Match>) {
        self.phrases.find(text, tokens, &self.lexicon, out);
    }

    /// What an entity lies in, directly: one place, or two for those that lie in both.
    pub fn parents(&self, entity: EntityId) -> impl Iterator<Item = EntityId> {
        self.parents.get(entity.0 as usize).copied().unwrap_or_default().into_iter().flatten()
    }

    /// Whether `inner` lies within `outer` or in something that does; nothing lies within itself.
    pub fn contains(&self, outer: EntityId, inner: EntityId) -> bool {
        self.reaches(inner, outer, DEEPEST)
    }

    /// The country an entity is or lies in; none for continents and for what lies in no known country.
    pub fn country_of(&self, entity: EntityId) -> Option<EntityId> {
        let mut at = entity;
        for _ in 0..DEEPEST {
            if self.entities.get(at.0 as usize)?.country {
                return Some(at);
            }
            at = self.parents(at).next()?;
        }
        None
    }

    fn reaches(&self, from: EntityId, to: EntityId, steps: usize) -> bool {
        steps > 0 && self.parents(from).any(|parent| parent == to || self.reaches(parent, to, steps - 1))
    }
}

/// Finds what every entity lies in by name. Cities of one country stand one after the other and share the search.
fn parents_of(entities: &[Entity], phrases: &Phrases, lexicon: &Lexicon) -> Vec<[Option<EntityId>; 2]> {
    let find = |name: &str| phrases.entity_named(name, lexicon);
    let mut last = ("", None);
    let mut parents = Vec::with_capacity(entities.len());
    for entity in entities {
        let within = entity.within.as_deref().unwrap_or_default();
        if last.0 != within {
            last = (within, find(within));
        }
        parents.push([last.1, entity.also_within.as_deref().and_then(find)]);
    }
    parents
}

/// Appends what is new and lets the rest extend what is there.
fn merge<T>(mut list: Vec<T>, more: Vec<T>, same: impl Fn(&T, &T) -> bool, extend: impl Fn(&mut T, T)) -> Vec<T> {
    for item in more {
        match list.iter_mut().find(|known| same(known, &item)) {
            Some(known) => extend(known, item),
            None => list.push(item),
        }
    }
    list
}

#[cfg(test)]
mod tests;

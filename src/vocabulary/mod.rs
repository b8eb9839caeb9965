//! What figures can be about: measures and entities, declared in rule files and compiled into phrases over the
//! lexicon's words, so that every cue and every name of a text is found in the one pass over its tokens.

pub mod entity;
pub mod measure;
mod phrase;
pub mod places;

pub use entity::{Entity, EntityId, EntityKind};
pub use measure::{Counts, Measure, MeasureId};
pub use phrase::{Match, Phrases};

use crate::token::{Lexicon, LexiconBuilder};

/// All measures and entities with their compiled phrases.
#[derive(Debug)]
pub struct Vocabulary {
    /// Measures; a [`MeasureId`] is an index.
    pub measures: Vec<Measure>,
    /// Entities; an [`EntityId`] is an index.
    pub entities: Vec<Entity>,
    /// Cues, names and the phrases that are neither.
    pub phrases: Phrases,
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
    /// A name of an entity.
    Name(EntityId),
    /// A demonym of a place: "Haitian", "Kenyans".
    Demonym(EntityId),
}

impl Vocabulary {
    /// Compiles measures and entities (the built-in places are added here) with the lexicon of all grammars.
    pub fn new(measures: Vec<Measure>, mut entities: Vec<Entity>) -> Self {
        entities.splice(0..0, places::countries());
        let mut builder: LexiconBuilder = Lexicon::builder();
        crate::quantity::unit::register(&mut builder);
        let phrases = Phrases::compile(&measures, &entities, &mut builder);
        Self {
            measures,
            entities,
            phrases,
            lexicon: builder.build(),
        }
    }

    /// The measure with this id.
    pub fn measure(&self, id: &str) -> Option<MeasureId> {
        self.measures
            .iter()
            .position(|m| m.id == id)
            .map(|at| MeasureId(at as u16))
    }

    /// The entity with this name or alias, whatever its case.
    pub fn entity(&self, name: &str) -> Option<EntityId> {
        self.phrases.entity_named(name)
    }
}

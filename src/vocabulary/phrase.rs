//! temporary
use super::{Entity, EntityId, Meaning, Measure};
use crate::token::{LexiconBuilder, Token};

/// Compiled phrases.
#[derive(Debug, Default)]
pub struct Phrases {}

/// A phrase found in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Match {
    /// First token, as index of the slice that was searched.
    pub start: u32,
    /// Token after the last one.
    pub end: u32,
    /// What it stands for.
    pub meaning: Meaning,
}

impl Phrases {
    /// Compiles.
    pub fn compile(
        _measures: &[Measure],
        _entities: &[Entity],
        _lexicon: &mut LexiconBuilder,
    ) -> Self {
        Self::default()
    }
    /// Finds.
    pub fn find(&self, _text: &str, _tokens: &[Token], _out: &mut Vec<Match>) {}
    /// Entity by name.
    pub fn entity_named(&self, _name: &str) -> Option<EntityId> {
        None
    }
}

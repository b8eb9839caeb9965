//! Two versions of a text: which figures changed, appeared and vanished, and which stayed behind, though another one
//! that they depend on has moved.
//!
//! Sentences are aligned first (`align`), then the figures inside them (`pair`). What differs between two mentions is
//! told by `aspect`. What stayed behind is shown by the rules: a working that was right and is wrong now (`behind`,
//! with `relation` for what would be right), and by the same figure said elsewhere (`same`).

mod align;
mod aspect;
mod behind;
mod pair;
mod relation;
mod same;
#[cfg(test)]
mod tests;
mod version;

use std::sync::Arc;

pub use aspect::Aspect;
pub use behind::{Behind, Reason, stayed_behind};
pub use version::{Figure, Said, Stated, Version};

use pair::Pairs;

/// A text in both versions, with its figures in pairs.
#[derive(Clone, Debug)]
pub struct Compared {
    /// Before.
    pub old: Arc<Version>,
    /// After.
    pub new: Arc<Version>,
    pairs: Pairs,
    /// What differs, for each figure of the new version; nothing for those that appeared.
    aspects: Vec<Vec<Aspect>>,
}

/// What happened to a figure.
#[derive(Clone, Debug)]
pub enum Change<'v> {
    /// It says something else.
    Changed {
        /// As it was.
        old: &'v Figure,
        /// As it is.
        new: &'v Figure,
        /// What differs, at least one.
        aspects: &'v [Aspect],
    },
    /// It is new.
    Appeared(&'v Figure),
    /// It is gone.
    Vanished(&'v Figure),
}

impl Compared {
    /// Compares two versions.
    pub fn of(old: Version, new: Version) -> Self {
        let pairs = Pairs::of(&old, &new);
        let aspects = |(at, new): (usize, &Figure)| {
            pairs.to_old[at].map_or_else(Vec::new, |old_at| aspect::aspects(&old.figures[old_at], new))
        };
        let aspects = new.figures.iter().enumerate().map(aspects).collect();
        Self { old: old.into(), new: new.into(), pairs, aspects }
    }

    /// A text that nobody changed.
    pub fn unchanged(version: Version) -> Self {
        let version = Arc::new(version);
        let pairs = Pairs::identity(version.figures.len());
        let aspects = vec![Vec::new(); version.figures.len()];
        Self { old: Arc::clone(&version), new: version, pairs, aspects }
    }

    /// What changed, in the order of the new version; what vanished stands behind what stood before it.
    pub fn changes(&self) -> Vec<Change<'_>> {
        let mut all = Vec::new();
        // Where each figure of the old version stands in the new one, or would stand: behind its last neighbour.
        let mut after = 0;
        for (at, new) in self.pairs.to_new.iter().enumerate() {
            match new {
                Some(new) => after = new + 1,
                None => all.push((after, 0, at, Change::Vanished(&self.old.figures[at]))),
            }
        }
        for (at, new) in self.new.figures.iter().enumerate() {
            match self.pairs.to_old[at] {
                None => all.push((at, 1, at, Change::Appeared(new))),
                Some(_) if self.aspects[at].is_empty() => {}
                Some(old) => {
                    let old = &self.old.figures[old];
                    all.push((at, 1, at, Change::Changed { old, new, aspects: &self.aspects[at] }));
                }
            }
        }
        all.sort_by_key(|(at, side, own, _)| (*at, *side, *own));
        all.into_iter().map(|(_, _, _, change)| change).collect()
    }

    /// Whether a figure of the new version says something else than before, so that others may have to change too.
    fn moved(&self, new: usize) -> bool {
        self.aspects[new].iter().any(|aspect| aspect.moves())
    }

    /// Whether a figure of the new version is an old one that did not move.
    fn stayed(&self, new: usize) -> bool {
        self.pairs.to_old[new].is_some() && !self.moved(new)
    }
}

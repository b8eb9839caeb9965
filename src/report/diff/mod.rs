//! What `figlint diff` prints: which figures changed between two versions, and which stayed behind.

mod human;
mod json;

pub use human::human;
pub use json::{json, jsonl};

use crate::diff::{Behind, Compared};

/// What came of comparing.
#[derive(Clone, Copy, Debug)]
pub struct Difference<'a> {
    /// The texts that have two versions.
    pub texts: &'a [Compared],
    /// What stayed behind, in them or elsewhere.
    pub behind: &'a [Behind],
}

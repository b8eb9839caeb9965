//! What is wrong with a reference set: every fault with its place, so that one run shows them all.

use std::ops::Range;
use std::sync::Arc;

use super::Fact;
use crate::span::{LineIndex, Span};
use crate::verdict::Place;

/// What was read from a reference set.
#[derive(Clone, Debug, Default)]
pub struct Loaded {
    /// The facts without a fault, in file order.
    pub facts: Vec<Arc<Fact>>,
    /// What is wrong with the others, in file order.
    pub faults: Vec<Fault>,
}

/// One fault in a reference set.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{message}")]
pub struct Fault {
    /// What is wrong, in one sentence.
    pub message: String,
    /// What would be right.
    pub help: Option<String>,
    /// The value or key that is wrong.
    pub place: Place,
    /// The other place, where two do not go together.
    pub other: Option<Place>,
}

/// A reference set in which nothing can be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{message}")]
pub struct Unreadable {
    /// Why.
    pub message: String,
    /// Bytes of the file where reading failed.
    pub span: Range<usize>,
}

/// The file that a set is read from.
#[derive(Debug)]
pub(super) struct Source<'a> {
    path: Arc<str>,
    pub(super) text: &'a str,
    lines: LineIndex,
}

/// Longest context of a place in a set, in bytes.
const CONTEXT: usize = 200;

impl<'a> Source<'a> {
    pub(super) fn new(path: &str, text: &'a str) -> Self {
        Self { path: path.into(), text, lines: LineIndex::new(text.as_bytes()) }
    }

    /// The place of some bytes, with the table they stand in as context.
    pub(super) fn place(&self, span: Span, table: Span) -> Place {
        let table = table.slice(self.text).trim();
        let end = (0..=CONTEXT.min(table.len())).rfind(|&at| table.is_char_boundary(at));
        let context = &table[..end.unwrap_or_default()];
        Place {
            path: self.path.clone(),
            span,
            start: self.lines.locate(span.start),
            end: self.lines.locate(span.end),
            context: context.into(),
        }
    }
}

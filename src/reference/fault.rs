//! What is wrong with a reference set: every fault with its place, so that one run shows them all.

use std::ops::Range;
use std::sync::Arc;

use super::Fact;
use crate::span::{LineColumn, LineIndex, Span};
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
    pub(super) path: Arc<str>,
    pub(super) text: &'a str,
    lines: LineIndex,
    /// Whether columns are the cells of a sheet, which tabs separate here, and not bytes.
    cells: bool,
}

/// Longest context of a place in a set, in bytes.
const CONTEXT: usize = 200;

impl<'a> Source<'a> {
    pub(super) fn new(path: &str, text: &'a str, cells: bool) -> Self {
        Self { path: path.into(), text, lines: LineIndex::new(text.as_bytes()), cells }
    }

    /// The line in which a span begins, from 1.
    pub(super) fn line(&self, span: Span) -> u32 {
        self.lines.locate(span.start).line
    }

    /// The byte at a line and a column, both from 1; the end where there is no such line.
    pub(super) fn byte(&self, line: usize, column: usize) -> usize {
        let start = u32::try_from(line.max(1)).ok().and_then(|line| self.lines.line_start(line));
        let at = start.map_or(self.text.len(), |start| start as usize + column.saturating_sub(1));
        self.text.floor_char_boundary(at.min(self.text.len()))
    }

    fn locate(&self, byte: u32) -> LineColumn {
        let at = self.lines.locate(byte);
        if !self.cells {
            return at;
        }
        let before = &self.text.as_bytes()[(byte + 1 - at.column) as usize..byte as usize];
        LineColumn { column: memchr::memchr_iter(b'\t', before).count() as u32 + 1, ..at }
    }

    /// The place of some bytes, with the table they stand in as context.
    pub(super) fn place(&self, span: Span, table: Span) -> Place {
        self.place_in(span, self.context(table))
    }

    /// What is quoted of a table.
    pub(super) fn context(&self, table: Span) -> Arc<str> {
        let table = table.slice(self.text).trim();
        table[..table.floor_char_boundary(CONTEXT)].into()
    }

    /// The place of some bytes in a table of which this is quoted.
    pub(super) fn place_in(&self, span: Span, context: Arc<str>) -> Place {
        Place {
            path: self.path.clone(),
            span,
            start: self.locate(span.start),
            end: self.locate(span.end),
            locator: None,
            context,
        }
    }
}

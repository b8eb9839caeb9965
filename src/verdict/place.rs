//! A place in a file that outlives the file's text: what reports and other texts' findings point at.

use std::sync::Arc;

use crate::document::Document;
use crate::span::{LineColumn, LineIndex, Span};

/// Bytes of a file with their lines and columns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The file, as given.
    pub path: Arc<str>,
    /// Bytes of the file.
    pub span: Span,
    /// Line and column of the first byte.
    pub start: LineColumn,
    /// Line and column of the byte after the last one.
    pub end: LineColumn,
    /// Where it is in words, in a file whose bytes say nothing to its readers: "paragraph 12", "record 2024-117".
    pub locator: Option<Arc<str>>,
    /// The words themselves and some around them, for fingerprints and for quoting in other texts' findings.
    pub context: Arc<str>,
}

impl Place {
    /// The place of bytes of any file with this line index, quoted with this context.
    pub fn of(path: &str, lines: &LineIndex, span: Span, context: &str) -> Self {
        Self {
            path: path.into(),
            span,
            start: lines.locate(span.start),
            end: lines.locate(span.end),
            locator: None,
            context: context.into(),
        }
    }

    /// The path with the locator, for people: `minutes.docx (paragraph 12)`.
    pub fn shown_path(&self) -> String {
        match &self.locator {
            Some(locator) => format!("{} ({locator})", self.path),
            None => self.path.to_string(),
        }
    }

    /// The place of bytes of a document's source, quoted with this context.
    pub fn in_document(document: &Document<'_>, span: Span, context: &str) -> Self {
        let place = Self::of(&document.path, &document.lines, document.to_file(span), context);
        Self { locator: document.locator(span), ..place }
    }

    /// The place of a span of a block's text. The context is the 40 bytes or so on either side.
    pub fn in_block(document: &Document<'_>, block: u32, span: Span) -> Self {
        let block = &document.blocks[block as usize];
        let text = &block.text;
        let from = text.floor_char_boundary((span.start as usize).saturating_sub(40));
        let to = text.ceil_char_boundary((span.end as usize + 40).min(text.len()));
        Self::in_document(document, block.map.to_file(span), &text[from..to])
    }
}

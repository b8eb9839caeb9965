//! From places in files to the ranges that editors show. Of an open text its own lines count, of other files those on
//! the disk.

use std::cell::RefCell;
use std::collections::{BTreeMap, HashMap};
use std::str::FromStr as _;

use lsp_types::{Location, Range, Uri};

use super::document::Document;
use super::positions::{Encoding, Lines};
use super::workspace::Workspace;
use crate::report::{Shown, Sources};
use crate::span::Span;
use crate::verdict::Place;

/// Finds ranges for one answer; what it reads from the disk is forgotten with it.
pub(super) struct Places<'s> {
    documents: &'s BTreeMap<String, Document>,
    workspace: &'s Workspace,
    encoding: Encoding,
    sources: RefCell<Sources>,
    read: RefCell<HashMap<String, Option<(Shown, Lines)>>>,
}

/// Files whose bytes are not what an editor shows of them.
const NO_TEXTS: [&str; 2] = [".docx", ".xlsx"];

impl<'s> Places<'s> {
    pub(super) fn new(documents: &'s BTreeMap<String, Document>, workspace: &'s Workspace, encoding: Encoding) -> Self {
        Self { documents, workspace, encoding, sources: RefCell::default(), read: RefCell::default() }
    }

    /// The open document with this path.
    pub(super) fn document(&self, path: &str) -> Option<&'s Document> {
        self.documents.values().find(|document| document.path == path && document.home == self.workspace.folder)
    }

    /// The address of a path.
    pub(super) fn uri(&self, path: &str) -> Option<Uri> {
        match self.document(path) {
            Some(document) => Some(document.uri.clone()),
            None => Uri::from_str(&self.workspace.uri_of(path)).ok(),
        }
    }

    /// Bytes of a file as a range; the file's beginning where it can no longer be read.
    pub(super) fn range(&self, path: &str, span: Span) -> Range {
        if let Some(document) = self.document(path) {
            return document.lines.range(&document.text, span);
        }
        if NO_TEXTS.iter().any(|ending| path.ends_with(ending)) {
            return Range::default();
        }
        let mut read = self.read.borrow_mut();
        let found = read.entry(path.to_owned()).or_insert_with(|| {
            let shown = self.sources.borrow_mut().get(&self.workspace.file_of(path).to_string_lossy())?;
            let lines = Lines::new(&shown.text(), self.encoding);
            Some((shown, lines))
        });
        found.as_ref().map_or_else(Range::default, |(shown, lines)| lines.range(&shown.text(), shown.span(span)))
    }

    /// The location of a place.
    pub(super) fn location(&self, place: &Place) -> Option<Location> {
        Some(Location { uri: self.uri(&place.path)?, range: self.range(&place.path, place.span) })
    }
}

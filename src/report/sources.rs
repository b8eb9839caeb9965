//! The texts that findings point into, read again from disk only when a snippet is printed: a run without findings
//! never keeps a text, and a run with findings keeps only a few.

use std::collections::HashMap;
use std::rc::Rc;

use crate::document::{Encoded, File};
use crate::span::Span;

/// Texts kept at a time; findings come sorted by path, so that more would hardly help.
const KEPT: usize = 8;

/// Gives the text of a path.
#[derive(Debug, Default)]
pub struct Sources {
    memory: HashMap<String, Shown>,
    disk: HashMap<String, Option<Shown>>,
}

/// A text as it is shown. Clones share it.
#[derive(Clone, Debug)]
pub struct Shown {
    text: Rc<str>,
    encoded: Option<Rc<Encoded>>,
}

impl Sources {
    /// Keeps a text that is no file: a bundled rule.
    pub fn keep(&mut self, path: &str, text: &str) {
        self.memory.insert(path.to_owned(), Shown { text: text.into(), encoded: None });
    }

    /// Keeps the bytes of a text that is no file: standard input.
    pub fn keep_bytes(&mut self, path: &str, bytes: &[u8]) {
        self.memory.insert(path.to_owned(), Shown::new(path, bytes));
    }

    /// The paths of the texts that were kept.
    pub fn kept(&self) -> impl Iterator<Item = &str> {
        self.memory.keys().map(String::as_str)
    }

    /// Reads files again when they are next asked for.
    pub fn forget_files(&mut self) {
        self.disk.clear();
    }

    /// The text of a path; `None` where it can no longer be read.
    pub fn get(&mut self, path: &str) -> Option<Shown> {
        if let Some(shown) = self.memory.get(path) {
            return Some(shown.clone());
        }
        if let Some(shown) = self.disk.get(path) {
            return shown.clone();
        }
        if self.disk.len() >= KEPT {
            self.disk.clear();
        }
        let shown = std::fs::read(path).ok().map(|bytes| Shown::new(path, &bytes));
        self.disk.insert(path.to_owned(), shown.clone());
        shown
    }
}

impl Shown {
    /// The text, where its bytes are those of the file.
    pub(super) fn as_it_lies(&self) -> Option<&Rc<str>> {
        self.encoded.is_none().then_some(&self.text)
    }

    fn new(path: &str, bytes: &[u8]) -> Self {
        match File::open(path, bytes) {
            Ok(file) => Self { text: file.text().into(), encoded: file.into_encoded().map(Rc::new) },
            Err(_) => Self { text: decode(bytes).into(), encoded: None },
        }
    }

    /// The text.
    pub fn text(&self) -> Rc<str> {
        Rc::clone(&self.text)
    }

    /// The bytes of the text at bytes of the file.
    pub fn span(&self, file: Span) -> Span {
        self.encoded.as_ref().map_or(file, |encoded| encoded.to_text(file))
    }
}

/// The text, with a question mark for each byte that is not UTF-8, so that all positions stay as they are.
fn decode(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len());
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        text.extend(std::iter::repeat_n('?', chunk.invalid().len()));
    }
    text
}

//! The texts that findings point into, read again from disk only when a snippet is printed: a run without findings
//! never keeps a text, and a run with findings keeps only a few.

use std::collections::HashMap;
use std::rc::Rc;

/// Texts kept at a time; findings come sorted by path, so that more would hardly help.
const KEPT: usize = 8;

/// Gives the text of a path.
#[derive(Debug, Default)]
pub struct Sources {
    memory: HashMap<String, Rc<str>>,
    disk: HashMap<String, Option<Rc<str>>>,
}

impl Sources {
    /// Keeps a text that is no file: standard input, a bundled rule.
    pub fn keep(&mut self, path: &str, text: &str) {
        self.memory.insert(path.to_owned(), text.into());
    }

    /// The text of a path; `None` where it can no longer be read.
    pub fn get(&mut self, path: &str) -> Option<Rc<str>> {
        if let Some(text) = self.memory.get(path) {
            return Some(Rc::clone(text));
        }
        if let Some(text) = self.disk.get(path) {
            return text.clone();
        }
        if self.disk.len() >= KEPT {
            self.disk.clear();
        }
        let text = std::fs::read_to_string(path).ok().map(Rc::from);
        self.disk.insert(path.to_owned(), text.clone());
        text
    }
}

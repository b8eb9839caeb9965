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
        let text = std::fs::read(path).ok().map(|bytes| decode(bytes).into());
        self.disk.insert(path.to_owned(), text.clone());
        text
    }
}

/// The text, with a question mark for each byte that is not UTF-8, so that all positions stay as they are.
fn decode(bytes: Vec<u8>) -> String {
    let mut bytes = bytes;
    loop {
        match String::from_utf8(bytes) {
            Ok(text) => return text,
            Err(error) => {
                let wrong = error.utf8_error();
                let from = wrong.valid_up_to();
                bytes = error.into_bytes();
                let end = wrong.error_len().map_or(bytes.len(), |len| from + len);
                bytes[from..end].fill(b'?');
            }
        }
    }
}

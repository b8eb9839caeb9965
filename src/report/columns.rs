//! Columns in UTF-16 units, as SARIF viewers and GitHub count them, from places in bytes. A file's units are counted
//! once, so that a file that is one long line costs no more than another.

use std::collections::HashMap;
use std::rc::Rc;

use super::Sources;
use super::sources::Shown;
use crate::span::{LineColumn, Span};
use crate::verdict::Place;

/// Bytes between two counts that are kept.
const STEP: usize = 1024;
/// Files kept at a time; findings come sorted by path.
const KEPT: usize = 8;
/// A byte order mark: no editor counts it as a column.
const BOM: &str = "\u{feff}";

/// From places to regions.
#[derive(Debug)]
pub(super) struct Columns<'a> {
    sources: &'a mut Sources,
    files: HashMap<String, Option<Units>>,
}

/// Lines and columns from 1, columns in UTF-16 units; the end column is that behind the last character.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Region {
    pub(super) start: LineColumn,
    pub(super) end: LineColumn,
}

impl<'a> Columns<'a> {
    pub(super) fn new(sources: &'a mut Sources) -> Self {
        Self { sources, files: HashMap::new() }
    }

    /// The region of a place. Where its file can no longer be read, columns stay bytes.
    pub(super) fn region(&mut self, place: &Place) -> Region {
        let Some(units) = self.units(&place.path) else {
            return Region { start: place.start, end: place.end };
        };
        Region { start: units.column(place.span.start, place.start), end: units.column(place.span.end, place.end) }
    }

    fn units(&mut self, path: &str) -> Option<&Units> {
        if !self.files.contains_key(path) {
            if self.files.len() >= KEPT {
                self.files.clear();
            }
            let units = self.sources.get(path).map(Units::new);
            self.files.insert(path.to_owned(), units);
        }
        self.files.get(path)?.as_ref()
    }
}

/// A text, decoded where its file is in another encoding, with its number of units at every `STEP` bytes.
#[derive(Debug)]
struct Units {
    shown: Shown,
    text: Rc<str>,
    counts: Vec<u32>,
}

impl Units {
    fn new(shown: Shown) -> Self {
        let text = shown.text();
        let mut counts = Vec::with_capacity(text.len() / STEP + 1);
        let mut count = 0;
        for chunk in text.as_bytes().chunks(STEP) {
            counts.push(count);
            count += units(chunk);
        }
        Self { shown, text, counts }
    }

    /// The column of a byte whose column in bytes is known. Past the end of a file that became shorter it stays that.
    fn column(&self, byte: u32, at: LineColumn) -> LineColumn {
        let of_text = |byte| self.shown.span(Span::new(byte, byte)).start;
        let (from, byte) = (of_text(byte + 1 - at.column), of_text(byte));
        match (self.before(from), self.before(byte)) {
            (Some(first), Some(here)) => {
                let bom = u32::from(from == 0 && byte > 0 && self.text.starts_with(BOM));
                LineColumn { line: at.line, column: here + 1 - first - bom }
            }
            _ => at,
        }
    }

    /// The units before a byte.
    fn before(&self, byte: u32) -> Option<u32> {
        let byte = byte as usize;
        let Some(count) = self.counts.get(byte / STEP) else {
            return (byte == 0).then_some(0).or_else(|| self.all(byte));
        };
        let rest = self.text.as_bytes().get(byte / STEP * STEP..byte)?;
        Some(count + units(rest))
    }

    /// The units of the whole text, where `byte` is its end and no count is kept for it.
    fn all(&self, byte: usize) -> Option<u32> {
        let last = self.counts.len().checked_sub(1)?;
        (byte == self.text.len()).then(|| self.counts[last] + units(&self.text.as_bytes()[last * STEP..]))
    }
}

/// UTF-16 units of characters by their bytes: one for each first byte, one more where it begins four.
fn units(bytes: &[u8]) -> u32 {
    bytes.iter().map(|&byte| u32::from(byte & 0xc0 != 0x80) + u32::from(byte >= 0xf0)).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::span::LineIndex;

    fn region(text: &str, words: &str) -> (u32, u32, u32, u32) {
        let at = text.find(words).unwrap_or_default() as u32;
        let lines = LineIndex::new(text.as_bytes());
        let place = Place::of("a.md", &lines, Span::new(at, at + words.len() as u32), words);
        let mut sources = Sources::default();
        sources.keep("a.md", text);
        let region = Columns::new(&mut sources).region(&place);
        (region.start.line, region.start.column, region.end.line, region.end.column)
    }

    #[test]
    fn columns_are_utf_16_units() {
        assert_eq!(region("12 boats\n", "12"), (1, 1, 1, 3));
        assert_eq!(region("é 12 boats\n", "12"), (1, 3, 1, 5));
        assert_eq!(region("first\r\n🚤🚤 12 boats\r\n", "12 boats"), (2, 6, 2, 14));
        assert_eq!(region("cafe\u{301} 12", "12"), (1, 7, 1, 9));
        assert_eq!(region("\u{feff}12 boats\n", "12"), (1, 1, 1, 3));
        assert_eq!(region("\u{feff}\n🚤12 boats\n", "12"), (2, 3, 2, 5));
        assert_eq!(region("家 of 12\nboats\n", "12\nboats"), (1, 6, 2, 6));
    }

    #[test]
    fn columns_of_a_long_line_are_those_that_counting_gives() {
        for length in [1000, 1020, 1024, 2044, 5000] {
            let text = format!("x\n{}12", "🚤é".repeat(length / 6));
            let column = text.lines().nth(1).map_or(0, |line| line.encode_utf16().count()) as u32;
            assert_eq!(region(&text, "12"), (2, column - 1, 2, column + 1));
        }
    }

    #[test]
    fn places_of_a_file_that_is_gone_or_shorter_keep_their_bytes() {
        let text = "🚤 12\n";
        let place = Place::of("gone.md", &LineIndex::new(text.as_bytes()), Span::new(5, 7), "");
        let mut sources = Sources::default();
        assert_eq!(Columns::new(&mut sources).region(&place).start, place.start);
        sources.keep("gone.md", "1");
        assert_eq!(Columns::new(&mut sources).region(&place).end, place.end);
    }
}

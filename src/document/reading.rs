//! What every reader writes into: the blocks of a text, built piece by piece and borrowed from the file for as long as
//! nothing in them had to be decoded, and what the markup says of the text.

use std::borrow::Cow;
use std::collections::HashMap;

use super::{Block, BlockKind, Instruction, MarkedDay, OffsetMap, StatedDate};

/// Shorter texts stand twice in a document by chance ("Read more", "12").
const SHORTEST_REPEAT: usize = 41;
/// Blocks with the same words at both ends that are kept to be compared: rows of a list can be many.
const MOST_ALIKE: usize = 32;

/// A text while it is read.
#[derive(Debug)]
pub(super) struct Reading<'a> {
    /// The whole file.
    pub(super) source: &'a str,
    /// Blocks so far, in text order.
    pub(super) blocks: Vec<Block<'a>>,
    /// The first block after the front matter.
    pub(super) body: usize,
    /// The title that the text's metadata gives.
    pub(super) title: Option<String>,
    /// The place that the text's metadata gives.
    pub(super) place: Option<String>,
    /// Publication dates found so far.
    pub(super) stated: Vec<StatedDate>,
    /// How many tables there were.
    pub(super) tables: u32,
    /// Instructions to figlint found so far.
    pub(super) instructions: Vec<Instruction>,
    /// Words with a day in their markup found so far.
    pub(super) marked_days: Vec<MarkedDay>,
}

impl<'a> Reading<'a> {
    pub(super) fn new(source: &'a str) -> Self {
        Self {
            source,
            blocks: Vec::new(),
            body: 0,
            title: None,
            place: None,
            stated: Vec::new(),
            tables: 0,
            instructions: Vec::new(),
            marked_days: Vec::new(),
        }
    }

    /// Appends a block, trimmed, and says whether there was anything in it to read.
    pub(super) fn push(&mut self, kind: BlockKind, text: TextBuilder<'a>) -> bool {
        let (text, map) = text.finish();
        if text.is_empty() || is_code(&text) {
            return false;
        }
        self.blocks.push(Block { kind, text, map, copy_of: None });
        true
    }

    /// Finds the blocks whose words stood in the document before; where their lines break does not matter.
    pub(super) fn mark_repeated(&mut self) {
        let mut seen: HashMap<(&str, &str, &str), Vec<usize>, foldhash::fast::FixedState> = HashMap::default();
        let mut repeated = Vec::new();
        let long = self.blocks.iter().enumerate().filter(|(_, block)| block.text.len() >= SHORTEST_REPEAT);
        for (at, block) in long {
            let mut words = block.text.split_whitespace();
            let ends = [words.next(), words.next(), words.next_back()].map(Option::unwrap_or_default);
            let alike = seen.entry(ends.into()).or_default();
            // A summary in the front matter is no part of the article: it is the same only to the letter.
            let same = |other: &Block<'_>, of_article: bool| {
                other.text == block.text
                    || of_article && other.text.split_whitespace().eq(block.text.split_whitespace())
            };
            let first = alike.iter().find(|&&other| same(&self.blocks[other], other >= self.body));
            if let Some(&first) = first {
                repeated.push((at, first));
            } else if alike.len() < MOST_ALIKE {
                alike.push(at);
            }
        }
        for (at, first) in repeated {
            self.blocks[at].copy_of = Some(first as u32);
        }
    }
}

/// Whether a stretch of text is a script or style sheet that lost its element: it has braces, and more than one byte in
/// twenty-five is punctuation of code. Prose with many parentheses has no braces.
fn is_code(text: &str) -> bool {
    let bytes = text.as_bytes();
    if bytes.len() < 30 || memchr::memchr2(b'{', b'}', bytes).is_none() {
        return false;
    }
    let marks = bytes.iter().filter(|b| matches!(b, b'(' | b')' | b'{' | b'}' | b';' | b'=')).count();
    let braces = memchr::memchr2_iter(b'{', b'}', bytes).count();
    // "{Abc}, {Def} and {Ghi}" are links of prose.
    let states = memchr::memchr2(b';', b'=', bytes).is_some();
    states && braces >= 2 && marks >= 6 && marks * 25 > bytes.len()
}

/// The text of a block and its map while they are built.
#[derive(Debug)]
pub(super) struct TextBuilder<'a> {
    source: &'a str,
    text: Cow<'a, str>,
    map: OffsetMap,
    /// Where the borrowed text ends in the file.
    end: usize,
}

impl<'a> TextBuilder<'a> {
    pub(super) fn new(source: &'a str) -> Self {
        Self { source, text: Cow::Borrowed(""), map: OffsetMap::default(), end: 0 }
    }

    /// A text that stands in the file in one piece.
    pub(super) fn of(source: &'a str, start: usize, end: usize) -> Self {
        let mut text = Self::new(source);
        text.push_source(start, end);
        text
    }

    /// Appends these bytes of the file as they are. White space before the first word is left out.
    pub(super) fn push_source(&mut self, mut start: usize, end: usize) {
        if self.text.is_empty() {
            let piece = &self.source[start..end];
            start += piece.len() - piece.trim_start().len();
        }
        if start == end {
            return;
        }
        match &mut self.text {
            Cow::Borrowed(text) if text.is_empty() => *text = &self.source[start..end],
            Cow::Borrowed(text) if self.end == start => *text = &self.source[start - text.len()..end],
            text => text.to_mut().push_str(&self.source[start..end]),
        }
        self.end = end;
        let len = (end - start) as u32;
        self.map.push(len, start as u32, len);
    }

    /// Appends text that these bytes of the file stand for.
    pub(super) fn push_decoded(&mut self, decoded: &str, start: usize, end: usize) {
        if decoded.is_empty() || self.text.is_empty() && decoded.trim_start().is_empty() {
            return;
        }
        self.text.to_mut().push_str(decoded);
        self.map.push(decoded.len() as u32, start as u32, (end - start) as u32);
    }

    /// Whether nothing was appended yet.
    pub(super) fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// Bytes of text so far.
    pub(super) fn len(&self) -> usize {
        self.text.len()
    }

    /// What was appended, leaving an empty builder behind.
    pub(super) fn take(&mut self) -> Self {
        std::mem::replace(self, Self::new(self.source))
    }

    /// The text so far as one line.
    pub(super) fn line(&self) -> String {
        one_line(&self.text)
    }

    fn finish(mut self) -> (Cow<'a, str>, OffsetMap) {
        let len = self.text.trim_end().len();
        if len < self.text.len() {
            match &mut self.text {
                Cow::Borrowed(text) => *text = &text[..len],
                Cow::Owned(text) => text.truncate(len),
            }
            self.map.truncate(len as u32);
        }
        (self.text, self.map)
    }
}

/// A text with every run of white space as one space.
pub(super) fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    line
}

/// Whether the stop at a text's end is that of "U.S.", which ends no sentence in a headline.
pub(super) fn ends_in_initials(text: &str) -> bool {
    matches!(text.as_bytes(), [.., b'.', b'A'..=b'Z', b'.'])
}

/// As much of a text as fits into `len` bytes.
pub(super) fn prefix(text: &str, len: usize) -> &str {
    let mut end = len.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn borrows_for_as_long_as_the_file_reads_on() {
        let source = "  one two<b>three";
        let mut text = TextBuilder::new(source);
        text.push_source(0, 5);
        text.push_source(5, 9);
        assert!(matches!(text.text, Cow::Borrowed("one two")));
        text.push_source(12, 17);
        assert!(matches!(&text.text, Cow::Owned(joined) if joined == "one twothree"));
    }

    #[test]
    fn scripts_are_code_and_prose_is_not() {
        assert!(is_code(
            "!function(){\"use strict\";window.addEventListener(\"load\",(function(e){if(e){run(e)}}))}();"
        ));
        assert!(is_code(".box { margin: 0; color: red; } .box p { margin: 0 } a { x: y }"));
        assert!(!is_code("The board (in 2019), the fund (in 2020) and the bank (in 2021; again in 2022) paid."));
        assert!(!is_code("He wrote {sic} that the plan would cost 12 million and take three years to complete."));
    }
}

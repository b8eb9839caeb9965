//! A file that was opened: its text, decoded where it must be, and the documents in it. Most files are one document; an
//! archive is one a line. All spans within a document are bytes of its text; only here is it known which bytes of the
//! file those are.

use std::borrow::Cow;
use std::sync::Arc;

use super::decode::{self, Decoded};
use super::encoding::Encoded;
use super::word::Word;
use super::{Block, DecodeError, Document, Format, Given, OffsetMap, archive};
use crate::span::{LineIndex, Span};

/// An open file.
#[derive(Debug)]
pub struct File<'a> {
    content: Content<'a>,
    format: Format,
    lines: Arc<LineIndex>,
}

#[derive(Debug)]
enum Content<'a> {
    Text(&'a str),
    Encoded(Encoded),
    Word(Word),
}

/// One document of a file, not yet read.
#[derive(Debug)]
pub struct Part<'f> {
    pub(super) text: Cow<'f, str>,
    pub(super) format: Format,
    pub(super) origin: Origin<'f>,
    pub(super) lines: Arc<LineIndex>,
}

/// How the text of a document lies in its file.
#[derive(Clone, Debug)]
pub(super) enum Origin<'f> {
    /// It is the file.
    File,
    /// It was decoded from the file.
    Encoded(&'f Encoded),
    /// It is a line of an archive.
    Record(Arc<Record>),
    /// It is what a Word document says, a paragraph a line; positions count in this text, which is no file.
    Word(&'f Word),
}

/// A line of an archive: where its strings stand in the text that they make together.
#[derive(Debug)]
pub(super) struct Record {
    /// From the text to the file.
    pub(super) map: OffsetMap,
    /// "record 2024-117".
    pub(super) locator: Arc<str>,
    /// The title's bytes in the text.
    pub(super) title: Span,
    /// The date's bytes in the text.
    pub(super) date: Span,
    /// Where the text itself begins.
    pub(super) body: u32,
}

impl<'a> File<'a> {
    /// Opens a file; its name says what it is.
    pub fn open(path: &str, bytes: &'a [u8]) -> Result<Self, DecodeError> {
        let format = Format::of_name(path);
        let content = match format {
            Some(Format::Word) => Content::Word(Word::open(bytes)?),
            Some(Format::Archive) => Content::Text(decode::utf8(bytes)?),
            _ => match decode::decode(bytes)? {
                Decoded::Utf8(text) => Content::Text(text),
                Decoded::Other(encoded) => Content::Encoded(encoded),
            },
        };
        let lines = match &content {
            Content::Text(text) => LineIndex::new(text.as_bytes()),
            Content::Word(word) => LineIndex::new(word.text.as_bytes()),
            Content::Encoded(encoded) => {
                LineIndex::new(encoded.text.as_bytes()).moved(|start| encoded.file_byte(start))
            }
        };
        let mut file = Self { content, format: Format::Plain, lines: Arc::new(lines) };
        file.format = format.unwrap_or_else(|| Format::of(path, file.text()));
        Ok(file)
    }

    /// Its text. Of a Word document, what it says, a paragraph a line.
    pub fn text(&self) -> &str {
        match &self.content {
            Content::Text(text) => text,
            Content::Encoded(encoded) => &encoded.text,
            Content::Word(word) => &word.text,
        }
    }

    /// Text as bytes of the file; `None` where its encoding does not have it, and for Word documents.
    pub fn encode<'t>(&self, text: &'t str) -> Option<Cow<'t, [u8]>> {
        match &self.content {
            Content::Text(_) => Some(Cow::Borrowed(text.as_bytes())),
            Content::Encoded(encoded) => encoded.encode(text).map(Cow::Owned),
            Content::Word(_) => None,
        }
    }

    /// Bytes of the file as text; they must begin and end with a character.
    pub fn decode(&self, bytes: &[u8]) -> String {
        match &self.content {
            Content::Encoded(encoded) => encoded.decode(bytes),
            _ => String::from_utf8_lossy(bytes).into_owned(),
        }
    }

    /// How it was decoded, where it is neither UTF-8 nor a Word document.
    pub fn into_encoded(self) -> Option<Encoded> {
        match self.content {
            Content::Encoded(encoded) => Some(encoded),
            _ => None,
        }
    }

    /// Hands each document of the file on, in file order, or what is wrong with it.
    pub fn each_part(&self, then: &mut dyn FnMut(Result<Part<'_>, DecodeError>)) {
        if self.format == Format::Archive {
            for line in archive::lines(self.text()) {
                then(archive::part(self.text(), line, &self.lines));
            }
            return;
        }
        let origin = match &self.content {
            Content::Text(_) => Origin::File,
            Content::Encoded(encoded) => Origin::Encoded(encoded),
            Content::Word(word) => Origin::Word(word),
        };
        let text = Cow::Borrowed(self.text());
        then(Ok(Part { text, format: self.format, origin, lines: Arc::clone(&self.lines) }));
    }
}

impl Part<'_> {
    /// Reads the document.
    pub fn read(&self, path: &str, given: &Given) -> Document<'_> {
        Document::of_part(path, self, given)
    }
}

impl Document<'_> {
    /// The bytes of the file from which bytes of `source` came. Of a Word document: bytes of its text.
    pub fn to_file(&self, span: Span) -> Span {
        match &self.origin {
            Origin::File | Origin::Word(_) => span,
            Origin::Encoded(encoded) => encoded.to_file(span),
            Origin::Record(record) => record.map.to_file(span),
        }
    }

    /// The bytes of the file from which a block came.
    pub fn block_in_file(&self, block: &Block<'_>) -> Span {
        self.to_file(block.map.to_file(Span::new(0, block.text.len() as u32)))
    }

    /// Whether its source is its file, byte by byte, so that edits of the one are edits of the other.
    pub fn is_plain_bytes(&self) -> bool {
        matches!(self.origin, Origin::File)
    }

    /// Whether it is one of many in its file, a line of an archive.
    pub fn is_record(&self) -> bool {
        matches!(self.origin, Origin::Record(_))
    }

    /// The bytes of the file that belong to it: all of them, or the line of its record.
    pub fn share_of_file(&self) -> Span {
        if !self.is_record() {
            return Span::new(0, u32::MAX);
        }
        let last = self.source.len() as u32;
        let line = self.lines.locate(self.to_file(Span::new(last, last)).start).line;
        let start = self.lines.line_start(line).unwrap_or_default();
        Span::new(start, self.lines.line_start(line + 1).unwrap_or(u32::MAX))
    }

    /// Where bytes of `source` stand, in words, if bytes of a file do not say it: "paragraph 12", "table 2, row 3,
    /// column 4", "record 2024-117".
    pub fn locator(&self, span: Span) -> Option<Arc<str>> {
        match &self.origin {
            Origin::File | Origin::Encoded(_) => None,
            Origin::Record(record) => Some(Arc::clone(&record.locator)),
            Origin::Word(word) => word.locator(span.start),
        }
    }
}

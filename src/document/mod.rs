//! One text: its bytes as they lie on disk, its metadata, and its blocks of decoded prose, each of which can say which
//! bytes of the file any of its characters came from.

use std::borrow::Cow;

use jiff::civil::Date;

use crate::span::{LineIndex, Span};

pub use crate::stand_in::{Configured, DecodeError, Given};

/// How a file is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Paragraphs between blank lines (or one paragraph a line).
    Plain,
    /// CommonMark with front matter and tables.
    Markdown,
    /// HTML, also in a `.txt` that begins with a tag.
    Html,
}

/// A text that was read. Blocks borrow from the source where nothing had to be decoded.
#[derive(Debug)]
pub struct Document<'a> {
    /// As given, relative to the working directory, with `/`.
    pub path: String,
    /// The file as it lies on disk.
    pub source: &'a str,
    /// How it was read.
    pub format: Format,
    /// Title, date and place.
    pub metadata: Metadata,
    /// Its prose in text order.
    pub blocks: Vec<Block<'a>>,
    /// Line starts of `source`.
    pub lines: LineIndex,
}

/// What a text says of itself, and what the configuration says of it.
#[derive(Clone, Debug, Default)]
pub struct Metadata {
    /// The headline, from `title` or the first standalone line before the prose.
    pub title: Option<String>,
    /// Where the text is set.
    pub place: Option<String>,
    /// The document's date, by the precedence of docs/design.md.
    pub date: Option<Date>,
    /// Every date that the text itself writes about its own publication, in file order; never `--date` or
    /// `[[document]]`.
    pub stated_dates: Vec<StatedDate>,
}

/// A publication date that stands in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatedDate {
    /// The day.
    pub date: Date,
    /// Its bytes in the file.
    pub span: Span,
    /// Where it stands.
    pub origin: DateOrigin,
}

/// Where a publication date stands, in order of precedence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum DateOrigin {
    /// `date:` in front matter.
    FrontMatter,
    /// `<meta>` date fields and `<time>` of the article's head.
    Meta,
    /// JSON-LD `datePublished`.
    JsonLd,
    /// `<link rel="canonical">`, `og:url` and the like, by the date in the path.
    CanonicalLink,
    /// "1 January 2025" standing alone before the prose, "PORT-AU-PRINCE, June 20 -".
    Dateline,
    /// The date in a link to the text itself, or in the file's own path.
    Url,
}

/// What a block is in its document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BlockKind {
    /// Running text.
    Paragraph,
    /// A heading with its level, from 1.
    Heading(u8),
    /// An item of a list.
    ListItem,
    /// A quotation set apart.
    Quotation,
    /// The caption of a picture or table.
    Caption,
    /// A cell of a table.
    TableCell(TableCell),
}

/// Where a cell stands and what heads it.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct TableCell {
    /// Number of the table in the document, from 0.
    pub table: u32,
    /// Row, from 0; the header row is row 0 where there is one.
    pub row: u32,
    /// Column, from 0.
    pub column: u32,
    /// Whether the cell is itself a header.
    pub header: bool,
    /// Text of the header of its column.
    pub column_header: Option<String>,
    /// Text of the first cell of its row.
    pub row_header: Option<String>,
    /// The table's caption.
    pub caption: Option<String>,
}

/// A stretch of prose with its way back to the file.
#[derive(Debug)]
pub struct Block<'a> {
    /// What it is.
    pub kind: BlockKind,
    /// Decoded text: entities resolved, markup gone.
    pub text: Cow<'a, str>,
    /// From bytes of `text` to bytes of the file.
    pub map: OffsetMap,
    /// Whether the same text stood in this document before (a repeated article, a caption twice).
    pub repeated: bool,
}

/// Piecewise map from a block's text to the file. Within a piece, bytes run in step.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OffsetMap {
    pieces: Vec<Piece>,
}

/// From `text` on, byte `text + n` of the block is byte `file + n` of the file, for `len` bytes of text. A decoded
/// entity is a piece whose `file_len` differs from `len`: all of it maps to the whole entity.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Piece {
    text: u32,
    len: u32,
    file: u32,
    file_len: u32,
}

impl OffsetMap {
    /// A block whose text stands in the file in one piece, from byte `file` on.
    pub fn contiguous(file: u32, len: u32) -> Self {
        Self {
            pieces: vec![Piece {
                text: 0,
                len,
                file,
                file_len: len,
            }],
        }
    }

    /// Appends a piece of `len` bytes of text that stands in the file as `file_len` bytes from `file` on.
    pub fn push(&mut self, len: u32, file: u32, file_len: u32) {
        let text = self.pieces.last().map_or(0, |p| p.text + p.len);
        if let Some(last) = self.pieces.last_mut()
            && last.len == last.file_len
            && len == file_len
            && last.file + last.len == file
        {
            last.len += len;
            last.file_len += len;
            return;
        }
        if len > 0 {
            self.pieces.push(Piece {
                text,
                len,
                file,
                file_len,
            });
        }
    }

    /// The bytes of the file from which the bytes of a span of the text came. Markup inside the span is covered.
    pub fn to_file(&self, span: Span) -> Span {
        let start = self.at(span.start, false);
        let end = if span.is_empty() {
            start
        } else {
            self.at(span.end - 1, true)
        };
        Span::new(start.min(end), end.max(start))
    }

    /// The file byte of a text byte: its first, or (with `after`) the byte after it.
    fn at(&self, byte: u32, after: bool) -> u32 {
        let index = self
            .pieces
            .partition_point(|p| p.text <= byte)
            .saturating_sub(1);
        let Some(piece) = self.pieces.get(index) else {
            return 0;
        };
        let inside = byte - piece.text;
        match (piece.len == piece.file_len && inside < piece.len, after) {
            (true, _) => piece.file + inside + u32::from(after),
            (false, false) => piece.file,
            (false, true) => piece.file + piece.file_len,
        }
    }
}

//! One text: its bytes as they lie on disk, its metadata, and its blocks of decoded prose, each of which can say which
//! bytes of the file any of its characters came from.

mod dateline;
mod decode;
mod entity;
mod front_matter;
mod html;
mod instruction;
mod json;
mod markdown;
mod metadata;
mod offset_map;
mod plain;
mod reading;
mod stated;
mod table;
mod tag;
mod template;

use std::borrow::Cow;

use jiff::civil::Date;

pub use decode::DecodeError;
pub use instruction::{Instruction, InstructionSort};
pub use offset_map::OffsetMap;

use crate::quantity::unit::Currency;
use crate::span::{LineIndex, Span};
use reading::Reading;

#[cfg(test)]
mod tests;

/// A byte order mark; it is no text, but it is counted in positions.
const BOM: char = '\u{feff}';

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
    /// Instructions to figlint, in text order.
    pub instructions: Vec<Instruction>,
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
    /// The money that "$" and the like mean in it, by the configured locale.
    pub money: Option<Currency>,
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
    /// The caption of a picture or table, or a note in the front matter: the title of a source.
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

/// What is known of a text before it is read.
#[derive(Clone, Debug, Default)]
pub struct Given {
    /// `--date`: wins over everything that the text says.
    pub date: Option<Date>,
    /// `[[document]]` of the configuration, for texts that carry no metadata.
    pub configured: Configured,
}

/// Metadata from `[[document]]`.
#[derive(Clone, Debug, Default)]
pub struct Configured {
    /// The text's date; yields to front matter, `<meta>`, JSON-LD and the canonical link.
    pub date: Option<Date>,
    /// The headline.
    pub title: Option<String>,
    /// Where the text is set.
    pub place: Option<String>,
    /// The money of its locale: what "$" means in "en-AU".
    pub money: Option<Currency>,
}

impl<'a> Document<'a> {
    /// Reads a text. Nothing can be wrong with one: what cannot be read as markup is text. `source` is the whole file,
    /// at most 4 GiB ([`Document::decode`] refuses larger ones); a byte order mark at its start is skipped.
    pub fn read(path: &str, source: &'a str, given: &Given) -> Self {
        let format = Format::of(path, source);
        let start = if source.starts_with(BOM) { BOM.len_utf8() } else { 0 };
        let mut reading = Reading::new(source);
        match format {
            Format::Plain => {
                plain::read(&mut reading, start);
                reading.comments_of_plain_text(start);
            }
            Format::Markdown => markdown::read(&mut reading, start),
            Format::Html => html::read(&mut reading, start, source.len()),
        }
        reading.mark_repeated();
        let metadata = metadata::settle(path, format, &mut reading, given);
        Self {
            path: path.to_owned(),
            source,
            format,
            metadata,
            blocks: reading.blocks,
            instructions: reading.instructions,
            lines: LineIndex::new(source.as_bytes()),
        }
    }

    /// The bytes of a file as text.
    pub fn decode(bytes: &[u8]) -> Result<&str, DecodeError> {
        decode::decode(bytes)
    }

    /// The bytes of the file from which a span of a block's text came.
    pub fn to_file(&self, block: usize, span: Span) -> Option<Span> {
        self.blocks.get(block).map(|block| block.map.to_file(span))
    }
}

impl Format {
    /// By the name's extension; other files are plain text unless they begin with a tag, a comment or a doctype.
    pub fn of(path: &str, source: &str) -> Self {
        let name = path.rsplit(['/', '\\']).next().unwrap_or(path);
        let extension = name.rsplit_once('.').map_or("", |(_, extension)| extension);
        let is = |names: &[&str]| names.iter().any(|n| extension.eq_ignore_ascii_case(n));
        if is(&["md", "markdown", "mdx"]) {
            Self::Markdown
        } else if is(&["html", "htm", "xhtml"]) || tag::begins_markup(source.trim_start_matches(BOM)) {
            Self::Html
        } else {
            Self::Plain
        }
    }
}

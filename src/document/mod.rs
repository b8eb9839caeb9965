//! One text: its bytes as they lie on disk, its metadata, and its blocks of decoded prose, each of which can say which
//! bytes of the file any of its characters came from.

mod archive;
mod attributes;
mod blank;
mod dateline;
mod decode;
mod encoding;
mod entity;
mod file;
mod front_matter;
mod html;
mod instruction;
mod json;
mod markdown;
mod mdx;
mod metadata;
mod offset_map;
mod plain;
mod reading;
mod stated;
mod table;
mod tag;
mod template;
mod word;

use std::borrow::Cow;
use std::sync::Arc;

use jiff::civil::Date;

pub use dateline::dateline_tokens;
pub use decode::DecodeError;
pub use encoding::Encoded;
pub use file::{File, Part};
pub use instruction::{Instruction, InstructionSort};
pub use offset_map::OffsetMap;

use crate::quantity::unit::Currency;
use crate::span::{LineIndex, Span};
use file::Origin;
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
    /// Markdown with imports, components and expressions.
    Mdx,
    /// HTML, also in a `.txt` that begins with a tag.
    Html,
    /// JSON Lines, each a text with its title and date.
    Archive,
    /// A Word document.
    Word,
}

/// A text that was read. Blocks borrow from the source where nothing had to be decoded.
#[derive(Debug)]
pub struct Document<'a> {
    /// As given, relative to the working directory, with `/`.
    pub path: String,
    /// Its text: the file as it lies on disk, or what was decoded from it. All spans count in it;
    /// [`Document::to_file`] leads to the file.
    pub source: &'a str,
    /// How it was read.
    pub format: Format,
    /// Title, date and place.
    pub metadata: Metadata,
    /// Its prose in text order.
    pub blocks: Vec<Block<'a>>,
    /// Instructions to figlint, in text order, as bytes of `source`.
    pub instructions: Vec<Instruction>,
    /// Days that the markup gives to words of the text, in text order.
    pub marked_days: Vec<MarkedDay>,
    /// Line starts of the file.
    pub lines: Arc<LineIndex>,
    origin: Origin<'a>,
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
    /// Its bytes in the document's source.
    pub span: Span,
    /// Where it stands.
    pub origin: DateOrigin,
}

/// Words of a text with the day that their markup gives them: `<time datetime="2024-03-05">5 March</time>`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MarkedDay {
    /// The day in the markup.
    pub date: Date,
    /// Whether a time of day stands behind it: in another time zone it can be the day before or after.
    pub timed: bool,
    /// The bytes of the day in the markup, in the document's source.
    pub markup: Span,
    /// The bytes of the words, in the document's source.
    pub words: Span,
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
    /// From bytes of `text` to bytes of the document's source.
    pub map: OffsetMap,
    /// The block before it, by its index, that has the same text (a repeated article, a caption twice).
    pub copy_of: Option<u32>,
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
    /// Reads a text that is one document. Nothing can be wrong with one: what cannot be read as markup is text.
    /// `source` is the whole file, at most 4 GiB ([`File::open`] refuses larger ones); a byte order mark at its start
    /// is skipped.
    pub fn read(path: &str, source: &'a str, given: &Given) -> Self {
        let lines = Arc::new(LineIndex::new(source.as_bytes()));
        Self::of(path, source, Format::of(path, source), Origin::File, lines, given)
    }

    fn of_part(path: &str, part: &'a Part<'_>, given: &Given) -> Self {
        Self::of(path, &part.text, part.format, part.origin.clone(), Arc::clone(&part.lines), given)
    }

    fn of(
        path: &str,
        source: &'a str,
        format: Format,
        origin: Origin<'a>,
        lines: Arc<LineIndex>,
        given: &Given,
    ) -> Self {
        let mut start = if source.starts_with(BOM) { BOM.len_utf8() } else { 0 };
        let mut reading = Reading::new(source);
        if let Origin::Record(record) = &origin {
            archive::head(&mut reading, record);
            start = record.body as usize;
        }
        match (format, &origin) {
            (_, Origin::Word(word)) => {
                word.read(&mut reading);
                reading.comments_of_plain_text(start);
            }
            (Format::Markdown | Format::Mdx, _) => markdown::read(&mut reading, start, format == Format::Mdx),
            (Format::Html, _) => html::read(&mut reading, start, source.len()),
            (Format::Plain | Format::Archive | Format::Word, _) => {
                plain::read(&mut reading, start);
                reading.comments_of_plain_text(start);
            }
        }
        reading.mark_repeated();
        let metadata = metadata::settle(path, format, &mut reading, given);
        // Front matter and what was blanked out are looked at before the blocks.
        reading.instructions.sort_by_key(|one| one.span.start);
        let (blocks, instructions, marked_days) = (reading.blocks, reading.instructions, reading.marked_days);
        Self { path: path.to_owned(), source, format, metadata, blocks, instructions, marked_days, lines, origin }
    }

    /// The bytes of a file that must be UTF-8, as text.
    pub fn decode(bytes: &[u8]) -> Result<&str, DecodeError> {
        decode::utf8(bytes)
    }
}

/// Endings of texts, in lower case, with the format that each says: plain text may also be a page of HTML.
pub const ENDINGS: [(&str, Option<Format>); 10] = [
    ("md", Some(Format::Markdown)),
    ("markdown", Some(Format::Markdown)),
    ("mdx", Some(Format::Mdx)),
    ("txt", None),
    ("html", Some(Format::Html)),
    ("htm", Some(Format::Html)),
    ("xhtml", Some(Format::Html)),
    ("docx", Some(Format::Word)),
    ("qmd", Some(Format::Markdown)),
    ("rmd", Some(Format::Markdown)),
];

/// Endings of JSON Lines, which are data more often than texts, and are read only when they are named.
const ARCHIVES: [&str; 2] = ["jsonl", "ndjson"];

impl Format {
    /// By the name's extension; other files are plain text unless they begin with a tag, a comment or a doctype.
    pub fn of(path: &str, source: &str) -> Self {
        let found = Self::of_name(path);
        found.unwrap_or_else(
            || {
                if tag::begins_markup(source.trim_start_matches(BOM)) { Self::Html } else { Self::Plain }
            },
        )
    }

    /// By the name's extension alone.
    fn of_name(path: &str) -> Option<Self> {
        let name = path.rsplit(['/', '\\']).next().unwrap_or(path);
        let extension = name.rsplit_once('.').map_or("", |(_, extension)| extension);
        let text = ENDINGS.iter().find(|(ending, _)| extension.eq_ignore_ascii_case(ending));
        let archive = ARCHIVES.iter().any(|ending| extension.eq_ignore_ascii_case(ending));
        text.map_or(archive.then_some(Self::Archive), |(_, format)| *format)
    }
}

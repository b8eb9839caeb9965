//! Reads HTML. lol_html decides what is text and what is markup, as browsers do; the bytes between two stretches of
//! text are tags and comments, and say where blocks begin and end. Text is borrowed from the file; entities are decoded
//! here.

mod elements;
mod furniture;
mod head;

use std::ops::Range;

use lol_html::html_content::TextType;
use lol_html::{HtmlRewriter, Settings, doc_text};

use super::reading::{Reading, TextBuilder};
use super::table::Table;
use super::tag::Tag;
use super::{BlockKind, MarkedDay, entity, stated, template};
use elements::{Caption, Role, Skipped, Unread};
use furniture::{Article, Links};
use head::Head;

/// What stands for inline code, so that the words around it do not join.
pub(super) const OBJECT: &str = "\u{fffc}";
/// A paragraph from this length on is prose: a `<time>` after it is not the date of the article's head.
const PROSE: usize = 120;

/// Reads `source[start..end]` as HTML.
pub(super) fn read(reading: &mut Reading<'_>, start: usize, end: usize) {
    let mut reader = Reader::new(reading, start..end);
    read_chunks(&mut reader, start, end);
    reader.end(end);
}

/// Hands every stretch of text to the reader.
fn read_chunks(reader: &mut Reader<'_, '_>, start: usize, end: usize) {
    let bytes = &reader.source.as_bytes()[start..end];
    let text = doc_text!(|chunk| {
        let bytes = chunk.source_location().bytes();
        reader.chunk(start + bytes.start..start + bytes.end, chunk.text_type());
        Ok(())
    });
    // Not strict: half a document is a document too. The text is UTF-8 already, whatever its `<meta charset>` says.
    let settings =
        Settings::new().append_document_content_handler(text).with_strict(false).with_adjust_charset_on_meta_tag(false);
    let mut rewriter = HtmlRewriter::new(settings, |_: &[u8]| {});
    // Only a limit of memory could make this fail, and none is set; what was read up to there would be kept.
    if rewriter.write(bytes).is_ok() {
        rewriter.end().ok();
    }
}

/// The superscript form of a digit: "5,600" with footnote 1 is not 56,001.
pub(super) fn raised(digit: u8) -> Option<&'static str> {
    const DIGITS: [&str; 10] = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"];
    DIGITS.get(usize::from(digit.wrapping_sub(b'0'))).copied()
}

struct Reader<'r, 'a> {
    reading: &'r mut Reading<'a>,
    source: &'a str,
    /// The block that is being read.
    text: TextBuilder<'a>,
    /// Everything before this byte was read.
    at: usize,
    /// The element whose content is no text.
    skipped: Option<Skipped>,
    head: Head,
    /// The `<time>` whose words are being read.
    time: Option<MarkedDay>,
    article: Article,
    links: Links,
    heading: Option<u8>,
    caption: Option<Caption>,
    lists: u32,
    quotes: u32,
    raised: bool,
    tables: Vec<Table>,
    bodies: template::Bodies,
    /// Text before this byte is of a template language.
    template: usize,
}

impl<'r, 'a> Reader<'r, 'a> {
    fn new(reading: &'r mut Reading<'a>, page: Range<usize>) -> Self {
        let source = reading.source;
        Self {
            article: Article::new(&source[page.clone()]),
            links: Links::default(),
            reading,
            source,
            text: TextBuilder::new(source),
            at: page.start,
            skipped: None,
            head: Head::default(),
            time: None,
            heading: None,
            caption: None,
            lists: 0,
            quotes: 0,
            raised: false,
            tables: Vec::new(),
            bodies: template::Bodies::default(),
            template: page.start,
        }
    }

    /// Takes the next stretch of text, and the markup before it.
    fn chunk(&mut self, bytes: Range<usize>, kind: TextType) {
        self.markup(bytes.start);
        self.at = self.at.max(bytes.end);
        if self.skipped.is_none() && matches!(kind, TextType::Data | TextType::CDataSection | TextType::PlainText) {
            let before = self.text.len();
            self.text(bytes);
            self.links.text(self.text.len() - before);
        }
    }

    fn text(&mut self, bytes: Range<usize>) {
        let source = self.source;
        let mut at = bytes.start.max(self.template);
        for mark in memchr::memchr2_iter(b'&', b'{', &source.as_bytes()[bytes.clone()]).map(|n| n + bytes.start) {
            if mark < at {
                continue;
            }
            if source.as_bytes()[mark] == b'{' {
                let Some(code) = self.bodies.code(source, mark) else { continue };
                self.plain(at..mark);
                if code.seen {
                    self.text.push_decoded(OBJECT, mark, code.end);
                }
                (at, self.template) = (code.end, code.end);
                continue;
            }
            let Some((decoded, len)) = entity::decode(&source[mark..bytes.end]) else { continue };
            self.plain(at..mark);
            // A soft hyphen only says where a word may break.
            if decoded != '\u{ad}' {
                self.text.push_decoded(decoded.encode_utf8(&mut [0; 4]), mark, mark + len);
            }
            at = mark + len;
        }
        self.plain(at.min(bytes.end)..bytes.end);
    }

    fn plain(&mut self, bytes: Range<usize>) {
        if !self.raised {
            self.text.push_source(bytes.start, bytes.end);
            return;
        }
        let mut from = bytes.start;
        for at in bytes.clone() {
            if let Some(digit) = raised(self.source.as_bytes()[at]) {
                self.text.push_source(from, at);
                self.text.push_decoded(digit, at, at + 1);
                from = at + 1;
            }
        }
        self.text.push_source(from, bytes.end);
    }

    /// Reads the tags and comments up to `end`.
    fn markup(&mut self, end: usize) {
        while self.at < end {
            let Some(open) = memchr::memchr(b'<', &self.source.as_bytes()[self.at..end]) else { break };
            let open = self.at + open;
            if let Some(tag) = Tag::read(self.source, open, end) {
                self.at = tag.end;
                self.tag(&tag, open);
            } else {
                self.at = comment_end(&self.source.as_bytes()[..end], open);
                self.reading.comment(open, self.at);
            }
        }
        self.at = self.at.max(end);
    }

    fn tag(&mut self, tag: &Tag<'a>, open: usize) {
        let role = Role::of(tag.name());
        if let Some(skipped) = &mut self.skipped {
            if skipped.goes_on(tag, role) {
                return;
            }
            self.end_skipped(open, tag.end);
            if tag.closing && matches!(role, Role::Unread(_)) {
                return;
            }
        }
        self.article.tag(tag);
        match (tag.closing, self.article.unread(tag)) {
            (true, _) => self.close(role, tag, open),
            (false, None) => self.open(role, tag, open),
            (false, Some(kind)) => self.open(Role::Unread(kind), tag, open),
        }
    }

    fn end_skipped(&mut self, inner_end: usize, end: usize) {
        let Some(skipped) = self.skipped.take() else { return };
        match skipped.kind {
            Unread::Code => self.text.push_decoded(OBJECT, skipped.start, end),
            Unread::Title => self.head.title(self.source, skipped.inner..inner_end),
            Unread::LinkedData => self.head.linked_data(self.reading, skipped.inner..inner_end),
            _ => {}
        }
    }

    fn open(&mut self, role: Role, tag: &Tag<'a>, start: usize) {
        if role.ends_blocks() {
            self.flush();
        }
        match role {
            Role::Inline | Role::Block => {}
            Role::Break => self.text.push_decoded("\n", start, tag.end),
            Role::Raised => self.raised = true,
            Role::Anchor => self.links.tag(tag),
            Role::Heading(level) => self.heading = Some(level),
            Role::List => self.lists += 1,
            Role::Quote => self.quotes += 1,
            Role::Caption(caption) => self.caption = Some(caption),
            Role::Meta => self.head.meta(self.reading, tag),
            Role::Link => head::link(self.reading, tag),
            Role::Time => {
                // A quoted post has a date of its own.
                if self.quotes == 0 {
                    self.head.time(self.reading, tag);
                }
                let day = tag.attribute("datetime");
                self.time = day.and_then(|day| stated::marked(self.source, day, tag.end as u32));
            }
            Role::Unread(kind) => self.skipped = Skipped::new(tag, kind, start),
            Role::Table => self.tables.push(Table::new(self.reading)),
            Role::TableHead | Role::TableBody | Role::Row => self.end_row(role == Role::TableHead, role != Role::Row),
            Role::Cell | Role::HeaderCell => {
                let number = |name| tag.value(name).and_then(|value| value.parse::<u32>().ok()).unwrap_or(1);
                if let Some(table) = self.tables.last_mut() {
                    table.start_cell(role == Role::HeaderCell, number("colspan") as usize, number("rowspan"));
                }
            }
        }
    }

    fn close(&mut self, role: Role, tag: &Tag<'a>, start: usize) {
        if role.ends_blocks() {
            self.flush();
        }
        match role {
            Role::Raised => self.raised = false,
            Role::Anchor => self.links.tag(tag),
            Role::Time => {
                if let Some(mut day) = self.time.take() {
                    day.words.end = start as u32;
                    self.reading.marked_days.push(day);
                }
            }
            Role::Heading(_) => self.heading = None,
            Role::Caption(_) => self.caption = None,
            Role::List => self.lists = self.lists.saturating_sub(1),
            Role::Quote => self.quotes = self.quotes.saturating_sub(1),
            Role::Cell | Role::HeaderCell => {
                if let Some(table) = self.tables.last_mut() {
                    table.end_cell();
                }
            }
            Role::Row => self.end_row(false, false),
            Role::TableHead | Role::TableBody => self.end_row(false, true),
            Role::Table => {
                self.end_row(false, false);
                self.tables.pop();
            }
            _ => {}
        }
    }

    /// Ends the row of the innermost table, and with `section` says whether the rows to come are its head.
    fn end_row(&mut self, head: bool, section: bool) {
        if let Some(table) = self.tables.last_mut() {
            table.end_row(&mut self.reading.blocks);
            if section {
                table.set_head(head);
            }
        }
    }

    /// Ends the block that is being read.
    fn flush(&mut self) {
        let (heading, caption) = (self.heading.take(), self.caption.take());
        self.raised = false;
        if self.text.is_empty() {
            // The element has only begun: a block inside a caption or heading is still of it.
            (self.heading, self.caption) = (heading, caption);
            return;
        }
        let text = self.text.take();
        let linked = self.links.end_block(text.len());
        self.head.seen_prose |= heading.is_none() && text.len() >= PROSE;
        let kind = match (heading, caption) {
            (Some(level), _) => BlockKind::Heading(level),
            (None, Some(caption)) => {
                if let (Caption::Table, Some(table)) = (caption, self.tables.last_mut()) {
                    table.set_caption(&text.line());
                }
                BlockKind::Caption
            }
            (None, None) => match self.tables.last_mut().filter(|table| table.in_cell()) {
                Some(table) => return table.push(text, self.reading),
                None if self.quotes > 0 => BlockKind::Quotation,
                None if self.lists > 0 => BlockKind::ListItem,
                None => BlockKind::Paragraph,
            },
        };
        if self.reading.push(kind, text) && linked {
            self.links.blocks.push(self.reading.blocks.len() - 1);
        }
    }

    fn end(mut self, end: usize) {
        self.markup(end);
        self.flush();
        while let Some(mut table) = self.tables.pop() {
            table.end_row(&mut self.reading.blocks);
        }
        self.links.take_out(&mut self.reading.blocks);
        self.head.settle(self.reading);
    }
}

/// The end of a comment, doctype or broken tag that begins at `open`.
fn comment_end(source: &[u8], open: usize) -> usize {
    let rest = &source[open..];
    let end = if rest.starts_with(b"<!-->") || rest.starts_with(b"<!--->") {
        memchr::memchr(b'>', rest).map(|at| at + 1)
    } else if rest.starts_with(b"<!--") {
        memchr::memmem::find_iter(&rest[4..], b"--").find_map(|at| match (rest.get(at + 6), rest.get(at + 7)) {
            (Some(b'>'), _) => Some(at + 7),
            (Some(b'!' | b'-'), Some(b'>')) => Some(at + 8),
            _ => None,
        })
    } else {
        memchr::memchr(b'>', rest).map(|at| at + 1)
    };
    open + end.unwrap_or(rest.len())
}

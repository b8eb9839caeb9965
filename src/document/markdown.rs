//! Reads Markdown: CommonMark with tables, footnotes, task lists and front matter. Code, addresses and comments are no
//! prose and leave nothing behind, except that inline code leaves one character, so that the words around it do not
//! join.

use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::html::{OBJECT, raised};
use super::reading::{Reading, TextBuilder};
use super::table::Table;
use super::{BlockKind, blank, front_matter, html, tag};

/// Reads `source[start..]` as Markdown, or as MDX.
pub(super) fn read(reading: &mut Reading<'_>, start: usize, mdx: bool) {
    let front = start;
    let start = front_matter::read(reading, front);
    let mut reader = Reader::new(reading);
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_GFM;
    let blanked = blank::out(reader.source, start, mdx);
    if let Some(blanked) = &blanked {
        reader.blanked = true;
        blank::comments(reader.reading, blanked, start);
    }
    let text = blanked.as_deref().unwrap_or(reader.source);
    for (event, bytes) in Parser::new_ext(&text[start..], options).into_offset_iter() {
        reader.event(event, start + bytes.start..start + bytes.end);
    }
    reader.flush();
    front_matter::read_entries(reading, front, start);
}

struct Reader<'r, 'a> {
    reading: &'r mut Reading<'a>,
    source: &'a str,
    text: TextBuilder<'a>,
    heading: Option<u8>,
    items: u32,
    quotes: u32,
    /// Open elements whose text is not read: code blocks, images, what is struck out.
    unread: u32,
    /// Name of the inline HTML element whose text is not read.
    unread_tag: Option<&'static str>,
    raised: bool,
    /// Whether code of other languages was blanked out of the text.
    blanked: bool,
    /// Bytes of the block of HTML that is being read.
    html: Option<Range<usize>>,
    table: Option<Table>,
}

impl<'r, 'a> Reader<'r, 'a> {
    fn new(reading: &'r mut Reading<'a>) -> Self {
        let source = reading.source;
        Self {
            reading,
            source,
            text: TextBuilder::new(source),
            heading: None,
            items: 0,
            quotes: 0,
            unread: 0,
            unread_tag: None,
            raised: false,
            blanked: false,
            html: None,
            table: None,
        }
    }

    fn event(&mut self, event: Event<'_>, bytes: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(&tag),
            Event::End(tag) => self.end(tag),
            Event::Html(_) => self.html(bytes),
            Event::InlineHtml(_) => self.inline_html(bytes),
            Event::Rule => self.flush(),
            _ if self.unread > 0 || self.unread_tag.is_some() => {}
            Event::Text(text) => self.text(&text, bytes),
            Event::Code(_) | Event::InlineMath(_) | Event::DisplayMath(_) => {
                self.text.push_decoded(OBJECT, bytes.start, bytes.end);
            }
            Event::SoftBreak | Event::HardBreak => self.line_break(bytes),
            Event::FootnoteReference(_) | Event::TaskListMarker(_) => {}
        }
    }

    fn text(&mut self, text: &str, bytes: Range<usize>) {
        if !self.blanked || text.len() != bytes.len() {
            return self.words(text, bytes);
        }
        for (piece, sign) in blank::pieces(text) {
            let of_file = bytes.start + piece.start..bytes.start + piece.end;
            if sign {
                self.text.push_decoded(OBJECT, of_file.start, of_file.end);
            } else {
                self.words(&text[piece], of_file);
            }
        }
    }

    fn words(&mut self, text: &str, bytes: Range<usize>) {
        let digit = self.raised.then(|| text.bytes().next().filter(|_| text.len() == 1).and_then(raised)).flatten();
        if let Some(digit) = digit {
            self.text.push_decoded(digit, bytes.start, bytes.end);
        } else if text.len() == bytes.len() && self.source[bytes.clone()] == *text {
            self.text.push_source(bytes.start, bytes.end);
        } else {
            self.text.push_decoded(text, bytes.start, bytes.end);
        }
    }

    /// A line end within a paragraph. What stands between it and the next word (`>`, white space) is not of the text.
    fn line_break(&mut self, bytes: Range<usize>) {
        match memchr::memchr(b'\n', &self.source.as_bytes()[bytes.clone()]) {
            Some(len) => self.text.push_source(bytes.start + len, bytes.start + len + 1),
            None => self.text.push_decoded("\n", bytes.start, bytes.end),
        }
    }

    fn start(&mut self, tag: &Tag<'_>) {
        match tag {
            Tag::Heading { level, .. } => {
                self.flush();
                self.heading = Some(*level as u8);
            }
            Tag::BlockQuote(_) => {
                self.flush();
                self.quotes += 1;
            }
            Tag::Item => {
                self.flush();
                self.items += 1;
            }
            Tag::CodeBlock(_) | Tag::MetadataBlock(_) => {
                self.flush();
                self.unread += 1;
            }
            Tag::Image { .. } | Tag::Strikethrough => self.unread += 1,
            Tag::Table(_) => {
                self.flush();
                self.table = Some(Table::new(self.reading));
            }
            Tag::TableHead => self.with_table(|table| table.set_head(true)),
            Tag::TableCell => self.with_table(|table| table.start_cell(false, 1, 1)),
            Tag::TableRow | Tag::Emphasis | Tag::Strong | Tag::Superscript | Tag::Subscript | Tag::Link { .. } => {}
            _ => self.flush(),
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Heading(_) => {
                self.flush();
                self.heading = None;
            }
            TagEnd::BlockQuote(_) => {
                self.flush();
                self.quotes = self.quotes.saturating_sub(1);
            }
            TagEnd::Item => {
                self.flush();
                self.items = self.items.saturating_sub(1);
            }
            TagEnd::HtmlBlock => self.end_html(),
            TagEnd::CodeBlock | TagEnd::MetadataBlock(_) | TagEnd::Image | TagEnd::Strikethrough => {
                self.unread = self.unread.saturating_sub(1);
            }
            TagEnd::TableCell => {
                self.flush();
                self.with_table(Table::end_cell);
            }
            TagEnd::TableHead | TagEnd::TableRow => {
                if let Some(table) = &mut self.table {
                    table.end_row(&mut self.reading.blocks);
                    table.set_head(false);
                }
            }
            TagEnd::Table => self.table = None,
            TagEnd::Emphasis | TagEnd::Strong | TagEnd::Superscript | TagEnd::Subscript | TagEnd::Link => {}
            _ => self.flush(),
        }
    }

    fn with_table(&mut self, change: impl FnOnce(&mut Table)) {
        if let Some(table) = &mut self.table {
            change(table);
        }
    }

    /// A line of a block of HTML. Lines are gathered where the file has them together; in a quotation each stands
    /// alone.
    fn html(&mut self, bytes: Range<usize>) {
        match &mut self.html {
            Some(gathered) if gathered.end == bytes.start => gathered.end = bytes.end,
            _ => {
                self.end_html();
                self.html = Some(bytes);
            }
        }
    }

    fn end_html(&mut self) {
        if let Some(bytes) = self.html.take() {
            html::read(self.reading, bytes.start, bytes.end);
        }
    }

    /// A tag within a paragraph: `<br>` is a line end, `<sup>` raises, and a few elements hide their text.
    fn inline_html(&mut self, bytes: Range<usize>) {
        const HIDING: &[&str] =
            &["script", "style", "svg", "del", "s", "code", "iframe", "button", "template", "noscript"];
        let Some(tag) = tag::Tag::read(self.source, bytes.start, bytes.end) else {
            return self.reading.comment(bytes.start, bytes.end);
        };
        if let Some(hiding) = self.unread_tag {
            if tag.closing && tag.name() == hiding.as_bytes() {
                self.unread_tag = None;
            }
            return;
        }
        match tag.name() {
            b"br" if self.unread == 0 => self.text.push_decoded("\n", bytes.start, bytes.end),
            b"sup" => self.raised = !tag.closing,
            name if !tag.closing && !tag.closes_itself() => {
                self.unread_tag = HIDING.iter().find(|hiding| hiding.as_bytes() == name).copied();
                if name == b"code" {
                    self.text.push_decoded(OBJECT, bytes.start, bytes.end);
                }
            }
            _ => {}
        }
    }

    /// Ends the block that is being read.
    fn flush(&mut self) {
        self.unread_tag = None;
        self.raised = false;
        if self.text.is_empty() {
            return;
        }
        let text = self.text.take();
        let kind = match self.heading {
            Some(level) => BlockKind::Heading(level),
            None => match self.table.as_mut().filter(|table| table.in_cell()) {
                Some(table) => return table.push(text, self.reading),
                None if self.items > 0 => BlockKind::ListItem,
                None if self.quotes > 0 => BlockKind::Quotation,
                None => BlockKind::Paragraph,
            },
        };
        self.reading.push(kind, text);
    }
}

#[cfg(test)]
mod tests {
    use crate::document::{Document, Given};

    fn shown(source: &str) -> String {
        let document = Document::read("a.md", source, &Given::default());
        let lines: Vec<String> =
            document.blocks.iter().map(|b| format!("{} {:?}", super::super::tests::kind(&b.kind), b.text)).collect();
        lines.join("\n")
    }

    #[test]
    fn reads_prose_and_leaves_out_the_rest() {
        insta::assert_snapshot!(shown("# Ten *dead*\n\nIn `code` a [link](http://x.org/12) and ![alt 5](b.png) end.\n\n```\n12\n```\n\n    13\n"), @r#"
        h1 "Ten dead"
        p "In ￼ a link and  end."
        "#);
        insta::assert_snapshot!(shown("Ten\npeople &amp; two\\*\r\n~~5~~ 6 km<sup>2</sup><!-- 7 --><br>end[^1]\n\n[^1]: A note.\n"), @r#"
        p "Ten\npeople & two*\n 6 km²\nend"
        p "A note."
        "#);
        insta::assert_snapshot!(shown("> Ten\n> died\n\n- one\n  - two\n- [x] three\n\n  four\n\n1. five\n"), @r#"
        quote "Ten\ndied"
        li "one"
        li "two"
        li "three"
        li "four"
        li "five"
        "#);
        insta::assert_snapshot!(shown("| Year | Dead |\n|---|---|\n| 2023 | 5,600 |\n| 2024 | a \\| b |\n"), @r#"
        cell 0,0,0 head "Year"
        cell 0,0,1 head "Dead"
        cell 0,1,0 under Year "2023"
        cell 0,1,1 under Dead of 2023 "5,600"
        cell 0,2,0 under Year "2024"
        cell 0,2,1 under Dead of 2024 "a | b"
        "#);
        insta::assert_snapshot!(shown("<div>\nTen <b>people</b> &amp; two\n</div>\n\n<script>\nlet a = 12;\n</script>\n\nA <del>5</del> b {{ \"/2016/07/26/\" | url }} c {% x 12 %}.\n"), @r#"
        p "Ten people & two"
        p "A  b ￼ c ￼."
        "#);
    }
}

//! Reads the XML of a Word document's text or notes: paragraphs with their runs, tables with their cells. It goes
//! through the elements once and remembers which of those that hide text are open.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::package::fault;
use super::styles::{Style, Styles, attribute, outline};
use super::{At, Step, Word};
use crate::document::html::{OBJECT, raised};
use crate::document::{BlockKind, DecodeError, entity};
use crate::span::Span;

/// Elements whose text the document does not say: deleted or moved away, instructions of fields, and the second form of
/// what newer programs show in a first one.
const UNREAD: &[&str] =
    &["w:del", "w:moveFrom", "w:instrText", "w:delText", "w:delInstrText", "mc:Fallback", "m:oMath"];

/// Appends what a part says to the document.
pub(super) fn read(word: &mut Word, part: &str, xml: &str, styles: &Styles) -> Result<(), DecodeError> {
    let mut body = Body::new(word, styles);
    let mut reader = Reader::from_str(xml);
    loop {
        let event = reader.read_event().map_err(|error| {
            fault(format!("`{part}` in the file is broken at its byte {}: {error}", reader.error_position()))
        })?;
        match &event {
            Event::Start(element) => body.start(element),
            Event::Empty(element) => {
                body.start(element);
                body.end(element.name().as_ref());
            }
            Event::End(element) => body.end(element.name().as_ref()),
            Event::Text(text) => body.text(text),
            Event::CData(text) => body.text(text),
            Event::GeneralRef(name) => body.reference(name),
            Event::Eof => break,
            _ => {}
        }
    }
    if body.open > 0 {
        return Err(fault(format!("`{part}` in the file ends before its elements do")));
    }
    Ok(())
}

struct Body<'w> {
    word: &'w mut Word,
    styles: &'w Styles,
    /// Elements that are open.
    open: u32,
    /// Open elements of [`UNREAD`].
    unread: u32,
    /// Paragraphs that are open: a text box stands within one.
    paragraphs: Vec<Paragraph>,
    run: Run,
    in_text: bool,
    /// Whether the properties being read are of the paragraph's mark and not of a run.
    in_paragraph_properties: bool,
    tables: Vec<Table>,
    table_count: u32,
    paragraph_count: u32,
    note: Option<At>,
}

#[derive(Debug, Default)]
struct Paragraph {
    text: String,
    style: Option<Style>,
    listed: bool,
    /// Its end was deleted: the next one goes on with it.
    joined: bool,
}

/// How the letters of a run are set.
#[derive(Debug, Default)]
struct Run {
    hidden: bool,
    raised: bool,
}

#[derive(Debug)]
struct Table {
    number: u32,
    row: u32,
    column: u32,
    /// The step that ended the row before this one.
    row_step: usize,
    /// The step that begins the present cell.
    cell_step: usize,
}

impl<'w> Body<'w> {
    fn new(word: &'w mut Word, styles: &'w Styles) -> Self {
        Self {
            word,
            styles,
            open: 0,
            unread: 0,
            paragraphs: Vec::new(),
            run: Run::default(),
            in_text: false,
            in_paragraph_properties: false,
            tables: Vec::new(),
            table_count: 0,
            paragraph_count: 0,
            note: None,
        }
    }

    fn start(&mut self, element: &BytesStart<'_>) {
        self.open += 1;
        let value = || attribute(element, "w:val");
        let on = || value().is_none_or(|value| !matches!(value.as_str(), "0" | "false" | "none" | "off"));
        let name = element.name();
        let name: &str = name.as_ref();
        if UNREAD.contains(&name) {
            self.unread += 1;
            if let Some(paragraph) = self.paragraphs.last_mut() {
                paragraph.joined |= name == "w:del" && self.in_paragraph_properties;
            }
            if name == "m:oMath" && self.unread == 1 {
                self.push(OBJECT);
            }
            return;
        }
        match name {
            "w:p" => self.start_paragraph(),
            "w:pPr" => self.in_paragraph_properties = true,
            "w:r" => self.run = Run::default(),
            "w:t" => self.in_text = true,
            "w:tab" if !self.in_paragraph_properties => self.push("\t"),
            "w:br" | "w:cr" => self.push("\n"),
            "w:noBreakHyphen" => self.push("\u{2011}"),
            "w:strike" | "w:dstrike" | "w:vanish" if !self.in_paragraph_properties => self.run.hidden |= on(),
            "w:vertAlign" if !self.in_paragraph_properties => {
                self.run.raised = value().is_some_and(|value| value == "superscript");
            }
            "w:pStyle" | "w:outlineLvl" | "w:numId" => self.style(name, &value().unwrap_or_default()),
            "w:tbl" => self.start_table(),
            "w:tr" => self.start_row(),
            "w:tblHeader" if on() => self.head_row(),
            "w:tc" => self.start_cell(),
            "w:gridSpan" => self.widen(value().and_then(|value| value.parse().ok()).unwrap_or(1)),
            "w:footnote" | "w:endnote" => self.start_note(element, name == "w:footnote"),
            _ => {}
        }
    }

    fn end(&mut self, name: &str) {
        self.open = self.open.saturating_sub(1);
        if UNREAD.contains(&name) {
            self.unread = self.unread.saturating_sub(1);
            return;
        }
        match name {
            "w:p" => self.end_paragraph(),
            "w:pPr" => self.in_paragraph_properties = false,
            "w:t" => self.in_text = false,
            "w:tc" => {
                self.flush_joined();
                self.word.steps.push(Step::CellEnd);
            }
            "w:tbl" => {
                self.flush_joined();
                self.tables.pop();
                self.word.steps.push(Step::TableEnd);
            }
            "w:footnote" | "w:endnote" | "w:body" => {
                self.flush_joined();
                self.note = None;
            }
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if self.in_text {
            self.push(text);
        }
    }

    fn reference(&mut self, name: &str) {
        if self.in_text
            && let Some((character, _)) = entity::decode(&format!("&{name};"))
        {
            self.push(character.encode_utf8(&mut [0; 4]));
        }
    }

    fn push(&mut self, text: &str) {
        // The mathematics itself is unread; what stands for it is pushed when it begins.
        if self.unread > 0 && text != OBJECT || self.run.hidden {
            return;
        }
        let Some(paragraph) = self.paragraphs.last_mut() else { return };
        for character in text.chars() {
            match character {
                // Text is wrapped in the XML without meaning anything by it; a soft hyphen means as little.
                '\u{ad}' => {}
                digit @ '0'..='9' if self.run.raised => {
                    paragraph.text.push_str(raised(digit as u8).unwrap_or_default());
                }
                other => paragraph.text.push(other),
            }
        }
    }

    fn start_paragraph(&mut self) {
        self.run = Run::default();
        match self.paragraphs.last_mut() {
            // The end of the paragraph before was deleted.
            Some(paragraph) if paragraph.joined => paragraph.joined = false,
            _ => self.paragraphs.push(Paragraph::default()),
        }
    }

    fn end_paragraph(&mut self) {
        if self.paragraphs.last().is_some_and(|paragraph| !paragraph.joined)
            && let Some(paragraph) = self.paragraphs.pop()
        {
            self.write(&paragraph);
        }
    }

    /// Ends a paragraph whose end was deleted where nothing follows that it could go on with.
    fn flush_joined(&mut self) {
        if self.paragraphs.last().is_some_and(|paragraph| paragraph.joined)
            && let Some(paragraph) = self.paragraphs.pop()
        {
            self.write(&paragraph);
        }
    }

    fn write(&mut self, paragraph: &Paragraph) {
        let text = paragraph.text.trim();
        if text.is_empty() || paragraph.style == Some(Style::Contents) {
            return;
        }
        let at = match (self.note, self.tables.last()) {
            (Some(note), _) => note,
            (None, Some(table)) => At::Cell { table: table.number, row: table.row, column: table.column },
            (None, None) => {
                self.paragraph_count += 1;
                At::Paragraph(self.paragraph_count)
            }
        };
        let kind = match paragraph.style {
            Some(Style::Heading(level)) => BlockKind::Heading(level),
            Some(Style::Quotation) => BlockKind::Quotation,
            Some(Style::Caption) => BlockKind::Caption,
            Some(Style::ListItem) => BlockKind::ListItem,
            _ if paragraph.listed => BlockKind::ListItem,
            _ => BlockKind::Paragraph,
        };
        let start = self.word.text.len() as u32;
        self.word.text.push_str(text);
        self.word.places.push((start, at));
        self.word.steps.push(Step::Paragraph { kind, span: Span::new(start, self.word.text.len() as u32) });
        self.word.text.push('\n');
    }

    fn style(&mut self, name: &str, value: &str) {
        let style = match name {
            "w:pStyle" => self.styles.get(value),
            "w:outlineLvl" => outline(value),
            _ => None,
        };
        let Some(paragraph) = self.paragraphs.last_mut() else { return };
        paragraph.style = style.or(paragraph.style);
        // Number 0 takes the list of a style away.
        if name == "w:numId" {
            paragraph.listed = value != "0";
        }
    }

    fn start_table(&mut self) {
        self.table_count += 1;
        let step = self.word.steps.len();
        self.word.steps.push(Step::TableStart);
        self.tables.push(Table { number: self.table_count, row: 0, column: 0, row_step: step, cell_step: step });
    }

    fn start_row(&mut self) {
        let step = self.word.steps.len();
        let Some(table) = self.tables.last_mut() else { return };
        (table.row, table.column, table.row_step) = (table.row + 1, 0, step);
        self.word.steps.push(Step::Row { header: false });
    }

    fn head_row(&mut self) {
        let step = self.tables.last().and_then(|table| self.word.steps.get_mut(table.row_step));
        if let Some(Step::Row { header }) = step {
            *header = true;
        }
    }

    fn start_cell(&mut self) {
        let step = self.word.steps.len();
        let Some(table) = self.tables.last_mut() else { return };
        (table.column, table.cell_step) = (table.column + 1, step);
        self.word.steps.push(Step::Cell { columns: 1 });
    }

    fn widen(&mut self, by: u32) {
        let Some(table) = self.tables.last_mut() else { return };
        if let Some(Step::Cell { columns }) = self.word.steps.get_mut(table.cell_step) {
            *columns = by;
        }
    }

    /// A footnote; the lines above the notes are notes of their own and empty.
    fn start_note(&mut self, element: &BytesStart<'_>, foot: bool) {
        let number = attribute(element, "w:id").and_then(|id| id.parse().ok()).unwrap_or(0);
        self.note = Some(if foot { At::Footnote(number) } else { At::Endnote(number) });
    }
}

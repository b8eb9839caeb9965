//! Reads Word documents. Their bytes say nothing to a reader, so that the text is written out first, a paragraph a
//! line, and positions count in that text; a locator ("paragraph 12") says where to look in Word. What is struck out,
//! hidden or deleted with changes tracked is left out, what was inserted is in, and comments are not of the text.

mod body;
mod package;
mod styles;

use std::sync::Arc;

use super::reading::{Reading, TextBuilder};
use super::table::Table;
use super::{BlockKind, DecodeError};
use crate::span::Span;

/// What a Word document says.
#[derive(Debug, Default)]
pub(super) struct Word {
    /// Its text, a paragraph a line.
    pub(super) text: String,
    steps: Vec<Step>,
    /// Where each paragraph stands, with its first byte in the text.
    places: Vec<(u32, At)>,
}

/// What comes next in the document.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Step {
    /// A paragraph, with its bytes in the text.
    Paragraph {
        kind: BlockKind,
        span: Span,
    },
    TableStart,
    TableEnd,
    /// The end of a row, and whether the next one is a header.
    Row {
        header: bool,
    },
    /// A cell that reaches over so many columns.
    Cell {
        columns: u32,
    },
    CellEnd,
}

/// Where a paragraph stands, each number from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum At {
    Paragraph(u32),
    Cell { table: u32, row: u32, column: u32 },
    Footnote(u32),
    Endnote(u32),
}

impl Word {
    /// Takes the text out of a file.
    pub(super) fn open(bytes: &[u8]) -> Result<Self, DecodeError> {
        let mut package = package::Package::open(bytes)?;
        let styles = styles::Styles::read(package.part("word/styles.xml")?.as_deref().unwrap_or_default());
        let mut word = Self::default();
        let Some(document) = package.part(package::DOCUMENT)? else {
            return Err(DecodeError::Word { fault: format!("the file has no `{}`", package::DOCUMENT) });
        };
        body::read(&mut word, package::DOCUMENT, &document, &styles)?;
        for notes in ["word/footnotes.xml", "word/endnotes.xml"] {
            if let Some(xml) = package.part(notes)? {
                body::read(&mut word, notes, &xml, &styles)?;
            }
        }
        if u32::try_from(word.text.len()).is_err() {
            return Err(DecodeError::TooLarge { size: word.text.len() as u64 });
        }
        Ok(word)
    }

    /// Reads its paragraphs as blocks.
    pub(super) fn read(&self, reading: &mut Reading<'_>) {
        let mut tables: Vec<Table> = Vec::new();
        for step in &self.steps {
            match step {
                Step::Paragraph { kind, span } => {
                    let text = TextBuilder::of(reading.source, span.start as usize, span.end as usize);
                    match tables.last_mut().filter(|table| table.in_cell()) {
                        Some(table) => table.push(text, reading),
                        None => {
                            reading.push(kind.clone(), text);
                        }
                    }
                }
                Step::TableStart => tables.push(Table::new(reading)),
                Step::TableEnd => {
                    if let Some(mut table) = tables.pop() {
                        table.end_row(&mut reading.blocks);
                    }
                }
                Step::Row { header } => with(&mut tables, |table| {
                    table.end_row(&mut reading.blocks);
                    table.set_head(*header);
                }),
                Step::Cell { columns } => with(&mut tables, |table| table.start_cell(false, *columns as usize, 1)),
                Step::CellEnd => with(&mut tables, Table::end_cell),
            }
        }
    }

    /// Where the paragraph with a byte of the text stands.
    pub(super) fn locator(&self, byte: u32) -> Option<Arc<str>> {
        let (_, at) = self.places.get(self.places.partition_point(|place| place.0 <= byte).checked_sub(1)?)?;
        let shown = match at {
            At::Paragraph(number) => format!("paragraph {number}"),
            At::Cell { table, row, column } => format!("table {table}, row {row}, column {column}"),
            At::Footnote(number) => format!("footnote {number}"),
            At::Endnote(number) => format!("endnote {number}"),
        };
        Some(shown.into())
    }
}

fn with(tables: &mut [Table], then: impl FnOnce(&mut Table)) {
    if let Some(table) = tables.last_mut() {
        then(table);
    }
}

#[cfg(test)]
mod tests;

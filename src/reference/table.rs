//! CSV sets, and workbooks as tables with tabs: one row a fact, one column a key, the lists in a cell separated by
//! semicolons. Cells are scanned here because every fault needs the bytes of its cell.

use std::borrow::Cow;

use super::fault::{Fault, Source, Unreadable};
use super::hxl;
use super::keys::KEYS;
use super::row::{Entry, Row, Written};
use super::value::decimal;
use crate::span::Span;
use crate::verdict::nearest;

/// One cell: its words, and the bytes it stands at (without quotation marks).
#[derive(Clone, Debug)]
pub(super) struct Cell<'a> {
    pub(super) text: Cow<'a, str>,
    pub(super) span: Span,
}

impl Cell<'_> {
    pub(super) fn is_empty(&self) -> bool {
        self.text.trim().is_empty()
    }
}

/// Most rows above the header.
const TITLES: usize = 20;
/// Keys that take a number; everything else in a table is words.
const NUMBERS: [&str; 3] = ["value", "low", "high"];
/// Keys that take several values.
const LISTS: [&str; 2] = ["about", "qualifiers"];

/// The rows of a table. `quoted` is false for workbooks, whose cells never are.
pub(super) fn read<'a>(source: &Source<'a>, quoted: bool, faults: &mut Vec<Fault>) -> Result<Vec<Row<'a>>, Unreadable> {
    let text = source.text;
    let delimiter = if quoted { delimiter(text) } else { b'\t' };
    let mut records = Records { source, delimiter, quoted, at: 0, faults };
    let mut table: Vec<Vec<Cell<'a>>> = Vec::new();
    while let Some(record) = records.next() {
        if record.iter().any(|cell| !cell.is_empty()) {
            table.push(record);
        }
    }
    if let Some(tags) = hxl::tags(&table) {
        return Ok(hxl::rows(&table, tags, source, faults));
    }
    // Titles and notes may stand above the header.
    let named = |record: &Vec<Cell<'_>>| record.iter().filter(|cell| key(&cell.text).is_some()).count();
    let above = table.iter().take(TITLES).position(|record| named(record) > 1).unwrap_or_default();
    let Some((header, body)) = table[above..].split_first() else {
        return Ok(Vec::new());
    };
    let keys: Vec<Option<&'static str>> = header.iter().map(|cell| key(&cell.text)).collect();
    if keys.iter().all(Option::is_none) {
        return Err(Unreadable {
            message: "no row names the columns of a reference set (id, measure, about, value ...), and no row has \
                      HXL tags"
                .to_owned(),
            span: header[0].span.range(),
        });
    }
    if !columns_are_sound(source, header, &keys, faults) {
        return Ok(Vec::new());
    }
    let rows = body.iter().map(|record| row(record, header, &keys, source, faults));
    Ok(rows.collect())
}

/// The key that a column's header means: "As of" is `as_of`.
fn key(header: &str) -> Option<&'static str> {
    let name = header.trim().to_lowercase().replace([' ', '-'], "_");
    KEYS.iter().copied().find(|key| *key == name)
}

/// Tells of unknown and doubled columns; false where a column is missing without which no row can be read.
fn columns_are_sound(
    source: &Source<'_>,
    header: &[Cell<'_>],
    keys: &[Option<&'static str>],
    faults: &mut Vec<Fault>,
) -> bool {
    let whole = row_span(header);
    let mut fault = |span: Span, message: String, help: Option<String>| {
        faults.push(Fault { message, help, place: source.place(span, whole), other: None });
    };
    for (at, (cell, key)) in header.iter().zip(keys).enumerate() {
        match key {
            None if cell.is_empty() => {}
            None => {
                let help =
                    nearest(&cell.text, KEYS.iter().copied()).map(|key| format!("did you mean \u{201c}{key}\u{201d}?"));
                let message = format!("a reference set has no column \u{201c}{}\u{201d}", cell.text.trim());
                fault(cell.span, message, help.or_else(|| Some(format!("the columns are: {}", KEYS.join(", ")))));
            }
            Some(key) if keys[..at].contains(&Some(key)) => {
                fault(cell.span, format!("the column \u{201c}{key}\u{201d} stands twice"), None);
            }
            Some(_) => {}
        }
    }
    let has = |key: &'static str| keys.contains(&Some(key));
    let mut sound = true;
    if !has("says") {
        for missing in ["id", "measure"].into_iter().filter(|key| !has(key)) {
            sound = false;
            fault(whole, format!("the table has no column \u{201c}{missing}\u{201d}"), None);
        }
        if !(has("value") || has("low") && has("high")) {
            sound = false;
            fault(
                whole,
                "the table has no column \u{201c}value\u{201d}, nor \u{201c}low\u{201d} and \u{201c}high\u{201d}"
                    .to_owned(),
                None,
            );
        }
    }
    sound
}

pub(super) fn row_span(record: &[Cell<'_>]) -> Span {
    match record {
        [first, .., last] => first.span.cover(last.span),
        [one] => one.span,
        [] => Span::default(),
    }
}

fn row<'a>(
    record: &[Cell<'a>],
    header: &[Cell<'a>],
    keys: &[Option<&'static str>],
    source: &Source<'a>,
    faults: &mut Vec<Fault>,
) -> Row<'a> {
    let whole = row_span(record);
    if let Some(extra) = record.get(header.len()..).and_then(|extra| extra.iter().find(|cell| !cell.is_empty())) {
        faults.push(Fault {
            message: format!("this row has {} cells, and the header only {}", record.len(), header.len()),
            help: Some("put a cell with a comma or semicolon into quotation marks".to_owned()),
            place: source.place(extra.span, whole),
            other: None,
        });
    }
    let cells = record.iter().zip(header).zip(keys);
    let entries = cells.filter_map(|((cell, header), key)| {
        let key = (*key)?;
        (!cell.is_empty()).then(|| Entry {
            key: Cow::Borrowed(key),
            key_span: header.span,
            value: written(cell, key),
            span: cell.span,
        })
    });
    Row { head: record.first().map_or(whole, |cell| cell.span), whole, entries: entries.collect() }
}

/// What a cell means under a key.
fn written<'a>(cell: &Cell<'a>, key: &str) -> Written<'a> {
    if LISTS.contains(&key) {
        let items = cell.text.split(';').map(str::trim).filter(|item| !item.is_empty());
        return Written::List(items.map(|item| Written::Text(Cow::Owned(item.to_owned()))).collect());
    }
    if NUMBERS.contains(&key) { number(cell) } else { Written::Text(cell.text.clone()) }
}

/// A number as the bytes of the file, or words where it is none.
pub(super) fn number<'a>(cell: &Cell<'a>) -> Written<'a> {
    match &cell.text {
        Cow::Borrowed(text) if !text.contains('_') && decimal(text.trim()).is_some() => {
            Written::Number(text.trim().into())
        }
        text => Written::Text(text.clone()),
    }
}

/// What separates the cells: whichever of comma, semicolon and tab stands most often in the first line.
fn delimiter(text: &str) -> u8 {
    let first = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let count = |delimiter: &u8| first.bytes().filter(|byte| byte == delimiter).count();
    // The first of equals, which is the comma, wins.
    [b'\t', b';', b','].into_iter().max_by_key(count).unwrap_or(b',')
}

/// The records of a table (RFC 4180), empty ones too.
struct Records<'s, 'a> {
    source: &'s Source<'a>,
    delimiter: u8,
    quoted: bool,
    at: usize,
    faults: &'s mut Vec<Fault>,
}

impl<'a> Records<'_, 'a> {
    fn next(&mut self) -> Option<Vec<Cell<'a>>> {
        let text = self.source.text;
        if self.at >= text.len() {
            return None;
        }
        let mut record = Vec::new();
        loop {
            record.push(self.cell());
            match text.as_bytes().get(self.at) {
                Some(byte) if *byte == self.delimiter => self.at += 1,
                Some(_) => {
                    self.at += 1;
                    return Some(record);
                }
                None => return Some(record),
            }
        }
    }

    /// The next cell; then `at` is the delimiter, line end or text end behind it.
    fn cell(&mut self) -> Cell<'a> {
        let text = self.source.text;
        let start = self.at;
        if self.quoted && text.as_bytes().get(start) == Some(&b'"') {
            match closing_quote(text, start + 1) {
                Some(end) => {
                    let inside = &text[start + 1..end];
                    let words = if inside.contains('"') {
                        Cow::Owned(inside.replace("\"\"", "\""))
                    } else {
                        Cow::Borrowed(inside)
                    };
                    self.at = end + 1;
                    self.at = self.end();
                    return Cell { text: words, span: Span::new(start as u32 + 1, end as u32) };
                }
                None => self.faults.push(Fault {
                    message: "this quotation mark is never closed".to_owned(),
                    help: Some("close it, or double a quotation mark that belongs to the words".to_owned()),
                    place: self
                        .source
                        .place(Span::new(start as u32, start as u32 + 1), Span::new(start as u32, start as u32 + 1)),
                    other: None,
                }),
            }
        }
        self.at = self.end();
        let words = text[start..self.at].trim_end_matches('\r');
        Cell { text: Cow::Borrowed(words), span: Span::new(start as u32, (start + words.len()) as u32) }
    }

    /// The next delimiter or line end.
    fn end(&self) -> usize {
        let rest = &self.source.text.as_bytes()[self.at..];
        memchr::memchr2(self.delimiter, b'\n', rest).map_or(self.source.text.len(), |found| self.at + found)
    }
}

/// The quotation mark that closes a cell; doubled ones belong to it.
fn closing_quote(text: &str, from: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut at = from;
    loop {
        at += memchr::memchr(b'"', bytes.get(at..)?)?;
        if bytes.get(at + 1) != Some(&b'"') {
            return Some(at);
        }
        at += 2;
    }
}

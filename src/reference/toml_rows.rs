//! Reads a TOML reference set into rows, with recovery: a table that is no TOML is a fault of its own and hides no
//! other table.

use rayon::prelude::*;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::fault::{Fault, Source, Unreadable};
use super::format::in_order;
use super::row::{Entry, Row, Written};
use crate::span::Span;
use crate::verdict::nearest;

/// Bytes of a set that one thread reads before it takes others.
const PIECE: usize = 1 << 16;

/// What `then` makes of each row, in file order. A long set is cut at table headers and read in pieces. Where the
/// parser stumbles, every table is read alone, and those with a fault of TOML itself are left out.
pub(super) fn each<T: Send>(
    source: &Source<'_>,
    faults: &mut Vec<Fault>,
    then: &(impl Fn(&Row<'_>, &mut Vec<Fault>) -> T + Sync),
) -> Result<Vec<T>, Unreadable> {
    let text = source.text;
    let headers = header_lines(text);
    let sound = |(start, end): &(usize, usize)| {
        let chunk = &text[*start..*end];
        let (table, errors) = DeTable::parse_recoverable(chunk);
        let mut faults = Vec::new();
        errors.is_empty().then(|| (each_of(source, &table, *start, chunk, &mut faults, then), faults))
    };
    // A header that stands in a text of several lines cuts it, and both pieces are no TOML.
    if let Some(parts) = pieces(&headers, text.len(), PIECE).par_iter().map(sound).collect::<Option<Vec<_>>>() {
        return Ok(in_order(parts, faults));
    }
    let (table, errors) = DeTable::parse_recoverable(text);
    if errors.is_empty() {
        return Ok(each_of(source, &table, 0, text, faults, then));
    }
    if headers.is_empty() {
        let error = &errors[0];
        return Err(Unreadable {
            message: format!("this is no TOML with [[fact]] tables: {}", error.message()),
            span: error.span().unwrap_or(0..text.len()),
        });
    }
    let mut all = Vec::new();
    for (start, end) in pieces(&headers, text.len(), 1) {
        let chunk = &text[start..end];
        let (table, errors) = DeTable::parse_recoverable(chunk);
        for error in &errors {
            let span = error.span().unwrap_or(0..chunk.len());
            let whole = Span::new(start as u32, end as u32);
            faults.push(Fault {
                message: format!("this is no valid TOML: {}", error.message()),
                help: Some("the whole table is left out until this is mended".to_owned()),
                place: source.place(shifted(span, start), whole),
                other: None,
            });
        }
        if errors.is_empty() {
            all.extend(each_of(source, &table, start, chunk, faults, then));
        }
    }
    Ok(all)
}

/// Where a text is cut at table headers into pieces of at least so many bytes.
fn pieces(headers: &[usize], end: usize, size: usize) -> Vec<(usize, usize)> {
    let mut pieces = Vec::new();
    let mut start = 0;
    for &header in headers.iter().filter(|&&header| header > 0) {
        if header - start >= size {
            pieces.push((start, header));
            start = header;
        }
    }
    pieces.push((start, end));
    pieces
}

fn each_of<'a, T>(
    source: &Source<'a>,
    root: &Spanned<DeTable<'a>>,
    from: usize,
    chunk: &'a str,
    faults: &mut Vec<Fault>,
    then: &impl Fn(&Row<'_>, &mut Vec<Fault>) -> T,
) -> Vec<T> {
    let rows = rows(source, root, from, chunk, faults);
    rows.iter().map(|row| then(row, faults)).collect()
}

/// First bytes of the lines that begin a table.
fn header_lines(text: &str) -> Vec<usize> {
    let mut at = 0;
    let mut headers = Vec::new();
    for line in text.split_inclusive('\n') {
        if line.trim_start().starts_with("[[") {
            headers.push(at);
        }
        at += line.len();
    }
    headers
}

fn shifted(span: std::ops::Range<usize>, by: usize) -> Span {
    Span::new((span.start + by) as u32, (span.end.max(span.start) + by) as u32)
}

/// The rows of the `fact` array; every other key of the root is a fault.
fn rows<'a>(
    source: &Source<'a>,
    root: &Spanned<DeTable<'a>>,
    from: usize,
    chunk: &'a str,
    faults: &mut Vec<Fault>,
) -> Vec<Row<'a>> {
    let mut rows = Vec::new();
    let whole = Span::new(from as u32, (from + chunk.len()) as u32);
    for (key, value) in root.get_ref() {
        let mut fault = |message: String, help: Option<String>, span| {
            faults.push(Fault { message, help, place: source.place(shifted(span, from), whole), other: None });
        };
        if key.get_ref() != "fact" {
            let help = nearest(key.get_ref(), ["fact"]).map(|_| "[[fact]]".to_owned());
            let message = format!("a reference set has no key \u{201c}{}\u{201d}", key.get_ref());
            fault(message, help, key.span());
            continue;
        }
        let Some(list) = value.get_ref().as_array() else {
            let help = "write [[fact]] above every fact".to_owned();
            fault("\u{201c}fact\u{201d} is not a list of tables".to_owned(), Some(help), value.span());
            continue;
        };
        for item in list {
            match item.get_ref().as_table() {
                Some(table) => rows.push(row(table, item.span(), from, chunk)),
                None => fault("this is no table with the keys of a fact".to_owned(), None, item.span()),
            }
        }
    }
    rows.sort_by_key(|row| row.head.start);
    for at in 0..rows.len() {
        let end = rows.get(at + 1).map_or(whole.end, |next| next.head.start);
        let row = &mut rows[at];
        row.whole = Span::new(row.head.start, end.max(row.head.end));
    }
    rows
}

fn row<'a>(table: &DeTable<'a>, head: std::ops::Range<usize>, from: usize, chunk: &'a str) -> Row<'a> {
    let mut entries: Vec<_> = table
        .iter()
        .map(|(key, value)| Entry {
            key: key.get_ref().clone(),
            key_span: shifted(key.span(), from),
            value: written(value, chunk),
            span: shifted(value.span(), from),
        })
        .collect();
    entries.sort_by_key(|entry| entry.key_span.start);
    let head = shifted(head, from);
    Row { head, whole: head, entries }
}

fn written<'a>(value: &Spanned<DeValue<'a>>, chunk: &'a str) -> Written<'a> {
    let bytes = || chunk.get(value.span()).unwrap_or_default();
    match value.get_ref() {
        DeValue::String(text) => Written::Text(text.clone()),
        DeValue::Integer(number) if number.radix() == 10 => Written::Number(bytes().into()),
        DeValue::Integer(_) => Written::Other("a number that is not decimal"),
        DeValue::Float(_) => Written::Number(bytes().into()),
        DeValue::Boolean(_) => Written::Other("true or false"),
        DeValue::Datetime(day) if day.date.is_some() && day.time.is_none() => Written::Day(bytes().into()),
        DeValue::Datetime(_) => Written::Other("a time of day"),
        DeValue::Array(list) => Written::List(list.iter().map(|item| written(item, chunk)).collect()),
        DeValue::Table(_) => Written::Other("a table"),
    }
}

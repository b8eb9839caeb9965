//! Archives as JSON Lines: `{"id": ..., "title": ..., "date": ..., "text": ...}`, each line a document of its own. What
//! the strings say is put together as one text, and every character keeps the bytes of the file that it was written
//! with.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::Arc;

use serde::Deserialize;
use serde_json::value::RawValue;

use super::file::{Origin, Part, Record};
use super::reading::{Reading, TextBuilder};
use super::{BlockKind, DateOrigin, DecodeError, Format, OffsetMap, stated, tag};
use crate::span::{LineIndex, Span};

/// The members that are read; others are the archive's own business.
#[derive(Debug, Deserialize)]
struct Line<'a> {
    #[serde(borrow)]
    id: Option<&'a RawValue>,
    #[serde(borrow)]
    title: Option<&'a RawValue>,
    #[serde(borrow)]
    date: Option<&'a RawValue>,
    #[serde(borrow)]
    text: Option<&'a RawValue>,
}

/// The lines of an archive that are not blank.
pub(super) fn lines(source: &str) -> impl Iterator<Item = Range<usize>> {
    let mut at = 0;
    let lines = source.split_inclusive('\n').map(move |line| {
        let start = at;
        at += line.len();
        start..start + line.trim_end().len()
    });
    lines.filter(|line| !source[line.clone()].trim_start_matches('\u{feff}').trim().is_empty())
}

/// The document in a line.
pub(super) fn part<'f>(source: &'f str, line: Range<usize>, lines: &Arc<LineIndex>) -> Result<Part<'f>, DecodeError> {
    let fault = |at: usize, fault: &str| DecodeError::Record {
        offset: at as u64,
        at: lines.locate(at as u32),
        fault: fault.to_owned(),
    };
    let indent = source[line.clone()].len() - source[line.clone()].trim_start_matches('\u{feff}').len();
    let start = line.start + indent;
    let object = &source[start..line.end];
    // A list would do for a struct too.
    if !object.starts_with('{') {
        return Err(fault(start, "the line is no object"));
    }
    let read: Line<'f> = serde_json::from_str(object).map_err(|error| {
        let said = error.to_string();
        let said = said.split(" at line ").next().unwrap_or_default();
        let mut at = (start + error.column().saturating_sub(1)).min(line.end);
        while !source.is_char_boundary(at) {
            at -= 1;
        }
        fault(at, said)
    })?;
    // A raw value is a slice of the line, so that its address says where it stands.
    let place = |value: &RawValue| value.get().as_ptr() as usize - source.as_ptr() as usize;
    let Some(body) = read.text else { return Err(fault(start, "the record has no `text`")) };
    let mut record = Composed::default();
    let mut add = |name: &str, value: Option<&RawValue>| match value.filter(|value| value.get() != "null") {
        None => Ok(Span::new(record.text.len() as u32, record.text.len() as u32)),
        Some(value) if value.get().starts_with('"') => Ok(record.string(value.get(), place(value))),
        Some(value) => Err(fault(place(value), &format!("`{name}` is no string"))),
    };
    let title = add("title", read.title)?;
    let date = add("date", read.date)?;
    let body = add("text", Some(body))?;
    let locator = match read.id.map(RawValue::get) {
        Some(id) if id != "null" => format!("record {}", id.trim_matches('"')),
        _ => format!("record in line {}", lines.locate(start as u32).line),
    };
    let format = if tag::begins_markup(body.slice(&record.text)) { Format::Html } else { Format::Archive };
    let origin = Record { map: record.map, locator: locator.into(), title, date, body: body.start };
    Ok(Part {
        text: Cow::Owned(record.text),
        format,
        origin: Origin::Record(Arc::new(origin)),
        lines: Arc::clone(lines),
    })
}

/// Reads title and date of a record.
pub(super) fn head(reading: &mut Reading<'_>, record: &Record) {
    let source = reading.source;
    let title = TextBuilder::of(source, record.title.start as usize, record.title.end as usize);
    if !title.is_empty() {
        reading.title = Some(title.line());
        reading.push(BlockKind::Heading(1), title);
    }
    stated::value(reading, DateOrigin::FrontMatter, record.date);
    reading.body = reading.blocks.len();
}

/// The text that the strings of a record make.
#[derive(Debug, Default)]
struct Composed {
    text: String,
    map: OffsetMap,
}

impl Composed {
    /// Appends a JSON string, which stands in the file from byte `at` on, and a line end behind it.
    fn string(&mut self, raw: &str, at: usize) -> Span {
        let start = self.text.len() as u32;
        let end = raw.len().saturating_sub(1);
        let mut from = 1;
        while let Some(escape) = memchr::memchr(b'\\', &raw.as_bytes()[from..end]).map(|len| from + len) {
            self.push(&raw[from..escape], at + from, escape - from);
            let (character, len) = unescape(&raw[escape..end]);
            self.push(character.encode_utf8(&mut [0; 4]), at + escape, len);
            from = escape + len;
        }
        self.push(&raw[from..end], at + from, end - from);
        let span = Span::new(start, self.text.len() as u32);
        self.push("\n", at + end, 0);
        span
    }

    fn push(&mut self, text: &str, file: usize, file_len: usize) {
        self.text.push_str(text);
        self.map.push(text.len() as u32, file as u32, file_len as u32);
    }
}

/// The character that an escape stands for, and the escape's length. `text` begins with the backslash; the parser found
/// it well formed, but for halves of surrogate pairs.
fn unescape(text: &str) -> (char, usize) {
    let unit = |at: usize| text.get(at..at + 4).and_then(|digits| u16::from_str_radix(digits, 16).ok());
    let Some(mark) = text[1..].chars().next() else { return ('\\', 1) };
    if mark != 'u' {
        let character = match mark {
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'b' | 'f' => ' ',
            other => other,
        };
        return (character, 1 + mark.len_utf8());
    }
    let Some(first) = unit(2) else { return ('u', 2) };
    let second = if text.get(6..8) == Some("\\u") { unit(8) } else { None };
    let pair = second.and_then(|second| char::decode_utf16([first, second]).next()?.ok());
    match pair {
        Some(character) if character.len_utf16() == 2 => (character, 12),
        _ => (char::from_u32(u32::from(first)).unwrap_or(char::REPLACEMENT_CHARACTER), 6),
    }
}

#[cfg(test)]
mod tests {
    use crate::document::{File, Given};
    use crate::span::Span;

    /// Each record as its locator, title and date, and its blocks with the bytes of the file that they came from.
    fn shown(source: &str) -> String {
        let file = File::open("a.jsonl", source.as_bytes()).expect("the source is UTF-8");
        let mut lines = Vec::new();
        file.each_part(&mut |part| {
            let part = match part {
                Ok(part) => part,
                Err(error) => return lines.push(error.to_string()),
            };
            let document = part.read("a.jsonl", &Given::default());
            let metadata = &document.metadata;
            let date = metadata.date.map_or_else(|| "no date".to_owned(), |date| date.to_string());
            let locator = document.locator(Span::default()).unwrap_or_default();
            lines.push(format!("{locator}: {} {date}", metadata.title.as_deref().unwrap_or("no title")));
            for block in &document.blocks {
                let file = document.to_file(block.map.to_file(Span::new(0, block.text.len() as u32)));
                lines.push(format!("  {:?} from {}", block.text, file.slice(source)));
            }
        });
        lines.join("\n")
    }

    #[test]
    fn each_line_is_a_document() {
        insta::assert_snapshot!(shown("{\"id\": \"n-1\", \"title\": \"Ten \\u20ac coins\", \"date\": \"2024-03-02\", \"text\": \"Ten coins.\\n\\nTwo \\ud83d\\ude00 \\\"left\\\".\"}\n\n{\"text\": \"Nine caf\u{e9}s.\", \"id\": 7, \"more\": [1]}\r\n"), @r#"
        record n-1: Ten € coins 2024-03-02
          "Ten € coins" from Ten \u20ac coins
          "Ten coins." from Ten coins.
          "Two 😀 \"left\"." from Two \ud83d\ude00 \"left\".
        record 7: no title no date
          "Nine cafés." from Nine cafés.
        "#);
        insta::assert_snapshot!(shown("{\"id\": 1, \"text\": \"<p>Ten <b>1</b>,200</p><p>B &amp; C</p>\"}"), @r#"
        record 1: no title no date
          "Ten 1,200" from Ten <b>1</b>,200
          "B & C" from B &amp; C
        "#);
    }

    #[test]
    fn a_faulty_line_is_told_and_the_others_are_read() {
        insta::assert_snapshot!(shown("{\"id\": 1}\n{\"text\": \"One.\"}\n{\"text\": \"Cut\n[1, 2]\n{\"text\": 12}\n{\"title\": [], \"text\": \"a\"}\nprose\n"), @r#"
        line 1, column 1: the record has no `text`; a line of an archive is an object such as {"id": "...", "title": "...", "date": "2024-03-02", "text": "..."}
        record in line 2: no title no date
          "One." from One.
        line 3, column 13: EOF while parsing a string; a line of an archive is an object such as {"id": "...", "title": "...", "date": "2024-03-02", "text": "..."}
        line 4, column 1: the line is no object; a line of an archive is an object such as {"id": "...", "title": "...", "date": "2024-03-02", "text": "..."}
        line 5, column 10: `text` is no string; a line of an archive is an object such as {"id": "...", "title": "...", "date": "2024-03-02", "text": "..."}
        line 6, column 11: `title` is no string; a line of an archive is an object such as {"id": "...", "title": "...", "date": "2024-03-02", "text": "..."}
        line 7, column 1: the line is no object; a line of an archive is an object such as {"id": "...", "title": "...", "date": "2024-03-02", "text": "..."}
        "#);
    }
}

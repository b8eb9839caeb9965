//! Prose of entries below the top level: titles of sources, captions, notes. It speaks of the text but is no part of
//! its course, and is read behind the body like a footnote.

use super::scalar::{double_quoted, line_end, scalar};
use crate::document::reading::Reading;
use crate::document::{BlockKind, json};

/// Keys whose values are prose in entries of lists and tables, and `notes` everywhere.
const ENTRY: &[&str] = &[
    "title",
    "headline",
    "subtitle",
    "description",
    "summary",
    "excerpt",
    "caption",
    "alt",
    "quote",
    "text",
    "note",
    "notes",
];

/// Reads the prose of entries in the front matter in `source[start..end]`: `- title: ...`, `[[sources]]`, notes.
pub(in crate::document) fn read_entries(reading: &mut Reading<'_>, start: usize, end: usize) {
    let source = reading.source;
    let fence = source[start..end].get(..3).unwrap_or_default();
    if source[start..end].starts_with('{') {
        for member in
            json::members(source, start, end).filter(|member| is_entry(member.key.slice(source), member.depth > 1))
        {
            reading.push(BlockKind::Caption, double_quoted(source, member.value.range()));
        }
        return;
    }
    let mark = match fence {
        "---" => b':',
        "+++" => b'=',
        _ => return,
    };
    let mut nested = false;
    let mut at = line_end(source, start);
    while at < end {
        let next = line_end(source, at).min(end);
        let line = &source[at..next];
        nested |= mark == b'=' && line.starts_with('[');
        let inner = line.trim_start_matches([' ', '\t', '-']);
        let column = line.len() - inner.len();
        let key =
            memchr::memchr(mark, inner.as_bytes()).map(|len| (inner[..len].trim().trim_matches('"'), column + len));
        at = match key {
            Some((key, len)) if is_entry(key, nested || column > 0) => {
                let (value, _, after) = scalar(source, at + len + 1, end, column);
                reading.push(BlockKind::Caption, value);
                line_end(source, after.max(next - 1)).min(end)
            }
            _ => next,
        };
    }
}

fn is_entry(key: &str, nested: bool) -> bool {
    let known = ENTRY.iter().any(|entry| key.eq_ignore_ascii_case(entry));
    known && (nested || key.eq_ignore_ascii_case("notes") || key.eq_ignore_ascii_case("note"))
}

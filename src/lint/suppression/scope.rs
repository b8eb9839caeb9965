//! Where the instructions of a text hold, as bytes of the file.

use super::{Kind, Suppression};
use crate::document::Document;
use crate::span::Span;

/// Settles the scope of every entry, and marks each `figlint-enable` that ends something as used.
pub(super) fn settle(document: &Document<'_>, all: &mut [Suppression]) {
    let end = document.source.len() as u32 + 1;
    for n in 0..all.len() {
        let (before, rest) = all.split_at_mut(n);
        let Some(one) = rest.first_mut() else { return };
        let span = one.place.span;
        let holds = match one.kind {
            None | Some(Kind::Enable) => Span::default(),
            Some(Kind::Disable) => Span::new(span.start, end),
            Some(Kind::File) => Span::new(0, end),
            Some(Kind::Line) => lines(document, one.place.start.line, one.place.end.line, end),
            Some(Kind::NextLine) => {
                let line = next_line(document, span.end);
                lines(document, line, line, end)
            }
        };
        for entry in &mut one.entries {
            entry.holds = holds;
        }
        if one.kind == Some(Kind::Enable) {
            enable(before, one, end);
        }
    }
}

/// Ends what the instruction names among those before it.
fn enable(before: &mut [Suppression], one: &mut Suppression, open: u32) {
    for entry in &mut one.entries {
        let disabled = before.iter_mut().filter(|other| other.kind == Some(Kind::Disable));
        for other in disabled.flat_map(|other| &mut other.entries) {
            if other.holds.end == open && (entry.name.is_none() || entry.name == other.name) {
                other.holds.end = one.place.span.start;
                entry.used = true;
            }
        }
    }
}

/// The bytes of lines, with both line ends.
fn lines(document: &Document<'_>, first: u32, last: u32, end: u32) -> Span {
    let start = document.lines.line_start(first).unwrap_or(end);
    Span::new(start, document.lines.line_start(last + 1).unwrap_or(end).max(start))
}

/// The next line behind a byte that holds something besides instructions.
fn next_line(document: &Document<'_>, byte: u32) -> u32 {
    let source = document.source;
    let mut at = byte;
    // The rest of the comment's own line is not the next line, whatever stands there.
    while let Some(line) = memchr::memchr(b'\n', &source.as_bytes()[at as usize..]) {
        at += line as u32 + 1;
        let text = source[at as usize..].lines().next().unwrap_or_default();
        let start = at + (text.len() - text.trim_start().len()) as u32;
        match document.instructions.iter().find(|other| other.span.start == start) {
            Some(other) => {
                let rest = source[other.span.end as usize..].lines().next().unwrap_or_default();
                if !rest.trim().is_empty() {
                    return document.lines.locate(other.span.end).line;
                }
                at = other.span.end;
            }
            None if text.trim().is_empty() => {}
            None => return document.lines.locate(at).line,
        }
    }
    document.lines.lines() + 1
}

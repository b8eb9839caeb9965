//! Where the instructions of a text hold. It is settled in the text as it was read, where lines are lines also in a record
//! of an archive, and then said in bytes of the file, where findings stand.

use super::{Kind, Suppression};
use crate::document::Document;
use crate::span::Span;

/// Settles the scope of every entry, and marks each `figlint-enable` that ends something as used.
pub(super) fn settle(document: &Document<'_>, all: &mut [Suppression]) {
    let open = document.source.len() as u32 + 1;
    for (n, instruction) in document.instructions.iter().enumerate() {
        let (before, rest) = all.split_at_mut(n);
        let Some(one) = rest.first_mut() else { break };
        let span = instruction.span;
        let holds = match one.kind {
            None | Some(Kind::Enable | Kind::Nowhere) => Span::default(),
            Some(Kind::Disable) => Span::new(span.start, open),
            Some(Kind::File) => Span::new(0, open),
            Some(Kind::Line) => lines(document, span, open),
            Some(Kind::NextLine) => next_line(document, span.end)
                .map_or(Span::new(open, open), |at| lines(document, Span::new(at, at), open)),
        };
        for entry in &mut one.entries {
            entry.holds = holds;
        }
        if one.kind == Some(Kind::Enable) {
            enable(before, one, span.start, open);
        }
    }
    for entry in all.iter_mut().flat_map(|one| &mut one.entries) {
        entry.holds = of_file(document, entry.holds, open);
    }
}

/// Ends what the instruction at this byte names among those before it.
fn enable(before: &mut [Suppression], one: &mut Suppression, at: u32, open: u32) {
    for entry in &mut one.entries {
        let disabled = before.iter_mut().filter(|other| other.kind == Some(Kind::Disable));
        for other in disabled.flat_map(|other| &mut other.entries) {
            if other.holds.end == open && (entry.name.is_none() || entry.name == other.name) {
                other.holds.end = at;
                entry.used = true;
            }
        }
    }
}

/// The lines that hold these bytes, with both line ends.
fn lines(document: &Document<'_>, span: Span, open: u32) -> Span {
    let source = document.source.as_bytes();
    let start = memchr::memrchr(b'\n', &source[..span.start as usize]).map_or(0, |at| at + 1);
    let end = memchr::memchr(b'\n', &source[span.end as usize..]).map(|len| span.end + len as u32 + 1);
    Span::new(start as u32, end.unwrap_or(open))
}

/// A byte of the next line behind a byte that holds something besides instructions.
fn next_line(document: &Document<'_>, byte: u32) -> Option<u32> {
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
                    return Some(other.span.end);
                }
                at = other.span.end;
            }
            None if text.trim().is_empty() => {}
            None => return Some(at),
        }
    }
    None
}

/// The bytes of the file in which bytes of the text hold; what has no end holds up to the end of the file, or of the
/// record's line, in which the strings of a record may stand in any order.
fn of_file(document: &Document<'_>, holds: Span, open: u32) -> Span {
    let text = Span::new(holds.start.min(open - 1), holds.end.min(open - 1));
    if document.is_record() && holds == Span::new(0, open) {
        let line = document.lines.locate(document.to_file(Span::new(open - 1, open - 1)).start).line;
        let start = document.lines.line_start(line).unwrap_or_default();
        return Span::new(start, document.lines.line_start(line + 1).unwrap_or(u32::MAX));
    }
    let file = document.to_file(text);
    let endless = holds.end == open && !document.is_record();
    Span::new(file.start, if endless { file.end + 1 } else { file.end })
}

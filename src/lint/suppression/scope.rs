//! Where the instructions of a text hold. It is settled in the text as it was read, where lines are lines also in a
//! record of an archive, and then said in bytes of the file, where findings stand.

use std::collections::HashMap;

use super::{Kind, Suppression};
use crate::document::Document;
use crate::span::{LineIndex, Span};

/// Settles the scope of every entry, and marks each `figlint-enable` that ends something as used.
pub(super) fn settle(document: &Document<'_>, all: &mut [Suppression]) {
    if all.is_empty() {
        return;
    }
    let lines = Lines::of(document);
    let next_lines = lines.next_lines(document);
    for ((one, instruction), next_line) in all.iter_mut().zip(&document.instructions).zip(next_lines) {
        let span = instruction.span;
        let holds = match one.kind {
            None | Some(Kind::Enable | Kind::Nowhere) => Span::default(),
            Some(Kind::Disable) => Span::new(span.start, lines.open),
            Some(Kind::File) => Span::new(0, lines.open),
            Some(Kind::Line) => lines.around(span),
            Some(Kind::NextLine) => next_line.unwrap_or(Span::new(lines.open, lines.open)),
        };
        for entry in &mut one.entries {
            entry.holds = holds;
        }
    }
    enable(document, all);
    for entry in all.iter_mut().flat_map(|one| &mut one.entries) {
        entry.holds = of_file(document, entry.holds, lines.open);
    }
}

/// Ends what each `figlint-enable` names among what was disabled before it and is not ended yet.
fn enable(document: &Document<'_>, all: &mut [Suppression]) {
    // Suppression and entry of what is disabled, by its name.
    let mut disabled: HashMap<Option<String>, Vec<(usize, usize)>> = HashMap::new();
    for (n, instruction) in document.instructions.iter().enumerate() {
        for m in 0..all[n].entries.len() {
            let name = &all[n].entries[m].name;
            if all[n].kind == Some(Kind::Disable) {
                disabled.entry(name.clone()).or_default().push((n, m));
            } else if all[n].kind == Some(Kind::Enable) {
                let ended: Vec<_> = match name {
                    None => disabled.drain().flat_map(|(_, ended)| ended).collect(),
                    Some(_) => disabled.remove(name).unwrap_or_default(),
                };
                all[n].entries[m].used = !ended.is_empty();
                for (n, m) in ended {
                    all[n].entries[m].holds.end = instruction.span.start;
                }
            }
        }
    }
}

/// The lines of a text as it was read.
struct Lines {
    index: LineIndex,
    /// A byte behind the last one: what ends there has no end.
    open: u32,
}

impl Lines {
    fn of(document: &Document<'_>) -> Self {
        Self { index: LineIndex::new(document.source.as_bytes()), open: document.source.len() as u32 + 1 }
    }

    /// The lines that hold these bytes, with both line ends.
    fn around(&self, span: Span) -> Span {
        let start = self.index.line_start(self.index.locate(span.start).line);
        Span::new(start.unwrap_or_default(), self.after(span.end).unwrap_or(self.open))
    }

    /// Where the line behind the one with this byte begins.
    fn after(&self, byte: u32) -> Option<u32> {
        self.index.line_start(self.index.locate(byte).line + 1)
    }

    /// Of each instruction the next line that holds something besides instructions. It is found from the back, so that
    /// nothing is walked over twice.
    fn next_lines(&self, document: &Document<'_>) -> Vec<Option<Span>> {
        let all = &document.instructions;
        let mut out = vec![None; all.len()];
        // Behind each instruction the first byte that belongs to none and is no space.
        let mut behind: Vec<Option<u32>> = vec![None; all.len()];
        let first = |byte: u32, behind: &[Option<u32>]| {
            let rest = document.source[byte as usize..].trim_start();
            let at = (document.source.len() - rest.len()) as u32;
            match all.binary_search_by_key(&at, |other| other.span.start) {
                Ok(other) => behind[other],
                Err(_) => (!rest.is_empty()).then_some(at),
            }
        };
        for n in (0..all.len()).rev() {
            let end = all[n].span.end;
            behind[n] = first(end, &behind);
            // The rest of the comment's own line is not the next line, whatever stands there.
            let line = self.after(end);
            out[n] = match all.get(n + 1) {
                Some(later) if self.after(later.span.end) == line => out[n + 1],
                _ => line.and_then(|line| first(line, &behind)).map(|at| self.around(Span::new(at, at))),
            };
        }
        out
    }
}

/// The bytes of the file in which bytes of the text hold; what has no end holds up to the end of the file, or of the
/// record's line, in which the strings of a record may stand in any order.
fn of_file(document: &Document<'_>, holds: Span, open: u32) -> Span {
    let text = Span::new(holds.start.min(open - 1), holds.end.min(open - 1));
    if document.is_record() && holds == Span::new(0, open) {
        return document.share_of_file();
    }
    let file = document.to_file(text);
    let endless = holds.end == open && !document.is_record();
    Span::new(file.start, if endless { file.end + 1 } else { file.end })
}

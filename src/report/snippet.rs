//! Lines of one or more files around the places of a finding, as miette's source code. miette's own sources scan the
//! whole file for each label and print whole paragraphs; this one holds nothing but the lines that are shown, and of a
//! long line only the neighbourhood of its labels.

use std::rc::Rc;

use miette::{LabeledSpan, MietteError, MietteSpanContents, SourceCode, SourceSpan, SpanContents};
use unicode_width::UnicodeWidthChar;

use crate::span::Span;
use crate::verdict::Place;

/// A place to show, with the text of its file.
#[derive(Clone, Debug)]
pub struct Spot<'a> {
    /// Where.
    pub place: &'a Place,
    /// Its bytes in `text`.
    pub span: Span,
    /// The text of the file.
    pub text: Rc<str>,
    /// What stands there, in words.
    pub label: &'a str,
}

/// The lines that are shown. Offsets of labels count in the snippet's own text.
#[derive(Debug, Default)]
pub struct Snippet {
    text: String,
    regions: Vec<Region>,
    labels: Vec<(LabeledSpan, usize, usize)>,
}

/// Lines of one file that follow each other.
#[derive(Debug)]
struct Region {
    path: String,
    start: usize,
    end: usize,
    first_line: usize,
    lines: usize,
}

/// Lines between two labels of one file that are shown rather than cut into two snippets.
const GAP: u32 = 2;
/// Columns of an ellipsis between two parts of a line.
const ELLIPSIS: usize = 3;
/// Columns of text that are shown on either side of a place; fewer in a narrow terminal.
const LEAST: usize = 12;

impl Snippet {
    /// The lines around these places, the first of which is the primary one. Lines are cropped to `width` columns.
    pub fn new(spots: &[Spot<'_>], width: usize) -> Self {
        let mut snippet = Self::default();
        let mut order: Vec<usize> = (0..spots.len()).collect();
        let file = |at: &usize| spots.iter().position(|s| s.place.path == spots[*at].place.path);
        order.sort_by_key(|at| (file(at), spots[*at].span, *at));
        let mut groups: Vec<&[usize]> = Vec::new();
        let mut rest = &order[..];
        while let Some((&first, _)) = rest.split_first() {
            let mut last_line = spots[first].place.end.line;
            let mut count = 1;
            while let Some(next) = rest.get(count).map(|at| &spots[*at])
                && next.place.path == spots[first].place.path
                && next.place.start.line <= last_line + GAP
                && fit_on_a_line(spots, &rest[..=count], width)
            {
                last_line = last_line.max(next.place.end.line);
                count += 1;
            }
            let (group, later) = rest.split_at(count);
            groups.push(group);
            rest = later;
        }
        // Where the finding is comes first: that is the place to go to.
        groups.sort_by_key(|group| !group.contains(&0));
        for group in groups {
            snippet.push_region(spots, group, width);
        }
        snippet
    }

    /// The labels for miette.
    pub fn labels(&self) -> impl Iterator<Item = LabeledSpan> + '_ {
        self.labels.iter().map(|(label, _, _)| label.clone())
    }

    fn push_region(&mut self, spots: &[Spot<'_>], group: &[usize], width: usize) {
        let first = &spots[group[0]];
        let text = &*first.text;
        let last = group.iter().map(|at| spots[*at].span.end as usize).max().unwrap_or_default();
        // A text that changed since it was read has no such lines any more.
        let Some(before) = text.get(..first.span.start as usize) else {
            return;
        };
        let Some(after) = text.get(last..) else {
            return;
        };
        let from = before.rfind('\n').map_or(0, |at| at + 1);
        let to = last + after.find('\n').unwrap_or(after.len());
        let start = self.text.len();
        let mut ends = vec![(None, None); group.len()];
        let mut at = from;
        let mut lines = 0;
        for line in text[from..to].split('\n') {
            lines += 1;
            let marks: Vec<(usize, usize)> = group
                .iter()
                .map(|spot| spots[*spot].span.range())
                .map(|range| (range.start.max(at), range.end.min(at + line.len())))
                .collect();
            let windows = windows(line, at, &marks, width);
            self.push_line(line, at, &windows, |byte, virtual_byte| {
                for (n, spot) in group.iter().enumerate() {
                    let range = spots[*spot].span.range();
                    if range.start == byte {
                        ends[n].0.get_or_insert(virtual_byte);
                    }
                    if range.end == byte {
                        ends[n].1 = Some(virtual_byte);
                    }
                }
            });
            at += line.len() + 1;
        }
        for (spot, (from, to)) in group.iter().zip(ends) {
            let (Some(from), Some(to)) = (from, to) else {
                continue;
            };
            let label = Some(spots[*spot].label.to_owned()).filter(|label| !label.is_empty());
            let span = SourceSpan::from(from..to.max(from));
            let label = if *spot == 0 {
                LabeledSpan::new_primary_with_span(label, span)
            } else {
                LabeledSpan::new_with_span(label, span)
            };
            let place = spots[*spot].place.start;
            self.labels.push((label, place.line as usize - 1, place.column as usize - 1));
        }
        // Its head leads to the place of the finding, where that is among these.
        let head = if group.contains(&0) { &spots[0] } else { first };
        self.regions.push(Region {
            path: head.place.shown_path(),
            start,
            end: self.text.len(),
            first_line: first.place.start.line as usize - 1,
            lines,
        });
        // A byte between regions, so that no label of one touches the next.
        self.text.push('\n');
    }

    /// Appends the windows of a line, and tells where each of its bytes came to stand.
    fn push_line(&mut self, line: &str, at: usize, windows: &[(usize, usize)], mut tell: impl FnMut(usize, usize)) {
        let mut shown = at;
        for &(from, to) in windows {
            if from > shown {
                self.text.push_str(if shown == at { "… " } else { " … " });
            }
            for (n, c) in line[from - at..to - at].char_indices() {
                tell(from + n, self.text.len());
                self.text.push(harmless(c));
            }
            tell(to, self.text.len());
            shown = to;
        }
        if shown < at + line.trim_end().len() {
            self.text.push_str(" …");
        }
        self.text.push('\n');
    }
}

/// A character that moves no cursor, of the same length in bytes.
fn harmless(c: char) -> char {
    match c {
        '\t' => '\t',
        '\r' => ' ',
        _ if c.is_control() => {
            if c.is_ascii() {
                '?'
            } else {
                '\u{a0}'
            }
        }
        _ => c,
    }
}

/// Whether the last of these places can be shown together with those that stand on its line. Where not, it is a snippet
/// of its own: a line that the terminal breaks has its marks in the wrong place.
fn fit_on_a_line(spots: &[Spot<'_>], group: &[usize], width: usize) -> bool {
    let Some((last, text)) = group.last().map(|at| (spots[*at].place, &*spots[*at].text)) else {
        return true;
    };
    let from = (last.span.start + 1 - last.start.column) as usize;
    let Some(line) = text.get(from..).and_then(|rest| rest.split('\n').next()) else {
        return true;
    };
    let on_its_line = group.iter().map(|at| spots[*at].place).filter(|place| place.end.line == last.start.line);
    // A place may begin on a line before.
    let marks: Vec<(usize, usize)> =
        on_its_line.map(|place| (place.span.range().start.max(from), place.span.range().end)).collect();
    if marks.len() < 2 || last.end.line != last.start.line {
        return true;
    }
    let windows = windows(line, from, &marks, width);
    let shown: usize = windows.iter().filter_map(|(a, b)| line.get(a - from..b - from)).map(columns).sum();
    windows.len() == 1 && fits(line, width) || shown + ELLIPSIS * windows.len() <= width
}

/// Whether a line is at most so wide. A long line is not read to its end.
fn fits(line: &str, width: usize) -> bool {
    let mut used = 0;
    line.chars().all(|c| {
        used += c.width().unwrap_or(1);
        used <= width
    })
}

fn columns(text: &str) -> usize {
    text.chars().map(|c| c.width().unwrap_or(1)).sum()
}

/// The parts of a line that are shown, as bytes of the file: all of it where it fits, else the neighbourhood of each
/// mark, cut at white space.
fn windows(line: &str, at: usize, marks: &[(usize, usize)], width: usize) -> Vec<(usize, usize)> {
    let end = at + line.len();
    if line.len() <= width || fits(line, width) {
        return vec![(at, end)];
    }
    let marks: Vec<(usize, usize)> = marks.iter().copied().filter(|(a, b)| a <= b).collect();
    if marks.is_empty() {
        return vec![(at, at + cut_right(line, 0, width))];
    }
    let marked: usize = marks.iter().map(|(a, b)| columns(&line[a - at..b - at])).sum();
    let ellipses = ELLIPSIS * (marks.len() + 1);
    let spare = width.saturating_sub(marked + ellipses) / (2 * marks.len());
    let spare = spare.max(LEAST.min(width / 8));
    let mut windows: Vec<(usize, usize)> = Vec::with_capacity(marks.len());
    for (from, to) in marks {
        let from = at + cut_left(line, from - at, spare);
        let to = at + cut_right(line, to - at, spare);
        match windows.last_mut() {
            // An ellipsis takes three columns itself.
            Some(last) if from <= last.1 + ELLIPSIS => last.1 = last.1.max(to),
            _ => windows.push((from, to)),
        }
    }
    windows
}

/// The byte up to which text from `from` on fills `width` columns, at the last white space.
fn cut_right(line: &str, from: usize, width: usize) -> usize {
    let mut used = 0;
    let mut space = None;
    for (n, c) in line[from..].char_indices() {
        if c.is_whitespace() {
            space = Some(from + n);
        }
        used += c.width().unwrap_or(1);
        if used > width {
            return space.unwrap_or(from + n);
        }
    }
    line.len()
}

/// The byte from which text up to `to` fills `width` columns, behind the first white space.
fn cut_left(line: &str, to: usize, width: usize) -> usize {
    let mut used = 0;
    let mut space = None;
    for (n, c) in line[..to].char_indices().rev() {
        used += c.width().unwrap_or(1);
        if used > width {
            return space.unwrap_or(n + c.len_utf8());
        }
        if c.is_whitespace() {
            space = Some(n + c.len_utf8());
        }
    }
    0
}

impl SourceCode for Snippet {
    /// Without context lines miette wants line and column of a label; with them, the lines to draw.
    fn read_span<'a>(
        &'a self,
        span: &SourceSpan,
        before: usize,
        _after: usize,
    ) -> Result<Box<dyn SpanContents<'a> + 'a>, MietteError> {
        let end = span.offset() + span.len();
        let region = self
            .regions
            .iter()
            .find(|region| region.start <= span.offset() && end <= region.end)
            .ok_or(MietteError::OutOfBounds)?;
        let label = self.labels.iter().find(|(label, _, _)| label.inner() == span);
        let (line, column) = match label {
            Some((_, line, column)) if before == 0 => (*line, *column),
            _ => (region.first_line, 0),
        };
        // The last line end is left out: miette would draw an empty line behind it.
        let bytes = region.start..region.end.saturating_sub(1).max(region.start);
        Ok(Box::new(MietteSpanContents::new_named(
            region.path.clone(),
            &self.text.as_bytes()[bytes.clone()],
            SourceSpan::from(bytes),
            line,
            column,
            region.lines,
        )))
    }
}

#[cfg(test)]
mod tests;

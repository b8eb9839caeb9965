//! Reads plain text, which has no marks for its paragraphs. Blank lines separate; within a run of lines, the lines
//! themselves say whether they were wrapped at a width or are a paragraph each.

use super::reading::{Reading, TextBuilder, ends_in_initials};
use super::{BlockKind, dateline};

/// A line with more bytes than this was not wrapped by hand.
const WIDEST: usize = 120;
/// A line that stands alone and is longer than this is no heading.
const LONGEST_HEADING: usize = 120;
/// A longer word that stands alone is the name of a file.
const LONGEST_WORD: usize = 24;
/// A line with fewer bytes than this may be short for any reason; it is no sign of wrapping.
const NARROWEST: usize = 25;

/// Reads `source[start..]` as plain text.
pub(super) fn read(reading: &mut Reading<'_>, start: usize) {
    let source = reading.source;
    let mut run: Vec<Line> = Vec::new();
    let mut candidates = Vec::new();
    let mut at = start;
    while at < source.len() {
        let end = memchr::memchr(b'\n', &source.as_bytes()[at..]).map_or(source.len(), |len| at + len + 1);
        match Line::read(source, at, end) {
            Some(line) => run.push(line),
            None if is_instruction(&source[at..end]) => {}
            None => read_run(reading, &mut run, &mut candidates),
        }
        at = end;
    }
    read_run(reading, &mut run, &mut candidates);
    mark_headings(reading, &candidates);
}

/// One line that is not blank.
#[derive(Clone, Copy, Debug)]
struct Line {
    /// First byte that is not white space.
    start: usize,
    /// Byte after the last one that is not white space.
    end: usize,
    /// White space before the text, in bytes.
    indent: usize,
    /// Length of the list marker and the space behind it; 0 without one.
    marker: usize,
}

impl Line {
    fn read(source: &str, start: usize, end: usize) -> Option<Self> {
        let line = &source[start..end];
        let text = without_instruction(line.trim());
        if text.is_empty() {
            return None;
        }
        let indent = line.len() - line.trim_start().len();
        let start = start + indent;
        Some(Self { start, end: start + text.len(), indent, marker: marker(text) })
    }

    fn len(self) -> usize {
        self.end - self.start
    }

    fn text(self, source: &str) -> &str {
        &source[self.start..self.end]
    }
}

/// Whether a line holds nothing but an instruction to figlint.
fn is_instruction(line: &str) -> bool {
    line.contains("<!--")
}

/// A line without the instruction to figlint at its end.
fn without_instruction(line: &str) -> &str {
    if !line.ends_with("-->") {
        return line;
    }
    line.rfind("<!--")
        .filter(|&at| line[at + 4..].trim_start().starts_with("figlint-"))
        .map_or(line, |at| line[..at].trim_end())
}

/// The length of "- ", "* ", "12. " or "3) " at the start of a line.
fn marker(text: &str) -> usize {
    let digits = text.bytes().take(4).take_while(u8::is_ascii_digit).count();
    let mark = match (digits, text[digits..].chars().next()) {
        (
            0,
            Some(mark @ ('-' | '*' | '+' | '\u{2022}' | '\u{2023}' | '\u{25aa}' | '\u{25cf}' | '\u{25e6}' | '\u{b7}')),
        ) => mark.len_utf8(),
        (1..=3, Some('.' | ')')) => 1,
        _ => return 0,
    };
    let rest = &text[digits + mark..];
    let space = rest.len() - rest.trim_start().len();
    if space == 0 || rest.len() == space { 0 } else { digits + mark + space }
}

/// Reads the lines between two blank ones. Blocks that could be headings go to `candidates`.
fn read_run(reading: &mut Reading<'_>, run: &mut Vec<Line>, candidates: &mut Vec<usize>) {
    let source = reading.source;
    let wrapped = is_wrapped(source, run);
    let base = run.iter().map(|line| line.indent).min().unwrap_or(0);
    let mut first = 0;
    for at in 1..=run.len() {
        let of_item = |line: &Line| line.marker == 0 && run[first].marker > 0 && line.indent > run[first].indent;
        if at < run.len() && (of_item(&run[at]) || wrapped && continues(source, &run[first..=at], base)) {
            continue;
        }
        // In a list of figures every line is short; a heading stands last in its run or before a whole paragraph.
        let stands_out = !wrapped && run.get(at).is_none_or(|next| next.len() > WIDEST) || run.len() == 1;
        push_block(reading, &run[first..at], candidates, stands_out);
        first = at;
    }
    run.clear();
}

/// Whether lines were broken at a width: none is long, and at least a third of the breaks stand within a sentence.
fn is_wrapped(source: &str, run: &[Line]) -> bool {
    let long = run.iter().filter(|line| line.len() > WIDEST).count();
    if run.len() < 2 || long * 8 > run.len() {
        return false;
    }
    let within = run.windows(2).filter(|pair| breaks_sentence(source, pair[0], pair[1])).count();
    within * 3 >= run.len() - 1
}

/// Whether the break between two lines stands within a sentence: no stop before it, no new beginning after it.
fn breaks_sentence(source: &str, line: Line, next: Line) -> bool {
    let text = line.text(source);
    if line.len() < NARROWEST || next.marker > 0 || text.ends_with(['.', '!', '?', ':', ';']) {
        return false;
    }
    let goes_on = |c: char| {
        c.is_lowercase() || c.is_ascii_digit() || matches!(c, '$' | '(' | '"' | '\u{201c}' | '\u{20ac}' | '\u{a3}')
    };
    next.text(source).starts_with(goes_on)
        || text.ends_with([',', '-', '\u{2013}'])
        || text.ends_with(|c: char| c.is_lowercase()) && line.marker == 0 && line.len() >= 45
}

/// Whether the last of `lines` belongs to the block that the others make.
fn continues(source: &str, lines: &[Line], base: usize) -> bool {
    let [first, .., before, line] = lines else {
        return lines.len() == 2 && continues(source, &[lines[0], lines[0], lines[1]], base);
    };
    if line.marker > 0
        && (first.marker > 0 || line.indent > base || before.text(source).ends_with(['.', ':', ';', '!', '?']))
    {
        return false;
    }
    // A paragraph in a run without blank lines begins with an indented line; an item goes on with one.
    if line.indent > base {
        first.marker > 0 || before.indent >= line.indent && first.indent < before.indent
    } else {
        true
    }
}

fn push_block(reading: &mut Reading<'_>, lines: &[Line], candidates: &mut Vec<usize>, stands_out: bool) {
    let (Some(first), Some(last)) = (lines.first(), lines.last()) else { return };
    let mut text = TextBuilder::new(reading.source);
    let mut from = first.start + first.marker;
    for pair in lines.windows(2) {
        // An instruction to figlint at the end of a line is left out; everything else stands in one piece.
        let gap = &reading.source[pair[0].end..pair[1].start];
        if !gap.trim().is_empty() {
            text.push_source(from, pair[0].end);
            from = pair[0].end + memchr::memrchr(b'\n', gap.as_bytes()).unwrap_or(0);
        }
    }
    text.push_source(from, last.end);
    let kind = if first.marker > 0 { BlockKind::ListItem } else { BlockKind::Paragraph };
    let candidate =
        stands_out && lines.len() == 1 && kind == BlockKind::Paragraph && may_head(first.text(reading.source));
    if reading.push(kind, text) && candidate {
        candidates.push(reading.blocks.len() - 1);
    }
}

/// Whether a line could be a heading by its own looks.
fn may_head(text: &str) -> bool {
    text.len() <= LONGEST_HEADING
        && (text.contains(' ') || text.len() <= LONGEST_WORD)
        && text.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '"' | '\'' | '\u{201c}' | '\u{2018}' | '$'))
        && (ends_in_initials(text) || !text.ends_with('.'))
        && !text.ends_with(['!', ':', ';', ',', '?', '"', '\u{201d}', '\u{2026}', ')'])
        && dateline::date_line(text).is_none()
}

/// Makes headings of the candidates that prose follows, at once or after other headings.
fn mark_headings(reading: &mut Reading<'_>, candidates: &[usize]) {
    let mut heads = None;
    for &at in candidates.iter().rev() {
        let next = reading.blocks.get(at + 1);
        let prose = next.is_some_and(|block| {
            block.kind == BlockKind::Paragraph && block.text.ends_with(['.', '!', '?', '"', '\u{201d}', ':'])
        });
        if prose || heads == Some(at + 1) {
            reading.blocks[at].kind = BlockKind::Heading(2);
            heads = Some(at);
        }
    }
}

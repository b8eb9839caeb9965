//! Values of keys in YAML and TOML: bare, quoted, folded or over several lines, with the bytes that they stand at.

use crate::document::reading::TextBuilder;
use crate::span::Span;

/// The byte after the line end that follows `at`.
pub(super) fn line_end(source: &str, at: usize) -> usize {
    memchr::memchr(b'\n', &source.as_bytes()[at..]).map_or(source.len(), |len| at + len + 1)
}

/// The value that begins after `at`, of a key in the given column: its text, its bytes without quotes, and a byte of
/// its last line.
pub(super) fn scalar(source: &str, at: usize, end: usize, column: usize) -> (TextBuilder<'_>, Span, usize) {
    let line = &source[at..line_end(source, at).min(end)];
    let start = at + (line.len() - line.trim_start().len()).min(line.trim_end_matches(['\r', '\n']).len());
    // Only TOML has quotes of three; in YAML "'''" is a quote before an apostrophe.
    let tripled = source[..at].ends_with('=');
    for quote in ["\"\"\"", "'''", "\"", "'"].into_iter().skip(if tripled { 0 } else { 2 }) {
        if source[start..end].starts_with(quote) {
            let from = start + quote.len();
            let to = from + closing(&source[from..end], quote);
            let text = if quote == "\"" || quote == "'" && source[from..to].contains("''") {
                if quote == "\"" { double_quoted(source, from..to) } else { single_quoted(source, from..to) }
            } else {
                TextBuilder::of(source, from, to)
            };
            return (text, span(from, to), to);
        }
    }
    let folded = line.trim().trim_end_matches(['-', '+']);
    let from = if matches!(folded, "|" | ">") { at + line.len() } else { start };
    let to = continued(source, line_end(source, at).min(end), end, column);
    let raw = source[from.min(to)..to].trim_end();
    let to = from.min(to) + raw.find(" #").map_or(raw.len(), |comment| raw[..comment].trim_end().len());
    (TextBuilder::of(source, from.min(to), to), span(from.min(to), to), to)
}

fn span(start: usize, end: usize) -> Span {
    Span::new(start as u32, end as u32)
}

/// The end of the lines that follow a scalar and are indented further than its key.
fn continued(source: &str, mut at: usize, end: usize, column: usize) -> usize {
    let indented = |at: usize| source[at..end].bytes().take_while(|b| matches!(b, b' ' | b'\t')).count() > column;
    while at < end && indented(at) {
        at = line_end(source, at).min(end);
    }
    at
}

/// Bytes up to the closing quote: `\"` and `''` do not close.
fn closing(text: &str, quote: &str) -> usize {
    let mut at = 0;
    while let Some(found) = text[at..].find(quote).map(|n| n + at) {
        let escapes = text[..found].bytes().rev().take_while(|&b| b == b'\\').count();
        if quote == "'" && text[found + 1..].starts_with('\'') {
            at = found + 2;
        } else if quote == "\"" && escapes % 2 == 1 {
            at = found + 1;
        } else {
            return found;
        }
    }
    text.len()
}

/// The text between double quotes, with `\n`, `\"` and `\u00e9` decoded.
pub(super) fn double_quoted(source: &str, bytes: std::ops::Range<usize>) -> TextBuilder<'_> {
    let mut text = TextBuilder::new(source);
    let mut at = bytes.start;
    while let Some(escape) = memchr::memchr(b'\\', &source.as_bytes()[at..bytes.end]).map(|n| n + at) {
        text.push_source(at, escape);
        let Some(mark) = source[escape + 1..bytes.end].chars().next() else { break };
        let mut end = escape + 1 + mark.len_utf8();
        let digits = match mark {
            'x' => 2,
            'u' => 4,
            'U' => 8,
            _ => 0,
        };
        let code =
            source.get(end..end + digits).and_then(|code| u32::from_str_radix(code, 16).ok()).and_then(char::from_u32);
        let decoded = match (mark, code) {
            ('n' | 't' | 'r', _) => ' ',
            (_, Some(character)) => {
                end += digits;
                character
            }
            _ => mark,
        };
        text.push_decoded(decoded.encode_utf8(&mut [0; 4]), escape, end.min(bytes.end));
        at = end.min(bytes.end);
    }
    text.push_source(at, bytes.end);
    text
}

/// The text between single quotes in YAML, where `''` is an apostrophe.
fn single_quoted(source: &str, bytes: std::ops::Range<usize>) -> TextBuilder<'_> {
    let mut text = TextBuilder::new(source);
    let mut at = bytes.start;
    while let Some(pair) = source[at..bytes.end].find("''").map(|n| n + at) {
        text.push_source(at, pair + 1);
        at = pair + 2;
    }
    text.push_source(at, bytes.end);
    text
}

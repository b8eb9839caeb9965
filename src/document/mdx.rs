//! MDX is Markdown with code in it: imports and exports, components and expressions. They are blanked out byte by byte
//! before the text is read as Markdown, so that every position stays as it is.

use std::ops::Range;

use super::html::OBJECT;
use super::reading::Reading;

/// An expression or tag that is longer is no such thing, but a brace that was never closed.
const LONGEST: usize = 5000;

/// The text from `start` on with its code blanked out; what stands before it is left as it is.
pub(super) fn blanked(source: &str, start: usize) -> String {
    let bytes = source.as_bytes();
    let mut text = String::with_capacity(source.len());
    let mut at = 0;
    // Code spans and fenced blocks show code to readers, and Markdown leaves them out itself.
    let mut fence = false;
    let (mut from, mut barren) = (start, start);
    while from < bytes.len() {
        let line_start = from == start || bytes[from - 1] == b'\n';
        let fenced = line_start && is_fence(&source[from..]);
        fence ^= fenced;
        if fence || fenced {
            from = line_end(bytes, from);
            continue;
        }
        let code = match bytes[from] {
            b'i' | b'e' if line_start && begins_block(source, start, from) => module_end(source, from),
            b'{' if from >= barren && (from == start || bytes[from - 1] != b'\\') => {
                let end = braces_end(bytes, from);
                // A brace that is never closed is not looked at for each one behind it again.
                barren = end.map_or(from + LONGEST, |_| barren);
                end
            }
            b'<' => tag_end(bytes, from),
            b'`' => {
                let ticks = bytes[from..].iter().take_while(|b| **b == b'`').count();
                let rest = &source[from + ticks..line_end(bytes, from).max(from + ticks)];
                from += ticks + rest.find(&source[from..from + ticks]).map_or(0, |len| len + ticks);
                continue;
            }
            _ => None,
        };
        if let Some(end) = code {
            text.push_str(&source[at..from]);
            blank(source, from..end, &mut text);
            (at, from) = (end, end);
        } else {
            from += 1;
        }
    }
    text.push_str(&source[at..]);
    text
}

/// Takes note of the comments among what was blanked out: they may be instructions.
pub(super) fn comments(reading: &mut Reading<'_>, blanked: &str, start: usize) {
    let source = reading.source;
    for open in memchr::memmem::find_iter(&source.as_bytes()[start..], "{/*").map(|at| start + at) {
        let gone = !blanked.as_bytes()[open..].starts_with(b"{/*");
        let end = source[open..].find("*/}").map(|len| open + len + 3).filter(|end| end - open <= LONGEST);
        if let Some(end) = end.filter(|_| gone) {
            reading.comment(open, end);
        }
    }
}

/// Appends as many bytes as the code has: one sign that stands for it and spaces, or only spaces where it has its lines
/// for itself. Line ends stay.
fn blank(source: &str, code: Range<usize>, text: &mut String) {
    let before = source[..code.start].rsplit('\n').next().unwrap_or_default();
    let after = source[code.end..].split('\n').next().unwrap_or_default();
    let alone = before.trim().is_empty() && after.trim().is_empty();
    let mut code = &source[code];
    // A comment parts no words.
    if !alone
        && !code.starts_with("{/*")
        && let Some((sign, rest)) = code.split_at_checked(OBJECT.len())
        && !sign.contains('\n')
    {
        text.push_str(OBJECT);
        code = rest;
    }
    // Characters of as many bytes, so that every character still begins where one of the file begins.
    text.extend(code.chars().map(|character| match (character, character.len_utf8()) {
        ('\n' | '\r', _) => character,
        (_, 1) => ' ',
        (_, 2) => '\u{a0}',
        (_, 3) => '\u{2003}',
        _ => '\u{f0000}',
    }));
}

/// Whether a block can begin at a line's start: the line before it is blank, or there is none.
fn begins_block(source: &str, start: usize, at: usize) -> bool {
    let before = &source[start..at];
    let line = before.trim_end_matches(['\n']).len();
    before.is_empty() || before.len() - line > 1 || before.ends_with("\r\n\r\n") || is_code_line(before)
}

/// Whether the line before is an import or export too.
fn is_code_line(before: &str) -> bool {
    let line = before.trim_end().rsplit('\n').next().unwrap_or_default();
    is_module(line)
}

/// `import x from`, `import "x"`, `export const`: no prose begins so.
fn is_module(line: &str) -> bool {
    let word = |rest: &str, words: &[&str]| words.iter().any(|word| rest.trim_start().starts_with(word));
    if let Some(rest) = line.strip_prefix("import ") {
        return word(rest, &["\"", "'", "{", "*"]) || rest.contains(" from \"") || rest.contains(" from '");
    }
    let starts =
        ["const ", "let ", "var ", "function ", "default ", "async ", "class ", "{", "*", "type ", "interface "];
    line.strip_prefix("export ").is_some_and(|rest| word(rest, &starts))
}

/// The end of an import or export: the end of its paragraph, once its braces are closed.
fn module_end(source: &str, at: usize) -> Option<usize> {
    let bytes = source.as_bytes();
    if !is_module(&source[at..line_end(bytes, at)]) {
        return None;
    }
    let (mut end, mut depth) = (at, 0_i32);
    while end < bytes.len() && end - at < LONGEST {
        let next = line_end(bytes, end);
        let line = &source[end..next];
        if depth <= 0 && line.trim().is_empty() {
            break;
        }
        for byte in line.bytes() {
            depth += i32::from(matches!(byte, b'{' | b'(' | b'[')) - i32::from(matches!(byte, b'}' | b')' | b']'));
        }
        end = next;
    }
    (depth <= 0).then_some(end)
}

/// The end of `{...}` with the braces in it closed.
fn braces_end(bytes: &[u8], at: usize) -> Option<usize> {
    let mut depth = 0;
    for (len, byte) in bytes[at..].iter().take(LONGEST).enumerate() {
        match byte {
            b'{' => depth += 1,
            b'}' if depth == 1 => return Some(at + len + 1),
            b'}' => depth -= 1,
            _ => {}
        }
    }
    None
}

/// The end of the tag of a component, or of one with expressions in it; other tags are HTML.
fn tag_end(bytes: &[u8], at: usize) -> Option<usize> {
    let name = at + 1 + usize::from(bytes.get(at + 1) == Some(&b'/'));
    let component = matches!(bytes.get(name)?, b'A'..=b'Z' | b'>');
    if !component && !bytes[name].is_ascii_lowercase() {
        return None;
    }
    let (mut from, mut code) = (name, component);
    while from < bytes.len() && from - at < LONGEST {
        match bytes[from] {
            b'>' => return code.then_some(from + 1),
            b'<' => return None,
            b'{' => {
                code = true;
                from = braces_end(bytes, from)?;
            }
            quote @ (b'"' | b'\'') => {
                let near = &bytes[from + 1..bytes.len().min(from + LONGEST)];
                from += memchr::memchr(quote, near)? + 2;
            }
            _ => from += 1,
        }
    }
    None
}

fn is_fence(text: &str) -> bool {
    let line = text.split('\n').next().unwrap_or_default().trim_start();
    line.starts_with("```") || line.starts_with("~~~")
}

fn line_end(bytes: &[u8], at: usize) -> usize {
    memchr::memchr(b'\n', &bytes[at..]).map_or(bytes.len(), |len| at + len + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_is_blanked_out_and_nothing_moves() {
        let p = |source: &str| {
            let text = blanked(source, 0);
            assert_eq!(text.len(), source.len());
            text.split_whitespace().collect::<Vec<_>>().join(" ")
        };
        assert_eq!(p("import { A } from \"a5\"\nimport B from 'b'\n\nTen people."), "Ten people.");
        assert_eq!(p("export const meta = {\n  n: 500,\n\n  m: 6,\n}\n\nTen."), "Ten.");
        assert_eq!(
            p("export duties rose by 5%.\n\nimport rules changed."),
            "export duties rose by 5%. import rules changed."
        );
        assert_eq!(p("<Note n={7}>\n\nNine <b>left</b>.\n\n</Note>"), "Nine <b>left</b>.");
        assert_eq!(p("<Note>Nine left.</Note>"), "\u{fffc} Nine left.\u{fffc}");
        assert_eq!(p("Paid {1 + 2} and {/* 99 */} \\{5}."), "Paid \u{fffc} and \\{5}.");
        assert_eq!(p("a < 5 and {never closed"), "a < 5 and {never closed");
        assert_eq!(p("`<A n={5}>` and\n```\n{7}\n```\nend {8}."), "`<A n={5}>` and ``` {7} ``` end \u{fffc}.");
    }
}

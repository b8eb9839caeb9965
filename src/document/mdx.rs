//! MDX is Markdown with code in it: imports and exports, components and expressions. This says where each of them ends.

use super::blank::{Code, LONGEST, line_end};

/// The expressions in braces of one text.
#[derive(Debug)]
pub(super) struct Expressions {
    /// Up to this byte braces are not closed.
    barren: usize,
}

impl Expressions {
    pub(super) fn new(start: usize) -> Self {
        Self { barren: start }
    }

    /// The expression that begins at `at`.
    pub(super) fn code(&mut self, source: &str, start: usize, at: usize) -> Option<Code> {
        let bytes = source.as_bytes();
        if at < self.barren || at > start && bytes[at - 1] == b'\\' {
            return None;
        }
        let Some(end) = braces_end(bytes, at) else {
            // A brace that is never closed is not looked at for each one behind it again.
            self.barren = at + LONGEST;
            return None;
        };
        // A comment parts no words.
        Some(Code { end, seen: !source[at..].starts_with("{/*") })
    }
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
pub(super) fn module_end(source: &str, start: usize, at: usize) -> Option<usize> {
    let bytes = source.as_bytes();
    if !begins_block(source, start, at) || !is_module(&source[at..line_end(bytes, at)]) {
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
pub(super) fn tag_end(bytes: &[u8], at: usize) -> Option<usize> {
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

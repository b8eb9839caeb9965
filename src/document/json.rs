//! Strings of a JSON text with their positions, for JSON-LD and for front matter in JSON. A parser that builds values
//! would lose where they stand, and these two need a few strings out of a text that may be cut or faulty.

use crate::span::Span;

/// A member of an object whose value is a string.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Member {
    /// Bytes of the key, without quotes.
    pub(super) key: Span,
    /// Bytes of the value, without quotes and as it was written.
    pub(super) value: Span,
    /// How many objects and lists it stands in, from 1.
    pub(super) depth: u32,
}

/// The string members of every object in `source[start..end]`, in text order.
pub(super) fn members(source: &str, start: usize, end: usize) -> impl Iterator<Item = Member> + '_ {
    let mut scanner = Scanner { source: &source.as_bytes()[..end], at: start, depth: 0, key: None, last: None };
    std::iter::from_fn(move || scanner.next_member())
}

/// The end of the JSON value that begins at `start` with a brace: the byte after its closing brace.
pub(super) fn object_end(source: &str, start: usize) -> Option<usize> {
    let mut scanner = Scanner { source: source.as_bytes(), at: start, depth: 0, key: None, last: None };
    while scanner.step()? != Step::Closed || scanner.depth > 0 {}
    Some(scanner.at)
}

struct Scanner<'a> {
    source: &'a [u8],
    at: usize,
    depth: u32,
    /// The key whose value comes next.
    key: Option<Span>,
    /// The string that was read last.
    last: Option<Span>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Step {
    String(Span),
    Closed,
    Other,
}

impl Scanner<'_> {
    fn next_member(&mut self) -> Option<Member> {
        loop {
            let key = self.key;
            if let (Step::String(value), Some(key)) = (self.step()?, key) {
                return Some(Member { key, value, depth: self.depth });
            }
        }
    }

    fn step(&mut self) -> Option<Step> {
        let byte = *self.source.get(self.at)?;
        self.at += 1;
        match byte {
            b'"' => {
                let span = self.string();
                self.key = None;
                self.last = Some(span);
                return Some(Step::String(span));
            }
            b':' => self.key = self.last.take(),
            b' ' | b'\t' | b'\r' | b'\n' => {}
            b'{' | b'[' => {
                self.depth += 1;
                self.key = None;
                self.last = None;
            }
            b'}' | b']' => {
                self.depth = self.depth.saturating_sub(1);
                self.key = None;
                return Some(Step::Closed);
            }
            _ => {
                self.key = None;
                self.last = None;
            }
        }
        Some(Step::Other)
    }

    /// The rest of a string whose opening quote was read.
    fn string(&mut self) -> Span {
        let start = self.at;
        loop {
            let Some(len) = memchr::memchr2(b'"', b'\\', &self.source[self.at..]) else {
                self.at = self.source.len();
                return Span::new(start as u32, self.at as u32);
            };
            self.at += len + 1;
            if self.source[self.at - 1] == b'"' {
                return Span::new(start as u32, self.at as u32 - 1);
            }
            self.at = (self.at + 1).min(self.source.len());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_string_members_with_their_depth() {
        let p = |source: &str| {
            let shown = members(source, 0, source.len())
                .map(|m| format!("{} {}={}", m.depth, m.key.slice(source), m.value.slice(source)));
            shown.collect::<Vec<_>>().join(", ")
        };
        insta::assert_snapshot!(p(r#"{"a": "b", "n": 12, "list": ["x", {"k" : "v"}], "z": "\"q\""}"#), @r#"1 a=b, 3 k=v, 1 z=\"q\""#);
        insta::assert_snapshot!(p(r#"{"cut": "of"#), @"1 cut=of");
        insta::assert_snapshot!(p(r#"{"a":"#), @"");
        assert_eq!(object_end("{\"a\": {\"}\": 1}} rest", 0), Some(15));
        assert_eq!(object_end("{\"a\": ", 0), None);
    }
}

//! Tags of HTML: their names and attributes with byte positions. Which bytes are tags and which are text is decided
//! elsewhere (lol_html knows where scripts end); this only takes a tag apart.

use crate::span::Span;

/// Longest element name that means anything here.
const LONGEST: usize = 16;

/// Whether a text begins as an HTML document does: with a doctype, a comment, an XML declaration or a tag. A comment
/// that is an instruction to figlint says nothing of the format.
pub(super) fn begins_markup(text: &str) -> bool {
    let mut text = text.trim_start();
    while let Some(instruction) = text.strip_prefix("<!--").filter(|rest| rest.trim_start().starts_with("figlint-")) {
        let Some((_, after)) = instruction.split_once("-->") else { return false };
        text = after.trim_start();
    }
    let Some(rest) = text.strip_prefix('<') else { return false };
    match rest.as_bytes().first() {
        Some(b'!') => {
            rest.starts_with("!--") || rest.get(1..8).is_some_and(|word| word.eq_ignore_ascii_case("doctype"))
        }
        Some(b'?') => rest.starts_with("?xml"),
        Some(first) if first.is_ascii_alphabetic() => {
            let name = rest.trim_start_matches(|c: char| c.is_ascii_alphanumeric() || c == '-');
            name.starts_with(|c: char| c == '>' || c == '/' || c.is_ascii_whitespace())
        }
        _ => false,
    }
}

/// One start or end tag.
#[derive(Clone, Copy, Debug)]
pub(super) struct Tag<'a> {
    source: &'a str,
    name: [u8; LONGEST],
    name_len: usize,
    /// Where its attributes begin.
    attributes: usize,
    /// Whether it is an end tag.
    pub(super) closing: bool,
    /// The byte after it.
    pub(super) end: usize,
}

impl<'a> Tag<'a> {
    /// Reads the tag that begins at `at` with `<`; `None` where none does.
    pub(super) fn read(source: &'a str, at: usize, limit: usize) -> Option<Self> {
        let bytes = source.as_bytes().get(..limit)?;
        let closing = bytes.get(at + 1) == Some(&b'/');
        let start = at + 1 + usize::from(closing);
        if !bytes.get(start)?.is_ascii_alphabetic() {
            return None;
        }
        let len = bytes[start..]
            .iter()
            .position(|b| matches!(b, b'/' | b'>') || b.is_ascii_whitespace())
            .unwrap_or(limit - start);
        let mut name = [0; LONGEST];
        let name_len = if len <= LONGEST { len } else { 0 };
        name[..name_len].copy_from_slice(&bytes[start..start + name_len]);
        name.make_ascii_lowercase();
        let mut tag = Self { source, name, name_len, attributes: start + len, closing, end: limit };
        let mut attributes = Attributes { source: bytes, at: tag.attributes };
        while attributes.next().is_some() {}
        tag.end = attributes.at.min(limit);
        Some(tag)
    }

    /// Its name in lower case; empty for names that are too long to be known.
    pub(super) fn name(&self) -> &[u8] {
        &self.name[..self.name_len]
    }

    /// Whether it is written as an element without content: `<svg/>`.
    pub(super) fn closes_itself(&self) -> bool {
        self.source.as_bytes()[..self.end].ends_with(b"/>")
    }

    /// The bytes of an attribute's value; empty for an attribute without one.
    pub(super) fn attribute(&self, name: &str) -> Option<Span> {
        let attributes = Attributes { source: &self.source.as_bytes()[..self.end], at: self.attributes };
        let mut found =
            attributes.filter(|(key, _)| self.source.as_bytes()[key.range()].eq_ignore_ascii_case(name.as_bytes()));
        found.next().map(|(_, value)| value)
    }

    /// The text of an attribute's value as it was written, white space around it gone.
    pub(super) fn value(&self, name: &str) -> Option<&'a str> {
        self.attribute(name).and_then(|span| self.source.get(span.range())).map(str::trim)
    }
}

/// Attributes of a tag: name and value without quotes. Ends behind the tag's `>`.
struct Attributes<'a> {
    source: &'a [u8],
    at: usize,
}

impl Attributes<'_> {
    fn skip(&mut self, while_: impl Fn(u8) -> bool) {
        self.at += self.source[self.at..].iter().position(|&b| !while_(b)).unwrap_or(self.source.len() - self.at);
    }

    fn value(&mut self) -> Span {
        let quote = self.source.get(self.at).copied().filter(|b| matches!(b, b'"' | b'\''));
        let start = self.at + usize::from(quote.is_some());
        if let Some(quote) = quote {
            let len = memchr::memchr(quote, &self.source[start..]).unwrap_or(self.source.len() - start);
            self.at = (start + len + 1).min(self.source.len());
            return Span::new(start as u32, (start + len) as u32);
        }
        self.skip(|b| b != b'>' && !b.is_ascii_whitespace());
        Span::new(start as u32, self.at as u32)
    }
}

impl Iterator for Attributes<'_> {
    type Item = (Span, Span);

    fn next(&mut self) -> Option<Self::Item> {
        self.skip(|b| b == b'/' || b.is_ascii_whitespace());
        let start = self.at;
        if *self.source.get(start)? == b'>' {
            self.at += 1;
            return None;
        }
        // A name may begin with "=", as in the standard.
        self.at += 1;
        self.skip(|b| !matches!(b, b'=' | b'>' | b'/') && !b.is_ascii_whitespace());
        let name = Span::new(start as u32, self.at as u32);
        let behind = self.at;
        self.skip(|b| b.is_ascii_whitespace());
        if self.source.get(self.at) != Some(&b'=') {
            self.at = behind;
            return Some((name, Span::new(behind as u32, behind as u32)));
        }
        self.at += 1;
        self.skip(|b| b.is_ascii_whitespace());
        Some((name, self.value()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_tags_apart() {
        let p = |source: &'static str| {
            let tag = Tag::read(source, 0, source.len())?;
            let name = String::from_utf8_lossy(tag.name()).into_owned();
            Some(format!(
                "{}{name} a={:?} rest={:?}",
                if tag.closing { "/" } else { "" },
                tag.value("a"),
                &source[tag.end..]
            ))
        };
        insta::assert_debug_snapshot!(p("<P a='x > y'>z"), @r#"
        Some(
            "p a=Some(\"x > y\") rest=\"z\"",
        )
        "#);
        insta::assert_debug_snapshot!(p("</td >z"), @r#"
        Some(
            "/td a=None rest=\"z\"",
        )
        "#);
        insta::assert_debug_snapshot!(p("<img b a = 12/>z"), @r#"
        Some(
            "img a=Some(\"12/\") rest=\"z\"",
        )
        "#);
        assert_eq!(p("<p a=\"open").as_deref(), Some("p a=Some(\"open\") rest=\"\""));
        assert_eq!(p("<3 z"), None);
    }

    #[test]
    fn knows_markup_by_its_beginning() {
        assert!(begins_markup("\n<!DOCTYPE html>"));
        assert!(begins_markup("<p class=x>Ten"));
        assert!(begins_markup("<!-- a page -->"));
        assert!(begins_markup("<!-- figlint-disable-file --><p>"));
        assert!(!begins_markup("<!-- figlint-disable-file -->\nTen people"));
        assert!(!begins_markup("<3 for ten people"));
        assert!(!begins_markup("<jane@example.org> wrote"));
        assert!(!begins_markup("Ten <b>people</b>"));
    }
}

//! Text in another encoding than UTF-8: UTF-16 by its byte order mark, the charset that a page declares, and
//! Windows-1252 (Latin-1 and its quotation marks) where every byte is one of its characters. The text is decoded once,
//! and positions lead back to the bytes of the file, because editors and reports count in those.

use encoding_rs::{Encoding, UTF_16BE, UTF_16LE, WINDOWS_1252};

use crate::span::Span;

/// Bytes of text between two marks of [`Positions`].
const STEP: usize = 512;
/// How far into a page its charset is looked for, as browsers do.
const PRESCAN: usize = 1024;

/// A text that was decoded, with the way back to the bytes of its file.
#[derive(Debug)]
pub struct Encoded {
    /// The text.
    pub(super) text: String,
    encoding: &'static Encoding,
    /// Bytes of the file for each 16-bit unit of UTF-16, or 1 where every character is one byte.
    unit: Unit,
    /// Byte of the file at about every [`STEP`]th byte of the text: (text, file).
    marks: Vec<(u32, u32)>,
    /// Length of the file.
    file_len: u32,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Unit {
    /// A character is one byte of the file.
    Byte,
    /// A character is one or two units of two bytes.
    Utf16,
}

/// The encoding that a byte order mark says.
pub(super) fn marked(bytes: &[u8]) -> Option<&'static Encoding> {
    match bytes {
        [0xff, 0xfe, ..] => Some(UTF_16LE),
        [0xfe, 0xff, ..] => Some(UTF_16BE),
        _ => None,
    }
}

/// The label that a page gives its encoding: `<meta charset=...>`, `<?xml encoding=...?>`.
pub(super) fn declared(bytes: &[u8]) -> Option<&str> {
    let head = &bytes[..bytes.len().min(PRESCAN)];
    // A page begins with a tag; prose about charsets does not.
    if !head.trim_ascii_start().starts_with(b"<") {
        return None;
    }
    ["charset=", "encoding="].iter().find_map(|key| {
        let at = memchr::memmem::find(head, key.as_bytes())? + key.len();
        let value = head[at..].trim_ascii_start();
        let value = value.strip_prefix(b"\"").or_else(|| value.strip_prefix(b"'")).unwrap_or(value);
        let end = value.iter().position(|b| !(b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b':' | b'.')))?;
        std::str::from_utf8(&value[..end]).ok().filter(|label| !label.is_empty())
    })
}

/// Whether bytes that are no UTF-8 can be Windows-1252: no control characters, and no character of more than one byte
/// in UTF-8, which would be two or three signs of nonsense.
pub(super) fn can_be_western(bytes: &[u8]) -> bool {
    let control = |b: &u8| matches!(b, 0..=8 | 0x0e..=0x1a | 0x1c..=0x1f | 0x7f | 0x81 | 0x8d | 0x8f | 0x90 | 0x9d);
    !bytes.iter().any(control) && bytes.utf8_chunks().all(|chunk| chunk.valid().is_ascii())
}

impl Encoded {
    /// Windows-1252.
    pub(super) fn western(bytes: &[u8]) -> Self {
        Self::new(WINDOWS_1252, bytes)
    }

    /// Decodes a file; `encoding` is UTF-16 or has one byte a character. Bytes that stand for nothing become U+FFFD.
    pub(super) fn new(encoding: &'static Encoding, bytes: &[u8]) -> Self {
        let text = encoding.decode_without_bom_handling(bytes).0.into_owned();
        let unit = if encoding == UTF_16LE || encoding == UTF_16BE { Unit::Utf16 } else { Unit::Byte };
        let mut marks = vec![(0, 0)];
        let (mut file, mut next) = (0, STEP);
        for (at, character) in text.char_indices() {
            if at >= next {
                marks.push((at as u32, file));
                next = at + STEP;
            }
            file += unit.width(character);
        }
        Self { text, encoding, unit, marks, file_len: bytes.len() as u32 }
    }

    /// Bytes of the file as text.
    pub(super) fn decode(&self, bytes: &[u8]) -> String {
        self.encoding.decode_without_bom_handling(bytes).0.into_owned()
    }

    /// Text as bytes of the file's encoding; `None` for characters that it does not have.
    pub fn encode(&self, text: &str) -> Option<Vec<u8>> {
        if self.unit == Unit::Utf16 {
            let bytes = if self.encoding == UTF_16BE { u16::to_be_bytes } else { u16::to_le_bytes };
            return Some(text.encode_utf16().flat_map(bytes).collect());
        }
        let (bytes, _, unmappable) = self.encoding.encode(text);
        (!unmappable).then(|| bytes.into_owned())
    }

    /// The bytes of the file from which bytes of the text came.
    pub fn to_file(&self, span: Span) -> Span {
        let start = self.file_byte(span.start);
        Span::new(start, self.file_byte(span.end).max(start))
    }

    /// The bytes of the text that came from bytes of the file.
    pub fn to_text(&self, span: Span) -> Span {
        let start = self.text_byte(span.start);
        Span::new(start, self.text_byte(span.end).max(start))
    }

    pub(super) fn file_byte(&self, byte: u32) -> u32 {
        let (from, mut file) = self.mark(|mark| mark.0 <= byte);
        let ahead = self.text[from as usize..].char_indices().take_while(|(at, _)| from + (*at as u32) < byte);
        file += ahead.map(|(_, character)| self.unit.width(character)).sum::<u32>();
        file.min(self.file_len)
    }

    fn text_byte(&self, byte: u32) -> u32 {
        let (from, mut file) = self.mark(|mark| mark.1 <= byte);
        let rest = &self.text[from as usize..];
        let len = rest.char_indices().find(|(_, character)| {
            let found = file >= byte;
            file += self.unit.width(*character);
            found
        });
        from + len.map_or(rest.len(), |(at, _)| at) as u32
    }

    fn mark(&self, before: impl Fn(&(u32, u32)) -> bool) -> (u32, u32) {
        let index = self.marks.partition_point(before).saturating_sub(1);
        self.marks[index]
    }
}

impl Unit {
    fn width(self, character: char) -> u32 {
        match self {
            Self::Byte => 1,
            Self::Utf16 => 2 * character.len_utf16() as u32,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn positions_lead_to_the_file_and_back() {
        let source = "caf\u{e9} \u{1f600} \u{20ac}5".repeat(200);
        let utf16: Vec<u8> = source.encode_utf16().flat_map(u16::to_be_bytes).collect();
        let read = Encoded::new(UTF_16BE, &utf16);
        assert_eq!(read.text, source);
        for (at, character) in source.char_indices() {
            let span = Span::new(at as u32, (at + character.len_utf8()) as u32);
            let file = read.to_file(span);
            let units: Vec<u16> = utf16[file.range()].chunks(2).map(|b| u16::from_be_bytes([b[0], b[1]])).collect();
            assert_eq!(String::from_utf16_lossy(&units), character.to_string());
            assert_eq!(read.to_text(file), span);
        }
    }

    #[test]
    fn windows_1252_is_told_from_broken_utf_8_and_from_no_text() {
        assert!(can_be_western(b"ten caf\xe9s, \x935 million\x94"));
        assert!(!can_be_western(b"caf\xc3\xa9s and caf\xe9s"));
        assert!(!can_be_western(b"\x89PNG\r\n\x1a\n\0\0"));
        assert_eq!(Encoded::western(b"\x80 5 \xbd").text, "\u{20ac} 5 \u{bd}");
    }

    #[test]
    fn reads_the_charset_of_a_page() {
        assert_eq!(declared(b"<html><meta charset=\"iso-8859-2\">"), Some("iso-8859-2"));
        assert_eq!(
            declared(b"<meta http-equiv=Content-Type content='text/html; charset=windows-1251'>"),
            Some("windows-1251")
        );
        assert_eq!(declared(b"<?xml version='1.0' encoding='ISO-8859-1'?>"), Some("ISO-8859-1"));
        assert_eq!(declared(b"Pages with charset=big5 grew by 5%."), None);
    }
}

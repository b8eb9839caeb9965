//! Positions as editors count them: lines from nought, and columns in the units that were agreed on. A line ends with
//! LF, CR LF or CR alone, which is one more than figlint's own lines have; so everything goes through byte offsets.

use lsp_types::{Position, PositionEncodingKind, Range};

use crate::span::Span;

/// The units of columns.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Encoding {
    /// Bytes.
    Utf8,
    /// What every client knows.
    #[default]
    Utf16,
    /// Characters.
    Utf32,
}

impl Encoding {
    /// The one to use with a client that offers these: bytes where it can, else the one that it likes best.
    pub(super) fn negotiated(offered: Option<&[PositionEncodingKind]>) -> Self {
        let known: Vec<Self> = offered.unwrap_or_default().iter().filter_map(Self::of).collect();
        let bytes = known.contains(&Self::Utf8).then_some(Self::Utf8);
        bytes.or_else(|| known.first().copied()).unwrap_or_default()
    }

    fn of(kind: &PositionEncodingKind) -> Option<Self> {
        [Self::Utf8, Self::Utf16, Self::Utf32].into_iter().find(|encoding| encoding.kind() == *kind)
    }

    /// Its name in the protocol.
    pub(super) fn kind(self) -> PositionEncodingKind {
        match self {
            Self::Utf8 => PositionEncodingKind::UTF8,
            Self::Utf16 => PositionEncodingKind::UTF16,
            Self::Utf32 => PositionEncodingKind::UTF32,
        }
    }

    fn width(self, character: char) -> usize {
        match self {
            Self::Utf8 => character.len_utf8(),
            Self::Utf16 => character.len_utf16(),
            Self::Utf32 => 1,
        }
    }
}

/// Where the lines of a text begin.
#[derive(Clone, Debug)]
pub(super) struct Lines {
    starts: Vec<usize>,
    encoding: Encoding,
}

impl Lines {
    pub(super) fn new(text: &str, encoding: Encoding) -> Self {
        let bytes = text.as_bytes();
        let ends = memchr::memchr2_iter(b'\n', b'\r', bytes);
        let ends = ends.filter(|&at| bytes[at] == b'\n' || bytes.get(at + 1) != Some(&b'\n'));
        Self { starts: std::iter::once(0).chain(ends.map(|at| at + 1)).collect(), encoding }
    }

    /// The byte at a position. Behind the end of a line it is that end, behind the last line the end of the text, and
    /// within a character its first byte.
    pub(super) fn offset(&self, text: &str, position: Position) -> usize {
        let Some(&start) = self.starts.get(position.line as usize) else {
            return text.len();
        };
        let line = self.line(text, position.line as usize);
        let wanted = position.character as usize;
        if line.is_ascii() {
            return start + wanted.min(line.len());
        }
        let mut column = 0;
        for (at, character) in line.char_indices() {
            column += self.encoding.width(character);
            if column > wanted {
                return start + at;
            }
        }
        start + line.len()
    }

    /// The position of a byte.
    pub(super) fn position(&self, text: &str, byte: usize) -> Position {
        let byte = text.floor_char_boundary(byte.min(text.len()));
        let line = self.starts.partition_point(|&start| start <= byte) - 1;
        let before = &text[self.starts[line]..byte];
        let character = match self.encoding {
            Encoding::Utf8 => before.len(),
            _ if before.is_ascii() => before.len(),
            encoding => before.chars().map(|character| encoding.width(character)).sum(),
        };
        Position::new(line as u32, character as u32)
    }

    /// The range of bytes.
    pub(super) fn range(&self, text: &str, span: Span) -> Range {
        Range::new(self.position(text, span.start as usize), self.position(text, span.end as usize))
    }

    /// The bytes of a range; nothing where it runs backwards.
    pub(super) fn span(&self, text: &str, range: Range) -> Span {
        let (start, end) = (self.offset(text, range.start), self.offset(text, range.end));
        Span::new(start as u32, end.max(start) as u32)
    }

    /// A line without its end.
    fn line<'t>(&self, text: &'t str, line: usize) -> &'t str {
        let end = self.starts.get(line + 1).copied().unwrap_or(text.len());
        text[self.starts[line]..end].trim_end_matches(['\n', '\r'])
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn columns_are_counted_in_the_units_agreed_on() {
        // A family of three people is five characters, and the accent one of its own.
        let text = "a\u{1f468}\u{200d}\u{1f469}\u{200d}\u{1f467}b\r\ncafe\u{301} 12\rend";
        let p = |encoding, byte| {
            let Position { line, character } = Lines::new(text, encoding).position(text, byte);
            (line, character)
        };
        let b = text.find('b').unwrap_or_default();
        assert_eq!([Encoding::Utf8, Encoding::Utf16, Encoding::Utf32].map(|e| p(e, b)), [(0, 19), (0, 9), (0, 6)]);
        let twelve = text.find("12").unwrap_or_default();
        assert_eq!([Encoding::Utf8, Encoding::Utf16, Encoding::Utf32].map(|e| p(e, twelve)), [(1, 7), (1, 6), (1, 6)]);
        assert_eq!(p(Encoding::Utf16, text.len()), (2, 3));
    }

    #[test]
    fn positions_that_are_none_are_the_nearest() {
        let text = "\u{1f468}x\r\nyz";
        let lines = Lines::new(text, Encoding::Utf16);
        let o = |line, character| lines.offset(text, Position::new(line, character));
        assert_eq!(o(0, 1), 0, "the middle of a pair");
        assert_eq!(o(0, 2), 4);
        assert_eq!(o(0, 99), 5, "before the line end");
        assert_eq!(o(1, 99), 9);
        assert_eq!(o(7, 0), 9);
    }

    #[test]
    fn the_client_is_asked() {
        let n = |offered: &[&'static str]| {
            let kinds: Vec<_> = offered.iter().map(|name| PositionEncodingKind::new(name)).collect();
            Encoding::negotiated(Some(&kinds))
        };
        assert_eq!(n(&["utf-16", "utf-8"]), Encoding::Utf8);
        assert_eq!(n(&["utf-32", "utf-16"]), Encoding::Utf32);
        assert_eq!(n(&["utf-7"]), Encoding::Utf16);
        assert_eq!(Encoding::negotiated(None), Encoding::Utf16);
    }

    proptest! {
        #[test]
        fn every_byte_comes_back(text in "[ab\u{e9}\u{301}\u{1f468}\r\n]{0,40}") {
            for encoding in [Encoding::Utf8, Encoding::Utf16, Encoding::Utf32] {
                let lines = Lines::new(&text, encoding);
                for (byte, _) in text.char_indices().filter(|(at, _)| !text[*at..].starts_with('\n')) {
                    prop_assert_eq!(lines.offset(&text, lines.position(&text, byte)), byte);
                }
            }
        }
    }
}

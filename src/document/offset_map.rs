//! The way from a block's decoded text back to the bytes of the file. It is written while a block is read, so that no
//! position is ever found again by searching for text.

use crate::span::Span;

/// Piecewise map from a block's text to the file. Within a piece, bytes run in step.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OffsetMap {
    pieces: Vec<Piece>,
}

/// From `text` on, byte `text + n` of the block is byte `file + n` of the file, for `len` bytes of text. A decoded
/// entity is a piece whose `file_len` differs from `len`: all of it maps to the whole entity.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Piece {
    text: u32,
    len: u32,
    file: u32,
    file_len: u32,
}

impl OffsetMap {
    /// Appends a piece of `len` bytes of text that stands in the file as `file_len` bytes from `file` on.
    pub fn push(&mut self, len: u32, file: u32, file_len: u32) {
        let text = self.pieces.last().map_or(0, |p| p.text + p.len);
        if let Some(last) = self.pieces.last_mut()
            && last.len == last.file_len
            && len == file_len
            && last.file + last.len == file
        {
            last.len += len;
            last.file_len += len;
            return;
        }
        if len > 0 {
            self.pieces.push(Piece { text, len, file, file_len });
        }
    }

    /// The bytes of the file from which the bytes of a span of the text came. Markup inside the span is covered.
    pub fn to_file(&self, span: Span) -> Span {
        let start = self.at(span.start, false);
        let end = if span.is_empty() { start } else { self.at(span.end - 1, true) };
        Span::new(start.min(end), end.max(start))
    }

    /// Whether a span of the text stands in the file byte for byte, with no markup and nothing decoded inside.
    pub fn is_verbatim(&self, span: Span) -> bool {
        let index = self.pieces.partition_point(|p| p.text <= span.start).saturating_sub(1);
        self.pieces.get(index).is_some_and(|piece| piece.len == piece.file_len && span.end <= piece.text + piece.len)
    }

    /// The file byte of a text byte: its first, or (with `after`) the byte after it.
    fn at(&self, byte: u32, after: bool) -> u32 {
        let index = self.pieces.partition_point(|p| p.text <= byte).saturating_sub(1);
        let Some(piece) = self.pieces.get(index) else { return 0 };
        let inside = byte - piece.text;
        match (piece.len == piece.file_len && inside < piece.len, after) {
            (true, _) => piece.file + inside + u32::from(after),
            (false, false) => piece.file,
            (false, true) => piece.file + piece.file_len,
        }
    }
    /// Forgets everything from byte `len` of the text on.
    pub(super) fn truncate(&mut self, len: u32) {
        while let Some(last) = self.pieces.last_mut() {
            if last.text < len {
                let kept = last.len.min(len - last.text);
                if last.len == last.file_len {
                    last.file_len = kept;
                }
                last.len = kept;
                return;
            }
            self.pieces.pop();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_find_their_bytes_again_across_pieces() {
        // `ab&amp;c<b>de` read as "ab&cde".
        let mut map = OffsetMap::default();
        map.push(2, 10, 2);
        map.push(1, 12, 5);
        map.push(1, 17, 1);
        map.push(2, 21, 2);
        let file = |start, end| {
            let span = map.to_file(Span::new(start, end));
            (span.start, span.end)
        };
        assert_eq!(file(0, 2), (10, 12));
        assert_eq!(file(2, 3), (12, 17));
        assert_eq!(file(1, 4), (11, 18));
        assert_eq!(file(3, 5), (17, 22));
        assert_eq!(file(4, 4), (21, 21));
        let verbatim = |start, end| map.is_verbatim(Span::new(start, end));
        assert_eq!(
            [verbatim(0, 2), verbatim(0, 3), verbatim(2, 3), verbatim(3, 4), verbatim(3, 5)],
            [true, false, false, true, false]
        );
        map.truncate(3);
        let whole = map.to_file(Span::new(0, 3));
        assert_eq!((whole.start, whole.end), (10, 17));
    }
}

//! Where something stands: half-open byte ranges, and the line index that turns a byte of a file into the line and
//! column an editor can go to. It is the lowest layer; everything else speaks in these types.

/// A half-open range of bytes, in a block's decoded text or in a file; the owner says which.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// Byte after the last one.
    pub end: u32,
}

impl Span {
    /// The span from `start` up to and without `end`.
    pub fn new(start: u32, end: u32) -> Self {
        debug_assert!(start <= end, "internal error: span {start}..{end} runs backwards");
        Self { start, end }
    }

    /// Length in bytes.
    pub fn len(self) -> u32 {
        self.end - self.start
    }

    /// Whether the span covers no byte.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// The smallest span that covers both.
    #[must_use]
    pub fn cover(self, other: Self) -> Self {
        Self::new(self.start.min(other.start), self.end.max(other.end))
    }

    /// Whether the two share at least one byte.
    pub fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Whether `other` lies wholly inside.
    pub fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// The text it covers. Panics when the span does not lie on character boundaries of `text`.
    pub fn slice(self, text: &str) -> &str {
        &text[self.start as usize..self.end as usize]
    }

    /// As a range for indexing.
    pub fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// A line and a column, both from 1; columns count bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LineColumn {
    /// Line, from 1.
    pub line: u32,
    /// Column in bytes, from 1.
    pub column: u32,
}

/// The line starts of one file: built once, asked by binary search.
#[derive(Clone, Debug)]
pub struct LineIndex {
    starts: Vec<u32>,
}

impl LineIndex {
    /// Reads the line ends of a file. A line ends with LF; a CR before it belongs to the line.
    pub fn new(bytes: &[u8]) -> Self {
        let mut starts = vec![0];
        starts.extend(memchr::memchr_iter(b'\n', bytes).map(|at| at as u32 + 1));
        Self { starts }
    }

    /// The same lines, where `to_file` says at which byte of the file a byte of the text stands.
    #[must_use]
    pub fn moved(self, to_file: impl Fn(u32) -> u32) -> Self {
        Self { starts: self.starts.into_iter().map(to_file).collect() }
    }

    /// The line and column of a byte.
    pub fn locate(&self, byte: u32) -> LineColumn {
        let line = self.starts.partition_point(|&start| start <= byte);
        LineColumn { line: line as u32, column: byte - self.starts[line - 1] + 1 }
    }

    /// The first byte of a line (from 1), if the file has that line.
    pub fn line_start(&self, line: u32) -> Option<u32> {
        self.starts.get(line as usize - 1).copied()
    }

    /// How many lines there are; text after the last LF counts as one.
    pub fn lines(&self) -> u32 {
        self.starts.len() as u32
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_and_columns_count_from_one_in_bytes() {
        let index = LineIndex::new("ab\n\u{e9}cd\n".as_bytes());
        let at = |byte| {
            let place = index.locate(byte);
            (place.line, place.column)
        };
        assert_eq!(at(0), (1, 1));
        assert_eq!(at(2), (1, 3));
        assert_eq!(at(3), (2, 1));
        assert_eq!(at(5), (2, 3));
        assert_eq!(at(8), (3, 1));
    }
}

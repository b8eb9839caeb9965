//! Lines that were changed since a revision, read from what `git diff -U0` prints, and which findings touch them.

use std::collections::{HashMap, HashSet};

use crate::verdict::{Finding, Place};

/// The lines that were changed. Paths are as git has them: relative to the top of the repository, with `/`.
#[derive(Clone, Debug, Default)]
pub struct Changed {
    /// First and last changed line of each hunk, in order.
    lines: HashMap<String, Vec<(u32, u32)>>,
    /// The files that git knows; all others are new.
    tracked: HashSet<String>,
}

impl Changed {
    /// Reads the diff and the names of the files that git knows (with a nought byte behind each).
    pub fn new(diff: &[u8], tracked: &[u8]) -> Self {
        let names = tracked.split(|&byte| byte == 0).filter(|name| !name.is_empty());
        let tracked = names.map(|name| String::from_utf8_lossy(name).into_owned()).collect();
        Self { lines: read(diff), tracked }
    }

    /// Whether any place of a finding lies on a changed line; a conflict is touched from either side. `path_of` gives a
    /// path as git has it.
    pub fn touches(&self, finding: &Finding, path_of: impl Fn(&str) -> String) -> bool {
        let places = std::iter::once(&finding.primary).chain(finding.labels.iter().map(|label| &label.place));
        places.into_iter().any(|place| self.contains(&path_of(&place.path), place))
    }

    fn contains(&self, path: &str, place: &Place) -> bool {
        if !self.tracked.contains(path) {
            return true;
        }
        // A place that ends before the first byte of a line does not touch that line.
        let last = if place.end.column == 1 { place.end.line - 1 } else { place.end.line }.max(place.start.line);
        self.lines.get(path).is_some_and(|hunks| {
            let after = hunks.partition_point(|(_, end)| *end < place.start.line);
            hunks.get(after).is_some_and(|(start, _)| *start <= last)
        })
    }
}

fn read(diff: &[u8]) -> HashMap<String, Vec<(u32, u32)>> {
    let mut files: HashMap<String, Vec<(u32, u32)>> = HashMap::new();
    let mut path = None;
    let mut rest = diff.split(|&byte| byte == b'\n');
    while let Some(line) = rest.next() {
        if let Some(name) = line.strip_prefix(b"+++ ") {
            path = new_name(name);
        } else if let Some((old, start, new)) = hunk(line) {
            // The lines of a hunk can look like anything, also like another header.
            for _ in 0..old + new {
                rest.next();
            }
            if let Some(path) = &path {
                // Where lines were only taken away, those on both sides were changed.
                let last = if new == 0 { start + 1 } else { start + new - 1 };
                files.entry(path.clone()).or_default().push((start, last));
            }
        }
    }
    files
}

/// `b/path`, or none for a file that is gone. Names with special characters stand in quotes, and names with spaces have
/// a tab behind them.
fn new_name(name: &[u8]) -> Option<String> {
    let name = match name.strip_prefix(b"\"") {
        Some(quoted) => unquoted(quoted),
        None => name.strip_suffix(b"\t").unwrap_or(name).to_vec(),
    };
    name.strip_prefix(b"b/").map(|name| String::from_utf8_lossy(name).into_owned())
}

/// A name as C writes strings, without its first quote.
fn unquoted(quoted: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(quoted.len());
    let mut bytes = quoted.iter().copied().peekable();
    while let Some(byte) = bytes.next().filter(|&byte| byte != b'"') {
        if byte != b'\\' {
            out.push(byte);
            continue;
        }
        match bytes.next() {
            Some(digit @ b'0'..=b'7') => {
                let mut code = u32::from(digit - b'0');
                for _ in 0..2 {
                    code = code * 8 + bytes.next_if(|b| matches!(b, b'0'..=b'7')).map_or(0, |b| u32::from(b - b'0'));
                }
                out.push(u8::try_from(code).unwrap_or(b'?'));
            }
            Some(b'n') => out.push(b'\n'),
            Some(b't') => out.push(b'\t'),
            Some(b'r') => out.push(b'\r'),
            Some(other) => out.push(other),
            None => break,
        }
    }
    out
}

/// `@@ -12,3 +14,2 @@`: how many lines went, and the first and the number of those that came.
fn hunk(line: &[u8]) -> Option<(u32, u32, u32)> {
    let text = std::str::from_utf8(line.strip_prefix(b"@@ -")?.split(|&b| b == b'@').next()?).ok()?;
    let (old, new) = text.trim_end().split_once(" +")?;
    let numbers = |text: &str| {
        let (start, count) = text.split_once(',').unwrap_or((text, "1"));
        Some((start.parse::<u32>().ok()?, count.parse::<u32>().ok()?))
    };
    let ((_, old), (start, new)) = (numbers(old)?, numbers(new)?);
    Some((old, start, new))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn case(diff: &str, wanted: &[(&str, &[(u32, u32)])]) {
        let found = read(diff.as_bytes());
        let wanted: HashMap<String, Vec<_>> = wanted.iter().map(|(p, l)| ((*p).to_owned(), l.to_vec())).collect();
        assert_eq!(found, wanted);
    }

    #[test]
    fn hunks_become_lines() {
        case(
            "--- a/a.md\n+++ b/a.md\n@@ -1 +1,2 @@ Heading\n-x\n+y\n+z\n@@ -9,2 +10,0 @@\n-p\n-q\n",
            &[("a.md", &[(1, 2), (10, 11)])],
        );
        case("--- /dev/null\n+++ b/new text.md\t\n@@ -0,0 +1,3 @@\n+a\n+b\n+c\n", &[("new text.md", &[(1, 3)])]);
        case("--- a/a.md\n+++ /dev/null\n@@ -1,2 +0,0 @@\n-a\n-b\n", &[]);
        case("similarity index 100%\nrename from a.md\nrename to b.md\n", &[]);
    }

    #[test]
    fn text_that_looks_like_a_header_is_text() {
        case(
            "--- a/a.md\n+++ b/a.md\n@@ -3,0 +4,2 @@\n+++ b/other.md\n+@@ -1 +1 @@\n@@ -7 +9 @@\n-x\n+y\n\\ No newline at end of file\n",
            &[("a.md", &[(4, 5), (9, 9)])],
        );
    }

    #[test]
    fn names_in_quotes_are_read() {
        case("+++ \"b/a\\tb\\\"\\303\\251.md\"\n@@ -1 +1 @@\n-x\n+y\n", &[("a\tb\"\u{e9}.md", &[(1, 1)])]);
    }
}

//! Instructions to figlint that stand in a text: comments that begin with `figlint-`, and the key `figlint-disable` of
//! the front matter. The readers hand on where they stand; what they mean is decided where findings are.

use super::reading::Reading;
use crate::span::Span;

/// What every instruction begins with.
const PREFIX: &str = "figlint-";
/// The key of the front matter.
pub(super) const KEY: &str = "figlint-disable";

/// An instruction to figlint.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Instruction {
    /// Bytes of the document's source: the whole comment, or key and value in the front matter.
    pub span: Span,
    /// Bytes from `figlint-` up to the mark that ends the comment.
    pub words: Span,
    /// What it is written in.
    pub sort: InstructionSort,
}

/// What an instruction is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InstructionSort {
    /// `<!-- ... -->`.
    Comment,
    /// `{/* ... */}` of MDX.
    Expression,
    /// A key with its value, which stand on lines of their own.
    FrontMatter,
    /// A member of front matter in JSON.
    Json,
}

/// Whether a comment was meant as an instruction and is none: "figlint -disable", "figlint: enable".
fn is_meant(words: &str) -> bool {
    let verb =
        words.strip_prefix(PREFIX.trim_end_matches('-')).map(|rest| rest.trim_start_matches([' ', ':', '-', '_']));
    let rest = verb.and_then(|verb| verb.strip_prefix("disable").or_else(|| verb.strip_prefix("enable")));
    rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
}

impl Reading<'_> {
    /// Takes note of a comment that is an instruction; `start` and `end` are those of the comment with its marks.
    pub(super) fn comment(&mut self, start: usize, end: usize) {
        let text = &self.source[start..end];
        let (inner, sort) = match (text.strip_prefix("<!--"), text.strip_prefix("{/*")) {
            (Some(inner), _) => (inner.strip_suffix("-->").unwrap_or(inner), InstructionSort::Comment),
            (None, Some(inner)) => (inner.strip_suffix("*/}").unwrap_or(inner), InstructionSort::Expression),
            (None, None) => return,
        };
        let words = inner.trim();
        if words.starts_with(PREFIX) || is_meant(words) {
            let from = start + text.find(words).unwrap_or_default();
            self.instruct(start..end, from..from + words.len(), sort);
        }
    }

    /// Takes note of all comments of a text that has no markup otherwise.
    pub(super) fn comments_of_plain_text(&mut self, start: usize) {
        let source = self.source;
        for open in memchr::memmem::find_iter(&source.as_bytes()[start..], "<!--").map(|at| at + start) {
            // Only comments that end on their line: prose is no markup.
            let line = source[open..].lines().next().unwrap_or_default();
            if let Some(len) = line.find("-->") {
                self.comment(open, open + len + "-->".len());
            }
        }
    }

    /// Takes note of [`KEY`] in front matter; `key` is where the key begins, `value` the byte behind the separator, and
    /// the value ends before `end`. The byte after the value.
    pub(super) fn disabled_in_front_matter(&mut self, key: usize, value: usize, end: usize) -> usize {
        let value_end = value + lines_of_value(&self.source[value..end]);
        let from = key + self.source[key..value].find(KEY).unwrap_or_default();
        let to = from + self.source[from..value_end].trim_end().len();
        self.instruct(key..value_end, from..to, InstructionSort::FrontMatter);
        value_end
    }

    /// The same for front matter in JSON, which is `source[start..end]`.
    pub(super) fn disabled_in_json(&mut self, start: usize, end: usize) {
        let text = &self.source[start..end];
        let Some(key) = text.find(&format!("\"{KEY}\"")).map(|at| at + 1) else { return };
        let rest = text[key + KEY.len() + 1..].trim_start().strip_prefix(':').map(str::trim_start);
        let Some(rest) = rest else { return };
        let from = text.len() - rest.len();
        let len = match rest.as_bytes().first() {
            Some(b'[') => rest.find(']').map(|len| len + 1),
            Some(b'"') => rest[1..].find('"').map(|len| len + 2),
            _ => rest.find([',', '}', '\n']),
        };
        let to = start + from + len.unwrap_or(rest.len());
        self.instruct(start + key..to, start + key..to, InstructionSort::Json);
    }

    fn instruct(&mut self, span: std::ops::Range<usize>, words: std::ops::Range<usize>, sort: InstructionSort) {
        let of = |bytes: std::ops::Range<usize>| Span::new(bytes.start as u32, bytes.end as u32);
        self.instructions.push(Instruction { span: of(span), words: of(words), sort });
    }
}

/// The length of a value in YAML or TOML with its line end: to the end of the line with `]` for a list in brackets, all
/// entries for one with dashes, else one line.
fn lines_of_value(rest: &str) -> usize {
    let line_end = |at: usize| memchr::memchr(b'\n', &rest.as_bytes()[at..]).map_or(rest.len(), |len| at + len + 1);
    let first = line_end(0);
    let value = rest[..first].trim();
    if value.starts_with('[') {
        return line_end(rest.find(']').unwrap_or(0));
    }
    let mut at = first;
    while value.is_empty() && at < rest.len() && rest[at..].trim_start_matches([' ', '\t']).starts_with("- ") {
        at = line_end(at);
    }
    at
}

#[cfg(test)]
mod tests {
    use super::super::{Document, Given};

    #[track_caller]
    fn case(path: &str, source: &str, wanted: &[&str]) {
        let document = Document::read(path, source, &Given::default());
        let found: Vec<&str> = document.instructions.iter().map(|one| one.words.slice(source)).collect();
        assert_eq!(found, wanted, "{source}");
    }

    #[test]
    fn comments_are_found_where_they_are_comments() {
        case("a.md", "Ten <!-- figlint-disable-line x --> dead.\n", &["figlint-disable-line x"]);
        case(
            "a.md",
            "<!--figlint-disable-->\nTen dead.\n\n<!-- figlint-enable\n-->\n",
            &["figlint-disable", "figlint-enable"],
        );
        case("a.md", "- Ten\n  <!-- figlint-disable a -- why -->\n- Two\n", &["figlint-disable a -- why"]);
        case("a.md", "`<!-- figlint-disable -->` and\n\n```html\n<!-- figlint-disable -->\n```\n", &[]);
        case("a.md", "<!-- a note on figlint-disable -->\n\nTen.\n", &[]);
        case("a.mdx", "{/* figlint-disable-next-line *so* -- b */}\nTen.\n", &["figlint-disable-next-line *so* -- b"]);
        case(
            "a.html",
            "<nav><!-- figlint-disable a --></nav><p>Ten<!-- figlint-enable --></p>",
            &["figlint-disable a", "figlint-enable"],
        );
        case("a.html", "<p>&lt;!-- figlint-disable -->", &[]);
        case(
            "a.txt",
            "Ten dead. <!-- figlint-disable-line -->\n<!-- figlint-disable-file\n",
            &["figlint-disable-line"],
        );
    }

    #[test]
    fn front_matter_has_a_key() {
        case("a.md", "---\nfiglint-disable: [a, b] # why\ntitle: Ten\n---\n", &["figlint-disable: [a, b] # why"]);
        case("a.md", "---\nfiglint-disable:\n- a\n  - b\ntitle: Ten\n---\n", &["figlint-disable:\n- a\n  - b"]);
        case("a.md", "---\nx:\n  figlint-disable: a\n---\n", &[]);
        case("a.md", "+++\nfiglint-disable = [\n\"a\",\n]\nx = 1\n+++\n", &["figlint-disable = [\n\"a\",\n]"]);
        case("a.md", "{\"title\": \"Ten\", \"figlint-disable\": [\"a\"], \"x\": 1}\n", &["figlint-disable\": [\"a\"]"]);
    }

    #[test]
    fn the_prose_around_them_stays() {
        let document = Document::read("a.mdx", "Ten {/* 12 people */}died.\n", &Given::default());
        let words: Vec<&str> = document.blocks[0].text.split_whitespace().collect();
        assert_eq!(words, ["Ten", "died."]);
    }
}

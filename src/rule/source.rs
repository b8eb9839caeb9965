//! A TOML file with its name, from which every fault gets its line and column.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::OnceLock;

use crate::span::{LineIndex, Span};
use crate::verdict::Place;

use super::fault::{Fault, FaultKind};

/// A rule file or configuration as it lies on disk.
#[derive(Clone, Debug)]
pub struct Source {
    /// Its path as given, with `/`.
    pub path: String,
    /// Its text.
    pub text: Cow<'static, str>,
    /// Whether it is part of the binary; users' rules may take the place of such ones.
    pub bundled: bool,
    lines: OnceLock<LineIndex>,
}

impl Source {
    /// A file of the user's.
    pub fn new(path: impl Into<String>, text: impl Into<String>) -> Self {
        Self { path: path.into(), text: Cow::Owned(text.into()), bundled: false, lines: OnceLock::new() }
    }

    /// A file that is part of the binary.
    pub(super) fn bundled(path: String, text: &'static str) -> Self {
        Self { path, text: Cow::Borrowed(text), bundled: true, lines: OnceLock::new() }
    }

    /// The file's name without folder and ending.
    pub fn stem(&self) -> &str {
        let name = self.path.rsplit('/').next().unwrap_or_default();
        name.strip_suffix(".toml").unwrap_or(name)
    }

    /// The folder it lies in, which is the pack of a rule.
    pub fn folder(&self) -> Option<&str> {
        self.path.rsplit('/').nth(1)
    }

    /// The place of bytes of the file. A span over several lines is cut to its first line.
    pub fn place(&self, span: Range<usize>) -> Place {
        let start = self.text.floor_char_boundary(span.start.min(self.text.len()));
        let end = self.text.ceil_char_boundary(span.end.clamp(start, self.text.len()));
        let words = self.text[start..end].lines().next().unwrap_or_default();
        Place::of(
            &self.path,
            self.lines.get_or_init(|| LineIndex::new(self.text.as_bytes())),
            Span::new(start as u32, (start + words.len()) as u32),
            words,
        )
    }

    /// A fault at bytes of the file.
    pub fn fault(&self, span: Range<usize>, kind: FaultKind) -> Fault {
        Fault { kind, place: self.place(span) }
    }

    /// The faults of a TOML parse.
    pub fn syntax(&self, mut errors: Vec<toml::de::Error>) -> impl Iterator<Item = Fault> {
        errors.sort_by_key(|error| error.span().map(|span| span.start));
        errors.into_iter().map(|error| {
            let message = error.message().to_owned();
            self.fault(error.span().unwrap_or(0..0), FaultKind::Syntax { message })
        })
    }
}

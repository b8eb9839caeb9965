//! An open text, as the client says that it is: kept in step edit by edit, read again when somebody asks.

use std::path::PathBuf;

use lsp_types::{TextDocumentContentChangeEvent, TextDocumentItem, Uri};

use super::positions::{Encoding, Lines};
use crate::lint::{Content, Text};

/// An open text.
#[derive(Debug)]
pub(super) struct Document {
    /// Its address, as the client writes it.
    pub(super) uri: Uri,
    /// Its version, as the client counts.
    pub(super) version: i32,
    /// Its text.
    pub(super) text: String,
    /// The lines of the text.
    pub(super) lines: Lines,
    /// The folder of the workspace that it belongs to.
    pub(super) home: PathBuf,
    /// Its path in that workspace.
    pub(super) path: String,
    /// Whether it is a text that is checked; a configuration or a reference set is not.
    pub(super) is_text: bool,
    /// Whether its text has changed since it was read.
    pub(super) unread: bool,
    /// The language that the client says it is in.
    pub(super) language: String,
    encoding: Encoding,
}

impl Document {
    pub(super) fn new(item: TextDocumentItem, encoding: Encoding) -> Self {
        Self {
            lines: Lines::new(&item.text, encoding),
            uri: item.uri,
            version: item.version,
            text: item.text,
            home: PathBuf::new(),
            path: String::new(),
            is_text: false,
            unread: true,
            language: item.language_id,
            encoding,
        }
    }

    /// Makes changes, one after the other: each speaks of the text that the one before it left.
    pub(super) fn change(&mut self, changes: Vec<TextDocumentContentChangeEvent>, version: i32) {
        for change in changes {
            match change.range {
                Some(range) => {
                    let span = self.lines.span(&self.text, range);
                    self.text.replace_range(span.range(), &change.text);
                }
                None => self.text = change.text,
            }
            self.lines = Lines::new(&self.text, self.encoding);
        }
        self.version = version;
        self.unread = true;
    }

    /// As the linter reads it.
    pub(super) fn to_text(&self) -> Text {
        Text {
            path: self.path.clone(),
            config_path: self.path.clone(),
            content: Content::Bytes(self.text.as_bytes().to_vec()),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::str::FromStr as _;

    use lsp_types::{Position, Range};

    use super::*;

    fn document(text: &str) -> Document {
        let uri = Uri::from_str("file:///a.md").expect("it is an address");
        Document::new(TextDocumentItem::new(uri, "markdown".to_owned(), 1, text.to_owned()), Encoding::Utf16)
    }

    fn edit(from: (u32, u32), to: (u32, u32), text: &str) -> TextDocumentContentChangeEvent {
        let range = Range::new(Position::new(from.0, from.1), Position::new(to.0, to.1));
        TextDocumentContentChangeEvent { range: Some(range), range_length: None, text: text.to_owned() }
    }

    #[track_caller]
    fn case(text: &str, changes: Vec<TextDocumentContentChangeEvent>, wanted: &str) {
        let mut document = document(text);
        document.change(changes, 2);
        assert_eq!((&*document.text, document.version), (wanted, 2));
    }

    #[test]
    fn each_change_speaks_of_the_text_before_it() {
        case("ab\ncd", vec![edit((0, 2), (0, 2), "\n\n"), edit((3, 0), (3, 1), "X")], "ab\n\n\nXd");
        case(
            "12 dead\r\n",
            vec![edit((0, 0), (0, 2), "\u{1f6a2} 31"), edit((0, 3), (0, 4), "4")],
            "\u{1f6a2} 41 dead\r\n",
        );
        case("cafe\u{301} 12", vec![edit((0, 6), (0, 8), "13")], "cafe\u{301} 13");
        case("a\r\nb", vec![edit((0, 1), (1, 0), "")], "ab");
        case("a", vec![edit((5, 5), (9, 9), "b"), edit((0, 1), (0, 0), "!")], "a!b");
        let whole = TextDocumentContentChangeEvent { range: None, range_length: None, text: "new".to_owned() };
        case("old", vec![whole, edit((0, 3), (0, 3), "er")], "newer");
    }
}

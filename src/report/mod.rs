//! What people and machines see: the human report, the machine formats and the list of extracted figures. Nothing here
//! knows where the output goes or what the terminal can do; that is handed in.

mod closing;
mod columns;
mod concise;
mod count;
pub mod diff;
pub mod examples;
pub mod extract;
pub mod facts;
mod github;
mod gitlab;
mod human;
pub mod json;
mod junit;
mod markdown;
mod outcome;
mod rdjson;
mod sarif;
mod snippet;
mod sources;
mod statistics;
mod table;
pub mod uri;

pub use closing::{closing, not_reported};
pub use concise::concise;
pub use count::count;
pub use github::github;
pub use gitlab::gitlab;
pub use human::{Human, Notice};
pub use junit::junit;
pub use markdown::markdown;
pub use outcome::{Report, message_with_notes, ways};
pub use rdjson::rdjsonl;
pub use sarif::sarif;
pub use snippet::{Snippet, Spot};
pub use sources::{Shown, Sources};
pub use statistics::statistics;
pub use table::table;

/// What the output can show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Look {
    /// ANSI colours.
    pub color: bool,
    /// Box-drawing characters; otherwise ASCII.
    pub unicode: bool,
    /// Columns.
    pub width: usize,
}

impl Look {
    /// For files, pipes and tests.
    pub const PLAIN: Self = Self { color: false, unicode: false, width: 100 };

    /// Text in the colour with this SGR code, where there are colours.
    pub fn paint(self, code: &str, text: &str) -> String {
        if self.color { format!("\u{1b}[{code}m{text}\u{1b}[0m") } else { text.to_owned() }
    }
}

//! What would mend a finding: one or more alternatives, each a set of edits.

use crate::document::Document;
use crate::span::Span;

/// A fix with its alternatives, the likeliest first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// Whether applying it cannot change the meaning of the text.
    pub safe: bool,
    /// Why no program may apply it by itself.
    pub by_hand: Option<ByHand>,
    /// The alternatives.
    pub alternatives: Vec<Alternative>,
}

/// Why only an editor can apply a fix.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ByHand {
    /// Several alternatives are equally likely.
    Choice,
    /// The words are somebody's whom the text quotes.
    Quoted,
}

/// One way to mend it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alternative {
    /// What it does.
    pub message: String,
    /// The edits, which do not overlap.
    pub edits: Vec<Edit>,
}

/// Bytes of a file and what to put in their place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// The file.
    pub path: String,
    /// The bytes.
    pub span: Span,
    /// The new text.
    pub text: String,
}

impl Edit {
    /// Puts `text` in place of a span of a block's text. Where markup or an entity stands inside, as little as possible
    /// is replaced; `None` where that would still touch it, and for documents whose bytes are not those of a file of
    /// text.
    pub fn in_block(document: &Document<'_>, block: u32, span: Span, text: &str) -> Option<Self> {
        let of = &document.blocks[block as usize];
        let edit = |span: Span, text: &str| {
            let file = document.to_file(of.map.to_file(span));
            Self { path: document.path.clone(), span: file, text: text.to_owned() }
        };
        if document.locator(of.map.to_file(span)).is_some() {
            return None;
        }
        if of.map.is_verbatim(span) {
            return Some(edit(span, text));
        }
        let old = span.slice(&of.text);
        let pairs = || old.chars().zip(text.chars());
        let same: usize = pairs().take_while(|(a, b)| a == b).map(|(a, _)| a.len_utf8()).sum();
        let (old_rest, new_rest) = (&old[same..], &text[same..]);
        let backwards = old_rest.chars().rev().zip(new_rest.chars().rev());
        let ending: usize = backwards.take_while(|(a, b)| a == b).map(|(a, _)| a.len_utf8()).sum();
        let inner = Span::new(span.start + same as u32, span.end - ending as u32);
        of.map.is_verbatim(inner).then(|| edit(inner, &new_rest[..new_rest.len() - ending]))
    }
}

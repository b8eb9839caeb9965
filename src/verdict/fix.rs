//! What would mend a finding: one or more alternatives, each a set of edits.

use crate::span::Span;

/// A fix with its alternatives, the likeliest first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// Whether applying it cannot change the meaning of the text.
    pub safe: bool,
    /// The alternatives.
    pub alternatives: Vec<Alternative>,
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

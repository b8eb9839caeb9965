//! Stand-ins for parts that are written elsewhere: reading documents and claims, loading reference sets, and two checks
//! that look for fixed words. To be deleted with its `mod` lines when the real ones are merged.

use std::sync::Arc;

use crate::reference::Fact;
use crate::span::{LineIndex, Span};
use crate::verdict::Place;
use crate::vocabulary::Vocabulary;

/// What was loaded.
#[derive(Debug, Default)]
pub struct Loaded {
    /// Facts.
    pub facts: Vec<Arc<Fact>>,
    /// Faults.
    pub faults: Vec<Fault>,
}

/// A fault in a set.
#[derive(Clone, Debug)]
pub struct Fault {
    /// What is wrong.
    pub message: String,
    /// What would be right.
    pub help: Option<String>,
    /// Where.
    pub place: Place,
}

/// A set that cannot be read.
#[derive(Clone, Debug, thiserror::Error)]
#[error("{message}")]
pub struct Unreadable {
    /// What is wrong.
    pub message: String,
    /// Bytes of the set.
    pub span: Option<std::ops::Range<usize>>,
}

/// Loads.
pub fn load(path: &str, text: &str, _vocabulary: &Vocabulary) -> Result<Loaded, Unreadable> {
    let (_, errors) = toml::de::DeTable::parse_recoverable(text);
    if text.contains("[[fact") && errors.is_empty() {
        let mut loaded = Loaded::default();
        if let Some(at) = text.find("\"2024-13-01\"") {
            let lines = LineIndex::new(text.as_bytes());
            loaded.faults.push(Fault {
                message: "2024-13-01 is no day: there is no month 13".to_owned(),
                help: None,
                place: Place::of(
                    path,
                    &lines,
                    Span::new(at as u32, at as u32 + 12),
                    "2024-13-01",
                ),
            });
        }
        return Ok(loaded);
    }
    match errors.into_iter().next() {
        Some(error) => Err(Unreadable {
            message: error.message().to_owned(),
            span: error.span(),
        }),
        None => Ok(Loaded::default()),
    }
}

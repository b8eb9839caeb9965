//! Stand-ins for parts that are written elsewhere: reading documents and claims, loading reference sets, and two checks
//! that look for fixed words. To be deleted with its `mod` lines when the real ones are merged.

use std::sync::Arc;

use jiff::civil::Date;

use crate::check::{Build, Check, Scene};
use crate::claim::Reading;
use crate::document::{Block, BlockKind, Document, Format, Metadata, OffsetMap};
use crate::reference::Fact;
use crate::span::{LineIndex, Span};
use crate::token::Token;
use crate::verdict::{Confidence, Failure, Label, Mismatch, Outcome, Place, Verdict};
use crate::vocabulary::Vocabulary;

/// See `document`.
#[derive(Clone, Debug, Default)]
pub struct Given {
    /// `--date`.
    pub date: Option<Date>,
    /// `[[document]]`.
    pub configured: Configured,
}

/// See `document`.
#[derive(Clone, Debug, Default)]
pub struct Configured {
    /// Date.
    pub date: Option<Date>,
    /// Title.
    pub title: Option<String>,
    /// Place.
    pub place: Option<String>,
}

/// See `document`.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("byte {offset} is not UTF-8; save the file as UTF-8")]
pub struct DecodeError {
    offset: usize,
}

impl<'a> Document<'a> {
    /// Decodes.
    pub fn decode(bytes: &[u8]) -> Result<&str, DecodeError> {
        std::str::from_utf8(bytes).map_err(|error| DecodeError {
            offset: error.valid_up_to(),
        })
    }

    /// Reads.
    pub fn read(path: &str, source: &'a str, given: &Given) -> Self {
        Self {
            path: path.to_owned(),
            source,
            format: Format::Plain,
            metadata: Metadata {
                date: given.date.or(given.configured.date),
                ..Metadata::default()
            },
            blocks: vec![Block {
                kind: BlockKind::Paragraph,
                text: source.into(),
                map: OffsetMap::contiguous(0, source.len() as u32),
                repeated: false,
            }],
            lines: LineIndex::new(source.as_bytes()),
        }
    }
}

impl<'a> Reading<'a> {
    /// Reads.
    pub fn read(document: &'a Document<'a>, vocabulary: &'a Vocabulary) -> Self {
        Self {
            document,
            vocabulary,
            tokens: Vec::<Token>::new(),
            sentences: Vec::new(),
            mentions: Vec::new(),
            dates: Vec::new(),
            claims: Vec::new(),
            topic: None,
            foreign: false,
        }
    }
}

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

#[derive(Debug)]
struct Words {
    primary: &'static str,
    label: Option<&'static str>,
    right: &'static str,
}

impl Check for Words {
    fn check(&self, scene: &Scene<'_>, out: &mut Vec<Verdict>) {
        let document = scene.reading.document;
        let text: &str = &document.blocks[0].text;
        let find = |words: &str| {
            let at = text.find(words)? as u32;
            let span = Span::new(at, at + words.len() as u32);
            Some(Place::in_block(document, 0, span))
        };
        if let Some(primary) = find(self.primary) {
            let labels = self.label.and_then(find).map(|place| Label {
                place,
                message: "a part".to_owned(),
            });
            out.push(Verdict {
                primary,
                outcome: Outcome::Failed(Box::new(Failure {
                    mismatch: Mismatch::Hard,
                    confidence: Confidence::High,
                    message: format!("{} cannot be true", self.primary),
                    help: Some("look it up".to_owned()),
                    primary_label: "stated here".to_owned(),
                    labels: labels.into_iter().collect(),
                    calculation: Some("3.2 + 3.0 = 6.2, stated 8".to_owned()),
                    cause: None,
                    fix: None,
                })),
            });
        }
        if let Some(primary) = find(self.right) {
            out.push(Verdict {
                primary,
                outcome: Outcome::Passed {
                    calculation: "3.2 + 3.0 = 6.2, stated 6.2".to_owned(),
                    message: "the parts add up".to_owned(),
                    labels: Vec::new(),
                },
            });
        }
    }
}

/// Two checks.
pub const REGISTRY: &[(&str, Build)] = &[
    ("sum", |_| {
        Ok(Box::new(Words {
            primary: "$8 million",
            label: Some("$3.2 million"),
            right: "$6.2 million",
        }))
    }),
    ("weekday", |parameters| {
        #[derive(serde::Deserialize)]
        #[serde(deny_unknown_fields)]
        struct None {}
        parameters.read::<None>()?;
        Ok(Box::new(Words {
            primary: "Monday, 2 January 2024",
            label: None,
            right: "Tuesday, 2 January 2024",
        }))
    }),
];

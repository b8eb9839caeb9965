//! Findings: failed verdicts made ready for people and machines.

use super::{Fix, Place};

/// How bad a finding is; ordered from the least.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Never reported.
    Off,
    /// Worth knowing.
    Info,
    /// An editor should look.
    Warning,
    /// The text is wrong.
    Error,
}

impl Severity {
    /// Its name in all formats.
    pub fn name(self) -> &'static str {
        match self {
            Self::Off => "off",
            Self::Info => "info",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }

    /// One lower, but never off.
    #[must_use]
    pub fn lowered(self) -> Self {
        match self {
            Self::Error => Self::Warning,
            Self::Warning | Self::Info => Self::Info,
            Self::Off => Self::Off,
        }
    }
}

/// How sure figlint is that two figures are the same quantity, apart from how far they are apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Confidence {
    /// At most an info.
    Low,
    /// At most a warning.
    Medium,
    /// As the rule says.
    High,
}

impl Confidence {
    /// Its name in all formats.
    pub fn name(self) -> &'static str {
        match self {
            Self::Low => "low",
            Self::Medium => "medium",
            Self::High => "high",
        }
    }

    /// The highest severity it allows.
    pub fn cap(self) -> Severity {
        match self {
            Self::Low => Severity::Info,
            Self::Medium => Severity::Warning,
            Self::High => Severity::Error,
        }
    }
}

/// Another place that a finding speaks of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// Where.
    pub place: Place,
    /// What stands there, in words.
    pub message: String,
}

/// A failed verdict with its rule. The primary place is a field of its own, so that none is without one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Id of the rule.
    pub rule: String,
    /// After the rule's severity, softness and confidence.
    pub severity: Severity,
    /// How sure it is.
    pub confidence: Confidence,
    /// What is wrong, in one sentence.
    pub message: String,
    /// What the editor can do.
    pub help: Option<String>,
    /// Where.
    pub primary: Place,
    /// What the primary place shows.
    pub primary_label: String,
    /// Other places, in text order.
    pub labels: Vec<Label>,
    /// The working.
    pub calculation: Option<String>,
    /// The likely reason.
    pub cause: Option<String>,
    /// What would mend it.
    pub fix: Option<Fix>,
    /// Stable hash of rule, path and the words around the figure, in hexadecimal.
    pub fingerprint: String,
}

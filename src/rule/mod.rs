//! Rules: a check, its parameters, a severity, an explanation and examples, one TOML file each. The bundled ones are
//! part of the binary; users' files have the same form and take the place of bundled ones with the same id.

mod bundled;
mod example;
mod fault;
mod keys;
mod load;
mod selection;
mod source;

pub use bundled::bundled;
pub use example::{Example, Other};
pub use fault::{Fault, FaultKind, in_short, is_kebab_case};
pub use keys::Keys;
pub use load::{Loaded, SEVERITIES, load, load_with};
pub use selection::Selection;
pub use source::Source;

use std::sync::Arc;

use crate::check::Check;
use crate::verdict::Severity;

/// A rule, ready to run.
#[derive(Debug)]
pub struct Rule {
    /// Its id, which is its file's name.
    pub id: String,
    /// The name of its check.
    pub check_name: String,
    /// The check with the rule's parameters.
    pub check: Box<dyn Check>,
    /// Of a hard mismatch.
    pub severity: Severity,
    /// What is wrong when it finds something, in one line.
    pub title: String,
    /// What an editor needs to know.
    pub why: String,
    /// What passed verdicts are counted as in the closing lines.
    pub passed: Option<Passed>,
    /// The file.
    pub source: Arc<Source>,
}

/// What a number of passed verdicts is a number of: "sums", "against the reference set".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passed {
    /// Behind 1: "sum". The same as `many` where the rule file says nothing else.
    pub one: String,
    /// Behind every other number.
    pub many: String,
}

impl Passed {
    /// The form that stands behind this number.
    pub fn of(&self, count: u64) -> &str {
        if count == 1 { &self.one } else { &self.many }
    }
}

/// The names by which rules are selected: those of the rules and of their packs.
pub fn names(rules: &[Rule]) -> impl Iterator<Item = &str> {
    rules.iter().flat_map(|rule| [rule.id.as_str(), rule.pack()])
}

impl Rule {
    /// The pack: the folder of its file.
    pub fn pack(&self) -> &str {
        self.source.folder().unwrap_or("rules")
    }

    /// Its examples. They are read only here, so that a run without them does not pay for them.
    pub fn examples(&self) -> Result<Vec<Example>, Vec<Fault>> {
        example::read(&self.source)
    }
}

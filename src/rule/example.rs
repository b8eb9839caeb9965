//! The examples of a rule file: texts with what must be found in them. They are the rule's tests and the better half
//! of its page.

use std::cell::RefCell;

use jiff::civil::Date;
use toml::de::DeTable;

use super::fault::{Fault, FaultKind};
use super::load::SEVERITIES;
use super::{Keys, Source};
use crate::verdict::{Place, Severity};

/// A text and what must be found in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Example {
    /// Where it stands in the rule file.
    pub place: Place,
    /// The text.
    pub text: String,
    /// What must be found, as it stands in a text: each at least once, and nothing else. Empty: stay silent.
    pub finds: Vec<String>,
    /// The text's date.
    pub date: Option<Date>,
    /// The text's headline.
    pub title: Option<String>,
    /// The ending of the file it is read as: "txt", "md" or "html".
    pub format: &'static str,
    /// A reference set in TOML.
    pub reference: Option<String>,
    /// Other texts that are checked together with it.
    pub others: Vec<Other>,
    /// What every finding must be.
    pub severity: Option<Severity>,
}

/// Another text of an example.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Other {
    /// Its path.
    pub path: String,
    /// Its date.
    pub date: Option<Date>,
    /// Its text.
    pub text: String,
}

const FORMATS: &[(&str, &str)] = &[("txt", "txt"), ("md", "md"), ("html", "html")];

/// The examples of a rule file, or every fault in them.
pub(super) fn read(source: &Source) -> Result<Vec<Example>, Vec<Fault>> {
    let (table, errors) = DeTable::parse_recoverable(&source.text);
    if !errors.is_empty() {
        return Err(source.syntax(errors).collect());
    }
    let faults = RefCell::new(Vec::new());
    let examples = read_all(&mut Keys::new(source, table.get_ref(), 0..0, &faults), source);
    let faults = faults.into_inner();
    if faults.is_empty() { Ok(examples) } else { Err(faults) }
}

/// The examples in a table that is parsed already; faults are noted where all faults of the table are.
pub(super) fn read_all(keys: &mut Keys<'_, '_>, source: &Source) -> Vec<Example> {
    let tables = keys.tables("example").into_iter();
    tables.filter_map(|example| read_one(example, source)).collect()
}

fn read_one(mut keys: Keys<'_, '_>, source: &Source) -> Option<Example> {
    let span = keys.span();
    let text = keys.required("text");
    if keys.value("finds").is_none() {
        keys.fault(keys.span(), FaultKind::MissingKeys { keys: vec!["finds"] });
    }
    let finds = keys.strings("finds").into_iter().map(|(text, _)| text).collect();
    let date = keys.date("date");
    let title = keys.string("title");
    let format = keys.choice("format", FORMATS).unwrap_or("txt");
    let reference = keys.string("reference");
    let severity = keys.choice("severity", SEVERITIES);
    let others = keys
        .tables("others")
        .into_iter()
        .enumerate()
        .filter_map(|(n, mut other)| {
            let path = other.string("path").unwrap_or_else(|| format!("other-{}.txt", n + 1));
            let date = other.date("date");
            let text = other.required("text");
            other.finish();
            Some(Other { path, date, text: text? })
        })
        .collect();
    keys.finish();
    Some(Example { place: source.place(span), text: text?, finds, date, title, format, reference, others, severity })
}

//! Runs the examples of a rule: each text is checked by that rule alone, and what is found must be what the example
//! says. This is `figlint test`, for bundled and users' rules alike.

use std::sync::Arc;

use super::{Linter, Text, suppression};
use crate::config::Documents;
use crate::reference::{self, Facts};
use crate::rule::{self, Example, Rule};
use crate::verdict::{Finding, Place, Severity};
use crate::vocabulary::Vocabulary;

/// An example that does not come out as it says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mismatch {
    /// Where the example stands.
    pub place: Place,
    /// The example's text.
    pub text: String,
    /// What it should find, one a line.
    pub wanted: Vec<String>,
    /// What was found, one a line; what matches is written like the wanted line.
    pub found: Vec<String>,
    /// Faults of the example's reference set.
    pub faults: Vec<String>,
}

/// Runs examples of one rule, which is handed back; the result has one entry for each that does not come out.
pub fn run(rule: Rule, examples: &[Example], vocabulary: &Arc<Vocabulary>) -> (Rule, Vec<Mismatch>) {
    let mut rules = vec![rule];
    if rules[0].check_name == suppression::CHECK {
        // What it is about is suppressed findings of other rules.
        let others = rule::load(rule::bundled()).rules;
        rules.extend(others.into_iter().filter(|other| other.check_name != suppression::CHECK));
    }
    let mut linter = Linter::new(rules, Arc::clone(vocabulary));
    let out = examples.iter().filter_map(|example| run_one(&mut linter, example)).collect();
    let rule = linter.rules.swap_remove(0);
    (rule, out)
}

/// Gives a linter the facts and dates of an example, and returns the texts that it is about.
pub(crate) fn set_up(linter: &mut Linter, example: &Example, faults: &mut Vec<String>) -> Vec<Text> {
    linter.facts = facts(linter, example, faults);
    let path = format!("example.{}", example.format);
    let mut texts = vec![Text::in_memory(&path, &example.text)];
    linter.documents = Documents::default();
    linter.documents.push_exact(&path, example.date, example.title.clone());
    for other in &example.others {
        texts.push(Text::in_memory(&other.path, &other.text));
        linter.documents.push_exact(&other.path, other.date, None);
    }
    texts
}

fn run_one(linter: &mut Linter, example: &Example) -> Option<Mismatch> {
    let mut faults = Vec::new();
    let texts = set_up(linter, example, &mut faults);
    let mut findings = linter.lint(&texts).findings;
    findings.retain(|finding| finding.rule == linter.rules[0].id);
    let slice = |place: &Place| {
        if *place.path == *REFERENCE {
            return example.reference.as_deref()?.get(place.span.range());
        }
        let text = texts.iter().find(|text| text.path == *place.path)?;
        let super::Content::Bytes(bytes) = &text.content else {
            return None;
        };
        std::str::from_utf8(bytes.get(place.span.range())?).ok()
    };
    let (wanted, found) = compare(example, &findings, slice);
    (wanted != found || !faults.is_empty()).then(|| Mismatch {
        place: example.place.clone(),
        text: example.text.clone(),
        wanted,
        found,
        faults,
    })
}

/// The name of an example's reference set.
const REFERENCE: &str = "reference.toml";

/// The facts of an example. Faults of its set are what the example is about where the rule is for them.
fn facts(linter: &mut Linter, example: &Example, faults: &mut Vec<String>) -> Facts {
    linter.reference_faults.clear();
    let Some(text) = &example.reference else {
        return Facts::default();
    };
    match reference::load(REFERENCE, text, &linter.vocabulary) {
        Ok(loaded) => {
            if linter.rules.iter().any(|rule| rule.check_name == super::finish::REFERENCE_DATA) {
                linter.reference_faults = loaded.faults;
            } else {
                faults.extend(loaded.faults.iter().map(|fault| fault.message.clone()));
            }
            Facts::new(loaded.facts)
        }
        Err(error) => {
            faults.push(error.to_string());
            Facts::default()
        }
    }
}

/// The lines that should be and the lines that are: equal when the example comes out. Each wanted text must be the
/// primary or a labelled place of a finding, and each finding must have a wanted text at one of its places.
fn compare<'t>(
    example: &Example,
    findings: &[Finding],
    slice: impl Fn(&Place) -> Option<&'t str>,
) -> (Vec<String>, Vec<String>) {
    let line = |text: &str, severity: Option<Severity>| match severity {
        Some(severity) => format!("{}: {text}", severity.name()),
        None => text.to_owned(),
    };
    let wanted = example.finds.iter().map(|text| line(text, example.severity)).collect();
    let mut found = Vec::new();
    let mut rest = Vec::new();
    let mut hits = vec![None; example.finds.len()];
    for finding in findings {
        let severity = example.severity.map(|_| finding.severity);
        let places = std::iter::once(&finding.primary).chain(finding.labels.iter().map(|label| &label.place));
        let mut matched = false;
        for text in places.filter_map(&slice) {
            for (n, find) in example.finds.iter().enumerate() {
                if text.contains(find.as_str()) {
                    matched = true;
                    hits[n].get_or_insert(line(find, severity));
                }
            }
        }
        if !matched {
            let text = slice(&finding.primary).unwrap_or_default();
            rest.push(format!("{} ({})", line(text, severity), finding.message));
        }
    }
    found.extend(hits.into_iter().flatten());
    found.extend(rest);
    (wanted, found)
}

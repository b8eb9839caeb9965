//! The way through the house for whole runs: texts are read in parallel, every rule's check says its verdicts, and the
//! failed ones become findings. The result does not depend on the order in which the texts were read.

mod across;
mod baseline;
mod cached;
mod changed;
mod checked;
mod examples;
mod figures;
mod fingerprint;
mod finish;
mod hidden;
mod live;
mod once;
mod suppression;
mod text;

pub use baseline::{Baseline, BaselineError, Known};
pub use cached::Cached;
pub use changed::Changed;
pub use checked::Checked;
#[cfg(test)]
pub(crate) use examples::set_up as set_up_example;
pub use examples::{Mismatch, run as run_examples};
pub use figures::Tally;
pub use fingerprint::hash_words;
pub use hidden::{Hidden, HiddenBy};
pub use live::Live;
pub use text::{Content, Text, TextError, why};

use std::collections::{BTreeMap, HashSet};
use std::sync::Arc;

use jiff::civil::Date;
use rayon::prelude::*;

use crate::claim::Reading;
use crate::config::{Across, Documents, Groups, Overrides};
use crate::document::{File, Given};
use crate::period::DateOptions;
use crate::quantity::Widths;
use crate::reference::{self, Fact, Facts};
use crate::rule::{self, Rule};
use crate::verdict::{Finding, Label, Place};
use crate::vocabulary::Vocabulary;

/// Everything that texts are held against.
#[derive(Debug)]
pub struct Linter {
    /// The rules that run.
    pub rules: Vec<Rule>,
    /// What figures can be about.
    pub vocabulary: Arc<Vocabulary>,
    /// The desk's facts.
    pub facts: Facts,
    /// How loosely figures are read.
    pub widths: Widths,
    /// What the configuration says of texts.
    pub documents: Documents,
    /// How dates are read where a text does not say it; the anchor is the text's own.
    pub dates: DateOptions,
    /// What is wrong in the reference sets; each is a finding of `reference-data` in the set's own file.
    pub reference_faults: Vec<reference::Fault>,
    /// Which texts are held against each other.
    pub across: Across,
    /// Which texts belong together where `across` is `groups`.
    pub groups: Groups,
    /// Which rules run otherwise for some of the texts.
    pub overrides: Overrides,
    /// The date of all texts, over everything that they say themselves.
    pub date: Option<Date>,
    /// The rules and packs there are, whether they run or not; others that a text suppresses are mistakes.
    pub known: Vec<String>,
    /// Rules were left out for this run only: what a text suppresses everything for may be theirs.
    pub narrowed: bool,
    /// Only some texts are read of those that belong together: what is held against the others cannot be found.
    pub partial: bool,
}

/// What came of a run.
#[derive(Debug, Default)]
pub struct Outcome {
    /// What is reported, sorted by path, position and rule.
    pub findings: Vec<Finding>,
    /// What is not reported, sorted likewise.
    pub hidden: Vec<Hidden>,
    /// Passed verdicts, sorted likewise.
    pub passed: Vec<Passed>,
    /// Texts that could not be read, in the order of their paths.
    pub errors: Vec<TextError>,
    /// What was read and looked at.
    pub tally: Tally,
}

impl Outcome {
    /// How many of the reported findings each rule has, most first.
    pub fn found_by_rule(&self) -> Vec<(String, usize)> {
        let mut by_rule: BTreeMap<&str, usize> = BTreeMap::new();
        for finding in &self.findings {
            *by_rule.entry(&finding.rule).or_default() += 1;
        }
        let mut all: Vec<_> = by_rule.into_iter().map(|(rule, count)| (rule.to_owned(), count)).collect();
        all.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        all
    }

    /// The facts that no figure was held against, in file order.
    pub fn unmentioned<'f>(&self, facts: &'f Facts) -> Vec<&'f Arc<Fact>> {
        let found = self.found().map(|finding| &finding.labels);
        let labels = found.chain(self.passed.iter().map(|passed| &passed.labels)).flatten();
        let met: HashSet<_> = labels.map(|label| (&label.place.path, label.place.span)).collect();
        facts.list.iter().filter(|fact| !met.contains(&(&fact.place.path, fact.place.span))).collect()
    }
}

/// A figure that was looked at and holds.
#[derive(Clone, Debug)]
pub struct Passed {
    /// Id of the rule.
    pub rule: String,
    /// Where the figure stands.
    pub primary: Place,
    /// What it was held against.
    pub message: String,
    /// The working.
    pub calculation: String,
    /// The other places.
    pub labels: Vec<Label>,
    /// Hash of rule, path and words.
    pub fingerprint: String,
}

impl Linter {
    /// A linter without facts, configuration or date.
    pub fn new(rules: Vec<Rule>, vocabulary: Arc<Vocabulary>) -> Self {
        Self {
            known: rule::names(&rules).map(str::to_owned).collect(),
            rules,
            vocabulary,
            facts: Facts::default(),
            widths: Widths::default(),
            documents: Documents::default(),
            dates: DateOptions::default(),
            reference_faults: Vec::new(),
            across: Across::default(),
            groups: Groups::default(),
            overrides: Overrides::default(),
            date: None,
            narrowed: false,
            partial: false,
        }
    }

    /// A linter with the bundled rules and nothing else.
    pub fn bundled() -> Self {
        let loaded = rule::load(rule::bundled());
        Self::new(loaded.rules, Arc::new(Vocabulary::new(loaded.measures, loaded.entities)))
    }

    /// Checks texts against the rules and each other.
    pub fn lint(&self, texts: &[Text]) -> Outcome {
        self.lint_with(texts, &|| {})
    }

    /// The same; `one_more` is told of each text that was read, from whichever thread read it.
    pub fn lint_with(&self, texts: &[Text], one_more: &(dyn Fn() + Sync)) -> Outcome {
        let checked: Vec<Checked> = texts
            .par_iter()
            .map(|text| {
                let checked = self.check_text(text, &mut |_| {});
                one_more();
                checked
            })
            .collect();
        self.together(checked)
    }

    /// Reads one text and hands each reading on: one, or one for each record of an archive. What is borrowed from the
    /// text ends with the call. Returns what `then` returned, and what could not be read.
    pub fn with_readings<T>(&self, text: &Text, mut then: impl FnMut(&Reading<'_>) -> T) -> (Vec<T>, Vec<TextError>) {
        let bytes = match text.bytes() {
            Ok(bytes) => bytes,
            Err(error) => return (Vec::new(), vec![error]),
        };
        let file = match File::open(&text.path, &bytes) {
            Ok(file) => file,
            Err(error) => return (Vec::new(), vec![text.error(error, &bytes)]),
        };
        let given = Given { date: self.date, configured: self.documents.of(&text.config_path) };
        let (mut results, mut errors) = (Vec::new(), Vec::new());
        file.each_part(&mut |part| match part {
            Ok(part) => {
                let document = part.read(&text.path, &given);
                results.push(then(&Reading::read_with(&document, &self.vocabulary, self.dates)));
            }
            Err(error) => errors.push(text.error(error, &bytes)),
        });
        (results, errors)
    }
}

#[cfg(test)]
mod tests;

//! Baselines: the findings that a desk knows of, in a file that is kept beside the texts. A finding is known by its
//! rule and the words around the figure, not by its line, so that a paragraph can be moved; and it is known as often as
//! it was written down, so that a copy of it is new.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};
use serde_json::error::Category;

use super::hash_words;
use crate::verdict::Finding;

/// The version of the format.
const VERSION: u64 = 1;

/// What a baseline file holds, sorted by path, rule and fingerprint.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Baseline {
    /// The findings.
    pub known: Vec<Known>,
}

/// A finding that is known.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Known {
    /// The text, relative to the folder of the baseline, with `/`.
    pub path: String,
    /// Id of the rule.
    pub rule: String,
    /// Hash of the rule and of the words around the figure, in hexadecimal.
    pub fingerprint: String,
    /// How many findings have this path, rule and fingerprint.
    pub count: u64,
    /// The words, for those who read the file.
    pub words: String,
}

/// Why a file is no baseline.
#[derive(Debug, thiserror::Error)]
pub enum BaselineError {
    /// There is nothing in it.
    #[error("the file is empty")]
    Empty,
    /// It is not JSON of the right form.
    #[error("line {line}, column {column}: {message}")]
    Form {
        /// Line, from 1.
        line: usize,
        /// Column, from 1.
        column: usize,
        /// What is wrong.
        message: String,
    },
    /// It says no version.
    #[error("the key `version` is missing, or is no number")]
    NoVersion,
    /// It was written by a later version of figlint.
    #[error("it has version {0}, and this figlint reads version 1")]
    Version(u64),
}

/// The file as a whole.
#[derive(Deserialize)]
struct File {
    findings: Vec<Known>,
}

impl Baseline {
    /// The baseline that knows these findings. `path_of` gives a path as the file has it.
    pub fn of<'f>(findings: impl Iterator<Item = &'f Finding>, path_of: impl Fn(&str) -> String) -> Self {
        let mut known: Vec<Known> = findings
            .map(|finding| Known {
                path: path_of(&finding.primary.path),
                rule: finding.rule.clone(),
                fingerprint: fingerprint(finding),
                count: 1,
                words: finding.primary.context.split_whitespace().collect::<Vec<_>>().join(" "),
            })
            .collect();
        known.sort();
        known.dedup_by(|next, first| {
            let same = (&next.path, &next.rule, &next.fingerprint) == (&first.path, &first.rule, &first.fingerprint);
            first.count += u64::from(same);
            same
        });
        Self { known }
    }

    /// Reads a file.
    pub fn parse(text: &str) -> Result<Self, BaselineError> {
        if text.trim().is_empty() {
            return Err(BaselineError::Empty);
        }
        let form = |error: serde_json::Error| {
            let said = error.to_string();
            let said = said.split(" at line ").next().unwrap_or_default();
            let message = match error.classify() {
                Category::Eof => "the file ends in the middle".to_owned(),
                Category::Syntax | Category::Io => format!("this is not JSON: {said}"),
                Category::Data => said.to_owned(),
            };
            // What is wrong at a line's end is in column 0 of the next one.
            BaselineError::Form { line: error.line().max(1), column: error.column().max(1), message }
        };
        // Of a later version nothing but the number is sure.
        let head: serde_json::Map<String, serde_json::Value> = serde_json::from_str(text).map_err(form)?;
        match head.get("version").and_then(serde_json::Value::as_u64) {
            Some(VERSION) => {}
            Some(other) => return Err(BaselineError::Version(other)),
            None => return Err(BaselineError::NoVersion),
        }
        let mut file: File = serde_json::from_str(text).map_err(form)?;
        file.findings.sort();
        Ok(Self { known: file.findings })
    }

    /// The file: one finding a line, so that two versions of it can be compared and merged.
    pub fn to_json(&self) -> String {
        let mut out = format!("{{\n  \"version\": {VERSION},\n  \"findings\": [");
        for (n, known) in self.known.iter().enumerate() {
            out.push_str(if n == 0 { "\n    " } else { ",\n    " });
            out.push_str(&serde_json::to_string(known).unwrap_or_default());
        }
        out.push_str(if self.known.is_empty() { "]\n}\n" } else { "\n  ]\n}\n" });
        out
    }

    /// Which of the findings are known, in their order, and what is left of the baseline: what no finding has any more.
    ///
    /// A finding is first looked for under its own path, then among what is left of texts that were `looked_at` in this
    /// run (or are gone): a paragraph can be moved to another text, and a text to another folder.
    pub fn meet(
        mut self,
        findings: &[Finding],
        path_of: impl Fn(&str) -> String,
        looked_at: impl Fn(&Known) -> bool,
    ) -> (Vec<bool>, Vec<Known>) {
        let mut by_fingerprint: HashMap<String, Vec<usize>> = HashMap::new();
        for (n, known) in self.known.iter().enumerate() {
            by_fingerprint.entry(known.fingerprint.clone()).or_default().push(n);
        }
        let mut met = vec![false; findings.len()];
        for elsewhere in [false, true] {
            for (finding, met) in findings.iter().zip(&mut met).filter(|(_, met)| !**met) {
                let path = path_of(&finding.primary.path);
                let Some(places) = by_fingerprint.get(&fingerprint(finding)) else { continue };
                let fits = |known: &Known| {
                    known.count > 0
                        && known.rule == finding.rule
                        && if elsewhere { looked_at(known) } else { known.path == path }
                };
                if let Some(n) = places.iter().find(|n| fits(&self.known[**n])) {
                    self.known[*n].count -= 1;
                    *met = true;
                }
            }
        }
        self.known.retain(|known| known.count > 0 && looked_at(known));
        (met, self.known)
    }
}

/// A hash of rule and words. The message stands for the words where a finding is about no words.
fn fingerprint(finding: &Finding) -> String {
    let words = if finding.primary.context.is_empty() { &*finding.message } else { &*finding.primary.context };
    format!("{:016x}", hash_words(&[&finding.rule], words))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lint::{Linter, Text};

    fn findings(texts: &[(&str, &str)]) -> Vec<Finding> {
        let texts: Vec<Text> = texts.iter().map(|(path, text)| Text::in_memory(path, text)).collect();
        Linter::bundled().lint(&texts).findings
    }

    /// How many of the findings in the texts after are known, and how many of before are left.
    fn case(before: &[(&str, &str)], after: &[(&str, &str)]) -> (Vec<bool>, usize) {
        let baseline = Baseline::of(findings(before).iter(), str::to_owned);
        let read = Baseline::parse(&baseline.to_json()).unwrap_or_default();
        assert_eq!(read, baseline);
        let (met, left) = read.meet(&findings(after), str::to_owned, |_| true);
        (met, left.len())
    }

    const ONE: &str = "It opened on Monday, 4 March 2025.\n\n";
    const TWO: &str = "It shut on Friday, 9 May 2024.\n\n";

    #[test]
    fn a_finding_is_known_by_its_words_and_number() {
        let moved = format!("Nothing.\n\n{ONE}");
        let twice = format!("{ONE}{ONE}");
        let both = format!("{TWO}{ONE}");
        assert_eq!(case(&[("a.md", ONE)], &[("a.md", &moved)]), (vec![true], 0));
        assert_eq!(case(&[("a.md", ONE)], &[("a.md", &twice)]), (vec![true, false], 0));
        assert_eq!(case(&[("a.md", &twice)], &[("a.md", ONE)]), (vec![true], 1));
        assert_eq!(case(&[("a.md", ONE)], &[("a.md", &both)]), (vec![false, true], 0));
        assert_eq!(case(&[("a.md", ONE)], &[("b.md", ONE)]), (vec![true], 0));
        assert_eq!(case(&[("b.md", ONE)], &[("a.md", ONE), ("b.md", ONE)]), (vec![false, true], 0));
        assert_eq!(case(&[("a.md", ONE)], &[("a.md", "Nothing.")]), (vec![], 1));
    }

    #[test]
    fn broken_files_say_where() {
        let p = |text| Baseline::parse(text).map_or_else(|error| error.to_string(), |known| known.to_json());
        insta::assert_snapshot!(p(" \n"), @"the file is empty");
        insta::assert_snapshot!(p("{"), @"line 1, column 1: the file ends in the middle");
        insta::assert_snapshot!(p("known"), @"line 1, column 1: this is not JSON: expected value");
        insta::assert_snapshot!(p("[]"), @"line 1, column 1: invalid type: sequence, expected a map");
        insta::assert_snapshot!(p("{\"version\": 2}"), @"it has version 2, and this figlint reads version 1");
        insta::assert_snapshot!(p("{\"version\": 1,\n\"findings\": [{\"rule\": \"a\"}]}"), @"line 2, column 26: missing field `path`");
        insta::assert_snapshot!(p("{\"version\": 1, \"findings\": []}"), @r#"
        {
          "version": 1,
          "findings": []
        }
        "#);
    }
}

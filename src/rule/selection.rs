//! Which rules run, and how severe they are, by the configuration and the command line.

use std::collections::BTreeMap;

use super::{Rule, nearest};
use crate::verdict::Severity;

/// What the user wants of the rules. Names are ids of rules or packs.
#[derive(Clone, Debug, Default)]
pub struct Selection {
    /// Only these; empty means all.
    pub select: Vec<String>,
    /// Not these.
    pub ignore: Vec<String>,
    /// Severities in place of the rules' own.
    pub severity: BTreeMap<String, Severity>,
}

impl Selection {
    /// Leaves out and sets severities. Rules that are `off` are left out.
    pub fn apply(&self, rules: Vec<Rule>) -> Vec<Rule> {
        let listed =
            |names: &[String], rule: &Rule| names.iter().any(|n| *n == rule.id || n == rule.pack());
        rules
            .into_iter()
            .map(|mut rule| {
                let set = self
                    .severity
                    .get(&rule.id)
                    .or_else(|| self.severity.get(rule.pack()));
                rule.severity = set.copied().unwrap_or(rule.severity);
                rule
            })
            .filter(|rule| rule.severity != Severity::Off)
            .filter(|rule| self.select.is_empty() || listed(&self.select, rule))
            .filter(|rule| !listed(&self.ignore, rule))
            .collect()
    }

    /// Every name that is neither a rule nor a pack, with the most similar one that is.
    pub fn unknown<'a>(
        &'a self,
        rules: &'a [Rule],
    ) -> impl Iterator<Item = (&'a str, Option<&'a str>)> {
        let names = move || {
            rules
                .iter()
                .flat_map(|rule| [rule.id.as_str(), rule.pack()])
        };
        self.select
            .iter()
            .chain(&self.ignore)
            .chain(self.severity.keys())
            .filter(move |name| !names().any(|known| known == name.as_str()))
            .map(move |name| (name.as_str(), nearest(name, names())))
    }
}

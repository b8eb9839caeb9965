//! Which rules run, and how severe they are, by the configuration and the command line.

use std::collections::BTreeMap;

use super::{Rule, names};
use crate::verdict::{Severity, nearest};

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
    /// Sets severities and leaves out the rules that are off, unless one of the others, which hold for some texts,
    /// switches them on there.
    pub fn apply<'s>(&self, rules: Vec<Rule>, others: &(impl Iterator<Item = &'s Self> + Clone)) -> Vec<Rule> {
        let on = |rule: &Rule, other: &Self| other.severity_of(&rule.id, rule.pack(), Severity::Off) != Severity::Off;
        let set = |mut rule: Rule| {
            rule.severity = self.severity_of(&rule.id, rule.pack(), rule.severity);
            rule
        };
        let runs = |rule: &Rule| rule.severity != Severity::Off || others.clone().any(|other| on(rule, other));
        rules.into_iter().map(set).filter(runs).collect()
    }

    /// The severity of a rule of this id and pack, [`Severity::Off`] where it does not run.
    pub fn severity_of(&self, id: &str, pack: &str, own: Severity) -> Severity {
        let listed = |names: &[String]| names.iter().any(|name| name == id || name == pack);
        if (!self.select.is_empty() && !listed(&self.select)) || listed(&self.ignore) {
            return Severity::Off;
        }
        let set = self.severity.get(id).or_else(|| self.severity.get(pack));
        set.copied().unwrap_or(own)
    }

    /// Every name that is neither a rule nor a pack, with the most similar one that is.
    pub fn unknown<'a>(&'a self, rules: &'a [Rule]) -> impl Iterator<Item = (&'a str, Option<&'a str>)> {
        self.select
            .iter()
            .chain(&self.ignore)
            .chain(self.severity.keys())
            .filter(move |name| !names(rules).any(|known| known == name.as_str()))
            .map(move |name| (name.as_str(), nearest(name, names(rules))))
    }
}

//! `[[override]]`: what is different for some of the texts. Old texts, another desk's, letters to the editor: they are
//! checked by other rules, or less severely, and still by the same run.

use std::ops::Range;

use globset::GlobSet;

use super::globs;
use crate::rule::{Keys, Rule, Selection};
use crate::verdict::Severity;

/// All `[[override]]` tables, in order.
#[derive(Debug, Default)]
pub struct Overrides {
    list: Vec<(GlobSet, Selection)>,
}

impl Overrides {
    /// What is different for the text with this path, relative to the configuration's folder and with `/`. Of several
    /// tables that speak of it, `ignore` and `severity` add up, the later ones winning, and the last `select` counts.
    pub fn of(&self, path: &str) -> Option<Selection> {
        let mut matching = self.list.iter().filter(|(paths, _)| paths.is_match(path)).map(|(_, selection)| selection);
        let mut all = matching.next()?.clone();
        for one in matching {
            if !one.select.is_empty() {
                all.select.clone_from(&one.select);
            }
            all.ignore.extend(one.ignore.iter().cloned());
            all.severity.extend(one.severity.iter().map(|(name, severity)| (name.clone(), *severity)));
        }
        Some(all)
    }

    /// The severities of all rules in this text, where some may differ from the rules' own.
    pub fn severities(&self, path: &str, rules: &[Rule]) -> Option<Vec<Severity>> {
        let here = self.of(path)?;
        Some(rules.iter().map(|rule| here.severity_of(&rule.id, rule.pack(), rule.severity)).collect())
    }

    /// All names of rules and packs, in any table.
    pub fn selections(&self) -> impl Iterator<Item = &Selection> + Clone {
        self.list.iter().map(|(_, selection)| selection)
    }

    /// Those of another file under these, which win.
    pub(super) fn over(&mut self, mut base: Self) {
        base.list.append(&mut self.list);
        self.list = base.list;
    }
}

pub(super) fn read(tables: Vec<Keys<'_, '_>>, places: &mut Vec<(String, Range<usize>)>) -> Overrides {
    let list = tables.into_iter().filter_map(|mut keys| {
        let paths = globs::required(&mut keys, "paths");
        let selection = super::read_selection(&mut keys, places);
        keys.finish();
        Some((paths?, selection))
    });
    Overrides { list: list.collect() }
}

//! `extend`: a configuration laid over another one, which newsrooms share and repositories refine.

use super::Config;
use crate::period::DateOptions;

/// Keys with lists that add up instead of taking the place of those in the other file.
pub(super) const ADDING: &[&str] =
    &["rules", "references", "exclude", "group", "document", "override", "entity", "measure"];

impl Config {
    /// This configuration over the one that it extends: what it sets wins, key by key, and lists of files and tables
    /// add up.
    #[must_use]
    pub fn over(mut self, base: Self) -> Self {
        let has = |key: &str| self.set.iter().any(|setting| setting.key == key);
        // Whoever adds a key is asked here what becomes of it.
        let Self {
            extend: _,
            rules,
            references,
            baseline,
            exclude,
            selection,
            selection_places,
            overrides,
            entities,
            measures,
            fail_on,
            across,
            groups,
            documents,
            dates,
            widths,
            set,
        } = base;
        if !has("select") {
            self.selection.select = selection.select;
        }
        if !has("ignore") {
            self.selection.ignore = selection.ignore;
        }
        for (name, severity) in selection.severity {
            self.selection.severity.entry(name).or_insert(severity);
        }
        let shadowed = |key: &str| !ADDING.contains(&key) && has(key);
        let set: Vec<_> = set.into_iter().filter(|setting| !shadowed(&setting.key)).collect();
        self.set.extend(set);
        self.rules.extend(rules);
        self.references.extend(references);
        self.baseline = self.baseline.or(baseline);
        self.exclude.extend(exclude);
        self.selection_places.extend(selection_places);
        self.overrides.over(overrides);
        // Of two with one name the later one counts.
        self.entities.splice(0..0, entities);
        self.measures.splice(0..0, measures);
        self.fail_on = self.fail_on.or(fail_on);
        self.across = self.across.or(across);
        self.groups.over(groups);
        self.documents.over(documents);
        self.dates = DateOptions {
            order: self.dates.order.or(dates.order),
            fiscal_start: self.dates.fiscal_start.or(dates.fiscal_start),
            ..self.dates
        };
        if let Some(mut widths) = widths {
            widths.extend(self.widths.take().unwrap_or_default());
            self.widths = Some(widths);
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use crate::config::{FailOn, parse};
    use crate::rule::Source;

    #[test]
    fn the_nearer_file_wins_and_lists_of_files_add_up() {
        let read = |text: &str, file| parse(&Source::new("figlint.toml", text), file).config;
        let base = "rules = [\"a\"]\nfail-on = \"any\"\nacross = \"off\"\nignore = [\"wording\"]\n\
                    [severity]\ncalendar = \"off\"\nsum-mismatch = \"info\"\n[widths]\nround_soft = 0.1\n";
        let near = "rules = [\"b\"]\nfail-on = \"error\"\nignore = []\n[severity]\ncalendar = \"error\"\n";
        let all = read(near, 0).over(read(base, 1));
        assert_eq!(all.rules.iter().map(|one| (&*one.text, one.file)).collect::<Vec<_>>(), [("b", 0), ("a", 1)]);
        assert_eq!((all.fail_on, all.across), (Some(FailOn::Error), Some(crate::config::Across::Off)));
        assert!(all.selection.ignore.is_empty(), "an empty list is set too");
        assert_eq!(all.selection.severity.len(), 2);
        assert!(all.widths.is_some_and(|widths| widths.contains_key("round_soft")));
        let set: Vec<_> = all.set.iter().map(|one| format!("{} {}", one.file, one.key)).collect();
        insta::assert_snapshot!(set.join("\n"), @r"
        0 rules
        0 fail-on
        0 ignore
        0 severity.calendar
        1 rules
        1 across
        1 severity.sum-mismatch
        1 widths.round_soft
        ");
    }
}

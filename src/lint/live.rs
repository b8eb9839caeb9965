//! Texts that change while they are looked at, as in an editor: each is read by itself whenever it changes, and what
//! was found in the others stays. Only the claims that are compared across texts are compared again. What comes of a
//! text is the same as in a run over all of them.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::checked::{Checked, TextVerdicts};
use super::{Linter, Outcome, TextError, across, finish, suppression};
use crate::verdict::{self, Finding, Verdict};

impl Linter {
    /// What is wrong in the reference sets, as findings in their files.
    pub fn reference_findings(&self) -> Vec<Finding> {
        let mut findings = Vec::new();
        finish::add_reference_faults(self, &mut findings);
        findings
    }
}

/// Texts by their paths, and what was found between them. All were read by one linter.
#[derive(Debug, Default)]
pub struct Live {
    texts: BTreeMap<String, Checked>,
    /// Verdicts between texts by the path of the text that they are about.
    across: HashMap<String, Vec<(u16, Verdict)>>,
    /// Whether texts came, changed or went whose claims are compared across texts.
    stale: bool,
}

impl Live {
    /// Puts a text in, or in place of what was read of it before.
    pub fn set(&mut self, path: &str, read: Checked) {
        self.stale |= Self::compares(&read);
        if let Some(before) = self.texts.insert(path.to_owned(), read) {
            self.stale |= Self::compares(&before);
        }
    }

    /// Takes a text out.
    pub fn remove(&mut self, path: &str) {
        if let Some(before) = self.texts.remove(path) {
            self.stale |= Self::compares(&before);
        }
    }

    fn compares(read: &Checked) -> bool {
        read.parts.iter().any(|part| !part.kept.is_empty())
    }

    /// The paths of all texts, in order.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.texts.keys().map(String::as_str)
    }

    /// Whether there is such a text.
    pub fn contains(&self, path: &str) -> bool {
        self.texts.contains_key(path)
    }

    /// Holds the texts against each other, if anything changed since the last time, and returns the paths of those of
    /// which something else is found now.
    pub fn compare(&mut self, linter: &Linter) -> BTreeSet<String> {
        if !std::mem::take(&mut self.stale) {
            return BTreeSet::new();
        }
        let parts: Vec<&TextVerdicts> = self.texts.values().flat_map(|read| &read.parts).collect();
        let mut now: HashMap<String, Vec<(u16, Verdict)>> = HashMap::new();
        for (rule, verdict) in across::check(linter, &parts) {
            now.entry(verdict.primary.path.to_string()).or_default().push((rule, verdict));
        }
        let before = std::mem::replace(&mut self.across, now);
        let paths: BTreeSet<&String> = before.keys().chain(self.across.keys()).collect();
        paths.into_iter().filter(|path| before.get(*path) != self.across.get(*path)).cloned().collect()
    }

    /// What is found in one text, as [`Linter::lint`] says it; the tally is left out.
    pub fn outcome(&self, linter: &Linter, path: &str) -> Outcome {
        let mut outcome = Outcome::default();
        let Some(read) = self.texts.get(path) else { return outcome };
        let told = |(_, verdict): &&(u16, Verdict)| !matches!(verdict.outcome, verdict::Outcome::NotChecked(_));
        let part = |part: &TextVerdicts| TextVerdicts {
            path: part.path.clone(),
            verdicts: part.verdicts.iter().filter(told).cloned().collect(),
            overridden: part.overridden.clone(),
            ..TextVerdicts::default()
        };
        let across = self.across.get(path).cloned().unwrap_or_default();
        finish::finish(&linter.rules, read.parts.iter().map(part).collect(), across, &mut outcome);
        let suppressions = read.parts.iter().map(|part| part.suppressions.clone()).collect();
        suppression::apply(linter, suppressions, &mut outcome);
        outcome
    }

    /// What could not be read of a text.
    pub fn errors(&self, path: &str) -> &[TextError] {
        self.texts.get(path).map_or(&[], |read| &read.errors)
    }

    /// The verdicts on figures of a text with the indices of their rules.
    fn verdicts_of(&self, path: &str) -> impl Iterator<Item = (u16, &Verdict)> {
        let own = self.texts.get(path).into_iter().flat_map(|read| &read.parts).flat_map(|part| &part.verdicts);
        let across = self.across.get(path).into_iter().flatten();
        own.chain(across).map(|(rule, verdict)| (*rule, verdict))
    }

    /// The verdicts on figures of all texts, by path, with the indices of their rules.
    pub fn verdicts(&self) -> impl Iterator<Item = (u16, &Verdict)> {
        self.texts.keys().flat_map(|path| self.verdicts_of(path))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lint::Text;

    /// Two texts that contradict each other, the date of one of them to be filled in.
    const TEXTS: [(&str, &str); 3] = [
        ("a.md", "---\ndate: 2024-03-20\n---\nIn January 2024 the storm killed 31 people in Peru.\n"),
        ("b.md", "---\ndate: 2024-03-22\n---\nThe storm in Peru killed 48 people in January 2024.\n"),
        ("c.md", "It opened on Monday, 4 March 2025. <!-- figlint-disable-line weekday-mismatch -->\n"),
    ];

    #[test]
    fn a_text_gives_what_it_gives_in_a_run() {
        let linter = Linter::bundled();
        let texts = TEXTS.map(|(path, text)| Text::in_memory(path, text));
        let whole = linter.lint(&texts);
        let mut live = Live::default();
        for text in texts.iter().rev() {
            live.set(&text.path, linter.check_text(text, &mut |_| {}).closed());
        }
        assert_eq!(live.compare(&linter).into_iter().collect::<Vec<_>>(), ["b.md"]);
        let findings: Vec<Finding> = TEXTS.iter().flat_map(|(path, _)| live.outcome(&linter, path).findings).collect();
        assert_eq!(findings, whole.findings);
        assert_eq!(findings.len(), 1, "the two tolls, and no weekday");
    }

    #[test]
    fn only_what_depends_on_a_change_is_told() {
        let linter = Linter::bundled();
        let mut live = Live::default();
        for (path, text) in TEXTS {
            live.set(path, linter.check_text(&Text::in_memory(path, text), &mut |_| {}));
        }
        live.compare(&linter);
        assert!(live.compare(&linter).is_empty(), "nothing changed");
        let (path, text) = TEXTS[2];
        live.set(path, linter.check_text(&Text::in_memory(path, text), &mut |_| {}));
        assert!(live.compare(&linter).is_empty(), "it has nothing to compare");
        live.remove("a.md");
        assert!(live.compare(&linter).contains("b.md"));
        assert!(live.outcome(&linter, "b.md").findings.is_empty());
    }
}

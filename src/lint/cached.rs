//! The texts of a run that goes on: an editor, or `--watch`. What was found in a text by itself is kept until its bytes
//! change, so that after an edit only that text is read; what it means for the others is compared anew each time.

use std::collections::BTreeMap;

use foldhash::quality::FixedState;
use rayon::prelude::*;
use std::hash::BuildHasher;

use super::{Checked, Linter, Outcome, Text};

/// Texts as they were last checked, by path. It belongs to one linter: with another one, begin with an empty one.
#[derive(Debug, Default)]
pub struct Cached {
    texts: BTreeMap<String, (Option<u64>, Checked)>,
}

impl Cached {
    /// Reads those of the texts that are new or have other bytes than before, and forgets those that are not among them
    /// any more. Returns the paths of the texts that were read, appeared or are gone, sorted.
    pub fn update(&mut self, linter: &Linter, texts: &[Text]) -> Vec<String> {
        let known = &self.texts;
        let read: Vec<(&Text, Option<u64>, Option<Checked>)> = texts
            .par_iter()
            .map(|text| {
                // A text that cannot be read is tried again, and says again why.
                let bytes = text.bytes().ok().map(|bytes| FixedState::with_seed(0).hash_one(&*bytes));
                let same = bytes.is_some() && known.get(&text.path).is_some_and(|(before, _)| *before == bytes);
                (text, bytes, (!same).then(|| linter.check_text(text, &mut |_| {})))
            })
            .collect();
        let mut before = std::mem::take(&mut self.texts);
        let mut changed = Vec::new();
        for (text, bytes, checked) in read {
            let old = before.remove(&text.path);
            if let Some(checked) = checked {
                if bytes.is_some() || old.is_none_or(|(bytes, _)| bytes.is_some()) {
                    changed.push(text.path.clone());
                }
                self.texts.insert(text.path.clone(), (bytes, checked));
            } else if let Some(old) = old {
                self.texts.insert(text.path.clone(), old);
            }
        }
        changed.extend(before.into_keys());
        changed.sort_unstable();
        changed
    }

    /// What is found in all of them: each by itself, and between them.
    pub fn outcome(&self, linter: &Linter) -> Outcome {
        linter.together(self.texts.values().map(|(_, checked)| checked.clone()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SUM: &str = "France gave $3.2 million and Spain $3 million, for a total of $8 million.";
    const ONE: &str = "---\ndate: 2024-08-01\n---\n\nIn Haiti 1,660 people were killed from January to March 2024.";
    const OTHER: &str = "---\ndate: 2024-08-01\n---\n\nIn Haiti 1,560 people were killed from January to March 2024.";

    #[test]
    fn what_is_kept_gives_the_same_as_reading_all_anew() {
        let linter = Linter::bundled();
        let mut cached = Cached::default();
        let mut step = |texts: &[(&str, &str)]| {
            let texts: Vec<Text> = texts.iter().map(|(path, text)| Text::in_memory(path, text)).collect();
            let changed = cached.update(&linter, &texts);
            let (kept, anew) = (cached.outcome(&linter), linter.lint(&texts));
            assert_eq!(kept.findings, anew.findings);
            assert_eq!(kept.tally, anew.tally);
            (changed.join(" "), kept.findings.len())
        };
        assert_eq!(step(&[("a.md", SUM), ("b.md", ONE)]), ("a.md b.md".to_owned(), 1));
        assert_eq!(step(&[("a.md", SUM), ("b.md", ONE)]), (String::new(), 1));
        // The other side of a conflict is not read again.
        assert_eq!(step(&[("a.md", SUM), ("b.md", ONE), ("c.md", OTHER)]), ("c.md".to_owned(), 2));
        assert_eq!(step(&[("b.md", ONE), ("c.md", ONE)]), ("a.md c.md".to_owned(), 0));
    }
}

//! Checks over all texts of a run, after each text was checked by itself.

use std::collections::BTreeSet;

use super::Linter;
use super::checked::TextVerdicts;
use crate::check::Kept;
use crate::config::Across;
use crate::rule::Rule;
use crate::verdict::Verdict;
use crate::vocabulary::Vocabulary;

/// Verdicts on claims of different texts with the index of their rule, in an order that depends on the claims alone.
/// Where the configuration says so, the texts of each group are held against each other, and a text of no group against
/// none.
pub(super) fn check(linter: &Linter, texts: &[&TextVerdicts]) -> Vec<(u16, Verdict)> {
    let (rules, vocabulary) = (&linter.rules, &linter.vocabulary);
    match linter.across {
        Across::Off => Vec::new(),
        Across::All => hold(rules, vocabulary, texts.iter().copied()),
        Across::Groups => {
            let groups: BTreeSet<usize> = texts.iter().filter_map(|text| text.group).collect();
            let of = |group| hold(rules, vocabulary, texts.iter().copied().filter(|text| text.group == Some(group)));
            groups.into_iter().flat_map(of).collect()
        }
    }
}

fn hold<'t>(
    rules: &[Rule],
    vocabulary: &Vocabulary,
    texts: impl Iterator<Item = &'t TextVerdicts>,
) -> Vec<(u16, Verdict)> {
    let mut kept: Vec<&Kept> = texts.flat_map(|text| &text.kept).collect();
    kept.sort_by(|a, b| (&a.place.path, a.place.span).cmp(&(&b.place.path, b.place.span)));
    let (mut all, mut out) = (Vec::new(), Vec::new());
    for (index, rule) in rules.iter().enumerate() {
        rule.check.across(&kept, vocabulary, &mut out);
        all.extend(out.drain(..).map(|verdict| (index as u16, verdict)));
    }
    all
}

//! `--statistics`: what the figures were compared with, why some were not, how many facts met a figure, and what each
//! rule found.

use std::collections::HashSet;
use std::fmt::Write as _;

use super::closing::reasons;
use crate::lint::{Linter, Outcome};
use crate::verdict::{Label, Place};

/// The checks that compare with facts.
const WITH_FACTS: [&str; 2] = ["reference", "outdated"];

/// The lines, each with its line end. A figure that was compared with several things counts for each.
pub fn statistics(outcome: &Outcome, linter: &Linter) -> String {
    let with_facts =
        |id: &str| linter.rules.iter().any(|rule| rule.id == id && WITH_FACTS.contains(&rule.check_name.as_str()));
    let (mut known, mut inside, mut texts) = (HashSet::new(), HashSet::new(), HashSet::new());
    let mut add = |rule: &str, place: &Place, labels: &[Label]| {
        let figure = (place.path.clone(), place.span);
        if with_facts(rule) {
            known.insert(figure);
        } else if labels.iter().any(|label| label.place.path != place.path) {
            texts.insert(figure);
        } else {
            inside.insert(figure);
        }
    };
    for passed in &outcome.passed {
        add(&passed.rule, &passed.primary, &passed.labels);
    }
    for finding in outcome.found() {
        add(&finding.rule, &finding.primary, &finding.labels);
    }
    let tally = &outcome.tally;
    let never = outcome.unmentioned(&linter.facts).len();
    let all = linter.facts.list.len();
    let mut out = String::new();
    let why = reasons(tally).into_iter().map(|(n, why)| (format!("  {why}"), n as usize));
    let row = |(name, number): (&str, usize)| (name.to_owned(), number);
    let figures = [
        ("figures read", tally.figures as usize),
        ("compared with a fact", known.len()),
        ("compared inside the text or with the calendar", inside.len()),
        ("compared with another text", texts.len()),
        ("took part in the check of another figure", tally.took_part as usize),
        ("not comparable", tally.not_checked() as usize),
    ];
    let found = outcome.found_by_rule();
    let found = found.iter().map(|(rule, count)| (rule.clone(), *count));
    let facts = [("facts", all), ("facts that met a figure", all - never), ("facts that met none", never)];
    let facts = facts.map(row).into_iter().filter(|_| all > 0);
    for (name, number) in figures.map(row).into_iter().chain(why).chain(facts).chain(found) {
        let _ = writeln!(out, "{number:>8}  {name}");
    }
    out
}

//! The last lines of the human report: what was read, what was right, and what was not checked and why. A linter that
//! is silent about what it did not look at is trusted for the wrong reason.

use std::fmt::Write as _;

use super::count;
use super::outcome::by_severity;
use crate::lint::{Hidden, HiddenBy, Tally};
use crate::quantity::grouped;
use crate::rule::Rule;
use crate::verdict::Finding;

/// The closing lines, each with its line end.
pub fn closing(tally: &Tally, findings: &[Finding], rules: &[Rule]) -> String {
    let mut out =
        format!("{}, {} read.", count(tally.texts, "text", "texts"), count(tally.figures, "figure", "figures"));
    let found = by_severity(findings);
    let found = if found.is_empty() { "Nothing found" } else { &*found };
    let _ = writeln!(out, " {found}.");
    if tally.right > 0 {
        let _ =
            writeln!(out, "{} checked and right: {}.", count(tally.right, "figure", "figures"), by_rule(tally, rules));
    }
    if tally.took_part > 0 {
        let _ = writeln!(out, "{} took part in these checks.", count(tally.took_part, "more figure", "more figures"));
    }
    if tally.not_checked() > 0 {
        let _ = writeln!(out, "{} not checked: {}.", grouped(tally.not_checked().into()), by_reason(tally));
    }
    if tally.foreign > 0 {
        let _ = writeln!(out, "{} not read: only English is.", count(tally.foreign, "text", "texts"));
    }
    out
}

/// How many findings are not reported, and why; nothing where all are.
pub fn not_reported(hidden: &[Hidden]) -> String {
    let of = |is: fn(&HiddenBy) -> bool| hidden.iter().filter(|one| is(&one.by)).count() as u64;
    let parts: Vec<String> = [
        (of(|by| matches!(by, HiddenBy::Suppression { .. })), "suppressed in the texts"),
        (of(|by| matches!(by, HiddenBy::Baseline)), "known from the baseline"),
        (of(|by| matches!(by, HiddenBy::Unchanged)), "outside the changed lines"),
    ]
    .into_iter()
    .filter(|(n, _)| *n > 0)
    .map(|(n, words)| format!("{} {words}", grouped(n.into())))
    .collect();
    if parts.is_empty() { String::new() } else { format!("Not reported: {}.\n", parts.join(", ")) }
}

fn by_rule(tally: &Tally, rules: &[Rule]) -> String {
    let mut parts: Vec<(u64, String)> = tally
        .right_by_rule
        .iter()
        .map(|(id, n)| {
            let passed = rules.iter().find(|rule| rule.id == *id).and_then(|rule| rule.passed.as_ref());
            (*n, passed.map_or_else(|| format!("by {id}"), |words| words.of(*n).to_owned()))
        })
        .collect();
    parts.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
    parts.iter().map(|(n, words)| format!("{} {words}", grouped((*n).into()))).collect::<Vec<_>>().join(", ")
}

/// How many figures were not checked for each reason, the most frequent first.
pub(super) fn reasons(tally: &Tally) -> Vec<(u64, &'static str)> {
    let mut parts: Vec<(u64, &'static str)> = tally.unchecked.iter().map(|(reason, n)| (*n, reason.text())).collect();
    if tally.unspoken > 0 {
        parts.push((tally.unspoken, "that no rule looks at"));
    }
    parts.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.cmp(b.1)));
    parts
}

fn by_reason(tally: &Tally) -> String {
    reasons(tally).into_iter().map(|(n, words)| format!("{} {words}", grouped(n.into()))).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::verdict::Reason;

    #[test]
    fn says_what_was_not_done() {
        let mut tally = Tally { texts: 5, figures: 1182, right: 12, took_part: 9, unspoken: 3, ..Tally::default() };
        tally.right_by_rule.insert("weekday-mismatch".to_owned(), 4);
        tally.right_by_rule.insert("sum-mismatch".to_owned(), 1);
        tally.right_by_rule.insert("x".to_owned(), 8);
        tally.unchecked.insert(Reason::NoDate, 14);
        tally.unchecked.insert(Reason::NoFact, 40);
        let rules = crate::rule::load(crate::rule::bundled()).rules;
        insta::assert_snapshot!(closing(&tally, &[], &rules), @r#"
        5 texts, 1,182 figures read. Nothing found.
        12 figures checked and right: 8 by x, 4 weekdays, 1 sum.
        9 more figures took part in these checks.
        57 not checked: 40 without a fact in the reference set, 14 for want of the text’s date (give --date), 3 that no rule looks at.
        "#);
        insta::assert_snapshot!(closing(&Tally { texts: 1, figures: 1, foreign: 1, ..Tally::default() }, &[], &rules), @r#"
        1 text, 1 figure read. Nothing found.
        1 text not read: only English is.
        "#);
    }
}

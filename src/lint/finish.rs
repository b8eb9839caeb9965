//! From verdicts to findings: severities, order and fingerprints.

use std::collections::HashMap;

use super::figures::Tally;
use super::fingerprint::Fingerprints;
use super::{Outcome, Passed, TextVerdicts};
use crate::rule::Rule;
use crate::verdict::{self, Failure, Finding, Mismatch, Place, Severity, Verdict};

/// Turns the verdicts of all texts into the outcome of the run.
pub(super) fn finish(
    rules: &[Rule],
    texts: Vec<TextVerdicts>,
    across: Vec<(u16, Verdict)>,
    outcome: &mut Outcome,
) {
    count(rules, &texts, &across, &mut outcome.tally);
    let mut all: Vec<(u16, Verdict)> = texts.into_iter().flat_map(|text| text.verdicts).collect();
    all.extend(across);
    all.retain(|(_, verdict)| !matches!(verdict.outcome, verdict::Outcome::NotChecked(_)));
    // The sort is stable: what a check says twice of one place stays in its order.
    all.sort_by(|(a, x), (b, y)| {
        order(&x.primary, &rules[*a as usize].id).cmp(&order(&y.primary, &rules[*b as usize].id))
    });
    let mut fingerprints = Fingerprints::default();
    for (index, verdict) in all {
        let rule = &rules[index as usize];
        let fingerprint = fingerprints.next(&rule.id, &verdict.primary);
        match verdict.outcome {
            verdict::Outcome::Passed {
                calculation,
                message,
                labels,
            } => outcome.passed.push(Passed {
                rule: rule.id.clone(),
                primary: verdict.primary,
                message,
                calculation,
                labels,
                fingerprint,
            }),
            verdict::Outcome::Failed(failure) => {
                outcome
                    .findings
                    .extend(finding(rule, verdict.primary, *failure, fingerprint));
            }
            verdict::Outcome::NotChecked(_) => {}
        }
    }
}

fn order<'a>(place: &'a Place, rule: &'a str) -> (&'a str, u32, &'a str, u32) {
    (&place.path, place.span.start, rule, place.span.end)
}

fn count(rules: &[Rule], texts: &[TextVerdicts], across: &[(u16, Verdict)], tally: &mut Tally) {
    let mut later: HashMap<&str, Vec<(u16, Verdict)>> = HashMap::new();
    for (rule, verdict) in across {
        later
            .entry(&verdict.primary.path)
            .or_default()
            .push((*rule, verdict.clone()));
    }
    let id = |index: u16| rules[index as usize].id.clone();
    for text in texts {
        if text.foreign {
            tally.foreign += 1;
            continue;
        }
        let path = text.verdicts.first().map(|(_, v)| v.primary.path.clone());
        match path.and_then(|path| later.remove(&*path)) {
            None => tally.add(text.figures, &text.verdicts, id),
            Some(more) => tally.add(text.figures, &[&text.verdicts[..], &more].concat(), id),
        }
    }
}

/// The finding of a failed verdict: the rule's severity, one lower for a soft mismatch, capped by the confidence.
/// None where that leaves nothing.
fn finding(rule: &Rule, primary: Place, failure: Failure, fingerprint: String) -> Option<Finding> {
    let severity = match failure.mismatch {
        Mismatch::Hard => rule.severity,
        Mismatch::Soft => rule.severity.lowered(),
        Mismatch::Note => rule.severity.min(Severity::Info),
    };
    let severity = severity.min(failure.confidence.cap());
    (severity != Severity::Off).then(|| Finding {
        rule: rule.id.clone(),
        severity,
        confidence: failure.confidence,
        message: failure.message,
        help: failure.help,
        primary,
        primary_label: failure.primary_label,
        labels: failure.labels,
        calculation: failure.calculation,
        cause: failure.cause,
        fix: failure.fix,
        fingerprint,
    })
}

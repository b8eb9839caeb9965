//! From verdicts to findings: severities, order and fingerprints.

use std::cmp::Ordering;
use std::collections::HashMap;

use super::checked::TextVerdicts;
use super::figures::Tally;
use super::fingerprint::Fingerprints;
use super::{Linter, Outcome, Passed};
use crate::rule::Rule;
use crate::verdict::{self, Failure, Finding, Label, Mismatch, Place, Severity, Verdict};

/// Turns the verdicts of all texts into the outcome of the run.
pub(super) fn finish(
    rules: &[Rule],
    mut texts: Vec<TextVerdicts>,
    mut across: Vec<(u16, Verdict)>,
    outcome: &mut Outcome,
) {
    let overridden: HashMap<String, Vec<Severity>> =
        texts.iter_mut().filter_map(|text| Some((text.path.clone(), text.overridden.take()?))).collect();
    let severity = |index: u16, place: &Place| {
        let here = overridden.get(&*place.path).and_then(|here| here.get(index as usize));
        here.copied().unwrap_or(rules[index as usize].severity)
    };
    across.retain(|(index, verdict)| severity(*index, &verdict.primary) != Severity::Off);
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
            verdict::Outcome::Passed { calculation, message, labels } => outcome.passed.push(Passed {
                rule: rule.id.clone(),
                primary: verdict.primary,
                message: one_line(message),
                calculation: one_line(calculation),
                labels,
                fingerprint,
            }),
            verdict::Outcome::Failed(failure) => {
                let severity = severity(index, &verdict.primary);
                outcome.findings.extend(finding(rule, severity, verdict.primary, *failure, fingerprint));
            }
            verdict::Outcome::NotChecked(_) => {}
        }
    }
}

/// The check whose rule the faults of a reference set are findings of.
pub(super) const REFERENCE_DATA: &str = "reference-data";

/// Adds the faults of the reference sets to the findings, if a rule for them runs.
pub(super) fn add_reference_faults(linter: &Linter, findings: &mut Vec<Finding>) {
    let Some(rule) = linter.rules.iter().find(|rule| rule.check_name == REFERENCE_DATA) else {
        return;
    };
    let mut fingerprints = Fingerprints::default();
    for fault in &linter.reference_faults {
        let fingerprint = fingerprints.next(&rule.id, &fault.place);
        let other = fault.other.iter().map(|place| Label { place: place.clone(), message: "the other one".to_owned() });
        let (help, labels) = (fault.help.clone(), other.collect());
        let failure = Failure { help, labels, ..Failure::certain(fault.message.clone()) };
        findings.extend(finding(rule, rule.severity, fault.place.clone(), failure, fingerprint));
    }
    findings.sort_by(in_order);
}

/// The order of findings in all reports.
pub(super) fn in_order(a: &Finding, b: &Finding) -> Ordering {
    order(&a.primary, &a.rule).cmp(&order(&b.primary, &b.rule))
}

fn order<'a>(place: &'a Place, rule: &'a str) -> (&'a str, u32, &'a str, u32) {
    (&place.path, place.span.start, rule, place.span.end)
}

/// Counts the figures of all texts, each with the verdicts on it alone and beside others.
fn count(rules: &[Rule], texts: &[TextVerdicts], across: &[(u16, Verdict)], tally: &mut Tally) {
    let mut across: Vec<&(u16, Verdict)> = across.iter().collect();
    across.sort_by(|(_, a), (_, b)| begins(a).cmp(&begins(b)));
    let id = |index: u16| rules[index as usize].id.clone();
    for text in texts {
        if text.foreign {
            tally.foreign += 1;
            continue;
        }
        let before = |byte: u32| across.partition_point(|(_, verdict)| begins(verdict) < (&*text.path, byte));
        let beside = &across[before(text.share.start)..before(text.share.end)];
        tally.add(text.figures, &text.took_part, text.verdicts.iter().chain(beside.iter().copied()), id);
    }
}

fn begins(verdict: &Verdict) -> (&str, u32) {
    (&verdict.primary.path, verdict.primary.span.start)
}

/// The finding of a failed verdict: the rule's severity in this text, one lower for a soft mismatch, capped by the
/// confidence. None where that leaves nothing.
pub(super) fn finding(
    rule: &Rule,
    severity: Severity,
    primary: Place,
    failure: Failure,
    fingerprint: String,
) -> Option<Finding> {
    let severity = match failure.mismatch {
        Mismatch::Hard => severity,
        Mismatch::Soft => severity.lowered(),
        Mismatch::Note => severity.min(Severity::Info),
    };
    let severity = severity.min(failure.confidence.cap());
    // Edits are bytes of a file, and these bytes are none of its text.
    let fix = failure.fix.filter(|_| primary.locator.is_none());
    (severity != Severity::Off).then(|| Finding {
        rule: rule.id.clone(),
        severity,
        confidence: failure.confidence,
        message: one_line(failure.message),
        help: failure.help.map(one_line),
        primary,
        primary_label: one_line(failure.primary_label),
        labels: failure.labels,
        calculation: failure.calculation.map(one_line),
        cause: failure.cause.map(one_line),
        fix,
        fingerprint,
    })
}

/// A message that quotes the text in one line, however the text is wrapped.
fn one_line(text: String) -> String {
    if text.contains(['\n', '\r', '\t']) { text.split_whitespace().collect::<Vec<_>>().join(" ") } else { text }
}

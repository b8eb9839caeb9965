//! What every report is made of, and the words that several of them say.

use crate::lint::{Outcome, Text};
use crate::rule::Rule;
use crate::verdict::{Finding, Fix, Severity};

use super::count;

/// One run, ready to be reported.
#[derive(Clone, Copy, Debug)]
pub struct Report<'a> {
    /// What came of it.
    pub outcome: &'a Outcome,
    /// The rules that ran.
    pub rules: &'a [Rule],
    /// The texts that were to be read, sorted by path.
    pub texts: &'a [Text],
    /// Whether figures that are right are reported too, by the formats that can say so.
    pub show_passed: bool,
    /// Whether findings that are suppressed or known are reported too, by the formats that can say so.
    pub show_suppressed: bool,
}

impl<'a> Report<'a> {
    /// The findings, the worst first, otherwise by path and position.
    pub(super) fn worst_first(&self) -> Vec<&'a Finding> {
        let mut findings: Vec<&Finding> = self.outcome.findings.iter().collect();
        findings.sort_by_key(|finding| std::cmp::Reverse((finding.severity, finding.confidence)));
        findings
    }
}

/// What is said of a finding besides its message, by name.
pub(super) fn notes(finding: &Finding) -> impl Iterator<Item = (&'static str, &str)> {
    let all = [("working", &finding.calculation), ("likely cause", &finding.cause), ("help", &finding.help)];
    all.into_iter().filter_map(|(name, text)| Some((name, text.as_deref()?)))
}

/// The alternatives of a fix: "write 40%, or write 60".
pub fn ways(fix: &Fix) -> String {
    fix.alternatives.iter().map(|way| way.message.as_str()).collect::<Vec<_>>().join(", or ")
}

/// The message with the notes, each on a line of its own.
pub fn message_with_notes(finding: &Finding) -> String {
    let mut out = finding.message.clone();
    for (name, text) in notes(finding) {
        out.push('\n');
        out.push_str(name);
        out.push_str(": ");
        out.push_str(text);
    }
    out
}

/// "2 errors, 1 warning"; nothing where there is none.
pub(super) fn by_severity<'a>(findings: impl IntoIterator<Item = &'a Finding>) -> String {
    let (mut errors, mut warnings, mut notes) = (0, 0, 0);
    for finding in findings {
        match finding.severity {
            Severity::Error => errors += 1,
            Severity::Warning => warnings += 1,
            Severity::Info | Severity::Off => notes += 1,
        }
    }
    let all = [(errors, "error", "errors"), (warnings, "warning", "warnings"), (notes, "note", "notes")];
    let there = all.into_iter().filter(|(n, _, _)| *n > 0).map(|(n, one, many)| count(n, one, many));
    there.collect::<Vec<_>>().join(", ")
}

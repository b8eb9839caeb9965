//! GitLab's code quality report: a JSON array of a subset of Code Climate's keys
//! (<https://docs.gitlab.com/ci/testing/code_quality/>, "Code Quality report format").

use std::io::{self, Write};

use serde::Serialize;

use super::Report;
use super::outcome::message_with_notes;
use crate::verdict::Severity;

/// One array with all findings, by path and position.
pub fn gitlab(report: &Report<'_>, out: &mut dyn Write) -> io::Result<()> {
    let issues = report.outcome.findings.iter().map(|finding| Issue {
        description: message_with_notes(finding),
        check_name: &finding.rule,
        fingerprint: &finding.fingerprint,
        severity: match finding.severity {
            Severity::Error => "major",
            Severity::Warning => "minor",
            Severity::Info | Severity::Off => "info",
        },
        location: Location {
            path: &finding.primary.path,
            lines: Lines { begin: finding.primary.start.line, end: finding.primary.end.line },
        },
    });
    serde_json::to_writer_pretty(&mut *out, &issues.collect::<Vec<_>>())?;
    out.write_all(b"\n")
}

#[derive(Serialize)]
struct Issue<'a> {
    description: String,
    check_name: &'a str,
    fingerprint: &'a str,
    severity: &'static str,
    location: Location<'a>,
}

#[derive(Serialize)]
struct Location<'a> {
    path: &'a str,
    lines: Lines,
}

#[derive(Serialize)]
struct Lines {
    begin: u32,
    end: u32,
}

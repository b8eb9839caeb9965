//! SARIF 2.1.0, as GitHub code scanning and editors take it: the rules with their pages, and each finding with its
//! region in UTF-16 units, its other places linked from the message, and its fingerprint.

mod format;
mod rules;

use std::fmt::Write as _;
use std::io::{self, Write};

use format::{
    ArtifactChange, ArtifactLocation, Base, Bases, ByteRegion, Driver, Fingerprints, Fix, Invocation, Location, Log,
    Message, Notification, PhysicalLocation, Properties, Region, Replacement, Run, SarifResult, Suppression, Tool,
};

use super::columns::Columns;
use super::outcome::notes;
use super::{Report, Sources, uri};
use crate::lint::{Hidden, HiddenBy};
use crate::verdict::{self, Finding, Label, Place, Severity};

/// One log with one run, its results by path and position.
pub fn sarif(report: &Report<'_>, sources: &mut Sources, out: &mut dyn Write) -> io::Result<()> {
    let mut columns = Columns::new(sources);
    let mut results: Vec<_> =
        report.outcome.findings.iter().map(|finding| result(finding, report, &mut columns)).collect();
    let hidden: &[Hidden] = if report.show_suppressed { &report.outcome.hidden } else { &[] };
    results.extend(hidden.iter().map(|hidden| SarifResult {
        suppressions: vec![suppression(&hidden.by, &mut columns)],
        ..result(&hidden.finding, report, &mut columns)
    }));
    let notifications = report.outcome.errors.iter().map(|error| Notification {
        level: "error",
        message: Message::plain(error.to_string()),
        locations: [Location::new(None, physical_file(error.path()), None)],
    });
    let run = Run {
        tool: Tool {
            driver: Driver {
                name: "figlint",
                version: env!("CARGO_PKG_VERSION"),
                semantic_version: env!("CARGO_PKG_VERSION"),
                rules: report.rules.iter().map(rules::descriptor).collect(),
            },
        },
        column_kind: "utf16CodeUnits",
        original_uri_base_ids: Bases {
            source_root: Base { description: Message::plain("The folder in which figlint was run") },
        },
        invocations: [Invocation {
            execution_successful: report.outcome.errors.is_empty(),
            tool_execution_notifications: notifications.collect(),
        }],
        results,
    };
    serde_json::to_writer_pretty(&mut *out, &Log::new(run))?;
    out.write_all(b"\n")
}

fn result<'a>(finding: &'a Finding, report: &Report<'_>, columns: &mut Columns<'_>) -> SarifResult<'a> {
    let related = finding.labels.iter().zip(1..).map(|(label, id)| {
        let message = Message::plain(words(label));
        Location::new(Some(id), physical(&label.place, columns), Some(message))
    });
    let related = related.collect();
    SarifResult {
        rule_id: &finding.rule,
        rule_index: report.rules.iter().position(|rule| rule.id == finding.rule),
        level: level(finding.severity),
        message: Message { text: message(finding) },
        locations: [Location::new(None, physical(&finding.primary, columns), None)],
        related_locations: related,
        partial_fingerprints: Fingerprints { figlint: &finding.fingerprint },
        suppressions: Vec::new(),
        fixes: finding.fix.iter().flat_map(|fix| &fix.alternatives).map(fix).collect(),
        properties: Properties {
            confidence: finding.confidence.name(),
            calculation: finding.calculation.as_deref(),
            cause: finding.cause.as_deref(),
            help: finding.help.as_deref(),
        },
    }
}

fn suppression(by: &HiddenBy, columns: &mut Columns<'_>) -> Suppression {
    let external = |why: &str| Suppression { kind: "external", justification: Some(why.to_owned()), location: None };
    match by {
        HiddenBy::Suppression { reason, place } => Suppression {
            kind: "inSource",
            justification: reason.clone(),
            location: Some(Location::new(None, physical(place, columns), None)),
        },
        HiddenBy::Baseline => external("known from the baseline"),
        HiddenBy::Unchanged => external("outside the changed lines"),
    }
}

/// SARIF's word for a severity.
fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "note",
        Severity::Off => "none",
    }
}

/// The message, the notes, and a link to each other place. Code scanning shows the first sentence in lists.
fn message(finding: &Finding) -> String {
    let mut out = escape(&finding.message);
    if !out.ends_with(['.', '?', '!']) {
        out.push('.');
    }
    for (name, text) in notes(finding) {
        let _ = write!(out, "\n{name}: {}", escape(text));
    }
    for (n, label) in finding.labels.iter().enumerate() {
        out.push_str(if n == 0 { "\nsee: " } else { ", " });
        let _ = write!(out, "[{}]({})", escape(&words(label)), n + 1);
    }
    out
}

/// What is said of another place, in one line; its position where nothing is said.
fn words(label: &Label) -> String {
    let words: Vec<&str> = label.message.split_whitespace().collect();
    if words.is_empty() { format!("{}:{}", label.place.path, label.place.start.line) } else { words.join(" ") }
}

/// Brackets begin links in messages.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(c, '[' | ']' | '\\') {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

fn physical(place: &Place, columns: &mut Columns<'_>) -> PhysicalLocation {
    let region = columns.region(place);
    let mut location = physical_file(&place.path);
    location.region = Some(Region {
        start_line: region.start.line,
        start_column: region.start.column,
        end_line: region.end.line,
        end_column: region.end.column,
        byte_offset: place.span.start,
        byte_length: place.span.len(),
    });
    location
}

fn physical_file(path: &str) -> PhysicalLocation {
    PhysicalLocation { artifact_location: artifact(path), region: None }
}

fn artifact(path: &str) -> ArtifactLocation {
    let (uri, absolute) = uri::of(path);
    ArtifactLocation { uri, uri_base_id: (!absolute).then_some(format::SOURCE_ROOT) }
}

fn fix(alternative: &verdict::Alternative) -> Fix {
    let mut changes: Vec<ArtifactChange> = Vec::new();
    let mut path = None;
    for edit in &alternative.edits {
        let replacement = Replacement {
            deleted_region: ByteRegion { byte_offset: edit.span.start, byte_length: edit.span.len() },
            inserted_content: Message::plain(edit.text.as_str()),
        };
        match changes.last_mut() {
            Some(change) if path == Some(&edit.path) => change.replacements.push(replacement),
            _ => changes
                .push(ArtifactChange { artifact_location: artifact(&edit.path), replacements: vec![replacement] }),
        }
        path = Some(&edit.path);
    }
    Fix { description: Message::plain(alternative.message.as_str()), artifact_changes: changes }
}

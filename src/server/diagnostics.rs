//! Findings and faults as diagnostics.

use std::collections::BTreeMap;
use std::str::FromStr as _;

use lsp_types::{
    CodeDescription, Diagnostic, DiagnosticRelatedInformation, DiagnosticSeverity, DiagnosticTag, NumberOrString, Uri,
};
use serde_json::json;

use super::client::Client;
use super::places::Places;
use super::workspace::Workspace;
use crate::lint::Linter;
use crate::report::{Notice, message_with_notes, uri};
use crate::rule::Rule;
use crate::verdict::{Finding, Label, Severity};

/// The check whose findings are about instructions that do nothing.
const SUPPRESSION: &str = "suppression";
/// What editors show as the origin.
const SOURCE: &str = "figlint";

/// What was found in one text, and why some of it could not be read.
pub(super) fn of_text(workspace: &Workspace, places: &Places<'_>, client: Client, path: &str) -> Vec<Diagnostic> {
    let outcome = workspace.outcome(path);
    let errors = workspace.live.errors(path).iter().map(|error| {
        let range = error.place().map(|place| places.range(path, place.span)).unwrap_or_default();
        plain(range, Severity::Error, error.to_string())
    });
    let findings = outcome.findings.iter().map(|finding| of_finding(&workspace.linter, places, client, finding));
    errors.chain(findings).collect()
}

/// What is wrong with the configuration, the rule files and the reference sets, by their paths; each that is read has
/// an entry.
pub(super) fn of_project(
    workspace: &Workspace,
    places: &Places<'_>,
    client: Client,
) -> BTreeMap<String, Vec<Diagnostic>> {
    let mut all: BTreeMap<String, Vec<Diagnostic>> = BTreeMap::new();
    for notice in &workspace.notices {
        let Some(place) = &notice.place else { continue };
        let range = places.range(&place.path, place.span);
        all.entry(place.path.to_string()).or_default().push(plain(range, notice.severity, message(notice)));
    }
    for finding in workspace.linter.reference_findings() {
        let diagnostic = of_finding(&workspace.linter, places, client, &finding);
        all.entry(finding.primary.path.to_string()).or_default().push(diagnostic);
    }
    all
}

/// A notice with what would be right.
pub(super) fn message(notice: &Notice) -> String {
    match &notice.help {
        Some(help) => format!("{}\nhelp: {help}", notice.message),
        None => notice.message.clone(),
    }
}

fn plain(range: lsp_types::Range, severity: Severity, message: String) -> Diagnostic {
    let (severity, source) = (Some(level(severity)), Some(SOURCE.to_owned()));
    Diagnostic { range, severity, source, message, ..Diagnostic::default() }
}

/// One finding.
pub(super) fn of_finding(linter: &Linter, places: &Places<'_>, client: Client, finding: &Finding) -> Diagnostic {
    let rule = linter.rules.iter().find(|rule| rule.id == finding.rule);
    let related = |label: &Label| {
        let message = if label.message.is_empty() { "here too".to_owned() } else { label.message.clone() };
        Some(DiagnosticRelatedInformation { location: places.location(&label.place)?, message })
    };
    let related: Vec<_> = finding.labels.iter().filter(|_| client.related).filter_map(related).collect();
    let mut message = message_with_notes(finding);
    if let Some(locator) = &finding.primary.locator {
        // A Word document has no lines that an editor could show.
        message = format!("{locator}: {message}");
    }
    Diagnostic {
        range: places.range(&finding.primary.path, finding.primary.span),
        severity: Some(level(finding.severity)),
        code: Some(NumberOrString::String(finding.rule.clone())),
        code_description: rule.and_then(page).map(|href| CodeDescription { href }),
        source: Some(SOURCE.to_owned()),
        message,
        related_information: (!related.is_empty()).then_some(related),
        tags: of_instruction(linter, finding).then(|| vec![DiagnosticTag::UNNECESSARY]),
        data: Some(json!({ "rule": finding.rule, "fingerprint": finding.fingerprint })),
    }
}

/// Whether a finding is about an instruction that does nothing, and not about a figure.
pub(super) fn of_instruction(linter: &Linter, finding: &Finding) -> bool {
    linter.rules.iter().any(|rule| rule.id == finding.rule && rule.check_name == SUPPRESSION)
}

/// Where the rule is described: of a rule of the user's its file, of a bundled one its section in the documentation,
/// where the package says at which address that stands.
fn page(rule: &Rule) -> Option<Uri> {
    const HOME: &str = env!("CARGO_PKG_REPOSITORY");
    let (address, absolute) = uri::of(&rule.source.path);
    let address = match absolute {
        true => address,
        false if HOME.is_empty() => return None,
        false => format!("{HOME}/blob/main/docs/rules.md#{}", rule.id),
    };
    Uri::from_str(&address).ok()
}

fn level(severity: Severity) -> DiagnosticSeverity {
    match severity {
        Severity::Error => DiagnosticSeverity::ERROR,
        Severity::Warning => DiagnosticSeverity::WARNING,
        Severity::Info | Severity::Off => DiagnosticSeverity::INFORMATION,
    }
}

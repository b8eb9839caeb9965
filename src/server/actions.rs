//! What can be done about a finding: its fixes, each alternative by itself, and its suppression; and everything at once
//! that can be mended without a look.

use std::collections::BTreeMap;

use lsp_types::{
    CodeAction, CodeActionKind, CodeActionOrCommand, CodeActionParams, CodeActionResponse, Diagnostic, DocumentChanges,
    OneOf, OptionalVersionedTextDocumentIdentifier, TextDocumentEdit, TextEdit, WorkspaceEdit,
};

use super::client::{Client, FIX_ALL};
use super::diagnostics::of_instruction;
use super::document::Document;
use super::places::Places;
use super::state::Server;
use super::suppress::instruction;
use crate::fix::{Fate, fate, together};
use crate::lint::Linter;
use crate::span::Span;
use crate::verdict::{Edit, Finding};

impl Server {
    /// `textDocument/codeAction`.
    pub(super) fn actions(&mut self, params: CodeActionParams) -> CodeActionResponse {
        let client = self.client;
        let Some((document, workspace, places)) = self.text(&params.text_document.uri) else { return Vec::new() };
        let findings = workspace.outcome(&document.path).findings;
        let span = document.lines.span(&document.text, params.range);
        let actions = Actions { document, linter: &workspace.linter, places: &places, client };
        let context = params.context;
        let wants =
            |kind: &CodeActionKind| context.only.as_ref().is_none_or(|only| only.iter().any(|one| covers(one, kind)));
        let mut out = Vec::new();
        if wants(&CodeActionKind::QUICKFIX) {
            let touched = |finding: &&Finding| touches(finding.primary.span, span);
            let told = |finding: &&Finding| context.diagnostics.iter().any(|one| is_of(one, finding));
            for finding in findings.iter().filter(|finding| touched(finding) || told(finding)) {
                let diagnostics: Vec<Diagnostic> =
                    context.diagnostics.iter().filter(|one| is_of(one, finding)).cloned().collect();
                out.extend(actions.of_finding(finding, &diagnostics));
            }
        }
        if wants(&FIX_ALL) {
            out.extend(actions.fix_all(&findings));
        }
        out.into_iter().map(CodeActionOrCommand::CodeAction).collect()
    }
}

/// What is needed to write an action.
struct Actions<'s> {
    document: &'s Document,
    linter: &'s Linter,
    places: &'s Places<'s>,
    client: Client,
}

impl Actions<'_> {
    /// The alternatives of a finding's fix, and its suppression.
    fn of_finding(&self, finding: &Finding, diagnostics: &[Diagnostic]) -> Vec<CodeAction> {
        let diagnostics = (!diagnostics.is_empty()).then(|| diagnostics.to_vec());
        let mut out = Vec::new();
        if let Some(fix) = &finding.fix {
            let safe = matches!(fate(finding, false), Fate::Applied(_));
            for (at, alternative) in fix.alternatives.iter().enumerate() {
                out.push(CodeAction {
                    title: sentence(&alternative.message),
                    kind: Some(CodeActionKind::QUICKFIX),
                    diagnostics: diagnostics.clone(),
                    is_preferred: (safe && at == 0).then_some(true),
                    edit: self.edit(&alternative.edits),
                    ..CodeAction::default()
                });
            }
        }
        let suppression = instruction(&self.document.path, &self.document.text, finding);
        if let Some((at, text)) = suppression.filter(|_| !of_instruction(self.linter, finding)) {
            let span = Span::new(at as u32, at as u32);
            let edit = Edit { path: self.document.path.clone(), span, text };
            out.push(CodeAction {
                title: format!("Suppress {} here", finding.rule),
                kind: Some(CodeActionKind::QUICKFIX),
                diagnostics: diagnostics.clone(),
                edit: self.edit(&[edit]),
                ..CodeAction::default()
            });
        }
        out
    }

    /// All safe fixes together, as `figlint check --fix` chooses them in its first round; what they leave, because it
    /// touches the same words, can be made next.
    fn fix_all(&self, findings: &[Finding]) -> Option<CodeAction> {
        let chosen = together(findings, false, |path| path == self.document.path);
        let edits: Vec<Edit> = chosen.into_iter().flat_map(|(_, alternative)| &alternative.edits).cloned().collect();
        (!edits.is_empty()).then(|| CodeAction {
            title: "Fix everything that is safe to fix".to_owned(),
            kind: Some(FIX_ALL),
            edit: self.edit(&edits),
            ..CodeAction::default()
        })
    }

    /// Edits for the client: of open texts for the version that they were made for.
    fn edit(&self, edits: &[Edit]) -> Option<WorkspaceEdit> {
        let mut by_path: BTreeMap<&str, Vec<TextEdit>> = BTreeMap::new();
        for edit in edits {
            let range = self.places.range(&edit.path, edit.span);
            by_path.entry(&edit.path).or_default().push(TextEdit { range, new_text: edit.text.clone() });
        }
        if self.client.versions {
            let changes = by_path.into_iter().map(|(path, edits)| {
                let version = self.places.document(path).map(|document| document.version);
                let text_document = OptionalVersionedTextDocumentIdentifier { uri: self.places.uri(path)?, version };
                Some(TextDocumentEdit { text_document, edits: edits.into_iter().map(OneOf::Left).collect() })
            });
            let document_changes = Some(DocumentChanges::Edits(changes.collect::<Option<_>>()?));
            return Some(WorkspaceEdit { document_changes, ..WorkspaceEdit::default() });
        }
        let changes = by_path.into_iter().map(|(path, edits)| Some((self.places.uri(path)?, edits)));
        Some(WorkspaceEdit { changes: Some(changes.collect::<Option<_>>()?), ..WorkspaceEdit::default() })
    }
}

/// Whether a kind is another or lies below it: `source` covers `source.fixAll.figlint`.
fn covers(wanted: &CodeActionKind, kind: &CodeActionKind) -> bool {
    let rest = kind.as_str().strip_prefix(wanted.as_str());
    rest.is_some_and(|rest| wanted.as_str().is_empty() || rest.is_empty() || rest.starts_with('.'))
}

/// Whether two spans share a byte or an end, so that a cursor beside a figure is at it.
fn touches(one: Span, other: Span) -> bool {
    one.start <= other.end && other.start <= one.end
}

/// Whether a diagnostic that the client sends back is that of a finding.
fn is_of(diagnostic: &Diagnostic, finding: &Finding) -> bool {
    let data = diagnostic.data.as_ref();
    data.and_then(|data| data.get("fingerprint")?.as_str()).is_some_and(|known| known == finding.fingerprint)
}

/// With a capital, as menus have it.
fn sentence(words: &str) -> String {
    let mut rest = words.chars();
    rest.next().map_or_else(String::new, |first| first.to_uppercase().chain(rest).collect())
}

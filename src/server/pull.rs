//! Diagnostics that the client asks for. A result's id is a hash of what it says, so that nothing need be remembered to
//! tell that it is unchanged.

use std::collections::{HashMap, HashSet};

use lsp_types::{
    Diagnostic, DocumentDiagnosticParams, DocumentDiagnosticReport, FullDocumentDiagnosticReport,
    RelatedFullDocumentDiagnosticReport, RelatedUnchangedDocumentDiagnosticReport, UnchangedDocumentDiagnosticReport,
    WorkspaceDiagnosticParams, WorkspaceDiagnosticReport, WorkspaceDocumentDiagnosticReport,
    WorkspaceFullDocumentDiagnosticReport, WorkspaceUnchangedDocumentDiagnosticReport,
};

use super::diagnostics;
use super::publish::hash;
use super::state::Server;

/// A report of one text: in full, or that nothing has changed since the client's last one.
fn report(
    items: Vec<Diagnostic>,
    before: Option<&str>,
) -> Result<FullDocumentDiagnosticReport, UnchangedDocumentDiagnosticReport> {
    let id = format!("{:016x}", hash(&items));
    if before == Some(&*id) {
        return Err(UnchangedDocumentDiagnosticReport { result_id: id });
    }
    Ok(FullDocumentDiagnosticReport { result_id: Some(id), items })
}

fn address(report: &WorkspaceDocumentDiagnosticReport) -> String {
    match report {
        WorkspaceDocumentDiagnosticReport::Full(full) => full.uri.as_str().to_owned(),
        WorkspaceDocumentDiagnosticReport::Unchanged(unchanged) => unchanged.uri.as_str().to_owned(),
    }
}

impl Server {
    /// `textDocument/diagnostic`.
    pub(super) fn diagnostics(&mut self, params: DocumentDiagnosticParams) -> DocumentDiagnosticReport {
        let uri = params.text_document.uri;
        let client = self.client;
        self.fresh(uri.as_str());
        let document = self.documents.get(uri.as_str()).filter(|document| document.is_text);
        let found = document.and_then(|document| Some((document, self.workspaces.get(&document.home)?)));
        let items = found.map(|(document, workspace)| {
            diagnostics::of_text(workspace, &self.places(workspace), client, &document.path)
        });
        match report(items.unwrap_or_default(), params.previous_result_id.as_deref()) {
            Ok(full_document_diagnostic_report) => {
                RelatedFullDocumentDiagnosticReport { related_documents: None, full_document_diagnostic_report }.into()
            }
            Err(unchanged_document_diagnostic_report) => RelatedUnchangedDocumentDiagnosticReport {
                related_documents: None,
                unchanged_document_diagnostic_report,
            }
            .into(),
        }
    }

    /// Whether some folder is still being read for the first time.
    pub(super) fn is_scanning(&self) -> bool {
        self.workspaces.values().any(|workspace| workspace.scan.is_some())
    }

    /// `workspace/diagnostic`: the texts of all folders, open or not.
    pub(super) fn workspace_diagnostics(&mut self, params: WorkspaceDiagnosticParams) -> WorkspaceDiagnosticReport {
        let keys: Vec<String> = self.documents.keys().cloned().collect();
        for key in keys {
            self.fresh(&key);
        }
        let before: HashMap<String, String> =
            params.previous_result_ids.into_iter().map(|one| (one.uri.as_str().to_owned(), one.value)).collect();
        let mut items = Vec::new();
        for workspace in self.workspaces.values() {
            for path in workspace.live.paths() {
                let places = self.places(workspace);
                let Some(uri) = places.uri(path) else { continue };
                let version = places.document(path).map(|document| i64::from(document.version));
                let found = diagnostics::of_text(workspace, &places, self.client, path);
                let before = before.get(uri.as_str()).map(String::as_str);
                // Of a text of which nothing was ever told, nothing need be told.
                if found.is_empty() && before.is_none() && version.is_none() {
                    continue;
                }
                items.push(match report(found, before) {
                    Ok(full_document_diagnostic_report) => {
                        WorkspaceDocumentDiagnosticReport::Full(WorkspaceFullDocumentDiagnosticReport {
                            uri,
                            version,
                            full_document_diagnostic_report,
                        })
                    }
                    Err(unchanged_document_diagnostic_report) => {
                        WorkspaceDocumentDiagnosticReport::Unchanged(WorkspaceUnchangedDocumentDiagnosticReport {
                            uri,
                            version,
                            unchanged_document_diagnostic_report,
                        })
                    }
                });
            }
        }
        // Of what the client knows and is there no longer, it learns that nothing is found.
        let told: HashSet<String> = items.iter().map(address).collect();
        let gone = before.keys().filter(|uri| !told.contains(*uri)).filter_map(|uri| uri.parse().ok());
        items.extend(gone.map(|uri| {
            let full_document_diagnostic_report = FullDocumentDiagnosticReport::default();
            let full = WorkspaceFullDocumentDiagnosticReport { uri, version: None, full_document_diagnostic_report };
            WorkspaceDocumentDiagnosticReport::Full(full)
        }));
        WorkspaceDiagnosticReport { items }
    }
}

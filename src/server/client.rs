//! What the client can do, as it says when it starts the server, and what the server can do in return.

use lsp_types::{
    ClientCapabilities, CodeActionKind, CodeActionOptions, CodeActionProviderCapability, DiagnosticOptions,
    DiagnosticServerCapabilities, HoverProviderCapability, OneOf, SaveOptions, ServerCapabilities,
    TextDocumentSyncCapability, TextDocumentSyncKind, TextDocumentSyncOptions, TextDocumentSyncSaveOptions,
    WorkDoneProgressOptions, WorkspaceFoldersServerCapabilities, WorkspaceServerCapabilities,
};

use super::positions::Encoding;

/// Mends everything that can be mended without a look at it.
pub(super) const FIX_ALL: CodeActionKind = CodeActionKind::new("source.fixAll.figlint");

/// What the client can do.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Client {
    /// The units of columns.
    pub(super) encoding: Encoding,
    /// It asks for diagnostics, so that none need be pushed.
    pub(super) pulls: bool,
    /// It shows the other places of a diagnostic.
    pub(super) related: bool,
    /// Edits can say which version of a text they are for.
    pub(super) versions: bool,
    /// It watches files for the server.
    pub(super) watches: bool,
    /// It watches files outside the folders of the workspace.
    pub(super) watches_elsewhere: bool,
    /// It shows the progress of a scan.
    pub(super) progress: bool,
    /// It can be asked to ask again for diagnostics.
    pub(super) refreshes: bool,
    /// It shows Markdown in a hover.
    pub(super) markdown: bool,
    /// It shows symbols with ranges and details.
    pub(super) symbols: bool,
}

impl Client {
    pub(super) fn new(can: &ClientCapabilities) -> Self {
        let general = can.general.as_ref();
        let (text, workspace) = (can.text_document.as_ref(), can.workspace.as_ref());
        let watched = workspace.and_then(|workspace| workspace.did_change_watched_files);
        let published = text.and_then(|text| text.publish_diagnostics.as_ref());
        let hover = text.and_then(|text| text.hover.as_ref()).and_then(|hover| hover.content_format.as_ref());
        let symbols = text.and_then(|text| text.document_symbol.as_ref());
        let edits = workspace.and_then(|workspace| workspace.workspace_edit.as_ref());
        Self {
            encoding: Encoding::negotiated(general.and_then(|general| general.position_encodings.as_deref())),
            pulls: text.is_some_and(|text| text.diagnostic.is_some()),
            related: published.and_then(|published| published.related_information).unwrap_or_default(),
            versions: edits.and_then(|edits| edits.document_changes).unwrap_or_default(),
            watches: watched.and_then(|watched| watched.dynamic_registration).unwrap_or_default(),
            watches_elsewhere: watched.and_then(|watched| watched.relative_pattern_support).unwrap_or_default(),
            progress: can.window.as_ref().and_then(|window| window.work_done_progress).unwrap_or_default(),
            refreshes: false,
            markdown: hover.is_some_and(|formats| formats.contains(&lsp_types::MarkupKind::Markdown)),
            symbols: symbols.and_then(|symbols| symbols.hierarchical_document_symbol_support).unwrap_or_default(),
        }
    }

    /// What the server can do for this client.
    pub(super) fn served(self) -> ServerCapabilities {
        ServerCapabilities {
            position_encoding: Some(self.encoding.kind()),
            text_document_sync: Some(TextDocumentSyncCapability::Options(TextDocumentSyncOptions {
                open_close: Some(true),
                change: Some(TextDocumentSyncKind::INCREMENTAL),
                save: Some(TextDocumentSyncSaveOptions::SaveOptions(SaveOptions { include_text: Some(false) })),
                ..TextDocumentSyncOptions::default()
            })),
            hover_provider: Some(HoverProviderCapability::Simple(true)),
            definition_provider: Some(OneOf::Left(true)),
            references_provider: Some(OneOf::Left(true)),
            document_symbol_provider: Some(OneOf::Left(true)),
            code_action_provider: Some(CodeActionProviderCapability::Options(CodeActionOptions {
                code_action_kinds: Some(vec![CodeActionKind::QUICKFIX, FIX_ALL]),
                work_done_progress_options: WorkDoneProgressOptions::default(),
                resolve_provider: None,
            })),
            diagnostic_provider: Some(DiagnosticServerCapabilities::Options(DiagnosticOptions {
                identifier: Some("figlint".to_owned()),
                inter_file_dependencies: true,
                workspace_diagnostics: true,
                work_done_progress_options: WorkDoneProgressOptions::default(),
            })),
            workspace: Some(WorkspaceServerCapabilities {
                workspace_folders: Some(WorkspaceFoldersServerCapabilities {
                    supported: Some(true),
                    change_notifications: Some(OneOf::Left(true)),
                }),
                file_operations: None,
            }),
            ..ServerCapabilities::default()
        }
    }
}

//! Which method of the protocol leads where.

use std::time::Instant;

use lsp_server::{ErrorCode, Notification, Request, Response};
use lsp_types::{
    DidChangeTextDocumentParams, DidCloseTextDocumentParams, DidOpenTextDocumentParams, DidSaveTextDocumentParams,
    FileChangeType, FileEvent,
};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::state::{Due, PAUSE, Phase, Server};

/// Whether the client can be told to ask again for diagnostics. lsp-types knows this by another name than the protocol.
fn refreshes(initialize: &Value) -> bool {
    initialize.pointer("/capabilities/workspace/diagnostics/refreshSupport") == Some(&Value::Bool(true))
}

impl Server {
    /// Answers a request.
    pub(super) fn requested(&mut self, request: Request) {
        let refuse =
            |code: ErrorCode, message: &str| Response::new_err(request.id.clone(), code as i32, message.to_owned());
        match (self.phase, request.method.as_str()) {
            (Phase::New, "initialize") => {
                let refreshes = refreshes(&request.params);
                self.answer(request, |server, params| server.start(params, refreshes));
            }
            (Phase::New, _) => {
                self.respond(refuse(ErrorCode::ServerNotInitialized, "`initialize` must come first"));
            }
            (Phase::ShutDown, _) => self.respond(refuse(ErrorCode::InvalidRequest, "the server was shut down")),
            (Phase::Running, "initialize") => {
                self.respond(refuse(ErrorCode::InvalidRequest, "the server is initialized already"));
            }
            (Phase::Running, "shutdown") => {
                self.phase = Phase::ShutDown;
                self.respond(Response::new_ok(request.id, Value::Null));
            }
            (Phase::Running, "textDocument/diagnostic") => self.answer(request, Self::diagnostics),
            (Phase::Running, "workspace/diagnostic") if self.is_scanning() => self.queue.park(request),
            (Phase::Running, "workspace/diagnostic") => self.answer(request, Self::workspace_diagnostics),
            (Phase::Running, "textDocument/codeAction") => self.answer(request, Self::actions),
            (Phase::Running, "textDocument/hover") => self.answer(request, Self::hover),
            (Phase::Running, "textDocument/definition") => self.answer(request, Self::definition),
            (Phase::Running, "textDocument/references") => self.answer(request, Self::references),
            (Phase::Running, "textDocument/documentSymbol") => self.answer(request, Self::symbols),
            (Phase::Running, method) => {
                let message = format!("there is no method `{method}` here");
                self.respond(refuse(ErrorCode::MethodNotFound, &message));
            }
        }
    }

    fn answer<P: DeserializeOwned, R: Serialize>(&mut self, request: Request, with: impl FnOnce(&mut Self, P) -> R) {
        let response = match serde_json::from_value(request.params) {
            Ok(params) => Response::new_ok(request.id, with(self, params)),
            Err(error) => Response::new_err(request.id, ErrorCode::InvalidParams as i32, error.to_string()),
        };
        self.respond(response);
    }

    /// Takes note of a notification. One that cannot be understood is none that could be answered.
    pub(super) fn notified(&mut self, notification: Notification) {
        if self.phase != Phase::Running {
            return;
        }
        let Notification { method, params } = notification;
        match method.as_str() {
            "initialized" => self.begin(),
            "textDocument/didOpen" => Self::with(params, |params: DidOpenTextDocumentParams| {
                let key = params.text_document.uri.as_str().to_owned();
                self.open(params.text_document);
                self.due_now(&key);
            }),
            "textDocument/didChange" => Self::with(params, |params: DidChangeTextDocumentParams| {
                let key = params.text_document.uri.as_str();
                if let Some(document) = self.documents.get_mut(key) {
                    document.change(params.content_changes, params.text_document.version);
                    let due = Due::Push(document.home.clone(), document.path.clone());
                    self.due.insert(due, Instant::now() + PAUSE);
                }
            }),
            "textDocument/didClose" => Self::with(params, |params: DidCloseTextDocumentParams| {
                self.close(params.text_document.uri.as_str());
            }),
            // Where nobody watches files, at least those are known to change that are saved here.
            "textDocument/didSave" if !self.client.watches => {
                Self::with(params, |params: DidSaveTextDocumentParams| {
                    let event = FileEvent { uri: params.text_document.uri, typ: FileChangeType::CHANGED };
                    self.files_changed(lsp_types::DidChangeWatchedFilesParams { changes: vec![event] });
                });
            }
            "workspace/didChangeWatchedFiles" => Self::with(params, |params| self.files_changed(params)),
            "workspace/didChangeWorkspaceFolders" => Self::with(params, |params| self.folders_changed(params)),
            _ => {}
        }
    }

    fn with<P: DeserializeOwned>(params: Value, then: impl FnOnce(P)) {
        if let Ok(params) = serde_json::from_value(params) {
            then(params);
        }
    }

    /// Lets go of a text: from now on the one on the disk counts, if it is one of a folder.
    fn close(&mut self, key: &str) {
        let Some(document) = self.documents.remove(key) else { return };
        let (home, path) = (document.home, document.path);
        self.due.remove(&Due::Push(home.clone(), path.clone()));
        let Some(workspace) = self.workspaces.get_mut(&home) else { return };
        let stays = workspace.known.contains(&path);
        if stays {
            workspace.read(&path);
        } else {
            workspace.live.remove(&path);
        }
        let own = workspace.uri_of(&path);
        let mut touched = workspace.live.compare(&workspace.linter);
        if document.is_text && (!stays || own != key) {
            self.publish(key.to_owned(), Vec::new());
        }
        if stays {
            touched.insert(path);
        }
        self.changed(&home, touched);
        // What was loaded for a single text goes with the last one.
        let lone = self.workspaces.get(&home).is_some_and(|workspace| !workspace.whole);
        if lone && !self.documents.values().any(|document| document.home == home) {
            self.workspaces.remove(&home);
            self.clear(&home);
        }
    }
}

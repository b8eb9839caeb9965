//! Diagnostics that the server sends by itself: to clients that do not ask for them, and those of files that are no
//! texts.

use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::path::Path;

use lsp_types::{Diagnostic, PublishDiagnosticsParams};

use super::diagnostics;
use super::state::Server;
use super::workspace::Workspace;

/// A number that is the same for the same diagnostics.
pub(super) fn hash(diagnostics: &[Diagnostic]) -> u64 {
    let mut hasher = DefaultHasher::new();
    serde_json::to_string(diagnostics).unwrap_or_default().hash(&mut hasher);
    hasher.finish()
}

impl Server {
    /// Tells what is found in a text, unless the client asks for that itself.
    pub(super) fn push(&mut self, folder: &Path, path: &str) {
        if self.client.pulls {
            return;
        }
        let open =
            self.documents.iter().find(|(_, one)| one.path == path && one.home == folder).map(|(key, _)| key.clone());
        if let Some(key) = open.as_ref().filter(|key| !self.fresh(key)) {
            // A configuration or a reference set; or a text that is left out since a moment ago.
            let is_file = |workspace: &Workspace| workspace.files().any(|file| file.as_path() == Path::new(path));
            if self.workspaces.get(folder).is_some_and(is_file) {
                self.tell_faults(folder);
            } else if self.pushed.contains_key(key) {
                self.publish(key.clone(), Vec::new());
            }
            return;
        }
        let Some(workspace) = self.workspaces.get(folder) else { return };
        let found = diagnostics::of_text(workspace, &self.places(workspace), self.client, path);
        let uri = workspace.uri_of(path);
        self.publish(open.unwrap_or(uri), found);
    }

    /// Tells what is wrong with the files of a folder's configuration, and what has no place in a message.
    pub(super) fn tell_faults(&mut self, folder: &Path) {
        let Some(workspace) = self.workspaces.get(folder) else { return };
        let placeless = workspace.notices.iter().filter(|notice| notice.place.is_none());
        let messages: Vec<_> = placeless.map(|notice| (notice.severity, diagnostics::message(notice))).collect();
        let places = self.places(workspace);
        let mut found = diagnostics::of_project(workspace, &places, self.client);
        for file in workspace.files() {
            found.entry(file.to_string_lossy().into_owned()).or_default();
        }
        let found: Vec<_> = found
            .into_iter()
            .filter_map(|(path, found)| Some((places.uri(&path)?.as_str().to_owned(), found)))
            .collect();
        // What was mended and is wrong again is told again.
        self.told.retain(|told| messages.iter().any(|(_, message)| message == told));
        for (severity, message) in messages {
            self.tell(severity, message);
        }
        for (uri, found) in found {
            self.publish(uri, found);
        }
    }

    /// Publishes the diagnostics of a file. Of a closed one only what is new.
    pub(super) fn publish(&mut self, key: String, diagnostics: Vec<Diagnostic>) {
        let version = self.documents.get(&key).map(|document| document.version);
        let hash = hash(&diagnostics);
        let before = self.pushed.get(&key);
        let known = if diagnostics.is_empty() { before.is_none() } else { before == Some(&hash) };
        if known && version.is_none() {
            return;
        }
        let Ok(uri) = key.parse() else { return };
        if diagnostics.is_empty() {
            self.pushed.remove(&key);
        } else {
            self.pushed.insert(key, hash);
        }
        self.notify("textDocument/publishDiagnostics", PublishDiagnosticsParams { uri, diagnostics, version });
    }
}

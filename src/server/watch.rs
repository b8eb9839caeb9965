//! What changes on the disk and in the workspace: files that the client watches, folders that come and go, and the scan
//! that reads all texts of a folder in the background.

use std::collections::{BTreeSet, HashSet};
use std::path::{Path, PathBuf};
use std::time::Instant;

use lsp_types::{
    DidChangeWatchedFilesParams, DidChangeWatchedFilesRegistrationOptions, DidChangeWorkspaceFoldersParams,
    FileChangeType, FileEvent, FileSystemWatcher, GlobPattern, OneOf, Registration, RegistrationParams,
    RelativePattern, Uri,
};
use serde_json::json;

use super::disk::Change;
use super::state::{Due, PAUSE, Server};
use super::workspace::{Scan, Scanned, Workspace};
use crate::document::ENDINGS as TEXTS;
use crate::reference::ENDINGS as DATA;
use crate::report::uri;

/// How often progress is reported in one scan.
const STEPS: usize = 20;

/// All files with these endings.
fn glob<F>(endings: &[(&str, F)]) -> GlobPattern {
    let endings: Vec<&str> = endings.iter().map(|(ending, _)| *ending).collect();
    GlobPattern::String(format!("**/*.{{{}}}", endings.join(",")))
}

impl Server {
    /// Begins its work: the client is ready for questions.
    pub(super) fn begin(&mut self) {
        let folders: Vec<PathBuf> = self.workspaces.keys().cloned().collect();
        if self.client.watches {
            let mut globs = vec![glob(&DATA), glob(&TEXTS)];
            globs.extend(self.globs_elsewhere());
            self.watch(globs);
        }
        self.watch_disk();
        for folder in folders {
            self.tell_faults(&folder);
            self.scan(&folder);
        }
    }

    fn watch(&mut self, globs: Vec<GlobPattern>) {
        let watchers = globs.into_iter().map(|glob_pattern| FileSystemWatcher { glob_pattern, kind: None }).collect();
        let options = DidChangeWatchedFilesRegistrationOptions { watchers };
        self.ask(
            "client/registerCapability",
            RegistrationParams {
                registrations: vec![Registration {
                    id: "figlint-files".to_owned(),
                    method: "workspace/didChangeWatchedFiles".to_owned(),
                    register_options: serde_json::to_value(options).ok(),
                }],
            },
        );
    }

    /// Files of configurations that lie outside the folders, such as one that is extended.
    fn globs_elsewhere(&self) -> Vec<GlobPattern> {
        let inside = |file: &Path| self.workspaces.keys().any(|folder| file.starts_with(folder));
        let files: BTreeSet<&PathBuf> = self.workspaces.values().flat_map(Workspace::files).collect();
        let glob = |file: &PathBuf| {
            let base: Uri = uri::of(&file.parent()?.to_string_lossy()).0.parse().ok()?;
            let pattern = file.file_name()?.to_string_lossy().into_owned();
            Some(GlobPattern::Relative(RelativePattern { base_uri: OneOf::Right(base), pattern }))
        };
        let elsewhere = files.into_iter().filter(|file| self.client.watches_elsewhere && !inside(file));
        elsewhere.filter_map(glob).collect()
    }

    /// Reads all texts of a folder in the background.
    fn scan(&mut self, folder: &Path) {
        if !self.workspaces.get(folder).is_some_and(|workspace| workspace.whole) {
            return;
        }
        let token = self.client.progress.then(|| self.number());
        if let Some(token) = token {
            self.ask("window/workDoneProgress/create", json!({ "token": token }));
            self.progress(token, &json!({ "kind": "begin", "title": "figlint", "percentage": 0 }));
        }
        let sender = self.scans.0.clone();
        if let Some(workspace) = self.workspaces.get_mut(folder) {
            workspace.scan(sender, token);
        }
    }

    fn progress(&self, token: i32, value: &serde_json::Value) {
        self.notify("$/progress", json!({ "token": token, "value": value }));
    }

    /// Takes in a text that was read in the background. One that is open is known better.
    pub(super) fn put_in(&mut self, scanned: Scanned) {
        let folder = scanned.folder.clone();
        let Some(workspace) = self.workspaces.get_mut(&folder).filter(|workspace| workspace.awaits(&scanned)) else {
            return;
        };
        let Some((path, read)) = scanned.text else {
            return self.scanned_all(&folder);
        };
        if !self.documents.values().any(|document| document.path == path && document.home == folder) {
            workspace.live.set(&path, read);
        }
        if let Some(Scan { total, done, token: Some(token) }) = &mut workspace.scan {
            *done += 1;
            let (step, total, done, token) = ((*total / STEPS).max(1), *total, *done, *token);
            if done % step == 0 {
                let message = format!("{done} of {total} texts");
                self.progress(
                    token,
                    &json!({ "kind": "report", "message": message, "percentage": done * 100 / total }),
                );
            }
        }
    }

    fn scanned_all(&mut self, folder: &Path) {
        let Some(workspace) = self.workspaces.get_mut(folder) else { return };
        let token = workspace.scan.take().and_then(|scan| scan.token);
        workspace.live.compare(&workspace.linter);
        let paths: Vec<String> = workspace.live.paths().map(str::to_owned).collect();
        if let Some(token) = token {
            self.progress(token, &json!({ "kind": "end" }));
        }
        for path in paths {
            self.push(folder, &path);
        }
        self.clear(folder);
        if self.client.refreshes {
            self.due.insert(Due::Refresh, Instant::now());
        }
        if !self.is_scanning() {
            self.queue.unpark();
        }
    }

    /// Takes back what was told of files of a folder that are not looked at any more.
    pub(super) fn clear(&mut self, folder: &Path) {
        let is_gone = |key: &&String| {
            let file = uri::path(key).map(PathBuf::from).filter(|file| file.starts_with(folder));
            file.is_some_and(|file| {
                !self.documents.contains_key(*key)
                    && self.workspaces.values().all(|workspace| {
                        !workspace.live.contains(&workspace.path_of(&file))
                            && !workspace.files().any(|one| *one == file)
                    })
            })
        };
        let gone: Vec<String> = self.pushed.keys().filter(is_gone).cloned().collect();
        for key in gone {
            self.publish(key, Vec::new());
        }
    }

    /// Loads a folder again.
    pub(super) fn reload(&mut self, folder: &Path) {
        let Some(workspace) = self.workspaces.get_mut(folder) else { return };
        let token = workspace.scan.take().and_then(|scan| scan.token);
        workspace.reload(&self.load);
        if let Some(token) = token {
            self.progress(token, &json!({ "kind": "end" }));
        }
        self.tell_faults(folder);
        if self.client.watches {
            let globs = self.globs_elsewhere();
            if !globs.is_empty() {
                self.watch(globs);
            }
        }
        self.watch_disk();
        self.settle_all(|home| home == folder);
        self.scan(folder);
        if !self.workspaces.get(folder).is_some_and(|workspace| workspace.whole) {
            self.clear(folder);
        }
    }

    /// Finds out anew to which folders the open texts belong, of those that belong to some folders.
    fn settle_all(&mut self, of: impl Fn(&Path) -> bool) {
        let open: Vec<String> =
            self.documents.iter().filter(|(_, one)| of(&one.home)).map(|(key, _)| key.clone()).collect();
        for key in open {
            self.settle(&key);
            self.due_now(&key);
        }
        if self.client.refreshes {
            self.due.insert(Due::Refresh, Instant::now());
        }
    }

    /// Has the diagnostics of an open text told with the next pause.
    pub(super) fn due_now(&mut self, key: &str) {
        if let Some(document) = self.documents.get(key) {
            let due = Due::Push(document.home.clone(), document.path.clone());
            self.due.insert(due, Instant::now());
        }
    }

    /// `workspace/didChangeWorkspaceFolders`.
    pub(super) fn folders_changed(&mut self, params: DidChangeWorkspaceFoldersParams) {
        for folder in params.event.removed.iter().filter_map(|folder| uri::path(folder.uri.as_str())) {
            self.workspaces.remove(Path::new(&folder));
            self.clear(Path::new(&folder));
        }
        for folder in params.event.added {
            self.add_folder(&folder.uri);
            if let Some(folder) = uri::path(folder.uri.as_str()) {
                self.tell_faults(Path::new(&folder));
                self.scan(Path::new(&folder));
            }
        }
        self.watch_disk();
        self.settle_all(|_| true);
        if !self.is_scanning() {
            self.queue.unpark();
        }
    }

    /// `workspace/didChangeWatchedFiles`.
    pub(super) fn files_changed(&mut self, params: DidChangeWatchedFilesParams) {
        let events = params.changes.into_iter();
        let events: Vec<Change> =
            events.filter_map(|FileEvent { uri, typ }| Some((uri::path(uri.as_str())?.into(), typ))).collect();
        self.paths_changed(&events);
    }

    /// Takes note of what happened to files.
    pub(super) fn paths_changed(&mut self, events: &[Change]) {
        let soon = Instant::now() + PAUSE;
        let folders: Vec<PathBuf> = self.workspaces.keys().cloned().collect();
        for folder in folders {
            let open: HashSet<String> =
                self.documents.values().filter(|one| one.home == folder).map(|one| one.path.clone()).collect();
            let Some(workspace) = self.workspaces.get_mut(&folder) else { continue };
            if events.iter().any(|(file, typ)| workspace.depends_on(file, *typ == FileChangeType::CHANGED)) {
                self.due.insert(Due::Reload(folder), soon);
                continue;
            }
            let texts: Vec<_> = events.iter().filter(|(file, _)| workspace.may_be_text(file)).collect();
            if texts.iter().any(|(_, typ)| *typ == FileChangeType::CREATED) {
                workspace.find();
            }
            let mut touched = BTreeSet::new();
            for (file, typ) in texts {
                let path = workspace.path_of(file);
                if *typ == FileChangeType::DELETED {
                    workspace.known.remove(&path);
                }
                if open.contains(&path) {
                    continue;
                }
                if workspace.known.contains(&path) {
                    workspace.read(&path);
                } else {
                    workspace.live.remove(&path);
                }
                touched.insert(path);
            }
            touched.extend(workspace.live.compare(&workspace.linter));
            self.changed(&folder, touched);
        }
    }
}

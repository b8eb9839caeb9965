//! Watches files where the client does not: some editors leave that to the server, Neovim on Linux for one. Watched are
//! the folders of the workspace and those of configurations, rules and reference sets, but nothing below them.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use crossbeam_channel::{Receiver, Sender, unbounded};
use lsp_types::FileChangeType;
use notify::event::ModifyKind;
use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher as _};

use super::state::Server;
use super::workspace::Workspace;

/// A file and what happened to it.
pub(super) type Change = (PathBuf, FileChangeType);

/// What is watched, and where changes come from.
#[derive(Debug)]
pub(super) struct Disk {
    watcher: Option<RecommendedWatcher>,
    folders: BTreeSet<PathBuf>,
    sender: Sender<Vec<Change>>,
    changes: Receiver<Vec<Change>>,
}

impl Disk {
    pub(super) fn new() -> Self {
        let (sender, changes) = unbounded();
        Self { watcher: None, folders: BTreeSet::new(), sender, changes }
    }

    /// Where changes come from.
    pub(super) fn changes(&self) -> Receiver<Vec<Change>> {
        self.changes.clone()
    }

    /// Watches these folders besides those that are watched already. What cannot be watched is not: the file is read
    /// again when it is saved in the editor.
    fn watch(&mut self, folders: BTreeSet<PathBuf>) {
        if self.watcher.is_none() {
            let sender = self.sender.clone();
            let told = move |event: notify::Result<Event>| {
                let changes = event.map(changes).unwrap_or_default();
                if !changes.is_empty() {
                    // Nobody listens any more when the server is about to end.
                    let _ = sender.send(changes);
                }
            };
            self.watcher = notify::recommended_watcher(told).ok();
        }
        let Some(watcher) = &mut self.watcher else { return };
        for folder in folders {
            if !self.folders.contains(&folder) && watcher.watch(&folder, RecursiveMode::NonRecursive).is_ok() {
                self.folders.insert(folder);
            }
        }
    }
}

/// What happened to which files.
fn changes(event: Event) -> Vec<Change> {
    let kind = match event.kind {
        EventKind::Access(_) => return Vec::new(),
        EventKind::Create(_) => Some(FileChangeType::CREATED),
        EventKind::Remove(_) => Some(FileChangeType::DELETED),
        // A file that was given another name is gone from one place and new at the other.
        EventKind::Modify(ModifyKind::Name(_)) => None,
        _ => Some(FileChangeType::CHANGED),
    };
    let found = |file: &PathBuf| if file.exists() { FileChangeType::CREATED } else { FileChangeType::DELETED };
    let change = |file: PathBuf| {
        let kind = kind.unwrap_or_else(|| found(&file));
        (file, kind)
    };
    event.paths.into_iter().map(change).collect()
}

impl Server {
    /// Watches what texts are held against, where the client does not.
    pub(super) fn watch_disk(&mut self) {
        if self.client.watches {
            return;
        }
        let files = self.workspaces.values().flat_map(Workspace::files);
        let mut folders: BTreeSet<PathBuf> = files.filter_map(|file| file.parent()).map(Path::to_path_buf).collect();
        for workspace in self.workspaces.values().filter(|workspace| workspace.whole) {
            folders.extend([workspace.folder.clone(), workspace.root.clone()]);
        }
        folders.retain(|folder| !folder.as_os_str().is_empty());
        self.disk.watch(folders);
    }
}

//! Everything that the server knows: the folders of the workspace, the open texts, and what is still to be done.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use crossbeam_channel::{Receiver, Sender, unbounded};
use lsp_server::{Message, Notification, Request, Response};
use lsp_types::{InitializeParams, InitializeResult, MessageType, ServerInfo, TextDocumentItem, Uri, WorkspaceFolder};
use serde::Serialize;

use super::client::Client;
use super::disk::Disk;
use super::document::Document;
use super::places::Places;
use super::queue::Queue;
use super::transport::{Incoming, Outgoing};
use super::workspace::{Load, Scanned, Workspace};
use crate::report::uri;
use crate::verdict::Severity;

/// How long a writer must pause before findings are pushed.
pub(super) const PAUSE: Duration = Duration::from_millis(150);

/// How far the conversation is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Phase {
    /// Before `initialize`.
    New,
    /// In between.
    Running,
    /// After `shutdown`.
    ShutDown,
}

/// Something that waits for a pause.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Due {
    /// To load a folder again.
    Reload(PathBuf),
    /// To tell what is found in a text: folder and path.
    Push(PathBuf, String),
    /// To have the client ask again.
    Refresh,
}

/// The server.
pub(super) struct Server {
    /// What came and was not handled yet.
    pub(super) queue: Queue,
    /// How far the conversation is.
    pub(super) phase: Phase,
    /// What the client can do.
    pub(super) client: Client,
    /// The folders, and those of single texts, by their paths.
    pub(super) workspaces: BTreeMap<PathBuf, Workspace>,
    /// The open texts by their addresses.
    pub(super) documents: BTreeMap<String, Document>,
    /// What waits for a pause, and for how long.
    pub(super) due: BTreeMap<Due, Instant>,
    /// What was pushed last for each address: a hash of it.
    pub(super) pushed: HashMap<String, u64>,
    /// How a folder is loaded.
    pub(super) load: Load,
    /// Where scans send to.
    pub(super) scans: (Sender<Scanned>, Receiver<Scanned>),
    /// What is watched where the client does not watch.
    pub(super) disk: Disk,
    /// What the user was told in a message.
    pub(super) told: HashSet<String>,
    out: Sender<Outgoing>,
    next_id: i32,
}

impl Server {
    pub(super) fn new(out: Sender<Outgoing>, load: Load) -> Self {
        Self {
            queue: Queue::default(),
            phase: Phase::New,
            client: Client::default(),
            workspaces: BTreeMap::new(),
            documents: BTreeMap::new(),
            due: BTreeMap::new(),
            pushed: HashMap::new(),
            load,
            scans: unbounded(),
            disk: Disk::new(),
            told: HashSet::new(),
            out,
            next_id: 0,
        }
    }

    /// Begins for a client that says what it can do and which folders it has open.
    pub(super) fn start(&mut self, params: InitializeParams, refreshes: bool) -> InitializeResult {
        self.client = Client { refreshes, ..Client::new(&params.capabilities) };
        #[expect(deprecated, reason = "clients without folders of the workspace still have the one root")]
        let root = params.root_uri.map(|uri| vec![WorkspaceFolder { uri, name: String::new() }]);
        for folder in params.workspace_folders.or(root).unwrap_or_default() {
            self.add_folder(&folder.uri);
        }
        self.phase = Phase::Running;
        let version = Some(env!("CARGO_PKG_VERSION").to_owned());
        InitializeResult {
            capabilities: self.client.served(),
            server_info: Some(ServerInfo { name: "figlint".to_owned(), version }),
        }
    }

    pub(super) fn has_shut_down(&self) -> bool {
        self.phase == Phase::ShutDown
    }

    /// Where texts come from that were read in the background.
    pub(super) fn scanned(&self) -> Receiver<Scanned> {
        self.scans.1.clone()
    }

    /// Takes a message in, or answers what it cancels.
    pub(super) fn take_in(&mut self, incoming: Incoming) {
        if let Some(answer) = self.queue.push(incoming) {
            self.respond(answer);
        }
    }

    pub(super) fn send(&self, outgoing: Outgoing) {
        // The writer is gone when the client is; the input ends then too.
        let _ = self.out.send(outgoing);
    }

    pub(super) fn respond(&self, response: Response) {
        self.send(Outgoing::Message(response.into()));
    }

    pub(super) fn notify(&self, method: &str, params: impl Serialize) {
        self.send(Outgoing::Message(Notification::new(method.to_owned(), params).into()));
    }

    /// Asks the client for something; what it answers changes nothing.
    pub(super) fn ask(&mut self, method: &str, params: impl Serialize) {
        let request = Request::new(self.number().into(), method.to_owned(), params);
        self.send(Outgoing::Message(Message::Request(request)));
    }

    /// A number that was not used yet.
    pub(super) fn number(&mut self) -> i32 {
        self.next_id += 1;
        self.next_id
    }

    /// Tells the user something, once.
    pub(super) fn tell(&mut self, severity: Severity, message: String) {
        let typ = if severity == Severity::Error { MessageType::ERROR } else { MessageType::WARNING };
        if self.told.insert(message.clone()) {
            self.notify("window/showMessage", lsp_types::ShowMessageParams { typ, message });
        }
    }

    /// Adds a folder of the workspace.
    pub(super) fn add_folder(&mut self, uri: &Uri) {
        if let Some(folder) = uri::path(uri.as_str()).map(PathBuf::from)
            && !self.workspaces.get(&folder).is_some_and(|known| known.whole)
        {
            self.workspaces.insert(folder.clone(), Workspace::new(&folder, true, &self.load));
        }
    }

    /// The folder that a file belongs to: the nearest of the workspace, else the one in which it lies.
    pub(super) fn home(&mut self, file: Option<&Path>) -> PathBuf {
        let whole = self.workspaces.iter().filter(|(_, workspace)| workspace.whole).map(|(folder, _)| folder);
        let found = match file {
            Some(file) => whole.filter(|folder| file.starts_with(folder)).max_by_key(|folder| folder.as_os_str().len()),
            None => whole.min(),
        };
        if let Some(found) = found {
            return found.clone();
        }
        let folder = file.and_then(Path::parent).unwrap_or(Path::new("")).to_owned();
        if !self.workspaces.contains_key(&folder) {
            self.workspaces.insert(folder.clone(), Workspace::new(&folder, false, &self.load));
            self.tell_faults(&folder);
            self.watch_disk();
        }
        folder
    }

    /// Takes an open text in.
    pub(super) fn open(&mut self, item: TextDocumentItem) {
        let key = item.uri.as_str().to_owned();
        self.documents.insert(key.clone(), Document::new(item, self.client.encoding));
        self.settle(&key);
    }

    /// Finds out to which folder an open text belongs.
    pub(super) fn settle(&mut self, key: &str) {
        let file = uri::path(key).map(PathBuf::from);
        let home = self.home(file.as_deref());
        let (Some(workspace), Some(document)) = (self.workspaces.get(&home), self.documents.get_mut(key)) else {
            return;
        };
        let language = &document.language;
        document.is_text = workspace.checks(file.as_deref(), language);
        document.path = match &file {
            Some(file) if document.is_text => workspace.path_of(file),
            // Files of configurations and reference sets go by their full names.
            Some(file) => file.to_string_lossy().into_owned(),
            None => format!("{}.{}", key.rsplit(['/', ':']).next().unwrap_or_default(), ending(language)),
        };
        document.home = home;
        document.unread = true;
    }

    /// Reads an open text again if it has changed; false where it is none that is checked.
    pub(super) fn fresh(&mut self, key: &str) -> bool {
        let Some(document) = self.documents.get_mut(key).filter(|document| document.is_text) else {
            return false;
        };
        let Some(workspace) = self.workspaces.get_mut(&document.home) else {
            return false;
        };
        if std::mem::take(&mut document.unread) {
            workspace.live.set(&document.path, workspace.linter.check_text(&document.to_text(), &mut |_| {}));
            let (home, path) = (document.home.clone(), document.path.clone());
            let mut others = workspace.live.compare(&workspace.linter);
            others.remove(&path);
            self.changed(&home, others);
        }
        true
    }

    /// Takes note that something else is found in these texts now.
    pub(super) fn changed(&mut self, home: &Path, paths: BTreeSet<String>) {
        let soon = Instant::now() + PAUSE;
        if self.client.refreshes && !paths.is_empty() {
            self.due.insert(Due::Refresh, soon);
        }
        self.due.extend(paths.into_iter().map(|path| (Due::Push(home.to_owned(), path), soon)));
    }

    /// The open text and the folder that it belongs to, as it is now, and what finds ranges there.
    pub(super) fn text(&mut self, uri: &Uri) -> Option<(&Document, &Workspace, Places<'_>)> {
        if !self.fresh(uri.as_str()) {
            return None;
        }
        let document = self.documents.get(uri.as_str())?;
        let workspace = self.workspaces.get(&document.home)?;
        Some((document, workspace, self.places(workspace)))
    }

    /// Finds ranges in the files of a folder.
    pub(super) fn places<'s>(&'s self, workspace: &'s Workspace) -> Places<'s> {
        Places::new(&self.documents, workspace, self.client.encoding)
    }

    /// When something is due.
    pub(super) fn next_due(&self) -> Option<Instant> {
        self.due.values().min().copied()
    }

    /// Does one of the things that are due.
    pub(super) fn do_due(&mut self, now: Instant) {
        let Some(due) = self.due.iter().find(|(_, when)| **when <= now).map(|(due, _)| due.clone()) else {
            return;
        };
        self.due.remove(&due);
        match due {
            Due::Reload(folder) => self.reload(&folder),
            Due::Push(folder, path) => self.push(&folder, &path),
            Due::Refresh => self.ask("workspace/diagnostic/refresh", serde_json::Value::Null),
        }
    }
}

/// The ending of a file in this language, for a text that has no file.
fn ending(language: &str) -> &str {
    match language {
        "markdown" => "md",
        "plaintext" => "txt",
        other => other,
    }
}

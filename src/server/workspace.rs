//! A folder of the workspace: its configuration, rules and reference sets as one linter, and what was found in its
//! texts. How a folder is loaded is the command line's business, which hands in [`Load`].

use std::collections::HashSet;
use std::fmt;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crossbeam_channel::Sender;
use rayon::prelude::*;

use crate::config::is_config;
use crate::lint::{Checked, Content, Linter, Live, Outcome, Text};
use crate::reference::Format;
use crate::report::{Notice, uri};

/// A folder with everything that its texts are held against.
pub struct Project {
    /// Where the paths of texts begin: the folder of the configuration, absolute.
    pub root: PathBuf,
    /// Rules, facts and settings.
    pub linter: Linter,
    /// What is wrong with the configuration, the rule files and the reference sets.
    pub notices: Vec<Notice>,
    /// The files of the configuration, the rules and the reference sets, absolute.
    pub files: HashSet<PathBuf>,
    /// Finds the texts of the folder, as they lie on the disk.
    pub find: Find,
    /// Hides what is known and not told.
    pub hide: Hide,
    /// Whether a file is left out: `exclude`, or a reference set.
    pub leaves_out: LeavesOut,
    /// Whether a file is a text, by its name.
    pub is_text: fn(&Path) -> bool,
}

/// Finds the texts of a folder.
pub type Find = Box<dyn Fn() -> Vec<Text>>;

/// Takes out of what is found in a text what is not told.
pub type Hide = Box<dyn Fn(&mut Outcome)>;

/// Says whether a file is left out.
pub type LeavesOut = Box<dyn Fn(&Path) -> bool>;

/// Loads the project of a folder. With `true` all its texts belong to it, otherwise it is only where a single text
/// lies.
pub type Load = Box<dyn Fn(&Path, bool) -> Project>;

/// A text that was read in the background.
#[derive(Debug)]
pub(super) struct Scanned {
    /// The folder that was scanned.
    pub(super) folder: PathBuf,
    /// Which scan of the folder it was.
    pub(super) generation: u64,
    /// The text and what it gave; nothing when all texts were read.
    pub(super) text: Option<(String, Checked)>,
}

/// A scan that goes on.
#[derive(Debug)]
pub(super) struct Scan {
    /// How many texts there are.
    pub(super) total: usize,
    /// How many of them were read.
    pub(super) done: usize,
    /// The token of the progress that the client was told of.
    pub(super) token: Option<i32>,
}

/// A folder of the workspace.
pub(super) struct Workspace {
    /// The folder.
    pub(super) folder: PathBuf,
    /// Whether all its texts belong to it.
    pub(super) whole: bool,
    /// Where paths begin.
    pub(super) root: PathBuf,
    /// What texts are held against.
    pub(super) linter: Arc<Linter>,
    /// What is wrong with the files that it comes from.
    pub(super) notices: Vec<Notice>,
    /// What was found.
    pub(super) live: Live,
    /// The scan that goes on.
    pub(super) scan: Option<Scan>,
    /// The paths of its texts on the disk.
    pub(super) known: HashSet<String>,
    files: HashSet<PathBuf>,
    find: Find,
    hide: Hide,
    leaves_out: LeavesOut,
    is_text: fn(&Path) -> bool,
    generation: u64,
}

impl fmt::Debug for Workspace {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Workspace").field("folder", &self.folder).finish_non_exhaustive()
    }
}

impl Workspace {
    pub(super) fn new(folder: &Path, whole: bool, load: &Load) -> Self {
        let project = load(folder, whole);
        Self {
            folder: folder.to_owned(),
            whole,
            root: project.root,
            linter: Arc::new(project.linter),
            notices: project.notices,
            live: Live::default(),
            scan: None,
            known: HashSet::new(),
            files: project.files,
            find: project.find,
            hide: project.hide,
            leaves_out: project.leaves_out,
            is_text: project.is_text,
            generation: 0,
        }
    }

    /// The same folder loaded again; nothing of its texts is known any more.
    pub(super) fn reload(&mut self, load: &Load) {
        let generation = self.generation + 1;
        *self = Self { generation, ..Self::new(&self.folder, self.whole, load) };
    }

    /// What is found in a text and told.
    pub(super) fn outcome(&self, path: &str) -> Outcome {
        let mut outcome = self.live.outcome(&self.linter, path);
        (self.hide)(&mut outcome);
        outcome
    }

    /// A file's path as the texts of this folder have it.
    pub(super) fn path_of(&self, file: &Path) -> String {
        let path = file.strip_prefix(&self.root).unwrap_or(file).to_string_lossy();
        if cfg!(windows) { path.replace('\\', "/") } else { path.into_owned() }
    }

    /// The file of such a path.
    pub(super) fn file_of(&self, path: &str) -> PathBuf {
        self.root.join(path)
    }

    /// The address of such a path.
    pub(super) fn uri_of(&self, path: &str) -> String {
        let file = self.file_of(path).to_string_lossy().into_owned();
        uri::of(&if cfg!(windows) { file.replace('\\', "/") } else { file }).0
    }

    /// Whether an open file is checked: a text by its name or by its language, unless it is left out.
    pub(super) fn checks(&self, file: Option<&Path>, language: &str) -> bool {
        let known = ["markdown", "mdx", "html", "plaintext"].contains(&language);
        match file {
            None => known,
            Some(file) => (known || (self.is_text)(file)) && !(self.leaves_out)(file) && !self.files.contains(file),
        }
    }

    /// Whether the folder must be loaded again when this happens to a file.
    pub(super) fn depends_on(&self, file: &Path, only_changed: bool) -> bool {
        // Any file of data can become a rule file or a reference set.
        let may_become = || Format::of_set(&file.to_string_lossy()).is_some() && file.starts_with(&self.root);
        self.files.contains(file) || is_config(file) || (!only_changed && may_become())
    }

    /// The files of its configuration, rules and reference sets.
    pub(super) fn files(&self) -> impl Iterator<Item = &PathBuf> {
        self.files.iter()
    }

    /// Whether a file on the disk may be one of the texts, by its name; what .gitignore names only [`Workspace::find`]
    /// knows.
    pub(super) fn may_be_text(&self, file: &Path) -> bool {
        self.whole && file.starts_with(&self.folder) && (self.is_text)(file) && !(self.leaves_out)(file)
    }

    /// Looks for the texts on the disk.
    pub(super) fn find(&mut self) -> Vec<Text> {
        let texts = (self.find)();
        self.known = texts.iter().map(|text| text.path.clone()).collect();
        texts
    }

    /// Reads a text from the disk.
    pub(super) fn read(&mut self, path: &str) {
        let (path, config_path) = (path.to_owned(), path.to_owned());
        let content = Content::File(self.file_of(&path));
        let read = self.linter.check_text(&Text { path: path.clone(), config_path, content }, &mut |_| {});
        self.live.set(&path, read.closed());
    }

    /// Reads all texts on other threads and sends what they gave. `token` names the progress that the client sees.
    pub(super) fn scan(&mut self, sender: Sender<Scanned>, token: Option<i32>) {
        self.generation += 1;
        let texts = self.find();
        self.scan = Some(Scan { total: texts.len(), done: 0, token });
        let (linter, folder, generation) = (Arc::clone(&self.linter), self.folder.clone(), self.generation);
        rayon::spawn(move || {
            let send = |text| {
                // Nobody listens any more when the server is about to end.
                let _ = sender.send(Scanned { folder: folder.clone(), generation, text });
            };
            texts.par_iter().for_each(|text| {
                // A mistake of ours in one text must not end the scan; the panic is told on standard error.
                let read = catch_unwind(AssertUnwindSafe(|| linter.check_text(text, &mut |_| {}).closed()));
                send(Some((text.path.clone(), read.unwrap_or_default())));
            });
            send(None);
        });
    }

    /// Whether something scanned is of the newest scan.
    pub(super) fn awaits(&self, scanned: &Scanned) -> bool {
        scanned.generation == self.generation
    }
}

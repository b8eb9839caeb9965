//! The configuration of a run: the nearest file with those that it extends, and where each setting comes from.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use super::args::Shared;
use super::paths::{absolute, relative, shown};
use super::session::Session;
use super::setup::read;
use crate::config::{self, Config, NAMES, Parsed, Written, is_config};
use crate::quantity::Widths;
use crate::rule::{Fault, FaultKind, Source};
use crate::verdict::Severity;

/// The configuration with the folders that its paths are relative to.
#[derive(Debug)]
pub(super) struct Settings {
    /// What it says, the files that it extends included.
    pub(super) config: Config,
    /// The folder of the file that was found, absolute; globs of texts start here.
    pub(super) root: PathBuf,
    files: Vec<File>,
}

/// One file of the configuration.
#[derive(Debug)]
struct File {
    source: Source,
    /// Its folder as the user would write it.
    folder: PathBuf,
}

/// Finds and reads the configuration, and what it extends.
pub(super) fn settings(session: &mut Session, shared: &Shared) -> Settings {
    let mut settings = Settings { config: Config::default(), root: folder_of(&session.here), files: Vec::new() };
    let mut next = match &shared.config {
        Some(path) => Some(path.clone()),
        None if shared.isolated => None,
        None => nearest_config(&session.here),
    };
    let mut known: Vec<PathBuf> = Vec::new();
    while let Some(path) = next.take() {
        let Some(source) = read(session, &path) else {
            break;
        };
        session.say(&format!("configuration: {}", source.path));
        let folder = path.parent().unwrap_or(Path::new("")).to_owned();
        if known.is_empty() {
            settings.root = folder_of(&folder);
        }
        known.push(absolute(&path));
        let parsed = config::parse(&source, settings.files.len());
        for fault in &parsed.faults {
            let severity = if Parsed::is_warning(fault) { Severity::Warning } else { Severity::Error };
            session.fault(fault, severity);
        }
        let mut config = parsed.config;
        settings.files.push(File { source, folder });
        if let Some(extend) = config.extend.take() {
            let path = settings.path(&extend);
            let wanted = match () {
                () if known.contains(&absolute(&path)) => Some("another file: this one leads back to itself"),
                () if !path.is_file() => {
                    Some("a configuration file, and there is none; its path starts at this file's folder")
                }
                () => None,
            };
            match wanted {
                None => next = Some(path),
                Some(wanted) => {
                    let kind = FaultKind::invalid("extend", &extend.text, wanted);
                    session.fault(&settings.fault(&extend, kind), Severity::Error);
                }
            }
        }
        settings.config = std::mem::take(&mut settings.config).over(config);
    }
    settings
}

impl Settings {
    /// The files that it was read from.
    pub(super) fn files(&self) -> impl Iterator<Item = PathBuf> {
        self.files.iter().map(|file| PathBuf::from(&file.source.path))
    }

    /// A path of the configuration as the user would write it.
    pub(super) fn path(&self, written: &Written) -> PathBuf {
        self.files.get(written.file).map_or_else(PathBuf::new, |file| file.folder.clone()).join(&written.text)
    }

    /// The absolute folder of the file that this stands in.
    pub(super) fn folder(&self, written: &Written) -> PathBuf {
        match self.files.get(written.file) {
            Some(file) => folder_of(&file.folder),
            None => folder_of(Path::new("")),
        }
    }

    /// A fault at something that stands in the configuration.
    pub(super) fn fault(&self, written: &Written, kind: FaultKind) -> Fault {
        match self.files.get(written.file) {
            Some(file) => file.source.fault(written.span.clone(), kind),
            None => Source::new("", "").fault(0..0, kind),
        }
    }

    /// The settings of the run as lines of TOML, each with the place that it comes from. `given` is what the command
    /// line says; it takes the place of the configuration, or adds to it.
    pub(super) fn lines(&self, given: &[(&str, String, bool)]) -> String {
        let mut rows: Vec<(String, String)> = Vec::new();
        for (key, value, _) in given {
            rows.push((format!("{key} = {value}"), "command line".to_owned()));
        }
        for setting in &self.config.set {
            if given.iter().any(|(key, _, adds)| *key == setting.key && !adds) {
                continue;
            }
            let place = self.files.get(setting.file).map(|file| {
                let place = file.source.place(setting.span.clone());
                format!("{}:{}", place.path, place.start.line)
            });
            rows.push((format!("{} = {}", setting.key, setting.value), place.unwrap_or_default()));
        }
        for (key, value) in built_in() {
            let is = |set: &str| set == key;
            if !self.config.set.iter().any(|setting| is(&setting.key)) && !given.iter().any(|(set, ..)| is(set)) {
                rows.push((format!("{key} = {value}"), "built in".to_owned()));
            }
        }
        let width = rows.iter().map(|(row, _)| row.chars().count()).filter(|width| *width <= WIDEST).max();
        let width = width.unwrap_or_default();
        let mut out = String::new();
        for (row, from) in rows {
            let _ = writeln!(out, "{row:width$}  # {from}");
        }
        out
    }
}

/// Longer settings do not push the places of all others aside.
const WIDEST: usize = 60;

/// What holds where nothing is set.
fn built_in() -> BTreeMap<String, String> {
    let mut all: BTreeMap<String, String> =
        [("fail-on", "\"error\""), ("across", "\"all\""), ("fiscal-year-start", "\"january\"")]
            .map(|(key, value)| (key.to_owned(), value.to_owned()))
            .into();
    let widths = Widths::default();
    all.extend(Widths::NAMES.iter().filter_map(|name| Some((format!("widths.{name}"), widths.get(name)?.to_string()))));
    all
}

/// The absolute folder; nothing stands for the current one.
fn folder_of(folder: &Path) -> PathBuf {
    absolute(if folder.as_os_str().is_empty() { Path::new(".") } else { folder })
}

/// `figlint.toml` in this folder or the nearest one above, up to the root of the repository; relative where the folder
/// is.
fn nearest_config(here: &Path) -> Option<PathBuf> {
    let mut folder = here.to_owned();
    for above in folder_of(here).ancestors() {
        if let Some(name) = NAMES.iter().find(|name| above.join(name).is_file()) {
            return Some(folder.join(name));
        }
        if above.join(".git").exists() {
            return None;
        }
        if here.is_absolute() {
            folder.pop();
        } else {
            folder.push("..");
        }
    }
    None
}

/// Whether a file may hold rules: TOML that is no configuration.
pub(super) fn is_rule_file(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending == "toml") && !is_config(path)
}

/// What `exclude` leaves out, with the patterns of .gitignore: `archive/`, `*.txt`, `/drafts/old-*`.
#[derive(Debug)]
pub(super) struct Excluded {
    patterns: ignore::gitignore::Gitignore,
    root: PathBuf,
}

impl Excluded {
    /// The patterns of the configuration and of the command line; both start at the configuration's folder.
    pub(super) fn new(session: &mut Session, settings: &Settings, given: &[String]) -> Self {
        let mut builder = ignore::gitignore::GitignoreBuilder::new(&settings.root);
        let configured = settings.config.exclude.iter().map(|pattern| &pattern.text);
        for pattern in configured.chain(given) {
            if let Err(error) = builder.add_line(None, pattern) {
                session.error(&format!("`exclude`: {error}"), None);
            }
        }
        let patterns = builder.build().unwrap_or_else(|_| {
            let help = "nothing is left out until then";
            session.error(&"`exclude`: a pattern is too large".to_owned(), Some(help));
            ignore::gitignore::Gitignore::empty()
        });
        Self { patterns, root: settings.root.clone() }
    }

    /// Whether this file or folder is left out, by itself or with a folder above it.
    pub(super) fn is(&self, path: &Path, is_folder: bool) -> bool {
        if self.patterns.is_empty() {
            return false;
        }
        let inside = relative(path, &self.root);
        let inside = Path::new(&inside);
        inside.is_relative()
            && !inside.starts_with("..")
            && self.patterns.matched_path_or_any_parents(inside, is_folder).is_ignore()
    }
}

/// A list as TOML.
pub(super) fn list<S: AsRef<str>>(items: impl IntoIterator<Item = S>) -> String {
    let items = items.into_iter().map(|item| toml::Value::String(item.as_ref().to_owned()).to_string());
    format!("[{}]", items.collect::<Vec<_>>().join(", "))
}

/// A list of paths as TOML.
pub(super) fn paths(items: &[PathBuf]) -> String {
    list(items.iter().map(|path| shown(path)))
}

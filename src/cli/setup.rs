//! What texts are held against: the configuration, the rules and the reference sets, each with everything that is
//! wrong in them.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use globset::GlobBuilder;

use super::args::Shared;
use super::discover::walk;
use super::paths::{absolute, relative, shown};
use super::session::Session;
use crate::config::{self, Config, Parsed};
use crate::reference::{self, Format, Loader, Unreadable};
use crate::report::Notice;
use crate::rule::{self, FaultKind, Loaded, Source};
use crate::span::{LineIndex, Span};
use crate::verdict::{Place, Severity};
use crate::vocabulary::Vocabulary;

/// The configuration with the folder that its paths are relative to.
#[derive(Debug)]
pub(super) struct Settings {
    /// What it says.
    pub(super) config: Config,
    /// Its folder: as the user would write it.
    folder: PathBuf,
    /// The same, absolute.
    pub(super) root: PathBuf,
    source: Option<Source>,
}

const NAMES: [&str; 2] = ["figlint.toml", ".figlint.toml"];

/// Finds and reads the configuration.
pub(super) fn settings(session: &mut Session, shared: &Shared) -> Settings {
    let path = match &shared.config {
        Some(path) => Some(path.clone()),
        None if shared.isolated => None,
        None => nearest_config(),
    };
    let mut settings =
        Settings { config: Config::default(), folder: PathBuf::new(), root: absolute(Path::new(".")), source: None };
    let Some(path) = path else {
        return settings;
    };
    let Some(source) = read(session, &path) else {
        return settings;
    };
    session.say(&format!("configuration: {}", source.path));
    let parsed = config::parse(&source);
    for fault in &parsed.faults {
        let severity = if Parsed::is_warning(fault) { Severity::Warning } else { Severity::Error };
        session.fault(fault, severity);
    }
    path.parent().unwrap_or(Path::new("")).clone_into(&mut settings.folder);
    settings.root = absolute(if settings.folder.as_os_str().is_empty() { Path::new(".") } else { &settings.folder });
    settings.config = parsed.config;
    settings.source = Some(source);
    settings
}

/// `figlint.toml` in this folder or the nearest one above, up to the root of the repository.
fn nearest_config() -> Option<PathBuf> {
    let mut folder = PathBuf::new();
    let here = absolute(Path::new("."));
    for above in here.ancestors() {
        if let Some(name) = NAMES.iter().find(|name| above.join(name).is_file()) {
            return Some(folder.join(name));
        }
        if above.join(".git").exists() {
            return None;
        }
        folder.push("..");
    }
    None
}

/// Reads a TOML file of the user's.
fn read(session: &mut Session, path: &Path) -> Option<Source> {
    let name = shown(path);
    let bytes = match std::fs::read(path) {
        Ok(bytes) => bytes,
        Err(error) => {
            session.error(&format!("{name} cannot be read: {error}"), None);
            return None;
        }
    };
    match crate::document::Document::decode(&bytes) {
        Ok(text) => {
            session.sources.keep(&name, text);
            Some(Source::new(name, text))
        }
        Err(error) => {
            session.error(&format!("{name} cannot be read: {error}"), None);
            None
        }
    }
}

/// Reads the bundled rules and the user's, and tells of names in the configuration that are no rules.
pub(super) fn rules(session: &mut Session, shared: &Shared, settings: &Settings) -> Loaded {
    let mut sources: Vec<Source> = rule::bundled().collect();
    let configured = settings.config.rules.iter().map(|path| settings.folder.join(path));
    for path in configured.chain(shared.rules.iter().cloned()) {
        let files = match path.metadata() {
            Ok(meta) if meta.is_dir() => {
                let mut files = walk(session, &path, false);
                files.retain(|file| is_rule_file(file));
                files
            }
            Ok(_) => vec![path],
            Err(error) => {
                session.error(&format!("{} cannot be read: {error}", shown(&path)), None);
                continue;
            }
        };
        sources.extend(files.iter().filter_map(|file| read(session, file)));
    }
    let loaded = rule::load(sources);
    for fault in &loaded.faults {
        session.fault(fault, Severity::Error);
    }
    session.say(&format!("rules: {}", loaded.rules.len()));
    if let Some(source) = &settings.source {
        for (name, nearest) in settings.config.selection.unknown(&loaded.rules) {
            let places = &settings.config.selection_places;
            let place = places.iter().find(|(known, _)| known == name);
            let kind = FaultKind::UnknownRule { name: name.to_owned(), nearest: nearest.map(str::to_owned) };
            let span = place.map_or(0..0, |(_, span)| span.clone());
            session.fault(&source.fault(span, kind), Severity::Warning);
        }
    }
    loaded
}

fn is_rule_file(path: &Path) -> bool {
    let config = path.file_name().is_some_and(|name| NAMES.iter().any(|config| name == *config));
    path.extension().is_some_and(|ending| ending == "toml") && !config
}

/// The vocabulary of all rule files.
pub(super) fn vocabulary(loaded: &mut Loaded) -> Arc<Vocabulary> {
    Arc::new(Vocabulary::new(std::mem::take(&mut loaded.measures), std::mem::take(&mut loaded.entities)))
}

/// The reference sets of the command line and of the configuration, absolute and as given.
pub(super) fn reference_files(session: &mut Session, given: &[PathBuf], settings: &Settings) -> Vec<PathBuf> {
    let mut files = given.to_vec();
    for pattern in &settings.config.references {
        let path = settings.folder.join(pattern);
        if path.is_file() {
            files.push(path);
            continue;
        }
        let glob = match GlobBuilder::new(pattern).literal_separator(true).build() {
            Ok(glob) => glob.compile_matcher(),
            Err(error) => {
                session.error(&format!("`references`: {error}"), None);
                continue;
            }
        };
        // Only the folder in front of the first wildcard needs to be walked.
        let plain = pattern.split(['*', '?', '[', '{']).next().unwrap_or_default();
        let below = plain.rfind('/').map_or("", |at| &plain[..at]);
        let mut folder = settings.folder.join(below);
        if folder.as_os_str().is_empty() {
            folder.push(".");
        }
        let found = if folder.is_dir() { walk(session, &folder, false) } else { Vec::new() };
        let before = files.len();
        files.extend(found.into_iter().filter(|file| glob.is_match(relative(file, &settings.root))));
        if files.len() == before {
            session.error(&format!("no file matches the reference set `{pattern}`"), None);
        }
    }
    files.dedup();
    files
}

/// Loads reference sets. A set that cannot be read at all is told here; faults inside sets are handed back.
pub(super) fn facts(session: &mut Session, files: &[PathBuf], vocabulary: &Vocabulary) -> reference::Loaded {
    let mut loader = Loader::new(vocabulary);
    for path in files {
        let Some((source, format)) = read_set(session, path) else {
            continue;
        };
        match loader.add(&source.path, &source.text, format) {
            Ok(facts) => session.say(&format!("reference set: {} ({facts} facts)", source.path)),
            Err(error) => unreadable_set(session, &source, &error),
        }
    }
    loader.finish()
}

/// The text of a reference set: of a workbook, the table in it.
pub(super) fn read_set(session: &mut Session, path: &Path) -> Option<(Source, Format)> {
    let name = shown(path);
    let format = Format::of_path(&name);
    if format != Format::Workbook {
        return read(session, path).map(|source| (source, format));
    }
    let table = std::fs::read(path).map_err(|error| error.to_string());
    match table.and_then(|bytes| reference::table_of_workbook(&bytes).map_err(|error| error.to_string())) {
        Ok(text) => {
            session.sources.keep(&name, &text);
            Some((Source::new(name, &text), format))
        }
        Err(error) => {
            session.error(&format!("{name} cannot be read: {error}"), None);
            None
        }
    }
}

/// Tells why nothing can be read in a set.
pub(super) fn unreadable_set(session: &mut Session, source: &Source, error: &Unreadable) {
    let lines = LineIndex::new(source.text.as_bytes());
    let span = Span::new(error.span.start as u32, error.span.end as u32);
    session.notice(&Notice {
        severity: Severity::Error,
        message: format!("the reference set cannot be read: {error}"),
        help: None,
        place: Some(Place::of(&source.path, &lines, span, "")),
    });
}

//! What texts are held against: the rules and the reference sets, each with everything that is wrong in them. The
//! configuration that names them stands in `settings`.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::args::Shared;
use super::discover::walk;
use super::paths::{relative, shown};
use super::session::Session;
use super::settings::is_rule_file;
pub(super) use super::settings::{Settings, settings};
use crate::config::{Written, glob_of_files};
use crate::lint::why;
use crate::reference::{self, Format, Loader, Unreadable};
use crate::report::Notice;
use crate::rule::{self, FaultKind, Loaded, Selection, Source, in_short};
use crate::span::{LineIndex, Span};
use crate::verdict::{Place, Severity, nearest};
use crate::vocabulary::Vocabulary;

/// Reads a TOML file of the user's.
pub(super) fn read(session: &mut Session, path: &Path) -> Option<Source> {
    let name = shown(path);
    let bytes = match std::fs::read(path) {
        Ok(bytes) => bytes,
        Err(error) => {
            session.error(&format!("{name} cannot be read: {}", why(&error)), None);
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

/// Reads the bundled rules and the user's, and tells of names in the configuration that are no rules. Where `rules`
/// names bundled packs, only those run of the bundled ones; what figures can be about stays known.
pub(super) fn rules(session: &mut Session, shared: &Shared, settings: &Settings) -> Loaded {
    let mut sources: Vec<Source> = rule::bundled().collect();
    let mut packs: Vec<String> = sources.iter().filter_map(Source::folder).map(str::to_owned).collect();
    packs.dedup();
    let (named, files): (Vec<_>, Vec<_>) = settings.config.rules.iter().partition(|one| packs.contains(&one.text));
    if !named.is_empty() {
        let is_named = |source: &Source| named.iter().any(|pack| source.folder() == Some(&pack.text));
        sources.retain(|source| source.stem() == "vocabulary" || is_named(source));
    }
    let configured = files.into_iter().map(|one| (settings.path(one), Some(one)));
    for (path, one) in configured.chain(shared.rules.iter().map(|path| (path.clone(), None))) {
        let files = match path.metadata() {
            Ok(meta) if meta.is_dir() => {
                let mut files = walk(session, &path, false);
                files.retain(|file| is_rule_file(file));
                files
            }
            Ok(_) => vec![path],
            Err(error) => {
                let pack = one.and_then(|one| nearest(&one.text, packs.iter().map(String::as_str)));
                let help = pack.map(|pack| format!("did you mean the pack `{pack}`?"));
                session.error(&format!("{} cannot be read: {}", shown(&path), why(&error)), help.as_deref());
                continue;
            }
        };
        sources.extend(files.iter().filter_map(|file| read(session, file)));
    }
    let loaded = rule::load_with(sources, settings.config.measures.clone(), settings.config.entities.clone());
    for fault in &loaded.faults {
        session.fault(fault, Severity::Error);
    }
    let mut packs: Vec<&str> = loaded.rules.iter().map(rule::Rule::pack).collect();
    packs.sort_unstable();
    packs.dedup();
    session.say(&format!("rules: {} in {}", loaded.rules.len(), packs.join(", ")));
    tell_unknown_names(session, settings, &loaded);
    loaded
}

/// Warns of names of rules and packs in the configuration that are none.
fn tell_unknown_names(session: &mut Session, settings: &Settings, loaded: &Loaded) {
    let config = &settings.config;
    let everywhere = std::iter::once(&config.selection).chain(config.overrides.selections());
    for (name, nearest) in everywhere.flat_map(|selection: &Selection| selection.unknown(&loaded.rules)) {
        let kind = FaultKind::UnknownRule { name: name.to_owned(), nearest: nearest.map(str::to_owned) };
        if let Some(place) = config.selection_places.iter().find(|place| place.text == name) {
            session.fault(&settings.fault(place, kind), Severity::Warning);
        }
    }
}

/// The vocabulary of all rule files.
pub(super) fn vocabulary(loaded: &mut Loaded) -> Arc<Vocabulary> {
    Arc::new(Vocabulary::new(std::mem::take(&mut loaded.measures), std::mem::take(&mut loaded.entities)))
}

/// The reference sets of the command line and of the configuration, absolute and as given.
pub(super) fn reference_files(session: &mut Session, given: &[PathBuf], settings: &Settings) -> Vec<PathBuf> {
    let mut files = given.to_vec();
    for written in &settings.config.references {
        let pattern = &written.text;
        let path = settings.path(written);
        if path.is_file() {
            files.push(path);
            continue;
        }
        let glob = match glob_of_files(pattern) {
            Ok(glob) => glob,
            Err(why) => {
                session.error(&format!("`references`: {} is no glob: {why}", in_short(pattern)), None);
                continue;
            }
        };
        // Only the folder in front of the first wildcard needs to be walked.
        let plain = pattern.split(['*', '?', '[', '{']).next().unwrap_or_default();
        let below = plain.rfind('/').map_or("", |at| &plain[..at]);
        let mut folder = settings.path(&Written { text: below.to_owned(), ..written.clone() });
        if folder.as_os_str().is_empty() {
            folder.push(".");
        }
        let found = if folder.is_dir() { walk(session, &folder, false) } else { Vec::new() };
        let root = settings.folder(written);
        let before = files.len();
        files.extend(found.into_iter().filter(|file| glob.is_match(relative(file, &root))));
        if files.len() == before {
            session.error(&format!("no file matches the reference set `{}`", in_short(pattern)), None);
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
    if !path.exists() {
        let help = "a set is a TOML, YAML, JSON, CSV or XLSX file; `figlint facts from DRAFT` writes one";
        session.error(&format!("there is no reference set `{name}`"), Some(help));
        return None;
    }
    if format != Format::Workbook {
        return read(session, path).map(|source| (source, format));
    }
    let table = std::fs::read(path).map_err(|error| why(&error));
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

//! From paths to texts and rule files: folders are walked in the order of their names, and what .gitignore leaves out
//! is left out; a file that is named is always read.

use std::collections::BTreeMap;
use std::io::{ErrorKind, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use ignore::WalkBuilder;

use super::args::{Reading, STDIN};
use super::paths::{absolute, relative, shown};
use super::session::Session;
use super::settings::{Excluded, Settings};
use crate::document::ENDINGS;
use crate::lint::{Content, Text, why};

/// The texts that the arguments mean, sorted by path, each once. Files in `not_texts` are references, which are read
/// only when they are named; so are excluded ones, unless `--force-exclude` is given.
pub(super) fn texts(session: &mut Session, reading: &Reading, settings: &Settings, not_texts: &[PathBuf]) -> Vec<Text> {
    let here = [PathBuf::from(".")];
    let paths = if reading.paths.is_empty() { &here[..] } else { &reading.paths };
    texts_of(session, reading, paths, settings, not_texts)
}

/// The texts below a folder, whatever paths the arguments name.
pub(super) fn below(
    session: &mut Session,
    reading: &Reading,
    folder: &Path,
    settings: &Settings,
    not_texts: &[PathBuf],
) -> Vec<Text> {
    texts_of(session, reading, &[folder.to_owned()], settings, not_texts)
}

fn texts_of(
    session: &mut Session,
    reading: &Reading,
    paths: &[PathBuf],
    settings: &Settings,
    not_texts: &[PathBuf],
) -> Vec<Text> {
    let root = &settings.root;
    let excluded = Arc::new(Excluded::new(session, settings, &reading.exclude));
    let mut found = BTreeMap::new();
    for path in paths {
        if Reading::is_stdin(path) {
            if let Some(text) = stdin(session, reading, root) {
                found.insert(text.path.clone(), text);
            }
            continue;
        }
        let mut add = |path: &Path| {
            let text = file(path, root);
            found.insert(text.path.clone(), text);
        };
        match path.metadata() {
            Ok(meta) if meta.is_dir() => {
                let is_kept = |file: &Path| not_texts.is_empty() || !not_texts.contains(&absolute(file));
                for file in walk_without(session, path, !reading.no_ignore, &excluded) {
                    if is_text(&file) && is_kept(&file) {
                        add(&file);
                    }
                }
            }
            Ok(_) if reading.force_exclude && excluded.is(path, false) => {}
            Ok(_) => add(path),
            Err(error) if error.kind() == ErrorKind::NotFound => {
                session.error(&format!("there is no file or folder `{}`", shown(path)), None);
            }
            Err(error) => session.error(&format!("{} cannot be read: {}", shown(path), why(&error)), None),
        }
    }
    found.into_values().collect()
}

/// The text in a file.
pub(super) fn file(path: &Path, root: &Path) -> Text {
    Text { path: shown(path), config_path: relative(path, root), content: Content::File(path.to_owned()) }
}

/// All files below a folder, sorted. Hidden ones are left out, and with `filters` those that .gitignore names.
pub(super) fn walk(session: &mut Session, folder: &Path, filters: bool) -> Vec<PathBuf> {
    files(session, WalkBuilder::new(folder).standard_filters(filters))
}

/// The same without what `exclude` leaves out. A folder that is named is walked even where it is excluded.
fn walk_without(session: &mut Session, folder: &Path, filters: bool, excluded: &Arc<Excluded>) -> Vec<PathBuf> {
    let mut builder = WalkBuilder::new(folder);
    let excluded = Arc::clone(excluded);
    builder.standard_filters(filters).filter_entry(move |entry| {
        entry.depth() == 0 || !excluded.is(entry.path(), entry.file_type().is_some_and(|kind| kind.is_dir()))
    });
    files(session, &mut builder)
}

fn files(session: &mut Session, builder: &mut WalkBuilder) -> Vec<PathBuf> {
    builder.hidden(true).require_git(false);
    let mut files = Vec::new();
    for entry in builder.build() {
        match entry {
            Ok(entry) if entry.file_type().is_some_and(|kind| kind.is_file()) => {
                files.push(entry.into_path());
            }
            Ok(_) => {}
            Err(error) => session.error(&error, None),
        }
    }
    files.sort();
    files
}

/// The endings of texts that are looked for in folders: ".md, .markdown, ...".
pub(super) fn endings() -> String {
    ENDINGS.iter().map(|(ending, _)| format!(".{ending}")).collect::<Vec<_>>().join(", ")
}

pub(super) fn is_text(path: &Path) -> bool {
    // What Word keeps beside a document that is open.
    let is_lock = path.file_name().is_some_and(|name| name.as_encoded_bytes().starts_with(b"~$"));
    !is_lock
        && path
            .extension()
            .and_then(|ending| ending.to_str())
            .is_some_and(|ending| ENDINGS.iter().any(|(text, _)| ending.eq_ignore_ascii_case(text)))
}

fn stdin(session: &mut Session, reading: &Reading, root: &Path) -> Option<Text> {
    let mut bytes = Vec::new();
    if let Err(error) = std::io::stdin().lock().read_to_end(&mut bytes) {
        session.error(&format!("standard input cannot be read: {error}"), None);
        return None;
    }
    let path = reading.stdin_filename.as_deref().unwrap_or(STDIN);
    session.sources.keep_bytes(path, &bytes);
    Some(Text { path: path.to_owned(), config_path: relative(Path::new(path), root), content: Content::Bytes(bytes) })
}

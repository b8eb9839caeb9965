//! `figlint diff`.

use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::Status;
use super::args::{Diff, DiffFormat, Shared};
use super::check::threads;
use super::discover;
use super::git::{ChangedFile, GitError, Since};
use super::linter::{Wanted, linter};
use super::paths::{absolute, relative, shown};
use super::session::Session;
use super::setup::{self, Settings};
use crate::diff::{Compared, Version, stayed_behind};
use crate::lint::{Checked, Content, Linter, Text};
use crate::report::diff::{self as report, Difference};

pub(super) fn run(session: &mut Session, shared: &Shared, args: &Diff) -> Status {
    let mut settings = setup::settings(session, shared);
    threads(session, &args.reading);
    let wanted = Wanted {
        reference: &args.reference,
        select: &args.select,
        ignore: &args.ignore,
        date: args.reading.date,
        ..Wanted::default()
    };
    let (linter, references) = linter(session, shared, &mut settings, &wanted);
    let Some(pairs) = pairs(session, args, &settings, &references) else {
        return Status::Failed;
    };
    let both: Vec<Both> = pairs.par_iter().map(|pair| pair.compare(&linter)).collect();

    let old = linter.together(both.iter().map(|both| both.old.clone()));
    let (texts, checked): (Vec<Compared>, Vec<Checked>) = both.into_iter().map(|both| (both.texts, both.new)).unzip();
    let new = linter.together(checked);
    let mut told: Vec<String> = Vec::new();
    for error in new.errors.iter().chain(&old.errors) {
        if !told.contains(&error.to_string()) {
            told.push(error.to_string());
            session.text_error(error);
        }
    }
    let behind = stayed_behind(&texts, &old, &new, &linter.widths);
    let difference = Difference { texts: &texts, behind: &behind };
    let (look, closing) = (session.look, !session.quiet);
    session.print(|session, out| match args.output_format {
        DiffFormat::Human => report::human(difference, look, closing, &mut session.sources, out),
        DiffFormat::Json => report::json(difference, out),
        DiffFormat::Jsonl => report::jsonl(difference, out),
    });
    if behind.is_empty() { Status::Clean } else { Status::Found }
}

/// A text before and after; one that nobody changed has no `before`, one that is gone no `after`.
#[derive(Debug, Default)]
struct Pair {
    before: Option<Text>,
    after: Option<Text>,
    unchanged: bool,
}

/// What came of a text.
struct Both {
    texts: Compared,
    old: Checked,
    new: Checked,
}

impl Pair {
    fn compare(&self, linter: &Linter) -> Both {
        let read = |text: &Option<Text>| {
            let mut version = Version::default();
            let checked = text.as_ref().map(|text| linter.check_text(text, &mut |reading| version.add(reading)));
            (version, checked.unwrap_or_default())
        };
        let (version, new) = read(&self.after);
        if self.unchanged {
            return Both { texts: Compared::unchanged(version), old: new.clone(), new };
        }
        let (before, old) = read(&self.before);
        Both { texts: Compared::of(before, version), old, new }
    }
}

/// The texts in both versions. Nothing where the arguments name none, which is told.
fn pairs(session: &mut Session, args: &Diff, settings: &Settings, references: &[PathBuf]) -> Option<Vec<Pair>> {
    if let Some(revision) = &args.since {
        let found = Since::revision(revision).and_then(|since| {
            let files = since.files()?;
            changed(session, args, settings, references, &since, &files)
        });
        return found.map_err(|error| session.error(&error, error.help())).ok();
    }
    let [before, after] = &args.reading.paths[..] else {
        let help = "give the old text and the new one, or `--since REV` in a git repository";
        session.error(&"`figlint diff` compares two texts", Some(help));
        return None;
    };
    let text = |path: &Path| Some(discover::file(path, &settings.root));
    Some(vec![Pair { before: text(before), after: text(after), unchanged: false }])
}

/// Texts of a repository: those of the arguments in both versions, and all others, whose figures can stay behind.
fn changed(
    session: &mut Session,
    args: &Diff,
    settings: &Settings,
    references: &[PathBuf],
    since: &Since,
    files: &[ChangedFile],
) -> Result<Vec<Pair>, GitError> {
    let not_texts: Vec<PathBuf> = references.iter().map(|path| absolute(path)).collect();
    let named = discover::texts(session, &args.reading, settings, &not_texts);
    let everywhere = discover::below(session, &args.reading, &from_here(&since.top), settings, &not_texts);
    let by_new: HashMap<PathBuf, Option<&str>> =
        files.iter().filter_map(|file| Some((since.top.join(file.new.as_deref()?), file.old.as_deref()))).collect();
    let mut taken: HashSet<PathBuf> = HashSet::new();
    let mut pairs = Vec::new();
    for (is_named, text) in named.into_iter().map(|text| (true, text)).chain(everywhere.into_iter().map(|t| (false, t)))
    {
        let path = absolute(Path::new(&text.path));
        if taken.contains(&path) {
            continue;
        }
        let old = by_new.get(&path).filter(|_| is_named);
        taken.insert(path);
        pairs.push(match old {
            None => Pair { before: None, after: Some(text), unchanged: true },
            Some(old) => {
                let bytes = old.map(|old| since.before(old)).transpose()?;
                let before = bytes.map(|bytes| Text { content: Content::Bytes(bytes), ..text.clone() });
                Pair { before, after: Some(text), unchanged: false }
            }
        });
    }
    let folders: Vec<PathBuf> = args.reading.paths.iter().map(|path| absolute(path)).collect();
    for old in files.iter().filter(|file| file.new.is_none()).filter_map(|file| file.old.as_deref()) {
        let path = since.top.join(old);
        if discover::is_text(&path) && (folders.is_empty() || folders.iter().any(|folder| path.starts_with(folder))) {
            let text = discover::file(&from_here(&path), &settings.root);
            let content = Content::Bytes(since.before(old)?);
            pairs.push(Pair { before: Some(Text { content, ..text }), ..Pair::default() });
        }
    }
    Ok(pairs)
}

/// A path as the user would write it in the current folder.
fn from_here(path: &Path) -> PathBuf {
    let here = absolute(Path::new("."));
    let mut up = PathBuf::new();
    for folder in here.ancestors() {
        if let Ok(rest) = path.strip_prefix(folder) {
            let found = up.join(rest);
            return if found.as_os_str().is_empty() { PathBuf::from(".") } else { found };
        }
        up.push("..");
    }
    PathBuf::from(shown(Path::new(&relative(path, &here))))
}

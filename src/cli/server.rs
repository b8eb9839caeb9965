//! `figlint server`: what a folder of the workspace is held against, found as `figlint check` finds it in that folder.

use std::collections::HashSet;
use std::io::BufReader;
use std::path::{Path, PathBuf};

use super::Status;
use super::args::{Reading, Server as Args, Shared};
use super::linter::{Wanted, linter};
use super::paths::absolute;
use super::session::Session;
use super::settings::Excluded;
use super::{discover, known, setup};
use crate::lint::Text;
use crate::server::{self, Project};

pub(super) fn run(shared: &Shared, args: &Args) -> Status {
    // The folders of the workspace are not the current one, to which arguments are relative.
    let all_absolute = |paths: &[PathBuf]| -> Vec<PathBuf> { paths.iter().map(|path| absolute(path)).collect() };
    let config = shared.config.as_deref().map(absolute);
    let shared = Shared { config, rules: all_absolute(&shared.rules), ..shared.clone() };
    let reference = all_absolute(&args.reference);
    let load = move |folder: &Path, whole: bool| project(&shared, &reference, folder, whole);
    let orderly = server::run(BufReader::new(std::io::stdin()), std::io::stdout(), Box::new(load));
    if orderly { Status::Clean } else { Status::Found }
}

fn project(shared: &Shared, reference: &[PathBuf], folder: &Path, whole: bool) -> Project {
    let mut session = Session::collecting(shared, folder);
    let mut settings = setup::settings(&mut session, shared);
    let wanted = Wanted { reference, partial: !whole, ..Wanted::default() };
    let (linter, references) = linter(&mut session, shared, &mut settings, &wanted);
    let references: HashSet<PathBuf> = references.iter().map(|path| absolute(path)).collect();
    let mut files: HashSet<PathBuf> = session.sources.kept().map(|path| absolute(Path::new(path))).collect();
    files.extend(references.iter().cloned());
    let hide = known::hiding(&mut session, &settings);
    files.extend(known::configured(&settings).map(|path| absolute(&path)));
    let excluded = Excluded::new(&mut session, &settings, &[]);
    let root = settings.root.clone();
    let (shared, folder) = (shared.clone(), folder.to_owned());
    let not_texts: Vec<PathBuf> = references.iter().cloned().collect();
    let find = move || {
        // What cannot be walked is told when texts are checked in a terminal; an editor shows what it can open.
        let mut session = Session::collecting(&shared, &folder);
        let reading = Reading { paths: vec![folder.clone()], ..Reading::default() };
        let texts = discover::texts(&mut session, &reading, &settings, &not_texts);
        texts.into_iter().map(|text| Text { path: text.config_path.clone(), ..text }).collect()
    };
    Project {
        root,
        linter,
        notices: session.collected(),
        files,
        find: if whole { Box::new(find) } else { Box::new(Vec::new) },
        hide,
        leaves_out: Box::new(move |path| excluded.is(path, false) || references.contains(path)),
        is_text: discover::is_text,
    }
}

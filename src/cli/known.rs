//! `--baseline`, `--write-baseline` and `--since`: what was found and is not reported.

use std::path::{Path, PathBuf};

use clap::Args as ClapArgs;

use super::git;
use super::paths::{absolute, relative, shown};
use super::session::Session;
use super::settings::Settings;
use crate::lint::{Baseline, HiddenBy, Known, Linter, Outcome, Text, why};
use crate::report::count;

/// Findings that are told one by one when they are gone; the rest is counted.
const TOLD: usize = 5;

/// The arguments.
#[derive(Debug, ClapArgs)]
#[command(next_help_heading = "Living with findings")]
pub(super) struct KnownArgs {
    /// Do not report the findings that this file knows [default: `baseline` of figlint.toml]
    #[arg(long, value_name = "FILE")]
    pub(super) baseline: Option<PathBuf>,
    /// Write what is found to this file, as known from now on
    #[arg(long, value_name = "FILE", conflicts_with = "since")]
    pub(super) write_baseline: Option<PathBuf>,
    /// Report only what touches lines changed since this git revision; everything is read and compared all the same
    #[arg(long, value_name = "REV")]
    pub(super) since: Option<String>,
    /// Also print the findings that are suppressed, known or outside the changed lines
    #[arg(long)]
    pub(super) show_suppressed: bool,
}

/// Takes out of the report what is known and what touches no changed line. Whether the baseline has entries that
/// nothing meets any more.
pub(super) fn hide(
    session: &mut Session,
    args: &KnownArgs,
    settings: &Settings,
    linter: &Linter,
    texts: &[Text],
    outcome: &mut Outcome,
) -> bool {
    let mut stale = false;
    let written = args.write_baseline.as_deref().and_then(|path| write(session, path, outcome));
    // What was just written is known, and nothing of it is gone.
    if let Some(baseline) = written {
        let path_of = paths_beside(args.write_baseline.as_deref());
        let (met, _) = baseline.meet(&outcome.findings, path_of, |_| true);
        hide_known(outcome, met);
    } else if let Some(path) = args.baseline.clone().or_else(|| configured(settings))
        && let Some(baseline) = read(session, &path)
    {
        stale = hold_against(session, &path, baseline, linter, texts, outcome);
    }
    if let Some(revision) = &args.since {
        match git::Since::revision(revision).and_then(|since| Ok((since.lines()?, since.top))) {
            Ok((changed, top)) => outcome.hide(|finding| {
                let touched = changed.touches(finding, |path| relative(Path::new(path), &top));
                (!touched).then_some(HiddenBy::Unchanged)
            }),
            Err(error) => session.error(&error, error.help()),
        }
    }
    stale
}

/// The baseline of the configuration.
pub(super) fn configured(settings: &Settings) -> Option<PathBuf> {
    settings.config.baseline.as_ref().map(|written| settings.path(written))
}

/// What takes the findings that the configuration's baseline knows out of what is found in one text. A finding that was
/// moved from another text is known where that one is gone.
pub(super) fn hiding(session: &mut Session, settings: &Settings) -> Box<dyn Fn(&mut Outcome)> {
    let path = configured(settings);
    let Some((path, baseline)) = path.and_then(|path| Some((path.clone(), read(session, &path)?))) else {
        return Box::new(|_| {});
    };
    let (folder, root) = (folder_of(&path), settings.root.clone());
    Box::new(move |outcome| {
        let path_of = |path: &str| relative(&root.join(path), &folder);
        let (met, _) = baseline.clone().meet(&outcome.findings, path_of, |known| !folder.join(&known.path).exists());
        hide_known(outcome, met);
    })
}

/// A path as a baseline has it: relative to the baseline's folder.
fn paths_beside(baseline: Option<&Path>) -> impl Fn(&str) -> String {
    let folder = folder_of(baseline.unwrap_or(Path::new("")));
    move |path| relative(Path::new(path), &folder)
}

fn folder_of(file: &Path) -> PathBuf {
    let mut folder = absolute(file);
    folder.pop();
    folder
}

fn read(session: &mut Session, path: &Path) -> Option<Baseline> {
    let parsed = std::fs::read_to_string(path).map_err(|error| why(&error));
    let parsed = parsed.and_then(|text| Baseline::parse(&text).map_err(|error| error.to_string()));
    let tell = |error| {
        let help = "`--write-baseline FILE` writes one; until it can be read, everything is reported";
        session.error(&format!("the baseline {} cannot be read: {error}", shown(path)), Some(help));
    };
    parsed.map_err(tell).ok()
}

fn write(session: &mut Session, path: &Path, outcome: &Outcome) -> Option<Baseline> {
    let name = shown(path);
    if session.has_failed() {
        session.warn(&format!("{name} is not written, since not everything could be read"));
        return None;
    }
    let baseline = Baseline::of(outcome.findings.iter(), paths_beside(Some(path)));
    if let Err(error) = std::fs::write(path, baseline.to_json()) {
        session.error(&format!("{name} cannot be written: {error}"), None);
        return None;
    }
    session.tell(&format!("{name}: {} written.", count(outcome.findings.len() as u64, "finding", "findings")));
    Some(baseline)
}

fn hold_against(
    session: &mut Session,
    path: &Path,
    baseline: Baseline,
    linter: &Linter,
    texts: &[Text],
    outcome: &mut Outcome,
) -> bool {
    let path_of = paths_beside(Some(path));
    let folder = folder_of(path);
    let read: std::collections::HashSet<String> = texts.iter().map(|text| path_of(&text.path)).collect();
    // An entry of a text or rule that was left out of this run may well be right.
    let looked_at = |known: &Known| {
        let runs = linter.rules.iter().any(|rule| rule.id == known.rule) || !linter.known.contains(&known.rule);
        runs && (read.contains(&known.path) || !folder.join(&known.path).exists())
    };
    let (met, left) = baseline.meet(&outcome.findings, &path_of, looked_at);
    hide_known(outcome, met);
    for known in left.iter().take(TOLD) {
        let text = format!(
            "the baseline knows {} in {} (\u{201c}{}\u{201d}), and it is gone",
            known.rule, known.path, known.words
        );
        session.warn(&text);
    }
    if left.len() > TOLD {
        session.warn(&format!("{} more findings of the baseline are gone", left.len() - TOLD));
    }
    if !left.is_empty() {
        session.tell(&format!("`figlint check --write-baseline {}` writes the baseline anew.", shown(path)));
    }
    !left.is_empty()
}

fn hide_known(outcome: &mut Outcome, met: Vec<bool>) {
    let mut met = met.into_iter();
    outcome.hide(|_| met.next().unwrap_or(false).then_some(HiddenBy::Baseline));
}

//! `figlint check --watch`: checks once, then again whatever changes. Texts that nobody touched are not read again;
//! what they say is still held against the others. Where the configuration, a rule or a reference set changes,
//! everything is read anew.

use std::collections::{BTreeSet, HashSet};
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::Duration;

use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};

use super::args::{Check, OutputFormat, Shared};
use super::check::{texts, threads, wanted};
use super::linter::linter;
use super::paths::absolute;
use super::session::Session;
use super::{Status, discover, known, reports, setup};
use crate::config::is_config;
use crate::lint::{Cached, Linter, Outcome, Text};
use crate::report::{Report, Sources, count};
use crate::verdict::{Finding, Severity};

/// How long nothing must happen before texts are read: an editor writes a file in several steps.
const QUIET: Duration = Duration::from_millis(100);

/// What a change means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Change {
    /// A text came, went or is another.
    Texts,
    /// What texts are held against is another.
    Everything,
}

/// Checks until the process is ended.
pub(super) fn run(session: &mut Session, shared: &Shared, args: &Check) -> Status {
    if args.reading.reads_stdin() {
        session.error(&"standard input cannot be watched", Some("give a file or a folder"));
        return Status::Failed;
    }
    threads(session, &args.reading);
    let (sender, events) = channel();
    let mut watcher = match notify::recommended_watcher(sender) {
        Ok(watcher) => watcher,
        Err(error) => {
            session.error(&format!("nothing can be watched: {error}"), None);
            return Status::Failed;
        }
    };
    let quiet = session.quiet;
    let mut round = Round::open(session, shared, args);
    round.inputs.watch(session, args, &mut watcher);
    let mut shown = round.check(session, args, None, quiet);
    loop {
        match wait(&events, &round.inputs) {
            None => return Status::Clean,
            Some(Change::Texts) => {
                session.sources.forget_files();
                shown = round.check(session, args, Some(&shown), quiet);
            }
            Some(Change::Everything) => {
                session.sources = Sources::default();
                session.quiet = quiet;
                round = Round::open(session, shared, args);
                round.inputs.watch(session, args, &mut watcher);
                shown = round.check(session, args, Some(&HashSet::new()), quiet);
            }
        }
    }
}

/// Waits until something has changed and nothing more happens; none when nothing will ever happen again.
fn wait(events: &Receiver<notify::Result<Event>>, inputs: &Inputs) -> Option<Change> {
    let mut change = None;
    loop {
        let event = match change {
            None => events.recv().map_err(|_| RecvTimeoutError::Disconnected),
            Some(_) => events.recv_timeout(QUIET),
        };
        match event {
            Ok(Ok(event)) => change = change.max(inputs.change(&event)),
            // The watcher lost count: something has changed.
            Ok(Err(_)) => change = change.max(Some(Change::Texts)),
            Err(RecvTimeoutError::Timeout) => return change,
            Err(RecvTimeoutError::Disconnected) => return None,
        }
    }
}

/// Everything but texts that a run reads, absolute.
#[derive(Debug, Default)]
struct Inputs {
    /// Configurations, rule files or folders, reference sets, trusted texts.
    read: BTreeSet<PathBuf>,
    /// What is written, and never a reason to read.
    written: BTreeSet<PathBuf>,
}

impl Inputs {
    fn change(&self, event: &Event) -> Option<Change> {
        if matches!(event.kind, EventKind::Access(_)) {
            return None;
        }
        let of = |path: &PathBuf| {
            if self.written.contains(path) {
                None
            } else if is_config(path) || path.ancestors().any(|folder| self.read.contains(folder)) {
                Some(Change::Everything)
            } else {
                // A folder can come with texts in it, or go.
                (discover::is_text(path) || path.extension().is_none()).then_some(Change::Texts)
            }
        };
        event.paths.iter().map(|path| of(&absolute(path))).max().flatten()
    }

    /// Watches the texts' folders and the folders of all else; a file can be replaced by another one of its name.
    fn watch(&self, session: &mut Session, args: &Check, watcher: &mut RecommendedWatcher) {
        let here = [PathBuf::from(".")];
        let paths = if args.reading.paths.is_empty() { &here[..] } else { &args.reading.paths };
        for path in paths.iter().map(|path| absolute(path)).chain(self.read.iter().cloned()) {
            let (folder, mode) = match path.parent() {
                Some(parent) if !path.is_dir() => (parent, RecursiveMode::NonRecursive),
                _ => (&*path, RecursiveMode::Recursive),
            };
            if let Err(error) = watcher.watch(folder, mode) {
                session.error(&format!("{} cannot be watched: {error}", folder.display()), None);
            }
        }
    }
}

/// One state of configuration, rules and reference sets, and the texts that were checked with it.
struct Round {
    linter: Linter,
    cached: Cached,
    inputs: Inputs,
    settings: setup::Settings,
    /// The reference sets; they are no texts.
    references: Vec<PathBuf>,
}

impl Round {
    fn open(session: &mut Session, shared: &Shared, args: &Check) -> Self {
        let mut settings = setup::settings(session, shared);
        let (linter, references) = linter(session, shared, &mut settings, &wanted(args));
        let read = settings.files().chain(settings.config.rules.iter().map(|rules| settings.path(rules)));
        let given = shared.rules.iter().chain(&references).chain(&args.against).cloned();
        let given = given.chain(args.known.baseline.clone().or_else(|| known::configured(&settings)));
        let read = read.chain(given).filter(|path| path.exists()).map(|path| absolute(&path)).collect();
        let written = reports::files(args).map(|path| absolute(path)).collect();
        Self { linter, cached: Cached::default(), inputs: Inputs { read, written }, settings, references }
    }

    /// Reads what changed and reports what it means. With the fingerprints of what is known already, only what touches
    /// a changed text or is new is reported. Returns the fingerprints of all that is found.
    fn check(
        &mut self,
        session: &mut Session,
        args: &Check,
        before: Option<&HashSet<String>>,
        quiet: bool,
    ) -> HashSet<String> {
        let texts = texts(session, args, &self.settings, &self.references);
        let changed = self.cached.update(&self.linter, &texts);
        if changed.is_empty()
            && let Some(before) = before
        {
            return before.clone();
        }
        let mut outcome = self.cached.outcome(&self.linter);
        for error in outcome.errors.iter().filter(|error| changed.iter().any(|path| path == error.path())) {
            session.text_error(error);
        }
        known::hide(session, &args.known, &self.settings, &self.linter, &texts, &mut outcome);
        let all = outcome.findings.iter().map(|finding| finding.fingerprint.clone()).collect();
        if let Some(before) = before {
            let changed: HashSet<&str> = changed.iter().map(String::as_str).collect();
            let elsewhere = outcome.findings.len();
            outcome.findings.retain(|finding| touches(finding, &changed) || !before.contains(&finding.fingerprint));
            let elsewhere = elsewhere - outcome.findings.len();
            if !quiet {
                say(session, args, &summary(changed.len(), &outcome, elsewhere));
            }
            session.quiet = true;
        }
        self.report(session, args, &outcome, &texts);
        if before.is_none() && !quiet {
            say(session, args, &format!("Watching {}.", count(texts.len() as u64, "text", "texts")));
        }
        all
    }

    fn report(&self, session: &mut Session, args: &Check, outcome: &Outcome, texts: &[Text]) {
        let report = Report {
            outcome,
            rules: &self.linter.rules,
            texts,
            show_passed: args.show_passed,
            show_suppressed: args.known.show_suppressed,
        };
        reports::write(session, args, &report, &self.linter, false);
    }
}

/// Whether any place of a finding lies in a text that changed.
fn touches(finding: &Finding, changed: &HashSet<&str>) -> bool {
    let mut places = std::iter::once(&finding.primary).chain(finding.labels.iter().map(|label| &label.place));
    places.any(|place| changed.contains(&*place.path))
}

/// "Checked 2 changed texts: 1 error. 3 more in other texts."
fn summary(changed: usize, outcome: &Outcome, elsewhere: usize) -> String {
    let of = |severity| outcome.findings.iter().filter(|finding| finding.severity == severity).count() as u64;
    let counts = [
        (of(Severity::Error), "error", "errors"),
        (of(Severity::Warning), "warning", "warnings"),
        (of(Severity::Info), "info", "infos"),
    ];
    let found: Vec<String> =
        counts.into_iter().filter(|(n, ..)| *n > 0).map(|(n, one, many)| count(n, one, many)).collect();
    let found = if found.is_empty() { "nothing found".to_owned() } else { found.join(", ") };
    let elsewhere = match elsewhere as u64 {
        0 => String::new(),
        n => format!(" {} elsewhere as before.", count(n, "finding", "findings")),
    };
    format!("Checked {}: {found}.{elsewhere}", count(changed as u64, "changed text", "changed texts"))
}

/// A line between reports: among those for people, beside those for machines.
fn say(session: &mut Session, args: &Check, line: &str) {
    use std::io::Write as _;

    if args.output_format == OutputFormat::Human && args.output_file.is_none() {
        session.print(|_, out| writeln!(out, "{line}\n"));
    } else {
        session.tell(line);
    }
}

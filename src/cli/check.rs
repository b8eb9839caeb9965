//! `figlint check`.

use std::io::Write as _;
use std::path::{Path, PathBuf};

use clap::ValueEnum;

use super::Status;
use super::args::{Check, Reading, Shared};
use super::linter::{Wanted, linter};
use super::progress::Progress;
use super::session::Session;
use super::setup::Settings;
use super::{discover, known, mend, reports, settings, setup, watch};
use crate::config::Across;
use crate::lint::{Linter, Outcome, Text};
use crate::reference::Format;
use crate::report::{Notice, Report};
use crate::verdict::{Finding, Severity};

pub(super) fn run(session: &mut Session, shared: &Shared, args: &Check) -> Status {
    if args.watch {
        return watch::run(session, shared, args);
    }
    let mut settings = setup::settings(session, shared);
    if args.show_settings {
        let lines = settings.lines(&given(shared, args));
        session.print(|_, out| out.write_all(lines.as_bytes()));
        return Status::Clean;
    }
    threads(session, &args.reading);
    let (linter, references) = linter(session, shared, &mut settings, &wanted(args));
    let mut texts = texts(session, args, &settings, &references);
    session.say(&format!("texts: {}", texts.len()));
    if texts.is_empty() && !session.has_failed() {
        session.warn(&format!("there is no text here: figlint looks for {}", discover::endings()));
    }
    tell_idle_groups(session, args, &settings, &linter, &texts);
    if args.show_files {
        session.print(|_, out| texts.iter().try_for_each(|text| writeln!(out, "{}", text.path)));
        return Status::Clean;
    }
    let progress = Progress::new(session, texts.len());
    let mut outcome = linter.lint_with(&texts, &|| progress.one_more());
    progress.clear();
    for error in &outcome.errors {
        session.text_error(error);
    }
    let stale = known::hide(session, &args.known, &settings, &linter, &texts, &mut outcome);
    if args.mend.wanted()
        && let Some(status) = mended(session, args, &linter, &mut texts, &mut outcome)
    {
        return status;
    }
    let on_stdout = args.mend.wanted() && args.reading.reads_stdin();
    let report = Report {
        outcome: &outcome,
        rules: &linter.rules,
        texts: &texts,
        show_passed: args.show_passed,
        show_suppressed: args.known.show_suppressed,
    };
    reports::write(session, args, &report, &linter, on_stdout);

    let lacks = args.strict && (lacks(session, &outcome, &linter) || stale);
    status(args, lacks || fails(args, &settings, &outcome))
}

/// Applies fixes, and puts what is found afterwards in place of the outcome. With `--diff` they are only printed, and
/// the run ends.
fn mended(
    session: &mut Session,
    args: &Check,
    linter: &Linter,
    texts: &mut [Text],
    outcome: &mut Outcome,
) -> Option<Status> {
    let files: Vec<_> = texts.iter().map(|text| text.content.clone()).collect();
    let narrow = args.known.since.is_some();
    let mut mended = mend::mend(&args.mend, narrow, linter, texts, outcome);
    if args.mend.diff {
        let would = mend::print_diff(session, &args.mend, texts, &mended, outcome);
        return Some(status(args, would));
    }
    if mend::write(session, texts, &files, &mut mended) {
        let hidden = std::mem::replace(outcome, linter.lint(texts)).hidden;
        let same = |a: &Finding, b: &Finding| a.fingerprint == b.fingerprint;
        outcome.hide(|found| hidden.iter().find(|one| same(&one.finding, found)).map(|one| one.by.clone()));
    }
    mend::tell(session, &mended, outcome);
    None
}

/// Whether a finding is as severe as the run fails for.
fn fails(args: &Check, settings: &Settings, outcome: &Outcome) -> bool {
    let fail_on = args.fail_on.map(Into::into).or(settings.config.fail_on).unwrap_or_default();
    outcome.findings.iter().any(|finding| fail_on.fails(finding.severity))
}

fn status(args: &Check, fails: bool) -> Status {
    if fails && !args.exit_zero { Status::Found } else { Status::Clean }
}

/// Warns of groups that no text belongs to, where all texts of the configuration's folder are read.
fn tell_idle_groups(session: &mut Session, args: &Check, settings: &Settings, linter: &Linter, texts: &[Text]) {
    let here = super::paths::absolute(Path::new("."));
    if linter.across == Across::Groups && args.reading.paths.is_empty() && here == settings.root {
        for paths in linter.groups.without_text(texts.iter().map(|text| &*text.config_path)) {
            session.warn(&format!("no text belongs to the `[[group]]` of {}", settings::list(paths)));
        }
    }
}

/// What `--strict` fails for: facts that met no figure, and a run in which no figure was checked.
fn lacks(session: &mut Session, outcome: &Outcome, linter: &Linter) -> bool {
    let never = outcome.unmentioned(&linter.facts);
    for fact in &never {
        session.notice(&Notice {
            severity: Severity::Warning,
            message: format!("no figure was held against the fact \u{201c}{}\u{201d}", fact.id),
            help: None,
            place: Some(fact.place.clone()),
        });
    }
    let nothing = outcome.tally.right + outcome.tally.wrong == 0;
    if nothing {
        session.warn("no figure was checked");
    }
    nothing || !never.is_empty()
}

/// What the arguments ask of the linter.
pub(super) fn wanted(args: &Check) -> Wanted<'_> {
    Wanted {
        reference: &args.reference,
        against: &args.against,
        select: &args.select,
        extend_select: &args.extend_select,
        ignore: &args.ignore,
        date: args.reading.date,
        partial: !args.reading.paths.is_empty() && !args.reading.paths.iter().any(|path| path.is_dir()),
    }
}

/// The texts that the arguments mean, without the files that they are held against and those that reports go to.
pub(super) fn texts(session: &mut Session, args: &Check, settings: &Settings, references: &[PathBuf]) -> Vec<Text> {
    let not_texts = references.iter().chain(&args.against).chain(reports::files(args));
    let not_texts: Vec<_> = not_texts.map(|path| super::paths::absolute(path)).collect();
    for path in args.reading.paths.iter().map(|path| super::paths::shown(path)) {
        if Format::of_set(&path).is_some() {
            let data = "a reference set is given with --reference, a rule file with --rules";
            session.warn(&format!("{path} is read as a text; {data}"));
        }
    }
    discover::texts(session, &args.reading, settings, &not_texts)
}

/// What the command line sets, for `--show-settings`: key, value, and whether it adds to the configuration's.
fn given(shared: &Shared, args: &Check) -> Vec<(&'static str, String, bool)> {
    let quoted = |value: &dyn std::fmt::Display| format!("\"{value}\"");
    let lists = [
        ("rules", settings::paths(&shared.rules), true),
        ("references", settings::paths(&args.reference), true),
        ("against", settings::paths(&args.against), true),
        ("select", settings::list(&args.select), false),
        ("extend-select", settings::list(&args.extend_select), true),
        ("ignore", settings::list(&args.ignore), true),
        ("exclude", settings::list(&args.reading.exclude), true),
    ];
    let mut all: Vec<_> = lists.into_iter().filter(|(_, value, _)| value != "[]").collect();
    all.extend(args.fail_on.and_then(|on| on.to_possible_value()).map(|on| ("fail-on", quoted(&on.get_name()), false)));
    all.extend(args.known.baseline.as_ref().map(|path| ("baseline", quoted(&super::paths::shown(path)), false)));
    all.extend(args.reading.date.map(|date| ("date", date.to_string(), false)));
    all
}

/// Sets how many threads there are, once for the run.
pub(super) fn threads(session: &mut Session, reading: &Reading) {
    let builder = rayon::ThreadPoolBuilder::new().num_threads(reading.threads.unwrap_or(0));
    if let Err(error) = builder.build_global() {
        session.error(&format!("no threads: {error}"), None);
    }
}

//! `figlint check`.

use std::io::Write as _;
use std::path::PathBuf;

use clap::ValueEnum;

use super::Status;
use super::args::{Check, Reading, Shared};
use super::desk::{Asked, Desk};
use super::progress::Progress;
use super::session::Session;
use super::setup::Settings;
use super::{discover, known, reports, settings, setup, watch};
use crate::lint::{Linter, Outcome, Text};
use crate::report::{Notice, Report};
use crate::verdict::Severity;

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
    let desk = Desk::open(session, shared, &mut settings, &asked(args));
    let texts = texts(session, args, &settings, &desk.references);
    session.say(&format!("texts: {}", texts.len()));
    if args.show_files {
        session.print(|_, out| texts.iter().try_for_each(|text| writeln!(out, "{}", text.path)));
        return Status::Clean;
    }
    threads(session, &args.reading);
    let fail_on = args.fail_on.map(Into::into).or(settings.config.fail_on).unwrap_or_default();
    let linter = desk.linter(session, &mut settings, &asked(args));
    let progress = Progress::new(session, texts.len());
    let mut outcome = linter.lint_with(&texts, &|| progress.one_more());
    progress.clear();
    for error in &outcome.errors {
        session.text_error(error);
    }
    let stale = known::hide(session, &args.known, &linter, &texts, &mut outcome);
    let report = Report { outcome: &outcome, rules: &linter.rules, texts: &texts, show_passed: args.show_passed };
    reports::write(session, args, &report, &linter);

    let fails = outcome.findings.iter().any(|finding| fail_on.fails(finding.severity));
    let fails = fails | (args.strict && (lacks(session, &outcome, &linter) || stale));
    if fails && !args.exit_zero { Status::Found } else { Status::Clean }
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
pub(super) fn asked(args: &Check) -> Asked<'_> {
    Asked {
        reading: &args.reading,
        reference: &args.reference,
        against: &args.against,
        select: &args.select,
        extend_select: &args.extend_select,
        ignore: &args.ignore,
    }
}

/// The texts that the arguments mean, without the files that they are held against and those that reports go to.
pub(super) fn texts(session: &mut Session, args: &Check, settings: &Settings, references: &[PathBuf]) -> Vec<Text> {
    let not_texts = references.iter().chain(&args.against).chain(reports::files(args));
    let not_texts: Vec<_> = not_texts.map(|path| super::paths::absolute(path)).collect();
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

//! Where the reports of `figlint check` go: one to standard output or the file of `-o`, and one to each file of
//! `--report`.

use std::fs::{File, OpenOptions};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use super::args::{Check, OutputFormat};
use super::mend;
use super::paths::{absolute, shown};
use super::session::Session;
use crate::lint::Linter;
use crate::report::{
    self, Human, Look, Report, closing, concise, github, gitlab, json, junit, not_reported, rdjsonl, sarif, statistics,
};

/// The file to which GitHub Actions wants a summary of the step appended.
const STEP_SUMMARY: &str = "GITHUB_STEP_SUMMARY";

/// The files that reports go to. They are no texts to check.
pub(super) fn files(args: &Check) -> impl Iterator<Item = &PathBuf> {
    args.output_file.iter().chain(args.report.iter().map(|(_, file)| file))
}

/// Writes every report that was asked for. A file that cannot be written keeps none of the others
/// back. `aside` is said where standard output belongs to a mended text: the report goes to standard error.
pub(super) fn write(session: &mut Session, args: &Check, report: &Report<'_>, linter: &Linter, aside: bool) {
    let run = Run { args, report, linter };
    let mut formats = args.report.iter().map(|(format, _)| *format).chain([args.output_format]);
    if report.show_suppressed && !formats.any(shows_suppressed) {
        session.warn("`--show-suppressed` shows nothing here: only the formats human, json, jsonl and sarif do");
    }
    let mut taken = Vec::new();
    let first = args.output_file.iter().map(|file| (args.output_format, file));
    for (format, file) in first.chain(args.report.iter().map(|(format, file)| (*format, file))) {
        let path = absolute(file);
        if taken.contains(&path) {
            session.error(&format!("two reports go to {}", shown(file)), Some("give each a file of its own"));
            continue;
        }
        let written = create(file).and_then(|file| {
            let mut out = BufWriter::new(file);
            let look = Look { unicode: true, ..Look::PLAIN };
            one(format, session, run, look, &mut out)?;
            out.flush()
        });
        if let Err(error) = written {
            session.error(&format!("{} cannot be written: {error}", shown(file)), None);
        }
        taken.push(path);
    }
    if args.output_file.is_none() && aside {
        let mut out = Vec::new();
        let drawn = one(args.output_format, session, run, Look::PLAIN, &mut out);
        // There is nobody left to tell when standard error is closed.
        let _ = drawn.and_then(|()| io::stderr().write_all(&out));
    } else if args.output_file.is_none() {
        let look = session.look;
        session.print(|session, out| one(args.output_format, session, run, look, out));
    }
    // What machines read has no room for them.
    if args.statistics && args.output_format != OutputFormat::Human {
        let _ = io::stderr().write_all(statistics(report.outcome, linter).as_bytes());
    }
    let mut formats = args.report.iter().map(|(format, _)| *format).chain([args.output_format]);
    if formats.any(|format| format == OutputFormat::Github) {
        summary(session, report);
    }
}

/// Makes a file and the folders above it.
fn create(file: &Path) -> io::Result<File> {
    if let Some(folder) = file.parent() {
        std::fs::create_dir_all(folder)?;
    }
    File::create(file)
}

/// One run and what was asked of its reports.
#[derive(Clone, Copy)]
struct Run<'a> {
    args: &'a Check,
    report: &'a Report<'a>,
    linter: &'a Linter,
}

fn one(format: OutputFormat, session: &mut Session, run: Run<'_>, look: Look, out: &mut dyn Write) -> io::Result<()> {
    let report = run.report;
    match format {
        OutputFormat::Human => human(session, run, look, out),
        OutputFormat::Concise => concise(report, out),
        OutputFormat::Json => json::json(report.outcome, also(report), out),
        OutputFormat::Jsonl => json::jsonl(report.outcome, also(report), out),
        OutputFormat::Sarif => sarif(report, &mut session.sources, out),
        OutputFormat::Github => github(report, &mut session.sources, out),
        OutputFormat::Gitlab => gitlab(report, out),
        OutputFormat::Junit => junit(report, out),
        OutputFormat::Rdjsonl => rdjsonl(report, &mut session.sources, out),
        OutputFormat::Markdown => report::markdown(report, out),
    }
}

/// Whether a format has a place for findings that are suppressed.
fn shows_suppressed(format: OutputFormat) -> bool {
    matches!(format, OutputFormat::Human | OutputFormat::Json | OutputFormat::Jsonl | OutputFormat::Sarif)
}

fn also(report: &Report<'_>) -> json::Also {
    json::Also { passed: report.show_passed, hidden: report.show_suppressed }
}

fn human(session: &mut Session, run: Run<'_>, look: Look, out: &mut dyn Write) -> io::Result<()> {
    let Run { args, report, linter } = run;
    let human = Human::new(look);
    let outcome = report.outcome;
    if report.show_passed {
        for passed in &outcome.passed {
            human.passed(passed, &mut session.sources, out)?;
        }
    }
    for finding in &outcome.findings {
        human.finding(finding, &mut session.sources, out)?;
    }
    if report.show_suppressed {
        for hidden in &outcome.hidden {
            human.hidden(hidden, &mut session.sources, out)?;
        }
    }
    // Where no text could be read, that was said already, and "nothing found" would sound like praise.
    let nothing_read = outcome.tally.texts == 0 && session.has_failed();
    if !session.quiet && !nothing_read {
        out.write_all(closing(&outcome.tally, &outcome.findings, report.rules).as_bytes())?;
        out.write_all(not_reported(&outcome.hidden).as_bytes())?;
    }
    if !session.quiet {
        mend::fixable(outcome, &args.mend, out)?;
    }
    if !session.quiet && !outcome.findings.is_empty() {
        writeln!(out, "`figlint explain RULE` tells what a rule looks for, and why.")?;
    }
    if args.statistics {
        out.write_all(statistics(outcome, linter).as_bytes())?;
    }
    Ok(())
}

/// Appends the summary of the step where GitHub Actions says where.
fn summary(session: &mut Session, report: &Report<'_>) {
    let Some(file) = std::env::var_os(STEP_SUMMARY).filter(|file| !file.is_empty()) else {
        return;
    };
    let mut text = Vec::new();
    let written = report::markdown(report, &mut text)
        .and_then(|()| OpenOptions::new().create(true).append(true).open(&file))
        .and_then(|mut file| file.write_all(&text));
    if let Err(error) = written {
        session.warn(&format!("the summary of the step cannot be written: {error}"));
    }
}

//! `figlint facts`: what is in the reference sets, what is wrong in them, and how they come about.

use std::collections::BTreeMap;
use std::io::Write;
use std::path::PathBuf;
use std::sync::Arc;

use super::Status;
use super::args::{Facts as Args, FactsCheck, FactsCommand, FactsFrom, FactsImport, FactsList, ListFormat, Shared};
use super::session::Session;
use super::setup::{self, Settings};
use super::{check, discover, linter};
use crate::reference::{self, Facts, Format, Unclear};
use crate::report::{Human, Notice, count, facts as report};
use crate::rule::Rule;
use crate::verdict::Severity;
use crate::vocabulary::Vocabulary;

pub(super) fn run(session: &mut Session, shared: &Shared, args: &Args) -> Status {
    match &args.command {
        FactsCommand::Check(args) => check_sets(session, shared, args),
        FactsCommand::List(args) => list(session, shared, args),
        FactsCommand::Import(args) => import(session, shared, args),
        FactsCommand::From(args) => from(session, shared, args),
    }
}

/// What every subcommand needs to understand facts.
struct Desk {
    settings: Settings,
    rules: Vec<Rule>,
    vocabulary: Arc<Vocabulary>,
}

fn desk(session: &mut Session, shared: &Shared) -> Desk {
    let settings = setup::settings(session, shared);
    let mut loaded = setup::rules(session, shared, &settings);
    let vocabulary = setup::vocabulary(&mut loaded);
    Desk { settings, rules: loaded.rules, vocabulary }
}

/// The sets that are named, else those of the configuration; none at all is an error.
fn sets(session: &mut Session, given: &[PathBuf], settings: &mut Settings) -> Vec<PathBuf> {
    if !given.is_empty() {
        settings.config.references.clear();
    }
    let files = setup::reference_files(session, given, settings);
    if files.is_empty() {
        session.error(
            &"there is no reference set",
            Some("name its file (TOML, YAML, JSON, CSV or XLSX), or give `references` in figlint.toml"),
        );
    }
    files
}

fn check_sets(session: &mut Session, shared: &Shared, args: &FactsCheck) -> Status {
    let Desk { mut settings, mut rules, vocabulary } = desk(session, shared);
    let mut reading = args.reading.clone();
    let mut given = args.reference.clone();
    // `figlint facts check desk.toml draft.md`
    if given.is_empty() {
        given.extend(reading.paths.extract_if(.., |path| Format::of_set(&path.to_string_lossy()).is_some()));
    }
    let files = sets(session, &given, &mut settings);
    check::threads(session, &reading);
    let loaded = setup::facts(session, &files, &vocabulary);
    if session.has_failed() {
        return Status::Clean;
    }
    let facts = loaded.facts.len();
    let faults = loaded.faults.len();
    rules.retain(|rule| rule.pack() == "reference");
    let mut linter = linter::reading(session, &mut settings, reading.date, vocabulary, rules);
    linter.reference_faults = loaded.faults;
    linter.facts = Facts::new(loaded.facts);
    let mut texts = Vec::new();
    if !reading.paths.is_empty() {
        let not_texts: Vec<_> = files.iter().map(|path| super::paths::absolute(path)).collect();
        texts = discover::texts(session, &reading, &settings, &not_texts);
    }
    let outcome = linter.lint(&texts);
    for error in &outcome.errors {
        session.text_error(error);
    }
    let never = outcome.unmentioned(&linter.facts);
    session.print(|session, out| {
        let human = Human::new(session.look);
        for finding in outcome.findings.iter().filter(|finding| is_of_a_set(finding, &files)) {
            human.finding(finding, &mut session.sources, out)?;
        }
        if !texts.is_empty() {
            for fact in &never {
                let place = &fact.place;
                writeln!(out, "{}:{}: no text mentions \u{201c}{}\u{201d}", place.path, place.start.line, fact.id)?;
            }
        }
        if !session.quiet {
            write!(out, "{}, {}.", count(facts as u64, "fact", "facts"), count(faults as u64, "fault", "faults"))?;
            if !texts.is_empty() {
                let mentioned = facts - never.len();
                write!(
                    out,
                    " {}: {mentioned} mentioned, {} never.",
                    count(texts.len() as u64, "text", "texts"),
                    never.len()
                )?;
            }
            writeln!(out)?;
        }
        Ok(())
    });
    if faults > 0 { Status::Found } else { Status::Clean }
}

/// Whether a finding points into a set and not into a text.
fn is_of_a_set(finding: &crate::verdict::Finding, sets: &[PathBuf]) -> bool {
    sets.iter().any(|set| super::paths::shown(set) == *finding.primary.path)
}

fn list(session: &mut Session, shared: &Shared, args: &FactsList) -> Status {
    let Desk { mut settings, vocabulary, .. } = desk(session, shared);
    let given = [&args.files[..], &args.reference[..]].concat();
    let files = sets(session, &given, &mut settings);
    let loaded = setup::facts(session, &files, &vocabulary);
    if loaded.facts.is_empty() && session.has_failed() {
        return Status::Clean;
    }
    let facts = || loaded.facts.iter().map(|fact| &**fact);
    session.print(|session, out| match args.output_format {
        ListFormat::Table => report::table(facts(), &vocabulary, session.look, out),
        ListFormat::Json => report::json(facts(), &vocabulary, out),
    });
    tell_faults(session, &loaded.faults);
    if loaded.faults.is_empty() { Status::Clean } else { Status::Found }
}

/// Faults as notices, for commands whose output is something else.
fn tell_faults(session: &mut Session, faults: &[reference::Fault]) {
    for fault in faults {
        session.notice(&Notice {
            severity: Severity::Warning,
            message: fault.message.clone(),
            help: fault.help.clone(),
            place: Some(fault.place.clone()),
        });
    }
}

fn import(session: &mut Session, shared: &Shared, args: &FactsImport) -> Status {
    let Desk { vocabulary, .. } = desk(session, shared);
    let mut tables = Vec::new();
    let mut faults = Vec::new();
    for path in &args.files {
        if path.is_file() && Format::of_set(&path.to_string_lossy()).is_none() {
            let path = super::paths::shown(path);
            let help = format!("for what a text states: figlint facts from {path}");
            session.error(&format!("`{path}` is no CSV, XLSX, YAML or JSON file"), Some(&help));
            continue;
        }
        let Some((source, format)) = setup::read_set(session, path) else {
            continue;
        };
        match reference::import(&source.path, &source.text, format, &vocabulary, &mut faults) {
            Ok(text) => tables.push(text),
            Err(error) => setup::unreadable_set(session, &source, &error),
        }
    }
    session.print(|_, out| out.write_all(tables.join("\n").as_bytes()));
    tell_faults(session, &faults);
    if faults.is_empty() { Status::Clean } else { Status::Found }
}

fn from(session: &mut Session, shared: &Shared, args: &FactsFrom) -> Status {
    let Desk { mut settings, vocabulary, .. } = desk(session, shared);
    let texts = discover::texts(session, &args.reading, &settings, &[]);
    let linter = linter::reading(session, &mut settings, args.reading.date, Arc::clone(&vocabulary), Vec::new());
    let mut tables = Vec::new();
    let mut unclear: BTreeMap<Unclear, u64> = BTreeMap::new();
    for text in &texts {
        let (read, errors) = linter.with_readings(text, reference::stated);
        for stated in read {
            tables.extend(stated.facts.iter().map(|fact| reference::to_toml(fact, &vocabulary)));
            for why in stated.unclear {
                *unclear.entry(why).or_default() += 1;
            }
        }
        for error in &errors {
            session.text_error(error);
        }
    }
    session.print(|_, out| out.write_all(tables.join("\n").as_bytes()));
    let left: Vec<String> = unclear.iter().map(|(why, n)| format!("{n}: {why}")).collect();
    if !left.is_empty() {
        let figures = count(unclear.values().sum(), "figure is no fact", "figures are no facts");
        session.tell(&format!("{}; {figures} ({})", count(tables.len() as u64, "fact", "facts"), left.join("; ")));
        session.tell(
            "Places, bodies and measures of your own are declared as [[entity]] and [[measure]] in figlint.toml.",
        );
    }
    Status::Clean
}

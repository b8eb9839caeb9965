//! `figlint check`.

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::Status;
use super::args::{Check, OutputFormat, Reading, Shared};
use super::session::{ALL_RULES, Session};
use super::{discover, setup};
use crate::check::Parameters;
use crate::config::Across;
use crate::lint::{Linter, Outcome};
use crate::quantity::Widths;
use crate::reference::{self, Fact, Facts};
use crate::report::{Human, Notice, closing, json, statistics};
use crate::rule::{self, Rule, Selection};
use crate::verdict::Severity;

pub(super) fn run(session: &mut Session, shared: &Shared, args: &Check) -> Status {
    let mut settings = setup::settings(session, shared);
    let mut loaded = setup::rules(session, shared, &settings);
    let vocabulary = setup::vocabulary(&mut loaded);
    let references = setup::reference_files(session, &args.reference, &settings);
    let loaded_facts = setup::facts(session, &references, &vocabulary);
    let selection = selection(session, args, &mut settings.config.selection, &loaded.rules);
    let not_texts: Vec<_> = references.iter().chain(&args.against).map(|path| super::paths::absolute(path)).collect();
    let texts = discover::texts(session, &args.reading, &settings.root, &not_texts);
    threads(session, &args.reading);

    let mut linter = Linter::new(selection.apply(loaded.rules), vocabulary);
    linter.reference_faults = loaded_facts.faults;
    linter.documents = settings.config.documents;
    linter.dates = settings.config.dates;
    linter.across = settings.config.across;
    linter.groups = settings.config.groups;
    if linter.across == Across::Groups && linter.groups.is_empty() {
        let help = "add a `[[group]]` with `paths = [...]`, or set `across` to `all` or `off`";
        session.error(&"`across` is `groups`, and the configuration names none", Some(help));
    }
    set_widths(session, &mut linter.widths, settings.config.widths.unwrap_or_default());
    linter.date = args.reading.date;
    let mut facts = loaded_facts.facts;
    facts.extend(trusted(session, &linter, &args.against, &settings.root));
    linter.facts = Facts::new(facts);
    if linter.rules.is_empty() {
        let help = "`--select`, `--ignore` or the configuration leave out every one";
        session.error(&"no rule is left to run", Some(help));
    }
    let outcome = linter.lint(&texts);
    for error in &outcome.errors {
        session.text_error(error);
    }
    session.print(|session, out| report(session, args, &outcome, &linter, out));

    let fail_on = args.fail_on.map(Into::into).or(settings.config.fail_on).unwrap_or_default();
    let fails = outcome.findings.iter().any(|finding| fail_on.fails(finding.severity));
    let fails = fails | (args.strict && lacks(session, &outcome, &linter));
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

/// What the trusted texts state as facts.
fn trusted(session: &mut Session, linter: &Linter, paths: &[PathBuf], root: &Path) -> Vec<Arc<Fact>> {
    let mut facts = Vec::new();
    for path in paths {
        let text = discover::file(path, root);
        let (read, errors) = linter.with_readings(&text, reference::stated);
        let stated: Vec<_> = read.into_iter().flat_map(|stated| stated.facts).collect();
        if stated.is_empty() && errors.is_empty() {
            session.warn(&format!("{} states no figure that can serve as a fact", text.path));
        }
        session.say(&format!("trusted text: {} ({} facts)", text.path, stated.len()));
        facts.extend(stated.into_iter().map(Arc::new));
        for error in &errors {
            session.text_error(error);
        }
    }
    facts
}

/// The configuration's selection with the command line's: `--select` in its place, `--ignore` on top.
fn selection(session: &mut Session, args: &Check, config: &mut Selection, rules: &[Rule]) -> Selection {
    let given = Selection { select: args.select.clone(), ignore: args.ignore.clone(), ..Selection::default() };
    for (name, _) in given.unknown(rules) {
        session.unknown("rule or pack", name, rule::names(rules), ALL_RULES);
    }
    let mut selection = std::mem::take(config);
    if !given.select.is_empty() {
        selection.select = given.select;
    }
    selection.ignore.extend(given.ignore);
    selection
}

/// Sets how many threads there are, once for the run.
pub(super) fn threads(session: &mut Session, reading: &Reading) {
    let builder = rayon::ThreadPoolBuilder::new().num_threads(reading.threads.unwrap_or(0));
    if let Err(error) = builder.build_global() {
        session.error(&format!("no threads: {error}"), None);
    }
}

fn report(
    session: &mut Session,
    args: &Check,
    outcome: &Outcome,
    linter: &Linter,
    out: &mut dyn Write,
) -> io::Result<()> {
    match args.output_format {
        OutputFormat::Jsonl => return json::jsonl(outcome, args.show_passed, out),
        OutputFormat::Json => return json::json(outcome, args.show_passed, out),
        OutputFormat::Human => {}
    }
    let human = Human::new(session.look);
    if args.show_passed {
        for passed in &outcome.passed {
            human.passed(passed, &mut session.sources, out)?;
        }
    }
    for finding in &outcome.findings {
        human.finding(finding, &mut session.sources, out)?;
    }
    // Where no text could be read, that was said already, and "nothing found" would sound like praise.
    let nothing_read = outcome.tally.texts == 0 && session.has_failed();
    if !session.quiet && !nothing_read {
        out.write_all(closing(&outcome.tally, &outcome.findings, &linter.rules).as_bytes())?;
    }
    if args.statistics {
        out.write_all(statistics(outcome, linter).as_bytes())?;
    }
    Ok(())
}

/// Puts the widths of the configuration in place of the built-in ones; a name or number that is none is an error.
fn set_widths(session: &mut Session, widths: &mut Widths, table: toml::Table) {
    for (name, value) in table {
        let number = Parameters::decimal(&value);
        if !number.is_some_and(|number| widths.set(&name, number)) {
            let wanted = format!("the widths are numbers named {}", Widths::NAMES.join(", "));
            session.error(&format!("the configuration's width `{name} = {value}` cannot be used"), Some(&wanted));
        }
    }
}

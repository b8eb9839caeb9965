//! `figlint check`.

use std::io::{self, Write};

use super::Status;
use super::args::{Check, OutputFormat, Reading, Shared};
use super::session::Session;
use super::{discover, setup};
use crate::check::Parameters;
use crate::lint::{Linter, Outcome};
use crate::quantity::Widths;
use crate::report::{Human, closing, json};
use crate::rule::{Rule, Selection};
use crate::verdict::Severity;

pub(super) fn run(session: &mut Session, shared: &Shared, args: &Check) -> Status {
    let mut settings = setup::settings(session, shared);
    let mut loaded = setup::rules(session, shared, &settings);
    let vocabulary = setup::vocabulary(&mut loaded);
    let references = setup::reference_files(session, &args.reference, &settings);
    let (facts, faults) = setup::facts(session, &references, &vocabulary);
    let selection = selection(session, args, &mut settings.config.selection, &loaded.rules);
    let not_texts: Vec<_> = references.iter().map(|path| super::paths::absolute(path)).collect();
    let texts = discover::texts(session, &args.reading, &settings.root, &not_texts);
    threads(session, &args.reading);

    let mut linter = Linter::new(selection.apply(loaded.rules), vocabulary);
    linter.facts = facts;
    linter.reference_faults = faults;
    linter.reference_severity = selection.severity_of("reference-data", "reference", Severity::Error);
    linter.documents = settings.config.documents;
    linter.dates = settings.config.dates;
    linter.across = settings.config.across;
    set_widths(session, &mut linter.widths, settings.config.widths.unwrap_or_default());
    linter.date = args.reading.date;
    if linter.rules.is_empty() {
        let help = "`--select`, `--ignore` or the configuration leave out every one";
        session.error(&"no rule is left to run", Some(help));
    }
    let outcome = linter.lint(&texts);
    for error in &outcome.errors {
        session.text_error(error);
    }
    session.print(|session, out| report(session, args, &outcome, &linter.rules, out));

    let fail_on = args.fail_on.map(Into::into).or(settings.config.fail_on).unwrap_or_default();
    let fails = outcome.findings.iter().any(|finding| fail_on.fails(finding.severity));
    if fails && !args.exit_zero { Status::Found } else { Status::Clean }
}

/// The configuration's selection with the command line's: `--select` in its place, `--ignore` on top.
fn selection(session: &mut Session, args: &Check, config: &mut Selection, rules: &[Rule]) -> Selection {
    let given = Selection { select: args.select.clone(), ignore: args.ignore.clone(), ..Selection::default() };
    let unknown: Vec<_> = given.unknown(rules).collect();
    for (name, nearest) in unknown {
        let help =
            nearest.map_or("`figlint rules` lists them all".to_owned(), |near| format!("did you mean `{near}`?"));
        session.error(&format!("there is no rule or pack `{name}`"), Some(&help));
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
    rules: &[Rule],
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
    if !session.quiet {
        out.write_all(closing(&outcome.tally, &outcome.findings, rules).as_bytes())?;
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

//! From settings and arguments to a linter: what `figlint check` and the language server hold texts against.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::civil::Date;

use super::args::Shared;
use super::discover;
use super::session::{ALL_RULES, Session};
use super::setup::{self, Settings};
use crate::check::Parameters;
use crate::config::Across;
use crate::lint::Linter;
use crate::quantity::Widths;
use crate::reference::{self, Fact, Facts};
use crate::rule::{self, Rule, Selection};
use crate::vocabulary::Vocabulary;

/// What the command line says besides the configuration.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Wanted<'a> {
    /// `--reference`.
    pub(super) reference: &'a [PathBuf],
    /// `--against`.
    pub(super) against: &'a [PathBuf],
    /// `--select`.
    pub(super) select: &'a [String],
    /// `--extend-select`.
    pub(super) extend_select: &'a [String],
    /// `--ignore`.
    pub(super) ignore: &'a [String],
    /// `--date`.
    pub(super) date: Option<Date>,
    /// Whether single texts are read, and not all of a folder.
    pub(super) partial: bool,
}

/// Loads rules and reference sets, and builds the linter. Takes out of the configuration what the linter has from then
/// on. Returned beside it: the files of the reference sets.
pub(super) fn linter(
    session: &mut Session,
    shared: &Shared,
    settings: &mut Settings,
    wanted: &Wanted<'_>,
) -> (Linter, Vec<PathBuf>) {
    let mut loaded = setup::rules(session, shared, settings);
    let vocabulary = setup::vocabulary(&mut loaded);
    let references = setup::reference_files(session, wanted.reference, settings);
    let loaded_facts = setup::facts(session, &references, &vocabulary);
    let selection = selection(session, wanted, &mut settings.config.selection, &loaded.rules);

    let known: Vec<String> = rule::names(&loaded.rules).map(str::to_owned).collect();
    let rules = selection.apply(loaded.rules, &settings.config.overrides.selections());
    let mut linter = reading(session, settings, wanted.date, vocabulary, rules);
    linter.known = known;
    linter.narrowed = !wanted.select.is_empty() || !wanted.ignore.is_empty();
    linter.partial = wanted.partial;
    linter.reference_faults = loaded_facts.faults;
    if linter.across == Across::Groups && linter.groups.is_empty() {
        let help = "add a `[[group]]` with `paths = [...]`, or set `across` to `all` or `off`";
        session.error(&"`across` is `groups`, and the configuration names none", Some(help));
    }
    let mut facts = loaded_facts.facts;
    facts.extend(trusted(session, &linter, wanted.against, &settings.root));
    linter.facts = Facts::new(facts);
    if linter.rules.is_empty() {
        let help = "`--select`, `--ignore` or the configuration leave out every one";
        session.error(&"no rule is left to run", Some(help));
    }
    (linter, references)
}

/// A linter that reads texts as the configuration and `--date` say, and holds them against these rules alone. It takes
/// out of the configuration what it needs.
pub(super) fn reading(
    session: &mut Session,
    settings: &mut Settings,
    date: Option<Date>,
    vocabulary: Arc<Vocabulary>,
    rules: Vec<Rule>,
) -> Linter {
    let config = &mut settings.config;
    let mut linter = Linter::new(rules, vocabulary);
    linter.overrides = std::mem::take(&mut config.overrides);
    linter.documents = std::mem::take(&mut config.documents);
    linter.dates = config.dates;
    linter.across = config.across.unwrap_or_default();
    linter.groups = std::mem::take(&mut config.groups);
    set_widths(session, &mut linter.widths, config.widths.take().unwrap_or_default());
    linter.date = date;
    linter
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
fn selection(session: &mut Session, wanted: &Wanted<'_>, config: &mut Selection, rules: &[Rule]) -> Selection {
    let given = Selection { select: wanted.select.to_vec(), ignore: wanted.ignore.to_vec(), ..Selection::default() };
    let extended = Selection { select: wanted.extend_select.to_vec(), ..Selection::default() };
    for (name, _) in given.unknown(rules).chain(extended.unknown(rules)) {
        session.unknown("rule or pack", name, rule::names(rules), ALL_RULES);
    }
    let mut selection = std::mem::take(config);
    if !given.select.is_empty() {
        selection.select = given.select;
    }
    // Without a selection all rules run already.
    if !selection.select.is_empty() {
        selection.select.extend(wanted.extend_select.iter().cloned());
    }
    selection.ignore.extend(given.ignore);
    selection
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

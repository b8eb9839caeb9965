//! The desk of a run: the rules, the vocabulary and the reference sets that were read, and the linter that holds texts
//! against them. Every command that checks texts makes its linter here.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::args::{Reading, Shared};
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

/// What the command line asks of the linter.
#[derive(Clone, Copy, Debug)]
pub(super) struct Asked<'a> {
    pub(super) reading: &'a Reading,
    pub(super) reference: &'a [PathBuf],
    pub(super) against: &'a [PathBuf],
    pub(super) select: &'a [String],
    pub(super) extend_select: &'a [String],
    pub(super) ignore: &'a [String],
}

/// What was read before the texts.
#[derive(Debug)]
pub(super) struct Desk {
    rules: Vec<Rule>,
    vocabulary: Arc<Vocabulary>,
    /// The reference sets; they are no texts.
    pub(super) references: Vec<PathBuf>,
    loaded: reference::Loaded,
    selection: Selection,
}

impl Desk {
    /// Reads rules and reference sets; what is wrong in them is told.
    pub(super) fn open(session: &mut Session, shared: &Shared, settings: &mut Settings, asked: &Asked<'_>) -> Self {
        let mut loaded = setup::rules(session, shared, settings);
        let vocabulary = setup::vocabulary(&mut loaded);
        let references = setup::reference_files(session, asked.reference, settings);
        let facts = setup::facts(session, &references, &vocabulary);
        let selection = selection(session, asked, &mut settings.config.selection, &loaded.rules);
        Self { rules: loaded.rules, vocabulary, references, loaded: facts, selection }
    }

    /// The linter, with everything that the configuration says.
    pub(super) fn linter(self, session: &mut Session, settings: &mut Settings, asked: &Asked<'_>) -> Linter {
        let reading = asked.reading;
        let known: Vec<String> = rule::names(&self.rules).map(str::to_owned).collect();
        let overrides = std::mem::take(&mut settings.config.overrides);
        let rules = self.selection.apply(self.rules, &overrides.selections());
        let mut linter = Linter::new(rules, self.vocabulary);
        linter.overrides = overrides;
        linter.known = known;
        linter.narrowed = !asked.select.is_empty() || !asked.ignore.is_empty();
        linter.partial = !reading.paths.is_empty() && !reading.paths.iter().any(|path| path.is_dir());
        linter.reference_faults = self.loaded.faults;
        linter.documents = std::mem::take(&mut settings.config.documents);
        linter.dates = settings.config.dates;
        linter.across = settings.config.across.unwrap_or_default();
        linter.groups = std::mem::take(&mut settings.config.groups);
        if linter.across == Across::Groups && linter.groups.is_empty() {
            let help = "add a `[[group]]` with `paths = [...]`, or set `across` to `all` or `off`";
            session.error(&"`across` is `groups`, and the configuration names none", Some(help));
        }
        set_widths(session, &mut linter.widths, settings.config.widths.take().unwrap_or_default());
        linter.date = reading.date;
        let mut facts = self.loaded.facts;
        facts.extend(trusted(session, &linter, asked.against, &settings.root));
        linter.facts = Facts::new(facts);
        if linter.rules.is_empty() {
            let help = "`--select`, `--ignore` or the configuration leave out every one";
            session.error(&"no rule is left to run", Some(help));
        }
        linter
    }
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
fn selection(session: &mut Session, args: &Asked<'_>, config: &mut Selection, rules: &[Rule]) -> Selection {
    let given = Selection { select: args.select.to_vec(), ignore: args.ignore.to_vec(), ..Selection::default() };
    let extended = Selection { select: args.extend_select.to_vec(), ..Selection::default() };
    for (name, _) in given.unknown(rules).chain(extended.unknown(rules)) {
        session.unknown("rule or pack", name, rule::names(rules), ALL_RULES);
    }
    let mut selection = std::mem::take(config);
    if !given.select.is_empty() {
        selection.select = given.select;
    }
    // Without a selection all rules run already.
    if !selection.select.is_empty() {
        selection.select.extend(args.extend_select.iter().cloned());
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

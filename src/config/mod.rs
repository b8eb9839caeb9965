//! The configuration, `figlint.toml`: which rules and references a repository uses and what its texts do not say of
//! themselves. It is parsed here; which file is the right one is the command line's business.

mod documents;
mod extend;
mod globs;
mod groups;
mod overrides;
mod setting;
#[cfg(test)]
mod tests;

pub use documents::Documents;
pub use globs::of_files as glob_of_files;
pub use groups::Groups;
pub use overrides::Overrides;
pub use setting::{Setting, Written};

use std::cell::RefCell;
use std::ops::Range;

use toml::Spanned;
use toml::de::DeTable;

use crate::period::{DateOptions, DateOrder};
use crate::rule::{Fault, FaultKind, Keys, SEVERITIES, Selection, Source};
use crate::verdict::Severity;
use crate::vocabulary::{Entity, Measure};

/// From which severity on a run fails.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum FailOn {
    /// Any finding.
    Any,
    /// Warnings and errors.
    Warning,
    /// Errors.
    #[default]
    Error,
    /// Nothing.
    Never,
}

impl FailOn {
    /// Whether a finding of this severity makes the run fail.
    pub fn fails(self, severity: Severity) -> bool {
        match self {
            Self::Any => true,
            Self::Warning => severity >= Severity::Warning,
            Self::Error => severity >= Severity::Error,
            Self::Never => false,
        }
    }
}

/// Which texts are held against each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Across {
    /// All of a run.
    #[default]
    All,
    /// Those of one `[[group]]`.
    Groups,
    /// None.
    Off,
}

/// What configurations are called.
pub const NAMES: [&str; 2] = ["figlint.toml", ".figlint.toml"];

/// Whether a file is a configuration, by its name.
pub fn is_config(path: &std::path::Path) -> bool {
    path.file_name().is_some_and(|name| NAMES.iter().any(|config| name == *config))
}

/// A configuration: one file, or several that extend each other. Paths and globs are as written. Those of files
/// (`extend`, `rules`, `references`, `baseline`) start at the folder of the file that they stand in, those of texts at
/// the folder of the file that was found.
#[derive(Debug, Default)]
pub struct Config {
    /// The file that this one builds on.
    pub extend: Option<Written>,
    /// Bundled packs, and users' rule files and folders.
    pub rules: Vec<Written>,
    /// Globs of reference sets.
    pub references: Vec<Written>,
    /// The findings that are known.
    pub baseline: Option<Written>,
    /// Texts that are not read, as patterns of .gitignore.
    pub exclude: Vec<Written>,
    /// Which rules run, and how severe they are.
    pub selection: Selection,
    /// Where the names of rules and packs stand, for names that turn out to be unknown.
    pub selection_places: Vec<Written>,
    /// What is different for some of the texts.
    pub overrides: Overrides,
    /// Names that only this repository needs.
    pub entities: Vec<Entity>,
    /// What only this repository counts.
    pub measures: Vec<Measure>,
    /// From which severity on a run fails.
    pub fail_on: Option<FailOn>,
    /// Which texts are held against each other.
    pub across: Option<Across>,
    /// What belongs together where `across` is `groups`.
    pub groups: Groups,
    /// Metadata for texts that carry none.
    pub documents: Documents,
    /// How dates are read: which number comes first in "3/4/2025", and the month with which fiscal years begin.
    pub dates: DateOptions,
    /// Widths in place of the built-in ones, handed on as they are.
    pub widths: Option<toml::Table>,
    /// Every key that is set, with its value and place.
    pub set: Vec<Setting>,
}

/// The values of `fail-on`.
pub const FAIL_ON: &[(&str, FailOn)] =
    &[("any", FailOn::Any), ("warning", FailOn::Warning), ("error", FailOn::Error), ("never", FailOn::Never)];

/// The values of `across`.
pub const ACROSS: &[(&str, Across)] = &[("all", Across::All), ("groups", Across::Groups), ("off", Across::Off)];

/// The values of `date-order`.
pub const DATE_ORDER: &[(&str, DateOrder)] = &[("day-month", DateOrder::DayMonth), ("month-day", DateOrder::MonthDay)];

/// The values of `fiscal-year-start`, months by their names: a number would not say whether January is 0 or 1.
pub const MONTHS: &[(&str, u8)] = &[
    ("january", 1),
    ("february", 2),
    ("march", 3),
    ("april", 4),
    ("may", 5),
    ("june", 6),
    ("july", 7),
    ("august", 8),
    ("september", 9),
    ("october", 10),
    ("november", 11),
    ("december", 12),
];

/// What a configuration file gives, and what is wrong with it.
#[derive(Debug, Default)]
pub struct Parsed {
    /// What could be read.
    pub config: Config,
    /// Faults that make the configuration unusable, and keys that nothing reads, which do not
    /// ([`Parsed::is_warning`]).
    pub faults: Vec<Fault>,
}

impl Parsed {
    /// Whether a run can go on in spite of a fault: newer keys must not break older versions.
    pub fn is_warning(fault: &Fault) -> bool {
        matches!(fault.kind, FaultKind::UnknownKey { .. } | FaultKind::UnknownRule { .. })
    }
}

/// Parses a configuration. `file` is its number among those that extend each other, counted from the nearest.
pub fn parse(source: &Source, file: usize) -> Parsed {
    let (table, errors) = DeTable::parse_recoverable(&source.text);
    if !errors.is_empty() {
        return Parsed { config: Config::default(), faults: source.syntax(errors).collect() };
    }
    let faults = RefCell::new(Vec::new());
    let mut config = read(Keys::new(source, table.get_ref(), 0..0, &faults), file);
    config.set = setting::all(table.get_ref(), file);
    let mut faults = faults.into_inner();
    faults.sort_by_key(|fault| fault.place.span);
    Parsed { config, faults }
}

fn read(mut keys: Keys<'_, '_>, file: usize) -> Config {
    let written = |(text, span): (String, Range<usize>)| Written { text, span, file };
    let all = |list: Vec<(String, Range<usize>)>| list.into_iter().map(written).collect();
    let mut path = |key: &'static str| {
        let span = keys.value(key).map_or(0..0, Spanned::span);
        keys.string(key).map(|path| written((path, span)))
    };
    let (extend, baseline) = (path("extend"), path("baseline"));
    let mut config = Config {
        extend,
        baseline,
        rules: all(keys.strings("rules")),
        references: all(keys.strings("references")),
        exclude: all(keys.strings("exclude")),
        fail_on: keys.choice("fail-on", FAIL_ON),
        across: keys.choice("across", ACROSS),
        groups: groups::read(keys.tables("group")),
        documents: documents::read(keys.tables("document")),
        entities: keys.entries("entity"),
        measures: keys.entries("measure"),
        dates: DateOptions {
            order: keys.choice("date-order", DATE_ORDER),
            fiscal_start: keys.choice("fiscal-year-start", MONTHS),
            ..DateOptions::default()
        },
        widths: keys.deserialize("widths"),
        ..Config::default()
    };
    let mut places = Vec::new();
    config.selection = read_selection(&mut keys, &mut places);
    config.overrides = overrides::read(keys.tables("override"), &mut places);
    config.selection_places = all(places);
    config.documents.money = documents::locale(&mut keys);
    keys.finish();
    config
}

/// `select`, `ignore` and `severity`, with the places of the names in them.
fn read_selection(keys: &mut Keys<'_, '_>, places: &mut Vec<(String, Range<usize>)>) -> Selection {
    let mut selection = Selection::default();
    for (key, list) in [("select", &mut selection.select), ("ignore", &mut selection.ignore)] {
        let found = keys.strings(key);
        list.extend(found.iter().map(|(name, _)| name.clone()));
        places.extend(found);
    }
    for (rule, value) in keys.table("severity").into_iter().flatten() {
        let name = rule.get_ref().to_string();
        if let Some(severity) = keys.choose(&name, value, SEVERITIES) {
            selection.severity.insert(name.clone(), severity);
        }
        places.push((name, Spanned::span(rule)));
    }
    selection
}

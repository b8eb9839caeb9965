//! Checks: algorithms that hold claims against arithmetic, the calendar, each other and the reference set, and say
//! passed, failed or not checked. A rule file names a check and sets its parameters; the registry here knows them all.

mod account;
mod across;
mod addend;
mod age;
mod ago;
mod amount;
mod antecedent;
mod apart;
mod between;
mod birth;
mod bound;
mod brackets;
mod calculation;
mod calendar_day;
mod carried;
mod cause;
mod cell;
mod change;
mod change_column;
mod change_words;
mod compare;
mod conflict;
mod context;
mod conversion;
mod counted;
mod dateline;
mod direction;
mod discount;
mod divided;
mod elapsed;
mod event;
mod exclusive;
mod false_precision;
mod fix;
mod formula;
mod growth;
mod happening;
mod headline;
mod implausible;
mod impossible;
mod in_all;
mod items;
mod jubilee;
mod kept;
mod lasted;
mod late;
mod led_to;
mod left_over;
mod levels;
mod list_count;
mod margin;
mod measured;
mod members;
mod mentions;
mod named_people;
mod nobody;
mod opening;
mod other_terms;
mod parameters;
mod part;
mod person;
mod points;
mod polls;
mod population;
mod price;
mod proceeds;
mod product;
mod range_column;
mod range_order;
mod rate;
mod rates;
mod ratio;
mod record;
mod reference;
mod reference_data;
mod relation;
mod rest;
mod restated;
mod role;
mod sections;
mod sentence;
mod share_column;
mod share_of;
mod share_pair;
mod share_told;
mod shares;
mod since;
mod step;
mod stretch;
mod sum;
mod suppression;
mod table;
mod table_told;
mod taken_back;
mod tally;
mod template;
mod term;
mod than;
mod told_twice;
mod trailing;
mod two_sentences;
mod up_from;
mod weekday;
mod when;
mod words_figures;
mod working;

pub use kept::Kept;
pub use reference::Matched;
pub use taken_back::Corrections;
pub use working::interval as interval_in_words;

pub use parameters::{ParameterFault, Parameters};

use std::fmt::Debug;

use crate::claim::Reading;
use crate::quantity::Widths;
use crate::reference::Facts;
use crate::verdict::Verdict;
use crate::vocabulary::{Measure, Vocabulary};

/// What a check looks at: one text and what it can be held against.
#[derive(Clone, Copy, Debug)]
pub struct Scene<'a> {
    /// The text as it was read.
    pub reading: &'a Reading<'a>,
    /// The desk's facts; empty where no reference set was given.
    pub facts: &'a Facts,
    /// How loosely figures are read.
    pub widths: &'a Widths,
    /// The facts that its claims are held against, once they were looked for.
    pub matched: &'a Matched<'a>,
}

/// One algorithm with its parameters.
///
/// A check must not decide severities (its rule does), must not look at other files, and must give the same verdicts
/// in the same order on every run.
pub trait Check: Debug + Send + Sync {
    /// Appends what it says of one text.
    fn check(&self, scene: &Scene<'_>, out: &mut Vec<Verdict>);

    /// Holds the measures that its parameters name against those of all rule files, once all are read.
    fn bind(&self, measures: &[Measure]) -> Result<(), ParameterFault> {
        let _ = measures;
        Ok(())
    }

    /// Appends what it says of claims of different texts. Most checks look at one text only.
    fn across(&self, kept: &[&Kept], vocabulary: &Vocabulary, out: &mut Vec<Verdict>) {
        let _ = (kept, vocabulary, out);
    }
}

/// The claims of a text that checks over several texts need.
pub fn keep(scene: &Scene<'_>) -> Vec<Kept> {
    kept::keep(scene)
}

/// Builds a check from the parameters of its rule.
pub type Build = fn(&Parameters<'_>) -> Result<Box<dyn Check>, ParameterFault>;

/// Every check by the name that rule files use.
pub const REGISTRY: &[(&str, Build)] = &[
    ("age", age::build),
    ("change", change::build),
    ("calendar-day", calendar_day::build),
    ("conflict", conflict::build),
    ("conversion", conversion::build),
    ("dateline", dateline::build),
    ("implausible", implausible::build),
    ("impossible", impossible::build),
    ("part", part::build),
    ("points", points::build),
    ("product", product::build),
    ("elapsed", elapsed::build),
    ("false-precision", false_precision::build),
    ("list-count", list_count::build),
    ("outdated", reference::build_outdated),
    ("range-order", range_order::build),
    ("ratio", ratio::build),
    ("reference", reference::build),
    ("reference-data", reference_data::build),
    ("relation", relation::build),
    ("shares", shares::build),
    ("sum", sum::build),
    ("suppression", suppression::build),
    ("weekday", weekday::build),
    ("words-figures", words_figures::build),
];

//! Checks: algorithms that hold claims against arithmetic, the calendar, each other and the reference set, and say
//! passed, failed or not checked. A rule file names a check and sets its parameters; the registry here knows them all.
//!
//! What only one check needs stands in the folder of its name; the other files here serve several.

mod account;
mod addend;
mod age;
mod amount;
mod antecedent;
mod birth;
mod bound;
mod brackets;
mod calendar_day;
mod cause;
mod change;
mod compare;
mod conflict;
mod context;
mod conversion;
mod dateline;
mod direction;
mod divided;
mod elapsed;
mod false_precision;
mod fix;
mod implausible;
mod impossible;
mod income;
mod kept;
mod list_count;
mod nobody;
mod opening;
mod parameters;
mod part;
mod person;
mod product;
mod range_order;
mod rate;
mod ratio;
mod reference;
mod reference_data;
mod relation;
mod repeats;
mod rest;
mod sentence;
mod shares;
mod sum;
mod suppression;
mod table;
mod taken_back;
mod weekday;
mod words_figures;
mod working;

pub use kept::Kept;
pub use reference::Matched;
pub use repeats::Repeats;
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
    ("calendar-day", calendar_day::build),
    ("change", change::build),
    ("conflict", conflict::build),
    ("conversion", conversion::build),
    ("dateline", dateline::build),
    ("elapsed", elapsed::build),
    ("false-precision", false_precision::build),
    ("implausible", implausible::build),
    ("impossible", impossible::build),
    ("list-count", list_count::build),
    ("outdated", reference::build_outdated),
    ("part", part::build),
    ("points", change::points::build),
    ("product", product::build),
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

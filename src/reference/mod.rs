//! Reference sets: the desk's verified facts, read from TOML, YAML, JSON, CSV and XLSX with every fault told by line
//! and column, and indexed so that a claim meets only the facts of its own measure and place.

mod contradiction;
mod fault;
mod fields;
mod format;
mod hxl;
mod import;
mod index;
mod iso;
mod json;
mod keys;
mod load;
mod percentages;
mod plain;
mod row;
mod says;
mod schema;
mod stated;
mod table;
#[cfg(test)]
mod tests;
mod toml_rows;
mod tree;
mod unit;
mod value;
mod workbook;
mod write;
mod yaml;

pub use fault::{Fault, Loaded, Unreadable};
pub use format::{ENDINGS, Format};
pub use import::import;
pub use index::{Facts, Near};
pub use keys::{KEYS, words_of};
pub use load::{Loader, load};
pub use stated::{Stated, Unclear, stated};
pub use value::percentage_text;
pub use workbook::table_of_workbook;
pub use write::to_toml;

use jiff::civil::Date;
use rust_decimal::Decimal;

use crate::claim::Modality;
use crate::period::Period;
use crate::quantity::{Change, Hedge, Unit};
use crate::verdict::Place;
use crate::vocabulary::{EntityId, MeasureId, Vocabulary};

/// A claim that the desk has verified.
#[derive(Clone, Debug)]
pub struct Fact {
    /// Its id in the set.
    pub id: String,
    /// What it is a figure of.
    pub measure: MeasureId,
    /// What it is about; all terms must be in a claim's context.
    pub about: Vec<Term>,
    /// The same as it was written in the set.
    pub about_text: Vec<String>,
    /// The period it covers.
    pub period: Option<Period>,
    /// The period as it was written in the set.
    pub period_text: Option<String>,
    /// When it was known.
    pub as_of: Option<Date>,
    /// The value as written.
    pub value: FactValue,
    /// What it is a number of.
    pub unit: Unit,
    /// The unit as it was written: the noun of a counted thing, "USD/GBP" for dollars for one pound.
    pub unit_text: Option<String>,
    /// Where it comes from.
    pub source: Option<String>,
    /// Actual, planned, pledged or estimated.
    pub modality: Modality,
    /// A change and not a level.
    pub change: Option<Change>,
    /// Words that narrow the measure, lower case, sorted.
    pub qualifiers: Vec<String>,
    /// Several values stand side by side, or the value is final.
    pub status: Status,
    /// Relative tolerance: 0.01 for "1%".
    pub tolerance: Option<Decimal>,
    /// Where the value stands in the set, or in the trusted text.
    pub place: Place,
    /// Whether a trusted text says so (`--against`) and no set: its figure is read as loosely as it is written.
    pub from_text: bool,
}

/// A term of a fact's `about`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Term {
    /// A known entity, by any of its names.
    Entity(EntityId),
    /// Plain words, lower case: "gang violence".
    Plain(String),
}

impl Term {
    /// The name of the entity, or the words.
    pub fn name<'t>(&'t self, vocabulary: &'t Vocabulary) -> &'t str {
        match self {
            Self::Entity(EntityId(at)) => vocabulary.entities[*at as usize].name.as_ref(),
            Self::Plain(words) => words,
        }
    }
}

/// The value of a fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FactValue {
    /// `value`, with `hedge`.
    Value(Decimal, Hedge),
    /// `low` and `high`.
    Range(Decimal, Decimal),
}

/// What the desk says of a fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Status {
    /// Nothing.
    #[default]
    Plain,
    /// Several values stand side by side.
    Contested,
    /// Final: later values are contradictions, not updates.
    Settled,
}

//! Quantities: a number as it was written, its hedge and its unit, and the two intervals that it can mean.

mod address;
mod citation;
mod digits;
mod equation;
mod exponent;
mod factor;
mod finish;
mod fraction;
mod grouped;
mod groups;
mod hedge;
mod identifier;
mod idiom;
mod implied;
pub mod interval;
mod label;
pub mod meaning;
mod measured_range;
mod metres;
mod multiple;
mod name;
mod noun;
mod number;
mod ordinal;
mod phrase;
mod place_mark;
mod range;
mod read;
mod score;
mod spell;
mod style;
mod tail;
#[cfg(test)]
mod testing;
#[cfg(test)]
mod tests;
mod title;
mod trailing;
pub mod unit;
mod units;
mod vague;
mod widths;
mod wording;
mod words;

pub use grouped::{grouped, with_decimals};
pub use interval::Interval;
pub use meaning::{Meaning, Widths};
pub use noun::singular;
pub use read::read_quantities;
pub use spell::ordinal_ending;
pub use style::{Precision, Style, capitalised};

use rust_decimal::Decimal;

use crate::period::TimeUnit;
use crate::span::Span;

/// A number as it was written, with hedge, unit and noun.
#[derive(Clone, Debug, PartialEq)]
pub struct Quantity {
    /// Hedge, currency, number and unit or counted noun; nothing more.
    pub span: Span,
    /// The bytes of the number alone, magnitude included.
    pub number_span: Span,
    /// First token of the number and the token after the whole quantity, as indices of the block's tokens.
    pub tokens: (u32, u32),
    /// What was written.
    pub number: Number,
    /// How it is bounded.
    pub hedge: Hedge,
    /// What it is a number of.
    pub unit: Unit,
    /// The noun phrase that is counted, if one stands there.
    pub noun: Option<Noun>,
    /// Whether the figure is a change and not a level: "600 more", "up 600".
    pub change: Option<Change>,
    /// "a total of", "in all": the figure says that it is a sum.
    pub total: bool,
    /// "another 78", "an additional 600": disjoint from the figure before.
    pub additional: bool,
}

/// The number itself. All values are scaled: "1.2 million" is 1200000.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Number {
    /// One value.
    Value {
        /// The value.
        value: Decimal,
        /// Place of the last digit written, scaled: 100000 for "1.2 million", 0.01 for "3.25".
        place: Decimal,
        /// How it was written.
        form: Form,
    },
    /// "30 to 50": both ends.
    Range {
        /// Lower end as written.
        low: Decimal,
        /// Upper end as written.
        high: Decimal,
        /// Place of the last digit written, the coarser of the two.
        place: Decimal,
    },
    /// "dozens", "several", "tens of thousands".
    Vague(Vague),
    /// Shares and fractions in words: "half", "one in ten", as a fraction of one.
    Share {
        /// 0.5 for half.
        value: Decimal,
    },
    /// "doubling", "halved", "three times": a factor.
    Multiple {
        /// 2 for doubled, 0.5 for halved.
        factor: Decimal,
    },
}

impl Number {
    /// The number as written; ranges and vague words have none.
    pub fn value(self) -> Option<Decimal> {
        match self {
            Self::Value { value, .. } | Self::Share { value } => Some(value),
            Self::Multiple { factor } => Some(factor),
            Self::Range { .. } | Self::Vague(_) => None,
        }
    }

    /// The value of a plain number; shares and factors in words have none either.
    pub fn plain(self) -> Option<Decimal> {
        match self {
            Self::Value { value, .. } => Some(value),
            _ => None,
        }
    }
}

/// How a single value was written; decides how loosely it can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Digits or words without decimals or magnitude.
    Whole,
    /// With decimals.
    Decimals,
    /// With a magnitude word.
    Magnitude,
}

/// Vague counts, with the bounds of their soft interval.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Vague {
    /// Soft lower end.
    pub low: i64,
    /// Soft upper end; none for millions and more.
    pub high: Option<i64>,
    /// Which row of the table of widths it belongs to.
    pub row: VagueRow,
}

/// Rows of vague counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VagueRow {
    /// a couple.
    Couple,
    /// a few.
    Few,
    /// several, a handful.
    Several,
    /// dozens, scores, hundreds.
    Many,
    /// thousands and above.
    Thousands,
}

/// How a figure is bounded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Hedge {
    /// None.
    None,
    /// exactly, precisely: `none` in the machine format.
    Exactly,
    /// about, around, roughly, some, an estimated.
    About,
    /// nearly, almost, close to.
    Nearly,
    /// just under: `nearly` in the machine format.
    JustUnder,
    /// more than, over.
    MoreThan,
    /// just over: `more_than` in the machine format.
    JustOver,
    /// fewer than, less than, under, below.
    LessThan,
    /// at least, a minimum of, no fewer than.
    AtLeast,
    /// at most, a maximum of, no more than.
    AtMost,
    /// up to, as many as.
    UpTo,
    /// a to b.
    Between,
    /// dozens, several.
    Vague,
    /// the best part of, most of: `nearly` in the machine format.
    MostOf,
}

impl Hedge {
    /// Its name in the machine format.
    pub fn name(self) -> &'static str {
        match self {
            Self::None | Self::Exactly => "none",
            Self::About => "about",
            Self::Nearly | Self::JustUnder | Self::MostOf => "nearly",
            Self::MoreThan | Self::JustOver => "more_than",
            Self::LessThan => "less_than",
            Self::AtLeast => "at_least",
            Self::AtMost => "at_most",
            Self::UpTo => "up_to",
            Self::Between => "between",
            Self::Vague => "vague",
        }
    }
}

/// What a number is a number of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Unit {
    /// Nothing that is known: a bare number.
    None,
    /// People, whatever the noun.
    Person,
    /// Other counted things; the noun says what.
    Thing,
    /// Money in this currency.
    Money(unit::Currency),
    /// Per cent.
    Percent,
    /// Percentage points.
    PercentagePoint,
    /// A share or a factor without a unit: half, doubled.
    Ratio,
    /// A measurement.
    Measure(unit::MeasureUnit),
    /// A length of time.
    Duration(TimeUnit),
    /// The age of a person or thing, in this unit.
    Age(TimeUnit),
    /// first, 31st.
    Ordinal,
}

impl Unit {
    /// Whether figures in it count people or things; a bare number may.
    pub fn counts_things(self) -> bool {
        matches!(self, Self::None | Self::Person | Self::Thing)
    }

    /// Whether figures in it are amounts of money or of what is measured.
    pub fn is_amount(self) -> bool {
        matches!(self, Self::Money(_) | Self::Measure(_))
    }
}

/// The counted noun phrase behind a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Noun {
    /// The whole phrase: "Kenyan police officers".
    pub phrase: Span,
    /// Its head: "officers".
    pub head: Span,
}

/// The direction of a figure that is a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Change {
    /// more, up, rose by.
    Increase,
    /// fewer, down, fell by.
    Decrease,
}

impl Change {
    /// Its name in the machine format.
    pub fn name(self) -> &'static str {
        match self {
            Self::Increase => "increase",
            Self::Decrease => "decrease",
        }
    }
}

//! Days, periods and durations: what a date expression says as it was written, and which half-open range of days it
//! means once a document date is known. No clock is ever read: without a date, relative expressions stay open.

mod calendar;
mod elapsed;
mod evidence;
mod grammar;
mod in_words;
mod iso;
mod order;
mod read;
mod relation;
mod resolve;
mod tense;
mod unit;
mod written;

use std::fmt;

use jiff::civil::Date;

use crate::span::Span;

pub use calendar::{Point, weekday};
pub use elapsed::whole_units;
pub use grammar::is_of_a_life;
pub use in_words::day_in_words;
pub use iso::{IsoPeriodError, parse_iso_period};
pub use read::{DateOptions, read_dates, read_dates_with};
pub use relation::Grain;
pub use resolve::{Context, Meaning, resolve};
pub use tense::Tense;
pub use written::{Amount, Part, Written, WrittenYear};

/// A half-open range of days; `None` is open. "2024-Q1" is `2024-01-01 .. 2024-04-01`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Period {
    /// First day.
    pub start: Option<Date>,
    /// Day after the last one.
    pub end: Option<Date>,
}

/// Units of time, smallest first; the discriminants are those of the lexicon's `TIME_UNIT` words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum TimeUnit {
    /// Second.
    Second = 1,
    /// Minute.
    Minute,
    /// Hour.
    Hour,
    /// Day.
    Day,
    /// Seven days.
    Week,
    /// Fourteen days.
    Fortnight,
    /// Calendar month.
    Month,
    /// Three months.
    Quarter,
    /// Calendar year.
    Year,
    /// Ten years.
    Decade,
    /// A hundred years.
    Century,
}

/// What sort of expression it is, for `kind` in the machine format.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DateKind {
    /// A day, month or year: a point on the calendar in its own grain.
    Date,
    /// Anything that spans from somewhere to somewhere: "since March", "the first three months of the year".
    Period,
    /// A time of day.
    Time,
}

/// A date expression as it was written and what it means.
#[derive(Clone, Debug, PartialEq)]
pub struct DateExpr {
    /// Its bytes in the block: "on 25 June" without the "on"; "since March" with the "since".
    pub span: Span,
    /// Day, month or year, or a period.
    pub kind: DateKind,
    /// TIMEX3 value: "2024-06-25", "2024-Q1", "XXXX-06-25" where the year is not known.
    pub timex: Option<String>,
    /// The days it means, if they are known.
    pub period: Option<Period>,
    /// Whether the year (and so the period) came from the document's date and not from the words.
    pub relative: bool,
    /// A weekday that was written with a calendar day ("Monday, 2 October 2023"): 1 is Monday.
    pub weekday: Option<WrittenWeekday>,
    /// The weekdays of the first and the last day of a range ("from Sunday, 9 June, to Friday, 14 June 2024").
    pub range_weekdays: [Option<WrittenWeekday>; 2],
    /// What leads it, where that changes what a claim's period is.
    pub lead: Lead,
    /// A day that is in no calendar ("31 June"); it has no period.
    pub impossible: bool,
    /// Counted from another date of the sentence ("a year earlier"): it dates the figure before it and no other.
    pub dependent: bool,
    /// How far from that other date it lies: "two days later" is 2 days, "a week earlier" is -1 week.
    pub step: Option<(i32, TimeUnit)>,
    /// A range that ends before it begins ("from 5 May to 2 May"); it has no period.
    pub reversed: bool,
}

/// Which number comes first in "3/4/2025", where the numbers alone do not tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum DateOrder {
    /// 4 March 2025, as in the United States.
    #[default]
    MonthDay,
    /// 3 April 2025, as nearly everywhere else.
    DayMonth,
}

/// A weekday's name that stands with a calendar day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WrittenWeekday {
    /// Bytes of the weekday's name.
    pub span: Span,
    /// 1 is Monday, 7 is Sunday.
    pub number: u8,
}

/// The word before a date that says how it bounds a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Lead {
    /// None, or one that changes nothing ("in", "on", "during").
    #[default]
    None,
    /// "since": from there to the document's date.
    Since,
    /// "until", "till".
    Until,
    /// "by": a deadline.
    By,
    /// "as of": the day on which a figure was known, not the period it covers.
    AsOf,
    /// "before".
    Before,
    /// "after".
    After,
}

impl Period {
    /// One day.
    pub fn day(day: Date) -> Option<Self> {
        Some(Self { start: Some(day), end: Some(day.tomorrow().ok()?) })
    }

    /// From `start` up to and without `end`; `None` where they are reversed.
    pub fn between(start: Date, end: Date) -> Option<Self> {
        (start < end).then_some(Self { start: Some(start), end: Some(end) })
    }

    /// Whether both ends are known.
    pub fn is_closed(&self) -> bool {
        self.start.is_some() && self.end.is_some()
    }

    /// The last day, if the end is known.
    pub fn last_day(&self) -> Option<Date> {
        self.end.and_then(|end| end.yesterday().ok())
    }

    /// Whether a day lies inside; open ends hold everything.
    pub fn contains(&self, day: Date) -> bool {
        self.start.is_none_or(|start| start <= day) && self.end.is_none_or(|end| day < end)
    }
}

/// ISO 8601 interval, end included, `..` for open: "2024-01-01/2024-03-31".
impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.start {
            Some(day) => write!(f, "{day}")?,
            None => f.write_str("..")?,
        }
        f.write_str("/")?;
        match self.last_day() {
            Some(day) => write!(f, "{day}"),
            None => f.write_str(".."),
        }
    }
}

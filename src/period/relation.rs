//! How two periods lie to each other, and in which grain a period is written. Comparisons of claims ask these and
//! nothing else about time.

use std::fmt;

use super::calendar::{Point, weekday};
use super::{Period, TimeUnit};

/// The size of a period, where it is a whole unit of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Grain {
    /// One day.
    Day,
    /// Monday to Sunday.
    Week,
    /// A calendar month.
    Month,
    /// A calendar quarter.
    Quarter,
    /// A calendar year.
    Year,
    /// Anything else, and everything open.
    Other,
}

impl fmt::Display for Grain {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Day => "day",
            Self::Week => "week",
            Self::Month => "month",
            Self::Quarter => "quarter",
            Self::Year => "year",
            Self::Other => "period",
        })
    }
}

impl Period {
    /// Whether both are the same days.
    pub fn equals(&self, other: &Self) -> bool {
        self == other
    }

    /// Whether no day lies in both; open ends reach for ever.
    pub fn disjoint(&self, other: &Self) -> bool {
        let before = |a: &Self, b: &Self| matches!((a.end, b.start), (Some(end), Some(start)) if end <= start);
        before(self, other) || before(other, self)
    }

    /// Whether both begin on the same known day: periods that are still running agree when their starts do.
    pub fn starts_with_same_start(&self, other: &Self) -> bool {
        self.start.is_some() && self.start == other.start
    }

    /// Whether every day of it lies in `other`.
    pub fn within(&self, other: &Self) -> bool {
        let from = other.start.is_none_or(|outer| self.start.is_some_and(|inner| outer <= inner));
        let to = other.end.is_none_or(|outer| self.end.is_some_and(|inner| inner <= outer));
        from && to
    }

    /// Which unit of the calendar it is.
    pub fn grain(&self) -> Grain {
        let Some(start) = self.start.filter(|_| self.is_closed()) else {
            return Grain::Other;
        };
        let is = |unit| Point::around(start, unit).and_then(Point::period).as_ref() == Some(self);
        match () {
            () if is(TimeUnit::Day) => Grain::Day,
            () if weekday(start) == 1 && is(TimeUnit::Week) => Grain::Week,
            () if is(TimeUnit::Month) => Grain::Month,
            () if is(TimeUnit::Quarter) => Grain::Quarter,
            () if is(TimeUnit::Year) => Grain::Year,
            () => Grain::Other,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::period::parse_iso_period;

    fn p(text: &str) -> Period {
        parse_iso_period(text).expect("a period of the test")
    }

    #[test]
    fn a_quarter_holds_its_months_and_touches_the_next_without_overlap() {
        assert!(p("2024-02").within(&p("2024-Q1")));
        assert!(!p("2024-02/2024-04").within(&p("2024-Q1")));
        assert!(p("2024-Q1").disjoint(&p("2024-Q2")));
        assert!(!p("2024-Q1").disjoint(&p("2024-03-31")));
        assert!(p("2024-Q1").equals(&p("2024-01/2024-03")));
    }

    #[test]
    fn open_ends_reach_for_ever() {
        assert!(p("2024").within(&p("2023/..")));
        assert!(!p("2023/..").within(&p("2023/2030")));
        assert!(!p("2023/..").disjoint(&p("../2023")));
        assert!(p("2023/..").starts_with_same_start(&p("2023")));
        assert!(!p("../2023").starts_with_same_start(&p("../2024")));
    }

    #[test]
    fn grains_are_whole_units() {
        assert_eq!(p("2024-06-25").grain(), Grain::Day);
        assert_eq!(p("2024-06-17/2024-06-23").grain(), Grain::Week);
        assert_eq!(p("2024-06").grain(), Grain::Month);
        assert_eq!(p("2024-Q2").grain(), Grain::Quarter);
        assert_eq!(p("2024-01-01/2024-12-31").grain(), Grain::Year);
        assert_eq!(p("2024-06-18/2024-06-24").grain(), Grain::Other);
        assert_eq!(p("2024/..").grain(), Grain::Other);
    }
}

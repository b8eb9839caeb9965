//! The kinds of figures and dates that the formats of `extract` tell apart.

use std::fmt;

use crate::claim::Claim;
use crate::period::DateKind;
use crate::quantity::{Hedge, Unit};

/// What sort of figure or date a row is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// A number of people or things.
    Count,
    /// A sum of money.
    Money,
    /// Per cent and percentage points.
    Percent,
    /// A fraction, a share, a factor.
    Ratio,
    /// A length, a weight, any physical quantity.
    Measurement,
    /// A temperature.
    Temperature,
    /// How old somebody or something is.
    Age,
    /// A place in an order: "third".
    Ordinal,
    /// A length of time.
    Duration,
    /// A day.
    Date,
    /// A time of day.
    Time,
    /// A stretch of days: a month, a quarter, "since May".
    Period,
    /// A number of which no unit is known.
    Number,
}

impl Kind {
    /// All, in the order of the documentation.
    pub const ALL: [Self; 13] = [
        Self::Count,
        Self::Money,
        Self::Percent,
        Self::Ratio,
        Self::Measurement,
        Self::Temperature,
        Self::Age,
        Self::Ordinal,
        Self::Duration,
        Self::Date,
        Self::Time,
        Self::Period,
        Self::Number,
    ];

    /// Of a figure.
    pub fn of_claim(claim: &Claim) -> Self {
        match claim.quantity.unit {
            Unit::Money(_) => Self::Money,
            Unit::Percent | Unit::PercentagePoint => Self::Percent,
            Unit::Ratio => Self::Ratio,
            Unit::Measure(unit) if unit.is_temperature() => Self::Temperature,
            Unit::Measure(_) => Self::Measurement,
            Unit::Age(_) => Self::Age,
            Unit::Ordinal => Self::Ordinal,
            Unit::Duration(_) => Self::Duration,
            Unit::Person | Unit::Thing => Self::Count,
            Unit::None
                if claim.quantity.change.is_some()
                    || claim.measure.is_some()
                    || claim.quantity.hedge != Hedge::None =>
            {
                Self::Count
            }
            Unit::None => Self::Number,
        }
    }

    /// Of a date.
    pub fn of_date(kind: DateKind) -> Self {
        match kind {
            DateKind::Date => Self::Date,
            DateKind::Period => Self::Period,
            DateKind::Time => Self::Time,
        }
    }

    /// Its name in the formats.
    pub fn name(self) -> &'static str {
        match self {
            Self::Count => "count",
            Self::Money => "money",
            Self::Percent => "percent",
            Self::Ratio => "ratio",
            Self::Measurement => "measurement",
            Self::Temperature => "temperature",
            Self::Age => "age",
            Self::Ordinal => "ordinal",
            Self::Duration => "duration",
            Self::Date => "date",
            Self::Time => "time",
            Self::Period => "period",
            Self::Number => "number",
        }
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// Which rows are wanted.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    /// Of these kinds; empty means all.
    pub kinds: Vec<Kind>,
    /// Of these measures, by id; empty means all, and figures without a measure.
    pub measures: Vec<String>,
}

impl Filter {
    /// Whether a row of this kind and measure is wanted.
    pub fn wants(&self, kind: Kind, measure: Option<&str>) -> bool {
        let of_kind = self.kinds.is_empty() || self.kinds.contains(&kind);
        let of_measure = || measure.is_some_and(|id| self.measures.iter().any(|wanted| wanted == id));
        of_kind && (self.measures.is_empty() || of_measure())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_filter_wants_what_all_its_lists_name() {
        let all = Filter::default();
        assert!(all.wants(Kind::Date, None));
        let money = Filter { kinds: vec![Kind::Money, Kind::Count], measures: Vec::new() };
        assert!(money.wants(Kind::Count, None) && !money.wants(Kind::Age, Some("deaths")));
        let both = Filter { measures: vec!["deaths".to_owned()], ..money };
        assert!(both.wants(Kind::Count, Some("deaths")));
        assert!(!both.wants(Kind::Count, None) && !both.wants(Kind::Percent, Some("deaths")));
    }
}

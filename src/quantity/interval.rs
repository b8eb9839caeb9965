//! Intervals of exact decimals, open or closed at either end, with the arithmetic that sums and ratios need.

use std::fmt;

use rust_decimal::Decimal;

/// One end of an interval.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bound {
    /// The end itself belongs to the interval.
    Closed(Decimal),
    /// It does not.
    Open(Decimal),
    /// There is no end.
    Infinite,
}

/// A range of values that a figure can mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Interval {
    /// Lower end.
    pub low: Bound,
    /// Upper end.
    pub high: Bound,
}

impl Bound {
    /// The number, if there is an end.
    pub fn value(self) -> Option<Decimal> {
        match self {
            Self::Closed(value) | Self::Open(value) => Some(value),
            Self::Infinite => None,
        }
    }

    fn map(self, with: impl FnOnce(Decimal) -> Option<Decimal>) -> Option<Self> {
        Some(match self {
            Self::Closed(value) => Self::Closed(with(value)?),
            Self::Open(value) => Self::Open(with(value)?),
            Self::Infinite => Self::Infinite,
        })
    }

    /// Both ends combined: infinite if one is, open if one is.
    fn with(self, other: Self, combine: impl FnOnce(Decimal, Decimal) -> Option<Decimal>) -> Option<Self> {
        let (Some(a), Some(b)) = (self.value(), other.value()) else {
            return Some(Self::Infinite);
        };
        let value = combine(a, b)?;
        Some(if matches!((self, other), (Self::Closed(_), Self::Closed(_))) {
            Self::Closed(value)
        } else {
            Self::Open(value)
        })
    }
}

impl Interval {
    /// The closed point.
    pub fn point(value: Decimal) -> Self {
        Self { low: Bound::Closed(value), high: Bound::Closed(value) }
    }

    /// Both ends closed.
    pub fn closed(low: Decimal, high: Decimal) -> Self {
        Self { low: Bound::Closed(low), high: Bound::Closed(high) }
    }

    /// `[n - w, n + w)`: how a rounded figure is read. A width of nothing is the point.
    pub fn around(value: Decimal, width: Decimal) -> Option<Self> {
        if width.is_zero() {
            return Some(Self::point(value));
        }
        Some(Self { low: Bound::Closed(value.checked_sub(width)?), high: Bound::Open(value.checked_add(width)?) })
    }

    /// From `low` (closed) to infinity.
    pub fn at_least(low: Decimal) -> Self {
        Self { low: Bound::Closed(low), high: Bound::Infinite }
    }

    /// Whether a value lies inside.
    pub fn contains(&self, value: Decimal) -> bool {
        let above = match self.low {
            Bound::Closed(low) => low <= value,
            Bound::Open(low) => low < value,
            Bound::Infinite => true,
        };
        let below = match self.high {
            Bound::Closed(high) => value <= high,
            Bound::Open(high) => value < high,
            Bound::Infinite => true,
        };
        above && below
    }

    /// Whether no value lies in both.
    pub fn disjoint(&self, other: &Self) -> bool {
        Self::below(self.high, other.low) || Self::below(other.high, self.low)
    }

    /// Whether everything up to `high` lies below everything from `low` on.
    fn below(high: Bound, low: Bound) -> bool {
        match (high, low) {
            (Bound::Infinite, _) | (_, Bound::Infinite) => false,
            (Bound::Closed(high), Bound::Closed(low)) => high < low,
            (Bound::Closed(high) | Bound::Open(high), Bound::Open(low) | Bound::Closed(low)) => high <= low,
        }
    }

    /// The sum of two unknowns; `None` where it goes over 28 digits.
    pub fn plus(&self, other: &Self) -> Option<Self> {
        Some(Self {
            low: self.low.with(other.low, Decimal::checked_add)?,
            high: self.high.with(other.high, Decimal::checked_add)?,
        })
    }

    /// The difference of two unknowns.
    pub fn minus(&self, other: &Self) -> Option<Self> {
        Some(Self {
            low: self.low.with(other.high, Decimal::checked_sub)?,
            high: self.high.with(other.low, Decimal::checked_sub)?,
        })
    }

    /// Every value times a positive factor.
    pub fn times(&self, factor: Decimal) -> Option<Self> {
        Some(Self { low: self.low.map(|v| v.checked_mul(factor))?, high: self.high.map(|v| v.checked_mul(factor))? })
    }

    /// The product of two unknowns that are not negative; `None` where it goes over 28 digits.
    pub fn by(&self, other: &Self) -> Option<Self> {
        Some(Self {
            low: self.low.with(other.low, Decimal::checked_mul)?,
            high: self.high.with(other.high, Decimal::checked_mul)?,
        })
    }

    /// The quotient of two unknowns that are positive; `None` where the divisor reaches nought.
    pub fn over(&self, other: &Self) -> Option<Self> {
        let positive = other.low.value().is_some_and(|low| low > Decimal::ZERO);
        if !positive {
            return None;
        }
        let low = match other.high {
            Bound::Infinite => Bound::Open(Decimal::ZERO),
            high => self.low.with(high, Decimal::checked_div)?,
        };
        Some(Self { low, high: self.high.with(other.low, Decimal::checked_div)? })
    }

    /// The smallest interval that covers both.
    #[must_use]
    pub fn cover(&self, other: &Self) -> Self {
        Self { low: lower(self.low, other.low), high: higher(self.high, other.high) }
    }
}

fn lower(a: Bound, b: Bound) -> Bound {
    match (a.value(), b.value()) {
        (None, _) | (_, None) => Bound::Infinite,
        (Some(x), Some(y)) if x < y || (x == y && matches!(a, Bound::Closed(_))) => a,
        _ => b,
    }
}

fn higher(a: Bound, b: Bound) -> Bound {
    match (a.value(), b.value()) {
        (None, _) | (_, None) => Bound::Infinite,
        (Some(x), Some(y)) if x > y || (x == y && matches!(a, Bound::Closed(_))) => a,
        _ => b,
    }
}

/// In mathematical notation: `[1655, 1665)`, `(1000, ∞)`.
impl fmt::Display for Interval {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.low {
            Bound::Closed(value) => write!(f, "[{}", value.normalize())?,
            Bound::Open(value) => write!(f, "({}", value.normalize())?,
            Bound::Infinite => f.write_str("(-∞")?,
        }
        match self.high {
            Bound::Closed(value) => write!(f, ", {}]", value.normalize()),
            Bound::Open(value) => write!(f, ", {})", value.normalize()),
            Bound::Infinite => f.write_str(", ∞)"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn d(value: i64) -> Decimal {
        Decimal::from(value)
    }

    #[test]
    fn open_ends_that_touch_share_nothing() {
        let below = Interval { low: Bound::Infinite, high: Bound::Open(d(10)) };
        assert!(below.disjoint(&Interval::point(d(10))));
        assert!(!Interval::closed(d(1), d(10)).disjoint(&Interval::point(d(10))));
        assert!(!below.disjoint(&Interval::at_least(d(9))));
    }

    #[test]
    fn quotients_of_unknowns_take_opposite_ends() {
        let ratio = Interval::closed(d(10), d(20)).over(&Interval::closed(d(2), d(5)));
        assert_eq!(ratio.map(|r| r.to_string()), Some("[2, 10]".to_owned()));
        let product = Interval::closed(d(10), d(20)).by(&Interval::at_least(d(2)));
        assert_eq!(product.map(|p| p.to_string()), Some("[20, ∞)".to_owned()));
        assert_eq!(Interval::point(d(1)).over(&Interval::closed(d(0), d(1))), None);
    }
}

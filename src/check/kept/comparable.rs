//! Whether two kept claims are of one quantity: the same measure, place and period, neither an update of the other.

use std::sync::Arc;

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::{Kept, Key, SETTLED_AFTER};
use crate::check::working::slip;

/// Most days of a period in which a place has one happening of a kind.
const DAYS_OF_ONE: i32 = 3;

impl Kept {
    /// Whether its own sentence says that the other figure was so before.
    pub(in crate::check) fn replaces(&self, other: &Self) -> bool {
        other.figure.nominal.is_some_and(|value| self.former.contains(&value))
    }

    pub(in crate::check) fn key(&self) -> Key {
        (self.measure, self.about, self.period, self.unit, self.change, self.modality, self.qualifiers.clone())
    }

    /// The same with the end left open in periods that were still running: such periods agree where they begin.
    pub(in crate::check) fn key_across(&self) -> Key {
        let mut key = self.key();
        if !self.is_short() && self.period.last_day() == Some(self.as_of) {
            key.2.end = None;
        }
        key
    }

    fn is_short(&self) -> bool {
        self.period
            .start
            .zip(self.period.end)
            .is_some_and(|(start, end)| end.since(start).is_ok_and(|span| span.get_days() <= DAYS_OF_ONE))
    }

    /// When it was known, then where it stands.
    pub(in crate::check) fn order(&self) -> (Date, Arc<str>, u32) {
        (self.as_of, Arc::clone(&self.place.path), self.place.span.start)
    }

    fn settled(&self) -> bool {
        let closed = self.period.end.and_then(|end| end.checked_add(jiff::Span::new().days(SETTLED_AFTER)).ok());
        closed.is_some_and(|day| self.as_of >= day)
    }

    fn same_subject(&self, other: &Self) -> bool {
        self.causes == other.causes
            && (self.others.is_empty()
                || other.others.is_empty()
                || self.others.iter().any(|id| other.others.contains(id)))
    }

    /// Whether it counts nobody. A text may say so of one of several events, and means the other by the next figure.
    fn is_none(&self) -> bool {
        self.figure.nominal.is_some_and(|value| value.is_zero())
    }

    /// Two mentions in one text.
    pub(in crate::check) fn comparable_within(&self, other: &Self) -> bool {
        self.place.path == other.place.path
            && !self.stock
            && self.rate.is_none()
            && !self.is_none()
            && !other.is_none()
            && self.sentence != other.sentence
            && self.same_subject(other)
            && self.others == other.others
    }

    /// Mentions in two texts, this one known no later than the other: of one happening, and both settled, known on the
    /// same day, or counted again since.
    pub(in crate::check) fn comparable_across(&self, later: &Self) -> bool {
        if self.rate.is_some() {
            return self.is_same_rate(later);
        }
        let short = self.is_short() && !self.stock;
        self.place.path != later.place.path
            && self.same_subject(later)
            && self.happening.is_that_of(&later.happening, short, &self.causes, || self.is_a_slip_of(later))
            && (self.settled() && later.settled() || self.as_of == later.as_of || !self.stock && later.updates(self))
    }

    /// One rate of one country in two texts. A rate is measured anew by whoever publishes it, and revised for a while.
    fn is_same_rate(&self, later: &Self) -> bool {
        let known = self.as_of == later.as_of || self.settled() && later.settled();
        let sources = matches!((&self.attributed, &later.attributed), (Some(a), Some(b)) if a != b);
        self.place.path != later.place.path
            && self.rate == later.rate
            && self.others == later.others
            && known
            && !(sources || self.revised && self.replaces(later) || later.revised && later.replaces(self))
    }

    /// Whether exchanged or missing digits or a power of ten make one figure of the other, and not by chance.
    fn is_a_slip_of(&self, other: &Self) -> bool {
        let both = self.figure.nominal.zip(other.figure.nominal);
        both.is_some_and(|(a, b)| a.min(b) >= Decimal::ONE_HUNDRED && slip(a, b).is_some())
    }

    /// Whether its number is less than the other's.
    pub(in crate::check) fn is_below(&self, other: &Self) -> bool {
        self.figure.nominal.zip(other.figure.nominal).is_some_and(|(own, other)| own < other)
    }

    /// Two sources that are both named and differ: a reported dispute.
    pub(in crate::check) fn disputes(&self, other: &Self) -> bool {
        self.place.path == other.place.path
            && matches!((&self.attributed, &other.attributed), (Some(a), Some(b)) if a != b)
    }

    /// Whether this is a later count of a period that was not settled when the other was written.
    pub(in crate::check) fn updates(&self, other: &Self) -> bool {
        self.as_of > other.as_of && !other.settled()
    }
}

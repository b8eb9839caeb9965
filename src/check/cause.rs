//! Why two figures differ: the likely reasons, as far as arithmetic can show them, the likeliest first and at most two.
//! Checks that know figures besides the two that disagree (facts, claims of other texts) add them here; what the two
//! numbers show by themselves is found without them.

use rust_decimal::Decimal;

use super::working::{dropped, exchanged, factor, number, significant_digits};
use crate::period::Period;
use crate::quantity::meaning::last_place;

/// Most reasons that a finding gives.
const MOST: usize = 2;

/// Kinds of reasons, in the order in which they are believed: the less likely the agreement is by chance, the earlier.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    /// Killed and injured together.
    Together,
    /// The injured for the killed.
    OtherMeasure,
    /// What was known before.
    Earlier,
    /// The figure of children only, or of all where children were meant.
    Part,
    /// A plus for a minus.
    Sign,
    /// "8%" of two levels in per cent that are 8 points apart.
    Points,
    /// Million and billion, one nought too many, two digits exchanged.
    Slip,
    /// The year of the period stands where the count should.
    Year,
    /// The figure of another quarter.
    OtherPeriod,
    /// The figure of another country.
    OtherPlace,
    /// A digit is missing.
    Dropped,
}

/// Reasons that were found.
#[derive(Debug, Default)]
pub(super) struct Causes(Vec<(Kind, String)>);

impl Causes {
    /// What two numbers show by themselves. `period` is that of the right one.
    pub(super) fn of(stated: Decimal, right: Decimal, period: Option<Period>) -> Self {
        let mut causes = Self::default();
        if stated == -right && !stated.is_zero() {
            causes.add(Kind::Sign, Some("the sign may be wrong".to_owned()));
        }
        causes.add(Kind::Slip, factor(stated, right).or_else(|| exchanged(stated, right)));
        causes.add(Kind::Dropped, dropped(stated, right));
        causes.add(Kind::Year, year(stated, right, period));
        causes
    }

    /// Adds a reason, if there is one.
    pub(super) fn add(&mut self, kind: Kind, words: Option<String>) {
        self.0.extend(words.map(|words| (kind, words)));
    }

    /// The likeliest, in words; the first of each kind only.
    pub(super) fn said(mut self) -> Option<String> {
        self.0.sort_by_key(|(kind, _)| *kind);
        self.0.dedup_by_key(|(kind, _)| *kind);
        let words: Vec<String> = self.0.into_iter().take(MOST).map(|(_, words)| words).collect();
        (!words.is_empty()).then(|| words.join("; or "))
    }
}

/// "2023 may be the year, and not the count".
pub(super) fn year(stated: Decimal, right: Decimal, period: Option<Period>) -> Option<String> {
    let period = period?;
    let first = period.start.map(|day| Decimal::from(day.year()));
    let last = period.last_day().map(|day| Decimal::from(day.year()));
    let is_one = (first == Some(stated) || last == Some(stated)) && first != Some(right) && last != Some(right);
    is_one.then(|| format!("{} may be the year, and not the figure", stated.normalize()))
}

/// Whether a number is what was stated, or is it when it is rounded to the place where the stated one ends.
pub(super) fn is_stated(number: Decimal, stated: Decimal) -> bool {
    number == stated || tells_much(stated) && number.saturating_sub(stated).abs() < last_place(stated) / Decimal::TWO
}

/// Whether a number says so much that another one is seldom the same by chance: "3" and "500" do not.
pub(super) fn tells_much(number: Decimal) -> bool {
    significant_digits(number) >= 2
}

/// "1.2 is the difference in percentage points: 5.3% and 4.1%", of two levels in per cent.
pub(super) fn points(stated: Decimal, levels: &[Decimal]) -> Option<String> {
    levels.iter().enumerate().find_map(|(at, a)| {
        let b = levels[..at].iter().find(|b| a.saturating_sub(**b).abs() == stated.abs() && !stated.is_zero())?;
        let (from, to) = (number(*b), number(*a));
        Some(format!("{} is the difference in percentage points: {from}% and {to}%", number(stated.abs())))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn d(text: &str) -> Decimal {
        text.parse().expect("a decimal")
    }

    fn row(stated: &str, right: &str) -> String {
        let day = |text: &str| text.parse().expect("a day");
        let period = Period { start: Some(day("2023-01-01")), end: Some(day("2024-01-01")) };
        Causes::of(d(stated), d(right), Some(period)).said().unwrap_or_default()
    }

    #[test]
    fn two_numbers_by_themselves() {
        assert_eq!(row("8400", "840"), "the two differ by a factor of ten");
        assert_eq!(row("84000000", "8400000000"), "the two differ by a factor of a hundred");
        assert_eq!(row("7000000", "7000000000"), "the two differ by a factor of a thousand, as million and billion do");
        assert_eq!(row("7000", "7"), "the two differ by a factor of a thousand");
        assert_eq!(row("5172", "5712"), "two digits may be exchanged: 5,172 and 5,712");
        assert_eq!(row("572", "5172"), "a digit may be missing: 572 and 5,172");
        assert_eq!(row("0.4", "-0.4"), "the sign may be wrong");
        assert_eq!(row("2023", "311"), "2023 may be the year, and not the figure");
        assert_eq!(row("2022", "311"), "");
        assert_eq!(row("311", "377"), "");
    }

    #[test]
    fn at_most_two_and_the_likeliest_first() {
        let mut causes = Causes::of(d("840"), d("8400"), None);
        causes.add(Kind::OtherPlace, Some("840 is the figure for Peru".to_owned()));
        causes.add(Kind::Earlier, Some("840 was the figure as of 1 May".to_owned()));
        let said = causes.said();
        assert_eq!(said.as_deref(), Some("840 was the figure as of 1 May; or the two differ by a factor of ten"));
    }

    #[test]
    fn levels_that_are_points_apart() {
        let said = points(d("1.2"), &[d("4.1"), d("7"), d("5.3")]);
        assert_eq!(said.as_deref(), Some("1.2 is the difference in percentage points: 4.1% and 5.3%"));
        assert_eq!(points(d("29"), &[d("4.1"), d("5.3")]), None);
    }

    #[test]
    fn numbers_that_agree_when_rounded() {
        assert!(is_stated(d("2905"), d("2900")) && is_stated(d("12"), d("12")));
        assert!(!is_stated(d("2960"), d("2900")) && !is_stated(d("3.4"), d("3")));
        assert!(tells_much(d("12")) && tells_much(d("1.4")) && tells_much(d("1030")));
        assert!(!tells_much(d("500")) && !tells_much(d("7")) && !tells_much(d("0.3")));
    }
}

//! How much time lies between two dates, as an interval: "two years after", "the 30th anniversary of the 1995 flood". A
//! year or a month is not one day, so that what lies between has a least and a most.

use std::ops::RangeInclusive;

use jiff::Unit;
use jiff::civil::{Date, DateDifference};

use super::{Period, TimeUnit};

impl Period {
    /// The whole units that have passed from some day of `self` to some day of `later`: the least and the most,
    /// negative where `later` comes first. From 2021 to 26 June 2024 are two to three whole years. `None` where an end
    /// is open or the unit is smaller than a day.
    pub fn elapsed(&self, later: &Self, unit: TimeUnit) -> Option<RangeInclusive<i32>> {
        let least = whole_units(self.last_day()?, later.start?, unit)?;
        let most = whole_units(self.start?, later.last_day()?, unit)?;
        Some(least..=most)
    }

    /// The difference on the calendar, with no regard to the day: from 1995 to 17 January 2025 are 30 years, as
    /// anniversaries count, and from 31 May to 1 June is one month. An interval where a period lies in several units.
    pub fn calendar_difference(&self, later: &Self, unit: TimeUnit) -> Option<RangeInclusive<i32>> {
        let number = |day: Date| calendar_number(day, unit);
        let least = number(later.start?)?.checked_sub(number(self.last_day()?)?)?;
        let most = number(later.last_day()?)?.checked_sub(number(self.start?)?)?;
        Some(least..=most)
    }
}

/// Whole units from one day to another; negative where the second comes first. As in
/// [`TimeUnit::add`], a day that a month lacks is its last: the year from 29 February ends on the 28th.
pub fn whole_units(from: Date, to: Date, unit: TimeUnit) -> Option<i32> {
    let between = |unit| from.until(DateDifference::new(to).smallest(unit).largest(unit)).ok();
    Some(match unit {
        TimeUnit::Second | TimeUnit::Minute | TimeUnit::Hour => return None,
        TimeUnit::Day => between(Unit::Day)?.get_days(),
        TimeUnit::Week => between(Unit::Week)?.get_weeks(),
        TimeUnit::Fortnight => between(Unit::Week)?.get_weeks() / 2,
        TimeUnit::Month => between(Unit::Month)?.get_months(),
        TimeUnit::Quarter => between(Unit::Month)?.get_months() / 3,
        TimeUnit::Year => i32::from(between(Unit::Year)?.get_years()),
        TimeUnit::Decade => i32::from(between(Unit::Year)?.get_years()) / 10,
        TimeUnit::Century => i32::from(between(Unit::Year)?.get_years()) / 100,
    })
}

/// The number of the calendar's unit that holds the day, counted through from a fixed one.
fn calendar_number(day: Date, unit: TimeUnit) -> Option<i32> {
    let year = i32::from(day.year());
    let month = year * 12 + i32::from(day.month()) - 1;
    Some(match unit {
        TimeUnit::Second | TimeUnit::Minute | TimeUnit::Hour => return None,
        TimeUnit::Day => days(day)?,
        TimeUnit::Week => days(super::calendar::monday_of(day)?)?.div_euclid(7),
        TimeUnit::Fortnight => days(super::calendar::monday_of(day)?)?.div_euclid(14),
        TimeUnit::Month => month,
        TimeUnit::Quarter => month.div_euclid(3),
        TimeUnit::Year => year,
        TimeUnit::Decade => year.div_euclid(10),
        TimeUnit::Century => year.div_euclid(100),
    })
}

/// Days since 1 January 1.
fn days(day: Date) -> Option<i32> {
    whole_units(jiff::civil::date(1, 1, 1), day, TimeUnit::Day)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::period::parse_iso_period;
    use jiff::civil::date;

    fn p(text: &str) -> Period {
        parse_iso_period(text).expect("a period of the test")
    }

    #[test]
    fn what_has_passed_between_periods_has_a_least_and_a_most() {
        let years = |from, to| p(from).elapsed(&p(to), TimeUnit::Year);
        assert_eq!(years("2021", "2024-06-26"), Some(2..=3));
        assert_eq!(years("2021-07-07", "2024-06-26"), Some(2..=2));
        assert_eq!(years("2021-07", "2024-07"), Some(2..=3));
        assert_eq!(years("2024-06-26", "2021-07-07"), Some(-2..=-2));
        assert_eq!(p("2024-06").elapsed(&p("2024-06-26"), TimeUnit::Day), Some(-4..=25));
        assert_eq!(p("2024/..").elapsed(&p("2025"), TimeUnit::Year), None);
        assert_eq!(p("2024").elapsed(&p("2025"), TimeUnit::Hour), None);
    }

    #[test]
    fn anniversaries_count_calendar_years() {
        let years = |from, to| p(from).calendar_difference(&p(to), TimeUnit::Year);
        assert_eq!(years("1995", "2025-01-17"), Some(30..=30));
        assert_eq!(years("1995-12/1996-01", "2025-01-17"), Some(29..=30));
        assert_eq!(p("2024-05-31").calendar_difference(&p("2024-06-01"), TimeUnit::Month), Some(1..=1));
        assert_eq!(p("2024-06-23").calendar_difference(&p("2024-06-24"), TimeUnit::Week), Some(1..=1));
    }

    #[test]
    fn whole_units_are_cut_toward_nothing() {
        assert_eq!(whole_units(date(2020, 2, 29), date(2021, 2, 27), TimeUnit::Year), Some(0));
        assert_eq!(whole_units(date(2020, 2, 29), date(2021, 2, 28), TimeUnit::Year), Some(1));
        assert_eq!(whole_units(date(2024, 6, 26), date(2024, 6, 12), TimeUnit::Fortnight), Some(-1));
        assert_eq!(whole_units(date(2024, 1, 31), date(2024, 2, 29), TimeUnit::Month), Some(1));
    }
}

//! The units of the calendar that have a name of their own in TIMEX3 (2024-06-25, 2024-W26, 2024-06, 2024-Q2, 2024-H1,
//! 2024, 202X, 20), each with the days it covers, and the arithmetic on them.

use std::fmt;

use jiff::civil::{Date, ISOWeekDate, Weekday};

use super::{Period, TimeUnit};

/// One unit of the calendar, as TIMEX3 names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Point {
    /// A day.
    Day(Date),
    /// The week that begins on this Monday.
    Week(Date),
    /// Saturday and Sunday of the week that begins on this Monday.
    Weekend(Date),
    /// A month, 1 to 12.
    Month(i16, u8),
    /// A quarter of a calendar year, 1 to 4.
    Quarter(i16, u8),
    /// A half of a calendar year, 1 or 2.
    Half(i16, u8),
    /// A calendar year.
    Year(i16),
    /// Ten years, by the first: 1990 for the 1990s.
    Decade(i16),
    /// A hundred years, by the first: 1400 for the 15th century.
    Century(i16),
}

impl Point {
    /// The unit of this size that holds the day: its week, its month ...
    pub fn around(day: Date, unit: TimeUnit) -> Option<Self> {
        let year = day.year();
        let month = day.month().unsigned_abs();
        Some(match unit {
            TimeUnit::Day => Self::Day(day),
            TimeUnit::Week => Self::Week(monday_of(day)?),
            TimeUnit::Month => Self::Month(year, month),
            TimeUnit::Quarter => Self::Quarter(year, month.div_ceil(3)),
            TimeUnit::Year => Self::Year(year),
            TimeUnit::Decade => Self::Decade(year - year.rem_euclid(10)),
            TimeUnit::Century => Self::Century(year - year.rem_euclid(100)),
            TimeUnit::Second | TimeUnit::Minute | TimeUnit::Hour | TimeUnit::Fortnight => {
                return None;
            }
        })
    }

    /// The days it covers.
    pub fn period(self) -> Option<Period> {
        let (start, unit, amount) = match self {
            Self::Day(day) => (Some(day), TimeUnit::Day, 1),
            Self::Week(monday) => (Some(monday), TimeUnit::Week, 1),
            Self::Weekend(monday) => (TimeUnit::Day.add(monday, 5), TimeUnit::Day, 2),
            Self::Month(year, month) => (first_of(year, month), TimeUnit::Month, 1),
            Self::Quarter(year, number) => (first_of(year, 3 * number.saturating_sub(1) + 1), TimeUnit::Quarter, 1),
            Self::Half(year, number) => (first_of(year, 6 * number.saturating_sub(1) + 1), TimeUnit::Month, 6),
            Self::Year(year) => (first_of(year, 1), TimeUnit::Year, 1),
            Self::Decade(year) => (first_of(year, 1), TimeUnit::Decade, 1),
            Self::Century(year) => (first_of(year, 1), TimeUnit::Century, 1),
        };
        let start = start?;
        Period::between(start, unit.add(start, amount)?)
    }

    /// Its first day.
    pub fn first_day(self) -> Option<Date> {
        self.period()?.start
    }

    /// The calendar year in which it begins.
    pub fn year(self) -> i16 {
        match self {
            Self::Day(day) | Self::Week(day) | Self::Weekend(day) => day.year(),
            Self::Month(year, _)
            | Self::Quarter(year, _)
            | Self::Half(year, _)
            | Self::Year(year)
            | Self::Decade(year)
            | Self::Century(year) => year,
        }
    }
}

/// The TIMEX3 value.
impl fmt::Display for Point {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::Day(day) => write!(f, "{day}"),
            Self::Week(monday) => {
                let week = monday.iso_week_date();
                write!(f, "{:04}-W{:02}", week.year(), week.week())
            }
            Self::Weekend(monday) => write!(f, "{}-WE", Self::Week(monday)),
            Self::Month(year, month) => write!(f, "{year:04}-{month:02}"),
            Self::Quarter(year, number) => write!(f, "{year:04}-Q{number}"),
            Self::Half(year, number) => write!(f, "{year:04}-H{number}"),
            Self::Year(year @ ..=0) => write!(f, "BC{:04}", 1 - i32::from(year)),
            Self::Year(year) => write!(f, "{year:04}"),
            Self::Decade(year) => write!(f, "{:03}X", year / 10),
            Self::Century(year @ ..0) => write!(f, "BC{:02}XX", -year / 100),
            Self::Century(year) => write!(f, "{:02}XX", year / 100),
        }
    }
}

/// The weekday of a day: 1 is Monday, 7 is Sunday.
pub fn weekday(day: Date) -> u8 {
    day.weekday().to_monday_one_offset().unsigned_abs()
}

/// The Monday of a day's week.
pub(super) fn monday_of(day: Date) -> Option<Date> {
    TimeUnit::Day.add(day, 1 - i32::from(weekday(day)))
}

/// The Monday of an ISO week.
pub(super) fn monday_of_week(year: i16, week: u8) -> Option<Date> {
    ISOWeekDate::new(year, i8::try_from(week).ok()?, Weekday::Monday).ok().map(ISOWeekDate::date)
}

/// A day, where the calendar has it.
pub(super) fn day_of(year: i16, month: u8, day: u8) -> Option<Date> {
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

/// Whether some year has this day: 29 February is one, 30 February and 31 June are none.
pub(super) fn is_some_years_day(month: u8, day: u8) -> bool {
    day_of(2024, month, day).is_some()
}

fn first_of(year: i16, month: u8) -> Option<Date> {
    day_of(year, month, 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn points_print_as_timex_and_cover_their_days() {
        let p = |point: Point| format!("{point} {}", point.period().map_or_else(String::new, |p| p.to_string()));
        insta::assert_snapshot!(p(Point::Day(date(2024, 6, 25))), @"2024-06-25 2024-06-25/2024-06-25");
        insta::assert_snapshot!(p(Point::Week(date(2024, 6, 17))), @"2024-W25 2024-06-17/2024-06-23");
        insta::assert_snapshot!(p(Point::Weekend(date(2024, 6, 17))), @"2024-W25-WE 2024-06-22/2024-06-23");
        insta::assert_snapshot!(p(Point::Month(2024, 2)), @"2024-02 2024-02-01/2024-02-29");
        insta::assert_snapshot!(p(Point::Quarter(2024, 4)), @"2024-Q4 2024-10-01/2024-12-31");
        insta::assert_snapshot!(p(Point::Half(2023, 2)), @"2023-H2 2023-07-01/2023-12-31");
        insta::assert_snapshot!(p(Point::Decade(1990)), @"199X 1990-01-01/1999-12-31");
        insta::assert_snapshot!(p(Point::Century(1400)), @"14XX 1400-01-01/1499-12-31");
    }

    #[test]
    fn weekdays_count_from_monday() {
        assert_eq!(weekday(date(2023, 10, 2)), 1);
        assert_eq!(weekday(date(2024, 6, 23)), 7);
        assert_eq!(monday_of(date(2024, 6, 23)), Some(date(2024, 6, 17)));
        assert_eq!(monday_of_week(2024, 5), Some(date(2024, 1, 29)));
    }
}

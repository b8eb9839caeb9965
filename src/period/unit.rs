//! What can be done with a unit of time: its length, its TIMEX3 letter, and adding it to a day of the calendar.

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::TimeUnit;

/// So many times a written value; "X", the unknown one, stays.
fn times(value: &str, factor: Decimal) -> String {
    let product = value.parse::<Decimal>().ok().and_then(|n| n.checked_mul(factor));
    product.map_or_else(|| value.to_owned(), |n| n.normalize().to_string())
}

impl TimeUnit {
    /// Its name in the singular: "year".
    pub fn name(self) -> &'static str {
        match self {
            Self::Second => "second",
            Self::Minute => "minute",
            Self::Hour => "hour",
            Self::Day => "day",
            Self::Week => "week",
            Self::Fortnight => "fortnight",
            Self::Month => "month",
            Self::Quarter => "quarter",
            Self::Year => "year",
            Self::Decade => "decade",
            Self::Century => "century",
        }
    }

    /// The unit behind `Entry::time` of a `TIME_UNIT` word.
    pub fn from_lexicon(time: u8) -> Option<Self> {
        Some(match time {
            1 => Self::Second,
            2 => Self::Minute,
            3 => Self::Hour,
            4 => Self::Day,
            5 => Self::Week,
            6 => Self::Fortnight,
            7 => Self::Month,
            8 => Self::Quarter,
            9 => Self::Year,
            10 => Self::Decade,
            11 => Self::Century,
            _ => return None,
        })
    }

    /// TIMEX3 duration: `timex("13")` of years is "P13Y", `timex("5")` of minutes "PT5M". A fortnight is two weeks, a
    /// decade ten years and a century a hundred, which ISO 8601 has letters for.
    pub fn timex(self, value: &str) -> String {
        match self {
            Self::Second => format!("PT{value}S"),
            Self::Minute => format!("PT{value}M"),
            Self::Hour => format!("PT{value}H"),
            Self::Day => format!("P{value}D"),
            Self::Week => format!("P{value}W"),
            Self::Fortnight => format!("P{}W", times(value, Decimal::TWO)),
            Self::Month => format!("P{value}M"),
            Self::Quarter => format!("P{value}Q"),
            Self::Year => format!("P{value}Y"),
            Self::Decade => format!("P{}Y", times(value, Decimal::TEN)),
            Self::Century => format!("P{}Y", times(value, Decimal::ONE_HUNDRED)),
        }
    }

    /// Its length in seconds; months and longer units by the Gregorian mean (400 years are 146,097 days).
    pub fn seconds(self) -> u64 {
        const DAY: u64 = 86_400;
        const YEAR: u64 = 146_097 * DAY / 400;
        match self {
            Self::Second => 1,
            Self::Minute => 60,
            Self::Hour => 3_600,
            Self::Day => DAY,
            Self::Week => 7 * DAY,
            Self::Fortnight => 14 * DAY,
            Self::Month => YEAR / 12,
            Self::Quarter => YEAR / 4,
            Self::Year => YEAR,
            Self::Decade => 10 * YEAR,
            Self::Century => 100 * YEAR,
        }
    }

    /// Its length in days, by the same mean.
    pub fn days(self) -> Decimal {
        Decimal::from(self.seconds()) / Decimal::from(86_400)
    }

    /// The day that lies so many units later (earlier where negative). The day of the month is clamped: one month
    /// after 31 January is the last of February. `None` below a day and outside the calendar.
    pub fn add(self, day: Date, amount: i32) -> Option<Date> {
        let (days, months) = match self {
            Self::Second | Self::Minute | Self::Hour => return None,
            Self::Day => (1, 0),
            Self::Week => (7, 0),
            Self::Fortnight => (14, 0),
            Self::Month => (0, 1),
            Self::Quarter => (0, 3),
            Self::Year => (0, 12),
            Self::Decade => (0, 120),
            Self::Century => (0, 1200),
        };
        let amount = i64::from(amount);
        let span = jiff::Span::new().try_months(months * amount).ok()?.try_days(days * amount).ok()?;
        day.checked_add(span).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn durations_are_printed_as_timex() {
        assert_eq!(TimeUnit::Year.timex("13"), "P13Y");
        assert_eq!(TimeUnit::Minute.timex("5"), "PT5M");
        assert_eq!(TimeUnit::Fortnight.timex("1.5"), "P3W");
    }

    #[test]
    fn adding_clamps_to_the_end_of_the_month() {
        assert_eq!(TimeUnit::Month.add(date(2024, 1, 31), 1), Some(date(2024, 2, 29)));
        assert_eq!(TimeUnit::Year.add(date(2024, 2, 29), -1), Some(date(2023, 2, 28)));
        assert_eq!(TimeUnit::Century.add(date(2024, 1, 1), 1_000), None);
        assert_eq!(TimeUnit::Hour.add(date(2024, 1, 1), 1), None);
    }

    #[test]
    fn lengths_follow_the_gregorian_mean() {
        assert_eq!(TimeUnit::Year.days().to_string(), "365.2425");
        assert_eq!(TimeUnit::Week.days().to_string(), "7");
    }
}

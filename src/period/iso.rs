//! Periods as reference sets write them: an ISO 8601 day, month, quarter, half, year or week, or two of them with a
//! slash between, end included.

use jiff::civil::Date;

use super::Period;
use super::calendar::{Point, day_of, monday_of_week};

/// Why a period could not be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum IsoPeriodError {
    /// Nothing was written.
    #[error("The period is empty; write a day, month, quarter or year such as 2024-06-25, 2024-06, 2024-Q2 or 2024.")]
    Empty,
    /// Not a form that is known.
    #[error(
        "\u{201c}{0}\u{201d} is not a period; write 2024-06-25, 2024-06, 2024-Q2, 2024-H1, 2024-W26, 2024, or two of them with a slash between."
    )]
    Form(String),
    /// The right form, but not in the calendar.
    #[error(
        "\u{201c}{0}\u{201d} is not in the calendar; months run from 01 to 12, quarters from 1 to 4, and no month is longer than it is."
    )]
    NoSuchDay(String),
    /// The end lies before the start.
    #[error("The period \u{201c}{0}\u{201d} ends before it starts; write the earlier date first.")]
    Reversed(String),
    /// Both ends are open.
    #[error("The period \u{201c}../..\u{201d} is open at both ends; leave the period out or write one of its ends.")]
    Unbounded,
}

/// Reads "2024-06-25", "2024-06", "2024-Q1", "2024-H1", "2024-W05", "2024", or "start/end" of these with the end
/// included and `..` for an open one.
pub fn parse_iso_period(text: &str) -> Result<Period, IsoPeriodError> {
    let text = text.trim();
    if text.is_empty() {
        return Err(IsoPeriodError::Empty);
    }
    let Some((from, to)) = text.split_once('/') else {
        return point(text);
    };
    let (start, end) = (bound(from.trim())?, bound(to.trim())?);
    let period = Period { start: start.and_then(|p| p.start), end: end.and_then(|p| p.end) };
    match (period.start, period.end) {
        (None, None) => Err(IsoPeriodError::Unbounded),
        (Some(start), Some(end)) if end <= start => Err(IsoPeriodError::Reversed(text.to_owned())),
        _ => Ok(period),
    }
}

/// One end of an interval; `..` is open.
fn bound(text: &str) -> Result<Option<Period>, IsoPeriodError> {
    if text == ".." { Ok(None) } else { point(text).map(Some) }
}

fn point(text: &str) -> Result<Period, IsoPeriodError> {
    let form = || IsoPeriodError::Form(text.to_owned());
    // Years before the common era have a sign and six digits.
    let (sign, digits, unsigned) = text.strip_prefix('-').map_or((1, 4, text), |rest| (-1, 6, rest));
    let mut parts = unsigned.split('-');
    let year = parts.next().and_then(|y| number(y, digits)).ok_or_else(form)?;
    let year = sign * i16::try_from(year).map_err(|_| form())?;
    let (second, third) = (parts.next(), parts.next());
    if parts.next().is_some() {
        return Err(form());
    }
    let point = match (second, third) {
        (None, _) => Some(Point::Year(year)),
        (Some(month), Some(day)) => {
            let (month, day) = (number(month, 2).ok_or_else(form)?, number(day, 2).ok_or_else(form)?);
            day_in(year, month, day).map(Point::Day)
        }
        (Some(unit), None) => match unit.as_bytes() {
            [b'Q', n @ b'1'..=b'4'] => Some(Point::Quarter(year, n - b'0')),
            [b'H', n @ b'1'..=b'2'] => Some(Point::Half(year, n - b'0')),
            [b'Q' | b'H', b'0'..=b'9'] => None,
            [b'W', ..] => {
                let week = number(&unit[1..], 2).ok_or_else(form)?;
                u8::try_from(week).ok().and_then(|week| monday_of_week(year, week)).map(Point::Week)
            }
            _ => {
                let month = number(unit, 2).ok_or_else(form)?;
                u8::try_from(month).ok().map(|month| Point::Month(year, month))
            }
        },
    };
    point.and_then(Point::period).ok_or_else(|| IsoPeriodError::NoSuchDay(text.to_owned()))
}

fn day_in(year: i16, month: u16, day: u16) -> Option<Date> {
    day_of(year, u8::try_from(month).ok()?, u8::try_from(day).ok()?)
}

fn number(digits: &str, length: usize) -> Option<u16> {
    (digits.len() == length && digits.bytes().all(|b| b.is_ascii_digit())).then(|| digits.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_reference_sets_write() {
        let p = |text| parse_iso_period(text).map_or_else(|e| e.to_string(), |p| p.to_string());
        insta::assert_snapshot!(p("2024-06-25"), @"2024-06-25/2024-06-25");
        insta::assert_snapshot!(p("2024-06"), @"2024-06-01/2024-06-30");
        insta::assert_snapshot!(p("2024-Q1"), @"2024-01-01/2024-03-31");
        insta::assert_snapshot!(p("2024-H2"), @"2024-07-01/2024-12-31");
        insta::assert_snapshot!(p("2024-W05"), @"2024-01-29/2024-02-04");
        insta::assert_snapshot!(p("2024"), @"2024-01-01/2024-12-31");
        insta::assert_snapshot!(p("2024-01-15/2024-03"), @"2024-01-15/2024-03-31");
        insta::assert_snapshot!(p("2024-03/.."), @"2024-03-01/..");
        insta::assert_snapshot!(p("../2024"), @"../2024-12-31");
    }

    #[test]
    fn faults_say_what_would_be_right() {
        let p = |text| parse_iso_period(text).map_or_else(|e| e.to_string(), |p| p.to_string());
        insta::assert_snapshot!(p(" "), @"The period is empty; write a day, month, quarter or year such as 2024-06-25, 2024-06, 2024-Q2 or 2024.");
        insta::assert_snapshot!(p("June 2024"), @"“June 2024” is not a period; write 2024-06-25, 2024-06, 2024-Q2, 2024-H1, 2024-W26, 2024, or two of them with a slash between.");
        insta::assert_snapshot!(p("2024-06-31"), @"“2024-06-31” is not in the calendar; months run from 01 to 12, quarters from 1 to 4, and no month is longer than it is.");
        insta::assert_snapshot!(p("2024-Q5"), @"“2024-Q5” is not in the calendar; months run from 01 to 12, quarters from 1 to 4, and no month is longer than it is.");
        insta::assert_snapshot!(p("2024/2023"), @"The period “2024/2023” ends before it starts; write the earlier date first.");
        insta::assert_snapshot!(p("../.."), @"The period “../..” is open at both ends; leave the period out or write one of its ends.");
    }
}

//! ISO 8601 periods as reference sets write them.

use jiff::civil::Date;

use crate::period::Period;

/// Reads a day, month, quarter, half or year, or `start/end` with the end included and `..` for an open side.
pub(super) fn iso_period(text: &str) -> Option<Period> {
    let Some((start, end)) = text.split_once('/') else {
        return single(text);
    };
    let side = |text: &str| match text {
        ".." | "" => Some(None),
        text => single(text).map(Some),
    };
    let (start, end) = (side(start)?, side(end)?);
    let period = Period { start: start.and_then(|p| p.start), end: end.and_then(|p| p.end) };
    match (period.start, period.end) {
        (Some(start), Some(end)) if start >= end => None,
        (None, None) => None,
        _ => Some(period),
    }
}

/// Reads one day: "2024-06-25".
pub(super) fn iso_day(text: &str) -> Option<Date> {
    let year = digits(text.get(..4)?)?;
    let rest = text.get(4..)?.strip_prefix('-')?;
    let (month, day) = rest.split_once('-')?;
    if month.len() != 2 || day.len() != 2 {
        return None;
    }
    Date::new(year, digits(month)?.try_into().ok()?, digits(day)?.try_into().ok()?).ok()
}

/// A period as a reference set writes it, in the shortest form.
pub(super) fn iso_text(period: &Period) -> String {
    let whole = period.to_string();
    let (Some(start), Some(last)) = (period.start, period.last_day()) else {
        return whole;
    };
    let (year, month) = (start.year(), start.month());
    let forms = [
        start.to_string(),
        format!("{year}"),
        format!("{year}-H{}", (month + 5) / 6),
        format!("{year}-Q{}", (month + 2) / 3),
        format!("{year}-{month:02}"),
    ];
    let short = forms.into_iter().find(|form| iso_period(form).is_some_and(|found| found == *period));
    short.unwrap_or_else(|| format!("{start}/{last}"))
}

fn single(text: &str) -> Option<Period> {
    if text.len() == 10 {
        return Period::day(iso_day(text)?);
    }
    let year = digits(text.get(..4)?)?;
    let (month, months) = match text.get(4..)? {
        "" => (1, 12),
        rest => match rest.strip_prefix('-')?.as_bytes() {
            [b'Q', quarter @ b'1'..=b'4'] => (1 + 3 * i32::from(quarter - b'1'), 3),
            [b'H', half @ b'1'..=b'2'] => (1 + 6 * i32::from(half - b'1'), 6),
            [tens @ b'0'..=b'1', ones @ b'0'..=b'9'] => (10 * i32::from(tens - b'0') + i32::from(ones - b'0'), 1),
            _ => return None,
        },
    };
    let start = Date::new(year, month.try_into().ok()?, 1).ok()?;
    let end = match month + months {
        13 => Date::new(year.checked_add(1)?, 1, 1).ok()?,
        next => Date::new(year, next.try_into().ok()?, 1).ok()?,
    };
    Period::between(start, end)
}

fn digits(text: &str) -> Option<i16> {
    text.bytes().all(|b| b.is_ascii_digit()).then(|| text.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods() {
        let p = |text| iso_period(text).map_or_else(|| "none".to_owned(), |p| p.to_string());
        insta::assert_snapshot!(p("2024-06-18"), @"2024-06-18/2024-06-18");
        insta::assert_snapshot!(p("2024-12"), @"2024-12-01/2024-12-31");
        insta::assert_snapshot!(p("2024-Q1"), @"2024-01-01/2024-03-31");
        insta::assert_snapshot!(p("2024-H2"), @"2024-07-01/2024-12-31");
        insta::assert_snapshot!(p("2024"), @"2024-01-01/2024-12-31");
        insta::assert_snapshot!(p("2024-03/2024-06"), @"2024-03-01/2024-06-30");
        insta::assert_snapshot!(p("2024-01-01/.."), @"2024-01-01/..");
        insta::assert_snapshot!(p("../2024"), @"../2024-12-31");
        let back = |text| iso_period(text).map_or_else(|| "none".to_owned(), |p| iso_text(&p));
        for text in ["2024-06-18", "2024-12", "2024-Q1", "2024-H2", "2024", "2024-03-02/2024-06-30", "2024-03-01/.."] {
            assert_eq!(back(text), text);
        }
        for wrong in
            ["2024-02-30", "2024-13", "2024-Q5", "2024-06/2024-03", "../..", "24", "", "2024-1", "+024", "20\u{e9}4"]
        {
            insta::allow_duplicates! { insta::assert_snapshot!(p(wrong), @"none"); }
        }
    }
}

//! Lines that hold a date and nothing else: "1 January 2025", "Published: Sunday, 2 March 2025, 10:30 GMT".

use nom::Parser;
use nom::branch::alt;
use nom::combinator::opt;
use nom::multi::{many_m_n, many0_count};
use nom::sequence::preceded;

use super::day::{WrittenDay, calendar_day, full_date, weekday};
use super::{FIRST_YEAR, LONGEST, any_word, parse};
use crate::token::{Grammar, Tokens, any_of, digits, punct};

/// The date of a line that holds nothing else: "1 January 2025", "Published: Sunday, 2 March 2025, 10:30 GMT".
pub(in crate::document) fn date_line(text: &str) -> Option<WrittenDay> {
    if text.len() > LONGEST || !text.bytes().any(|b| b.is_ascii_digit()) {
        return None;
    }
    parse(text, lone_date)
}

/// A day with its year, a label before it and at most a time after it.
fn lone_date(i: Tokens<'_>) -> Grammar<'_, WrittenDay> {
    let (i, labelled) = opt(label).parse(i)?;
    let (i, _) = opt(alt((byline, preceded(opt(title), week), week))).parse(i)?;
    let (i, _) = opt(weekday).parse(i)?;
    let (i, date) = full_date(i)?;
    let (i, _) = many0_count(issue).parse(i)?;
    let (rest, _) = many0_count(time_part).parse(i)?;
    // Behind "Date:" anything may follow: a place, a name, what a teleprinter left.
    // A year of history that stands alone heads a story; behind a label it is a slip, which a rule speaks of.
    let history = date.year.is_some_and(|year| year < FIRST_YEAR);
    if rest.is_empty() && (!history || labelled.is_some()) || labelled == Some(true) {
        Ok((rest, date))
    } else {
        Err(nom::Err::Error(()))
    }
}

/// "Published:", "First published on", "Date". Not "Updated": the text's date is that of its publication.
/// Says whether a colon ends it.
fn label(i: Tokens<'_>) -> Grammar<'_, bool> {
    let (i, _) = opt(any_of(&["first", "publication", "release", "publishing"])).parse(i)?;
    let (i, _) = any_of(&["published", "posted", "date", "dated", "released"]).parse(i)?;
    let (i, _) = opt(any_of(&["on"])).parse(i)?;
    let (i, colon) = opt(punct(':')).parse(i)?;
    Ok((i, colon.is_some()))
}

/// "By our correspondent,", "By Ann Lee and Bo Ek,".
fn byline(i: Tokens<'_>) -> Grammar<'_, ()> {
    let (i, _) = any_of(&["by"]).parse(i)?;
    let (i, _) = many_m_n(1, 6, any_word).parse(i)?;
    let (i, _) = punct(',').parse(i)?;
    Ok((i, ()))
}

/// "Notes from the harbour,", "Fire log:".
fn title(i: Tokens<'_>) -> Grammar<'_, ()> {
    let (i, _) = many_m_n(1, 6, any_word).parse(i)?;
    let (i, _) = alt((punct(','), punct(':'))).parse(i)?;
    Ok((i, ()))
}

/// "week ending", "week of Monday, March 10, to": the last day of the week is the date of what tells of it.
fn week(i: Tokens<'_>) -> Grammar<'_, ()> {
    let (i, _) = any_of(&["week"]).parse(i)?;
    if let Ok((i, _)) = any_of(&["ending", "ended"]).parse(i) {
        return Ok((i, ()));
    }
    let (i, _) = any_of(&["of", "from"]).parse(i)?;
    let (i, _) = opt(weekday).parse(i)?;
    let (i, _) = calendar_day(i)?;
    let (i, _) = opt(punct(',')).parse(i)?;
    let (i, _) = any_of(&["to", "through", "until"]).parse(i)?;
    Ok((i, ()))
}

/// ", issue 23", ", No. 4", "vol. 12".
fn issue(i: Tokens<'_>) -> Grammar<'_, ()> {
    let (i, _) = opt(punct(',')).parse(i)?;
    let (i, _) = any_of(&["issue", "no", "number", "edition", "vol", "volume"]).parse(i)?;
    let (i, _) = opt(punct('.')).parse(i)?;
    let (i, _) = digits(i)?;
    Ok((i, ()))
}

/// A piece of "15:39:41.92", ", 10.30am GMT", "at 10:30", "| 4 min read" up to the bar.
fn time_part(i: Tokens<'_>) -> Grammar<'_, ()> {
    const WORDS: &[&str] = &[
        "at", "am", "pm", "a.m.", "p.m.", "gmt", "utc", "bst", "cet", "cest", "est", "edt", "et", "pst", "pdt", "pt",
        "t", "z", "h",
    ];
    let mark = alt((punct(':'), punct('.'), punct(','), punct('|'), punct('+'), punct('-')));
    let (i, _) = alt((digits, any_of(WORDS), mark)).parse(i)?;
    Ok((i, ()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_lines_that_are_only_a_date() {
        let p = |text: &str| {
            let found =
                date_line(text).and_then(|day| Some(format!("{} {:?}", day.resolve(None)?, day.span.slice(text))));
            found.unwrap_or_else(|| "none".to_owned())
        };
        insta::assert_snapshot!(p("1 January 2025"), @r#"2025-01-01 "1 January 2025""#);
        insta::assert_snapshot!(p("Published: March 2nd, 2024"), @r#"2024-03-02 "March 2nd, 2024""#);
        insta::assert_snapshot!(p("First published on Saturday, 2 March 2024, 10:30 GMT"), @r#"2024-03-02 "2 March 2024""#);
        insta::assert_snapshot!(p("DATE:  4-MAR-1991 15:39:41.92"), @r#"1991-03-04 "4-MAR-1991""#);
        insta::assert_snapshot!(p("Date: 2 March 2024 Place: Lima"), @r#"2024-03-02 "2 March 2024""#);
        insta::assert_snapshot!(p("2024-03-02"), @r#"2024-03-02 "2024-03-02""#);
        insta::assert_snapshot!(p("Tuesday 3 June 2025, issue 4"), @r#"2025-06-03 "3 June 2025""#);
        insta::assert_snapshot!(p("By Ann Lee and Bo Ek, 3 June 2025"), @r#"2025-06-03 "3 June 2025""#);
        insta::assert_snapshot!(p("Fire log, week of Monday, June 2, to Sunday, June 8, 2025"), @r#"2025-06-08 "June 8, 2025""#);
        insta::assert_snapshot!(p("Week ending 8 June 2025"), @r#"2025-06-08 "8 June 2025""#);
        insta::assert_snapshot!(p("Week of talks, 3 June 2025"), @"none");
        insta::assert_snapshot!(p("By the sea, 3 June 2025 was cold"), @"none");
        insta::assert_snapshot!(p("Updated 3 May 2023"), @"none");
        insta::assert_snapshot!(p("3 May"), @"none");
        insta::assert_snapshot!(p("3 May 2023 was a cold day"), @"none");
        insta::assert_snapshot!(p("31 February 2024"), @"none");
    }
}

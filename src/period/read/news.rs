//! More of the grammar by example, as news and wires write dates: `text | timex | period`, written on Wednesday, 26
//! June 2024. And texts that try to make the reader slow.

use super::tests::{WEDNESDAY, read, shown};

#[track_caller]
pub(super) fn rows(table: &[(&str, &str)]) {
    for (text, expected) in table {
        assert_eq!(shown(text, WEDNESDAY), *expected, "in {text:?}");
    }
}

#[test]
fn years_in_words() {
    rows(&[
        ("The mill burned in nineteen sixty-two.", "nineteen sixty-two | 1962 | 1962-01-01/1962-12-31"),
        (
            "She sang on 4 May nineteen hundred and eight.",
            "4 May nineteen hundred and eight | 1908-05-04 | 1908-05-04/1908-05-04",
        ),
        ("By twenty thirty-one it is paid.", "twenty thirty-one | 2031 | 2031-01-01/2031-12-31"),
        ("In two thousand and six villages it rained, for two thousand and six days.", ""),
        ("born in the late eighties", "the late eighties | 1987/1989 | 1987-01-01/1989-12-31"),
        ("in the '70s", "the '70s | 197X | 1970-01-01/1979-12-31"),
        ("in the nineteen thirties", "the nineteen thirties | 193X | 1930-01-01/1939-12-31"),
    ]);
}

#[test]
fn periods_that_end_or_begin_with_a_date() {
    rows(&[
        (
            "in the three months to 30 April",
            "the three months to 30 April | 2024-02-01/2024-04-30 | 2024-02-01/2024-04-30",
        ),
        (
            "for the nine months ended September 2023",
            "the nine months ended September 2023 | 2023-01-01/2023-09-30 | 2023-01-01/2023-09-30",
        ),
        ("in the year to 31 March 2023", "the year to 31 March 2023 | 2022-04-01/2023-03-31 | 2022-04-01/2023-03-31"),
        ("in the week ending 9 June", "the week ending 9 June | 2024-W23 | 2024-06-03/2024-06-09"),
        ("in the week of 7 May", "the week of 7 May | 2024-W19 | 2024-05-06/2024-05-12"),
        ("down 4% in the year to date", "the year to date | 2024 | 2024-01-01/2024-06-26"),
        ("the second-last week of 2020", "the second-last week of 2020 | 2020-W52 | 2020-12-21/2020-12-27"),
    ]);
}

#[test]
fn dates_that_hang_on_another_date() {
    rows(&[
        (
            "It lost 3 in the first quarter of 2023 and 5 a year earlier.",
            "the first quarter of 2023 | 2023-Q1 | 2023-01-01/2023-03-31\na year earlier | 2022-Q1 | 2022-01-01/2022-03-31",
        ),
        (
            "Rents rose in May from the same month last year.",
            "May | 2024-05 | 2024-05-01/2024-05-31\nthe same month last year | 2023-05 | 2023-05-01/2023-05-31",
        ),
        ("Rents were lower a year earlier.", "a year earlier | - | -"),
        ("They met again the following week and that weekend.", "the following week | - | -\nthat weekend | - | -"),
        ("They met again the following Friday.", "the following Friday | - | -"),
        ("Two years earlier it was full.", ""),
        ("The league lost money last season and last fiscal year.", "last season | - | -\nlast fiscal year | - | -"),
    ]);
}

#[test]
fn around_the_day_of_writing() {
    rows(&[
        ("It will reopen by the end of the year.", "the end of the year | 2024 | 2024-09-01/2024-12-31"),
        ("It opens in three weeks' time.", "three weeks' time | 2024-07-17 | 2024-07-17/2024-07-17"),
        ("the week after next", "the week after next | 2024-W28 | 2024-07-08/2024-07-14"),
        ("It snowed two Sundays ago.", "two Sundays ago | 2024-06-16 | 2024-06-16/2024-06-16"),
        ("Over the weekend it rained.", "the weekend | 2024-W25-WE | 2024-06-22/2024-06-23"),
        ("in the past two quarters", "the past two quarters | 2023-Q4/2024-Q1 | 2023-10-01/2024-03-31"),
        ("over the 12 previous months", "the 12 previous months | 2023-06-26/2024-06-26 | 2023-06-26/2024-06-26"),
        ("They have to vote on Friday.", "Friday | 2024-06-28 | 2024-06-28/2024-06-28"),
        ("Due to snow on Friday it closed.", "Friday | 2024-06-21 | 2024-06-21/2024-06-21"),
        (
            "The fair runs from 10 June to 3 July.",
            "from 10 June to 3 July | 2024-06-10/2024-07-03 | 2024-06-10/2024-07-03",
        ),
        ("The court sits every Monday and on Thursdays.", "every Monday | XXXX-WXX-1 | -\nThursdays | XXXX-WXX-4 | -"),
    ]);
}

#[test]
fn wires_and_tables() {
    rows(&[
        (
            "3Q 2023, 1Q24, 23q2",
            "3Q 2023 | 2023-Q3 | 2023-07-01/2023-09-30\n1Q24 | 2024-Q1 | 2024-01-01/2024-03-31\n23q2 | 2023-Q2 | 2023-04-01/2023-06-30",
        ),
        ("at 0930 GMT, at 7 p.m. EST", "0930 GMT | T09:30 | -\n7 p.m. EST | T19:00 | -"),
        ("from 3/28-4/2/2023", "from 3/28-4/2/2023 | 2023-03-28/2023-04-02 | 2023-03-28/2023-04-02"),
        ("Filed: 4-NOV-1991", "4-NOV-1991 | 1991-11-04 | 1991-11-04/1991-11-04"),
        ("4/3/2023", "4/3/2023 | 2023-XX-XX | -"),
        ("the mid-19th century", "the mid-19th century | 18XX | 1833-01-01/1866-12-31"),
        ("He won 5 to 2; later than 2019 it was not.", "2019 | 2019 | 2019-01-01/2019-12-31"),
    ]);
}

#[test]
fn events_called_after_their_year() {
    rows(&[
        ("They won the World Cup 2014 at home.", "2014 | 2014 | 2014-01-01/2014-12-31"),
        ("The World Cup 2030 hosts are known.", "2030 | 2030 | 2030-01-01/2030-12-31"),
        ("Expo 2010 bids came late.", "2010 | 2010 | 2010-01-01/2010-12-31"),
        ("She swam at Rio 2016.", "2016 | 2016 | 2016-01-01/2016-12-31"),
        ("The cup 2000 fans drank from broke, but 2013 jars did not.", ""),
    ]);
}

#[test]
fn decades_of_life_are_no_dates() {
    rows(&[
        ("He is in his 20s, she in her late 50s.", ""),
        ("Men in their 30s came.", ""),
        ("In 2010's flood many fled.", "2010 | 2010 | 2010-01-01/2010-12-31"),
    ]);
}

#[test]
fn ranges_that_run_backwards_are_kept_and_marked() {
    let reversed = |text: &str| read(text, WEDNESDAY).iter().map(|d| (d.reversed, d.period)).collect::<Vec<_>>();
    for text in [
        "from 5 May to 2 May",
        "from 5 to 2 May",
        "from May 2024 to March 2024",
        "the 2019-2017 plan",
        "between 9 May and 3 May 2023",
    ] {
        assert_eq!(reversed(text), [(true, None)], "in {text:?}");
    }
    // The sides of a vote, and points of an index.
    for text in ["The members voted 2031 to 1874.", "a tally of 2019 to 1987", "the club fell from 2019 to 1987"] {
        assert_eq!(reversed(text), [], "in {text:?}");
    }
    for text in ["from 28 December to 3 January", "from May to March", "from 2017 to 2019"] {
        assert_eq!(reversed(text).first().map(|d| d.0), Some(false), "in {text:?}");
    }
}

/// Would take hours, or the stack, if any reader looked farther than a few tokens.
#[test]
fn hostile_texts_are_read_in_linear_time() {
    const LONG: &[&str] = &["May ", "2024-", "first quarter of ", "Monday "];
    const SHORT: &[&str] = &[
        "two days after ",
        "three months to ",
        "the end of ",
        "2024 to ",
        "a year earlier ",
        "the same period last year ",
        "5/1-",
        "since the ",
        "twenty ",
        "'",
        "year to ",
        "3, ",
        "3 and 4, ",
        "August 3, 4, ",
        "May, June, ",
        "500 to 300 ",
    ];
    let long = LONG.iter().map(|piece| piece.repeat(200_000 / piece.len()));
    let short = SHORT.iter().map(|piece| piece.repeat(20_000 / piece.len()));
    for text in long.chain(short) {
        assert!(read(&text, WEDNESDAY).iter().all(|found| !found.span.is_empty()));
    }
}

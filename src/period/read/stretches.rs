//! Ranges, weeks of months, seasons, halves and parts by example: `text | timex | period`, written on Wednesday, 26
//! June 2024.

use super::news::rows;

#[test]
fn ranges_with_one_month_or_year() {
    rows(&[
        (
            "The fair runs from Friday 14 to Sunday 16 June.",
            "from Friday 14 to Sunday 16 June | 2024-06-14/2024-06-16 | 2024-06-14/2024-06-16",
        ),
        ("The fair runs June 28 to July 4.", "June 28 to July 4 | 2024-06-28/2024-07-04 | 2024-06-28/2024-07-04"),
        ("Rain fell between May 3 and 5.", "between May 3 and 5 | 2024-05-03/2024-05-05 | 2024-05-03/2024-05-05"),
        (
            "Rain fell between May 3 and 5, 2022, and later.",
            "between May 3 and 5, 2022 | 2022-05-03/2022-05-05 | 2022-05-03/2022-05-05",
        ),
        ("Log of 2023-04-03/2023-04-07", "2023-04-03/2023-04-07 | 2023-04-03/2023-04-07 | 2023-04-03/2023-04-07"),
        (
            "The mill ran from 2019 to the present day.",
            "from 2019 to the present day | 2019/2024-06-26 | 2019-01-01/2024-06-26",
        ),
        (
            "Rain fell in the July-September quarter of 2022.",
            "July-September quarter of 2022 | 2022-07/2022-09 | 2022-07-01/2022-09-30",
        ),
        (
            "Rain fell in the first and second quarters of 2022.",
            "first and second quarters of 2022 | 2022-Q1/2022-Q2 | 2022-01-01/2022-06-30",
        ),
        (
            "The two weeks from 3 June were wet.",
            "two weeks from 3 June | 2024-06-03/2024-06-16 | 2024-06-03/2024-06-16",
        ),
        ("Two weeks from 3 June it was wet.", "Two weeks from 3 June | 2024-06-17 | 2024-06-17/2024-06-17"),
        (
            "It rained on May 3 and 9, 2022.",
            "May 3 | 2022-05-03 | 2022-05-03/2022-05-03\n9, 2022 | 2022-05-09 | 2022-05-09/2022-05-09",
        ),
    ]);
}

#[test]
fn weeks_of_a_month_hold_its_thursdays() {
    rows(&[
        (
            "The pool shuts in the first week of January 2015.",
            "the first week of January 2015 | 2015-W01 | 2014-12-29/2015-01-04",
        ),
        (
            "It shut in the last week of December 2016.",
            "the last week of December 2016 | 2016-W52 | 2016-12-26/2017-01-01",
        ),
        (
            "It shut in the second last week of October 2018.",
            "the second last week of October 2018 | 2018-W42 | 2018-10-15/2018-10-21",
        ),
        (
            "It shut in the fifth week of February 2024.",
            "the fifth week of February 2024 | 2024-W09 | 2024-02-26/2024-03-03",
        ),
        ("It shut in the fifth week of February 2023.", "the fifth week of February 2023 | - | -"),
    ]);
}

#[test]
fn seasons_bear_the_year_in_which_they_begin() {
    rows(&[
        ("Last summer was wet.", "Last summer | 2023-SU | -"),
        ("The winter of 2021-22 was wet.", "The winter of 2021-22 | 2021-WI | -"),
        ("Next winter will be wet.", "Next winter | 2024-WI | -"),
        ("Next spring will be wet.", "Next spring | 2025-SP | -"),
        ("The fall of the house in a fall of rocks.", ""),
    ]);
}

#[test]
fn halves_decades_and_parts() {
    rows(&[
        ("Rents rose in the latter half of 2022.", "the latter half of 2022 | 2022-H2 | 2022-07-01/2022-12-31"),
        ("Rents rose in the latter part of 2022.", "the latter part of 2022 | 2022 | 2022-09-01/2022-12-31"),
        (
            "Rents rose in the early part of the 1970s.",
            "the early part of the 1970s | 1970/1973 | 1970-01-01/1973-12-31",
        ),
        (
            "Rents rose in the first decade of the 21st century.",
            "the first decade of the 21st century | 200X | 2000-01-01/2009-12-31",
        ),
        ("Rents rose in the opening months of 2021.", "the opening months of 2021 | 2021 | 2021-01-01/2021-04-30"),
        (
            "Rents rose in the closing days of May 2021.",
            "the closing days of May 2021 | 2021-05 | 2021-05-21/2021-05-31",
        ),
        ("Rents rose in the second fiscal quarter.", "the second fiscal quarter | - | -"),
        ("The fourth quarter of the match was dull.", ""),
        ("It was his 20th century for Kent.", ""),
    ]);
}

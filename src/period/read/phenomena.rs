//! The grammar of dates by phenomenon: `text | timex | period`, written on Wednesday, 26 June 2024.

use super::news::rows;

#[test]
fn days_and_their_lists() {
    rows(&[
        ("The kiln cooled on the 4th of June.", "the 4th of June | 2024-06-04 | 2024-06-04/2024-06-04"),
        ("The kiln cooled on June the fourth.", "June the fourth | 2024-06-04 | 2024-06-04/2024-06-04"),
        (
            "It hailed on 4, 7 and 11 June.",
            "4 | 2024-06-04 | 2024-06-04/2024-06-04\n7 | 2024-06-07 | 2024-06-07/2024-06-07\n11 June | 2024-06-11 | 2024-06-11/2024-06-11",
        ),
        (
            "It hailed on the 4th and 11th of June.",
            "the 4th | 2024-06-04 | 2024-06-04/2024-06-04\n11th of June | 2024-06-11 | 2024-06-11/2024-06-11",
        ),
        (
            "It hailed on June 4 and 7.",
            "June 4 | 2024-06-04 | 2024-06-04/2024-06-04\n7 | 2024-06-07 | 2024-06-07/2024-06-07",
        ),
        (
            "It hailed on June 4, 7 and 11, 2023.",
            "June 4 | 2023-06-04 | 2023-06-04/2023-06-04\n7 | 2023-06-07 | 2023-06-07/2023-06-07\n11, 2023 | 2023-06-11 | 2023-06-11/2023-06-11",
        ),
        (
            "It hailed on 4 May and 9 June 2022.",
            "4 May | 2022-05-04 | 2022-05-04/2022-05-04\n9 June 2022 | 2022-06-09 | 2022-06-09/2022-06-09",
        ),
        ("On June 4, 7 barns burned and 3 people fled.", "June 4 | 2024-06-04 | 2024-06-04/2024-06-04"),
        ("The barn burned on the 19th.", "the 19th | 2024-06-19 | 2024-06-19/2024-06-19"),
        ("The barn has stood empty since the 3rd.", "since the 3rd | 2024-06-03 | 2024-06-03/2024-06-26"),
        ("He birdied the 15th on the 3rd try, on the 14th tee.", ""),
        (
            "The June 4 floods and its May 9 vote were hard.",
            "The June 4 | 2024-06-04 | 2024-06-04/2024-06-04\nMay 9 | 2024-05-09 | 2024-05-09/2024-05-09",
        ),
        ("The June 40 percent rise was odd.", "June | 2024-06 | 2024-06-01/2024-06-30"),
        ("The log of 20240604 is lost, and 20240604 lines with it.", "20240604 | 2024-06-04 | 2024-06-04/2024-06-04"),
    ]);
}

#[test]
fn weekdays_nights_and_timetables() {
    rows(&[
        ("She left the Monday before last.", "the Monday before last | 2024-06-17 | 2024-06-17/2024-06-17"),
        ("They meet the Friday after next.", "the Friday after next | 2024-07-05 | 2024-07-05/2024-07-05"),
        (
            "Last night it froze; this morning it thawed.",
            "Last night | 2024-06-25 | 2024-06-25/2024-06-25\nthis morning | 2024-06-26 | 2024-06-26/2024-06-26",
        ),
        (
            "The fair opens on Saturday, the clerk said on Monday.",
            "Saturday | 2024-06-29 | 2024-06-29/2024-06-29\nMonday | 2024-06-24 | 2024-06-24/2024-06-24",
        ),
        (
            "The clerk said on Monday that the fair would open on Saturday.",
            "Monday | 2024-06-24 | 2024-06-24/2024-06-24\nSaturday | 2024-06-29 | 2024-06-29/2024-06-29",
        ),
        ("The fair would have opened on Saturday.", "Saturday | 2024-06-22 | 2024-06-22/2024-06-22"),
        ("The vote is set for 9 September.", "9 September | 2024-09-09 | 2024-09-09/2024-09-09"),
        ("Housing starts fell on Monday.", "Monday | 2024-06-24 | 2024-06-24/2024-06-24"),
        ("On Good Friday and Cyber Monday it snowed.", ""),
    ]);
}

#[test]
fn stretches_of_the_calendar() {
    rows(&[
        ("in the final quarter of 2022", "the final quarter of 2022 | 2022-Q4 | 2022-10-01/2022-12-31"),
        ("in the first days of April", "the first days of April | 2024-04 | 2024-04-01/2024-04-10"),
        ("in the last weeks of 2021", "the last weeks of 2021 | 2021 | 2021-09-01/2021-12-31"),
        (
            "in the first half of the 1950s",
            "the first half of the 1950s | 1950-01-01/1954-12-31 | 1950-01-01/1954-12-31",
        ),
        (
            "in the second half of March 2022",
            "the second half of March 2022 | 2022-03-16/2022-03-31 | 2022-03-16/2022-03-31",
        ),
        (
            "in the second half of the 18th century",
            "the second half of the 18th century | 1750-01-01/1799-12-31 | 1750-01-01/1799-12-31",
        ),
        ("in the early 1900s", "the early 1900s | 19XX | 1900-01-01/1932-12-31"),
        ("in the 16th and 17th centuries", "16th and 17th centuries | 15XX/16XX | 1500-01-01/1699-12-31"),
        ("in the 1960s and 1970s", "1960s and 1970s | 196X/197X | 1960-01-01/1979-12-31"),
        (
            "in 2018's last weeks and in the 1940's",
            "2018 | 2018 | 2018-01-01/2018-12-31\nlast weeks | PAST_REF | ../2024-06-26\nthe 1940's | 194X | 1940-01-01/1949-12-31",
        ),
        ("in the month of May", "May | 2024-05 | 2024-05-01/2024-05-31"),
        ("Rents fell in spring, and by the summer they rose.", "spring | XXXX-SP | -\nthe summer | XXXX-SU | -"),
        ("in the spring of the clock and in the fall of the wall", ""),
        ("In recent months it has rained.", "recent months | PAST_REF | ../2024-06-26"),
        ("The levy falls due at EOY.", "EOY | 2024 | 2024-09-01/2024-12-31"),
    ]);
}

#[test]
fn years_of_an_era() {
    rows(&[
        (
            "The well was dug in 310 BC and sealed in AD 61.",
            "310 BC | BC0310 | -000309-01-01/-000309-12-31\nAD 61 | 0061 | 0061-01-01/0061-12-31",
        ),
        ("from 300 to 120 BC", "from 300 to 120 BC | BC0300/BC0120 | -000299-01-01/-000119-12-31"),
        ("from 31 BC to 14 AD", "from 31 BC to 14 AD | BC0031/0014 | -000030-01-01/0014-12-31"),
        ("in the 3rd century BC", "the 3rd century BC | BC02XX | -000299-01-01/-000200-12-31"),
        ("An ad 45 seconds long cost 12 ad dollars.", ""),
    ]);
}

#[test]
fn books_and_quarters() {
    rows(&[
        (
            "in the March quarter and the September 2023 quarter",
            "the March quarter | 2024-Q1 | 2024-01-01/2024-03-31\nthe September 2023 quarter | 2023-Q3 | 2023-07-01/2023-09-30",
        ),
        ("in the April-June quarter", "April-June | 2024-04/2024-06 | 2024-04-01/2024-06-30"),
        ("Q1-Q3 2022", "Q1-Q3 2022 | 2022-Q1/2022-Q3 | 2022-01-01/2022-09-30"),
        (
            "Sales in Q1 and Q2 2022 were flat.",
            "Q1 | 2022-Q1 | 2022-01-01/2022-03-31\nQ2 2022 | 2022-Q2 | 2022-04-01/2022-06-30",
        ),
        (
            "in Q2 FY25 and the third quarter of fiscal 2021",
            "Q2 FY25 | - | -\nthe third quarter of fiscal 2021 | - | -",
        ),
        (
            "in the year to the end of March",
            "the year to the end of March | 2023-04-01/2024-03-31 | 2023-04-01/2024-03-31",
        ),
        ("in the half-year to June 2023", "the half-year to June 2023 | 2023-01-01/2023-06-30 | 2023-01-01/2023-06-30"),
        ("in the five years to 2020", "the five years to 2020 | 2016-01-01/2020-12-31 | 2016-01-01/2020-12-31"),
        ("in the week commencing 3 June", "the week commencing 3 June | 2024-W23 | 2024-06-03/2024-06-09"),
        (
            "in April/May and Jan.-March 2023",
            "April/May | 2024-04/2024-05 | 2024-04-01/2024-05-31\nJan.-March 2023 | 2023-01/2023-03 | 2023-01-01/2023-03-31",
        ),
        ("on 3/4 May", "3/4 May | 2024-05-03/2024-05-04 | 2024-05-03/2024-05-04"),
        ("in 2016/2017", "2016/2017 | 2016/2017 | 2016-01-01/2017-12-31"),
        (
            "from the mid-1980s to the early 1990s",
            "from the mid-1980s to the early 1990s | 1984/1993 | 1984-01-01/1993-12-31",
        ),
        (
            "It rained in May, June and July 2021.",
            "May | 2021-05 | 2021-05-01/2021-05-31\nJune and July 2021 | 2021-06/2021-07 | 2021-06-01/2021-07-31",
        ),
        (
            "It rained in November and January 2021.",
            "November | 2023-11 | 2023-11-01/2023-11-30\nJanuary 2021 | 2021-01 | 2021-01-01/2021-01-31",
        ),
    ]);
}

#[test]
fn counted_from_another_day() {
    rows(&[
        (
            "It opened on 3 May and shut nine days later.",
            "3 May | 2024-05-03 | 2024-05-03/2024-05-03\nnine days later | 2024-05-12 | 2024-05-12/2024-05-12",
        ),
        (
            "It opened in 2011, and burned six years later.",
            "2011 | 2011 | 2011-01-01/2011-12-31\nsix years later | 2017 | 2017-01-01/2017-12-31",
        ),
        (
            "It opened in 2011 and had burned two decades earlier.",
            "2011 | 2011 | 2011-01-01/2011-12-31\ntwo decades earlier | 1991 | 1991-01-01/1991-12-31",
        ),
        ("It shut nine days later.", ""),
        ("It was founded half a century ago.", "half a century ago | 1974-06 | 1974-06-01/1974-06-30"),
        ("It was founded two months and 3 days ago.", "two months and 3 days ago | 2024-04-23 | 2024-04-23/2024-04-23"),
        ("It was founded a year ago today.", "a year ago today | 2023-06-26 | 2023-06-26/2023-06-26"),
        (
            "A couple of weeks ago it shut; some days ago it burned.",
            "A couple of weeks ago | 2024-W24 | 2024-06-10/2024-06-16\nsome days ago | PAST_REF | -",
        ),
        (
            "It opened in May 2020 and shut half a year later.",
            "May 2020 | 2020-05 | 2020-05-01/2020-05-31\nhalf a year later | 2020-11 | 2020-11-01/2020-11-30",
        ),
    ]);
}

#[test]
fn what_is_no_date() {
    rows(&[
        ("Room 2021 and Flight 1987 are full.", ""),
        ("Call 2019-555-0144.", ""),
        ("The march may last; may the second one win.", ""),
        ("He came in at 3, 5 and 7; rules 4, 6 and 8 hold.", ""),
        ("In groups of 3, 5 and 9 they came.", ""),
        ("The ratio was 2024:1, the score 19-20, version 2.10.3.", ""),
    ]);
}

#[test]
fn years_in_lists_and_behind_signs() {
    rows(&[
        (
            "Barns burned in 2017, 2018, and 2020.",
            "2017 | 2017 | 2017-01-01/2017-12-31\n2018 | 2018 | 2018-01-01/2018-12-31\n2020 | 2020 | 2020-01-01/2020-12-31",
        ),
        (
            "The rent was paid in 2017, 2018 and 2019.",
            "2017 | 2017 | 2017-01-01/2017-12-31\n2018 | 2018 | 2018-01-01/2018-12-31\n2019 | 2019 | 2019-01-01/2019-12-31",
        ),
        (
            "The mill (c. 1850) and the weir (c. 1450-1516) stand.",
            "1850 | 1850 | 1850-01-01/1850-12-31\n1450-1516 | 1450/1516 | 1450-01-01/1516-12-31",
        ),
        ("© 2021 Hale Press", "2021 | 2021 | 2021-01-01/2021-12-31"),
        (
            "The charter of the year 1215 was sealed in 1217.",
            "1215 | 1215 | 1215-01-01/1215-12-31\n1217 | 1217 | 1217-01-01/1217-12-31",
        ),
        (
            "It grew as early as 2005 and as recently as 2019.",
            "2005 | 2005 | 2005-01-01/2005-12-31\n2019 | 2019 | 2019-01-01/2019-12-31",
        ),
        ("See pages 1998-2003, flight 2015 and version 3.5.2024.", ""),
        (
            "The Mining Act 2006 was repealed in season 2023-24.",
            "2006 | 2006 | 2006-01-01/2006-12-31\n2023-24 | 2023/2024 | 2023-01-01/2024-12-31",
        ),
    ]);
}

#[test]
fn a_past_verb_before_and_what_comes_behind() {
    rows(&[
        (
            "The pier closed on Friday and will open on Monday.",
            "Friday | 2024-06-21 | 2024-06-21/2024-06-21\nMonday | 2024-07-01 | 2024-07-01/2024-07-01",
        ),
        (
            "The strike, which began in July, is expected to end in August.",
            "July | 2023-07 | 2023-07-01/2023-07-31\nAugust | 2024-08 | 2024-08-01/2024-08-31",
        ),
        (
            "Rents rose in July and will fall in December.",
            "July | 2023-07 | 2023-07-01/2023-07-31\nDecember | 2024-12 | 2024-12-01/2024-12-31",
        ),
        (
            "Rents rose in July, in December they will fall.",
            "July | 2023-07 | 2023-07-01/2023-07-31\nDecember | 2024-12 | 2024-12-01/2024-12-31",
        ),
        // A participle behind an article, and what is called for a day, say nothing of the day.
        ("The delayed vote on Friday will be close.", "Friday | 2024-06-28 | 2024-06-28/2024-06-28"),
        ("They called a strike for Friday that will shut the pier.", "Friday | 2024-06-28 | 2024-06-28/2024-06-28"),
        ("In July the pier will open.", "July | 2024-07 | 2024-07-01/2024-07-31"),
    ]);
}

#[test]
fn the_running_day_and_half_units_ago() {
    rows(&[
        ("Shares fell 2% for the day.", "the day | 2024-06-26 | 2024-06-26/2024-06-26"),
        ("It lapsed last fortnight.", "last fortnight | 2024-06-12/2024-06-26 | 2024-06-12/2024-06-26"),
        ("It lapses in the upcoming week.", "the upcoming week | 2024-W27 | 2024-07-01/2024-07-07"),
        ("It lapses three Mondays from now.", "three Mondays from now | 2024-07-15 | 2024-07-15/2024-07-15"),
        ("It lapsed the night before last.", "night before last | 2024-06-24 | 2024-06-24/2024-06-24"),
        (
            "See you tmrw on Thurs. 27 June.",
            "tmrw | 2024-06-27 | 2024-06-27/2024-06-27\nThurs. 27 June | 2024-06-27 | 2024-06-27/2024-06-27",
        ),
        ("Nobody of 18 may enter on 18 may.", "18 may | 2024-05-18 | 2024-05-18/2024-05-18"),
        ("Shares fell 2% for the month, and rose.", "the month | 2024-06 | 2024-06-01/2024-06-30"),
        ("Sales for the week rose; pay for the day shift fell.", ""),
        ("A year and a half ago it rained.", "A year and a half ago | 2022-12 | 2022-12-01/2022-12-31"),
        ("Two and a half years ago it rained.", "Two and a half years ago | 2021-12 | 2021-12-01/2021-12-31"),
        ("On the tenth of last month it rained.", "the tenth of last month | 2024-05-10 | 2024-05-10/2024-05-10"),
        ("She leaves Thursday week.", "Thursday week | 2024-07-04 | 2024-07-04/2024-07-04"),
        ("Sunday school has a book of the Sunday Times.", ""),
    ]);
}

#[test]
fn hours_and_minutes_behind_at() {
    rows(&[
        ("The bell rang at 15:30 and at 0645 hours.", "15:30 | T15:30 | -\n0645 hours | T06:45 | -"),
        ("A ratio of 12:30 and a verse, John 3:16.", ""),
        ("They were paid for 1500 hours.", ""),
    ]);
}

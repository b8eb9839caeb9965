//! The grammar of dates by example: each row is a text and what is read in it, as `text | timex | period`.

use jiff::civil::{Date, date};

use super::*;
use crate::period::DateKind;
use crate::token::{Lexicon, sentences, tokenize};

/// All dates of a text, written on Wednesday, 26 June 2024 unless another day is given.
pub(super) fn read(text: &str, anchor: Option<Date>) -> Vec<DateExpr> {
    let lexicon = Lexicon::builder().build();
    let (mut tokens, mut ranges, mut found) = (Vec::new(), Vec::new(), Vec::new());
    tokenize(text, &lexicon, &mut tokens);
    sentences(&tokens, &lexicon, &mut ranges);
    for range in ranges {
        read_dates(Tokens::new(text, &tokens, &lexicon), range, anchor, &mut found);
    }
    found
}

pub(super) fn shown(text: &str, anchor: Option<Date>) -> String {
    let row = |d: &DateExpr| {
        let period = d.period.map_or_else(|| "-".to_owned(), |p| p.to_string());
        let fault = if d.impossible { " (impossible)" } else { "" };
        format!("{} | {} | {period}{fault}", d.span.slice(text), d.timex.as_deref().unwrap_or("-"))
    };
    read(text, anchor).iter().map(row).collect::<Vec<_>>().join("\n")
}

pub(super) const WEDNESDAY: Option<Date> = Some(date(2024, 6, 26));

#[test]
fn days_with_their_month() {
    let p = |text: &str| shown(text, WEDNESDAY);
    insta::assert_snapshot!(p("The bridge opened on 25 June 2024."), @"25 June 2024 | 2024-06-25 | 2024-06-25/2024-06-25");
    insta::assert_snapshot!(p("The bridge opened on June 25, 2019, at last."), @"June 25, 2019 | 2019-06-25 | 2019-06-25/2019-06-25");
    insta::assert_snapshot!(p("They met on the 25th of May."), @"the 25th of May | 2024-05-25 | 2024-05-25/2024-05-25");
    insta::assert_snapshot!(p("It closed on Sept. 27 for repairs."), @"Sept. 27 | 2023-09-27 | 2023-09-27/2023-09-27");
    insta::assert_snapshot!(p("He signed it on Monday, 2 October 2023."), @"Monday, 2 October 2023 | 2023-10-02 | 2023-10-02/2023-10-02");
    insta::assert_snapshot!(p("The vote of May eighth, 2010 stands."), @"May eighth, 2010 | 2010-05-08 | 2010-05-08/2010-05-08");
    insta::assert_snapshot!(p("The harbour froze on 12 February last year."), @"12 February last year | 2023-02-12 | 2023-02-12/2023-02-12");
    insta::assert_snapshot!(p("The shop will open on 4 July."), @"4 July | 2024-07-04 | 2024-07-04/2024-07-04");
    insta::assert_snapshot!(p("Boxing Day 2022 was wet."), @"Boxing Day 2022 | 2022-12-26 | 2022-12-26/2022-12-26");
    insta::assert_snapshot!(p("The bill fell due on 31 June."), @"31 June | - | - (impossible)");
    insta::assert_snapshot!(p("A frost came on 30 February 2023."), @"30 February 2023 | - | - (impossible)");
    insta::assert_snapshot!(p("In June 25 people were hurt."), @"June | 2024-06 | 2024-06-01/2024-06-30");
}

#[test]
fn weekdays() {
    let p = |text: &str| shown(text, WEDNESDAY);
    insta::assert_snapshot!(p("The mayor resigned on Tuesday."), @"Tuesday | 2024-06-25 | 2024-06-25/2024-06-25");
    insta::assert_snapshot!(p("The council will meet on Tuesday."), @"Tuesday | 2024-07-02 | 2024-07-02/2024-07-02");
    insta::assert_snapshot!(p("The firm said on Monday it will sell the mill."), @"Monday | 2024-06-24 | 2024-06-24/2024-06-24");
    insta::assert_snapshot!(p("It rained last Friday and is dry this Thursday."), @r"
    last Friday | 2024-06-21 | 2024-06-21/2024-06-21
    this Thursday | 2024-06-27 | 2024-06-27/2024-06-27
    ");
    insta::assert_snapshot!(p("They meet next Tuesday."), @"next Tuesday | 2024-07-02 | 2024-07-02/2024-07-02");
    insta::assert_snapshot!(p("They left on Tuesday of last week."), @"Tuesday of last week | 2024-06-18 | 2024-06-18/2024-06-18");
    insta::assert_snapshot!(p("the last Sunday of March 2014"), @"the last Sunday of March 2014 | 2014-03-30 | 2014-03-30/2014-03-30");
    insta::assert_snapshot!(p("They met on Mondays."), @"Mondays | XXXX-WXX-1 | -");
    insta::assert_snapshot!(p("They left on Sunday, June 23, and will sit again next Tuesday, July 2."), @r"
    Sunday, June 23 | 2024-06-23 | 2024-06-23/2024-06-23
    next Tuesday, July 2 | 2024-07-02 | 2024-07-02/2024-07-02
    ");
    insta::assert_snapshot!(p("A slip of a day is no other year: Friday, July 4; far off it is: Friday, 1 September."), @r"
    Friday, July 4 | 2024-07-04 | 2024-07-04/2024-07-04
    Friday, 1 September | 2023-09-01 | 2023-09-01/2023-09-01
    ");
    insta::assert_snapshot!(p("It opened on Thursday the 20th."), @"Thursday the 20th | 2024-06-20 | 2024-06-20/2024-06-20");
}

#[test]
fn months_years_and_decades() {
    let p = |text: &str| shown(text, WEDNESDAY);
    insta::assert_snapshot!(p("Prices rose in April and fell in September."), @r"
    April | 2024-04 | 2024-04-01/2024-04-30
    September | 2023-09 | 2023-09-01/2023-09-30
    ");
    insta::assert_snapshot!(p("The works began in October last year."), @"October last year | 2023-10 | 2023-10-01/2023-10-31");
    insta::assert_snapshot!(p("She left last December and came back this May."), @r"
    last December | 2023-12 | 2023-12-01/2023-12-31
    this May | 2024-05 | 2024-05-01/2024-05-31
    ");
    insta::assert_snapshot!(p("It was built in 1932, burned in the 1990s and rebuilt in the mid-80s."), @r"
    1932 | 1932 | 1932-01-01/1932-12-31
    the 1990s | 199X | 1990-01-01/1999-12-31
    the mid-80s | 1984/1986 | 1984-01-01/1986-12-31
    ");
    insta::assert_snapshot!(p("the 15th century"), @"the 15th century | 14XX | 1400-01-01/1499-12-31");
    insta::assert_snapshot!(p("The 2021 flood and the town\u{2019}s 2016 budget"), @r"
    2021 | 2021 | 2021-01-01/2021-12-31
    2016 | 2016 | 2016-01-01/2016-12-31
    ");
    insta::assert_snapshot!(p("In 2000 homes and 2016 villages the lights went out."), @"");
    insta::assert_snapshot!(p("2019 was dry; the mill reported 2018 net profit, and fiscal 2020 is over."), @r"
    2019 | 2019 | 2019-01-01/2019-12-31
    2018 | 2018 | 2018-01-01/2018-12-31
    fiscal 2020 | 2020 | 2020-01-01/2020-12-31
    ");
    insta::assert_snapshot!(p("(2016)"), @"2016 | 2016 | 2016-01-01/2016-12-31");
    insta::assert_snapshot!(p("early January, mid-2023, late May 2022, the end of 2020"), @r"
    early January | 2024-01 | 2024-01-01/2024-01-10
    mid-2023 | 2023 | 2023-05-01/2023-08-31
    late May 2022 | 2022-05 | 2022-05-21/2022-05-31
    the end of 2020 | 2020 | 2020-09-01/2020-12-31
    ");
    insta::assert_snapshot!(p("It lasted until 1934."), @"1934 | 1934 | 1934-01-01/1934-12-31");
    insta::assert_snapshot!(p("summer 2023 and last winter"), @r"
    summer 2023 | 2023-SU | -
    last winter | 2023-WI | -
    ");
}

#[test]
fn quarters_halves_and_stretches() {
    let p = |text: &str| shown(text, WEDNESDAY);
    insta::assert_snapshot!(p("Sales fell in Q1 2024 and in the third quarter."), @r"
    Q1 2024 | 2024-Q1 | 2024-01-01/2024-03-31
    the third quarter | 2023-Q3 | 2023-07-01/2023-09-30
    ");
    insta::assert_snapshot!(p("the first quarter of last year"), @"the first quarter of last year | 2023-Q1 | 2023-01-01/2023-03-31");
    insta::assert_snapshot!(p("the second half of 2023"), @"the second half of 2023 | 2023-H2 | 2023-07-01/2023-12-31");
    insta::assert_snapshot!(p("In the first three months of the year, rents rose."), @"the first three months of the year | 2024-Q1 | 2024-01-01/2024-03-31");
    insta::assert_snapshot!(p("in the last three months of last year"), @"the last three months of last year | 2023-Q4 | 2023-10-01/2023-12-31");
    insta::assert_snapshot!(p("the first nine months of 2023"), @"the first nine months of 2023 | 2023-01-01/2023-09-30 | 2023-01-01/2023-09-30");
    insta::assert_snapshot!(p("the last week of December"), @"the last week of December | 2023-W52 | 2023-12-25/2023-12-31");
    insta::assert_snapshot!(p("The second half was better and the quarter was long."), @"");
}

#[test]
fn from_the_day_of_writing() {
    let p = |text: &str| shown(text, WEDNESDAY);
    insta::assert_snapshot!(p("yesterday, today and tomorrow"), @r"
    yesterday | 2024-06-25 | 2024-06-25/2024-06-25
    today | 2024-06-26 | 2024-06-26/2024-06-26
    tomorrow | 2024-06-27 | 2024-06-27/2024-06-27
    ");
    insta::assert_snapshot!(p("last week, this month, next year"), @r"
    last week | 2024-W25 | 2024-06-17/2024-06-23
    this month | 2024-06 | 2024-06-01/2024-06-30
    next year | 2025 | 2025-01-01/2025-12-31
    ");
    insta::assert_snapshot!(p("The road closed earlier this year."), @"earlier this year | 2024-01-01/2024-06-26 | 2024-01-01/2024-06-26");
    insta::assert_snapshot!(p("over the past year and the last two years"), @r"
    the past year | 2023-06-26/2024-06-26 | 2023-06-26/2024-06-26
    the last two years | 2022-06/2024-06 | 2022-06-01/2024-06-26
    ");
    insta::assert_snapshot!(p("in the past month and a half"), @"the past month and a half | 2024-05-11/2024-06-26 | 2024-05-11/2024-06-26");
    insta::assert_snapshot!(p("in the past few months; over the next six months; in the coming weeks"), @r"
    the past few months | PAST_REF | ../2024-06-26
    the next six months | 2024-07/2024-12 | 2024-07-01/2024-12-31
    the coming weeks | FUTURE_REF | 2024-06-27/..
    ");
    insta::assert_snapshot!(p("It began three years ago, two weeks ago, a few weeks ago and a decade ago."), @r"
    three years ago | 2021-06 | 2021-06-01/2021-06-30
    two weeks ago | 2024-W24 | 2024-06-10/2024-06-16
    a few weeks ago | 2024-05-20/2024-06-12 | 2024-05-20/2024-06-12
    a decade ago | 2014 | 2014-01-01/2014-12-31
    ");
    insta::assert_snapshot!(p("last year, in the last year, the previous year, the next day"), @r"
    last year | 2023 | 2023-01-01/2023-12-31
    the last year | 2023-06-26/2024-06-26 | 2023-06-26/2024-06-26
    the previous year | - | -
    the next day | - | -
    ");
    insta::assert_snapshot!(p("The fund will be empty in six weeks. It lost half in two years."), @"six weeks | 2024-08-07 | 2024-08-07/2024-08-07");
    insta::assert_snapshot!(p("This may not last; this May did not."), @"this May | 2024-05 | 2024-05-01/2024-05-31");
    insta::assert_snapshot!(p("Two weeks after yesterday"), @"Two weeks after yesterday | 2024-07-09 | 2024-07-09/2024-07-09");
    insta::assert_snapshot!(p("It fell days before the vote."), @"days before | - | -");
    insta::assert_snapshot!(p("Two years after the vote it ran for six months."), @"");
}

#[test]
fn leads_and_ranges() {
    let p = |text: &str| shown(text, WEDNESDAY);
    insta::assert_snapshot!(p("Rents have risen since March and since 2016."), @r"
    since March | 2024-03 | 2024-03-01/2024-06-26
    since 2016 | 2016 | 2016-01-01/2024-06-26
    ");
    insta::assert_snapshot!(p("since the 2021 flood"), @"since the 2021 flood | 2021 | 2021-01-01/2024-06-26");
    insta::assert_snapshot!(p("Between April and June it rained."), @"Between April and June | 2024-04/2024-06 | 2024-04-01/2024-06-30");
    insta::assert_snapshot!(p("from January to March 2024"), @"from January to March 2024 | 2024-01/2024-03 | 2024-01-01/2024-03-31");
    insta::assert_snapshot!(p("In February and March, and in May and October"), @r"
    February and March | 2024-02/2024-03 | 2024-02-01/2024-03-31
    May | 2024-05 | 2024-05-01/2024-05-31
    October | 2023-10 | 2023-10-01/2023-10-31
    ");
    insta::assert_snapshot!(p("March and early April"), @"March and early April | 2024-03/2024-04 | 2024-03-01/2024-04-10");
    insta::assert_snapshot!(p("the 1914-18 war, the 2010-2011 vote and the 2023/24 season"), @r"
    1914-18 | 1914/1918 | 1914-01-01/1918-12-31
    2010-2011 | 2010/2011 | 2010-01-01/2011-12-31
    2023/24 | 2023/2024 | 2023-01-01/2024-12-31
    ");
    insta::assert_snapshot!(p("2-5 May 2024; May 2-5; from 10 May to 3 June 2024"), @r"
    2-5 May 2024 | 2024-05-02/2024-05-05 | 2024-05-02/2024-05-05
    May 2-5 | 2024-05-02/2024-05-05 | 2024-05-02/2024-05-05
    from 10 May to 3 June 2024 | 2024-05-10/2024-06-03 | 2024-05-10/2024-06-03
    ");
    insta::assert_snapshot!(p("July 1, 1986, to March 1, 1987; 2021\u{2013}present"), @r"
    July 1, 1986, to March 1, 1987 | 1986-07-01/1987-03-01 | 1986-07-01/1987-03-01
    2021–present | 2021/2024-06-26 | 2021-01-01/2024-06-26
    ");
    insta::assert_snapshot!(p("between the middle of March and the end of May"), @"between the middle of March and the end of May | 2024-03/2024-05 | 2024-03-11/2024-05-31");
    insta::assert_snapshot!(p("December 28 to January 3"), @"December 28 to January 3 | 2023-12-28/2024-01-03 | 2023-12-28/2024-01-03");
}

#[test]
fn numbers_alone() {
    let p = |text: &str| shown(text, WEDNESDAY);
    insta::assert_snapshot!(p("2024-06-25, 8/26/25, 26/8/2025, 26.08.2025, 2025/01/13, 2024-W05"), @r"
    2024-06-25 | 2024-06-25 | 2024-06-25/2024-06-25
    8/26/25 | 2025-08-26 | 2025-08-26/2025-08-26
    26/8/2025 | 2025-08-26 | 2025-08-26/2025-08-26
    26.08.2025 | 2025-08-26 | 2025-08-26/2025-08-26
    2025/01/13 | 2025-01-13 | 2025-01-13/2025-01-13
    2024-W05 | 2024-W05 | 2024-01-29/2024-02-04
    ");
    insta::assert_snapshot!(p("at 3:30 pm, 7 a.m., noon, 19:30 GMT"), @r"
    3:30 pm | T15:30 | -
    7 a.m. | T07:00 | -
    noon | T12:00 | -
    19:30 GMT | T19:30 | -
    ");
    insta::assert_snapshot!(p("$2024, 2,024 homes, 2024.5, 2000 people, 192.168.1.20, 4:3, 12-34-56-78"), @"");
}

#[test]
fn words_that_are_no_dates() {
    let p = |text: &str| shown(text, WEDNESDAY);
    insta::assert_snapshot!(p("It may march on for a second; the last one will last longer."), @"");
    insta::assert_snapshot!(p("May we go? Day by day the daily round went on."), @"");
    insta::assert_snapshot!(p("June Carter sat in the sun and saw the fall."), @"");
    insta::assert_snapshot!(p("a three-year-old, the next one, this past one, months of delay"), @"");
}

#[test]
fn without_a_document_date_the_relative_stays_open() {
    let p = |text: &str| shown(text, None);
    insta::assert_snapshot!(p("on 25 June"), @"25 June | XXXX-06-25 | -");
    insta::assert_snapshot!(p("in April, last week, yesterday"), @r"
    April | XXXX-04 | -
    last week | - | -
    yesterday | - | -
    ");
    insta::assert_snapshot!(p("since 2016, in 2023"), @r"
    since 2016 | 2016 | 2016-01-01/..
    2023 | 2023 | 2023-01-01/2023-12-31
    ");
}

#[test]
fn leads_and_weekdays_are_kept() {
    let leads =
        |text: &str| read(text, WEDNESDAY).iter().map(|d| format!("{:?}", d.lead)).collect::<Vec<_>>().join(" ");
    assert_eq!(leads("since March, by 2025, until 1934, as of September 27, in 2020"), "Since By Until AsOf None");
    let dates = read("Monday, 2 October 2023", WEDNESDAY);
    assert_eq!(dates[0].weekday.map(|w| w.number), Some(1));
    assert_eq!(dates[0].kind, DateKind::Date);
}

#[test]
fn the_order_of_ambiguous_numbers_is_an_option() {
    let lexicon = Lexicon::builder().build();
    let (text, mut tokens) = ("3/4/2025", Vec::new());
    tokenize(text, &lexicon, &mut tokens);
    let read = |order| {
        let mut out = Vec::new();
        read_dates_with(
            Tokens::new(text, &tokens, &lexicon),
            0..tokens.len(),
            DateOptions { order, ..DateOptions::default() },
            &mut out,
        );
        out.into_iter().find_map(|d| d.timex)
    };
    assert_eq!(read(Some(DateOrder::MonthDay)).as_deref(), Some("2025-03-04"));
    assert_eq!(read(Some(DateOrder::DayMonth)).as_deref(), Some("2025-04-03"));
    assert_eq!(read(None).as_deref(), Some("2025-XX-XX"));
}

/// Pieces from which texts are put together: whole dates, their parts, and what comes between.
const PIECES: &[&str] = &[
    "25",
    "June",
    "2024",
    "31",
    "February",
    "30",
    "of",
    "the",
    "last",
    "next",
    "two",
    "years",
    "ago",
    "since",
    "from",
    "to",
    "-",
    "\u{2013}",
    "/",
    ",",
    ".",
    " ",
    " ",
    " ",
    "Monday",
    "mid",
    "early",
    "first",
    "quarter",
    "Q1",
    "week",
    "9999",
    "0000",
    "99",
    "th",
    "'",
    "s",
    "between",
    "and",
    "yesterday",
    "12",
    ":",
    "pm",
    "90s",
    "century",
    "end",
    "a",
    "few",
    "half",
    "of the year",
    "999",
    "summer",
    "this",
    "days before",
];

proptest::proptest! {
    #[test]
    fn no_text_panics_and_spans_slice_in_order(pieces in proptest::collection::vec(0..PIECES.len(), 0..40), year in 1..9999i16) {
        let text: String = pieces.iter().map(|&i| PIECES[i]).collect();
        for anchor in [None, date(year, 2, 28).checked_add(jiff::Span::new()).ok()] {
            let mut free = 0;
            for found in read(&text, anchor) {
                proptest::prop_assert!(found.span.start >= free && !found.span.slice(&text).is_empty());
                free = found.span.end;
                if let Some(period) = found.period.filter(|p| p.start.is_some() || p.end.is_some()) {
                    proptest::prop_assert_eq!(crate::period::parse_iso_period(&period.to_string()), Ok(period));
                }
            }
        }
    }

    #[test]
    fn no_characters_panic(text in "\\PC{0,60}") {
        read(&text, WEDNESDAY);
    }
}

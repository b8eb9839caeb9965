use crate::quantity::testing::rows;

#[test]
fn lengths_of_several_parts() {
    insta::assert_snapshot!(rows("took two hours and 30 minutes"), @"two hours and 30 minutes = 150 none Duration(Minute)");
    insta::assert_snapshot!(rows("in 1h 20m or 3h"), @"
    1h 20m = 80 none Duration(Minute)
    3h = 3 none Duration(Hour)
    ");
    insta::assert_snapshot!(rows("jailed for 3 years and 6 months"), @"3 years and 6 months = 42 none Duration(Month)");
    insta::assert_snapshot!(rows("after 2 weeks, 3 days"), @"2 weeks, 3 days = 17 none Duration(Day)");
    insta::assert_snapshot!(rows("for 2 years and 10 days"), @"
    2 years = 2 none Duration(Year)
    10 days = 10 none Duration(Day)
    ");
    insta::assert_snapshot!(rows("after 3 years, 2 months, 4 days and 5 hours"), @"
    3 years = 3 none Duration(Year)
    2 months = 2 none Duration(Month)
    4 days = 4 none Duration(Day)
    5 hours = 5 none Duration(Hour)
    ");
    insta::assert_snapshot!(rows("waited for an hour at $20 an hour"), @"
    an hour = 1 none Duration(Hour)
    $20 = 20 none Money(Currency(0))
    ");
    insta::assert_snapshot!(rows("two hours and 90 people"), @"
    two hours = 2 none Duration(Hour)
    90 people = 90 none Person people
    ");
    insta::assert_snapshot!(rows("it ran for one hour fifteen."), @"one hour fifteen = 75 none Duration(Minute)");
    insta::assert_snapshot!(rows("after 2h45 it stopped"), @"2h45 = 165 none Duration(Minute)");
    insta::assert_snapshot!(rows("it ran 1 hr. 20 min."), @"1 hr. 20 min = 80 none Duration(Minute)");
    insta::assert_snapshot!(rows("kept for 5Y; the 10y bond and the 3Y car"), @"5Y = 5 none Duration(Year)");
    insta::assert_snapshot!(rows("won in 9.58s in the 1960s"), @"9.58s = 9.58 none Duration(Second)");
}

#[test]
fn parts_of_a_unit() {
    insta::assert_snapshot!(rows("half an hour, a quarter of a century"), @"
    half an hour = 0.5 none Duration(Hour)
    a quarter of a century = 0.25 none Duration(Century)
    ");
    insta::assert_snapshot!(rows("about an hour and a half"), @"about an hour and a half = 1.5 about Duration(Hour)");
    insta::assert_snapshot!(rows("more than a year and a quarter"), @"more than a year and a quarter = 1.25 more_than Duration(Year)");
    insta::assert_snapshot!(rows("half the year"), @"half = 0.5 none Ratio");
}

#[test]
fn decimal_units() {
    insta::assert_snapshot!(rows("waits 80 milliseconds, 15 ms, a 250-microsecond pulse; two millennia, 18 mo"), @"
    80 milliseconds = 0.08 none Duration(Second)
    15 ms = 0.015 none Duration(Second)
    250-microsecond = 0.00025 none Duration(Second)
    two millennia = 2000 none Duration(Year)
    18 mo = 18 none Duration(Month)
    ");
    insta::assert_snapshot!(rows("Ms Roe and 40 Ms Does"), @"40 = 40 none None");
}

#[test]
fn days_of_work_and_centuries_of_runs() {
    insta::assert_snapshot!(rows("within 10 business days, or five working days"), @"
    10 business days = 10 none Duration(Day)
    five working days = 5 none Duration(Day)
    ");
    insta::assert_snapshot!(rows("he scored 12 centuries for Kent; it stood for 12 centuries"), @"
    12 centuries = 12 none Thing centuries
    12 centuries = 12 none Duration(Century)
    ");
    insta::assert_snapshot!(rows("these days it rains, and in those days it snowed"), @"");
}

#[test]
fn parts_behind_and() {
    insta::assert_snapshot!(rows("a two-and-a-half-year wait"), @"two-and-a-half-year = 2.5 none Duration(Year)");
    insta::assert_snapshot!(rows("ran for five-and-a-half hours"), @"five-and-a-half hours = 5.5 none Duration(Hour)");
    insta::assert_snapshot!(rows("ran for four and half hours"), @"four and half hours = 4.5 none Duration(Hour)");
    insta::assert_snapshot!(rows("ran for one and a quarter hours"), @"one and a quarter hours = 1.25 none Duration(Hour)");
    insta::assert_snapshot!(rows("four and half of them"), @"
    four = 4 none None
    half of them = 0.5 none Ratio
    ");
    insta::assert_snapshot!(rows("a half day and half time"), @"a half day = 0.5 none Duration(Day)");
}

#[test]
fn one_whole_unit() {
    insta::assert_snapshot!(rows("It snowed all day and all week."), @"
    all day = 1 none Duration(Day)
    all week = 1 none Duration(Week)
    ");
    insta::assert_snapshot!(rows("All day nurseries shut; all second homes are taxed."), @"second homes = 2 none Ordinal homes");
    insta::assert_snapshot!(rows("shut for a full year and an entire week"), @"
    a full year = 1 none Duration(Year)
    an entire week = 1 none Duration(Week)
    ");
    insta::assert_snapshot!(rows("a full second list, a full quarter of them"), @"second list = 2 none Ordinal list");
    insta::assert_snapshot!(rows("A decade of drought; a year of it at $9 a decade"), @"
    A decade = 1 none Duration(Decade)
    $9 = 9 none Money(Currency(0))
    ");
    insta::assert_snapshot!(rows("They waited a decade; he served a month."), @"
    a decade = 1 none Duration(Decade)
    a month = 1 none Duration(Month)
    ");
    insta::assert_snapshot!(rows("Within a week it was paid at $9 a week."), @"
    a week = 1 none Duration(Week)
    $9 = 9 none Money(Currency(0))
    ");
    insta::assert_snapshot!(rows("a month"), @"a month = 1 none Duration(Month)");
}

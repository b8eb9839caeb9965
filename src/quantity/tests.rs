//! Rows of quantities by phenomenon: text = value, hedge, unit, noun, change.

use crate::quantity::testing::rows;

#[test]
fn hedges_and_bounds() {
    insta::assert_snapshot!(rows("at least 2,400 people were"), @"at least 2,400 people = 2400 at_least Person people");
    insta::assert_snapshot!(rows("Nearly 410,000 people, 95,000 more than in May"), @"
    Nearly 410,000 people = 410000 nearly Person people
    95,000 more = 95000 none None  increase
    ");
    insta::assert_snapshot!(rows("about 1,200 more than in"), @"about 1,200 more = 1200 about None  increase");
    insta::assert_snapshot!(rows("As many as one in three members are"), @"As many as one in three members = 0.3333333333333333333333333333 up_to Ratio members");
    insta::assert_snapshot!(rows("between 20 and 30 people"), @"between 20 and 30 people = [20, 30] between Person people");
    insta::assert_snapshot!(rows("just over 900, consisting"), @"just over 900 = 900 more_than None");
    insta::assert_snapshot!(rows("an estimated 70% of"), @"an estimated 70% = 70 about Percent");
    insta::assert_snapshot!(rows("200 or so cars and 50+ vans"), @"
    200 or so cars = 200 about Thing cars
    50+ vans = 50 at_least Thing vans
    ");
    insta::assert_snapshot!(rows("no fewer than 14 dogs, in excess of 300 cats"), @"
    no fewer than 14 dogs = 14 at_least Thing dogs
    in excess of 300 cats = 300 more_than Thing cats
    ");
    insta::assert_snapshot!(rows("almost 200 gangs in"), @"almost 200 gangs = 200 nearly Thing gangs");
}

#[test]
fn money_shares_and_ranges() {
    insta::assert_snapshot!(rows("a total of $310 million went"), @"a total of $310 million = 310000000 none Money(Currency(0))");
    insta::assert_snapshot!(rows("pay $7.8m, the US $5 million and US$ 2.3 million"), @"
    $7.8m = 7800000 none Money(Currency(0))
    $5 million = 5000000 none Money(Currency(0))
    US$ 2.3 million = 2300000 none Money(Currency(0))
    ");
    insta::assert_snapshot!(rows("an additional $40 million and the US $200 million"), @"
    an additional $40 million = 40000000 none Money(Currency(0))  increase
    $200 million = 200000000 none Money(Currency(0))
    ");
    insta::assert_snapshot!(rows("$10-12 million and €2bn"), @"
    $10-12 million = [10000000, 12000000] between Money(Currency(0))
    €2bn = 2000000000 none Money(Currency(1))
    ");
    insta::assert_snapshot!(rows("30-50% of members"), @"30-50% = [30, 50] between Percent");
    insta::assert_snapshot!(rows("About half the population of 10.5 million"), @"
    About half the population = 0.5 about Ratio population
    10.5 million = 10500000 none None
    ");
    insta::assert_snapshot!(rows("more than one in ten Peruvians"), @"more than one in ten Peruvians = 0.1 more_than Ratio Peruvians");
    insta::assert_snapshot!(rows("half of whom are"), @"half of whom = 0.5 none Ratio");
    insta::assert_snapshot!(rows("doubling the size of"), @"doubling = x2 none Ratio");
    insta::assert_snapshot!(rows("rose by 20% to 50 from 40"), @"
    20% = 20 none Percent  increase
    50 = 50 none None
    40 = 40 none None
    ");
    insta::assert_snapshot!(rows("half a million people, a hundred and one dogs"), @"
    half a million people = 500000 none Person people
    a hundred and one dogs = 101 none Thing dogs
    ");
}

#[test]
fn counted_nouns() {
    insta::assert_snapshot!(rows("a few hundred Kenyan police from"), @"a few hundred Kenyan police = [200, 500] vague Person police");
    insta::assert_snapshot!(rows("dozens of planes into"), @"dozens of planes = [24, 99] vague Thing planes");
    insta::assert_snapshot!(rows("300 more Peruvian police officers next"), @"300 more Peruvian police officers = 300 none Person officers increase");
    insta::assert_snapshot!(rows("600 more Kenyan [officers]"), @"600 more Kenyan [officers] = 600 none Person officers increase");
    insta::assert_snapshot!(rows("two dozen Jamaicans and two officers from"), @"
    two dozen Jamaicans = 24 none Thing Jamaicans
    two officers = 2 none Person officers
    ");
    insta::assert_snapshot!(rows("killing at least 14 and wounding dozens more"), @"
    at least 14 = 14 at_least None
    dozens more = [24, 99] vague None
    ");
    insta::assert_snapshot!(rows("another 77 hurt"), @"another 77 = 77 none None");
    insta::assert_snapshot!(rows("dozens of schools and health centres in"), @"dozens of schools and health centres = [24, 99] vague Thing centres");
    insta::assert_snapshot!(rows("20,000 U.S. troops in"), @"20,000 U.S. troops = 20000 none Person troops");
    insta::assert_snapshot!(rows("140 Chilean military police officers landed"), @"140 Chilean military police officers = 140 none Person officers");
    insta::assert_snapshot!(rows("nearly 570 foreign security force personnel are"), @"nearly 570 foreign security force personnel = 570 nearly Person personnel");
    insta::assert_snapshot!(rows("Six other countries have"), @"Six other countries = 6 none Thing countries");
    insta::assert_snapshot!(rows("2,400 officers and soldiers, but"), @"2,400 officers and soldiers = 2400 none Person soldiers");
    insta::assert_snapshot!(rows("tens of thousands of people"), @"tens of thousands of people = [20000, 99999] vague Person people");
    insta::assert_snapshot!(rows("approximately 260 Peruvian personnel have"), @"approximately 260 Peruvian personnel = 260 about Person personnel");
    insta::assert_snapshot!(rows("a 12-member jury"), @"12-member = 12 none Person member");
}

#[test]
fn lengths_of_time() {
    insta::assert_snapshot!(rows("a 13-year UN mission"), @"13-year = 13 none Duration(Year)");
    insta::assert_snapshot!(rows("year-long with a review after nine months"), @"
    year-long = 1 none Duration(Year)
    nine months = 9 none Duration(Month)
    ");
    insta::assert_snapshot!(rows("months of delay"), @"months = [2, ∞) vague Duration(Month)");
    insta::assert_snapshot!(rows("decades-long insecurity"), @"decades-long = [2, ∞) vague Duration(Decade)");
    insta::assert_snapshot!(rows("the best part of a year"), @"the best part of a year = 1 nearly Duration(Year)");
    insta::assert_snapshot!(rows("After weeks of limbo"), @"weeks = [2, ∞) vague Duration(Week)");
    insta::assert_snapshot!(rows("another 12 months"), @"another 12 months = 12 none Duration(Month)");
    insta::assert_snapshot!(rows("a 12-year-old boy"), @"12-year-old = 12 none Age");
}

#[test]
fn measurements() {
    insta::assert_snapshot!(rows("3.5 km away and a 30-foot wall"), @"
    3.5 km = 3.5 none Measure(MeasureUnit(0))
    30-foot = 30 none Measure(MeasureUnit(6))
    ");
    insta::assert_snapshot!(rows("40 square miles, 25°C and 60 mph"), @"
    40 square miles = 40 none Measure(MeasureUnit(13))
    25°C = 25 none Measure(MeasureUnit(24))
    60 mph = 60 none Measure(MeasureUnit(27))
    ");
}

#[test]
fn names_are_no_figures() {
    insta::assert_snapshot!(rows("COVID-19 and F-16 and 3-1 and 555-1234"), @"");
    insta::assert_snapshot!(rows("Resolution 2611 was"), @"");
    insta::assert_snapshot!(rows("one of the lawyers said"), @"");
    insta::assert_snapshot!(rows("the first elections since its 31st session"), @"
    first elections = 1 none Ordinal elections
    31st = 31 none Ordinal session
    ");
}

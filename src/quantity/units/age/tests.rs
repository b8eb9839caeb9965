use crate::quantity::testing::rows;

#[test]
fn ages() {
    insta::assert_snapshot!(rows("a six-month-old girl and a 94-year-old"), @"
    six-month-old = 6 none Age(Month)
    94-year-old = 94 none Age(Year)
    ");
    insta::assert_snapshot!(rows("a 17–year–old, a five–month–old twin; from 17 – year by year"), @"
    17–year–old = 17 none Age(Year)
    five–month–old = 5 none Age(Month)
    17 = 17 none None
    ");
    insta::assert_snapshot!(rows("two boys aged 9 and 11 and a 40 yo man"), @"
    two boys = 2 none Person boys
    9 = 9 none Age(Year)
    11 = 11 none Age(Year)
    40 yo = 40 none Age(Year)
    ");
    insta::assert_snapshot!(rows("boys aged 6, nine and 12 of them; girls aged six and nine fled"), @"
    6 = 6 none Age(Year)
    nine = 9 none Age(Year)
    12 = 12 none Age(Year)
    six = 6 none Age(Year)
    nine = 9 none Age(Year)
    ");
    insta::assert_snapshot!(rows("aged just 15, aged at least 65, retired at 62, closed at 62"), @"
    15 = 15 none Age(Year)
    at least 65 = 65 at_least Age(Year)
    62 = 62 none Age(Year)
    62 = 62 none None
    ");
    insta::assert_snapshot!(rows("men over the age of 60, not below the age of 12"), @"
    over the age of 60 = 60 more_than Age(Year)
    below the age of 12 = 12 less_than Age(Year)
    ");
    insta::assert_snapshot!(rows("died at the age of 81"), @"81 = 81 none Age(Year)");
    insta::assert_snapshot!(rows("children aged 12 to 17"), @"12 to 17 = [12, 17] between Age(Year)");
    insta::assert_snapshot!(rows("Ana Ruiz, 34, and Ben Cole, 41, of Leeds"), @"
    34 = 34 none Age(Year)
    41 = 41 none Age(Year)
    ");
    insta::assert_snapshot!(rows("Ana Ruiz, 34; Ben Cole, 41. On Good Friday, 5, it rained in Leeds, 7"), @"
    34 = 34 none Age(Year)
    41 = 41 none Age(Year)
    5 = 5 none None
    7 = 7 none None
    ");
    insta::assert_snapshot!(rows("until three years of age"), @"three years of age = 3 none Age(Year)");
}

#[test]
fn ages_and_their_bounds() {
    insta::assert_snapshot!(rows("women in their 20s, a man in his late 50s, her mid-70s, in the 1970s"), @"
    20s = [20, 29] between Age(Year)
    50s = [50, 59] between Age(Year)
    70s = [70, 79] between Age(Year)
    ");
    insta::assert_snapshot!(rows("a man in his fifties, her mid-thirties; in the nineties, his roaring twenties"), @"
    fifties = [50, 59] between Age(Year)
    thirties = [30, 39] between Age(Year)
    ");
    insta::assert_snapshot!(rows("for under-16s, over-75s and the under 7s"), @"
    under-16s = 16 less_than Age(Year)
    over-75s = 75 more_than Age(Year)
    under 7s = 7 less_than Age(Year)
    ");
    insta::assert_snapshot!(rows("adults 21 and over, those 80 or older, pupils 10 and under"), @"
    21 and over = 21 at_least Age(Year)
    80 or older = 80 at_least Age(Year)
    10 and under = 10 at_most Age(Year)
    ");
    insta::assert_snapshot!(rows("a mark of 21 and over, a depth of 80 or more"), @"
    21 and over = 21 at_least None
    80 or more = 80 at_least None
    ");
    insta::assert_snapshot!(rows("for under-fives and the over-sixties; children between the ages of 6 and 11"), @"
    under-fives = 5 less_than Age(Year)
    over-sixties = 60 more_than Age(Year)
    between the ages of 6 and 11 = [6, 11] between Age(Year)
    ");
    insta::assert_snapshot!(rows("the 18-24 age group; men in their 40s and 50s"), @"
    18-24 age group = [18, 24] between Age(Year)
    40s = [40, 49] between Age(Year)
    50s = [50, 59] between Age(Year)
    ");
    insta::assert_snapshot!(rows("pupils younger than 5; the median age was 38."), @"
    younger than 5 = 5 less_than Age(Year)
    38 = 38 none Age(Year)
    ");
    insta::assert_snapshot!(rows("children under five, a girl of 9, he was over 50"), @"
    under five = 5 less_than Age(Year)
    9 = 9 none Age(Year)
    over 50 = 50 more_than Age(Year)
    ");
    insta::assert_snapshot!(rows("turned 60 in June, died at 77, turned 60 people away"), @"
    60 = 60 none Age(Year)
    77 = 77 none Age(Year)
    60 people = 60 none Person people
    ");
    insta::assert_snapshot!(rows("She was 23. The score was 23."), @"
    23 = 23 none Age(Year)
    23 = 23 none None
    ");
    insta::assert_snapshot!(rows("the dead were 14, 17 and 52 years old; 20-to-29-year-olds; 30- to 44-year-olds"), @"
    14 = 14 none Age(Year)
    17 = 17 none Age(Year)
    52 years old = 52 none Age(Year)
    20-to-29-year-olds = [20, 29] between Age(Year)
    30- to 44-year-olds = [30, 44] between Age(Year)
    ");
    insta::assert_snapshot!(rows("two teenagers, 11 of them refugees, and Joan Pike, 62 of Kent"), @"
    two teenagers = 2 none Person teenagers
    11 = 11 none None
    62 = 62 none None
    ");
}

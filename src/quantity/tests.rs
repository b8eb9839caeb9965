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
    insta::assert_snapshot!(rows("a 12-year-old boy"), @"12-year-old = 12 none Age(Year)");
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

/// Rows of one text each: text | value | hedge | unit.
#[track_caller]
fn table(cases: &[(&str, &str)]) {
    for (text, expected) in cases {
        assert_eq!(rows(text).replace('\n', " ; "), *expected, "{text}");
    }
}

#[test]
fn groups_and_decimals() {
    table(&[
        ("It sold 1,204,560 cans.", "1,204,560 cans = 1204560 none Thing cans"),
        ("It sold 12,04,560 cans.", "12,04,560 cans = 1204560 none Thing cans"),
        ("It sold 1 204 560 cans.", "1 204 560 cans = 1204560 none Thing cans"),
        ("It sold 1\u{202f}204 cans.", "1\u{202f}204 cans = 1204 none Thing cans"),
        ("It sold 15 000 cans.", "15 000 cans = 15000 none Thing cans"),
        ("It sold 1.204.560 cans.", "1.204.560 cans = 1204560 none Thing cans"),
        ("It cost 1.204,50 then.", "1.204,50 = 1204.5 none None"),
        ("The index fell .35 then.", ".35 = 0.35 none None  decrease"),
        ("In groups of 3 250 gram bags.", "3 = 3 none None ; 250 gram = 250 none Measure(MeasureUnit(19))"),
    ]);
}

#[test]
fn magnitudes_and_words() {
    table(&[
        ("It has 4 thousand 2 hundred and 17 cows.", "4 thousand 2 hundred and 17 cows = 4217 none Thing cows"),
        ("A sum of 3 crore and 50 cows.", "3 crore = 30000000 none None ; 50 cows = 50 none Thing cows"),
        ("some 40 lakh voters", "some 40 lakh voters = 4000000 about Person voters"),
        ("hundred and six cows", "hundred and six cows = 106 none Thing cows"),
        ("two point five million cows", "two point five million cows = 2500000 none Thing cows"),
        ("nought point nought four", "nought point nought four = 0.04 none None"),
        ("four thousand, three hundred & ten cows", "four thousand, three hundred & ten cows = 4310 none Thing cows"),
        (
            "four thousand, three hundred of them calves",
            "four thousand = 4000 none None ; three hundred = 300 none None",
        ),
        (
            "two hundred and three hundred cows",
            "two hundred = 200 none None ; three hundred cows = 300 none Thing cows",
        ),
        ("a half-billion cows", "a half-billion cows = 500000000 none Thing cows"),
        (
            "half a dozen cows and 30 dozen eggs",
            "half a dozen cows = 6 none Thing cows ; 30 dozen eggs = 360 none Thing eggs",
        ),
        ("a 30m high dam cost 30m", "30m = 30 none Measure(MeasureUnit(1)) ; 30m = 30000000 none None"),
    ]);
}

#[test]
fn signs() {
    table(&[
        ("It was minus 12 outside.", "minus 12 = -12 none None"),
        ("Growth of -0.4% is small.", "-0.4% = -0.4 none Percent"),
        ("A loss of -$5 million.", "-$5 million = -5000000 none Money(Currency(0))"),
        ("Growth was at negative 2 percent.", "negative 2 percent = -2 none Percent"),
        ("He tested negative three times.", "three times = 3 none Thing times"),
        ("Take 10 - 4 apples.", "10 = 10 none None ; 4 apples = 4 none Thing apples"),
    ]);
}

#[test]
fn fractions() {
    table(&[
        ("He ran 5 1/2 miles.", "5 1/2 miles = 5.5 none Measure(MeasureUnit(4))"),
        ("He paid 6-3/4 percent.", "6-3/4 percent = 6.75 none Percent"),
        (
            "He ran 2½ miles and ¼ mile.",
            "2½ miles = 2.5 none Measure(MeasureUnit(4)) ; ¼ mile = 0.25 none Measure(MeasureUnit(4))",
        ),
        ("He ran half a mile.", "half a mile = 0.5 none Measure(MeasureUnit(4))"),
        ("More than 1/3 of cows", "More than 1/3 of cows = 0.3333333333333333333333333333 more_than Ratio cows"),
        ("It took three and a quarter million cows.", "three and a quarter million cows = 3250000 none Thing cows"),
        ("seven tenths of it", "seven tenths = 0.7 none Ratio"),
        ("eleven quarters of growth", "eleven quarters = 11 none Duration(Quarter)"),
        ("one-half to two-thirds", "one-half to two-thirds = [0.5, 0.6666666666666666666666666667] between Ratio"),
        (
            "between a quarter and a third",
            "between a quarter and a third = [0.25, 0.3333333333333333333333333333] between Ratio",
        ),
        ("a third suspect fled", "third suspect = 3 none Ordinal suspect"),
        ("It rose by a third.", "a third = 0.3333333333333333333333333333 none Ratio"),
        ("two out of every seven cows", "two out of every seven cows = 0.2857142857142857142857142857 none Ratio cows"),
        ("seen on 2/8, 9/11 and 24/7", ""),
    ]);
}

#[test]
fn ordinals() {
    table(&[
        ("the hundred and first goal", "hundred and first goal = 101 none Ordinal goal"),
        ("his forty-second goal", "forty-second goal = 42 none Ordinal goal"),
        ("a forty-second advert", "forty-second = 40 none Duration(Second)"),
        ("Fiftieth", "Fiftieth = 50 none Ordinal"),
        ("They finished third.", "third = 3 none Ordinal"),
        ("Third, we must act.", ""),
        ("At first we ran.", ""),
        ("We took the sixth one.", "sixth = 6 none Ordinal"),
        ("Wait just a second.", ""),
        ("It is the second-largest.", ""),
        ("He ran on 5th Avenue.", ""),
        ("the two thousandth cow", "two thousandth cow = 2000 none Ordinal cow"),
    ]);
}

#[test]
fn hedges_behind_and_around() {
    table(&[
        ("300-odd cows", "300-odd cows = 300 about Thing cows"),
        ("300-plus cows", "300-plus cows = 300 at_least Thing cows"),
        ("300 cows, give or take", "300 cows, give or take = 300 about Thing cows"),
        ("300 or more cows", "300 or more cows = 300 at_least Thing cows"),
        ("aged 65 or older", "65 or older = 65 at_least Age(Year)"),
        ("not more than 300 cows", "not more than 300 cows = 300 at_most Thing cows"),
        ("no fewer than 300 cows", "no fewer than 300 cows = 300 at_least Thing cows"),
        ("a maximum 300 cows", "a maximum 300 cows = 300 at_most Thing cows"),
        ("a little over 300 cows", "a little over 300 cows = 300 more_than Thing cows"),
        ("just shy of 300 cows", "just shy of 300 cows = 300 nearly Thing cows"),
        ("in the vicinity of 300 cows", "in the vicinity of 300 cows = 300 about Thing cows"),
        ("well above 300 cows", "well above 300 cows = 300 more_than Thing cows"),
        ("less than or equal to 300", "less than or equal to 300 = 300 at_most None"),
        ("larger than 300 but smaller than 400", "larger than 300 but smaller than 400 = [300, 400] between None"),
        (
            "more than 300 and fewer than 200",
            "more than 300 = 300 more_than None ; fewer than 200 = 200 less_than None",
        ),
        ("around about 300 cows", "around about 300 cows = 300 about Thing cows"),
    ]);
}

#[test]
fn ranges() {
    table(&[
        ("It took 20 through 30 cows.", "20 through 30 cows = [20, 30] between Thing cows"),
        ("It costs 1,200 - 1,500 then.", "1,200 - 1,500 = [1200, 1500] between None"),
        ("Leeds 2 - 3 Hull", "2 = 2 none None ; 3 = 3 none None"),
        ("Sizes vary from 20 to 30.", "20 to 30 = [20, 30] between None"),
        ("Output rose, from 20 to 30.", "20 = 20 none None ; 30 = 30 none None"),
        ("It was cut from 30 to 20.", "30 = 30 none None ; 20 = 20 none None"),
    ]);
}

/// Every hostile repetition is read in time that grows with its length: 200 kB of each in a release build, which
/// anything quadratic would take minutes over; less in a debug build, which is fifty times slower.
#[test]
fn hostile_repetitions_are_read_in_linear_time() {
    let length = if cfg!(debug_assertions) { 4_000 } else { 200_000 };
    let units = [
        "7",
        "7 ",
        "7,777",
        "one hundred and ",
        "one ",
        "-",
        "- ",
        "$",
        "$ ",
        "(",
        "(7) ",
        "[7",
        "7-7",
        "7/7 ",
        "+7 ",
        ".7",
        "two point ",
        "a half ",
        "more than ",
        "between ",
        "hundred ",
        "million ",
        "first ",
        "½",
        "one in ",
        "7 000 ",
        "twenty-",
        "as many as ",
        "from ",
        "a ",
        "dozen ",
        "or more ",
        "7%20",
    ];
    for unit in units {
        let text = unit.repeat(length / unit.len());
        let _ = super::testing::quantities(&text);
    }
}

mod properties {
    use proptest::prelude::*;

    use crate::quantity::Widths;
    use crate::quantity::testing::quantities;

    /// Sentences of words and marks that the grammar knows, in any order.
    fn soup() -> impl Strategy<Value = String> {
        let word = prop::sample::select(vec![
            "one",
            "two",
            "twenty",
            "hundred",
            "thousand",
            "million",
            "trillion",
            "crore",
            "lakhs",
            "dozen",
            "a",
            "an",
            "the",
            "and",
            "&",
            "point",
            "half",
            "third",
            "thirds",
            "quarter",
            "halves",
            "first",
            "second",
            "hundredth",
            "trillionth",
            "more",
            "than",
            "less",
            "or",
            "equal",
            "to",
            "between",
            "from",
            "at",
            "least",
            "nearly",
            "about",
            "minus",
            "negative",
            "in",
            "of",
            "out",
            "every",
            "times",
            "fold",
            "-",
            "–",
            "—",
            "/",
            ".",
            ",",
            "%",
            "$",
            "€",
            "(",
            ")",
            "+",
            "½",
            "7",
            "12",
            "000",
            "345",
            "9999999999999999999999",
            "0",
            "0.5",
            "1/2",
            "km",
            "m",
            "years",
            "people",
            "odd",
            "plus",
            "give",
            "take",
            "several",
            "dozens",
            "tens",
            "thousands",
            "doubled",
            "twice",
            "st",
            "th",
            "'s",
            "years",
        ]);
        let gap = prop::sample::select(vec![" ", " ", " ", "", "\u{a0}", "  ", "\n"]);
        prop::collection::vec((word, gap), 0..24)
            .prop_map(|parts| parts.into_iter().flat_map(|(word, gap)| [word, gap]).collect())
    }

    fn holds(text: &str) -> Result<(), TestCaseError> {
        let read = quantities(text);
        let mut end = 0;
        for quantity in &read {
            let (span, number) = (quantity.span, quantity.number_span);
            prop_assert!(text.get(span.start as usize..span.end as usize).is_some_and(|written| !written.is_empty()));
            prop_assert!(text.get(number.start as usize..number.end as usize).is_some());
            prop_assert!(span.contains(number));
            prop_assert!(end <= span.start);
            end = span.end;
            let _ = quantity.meaning(&Widths::default());
            let _ = quantity.printed(&Widths::default());
        }
        Ok(())
    }

    proptest! {
        #[test]
        fn spans_slice_to_their_text_in_any_order_of_words(text in soup()) {
            holds(&text)?;
        }

        #[test]
        fn no_text_panics(text in "\\PC{0,60}") {
            holds(&text)?;
        }

        #[test]
        fn whole_numbers_read_back(number in 0u64..10_000_000_000) {
            let text = format!("There were {number}.");
            if let Some(read) = quantities(&text).first() {
                prop_assert_eq!(&text[read.number_span.start as usize..read.number_span.end as usize], number.to_string());
            }
        }
    }
}

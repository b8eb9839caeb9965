use crate::quantity::Unit;
use crate::quantity::testing::{quantity, rows};

#[test]
fn before_the_number() {
    insta::assert_snapshot!(rows("US$3.4m, C$20, HK$7bn and R$ 90"), @"
    US$3.4m = 3400000 none Money(Currency(0))
    C$20 = 20 none Money(Currency(5))
    HK$7bn = 7000000000 none Money(Currency(8))
    R$ 90 = 90 none Money(Currency(18))
    ");
    insta::assert_snapshot!(rows("Rs 500, RM25, CHF 12 and NOK 4 million"), @"
    Rs 500 = 500 none Money(Currency(11))
    RM25 = 25 none Money(Currency(119))
    CHF 12 = 12 none Money(Currency(4))
    NOK 4 million = 4000000 none Money(Currency(23))
    ");
    insta::assert_snapshot!(rows("rupees 300 but Euro 2024, TOP 10 and COP 28"), @"
    rupees 300 = 300 none Money(Currency(11))
    2024 = 2024 none None
    28 = 28 none None
    ");
    insta::assert_snapshot!(rows("A $300 fine"), @"$300 = 300 none Money(Currency(0))");
}

#[test]
fn of_ranges_and_vague_amounts() {
    insta::assert_snapshot!(rows("cuts of between $3 and $4 million, or more than £20m but less than £25m"), @"
    between $3 and $4 million = [3000000, 4000000] between Money(Currency(0))  decrease
    more than £20m but less than £25m = [20000000, 25000000] between Money(Currency(2))
    ");
    insta::assert_snapshot!(rows("tens of millions of dollars and hundreds of thousands of euros"), @"
    tens of millions of dollars = [20000000, 99999000] vague Money(Currency(0))
    hundreds of thousands of euros = [200000, 999999] vague Money(Currency(1))
    ");
    insta::assert_snapshot!(rows("the 200- and 500-rupee notes"), @"
    200 = 200 none Money(Currency(11))
    500-rupee = 500 none Money(Currency(11))
    ");
}

#[test]
fn letters_and_older_ways() {
    insta::assert_snapshot!(rows("spent R2.6 billion, N750 million and P9 million, R3,400 each"), @"
    R2.6 billion = 2600000000 none Money(Currency(20))
    N750 million = 750000000 none Money(Currency(16))
    P9 million = 9000000 none Money(Currency(128))
    R3,400 = 3400 none Money(Currency(20))
    ");
    insta::assert_snapshot!(rows("the R700 is a car, and N95 a mask"), @"");
    insta::assert_snapshot!(rows("$US40 million, $A35, CA$70, Bds$15 and DKr 60m"), @"
    $US40 million = 40000000 none Money(Currency(0))
    $A35 = 35 none Money(Currency(6))
    CA$70 = 70 none Money(Currency(5))
    Bds$15 = 15 none Money(Currency(52))
    DKr 60m = 60000000 none Money(Currency(24))
    ");
    insta::assert_snapshot!(rows("PHP 350,000 but PHP 7, TOP 1,000 and ALL 4,000"), @"
    PHP 350,000 = 350000 none Money(Currency(128))
    4,000 = 4000 none None
    ");
    insta::assert_snapshot!(rows("Rs. 8,500 crore, 2 lakh crore rupees and Rs1,750"), @"
    Rs. 8,500 crore = 85000000000 none Money(Currency(11))
    2 lakh crore rupees = 2000000000000 none Money(Currency(11))
    Rs1,750 = 1750 none Money(Currency(11))
    ");
}

#[test]
fn small_change_behind() {
    insta::assert_snapshot!(rows("nine dollars, forty cents and 14 pounds 20 pence"), @"
    nine dollars, forty cents = 9.4 none Money(Currency(0))
    14 pounds 20 pence = 14.2 none Money(Currency(2))
    ");
    insta::assert_snapshot!(rows("it sold for $1.75 mil, a $2-a-day wage and $60-a-barrel oil"), @"
    $1.75 mil = 1750000 none Money(Currency(0))
    $2 = 2 none Money(Currency(0))
    $60 = 60 none Money(Currency(0))
    ");
}

#[test]
fn behind_the_number() {
    insta::assert_snapshot!(rows("30€, 15 $ and 80MYR"), @"
    30€ = 30 none Money(Currency(1))
    15 $ = 15 none Money(Currency(0))
    80MYR = 80 none Money(Currency(119))
    ");
    insta::assert_snapshot!(rows("6 million Canadian dollars, 40 Hong Kong dollars, 9 Swiss francs"), @"
    6 million Canadian dollars = 6000000 none Money(Currency(5))
    40 Hong Kong dollars = 40 none Money(Currency(8))
    9 Swiss francs = 9 none Money(Currency(4))
    ");
    insta::assert_snapshot!(rows("a 500-euro fine and a two-million-dollar prize"), @"
    500-euro = 500 none Money(Currency(1))
    two-million-dollar = 2000000 none Money(Currency(0))
    ");
    insta::assert_snapshot!(rows("60 USD million or 12 MEUR"), @"
    60 USD million = 60000000 none Money(Currency(0))
    12 MEUR = 12000000 none Money(Currency(1))
    ");
    insta::assert_snapshot!(rows("3 mln dlrs, 400 mln stg, 2.5 billion francs"), @"
    3 mln dlrs = 3000000 none Money(Currency(0))
    400 mln stg = 400000000 none Money(Currency(2))
    2.5 billion francs = 2500000000 none Money(Currency(4))
    ");
    insta::assert_snapshot!(rows("of the 200, 50 won in court and 7 real reasons"), @"
    200 = 200 none None
    50 = 50 none None
    7 real reasons = 7 none Thing reasons
    ");
    insta::assert_snapshot!(rows("900 billion won for 3 billion reais"), @"
    900 billion won = 900000000000 none Money(Currency(13))
    3 billion reais = 3000000000 none Money(Currency(18))
    ");
    insta::assert_snapshot!(rows("70 ALL STARS"), @"70 = 70 none None");
}

#[test]
fn the_code_of_what_was_read() {
    let cases = [
        ("won 60 Canadian bucks", "CAD 60"),
        ("30 Papua New Guinean kina", "PGK 30"),
        ("it cost Rs.650 a month", "INR 650"),
        ("it cost Rs.42 crore", "INR 420000000"),
        ("GH¢35 million for wells", "GHS 35000000"),
        ("Php 45,000 for a roof", "PHP 45000"),
        ("MAD 300 million in loans", "MAD 300000000"),
        ("Euro 80 million in loans", "EUR 80000000"),
        ("90 kobo a cup", "NGN 0.9"),
        ("35 eurocents a kilo", "EUR 0.35"),
        ("$6 and 40 cents", "USD 6.4"),
        ("£9 and 20 pence", "GBP 9.2"),
        ("£30 grand for a van", "GBP 30000"),
        ("7 pounds 5 pence", "GBP 7.05"),
    ];
    for (text, expected) in cases {
        let read = quantity(text);
        let Unit::Money(currency) = read.unit else { panic!("{text}: {:?}", read.unit) };
        let value = read.number.value().map(|value| value.normalize().to_string()).unwrap_or_default();
        assert_eq!(format!("{} {value}", currency.code()), expected, "{text}");
    }
    insta::assert_snapshot!(rows("Euro 6 diesel, at Euro 2016, for $6 and 40 men"), @"
    6 = 6 none None
    2016 = 2016 none None
    $6 = 6 none Money(Currency(0))
    40 men = 40 none Person men
    ");
}

#[test]
fn small_change() {
    insta::assert_snapshot!(rows("45 cents, a 12-cent dividend and 34 cts"), @"
    45 cents = 0.45 none Money(Currency(0))
    12-cent = 0.12 none Money(Currency(0))
    34 cts = 0.34 none Money(Currency(0))
    ");
    insta::assert_snapshot!(rows("99p, 210 pence and 1080p"), @"
    99p = 0.99 none Money(Currency(2))
    210 pence = 2.1 none Money(Currency(2))
    ");
    insta::assert_snapshot!(rows("three dollars and 20 cents"), @"three dollars and 20 cents = 3.2 none Money(Currency(0))");
    insta::assert_snapshot!(rows("seven dollars twenty five."), @"seven dollars twenty five = 7.25 none Money(Currency(0))");
    insta::assert_snapshot!(rows("seven dollars twenty times"), @"
    seven dollars = 7 none Money(Currency(0))
    twenty times = 20 none Thing times
    ");
    insta::assert_snapshot!(rows("$4 a gallon"), @"$4 = 4 none Money(Currency(0))");
}

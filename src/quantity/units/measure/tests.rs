use crate::quantity::Unit;
use crate::quantity::testing::{quantity, rows};

#[test]
fn words_and_symbols() {
    insta::assert_snapshot!(rows("12 hectolitres, 40 nm, 7 Wh and 3 exabytes"), @"
    12 hectolitres = 12 none Measure(MeasureUnit(72))
    40 nm = 40 none Measure(MeasureUnit(52))
    7 Wh = 7 none Measure(MeasureUnit(100))
    3 exabytes = 3 none Measure(MeasureUnit(42))
    ");
    insta::assert_snapshot!(rows("5 mi, 20mg and 30 µg"), @"
    5 mi = 5 none Measure(MeasureUnit(4))
    20mg = 20 none Measure(MeasureUnit(82))
    30 µg = 30 none Measure(MeasureUnit(83))
    ");
    insta::assert_snapshot!(rows("300 g of rice, 2 t, 4 l and 9 L"), @"
    300 g = 300 none Measure(MeasureUnit(19))
    2 t = 2 none Measure(MeasureUnit(20))
    4 l = 4 none Measure(MeasureUnit(15))
    9 L = 9 none Measure(MeasureUnit(15))
    ");
    insta::assert_snapshot!(rows("5 m people"), @"5 m people = 5 none Person people");
    insta::assert_snapshot!(rows("weighs 10 stone and five stone walls"), @"
    10 stone = 10 none Measure(MeasureUnit(89))
    five stone walls = 5 none Thing walls
    ");
}

#[test]
fn powers_and_speeds() {
    insta::assert_snapshot!(rows("6 sq. km, 8 sq miles, 30 cubic metres and 2 m³"), @"
    6 sq. km = 6 none Measure(MeasureUnit(11))
    8 sq miles = 8 none Measure(MeasureUnit(13))
    30 cubic metres = 30 none Measure(MeasureUnit(61))
    2 m³ = 2 none Measure(MeasureUnit(61))
    ");
    insta::assert_snapshot!(rows("9km2, 5 km squared and 4 ft^3"), @"
    9km2 = 9 none Measure(MeasureUnit(11))
    5 km squared = 5 none Measure(MeasureUnit(11))
    4 ft^3 = 4 none Measure(MeasureUnit(65))
    ");
    insta::assert_snapshot!(rows("90 km/h, 55 miles an hour and 12 m/s"), @"
    90 km/h = 90 none Measure(MeasureUnit(26))
    55 miles an hour = 55 none Measure(MeasureUnit(27))
    12 m/s = 12 none Measure(MeasureUnit(93))
    ");
    insta::assert_snapshot!(rows("35 miles per gallon, 80 nautical miles, 6 metric tons"), @"
    35 miles per gallon = 35 none Measure(MeasureUnit(132))
    80 nautical miles = 80 none Measure(MeasureUnit(8))
    6 metric tons = 6 none Measure(MeasureUnit(20))
    ");
    insta::assert_snapshot!(rows("a cut of 40 MtCO2e"), @"40 MtCO2e = 40 none Measure(MeasureUnit(137))  decrease");
}

#[test]
fn temperatures() {
    insta::assert_snapshot!(rows("with highs of 30 C, 90F in the heat, 21℃ and 6 deg C"), @"
    30 C = 30 none Measure(MeasureUnit(24))
    90F = 90 none Measure(MeasureUnit(25))
    21℃ = 21 none Measure(MeasureUnit(24))
    6 deg C = 6 none Measure(MeasureUnit(24))
    ");
    insta::assert_snapshot!(rows("25° on the Celsius scale, a 40-degree turn"), @"
    25° = 25 none Measure(MeasureUnit(24))
    40-degree = 40 none Measure(MeasureUnit(122))
    ");
}

#[test]
fn degrees_around_nought() {
    insta::assert_snapshot!(rows("between -7 and 4 degrees Celsius, from -21 °C to -30 °C"), @"
    between -7 and 4 degrees Celsius = [-7, 4] between Measure(MeasureUnit(24))
    -21 °C to -30 °C = [-30, -21] between Measure(MeasureUnit(24))
    ");
    insta::assert_snapshot!(rows("lows of -8 to -3C, minus 15 to minus 9 degrees"), @"
    -8 to -3C = [-8, -3] between Measure(MeasureUnit(24))
    minus 15 to minus 9 degrees = [-15, -9] between Measure(MeasureUnit(122))
    ");
    insta::assert_snapshot!(rows("18 degrees below zero; warming of 1.7C; it fell from 6C to -2C"), @"
    18 degrees below zero = -18 none Measure(MeasureUnit(122))
    1.7C = 1.7 none Measure(MeasureUnit(24))
    6C = 6 none Measure(MeasureUnit(24))
    -2C = -2 none Measure(MeasureUnit(24))
    ");
    insta::assert_snapshot!(rows("it was 293.4K (20.2 °C), and at 20.2 °C (293.4K)"), @"
    293.4K = 293.4 none Measure(MeasureUnit(92))
    20.2 °C = 20.2 none Measure(MeasureUnit(24))
    20.2 °C = 20.2 none Measure(MeasureUnit(24))
    293.4K = 293.4 none Measure(MeasureUnit(92))
    ");
}

#[test]
fn power_energy_and_data() {
    insta::assert_snapshot!(rows("45 kilowatt hours, 7 terawatt-hours, a 30-megawatt-hour battery"), @"
    45 kilowatt hours = 45 none Measure(MeasureUnit(32))
    7 terawatt-hours = 7 none Measure(MeasureUnit(35))
    30-megawatt-hour = 30 none Measure(MeasureUnit(33))
    ");
    insta::assert_snapshot!(rows("32 GiB, 80 Mb, 80 MB, 2 MB/s and 600 megabits a second"), @"
    32 GiB = 32 none Measure(MeasureUnit(148))
    80 Mb = 80 none Measure(MeasureUnit(45))
    80 MB = 80 none Measure(MeasureUnit(38))
    2 MB/s = 2 none Measure(MeasureUnit(151))
    600 megabits a second = 600 none Measure(MeasureUnit(48))
    ");
    insta::assert_snapshot!(rows("250 million tonnes of CO2 equivalent, 9 Mt CO2e and 4 tonnes of CO2"), @"
    250 million tonnes of CO2 equivalent = 250000000 none Measure(MeasureUnit(135))
    9 Mt CO2e = 9 none Measure(MeasureUnit(137))
    4 tonnes = 4 none Measure(MeasureUnit(20))
    ");
    insta::assert_snapshot!(rows("380 parts per million, 65 beats a minute, 150,000 b/d"), @"
    380 parts per million = 380 none Measure(MeasureUnit(144))
    65 beats a minute = 65 none Measure(MeasureUnit(155))
    150,000 b/d = 150000 none Measure(MeasureUnit(139))
    ");
    insta::assert_snapshot!(rows("a 15-stone prop, 120m2, 6 mSv, 3 cwt and 20 imperial gallons"), @"
    15-stone = 15 none Measure(MeasureUnit(89))
    120m2 = 120 none Measure(MeasureUnit(12))
    6 mSv = 6 none Measure(MeasureUnit(187))
    3 cwt = 3 none Measure(MeasureUnit(182))
    20 imperial gallons = 20 none Measure(MeasureUnit(180))
    ");
}

#[test]
fn sizes() {
    insta::assert_snapshot!(rows("an 8-by-11-foot room, 7 x 9 metres, 4m x 6m, 30 by 40 feet"), @"
    8 = 8 none Measure(MeasureUnit(6))
    11-foot = 11 none Measure(MeasureUnit(6))
    7 = 7 none Measure(MeasureUnit(1))
    9 metres = 9 none Measure(MeasureUnit(1))
    4m = 4 none Measure(MeasureUnit(1))
    6m = 6 none Measure(MeasureUnit(1))
    30 = 30 none Measure(MeasureUnit(6))
    40 feet = 40 none Measure(MeasureUnit(6))
    ");
    insta::assert_snapshot!(rows("a 6- to 9-metre wave, 10-to-15-mile queues"), @"
    6- to 9-metre = [6, 9] between Measure(MeasureUnit(1))
    10-to-15-mile = [10, 15] between Measure(MeasureUnit(4))
    ");
    insta::assert_snapshot!(rows("ran 400m, the 1,500m heats, a 10k race and 1,500m euros"), @"
    400m = 400 none Measure(MeasureUnit(1))
    1,500m = 1500 none Measure(MeasureUnit(1))
    10k = 10 none Measure(MeasureUnit(0))
    1,500m euros = 1500000000 none Money(Currency(1))
    ");
    insta::assert_snapshot!(rows("4in of rain, half mile walks, a half litre bottle"), @"
    4in = 4 none Measure(MeasureUnit(7))
    half mile = 0.5 none Measure(MeasureUnit(4))
    a half litre = 0.5 none Measure(MeasureUnit(15))
    ");
    insta::assert_snapshot!(rows("nearly a mile, more than a tonne, about a stone's throw, $3 a mile"), @"
    nearly a mile = 1 nearly Measure(MeasureUnit(4))
    more than a tonne = 1 more_than Measure(MeasureUnit(20))
    $3 = 3 none Money(Currency(0))
    ");
}

#[test]
fn names_are_no_units() {
    insta::assert_snapshot!(rows("18F, 18f.example.org, row 12C, W3C, 5G and 4x"), @"4x = x4 none Ratio");
}

#[test]
fn inches_and_quotations() {
    insta::assert_snapshot!(rows("a board 2 in thick and 9\" wide"), @r#"
    2 in = 2 none Measure(MeasureUnit(7))
    9" = 9 none Measure(MeasureUnit(7))
    "#);
    insta::assert_snapshot!(rows("he said \"we were 5\" and killed 12 in Kabul"), @"
    5 = 5 none None
    12 = 12 none None
    ");
}

#[test]
fn metres_or_millions() {
    insta::assert_snapshot!(rows("1.8m tall, the 100m sprint and 2m (6ft 7in)"), @"
    1.8m = 1.8 none Measure(MeasureUnit(1))
    100m = 100 none Measure(MeasureUnit(1))
    2m = 2 none Measure(MeasureUnit(1))
    6ft 7in = 79 none Measure(MeasureUnit(7))
    ");
    insta::assert_snapshot!(rows("1.8m voters and £100m"), @"
    1.8m voters = 1800000 none Person voters
    £100m = 100000000 none Money(Currency(2))
    ");
}

#[test]
fn two_units() {
    insta::assert_snapshot!(rows("six feet 4 inches, 5ft 2in and 8 lb 3 oz"), @"
    six feet 4 inches = 76 none Measure(MeasureUnit(7))
    5ft 2in = 62 none Measure(MeasureUnit(7))
    8 lb 3 oz = 131 none Measure(MeasureUnit(23))
    ");
    insta::assert_snapshot!(rows("a 6' 2\" man"), @r#"6' 2" = 74 none Measure(MeasureUnit(7))"#);
}

#[test]
fn one_unit_for_several() {
    insta::assert_snapshot!(rows("doses of 45 and 50 mg"), @"
    45 = 45 none Measure(MeasureUnit(82))
    50 mg = 50 none Measure(MeasureUnit(82))
    ");
    insta::assert_snapshot!(rows("at 20, 25 and 30 Celsius"), @"
    20 = 20 none Measure(MeasureUnit(24))
    25 = 25 none Measure(MeasureUnit(24))
    30 Celsius = 30 none Measure(MeasureUnit(24))
    ");
    insta::assert_snapshot!(rows("killed 3 and 40 people"), @"
    3 = 3 none None
    40 people = 40 none Person people
    ");
}

#[test]
fn the_symbol_of_what_was_read() {
    let cases = [
        ("the wind blew at 60 m.p.h. that night", "60 mph"),
        ("a plot of 300m² by the quay", "300 m2"),
        ("shops of 900sq ft each", "900 ft2"),
        ("a stroke of 14cu m a day", "14 m3"),
        ("it fell at 7m/s in tests", "7 m/s"),
        ("3 in of hail", "3 in"),
        ("6 sq in of glass", "6 in2"),
        ("turned by 30deg", "30 deg"),
        ("an engine of 310 Nm", "310 Nm"),
        ("a lens of 310 nm", "310 nm"),
        ("torque of 240 lb-ft", "240 lb ft"),
        ("some 250 pound-feet of it", "250 lb ft"),
        ("a force of 12 kN", "12 kN"),
        ("a ship that made 12 kn", "12 kn"),
        ("they drew 5 dunams there", "5 dunam"),
        ("60 quintals of maize", "60 q"),
        ("a mile and a half off shore", "1.5 mi"),
        ("three miles and a half", "3.5 mi"),
        ("half a pint, or 900 kcals", "0.5 pt"),
        ("a flow of 40 gpm", "40 gal/min"),
    ];
    for (text, expected) in cases {
        let read = quantity(text);
        let Unit::Measure(unit) = read.unit else { panic!("{text}: {:?}", read.unit) };
        let value = read.number.value().map(|value| value.normalize().to_string());
        assert_eq!(format!("{} {}", value.unwrap_or_default(), unit.symbol()), expected, "{text}");
    }
    for text in ["the 42m users", "a bit and a half", "he fell 2 in a row"] {
        assert!(!matches!(quantity(text).unit, Unit::Measure(_)), "{text}");
    }
}

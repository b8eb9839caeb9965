//! How a number was written, so that another can stand in its place: digits with the same separators, decimals and
//! magnitude, words as words. What a fix writes must look as if the author had written it.

mod digits;
mod words;

use rust_decimal::Decimal;

use digits::Digits;
use words::Words;

use super::wording::{fraction_in_words, times_in_words};
use super::{Number, Unit};

/// How finely a new number is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Precision {
    /// As finely as the author's figure: for what was calculated from rounded figures.
    Author,
    /// All of it where that is one decimal more than the author's at most: for counted figures and sums.
    Exact,
}

/// The way of one number.
#[derive(Clone, Debug, PartialEq)]
pub enum Style<'t> {
    /// "2,500", "1.2bn", "30th".
    Digits(Digits<'t>),
    /// "twelve", "Two million", "thirtieth".
    Words(Words<'t>),
    /// "half", "one in ten", "doubled".
    Idiom(&'t str, Idiom),
}

/// Words that say a share or a factor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Idiom {
    /// A share of one.
    Share,
    /// A factor.
    Multiple,
}

impl<'t> Style<'t> {
    /// The way in which `written` (the bytes of a number alone) says `number`. `None` for ranges, vague words, numbers
    /// below nought and mixed forms such as "5 1/2" and "thirty (30)" that nothing else can be written like.
    pub fn of(written: &'t str, number: &Number, unit: Unit) -> Option<Self> {
        match *number {
            Number::Value { value, place, .. } if value >= Decimal::ZERO => {
                let ordinal = unit == Unit::Ordinal;
                if written.contains('(') {
                    None
                } else if written.bytes().any(|b| b.is_ascii_digit()) {
                    Digits::of(written, value, place, ordinal).map(Self::Digits)
                } else {
                    Words::of(written, value, ordinal).map(Self::Words)
                }
            }
            Number::Share { .. } => Some(Self::Idiom(written, Idiom::Share)),
            Number::Multiple { .. } => Some(Self::Idiom(written, Idiom::Multiple)),
            _ => None,
        }
    }

    /// Another number in this way, and what it says once it is rounded. `None` where it cannot be said so.
    pub fn write(&self, value: Decimal, precision: Precision) -> Option<(String, Decimal)> {
        if value < Decimal::ZERO {
            return None;
        }
        match self {
            Self::Digits(digits) => digits.write(value, precision),
            Self::Words(words) => words.write(value, precision),
            Self::Idiom(written, Idiom::Share) => {
                let (text, said) = fraction_in_words(written, value)?;
                Some((like_case(written, &text), said))
            }
            Self::Idiom(written, Idiom::Multiple) => {
                let (text, said) = times_in_words(written, value)?;
                Some((like_case(written, &text), said))
            }
        }
    }
}

/// Powers of ten by the ways of writing them, in lower case; the columns are one manner each.
const MAGNITUDES: &[(u32, [&str; 5])] = &[
    (3, ["thousand", "k", "k", "k", "k"]),
    (6, ["million", "m", "mn", "mln", "m"]),
    (9, ["billion", "bn", "bn", "bln", "b"]),
    (12, ["trillion", "tn", "tn", "trn", "t"]),
];

fn power_of_ten(power: u32) -> Decimal {
    Decimal::from_i128_with_scale(10i128.pow(power), 0)
}

fn round(value: Decimal, decimals: u32) -> Decimal {
    value.round_dp_with_strategy(decimals, rust_decimal::RoundingStrategy::MidpointAwayFromZero)
}

/// New words in the case of the old ones: "Twelve" begins a sentence, "TWELVE" stands in a headline.
fn like_case(old: &str, new: &str) -> String {
    let letters = || old.chars().filter(|c| c.is_alphabetic());
    if letters().count() > 1 && letters().all(char::is_uppercase) {
        return new.to_uppercase();
    }
    if letters().next().is_some_and(char::is_uppercase) { capitalised(new) } else { new.to_owned() }
}

/// With a capital.
pub fn capitalised(text: &str) -> String {
    let mut rest = text.chars();
    rest.next().map_or(String::new(), |first| first.to_uppercase().chain(rest).collect())
}

#[cfg(test)]
mod tests {
    use super::super::testing::{quantities, quantity};
    use super::*;
    use proptest::prelude::*;

    fn write(text: &str, value: &str, precision: Precision) -> String {
        let figure = quantity(text);
        let written = figure.number_span.slice(text);
        let style = Style::of(written, &figure.number, figure.unit);
        let new = style.and_then(|style| style.write(value.parse().expect("a number"), precision));
        new.map_or_else(|| "none".to_owned(), |(new, _)| new)
    }

    #[test]
    fn a_new_number_is_written_like_the_old_one() {
        let e = |text, value| write(text, value, Precision::Exact);
        let rows = [
            ("at least 2,500 goats", "1660", "1,660"),
            ("2500 goats", "1660", "1660"),
            ("2500 goats", "16600", "16,600"),
            ("25000 goats", "16600", "16600"),
            ("950 goats", "1660", "1,660"),
            ("12,34,567 goats", "2345678", "23,45,678"),
            ("1\u{a0}234\u{a0}567 goats", "2345678", "2\u{a0}345\u{a0}678"),
            ("$1.2bn", "1400000000", "1.4bn"),
            ("$1.2bn", "1440000000", "1.4bn"),
            ("$1.2 billion", "1440000000", "1.4 billion"),
            ("$1.2bn", "45000000", "45m"),
            ("$1.20bn", "1400000000", "1.40bn"),
            ("$8 million", "6200000", "6.2 million"),
            ("$800 million", "1620000000", "1.62 billion"),
            ("$8 million", "600000", "0.6 million"),
            ("$8 million", "620000", "620,000"),
            ("186 BLN DLRS", "186000000", "186 MLN"),
            ("$186Bn", "186000000", "186M"),
            ("470 mln dlrs", "470000000000", "470 bln"),
            ("$8 million", "62000", "62,000"),
            ("3,4 million goats", "2500000", "2,5 million"),
            ("7mn goats", "8000000", "8mn"),
            ("8.70 metres", "9.1", "9.10"),
            ("12 metres", "9.14", "9.14"),
            ("twelve goats", "13", "thirteen"),
            ("Twelve goats", "13", "Thirteen"),
            ("TWELVE GOATS", "13", "THIRTEEN"),
            ("nine goats", "21", "21"),
            ("Nine goats", "21", "Twenty-one"),
            ("forty-one goats", "42", "forty-two"),
            ("two hundred and six goats", "207", "two hundred and seven"),
            ("a million goats", "2000000", "two million"),
            ("two million goats", "2500000", "2.5 million"),
            ("eight mln goats", "7000000", "seven mln"),
            ("the 30th year", "31", "31st"),
            ("half of the goats", "0.25", "a quarter"),
            ("one in ten goats", "0.2", "one in five"),
            ("two-thirds of the goats", "0.75", "three-quarters"),
            ("sales doubled", "3", "tripled"),
            ("three times the toll", "4", "four times"),
            ("3 times the toll", "4", "4 times"),
        ];
        let found: Vec<_> = rows.iter().map(|(text, value, _)| (*text, *value, e(text, value))).collect();
        let wanted: Vec<_> = rows.iter().map(|(text, value, new)| (*text, *value, (*new).to_owned())).collect();
        assert_eq!(found, wanted);
    }

    #[test]
    fn what_is_calculated_is_as_fine_as_the_figure() {
        let a = |text, value| write(text, value, Precision::Author);
        let rows = [
            ("20%", "39.6", "40"),
            ("20%", "20.4", "20.4"),
            ("2.5%", "3.14", "3.1"),
            ("5%", "0.3", "0.3"),
            ("48 kilometres", "9.14", "9"),
            ("$12.7m", "13110000", "13.1m"),
            ("5 1/2 miles", "6", "none"),
            ("twelve goats", "12", "none"),
            ("twelve goats", "0.5", "none"),
            ("twelve goats", "1.2", "none"),
            ("two million goats", "1200000", "one million"),
            ("thirty (30) goats", "31", "none"),
        ];
        let found: Vec<_> = rows.iter().map(|(text, value, _)| (*text, *value, a(text, value))).collect();
        let wanted: Vec<_> = rows.iter().map(|(text, value, new)| (*text, *value, (*new).to_owned())).collect();
        assert_eq!(found, wanted);
    }

    proptest! {
        /// What is written is read as the number that it was said to be, in the same unit and with the same hedge.
        #[test]
        fn what_is_written_reads_as_what_is_said(
            form in proptest::sample::select(vec![
                "2,500 goats", "2500 goats", "48 goats", "twelve goats", "forty goats", "two hundred and six goats",
                "$1.2bn in aid", "$8 million in aid", "8.7 km", "20%", "2.5 per cent", "a million people", "7m people",
                "about 45,000 people", "at least 30 people", "12,34,567 rupees", "1\u{a0}234\u{a0}567 goats",
            ]),
            mantissa in 1i64..9_999_999, scale in 0u32..5, exact: bool,
        ) {
            let figure = quantity(form);
            let written = figure.number_span.slice(form);
            let style = Style::of(written, &figure.number, figure.unit).expect("it has a style");
            let precision = if exact { Precision::Exact } else { Precision::Author };
            if let Some((new, said)) = style.write(Decimal::new(mantissa, scale), precision) {
                let range = figure.number_span.range();
                let text = format!("{}{new}{}", &form[..range.start], &form[range.end..]);
                let read = quantities(&text);
                prop_assert_eq!(read.len(), 1, "{}", text);
                let value = match read[0].number { Number::Value { value, .. } => value, _ => Decimal::NEGATIVE_ONE };
                prop_assert_eq!((value, read[0].unit, read[0].hedge), (said, figure.unit, figure.hedge), "{}", text);
            }
        }
    }
}

//! How a number was written, so that another can stand in its place: digits with the same separators, decimals and
//! magnitude, words as words. What a fix writes must look as if the author had written it.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::spell::{ordinal, ordinal_ending, spelled};
use super::wording::{fraction_in_words, times_in_words};
use super::{Number, Unit};

/// Up to this number words stay words, unless the author writes larger ones so too.
const WORDS_UP_TO: u64 = 20;
/// At the beginning of a sentence, and for authors who write "eighty", words go on up to here.
const MOST_IN_WORDS: u64 = 100;
/// Most decimals that are added to those of the author.
const MORE_DECIMALS: u32 = 3;

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

/// A number in digits.
#[derive(Clone, Debug, PartialEq)]
pub struct Digits<'t> {
    old: Decimal,
    /// What stands before the numeral.
    before: &'t str,
    /// Between groups; none where even long numbers have none.
    group: Option<char>,
    /// Fewest digits of the whole number that are grouped.
    group_from: usize,
    /// Twos and a last three.
    indian: bool,
    point: char,
    decimals: u32,
    /// What the numeral is multiplied by.
    scale: Decimal,
    /// Behind the numeral: " million", "bn", "th".
    after: &'t str,
    ordinal: bool,
}

/// A number in words.
#[derive(Clone, Debug, PartialEq)]
pub struct Words<'t> {
    old: Decimal,
    written: &'t str,
    scale: Decimal,
    /// " million", as it stands.
    magnitude: &'t str,
    ordinal: bool,
}

impl<'t> Style<'t> {
    /// The way in which `written` (the bytes of a number alone) says `number`. `None` for ranges, vague words, numbers
    /// below nought and mixed forms such as "5 1/2" that nothing else can be written like.
    pub fn of(written: &'t str, number: &Number, unit: Unit) -> Option<Self> {
        match *number {
            Number::Value { value, place, .. } if value >= Decimal::ZERO => {
                let ordinal = unit == Unit::Ordinal;
                if written.bytes().any(|b| b.is_ascii_digit()) {
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

impl<'t> Digits<'t> {
    fn of(written: &'t str, value: Decimal, place: Decimal, ordinal: bool) -> Option<Self> {
        let from = written.find(|c: char| c.is_ascii_digit())?;
        let to = written.rfind(|c: char| c.is_ascii_digit())? + 1;
        let (before, numeral, after) = (&written[..from], &written[from..to], &written[to..]);
        let marks: Vec<(usize, char)> = numeral.char_indices().filter(|(_, c)| !c.is_ascii_digit()).collect();
        let separates =
            |c: char| matches!(c, ',' | '.' | '\'' | '\u{2019}') || c.is_whitespace() && c != '\n' && c != '\r';
        if !marks.iter().all(|(_, c)| separates(*c)) {
            return None;
        }
        let behind = |at: usize| numeral[at..].bytes().filter(u8::is_ascii_digit).count() as u32;
        // The last mark is the point unless it parts groups of three.
        let point = marks.last().filter(|&&(at, mark)| {
            let only = marks.iter().filter(|(_, other)| *other == mark).count() == 1;
            mark == '.' && only || mark == ',' && only && behind(at) < 3
        });
        let decimals = point.map_or(0, |&(at, _)| behind(at));
        let whole = point.map_or(numeral, |&(at, _)| &numeral[..at]);
        let group = whole.chars().find(|c| !c.is_ascii_digit());
        let lengths: Vec<usize> = whole.split(|c: char| !c.is_ascii_digit()).map(str::len).collect();
        let digits = whole.bytes().filter(u8::is_ascii_digit).count();
        let mantissa: String = numeral.chars().filter(char::is_ascii_digit).collect();
        let mantissa: Decimal = mantissa.parse().ok()?;
        // The last digit says one place.
        if mantissa.checked_mul(place)? != value {
            return None;
        }
        Some(Self {
            old: value,
            before,
            group: if group.is_none() && digits > 4 { None } else { Some(group.unwrap_or(',')) },
            group_from: if group.is_none() && digits == 4 { 5 } else { 4 },
            indian: lengths.len() > 2 && lengths[1] == 2,
            point: point.map_or(if group == Some('.') { ',' } else { '.' }, |(_, mark)| *mark),
            decimals,
            scale: place.checked_mul(Decimal::from_i128_with_scale(10i128.checked_pow(decimals)?, 0))?,
            after,
            ordinal,
        })
    }

    fn write(&self, value: Decimal, precision: Precision) -> Option<(String, Decimal)> {
        let (scale, after) = self.magnitude(value)?;
        let mut shown = value.checked_div(scale)?;
        if precision == Precision::Author && scale < self.scale {
            // The author's last place is more than all of it.
            shown = shown.round_sf(3)?;
        }
        let old = self.old.checked_div(scale)?;
        let needed = shown.normalize().scale();
        let mut decimals = match precision {
            _ if scale != self.scale => needed.min(self.decimals.max(MORE_DECIMALS)),
            Precision::Author => self.decimals,
            Precision::Exact if self.ordinal => 0,
            // Digits without a magnitude are counted; with one, a decimal more is no false precision.
            Precision::Exact => needed.min(if scale == Decimal::ONE { 2 } else { 1 }).max(self.decimals),
        };
        let mut rounded = round(shown, decimals);
        // A figure must not come out as it was, and not as nought.
        while (rounded == old || rounded.is_zero()) && shown != rounded && decimals < self.decimals + MORE_DECIMALS {
            decimals += 1;
            rounded = round(shown, decimals);
        }
        if self.ordinal && needed > 0 || rounded == old && scale == self.scale || rounded.is_zero() && !value.is_zero()
        {
            return None;
        }
        let text = format!("{:.*}", decimals as usize, rounded);
        let (whole, rest) = text.split_once('.').map_or((&*text, None), |(whole, rest)| (whole, Some(rest)));
        let mut out = String::from(self.before);
        self.grouped(whole, &mut out);
        if let Some(rest) = rest {
            out.push(self.point);
            out.push_str(rest);
        }
        match self.ordinal {
            true if self.after.bytes().any(|b| b.is_ascii_uppercase()) => {
                out.push_str(&ordinal_ending(rounded.to_u64()?).to_uppercase());
            }
            true => out.push_str(ordinal_ending(rounded.to_u64()?)),
            false => out.push_str(&after),
        }
        Some((out, rounded.checked_mul(scale)?))
    }

    /// The scale for a number and the words behind it: the author's, or a neighbour where "0.186 billion" or "4,500
    /// million" would come out.
    fn magnitude(&self, value: Decimal) -> Option<(Decimal, String)> {
        let word = self.after.trim_start_matches(|c: char| c.is_whitespace() || c == '-');
        let lead = &self.after[..self.after.len() - word.len()];
        let own = (self.scale, self.after.to_owned());
        let lower = word.to_lowercase();
        let find = |(row, (_, names)): (usize, &(u32, [&str; 5]))| {
            names.iter().position(|name| *name == lower).map(|column| (row, column))
        };
        let Some((row, column)) = MAGNITUDES.iter().enumerate().find_map(find) else { return Some(own) };
        let scaled = |row: usize| {
            let (power, names) = MAGNITUDES.get(row)?;
            Some((power_of_ten(*power), format!("{lead}{}", like_case(word, names[column]))))
        };
        let shown = value.checked_div(self.scale)?;
        if shown >= Decimal::ONE_THOUSAND && self.old < self.scale.checked_mul(Decimal::ONE_THOUSAND)? {
            return Some(scaled(row + 1).unwrap_or(own));
        }
        let fine = shown.normalize().scale() > self.decimals.max(1);
        if shown < Decimal::ONE && fine {
            // Thousands are told in digits.
            let below = row.checked_sub(1).filter(|row| MAGNITUDES[*row].0 > 3).and_then(scaled);
            return Some(below.unwrap_or((Decimal::ONE, String::new())));
        }
        Some(own)
    }

    fn grouped(&self, whole: &str, out: &mut String) {
        let group = self.group.filter(|_| whole.len() >= self.group_from);
        for (at, digit) in whole.chars().enumerate() {
            let left = whole.len() - at;
            let parts = if self.indian {
                left == 3 || left > 3 && (left - 3).is_multiple_of(2)
            } else {
                left.is_multiple_of(3)
            };
            if at > 0 && parts {
                out.extend(group);
            }
            out.push(digit);
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

impl<'t> Words<'t> {
    fn of(written: &'t str, value: Decimal, ordinal: bool) -> Option<Self> {
        let last = written.rfind([' ', '-', '\u{a0}']).unwrap_or(written.len());
        let word = written[last..].trim_start_matches([' ', '-', '\u{a0}']).to_ascii_lowercase();
        let power = MAGNITUDES.iter().find(|(_, names)| names.contains(&&*word)).map(|(power, _)| *power);
        let (scale, magnitude) = power.map_or((Decimal::ONE, ""), |power| (power_of_ten(power), &written[last..]));
        // "half a mile" and "two point five" are no whole numbers.
        let whole = value.checked_div(scale)?.normalize().scale() == 0;
        whole.then_some(Self { old: value, written, scale, magnitude, ordinal })
    }

    fn write(&self, value: Decimal, precision: Precision) -> Option<(String, Decimal)> {
        // "0.6 million" is no way to tell 600,000.
        let (scale, magnitude) = if value < self.scale { (Decimal::ONE, "") } else { (self.scale, self.magnitude) };
        let shown = value.checked_div(scale)?;
        let counted = scale == Decimal::ONE;
        let rounded = match precision {
            Precision::Author => round(shown, 0),
            Precision::Exact => round(shown, u32::from(!counted)),
        }
        .normalize();
        let rounded =
            if rounded.is_zero() || rounded == self.old / scale { round(shown, 1).normalize() } else { rounded };
        let said = rounded.checked_mul(scale)?;
        if rounded.is_zero() && !value.is_zero() || said == self.old {
            return None;
        }
        if self.ordinal {
            let text = ordinal(rounded.to_u64().filter(|_| rounded.normalize().scale() == 0)?)?;
            return Some((like_case(self.written, &text), said));
        }
        let old = self.old.checked_div(scale)?.to_u64()?;
        let opens = self.written.starts_with(char::is_uppercase);
        let most = if old > MOST_IN_WORDS && scale == self.scale {
            u64::MAX
        } else if opens || old > WORDS_UP_TO {
            MOST_IN_WORDS
        } else {
            WORDS_UP_TO
        };
        let words = rounded.to_u64().filter(|n| *n <= most && rounded.scale() == 0);
        let words = words.and_then(|n| spelled(n, self.written.contains(" and ")));
        let text = match words {
            Some(words) => format!("{words}{magnitude}"),
            None if counted && rounded.scale() > 0 => return None,
            None => {
                let digits = Digits {
                    old: Decimal::ZERO,
                    before: "",
                    group: Some(','),
                    group_from: 4,
                    indian: false,
                    point: '.',
                    decimals: rounded.scale(),
                    scale,
                    after: magnitude,
                    ordinal: false,
                };
                digits.write(said, Precision::Author)?.0
            }
        };
        Some((like_case(self.written, &text), said))
    }
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

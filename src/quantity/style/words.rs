//! Numbers in words: words stay words up to where an author would write digits.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::digits::Digits;
use super::{MAGNITUDES, Precision, like_case, power_of_ten, round};
use crate::quantity::spell::{ordinal, spelled};

/// Up to this number words stay words, unless the author writes larger ones so too.
const WORDS_UP_TO: u64 = 20;
/// At the beginning of a sentence, and for authors who write "eighty", words go on up to here.
const MOST_IN_WORDS: u64 = 100;
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

impl<'t> Words<'t> {
    pub(super) fn of(written: &'t str, value: Decimal, ordinal: bool) -> Option<Self> {
        let last = written.rfind([' ', '-', '\u{a0}']).unwrap_or(written.len());
        let word = written[last..].trim_start_matches([' ', '-', '\u{a0}']).to_ascii_lowercase();
        let power = MAGNITUDES.iter().find(|(_, names)| names.contains(&&*word)).map(|(power, _)| *power);
        let (scale, magnitude) = power.map_or((Decimal::ONE, ""), |power| (power_of_ten(power), &written[last..]));
        // "half a mile" and "two point five" are no whole numbers.
        let whole = value.checked_div(scale)?.normalize().scale() == 0;
        whole.then_some(Self { old: value, written, scale, magnitude, ordinal })
    }

    pub(super) fn write(&self, value: Decimal, precision: Precision) -> Option<(String, Decimal)> {
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
        // "One goats": the noun of several does not fit, and nothing but the noun says so.
        if counted && rounded == Decimal::ONE && self.old != Decimal::ONE && !self.ordinal {
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

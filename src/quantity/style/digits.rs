//! Numbers in digits: the same separators, decimals, magnitude and ending for another value.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::{MAGNITUDES, Precision, like_case, power_of_ten, round};
use crate::quantity::spell::ordinal_ending;
use crate::quantity::with_decimals;

/// Most decimals that are added to those of the author.
const MORE_DECIMALS: u32 = 3;

/// A number in digits.
#[derive(Clone, Debug, PartialEq)]
pub struct Digits<'t> {
    pub(super) old: Decimal,
    /// What stands before the numeral.
    pub(super) before: &'t str,
    /// Between groups; none where even long numbers have none.
    pub(super) group: Option<char>,
    /// Fewest digits of the whole number that are grouped.
    pub(super) group_from: usize,
    /// Twos and a last three.
    pub(super) indian: bool,
    pub(super) point: char,
    pub(super) decimals: u32,
    /// What the numeral is multiplied by.
    pub(super) scale: Decimal,
    /// Behind the numeral: " million", "bn", "th".
    pub(super) after: &'t str,
    pub(super) ordinal: bool,
}

impl<'t> Digits<'t> {
    pub(super) fn of(written: &'t str, value: Decimal, place: Decimal, ordinal: bool) -> Option<Self> {
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

    pub(super) fn write(&self, value: Decimal, precision: Precision) -> Option<(String, Decimal)> {
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
        let text = with_decimals(rounded, decimals);
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

//! Slips: how one number becomes another under the hand of someone who copies it.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::mention::Mention;
use crate::check::working::are_exchanged;
use crate::quantity::Form;

/// How one figure became the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Slip {
    /// Two neighbouring digits are exchanged.
    Exchanged,
    /// A thousand times, a million times: the wrong magnitude word.
    Magnitude,
    /// A digit is missing in one of them.
    Missing,
}

/// The slip between two mentions, if there is one.
pub(super) fn slip(a: &Mention<'_>, b: &Mention<'_>) -> Option<Slip> {
    let (large, small) = if a.value > b.value { (a.value, b.value) } else { (b.value, a.value) };
    let factor =
        large.checked_div(small)?.normalize().to_u64().filter(|f| Decimal::from(*f).checked_mul(small) == Some(large));
    let scaled = a.form == Form::Magnitude && b.form == Form::Magnitude;
    match factor {
        Some(1_000 | 1_000_000) if scaled => return Some(Slip::Magnitude),
        Some(1) => return None,
        _ => {}
    }
    if exchanged(a, b) {
        // "between 40 and 65" and "between 40 and 56" are; "40" and "between 38 and 04" are not.
        return (a.low == b.low).then_some(Slip::Exchanged);
    }
    // Ten times as much is as often another quantity.
    (factor != Some(10) && missing(a, b)).then_some(Slip::Missing)
}

/// Whether the two numbers, written to the finer place of the two, differ by two neighbouring digits that changed
/// places.
fn exchanged(a: &Mention<'_>, b: &Mention<'_>) -> bool {
    let place = a.place.min(b.place);
    let written = |m: &Mention<'_>| m.value.checked_div(place).map(|d| d.normalize().to_string());
    let (Some(mut one), Some(mut other)) = (written(a), written(b)) else { return false };
    if a.place == b.place && place.normalize().scale() > 0 {
        let longest = one.len().max(other.len());
        one = format!("{one:0>longest$}");
        other = format!("{other:0>longest$}");
    }
    are_exchanged(one.as_bytes(), other.as_bytes())
}

/// Whether one number is the other without one of its digits. "2.8" for "2.84" is rounding, and no slip.
fn missing(a: &Mention<'_>, b: &Mention<'_>) -> bool {
    let (Some(x), Some(y)) = (a.written(), b.written()) else { return false };
    let (longer, shorter, whole, cut) = if x > y { (a, b, x, y) } else { (b, a, y, x) };
    let one_place = longer.place == shorter.place;
    let lost_decimal =
        longer.place.checked_mul(Decimal::TEN) == Some(shorter.place) && whole / 10 != cut && whole / 10 + 1 != cut;
    (one_place || lost_decimal) && without_one(whole).any(|rest| rest == cut)
}

/// Digits without one of them, for each. None where there are fewer than three: then what is left says too little.
pub(super) fn without_one(digits: u64) -> impl Iterator<Item = u64> {
    std::iter::successors((digits >= 100).then_some(1u64), move |power| {
        power.checked_mul(10).filter(|next| *next <= digits)
    })
    .map(move |power| digits / power / 10 * power + digits % power)
}

#[cfg(test)]
mod tests {
    use super::without_one;

    #[test]
    fn each_digit_is_left_out_once() {
        assert_eq!(without_one(1475).collect::<Vec<_>>(), [147, 145, 175, 475]);
        assert_eq!(without_one(284).collect::<Vec<_>>(), [28, 24, 84]);
        assert_eq!(without_one(28).count(), 0);
    }
}

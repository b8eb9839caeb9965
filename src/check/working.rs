//! Words for the working that verdicts show: numbers with separators, intervals in plain words, and the likely reason
//! why two figures differ.

use rust_decimal::Decimal;

use super::sentence::SentenceView;
use crate::claim::Claim;
use crate::quantity::interval::Bound;
use crate::quantity::{Interval, Unit, grouped};

/// A number as people write it: "1,660", "8.7", "0.05".
pub(super) fn number(value: Decimal) -> String {
    grouped(value.normalize())
}

/// A figure without its noun: "$50", "2 million".
pub(super) fn bare<'r>(view: &SentenceView<'r>, claim: &Claim) -> &'r str {
    let quantity = &claim.quantity;
    match quantity.unit {
        Unit::Money(_) => view.text(quantity.number_span.cover(quantity.span)),
        _ => view.text(quantity.number_span),
    }
}

/// An interval in plain words: "2,500 or more", "1,655 up to 1,665", "exactly 90".
pub fn interval(interval: &Interval) -> String {
    use Bound::{Closed, Infinite, Open};
    match (interval.low, interval.high) {
        (Closed(low), Closed(high)) if low == high => format!("exactly {}", number(low)),
        (Closed(low), Infinite) => format!("{} or more", number(low)),
        (Open(low), Infinite) => format!("more than {}", number(low)),
        (Infinite, Closed(high)) => format!("{} or less", number(high)),
        (Infinite, Open(high)) => format!("less than {}", number(high)),
        (Open(low), Closed(high) | Open(high)) => format!("more than {}, up to {}", number(low), number(high)),
        (Closed(low), Closed(high) | Open(high)) => format!("{} to {}", number(low), number(high)),
        (Infinite, Infinite) => "anything".to_owned(),
    }
}

/// A slip that turns one number into the other: a power of ten, two exchanged digits, a dropped digit.
pub(super) fn slip(stated: Decimal, right: Decimal) -> Option<String> {
    factor(stated, right).or_else(|| exchanged(stated, right)).or_else(|| dropped(stated, right))
}

/// A power of ten between two numbers.
pub(super) fn factor(stated: Decimal, right: Decimal) -> Option<String> {
    if stated.is_zero() || right.is_zero() {
        return None;
    }
    let (large, small) = if stated > right { (stated, right) } else { (right, stated) };
    let factor = large.checked_div(small)?.round_dp(3).normalize();
    let named = [(10i64, "ten"), (100, "a hundred"), (1000, "a thousand"), (1_000_000, "a million")];
    let (power, name) = named.into_iter().find(|(power, _)| factor == Decimal::from(*power))?;
    let magnitudes = power == 1000 && small >= Decimal::from(1_000_000) && small < Decimal::from(1_000_000_000);
    let like = if magnitudes { ", as million and billion do" } else { "" };
    Some(format!("the two differ by a factor of {name}{like}"))
}

/// Two neighbouring digits that changed places.
pub(super) fn exchanged(stated: Decimal, right: Decimal) -> Option<String> {
    let (a, b) = (digits(stated), digits(right));
    are_exchanged(&a, &b).then(|| format!("two digits may be exchanged: {} and {}", number(stated), number(right)))
}

/// Whether two numerals are one with two neighbouring digits exchanged.
pub(super) fn are_exchanged(a: &[u8], b: &[u8]) -> bool {
    let mut differ = (0..a.len().min(b.len())).filter(|&i| a[i] != b[i]);
    let (Some(first), Some(second), None) = (differ.next(), differ.next(), differ.next()) else { return false };
    a.len() == b.len() && second == first + 1 && a[first] == b[second] && a[second] == b[first]
}

/// A digit that is missing in one of two numbers.
pub(super) fn dropped(stated: Decimal, right: Decimal) -> Option<String> {
    let (a, b) = (digits(stated), digits(right));
    let (longer, shorter) = if a.len() > b.len() { (&a, &b) } else { (&b, &a) };
    let dropped = !stated.is_zero()
        && !right.is_zero()
        && longer.len() == shorter.len() + 1
        && shorter.len() >= 2
        && factor(stated, right).is_none()
        && (0..longer.len()).any(|skip| longer[..skip] == shorter[..skip] && longer[skip + 1..] == shorter[skip..]);
    dropped.then(|| format!("a digit may be missing: {} and {}", number(stated), number(right)))
}

/// How many digits a number has without noughts at either end.
pub(super) fn significant_digits(value: Decimal) -> u32 {
    let mut digits = value.mantissa().unsigned_abs();
    while digits > 0 && digits.is_multiple_of(10) {
        digits /= 10;
    }
    digits.checked_ilog10().map_or(0, |log| log + 1)
}

/// Whether two numbers of two digits or more differ by one of them.
pub(super) fn one_digit(a: Decimal, b: Decimal) -> bool {
    let digits = |value: Decimal| value.normalize().mantissa().to_string();
    let (x, y) = (digits(a), digits(b));
    a.normalize().scale() == b.normalize().scale()
        && x.len() == y.len()
        && x.trim_end_matches('0').len() > 1
        && x.bytes().zip(y.bytes()).filter(|(x, y)| x != y).count() == 1
}

/// The digits of a number without sign, point and trailing noughts behind the point.
fn digits(value: Decimal) -> Vec<u8> {
    value.normalize().abs().to_string().bytes().filter(u8::is_ascii_digit).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn d(text: &str) -> Decimal {
        text.parse().expect("a decimal")
    }

    #[test]
    fn slips_are_named() {
        assert_eq!(slip(d("2300"), d("230")).as_deref(), Some("the two differ by a factor of ten"));
        assert_eq!(slip(d("1379"), d("1397")).as_deref(), Some("two digits may be exchanged: 1,379 and 1,397"));
        assert_eq!(slip(d("1379"), d("139")).as_deref(), Some("a digit may be missing: 1,379 and 139"));
        assert_eq!(slip(d("1379"), d("1500")), None);
    }
}

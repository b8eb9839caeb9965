//! Numbers as people read them: with a comma at every third digit, with the decimals that are wanted.

use rust_decimal::Decimal;

/// -12345.67 as "-12,345.67", with as many decimals as it has.
pub fn grouped(value: Decimal) -> String {
    let text = value.to_string();
    let digits = text.strip_prefix('-').unwrap_or(&text);
    let whole = digits.find('.').unwrap_or(digits.len());
    let mut out = String::with_capacity(text.len() + whole / 3);
    out.push_str(&text[..text.len() - digits.len()]);
    for (at, digit) in digits[..whole].char_indices() {
        if at > 0 && (whole - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out.push_str(&digits[whole..]);
    out
}

/// A number with so many decimals: 1.2 with two as "1.20". Beyond the 28 digits that a number can have, with fewer.
pub fn with_decimals(value: Decimal, decimals: u32) -> String {
    let mut scaled = value;
    scaled.rescale(decimals);
    scaled.to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decimals_are_filled_as_far_as_there_is_room() {
        let of = |n: &str| with_decimals(n.parse().expect("a number"), 2);
        assert_eq!(["1.2", "3", "0.128"].map(of).join(" "), "1.20 3.00 0.13");
        assert_eq!(of("1234567890123456789012345678"), "1234567890123456789012345678.0");
    }

    #[test]
    fn every_third_digit_has_a_comma() {
        let all = ["0", "999", "1660", "-90", "-12345.67", "1234567.50"].map(|n| grouped(n.parse().expect("a number")));
        assert_eq!(all.join(" "), "0 999 1,660 -90 -12,345.67 1,234,567.50");
    }
}

//! Numbers as people read them, with a comma at every third digit.

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_third_digit_has_a_comma() {
        let all = ["0", "999", "1660", "-90", "-12345.67", "1234567.50"].map(|n| grouped(n.parse().expect("a number")));
        assert_eq!(all.join(" "), "0 999 1,660 -90 -12,345.67 1,234,567.50");
    }
}

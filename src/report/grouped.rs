//! Numbers as people read them, with a comma at every third digit.

use rust_decimal::Decimal;

/// A number with its noun: "1 text", "1,182 figures".
pub fn count(n: u64, one: &str, many: &str) -> String {
    format!("{} {}", grouped(n), if n == 1 { one } else { many })
}

/// 12345 as "12,345".
pub fn grouped(n: u64) -> String {
    let digits = n.to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, c) in digits.char_indices() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(c);
    }
    out
}

/// -12345.67 as "-12,345.67". What is too large for 64 bits stays without commas.
pub fn grouped_decimal(value: Decimal) -> String {
    let text = value.to_string();
    let digits = text.strip_prefix('-').unwrap_or(&text);
    let sign = &text[..text.len() - digits.len()];
    let (whole, decimals) = digits.split_at(digits.find('.').unwrap_or(digits.len()));
    whole.parse().map_or_else(|_| text.clone(), |whole| format!("{sign}{}{decimals}", grouped(whole)))
}

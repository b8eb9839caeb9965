//! Exact decimals from the bytes of a reference set.

use rust_decimal::Decimal;

/// A TOML number as exact decimal; none for `inf`, `nan` and what needs more than 28 digits.
pub(super) fn decimal(text: &str) -> Option<Decimal> {
    let plain = text.replace('_', "");
    let plain = plain.strip_prefix('+').unwrap_or(&plain);
    match plain.find(['e', 'E']) {
        Some(_) => Decimal::from_scientific(plain).ok(),
        None => Decimal::from_str_exact(plain).ok(),
    }
}

/// "1%" as 0.01; none below 0 and above 100.
pub(super) fn percentage(text: &str) -> Option<Decimal> {
    let number = text.trim().strip_suffix('%')?.trim_end();
    let share = decimal(number)?.checked_div(Decimal::ONE_HUNDRED)?;
    (Decimal::ZERO..=Decimal::ONE).contains(&share).then_some(share)
}

/// "1%" of 0.01, as sets have it.
pub fn percentage_text(share: Decimal) -> Option<String> {
    Some(format!("{}%", share.checked_mul(Decimal::ONE_HUNDRED)?.normalize()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_exact() {
        let d = |text| decimal(text).map_or_else(|| "none".to_owned(), |n| n.to_string());
        insta::assert_snapshot!(d("1660"), @"1660");
        insta::assert_snapshot!(d("1_660.50"), @"1660.50");
        insta::assert_snapshot!(d("+1.2e6"), @"1200000");
        insta::assert_snapshot!(d("-0.1"), @"-0.1");
        insta::assert_snapshot!(d("inf"), @"none");
        insta::assert_snapshot!(d("0.12345678901234567890123456789012"), @"none");
        let p = |text| percentage(text).map_or_else(|| "none".to_owned(), |n| n.to_string());
        insta::assert_snapshot!(p("1%"), @"0.01");
        insta::assert_snapshot!(p("2.5 %"), @"0.025");
        insta::assert_snapshot!(p("1"), @"none");
        insta::assert_snapshot!(p("-1%"), @"none");
    }
}

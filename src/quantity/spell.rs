//! Numbers and ordinals in words, for figures that are written anew where the author wrote words.

use crate::token::{cardinal_word, ordinal_word};

/// "forty-two", "two hundred and six" (or without "and"), up to a million.
pub(super) fn spelled(n: u64, and: bool) -> Option<String> {
    let joined = |head: String, rest: u64| {
        let joint = if and && rest < 100 { " and " } else { " " };
        if rest == 0 { Some(head) } else { Some(format!("{head}{joint}{}", spelled(rest, and)?)) }
    };
    match n {
        20..100 if !n.is_multiple_of(10) => Some(format!("{}-{}", cardinal_word(n / 10 * 10)?, cardinal_word(n % 10)?)),
        0..100 => cardinal_word(n).map(str::to_owned),
        100..1000 => joined(format!("{} hundred", spelled(n / 100, and)?), n % 100),
        1000..1_000_000 => joined(format!("{} thousand", spelled(n / 1000, and)?), n % 1000),
        _ => None,
    }
}

/// "thirtieth", "twenty-first", up to ninety-nine.
pub(super) fn ordinal(n: u64) -> Option<String> {
    match n {
        20..100 if !n.is_multiple_of(10) => Some(format!("{}-{}", cardinal_word(n / 10 * 10)?, ordinal_word(n % 10)?)),
        1..100 => ordinal_word(n).map(str::to_owned),
        _ => None,
    }
}

/// What stands behind the digits of an ordinal: "st" of "21st".
pub fn ordinal_ending(n: u64) -> &'static str {
    match (n % 100, n % 10) {
        (11..=13, _) => "th",
        (_, 1) => "st",
        (_, 2) => "nd",
        (_, 3) => "rd",
        _ => "th",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_in_words() {
        let all = [7, 21, 90, 106, 340, 2_015].map(|n| spelled(n, true).unwrap_or_default());
        assert_eq!(
            all,
            [
                "seven",
                "twenty-one",
                "ninety",
                "one hundred and six",
                "three hundred and forty",
                "two thousand and fifteen"
            ]
        );
        let all = [1, 2, 3, 4, 5, 8, 9, 12, 20, 33, 75].map(|n| ordinal(n).unwrap_or_default());
        let wanted = "first second third fourth fifth eighth ninth twelfth twentieth thirty-third seventy-fifth";
        assert_eq!(all.join(" "), wanted);
        assert_eq!([1, 2, 3, 4, 11, 12, 21, 113].map(ordinal_ending).join(" "), "st nd rd th th th st th");
    }
}

//! What can be asked of a currency: its code, its sign, and whose money it is.

use super::Currency;
use super::currencies::{CURRENCIES, WORDLIKE};
use crate::token::Entry;

impl Currency {
    /// The US dollar.
    pub const USD: Self = Self(0);
    /// The euro.
    pub const EUR: Self = Self(1);
    /// The pound sterling.
    pub const GBP: Self = Self(2);
    /// The yen.
    pub const JPY: Self = Self(3);
    /// The Indian rupee.
    pub const INR: Self = Self(11);

    /// Its ISO 4217 code.
    pub fn code(self) -> &'static str {
        CURRENCIES[self.0 as usize].code
    }

    /// The currency with this ISO 4217 code.
    pub fn from_code(code: &str) -> Option<Self> {
        CURRENCIES.iter().position(|row| row.code == code).map(|at| Self(at as u8))
    }

    /// The currency that a word of the lexicon names: "dollars", "USD", "cents".
    pub fn of_entry(entry: Entry) -> Option<Self> {
        entry.currency.checked_sub(1).map(Self)
    }

    /// The currency of a sign: "$", "€", "£".
    pub fn of_sign(sign: char) -> Option<Self> {
        Some(match sign {
            '$' => Self::USD,
            '€' => Self::EUR,
            '£' => Self::GBP,
            '¥' | '\u{ffe5}' => Self::JPY,
            '₹' | '₨' => Self::INR,
            '₽' => Self(12),
            '₩' => Self(13),
            '₪' => Self(14),
            '₺' => Self(15),
            '₦' => Self(16),
            '₴' => Self(17),
            '₱' => return Self::from_code("PHP"),
            '₫' => return Self::from_code("VND"),
            '฿' => return Self::from_code("THB"),
            '₸' => return Self::from_code("KZT"),
            '₮' => return Self::from_code("MNT"),
            '₡' => return Self::from_code("CRC"),
            '₲' => return Self::from_code("PYG"),
            '₵' => return Self::from_code("GHS"),
            '₼' => return Self::from_code("AZN"),
            '₾' => return Self::from_code("GEL"),
            '₭' => return Self::from_code("LAK"),
            '₿' => return Self::from_code("BTC"),
            _ => return None,
        })
    }

    /// The dollar or pound that letters before its sign name: "HK" before "$".
    pub fn of_letters(letters: &str) -> Option<Self> {
        Some(match letters {
            "US" | "U.S." => Self::USD,
            "C" | "c" | "CA" | "Can" | "CDN" | "Cdn" => Self(5),
            "A" | "AU" | "Au" => Self(6),
            "NZ" => Self(7),
            "HK" => Self(8),
            "S" | "SG" => Self(9),
            "R" => Self(18),
            "MX" | "Mex" => Self(19),
            "NT" | "TW" => return Self::from_code("TWD"),
            "J" => return Self::from_code("JMD"),
            "TT" => return Self::from_code("TTD"),
            "EC" => return Self::from_code("XCD"),
            "N" => return Self::from_code("NAD"),
            "FJ" => return Self::from_code("FJD"),
            "Z" => return Self::from_code("ZWL"),
            "Bds" => return Self::from_code("BBD"),
            _ => return None,
        })
    }

    /// The currency of "Canadian dollars": the word for the money, and the words before it that say whose it is.
    pub fn of_nation(nation: &str, money: &str) -> Option<Self> {
        let same = |listed: &str| {
            listed.len() == nation.len()
                && listed
                    .bytes()
                    .zip(nation.bytes())
                    .all(|(a, b)| a == b.to_ascii_lowercase() || a == b'_' && matches!(b, b' ' | b'-' | b'\n'))
        };
        let named = |words: &str| words.split(' ').any(|word| word.eq_ignore_ascii_case(money));
        CURRENCIES.iter().position(|row| named(row.words) && row.nations.split(' ').any(same)).map(|at| Self(at as u8))
    }

    /// Whether its code can stand before a number: not "TOP 10".
    pub fn code_leads(self) -> bool {
        !WORDLIKE.contains(&self.code())
    }

    /// Whether its code is a word of capital headlines: "ALL 2,000 STAFF" is no money, "PHP 2,000" is.
    pub fn is_english_word(self) -> bool {
        matches!(self.code(), "ALL" | "TOP" | "CUP" | "MAD" | "SIT" | "SOS")
    }

    /// Whether a text names it by its code or an abbreviation, in the right case.
    pub fn is_code(self, text: &str) -> bool {
        let row = &CURRENCIES[self.0 as usize];
        row.code == text || row.short.split(' ').any(|short| short == text)
    }
}

//! What can be asked of a currency: its code, its sign, and whose money it is.

use super::Currency;
use super::currencies::{CURRENCIES, CurrencyRow, EURO_AREA, WITHDRAWN, WORDLIKE};
use crate::token::Entry;

/// Whether a name is one of the table: "Hong Kong" and "hong_kong".
fn is_nation(listed: &str, name: &str) -> bool {
    let same = |(a, b): (u8, u8)| a == b.to_ascii_lowercase() || a == b'_' && matches!(b, b' ' | b'-' | b'\n');
    listed.len() == name.len() && listed.bytes().zip(name.bytes()).all(same)
}

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

    /// The word for several of it: "dollars", "yen"; the code where another nation's money has the same word.
    pub fn plural(self) -> &'static str {
        let row = &CURRENCIES[self.0 as usize];
        let mut words = row.words.split(' ');
        let (first, second) = (words.next().unwrap_or(row.code), words.next().unwrap_or(""));
        if CURRENCIES[..self.0 as usize].iter().any(|above| above.words.split(' ').any(|word| word == first)) {
            row.code
        } else if second.strip_suffix('s') == Some(first) {
            second
        } else {
            first
        }
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
            '৳' => return Self::from_code("BDT"),
            '₵' => return Self::from_code("GHS"),
            '₼' => return Self::from_code("AZN"),
            '₾' => return Self::from_code("GEL"),
            '₭' => return Self::from_code("LAK"),
            '₿' => return Self::from_code("BTC"),
            '﷼' => return Self::from_code("IRR"),
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
            "G" => return Self::from_code("GYD"),
            "Bds" => return Self::from_code("BBD"),
            _ => return None,
        })
    }

    /// The currency of "Canadian dollars": the word for the money, and the words before it that say whose it is.
    pub fn of_nation(nation: &str, money: &str) -> Option<Self> {
        let same = |listed: &str| is_nation(listed, nation);
        let named = |words: &str| words.split(' ').any(|word| word.eq_ignore_ascii_case(money));
        CURRENCIES.iter().position(|row| named(row.words) && row.nations.split(' ').any(same)).map(|at| Self(at as u8))
    }

    /// The money of a country, by its name or one of its people's names: "Australia", "Canadian". None for money that
    /// was withdrawn.
    pub fn of_country(name: &str) -> Option<Self> {
        let at = CURRENCIES.iter().position(|row| {
            row.nations.split(' ').any(|nation| is_nation(nation, name)) && !WITHDRAWN.contains(&row.code)
        });
        at.map(|at| Self(at as u8))
    }

    /// The money of a locale: the dollar of "en-AU", the rupee of "en_IN". The code of a currency begins with the code
    /// of its country; countries without money of their own have the euro.
    pub fn of_locale(locale: &str) -> Option<Self> {
        let country = locale.split(['-', '_']).skip(1).find(|part| part.len() == 2)?;
        if EURO_AREA.split(' ').any(|code| country.eq_ignore_ascii_case(code)) {
            return Some(Self::EUR);
        }
        let of_country = |code: &str| code.get(..2).is_some_and(|two| two.eq_ignore_ascii_case(country));
        CURRENCIES.iter().position(|row| of_country(row.code)).map(|at| Self(at as u8))
    }

    /// What this money is in a text whose own money is `local`, where nothing but "$", "dollars", "Rs" or the like was
    /// written: the dollar of Australia, the rupee of Pakistan. None where the words mean the same money there.
    pub fn read_in(self, local: Self, written: &str) -> Option<Self> {
        let (own, other) = (&CURRENCIES[self.0 as usize], &CURRENCIES[local.0 as usize]);
        let word = own.words.split(' ').next().filter(|word| !word.is_empty());
        let same_word = word.is_some_and(|word| other.words.split(' ').any(|other| other == word));
        let yuan = written.contains('¥') && local.code() == "CNY";
        let own_sign = written.contains('£') || written.contains('₹');
        let nameless = || !written.split(|c: char| !c.is_alphabetic() && c != '.').any(|part| self.says_whose(part));
        (self != local && (same_word && !own_sign || yuan) && nameless()).then_some(local)
    }

    /// Whether a word of an amount says whose money it is: "US", "USD", "Canadian".
    fn says_whose(self, word: &str) -> bool {
        let nation = |row: &CurrencyRow| row.nations.split([' ', '_']).any(|nation| is_nation(nation, word));
        Self::of_letters(word).is_some()
            || CURRENCIES[self.0 as usize].code == word
            || !word.is_empty() && CURRENCIES.iter().any(nation)
    }

    /// Whether its code can stand before a number: not "TOP 10".
    pub fn code_leads(self) -> bool {
        !WORDLIKE.contains(&self.code())
    }

    /// Whether its code is a word of capital headlines: "ALL 2,000 STAFF" is no money, "PHP 2,000" is.
    pub fn is_english_word(self) -> bool {
        matches!(self.code(), "ALL" | "TOP" | "CUP" | "SIT" | "SOS")
    }

    /// Whether a text names it by its code or an abbreviation, in the right case.
    pub fn is_code(self, text: &str) -> bool {
        let row = &CURRENCIES[self.0 as usize];
        row.code == text || row.short.split(' ').any(|short| short == text)
    }
}

//! Digits that are no figures: telephone and account numbers, versions, scores, everything glued to letters. Each
//! function looks at a bounded number of tokens, so that a text of nothing but digits is still read in linear time.

use super::unit::Currency;
use super::units::{letter_before, sign_and_letters};
use crate::token::{Class, Kind, Look, Token, Tokens};

/// Last words of an address: "10 Downing Street".
const STREETS: &[&str] = &[
    "street",
    "st",
    "road",
    "rd",
    "avenue",
    "ave",
    "lane",
    "drive",
    "boulevard",
    "blvd",
    "square",
    "terrace",
    "court",
    "crescent",
    "highway",
    "parkway",
    "row",
    "mews",
    "close",
    "quay",
    "plaza",
    "place",
    "way",
    "circle",
    "pike",
    "turnpike",
    "trail",
    "loop",
    "alley",
    "freeway",
];
/// Most words of the name of a street.
const LONGEST_STREET: usize = 4;
/// Most tokens of a telephone number with its brackets and hyphens.
const LONGEST_NUMBER: usize = 16;
/// How far before a number the word "telephone" says what it is.
const LABEL_REACH: usize = 6;

/// A number glued to what follows in a way that makes it a name, version, score or phone number: "3-1", "12/b", "4x".
pub(super) fn is_part_of_a_name(rest: Tokens<'_>) -> bool {
    let Some(next) = rest.first().filter(|t| !t.spaced()) else {
        return false;
    };
    let glued_after = rest.get(1).filter(|t| !t.spaced());
    match next.kind {
        Kind::Word | Kind::Digits => true,
        Kind::Clitic => false,
        Kind::Punct => match next.word.as_punct() {
            Some('_' | '@' | '#' | '=' | '\\' | '|') => true,
            // "401(k)".
            Some('(') => {
                glued_after.is_some_and(|t| t.kind == Kind::Word && t.end - t.start == 1)
                    && rest.get(2).is_some_and(|t| t.is_punct(')'))
            }
            Some('/' | ':' | '.' | '-' | '\u{2013}' | ',' | '*' | '&' | '\'' | '\u{2019}') => {
                glued_after.is_some_and(|t| t.kind == Kind::Digits)
            }
            _ => false,
        },
    }
}

/// Digits that are glued to letters or symbols before them: "COVID-19", "B52", "#12", "@3", "1.2.3", "`5`", "%20".
pub(super) fn is_inside_a_name(sentence: Tokens<'_>, at: usize) -> bool {
    let Some(token) = sentence.get(at) else {
        return false;
    };
    if token.spaced() || at == 0 {
        return false;
    }
    let (before, earlier) = (sentence.get(at - 1), at.checked_sub(2).and_then(|i| sentence.get(i)));
    let Some(before) = before else { return false };
    let joined =
        |other: Option<Token>| !before.spaced() && other.is_some_and(|t| matches!(t.kind, Kind::Word | Kind::Digits));
    match before.kind {
        // "USD300" is money, "CBS2" and "B52" are names.
        Kind::Word => {
            let code =
                sentence.entry(before).class.contains(Class::CURRENCY_CODE) && before.look.contains(Look::ALL_CAPS);
            !code
                && !matches!(sentence.text_of(before), "Rs" | "KSh")
                && letter_before(sentence.skip(at - 1)).is_err()
                && at.checked_sub(2).is_none_or(|sign| sign_and_letters(sentence.skip(sign)).is_err())
        }
        Kind::Digits => true,
        Kind::Clitic => false,
        Kind::Punct => match before.word.as_punct() {
            Some('_' | '@' | '#' | '=' | '/' | ':' | '\\' | '&' | '`' | '%') => true,
            // "10-by-12-foot" and "16-to-24-year-olds" are two figures and a range.
            Some('-') if earlier.is_some_and(|t| matches!(sentence.text_of(t), "by" | "to" | "x")) => false,
            // "Under-18s" and people in their "mid-50s" or "mid-fifties" are no names.
            Some('-')
                if earlier.is_some_and(|t| {
                    matches!(sentence.text_of(t), "under" | "Under" | "over" | "Over" | "mid" | "early" | "late")
                }) =>
            {
                let decade = sentence.entry(token).class.contains(Class::DECADE);
                !decade && !sentence.get(at + 1).is_some_and(|t| !t.spaced() && sentence.text_of(t) == "s")
            }
            // "501(c)(3)", "call(100)".
            Some('(') => !before.spaced() && earlier.is_some_and(|t| t.kind != Kind::Punct || t.is_punct(')')),
            // "c.200" is a hedge.
            Some('.') if earlier.is_some_and(|t| t.spaced() && matches!(sentence.text_of(t), "c" | "ca")) => false,
            Some('-' | '\u{2013}' | '.' | ',') => joined(earlier),
            _ => false,
        },
    }
}

/// "US", "A", "HK" before a currency sign, and codes before digits.
pub(super) fn is_currency_prefix(text: &str) -> bool {
    text.len() <= 3 && text.bytes().all(|b| b.is_ascii_uppercase())
        || text == "Rs"
        || text == "KSh"
        || Currency::of_letters(text).is_some()
}

/// The token after everything that is glued together from `at` on: the rest of a name, an address on the web.
pub(super) fn name_end(sentence: Tokens<'_>, at: usize) -> usize {
    let goes_on = |t: Token| {
        t.kind != Kind::Punct
            || matches!(
                t.word.as_punct(),
                Some('-' | '_' | '/' | '.' | ':' | ',' | '%' | '=' | '?' | '&' | '#' | '+' | '~')
            )
    };
    (at + 1..sentence.len())
        .find(|&i| sentence.get(i).is_none_or(|t| t.spaced() || !goes_on(t)))
        .unwrap_or(sentence.len())
}

/// What a run of digit groups looks like.
#[derive(Clone, Copy, Debug, Default)]
struct Groups {
    /// Token after the last group.
    end: usize,
    /// How many groups of digits.
    count: usize,
    /// All their digits.
    digits: usize,
    /// Digits of the first four groups.
    sizes: [usize; 4],
    /// A "+" stands before the first.
    plus: bool,
    /// One of the first two stands in brackets.
    bracket: bool,
    /// The first begins with a nought and has more digits.
    nought: bool,
    /// A white space or a bracket stands between two of them.
    open: bool,
}

/// The token after a telephone, account or card number whose first digits stand at `at`; none where a figure may
/// stand there.
///
/// The shape alone is enough for "+44 7123 123456", "(081) 3333-3333", "020 1111 1111", "202-555-0121" and for long
/// runs of digits that no figure is written with; everything else needs the word ("telephone", "account") before it.
pub(super) fn identifier_end(sentence: Tokens<'_>, at: usize) -> Option<usize> {
    let groups = groups(sentence, at)?;
    let lone = groups.count == 1;
    let first = groups.sizes[0];
    let by_shape = groups.plus && groups.digits >= 9
        || groups.bracket && groups.count <= 4 && groups.digits >= 9 && groups.sizes.iter().any(|&size| size > 3)
        || groups.nought && groups.digits >= if lone { 6 } else { 8 }
        || groups.count == 3 && groups.sizes[..3] == [3, 3, 4] && !groups.open
        || groups.count == 4 && groups.sizes == [1, 3, 3, 4];
    let long_run = lone && (first >= 13 || first >= 10 && !ends_round(sentence, at));
    let by_word = || groups.digits >= 6 && !counts_something(sentence, groups.end) && follows_number_word(sentence, at);
    (by_shape && (!lone || groups.plus || groups.nought) || long_run || by_word()).then_some(groups.end)
}

/// The groups of digits from `at` on, joined by single hyphens, stops, slashes, brackets or white space.
fn groups(sentence: Tokens<'_>, at: usize) -> Option<Groups> {
    let first = sentence.get(at).filter(|t| t.kind == Kind::Digits)?;
    let size = |t: Token| (t.end - t.start) as usize;
    let before = |back: usize| at.checked_sub(back).and_then(|i| sentence.get(i));
    let bracketed = before(1).is_some_and(|t| t.is_punct('('));
    let sign = if bracketed { before(2).filter(|_| !before(1).is_some_and(Token::spaced)) } else { before(1) };
    let inner_plus = bracketed && first.spaced();
    let mut read = Groups {
        end: at + 1,
        count: 1,
        digits: size(first),
        plus: !inner_plus && sign.is_some_and(|t| t.is_punct('+')) || before(1).is_some_and(|t| t.is_punct('+')),
        bracket: bracketed,
        nought: size(first) > 1 && sentence.text_of(first).starts_with('0'),
        ..Groups::default()
    };
    read.sizes[0] = size(first);
    let mut joints = 0;
    let mut bracket = false;
    for next in at + 1..(at + LONGEST_NUMBER).min(sentence.len()) {
        let Some(token) = sentence.get(next) else { break };
        match token.kind {
            Kind::Digits => {
                if let Some(place) = read.sizes.get_mut(read.count) {
                    *place = size(token);
                }
                read.open |= token.spaced() || bracket;
                // "1 (877) 609-2233" and "44 (0) 113" have their brackets around the second group.
                read.bracket |= bracket && read.count == 1;
                read.count += 1;
                read.digits += size(token);
                read.end = next + 1;
                (joints, bracket) = (0, false);
            }
            Kind::Punct if matches!(token.word.as_punct(), Some('-' | '.' | '/' | '\u{2013}')) && joints < 2 => {
                joints += 1;
            }
            Kind::Punct if matches!(token.word.as_punct(), Some('(' | ')')) && joints < 2 => {
                joints += 1;
                bracket |= token.is_punct('(') && sentence.get(next + 1).is_some_and(|t| !t.spaced());
            }
            _ => break,
        }
    }
    read.bracket &= sentence.get(at + 1).is_some_and(|t| t.is_punct(')')) || !bracketed;
    Some(read)
}

/// "10000000000" is a figure, "18911111111" is none.
fn ends_round(sentence: Tokens<'_>, at: usize) -> bool {
    sentence.get(at).is_some_and(|t| sentence.text_of(t).ends_with("000"))
}

/// Whether a word stands behind a number that it could count: "1200 interviews by telephone".
fn counts_something(sentence: Tokens<'_>, end: usize) -> bool {
    let no_noun = Class::PREPOSITION | Class::CONJUNCTION | Class::AUXILIARY | Class::DETERMINER;
    sentence.get(end).is_some_and(|t| {
        t.kind == Kind::Word && t.spaced() && !t.capital() && !sentence.entry(t).class.intersects(no_noun)
            || t.is_punct('%')
    })
}

/// Whether one of the words before says that a number of a telephone or account follows.
fn follows_number_word(sentence: Tokens<'_>, at: usize) -> bool {
    const WORDS: &[&str] = &[
        "phone",
        "telephone",
        "tel",
        "fax",
        "mobile",
        "cell",
        "cellphone",
        "landline",
        "hotline",
        "helpline",
        "whatsapp",
        "dial",
        "account",
        "acct",
        "iban",
        "card",
        "passport",
        "licence",
        "license",
        "postcode",
        "zip",
        "isbn",
        "issn",
        "pin",
        "serial",
        "invoice",
        "reference",
        "registration",
        "id",
        "ein",
        "ssn",
        "vat",
    ];
    (at.saturating_sub(LABEL_REACH)..at)
        .filter_map(|i| sentence.get(i))
        .any(|t| t.kind == Kind::Word && WORDS.iter().any(|word| sentence.text_of(t).eq_ignore_ascii_case(word)))
}

/// Whether a bare number is the number of a house: "221 Baker Street", "1600 Pennsylvania Avenue".
pub(super) fn is_house_number(after: Tokens<'_>) -> bool {
    let words = (0..LONGEST_STREET).map_while(|i| after.get(i).filter(|t| t.kind == Kind::Word && t.capital()));
    words.skip(1).any(|t| is_street(after.text_of(t)))
}

/// Whether a word ends the name of a street: "5th Avenue".
pub(super) fn is_street(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_uppercase()) && STREETS.iter().any(|street| word.eq_ignore_ascii_case(street))
}

/// Whether the five digits behind a state are its postcode: "Springfield, IL 62704".
pub(super) fn is_postcode(sentence: Tokens<'_>, number: Token, state: Option<Token>, comma: Option<Token>) -> bool {
    number.kind == Kind::Digits
        && number.end - number.start == 5
        && comma.is_some_and(|t| t.is_punct(','))
        && state
            .is_some_and(|t| t.kind == Kind::Word && t.look.contains(Look::ALL_CAPS) && sentence.text_of(t).len() == 2)
}

#[cfg(test)]
mod tests {
    use crate::quantity::testing::rows;

    #[test]
    fn telephone_and_account_numbers_are_no_figures() {
        let none = |text: &str| assert_eq!(rows(text), "", "{text}");
        none("Call +33 1 70 18 99 00 for help.");
        none("Call (0117) 496 0123 or 1 (212) 555-0147 today.");
        none("Ring 0303 123 7300 at any time.");
        none("Dial 202-555-0143, 1-800-555-0199 or 212.555.0186.");
        none("Her mobile number is 7700 900 461.");
        none("Paid into account 60161331.");
        none("The card 4929712299231087 was used.");
        none("Reach us on +1 (415) 555-0132.");
        none("He lives at 48 Old Mill Lane, Dayton, OH 45402.");
        none("The hijacked Boeing 767 jets, said the Fortune 500 companies.");
        none("Open https://example.org/a?b=30&c=40%20d now");
    }

    #[test]
    fn figures_that_look_a_little_like_them() {
        insta::assert_snapshot!(rows("The telephone survey reached 1200000 homes."), @"1200000 homes = 1200000 none Thing homes");
        insta::assert_snapshot!(rows("In all, (120) 400 and 30000000000."), @"
        120 = 120 none None
        400 = 400 none None
        30000000000 = 30000000000 none None
        ");
        insta::assert_snapshot!(rows("the Azores 250, and Madeira 600"), @"
        250 = 250 none None
        600 = 600 none None
        ");
    }
}

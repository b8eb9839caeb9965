//! Telephone, account and card numbers, which are no figures. A bounded number of tokens is looked at, so that a text
//! of nothing but digits is still read in linear time.

use crate::token::{Class, Kind, Token, Tokens};

/// Most tokens of a telephone number with its brackets and hyphens.
const LONGEST_NUMBER: usize = 16;
/// How far before a number the word "telephone" says what it is.
const LABEL_REACH: usize = 6;

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
    let secret = || lone && (4..6).contains(&first) && follows_secret_word(sentence, at);
    (secret() || by_shape && (!lone || groups.plus || groups.nought) || long_run || by_word()).then_some(groups.end)
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

/// "PIN 4471", "the code is 90210", "passcode: 1234": four or five digits straight behind their word.
fn follows_secret_word(sentence: Tokens<'_>, at: usize) -> bool {
    const WORDS: &[&str] = &["pin", "passcode", "password", "code", "combination", "username"];
    let word = |back: usize| at.checked_sub(back).and_then(|i| sentence.get(i));
    let links = |t: Token| t.is_punct(':') || matches!(sentence.text_of(t), "is" | "was" | "number");
    let named = if word(1).is_some_and(links) { word(2) } else { word(1) };
    named.is_some_and(|t| WORDS.iter().any(|name| sentence.text_of(t).eq_ignore_ascii_case(name)))
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

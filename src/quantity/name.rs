//! Digits in names: versions, scores, addresses on the web, everything glued to letters.

use super::unit::Currency;
use super::units::{letter_before, sign_and_letters};
use crate::token::{Class, Kind, Look, Token, Tokens};

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

/// Abbreviations of money in small letters that stand straight before their digits.
const GLUED: &[&str] = &["Rs", "KSh", "Ksh", "KShs", "Sh", "USh", "TSh", "SFr", "Rp", "Tk", "Dh", "Dhs", "NRs", "Php"];

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
            let marked =
                !before.spaced() && earlier.is_some_and(|t| matches!(t.word.as_punct(), Some('#' | '_' | '/')));
            (!code || marked)
                && !GLUED.contains(&sentence.text_of(before))
                && letter_before(sentence.skip(at - 1)).is_err()
                && at.checked_sub(2).is_none_or(|sign| sign_and_letters(sentence.skip(sign)).is_err())
        }
        Kind::Digits => true,
        Kind::Clitic => false,
        Kind::Punct => match before.word.as_punct() {
            // ">=5" is a bound; "curl>=8" is a requirement.
            Some('=') if earlier.is_some_and(|t| t.spaced() && (t.is_punct('>') || t.is_punct('<'))) => false,
            Some('_' | '@' | '#' | '=' | '/' | ':' | '\\' | '&' | '`' | '%') => true,
            // "10-by-12-foot" and "16-to-24-year-olds" are two figures and a range.
            Some('-') if earlier.is_some_and(|t| matches!(sentence.text_of(t), "by" | "to" | "x")) => {
                falls(sentence, at)
            }
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
            // "c.200" is a hedge, "Rs.200" money.
            Some('.')
                if earlier.is_some_and(|t| {
                    let text = sentence.text_of(t);
                    t.spaced() && matches!(text, "c" | "ca") || !before.spaced() && GLUED.contains(&text)
                }) =>
            {
                false
            }
            Some('-' | '\u{2013}' | '.' | ',') => joined(earlier),
            _ => false,
        },
    }
}

/// Whether the number four tokens before is the greater one: "nine-to-five" is no range.
fn falls(sentence: Tokens<'_>, at: usize) -> bool {
    let number = |at: usize| {
        let token = sentence.get(at)?;
        match token.kind {
            Kind::Digits => sentence.text_of(token).parse().ok(),
            Kind::Word => Some(sentence.entry(token)).filter(|e| e.class.contains(Class::CARDINAL)).map(|e| e.number),
            Kind::Punct | Kind::Clitic => None,
        }
    };
    let before = |back: usize| at.checked_sub(back).and_then(|at| sentence.get(at));
    let to = before(2).is_some_and(|t| sentence.text_of(t) == "to") && before(3).is_some_and(|t| t.is_punct('-'));
    to && at.checked_sub(4).and_then(number).zip(number(at)).is_some_and(|(first, second)| first > second)
}

/// "US", "A", "HK" before a currency sign, and codes before digits.
pub(super) fn is_currency_prefix(text: &str) -> bool {
    text.len() <= 3 && text.bytes().all(|b| b.is_ascii_uppercase())
        || GLUED.contains(&text)
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

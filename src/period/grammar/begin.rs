//! Where a date can begin: one class test for most tokens, and for the rest a look at the token behind. Almost all
//! places where "this", "one" or "May" stand are no dates, and no grammar runs there.

use crate::token::{Class, Kind, Token, Tokens, WordId};

/// Words that can begin a date; all others cost this one test.
pub(super) const TRIGGERS: Class = ALONE.union(Class::DEICTIC).union(NUMBERS).union(LED);

/// Words that are a date by themselves.
const ALONE: Class = Class::MONTH.union(Class::WEEKDAY).union(Class::DAY_WORD);
/// Numbers in words.
const NUMBERS: Class = Class::ORDINAL.union(Class::CARDINAL).union(Class::VAGUE_FEW);
/// Words that begin a date only before certain others.
const LED: Class = Class::TIME_UNIT.union(Class::PART).union(Class::SEASON).union(Class::DATE_START).union(Class::ERA);
/// Words that name a part of the calendar.
const CALENDAR: Class = ALONE.union(Class::TIME_UNIT).union(Class::SEASON);

/// What can stand behind the first word of a date, by the class of that word. [`Class::DATE_NEXT`] holds the words that
/// are in no other class of dates: "of", "to", "ago", "pm".
const BEHIND: &[(Class, Class)] = &[
    (Class::DEICTIC, CALENDAR.union(NUMBERS).union(Class::PART).union(Class::DATE_NOUN).union(Class::DATE_START)),
    (
        NUMBERS,
        CALENDAR
            .union(NUMBERS)
            .union(Class::DEICTIC)
            .union(Class::DATE_NEXT)
            .union(Class::FRACTION)
            .union(Class::DECADE)
            .union(LARGE),
    ),
    (Class::TIME_UNIT, NUMBERS.union(Class::DATE_NEXT)),
    (
        Class::PART,
        CALENDAR
            .union(Class::DATE_START)
            .union(Class::DEICTIC)
            .union(NUMBERS)
            .union(Class::DATE_NEXT)
            .union(Class::DETERMINER),
    ),
    (Class::SEASON, Class::DEICTIC.union(Class::DATE_NEXT)),
    (
        Class::DATE_START,
        Class::TIME_UNIT.union(Class::DATE_NOUN).union(Class::ORDINAL).union(Class::DATE_START).union(Class::DATE_NEXT),
    ),
];

/// "two thousand", "nineteen hundred": years in words.
const LARGE: Class = Class::HUNDRED.union(Class::MAGNITUDE);

/// Whether the grammar can succeed at this token of a sentence.
#[inline]
pub(in crate::period) fn can_begin(sentence: Tokens<'_>, at: usize, token: Token) -> bool {
    match token.kind {
        Kind::Word => {
            let class = sentence.lexicon().class(token.word);
            class.intersects(TRIGGERS) && word_begins(sentence, at, token, class)
        }
        Kind::Digits => match token.end - token.start {
            ..=4 => digits_begin(sentence, at, token),
            // "20240625"
            length => length == 8 && matches!(sentence.text_of(token).as_bytes(), [b'1', b'9', ..] | [b'2', b'0', ..]),
        },
        Kind::Punct => {
            (token.word == APOSTROPHE || token.word == CURLED)
                && sentence.get(at + 1).is_some_and(|t| t.kind == Kind::Digits && !t.spaced() && t.end - t.start == 2)
        }
        Kind::Clitic => false,
    }
}

const APOSTROPHE: WordId = WordId::punct('\'');
const CURLED: WordId = WordId::punct('\u{2019}');

/// A word of the triggers, by what stands behind it.
fn word_begins(sentence: Tokens<'_>, at: usize, token: Token, class: Class) -> bool {
    let next = sentence.get(at + 1);
    if class.intersects(ALONE) {
        // "may" is a month without a capital only before its day.
        let verb = class.contains(Class::AUXILIARY) && !token.capital();
        return !verb || next.is_some_and(|t| t.kind != Kind::Word || sentence.entry(t).class.intersects(NUMBERS));
    }
    let stands_alone =
        class.contains(Class::DATE_START) && !class.contains(Class::DATE_NOUN) && token.end - token.start >= 3
            || class.intersects(Class::TIME_UNIT | Class::SEASON) && in_a(sentence, at);
    let Some(next) = next else {
        return stands_alone;
    };
    match next.kind {
        Kind::Digits => true,
        Kind::Clitic => stands_alone || class.contains(Class::TIME_UNIT) || class.contains(Class::DATE_START),
        Kind::Punct => {
            stands_alone
                || matches!(next.word.as_punct(), Some('-' | '\u{2013}' | '\u{2014}' | '~' | '\'' | '\u{2019}'))
                || class.contains(Class::SEASON) && next.is_punct(',')
        }
        Kind::Word => {
            let behind = sentence.lexicon().class(next.word);
            let new = class.contains(Class::DATE_START) && sentence.text_of(token).eq_ignore_ascii_case("new");
            stands_alone && !new
                || BEHIND.iter().any(|(first, second)| class.intersects(*first) && behind.intersects(*second))
        }
    }
}

/// "in a", "within a", "of the", "of" before a unit of time, "in" and "by the" before a season.
fn in_a(sentence: Tokens<'_>, at: usize) -> bool {
    let before = |n: usize| at.checked_sub(n).and_then(|i| sentence.get(i));
    let is = |n: usize, class: Class| {
        before(n).is_some_and(|t| t.kind == Kind::Word && sentence.entry(t).class.contains(class))
    };
    is(1, Class::PREPOSITION) || is(1, Class::DETERMINER) && is(2, Class::PREPOSITION)
}

/// Up to four digits, by what stands behind them: a year by itself, others before a mark that joins or a word of dates.
fn digits_begin(sentence: Tokens<'_>, at: usize, token: Token) -> bool {
    const BEHIND: Class = CALENDAR
        .union(Class::DATE_NEXT)
        .union(Class::DEICTIC)
        .union(Class::ORDINAL)
        .union(Class::DATE_START)
        .union(Class::ERA);
    let length = token.end - token.start;
    let Some(next) = sentence.get(at + 1) else {
        return length == 4;
    };
    let third = |n: usize| sentence.get(at + n).filter(|t| !t.spaced());
    match next.kind {
        Kind::Punct if next.spaced() => {
            length != 3 && matches!(next.word.as_punct(), Some('-' | '\u{2013}' | '\u{2014}' | '~')) || length == 4
        }
        Kind::Punct => match next.word.as_punct() {
            // "3.5" is a number; "3.12.2024" and "3.30 pm" go on.
            Some('.') => {
                let number = third(2).is_some_and(|t| t.kind == Kind::Digits);
                length == 4 || number && sentence.get(at + 3).is_some_and(|t| t.is_punct('.') || t.kind == Kind::Word)
            }
            // "3, 5 and 9 August"
            Some(',') if length <= 2 => sentence.get(at + 2).is_some_and(|t| t.kind == Kind::Digits),
            Some('-' | '/' | ':' | '\u{2013}' | '\u{2014}' | '~' | '\'' | '\u{2019}') => true,
            _ => length == 4,
        },
        Kind::Word => length == 4 || !next.spaced() || sentence.lexicon().class(next.word).intersects(BEHIND),
        Kind::Clitic => length.is_multiple_of(2),
        Kind::Digits => length == 4,
    }
}

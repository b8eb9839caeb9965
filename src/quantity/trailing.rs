//! The grammar of hedges behind a number or its noun: "-odd", "or so", "or more", "and over", "give or take", "at
//! most". Most of these words can also begin what follows ("200 and over 30 dogs"), so that each form says what may not
//! stand behind it.

use nom::Parser;
use nom::branch::alt;
use nom::combinator::{opt, value};
use nom::sequence::{preceded, terminated};

use super::Hedge;
use super::hedge::{LESS, MORE, lowercase};
use crate::token::{Class, Grammar, Kind, Tokens, any_of, followed_by, glued, not_followed_by, punct, word};

/// "-odd", "-plus", a glued "+", "or so", "or more", "and over", "give or take", "at least", behind the number or its
/// noun.
pub(super) fn trailing(i: Tokens<'_>) -> Grammar<'_, Hedge> {
    // Most figures are followed by a word or mark that begins none of these, and one comparison of its kind says so.
    match i.first().map(|t| t.kind) {
        Some(Kind::Punct) => alt((glued_on, set_off)).parse(i),
        Some(Kind::Word) => {
            alt((or_so, preceded(word("or"), or_beyond), preceded(word("and"), and_beyond), adverbial)).parse(i)
        }
        _ => Err(nom::Err::Error(())),
    }
}

/// "+", "-plus", "-odd", "-some", "-ish", "-or-so".
fn glued_on(i: Tokens<'_>) -> Grammar<'_, Hedge> {
    let hyphen = |i| glued(punct('-')).parse(i);
    let hyphened = |expected| preceded(hyphen, glued(word(expected)));
    let about = alt((hyphened("odd"), hyphened("something"), hyphened("some"), hyphened("ish")));
    let or_so = (hyphen, glued(word("or")), hyphen, glued(word("so")));
    alt((
        value(Hedge::AtLeast, glued(punct('+'))),
        value(Hedge::AtLeast, hyphened("plus")),
        value(Hedge::About, about),
        value(Hedge::About, or_so),
    ))
    .parse(i)
}

/// ", give or take", ", more or less" behind a comma.
fn set_off(i: Tokens<'_>) -> Grammar<'_, Hedge> {
    let more_or_less = terminated((word("more"), word("or"), word("less")), followed_by(ended));
    value(Hedge::About, preceded(glued(punct(',')), alt((give_or_take, value((), more_or_less))))).parse(i)
}

/// "or so", "or thereabouts", "give or take", "plus or minus".
fn or_so(i: Tokens<'_>) -> Grammar<'_, Hedge> {
    let so = (word("or"), any_of(&["so", "thereabouts"]));
    value(Hedge::About, alt((value((), so), give_or_take))).parse(i)
}

fn give_or_take(i: Tokens<'_>) -> Grammar<'_, ()> {
    value((), (any_of(&["give", "plus"]), word("or"), any_of(&["take", "minus"]))).parse(i)
}

/// "more", "greater", "above", "less", "below" behind "or"; "5,000 or less than 6,000" are two figures.
fn or_beyond(i: Tokens<'_>) -> Grammar<'_, Hedge> {
    let than = |i| {
        let (rest, _) = opt(word("than")).parse(i)?;
        if rest.len() < i.len() { not_followed_by(begins_number).parse(rest) } else { Ok((rest, ())) }
    };
    let more = value(Hedge::AtLeast, alt((any_of(MORE), any_of(&["above", "over", "beyond", "upwards", "up"]))));
    let less = value(Hedge::AtMost, alt((any_of(LESS), any_of(&["below", "under"]))));
    terminated(alt((more, less)), than).parse(i)
}

/// "over", "above", "up", "older", "under", "counting" behind "and", where the words behind begin nothing of their own.
fn and_beyond(i: Tokens<'_>) -> Grammar<'_, Hedge> {
    let more = any_of(&["over", "above", "up", "upwards", "upward", "beyond", "older", "higher"]);
    let less = any_of(&["under", "below", "younger", "lower"]);
    let bound = alt((value(Hedge::AtLeast, more), value(Hedge::AtMost, less)));
    alt((value(Hedge::AtLeast, word("counting")), terminated(bound, followed_by(ended)))).parse(i)
}

/// "at least", "at most", "minimum", "plus", "roughly", "upwards" behind the figure.
fn adverbial(i: Tokens<'_>) -> Grammar<'_, Hedge> {
    let at = |side| (word("at"), opt(word("the")), opt(word("very")), word(side));
    let least = alt((value((), at("least")), value((), any_of(&["minimum", "upwards", "plus"]))));
    let most = alt((value((), at("most")), value((), lowercase("max")), value((), any_of(&["maximum", "tops"]))));
    let about =
        alt((value((), any_of(&["roughly", "approximately"])), value((), (word("more"), word("or"), word("less")))));
    let side = alt((value(Hedge::AtLeast, least), value(Hedge::AtMost, most), value(Hedge::About, about)));
    terminated(side, followed_by(ended)).parse(i)
}

/// Nothing, a mark, or a word that begins no noun phrase: what stood before it belongs to the figure before.
fn ended(i: Tokens<'_>) -> Grammar<'_, ()> {
    let closed = Class::AUXILIARY | Class::CONJUNCTION | Class::SUBORDINATOR | Class::VERB | Class::REPORTING;
    let ended = i.first().is_none_or(|t| match t.kind {
        Kind::Punct => begins_number(i).is_err(),
        Kind::Word => {
            let class = i.entry(t).class;
            class.intersects(closed)
                || class.contains(Class::PREPOSITION)
                    && i.skip(1).first().is_some_and(|_| begins_number(i.skip(1)).is_err())
        }
        _ => false,
    });
    if ended { Ok((i, ())) } else { Err(nom::Err::Error(())) }
}

/// Digits, a currency sign or a number word.
fn begins_number(i: Tokens<'_>) -> Grammar<'_, ()> {
    let begins = i.first().is_some_and(|t| match t.kind {
        Kind::Digits => true,
        Kind::Word => i.entry(t).class.intersects(Class::CARDINAL | Class::HUNDRED | Class::FRACTION),
        _ => i.get(1).is_some_and(|next| next.kind == Kind::Digits && !next.spaced()),
    });
    if begins { Ok((i, ())) } else { Err(nom::Err::Error(())) }
}

/// "or equal to" behind "more than 5,000": the bound belongs to it.
pub(super) fn or_equal_to(i: Tokens<'_>) -> Grammar<'_, ()> {
    value((), (word("or"), word("equal"), word("to"), not_followed_by(begins_number))).parse(i)
}

#[cfg(test)]
mod tests {
    use crate::quantity::testing::rows;

    #[test]
    fn hedges_behind_the_figure() {
        let cases = [
            ("340 mules and counting", "340 mules and counting = 340 at_least Thing mules"),
            ("340 mules at most.", "340 mules at most = 340 at_most Thing mules"),
            ("340 mules, more or less.", "340 mules, more or less = 340 about Thing mules"),
            ("340 mules, give or take", "340 mules, give or take = 340 about Thing mules"),
            ("some 340-or-so mules", "some 340-or-so mules = 340 about Thing mules"),
            ("30-some mules", "30-some mules = 30 about Thing mules"),
            ("aged 65 and over were", "65 and over = 65 at_least Age(Year)"),
            ("340 minimum", "340 minimum = 340 at_least None"),
            ("from 340 upwards", "340 upwards = 340 at_least None"),
        ];
        for (text, expected) in cases {
            assert_eq!(rows(text), expected, "{text}");
        }
    }

    #[test]
    fn words_that_begin_what_follows() {
        let cases = [
            ("40 mules and over 30 goats", "40 mules = 40 none Thing mules ; over 30 goats = 30 more_than Thing goats"),
            ("40 mules and under the tree", "40 mules = 40 none Thing mules"),
            ("40 mules at least 30 of them", "40 mules = 40 none Thing mules ; at least 30 = 30 at_least None"),
            ("$40 plus expenses", "$40 = 40 none Money(Currency(0))"),
            ("40 mules, more or less healthy", "40 mules = 40 none Thing mules"),
        ];
        for (text, expected) in cases {
            assert_eq!(rows(text).replace('\n', " ; "), expected, "{text}");
        }
    }
}

//! Groups of digits: what parts thousands (commas, stops, spaces, apostrophes, the Indian way), and what only looks
//! like it.

use nom::Parser;
use nom::branch::alt;
use nom::combinator::verify;
use nom::sequence::preceded;

use crate::token::{Grammar, Kind, Token, Tokens, digits, glued, not_followed_by, punct};

/// How many digits a token has.
pub(super) fn size(token: Token) -> usize {
    (token.end - token.start) as usize
}

/// The groups behind the first digits, and whether the decimals stand behind a comma.
pub(super) fn grouped<'a>(i: Tokens<'a>, rest: Tokens<'a>, lead: Token) -> (Tokens<'a>, bool) {
    if size(lead) > 3 {
        return (rest, false);
    }
    if rest.first().is_some_and(|t| t.is_punct(',')) {
        return (comma_groups(rest, size(lead)), false);
    }
    let nought = i.text_of(lead).starts_with('0');
    if !nought && rest.first().is_some_and(|t| t.is_punct('.')) {
        return stop_groups(i, rest).map_or((rest, false), |rest| (rest, true));
    }
    if !nought && rest.first().is_some_and(|t| t.kind == Kind::Digits) {
        return (space_groups(i, rest, lead), false);
    }
    if !nought && let Some(rest) = apostrophe_groups(rest) {
        return (rest, false);
    }
    (rest, false)
}

/// "'345'678", as the Swiss write, and "_345_678", as programs do. "5'10" is a height, of less than three digits behind
/// its mark.
fn apostrophe_groups(i: Tokens<'_>) -> Option<Tokens<'_>> {
    let mark = i.first().and_then(|t| t.word.as_punct()).filter(|mark| matches!(mark, '\'' | '\u{2019}' | '_'))?;
    let (mut rest, mut count) = (i, 0);
    while let Ok((after, _)) = group(mark, 3)(rest) {
        (rest, count) = (after, count + 1);
    }
    (count > 0).then_some(rest)
}

/// One group of this many digits behind this mark, all glued.
fn group<'a>(mark: char, length: usize) -> impl Fn(Tokens<'a>) -> Grammar<'a, Token> {
    move |i| preceded(glued(punct(mark)), glued(verify(digits, |t: &Token| size(*t) == length))).parse(i)
}

/// ",345,678", or in the Indian way ",34,567": twos and a last three.
fn comma_groups(i: Tokens<'_>, lead: usize) -> Tokens<'_> {
    let mut rest = i;
    while let Ok((after, _)) = group(',', 2)(rest) {
        rest = after;
    }
    if lead < 3
        && rest.len() < i.len()
        && let Ok((after, _)) = group(',', 3)(rest)
        && not_followed_by(group(',', 3)).parse(after).is_ok()
    {
        return after;
    }
    let mut rest = i;
    while let Ok((after, _)) = group(',', 3)(rest) {
        rest = after;
    }
    rest
}

/// ".345.678" twice at least, or once with decimals behind a comma; an address of four small numbers is none.
fn stop_groups<'a>(i: Tokens<'a>, rest: Tokens<'a>) -> Option<Tokens<'a>> {
    let (mut end, mut count) = (rest, 0);
    while let Ok((after, _)) = group('.', 3)(end) {
        (end, count) = (after, count + 1);
    }
    let decimals = alt((group(',', 1), group(',', 2)))
        .parse(end)
        .is_ok_and(|(after, _)| not_followed_by(glued(alt((digits, punct(','))))).parse(after).is_ok());
    let read = i.read_until(&end).slice(i.block());
    let address = count == 3 && read.split('.').all(|part| part.len() == 3 && part < "256");
    (count >= 2 && !address || count == 1 && decimals).then_some(end)
}

/// " 234 567" with one white space before each: twice at least with plain spaces, once behind a no-break or thin
/// space or where the group is "000".
fn space_groups<'a>(i: Tokens<'a>, rest: Tokens<'a>, lead: Token) -> Tokens<'a> {
    let (mut end, mut last, mut count, mut certain) = (rest, lead, 0, true);
    while let Some(token) = end.first().filter(|t| t.kind == Kind::Digits && size(*t) == 3) {
        match &i.block()[last.end as usize..token.start as usize] {
            " " => certain &= i.text_of(token) == "000",
            "\u{a0}" | "\u{2009}" | "\u{202f}" | "\u{2007}" => {}
            _ => break,
        }
        (end, last, count) = (end.skip(1), token, count + 1);
    }
    let more = end.first().is_some_and(|t| t.kind == Kind::Digits);
    if count > 0 && !more && (certain || count > 1) { end } else { rest }
}

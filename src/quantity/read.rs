//! Finds the quantities of a sentence: steps from one word that can begin a number to the next, goes back over what
//! leads it, and reads forward from there with the grammar.

use std::ops::Range;

use super::Quantity;
use super::citation::citation_end;
use super::finish::finish;
use super::fraction::vulgar_parts;
use super::identifier::identifier_end;
use super::name::{is_currency_prefix, is_inside_a_name, name_end};
use super::number::BEGINS;
use super::phrase::{Before, quantity};
use super::place_mark::place_mark_end;
use super::unit::Currency;
use super::units::and_a_part;
use crate::span::Span;
use crate::token::{Class, Kind, Token, Tokens};

/// Words that can begin a number.
const TRIGGER: Class = BEGINS.union(Class::ORDINAL).union(Class::TIME_UNIT).union(Class::DECADE);

/// Words that can stand before the word that begins a number: hedges, and number words that begin none themselves.
const LEAD: Class =
    Class::HEDGE.union(Class::LEAD).union(Class::CARDINAL).union(Class::CURRENCY).union(Class::VAGUE_FEW);

/// How far before "from" a word of change is looked for.
const CHANGE_REACH: usize = 16;

/// Most tokens that can lead a number: "at least an additional US $".
const LONGEST_LEAD: usize = 7;

/// Appends the quantities of one sentence, left to right. `sentence` are its tokens; `first` is the index of the
/// first of them in the block, and `taken` are the spans that are dates already, in text order.
pub fn read_quantities(sentence: Tokens<'_>, first: u32, taken: &[Span], out: &mut Vec<Quantity>) {
    let mut at = 0;
    let mut free_from = 0;
    let mut taken = taken.iter().peekable();
    let mut failed = 0..0;
    while let Some(token) = sentence.get(at) {
        while taken.next_if(|span| span.end <= token.start).is_some() {}
        if taken.peek().is_some_and(|span| span.start <= token.start) {
            at += 1;
            free_from = at;
            continue;
        }
        let limit = taken.peek().map_or(u32::MAX, |span| span.start);
        match (starts_number(sentence, token) || is_unit_with_article(sentence, at))
            .then(|| read_at(sentence, at, free_from, first, limit, &mut failed))
            .flatten()
        {
            Some((after, Some(quantity))) => {
                out.push(quantity);
                at = after;
                free_from = after;
            }
            Some((after, None)) => {
                at = after;
                free_from = after;
            }
            None => at += 1,
        }
    }
}

/// What stands before a quantity that begins at `start`.
fn before(sentence: Tokens<'_>, start: usize) -> Before {
    let Some(token) = start.checked_sub(1).and_then(|i| sentence.get(i)) else {
        return Before { negatable: true, ..Before::default() };
    };
    let class = sentence.entry(token).class;
    let sign_follows = Class::PREPOSITION | Class::CONJUNCTION | Class::DETERMINER;
    let text = sentence.text_of(token);
    Before {
        from: text.eq_ignore_ascii_case("from") && !is_range(sentence, start),
        article: matches!(text, "a" | "an" | "A" | "An"),
        number: token.kind == Kind::Digits || class.intersects(Class::CARDINAL | Class::HUNDRED | Class::MAGNITUDE),
        negatable: token.kind == Kind::Punct || class.intersects(sign_follows) || text == "is",
    }
}

/// Words behind which "from" leads a range.
const RANGING: &[&str] = &["range", "ranges", "ranged", "ranging", "anywhere", "vary", "varies", "varied", "varying"];

/// Whether "from 30 to 45" behind these words is a range: "ranging from", "is from", ", from", and no word of change
/// before it in its sentence ("rose sharply, from 30 to 45").
fn is_range(sentence: Tokens<'_>, start: usize) -> bool {
    let at = start.checked_sub(2);
    let Some(token) = at.and_then(|i| sentence.get(i)) else {
        return true;
    };
    if RANGING.iter().any(|word| sentence.text_of(token).eq_ignore_ascii_case(word)) {
        return true;
    }
    let is = token.is_punct(',') || sentence.entry(token).class.contains(Class::AUXILIARY);
    let change = Class::RISE | Class::FALL | Class::ADDITION | Class::MULTIPLE;
    is && !(start.saturating_sub(CHANGE_REACH)..start)
        .filter_map(|i| sentence.get(i))
        .any(|t| sentence.entry(t).class.intersects(change))
}

/// "Mile" of "nearly a mile" and "a mile and a half": a unit that stands for one of it.
fn is_unit_with_article(sentence: Tokens<'_>, at: usize) -> bool {
    let is = |at: Option<usize>, test: &dyn Fn(Token) -> bool| at.and_then(|at| sentence.get(at)).is_some_and(test);
    is(Some(at), &|t| t.kind == Kind::Word && sentence.entry(t).class.contains(Class::UNIT))
        && is(at.checked_sub(1), &|t| matches!(sentence.text_of(t), "a" | "an"))
        && (at == 1 && sentence.len() == 2
            || is(at.checked_sub(2), &|t| sentence.entry(t).class.intersects(LEAD))
            || and_a_part(sentence.skip(at + 1)).is_ok())
}

fn starts_number(sentence: Tokens<'_>, token: Token) -> bool {
    match token.kind {
        Kind::Digits => true,
        Kind::Word => sentence.entry(token).class.intersects(TRIGGER),
        Kind::Punct => token.word.as_punct().is_some_and(|mark| !mark.is_ascii() && vulgar_parts(mark).is_some()),
        Kind::Clitic => false,
    }
}

/// The quantity whose number begins at `at`, read from the farthest lead that fits, and the token after it. The inner
/// `None` steps over digits that are part of a name. `failed` are the tokens from which no quantity could be read for
/// the trigger before: none can be now.
fn read_at(
    sentence: Tokens<'_>,
    at: usize,
    free_from: usize,
    first: u32,
    limit: u32,
    failed: &mut Range<usize>,
) -> Option<(usize, Option<Quantity>)> {
    let named =
        identifier_end(sentence, at).or_else(|| place_mark_end(sentence, at)).or_else(|| citation_end(sentence, at));
    if let Some(end) = named {
        return Some((end, None));
    }
    if is_inside_a_name(sentence, at) {
        return Some((name_end(sentence, at), None));
    }
    let earliest = (free_from..at).rev().take(LONGEST_LEAD).take_while(|&i| can_lead(sentence, i)).last().unwrap_or(at);
    let trigger = sentence.get(at)?;
    // A list up to `limit`: the quantity must not eat the date that follows it.
    let upto = sentence.list().partition_point(|t| t.start < limit);
    let visible = Tokens::new(sentence.block(), &sentence.list()[..upto], sentence.lexicon());
    for start in earliest..=at {
        if failed.contains(&start) {
            continue;
        }
        let Ok((rest, mut read)) = quantity(visible.skip(start), before(sentence, start)) else {
            *failed = if failed.end == start { failed.start..start + 1 } else { start..start + 1 };
            continue;
        };
        if !read.number_span.contains(trigger.span()) || read.number_span.start < sentence.get(start)?.start {
            continue;
        }
        let after = upto - rest.len();
        read.tokens = (first + start as u32, first + after as u32);
        return Some((after, finish(sentence, start, first, read)));
    }
    (trigger.kind == Kind::Digits).then(|| (name_end(sentence, at), None))
}

/// Whether a token can be part of what leads a number.
fn can_lead(sentence: Tokens<'_>, at: usize) -> bool {
    let Some(token) = sentence.get(at) else {
        return false;
    };
    match token.kind {
        Kind::Punct => token.word.as_punct().is_some_and(|mark| {
            Currency::of_sign(mark).is_some()
                || matches!(
                    mark,
                    '~' | '≈'
                        | '±'
                        | '¢'
                        | '>'
                        | '<'
                        | '='
                        | '.'
                        | '+'
                        | '-'
                        | '\u{2212}'
                        | '\u{2013}'
                        | '\u{2265}'
                        | '\u{2264}'
                )
        }),
        Kind::Word => {
            sentence.entry(token).class.intersects(LEAD.union(Class::CURRENCY_CODE))
                // "c 1,200", "over the age of 60" and "between the ages of 6 and 11".
                || matches!(sentence.text_of(token), "c" | "age" | "ages")
                || is_currency_prefix(sentence.text_of(token))
        }
        _ => false,
    }
}

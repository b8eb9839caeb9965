//! Units without a number, which stand for one or a few of themselves: "weeks", "another year", "a mile and a half".

use nom::Parser;
use nom::combinator::opt;
use rust_decimal::Decimal;

use super::number::begins_number;
use super::units::{Written, and_a_part, is_length, whole_unit};
use super::{Form, Number, Vague, VagueRow};
use crate::token::{Class, Grammar, Kind, Tokens, any_of, class, entry, word};

/// Words before a unit that stands for one of it: none of them is a number.
pub(super) const UNCOUNTED: &[&str] = &["a", "an", "all", "full", "whole", "entire", "solid"];

/// Units that name no number: "weeks of", "months-long", "year-long", "another year", "nearly a decade", "nearly a
/// mile". `hedged` and `another` say what led them.
pub(super) fn implied(i: Tokens<'_>, hedged: bool, another: bool) -> Grammar<'_, Number> {
    let one = Number::Value { value: Decimal::ONE, place: Decimal::ONE, form: Form::Whole };
    if let Ok(read) = hedged_unit(i, hedged) {
        return Ok(read);
    }
    let unit = |i| entry(Class::TIME_UNIT).map(|e| e.class.contains(Class::PLURAL)).parse(i);
    if let Ok((rest, ())) = whole_unit(i) {
        return Ok((rest, one));
    }
    let (_, (article, plural)) = (opt(any_of(&["a", "an", "the"])), unit).parse(i)?;
    let long = i.get(usize::from(article.is_some()) + 1).is_some_and(|t| t.is_punct('-') && !t.spaced())
        && i.get(usize::from(article.is_some()) + 2).is_some_and(|t| i.text_of(t) == "long");
    let rest = i.skip(usize::from(article.is_some()));
    // "These days" are now.
    let now = i.text_of(*i.list().first().ok_or(nom::Err::Error(()))?).eq_ignore_ascii_case("days")
        && Written::of(one, i, &i).follows(&["these ", "those "]);
    if now {
        return Err(nom::Err::Error(()));
    }
    // "The minutes were read", but "in the minutes after".
    if plural && article.is_none() && is_a_subject(i) {
        return Err(nom::Err::Error(()));
    }
    // "30 (thirty) days": the number stands before the bracket.
    let bracketed = Written::of(one, i, &i).before().trim_end().ends_with(')');
    if plural && article.is_none() && !bracketed && (!hedged || long) {
        return Ok((rest, Number::Vague(Vague { low: 2, high: None, row: VagueRow::Few })));
    }
    let hedged_article = article.is_some() && hedged;
    let another = another && article.is_none();
    if !plural && article.is_some_and(|t| i.text_of(t) != "the") && is_length(i, rest.skip(1)) {
        return Ok((rest, one));
    }
    if !plural && (hedged_article || another || long && article.is_none()) {
        return Ok((rest, one));
    }
    Err(nom::Err::Error(()))
}

/// "a mile" behind a hedge or before a part: "nearly a mile", "more than a tonne", "a mile and a half". "A bit" and "a
/// stone's throw" are none.
fn hedged_unit(i: Tokens<'_>, hedged: bool) -> Grammar<'_, Number> {
    let (rest, _) = any_of(&["a", "an"]).parse(i)?;
    let (after, token) = class(Class::UNIT).parse(rest)?;
    let idiom = matches!(i.text_of(token), "bit" | "bits" | "stone" | "knot" | "cup")
        || after.first().is_some_and(|t| t.kind == Kind::Clitic);
    let one = Number::Value { value: Decimal::ONE, place: Decimal::ONE, form: Form::Whole };
    // A line of nothing else, as lists and tables have it.
    let line = after.is_empty() && Written::of(one, i, &i).before().is_empty();
    let more = and_a_part(after).is_ok();
    if !hedged && !line && !more || idiom { Err(nom::Err::Error(())) } else { Ok((rest, one)) }
}

/// Whether "the" without a preposition stands before a unit of time in the plural.
fn is_a_subject(i: Tokens<'_>) -> bool {
    let one = Number::Share { value: Decimal::ONE };
    let mut before = Written::of(one, i, &i).before().split_whitespace().rev();
    let led = |word: &str| i.lexicon().class(i.lexicon().id(&word.to_lowercase())).contains(Class::PREPOSITION);
    before.next().is_some_and(|word| word.eq_ignore_ascii_case("the")) && !before.next().is_some_and(led)
}

/// "or two" behind "a week": one or two of it.
pub(super) fn or_two(i: Tokens<'_>, number: Number) -> Option<(Tokens<'_>, Number)> {
    let (rest, _) = (word("or"), word("two")).parse(i).ok()?;
    let ends = rest.first().is_none_or(|t| if t.kind == Kind::Punct { !t.is_punct('-') } else { !begins_number(rest) });
    let range = Number::Range { low: Decimal::ONE, high: Decimal::TWO, place: Decimal::ONE };
    (ends && number.value() == Some(Decimal::ONE)).then_some((rest, range))
}

//! Ages: "34-year-old", "three months of age", "aged 12", "Jane Roe, 34,", "turned 50", "18 and over", "in her 30s".

use nom::Parser;
use nom::branch::alt;
use nom::combinator::{opt, value};
use rust_decimal::Decimal;

use super::measure::ends_phrase;
use super::{Written, of};
use crate::period::{TimeUnit, is_of_a_life};
use crate::quantity::tail::Tail;
use crate::quantity::words::hyphen;
use crate::quantity::{Form, Hedge, Number, Quantity, Unit};
use crate::token::{Class, Grammar, Kind, Token, Tokens, any_of, class, entry, glued, not_followed_by, punct, word};

/// "years old", "-year-old", "months of age", "yo", "y/o", "age group": the unit of an age.
pub(super) fn age(i: Tokens<'_>) -> Grammar<'_, TimeUnit> {
    let unit = |i| class(Class::TIME_UNIT).parse(i);
    let old = (opt(hyphen), unit, opt(hyphen), any_of(&["old", "olds"])).map(|(_, unit, ..)| Some(unit));
    let of_age = (unit, word("of"), word("age")).map(|(unit, ..)| Some(unit));
    let of_a_group = (word("age"), any_of(&["group", "groups", "bracket", "brackets", "range", "band"]));
    let short =
        alt((any_of(&["yo", "y.o."]).map(|_| ()), (word("y"), glued(punct('/')), glued(word("o"))).map(|_| ())));
    let (rest, token) = alt((old, of_age, short.map(|()| None), of_a_group.map(|_| None))).parse(i)?;
    let unit = token.map_or(Some(TimeUnit::Year), |token| TimeUnit::from_lexicon(i.entry(token).time));
    unit.map_or(Err(nom::Err::Error(())), |unit| Ok((rest, unit)))
}

/// Whether the words before a number make it an age: "aged 12", "at the age of 12", "children ages 6 to 11", and where
/// its phrase ends "turned 50", "died at 81", "she was 19", "9" of "aged 6 and 9".
pub(in crate::quantity) fn is_aged(i: Tokens<'_>, written: &Written<'_>) -> bool {
    const NAMED: &[&str] = &["aged ", "age ", "ages ", "age of ", "ages of "];
    const REACHED: &[&str] = &[
        "turned ",
        "turn ",
        "turns ",
        "turning ",
        "died at ",
        "dies at ",
        "dead at ",
        "retired at ",
        "retire at ",
        "retires at ",
        "married at ",
        "widowed at ",
        "orphaned at ",
    ];
    const IS: &[&str] = &["he was ", "she was ", "he is ", "she is ", "who was ", "who is ", "he's ", "she's "];
    const LEVEL: &[&str] = &["age is ", "age was ", "ages were ", "ages are ", "younger than ", "older than "];
    const OF: &[&str] = &["boy of ", "girl of ", "man of ", "woman of ", "child of ", "lad of "];
    if !is_possible_age(written) {
        return false;
    }
    let stops = i.first().is_none_or(|t| t.kind == Kind::Punct && !t.is_punct('-') && !t.is_punct('%'));
    let ends = stops || ends_phrase(i);
    written.follows(NAMED)
        || ends && is_hedged_age(i, written)
        || written.opens("between the ages of ")
        || written.opens("between ages ")
        || ends && (written.follows(REACHED) || written.follows(OF) || written.follows(LEVEL))
        || (stops || word("when")(i).is_ok()) && written.follows(IS)
        || ends && (is_bound_of_people(i, written) || is_in_a_list_of_ages(i, written))
}

/// "aged just " before "15", "aged at least " before "65".
fn is_hedged_age(i: Tokens<'_>, written: &Written<'_>) -> bool {
    if !written.before().contains("aged ") {
        return false;
    }
    let hedges =
        |word: &&str| i.lexicon().class(i.lexicon().id(&word.to_lowercase())).intersects(Class::HEDGE | Class::ADVERB);
    let mut words = written.before().split_whitespace().rev();
    words.by_ref().take(2).find(|word| !hedges(word)).or_else(|| words.next()) == Some("aged")
}

/// "aged 6, 9 and " before "11": one of several ages behind their word.
fn is_in_a_list_of_ages(i: Tokens<'_>, written: &Written<'_>) -> bool {
    let is_number = |word: &str| {
        word.bytes().all(|b| b.is_ascii_digit())
            || i.lexicon().class(i.lexicon().id(&word.to_lowercase())).contains(Class::CARDINAL)
    };
    let mut words = written.before().split_whitespace().rev();
    let mut ages = 0;
    while let Some(word) = words.next() {
        let joint = matches!(word, "and" | "or");
        let age = if joint { words.next().unwrap_or("") } else { word };
        if ages > 0 && matches!(word, "aged" | "ages") {
            return true;
        }
        if !(joint || word.ends_with(',')) || !is_number(age.trim_end_matches(',')) {
            return false;
        }
        ages += 1;
    }
    false
}

/// "children under " before "five", "she was over " before "60".
fn is_bound_of_people(i: Tokens<'_>, written: &Written<'_>) -> bool {
    const WERE: &[&str] =
        &["he was", "she was", "he is", "she is", "who was", "who is", "who are", "who were", "those"];
    let before = written.before();
    let before = [" over ", " under ", " above ", " below ", " nearly ", " almost ", " about ", " just ", " only "]
        .iter()
        .find_map(|bound| before.strip_suffix(bound));
    before.is_some_and(|before| {
        let last = before.split_whitespace().next_back().unwrap_or("");
        i.lexicon().class(i.lexicon().id(&last.to_lowercase())).contains(Class::PERSON)
            || WERE.iter().any(|were| before.to_lowercase().ends_with(were))
    })
}

/// A whole number of years that a person has reached.
fn is_possible_age(written: &Written<'_>) -> bool {
    match written.number {
        Number::Value { value, form: Form::Whole, .. } => value <= Decimal::from(OLDEST),
        Number::Range { high, .. } => high <= Decimal::from(OLDEST),
        _ => false,
    }
}

/// "and over", "or older", "and under" behind an age: of "adults 18 and over", "those 75 or older". "Over" and "under"
/// need people before the number, "older" and "younger" are said of nothing else.
pub(in crate::quantity) fn bounded_age<'a>(i: Tokens<'a>, written: &Written<'a>) -> Grammar<'a, Hedge> {
    const PEOPLE: &[&str] = &["those ", "anyone ", "everyone ", "all ", "aged ", "age ", "ages ", "anybody "];
    let (start, _) = any_of(&["and", "or"]).parse(i)?;
    let older = value(Hedge::AtLeast, any_of(&["older", "over", "above", "up"]));
    let younger = value(Hedge::AtMost, any_of(&["younger", "under", "below"]));
    let (rest, hedge) = alt((older, younger)).parse(start)?;
    not_followed_by(any_of(&["than", "the", "a", "to"])).parse(rest)?;
    let of_age = any_of(&["older", "younger"]).parse(start).is_ok();
    let people = || {
        let last = written.before().split_whitespace().next_back().unwrap_or("");
        i.lexicon().class(i.lexicon().id(&last.to_lowercase())).contains(Class::PERSON)
    };
    if is_possible_age(written) && (of_age || written.follows(PEOPLE) || people()) {
        Ok((rest, hedge))
    } else {
        Err(nom::Err::Error(()))
    }
}

/// "s" of "under-18s" and "over 65s".
pub(super) fn age_group<'a>(i: Tokens<'a>, written: &Written<'a>) -> Grammar<'a, Tail> {
    let named = written.follows(&["under ", "Under ", "over ", "Over ", "under-", "Under-", "over-", "Over-"]);
    let (rest, _) = glued(word("s")).parse(i)?;
    if named && is_possible_age(written) { Ok((rest, of(Unit::Age(TimeUnit::Year)))) } else { Err(nom::Err::Error(())) }
}

/// "s" of "in her 30s", "his late 40s", "their mid-50s": ten years of age, with their first and last.
pub(super) fn decade_of_life<'a>(i: Tokens<'a>, written: &Written<'a>) -> Grammar<'a, Tail> {
    let (rest, _) = glued(word("s")).parse(i)?;
    let low = written.value().filter(|value| {
        let tens = (*value % Decimal::TEN).is_zero() && !value.is_zero();
        // "in their 40s and 50s": both of the same lives.
        let before = written.before();
        let first = before.strip_suffix("s and ").or(before.strip_suffix("s or ")).unwrap_or(before);
        let first = first.trim_end_matches(|c: char| c.is_ascii_digit());
        tens && written.digits() && is_possible_age(written) && is_of_a_life(first)
    });
    let low = low.ok_or(nom::Err::Error(()))?;
    Ok((rest, Tail { number: Some(ten_years_from(low)), ..of(Unit::Age(TimeUnit::Year)) }))
}

/// "fifties" of "in her fifties", "his late thirties".
pub(in crate::quantity) fn decade_of_life_in_words(i: Tokens<'_>) -> Grammar<'_, Quantity> {
    let (rest, decade) = entry(Class::DECADE).parse(i)?;
    let number = ten_years_from(Decimal::from(decade.number));
    if decade.number < 20 || !is_of_a_life(Written::of(number, i, &rest).before()) {
        return Err(nom::Err::Error(()));
    }
    Ok((rest, in_words(i, i, rest, number, Hedge::Between)))
}

/// "under-fives", "the over-sixties".
pub(in crate::quantity) fn age_group_in_words(i: Tokens<'_>) -> Grammar<'_, Quantity> {
    let under = value(Hedge::LessThan, word("under"));
    let over = value(Hedge::MoreThan, word("over"));
    let (start, (hedge, ())) = (alt((under, over)), glued(hyphen)).parse(i)?;
    let (rest, age) = glued(entry(Class::DECADE)).parse(start)?;
    let number = Number::Value { value: Decimal::from(age.number), place: Decimal::ONE, form: Form::Whole };
    Ok((rest, in_words(i, start, rest, number, hedge)))
}

fn in_words(i: Tokens<'_>, number_start: Tokens<'_>, rest: Tokens<'_>, number: Number, hedge: Hedge) -> Quantity {
    Quantity {
        span: i.read_until(&rest),
        number_span: number_start.read_until(&rest),
        tokens: (0, 0),
        number,
        hedge,
        unit: Unit::Age(TimeUnit::Year),
        noun: None,
        change: None,
        total: false,
        additional: false,
    }
}

fn ten_years_from(low: Decimal) -> Number {
    Number::Range { low, high: low.saturating_add(Decimal::from(9)), place: Decimal::ONE }
}

/// "34" of "Jane Roe, 34, said": the age of a person, behind a name of two words and a comma.
pub(in crate::quantity) fn is_age_of_a_name(i: Tokens<'_>, written: &Written<'_>) -> bool {
    let digits = written.digits() && matches!(written.number, Number::Value { form: Form::Whole, .. });
    let possible = written.value().is_some_and(|age| age > Decimal::ZERO && age < Decimal::from(OLDEST));
    let ends = |t: Token| t.kind == Kind::Punct && matches!(t.word.as_punct(), Some(',' | ';' | '.' | ')'));
    let comma = i.first().is_some_and(|t| ends(t) && !t.spaced());
    // "Smith, 34, 35 and 36" are no ages, nor is "Smith, 2, 1".
    let list = i.get(1).is_some_and(|t| t.kind == Kind::Digits);
    if !(digits && possible && comma && !list) {
        return false;
    }
    let Some(name) = written.before().strip_suffix(", ") else {
        return false;
    };
    let is_name = |word: &str| {
        let word = word.trim_start_matches(['(', '"', '\u{201c}']);
        word.starts_with(char::is_uppercase) && word.chars().skip(1).any(char::is_lowercase)
    };
    let dated = |word: &str| {
        let class = i.lexicon().class(i.lexicon().id(&word.to_lowercase()));
        class.intersects(Class::MONTH | Class::WEEKDAY | Class::LABEL)
    };
    let mut words = name.rsplit(' ');
    match (words.next(), words.next()) {
        (Some(last), Some(first)) => is_name(last) && is_name(first) && !dated(last) && !dated(first),
        _ => false,
    }
}

/// No person has been older.
const OLDEST: u32 = 125;

#[cfg(test)]
mod tests;

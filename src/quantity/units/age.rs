//! Ages: "34-year-old", "three months of age", "aged 12", "Jane Roe, 34,".

use nom::Parser;
use nom::branch::alt;
use nom::combinator::opt;
use rust_decimal::Decimal;

use super::Written;
use crate::period::TimeUnit;
use crate::quantity::{Form, Number};
use crate::token::{Class, Grammar, Kind, Token, Tokens, any_of, class, glued, punct, word};

/// "years old", "-year-old", "months of age", "yo", "y/o": the unit of an age.
pub(super) fn age(i: Tokens<'_>) -> Grammar<'_, TimeUnit> {
    let unit = |i| class(Class::TIME_UNIT).parse(i);
    let hyphen = |i| opt(glued(punct('-'))).parse(i);
    let old = (hyphen, unit, hyphen, any_of(&["old", "olds"])).map(|(_, unit, ..)| Some(unit));
    let of_age = (unit, word("of"), word("age")).map(|(unit, ..)| Some(unit));
    let short =
        alt((any_of(&["yo", "y.o."]).map(|_| ()), (word("y"), glued(punct('/')), glued(word("o"))).map(|_| ())));
    let (rest, token) = alt((old, of_age, short.map(|()| None))).parse(i)?;
    let unit = token.map_or(Some(TimeUnit::Year), |token| TimeUnit::from_lexicon(i.entry(token).time));
    unit.map_or(Err(nom::Err::Error(())), |unit| Ok((rest, unit)))
}

/// Whether the words before a number make it an age: "aged 12", "at the age of 12", "children ages 6 to 11".
pub(in crate::quantity) fn is_aged(written: &Written<'_>) -> bool {
    let named = written.follows(&["aged ", "age ", "ages ", "age of ", "ages of "]);
    let possible = match written.number {
        Number::Value { value, form: Form::Whole, .. } => value <= Decimal::from(OLDEST),
        Number::Range { high, .. } => high <= Decimal::from(OLDEST),
        _ => false,
    };
    named && possible
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
mod tests {
    use crate::quantity::testing::rows;

    #[test]
    fn ages() {
        insta::assert_snapshot!(rows("a six-month-old girl and a 94-year-old"), @"
        six-month-old = 6 none Age(Month)
        94-year-old = 94 none Age(Year)
        ");
        insta::assert_snapshot!(rows("two boys aged 9 and 11 and a 40 yo man"), @"
        two boys = 2 none Person boys
        9 = 9 none Age(Year)
        11 = 11 none None
        40 yo = 40 none Age(Year)
        ");
        insta::assert_snapshot!(rows("died at the age of 81"), @"81 = 81 none Age(Year)");
        insta::assert_snapshot!(rows("children aged 12 to 17"), @"12 to 17 = [12, 17] between Age(Year)");
        insta::assert_snapshot!(rows("Ana Ruiz, 34, and Ben Cole, 41, of Leeds"), @"
        34 = 34 none Age(Year)
        41 = 41 none Age(Year)
        ");
        insta::assert_snapshot!(rows("Ana Ruiz, 34; Ben Cole, 41. On Good Friday, 5, it rained in Leeds, 7"), @"
        34 = 34 none Age(Year)
        41 = 41 none Age(Year)
        5 = 5 none None
        7 = 7 none None
        ");
        insta::assert_snapshot!(rows("until three years of age"), @"three years of age = 3 none Age(Year)");
    }
}

//! Vague counts: "dozens", "tens of thousands", "several hundred", "a few thousand", "a couple", "a handful".

use nom::Parser;
use nom::branch::alt;
use nom::combinator::{map_opt, opt, value};
use nom::sequence::{preceded, terminated};

use super::number::plural_magnitude;
use super::{Number, Vague, VagueRow};
use crate::token::{Class, Grammar, Token, Tokens, any_of, class, entry, word};

/// Any vague count. The longer ones come first: "tens of thousands" begins like "tens", "several hundred" like
/// "several".
pub(super) fn vague(i: Tokens<'_>) -> Grammar<'_, Number> {
    alt((vague_of_vague, few_magnitudes, vague_plural, vague_few)).map(Number::Vague).parse(i)
}

fn row_of(low: i64) -> VagueRow {
    if low >= 2000 { VagueRow::Thousands } else { VagueRow::Many }
}

/// "tens of thousands", "hundreds of thousands", "hundreds of millions".
fn vague_of_vague(i: Tokens<'_>) -> Grammar<'_, Vague> {
    let tens = alt((value(10i64, word("tens")), value(100, word("hundreds")), value(1000, word("thousands"))));
    map_opt((tens, word("of"), entry(Class::VAGUE_PLURAL)), |(factor, _, e)| {
        let low = i64::from(e.number).checked_mul(factor)?;
        // "millions" and above have no top; "thousands" end below the next word.
        let top = low.checked_mul(5)?.checked_sub(i64::from(e.number) / 2000)?;
        let high = (e.number < 2_000_000 || factor < 1000).then_some(top);
        Some(Vague { low, high, row: row_of(low) })
    })
    .parse(i)
}

/// "several hundred", "a few dozen", "several millions", "a few hundred thousand": the few times the magnitude.
fn few_magnitudes(i: Tokens<'_>) -> Grammar<'_, Vague> {
    let count = alt((
        value((3i64, 9i64), word("several")),
        value((2, 5), (opt(word("a")), word("few"))),
        value((2, 3), (word("a"), word("couple"), opt(word("of")))),
    ));
    let magnitude = alt((
        value(12i64, class(Class::DOZEN)),
        value(100, class(Class::HUNDRED)),
        map_opt(entry(Class::MAGNITUDE), |e| 10i64.checked_pow(e.number)),
        map_opt(plural_magnitude, |power| 10i64.checked_pow(power)),
    ));
    let further = opt(map_opt(entry(Class::MAGNITUDE), |e| 10i64.checked_pow(e.number)));
    map_opt((count, magnitude, further), |((low, high), unit, further)| {
        let unit = unit.checked_mul(further.unwrap_or(1))?;
        let (low, high) = (unit.checked_mul(low)?, unit.checked_mul(high)?);
        Some(Vague { low, high: Some(high), row: if low >= 1000 { VagueRow::Thousands } else { VagueRow::Many } })
    })
    .parse(i)
}

/// "dozens", "scores", "hundreds", "thousands", "millions".
fn vague_plural(i: Tokens<'_>) -> Grammar<'_, Vague> {
    terminated(entry(Class::VAGUE_PLURAL), opt(said_again))
        .map(|e| {
            let low = i64::from(e.number);
            let high = match low {
                20 | 24 => Some(99),
                40 => Some(199),
                200 => Some(999),
                2000 => Some(9999),
                2_000_000 => Some(999_000_000),
                _ => None,
            };
            Vague { low, high, row: row_of(low) }
        })
        .parse(i)
}

/// "and hundreds" behind "hundreds", "upon thousands": says no more.
fn said_again(i: Tokens<'_>) -> Grammar<'_, Token> {
    let again = any_of(&["dozens", "scores", "hundreds", "thousands", "millions", "billions"]);
    preceded(any_of(&["and", "upon", "on"]), again).parse(i)
}

/// "a couple (of)", "a few", "several", "a handful of".
fn vague_few(i: Tokens<'_>) -> Grammar<'_, Vague> {
    let couple = value((2, 2, VagueRow::Couple), (word("a"), word("couple"), opt(word("of"))));
    let few = value((3, 5, VagueRow::Few), (word("a"), any_of(&["few", "handful"])));
    let several = value((3, 9, VagueRow::Several), word("several"));
    alt((couple, few, several)).map(|(low, high, row)| Vague { low, high: Some(high), row }).parse(i)
}

#[cfg(test)]
mod tests {
    use crate::quantity::testing::rows;

    #[test]
    fn vague_counts() {
        let cases = [
            ("a few hundred thousand goats", "a few hundred thousand goats = [200000, 500000] vague Thing goats"),
            ("several millions of goats", "several millions of goats = [3000000, 9000000] vague Thing goats"),
            ("a couple of hundred goats", "a couple of hundred goats = [200, 300] vague Thing goats"),
            ("hundreds and hundreds of goats", "hundreds and hundreds of goats = [200, 999] vague Thing goats"),
            ("thousands upon thousands of goats", "thousands upon thousands of goats = [2000, 9999] vague Thing goats"),
        ];
        for (text, expected) in cases {
            assert_eq!(rows(text).replace('\n', " ; "), expected, "{text}");
        }
    }
}

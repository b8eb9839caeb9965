//! The grammar of ranges: "30-50", "between 20 and 30", "$10-12 million", "a quarter to a third", "more than 30 but fewer
//! than 40".

use nom::Parser;
use nom::branch::alt;
use nom::combinator::{map_opt, opt, value};
use nom::sequence::terminated;
use rust_decimal::Decimal;

use super::fraction::share;
use super::hedge::bound;
use super::name::is_part_of_a_name;
use super::number::{Plain, plain};
use super::tail::unit_is_glued;
use super::units::{currency_prefix, percent};
use super::{Form, Hedge, Number};
use crate::token::{Class, Grammar, Token, Tokens, any_of, class, followed_by, glued, punct, word};

/// Below this, two numbers with a spaced hyphen between them are more often a score than a range.
const LEAST_SPACED: Decimal = Decimal::ONE_HUNDRED;

/// "30-50", "between 20 and 30", "10 to 12 million", "$10-12 million", "20 through 100", "1,000 - 5,000".
pub(super) fn range(i: Tokens<'_>) -> Grammar<'_, Number> {
    let (rest, (low, high, between)) = alt((between, percents, dashed)).parse(i)?;
    let low = shared_magnitude(low, high);
    if looks_like_a_phone_number(i.read_until(&rest).slice(i.block())) {
        return Err(nom::Err::Error(()));
    }
    if !between && low.value >= high.value || is_part_of_a_name(rest) && !unit_is_glued(rest) {
        return Err(nom::Err::Error(()));
    }
    Ok((rest, of(low, high)))
}

fn of(low: Plain, high: Plain) -> Number {
    Number::Range { low: low.value, high: high.value, place: low.place.max(high.place) }
}

/// "between 20 and 30", "between a third and a half".
fn between(i: Tokens<'_>) -> Grammar<'_, (Plain, Plain, bool)> {
    let half = value(share_plain(Decimal::new(5, 1)), terminated(word("half"), followed_by(word("and"))));
    let low = alt((half, end));
    (word("between"), opt(currency_prefix), low, opt(percent), word("and"), opt(currency_prefix), end)
        .map(|(_, _, low, _, _, _, high)| (low, high, true))
        .parse(i)
}

/// "30%-50%", "30 percent to 50 percent".
fn percents(i: Tokens<'_>) -> Grammar<'_, (Plain, Plain, bool)> {
    (plain, percent, joint, plain, followed_by(percent)).map(|(low, (), _, high, ())| (low, high, false)).parse(i)
}

/// "30-50", "30 to 50", "£10m to £12m", "1,000 - 5,000".
fn dashed(i: Tokens<'_>) -> Grammar<'_, (Plain, Plain, bool)> {
    map_opt((end, joint, opt(currency_prefix), end), |(low, loose, _, high)| {
        (!loose || low.value >= LEAST_SPACED).then_some((low, high, false))
    })
    .parse(i)
}

/// A glued hyphen or dash, "to", "through", "- to" of "8- to 16-metre", "-to-"; true for a hyphen between spaces.
fn joint(i: Tokens<'_>) -> Grammar<'_, bool> {
    let spaced = i.first().is_some_and(Token::spaced) && i.get(1).is_some_and(Token::spaced);
    let hyphen = |i| if spaced { value(true, punct('-')).parse(i) } else { Err(nom::Err::Error(())) };
    let suspended = (glued(punct('-')), word("to"), opt(glued(punct('-'))));
    alt((
        value(false, suspended),
        value(false, glued(alt((punct('-'), punct('\u{2013}'))))),
        value(false, punct('\u{2013}')),
        hyphen,
        value(false, any_of(&["to", "through"])),
    ))
    .parse(i)
}

/// One end of a range: a share or a plain number.
fn end(i: Tokens<'_>) -> Grammar<'_, Plain> {
    let share = map_opt(share, |number| match number {
        Number::Share { value } => Some(share_plain(value)),
        _ => None,
    });
    alt((share, plain)).parse(i)
}

fn share_plain(value: Decimal) -> Plain {
    Plain { value, place: Decimal::new(1, 2), form: Form::Decimals }
}

/// "more than 30 but fewer than 40", "no more than 50 and no less than 20": two bounds that close a range.
pub(super) fn two_bounds(i: Tokens<'_>) -> Grammar<'_, Number> {
    let and = any_of(&["and", "but"]);
    let noun = opt(class(Class::PERSON));
    map_opt(
        (bound, opt(currency_prefix), end, opt(percent), noun, and, bound, opt(currency_prefix), end),
        |(first, _, one, _, _, _, second, _, other)| {
            let (low, high) = match (is_lower(first)?, is_lower(second)?) {
                (true, false) => (shared_magnitude(one, other), other),
                (false, true) => (other, one),
                _ => return None,
            };
            (low.value < high.value).then(|| of(low, high))
        },
    )
    .parse(i)
}

/// Whether a hedge bounds from below; none where it bounds on neither side.
fn is_lower(hedge: Hedge) -> Option<bool> {
    match hedge {
        Hedge::MoreThan | Hedge::AtLeast | Hedge::JustOver => Some(true),
        Hedge::LessThan | Hedge::AtMost | Hedge::UpTo | Hedge::JustUnder => Some(false),
        _ => None,
    }
}

/// "555-1234": three digits and four.
fn looks_like_a_phone_number(written: &str) -> bool {
    let digits =
        |part: &str, count| part.len() == count && part.bytes().all(|b| b.is_ascii_digit()) && !part.ends_with('0');
    written.split_once('-').is_some_and(|(low, high)| digits(low, 3) && digits(high, 4))
}

/// The magnitude of "$10-12 million" applies to both ends.
fn shared_magnitude(low: Plain, high: Plain) -> Plain {
    if low.form == Form::Magnitude || high.form != Form::Magnitude {
        return low;
    }
    let factor =
        [12u32, 9, 6, 3].into_iter().map(|power| Decimal::from(10u64.pow(power))).find(|factor| high.value >= *factor);
    match factor.and_then(|factor| Some((low.value.checked_mul(factor)?, low.place.checked_mul(factor)?))) {
        Some((value, place)) if value < high.value => Plain { value, place, form: Form::Magnitude },
        _ => low,
    }
}

//! The grammar of ranges: "30-50", "between 20 and 30", "$10-12 million".

use nom::Parser;
use nom::branch::alt;
use nom::combinator::opt;
use rust_decimal::Decimal;

use super::name::is_part_of_a_name;
use super::number::{Plain, plain};
use super::tail::unit_is_glued;
use super::units::{currency_prefix, percent};
use super::{Form, Number};
use crate::token::{Grammar, Tokens, followed_by, glued, punct, word};

/// "30-50", "between 20 and 30", "10 to 12 million", "$10-12 million".
pub(super) fn range(i: Tokens<'_>) -> Grammar<'_, Number> {
    let and = (word("between"), opt(currency_prefix), plain, opt(percent), word("and"), opt(currency_prefix), plain)
        .map(|(_, _, low, _, _, _, high)| (low, high, true));
    let dash = |i| {
        let glued_dash = glued(alt((punct('-'), punct('\u{2013}'))));
        alt((glued_dash.map(|_| ()), punct('\u{2013}').map(|_| ()), word("to").map(|_| ()))).parse(i)
    };
    let percents =
        (plain, percent, dash, plain, followed_by(percent)).map(|(low, (), (), high, ())| (low, high, false));
    let dashed = (plain, dash, opt(currency_prefix), plain).map(|(low, (), _, high)| (low, high, false));
    let (rest, (low, high, between)) = alt((and, percents, dashed)).parse(i)?;
    let low = shared_magnitude(low, high);
    if looks_like_a_phone_number(i.read_until(&rest).slice(i.block())) {
        return Err(nom::Err::Error(()));
    }
    if !between && low.value >= high.value || is_part_of_a_name(rest) && !unit_is_glued(rest) {
        return Err(nom::Err::Error(()));
    }
    Ok((rest, Number::Range { low: low.value, high: high.value, place: low.place.max(high.place) }))
}

/// "555-1234": three digits and four.
pub(super) fn looks_like_a_phone_number(written: &str) -> bool {
    let digits =
        |part: &str, count| part.len() == count && part.bytes().all(|b| b.is_ascii_digit()) && !part.ends_with('0');
    written.split_once('-').is_some_and(|(low, high)| digits(low, 3) && digits(high, 4))
}

/// The magnitude of "$10-12 million" applies to both ends.
pub(super) fn shared_magnitude(low: Plain, high: Plain) -> Plain {
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

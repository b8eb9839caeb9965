//! The grammar of ranges: "30-50", "between 20 and 30", "$10-12 million", "a quarter to a third", "more than 30 but
//! fewer than 40".

use nom::Parser;
use nom::branch::alt;
use nom::combinator::{map_opt, opt, value};
use nom::sequence::{preceded, terminated};
use rust_decimal::Decimal;

use super::digits::bare_number;
use super::fraction::share;
use super::hedge::{bound, lead};
use super::measured_range::changes;
use super::name::is_part_of_a_name;
use super::number::{Plain, begins_number, plain};
use super::tail::unit_is_glued;
use super::unit::Currency;
use super::units::{currency_prefix, percent};
use super::{Form, Hedge, Number};
use crate::token::{Class, Grammar, Kind, Token, Tokens, any_of, class, followed_by, glued, punct, word};

/// Below this, two numbers with a spaced hyphen between them are more often a score than a range.
const LEAST_SPACED: Decimal = Decimal::ONE_HUNDRED;

/// "30-50", "between 20 and 30", "10 to 12 million", "$10-12 million", "20 through 100", "1,000 - 5,000".
///
/// "Between £5 and £10" names its currency inside; elsewhere it stands before the range and is the caller's.
pub(super) fn range(i: Tokens<'_>) -> Grammar<'_, (Number, Option<Currency>)> {
    if let Ok((rest, (low, high, currency))) = between(i) {
        let low = shared_hundred(last_class(i, rest), low, high);
        if is_part_of_a_name(rest) && !unit_is_glued(rest) {
            return Err(nom::Err::Error(()));
        }
        return Ok((rest, (of(elided_thousands(shared_magnitude(low, high), high), high), currency)));
    }
    let (rest, (low, high)) = percents_or_dashed(i)?;
    let low = elided_thousands(shared_magnitude(low, high), high);
    let written = i.read_until(&rest).slice(i.block());
    if looks_like_a_phone_number(written) || mixes_digits_and_name(written) {
        return Err(nom::Err::Error(()));
    }
    if low.value >= high.value || is_part_of_a_name(rest) && !unit_is_glued(rest) || goes_on_as_a_name(rest) {
        return Err(nom::Err::Error(()));
    }
    Ok((rest, (of(low, high), None)))
}

/// "7-Eleven": digits and a capitalised word.
fn mixes_digits_and_name(written: &str) -> bool {
    written.split_once('-').is_some_and(|(low, high)| {
        let mut letters = high.chars();
        low.ends_with(|c: char| c.is_ascii_digit())
            && letters.next().is_some_and(char::is_uppercase)
            && letters.next().is_some_and(char::is_lowercase)
    })
}

/// "-FLOWERS" behind "1-800".
fn goes_on_as_a_name(i: Tokens<'_>) -> bool {
    i.first().is_some_and(|t| t.is_punct('-') && !t.spaced())
        && i.get(1).is_some_and(|t| t.kind == Kind::Word && t.capital() && !t.spaced() && !unit_is_glued(i))
}

fn of(low: Plain, high: Plain) -> Number {
    Number::Range { low: low.value, high: high.value, place: low.place.max(high.place) }
}

/// "between 20 and 30", "between a third and a half".
fn between(i: Tokens<'_>) -> Grammar<'_, (Plain, Plain, Option<Currency>)> {
    let half = value(share_plain(Decimal::new(5, 1)), terminated(word("half"), followed_by(word("and"))));
    let low = alt((half, end));
    let and = alt((word("and"), word("to")));
    let noun = opt(class(Class::PERSON));
    let ages = opt((opt(word("the")), word("ages"), opt(word("of"))));
    (
        terminated(word("between"), ages),
        opt(currency_prefix),
        low,
        opt(percent),
        noun,
        and,
        opt(lead),
        opt(currency_prefix),
        end,
    )
        .map(|(_, first, low, _, _, _, _, second, high)| (low, high, first.or(second)))
        .parse(i)
}

/// A range whose first end is read once for both ways in which it can go on.
fn percents_or_dashed(i: Tokens<'_>) -> Grammar<'_, (Plain, Plain)> {
    let (rest, low) = end(i)?;
    if let Ok((rest, width)) = tolerance(rest) {
        return match (low.value.checked_sub(width.value), low.value.checked_add(width.value)) {
            (Some(from), Some(to)) => Ok((rest, (Plain { value: from, ..width }, Plain { value: to, ..low }))),
            _ => Err(nom::Err::Error(())),
        };
    }
    // "Rose $2 to $84": by how much, and to what.
    let level = (word("to"), currency_prefix).parse(rest).is_ok() && changes(i);
    if level {
        return Err(nom::Err::Error(()));
    }
    alt((percents.map(|high| (low, high)), |i| dashed(i, low))).parse(rest)
}

/// "± 0.2", "+/- 0.2", "plus or minus 2" behind a number: how far it may be off.
pub(super) fn tolerance(i: Tokens<'_>) -> Grammar<'_, Plain> {
    let slashed = (punct('+'), glued(punct('/')), glued(alt((punct('-'), punct('\u{2212}')))));
    let mark = alt((
        value((), punct('±')),
        value((), slashed),
        value((), (punct('+'), glued(punct('-')))),
        value((), (word("plus"), word("or"), word("minus"))),
    ));
    preceded(mark, plain).parse(i)
}

/// "30%-50%", "30 percent to 50 percent": what stands behind the first number.
fn percents(i: Tokens<'_>) -> Grammar<'_, Plain> {
    (percent, joint, plain, followed_by(percent)).map(|((), _, high, ())| high).parse(i)
}

/// "30-50", "30 to 50", "£10m to £12m", "1,000 - 5,000", "two or three": what stands behind the first end.
fn dashed(i: Tokens<'_>, low: Plain) -> Grammar<'_, (Plain, Plain)> {
    let (rest, (joint, _, high)) = (joint, opt(currency_prefix), end).parse(i)?;
    let low = shared_hundred(last_class(i, rest), low, high);
    let fits = match joint {
        Joint::Close => true,
        Joint::Spaced => low.value >= LEAST_SPACED,
        // "Two or three" are near each other; "12 or 2,000" are two figures.
        Joint::Or => {
            let low = shared_magnitude(low, high);
            low.value.checked_mul(Decimal::TWO).is_some_and(|twice| high.value <= twice)
        }
    };
    if fits { Ok((rest, (low, high))) } else { Err(nom::Err::Error(())) }
}

/// The class of the last token that was read.
fn last_class(i: Tokens<'_>, rest: Tokens<'_>) -> Option<Class> {
    i.list()[..i.len() - rest.len()].last().map(|t| i.entry(*t).class)
}

/// "five or six hundred", "2 to 3 hundred": the hundred behind the second end is the first one's too.
fn shared_hundred(last: Option<Class>, low: Plain, high: Plain) -> Plain {
    let shares = last.is_some_and(|class| class.contains(Class::HUNDRED)) && low.form == Form::Whole;
    match low.value.checked_mul(Decimal::ONE_HUNDRED) {
        Some(value) if shares && low.value < Decimal::TEN && value < high.value => {
            Plain { value, place: Decimal::ONE_HUNDRED, form: Form::Whole }
        }
        _ => low,
    }
}

/// What stands between the ends of a range.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Joint {
    /// A glued hyphen or dash, "to", "through".
    Close,
    /// A hyphen between spaces, as scores have it too.
    Spaced,
    /// "or".
    Or,
}

/// A hyphen, two of them as typewriters have them, a dash, "to", "- to" of "8- to 16-metre", "-to-", "through" or "or".
fn joint(i: Tokens<'_>) -> Grammar<'_, Joint> {
    let spaced = i.first().is_some_and(Token::spaced) && i.get(1).is_some_and(Token::spaced);
    let hyphen = |i| if spaced { value(Joint::Spaced, punct('-')).parse(i) } else { Err(nom::Err::Error(())) };
    let suspended = (glued(punct('-')), word("to"), opt(glued(punct('-'))));
    alt((
        value(Joint::Close, suspended),
        value(Joint::Close, (glued(punct('-')), glued(punct('-')))),
        value(Joint::Close, glued(alt((punct('-'), punct('\u{2013}'))))),
        value(Joint::Close, punct('\u{2013}')),
        hyphen,
        value(Joint::Close, any_of(&["to", "through"])),
        value(Joint::Or, word("or")),
    ))
    .parse(i)
}

/// One end of a range: a share or a plain number.
fn end(i: Tokens<'_>) -> Grammar<'_, Plain> {
    if let Some(read) = bare_number(i) {
        return Ok(read);
    }
    if !begins_number(i) {
        return Err(nom::Err::Error(()));
    }
    let share = map_opt(share, |number| match number {
        Number::Share { value } => Some(share_plain(value)),
        _ => None,
    });
    alt((share, plain)).parse(i)
}

fn share_plain(value: Decimal) -> Plain {
    Plain { value, place: Decimal::new(1, 2), form: Form::Decimals }
}

/// "30 but fewer than 40" behind "more than", "50 and no less than 20" behind "no more than": two bounds that close a
/// range. `first` is the bound that stands before.
pub(super) fn two_bounds(i: Tokens<'_>, first: Hedge) -> Grammar<'_, (Number, Option<Currency>)> {
    let and = any_of(&["and", "but"]);
    let noun = opt(class(Class::PERSON));
    map_opt(
        (opt(currency_prefix), end, opt(percent), noun, and, bound, opt(currency_prefix), end),
        |(currency, one, _, _, _, second, same, other)| {
            let (low, high) = match (is_lower(first)?, is_lower(second)?) {
                (true, false) => (shared_magnitude(one, other), other),
                (false, true) => (other, one),
                _ => return None,
            };
            (low.value < high.value).then(|| (of(low, high), currency.or(same)))
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

/// "3-4,000" and "200 to 300,000": a bare low end shares the thousands of the high one, where it comes near it so.
fn elided_thousands(low: Plain, high: Plain) -> Plain {
    let thousand = Decimal::ONE_THOUSAND;
    let bare = low.form == Form::Whole && high.form == Form::Whole && low.value < thousand && high.value >= thousand;
    let round = high.value.checked_rem(thousand).is_some_and(|rest| rest.is_zero());
    match low.value.checked_mul(thousand) {
        Some(value) if bare && round && value < high.value && high.value / Decimal::TWO <= value => {
            Plain { value, place: thousand, form: Form::Whole }
        }
        _ => low,
    }
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

#[cfg(test)]
mod tests {
    use crate::quantity::testing::rows;

    #[test]
    fn ranges_of_every_form() {
        let cases = [
            ("3-4,000 goats", "3-4,000 goats = [3000, 4000] between Thing goats"),
            ("300 to 400,000 goats", "300 to 400,000 goats = [300000, 400000] between Thing goats"),
            ("7 to 9,000 goats", "7 to 9,000 goats = [7000, 9000] between Thing goats"),
            ("2 to 9,000 goats", "2 to 9,000 goats = [2, 9000] between Thing goats"),
            ("two or three goats", "two or three goats = [2, 3] between Thing goats"),
            ("12 or 3,000 goats", "12 = 12 none None ; 3,000 goats = 3000 none Thing goats"),
            ("three-to-four goats", "three-to-four goats = [3, 4] between Thing goats"),
            ("between £40 and £60", "between £40 and £60 = [40, 60] between Money(Currency(2))"),
            (
                "between $4 and about $6 million",
                "between $4 and about $6 million = [4000000, 6000000] between Money(Currency(0))",
            ),
            (
                "more than $40 but less than $60",
                "more than $40 but less than $60 = [40, 60] between Money(Currency(0))",
            ),
            ("four or five hundred goats", "four or five hundred goats = [400, 500] between Thing goats"),
            ("two or three thousand goats", "two or three thousand goats = [2000, 3000] between Thing goats"),
            ("4 or 900 goats", "4 = 4 none None ; 900 goats = 900 none Thing goats"),
            ("7.4 ± 0.3 kg", "7.4 ± 0.3 kg = [7.1, 7.7] between Measure(MeasureUnit(18))"),
            ("46 +/- 3%", "46 +/- 3% = [43, 49] between Percent"),
            ("a margin of ±3 points", "±3 points = 3 about Thing points"),
            ("between 30 men and 40 women", "between 30 men and 40 women = [30, 40] between Person women"),
            ("$40 to $60", "$40 to $60 = [40, 60] between Money(Currency(0))"),
            ("it rose $40 to $60", "$40 = 40 none Money(Currency(0))  increase ; $60 = 60 none Money(Currency(0))"),
            ("call 1-800-GOATS", ""),
            ("a 7-Eleven shop", ""),
        ];
        for (text, expected) in cases {
            assert_eq!(rows(text).replace('\n', " ; "), expected, "{text}");
        }
    }
}

//! Numbered and counted parts of a longer period: quarters and halves, "the first three months of the year", "the third
//! week of 2018", "the last Sunday of March".

use nom::{Parser, combinator::opt};

use super::day::{month_year, weekday_name};
use super::number::{cardinal, century_of, digits_between, ordinal, two_digits, year};
use super::{none, the, year_after};
use crate::period::{Part, TimeUnit, Written, WrittenYear};
use crate::token::{Class, Grammar, Kind, Tokens, any_of, class, digits, glued, punct, word};

/// "Q2 FY25", "second quarter of fiscal 2023", "second fiscal quarter".
pub(super) fn fiscal_quarter(i: Tokens<'_>) -> Grammar<'_, Written> {
    let named = (ordinal, any_of(&["fiscal", "financial"]), word("quarter")).map(|(number, ..)| number);
    if let Ok((rest, number @ 1..=4)) = { named }.parse(i) {
        return super::found(rest, u8::try_from(number).ok().map(|number| Written::FiscalQuarter(None, number)));
    }
    let (rest, Written::Quarter(WrittenYear::Missing, number)) = quarter(i)? else {
        return none();
    };
    let (rest, _) = opt(word("of").or(punct(','))).parse(rest)?;
    match super::words::fiscal(rest)? {
        (rest, Written::Fiscal(year)) => Ok((rest, Written::FiscalQuarter(Some(year), number))),
        _ => none(),
    }
}

/// "Q1 2024", "2018Q4", "2017-q1", "first quarter of 2024", "3rd quarter", "first half of last year", "H1 2024".
/// A half needs its year: the second half alone is a match's.
pub(super) fn quarter(i: Tokens<'_>) -> Grammar<'_, Written> {
    if let Ok((rest, year)) = year(i).or_else(|_| year_before_quarter(i)) {
        let (rest, _) = opt(glued(punct('-'))).parse(rest)?;
        let (rest, (half, number)) = short_quarter(rest)?;
        return numbered(rest, half, number, WrittenYear::Number(year));
    }
    if let Ok(read) = number_first(i) {
        return Ok(read);
    }
    if let Ok((rest, (half, number))) = short_quarter(i) {
        // "Q1-2024", "Q1/24"; the hyphen of "Q1-Q3" is not its own.
        let joined = (opt(glued(punct('-').or(punct('/')))), year_of_quarter).map(|(_, year)| year);
        let (rest, year) = opt(joined).parse(rest)?;
        return if half && year.is_none() { none() } else { numbered(rest, half, number, year.unwrap_or_default()) };
    }
    let (rest, number) = ordinal.or(latter).parse(i)?;
    let (rest, _) = opt(glued(punct('-'))).parse(rest)?;
    let (rest, noun) = any_of(if latter(i).is_ok() { &["half"] } else { &["quarter", "qtr", "half"] })(rest)?;
    let half = i.text_of(noun).eq_ignore_ascii_case("half");
    let (rest, year) = opt(year_after).parse(rest)?;
    let Ok(number) = u8::try_from(number) else {
        return none();
    };
    if half && year.is_none() { none() } else { numbered(rest, half, number, year.unwrap_or_default()) }
}

/// "latter", of two halves.
fn latter(i: Tokens<'_>) -> Grammar<'_, i32> {
    word("latter").map(|_| 2).parse(i)
}

/// "first and second quarters of 2022".
pub(super) fn quarters(i: Tokens<'_>) -> Grammar<'_, Written> {
    let (rest, (first, _, second)) = (ordinal, any_of(&["and", "to"]), ordinal).parse(i)?;
    let (rest, year) = (word("quarters"), opt(year_after)).map(|(_, year)| year.unwrap_or_default()).parse(rest)?;
    let quarter = |number: i32| {
        let number = u8::try_from(number).ok().filter(|number| (1..=4).contains(number));
        number.map(|number| Box::new(Written::Quarter(year, number)))
    };
    match (quarter(first), quarter(second)) {
        (Some(from), Some(to)) if first + 1 == second => Ok((rest, Written::Range(from, to))),
        _ => none(),
    }
}

/// The year behind "Q1": as after a month, or two digits.
fn year_of_quarter(i: Tokens<'_>) -> Grammar<'_, WrittenYear> {
    year_after.or(super::number::short_year.map(WrittenYear::Number)).parse(i)
}

fn numbered(i: Tokens<'_>, half: bool, number: u8, year: WrittenYear) -> Grammar<'_, Written> {
    match (half, number) {
        (false, 1..=4) => Ok((i, Written::Quarter(year, number))),
        (true, 1..=2) => Ok((i, Written::Half(year, number))),
        _ => none(),
    }
}

/// The "2018" of "2018Q4" and the "18" of "18q4", to which a letter is glued.
fn year_before_quarter(i: Tokens<'_>) -> Grammar<'_, i16> {
    super::number::digits_between(4, 1900..=2199).or(two_digits.map(century_of)).parse(i)
}

/// "4Q 2018", "1Q24", "2Q profit", "1H 2024": the number first, as exchanges write it.
fn number_first(i: Tokens<'_>) -> Grammar<'_, Written> {
    let (rest, number) = digits_between(1, 1..=4)(i)?;
    let (rest, letter) = glued(any_of(&["q", "h"])).parse(rest)?;
    let half = i.text_of(letter).eq_ignore_ascii_case("h");
    // "1h30" is a length of time.
    if half && !letter.capital() {
        return none();
    }
    let (rest, year) = opt(glued(two_digits).map(|y| WrittenYear::Number(century_of(y))).or(year_after)).parse(rest)?;
    super::number::number_ends(rest)?;
    match u8::try_from(number) {
        Ok(number) if year.is_some() || !half && letter.capital() => {
            numbered(rest, half, number, year.unwrap_or_default())
        }
        _ => none(),
    }
}

/// "Q1", "q4", "H2": whether it is a half, and its number.
fn short_quarter(i: Tokens<'_>) -> Grammar<'_, (bool, u8)> {
    let (rest, letter) = any_of(&["q", "h"])(i)?;
    let (rest, number) = glued(digits).parse(rest)?;
    super::number::number_ends(rest)?;
    let half = i.text_of(letter).eq_ignore_ascii_case("h");
    match i.text_of(number).as_bytes() {
        [n @ b'1'..=b'4'] => Ok((rest, (half, n - b'0'))),
        _ => none(),
    }
}

/// "first half of the 1990s", "second half of May", "latter half of the 19th century"; the halves of years are
/// [`quarter`]'s.
pub(super) fn half(i: Tokens<'_>) -> Grammar<'_, Written> {
    let (rest, nth) = ordinal.or(latter).parse(i)?;
    let (rest, _) = (opt(glued(punct('-'))), word("half"), word("of")).parse(rest)?;
    let (rest, ()) = the(rest)?;
    let (rest, of) =
        month_year.or(super::number::decade).or(super::number::century).or(super::words::decade).parse(rest)?;
    match nth {
        1 | 2 => Ok((rest, Written::HalfOf(nth == 2, Box::new(of)))),
        _ => none(),
    }
}

/// "first three months of the year", "last two weeks of June", "third week of 2018", "last week of December",
/// "first Tuesday of October".
pub(super) fn stretch(i: Tokens<'_>) -> Grammar<'_, Written> {
    let (rest, last) = match any_of(&["last", "final", "closing"])(i) {
        Ok((rest, _)) => (rest, true),
        Err(_) => (i, false),
    };
    let opening = |i| word("opening").map(|_| 1).parse(i);
    let (rest, nth) = if last { (rest, -1) } else { ordinal.or(opening).parse(rest)? };
    // "the second-last week", "the third last day": counted from the end.
    let (rest, nth) = match (opt(glued(punct('-'))), word("last")).parse(rest) {
        Ok((rest, _)) if !last && (2..=10).contains(&nth) => (rest, -nth),
        _ => (rest, nth),
    };
    if let Ok((rest, name)) = weekday_name(rest) {
        let (rest, of) = of_month(rest)?;
        return Ok((rest, Written::NthWeekday(nth, name.number, Box::new(of))));
    }
    let (rest, count) = opt(cardinal).parse(rest)?;
    let (rest, _) = opt(word("few")).parse(rest)?;
    let (rest, token) = class(Class::TIME_UNIT)(rest)?;
    let Some(unit) = TimeUnit::from_lexicon(i.entry(token).time).filter(|u| *u >= TimeUnit::Day) else {
        return none();
    };
    let (rest, of) = whole(rest)?;
    let of = Box::new(of);
    match count {
        Some(amount) if nth == 1 || last => Ok((rest, Written::Stretch { last, amount, unit, of })),
        Some(_) => none(),
        // "the first days of May", "the final weeks of 2023".
        None if i.entry(token).class.contains(Class::PLURAL) => match (last, nth) {
            (true, _) => Ok((rest, Written::Part(Part::Late, of))),
            (_, 1) => Ok((rest, Written::Part(Part::Early, of))),
            _ => none(),
        },
        None => Ok((rest, Written::Nth(unit, nth, of))),
    }
}

/// "week 27 of last year".
pub(super) fn numbered_unit(i: Tokens<'_>) -> Grammar<'_, Written> {
    let (rest, _) = word("week")(i)?;
    let (rest, number) = cardinal(rest)?;
    let (rest, of) = whole(rest)?;
    Ok((rest, Written::Nth(TimeUnit::Week, number, Box::new(of))))
}

/// "of the year", "of 2023", "of last year", "of June 2024", "this year": what the parts are counted in.
fn whole(i: Tokens<'_>) -> Grammar<'_, Written> {
    if let Ok((rest, year)) = year_after(i) {
        let written = match year {
            WrittenYear::Number(year) => Written::Year(year),
            WrittenYear::Step(step) => Written::Unit(TimeUnit::Year, step),
            _ => return none(),
        };
        return Ok((rest, written));
    }
    of_month(i)
}

/// "of March 2014", "in October", "of this month".
pub(super) fn of_month(i: Tokens<'_>) -> Grammar<'_, Written> {
    let (rest, _) = any_of(&["of", "in"])(i)?;
    if let Ok(read) = month_year(rest) {
        return Ok(read);
    }
    let (rest, ()) = the(rest)?;
    if let Ok(read) = super::number::century(rest) {
        return Ok(read);
    }
    if let Ok((rest, _)) = word("month")(rest) {
        return Ok((rest, Written::Unit(TimeUnit::Month, 0)));
    }
    let (rest, step) = super::deictic::step(rest)?;
    let (rest, token) = class(Class::TIME_UNIT)(rest)?;
    match TimeUnit::from_lexicon(rest.entry(token).time) {
        Some(unit) if unit >= TimeUnit::Month && token.kind == Kind::Word => Ok((rest, Written::Unit(unit, step))),
        _ => none(),
    }
}

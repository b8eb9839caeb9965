//! The grammar of dates: from tokens to [`Written`]. [`expression`] is called only where a date can begin; it asks the
//! few readers that can succeed there and keeps the longest reading. Words before the date ("since", "the end of") are
//! looked at afterwards, so that the many places where they stand alone cost nothing.

mod amount;
mod begin;
mod clock;
mod day;
mod deictic;
mod number;
mod numeric;
mod other;
mod range;
mod stretch;
mod words;

pub(super) use amount::{ahead, in_time};
pub(super) use begin::can_begin;
pub(super) use day::{counted_noun as counts, named_day, next_day_of};
pub(super) use deictic::part_of;
pub(super) use range::{between, edges, year_of_list};
pub use words::is_of_a_life;

use begin::TRIGGERS;
use nom::{Parser, combinator::opt};

use super::{Written, WrittenYear};
use crate::token::{Class, Grammar, Kind, Tokens, any_of, glued, punct, word};

type Reader = for<'a> fn(Tokens<'a>) -> Grammar<'a, Written>;

/// A date at the first token, the longest reading of all: a range where one can be read, else a single date.
pub(super) fn expression(i: Tokens<'_>) -> Grammar<'_, Written> {
    let single = single(i);
    match (range::range(i, single.as_ref().ok()), single) {
        (Ok(range), Ok(single)) => Ok(if single.0.len() < range.0.len() { single } else { range }),
        (Ok(range), Err(_)) => Ok(range),
        (Err(_), Ok((rest, written))) => day::quarter_of_month(rest, &written).or(Ok((rest, written))),
        (Err(_), Err(error)) => Err(error),
    }
}

/// A single date at the first token: "25 June 2024", "last week", "the first quarter" from its "first".
pub(super) fn single(i: Tokens<'_>) -> Grammar<'_, Written> {
    let Some(first) = i.first() else {
        return none();
    };
    if first.kind == Kind::Digits {
        return match first.end - first.start {
            4 => longest(i, YEAR_READERS),
            8 => numeric::compact_day(i),
            _ => longest(i, DIGIT_READERS),
        };
    }
    if first.kind == Kind::Punct {
        return longest(i, &[number::decade, number::bare_year]);
    }
    let class = i.entry(first).class;
    let by_class: &[(Class, &[Reader])] = &[
        (Class::MONTH, &[day::month_day, day::month_year]),
        (Class::WEEKDAY, &[day::weekday_day, deictic::weekday, deictic::weekdays]),
        (Class::ERA, &[number::year_of_era]),
        (
            Class::ORDINAL,
            &[
                stretch::quarter,
                stretch::fiscal_quarter,
                stretch::half,
                stretch::stretch,
                stretch::quarters,
                day::day_month,
                day::day_in_list,
                amount::day_of_month,
                number::century,
            ],
        ),
        (
            Class::CARDINAL,
            &[
                amount::counted,
                other::ended,
                day::day_month,
                number::century,
                clock::clock,
                words::bare_year,
                words::decade_of_century,
            ],
        ),
        (Class::VAGUE_FEW, &[amount::counted]),
        (
            Class::TIME_UNIT,
            &[
                amount::counted,
                stretch::numbered_unit,
                other::unit_beside,
                other::to_date,
                other::ended,
                other::running,
                words::year_end,
            ],
        ),
        (Class::PART, &[deictic::part]),
        (Class::DAY_WORD, &[deictic::day_word]),
        (
            Class::DEICTIC,
            &[deictic::deictic, deictic::part, stretch::stretch, stretch::quarter, stretch::half, other::pointing],
        ),
        (Class::SEASON, &[deictic::season]),
        (
            Class::DATE_START,
            &[
                stretch::quarter,
                stretch::fiscal_quarter,
                clock::clock,
                day::holiday,
                deictic::weekend,
                words::decade,
                words::fiscal,
                words::end_of,
                deictic::night_before_last,
            ],
        ),
    ];
    by_class
        .iter()
        .filter(|(wanted, _)| class.intersects(*wanted))
        .filter_map(|(_, readers)| longest(i, readers).ok())
        .min_by_key(|(rest, _)| rest.len())
        .ok_or(nom::Err::Error(()))
}

/// A day, week or month that something else is counted from or ends with. Not counted itself: what can nest has no end
/// in a hostile text.
fn plain(i: Tokens<'_>) -> Grammar<'_, Written> {
    let Some(first) = i.first() else {
        return none();
    };
    let class = if first.kind == Kind::Word { i.entry(first).class } else { Class::empty() };
    let readers: &[Reader] = match () {
        () if first.kind == Kind::Digits => &[numeric::numeric, day::day_month],
        () if class.contains(Class::MONTH) => &[day::month_day, day::month_year],
        () if class.contains(Class::WEEKDAY) => &[day::weekday_day, deictic::weekday],
        () if class.contains(Class::DAY_WORD) => &[deictic::day_word],
        () if class.contains(Class::DEICTIC) => &[deictic::deictic],
        () if class.intersects(Class::ORDINAL | Class::CARDINAL) => &[day::day_month],
        () => &[],
    };
    longest(i, readers)
}

/// What four digits can begin.
const YEAR_READERS: &[Reader] = &[
    numeric::numeric,
    day::year_first,
    stretch::quarter,
    number::bare_year,
    number::year_of_era,
    number::decade,
    clock::clock,
];

/// What one to three digits can begin.
const DIGIT_READERS: &[Reader] = &[
    numeric::numeric,
    day::day_month,
    stretch::quarter,
    stretch::fiscal_quarter,
    number::decade,
    clock::clock,
    amount::counted,
    other::ended,
    stretch::stretch,
    stretch::half,
    number::century,
    number::year_of_era,
    day::day_in_list,
    day::day_alone,
];

/// What the reader reads that leaves the least; the first of equals.
fn longest<'a>(i: Tokens<'a>, readers: &[Reader]) -> Grammar<'a, Written> {
    readers.iter().filter_map(|read| read(i).ok()).min_by_key(|(rest, _)| rest.len()).ok_or(nom::Err::Error(()))
}

/// Nothing, or a full stop glued to an abbreviation: "Sept."
fn stop(i: Tokens<'_>) -> Grammar<'_, ()> {
    opt(glued(punct('.'))).map(|_| ()).parse(i)
}

/// "the", or nothing.
fn the(i: Tokens<'_>) -> Grammar<'_, ()> {
    opt(word("the")).map(|_| ()).parse(i)
}

/// A mark that joins the parts of a numeric date: "-", "/" or ".", glued on the left.
fn joint(i: Tokens<'_>) -> Grammar<'_, char> {
    match i.first() {
        Some(t) if t.kind == Kind::Punct && !t.spaced() => match t.word.as_punct() {
            Some(mark @ ('-' | '/' | '.')) => Ok((i.skip(1), mark)),
            _ => none(),
        },
        _ => none(),
    }
}

/// "of last year", "this year", "of the year", "next year", "of 2024", ", 2024": the year after a month or quarter.
fn year_after(i: Tokens<'_>) -> Grammar<'_, WrittenYear> {
    let (rest, comma) = opt(punct(',')).parse(i)?;
    let (rest, of) = opt(any_of(&["of", "in"])).parse(rest)?;
    if comma.is_some() && of.is_some() {
        return none();
    }
    if let Ok((rest, year)) = number::year(rest) {
        return Ok((rest, WrittenYear::Number(year)));
    }
    if let Ok((rest, year)) = words::year(rest) {
        return Ok((rest, WrittenYear::Number(year)));
    }
    // "the last year, the previous year" are two.
    if comma.is_some() {
        return none();
    }
    let (rest, the) = opt(word("the")).parse(rest)?;
    if the.is_some()
        && of.is_some()
        && let Ok((rest, _)) = word("year")(rest)
    {
        return Ok((rest, WrittenYear::Step(0)));
    }
    let (rest, step) = deictic::step(rest)?;
    let (rest, _) = any_of(&["year", "yr"])(rest)?;
    Ok((rest, WrittenYear::Step(step)))
}

/// No reading here.
fn none<'a, T>() -> Grammar<'a, T> {
    Err(nom::Err::Error(()))
}

/// What was read up to `rest`, if it means anything.
fn found<T>(rest: Tokens<'_>, value: Option<T>) -> Grammar<'_, T> {
    match value {
        Some(value) => Ok((rest, value)),
        None => none(),
    }
}

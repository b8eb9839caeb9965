//! Times of day: "3:30 pm", "7 a.m.", "noon", "19:30 GMT".

use nom::{Parser, combinator::opt};

use super::none;
use super::number::{cardinal, digits_between};
use crate::period::Written;
use crate::token::{Grammar, Kind, Look, Tokens, any_of, glued, punct, word};

/// "3:30 pm", "7 a.m.", "10pm", "ten o'clock", "noon", "midnight", "19:30 GMT". Hours and minutes without any of these
/// words are as often a score or a ratio: what stands before must say.
pub(super) fn clock(i: Tokens<'_>) -> Grammar<'_, Written> {
    if let Ok((rest, name)) = any_of(&["noon", "midday", "midnight"])(i) {
        let hour = if i.text_of(name).eq_ignore_ascii_case("midnight") { 0 } else { 12 };
        return Ok((rest, Written::Time(hour, 0)));
    }
    if let Ok(read) = military(i) {
        return Ok(read);
    }
    let (rest, hour) = cardinal(i)?;
    let (rest, minute) =
        opt((glued(punct(':').or(punct('.'))), glued(digits_between(2, 0..=59))).map(|(_, minute)| minute))
            .parse(rest)?;
    let bare = minute.is_some() && super::number::number_ends(rest).is_ok() && punct(':')(i.skip(1)).is_ok();
    let (rest, after_noon) = match half_of_day.or(o_clock).or(|i| part_of_day(i, hour)).parse(rest) {
        Err(_) if bare => (rest, None),
        read => read?,
    };
    let (rest, _) = opt(zone).parse(rest)?;
    let minute = minute.and_then(|m| u8::try_from(m).ok());
    match (u8::try_from(hour).ok(), after_noon) {
        (Some(hour @ 1..=12), Some(after_noon)) => {
            Ok((rest, Written::Time(hour % 12 + if after_noon { 12 } else { 0 }, minute.unwrap_or(0))))
        }
        (Some(hour @ 0..=23), None) => Ok((rest, Written::Time(hour, minute.unwrap_or(0)))),
        _ => none(),
    }
}

/// "am", "p.m.": whether it is after noon.
fn half_of_day(i: Tokens<'_>) -> Grammar<'_, Option<bool>> {
    let (rest, token) = any_of(&["am", "pm", "a.m.", "p.m.", "a.m", "p.m"])(i)?;
    Ok((rest, Some(i.text_of(token).starts_with(['p', 'P']))))
}

/// "in the morning", "in the evening", "at night" behind an hour: whether it is after noon. What stands before must say
/// that it is an hour.
fn part_of_day(i: Tokens<'_>, hour: i32) -> Grammar<'_, Option<bool>> {
    if let Ok((rest, _)) = (word("at"), word("night")).parse(i) {
        return Ok((rest, Some((6..12).contains(&hour))));
    }
    let (rest, (_, _, part)) = (word("in"), word("the"), any_of(&["morning", "afternoon", "evening"])).parse(i)?;
    Ok((rest, Some(!i.text_of(part).eq_ignore_ascii_case("morning"))))
}

/// "GMT", "UTC", "ET", "o'clock": an hour without a half of the day.
fn o_clock(i: Tokens<'_>) -> Grammar<'_, Option<bool>> {
    any_of(&["o'clock", "o\u{2019}clock"]).map(|_| ()).or(zone).map(|()| None).parse(i)
}

/// "1430 GMT", "0800 EST", "0645 hours"; "1500 hours" are as often a length.
fn military(i: Tokens<'_>) -> Grammar<'_, Written> {
    let (rest, time) = digits_between(4, 0..=2359)(i)?;
    let early = i.first().is_some_and(|t| i.text_of(t).starts_with('0'));
    let (rest, ()) = match zone(rest) {
        Err(_) if early => word("hours").map(|_| ()).parse(rest)?,
        read => read?,
    };
    match (u8::try_from(time / 100), u8::try_from(time % 100)) {
        (Ok(hour), Ok(minute @ 0..=59)) => Ok((rest, Written::Time(hour, minute))),
        _ => none(),
    }
}

/// "GMT", "EST", "ET": a time zone in capitals.
pub(super) fn zone(i: Tokens<'_>) -> Grammar<'_, ()> {
    const ZONES: &[&str] = &[
        "gmt", "utc", "bst", "est", "edt", "et", "cst", "cdt", "ct", "mst", "mdt", "mt", "pst", "pdt", "pt", "cet",
        "cest", "jst", "ist", "aest", "aedt",
    ];
    let (rest, token) = any_of(ZONES)(i)?;
    if token.kind == Kind::Word && token.look.contains(Look::ALL_CAPS) { Ok((rest, ())) } else { none() }
}

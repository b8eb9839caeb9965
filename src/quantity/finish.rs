//! What decides, once a quantity is read, whether it is a figure: the words before it, its unit and its noun.

use rust_decimal::Decimal;

use super::address::{is_house_number, is_postcode, is_street};
use super::idiom::is_idiom;
use super::label::is_named;
use super::phrase::negated;
use super::unit::Dimension;
use super::{Change, Hedge, Number, Quantity, Unit};
use crate::period::TimeUnit;
use crate::token::{Class, Kind, Token, Tokens};

/// Adds what stands before the quantity (a rise or fall, a label noun) and drops what is no figure.
pub(super) fn finish(sentence: Tokens<'_>, start: usize, first: u32, mut read: Quantity) -> Option<Quantity> {
    let before = |back: usize| start.checked_sub(back).and_then(|i| sentence.get(i));
    let end = (read.tokens.1 - first) as usize;
    if is_named(sentence, &read, start, end)
        || is_idiom(sentence, &read, start, end)
        || is_of_the_clock(sentence, &read, start, end)
        || is_direction(sentence, &read, end)
    {
        return None;
    }
    let bare = read.unit == Unit::None && read.hedge == Hedge::None;
    if bare
        && let Some(number) = sentence.get(start)
        && (is_house_number(sentence.skip(end))
            || is_part_of_a_compound(sentence, end)
            || is_postcode(sentence, number, before(1), before(2)))
    {
        return None;
    }
    if start == 1
        && end == sentence.len()
        && sentence.get(0).is_some_and(|t| t.is_punct('-') || t.is_punct('\u{2212}'))
        && let Ok(number) = negated(read.number)
    {
        // A block of nothing but "- 1,204", as cells of tables have it.
        read.number = number;
    }
    if read.change.is_none() && !matches!(read.number, Number::Multiple { .. } | Number::Share { .. }) {
        read.change = change_before(sentence, before(1), before(2));
    }
    keep(&read, sentence, before(1)).then_some(read)
}

/// Verbs with which "up" and "down" are no change: "rounded up 40 men".
const PHRASAL: &[&str] = &[
    "lay", "lays", "laid", "laying", "set", "sets", "setting", "make", "makes", "made", "making", "pick", "picks",
    "picked", "picking", "round", "rounded", "rounding", "blow", "blew", "blown", "shut", "shuts", "shutting",
    "gunned", "mowed", "tore", "tear", "torn", "knock", "knocked", "shot", "shoot", "burned", "burnt", "sign",
    "signed", "put", "puts", "take", "takes", "took", "taken", "taking", "bring", "brought", "open", "opened",
    "opening", "lined", "give", "gave", "track", "tracked", "rack", "racked", "hold", "held", "show", "showed", "end",
    "ended", "break", "broke", "broken", "call", "called", "follow", "followed", "use", "used", "eat", "eats", "buy",
    "bought", "snap", "snapped", "team",
];

/// "up 600", "fell by 12", "an increase of 20%".
fn change_before(sentence: Tokens<'_>, before: Option<Token>, earlier: Option<Token>) -> Option<Change> {
    let direction = |token: Token| {
        let class = sentence.entry(token).class;
        if class.contains(Class::RISE) {
            Some(Change::Increase)
        } else if class.contains(Class::FALL) {
            Some(Change::Decrease)
        } else {
            None
        }
    };
    let before = before.filter(|t| t.kind == Kind::Word)?;
    match sentence.text_of(before) {
        // "made up of 600", "comes down to"
        "of" if earlier.is_some_and(|t| matches!(sentence.text_of(t), "up" | "down")) => None,
        "by" | "of" | "another" | "an" => earlier.filter(|t| t.kind == Kind::Word).and_then(direction),
        // "laid down 30 miles of track", "set up 12 camps".
        "up" | "down" if earlier.is_some_and(|t| PHRASAL.contains(&sentence.text_of(t))) => None,
        // "lost 12 men", "cut 45 jobs", "added 3": transitive verbs count what they take.
        "lost" | "cut" | "cuts" | "shed" | "gained" | "gain" | "added" | "lower" | "higher" => None,
        _ => direction(before),
    }
}

/// "a quarter past six", "quarter to ten", "ten past", "at 0900 hours", "between 5 and 9 a.m.".
fn is_of_the_clock(sentence: Tokens<'_>, read: &Quantity, start: usize, end: usize) -> bool {
    let at = |i: usize| sentence.get(i).map(|t| sentence.text_of(t));
    let before = |back: usize| start.checked_sub(back).and_then(at);
    let hour = |i: usize| {
        sentence.get(i).is_none_or(|t| t.kind == Kind::Punct || sentence.entry(t).class.contains(Class::CARDINAL))
    };
    let past = read.unit != Unit::Percent && at(end) == Some("past") && hour(end + 1);
    let half_past = before(1) == Some("past")
        && before(2).is_some_and(|word| {
            ["half", "quarter", "ten", "five", "twenty"].iter().any(|w| word.eq_ignore_ascii_case(w))
        });
    let quarter_to = read.unit == Unit::None && before(1) == Some("to") && before(2) == Some("quarter") && hour(end);
    let hours = read.unit == Unit::Duration(TimeUnit::Hour) && {
        let digits = read.number_span.slice(sentence.block()).as_bytes();
        digits.len() == 4 && digits.iter().all(u8::is_ascii_digit) && (digits[0] == b'0' || before(1) == Some("at"))
    };
    let joined = matches!(at(end), Some("and" | "to" | "or" | "-" | "\u{2013}"));
    let noon = |i: usize| matches!(at(i), Some("am" | "pm" | "a.m." | "p.m."));
    let until = joined && read.unit == Unit::None && (noon(end + 2) || at(end + 2) == Some(":") && noon(end + 4));
    past || half_past || quarter_to || hours || until
}

/// "5 degrees north", "a 180-degree turn south" not: an angle with a side of the globe straight behind it.
fn is_direction(sentence: Tokens<'_>, read: &Quantity, end: usize) -> bool {
    matches!(read.unit, Unit::Measure(unit) if unit.dimension() == Dimension::Angle)
        && sentence.get(end).is_some_and(|t| {
            matches!(
                sentence.text_of(t),
                "north" | "south" | "east" | "west" | "latitude" | "longitude" | "N" | "S" | "E" | "W"
            )
        })
}

/// "two-way", "four-wheel", "one-on-one", "9-to-5", "fifty-fifty": the number is part of a word.
fn is_part_of_a_compound(sentence: Tokens<'_>, end: usize) -> bool {
    const ENDINGS: &[&str] = &[
        "way",
        "ways",
        "wheel",
        "wheeled",
        "faced",
        "fisted",
        "handed",
        "legged",
        "time",
        "off",
        "on",
        "to",
        "by",
        "gauge",
        "ply",
        "stroke",
        "piece",
        "part",
        "parter",
        "sentence",
        "word",
        "character",
        "star",
        "tone",
        "fer",
        "step",
        "letter",
        "figure",
        "digit",
        "pin",
        "factor",
        "dimensional",
    ];
    sentence.get(end).is_some_and(|t| t.is_punct('-') && !t.spaced())
        && sentence.get(end + 1).is_some_and(|t| {
            let twice = end
                .checked_sub(1)
                .and_then(|i| sentence.get(i))
                .is_some_and(|number| sentence.text_of(number).eq_ignore_ascii_case(sentence.text_of(t)));
            // "7-Eleven", "10-K".
            !t.spaced() && (t.capital() || twice)
                || !t.spaced() && ENDINGS.iter().any(|ending| sentence.text_of(t).eq_ignore_ascii_case(ending))
        })
}

/// Whether a number counts anything: "one" needs a unit or a person, an ordinal a noun, a vague "few" is left to its
/// measure, a bare plural of time needs the preposition that makes it a length.
fn keep(read: &Quantity, sentence: Tokens<'_>, before: Option<Token>) -> bool {
    let counted_on = |i: usize| {
        let next = sentence.get(i).filter(|t| t.is_punct(',')).map_or(i, |_| i + 1);
        sentence.get(next).is_some_and(|t| sentence.entry(t).class.contains(Class::CARDINAL))
            && !sentence.get(next + 1).is_some_and(|t| t.is_punct('-'))
    };
    let one_in_words = matches!(read.number, Number::Value { value, .. } if value == Decimal::ONE)
        && sentence.block().as_bytes()[read.number_span.start as usize].is_ascii_alphabetic();
    // "One, two, three" counts aloud.
    let after = sentence.list().partition_point(|t| t.start < read.span.end);
    if one_in_words && read.unit == Unit::None && !counted_on(after) {
        return false;
    }
    // "One day in June" is some day.
    let some_day = one_in_words
        && read.unit == Unit::Duration(TimeUnit::Day)
        && sentence.get(0).is_some_and(|t| t.start == read.span.start)
        && sentence.get(after).is_some_and(|t| {
            let class = sentence.entry(t).class;
            sentence.text_of(t) == "in" || class.contains(Class::DETERMINER) || class.contains(Class::PRONOUN)
        });
    if some_day {
        return false;
    }
    if read.unit == Unit::Ordinal {
        return match read.noun {
            None => is_lone_ordinal(read, sentence, before),
            Some(noun) => !is_street(noun.head.slice(sentence.block())),
        };
    }
    let half_of_a_match = matches!(read.number, Number::Share { .. })
        && before.is_some_and(|t| {
            sentence.entry(t).class.intersects(Class::ORDINAL | Class::DEICTIC) || sentence.text_of(t) == "other"
        });
    !half_of_a_match
}

/// Whether an ordinal without a noun is a figure: "21st", "twenty-fifth", "the fourth", "finished second", or nothing
/// but the ordinal. "Second, we must", "at first", "the first 30 days" and "the second-largest" are none.
fn is_lone_ordinal(read: &Quantity, sentence: Tokens<'_>, before: Option<Token>) -> bool {
    const PLACED: &[&str] = &[
        "finished",
        "finish",
        "finishes",
        "finishing",
        "came",
        "come",
        "comes",
        "coming",
        "placed",
        "places",
        "ranked",
        "ranks",
        "rank",
        "ranking",
        "sits",
        "lies",
        "stands",
        "remains",
    ];
    let written = read.number_span.slice(sentence.block());
    if !written.bytes().all(|b| b.is_ascii_alphabetic()) {
        return true;
    }
    let after = sentence.get(sentence.list().partition_point(|t| t.start < read.span.end));
    let alone = before.is_none() && after.is_none_or(|t| matches!(t.word.as_punct(), Some('.' | '!' | '?' | ')')));
    let goes_on = after.is_some_and(|t| {
        t.kind == Kind::Digits
            || t.is_punct('-') && !t.spaced()
            || sentence.text_of(t) != "one"
                && sentence.entry(t).class.intersects(Class::CARDINAL | Class::TIME_UNIT | Class::HUNDRED)
    });
    let lone_comma = after.is_some_and(|t| t.is_punct(','));
    alone && !lone_comma
        || !goes_on
            && before.is_some_and(|t| {
                let class = sentence.entry(t).class;
                let text = sentence.text_of(t);
                // "Just a second" and "every second" are lengths of time.
                let moment = read.number_span.slice(sentence.block()).eq_ignore_ascii_case("second")
                    && matches!(text, "a" | "every" | "per" | "each" | "split" | "this" | "that");
                t.kind == Kind::Clitic
                    || t.kind == Kind::Word
                        && (class.intersects(Class::DETERMINER | Class::DEICTIC) && !moment || PLACED.contains(&text))
            })
}

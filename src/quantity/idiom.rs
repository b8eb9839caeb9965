//! Numbers in set phrases that count nothing: "a salary of six figures", "4K video", "20 grand".

use super::{Quantity, Unit};
use crate::token::{Kind, Tokens};

/// Sizes of pictures.
const SIZES: &[&str] = &["2K", "4K", "5K", "6K", "8K", "4k", "8k"];

/// What has such a size.
const PICTURES: &[&str] = &[
    "video",
    "videos",
    "tv",
    "tvs",
    "television",
    "televisions",
    "resolution",
    "screen",
    "screens",
    "display",
    "displays",
    "monitor",
    "monitors",
    "camera",
    "cameras",
    "footage",
    "image",
    "images",
    "film",
    "movie",
    "movies",
    "picture",
    "pictures",
    "projector",
    "ultra",
    "hdr",
    "blu",
    "streaming",
    "content",
    "quality",
];

/// Words before "six figures" where these are the digits of a sum: "in six figures", "earns six figures".
const BEFORE_FIGURES: &[&str] = &[
    "in",
    "into",
    "of",
    "low",
    "mid",
    "high",
    "pay",
    "pays",
    "paid",
    "earn",
    "earns",
    "earned",
    "earning",
    "make",
    "makes",
    "made",
    "making",
    "cost",
    "costs",
    "worth",
    "reach",
    "reached",
    "hit",
    "fetch",
    "fetched",
    "for",
    "comfortable",
];

/// Ordinals that number nothing: the word before, where the phrase needs it, the ordinal, the words behind.
const ORDINAL_IDIOMS: &[(&str, &str, &str)] = &[
    ("at", "first", "glance sight blush hand light"),
    ("the", "first", "instance"),
    ("on", "second", "thought thoughts"),
    ("", "second", "thoughts nature fiddle wind"),
    ("", "first", "aid lady ladies responder responders"),
    ("", "first", "come served"),
    ("", "third", "party parties degree world"),
    ("", "second", "world"),
    ("the", "fourth", "estate"),
    ("", "fifth", "column"),
    ("", "sixth", "sense"),
    ("", "seventh", "heaven"),
    ("the", "eleventh", "hour"),
];

/// Whether a quantity is part of such a phrase. `start` is the place of its first token and `end` the one after its
/// last.
pub(super) fn is_idiom(sentence: Tokens<'_>, read: &Quantity, start: usize, end: usize) -> bool {
    let written = read.number_span.slice(sentence.block());
    // The token behind the number, which may be the noun of the quantity.
    let behind = sentence.list().partition_point(|t| t.start < read.number_span.end);
    let is = |at: Option<usize>, words: &[&str]| {
        at.and_then(|at| sentence.get(at))
            .is_some_and(|t| t.kind == Kind::Word && words.iter().any(|w| sentence.text_of(t).eq_ignore_ascii_case(w)))
    };
    match read.unit {
        Unit::None => {
            // "Two grand" that a comma parts from what may be the noun. "Two grand pianos" have one.
            is(Some(end), &["grand"])
                || SIZES.contains(&written) && (is(Some(behind), PICTURES) || is_shot_in(sentence, start, end))
        }
        Unit::Ordinal => ORDINAL_IDIOMS.iter().any(|(lead, number, noun)| {
            written.eq_ignore_ascii_case(number)
                && noun.split(' ').any(|noun| is(Some(behind), &[noun]))
                && (lead.is_empty() || is(start.checked_sub(1), &[lead]))
        }),
        Unit::Thing if SIZES.contains(&written) => is(Some(behind), PICTURES),
        Unit::Thing => end == behind + 1 && is(Some(behind), &["figures"]) && is(start.checked_sub(1), BEFORE_FIGURES),
        _ => false,
    }
}

/// "shot in 4K.", "streams in 8K and": nothing that the number counts follows.
fn is_shot_in(sentence: Tokens<'_>, start: usize, end: usize) -> bool {
    start.checked_sub(1).and_then(|at| sentence.get(at)).is_some_and(|t| sentence.text_of(t) == "in")
        && sentence.get(end).is_none_or(|t| t.kind == Kind::Punct)
}

#[cfg(test)]
mod tests {
    use crate::quantity::testing::rows;

    #[test]
    fn idioms_are_no_figures() {
        for text in [
            "a six-figure salary and a five-figure fine",
            "her pay is in six figures",
            "the deal is worth seven figures",
            "it records 4K video",
            "the 8K televisions",
            "the film was shot in 4K.",
            "he has two grand, old pianos",
            "it looked easy at first glance",
            "ask a clerk in the first instance",
            "she had second thoughts",
            "a third party paid",
        ] {
            assert_eq!(rows(text), "", "{text}");
        }
    }

    #[test]
    fn counts_beside_them() {
        let cases = [
            ("six figures came out of the fog", "six figures = 6 none Thing figures"),
            ("he owns two grand pianos", "two grand pianos = 2 none Thing pianos"),
            ("two grand juries met", "two grand juries = 2 none Thing juries"),
            ("it cost him two grand", "two grand = 2000 none None"),
            ("he paid £20 grand for it", "£20 grand = 20000 none Money(Currency(2))"),
            ("sold 4K tickets", "4K tickets = 4000 none Thing tickets"),
        ];
        for (text, expected) in cases {
            assert_eq!(rows(text), expected, "{text}");
        }
    }
}

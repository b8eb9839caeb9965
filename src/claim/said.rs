//! The day on which something was said or written, which is not the time that it tells of: "police said on Saturday
//! that", "a report published in May", "GENEVA, 12 June -".

use std::ops::Range;

use super::scene::Scene;
use crate::token::{Class, Kind};

/// "Police said Saturday that", "announced on Monday": a day straight behind the verb is when it was said.
pub(super) fn is_when_said(scene: &Scene<'_>, date: usize) -> bool {
    let on = usize::from(date > scene.sentence.start && scene.word(date - 1) == "on");
    let day = on == 1 || scene.class(date).intersects(Class::WEEKDAY | Class::DAY_WORD);
    day && date > scene.sentence.start + on && scene.class(date - on - 1).contains(Class::REPORTING)
}

/// "a report published in May", "in a November 2023 statement", "GENEVA, 12 June -": the date of what was written, and
/// not of what it tells.
pub(super) fn tells_when_said(scene: &Scene<'_>, date: Range<usize>) -> bool {
    let written =
        |at: usize| at < scene.sentence.end && WRITINGS.iter().any(|noun| scene.word(at).eq_ignore_ascii_case(noun));
    let words = |&i: &usize| scene.tokens[i].kind == Kind::Word && !scene.is_in_a_figure(i);
    let published = (scene.sentence.start..date.start).rev().take(FARTHEST_WRITING).take_while(words);
    let mut published = published.filter(|&i| written(i));
    is_of_a_dateline(scene, &date)
        || written(date.end)
        || published.next().is_some_and(|noun| leads_to_date(scene, noun + 1..date.start))
}

/// "GENEVA, 12 June -": nothing but names before it in the block, and a dash behind it.
fn is_of_a_dateline(scene: &Scene<'_>, date: &Range<usize>) -> bool {
    let dash = |i: usize| {
        scene
            .tokens
            .get(i)
            .is_some_and(|t| t.is_punct('-') && t.spaced() || t.is_punct('\u{2013}') || t.is_punct('\u{2014}'))
    };
    let name = |i: usize| scene.tokens[i].kind == Kind::Punct || scene.tokens[i].capital();
    let agency = (date.end..scene.sentence.end.min(date.end + 4)).take_while(|&i| name(i) && !dash(i)).count();
    date.start > 0 && dash(date.end + agency) && (0..date.start).all(name)
}

/// "published in", "released on", "in": what may stand between a report and its date. "A report said that in May" tells
/// of May.
fn leads_to_date(scene: &Scene<'_>, between: Range<usize>) -> bool {
    let issued = |i: usize| ["published", "released", "issued", "dated", "out", "from"].contains(&scene.word(i));
    let plain = |i: usize| scene.class(i).intersects(Class::PREPOSITION | Class::DETERMINER) || scene.word(i) == "on";
    between.len() <= 3 && between.clone().all(|i| issued(i) || plain(i)) && !between.is_empty()
}

/// Farthest that a report stands before its date, in tokens: "report published on".
const FARTHEST_WRITING: usize = 4;

/// What is written, and has the date of its writing.
const WRITINGS: &[&str] = &[
    "report",
    "reports",
    "statement",
    "bulletin",
    "briefing",
    "interview",
    "letter",
    "memo",
    "update",
    "speech",
    "article",
    "paper",
    "press",
];

/// "said that between April and June": the clause behind the reporting verb begins with the date.
pub(super) fn follows_reporting(scene: &Scene<'_>, at: usize) -> bool {
    (scene.sentence.start..at).rev().take(4).any(|i| scene.class(i).contains(Class::REPORTING))
}

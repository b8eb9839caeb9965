//! The measure of a figure whose own words leave it out: a gapped clause ("and 845 wounded"), a list behind
//! "including", a part of a figure that has one, a level that another is compared with.

use super::counts::{countable, counts, stands_for_people};
use super::denied::{is_disputed, is_none_of};
use super::govern::{is_agent, is_base_of_a_part, is_foreign_participle, is_of_a_parent};
use super::measure::{is_part, is_vetoed};
use super::scene::Scene;
use crate::quantity::{Quantity, Unit};
use crate::token::Class;
use crate::vocabulary::{Counts, MeasureId};

/// Gives the figures of a sentence that have no measure by their own words that of another figure, where it is meant.
pub(super) fn carry(scene: &Scene<'_>, quantities: &[Quantity], out: &mut [Option<MeasureId>]) {
    let mut included = false;
    for at in 0..out.len() {
        // Every member of the list behind "including", whatever its own clause says of it.
        let same_run = at > 0 && quantities[at - 1].unit == quantities[at].unit;
        included = same_run && included || says_including(scene, at);
        if out[at].is_none() {
            out[at] = carried(scene, quantities, out, at, included);
        }
    }
}

fn says_including(scene: &Scene<'_>, at: usize) -> bool {
    is_behind_including(scene, at) || scene.segments[at].clone().any(|t| scene.class(t).contains(Class::INCLUDING))
}

/// "including: 2 million for boats": the colon before the segment of a figure ends with "including".
pub(super) fn is_behind_including(scene: &Scene<'_>, at: usize) -> bool {
    let colon = scene.segments[at].start.checked_sub(1).filter(|&colon| colon > scene.sentence.start);
    colon.is_some_and(|colon| scene.tokens[colon].is_punct(':') && scene.class(colon - 1).contains(Class::INCLUDING))
}

/// The measure of a figure whose verb or noun is left out: that of the figure before it, or of the one after it where
/// several subjects share the verb behind the last ("two men and three women were killed").
fn carried(
    scene: &Scene<'_>,
    quantities: &[Quantity],
    known: &[Option<MeasureId>],
    at: usize,
    included: bool,
) -> Option<MeasureId> {
    // "41 of the 120 seats": a part is of the same kind as what it is taken of.
    if is_part(scene, at) && countable(quantities[at].unit) {
        return known[at + 1];
    }
    if is_base_of_a_part(scene, quantities[at].tokens.0 as usize) {
        return None;
    }
    let start = quantities[at].tokens.0 as usize;
    let has_own_verb = || has_own_verb(scene, at) && !is_compared(scene, start);
    if !countable(quantities[at].unit) || !included && has_own_verb() {
        return None;
    }
    let fits = |measure: &MeasureId| counts(scene, *measure, &quantities[at]);
    let other_thing = |measure: MeasureId| {
        quantities[at].unit == Unit::Thing
            && !stands_for_people(scene, &quantities[at])
            && scene.vocabulary.measures[measure.0 as usize].counts != Counts::Thing
    };
    let usable = |m: &MeasureId| fits(m) && !other_thing(*m) && !is_vetoed(scene, *m, at);
    let whole = || (0..at).rev().find_map(|i| known[i].filter(|_| quantities[i].unit == quantities[at].unit));
    // "a fight involving 30 people", "Of the 300 on board, 12 survived": what is said of the others is not said of
    // these.
    if takes_no_measure(scene, start)
        || is_of_a_parent(scene, start)
        || is_agent(scene, &quantities[at])
        || is_disputed(scene, start)
    {
        return None;
    }
    let before = at.checked_sub(1).and_then(|i| known[i]).filter(usable);
    let before = before.or_else(|| included.then(whole).flatten().filter(usable));
    let after =
        known.get(at + 1).copied().flatten().filter(|m| fits(m) && !other_thing(*m) && followed_by_conjunct(scene, at));
    before.or(after)
}

/// Whether the clause of a figure has a verb. Those of who says so ("aides said that 40 Malians ...") and of what tells
/// more of it ("seven towns that had been spared") are none of its own.
fn has_own_verb(scene: &Scene<'_>, at: usize) -> bool {
    let (segment, figure) = (scene.segments[at].clone(), &scene.figures[at]);
    let told = (segment.start + 1..figure.start)
        .rev()
        .find(|&i| scene.word(i) == "that")
        .filter(|&that| (segment.start..that).any(|i| scene.class(i).contains(Class::REPORTING)));
    let start = told.map_or(segment.start, |that| that + 1);
    let explained = scene.word(figure.end) == "that";
    let end = if explained { figure.end } else { segment.end };
    super::segment::has_verb_in(scene, start..end.max(start))
}

/// Whether the word before a figure binds it to something else than the sentence's verb.
fn takes_no_measure(scene: &Scene<'_>, start: usize) -> bool {
    if is_none_of(scene, start) {
        return true;
    }
    let base = (scene.sentence.start..start).rev().find(|&i| scene.word(i) != "the");
    base.is_some_and(|i| {
        let opens = i == scene.sentence.start || scene.tokens[i - 1].is_punct(',');
        is_foreign_participle(scene, i) || opens && scene.word(i).eq_ignore_ascii_case("of")
    })
}

/// Whether only a comma or conjunction stands between the segment of a figure and the next one.
fn followed_by_conjunct(scene: &Scene<'_>, at: usize) -> bool {
    scene.segments.get(at + 1).is_some_and(|next| scene.segments[at].end == next.start)
}

/// "compared with 300 in 2022", "against 41 a year earlier", "up from 295", "followed by 90 in
/// July": a level beside which the other is held, or that comes behind it.
fn is_compared(scene: &Scene<'_>, figure: usize) -> bool {
    let before =
        |back: usize| figure.checked_sub(back).filter(|&i| i >= scene.sentence.start).map_or("", |i| scene.word(i));
    match before(1) {
        "against" | "versus" | "vs" | "than" => true,
        "with" | "to" => matches!(before(2), "compared" | "comparing" | "compares"),
        "from" => matches!(before(2), "up" | "down"),
        "by" => before(2) == "followed",
        _ => false,
    }
}

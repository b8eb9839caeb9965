//! Which of the dates of a sentence is the time of a figure: the nearest in its own words, one that it shares with the
//! figures behind it, or the one that leads the sentence and holds for all.

use super::said::{follows_reporting, is_when_said, tells_when_said};
use super::scene::Scene;
use crate::period::{DateExpr, DateKind, Lead};
use crate::quantity::{Quantity, Unit};
use crate::token::{Class, Kind};

/// The date nearest to the figure in its own segment, with no comma and no new clause in between.
pub(super) fn in_segment(scene: &Scene<'_>, quantities: &[Quantity], at: usize, stock: bool) -> Option<usize> {
    let segment = &scene.segments[at];
    let (start, end) = (quantities[at].tokens.0 as usize, quantities[at].tokens.1 as usize);
    scene
        .dates
        .iter()
        .enumerate()
        .filter(|(_, date)| covers(date, stock))
        .filter_map(|(index, date)| {
            let place = scene.tokens_in(date.span);
            if place.start < segment.start || place.end > segment.end {
                return None;
            }
            // "from 20 a year earlier, and 7 since": only the 20 is of the year before.
            if date.dependent && place.end <= start {
                return None;
            }
            let gap = if place.end <= start { place.end..start } else { end..place.start.max(end) };
            // "and in 2021, 380 people": a date that leads the segment may have its comma.
            let leads =
                place.end <= start && (segment.start..place.start).all(|i| opens_conjunct(scene, i)) && gap.len() <= 1;
            let clear = leads
                || gap.clone().all(|i| {
                    (!scene.tokens[i].is_punct(',') || beside_a_name(scene, i))
                        && !scene.class(i).intersects(Class::RELATIVE)
                        && (!opens_clause(scene, i) || tells_when(scene, i, end))
                });
            let told = clear && !is_base(scene, place.start) && !tells_when_said(scene, place.clone());
            told.then_some((gap.len(), index))
        })
        .min()
        .map(|(_, index)| index)
}

/// "41 people were killed in 28 raids in April", "freed 12 men from two cells on Sunday": figures that nothing parts
/// share the date behind the last of them.
pub(super) fn behind_the_next(scene: &Scene<'_>, quantities: &[Quantity], at: usize, stock: bool) -> Option<usize> {
    let parted =
        |&last: &usize| last + 1 == quantities.len() || scene.segments[last].end != scene.figures[last + 1].start;
    let last = (at..quantities.len()).find(parted).filter(|&last| last > at)?;
    if (at..last).any(|before| is_held_against(scene, quantities, before)) {
        return None;
    }
    let end = scene.figures[last].end;
    let straight = |i: usize| {
        scene.tokens[i].kind != Kind::Punct
            && !scene
                .class(i)
                .intersects(Class::AUXILIARY | Class::VERB | Class::REPORTING | Class::RELATIVE | Class::CONJUNCTION)
            && !opens_clause(scene, i)
    };
    let dates = scene.dates.iter().enumerate().filter(|(_, date)| covers(date, stock) && !date.dependent);
    dates.map(|(index, date)| (index, scene.tokens_in(date.span))).find_map(|(index, place)| {
        let behind = place.start >= end && place.end <= scene.segments[last].end && (end..place.start).all(straight);
        let told = behind && !is_base(scene, place.start) && !tells_when_said(scene, place);
        told.then_some(index)
    })
}

/// "to 50 from 52 in May": the next figure is what this one is held against, and the date is of that one alone.
fn is_held_against(scene: &Scene<'_>, quantities: &[Quantity], at: usize) -> bool {
    let (own, next) = (&quantities[at], &quantities[at + 1]);
    match scene.word(scene.figures[at + 1].start - 1) {
        "than" | "against" | "versus" | "with" => true,
        "from" | "to" => own.unit == next.unit || next.unit == Unit::None || own.change.is_some(),
        _ => false,
    }
}

/// A date that leads the sentence ("In 2023, ...", "between April and June alone, ...") holds for all its figures.
pub(super) fn leading(scene: &Scene<'_>, quantities: &[Quantity], at: usize, stock: bool) -> Option<usize> {
    let first = quantities.first()?.tokens.0 as usize;
    let (index, place) = scene
        .dates
        .iter()
        .enumerate()
        .filter(|(_, date)| covers(date, stock) && !date.dependent)
        .map(|(index, date)| (index, scene.tokens_in(date.span)))
        .find(|(_, place)| place.end <= first)?;
    let near_start = place.start <= scene.sentence.start + 6 || follows_reporting(scene, place.start);
    // The figure's own segment must not carry its clause elsewhere: "..., and that 12 died since".
    let comma_before_figure = (place.end..first).any(|i| scene.tokens[i].is_punct(','));
    let own_date = at > 0
        && scene.dates.iter().any(|d| {
            covers(d, stock)
                && scene.segments[at].contains(&scene.tokens_in(d.span).start)
                && is_attached(scene, quantities, at, d)
        });
    let said_then = is_when_said(scene, place.start) || tells_when_said(scene, place.clone());
    // "The bank, which meets on Thursday, has kept its rate at 4%".
    let aside = stock && is_aside(scene, place.start);
    ((near_start || comma_before_figure) && !own_date && !said_then && !aside && !is_base(scene, place.start))
        .then_some(index)
}

/// Whether a date stands in a relative clause that a comma opened.
fn is_aside(scene: &Scene<'_>, date: usize) -> bool {
    let opened = (scene.sentence.start + 1..date).rev().take_while(|&i| !scene.tokens[i].is_punct(','));
    opened
        .last()
        .is_some_and(|first| scene.tokens[first - 1].is_punct(',') && scene.class(first).contains(Class::RELATIVE))
}

fn is_attached(scene: &Scene<'_>, quantities: &[Quantity], at: usize, date: &DateExpr) -> bool {
    let place = scene.tokens_in(date.span);
    let end = quantities[at].tokens.1 as usize;
    place.start >= end
        && place.start - end <= 6
        && (end..place.start).all(|i| !scene.tokens[i].is_punct(','))
        && !is_base(scene, place.start)
}

/// The commas of "in the capital, Lima, on 3 May" stand beside a name and part nothing.
fn beside_a_name(scene: &Scene<'_>, comma: usize) -> bool {
    let name = |i: usize| scene.tokens.get(i).is_some_and(|t| t.kind == Kind::Word && t.capital());
    name(comma + 1) && scene.matches.iter().any(|m| m.start as usize == comma + 1)
        || comma > 0 && scene.matches.iter().any(|m| m.end as usize == comma && name(comma - 1))
}

/// "and in", ", during": what stands before a date that leads its segment.
fn opens_conjunct(scene: &Scene<'_>, at: usize) -> bool {
    scene.tokens[at].kind == Kind::Punct || scene.class(at).intersects(Class::CONJUNCTION | Class::PREPOSITION)
}

/// A new clause inside the words between figure and date.
fn opens_clause(scene: &Scene<'_>, at: usize) -> bool {
    let class = scene.class(at);
    class.contains(Class::SUBORDINATOR) && !class.intersects(Class::PREPOSITION) && !class.contains(Class::DETERMINER)
}

/// "24 were killed when a ferry sank on Saturday": the clause behind the figure says when.
fn tells_when(scene: &Scene<'_>, at: usize, figure_end: usize) -> bool {
    at >= figure_end && scene.word(at) == "when"
}

/// Dates that can be the period of a figure: not a deadline, not the as-of day, not a time of day; a level has no
/// "since".
fn covers(date: &DateExpr, stock: bool) -> bool {
    date.period.is_some()
        && date.kind != DateKind::Time
        && !matches!(date.lead, Lead::AsOf | Lead::By | Lead::Before | Lead::After | Lead::Until)
        && !(stock && date.lead == Lead::Since)
}

/// "more than in March", "compared with 2022", "from 2019": the date of what the figure is compared with.
pub(super) fn is_base(scene: &Scene<'_>, date: usize) -> bool {
    (scene.sentence.start..date)
        .rev()
        .take(4)
        .take_while(|&i| !scene.tokens[i].is_punct(',') && (!scene.is_in_a_figure(i) || scene.word(i) == "than"))
        .any(|i| matches!(scene.word(i), "than" | "compared" | "versus" | "against"))
}

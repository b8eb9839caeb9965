//! The period that a figure covers and the day as of which it was known, from the dates of its sentence.

use std::ops::Range;

use jiff::civil::Date;

use super::own_date::{behind_the_next, in_segment, is_base, leading};
use super::scene::Scene;
use super::{ClaimPeriod, Modality, PeriodOrigin};
use crate::period::{DateExpr, DateKind, Lead, Period, parse_iso_period};
use crate::quantity::Quantity;
use crate::token::{Class, Kind};
use crate::vocabulary::MeasureId;

/// The period of a figure, if its sentence states one, and its as-of day, if stated.
pub(super) fn of(
    scene: &Scene<'_>,
    quantities: &[Quantity],
    at: usize,
    (measure, modality): (Option<MeasureId>, Modality),
    known: Option<Date>,
    first_date: u32,
) -> (Option<ClaimPeriod>, Option<Date>) {
    let as_of = as_of(scene, known);
    // What is planned for this year is planned for all of it.
    let until = as_of.or(known).filter(|_| modality == Modality::Actual);
    let of_stock = measure.is_some_and(|m| scene.vocabulary.measures[m.0 as usize].stock);
    // A level has no "since"; how much it rose has.
    let change = quantities[at].change.is_some();
    let stock = of_stock && !change;
    let found = in_segment(scene, quantities, at, stock)
        .or_else(|| behind_the_next(scene, quantities, at, stock))
        .map(|date| (date, PeriodOrigin::Clause))
        .or_else(|| leading(scene, quantities, at, stock).map(|date| (date, PeriodOrigin::Sentence)));
    let period = found.and_then(|(date, origin)| {
        let period = meant(scene, date, quantities[at].tokens.0 as usize, modality)?;
        let period = if divides(scene, quantities) { period } else { with_the_next(scene, date, period) };
        let until = until.filter(|_| !(stock && names_its_end(&scene.dates[date])));
        Some(ClaimPeriod { period: until_known(period, until), origin, date: Some(first_date + date as u32) })
    });
    let since_base = || {
        let (date, start) = (change && of_stock).then(|| base_of(scene, quantities, at)).flatten()?;
        let period = until_known(Period { start: Some(start), end: None }, as_of.or(known));
        Some(ClaimPeriod { period, origin: PeriodOrigin::Clause, date: Some(first_date + date as u32) })
    };
    (period.or_else(since_base), as_of)
}

/// "in 2022 and 2023": two years, or two months, told together are one time.
fn with_the_next(scene: &Scene<'_>, date: usize, period: Period) -> Period {
    let joined = |first: usize| {
        let (a, b) = (scene.dates.get(first)?, scene.dates.get(first + 1)?);
        let (from, to) = (scene.tokens_in(a.span), scene.tokens_in(b.span));
        let (a, b) = (a.period.filter(|_| a.kind == DateKind::Date)?, b.period.filter(|_| b.kind == DateKind::Date)?);
        let and = from.end + 1 == to.start && scene.word(from.end) == "and";
        let longer =
            |p: Period| p.start.zip(p.end).is_some_and(|(start, end)| start.tomorrow().is_ok_and(|next| next < end));
        (and && a.end == b.start && a.end.is_some() && longer(a) && longer(b))
            .then_some(Period { start: a.start, end: b.end })
    };
    joined(date).or_else(|| joined(date.checked_sub(1)?)).unwrap_or(period)
}

/// "5,400 and 4,200 in 2022 and 2023": as many figures as dates, one for each.
fn divides(scene: &Scene<'_>, quantities: &[Quantity]) -> bool {
    let pair = |pair: &[std::ops::Range<usize>]| pair[1].start == pair[0].end + 1 && scene.word(pair[0].end) == "and";
    quantities.len() > 1
        && (scene.figures.windows(2).any(pair) || scene.sentence.clone().any(|i| scene.word(i) == "respectively"))
}

/// "face hunger between June and August": a level that is foreseen for all of it, whatever the day is.
fn names_its_end(date: &DateExpr) -> bool {
    date.lead == Lead::None && date.timex.as_deref().is_some_and(|timex| timex.contains('/') && !timex.ends_with(".."))
}

/// The days that a date stands for beside a figure: "since he took office in March" runs on from March, "from next
/// week" is when a plan begins, and "the worst since 2015, when 30 people died" is of 2015.
fn meant(scene: &Scene<'_>, date: usize, figure: usize, modality: Modality) -> Option<Period> {
    let expr = &scene.dates[date];
    let place = scene.tokens_in(expr.span);
    if is_point_of_a_clause(scene, expr, place.end, figure) {
        return expr.timex.as_deref().and_then(|timex| parse_iso_period(timex).ok());
    }
    let period = expr.period?;
    let since = || follows_since(scene, place.start) && !is_explained(scene, place.end, figure);
    let runs_on = expr.lead == Lead::None
        && (since() || has_gone_on(scene, &place, figure) || modality == Modality::Planned && begins(scene, &place));
    Some(if runs_on { Period { end: None, ..period } } else { period })
}

/// "An outbreak that began in May has infected 300", "a mayor elected in May has cut 40 jobs": what the perfect tells
/// goes on from there. "A fire that began on Monday killed 12" was over.
fn has_gone_on(scene: &Scene<'_>, date: &Range<usize>, figure: usize) -> bool {
    let on = |i: &usize| scene.class(*i).intersects(Class::PREPOSITION | Class::ADVERB);
    let verb = (scene.sentence.start..date.start).rev().find(|i| !on(i));
    let done = verb.is_some_and(|i| {
        let past = scene.class(i).contains(Class::VERB) || scene.word(i).ends_with("ed");
        past && !scene.class(i).contains(Class::REPORTING)
    });
    done && (date.end..figure).any(|i| matches!(scene.word(i), "has" | "have"))
}

/// "from next week", and no "to" behind it.
fn begins(scene: &Scene<'_>, date: &Range<usize>) -> bool {
    let from =
        date.start > scene.sentence.start && scene.word(date.start - 1) == "from" || scene.word(date.start) == "from";
    from && !matches!(scene.word(date.end), "to" | "until" | "through" | "till" | "and")
}

/// "since he took office in March", "since the 2021 coup": the clause or noun that "since" opens has the date.
fn follows_since(scene: &Scene<'_>, date: usize) -> bool {
    let mut before = (scene.sentence.start..date).rev().take(FARTHEST_SINCE);
    before
        .find(|&i| {
            scene.tokens[i].kind == Kind::Punct
                || scene.is_in_a_figure(i)
                || scene.word(i).eq_ignore_ascii_case("since")
        })
        .is_some_and(|i| scene.word(i).eq_ignore_ascii_case("since"))
}

/// Farthest that "since" stands before the date of its clause, in tokens: "since the government collapsed in".
const FARTHEST_SINCE: usize = 6;

/// "the 2015 quake, which killed": a clause that tells more of what was dated.
fn is_explained(scene: &Scene<'_>, from: usize, figure: usize) -> bool {
    (from..figure).any(|i| scene.class(i).contains(Class::RELATIVE) || scene.word(i) == "when")
}

/// The day of "as of 9 June"; also of "by 9 June 52 had died", where that day is over.
fn as_of(scene: &Scene<'_>, known: Option<Date>) -> Option<Date> {
    let last_day = |date: &DateExpr| date.period.and_then(|p| p.last_day());
    let stated = scene.dates.iter().find(|d| d.lead == Lead::AsOf).and_then(last_day);
    let by = || {
        let date = scene.dates.iter().find(|d| d.lead == Lead::By && d.kind != DateKind::Time)?;
        let pluperfect = (scene.tokens_in(date.span).end..scene.sentence.end).any(|i| scene.word(i) == "had");
        last_day(date).filter(|day| pluperfect && known.is_some_and(|known| *day <= known))
    };
    stated.or_else(by)
}

/// "9,000 more than in May": a change of a level runs from what it is compared with to the day it was known.
fn base_of(scene: &Scene<'_>, quantities: &[Quantity], at: usize) -> Option<(usize, Date)> {
    let end = quantities[at].tokens.1 as usize;
    scene.dates.iter().enumerate().find_map(|(index, date)| {
        let place = scene.tokens_in(date.span);
        let behind = place.start >= end && place.start - end <= 3 && is_base(scene, place.start);
        Some((index, date.period.filter(|_| behind)?.start?))
    })
}

/// A period that is still running ends on the day on which the figure was known.
pub(super) fn until_known(period: Period, known: Option<Date>) -> Period {
    match known {
        Some(day) if period.contains(day) && period.start.is_some_and(|start| start < day) => {
            Period { end: day.tomorrow().ok().or(period.end), ..period }
        }
        _ => period,
    }
}

/// "the worst since 2015, when 30 people died": the figure is of the year, and not of the years since.
fn is_point_of_a_clause(scene: &Scene<'_>, date: &DateExpr, end: usize, figure: usize) -> bool {
    date.lead == Lead::Since && (end..figure.min(end + 2)).any(|i| scene.word(i) == "when")
}

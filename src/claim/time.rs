//! The period that a figure covers and the day as of which it was known, from the dates of its sentence.

use jiff::civil::Date;

use super::read::Scene;
use super::{ClaimPeriod, PeriodOrigin};
use crate::period::{DateExpr, DateKind, Lead, Period};
use crate::quantity::Quantity;
use crate::token::{Class, Kind};
use crate::vocabulary::MeasureId;

/// The period of a figure, if its sentence states one, and its as-of day, if stated.
pub(super) fn of(
    scene: &Scene<'_>,
    quantities: &[Quantity],
    at: usize,
    measure: Option<MeasureId>,
    known: Option<Date>,
    first_date: u32,
) -> (Option<ClaimPeriod>, Option<Date>) {
    let as_of = as_of(scene, known);
    let of_stock = measure.is_some_and(|m| scene.vocabulary.measures[m.0 as usize].stock);
    // A level has no "since"; how much it rose has.
    let change = quantities[at].change.is_some();
    let stock = of_stock && !change;
    let found = in_segment(scene, quantities, at, stock)
        .map(|date| (date, PeriodOrigin::Clause))
        .or_else(|| leading(scene, quantities, at, stock).map(|date| (date, PeriodOrigin::Sentence)));
    let period = found.and_then(|(date, origin)| {
        let period = scene.dates[date].period?;
        Some(ClaimPeriod { period: until_known(period, as_of.or(known)), origin, date: Some(first_date + date as u32) })
    });
    let since_base = || {
        let (date, start) = (change && of_stock).then(|| base_of(scene, quantities, at)).flatten()?;
        let period = until_known(Period { start: Some(start), end: None }, as_of.or(known));
        Some(ClaimPeriod { period, origin: PeriodOrigin::Clause, date: Some(first_date + date as u32) })
    };
    (period.or_else(since_base), as_of)
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
fn until_known(period: Period, known: Option<Date>) -> Period {
    match known {
        Some(day) if period.contains(day) && period.start.is_some_and(|start| start < day) => {
            Period { end: day.tomorrow().ok().or(period.end), ..period }
        }
        _ => period,
    }
}

/// The date nearest to the figure in its own segment, with no comma and no new clause in between.
fn in_segment(scene: &Scene<'_>, quantities: &[Quantity], at: usize, stock: bool) -> Option<usize> {
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
            let told = clear && !is_base(scene, place.start) && !is_point_of_a_clause(scene, date, place.end, start);
            told.then_some((gap.len(), index))
        })
        .min()
        .map(|(_, index)| index)
}

/// A date that leads the sentence ("In 2023, ...", "between April and June alone, ...") holds for all its figures.
fn leading(scene: &Scene<'_>, quantities: &[Quantity], at: usize, stock: bool) -> Option<usize> {
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
    let said_then = is_when_said(scene, place.start)
        || is_point_of_a_clause(scene, &scene.dates[index], place.end, quantities[at].tokens.0 as usize);
    ((near_start || comma_before_figure) && !own_date && !said_then && !is_base(scene, place.start)).then_some(index)
}

fn is_attached(scene: &Scene<'_>, quantities: &[Quantity], at: usize, date: &DateExpr) -> bool {
    let place = scene.tokens_in(date.span);
    let end = quantities[at].tokens.1 as usize;
    place.start >= end
        && place.start - end <= 6
        && (end..place.start).all(|i| !scene.tokens[i].is_punct(','))
        && !is_base(scene, place.start)
}

/// "the worst since 2015, when 30 people died": the figure is of the year, and not of the years since.
fn is_point_of_a_clause(scene: &Scene<'_>, date: &DateExpr, end: usize, figure: usize) -> bool {
    date.lead == Lead::Since && (end..figure.min(end + 2)).any(|i| scene.word(i) == "when")
}

/// "Police said Saturday that", "announced on Monday": a day straight behind the verb is when it was said.
fn is_when_said(scene: &Scene<'_>, date: usize) -> bool {
    let on = usize::from(date > scene.sentence.start && scene.word(date - 1) == "on");
    let day = scene.class(date).intersects(Class::WEEKDAY | Class::DAY_WORD);
    day && date > scene.sentence.start + on && scene.class(date - on - 1).contains(Class::REPORTING)
}

/// "said that between April and June": the clause behind the reporting verb begins with the date.
fn follows_reporting(scene: &Scene<'_>, at: usize) -> bool {
    (scene.sentence.start..at).rev().take(4).any(|i| scene.class(i).contains(Class::REPORTING))
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
fn is_base(scene: &Scene<'_>, date: usize) -> bool {
    (scene.sentence.start..date)
        .rev()
        .take(4)
        .take_while(|&i| !scene.tokens[i].is_punct(','))
        .any(|i| matches!(scene.word(i), "than" | "compared" | "versus" | "against"))
}

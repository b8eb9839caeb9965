//! The period that a figure covers and the day as of which it was known, from the dates of its sentence.

use std::ops::Range;

use jiff::civil::Date;

use super::scene::Scene;
use super::{ClaimPeriod, Modality, PeriodOrigin};
use crate::period::{DateExpr, DateKind, Lead, Period, parse_iso_period};
use crate::quantity::{Quantity, Unit};
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

/// The days that a date stands for beside a figure: "since he took office in March" runs on from March, "from next week"
/// is when a plan begins, and "the worst since 2015, when 30 people died" is of 2015.
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

/// "An outbreak that began in May has infected 300": what the perfect tells goes on from there. "A fire that began on
/// Monday killed 12" was over.
fn has_gone_on(scene: &Scene<'_>, date: &Range<usize>, figure: usize) -> bool {
    let on = |i: &usize| matches!(scene.word(*i), "on" | "in");
    let verb = (scene.sentence.start..date.start).rev().find(|i| !on(i));
    let began = verb.is_some_and(|i| matches!(scene.word(i), "began" | "begun" | "started" | "launched" | "erupted"));
    began && (date.end..figure).any(|i| matches!(scene.word(i), "has" | "have"))
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
                || is_in_a_figure(scene, i)
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

fn is_in_a_figure(scene: &Scene<'_>, at: usize) -> bool {
    scene.figures.iter().any(|figure| figure.contains(&at))
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
            let told = clear && !is_base(scene, place.start) && !tells_when_said(scene, place.clone());
            told.then_some((gap.len(), index))
        })
        .min()
        .map(|(_, index)| index)
}

/// "41 people were killed in 28 raids in April", "freed 12 men from two cells on Sunday": figures that nothing parts share
/// the date behind the last of them.
fn behind_the_next(scene: &Scene<'_>, quantities: &[Quantity], at: usize, stock: bool) -> Option<usize> {
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
    let said_then = is_when_said(scene, place.start) || tells_when_said(scene, place.clone());
    // "The bank, which meets on Thursday, has kept its rate at 4%".
    let said_then = said_then || stock && is_aside(scene, place.start);
    ((near_start || comma_before_figure) && !own_date && !said_then && !is_base(scene, place.start)).then_some(index)
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

/// "the worst since 2015, when 30 people died": the figure is of the year, and not of the years since.
fn is_point_of_a_clause(scene: &Scene<'_>, date: &DateExpr, end: usize, figure: usize) -> bool {
    date.lead == Lead::Since && (end..figure.min(end + 2)).any(|i| scene.word(i) == "when")
}

/// "Police said Saturday that", "announced on Monday": a day straight behind the verb is when it was said.
fn is_when_said(scene: &Scene<'_>, date: usize) -> bool {
    let on = usize::from(date > scene.sentence.start && scene.word(date - 1) == "on");
    let day = on == 1 || scene.class(date).intersects(Class::WEEKDAY | Class::DAY_WORD);
    day && date > scene.sentence.start + on && scene.class(date - on - 1).contains(Class::REPORTING)
}

/// "a report published in May", "in a November 2023 statement", "GENEVA, 12 June -": the date of what was written, and
/// not of what it tells.
fn tells_when_said(scene: &Scene<'_>, date: Range<usize>) -> bool {
    let written =
        |at: usize| at < scene.sentence.end && WRITINGS.iter().any(|noun| scene.word(at).eq_ignore_ascii_case(noun));
    let words = |&i: &usize| scene.tokens[i].kind == Kind::Word && !is_in_a_figure(scene, i);
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
        .take_while(|&i| !scene.tokens[i].is_punct(',') && (!is_in_a_figure(scene, i) || scene.word(i) == "than"))
        .any(|i| matches!(scene.word(i), "than" | "compared" | "versus" | "against"))
}

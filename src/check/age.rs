//! Ages against the dates of birth and death that a text states: "born in 1950 ... died in 2020 aged 65". The date of
//! the text is now. An age is right on either side of the birthday where the day is not known.

use std::ops::RangeInclusive;

use jiff::civil::Date;
use rust_decimal::Decimal;
use serde::Deserialize;

use super::birth::{Age, Birth, Moment, age, birth, tells_death};
use super::fix::{Right, either, fix, rewritten};
use super::person::{goes_on, reaches, same_person};
use super::sentence::SentenceView;
use super::working::slip;
use super::{Check, ParameterFault, Parameters, Scene};
use crate::claim::Dated;
use crate::period::{Lead, Period, TimeUnit};
use crate::span::Span;
use crate::verdict::{Confidence, Failure, Fix, Label, Mismatch, Outcome, Reason, Verdict};

/// Parameters of the check `age`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
struct AgeCheck {
    /// Days before the date of the text in which what it tells may have happened.
    days_before: i64,
}

impl Default for AgeCheck {
    fn default() -> Self {
        Self { days_before: 31 }
    }
}

/// Builds the check from its rule's parameters.
pub(super) fn build(parameters: &Parameters<'_>) -> Result<Box<dyn Check>, ParameterFault> {
    Ok(Box::new(parameters.read::<AgeCheck>()?))
}

/// A time at which someone can have had the age.
#[derive(Clone, Copy, Debug)]
struct Anchor {
    period: Period,
    /// Where it stands; the date of the text stands nowhere.
    span: Option<Span>,
}

impl Check for AgeCheck {
    fn check(&self, scene: &Scene<'_>, out: &mut Vec<Verdict>) {
        let mut before: Option<(SentenceView<'_>, Birth)> = None;
        // Sentences without a figure are looked at too: "She was born in May 1950."
        for sentence in &scene.reading.sentences {
            let view = SentenceView::of(scene.reading, sentence);
            let dates = &scene.reading.dates[sentence.dates.start as usize..sentence.dates.end as usize];
            let own = if dates.is_empty() { None } else { birth(&view, dates) };
            let carried = before.take().filter(|(last, _)| own.is_none() && follows(&view, last));
            let Some(birth) = own.or(carried.map(|(_, birth)| birth)) else { continue };
            before = own.map(|birth| (view, birth));
            let ages = view.claims.iter().filter_map(|claim| age(&view, claim));
            for mut age in ages {
                let one = match &carried {
                    Some((last, birth)) => goes_on(&view, &age, last, birth),
                    None => same_person(&view, &age, &birth),
                };
                if !one {
                    continue;
                }
                // "(1850–1921), apprenticed at the age of 14": of a life that is over the age can be any of its years.
                if birth.death.is_some() && age.moment == Moment::Then && !view.words().any(tells_death) {
                    continue;
                }
                // "He died in 1985. He was 65.": then, and not as the text was written.
                let died = carried.filter(|(last, _)| age.moment == Moment::Now && last.words().any(tells_death));
                let dates = died.map_or(dates, |(last, _)| last.dates());
                age.moment = if died.is_some() { Moment::Then } else { age.moment };
                let anchors = self.anchors(scene, &times(&view, &age, &birth, dates), &birth, age.moment);
                let outcome = judge(&view, &age, &birth, &anchors);
                out.push(Verdict { primary: view.place(age.claim.quantity.span), outcome });
            }
        }
    }
}

/// Whether one sentence stands straight behind the other.
fn follows(view: &SentenceView<'_>, last: &SentenceView<'_>) -> bool {
    view.sentence.block == last.sentence.block && view.sentence.tokens.start == last.sentence.tokens.end
}

/// The other dates of the sentence at which someone can have the age: none behind words about somebody else, and none
/// where the nearest one has no known year ("turned 90 on 2 June").
fn times<'d>(view: &SentenceView<'_>, age: &Age<'_>, birth: &Birth, dates: &'d [Dated]) -> Vec<&'d Dated> {
    let others = dates
        .iter()
        .filter(|d| d.expr.period != Some(birth.period) && birth.death.is_none())
        .filter(|d| matches!(d.expr.lead, Lead::None | Lead::AsOf));
    let distance = |d: &&Dated| d.expr.span.start.abs_diff(age.claim.quantity.span.start);
    match others.clone().min_by_key(distance) {
        Some(nearest) if nearest.expr.period.is_none() => Vec::new(),
        _ => others.filter(|d| reaches(view, age, birth, d.expr.span)).collect(),
    }
}

impl AgeCheck {
    /// The given dates, and the same a year later where the year is not told ("on 9 May" can lie ahead); the date of
    /// the text where an age is of now.
    fn anchors(&self, scene: &Scene<'_>, dates: &[&Dated], birth: &Birth, moment: Moment) -> Vec<Anchor> {
        let mut anchors: Vec<Anchor> = Vec::new();
        for dated in dates {
            let Some(period) = dated.expr.period.filter(Period::is_closed) else { continue };
            let ahead =
                period.start.zip(period.end).filter(|_| dated.expr.relative).and_then(|(start, end)| {
                    Period::between(TimeUnit::Year.add(start, 1)?, TimeUnit::Year.add(end, 1)?)
                });
            let at = |period| Anchor { period, span: Some(dated.expr.span) };
            anchors.extend([Some(period), ahead].into_iter().flatten().map(at));
        }
        anchors.extend(birth.death.map(|period| Anchor { period, span: None }));
        let now = scene.reading.document.metadata.date.and_then(|day| self.now(day));
        if moment == Moment::Now && birth.death.is_none() {
            anchors.extend(now.map(|period| Anchor { period, span: None }));
        }
        anchors
    }

    fn now(&self, day: Date) -> Option<Period> {
        Period::between(day.checked_sub(jiff::Span::new().days(self.days_before)).ok()?, day.tomorrow().ok()?)
    }
}

/// Passed where the age fits one of the times; else held against the nearest of them.
fn judge(view: &SentenceView<'_>, age: &Age<'_>, birth: &Birth, anchors: &[Anchor]) -> Outcome {
    let stated = age.claim.quantity.span;
    let distance = |anchor: &&Anchor| anchor.span.map_or(0, |span| span.start.abs_diff(stated.start));
    let fits = |anchor: &&Anchor| at(birth, anchor, age.moment).is_some_and(|years| years.contains(&age.years));
    let Some(anchor) = anchors.iter().find(fits).or_else(|| anchors.iter().min_by_key(distance)) else {
        return Outcome::NotChecked(if age.moment == Moment::Now { Reason::NoDate } else { Reason::NoPeriod });
    };
    let Some(years) = at(birth, anchor, age.moment) else { return Outcome::NotChecked(Reason::NoPeriod) };
    let (born, mut then, right) = (written(birth.period), written(anchor.period), words(&years));
    if anchor.span.is_none() && birth.death.is_none() {
        then.push_str(", the date of the text");
    }
    let calculation = format!("born {born}, {right} years old {then}, stated {}", age.years);
    let mut labels = vec![Label { place: view.place(birth.span), message: format!("born {born}") }];
    labels
        .extend(anchor.span.map(|span| Label { place: view.place(span), message: format!("{right} years old then") }));
    if years.contains(&age.years) {
        return Outcome::Passed { calculation, message: "the age fits the dates".to_owned(), labels };
    }
    let off = (years.start() - age.years).max(age.years - years.end());
    let stated_then = anchor.span.is_some() || birth.death.is_some();
    let year = anchor.period.start.map_or(0, |day| i32::from(day.year())) - age.years;
    let before = if age.moment == Moment::Turns { String::new() } else { format!("{} or ", year - 1) };
    Outcome::Failed(Box::new(Failure {
        mismatch: if off > 1 { Mismatch::Hard } else { Mismatch::Soft },
        confidence: if stated_then { Confidence::High } else { Confidence::Medium },
        message: format!("“{}”, but someone born {born} is {right} years old {then}", view.text(stated)),
        help: Some(format!("write {right}, or check the dates: a birth in {before}{year} would fit {}", age.years)),
        primary_label: format!("should be {right}"),
        labels,
        calculation: Some(calculation),
        cause: [years.end(), years.start()].into_iter().find_map(|n| slip(age.years.into(), Decimal::from(*n))),
        fix: rejuvenated(view, age, &years),
    }))
}

/// The right age; where two are possible, both of them.
fn rejuvenated(view: &SentenceView<'_>, age: &Age<'_>, years: &RangeInclusive<i32>) -> Option<Fix> {
    let right = |years: i32| rewritten(view, age.claim, Right::exactly(years.into()));
    match years.end() - years.start() {
        0 => fix([right(*years.start())]),
        1 => either([right(*years.start()), right(*years.end())]),
        _ => None,
    }
}

/// The least and the most whole years that someone can be old at a time; `None` before the birth.
fn at(birth: &Birth, anchor: &Anchor, moment: Moment) -> Option<RangeInclusive<i32>> {
    let years = match moment {
        Moment::Turns => birth.period.calendar_difference(&anchor.period, TimeUnit::Year),
        Moment::Now | Moment::Then => birth.period.elapsed(&anchor.period, TimeUnit::Year),
    }?;
    (*years.start() >= 0).then_some(years)
}

/// "69 or 70".
fn words(years: &RangeInclusive<i32>) -> String {
    match years.end() - years.start() {
        0 => years.start().to_string(),
        1 => format!("{} or {}", years.start(), years.end()),
        _ => format!("{} to {}", years.start(), years.end()),
    }
}

/// "in 1950", "in May 1950", "on 3 May 1950"; a time that is no unit of the calendar by its last day.
fn written(period: Period) -> String {
    let (Some(start), Some(last)) = (period.start, period.last_day()) else { return String::new() };
    let format = match (start.day(), start.month(), last) {
        (1, 1, last) if last.year() == start.year() && last.day_of_year() == last.days_in_year() => "in %Y",
        (1, month, last) if last.month() == month && last.day() == last.days_in_month() => "in %B %Y",
        _ => "on %-d %B %Y",
    };
    last.strftime(format).to_string()
}

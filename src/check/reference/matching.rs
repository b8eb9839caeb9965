//! Which facts speak of the same quantity as a claim: measure, unit, qualifiers, modality, place and time agree, and
//! nothing of the same kind stands nearer. The checks that hold claims against facts share this.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};
use serde::Deserialize;

use super::Scene;
use crate::claim::{Claim, Nearness, Rival, Standing};
use crate::period::Period;
use crate::quantity::{Number, Unit};
use crate::reference::{Fact, Near, Status, Term};
use crate::verdict::{Confidence, Reason};
use crate::vocabulary::{Counts, EntityId};

/// Parameters of the checks that hold claims against facts.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub(super) struct Matching {
    /// Days after a fact's day in which a text without a period of its own can mean it.
    event_days: i32,
    /// Days after the end of a period from which its figures no longer change.
    settled_after: i32,
}

impl Default for Matching {
    fn default() -> Self {
        Self { event_days: 7, settled_after: 30 }
    }
}

/// How a fact goes with a claim.
#[derive(Clone, Copy, Debug)]
pub(super) struct Match<'a> {
    pub(super) fact: &'a Fact,
    /// The farthest of its terms.
    pub(super) nearness: Nearness,
    /// Whether the period was inferred from the document's date.
    pub(super) dated_by_document: bool,
}

/// Figures that facts speak of: counts, money and shares.
pub(super) fn can_be_a_fact(claim: &Claim) -> bool {
    let unit = claim.quantity.unit;
    unit.counts_things() || unit.is_amount() || unit == Unit::Percent
}

impl Matching {
    /// The facts that a claim is held against, or why there is none. Of an event without a period of its own there is
    /// only one.
    pub(super) fn matches<'f>(
        &self,
        scene: &Scene<'_>,
        near: &Near<'f>,
        claim: &Claim,
    ) -> Result<Vec<Match<'f>>, Reason> {
        let measure = claim.measure.ok_or(Reason::NoMeasure)?;
        if claim.standing != Standing::Own || claim.narrowed {
            return Err(Reason::NoFact);
        }
        let (facts, others) = near.of(measure, self.days(scene, claim));
        let mut reason = if others { Reason::NoPeriod } else { Reason::NoFact };
        let mut matches: Vec<Match<'f>> = Vec::new();
        for fact in facts {
            match self.goes_with(scene, claim, fact) {
                Ok(found) => matches.push(found),
                Err(why) => reason = reason.max_telling(why),
            }
        }
        // An event without a period of its own needs to be the only one of its kind.
        if matches.iter().filter(|m| m.dated_by_document).count() > 1 {
            matches.retain(|m| !m.dated_by_document);
        }
        if matches.is_empty() { Err(reason) } else { Ok(matches) }
    }

    /// First and last day on which the period of a fact can begin that a claim speaks of.
    fn days(&self, scene: &Scene<'_>, claim: &Claim) -> Option<(Date, Date)> {
        if let Some(of_claim) = claim.stated_period() {
            let from = of_claim.period.start?;
            let to = of_claim.period.last_day().filter(|_| short(&of_claim.period));
            let from = from.yesterday().ok().filter(|_| begins_a_day_early(&of_claim.period)).unwrap_or(from);
            let to = to.unwrap_or(from);
            return Some((from, if is_at_night(scene, claim) { to.tomorrow().unwrap_or(to) } else { to }));
        }
        let written = scene.reading.document.metadata.date?;
        Some((written.checked_sub(self.event_days.days()).ok()?, written))
    }

    /// Whether a claim and a fact speak of the same quantity; otherwise why not.
    fn goes_with<'f>(&self, scene: &Scene<'_>, claim: &Claim, fact: &'f Fact) -> Result<Match<'f>, Reason> {
        let unit = match (claim.quantity.unit, fact.unit) {
            (Unit::None | Unit::Thing, Unit::Person) => Unit::Person,
            // "98 of the 200 seats".
            (Unit::None, Unit::Thing) => Unit::Thing,
            (unit, _) => unit,
        };
        if unit != fact.unit || claim.quantity.change != fact.change || claim.qualifiers != fact.qualifiers {
            return Err(Reason::NoFact);
        }
        if claim.modality != fact.modality {
            return Err(Reason::Modality);
        }
        if matches!(claim.quantity.number, Number::Vague(_)) {
            return Err(Reason::Vague);
        }
        // Days are cheaper to compare than words are to look for.
        let dated_by_document = self.periods_agree(scene, claim, fact)?;
        let nearness = terms_nearness(scene, claim, &fact.about).ok_or(Reason::NoFact)?;
        let entities: Vec<EntityId> =
            fact.about.iter().filter_map(|t| if let Term::Entity(id) = t { Some(*id) } else { None }).collect();
        let own_name = |name: &str| {
            fact.about
                .iter()
                .any(|term| matches!(term, Term::Plain(words) if words.contains(&name.to_ascii_lowercase())))
        };
        match scene.reading.rival(claim, &entities) {
            Some(Rival::Unlisted(name)) if own_name(&name) => {}
            Some(_) => return Err(Reason::Rival),
            None => {}
        }
        if has_a_holder(scene, claim) {
            let plain: Vec<&str> = fact
                .about
                .iter()
                .filter_map(|t| if let Term::Plain(words) = t { Some(&**words) } else { None })
                .collect();
            if !plain.is_empty() && scene.reading.another_holder(claim, &plain).is_some() {
                return Err(Reason::Rival);
            }
        }
        Ok(Match { fact, nearness, dated_by_document })
    }

    /// Whether the periods agree; true where the document's date stood in for the claim's.
    fn periods_agree(&self, scene: &Scene<'_>, claim: &Claim, fact: &Fact) -> Result<bool, Reason> {
        let known = claim.as_of;
        match (claim.stated_period().map(|p| p.period), fact.period) {
            (None, None) => match (known, fact.as_of) {
                (None, Some(_)) => Err(Reason::NoDate),
                (Some(claim_day), Some(fact_day)) if fact_day > claim_day => Err(Reason::NoFact),
                _ => Ok(false),
            },
            (Some(period), Some(of_fact)) => {
                let running = |end: Option<Date>, known: Option<Date>| matches!((end, known), (Some(end), Some(day)) if end.yesterday().is_ok_and(|last| last >= day));
                let both_running =
                    period.start == of_fact.start && running(period.end, known) && running(of_fact.end, fact.as_of);
                let last = of_fact.last_day();
                // "last Sunday night", "in the week to Friday": an event on a day of a short period.
                let on_a_day =
                    of_fact.start == last && last.is_some_and(|day| falls_in(&period, day)) && short(&period);
                // "Wednesday night" ends on Thursday.
                let next = period.last_day().and_then(|day| day.tomorrow().ok()).filter(|_| of_fact.start == last);
                let on_a_day = on_a_day || next.is_some() && next == last && is_at_night(scene, claim);
                if on_a_day && period != of_fact {
                    return Ok(true);
                }
                let later = matches!((fact.as_of, known), (Some(fact_day), Some(day)) if fact_day > day);
                if (period == of_fact || both_running) && (!later || self.settled(of_fact.end, known)) {
                    Ok(false)
                } else {
                    Err(Reason::NoPeriod)
                }
            }
            (None, Some(of_fact)) => {
                let day = of_fact.start.filter(|start| of_fact.last_day() == Some(*start));
                let written = scene.reading.document.metadata.date;
                let near = day.zip(written).is_some_and(|(day, written)| {
                    written.since(day).is_ok_and(|span| (0..=self.event_days).contains(&span.get_days()))
                });
                let elsewhen = day.is_some_and(|day| names_another_time(scene, claim, day));
                if near && !elsewhen { Ok(true) } else { Err(Reason::NoPeriod) }
            }
            (Some(_), None) => Err(Reason::NoPeriod),
        }
    }

    fn settled(&self, end: Option<Date>, known: Option<Date>) -> bool {
        end.zip(known)
            .is_some_and(|(end, known)| known.since(end).is_ok_and(|span| span.get_days() >= self.settled_after))
    }

    /// A later figure of something that changes is news, not an error.
    pub(super) fn is_update(&self, claim: &Claim, fact: &Fact) -> bool {
        let stock_or_running = match fact.period {
            None => fact.as_of.is_some(),
            Some(period) => !self.settled(period.end, fact.as_of) && !self.settled(period.end, claim.as_of),
        };
        fact.status != Status::Settled
            && stock_or_running
            && matches!((claim.as_of, fact.as_of), (Some(day), Some(of_fact)) if day > of_fact)
    }
}

/// Whether a figure is a toll of the one day of its fact, of whose victims a text counts some and all.
pub(super) fn is_of_an_event(scene: &Scene<'_>, claim: &Claim, found: &Match<'_>) -> bool {
    let toll = claim.measure.is_some_and(|id| {
        let own = &scene.reading.vocabulary.measures[id.0 as usize];
        own.accumulates && own.counts == Counts::Person
    });
    toll && found.fact.period.is_some_and(|period| period.start.is_some() && period.start == period.last_day())
}

/// Whether a figure is somebody's: votes, money and shares are, tolls belong to a place or an event.
fn has_a_holder(scene: &Scene<'_>, claim: &Claim) -> bool {
    claim.measure.is_some_and(|id| scene.reading.vocabulary.measures[id.0 as usize].counts != Counts::Person)
}

/// Whether the sentence speaks of a longer time without the fact's day: "... were wounded in 11 incidents last
/// weekend". A single other day may be that of an arrest or a statement.
fn names_another_time(scene: &Scene<'_>, claim: &Claim, day: Date) -> bool {
    let sentence = &scene.reading.sentences[claim.sentence as usize];
    scene.reading.dates[sentence.dates.start as usize..sentence.dates.end as usize]
        .iter()
        .filter_map(|date| date.expr.period)
        .any(|period| !falls_in(&period, day) && period.start.is_some_and(|start| period.last_day() != Some(start)))
}

/// Whether the period of a claim is a night: "Wednesday night".
fn is_at_night(scene: &Scene<'_>, claim: &Claim) -> bool {
    let reading = scene.reading;
    claim.stated_period().and_then(|period| period.date).is_some_and(|date| {
        let date = &reading.dates[date as usize];
        let text = &reading.document.blocks[reading.sentences[date.sentence as usize].block as usize].text;
        let behind = text.get(date.expr.span.end as usize..).unwrap_or_default();
        behind.strip_prefix(' ').is_some_and(|behind| behind.starts_with("night"))
    })
}

/// Whether a day lies in a period.
fn falls_in(period: &Period, day: Date) -> bool {
    period.contains(day) || begins_a_day_early(period) && day.tomorrow().is_ok_and(|next| period.start == Some(next))
}

/// Some count the Sunday before among the days of a week, and Friday night is of the weekend.
fn begins_a_day_early(period: &Period) -> bool {
    let Some((start, end)) = period.start.zip(period.end) else { return false };
    let days = end.since(start).map_or(0, |span| span.get_days());
    days == 7 || days == 2 && start.weekday() == Weekday::Saturday
}

/// A period of a week or less.
fn short(period: &Period) -> bool {
    period.start.zip(period.end).is_some_and(|(start, end)| end.since(start).is_ok_and(|span| span.get_days() <= 7))
}

/// The fact whose terms stand nearest; of those, the one with the most terms, then the latest.
pub(super) fn nearest<'m, 'a>(matches: &'m [Match<'a>]) -> Option<&'m Match<'a>> {
    matches.iter().min_by(|a, b| {
        a.nearness
            .cmp(&b.nearness)
            .then(b.fact.about.len().cmp(&a.fact.about.len()))
            .then(b.fact.as_of.cmp(&a.fact.as_of))
    })
}

/// How near the farthest term of a fact stands; `None` where one is missing.
fn terms_nearness(scene: &Scene<'_>, claim: &Claim, terms: &[Term]) -> Option<Nearness> {
    terms.iter().try_fold(Nearness::Segment, |far, term| {
        let own = match term {
            Term::Entity(id) => scene.reading.nearness(claim, *id),
            Term::Plain(words) => scene.reading.nearness_of_words(claim, words),
        }?;
        Some(far.max(own))
    })
}

pub(super) fn confidence(found: &Match<'_>) -> Confidence {
    if found.dated_by_document || found.nearness == Nearness::RivalledTopic {
        Confidence::Medium
    } else {
        Confidence::High
    }
}

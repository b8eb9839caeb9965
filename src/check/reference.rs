//! The reference set: claims against the facts that the desk has verified.

use jiff::civil::Date;
use rust_decimal::Decimal;
use serde::Deserialize;

use super::compare::{Figure, mismatch};
use super::event::Events;
use super::kept::together;
use super::sentence::SentenceView;
use super::working::{interval, number, slip};
use super::{Check, ParameterFault, Parameters, Scene};
use crate::claim::{Claim, Nearness, Rival, Standing};
use crate::period::{Period, day_in_words};
use crate::quantity::{Interval, Meaning, Number, Unit};
use crate::reference::{Fact, FactValue, Status, Term};
use crate::verdict::{Confidence, Failure, Label, Outcome, Reason, Verdict};
use crate::vocabulary::EntityId;

/// Parameters of the check `reference`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
struct Reference {
    /// Days after a fact's day in which a text without a period of its own can mean it.
    event_days: i32,
    /// Days after the end of a period from which its figures no longer change.
    settled_after: i32,
}

impl Default for Reference {
    fn default() -> Self {
        Self { event_days: 7, settled_after: 30 }
    }
}

/// Builds the check from its rule's parameters.
pub(super) fn build(parameters: &Parameters<'_>) -> Result<Box<dyn Check>, ParameterFault> {
    Ok(Box::new(parameters.read::<Reference>()?))
}

/// How a fact goes with a claim.
#[derive(Clone, Copy, Debug)]
struct Match<'a> {
    fact: &'a Fact,
    /// The farthest of its terms.
    nearness: Nearness,
    /// Whether the period was inferred from the document's date.
    dated_by_document: bool,
}

impl Check for Reference {
    fn check(&self, scene: &Scene<'_>, out: &mut Vec<Verdict>) {
        if scene.facts.is_empty() {
            return;
        }
        let mut events = Events::default();
        for view in SentenceView::all(scene.reading) {
            for claim in view.claims {
                if claim.repeated || !can_be_a_fact(claim) {
                    continue;
                }
                let (outcome, event) = self.outcome(scene, &view, claim);
                let verdict = Verdict { primary: view.place(claim.quantity.span), outcome };
                match event {
                    Some(fact) => events.add(&view, claim, fact, verdict),
                    None => out.push(verdict),
                }
            }
        }
        events.judge(out);
    }
}

/// Figures that facts speak of: counts, money and shares.
fn can_be_a_fact(claim: &Claim) -> bool {
    matches!(
        claim.quantity.unit,
        Unit::Person | Unit::Thing | Unit::None | Unit::Money(_) | Unit::Percent | Unit::Measure(_)
    ) && claim.quantity.unit != Unit::Ordinal
}

impl Reference {
    /// What the facts say of a claim, and the fact of the event that it is a count of, if it has no period of its own.
    fn outcome<'a>(&self, scene: &Scene<'a>, view: &SentenceView<'_>, claim: &Claim) -> (Outcome, Option<&'a Fact>) {
        let Some(measure) = claim.measure else { return (Outcome::NotChecked(Reason::NoMeasure), None) };
        if claim.standing != Standing::Own {
            return (Outcome::NotChecked(Reason::NoFact), None);
        }
        let mut reason = Reason::NoFact;
        let mut matches: Vec<Match<'_>> = Vec::new();
        for fact in scene.facts.of(measure) {
            match self.goes_with(scene, claim, fact) {
                Ok(found) => matches.push(found),
                Err(why) => reason = reason.max_telling(why),
            }
        }
        // An event without a period of its own needs to be the only one of its kind.
        if matches.iter().filter(|m| m.dated_by_document).count() > 1 {
            matches.retain(|m| !m.dated_by_document);
        }
        let Some(best) = nearest(&matches) else {
            return (Outcome::NotChecked(reason), None);
        };
        let event = best.dated_by_document.then_some(best.fact);
        (self.hold(scene, view, claim, best, &matches), event)
    }

    /// Whether a claim and a fact speak of the same quantity; otherwise why not.
    fn goes_with<'a>(&self, scene: &Scene<'a>, claim: &Claim, fact: &'a Fact) -> Result<Match<'a>, Reason> {
        let unit = match (claim.quantity.unit, fact.unit) {
            (Unit::None | Unit::Thing, Unit::Person) => Unit::Person,
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
        let nearness = terms_nearness(scene, claim, &fact.about).ok_or(Reason::NoFact)?;
        let entities: Vec<EntityId> =
            fact.about.iter().filter_map(|t| if let Term::Entity(id) = t { Some(*id) } else { None }).collect();
        let own_name = |name: &str| {
            fact.about.iter().any(|term| matches!(term, Term::Plain(words) if words.contains(&name.to_lowercase())))
        };
        match scene.reading.rival(claim, &entities) {
            Some(Rival::Unlisted(name)) if own_name(&name) => {}
            Some(_) => return Err(Reason::Rival),
            None => {}
        }
        let dated_by_document = self.periods_agree(scene, claim, fact)?;
        Ok(Match { fact, nearness, dated_by_document })
    }

    /// Whether the periods agree; true where the document's date stood in for the claim's.
    fn periods_agree(&self, scene: &Scene<'_>, claim: &Claim, fact: &Fact) -> Result<bool, Reason> {
        let known = claim.as_of;
        match (claim.period.map(|p| p.period), fact.period) {
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
                let on_a_day = last.is_some()
                    && of_fact.start == last
                    && last.is_some_and(|day| period.contains(day))
                    && short(&period);
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

    fn hold(
        &self,
        scene: &Scene<'_>,
        view: &SentenceView<'_>,
        claim: &Claim,
        best: &Match<'_>,
        matches: &[Match<'_>],
    ) -> Outcome {
        let fact = best.fact;
        let (Some(stated), Some(known)) = (Figure::of(&claim.quantity, scene.widths), fact_figure(scene, fact)) else {
            return Outcome::NotChecked(Reason::TooLarge);
        };
        let text = view.text(claim.quantity.span);
        let labels = vec![Label { place: fact.place.clone(), message: format!("{}: {}", fact.id, value_words(fact)) }];
        let calculation = format!("“{text}” means {}; the reference set says {}", words(&stated), words(&known));
        let what = fact_words(scene, fact);
        let contested = fact.status == Status::Contested
            && matches
                .iter()
                .any(|m| fact_figure(scene, m.fact).is_some_and(|other| mismatch(&stated, &other).is_none()));
        let later = self.is_update(claim, fact);
        match mismatch(&stated, &known) {
            None => Outcome::Passed { calculation, message: format!("agrees with the reference set ({what})"), labels },
            Some(_) if contested => {
                Outcome::Passed { calculation, message: format!("agrees with one of several values ({what})"), labels }
            }
            Some(_) if later => Outcome::Passed {
                calculation,
                message: format!("newer than the reference set, supersedes it ({what})"),
                labels,
            },
            Some(mismatch) => Outcome::Failed(Box::new(Failure {
                mismatch,
                confidence: confidence(best),
                message: format!(
                    "“{text}” does not agree with the reference set, which says {}: {what}",
                    value_words(fact)
                ),
                help: Some(source_words(fact)),
                primary_label: format!("means {}", words(&stated)),
                labels,
                calculation: Some(calculation),
                cause: cause(scene, claim, fact),
                fix: None,
            })),
        }
    }

    /// A later figure of something that changes is news, not an error.
    fn is_update(&self, claim: &Claim, fact: &Fact) -> bool {
        let stock_or_running = match fact.period {
            None => fact.as_of.is_some(),
            Some(period) => !self.settled(period.end, fact.as_of) && !self.settled(period.end, claim.as_of),
        };
        fact.status != Status::Settled
            && stock_or_running
            && matches!((claim.as_of, fact.as_of), (Some(day), Some(of_fact)) if day > of_fact)
    }
}

/// Whether the sentence speaks of a longer time without the fact's day: "... were wounded in 11 incidents last weekend".
/// A single other day may be that of an arrest or a statement.
fn names_another_time(scene: &Scene<'_>, claim: &Claim, day: Date) -> bool {
    let sentence = &scene.reading.sentences[claim.sentence as usize];
    scene.reading.dates[sentence.dates.start as usize..sentence.dates.end as usize]
        .iter()
        .filter_map(|date| date.expr.period)
        .any(|period| !period.contains(day) && period.start.is_some_and(|start| period.last_day() != Some(start)))
}

/// A period of a week or less.
fn short(period: &Period) -> bool {
    period.start.zip(period.end).is_some_and(|(start, end)| end.since(start).is_ok_and(|span| span.get_days() <= 7))
}

/// The fact whose terms stand nearest; of those, the one with the most terms, then the latest.
fn nearest<'m, 'a>(matches: &'m [Match<'a>]) -> Option<&'m Match<'a>> {
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

fn confidence(found: &Match<'_>) -> Confidence {
    if found.dated_by_document || found.nearness == Nearness::RivalledTopic {
        Confidence::Medium
    } else {
        Confidence::High
    }
}

/// The value of a fact: exact unless it has a hedge or a tolerance.
fn fact_figure(scene: &Scene<'_>, fact: &Fact) -> Option<Figure> {
    let same = |interval| Meaning { soft: interval, hard: Some(interval) };
    let (nominal, hedge, meaning) = match fact.value {
        FactValue::Range(low, high) => (None, crate::quantity::Hedge::Between, same(Interval::closed(low, high))),
        FactValue::Value(value, hedge @ (crate::quantity::Hedge::None | crate::quantity::Hedge::Exactly)) => {
            (Some(value), hedge, same(Interval::point(value)))
        }
        FactValue::Value(value, hedge) => {
            (Some(value), hedge, crate::quantity::Quantity::of_value(value, hedge, fact.unit).meaning(scene.widths)?)
        }
    };
    let meaning = match (fact.tolerance, nominal) {
        (Some(tolerance), Some(value)) => {
            let wide = Interval::closed(
                value.checked_mul(Decimal::ONE - tolerance)?,
                value.checked_mul(Decimal::ONE + tolerance)?,
            );
            Meaning { soft: meaning.soft.cover(&wide), hard: meaning.hard.map(|hard| hard.cover(&wide)) }
        }
        _ => meaning,
    };
    Some(Figure { meaning, nominal, hedge })
}

fn words(figure: &Figure) -> String {
    interval(&figure.meaning.hard.unwrap_or(figure.meaning.soft))
}

fn value_words(fact: &Fact) -> String {
    match fact.value {
        FactValue::Value(value, hedge) => match hedge.name() {
            "none" => number(value),
            name => format!("{} {}", name.replace('_', " "), number(value)),
        },
        FactValue::Range(low, high) => format!("{} to {}", number(low), number(high)),
    }
}

/// "deaths; Haiti, gang violence; 1 January to 31 March 2024".
fn fact_words(scene: &Scene<'_>, fact: &Fact) -> String {
    let vocabulary = scene.reading.vocabulary;
    let terms: Vec<&str> = fact
        .about
        .iter()
        .zip(&fact.about_text)
        .map(|(term, written)| match term {
            Term::Entity(id) => vocabulary.entities[id.0 as usize].name.as_ref(),
            Term::Plain(_) => written.as_str(),
        })
        .collect();
    let mut parts = vec![vocabulary.measures[fact.measure.0 as usize].in_words(), terms.join(", ")];
    parts.extend(fact.period.map(Period::in_words).or_else(|| fact.period_text.clone()));
    if fact.period.is_none() {
        parts.extend(fact.as_of.map(|day| format!("as of {}", day_in_words(day))));
    }
    parts.retain(|part| !part.is_empty());
    parts.join("; ")
}

fn source_words(fact: &Fact) -> String {
    match &fact.source {
        Some(source) => format!("the desk's source: {source}"),
        None => "check the figure, and the fact itself".to_owned(),
    }
}

/// The likely reason: two facts of the same place and period together, or a slip of the pen.
fn cause(scene: &Scene<'_>, claim: &Claim, fact: &Fact) -> Option<String> {
    let (Number::Value { value: stated, .. }, FactValue::Value(known, _)) = (claim.quantity.number, fact.value) else {
        return None;
    };
    let others = scene
        .facts
        .list
        .iter()
        .filter(|other| other.about == fact.about && other.period == fact.period && other.modality == fact.modality)
        .filter_map(|other| match other.value {
            FactValue::Value(value, _) => Some((other.measure, value)),
            FactValue::Range(..) => None,
        });
    together(scene.reading.vocabulary, stated, (fact.measure, known), others).or_else(|| slip(stated, known))
}

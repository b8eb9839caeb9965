//! Why a figure differs from its fact, as far as the other facts show it: an earlier day's, a part's, another place's.

use rust_decimal::Decimal;

use super::Scene;
use super::words::about_words;
use crate::check::cause::{Causes, Kind, is_stated, points, tells_much};
use crate::check::kept::together;
use crate::check::working::number;
use crate::claim::Claim;
use crate::period::{Period, day_in_words};
use crate::quantity::{Number, Unit};
use crate::reference::{Fact, FactValue};

/// Most facts about the same that are looked at for one finding.
const FACTS: usize = 10_000;

/// The likely reasons why a claim does not say what a fact says.
pub(super) fn why(scene: &Scene<'_>, claim: &Claim, fact: &Fact) -> Option<String> {
    let (Number::Value { value: stated, .. }, Some(known)) = (claim.quantity.number, value(fact)) else {
        return None;
    };
    let mut causes = Causes::of(stated, known, fact.period);
    let others = scene.facts.beside(fact).take(FACTS).filter_map(|other| Some((other.measure, value(other)?)));
    causes.add(Kind::Together, together(scene.reading.vocabulary, stated, (fact.measure, known), others));
    causes.add(Kind::OtherMeasure, of_another_measure(scene, fact, stated));
    let about = || scene.facts.about(fact).take(FACTS).filter(|other| other.measure == fact.measure);
    if fact.unit == Unit::Percent {
        let levels = about().filter(|other| other.unit == Unit::Percent && other.change.is_none());
        let levels: Vec<Decimal> = levels.take(100).filter_map(|level| value(level)).collect();
        causes.add(Kind::Points, points(stated, &levels));
    }
    for other in about().filter(|other| other.unit == fact.unit && other.modality == fact.modality) {
        if value(other).is_some_and(|value| is_stated(value, stated)) {
            let (kind, words) = of_the_same(fact, other);
            causes.add(kind, words.map(|words| format!("{} {words}", number(stated))));
        }
    }
    causes.add(Kind::OtherPlace, of_another(scene, fact, stated));
    causes.said()
}

/// "975 is the figure for injured", of another measure about the same and of the same period.
fn of_another_measure(scene: &Scene<'_>, fact: &Fact, stated: Decimal) -> Option<String> {
    let mut others = scene.facts.beside(fact).take(FACTS).filter(|other| {
        other.measure != fact.measure
            && other.unit == fact.unit
            && other.qualifiers == fact.qualifiers
            && other.change == fact.change
            && value(other) == Some(stated)
    });
    let other = others.next().filter(|_| tells_much(stated))?;
    let measure = scene.reading.vocabulary.measures[other.measure.0 as usize].in_words();
    Some(format!("{} is the figure for {measure}", number(stated)))
}

/// What the value of another fact of the same measure and about the same shows.
fn of_the_same(fact: &Fact, other: &Fact) -> (Kind, Option<String>) {
    if other.period == fact.period && other.qualifiers != fact.qualifiers {
        let words = if other.qualifiers.is_empty() {
            format!("is the figure for all, and not for “{}” only", fact.qualifiers.join(", "))
        } else {
            format!("is the figure for “{}” only", other.qualifiers.join(", "))
        };
        return (Kind::Part, Some(words));
    }
    let same = other.qualifiers == fact.qualifiers && other.change == fact.change;
    if same && (other.period == fact.period || fact.period.is_none()) && other.as_of < fact.as_of {
        let day = other.as_of.map(day_in_words);
        return (Kind::Earlier, day.map(|day| format!("was the figure as of {day}")));
    }
    let period = other.period.filter(|_| same && other.period != fact.period && value(other).is_some_and(tells_much));
    (Kind::OtherPeriod, period.map(Period::in_words).map(|period| format!("is the figure for {period}")))
}

/// "310 is the figure for Peru", of the only fact of the same measure and period that has this value.
fn of_another(scene: &Scene<'_>, fact: &Fact, stated: Decimal) -> Option<String> {
    let mut same = scene.facts.of_value(fact.measure, stated).take(FACTS).filter(|other| {
        other.about != fact.about
            && other.period == fact.period
            && other.unit == fact.unit
            && other.qualifiers == fact.qualifiers
            && other.change == fact.change
            && other.modality == fact.modality
    });
    let only = same.next().filter(|other| tells_much(stated) && !other.about.is_empty() && same.next().is_none())?;
    Some(format!("{} is the figure for {}", number(stated), about_words(scene, only)))
}

fn value(fact: &Fact) -> Option<Decimal> {
    match fact.value {
        FactValue::Value(value, _) => Some(value),
        FactValue::Range(..) => None,
    }
}

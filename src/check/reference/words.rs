//! Facts in words, and as figures that claims are compared with.

use rust_decimal::Decimal;

use super::Scene;
use super::compare::Figure;

use super::working::{interval, number};
use crate::check::amount::Manner;
use crate::check::sentence::SentenceView;
use crate::claim::Claim;
use crate::period::{Period, day_in_words};
use crate::quantity::{Hedge, Interval, Meaning, Quantity, Unit};
use crate::reference::{Fact, FactValue, Term};

/// The value of a fact: exact unless it has a hedge or a tolerance.
pub(super) fn fact_figure(scene: &Scene<'_>, fact: &Fact) -> Option<Figure> {
    let same = |interval| Meaning { soft: interval, hard: Some(interval) };
    let (nominal, hedge, meaning) = match fact.value {
        FactValue::Range(low, high) => (None, Hedge::Between, same(Interval::closed(low, high))),
        FactValue::Value(value, hedge @ (Hedge::None | Hedge::Exactly)) if !fact.from_text => {
            (Some(value), hedge, same(Interval::point(value)))
        }
        FactValue::Value(value, hedge) => {
            (Some(value), hedge, Quantity::of_value(value, hedge, fact.unit).meaning(scene.widths)?)
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

pub(super) fn words(figure: &Figure) -> String {
    interval(&figure.meaning.hard.unwrap_or(figure.meaning.soft))
}

/// The value of a fact; money and percentages as the figure of the text is written that is held against it: "$48.5
/// million".
pub(super) fn value_words(view: &SentenceView<'_>, claim: &Claim, fact: &Fact) -> String {
    let manner = matches!(fact.unit, Unit::Money(_) | Unit::Percent).then(|| Manner::of(view, claim));
    let shown = |value| manner.map_or_else(|| number(value), |manner| manner.write(value));
    match fact.value {
        FactValue::Value(value, hedge) => match hedge.name() {
            "none" => shown(value),
            name => format!("{} {}", name.replace('_', " "), shown(value)),
        },
        FactValue::Range(low, high) => format!("{} to {}", shown(low), shown(high)),
    }
}

/// Who says so: "the reference set", "press-release.md".
pub(super) fn teller(fact: &Fact) -> &str {
    if fact.from_text { &fact.place.path } else { "the reference set" }
}

/// "Haiti, gang violence".
pub(super) fn about_words(scene: &Scene<'_>, fact: &Fact) -> String {
    let vocabulary = scene.reading.vocabulary;
    let name = |(term, written): (&Term, &String)| match term {
        Term::Entity(id) => vocabulary.entities[id.0 as usize].name.to_string(),
        Term::Plain(_) => written.clone(),
    };
    fact.about.iter().zip(&fact.about_text).map(name).collect::<Vec<_>>().join(", ")
}

/// "deaths; Haiti, gang violence; 1 January to 31 March 2024".
pub(super) fn fact_words(scene: &Scene<'_>, fact: &Fact) -> String {
    let vocabulary = scene.reading.vocabulary;
    let mut parts = vec![vocabulary.measures[fact.measure.0 as usize].in_words(), about_words(scene, fact)];
    parts.extend(fact.period.map(Period::in_words).or_else(|| fact.period_text.clone()));
    if fact.period.is_none() {
        parts.extend(fact.as_of.map(|day| format!("as of {}", day_in_words(day))));
    }
    parts.retain(|part| !part.is_empty());
    parts.join("; ")
}

pub(super) fn source_words(fact: &Fact) -> String {
    match &fact.source {
        Some(sentence) if fact.from_text => format!("it says: “{sentence}”"),
        Some(source) => format!("the desk's source: {source}"),
        None => "check the figure, and the fact itself".to_owned(),
    }
}

//! What a text states as facts: the claims that say by themselves what they count, where and when. This is the short
//! form `says = "..."`, the drafts of `figlint facts from`, and the trusted text of `--against`.

use std::collections::HashMap;
use std::fmt;

use super::iso::iso_text;
use super::{Fact, FactValue, Status, Term};
use crate::claim::{Claim, Reading, Standing};
use crate::quantity::{Hedge, Number, Unit};
use crate::verdict::Place;
use crate::vocabulary::{Counts, EntityId, EntityKind, MeasureId, Vocabulary};

/// Why a claim is no fact: what cannot be pinned down.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unclear {
    /// The vocabulary does not know what is counted.
    Measure,
    /// No place, person, body or event is named.
    About,
    /// Neither a period nor a day.
    Period,
    /// "dozens", "half", "doubled".
    Vague,
    /// It belongs to another figure, or no longer holds.
    Part,
    /// "up 8%", of a number of people or things: since when, the text leaves open.
    Change,
    /// "146 civilians were killed and 672 injured": whether these are civilians.
    Narrowed,
}

impl fmt::Display for Unclear {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Measure => "what is counted is not known",
            Self::About => "it names no place, person, body or event that is known",
            Self::Period => "it says of no period and of no day",
            Self::Vague => "the figure is no number",
            Self::Part => "the figure is a part of another, or of an earlier time",
            Self::Change => "it says by how much a number changed, and not since when",
            Self::Narrowed => "whether the words that narrow the figure before it narrow it as well is not known",
        })
    }
}

/// The claim as a fact without id and source. `place` is where it is shown; `named` is whether it must name what it is
/// about.
pub(super) fn fact_of(reading: &Reading<'_>, claim: &Claim, place: Place, named: bool) -> Result<Fact, Unclear> {
    let vocabulary = reading.vocabulary;
    let measure = claim.measure.ok_or(Unclear::Measure)?;
    if claim.standing != Standing::Own {
        return Err(Unclear::Part);
    }
    let counted = vocabulary.measures[measure.0 as usize].counts;
    let change = claim.quantity.change.is_some() && claim.quantity.unit == Unit::Percent;
    if change && matches!(counted, Counts::Person | Counts::Thing) {
        return Err(Unclear::Change);
    }
    if claim.narrowed {
        return Err(Unclear::Narrowed);
    }
    let value = match claim.quantity.number {
        Number::Value { value, .. } => FactValue::Value(value, hedge(claim.quantity.hedge)),
        Number::Range { low, high, .. } if low <= high => FactValue::Range(low, high),
        _ => return Err(Unclear::Vague),
    };
    let about = about(reading, claim);
    if named && about.is_empty() {
        return Err(Unclear::About);
    }
    let period = claim.stated_period().map(|of| of.period);
    if period.is_none() && claim.as_of.is_none() {
        return Err(Unclear::Period);
    }
    let unit = match (claim.quantity.unit, counted) {
        (Unit::None | Unit::Thing, Counts::Person) => Unit::Person,
        (unit, _) => unit,
    };
    Ok(Fact {
        id: String::new(),
        measure,
        about_text: about.iter().map(|(_, name)| name.clone()).collect(),
        about: about.into_iter().map(|(term, _)| term).collect(),
        period,
        period_text: period.map(|period| iso_text(&period)),
        as_of: claim.as_of,
        value,
        unit,
        unit_text: unit_text(reading, claim, unit),
        source: None,
        modality: claim.modality,
        change: claim.quantity.change,
        qualifiers: claim.qualifiers.clone(),
        status: Status::Plain,
        tolerance: None,
        place,
        from_text: false,
    })
}

/// Hedges that facts have by another name.
fn hedge(hedge: Hedge) -> Hedge {
    if hedge == Hedge::Exactly { Hedge::None } else { hedge }
}

/// What a claim is about, with the name of each: the names in its sentence without who is quoted as saying so; where no
/// place is among them, the place that the text gives for itself, else the one that it is about. Of places that lie in
/// each other, the inner one says both.
fn about(reading: &Reading<'_>, claim: &Claim) -> Vec<(Term, String)> {
    let vocabulary = reading.vocabulary;
    let sentence = &reading.sentences[claim.sentence as usize];
    let mentions = &reading.mentions[sentence.mentions.start as usize..sentence.mentions.end as usize];
    let only_source = |id: EntityId| {
        let source = claim.attribution;
        source.is_some_and(|source| {
            mentions.iter().filter(|mention| mention.entity == id).all(|mention| source.overlaps(mention.span))
        })
    };
    let named = |id: EntityId| (Term::Entity(id), vocabulary.entities[id.0 as usize].name.to_string());
    let is_place = |id: &EntityId| vocabulary.entities[id.0 as usize].kind == EntityKind::Place;
    let own: Vec<EntityId> = claim.about.iter().copied().filter(|id| !only_source(*id)).collect();
    let mut about: Vec<(Term, String)> = own.iter().copied().map(named).collect();
    // "In Prichard, four were hurt": a place that nobody knows is no other one.
    if !own.iter().any(is_place) && reading.rival(claim, &[]).is_none() {
        let topic = || reading.topic.filter(|topic| topic.unrivalled).map(|topic| named(topic.place));
        match reading.document.metadata.place.as_deref() {
            Some(place) => about.extend(terms_of_place(place, vocabulary)),
            None => about.extend(topic()),
        }
    }
    let entity = |term: &Term| if let Term::Entity(id) = term { Some(*id) } else { None };
    let all: Vec<EntityId> = about.iter().filter_map(|(term, _)| entity(term)).collect();
    about.retain(|(term, _)| {
        entity(term).is_none_or(|outer| !all.iter().any(|inner| vocabulary.contains(outer, *inner)))
    });
    about
}

/// The terms of a place: "Mobile, Alabama" is a town that nobody lists, and a state.
fn terms_of_place(place: &str, vocabulary: &Vocabulary) -> impl Iterator<Item = (Term, String)> {
    place.split(',').map(str::trim).filter(|name| !name.is_empty()).map(|name| match vocabulary.entity(name) {
        Some(id) => (Term::Entity(id), vocabulary.entities[id.0 as usize].name.to_string()),
        None => (Term::Plain(name.to_lowercase()), name.to_owned()),
    })
}

fn unit_text(reading: &Reading<'_>, claim: &Claim, unit: Unit) -> Option<String> {
    let text = match unit {
        Unit::Money(currency) => currency.code(),
        Unit::Percent => "percent",
        Unit::PercentagePoint => "percentage_point",
        Unit::Measure(unit) => unit.symbol(),
        Unit::Duration(unit) => unit.name(),
        Unit::Thing => {
            let block = reading.sentences[claim.sentence as usize].block;
            let noun = claim.quantity.noun?.head;
            return Some(noun.slice(&reading.document.blocks[block as usize].text).to_lowercase());
        }
        _ => return None,
    };
    Some(text.to_owned())
}

/// An id that says what the fact is: "deaths-haiti-2024-q1".
pub(super) fn id_of(fact: &Fact, vocabulary: &Vocabulary) -> String {
    let name = |MeasureId(at)| vocabulary.measures[at as usize].id.as_str();
    let terms = fact.about.iter().map(|term| term.name(vocabulary));
    let day = fact.period_text.clone().or(fact.as_of.map(|day| day.to_string()));
    let words: Vec<&str> =
        std::iter::once(name(fact.measure)).chain(terms).chain(fact.qualifiers.iter().map(String::as_str)).collect();
    let mut id = String::new();
    for c in words.join("-").chars().chain(day.iter().flat_map(|day| "-".chars().chain(day.chars()))) {
        if c.is_alphanumeric() {
            id.extend(c.to_lowercase());
        } else if !id.ends_with('-') {
            id.push('-');
        }
    }
    id.trim_end_matches('-').to_owned()
}

/// What came of a text's claims.
#[derive(Debug, Default)]
pub struct Stated {
    /// Its facts in text order, with the sentence as source.
    pub facts: Vec<Fact>,
    /// Why the others are none, one for each.
    pub unclear: Vec<Unclear>,
}

/// The facts that a text states, each once.
pub fn stated(reading: &Reading<'_>) -> Stated {
    let mut out = Stated::default();
    let document = reading.document;
    let mut ids: HashMap<String, Vec<FactValue>> = HashMap::new();
    for claim in reading.claims.iter().filter(|claim| !claim.repeated) {
        let sentence = &reading.sentences[claim.sentence as usize];
        let place = Place::in_block(document, sentence.block, claim.quantity.span);
        let mut fact = match fact_of(reading, claim, place, true) {
            Ok(fact) => fact,
            Err(why) => {
                out.unclear.push(why);
                continue;
            }
        };
        let tokens = &reading.tokens[sentence.tokens.start as usize..sentence.tokens.end as usize];
        let text = &document.blocks[sentence.block as usize].text;
        if let [first, .., last] = tokens {
            let words: Vec<&str> = text[first.start as usize..last.end as usize].split_whitespace().collect();
            fact.source = Some(words.join(" "));
        }
        fact.id = id_of(&fact, reading.vocabulary);
        // A figure that stands twice is one fact; another of the same is for the editor to sort out.
        let same = ids.entry(fact.id.clone()).or_default();
        if same.contains(&fact.value) {
            continue;
        }
        same.push(fact.value);
        if same.len() > 1 {
            fact.id = format!("{}-no-{}", fact.id, same.len());
        }
        fact.from_text = true;
        out.facts.push(fact);
    }
    out
}

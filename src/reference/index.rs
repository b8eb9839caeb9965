//! The facts of a run, indexed so that a claim meets only those of its own measure, place and time: with a hundred
//! thousand facts, a text is still checked in a time that depends on the text.

use std::cell::OnceCell;
use std::collections::{HashMap, HashSet};
use std::sync::{Arc, OnceLock};

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::plain::PlainTerms;
use super::{Fact, FactValue, Term};
use crate::claim::Reading;
use crate::quantity::Unit;
use crate::quantity::unit::Currency;
use crate::token::tokenize;
use crate::vocabulary::{EntityId, Meaning, MeasureId, Vocabulary};

/// All facts of a run.
#[derive(Clone, Debug, Default)]
pub struct Facts {
    /// The facts in file order.
    pub list: Vec<Arc<Fact>>,
    /// By measure and anchor, in the order of their first days.
    groups: HashMap<(MeasureId, Anchor), Vec<u32>>,
    /// By everything that they are about.
    by_about: HashMap<Vec<Term>, Vec<u32>>,
    measures: HashSet<MeasureId>,
    plain: PlainTerms,
    /// Rates by the pair of currencies, in the order of their days.
    rates: HashMap<(Currency, Currency), Vec<u32>>,
    /// By measure and value; filled when it is first asked for, which most runs never do.
    values: OnceLock<HashMap<(MeasureId, Decimal), Vec<u32>>>,
}

/// The one term of a fact by which it is found: the rarest entity it is about, else the rarest plain term.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Anchor {
    /// About nothing in particular.
    None,
    Entity(EntityId),
    /// A plain term by its number.
    Plain(u32),
}

impl Facts {
    /// Indexes facts.
    pub fn new(list: Vec<Arc<Fact>>) -> Self {
        let mut counts: HashMap<&Term, u32> = HashMap::new();
        for term in list.iter().flat_map(|fact| &fact.about) {
            *counts.entry(term).or_default() += 1;
        }
        let mut facts = Self::default();
        for (at, fact) in list.iter().enumerate() {
            let at = at as u32;
            let rarest = |plain: bool| {
                let terms = fact.about.iter().filter(|term| matches!(term, Term::Plain(_)) == plain);
                terms.min_by_key(|term| counts.get(term))
            };
            let anchor = match rarest(false).or_else(|| rarest(true)) {
                None => Anchor::None,
                Some(Term::Entity(id)) => Anchor::Entity(*id),
                Some(Term::Plain(words)) => Anchor::Plain(facts.plain.number(words)),
            };
            facts.measures.insert(fact.measure);
            facts.groups.entry((fact.measure, anchor)).or_default().push(at);
            match facts.by_about.get_mut(&fact.about) {
                Some(same) => same.push(at),
                None => {
                    facts.by_about.insert(fact.about.clone(), vec![at]);
                }
            }
            if let Some(pair) = pair(fact) {
                facts.rates.entry(pair).or_default().push(at);
            }
        }
        for group in facts.groups.values_mut() {
            group.sort_by_key(|&at| first_day(&list[at as usize]));
        }
        for rates in facts.rates.values_mut() {
            rates.sort_by_key(|&at| list[at as usize].as_of);
        }
        facts.list = list;
        facts
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// The facts of a measure that a text can speak of.
    pub fn near<'f>(&'f self, reading: &'f Reading<'_>) -> Near<'f> {
        Near { facts: self, reading, anchors: OnceCell::new() }
    }

    /// Facts about exactly the same and of the same period and modality, of whatever measure; the fact itself too.
    pub fn beside<'f>(&'f self, fact: &'f Fact) -> impl Iterator<Item = &'f Arc<Fact>> {
        self.about(fact).filter(move |other| other.period == fact.period && other.modality == fact.modality)
    }

    /// Facts about exactly the same, of whatever measure and period; the fact itself too.
    pub fn about<'f>(&'f self, fact: &Fact) -> impl Iterator<Item = &'f Arc<Fact>> + use<'f> {
        self.by_about.get(&fact.about).into_iter().flatten().map(|&at| &self.list[at as usize])
    }

    /// Facts of a measure that have exactly this value, in file order.
    pub fn of_value(&self, measure: MeasureId, value: Decimal) -> impl Iterator<Item = &Arc<Fact>> {
        let values = self.values.get_or_init(|| {
            let mut values: HashMap<_, Vec<u32>> = HashMap::new();
            for (at, fact) in self.list.iter().enumerate() {
                if let FactValue::Value(value, _) = fact.value {
                    values.entry((fact.measure, value)).or_default().push(at as u32);
                }
            }
            values
        });
        values.get(&(measure, value)).into_iter().flatten().map(|&at| &self.list[at as usize])
    }

    /// The rate nearest to a day: how much of `unit` one of `per` is. Without a day, the only one there is.
    pub fn rate(&self, unit: Currency, per: Currency, day: Option<Date>) -> Option<&Arc<Fact>> {
        let rates = self.rates.get(&(unit, per))?;
        let Some(day) = day else {
            return rates.first().filter(|_| rates.len() == 1).map(|&at| &self.list[at as usize]);
        };
        let distance = |at: &&u32| {
            let known = self.list[**at as usize].as_of;
            known.and_then(|known| known.since(day).ok()).map_or(i32::MAX, |span| span.get_days().abs())
        };
        rates.iter().min_by_key(distance).map(|&at| &self.list[at as usize])
    }
}

/// The currencies of a rate of exchange: "USD/GBP".
fn pair(fact: &Fact) -> Option<(Currency, Currency)> {
    let (_, per) = fact.unit_text.as_deref()?.split_once('/')?;
    match fact.unit {
        Unit::Money(unit) => Some((unit, Currency::from_code(per.trim())?)),
        _ => None,
    }
}

/// The first day of a fact's period; facts without one come first.
fn first_day(fact: &Fact) -> Option<Date> {
    fact.period.and_then(|period| period.start)
}

/// The entities that a short text names.
fn named_in(words: &str, vocabulary: &Vocabulary) -> impl Iterator<Item = EntityId> {
    let (mut tokens, mut found) = (Vec::new(), Vec::new());
    tokenize(words, &vocabulary.lexicon, &mut tokens);
    vocabulary.find(words, &tokens, &mut found);
    found.into_iter().filter_map(|found| match found.meaning {
        Meaning::Name(id) | Meaning::Demonym(id) => Some(id),
        _ => None,
    })
}

/// The facts that one text can speak of.
#[derive(Debug)]
pub struct Near<'f> {
    facts: &'f Facts,
    reading: &'f Reading<'f>,
    /// Anchors that the text names.
    anchors: OnceCell<Vec<Anchor>>,
}

impl<'f> Near<'f> {
    /// The facts of a measure whose anchor the text names, and that have no period or one that begins between two days;
    /// with whether there are others of other periods. In an order that depends on the facts alone.
    pub fn of(&self, measure: MeasureId, days: Option<(Date, Date)>) -> (Vec<&'f Arc<Fact>>, bool) {
        let mut found: Vec<u32> = Vec::new();
        let mut others = false;
        if !self.facts.measures.contains(&measure) {
            return (Vec::new(), false);
        }
        for anchor in self.anchors.get_or_init(|| self.named()) {
            let Some(group) = self.facts.groups.get(&(measure, *anchor)) else {
                continue;
            };
            let before =
                |limit: Option<Date>| group.partition_point(|&at| first_day(&self.facts.list[at as usize]) < limit);
            let undated = group.partition_point(|&at| first_day(&self.facts.list[at as usize]).is_none());
            found.extend(&group[..undated]);
            let mut dated = 0;
            if let Some((from, to)) = days {
                let (start, end) = (before(Some(from)), before(to.tomorrow().ok()).max(undated));
                let range = group.get(start.max(undated)..end).unwrap_or_default();
                dated = range.len();
                found.extend(range);
            }
            others |= undated + dated < group.len();
        }
        found.sort_unstable();
        (found.into_iter().map(|at| &self.facts.list[at as usize]).collect(), others)
    }

    /// The anchors that the text, its headline or its metadata name.
    fn named(&self) -> Vec<Anchor> {
        let (reading, mut anchors) = (self.reading, HashSet::from([Anchor::None]));
        let vocabulary = reading.vocabulary;
        let metadata = &reading.document.metadata;
        let told = [metadata.title.as_deref(), metadata.place.as_deref()];
        let mut open: Vec<EntityId> = reading.mentions.iter().map(|mention| mention.entity).collect();
        for words in told.into_iter().flatten() {
            open.extend(vocabulary.entity(words));
            open.extend(named_in(words, vocabulary));
        }
        while let Some(id) = open.pop() {
            // What lies within a place names the place too.
            if anchors.insert(Anchor::Entity(id)) {
                open.extend(vocabulary.parents(id));
            }
        }
        if !self.facts.plain.is_empty() {
            anchors.extend(self.facts.plain.open().iter().map(|&number| Anchor::Plain(number)));
            let blocks = reading.document.blocks.iter().map(|block| &*block.text);
            for text in blocks.chain(told.into_iter().flatten()) {
                self.facts.plain.find(text, &mut |number| {
                    anchors.insert(Anchor::Plain(number));
                });
            }
        }
        let mut anchors: Vec<Anchor> = anchors.into_iter().collect();
        anchors.sort_unstable();
        anchors
    }
}

//! Loads reference sets: rows are read, understood one by one, and then all held against each other, so that one run
//! shows every fault of every set.

use std::collections::HashMap;
use std::sync::Arc;

use super::contradiction::contradictions;
use super::fault::{Fault, Loaded, Source, Unreadable};
use super::row::Row;
use super::{Fact, Format, schema};
use crate::verdict::Place;
use crate::vocabulary::Vocabulary;

/// Reads one set in TOML. A fact with a fault is left out and the others are used; of facts that contradict each other
/// none is used. `path` is only shown.
pub fn load(path: &str, text: &str, vocabulary: &Vocabulary) -> Result<Loaded, Unreadable> {
    let mut loader = Loader::new(vocabulary);
    loader.add(path, text, Format::Toml)?;
    Ok(loader.finish())
}

/// Reads the sets of a run, one after the other.
#[derive(Debug)]
pub struct Loader<'v> {
    vocabulary: &'v Vocabulary,
    facts: Vec<Fact>,
    faults: Vec<Fault>,
    /// Where each id stands first.
    ids: HashMap<String, Place>,
}

impl<'v> Loader<'v> {
    /// A loader without sets.
    pub fn new(vocabulary: &'v Vocabulary) -> Self {
        Self { vocabulary, facts: Vec::new(), faults: Vec::new(), ids: HashMap::new() }
    }

    /// Reads a set and gives the number of its facts. `path` is only shown.
    pub fn add(&mut self, path: &str, text: &str, format: Format) -> Result<usize, Unreadable> {
        if u32::try_from(text.len()).is_err() {
            return Err(Unreadable { message: "the set is larger than four gigabytes".to_owned(), span: 0..0 });
        }
        let source = Source::new(path, text, format == Format::Workbook);
        let before = self.facts.len();
        let understand = |row: &Row<'_>, faults: &mut Vec<Fault>| schema::read(row, &source, self.vocabulary, faults);
        let read = format.each_row(&source, &mut self.faults, &understand)?;
        self.facts.reserve(read.len());
        for read in read {
            if let Some((id, place)) = read.id {
                if let Some(first) = self.ids.get(&id) {
                    self.faults.push(duplicate(&id, place, first.clone()));
                    continue;
                }
                self.ids.insert(id, place);
            }
            self.facts.extend(read.fact);
        }
        Ok(self.facts.len() - before)
    }

    /// Holds all facts against each other.
    pub fn finish(mut self) -> Loaded {
        let facts = without_contradictions(self.facts, self.vocabulary, &mut self.faults);
        self.faults.sort_by(|a, b| (&a.place.path, a.place.span).cmp(&(&b.place.path, b.place.span)));
        // A cell that several facts of a wide table share.
        self.faults.dedup();
        Loaded { facts, faults: self.faults }
    }
}

fn duplicate(id: &str, place: Place, first: Place) -> Fault {
    Fault {
        message: format!("the id \u{201c}{id}\u{201d} is already that of the fact in {}", at(&first, &place)),
        help: Some("every fact needs an id of its own".to_owned()),
        place,
        other: Some(first),
    }
}

/// "line 3", or "line 3 of other.toml" seen from another file.
fn at(place: &Place, from: &Place) -> String {
    let line = place.start.line;
    if place.path == from.path { format!("line {line}") } else { format!("line {line} of {}", place.path) }
}

fn without_contradictions(facts: Vec<Fact>, vocabulary: &Vocabulary, faults: &mut Vec<Fault>) -> Vec<Arc<Fact>> {
    let mut wrong = vec![false; facts.len()];
    for (first, second) in contradictions(&facts) {
        wrong[first] = true;
        wrong[second] = true;
        let (a, b) = (&facts[first], &facts[second]);
        faults.push(Fault {
            message: format!(
                "\u{201c}{}\u{201d} contradicts \u{201c}{}\u{201d} in {}: both give {} of the same, at the same time, with different values",
                b.id, a.id, at(&a.place, &b.place), vocabulary.measures[b.measure.0 as usize].id
            ),
            help: Some("mend one of them, or mark both with status = \"contested\"; until then neither is used".to_owned()),
            place: b.place.clone(),
            other: Some(a.place.clone()),
        });
    }
    facts.into_iter().zip(wrong).filter(|(_, wrong)| !wrong).map(|(fact, _)| Arc::new(fact)).collect()
}

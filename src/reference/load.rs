//! Loads a reference set: rows are read, understood one by one, and then held against each other, so that one run
//! shows every fault of the set.

use std::collections::HashMap;
use std::sync::Arc;

use super::contradiction::contradictions;
use super::fault::{Fault, Loaded, Source, Unreadable};
use super::{Fact, schema, toml_rows};
use crate::vocabulary::Vocabulary;

/// Reads a reference set in TOML. A fact with a fault is left out and the others are used; of facts that contradict
/// each other none is used. `path` is only shown.
pub fn load(path: &str, text: &str, vocabulary: &Vocabulary) -> Result<Loaded, Unreadable> {
    if u32::try_from(text.len()).is_err() {
        return Err(Unreadable { message: "the set is larger than four gigabytes".to_owned(), span: 0..0 });
    }
    let source = Source::new(path, text);
    let mut faults = Vec::new();
    let rows = toml_rows::read(&source, &mut faults)?;
    let mut facts = Vec::with_capacity(rows.len());
    let mut ids: HashMap<String, crate::verdict::Place> = HashMap::new();
    for row in &rows {
        let read = schema::read(row, &source, vocabulary, &mut faults);
        let duplicate = read.id.and_then(|(id, place)| {
            let first = ids.get(&id).cloned();
            ids.entry(id.clone()).or_insert_with(|| place.clone());
            first.map(|first| duplicate(&id, place, first))
        });
        match duplicate {
            Some(fault) => faults.push(fault),
            None => facts.extend(read.fact),
        }
    }
    let kept = without_contradictions(facts, vocabulary, &mut faults);
    faults.sort_by_key(|fault| fault.place.span);
    Ok(Loaded { facts: kept, faults })
}

fn duplicate(id: &str, place: crate::verdict::Place, first: crate::verdict::Place) -> Fault {
    Fault {
        message: format!("the id \u{201c}{id}\u{201d} is already that of the fact in line {}", first.start.line),
        help: Some("every fact needs an id of its own".to_owned()),
        place,
        other: Some(first),
    }
}

fn without_contradictions(facts: Vec<Fact>, vocabulary: &Vocabulary, faults: &mut Vec<Fault>) -> Vec<Arc<Fact>> {
    let mut wrong = vec![false; facts.len()];
    for (first, second) in contradictions(&facts) {
        wrong[first] = true;
        wrong[second] = true;
        let (a, b) = (&facts[first], &facts[second]);
        faults.push(Fault {
            message: format!(
                "\u{201c}{}\u{201d} contradicts \u{201c}{}\u{201d} in line {}: both give {} of the same, at the same time, with different values",
                b.id, a.id, a.place.start.line, vocabulary.measures[b.measure.0 as usize].id
            ),
            help: Some("mend one of them, or mark both with status = \"contested\"; until then neither is used".to_owned()),
            place: b.place.clone(),
            other: Some(a.place.clone()),
        });
    }
    facts.into_iter().zip(wrong).filter(|(_, wrong)| !wrong).map(|(fact, _)| Arc::new(fact)).collect()
}

//! Rule files to rules and vocabulary. Every fault of every file is told; a faulty rule is left out, the rest is used.

use std::cell::RefCell;
use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::sync::Arc;

use serde::Deserialize;
use toml::Spanned;
use toml::de::{DeTable, Deserializer};

use super::fault::{Fault, FaultKind, in_order, is_kebab_case};
use super::{Keys, Passed, Rule, Source, example};
use crate::check::{Build, Parameters, REGISTRY};
use crate::verdict::Severity;
use crate::vocabulary::{Entity, Measure};

/// The severities by the names that rule files and configurations use.
pub const SEVERITIES: &[(&str, Severity)] =
    &[("error", Severity::Error), ("warning", Severity::Warning), ("info", Severity::Info), ("off", Severity::Off)];

/// What rule files bring.
#[derive(Debug, Default)]
pub struct Loaded {
    /// The rules that can run, sorted by id.
    pub rules: Vec<Rule>,
    /// Measures; of two with one id the later one.
    pub measures: Vec<Measure>,
    /// Entities; of two with one name the later one.
    pub entities: Vec<Entity>,
    /// Everything that is wrong, in the order of the files.
    pub faults: Vec<Fault>,
}

/// Reads rule files, bundled ones first.
pub fn load(sources: impl IntoIterator<Item = Source>) -> Loaded {
    load_with(sources, Vec::new(), Vec::new())
}

/// The same with measures and entities that stand in no rule file; they come last.
pub fn load_with(sources: impl IntoIterator<Item = Source>, measures: Vec<Measure>, entities: Vec<Entity>) -> Loaded {
    let mut loaded = Loaded::default();
    for source in sources {
        read(source, &mut loaded);
    }
    loaded.measures.extend(measures);
    loaded.entities.extend(entities);
    loaded.rules.sort_by(|a, b| a.id.cmp(&b.id));
    keep_last(&mut loaded.measures, |measure| &measure.id);
    keep_last(&mut loaded.entities, |entity| &entity.name);
    bind(&mut loaded);
    loaded
}

/// Leaves out rules that name a measure which no file declares.
fn bind(loaded: &mut Loaded) {
    let (measures, faults) = (&loaded.measures, &mut loaded.faults);
    loaded.rules.retain(|rule| {
        let Err(fault) = rule.check.bind(measures) else { return true };
        let kind = FaultKind::Parameter { check: rule.check_name.clone(), message: fault.message };
        faults.push(rule.source.fault(fault.span.unwrap_or(0..0), kind));
        false
    });
}

/// Of several items with one name the last one, in the place of the first.
fn keep_last<T>(items: &mut Vec<T>, name: impl Fn(&T) -> &str) {
    let mut places: HashMap<String, usize> = HashMap::with_capacity(items.len());
    let mut out: Vec<T> = Vec::with_capacity(items.len());
    for item in items.drain(..) {
        match places.entry(name(&item).to_owned()) {
            Entry::Occupied(place) => out[*place.get()] = item,
            Entry::Vacant(place) => {
                place.insert(out.len());
                out.push(item);
            }
        }
    }
    *items = out;
}

fn read(source: Source, loaded: &mut Loaded) {
    // Examples are most of a rule file and not needed to run it; they stand last in bundled ones.
    let text = match source.text.find("\n[[example]]") {
        Some(at) if source.bundled => &source.text[..at],
        _ => &source.text,
    };
    let (table, errors) = DeTable::parse_recoverable(text);
    if !errors.is_empty() {
        loaded.faults.extend(source.syntax(errors));
        return;
    }
    let faults = RefCell::new(Vec::new());
    let mut keys = Keys::new(&source, table.get_ref(), 0..0, &faults);
    let measures: Vec<Measure> = keys.entries("measure");
    let entities: Vec<Entity> = keys.entries("entity");
    let is_rule = ["id", "check"].iter().any(|key| table.get_ref().contains_key(*key));
    let has_words = !measures.is_empty() || !entities.is_empty();
    let only_vocabulary = source.stem() == "vocabulary" || (has_words && !is_rule);
    let draft = if only_vocabulary {
        keys.finish();
        None
    } else {
        read_rule(keys, &source)
    };
    let found = in_order(faults.into_inner());
    let sound = found.is_empty();
    loaded.faults.extend(found);
    loaded.measures.extend(measures);
    loaded.entities.extend(entities);
    if let (Some(draft), true) = (draft, sound) {
        add(draft, source, loaded);
    }
}

/// A rule before it is known to be the only one of its id.
struct Draft {
    rule: Rule,
    id_span: std::ops::Range<usize>,
}

fn read_rule(mut keys: Keys<'_, '_>, source: &Source) -> Option<Draft> {
    let id = keys.required("id");
    let id_span = keys.value("id").map_or(0..0, Spanned::span);
    let check_name = keys.required("check");
    let check_span = keys.value("check").map_or(0..0, Spanned::span);
    if keys.value("severity").is_none() {
        keys.fault(keys.span(), FaultKind::MissingKeys { keys: vec!["severity"] });
    }
    let severity = keys.choice("severity", SEVERITIES);
    let title = keys.required("title");
    let why = keys.required("why");
    let one_passed = keys.string("passed-one");
    let passed = keys.string("passed");
    let passed = passed.map(|many| Passed { one: one_passed.unwrap_or_else(|| many.clone()), many });
    // Bundled examples were cut off before the parse, and their faults fail a test instead.
    example::read_all(&mut keys, source);
    if let Some(id) = &id {
        check_id(id, id_span.clone(), source, &keys);
    }
    let build = check_name.as_deref().and_then(|name| find_check(name, check_span.clone(), &keys));
    let parameters: DeTable<'_> = keys.rest().map(|(k, v)| (k.clone(), v.clone())).collect();
    let parameters = Spanned::new(check_span, parameters);
    let check = build.and_then(|build| build_check(build, check_name.as_deref()?, &parameters, &keys));
    Some(Draft {
        rule: Rule {
            id: id?,
            check_name: check_name?,
            check: check?,
            severity: severity?,
            title: title?,
            why: why?,
            passed,
            source: Arc::new(Source::new("", "")),
        },
        id_span,
    })
}

fn check_id(id: &str, span: std::ops::Range<usize>, source: &Source, keys: &Keys<'_, '_>) {
    if !is_kebab_case(id) {
        keys.fault(span, FaultKind::NotKebabCase { id: id.to_owned() });
    } else if id != source.stem() {
        keys.fault(span, FaultKind::IdIsNotFileName { id: id.to_owned(), file: format!("{}.toml", source.stem()) });
    }
}

fn find_check(name: &str, span: std::ops::Range<usize>, keys: &Keys<'_, '_>) -> Option<Build> {
    let found = REGISTRY.iter().find(|(known, _)| *known == name);
    if found.is_none() {
        keys.fault(
            span,
            FaultKind::UnknownCheck {
                name: name.to_owned(),
                known: REGISTRY.iter().map(|(known, _)| *known).collect(),
            },
        );
    }
    found.map(|(_, build)| *build)
}

fn build_check(
    build: Build,
    name: &str,
    parameters: &Spanned<DeTable<'_>>,
    keys: &Keys<'_, '_>,
) -> Option<Box<dyn crate::check::Check>> {
    let table = match toml::Table::deserialize(Deserializer::from(parameters.clone())) {
        Ok(table) => table,
        // A number that does not fit, for one.
        Err(error) => {
            let kind = FaultKind::Parameter { check: name.to_owned(), message: error.message().to_owned() };
            keys.fault(error.span().unwrap_or(parameters.span()), kind);
            return None;
        }
    };
    match build(&Parameters::new(&table).with_spans(parameters)) {
        Ok(check) => Some(check),
        Err(fault) => {
            let key = fault.key.as_deref().map(|key| keys.key_span(key));
            let span = fault.span.or(key).unwrap_or(parameters.span());
            keys.fault(span, FaultKind::Parameter { check: name.to_owned(), message: fault.message });
            None
        }
    }
}

fn add(draft: Draft, source: Source, loaded: &mut Loaded) {
    let mut rule = draft.rule;
    if let Some(at) = loaded.rules.iter().position(|other| other.id == rule.id) {
        let other = &loaded.rules[at].source;
        if source.bundled || !other.bundled {
            let first = other.path.clone();
            let id = rule.id;
            loaded.faults.push(source.fault(draft.id_span, FaultKind::DuplicateId { id, first }));
            return;
        }
        loaded.rules.remove(at);
    }
    rule.source = Arc::new(source);
    loaded.rules.push(rule);
}

#[cfg(test)]
mod tests;

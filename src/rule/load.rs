//! Rule files to rules and vocabulary. Every fault of every file is told; a faulty rule is left out, the rest is used.

use std::cell::RefCell;
use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::sync::Arc;

use serde::Deserialize;
use toml::Spanned;
use toml::de::{DeTable, Deserializer};

use super::fault::{Fault, FaultKind, is_kebab_case};
use super::{Keys, Rule, Source, example};
use crate::check::{Build, Parameters, REGISTRY};
use crate::verdict::Severity;
use crate::vocabulary::{Entity, Measure};

/// The severities by the names that rule files and configurations use.
pub const SEVERITIES: &[(&str, Severity)] = &[
    ("error", Severity::Error),
    ("warning", Severity::Warning),
    ("info", Severity::Info),
    ("off", Severity::Off),
];

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
    let mut loaded = Loaded::default();
    for source in sources {
        read(source, &mut loaded);
    }
    loaded.rules.sort_by(|a, b| a.id.cmp(&b.id));
    keep_last(&mut loaded.measures, |measure| &measure.id);
    keep_last(&mut loaded.entities, |entity| &entity.name);
    loaded
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
    let is_rule = ["id", "check"]
        .iter()
        .any(|key| table.get_ref().contains_key(*key));
    let has_words = !measures.is_empty() || !entities.is_empty();
    let only_vocabulary = source.stem() == "vocabulary" || (has_words && !is_rule);
    let draft = if only_vocabulary {
        keys.finish();
        None
    } else {
        read_rule(keys, &source)
    };
    let mut found = faults.into_inner();
    found.sort_by_key(|fault| fault.place.span);
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
        keys.fault(keys.span(), FaultKind::MissingKey { key: "severity" });
    }
    let severity = keys.choice("severity", SEVERITIES);
    let title = keys.required("title");
    let why = keys.required("why");
    let passed = keys.string("passed");
    // Bundled examples were cut off before the parse, and their faults fail a test instead.
    example::read_all(&mut keys, source);
    if let Some(id) = &id {
        check_id(id, id_span.clone(), source, &keys);
    }
    let build = check_name
        .as_deref()
        .and_then(|name| find_check(name, check_span.clone(), &keys));
    let parameters: DeTable<'_> = keys.rest().map(|(k, v)| (k.clone(), v.clone())).collect();
    let parameters = Spanned::new(check_span, parameters);
    let check =
        build.and_then(|build| build_check(build, check_name.as_deref()?, &parameters, &keys));
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
        keys.fault(
            span,
            FaultKind::IdIsNotFileName {
                id: id.to_owned(),
                file: format!("{}.toml", source.stem()),
            },
        );
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
            let kind = FaultKind::Parameter {
                check: name.to_owned(),
                message: error.message().to_owned(),
            };
            keys.fault(error.span().unwrap_or(parameters.span()), kind);
            return None;
        }
    };
    match build(&Parameters::new(&table).with_spans(parameters)) {
        Ok(check) => Some(check),
        Err(fault) => {
            let key = fault.key.as_deref().map(|key| keys.key_span(key));
            let span = fault.span.or(key).unwrap_or(parameters.span());
            keys.fault(
                span,
                FaultKind::Parameter {
                    check: name.to_owned(),
                    message: fault.message,
                },
            );
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
            loaded
                .faults
                .push(source.fault(draft.id_span, FaultKind::DuplicateId { id, first }));
            return;
        }
        loaded.rules.remove(at);
    }
    rule.source = Arc::new(source);
    loaded.rules.push(rule);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn faults(files: &[(&str, &str)]) -> String {
        let loaded = load(files.iter().map(|(path, text)| Source::new(*path, *text)));
        let mut out = String::new();
        for fault in loaded.faults {
            let place = &fault.place;
            let help = fault.kind.help().unwrap_or_default();
            let at = format!("{}:{}:{}", place.path, place.start.line, place.start.column);
            out.push_str(format!("{at}: {fault} | {help}").trim_end());
            out.push('\n');
        }
        out
    }

    const SOUND: &str =
        "id = \"a-sum\"\ncheck = \"sum\"\nseverity = \"info\"\ntitle = \"t\"\nwhy = \"w\"\n";

    #[test]
    fn tells_every_fault_of_every_file() {
        let p = |path, text: &str| faults(&[(path, text)]);
        insta::assert_snapshot!(p("x/a-sum.toml", SOUND), @"");
        insta::assert_snapshot!(p("x/b.toml", "id = \n[x"), @r#"
        x/b.toml:1:6: this is not TOML: string values must be quoted, expected literal string |
        x/b.toml:2:3: this is not TOML: unclosed table, expected `]` |
        "#);
        insta::assert_snapshot!(p("x/b.toml", "id = \"b\"\ncheck = \"smu\"\nseverity = 3\n"), @r#"
        x/b.toml:1:1: the key `title` is missing | add `title = ...`
        x/b.toml:1:1: the key `why` is missing | add `why = ...`
        x/b.toml:2:9: there is no check `smu` | did you mean `sum`?
        x/b.toml:3:12: `severity` must be a string, and is a whole number |
        "#);
        insta::assert_snapshot!(p("x/b.toml", SOUND), @"x/b.toml:1:6: the rule is called `a-sum` and its file `b.toml` | call the file `a-sum.toml`, or give the rule the file's name");
        insta::assert_snapshot!(p("x/A_Sum.toml", &SOUND.replace("a-sum", "A_Sum")), @"x/A_Sum.toml:1:6: `A_Sum` is not in kebab-case | write it in lower case with hyphens: `a-sum`");
        insta::assert_snapshot!(p("x/a-sum.toml", &SOUND.replace("info", "errror")), @"x/a-sum.toml:3:12: `errror` is no value for `severity` | did you mean `error`?");
        insta::assert_snapshot!(p("x/a-sum.toml", &format!("{}surprise = 1\n", SOUND.replace("\"sum\"", "\"weekday\""))), @"x/a-sum.toml:6:1: the check `weekday` cannot use this: unknown field `surprise`, there are no fields | there are no keys here");
        insta::assert_snapshot!(p("x/vocabulary.toml", "[[measure]]\nid = 3\n[[mesure]]\nid = \"x\"\n[[entity]]\nname = \"x\"\nkind = \"body\"\nalias = []\n"), @r#"
        x/vocabulary.toml:2:6: this measure cannot be used: invalid type: integer `3`, expected a string |
        x/vocabulary.toml:3:3: nothing reads the key `mesure` | did you mean `measure`?
        x/vocabulary.toml:8:1: this entity cannot be used: unknown field `alias`, expected one of `name`, `kind`, `within`, `aliases`, `demonyms` | did you mean `aliases`?
        "#);
        insta::assert_snapshot!(p("x/a-sum.toml", &format!("{SOUND}[[example]]\nfinds = 1\n")), @r#"
        x/a-sum.toml:6:1: the key `text` is missing | add `text = ...`
        x/a-sum.toml:7:9: `finds` must be a list of strings, and is a whole number |
        "#);
        insta::assert_snapshot!(faults(&[("x/a-sum.toml", SOUND), ("y/a-sum.toml", SOUND)]), @"y/a-sum.toml:1:6: `a-sum` is already the id of a rule in x/a-sum.toml | give one of the two another id and file name");
    }

    #[test]
    fn users_rules_take_the_place_of_bundled_ones() {
        let own = SOUND.replace("a-sum", "sum-mismatch");
        let loaded =
            load(super::super::bundled().chain([Source::new("own/sum-mismatch.toml", own)]));
        assert_eq!(loaded.faults, []);
        let rules: Vec<_> = loaded
            .rules
            .iter()
            .filter(|r| r.id == "sum-mismatch")
            .collect();
        assert_eq!(rules.len(), 1);
        assert_eq!(rules[0].pack(), "own");
    }

    #[test]
    fn numbers_that_do_not_fit_are_faults() {
        insta::assert_snapshot!(faults(&[("x/a-sum.toml", &format!("{SOUND}most = 99999999999999999999\n"))]), @"x/a-sum.toml:6:8: the check `sum` cannot use this: invalid type: integer `99999999999999999999` as i128, expected any valid TOML value |");
    }

    proptest::proptest! {
        #[test]
        fn no_rule_file_panics(text in "(id = |check = |\"sum\"|\"|\\[\\[example\\]\\]|\n|[a-z0-9=\\[\\]{}., '\"\\-é])*") {
            let _ = load([Source::new("x/a.toml", text.as_str())]);
            let _ = load([Source::new("x/a-sum.toml", format!("{SOUND}{text}"))]);
        }
    }
}

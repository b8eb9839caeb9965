//! Findings about instructions: those that suppress nothing, and those that name what there is not.

use super::{CHECK, Entry, Kind, Suppression, syntax};
use crate::lint::fingerprint::Fingerprints;
use crate::lint::{Linter, finish};
use crate::rule::Rule;
use crate::verdict::{Alternative, Edit, Failure, Finding, Fix, Label, Place, nearest};

/// What is wrong with the instructions of one text, if a rule for them runs.
pub(super) fn findings(linter: &Linter, all: &[Suppression]) -> Vec<Finding> {
    let Some(rule) = linter.rules.iter().find(|rule| rule.check_name == CHECK) else {
        return Vec::new();
    };
    let mut fingerprints = Fingerprints::default();
    let failures = all.iter().flat_map(|one| look_at(linter, one));
    let of = |(place, failure): (Place, Failure)| {
        let fingerprint = fingerprints.next(&rule.id, &place);
        finish::finding(rule, rule.severity, place, failure, fingerprint)
    };
    failures.filter_map(of).collect()
}

fn look_at(linter: &Linter, one: &Suppression) -> Vec<(Place, Failure)> {
    let mut out = Vec::new();
    if one.kind == Some(Kind::Nowhere) {
        let message = format!("a Word document takes no `{}`: its readers would see it", one.name);
        let help = "write a baseline, or leave the rule out for this file with `[[override]]` in `figlint.toml`";
        return vec![(one.place.clone(), failure(message, Some(help.to_owned()), None))];
    }
    if one.kind.is_none() {
        let verbs = syntax::VERBS.iter().map(|(verb, _)| *verb);
        let message = format!("there is no instruction `{}`", one.name);
        let help = match nearest(&one.verb, verbs.clone()) {
            Some(near) => format!("did you mean `figlint-{near}`?"),
            None => format!(
                "the instructions are: {}",
                verbs.map(|verb| format!("figlint-{verb}")).collect::<Vec<_>>().join(", ")
            ),
        };
        return vec![(one.place.clone(), failure(message, Some(help), None))];
    }
    let unknown = |entry: &&Entry| entry.name.as_ref().is_some_and(|name| !linter.known.contains(name));
    for entry in one.entries.iter().filter(unknown) {
        let name = entry.name.as_deref().unwrap_or_default();
        let near = nearest(name, linter.known.iter().map(String::as_str));
        let help = near.map_or("`figlint rules` lists them all".to_owned(), |near| format!("did you mean `{near}`?"));
        let write = |near: &str| fix(false, format!("write {near}"), vec![edit(entry.place.span, &one.place, near)]);
        out.push((
            entry.place.clone(),
            failure(format!("there is no rule or pack `{name}`"), Some(help), near.map(write)),
        ));
    }
    let idle: Vec<&Entry> = one.entries.iter().filter(|entry| !entry.used && is_judged(linter, entry)).collect();
    if idle.is_empty() {
        return out;
    }
    let verb = &one.verb;
    if idle.len() == one.entries.len() {
        let does = if one.kind == Some(Kind::Enable) { "ends no `figlint-disable`" } else { "suppresses nothing" };
        let remove = |removal: &super::Removal| edit(removal.span, &one.place, removal.text);
        let fix =
            one.removal.as_ref().map(|removal| fix(true, "remove this instruction".to_owned(), vec![remove(removal)]));
        let help = (one.kind != Some(Kind::Enable)).then(|| "remove it, or it will hide the next mistake".to_owned());
        out.push((one.place.clone(), failure(format!("this `figlint-{verb}` {does}"), help, fix)));
        return out;
    }
    let names: Vec<String> =
        idle.iter().map(|entry| format!("`{}`", entry.name.as_deref().unwrap_or_default())).collect();
    let kept = one.entries.iter().filter(|entry| entry.used || !is_judged(linter, entry));
    let kept: Vec<&str> = kept.filter_map(|entry| entry.name.as_deref()).collect();
    let edits = one.list.map(|list| vec![edit(list, &one.place, &kept.join(" "))]);
    let fix = edits.map(|edits| fix(true, format!("remove {}", names.join(" and ")), edits));
    let message = format!("this `figlint-{verb}` suppresses nothing of {}", names.join(" and "));
    let mut failure = failure(message, None, fix);
    failure.labels =
        idle[1..].iter().map(|entry| Label { place: entry.place.clone(), message: String::new() }).collect();
    out.push((idle[0].place.clone(), failure));
    out
}

/// Whether an entry that met nothing can be called unused: every rule that it names ran, and had everything before it
/// that it looks at.
fn is_judged(linter: &Linter, entry: &Entry) -> bool {
    let Some(name) = &entry.name else {
        return !linter.narrowed;
    };
    let mut named = linter.rules.iter().filter(|rule| *name == rule.id || name == rule.pack()).peekable();
    let left_out = linter.narrowed && !linter.rules.iter().any(|rule| rule.id == *name);
    named.peek().is_some() && !left_out && named.all(|rule| had_everything(linter, rule))
}

fn had_everything(linter: &Linter, rule: &Rule) -> bool {
    match rule.check_name.as_str() {
        CHECK => false,
        "reference" | "outdated" => !linter.facts.list.is_empty(),
        "conflict" => !linter.partial,
        _ => true,
    }
}

fn failure(message: String, help: Option<String>, fix: Option<Fix>) -> Failure {
    Failure { help, fix, ..Failure::certain(message) }
}

fn fix(safe: bool, message: String, edits: Vec<Edit>) -> Fix {
    Fix { safe, by_hand: None, alternatives: vec![Alternative { message, edits }] }
}

fn edit(span: crate::span::Span, place: &Place, text: &str) -> Edit {
    Edit { path: place.path.to_string(), span, text: text.to_owned() }
}

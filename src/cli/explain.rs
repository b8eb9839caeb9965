//! `figlint explain RULE` and `figlint rules`: the rule files, for reading.

use std::io::{self, Write};

use super::Status;
use super::args::{Explain, Shared};
use super::session::{ALL_RULES, Session};
use super::setup;
use crate::period::day_in_words;
use crate::report::Look;
use crate::rule::{Example, Rule};

pub(super) fn explain(session: &mut Session, shared: &Shared, args: &Explain) -> Status {
    let settings = setup::settings(session, shared);
    let loaded = setup::rules(session, shared, &settings);
    if let Some(rule) = loaded.rules.iter().find(|rule| rule.id == args.name) {
        session.print(|session, out| page(rule, session.look, out));
    } else if loaded.rules.iter().any(|rule| rule.pack() == args.name) {
        let message = format!("`{}` is a pack, and no rule", args.name);
        session.error(&message, Some("`figlint rules` lists the rules of each pack"));
    } else {
        let known = loaded.rules.iter().map(|rule| rule.id.as_str());
        session.unknown("rule", &args.name, known, ALL_RULES);
    }
    Status::Clean
}

pub(super) fn rules(session: &mut Session, shared: &Shared) -> Status {
    let settings = setup::settings(session, shared);
    let mut rules = setup::rules(session, shared, &settings).rules;
    for rule in &mut rules {
        rule.severity = settings.config.selection.severity_of(&rule.id, rule.pack(), rule.severity);
    }
    rules.sort_by(|a, b| (a.pack(), &a.id).cmp(&(b.pack(), &b.id)));
    session.print(|session, out| {
        let widest = rules.iter().map(|rule| rule.id.len()).max().unwrap_or_default();
        let mut pack = None;
        for rule in &rules {
            if pack != Some(rule.pack()) {
                pack = Some(rule.pack());
                writeln!(out, "{}", session.look.paint("1", rule.pack()))?;
            }
            writeln!(out, "  {:widest$}  {:7}  {}", rule.id, rule.severity.name(), rule.title)?;
        }
        Ok(())
    });
    Status::Clean
}

fn page(rule: &Rule, look: Look, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "{} ({}, {})", look.paint("1", &rule.id), rule.pack(), rule.severity.name())?;
    writeln!(out, "{}\n\n{}", rule.title, rule.why.trim())?;
    let examples = rule.examples().unwrap_or_default();
    let (finds, silent): (Vec<&Example>, Vec<&Example>) =
        examples.iter().partition(|example| !example.finds.is_empty());
    for (title, list) in [("Finds", finds), ("Stays silent", silent)] {
        if list.is_empty() {
            continue;
        }
        writeln!(out, "\n{}", look.paint("1", title))?;
        for example in list {
            show(example, look, out)?;
        }
    }
    Ok(())
}

/// An example with everything that it depends on: its date and headline, the other texts, the reference set.
fn show(example: &Example, look: Look, out: &mut dyn Write) -> io::Result<()> {
    indented(&example.text, 2, out)?;
    for find in &example.finds {
        writeln!(out, "    {} {find}", look.paint("31", "->"))?;
    }
    let aside = |out: &mut dyn Write, words: &str| writeln!(out, "    {}", look.paint("2", words));
    if let Some(title) = &example.title {
        aside(out, &format!("under the headline “{title}”"))?;
    }
    if let Some(day) = example.date {
        aside(out, &format!("in a text of {}", day_in_words(day)))?;
    }
    for other in &example.others {
        let day = other.date.map(|day| format!(" of {}", day_in_words(day))).unwrap_or_default();
        aside(out, &format!("together with {}{day}:", other.path))?;
        indented(&other.text, 6, out)?;
    }
    if let Some(reference) = &example.reference {
        aside(out, "with the reference set:")?;
        indented(reference, 6, out)?;
    }
    Ok(())
}

fn indented(text: &str, by: usize, out: &mut dyn Write) -> io::Result<()> {
    for line in text.trim().lines() {
        writeln!(out, "{}", format!("{:by$}{line}", "").trim_end())?;
    }
    Ok(())
}

//! `figlint test`: the examples of rule files.

use std::io::Write;

use super::Status;
use super::args::{Shared, Test};
use super::session::{ALL_RULES, Session};
use super::setup;
use crate::lint::run_examples;
use crate::report::count;
use crate::report::examples::mismatch;
use crate::rule::names;
use crate::verdict::Severity;

pub(super) fn run(session: &mut Session, shared: &Shared, args: &Test) -> Status {
    let settings = setup::settings(session, shared);
    let mut loaded = setup::rules(session, shared, &settings);
    let vocabulary = setup::vocabulary(&mut loaded);
    for name in &args.names {
        if !names(&loaded.rules).any(|known| known == name) {
            session.unknown("rule or pack", name, names(&loaded.rules), ALL_RULES);
        }
    }
    let (mut rules, mut examples, mut wrong) = (0, 0, Vec::new());
    for rule in loaded.rules {
        let wanted = |name: &String| *name == rule.id || name == rule.pack();
        if !args.names.is_empty() && !args.names.iter().any(wanted) {
            continue;
        }
        match rule.examples() {
            Ok(list) => {
                rules += 1;
                examples += list.len() as u64;
                let (rule, found) = run_examples(rule, &list, &vocabulary);
                wrong.extend(found.into_iter().map(|one| (rule.id.clone(), one)));
            }
            // Those of users' files were told when the file was read.
            Err(faults) if rule.source.bundled => {
                for fault in &faults {
                    session.fault(fault, Severity::Error);
                }
            }
            Err(_) => {}
        }
    }
    if rules == 0 && session.has_failed() {
        return Status::Failed;
    }
    session.print(|session, out| {
        for (rule, one) in &wrong {
            mismatch(rule, one, session.look, out)?;
        }
        let come_out = match wrong.len() {
            0 => "all come out".to_owned(),
            1 => "1 does not come out".to_owned(),
            n => format!("{n} do not come out"),
        };
        let (rules, examples) = (count(rules, "rule", "rules"), count(examples, "example", "examples"));
        writeln!(out, "{rules}, {examples}: {come_out}.")
    });
    if wrong.is_empty() { Status::Clean } else { Status::Found }
}

//! A rule as SARIF describes it: title, explanation and examples of its file.

use std::fmt::Write as _;

use super::format::{DefaultConfiguration, Descriptor, Help, Message, RuleProperties};
use super::level;
use crate::rule::{Example, Rule};
use crate::verdict::Severity;

/// Examples of each sort on a rule's page.
const SHOWN: usize = 3;

pub(super) fn descriptor(rule: &Rule) -> Descriptor<'_> {
    let why = if rule.why.trim().is_empty() { &rule.title } else { rule.why.trim() };
    let first: Vec<&str> = why.lines().take_while(|line| !line.trim().is_empty()).map(str::trim).collect();
    Descriptor {
        id: &rule.id,
        short_description: Message::plain(rule.title.as_str()),
        full_description: Message::plain(first.join(" ")),
        help: Help { text: why.to_owned(), markdown: page(rule, why) },
        default_configuration: DefaultConfiguration { level: level(rule.severity) },
        properties: RuleProperties {
            tags: [rule.pack()],
            problem_severity: match rule.severity {
                Severity::Error => "error",
                Severity::Warning => "warning",
                Severity::Info | Severity::Off => "recommendation",
            },
        },
    }
}

fn page(rule: &Rule, why: &str) -> String {
    let mut out = why.to_owned();
    let examples = rule.examples().unwrap_or_default();
    let (found, silent): (Vec<&Example>, Vec<&Example>) = examples.iter().partition(|e| !e.finds.is_empty());
    for (heading, list) in [("Found", found), ("Silent", silent)] {
        if list.is_empty() {
            continue;
        }
        let _ = write!(out, "\n\n**{heading}**");
        for example in list.into_iter().take(SHOWN) {
            // Indented, because no line of a text can end such a block. A comment keeps two blocks apart.
            out.push_str("\n\n<!-- -->\n");
            for line in example.text.trim().lines() {
                let _ = write!(out, "\n    {line}");
            }
            for find in &example.finds {
                let _ = write!(out, "\n    -> {find}");
            }
        }
    }
    out.push('\n');
    out
}

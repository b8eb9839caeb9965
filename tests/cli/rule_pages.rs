//! docs/rules.md is written from the rule files, and the table in README.md has every rule.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::Path;

use figlint::rule::{Example, Rule, bundled, load};

use crate::pages::page;

/// How many examples of each sort a rule's page shows.
const SHOWN: usize = 2;

#[test]
fn the_page_of_rules_is_what_the_rule_files_say() {
    let mut rules = load(bundled()).rules;
    rules.sort_by(|a, b| (a.pack(), &a.id).cmp(&(b.pack(), &b.id)));
    let mut out = String::from(
        "# Rules\n\n<!-- Written from the files in rules/ by `FIGLINT_BLESS=1 cargo test`; change those. -->\n\n\
         Each rule is one file in `rules/`, and its examples are its tests. `figlint explain RULE` prints the same.\n",
    );
    let mut pack = String::new();
    for rule in &rules {
        if rule.pack() != pack {
            rule.pack().clone_into(&mut pack);
            let _ = write!(out, "\n## {pack}\n");
        }
        section(rule, &mut out);
    }
    page(&Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/rules.md"), &out);
}

#[test]
fn the_readme_has_a_row_for_every_rule() {
    let readme = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md")).expect("it is there");
    let rows: BTreeSet<&str> =
        readme.lines().filter_map(|line| Some(line.strip_prefix("| `")?.split_once("` |")?.0)).collect();
    let rules = load(bundled()).rules;
    assert_eq!(rows, rules.iter().map(|rule| rule.id.as_str()).collect());
}

fn section(rule: &Rule, out: &mut String) {
    let examples = rule.examples().expect("bundled examples are sound");
    let _ = write!(out, "\n### {}\n\n{} ({}).\n\n{}\n", rule.id, rule.title, rule.severity.name(), rule.why.trim());
    let found = |example: &&Example| !example.finds.is_empty();
    for (heading, list) in [
        ("Found:", examples.iter().filter(found).take(SHOWN).collect::<Vec<_>>()),
        ("Silent:", examples.iter().filter(|e| !found(e)).take(SHOWN).collect()),
    ] {
        let _ = write!(out, "\n{heading}\n");
        for example in list {
            show(example, out);
        }
    }
}

fn show(example: &Example, out: &mut String) {
    let fence = if example.format == "txt" { "text" } else { example.format };
    let _ = write!(out, "\n```{fence}\n{}\n```\n", example.text.trim());
    let mut notes = Vec::new();
    if let Some(date) = example.date {
        notes.push(format!("text of {date}"));
    }
    if !example.finds.is_empty() {
        let finds: Vec<String> = example.finds.iter().map(|text| format!("`{text}`")).collect();
        notes.push(format!("found: {}", finds.join(", ")));
    }
    if !notes.is_empty() {
        let _ = write!(out, "\n({})\n", notes.join("; "));
    }
    for other in &example.others {
        let day = other.date.map(|date| format!(" of {date}")).unwrap_or_default();
        let _ = write!(out, "\nTogether with `{}`{day}:\n\n```text\n{}\n```\n", other.path, other.text.trim());
    }
    if let Some(reference) = &example.reference {
        let _ = write!(out, "\nReference set:\n\n```toml\n{}\n```\n", reference.trim());
    }
}

//! What every fix must hold, over all examples of the bundled rules: once any of its alternatives is applied, the finding
//! is gone and no new error has come.

use std::sync::Arc;

use super::apply;
use crate::lint::{Content, Linter, Text, set_up_example};
use crate::rule;
use crate::verdict::{Alternative, Finding, Severity};
use crate::vocabulary::Vocabulary;

/// The texts with one alternative applied.
fn with(texts: &[Text], way: &Alternative) -> Vec<Text> {
    let mut texts = texts.to_vec();
    for text in &mut texts {
        let edits: Vec<_> = way.edits.iter().filter(|edit| edit.path == text.path).collect();
        let bytes = text.bytes().expect("it is in memory").into_owned();
        text.content = Content::Bytes(apply(&text.path, &bytes, &edits).expect("the edits fit"));
    }
    texts
}

fn errors(findings: &[Finding]) -> usize {
    findings.iter().filter(|finding| finding.severity == Severity::Error).count()
}

fn of_rule<'f>(findings: &'f [Finding], rule: &str) -> Vec<&'f Finding> {
    findings.iter().filter(|finding| finding.rule == rule).collect()
}

#[test]
fn after_any_fix_its_finding_is_gone_and_no_error_has_come() {
    let loaded = rule::load(rule::bundled());
    let vocabulary = Arc::new(Vocabulary::new(loaded.measures, loaded.entities));
    let examples = loaded.rules.iter().map(|rule| (rule.id.clone(), rule.examples().unwrap_or_default()));
    let examples: Vec<_> = examples.collect();
    let mut linter = Linter::new(loaded.rules, vocabulary);
    let (mut wrong, mut applied, mut found) = (Vec::new(), 0, 0);
    for (rule, examples) in &examples {
        for example in examples.iter().filter(|example| !example.finds.is_empty()) {
            let texts = set_up_example(&mut linter, example, &mut Vec::new());
            let before = linter.lint(&texts).findings;
            for finding in of_rule(&before, rule) {
                found += 1;
                if std::env::var_os("FIX_LIST").is_some() {
                    let ways: Vec<_> =
                        finding.fix.iter().flat_map(|fix| &fix.alternatives).map(|w| w.message.clone()).collect();
                    println!("{rule} | {} | {}", finding.message, ways.join(" OR "));
                }
                let ways = finding.fix.iter().flat_map(|fix| &fix.alternatives);
                for way in ways {
                    applied += 1;
                    let texts = with(&texts, way);
                    let after = linter.lint(&texts).findings;
                    // A name that is spelt right can be one that suppresses nothing, which is another finding.
                    let renamed = finding.message.contains("there is no rule or pack");
                    let gone = renamed || of_rule(&after, rule).len() < of_rule(&before, rule).len();
                    let own = usize::from(finding.severity == Severity::Error);
                    if !gone || errors(&after) > errors(&before) - own {
                        let text = String::from_utf8(texts[0].bytes().expect("in memory").into_owned());
                        let left = after.iter().map(|f| format!("{}: {}", f.rule, f.message)).collect::<Vec<_>>();
                        wrong.push(format!(
                            "{rule}: {}\n  {}\n  {}\n  {}",
                            finding.message,
                            way.message,
                            text.unwrap_or_default().trim(),
                            left.join("\n  ")
                        ));
                    }
                }
            }
        }
    }
    println!("{applied} alternatives of {found} findings");
    assert!(wrong.is_empty(), "{} of {applied} alternatives:\n{}", wrong.len(), wrong.join("\n\n"));
}

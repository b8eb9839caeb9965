//! What every fix must hold, over all examples of the bundled rules: once any of its alternatives is applied, the
//! finding is gone and no new error has come.

use super::choose::together;
use super::{ApplyError, apply};
use crate::lint::{Content, Linter, Text, set_up_example};
use crate::span::Span;
use crate::verdict::{Alternative, Edit, Finding, Severity};

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
    let mut linter = Linter::bundled();
    let examples = linter.rules.iter().map(|rule| (rule.id.clone(), rule.examples().unwrap_or_default()));
    let examples: Vec<_> = examples.collect();
    let (mut wrong, mut applied, mut found) = (Vec::new(), 0, 0);
    for (rule, examples) in &examples {
        for example in examples.iter().filter(|example| !example.finds.is_empty()) {
            let texts = set_up_example(&mut linter, example, &mut Vec::new());
            let before = linter.lint(&texts).findings;
            for finding in of_rule(&before, rule) {
                found += 1;
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
    assert!(applied * 10 > found * 9, "{applied} alternatives of {found} findings");
    assert!(wrong.is_empty(), "{} of {applied} alternatives:\n{}", wrong.len(), wrong.join("\n\n"));
}

#[test]
fn what_the_encoding_of_a_file_does_not_have_is_refused() {
    let western = b"Caf\xe9: 12 goats";
    let edit = |text: &str| Edit { path: "a.txt".to_owned(), span: Span::new(6, 8), text: text.to_owned() };
    let put = |text: &str| apply("a.txt", western, &[&edit(text)]);
    assert_eq!(put("\u{20ac}7"), Ok(b"Caf\xe9: \x807 goats".to_vec()));
    assert_eq!(put("1\u{202f}000"), Err(ApplyError::Encoding { text: "1\u{202f}000".to_owned() }));
    let beyond = Edit { span: Span::new(6, 99), ..edit("7") };
    assert_eq!(apply("a.txt", western, &[&beyond]), Err(ApplyError::Outside));
    let (first, second) = (edit("7"), Edit { span: Span::new(7, 9), ..edit("8") });
    assert_eq!(apply("a.txt", western, &[&second, &first]), Err(ApplyError::Outside));
}

#[test]
fn of_fixes_that_touch_each_other_the_one_for_the_worse_finding_is_taken() {
    let linter = Linter::bundled();
    let texts = [Text::in_memory("a.txt", "Then about 45,691 people came. Sales rose 20% from 50 to 70.")];
    let found = linter.lint(&texts).findings;
    let rules = |chosen: Vec<(&Finding, &Alternative)>| {
        chosen.iter().map(|(finding, _)| finding.rule.clone()).collect::<Vec<_>>()
    };
    assert_eq!(rules(together(&found, true, |_| true)), ["false-precision", "change-mismatch"]);
    assert_eq!(rules(together(&found, false, |_| true)), ["false-precision"]);
    assert_eq!(rules(together(&found, true, |_| false)), Vec::<String>::new());
    // Both at one place: the note yields to the error.
    let mut both = found.clone();
    let note = both[0].fix.clone();
    if let (Some(to), Some(from)) = (&mut both[1].fix, note) {
        to.alternatives = from.alternatives;
    }
    assert_eq!(rules(together(&both, true, |_| true)), ["change-mismatch"]);
}

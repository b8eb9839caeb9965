use super::*;
use crate::rule::{bundled, load};
use crate::vocabulary::Vocabulary;

fn linter() -> Linter {
    let loaded = load(bundled());
    let vocabulary = Arc::new(Vocabulary::new(loaded.measures, loaded.entities));
    Linter::new(loaded.rules, vocabulary)
}

const WRONG: &str = "France gave $3.2 million and Spain $3 million, for a total of $8 million.";

#[test]
fn findings_do_not_depend_on_the_order_of_texts() {
    let texts =
        [Text::in_memory("b.txt", WRONG), Text::in_memory("a.txt", "The council met on Monday, 2 January 2024.")];
    let turned: Vec<_> = texts.iter().rev().cloned().collect();
    let (one, two) = (linter().lint(&texts), linter().lint(&turned));
    assert_eq!(one.findings, two.findings);
    let rules: Vec<_> = one.findings.iter().map(|f| f.rule.as_str()).collect();
    assert_eq!(rules, ["weekday-mismatch", "sum-mismatch"]);
}

#[test]
fn a_text_that_is_no_utf8_leaves_the_others() {
    let texts = [
        Text { content: Content::Bytes(b"caf\xc3\xa9 \xe9 12".to_vec()), ..Text::in_memory("a.txt", "") },
        Text::in_memory("b.txt", WRONG),
    ];
    let outcome = linter().lint(&texts);
    assert_eq!(outcome.errors.len(), 1);
    assert_eq!(outcome.errors[0].path(), "a.txt");
    assert_eq!(outcome.findings.len(), 1);
}

#[test]
fn bundled_examples_come_out() {
    let loaded = load(bundled());
    let vocabulary = Arc::new(Vocabulary::new(loaded.measures, loaded.entities));
    for rule in loaded.rules {
        let examples = rule.examples().unwrap_or_default();
        let (rule, wrong) = examples::run(rule, &examples, &vocabulary);
        assert_eq!(wrong, [], "{}", rule.id);
    }
}

#[test]
fn an_example_that_does_not_come_out_says_what_was_found() {
    let mut loaded = load(bundled());
    let vocabulary = Arc::new(Vocabulary::new(loaded.measures, loaded.entities));
    let at = loaded.rules.iter().position(|r| r.id == "sum-mismatch");
    let rule = loaded.rules.remove(at.unwrap_or_default());
    let mut examples = rule.examples().unwrap_or_default();
    examples[0].finds = vec!["$9 million".to_owned()];
    let (_, wrong) = examples::run(rule, &examples[..1], &vocabulary);
    assert_eq!(wrong.len(), 1);
    assert_eq!(wrong[0].wanted, ["$9 million"]);
    assert_eq!(wrong[0].found.len(), 1);
    let first = include_str!("../../rules/arithmetic/sum-mismatch.toml").lines().position(|l| l == "[[example]]");
    assert_eq!(Some(wrong[0].place.start.line as usize), first.map(|line| line + 1));
}

#[test]
fn the_date_of_the_command_line_goes_before_the_configuration() {
    let mut linter = linter();
    let text = Text::in_memory("drafts/a.txt", "Nothing.");
    let day = |linter: &Linter| {
        let (dates, _) = linter.with_readings(&text, |reading| reading.document.metadata.date);
        dates.first().copied().flatten().map(|date| date.to_string())
    };
    assert_eq!(day(&linter), None);
    linter.documents.push_exact("drafts/a.txt", Some(jiff::civil::date(2024, 6, 25)), None);
    assert_eq!(day(&linter).as_deref(), Some("2024-06-25"));
    linter.date = Some(jiff::civil::date(2024, 7, 1));
    assert_eq!(day(&linter).as_deref(), Some("2024-07-01"));
}

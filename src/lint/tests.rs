use super::*;
use crate::rule::{bundled, load};
use crate::vocabulary::Vocabulary;

const WRONG: &str = "France gave $3.2 million and Spain $3 million, for a total of $8 million.";

#[test]
fn findings_do_not_depend_on_the_order_of_texts() {
    let texts =
        [Text::in_memory("b.txt", WRONG), Text::in_memory("a.txt", "The council met on Monday, 2 January 2024.")];
    let turned: Vec<_> = texts.iter().rev().cloned().collect();
    let (one, two) = (Linter::bundled().lint(&texts), Linter::bundled().lint(&turned));
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
    let outcome = Linter::bundled().lint(&texts);
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
    let mut linter = Linter::bundled();
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

/// Wrong figures and the others of texts in which only tolls are compared.
fn wrong(texts: &[(&str, &str)]) -> (u64, u64) {
    let mut linter = Linter::bundled();
    linter.rules.retain(|one| one.id == "figure-conflict");
    let texts: Vec<Text> = texts.iter().map(|(path, text)| Text::in_memory(path, text)).collect();
    let tally = linter.lint(&texts).tally;
    assert_eq!(tally.right + tally.wrong + tally.took_part + tally.not_checked(), tally.figures);
    (tally.wrong, tally.figures - tally.wrong)
}

#[test]
fn figures_that_other_texts_refute_are_counted_as_wrong() {
    let early = "---\ndate: 2024-03-20\n---\nIn January 2024 the storm killed 31 people in Peru.\n";
    let late = "---\ndate: 2024-03-22\n---\nThe storm in Peru killed 48 people in January 2024.\n";
    assert_eq!(wrong(&[("a.md", early), ("b.md", late)]), (1, 3));
    let record = |day: &str, text: &str| format!("{}\n", serde_json::json!({"date": day, "text": text}));
    let archive = [
        record("2024-03-19", "The harbour of Callao opened again, and 12 ships left it at once."),
        record("2024-03-22", "The storm in Peru killed 48 people in January 2024."),
        record("2024-03-23", "The storm in Peru killed 48 people in January 2024, and 5 ships sank."),
    ];
    assert_eq!(wrong(&[("a.md", early), ("b.jsonl", &archive.concat())]), (2, 6));
}

/// Every example of the bundled rules with other numbers in the place of its own: 28 digits are the most that the
/// arithmetic holds.
#[test]
fn the_largest_and_smallest_numbers_are_taken() {
    let manners: [fn(usize, &str) -> String; 4] = [
        |_, _| "9".repeat(28),
        |_, digits| format!("{digits}{}", "0".repeat(27 - digits.len().min(26))),
        |at, _| if at % 2 == 0 { "7".repeat(28) } else { format!("0.{}3", "0".repeat(26)) },
        |at, _| if at % 2 == 0 { format!("0.{}4", "0".repeat(26)) } else { "8".repeat(28) },
    ];
    let examples: Vec<_> = load(bundled()).rules.iter().filter_map(|rule| rule.examples().ok()).flatten().collect();
    let linter = Linter::bundled();
    for manner in manners {
        let texts = examples.iter().enumerate().map(|(at, example)| {
            Text::in_memory(&format!("{at}.{}", example.format), &with_numbers(&example.text, manner))
        });
        let outcome = linter.lint(&texts.collect::<Vec<_>>());
        assert!(outcome.errors.is_empty());
    }
}

/// The text with each of its runs of digits replaced.
fn with_numbers(text: &str, manner: fn(usize, &str) -> String) -> String {
    let mut out = String::new();
    let digit = |c: char| c.is_ascii_digit();
    let mut rest = text;
    let mut at = 0;
    while let Some(start) = rest.find(digit) {
        let end = rest[start..].find(|c: char| !digit(c)).map_or(rest.len(), |len| start + len);
        out.push_str(&rest[..start]);
        out.push_str(&manner(at, &rest[start..end]));
        rest = &rest[end..];
        at += 1;
    }
    out + rest
}

/// One row for each way in which checks find their figures: by dates, by claims, by words alone, by markup.
#[test]
fn what_stands_in_a_paragraph_twice_is_told_once() {
    let wrong = [
        "The council met on Monday, 2 January 2024, in the old town hall of Arden.",
        "The new baths of the town of Arden opened on 31 June 2024, after a delay.",
        "The scheme ran from 2009 to 2003, said the council of the town of Arden.",
        "It takes between 90 and 50 people, said the council of the town of Arden.",
        "A majority of the 90 members, 31, voted to sell the old boat house of the club.",
        "The sales of the shop in the old harbour fell 120% in the year to March.",
        "The old bridge is 300 metres (500 feet) long, said the council of Arden.",
        "The club has fifty (60) members, said the council of the town of Arden.",
        "France gave $3.2 million and Spain $3 million, for a total of $8 million.",
        "Sales at the shop in the old harbour rose 50% to $300 from $100 in a year.",
    ];
    for paragraph in wrong {
        let told = |text: &str| Linter::bundled().lint(&[Text::in_memory("a.md", text)]).findings.len();
        assert_eq!(told(paragraph), 1, "{paragraph}");
        assert_eq!(told(&format!("{paragraph}\n\n{paragraph}\n\nThen\n\n{paragraph}\n")), 1, "{paragraph}");
    }
}

#[test]
fn today_of_a_repeated_paragraph_is_told_once() {
    let paragraph = "The council of Arden meets today, 16 July 2024, in the old town hall, it said.";
    let text = format!("---\ndate: 2024-03-02\n---\n\n{paragraph}\n\n{paragraph}\n");
    let findings = Linter::bundled().lint(&[Text::in_memory("a.md", &text)]).findings;
    assert_eq!(findings.iter().map(|f| f.primary.start.line).collect::<Vec<_>>(), [5]);
}

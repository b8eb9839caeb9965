use std::fmt::Write as _;
use std::time::{Duration, Instant};

use crate::lint::{HiddenBy, Linter, Text};

/// What is found in a text, and what is hidden with the line of the instruction that hides it.
fn told(text: &str) -> String {
    let outcome = Linter::bundled().lint(&[Text::in_memory("a.md", text)]);
    let mut out = String::new();
    for finding in &outcome.findings {
        let _ = writeln!(out, "{}: {}", finding.primary.start.line, finding.message);
    }
    for hidden in &outcome.hidden {
        let HiddenBy::Suppression { place, .. } = &hidden.by else { continue };
        let _ = writeln!(out, "{}: hidden by line {}", hidden.finding.primary.start.line, place.start.line);
    }
    out
}

const DAY: &str = "It opened on Monday, 4 March 2026.";

#[test]
fn instructions_above_each_other_hold_for_the_same_line() {
    let next = "<!-- figlint-disable-next-line weekday-mismatch -->";
    insta::assert_snapshot!(told(&format!("{next}\n\n{next} {next}\n\n{DAY}\n")), @"5: hidden by line 3");
    insta::assert_snapshot!(told(&format!("{next} {DAY}\n\n{next}\n")), @"
    1: this `figlint-disable-next-line` suppresses nothing
    1: 4 March 2026 is a Wednesday, not a Monday
    3: this `figlint-disable-next-line` suppresses nothing
    ");
}

#[test]
fn an_end_holds_for_all_that_is_open_by_its_name() {
    let all = "<!-- figlint-disable -->\n\n<!-- figlint-disable calendar -->\n\n<!-- figlint-disable calendar -->\n\n";
    insta::assert_snapshot!(told(&format!("{all}{DAY}\n\n<!-- figlint-enable calendar -->\n\n{DAY}\n\n<!-- figlint-enable -->\n\n{DAY}\n")), @"
    15: 4 March 2026 is a Wednesday, not a Monday
    7: hidden by line 5
    11: hidden by line 1
    ");
    insta::assert_snapshot!(told(&format!("<!-- figlint-enable calendar -->\n\n{DAY}\n")), @"
    1: this `figlint-enable` ends no `figlint-disable`
    3: 4 March 2026 is a Wednesday, not a Monday
    ");
}

#[test]
fn of_several_the_one_that_begins_last_gives_the_reason() {
    let line = "<!-- figlint-disable-line -->";
    insta::assert_snapshot!(told(&format!("<!-- figlint-disable-file calendar -->\n\n{DAY} {line}\n\n{DAY} {line}\n\n{DAY}\n")), @"
    3: hidden by line 3
    5: hidden by line 5
    7: hidden by line 1
    ");
}

#[test]
fn beside_the_copies_of_a_paragraph_they_meet_what_is_told_at_the_first() {
    let next = "<!-- figlint-disable-next-line weekday-mismatch -->";
    let long = "The winter fair opened on Tuesday, 3 January 2024, in the town of Arden.";
    let other = "The summer fair opened on Tuesday, 4 June 2024, in the town of Arden.";
    insta::assert_snapshot!(told(&format!("{next}\n{long}\n\n{next}\n{long}\n\n{next}\n{long}\n")), @"2: hidden by line 1");
    // The first has none, and is told.
    insta::assert_snapshot!(told(&format!("{long}\n\n{next}\n{long}\n")), @"1: 3 January 2024 is a Wednesday, not a Tuesday");
    insta::assert_snapshot!(told(&format!("{next}\n{other}\n\n{next}\n{other}\n")), @"
    1: this `figlint-disable-next-line` suppresses nothing
    4: this `figlint-disable-next-line` suppresses nothing
    ");
}

/// Each takes minutes where instructions are held against each other, or every finding against all of them.
#[test]
fn instructions_without_end_take_their_time_once() {
    let pieces = [
        "<!-- figlint-disable-next-line sum-mismatch -->\n\n",
        "All of the town was quiet. <!-- figlint-disable-next-line sum-mismatch --> ",
        "<!-- figlint-disable sum-mismatch -->\n\n<!-- figlint-enable sum-mismatch -->\n\n",
        "<!-- figlint-disable unused-suppression -->\n\n<!-- figlint-disable sum-mismatch -->\n\n",
    ];
    let linter = Linter::bundled();
    for piece in pieces {
        let text = Text::in_memory("a.md", &piece.repeat(200_000 / piece.len()));
        let begin = Instant::now();
        let outcome = linter.lint(&[text]);
        assert!(outcome.found().count() > 1_000, "{piece}");
        assert!(begin.elapsed() < Duration::from_secs(20), "{piece}: {:?}", begin.elapsed());
    }
}

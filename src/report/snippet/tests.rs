use super::*;
use crate::report::{Human, Look, Notice, Sources};
use crate::span::{LineIndex, Span};
use crate::verdict::{Confidence, Finding, Label, Severity};

/// The place of the first `words` in a text.
fn place(path: &str, text: &str, words: &str) -> Place {
    let at = text.find(words).unwrap_or_default() as u32;
    let lines = LineIndex::new(text.as_bytes());
    Place::of(path, &lines, Span::new(at, at + words.len() as u32), words)
}

fn draw(texts: &[(&str, &str)], primary: Place, labels: Vec<Label>) -> String {
    draw_in(Look::PLAIN, texts, primary, labels)
}

fn draw_in(look: Look, texts: &[(&str, &str)], primary: Place, labels: Vec<Label>) -> String {
    let mut sources = Sources::default();
    for (path, text) in texts {
        sources.keep(path, text);
    }
    let finding = Finding {
        rule: "sum-mismatch".to_owned(),
        severity: Severity::Error,
        confidence: Confidence::High,
        message: "The parts make 6.2 million, not 8 million".to_owned(),
        help: None,
        primary,
        primary_label: "stated".to_owned(),
        labels,
        calculation: Some("3.2 + 3.0 = 6.2, stated 8".to_owned()),
        cause: None,
        fix: None,
        fingerprint: String::new(),
    };
    let mut out = Vec::new();
    let drawn = Human::new(look).finding(&finding, &mut sources, &mut out);
    assert!(drawn.is_ok());
    String::from_utf8_lossy(&out).into_owned()
}

fn label(place: Place, message: &str) -> Label {
    Label { place, message: message.to_owned() }
}

#[test]
fn two_places_on_one_line() {
    let text = "Title\n\nFrance gave $3.2 million and Spain $3 million, for a total of $8 million.\n";
    let labels = vec![label(place("a.md", text, "$3.2 million"), "a part")];
    insta::assert_snapshot!(draw(&[("a.md", text)], place("a.md", text, "$8 million"), labels), @r#"
        sum-mismatch (error, high confidence)

          x The parts make 6.2 million, not 8 million
           ,-[a.md:3:63]
         3 | France gave $3.2 million and Spain $3 million, for a total of $8 million.
           :             ^^^^^^|^^^^^                                      ^^^^^|^^^^
           :                   |                                                `-- stated
           :                   `-- a part
           `----
          working: 3.2 + 3.0 = 6.2, stated 8
        "#);
}

#[test]
fn two_files_are_two_snippets() {
    let (one, two) = ("In all 1,660 people were killed.\n", "first\nAt least 2,505 people were killed.\n");
    let labels = vec![label(place("facts.toml", one, "1,660"), "the set says")];
    insta::assert_snapshot!(draw(&[("facts.toml", one), ("a.md", two)], place("a.md", two, "2,505"), labels), @r#"
        sum-mismatch (error, high confidence)

          x The parts make 6.2 million, not 8 million
           ,-[a.md:2:10]
         2 | At least 2,505 people were killed.
           :          ^^|^^
           :            `-- stated
           `----
           ,-[facts.toml:1:8]
         1 | In all 1,660 people were killed.
           :        ^^|^^
           :          `-- the set says
           `----
          working: 3.2 + 3.0 = 6.2, stated 8
        "#);
}

#[test]
fn far_lines_of_one_file_are_two_snippets() {
    let text = "8.7 million\n\n\n\n\n\nno more than 21 million\n";
    let labels = vec![label(place("a.md", text, "8.7"), "a part")];
    insta::assert_snapshot!(draw(&[("a.md", text)], place("a.md", text, "21"), labels), @r#"
        sum-mismatch (error, high confidence)

          x The parts make 6.2 million, not 8 million
           ,-[a.md:7:14]
         7 | no more than 21 million
           :              ^|
           :               `-- stated
           `----
           ,-[a.md:1:1]
         1 | 8.7 million
           : ^|^
           :  `-- a part
           `----
          working: 3.2 + 3.0 = 6.2, stated 8
        "#);
}

#[test]
fn a_long_line_is_cropped_around_its_labels() {
    let word = "lorem ipsum dolor ";
    let text = format!("{}alpha 12 beta {}gamma 34 delta {}\n", word.repeat(60), word.repeat(60), word.repeat(60));
    let labels = vec![label(place("a.md", &text, "12"), "first")];
    let drawn = draw(&[("a.md", &text)], place("a.md", &text, "34"), labels);
    assert!(drawn.lines().all(|line| columns(line) <= 100), "{drawn}");
    insta::assert_snapshot!(drawn, @r#"
        sum-mismatch (error, high confidence)

          x The parts make 6.2 million, not 8 million
           ,-[a.md:1:2181]
         1 | … ipsum dolor alpha 12 beta lorem ipsum … ipsum dolor gamma 34 delta lorem ipsum …
           :                     ^|                                      ^|
           :                      |                                       `-- stated
           :                      `-- first
           `----
          working: 3.2 + 3.0 = 6.2, stated 8
        "#);
}

#[test]
fn spans_over_two_lines_wide_and_control_characters() {
    let text = "東京 \u{1b}[31m and\r\nat least\r\n2,500 people\r\n";
    insta::assert_snapshot!(draw(&[("a.md", text)], place("a.md", text, "at least\r\n2,500"), vec![]), @r#"
        sum-mismatch (error, high confidence)

          x The parts make 6.2 million, not 8 million
           ,-[a.md:2:1]
         2 | ,-> at least
         3 | |-> 2,500 people
           : `---- stated
           `----
          working: 3.2 + 3.0 = 6.2, stated 8
        "#);
    insta::assert_snapshot!(draw(&[("a.md", text)], place("a.md", text, "and"), vec![]), @r#"
        sum-mismatch (error, high confidence)

          x The parts make 6.2 million, not 8 million
           ,-[a.md:1:14]
         1 | 東京 ?[31m and
           :            ^|^
           :             `-- stated
           `----
          working: 3.2 + 3.0 = 6.2, stated 8
        "#);
}

#[test]
fn a_text_that_is_gone_still_has_its_place() {
    let text = "some 12";
    insta::assert_snapshot!(draw(&[], place("gone/a.md", text, "12"), vec![]), @r#"
        sum-mismatch (error, high confidence)

          x The parts make 6.2 million, not 8 million
          gone/a.md:1:6 stated
          working: 3.2 + 3.0 = 6.2, stated 8
        "#);
}

#[test]
fn notices_show_the_line() {
    let text = "rules = [\n";
    let mut sources = Sources::default();
    sources.keep("figlint.toml", text);
    let notice = Notice {
        severity: Severity::Error,
        message: "this is not TOML: unclosed array".to_owned(),
        help: Some("close it".to_owned()),
        place: Some(Place::of("figlint.toml", &LineIndex::new(text.as_bytes()), Span::new(9, 9), "")),
    };
    let mut out = Vec::new();
    let drawn = Human::new(Look::PLAIN).notice(&notice, &mut sources, &mut out);
    assert!(drawn.is_ok());
    insta::assert_snapshot!(String::from_utf8_lossy(&out), @r#"
         x this is not TOML: unclosed array
          ,-[figlint.toml:1:10]
        1 | rules = [
          `----
         help: close it
        "#);
}

proptest::proptest! {
    /// Whatever the texts and places: nothing panics, and no character of a text moves the cursor.
    #[test]
    fn any_place_of_any_text_can_be_drawn(
        text in "[a-z0-9 \n\t\r\u{1b}\u{85}é東.]{0,600}",
        cuts in proptest::array::uniform6(0_usize..600),
    ) {
        let lines = LineIndex::new(text.as_bytes());
        let at = |cut: usize| text.floor_char_boundary(cut.min(text.len())) as u32;
        let span = |a: usize, b: usize| Span::new(at(a.min(b)), at(a.max(b)));
        let place = |a, b| Place::of("a.md", &lines, span(a, b), "");
        let labels = vec![
            label(place(cuts[2], cuts[3]), "one"),
            label(place(cuts[4], cuts[5]), "another"),
        ];
        let drawn = draw(&[("a.md", &text)], place(cuts[0], cuts[1]), labels);
        let escapes = drawn.contains('\u{1b}');
        proptest::prop_assert!(!escapes);
    }
}

#[test]
fn in_a_narrow_terminal_places_that_fit_on_no_line_are_snippets_of_their_own() {
    let text =
        "The dam cost the canton $4.25 million and the town $3.75 million, for a total of $9 million at least.\n";
    let labels = vec![
        label(place("a.md", text, "$4.25 million"), "a part"),
        label(place("a.md", text, "$3.75 million"), "another part of it"),
    ];
    let look = Look { width: 40, ..Look::PLAIN };
    let drawn = draw_in(look, &[("a.md", text)], place("a.md", text, "$9 million"), labels);
    assert!(drawn.lines().all(|line| columns(line) <= 40), "{drawn}");
    insta::assert_snapshot!(drawn, @"
    sum-mismatch (error, high confidence)

      x The parts make 6.2 million, not 8
      | million
       ,-[a.md:1:82]
     1 | … of $9 million at …
       :      ^^^^^|^^^^
       :           `-- stated
       `----
       ,-[a.md:1:25]
     1 | … $4.25 million and …
       :   ^^^^^^|^^^^^^
       :         `-- a part
       `----
       ,-[a.md:1:52]
     1 | … $3.75 million, for …
       :   ^^^^^^|^^^^^^
       :         `-- another part of it
       `----
      working: 3.2 + 3.0 = 6.2, stated 8
    ");
}

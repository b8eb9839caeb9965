//! `--fix`, `--unsafe-fixes` and `--diff`: what is written, into which bytes, and what is left alone.

use std::fs;
use std::path::Path;

use crate::known::{git, repository};
use crate::project::{Project, SOUND, SUM, WEEKDAY, stderr, stdout};

const BOTH: &str = "--fix --unsafe-fixes";
/// A safe fix: a rough word with an exact figure.
const ROUGH: &str = "In May about 45,691 people came by boat.\n";
const COUNTED: &str = "In May 45,691 people came by boat.\n";

fn bytes(project: &Project, path: &str) -> Vec<u8> {
    fs::read(project.root().join(path)).expect("the file is there")
}

fn text(project: &Project, path: &str) -> String {
    String::from_utf8(bytes(project, path)).expect("it is UTF-8")
}

/// A text and what `--fix --unsafe-fixes` makes of it.
#[track_caller]
fn case(path: &str, before: &str, after: &str) {
    let project = Project::new(&[(path, before)]);
    let run = project.run(&format!("check {BOTH} {path}"));
    assert_eq!(text(&project, path), after, "{}", stderr(&run));
}

#[test]
fn figures_are_written_as_their_author_writes() {
    case("a.md", SUM, SOUND);
    case(
        "a.md",
        "Twelve people died: seven in Lima, four in Cusco and two in Puno.\n",
        "Thirteen people died: seven in Lima, four in Cusco and two in Puno.\n",
    );
    case("a.md", "Sales rose 20% from 50 to 70.\n", "Sales rose 40% from 50 to 70.\n");
    case("a.md", "Sales were up 2% on the day.\n", "Sales were up 2% on the day.\n");
    case("a.md", "The rate rose 2% from 4% to 6%.\n", "The rate rose 2 percentage points from 4% to 6%.\n");
    case("a.txt", "The law applied from 2009 to 2003.\n", "The law applied from 2003 to 2009.\n");
}

#[test]
fn line_ends_byte_order_mark_and_all_other_bytes_stay() {
    let crlf = |text: &str| format!("\u{feff}# Gifts\r\n\r\n{}\r\n\r\n \t An end\r\n", text.trim_end());
    case("a.md", &crlf(SUM), &crlf(SOUND));
    let lone = |text: &str| text.trim_end().to_owned();
    case("a.md", &lone(SUM), &lone(SOUND));
}

#[test]
fn the_encoding_of_the_file_is_kept() {
    let project = Project::new(&[]);
    let western = |text: &str| [b"Caf\xe9 \x96 \x80 ".as_slice(), text.as_bytes()].concat();
    project.write("w.txt", &western(SUM));
    let utf16 = |text: &str| {
        let units = "\u{feff}Caf\u{e9}. ".encode_utf16().chain(text.encode_utf16());
        units.flat_map(u16::to_le_bytes).collect::<Vec<u8>>()
    };
    project.write("u.txt", &utf16(SUM));
    let run = project.run(&format!("check {BOTH}"));
    assert_eq!(bytes(&project, "w.txt"), western(SOUND), "{}", stderr(&run));
    assert_eq!(bytes(&project, "u.txt"), utf16(SOUND), "{}", stderr(&run));
}

#[test]
fn what_markup_and_entities_are_inside_is_left_alone() {
    let gift =
        |total: &str| format!("<p>Oslo gave &pound;3.2m and Lima &pound;3m, for a total of &pound;{total}m.</p>\n");
    case("a.html", &gift("8"), &gift("6.2"));
    let trees =
        |total: &str| format!("<p>They felled 1,100 oaks and 1,120 elms, for a total of 2&nbsp;{total} trees.</p>\n");
    case("a.html", &trees("640"), &trees("220"));
    let split = "<p>They felled 11 oaks and 12 elms, for a total of 2<b>4</b> trees.</p>\n";
    case("a.html", split, "<p>They felled 11 oaks and 12 elms, for a total of 2<b>3</b> trees.</p>\n");
    let table =
        |total: &str| format!("| Town | Ships |\n|---|---|\n| Riga | 30 |\n| Oslo | 21 |\n| Total | {total} |\n");
    case("a.md", &table("61"), &table("51"));
    let titled = |total: &str| {
        format!(
            "---\ntitle: \"Oslo gave $3.2 million and Lima $3 million, for a total of ${total} million\"\n---\n\nNo more.\n"
        )
    };
    case("a.md", &titled("8"), &titled("6.2"));
}

#[test]
fn safe_fixes_need_no_leave_and_the_others_do() {
    let project = Project::new(&[("a.md", &format!("{SUM}\n{ROUGH}"))]);
    let run = project.run("check --fix").code(1);
    assert_eq!(text(&project, "a.md"), format!("{SUM}\n{COUNTED}"));
    insta::assert_snapshot!(stderr(&run), @"
    Mended 1 of 2 findings:
      a.md:3 false-precision: about 45,691 people -> 45,691 people
    ");
    assert!(stdout(&run).contains("Can be mended: 1 with `--fix --unsafe-fixes`."), "{}", stdout(&run));
    let run = project.run(&format!("check {BOTH}")).code(0);
    assert_eq!(text(&project, "a.md"), format!("{SOUND}\n{COUNTED}"));
    insta::assert_snapshot!(stderr(&run), @"
    Mended 1 of 1 finding:
      a.md:1 sum-mismatch: a total of $8 million -> a total of $6.2 million
    ");
    project.run(&format!("check {BOTH}")).code(0).stderr_eq("");
}

#[test]
fn a_choice_and_the_words_of_others_are_left_to_the_editor() {
    let quoted = "\u{201c}Sales rose 20% from 50 to 70,\u{201d} the mayor said.\n";
    let project = Project::new(&[("a.md", &format!("{WEEKDAY}\n{quoted}"))]);
    let run = project.run(&format!("check {BOTH}")).code(1);
    assert_eq!(text(&project, "a.md"), format!("{WEEKDAY}\n{quoted}"));
    insta::assert_snapshot!(stderr(&run), @"
    Left to you:
      a.md:1 weekday-mismatch: write Tuesday for Monday, or write 1 January 2024
      a.md:3 change-mismatch: write 40% for 20%, or write 60 for 70 (in a quotation)
    ");
}

#[test]
fn a_diff_changes_nothing() {
    let project = Project::new(&[("texts/a.md", SUM), ("b.md", SOUND)]);
    let run = project.run("check --diff --unsafe-fixes").code(1);
    insta::assert_snapshot!(stdout(&run), @"
    --- a/texts/a.md
    +++ b/texts/a.md
    @@ -1 +1 @@
    -France gave $3.2 million and Spain $3 million, for a total of $8 million.
    +France gave $3.2 million and Spain $3 million, for a total of $6.2 million.
    ");
    assert_eq!(stderr(&run), "Would mend 1 finding in 1 text.\n");
    assert_eq!(text(&project, "texts/a.md"), SUM);
    let run = project.run("check --diff").code(0).stdout_eq("");
    assert!(stderr(&run).starts_with("With `--unsafe-fixes` it would mend "), "{}", stderr(&run));
    project.run("check --diff --unsafe-fixes --exit-zero").code(0);
}

#[test]
fn standard_input_comes_out_mended() {
    let project = Project::new(&[]);
    let run = project.run_with(&format!("check {BOTH} -"), SUM).code(0);
    assert_eq!(stdout(&run), SOUND);
    assert!(
        stderr(&run).contains("-:1 sum-mismatch: a total of $8 million -> a total of $6.2 million"),
        "{}",
        stderr(&run)
    );
    let run = project.run_with("check --fix --stdin-filename draft.md -", SUM).code(1);
    assert_eq!(stdout(&run), SUM);
    assert!(stderr(&run).contains("sum-mismatch (error"), "{}", stderr(&run));
    let run = project.run_with("check --diff --unsafe-fixes --stdin-filename draft.md -", SUM).code(1);
    assert!(stdout(&run).starts_with("--- a/draft.md\n+++ b/draft.md\n"), "{}", stdout(&run));
}

#[cfg(unix)]
#[test]
fn permissions_stay_and_links_are_followed() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let project = Project::new(&[("texts/a.md", SUM)]);
    let file = project.root().join("texts/a.md");
    fs::set_permissions(&file, fs::Permissions::from_mode(0o640)).expect("permissions are set");
    symlink(&file, project.root().join("link.md")).expect("a link is made");
    project.run(&format!("check {BOTH} link.md")).code(0);
    assert_eq!(text(&project, "texts/a.md"), SOUND);
    assert_eq!(fs::metadata(&file).expect("it is there").permissions().mode() & 0o777, 0o640);
    assert!(fs::symlink_metadata(project.root().join("link.md")).expect("it is there").is_symlink());
    let beside: Vec<_> = fs::read_dir(project.root().join("texts")).expect("a folder").flatten().collect();
    assert_eq!(beside.len(), 1);
}

#[test]
fn a_read_only_file_is_an_error_and_the_others_are_mended() {
    let project = Project::new(&[("a.md", SUM), ("b.md", SUM)]);
    let set = |path: &Path, readonly: bool| {
        let mut permissions = fs::metadata(path).expect("it is there").permissions();
        permissions.set_readonly(readonly);
        fs::set_permissions(path, permissions).expect("permissions are set");
    };
    let file = project.root().join("a.md");
    set(&file, true);
    let run = project.run(&format!("check {BOTH}")).code(2);
    assert_eq!((text(&project, "a.md"), text(&project, "b.md")), (SUM.to_owned(), SOUND.to_owned()));
    let said = stderr(&run);
    assert!(said.contains("a.md cannot be mended: it is read-only"), "{said}");
    assert!(said.contains("Mended 1 of 2 findings:\n  b.md:1 sum-mismatch"), "{said}");
    assert!(stdout(&run).contains("a.md:1:"), "{}", stdout(&run));
    set(&file, false);
}

#[test]
fn fixes_that_meet_wait_for_each_other() {
    // The comment and the word behind it touch.
    let before = format!("<!-- figlint-disable-next-line weekday-mismatch -->\n{ROUGH}");
    case("a.md", &before, COUNTED);
    // What one sum gives is a part of another.
    let chain = |first: &str, second: &str| {
        format!(
            "| Town | Ships |\n|---|---|\n| Riga | 30 |\n| Oslo | 21 |\n| Total | {first} |\n\nSales rose {second} from 50 to 70.\n"
        )
    };
    case("a.md", &chain("61", "20%"), &chain("51", "40%"));
}

#[test]
fn suppressed_and_known_findings_stay_as_they_are() {
    let suppressed = format!("{} <!-- figlint-disable-line -->\n\n{ROUGH}", SUM.trim_end());
    case("a.md", &suppressed, &suppressed.replace(ROUGH, COUNTED));
    // A known finding stays known where the words beside it were mended.
    let project = Project::new(&[("a.md", SUM)]);
    project.run("check --write-baseline known.json").code(0);
    let more = "Sales rose 20% from 50 to 70.\n";
    project.write("a.md", format!("{more}{SUM}").as_bytes());
    project.write("b.md", SUM.as_bytes());
    let run = project.run(&format!("check {BOTH} --baseline known.json")).code(0);
    let mended = more.replace("20%", "40%");
    assert_eq!(text(&project, "b.md"), SOUND, "{}", stderr(&run));
    assert_eq!(text(&project, "a.md"), format!("{mended}{SUM}"), "{}", stderr(&run));
}

#[test]
fn since_a_revision_only_changed_lines_are_mended() {
    let project = repository(&[("a.md", SUM)]);
    let more = "Sales rose 20% from 50 to 70.\n";
    project.write("a.md", format!("{SUM}\n{more}").as_bytes());
    git(&project, "status");
    project.run(&format!("check {BOTH} --since HEAD")).code(0);
    assert_eq!(text(&project, "a.md"), format!("{SUM}\n{}", more.replace("20%", "40%")));
}

#[test]
fn reference_sets_and_archives_are_never_written() {
    let set = "[[fact]]\nid = \"toll\"\nmeasure = \"deaths\"\nabout = [\"Peru\"]\nvalue = 1660\nperiod = \"2023-Q1\"\n";
    let draft =
        "---\ndate: 2023-08-01\n---\n\nIn Peru at least 2,500 people were killed between January and March 2023.\n";
    let project = Project::new(&[("facts.toml", set), ("a.md", draft)]);
    let run = project.run(&format!("check {BOTH} --reference facts.toml a.md"));
    assert_eq!(text(&project, "facts.toml"), set);
    assert_eq!(text(&project, "a.md"), draft.replace("at least 2,500", "1,660"), "{}{}", stdout(&run), stderr(&run));
    let record =
        format!("{{\"id\": \"1\", \"title\": \"\", \"date\": \"2024-03-02\", \"text\": \"{}\"}}\n", SUM.trim_end());
    project.write("old.jsonl", record.as_bytes());
    project.run(&format!("check {BOTH} old.jsonl")).code(1);
    assert_eq!(text(&project, "old.jsonl"), record);
}

#[test]
fn machine_formats_say_nothing_but_what_is_left() {
    let project = Project::new(&[("a.md", &format!("{WEEKDAY}\n{SUM}"))]);
    let run = project.run(&format!("check {BOTH} --output-format jsonl")).code(1);
    let out = stdout(&run);
    assert_eq!(out.lines().count(), 1, "{out}");
    let value: serde_json::Value = serde_json::from_str(&out).expect("it is JSON");
    assert_eq!(value["rule"], "weekday-mismatch");
    let ways = value["fix"]["alternatives"].as_array().map_or(0, Vec::len);
    assert_eq!((value["fix"]["safe"].as_bool(), ways), (Some(false), 2));
}

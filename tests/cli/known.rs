//! What is found and not reported: suppressed in the text, known from a baseline, outside the changed lines.

use std::fmt::Write as _;
use std::process::Command;

use serde_json::Value;

use crate::project::{Project, SOUND, SUM, WEEKDAY, stderr, stdout};

/// Another text with a sum that is wrong.
const MORE: &str = "Peru paid $4 million and Chile $5 million, for a total of $12 million.";

/// Rule, line and severity of what is reported, one a line.
#[track_caller]
fn found(project: &Project, args: &str) -> String {
    let run = project.run(&format!("check --output-format jsonl {args}"));
    let mut out = String::new();
    for line in stdout(&run).lines() {
        let value: Value = serde_json::from_str(line).expect("a line is JSON");
        let text = |key: &str| value[key].as_str().unwrap_or_default().to_owned();
        let _ = writeln!(out, "{}:{} {} {}", text("path"), value["line"], text("severity"), text("rule"));
    }
    out
}

/// Runs git in the project.
#[track_caller]
pub(crate) fn git(project: &Project, args: &str) {
    let name = ["-c", "user.name=Desk", "-c", "user.email=desk@example.org", "-c", "commit.gpgsign=false"];
    let run = Command::new("git")
        .current_dir(project.root())
        .args(name)
        .args(args.split_whitespace())
        .output()
        .expect("git starts");
    assert!(run.status.success(), "git {args}: {}", String::from_utf8_lossy(&run.stderr));
}

/// A repository with its first commit.
pub(crate) fn repository(files: &[(&str, &str)]) -> Project {
    let project = Project::new(files);
    git(&project, "init --quiet --initial-branch=main");
    git(&project, "add --all");
    git(&project, "commit --quiet --message=first");
    project
}

#[test]
fn instructions_hold_for_their_lines() {
    let (sum, day) = (SUM.trim(), WEEKDAY.trim());
    let (more, late) = (MORE, "It closed on Sunday, 3 January 2024.");
    let case = |path: &str, text: &str| found(&Project::new(&[(path, text)]), path);
    insta::assert_snapshot!(case("a.md", &format!("{sum} <!-- figlint-disable-line -->\n\n{more}\n")), @"a.md:3 error sum-mismatch");
    insta::assert_snapshot!(case("a.md", &format!("<!-- figlint-disable-next-line calendar -->\n{day} {sum}\n\n{late}\n")), @"
    a.md:2 error sum-mismatch
    a.md:4 error weekday-mismatch
    ");
    insta::assert_snapshot!(case("a.md", &format!("{sum}\n\n<!-- figlint-disable sum-mismatch -->\n{more} {late}\n\n<!-- figlint-enable -->\n{day}\n")), @"
    a.md:1 error sum-mismatch
    a.md:4 error weekday-mismatch
    a.md:7 error weekday-mismatch
    ");
    insta::assert_snapshot!(case("a.md", &format!("{sum}\n\n{day}\n\n<!-- figlint-disable-file weekday-mismatch -->\n")), @"a.md:1 error sum-mismatch");
    insta::assert_snapshot!(case("a.mdx", &format!("{{/* figlint-disable-next-line -- as printed */}}\n{sum}\n\n{more}\n")), @"a.mdx:4 error sum-mismatch");
    insta::assert_snapshot!(case("a.html", &format!("<!-- figlint-disable-next-line sum-mismatch, calendar -->\n<p>{sum} {day}\n<p>{more}")), @"a.html:3 error sum-mismatch");
    insta::assert_snapshot!(case("a.txt", &format!("{sum} <!-- figlint-disable-line sum-mismatch -- so it is -->\n\n{more}\n")), @"a.txt:3 error sum-mismatch");
    insta::assert_snapshot!(case("a.md", &format!("---\nfiglint-disable:\n  - sum-mismatch\n---\n{sum} {day}\n")), @"a.md:5 error weekday-mismatch");
    insta::assert_snapshot!(case("a.md", &format!("+++\nfiglint-disable = true\n+++\n{sum} {day}\n")), @"");
    insta::assert_snapshot!(case("a.md", &format!("{{\"figlint-disable\": \"sum-mismatch\"}}\n\n{sum} {day}\n")), @"a.md:3 error weekday-mismatch");
}

#[test]
fn suppressions_hold_in_files_that_are_no_plain_bytes() {
    let (sum, more) = (SUM.trim(), "Peru sent 40 boats and Chile 30 boats, for a total of 95 boats.");
    let case = |path: &str, bytes: &[u8]| {
        let project = Project::new(&[]);
        project.write(path, bytes);
        let lines = stdout(&project.run(&format!("check {path} --output-format jsonl")));
        let lines = lines.lines().map(|line| serde_json::from_str::<Value>(line).expect("a line is JSON"));
        let lines = lines.map(|line| {
            format!(
                "{}:{} {} {}",
                line["line"], line["column"], line["message"], line["fix"]["alternatives"][0]["message"]
            )
        });
        lines.collect::<Vec<_>>().join("\n")
    };
    let text = format!("<!-- figlint-disable-next-line sum-mismatch -- caf\u{e9} -->\r\n{sum}\r\n\r\n{more}\r\n");
    let utf16: Vec<u8> = format!("\u{feff}{text}").encode_utf16().flat_map(u16::to_le_bytes).collect();
    insta::assert_snapshot!(case("a.txt", &utf16), @r#"4:87 "the parts add up to 70, not to “a total of 95 boats”" "write 70""#);
    insta::assert_snapshot!(case("a.md", &encoding_rs::WINDOWS_1252.encode(&text).0), @r#"4:44 "the parts add up to 70, not to “a total of 95 boats”" "write 70""#);
    let record = |text: &str, title: &str| format!("{}\n", serde_json::json!({"text": text, "title": title}));
    let archive = [
        record(&format!("{more} <!-- figlint-disable-file -->"), sum),
        record(&format!("<!-- figlint-disable-next-line -->\n{sum}\n\n{more}"), "Ten"),
        record(&format!("<p>{sum}<!-- figlint-disable --><p>{more}"), "Ten"),
        record(more, "Ten"),
        record("Ten <!-- figlint-disable-line --> left.", "Ten"),
    ];
    insta::assert_snapshot!(case("a.jsonl", archive.concat().as_bytes()), @r#"
    2:166 "the parts add up to 70, not to “a total of 95 boats”" null
    3:64 "the parts add up to $6 million, not to “a total of $8 million”" null
    4:53 "the parts add up to 70, not to “a total of 95 boats”" null
    5:14 "this `figlint-disable-line` suppresses nothing" null
    "#);
    let body = format!("<w:p><w:r><w:t>{sum} &lt;!-- figlint-disable-line --></w:t></w:r></w:p>");
    insta::assert_snapshot!(case("a.docx", &crate::positions::word(&body)), @r#"
    1:52 "the parts add up to $6 million, not to “a total of $8 million”" null
    1:75 "a Word document takes no `figlint-disable-line`: its readers would see it" null
    "#);
}

#[test]
fn a_repeated_paragraph_of_a_word_document_is_told_once() {
    let paragraph =
        "<w:p><w:r><w:t>The harbour bridge was open from 2009 to 2003, the council of Arden said.</w:t></w:r></w:p>";
    let project = Project::new(&[]);
    project.write("a.docx", &crate::positions::word(&paragraph.repeat(3)));
    let run = project.run("check a.docx --output-format concise");
    assert_eq!(stdout(&run).matches("runs backwards").count(), 1, "{}", stdout(&run));
}

#[test]
fn what_is_unused_or_mistaken_is_found_with_its_fix() {
    let case = |text: &str, args: &str| {
        let project = Project::new(&[("a.md", text)]);
        let run = project.run(&format!("check a.md --output-format jsonl {args}"));
        let mut out = String::new();
        for line in stdout(&run).lines() {
            let value: Value = serde_json::from_str(line).expect("a line is JSON");
            let _ = writeln!(out, "{} | {}", value["message"], value["help"]);
            let mut fixed = text.to_owned();
            let edits = value["fix"]["alternatives"][0]["edits"].as_array().cloned().unwrap_or_default();
            for edit in edits.iter().rev() {
                let at = |key: &str| edit[key].as_u64().unwrap_or_default() as usize;
                fixed.replace_range(at("start")..at("end"), edit["text"].as_str().unwrap_or_default());
            }
            let _ = writeln!(out, "{} {fixed:?}", value["fix"]["safe"]);
        }
        out
    };
    insta::assert_snapshot!(case("Ten. <!-- figlint-disable-line -->\nTwo.\n", ""), @r#"
    "this `figlint-disable-line` suppresses nothing" | "remove it, or it will hide the next mistake"
    true "Ten.\nTwo.\n"
    "#);
    insta::assert_snapshot!(case("One.\n\n<!-- figlint-disable-file sum-mismatch -->\nTwo.\n", ""), @r#"
    "this `figlint-disable-file` suppresses nothing" | "remove it, or it will hide the next mistake"
    true "One.\n\nTwo.\n"
    "#);
    insta::assert_snapshot!(case("One.\n<!-- figlint-disable -->\nTwo.\n", ""), @r#"
    "this `figlint-disable` suppresses nothing" | "remove it, or it will hide the next mistake"
    true "One.\n\nTwo.\n"
    "#);
    insta::assert_snapshot!(case(&format!("{} <!-- figlint-disable-line calendar, sum-mismatch part-exceeds-whole -- so -->\n", SUM.trim()), ""), @r#"
    "this `figlint-disable-line` suppresses nothing of `calendar` and `part-exceeds-whole`" | null
    true "France gave $3.2 million and Spain $3 million, for a total of $8 million. <!-- figlint-disable-line sum-mismatch -- so -->\n"
    "#);
    insta::assert_snapshot!(case("One. <!-- figlint-disable-line sum-mismtch -->\n", ""), @r#"
    "there is no rule or pack `sum-mismtch`" | "did you mean `sum-mismatch`?"
    false "One. <!-- figlint-disable-line sum-mismatch -->\n"
    "#);
    insta::assert_snapshot!(case("One. <!-- figlint-ignore -->\n", ""), @r#"
    "there is no instruction `figlint-ignore`" | "the instructions are: figlint-disable, figlint-enable, figlint-disable-line, figlint-disable-next-line, figlint-disable-file"
    null "One. <!-- figlint-ignore -->\n"
    "#);
    insta::assert_snapshot!(case("One. <!-- figlint-disable-line sum-mismatch -->\n<!-- figlint-disable -->\n", "--ignore arithmetic"), @"");
    insta::assert_snapshot!(case("---\ntitle: One\nfiglint-disable: [calendar]\n---\nTwo.\n", ""), @r#"
    "this `figlint-disable` suppresses nothing" | "remove it, or it will hide the next mistake"
    true "---\ntitle: One\n---\nTwo.\n"
    "#);
}

#[test]
fn suppressed_findings_do_not_fail_a_run_and_are_counted() {
    let text = format!("<!-- figlint-disable-next-line sum-mismatch -- as in the accounts -->\n{SUM}");
    let project = Project::new(&[("a.md", &text)]);
    let run = project.run("check").code(0);
    assert!(stdout(&run).ends_with("Not reported: 1 suppressed in the texts.\n"), "{}", stdout(&run));
    project.run("check --fail-on any").code(0);
    assert_eq!(stdout(&project.run("check --output-format jsonl")), "");
    let shown = stdout(&project.run("check --output-format jsonl --show-suppressed").code(0));
    let value: Value = serde_json::from_str(shown.trim()).expect("one line");
    assert_eq!(value["severity"], "suppressed");
    assert_eq!(
        value["suppressed"].to_string(),
        r#"{"by":"suppression","line":1,"reason":"as in the accounts","severity":"error"}"#
    );
    let human = stdout(&project.run("check --show-suppressed").code(0));
    assert!(human.contains("sum-mismatch (error, suppressed: as in the accounts)"), "{human}");
    let json: Value = serde_json::from_str(&stdout(&project.run("check --output-format json"))).expect("JSON");
    assert_eq!(json["summary"]["suppressed"].to_string(), r#"{"suppression":1}"#);
}

#[test]
fn a_baseline_knows_what_was_found() {
    let project = Project::new(&[("texts/a.md", SUM), ("texts/b.md", WEEKDAY)]);
    let run = project.run("check texts --write-baseline known.json").code(0);
    assert!(stderr(&run).contains("known.json: 2 findings written."), "{}", stderr(&run));
    assert!(stdout(&run).ends_with("Not reported: 2 known from the baseline.\n"), "{}", stdout(&run));
    let file = std::fs::read_to_string(project.root().join("known.json")).expect("it was written");
    insta::assert_snapshot!(file, @r#"
    {
      "version": 1,
      "findings": [
        {"path":"texts/a.md","rule":"sum-mismatch","fingerprint":"d47c814194a03d48","count":1,"words":"$3.2 million and Spain $3 million, for a total of $8 million."},
        {"path":"texts/b.md","rule":"weekday-mismatch","fingerprint":"638ad16013e8b5f5","count":1,"words":"The council met on Monday, 2 January 2024."}
      ]
    }
    "#);
    project.run("check texts --baseline known.json --fail-on any").code(0);
    // From another folder, and with the paragraph elsewhere in the text.
    project.write("texts/a.md", format!("Nothing.\n\n{SUM}").as_bytes());
    project.run_in("texts", "check --baseline ../known.json --fail-on any --strict").code(0);
    // The same rule once more in the same text is new.
    project.write("texts/a.md", format!("{SUM}\n{MORE}\n").as_bytes());
    assert_eq!(found(&project, "texts --baseline known.json"), "texts/a.md:3 error sum-mismatch\n");
    project.run("check texts --baseline known.json").code(1);
    // Writing anew keeps both.
    project.run("check texts --baseline known.json --write-baseline known.json").code(0);
    project.run("check texts --baseline known.json --strict").code(0);
}

#[test]
fn stale_entries_are_told_and_fail_only_strict_runs() {
    let project = Project::new(&[("a.md", SUM), ("b.md", WEEKDAY)]);
    project.run("check --write-baseline known.json").code(0);
    project.write("b.md", b"The council met on Tuesday, 2 January 2024.\n");
    let run = project.run("check --baseline known.json").code(0);
    assert!(stderr(&run).contains("the baseline knows weekday-mismatch in b.md"), "{}", stderr(&run));
    project.run("check --baseline known.json --strict").code(1);
    // Of texts and rules that were left out nothing is known.
    let run = project.run("check a.md --baseline known.json --strict").code(0);
    assert_eq!(stderr(&run), "");
    project.run("check --select sum-mismatch --baseline known.json --strict").code(0);
}

#[test]
fn a_broken_baseline_is_an_error_and_hides_nothing() {
    let project = Project::new(&[("a.md", SUM), ("broken.json", "{\"version\": 1,\n \"findings\": 3}")]);
    for (file, says) in [("broken.json", "line 2, column 14"), ("none.json", "there is no such file")] {
        let run = project.run(&format!("check --baseline {file}")).code(2);
        assert!(stderr(&run).contains(says), "{}", stderr(&run));
        assert!(stdout(&run).contains("sum-mismatch"), "{}", stdout(&run));
    }
    project.run("check --baseline a.json --since main --write-baseline b.json").code(2);
    project.run("check --write-baseline none/b.json").code(2);
}

#[test]
fn since_reports_what_touches_changed_lines() {
    let old = format!("First.\n\n{SUM}\n{WEEKDAY}");
    let project = repository(&[("a.md", &old), ("b file.md", WEEKDAY), ("old/caf\u{e9}.md", SUM)]);
    assert_eq!(found(&project, "--since main"), "");
    let run = project.run("check --since main").code(0);
    assert!(stdout(&run).ends_with("Not reported: 4 outside the changed lines.\n"), "{}", stdout(&run));
    // Lines that only moved down were not changed; a new line, a new file and a file that git does not know were.
    project.write("a.md", format!("Before.\n\n{old}\n{MORE}\n").as_bytes());
    project.write("new.md", b"Chad paid $1 million and Mali $2 million, for a total of $8 million.\n");
    project.write("b file.md", format!("{WEEKDAY}\nIt closed on Sunday, 3 January 2024.\n").as_bytes());
    let wanted = "a.md:9 error sum-mismatch\nb file.md:3 error weekday-mismatch\nnew.md:1 error sum-mismatch\n";
    assert_eq!(found(&project, "--since main"), wanted);
    git(&project, "mv old/caf\u{e9}.md old/tea.md");
    git(&project, "add --all");
    assert_eq!(found(&project, "--since main"), wanted);
    git(&project, "commit --quiet --message=second");
    assert_eq!(found(&project, "--since HEAD"), "");
    assert_eq!(found(&project, "--since HEAD~1"), wanted);
    let inside = project.run_in("old", "check .. --since HEAD~1 --output-format jsonl").code(1);
    assert_eq!(stdout(&inside).lines().count(), 3);
}

#[test]
fn since_counts_from_where_the_branches_parted() {
    let project = repository(&[("a.md", SUM), ("b.md", "Nothing.\n")]);
    git(&project, "checkout --quiet -b draft");
    project.write("b.md", WEEKDAY.as_bytes());
    git(&project, "commit --quiet --all --message=draft");
    git(&project, "checkout --quiet main");
    project.write("a.md", b"All is well.\n");
    git(&project, "commit --quiet --all --message=mended");
    git(&project, "checkout --quiet draft");
    assert_eq!(found(&project, "--since main"), "b.md:1 error weekday-mismatch\n");
}

#[test]
fn either_side_of_a_conflict_is_touched() {
    let killed = |count: &str| {
        format!("---\ndate: 2024-06-20\n---\n\nIn 2022, {count} people were killed in Haiti, the ministry said.\n")
    };
    let project = repository(&[("a.md", &killed("2,130")), ("b.md", &killed("2,130"))]);
    for changed in ["a.md", "b.md"] {
        git(&project, "checkout --quiet .");
        project.write(changed, killed("1,240").as_bytes());
        assert!(found(&project, "--since HEAD").contains("figure-conflict"), "{changed}");
    }
}

#[test]
fn since_says_what_is_missing() {
    let project = Project::new(&[("a.md", SUM)]);
    let run = project.run("check --since main").code(2);
    assert!(stderr(&run).contains("this folder lies in none"), "{}", stderr(&run));
    assert!(stdout(&run).contains("sum-mismatch"), "{}", stdout(&run));
    let project = repository(&[("a.md", SUM)]);
    for revision in ["mian", "--output=x"] {
        let run = project.run(&format!("check --since={revision}")).code(2);
        assert!(stderr(&run).contains(&format!("git knows no revision `{revision}`")), "{}", stderr(&run));
    }
    let run = Command::new(snapbox::cmd::cargo_bin!("figlint"))
        .current_dir(project.root())
        .env("PATH", "")
        .args(["check", "--since", "main"])
        .output()
        .expect("the program starts");
    assert_eq!(run.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&run.stderr).contains("git cannot be started"));
}

#[test]
fn sarif_says_why_a_finding_is_not_reported() {
    let text = format!("{} <!-- figlint-disable-line -- as “printed” -->\n\n{WEEKDAY}", SUM.trim());
    let project = Project::new(&[("a.md", &text)]);
    project.run("check a.md --write-baseline known.json").code(0);
    let results = |args: &str| {
        let run = project.run(&format!("check a.md --baseline known.json --output-format sarif {args}")).code(0);
        let log: Value = serde_json::from_str(&stdout(&run)).expect("SARIF is JSON");
        log["runs"][0]["results"].clone()
    };
    assert_eq!(results(""), serde_json::json!([]));
    let results = results("--show-suppressed");
    let by = |n: usize| results[n]["suppressions"][0].clone();
    assert_eq!((&by(0)["kind"], &by(0)["justification"]), (&"inSource".into(), &"as “printed”".into()));
    assert_eq!(by(0)["location"]["physicalLocation"]["region"]["startColumn"], SUM.len() + 1);
    assert_eq!(by(1), serde_json::json!({"kind": "external", "justification": "known from the baseline"}));
}

#[test]
fn the_configuration_names_a_baseline() {
    let project = Project::new(&[
        ("desk/figlint.toml", "baseline = \"old/known.json\"\n"),
        ("desk/old/readme.txt", "Known.\n"),
        ("desk/a.md", SUM),
        ("empty.json", "{\"version\": 1, \"findings\": []}"),
    ]);
    let run = project.run_in("desk", "check").code(2);
    assert!(stderr(&run).contains("the baseline old/known.json cannot be read"), "{}", stderr(&run));
    project.run_in("desk", "check --write-baseline old/known.json").code(0);
    project.run_in("desk", "check --fail-on any --strict").code(0);
    project.run_in("desk/old", "check .. --fail-on any --strict").code(0);
    project.run_in("desk", "check --baseline ../empty.json").code(1);
    project.run_in("desk", "check --isolated").code(1);
    let run = project.run_in("desk", "check --show-settings").code(0);
    assert!(stdout(&run).contains("baseline = \"old/known.json\""), "{}", stdout(&run));
}

#[test]
fn instructions_that_are_written_otherwise_are_told() {
    let project = Project::new(&[]);
    let case = |comment: &str| {
        project.write("a.md", format!("<!-- {comment} -->\n\n{SOUND}").as_bytes());
        let lines = stdout(&project.run("check a.md --output-format jsonl"));
        let lines = lines.lines().map(|line| serde_json::from_str::<Value>(line).expect("a line is JSON"));
        lines.map(|line| format!("{} {}", line["message"], line["help"])).collect::<Vec<_>>().join("\n")
    };
    insta::assert_snapshot!(case("figlint -disable sum-mismatch"), @r#""there is no instruction `figlint -disable`" "did you mean `figlint-disable`?""#);
    insta::assert_snapshot!(case("figlint: disable-line"), @r#""there is no instruction `figlint: disable-line`" "did you mean `figlint-disable-line`?""#);
    insta::assert_snapshot!(case("figlint enable"), @r#""there is no instruction `figlint enable`" "did you mean `figlint-enable`?""#);
    insta::assert_snapshot!(case("figlint disables nothing here"), @"");
    insta::assert_snapshot!(case("figlint reads this page"), @"");
}

//! The machine formats: every key on every line, and the same output on every run.

use serde_json::Value;

use crate::project::{Project, SOUND, SUM, WEEKDAY, stdout};

const FORMATS: [&str; 10] =
    ["human", "concise", "json", "jsonl", "sarif", "github", "gitlab", "junit", "rdjsonl", "markdown"];
const KEYS: [&str; 17] = [
    "rule",
    "severity",
    "confidence",
    "message",
    "help",
    "path",
    "start",
    "end",
    "line",
    "column",
    "end_line",
    "end_column",
    "labels",
    "calculation",
    "cause",
    "fix",
    "fingerprint",
];

#[test]
fn every_line_has_all_keys() {
    let project = Project::new(&[("a.md", SUM), ("b.md", SOUND), ("c.txt", WEEKDAY)]);
    let run = project.run("check --output-format jsonl --show-passed").code(1);
    let out = stdout(&run);
    let mut severities = Vec::new();
    for line in out.lines() {
        let value: Value = serde_json::from_str(line).expect("a line is JSON");
        let object = value.as_object().expect("a line is an object");
        let mut keys: Vec<&str> = object.keys().map(String::as_str).collect();
        let mut wanted: Vec<&str> = KEYS.to_vec();
        keys.sort_unstable();
        wanted.sort_unstable();
        assert_eq!(keys, wanted);
        assert!(value["labels"].is_array());
        severities.push(value["severity"].as_str().unwrap_or_default().to_owned());
    }
    assert!(severities.contains(&"error".to_owned()), "{out}");
    assert!(severities.contains(&"passed".to_owned()), "{out}");
}

#[test]
fn offsets_are_bytes_of_the_file() {
    let text = format!("Café, “{}”\n", SUM.trim());
    let project = Project::new(&[("a.md", &text)]);
    let run = project.run("check --output-format jsonl").code(1);
    let value: Value = serde_json::from_str(stdout(&run).trim()).expect("one line");
    let at = |key: &str| value[key].as_u64().unwrap_or_default() as usize;
    assert_eq!(&text[at("start")..at("end")], "a total of $8 million");
    assert_eq!(at("column"), at("start") + 1);
}

#[test]
fn json_is_one_object() {
    let project = Project::new(&[("a.md", SUM)]);
    let run = project.run("check --output-format json").code(1);
    let value: Value = serde_json::from_str(&stdout(&run)).expect("JSON");
    assert_eq!(value["version"], 1);
    assert_eq!(value["findings"].as_array().map(Vec::len), Some(1));
    assert_eq!(value["summary"]["errors"], 1);
}

#[test]
fn threads_and_order_change_nothing() {
    let files: Vec<(String, &str)> =
        (0..40).map(|n| (format!("{}/{n}.md", n % 7), if n % 2 == 0 { SUM } else { WEEKDAY })).collect();
    let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (path.as_str(), *text)).collect();
    let project = Project::new(&files);
    let named = |turned: usize| {
        let mut paths: Vec<&str> = files.iter().map(|(path, _)| *path).collect();
        paths.rotate_left(turned);
        paths.join(" ")
    };
    for format in FORMATS {
        let out = |rest: &str| stdout(&project.run(&format!("check --show-passed --output-format {format} {rest}")));
        let first = out("-j1");
        assert!(!first.is_empty());
        for rest in ["-j1", "-j2", &named(13), &format!("-j3 {} .", named(29))] {
            assert!(out(rest) == first, "{format} {rest}");
        }
    }
    let out = |rest: &str| stdout(&project.run(&format!("extract --output-format csv {rest}")));
    assert_eq!(out("-j1"), out(&format!("-j2 {}", named(7))));
}

#[test]
fn standard_input_has_a_name() {
    let project = Project::new(&[]);
    let run = project.run_with("check - --output-format jsonl --stdin-filename draft.md", SUM).code(1);
    assert!(stdout(&run).contains("\"path\":\"draft.md\""));
    let run = project.run_with("check -", SUM).code(1);
    assert!(stdout(&run).contains("for a total of $8 million"), "{}", stdout(&run));
}

#[test]
fn extract_prints_nothing_but_the_format() {
    let project = Project::new(&[("a.md", SUM), ("b.html", "<p>12 people</p>")]);
    let run = project.run("extract --output-format jsonl").code(0);
    for line in stdout(&run).lines() {
        serde_json::from_str::<Value>(line).expect("a line is JSON");
    }
    let run = project.run("extract --output-format json").code(0);
    serde_json::from_str::<Value>(&stdout(&run)).expect("JSON");
}

#[test]
fn ignored_and_hidden_files_are_left_out_unless_they_are_named() {
    let project = Project::new(&[(".gitignore", "out\n"), ("out/a.md", SUM), (".hidden/b.md", SUM), ("c.rs", SUM)]);
    project.run("check").code(0);
    project.run("check --no-ignore").code(1);
    project.run("check out/a.md").code(1);
    project.run("check c.rs").code(1);
}

#[test]
fn the_closing_lines_can_be_left_out() {
    let project = Project::new(&[("a.md", "Nothing.\n")]);
    assert_eq!(stdout(&project.run("check -q").code(0)), "");
    assert!(stdout(&project.run("check").code(0)).starts_with("1 text, 0 figures read. Nothing found."));
}

#[test]
fn a_closed_pipe_is_silent() {
    use std::process::{Command, Stdio};
    let files: Vec<(String, &str)> = (0..200).map(|n| (format!("{n}.md"), SUM)).collect();
    let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (path.as_str(), *text)).collect();
    let project = Project::new(&files);
    let mut child = Command::new(snapbox::cmd::cargo_bin!("figlint"))
        .args(["check", "--output-format", "jsonl"])
        .current_dir(project.root())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    drop(child.stdout.take());
    let output = child.wait_with_output().expect("the program ends");
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    assert_eq!(output.status.code(), Some(1));
}

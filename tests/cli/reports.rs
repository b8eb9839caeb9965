//! The reports for CI systems and editors: each is held against the grammar or the required keys of its format, over
//! texts whose names and words have everything in them that a format could trip over.

use std::collections::{BTreeMap, HashSet};

use quick_xml::Reader;
use quick_xml::events::Event;
use serde_json::Value;

use crate::project::{Project, SOUND, SUM, WEEKDAY, stderr, stdout};

/// A name with everything that must be escaped somewhere.
const NAME: &str = "Süd & Nord/50% [a], b#1 'x'.md";
/// Emoji, a combining accent, CRLF, a table's bar, quotes, brackets, per cent, and a figure over two lines.
const TEXT: &str = "\u{feff}🚤 Cafe\u{301} “<b>”: sales rose 20% from 50 to 70 [1] ]]> | \"x\".\r\n\r\n\
    🚤🚤 France gave $3.2 million and Spain $3 million, for a total\r\nof $8 million.\r\n\r\n\
    About 45,691 people came by boat.\r\n";

const FORMATS: [&str; 10] =
    ["human", "concise", "json", "jsonl", "sarif", "github", "gitlab", "junit", "rdjsonl", "markdown"];

fn hard() -> Project {
    Project::new(&[(NAME, TEXT), ("sound.md", SOUND), ("z/day.md", WEEKDAY)])
}

fn report(project: &Project, format: &str) -> String {
    let run = project.run(&format!("check --output-format {format}")).code(1);
    assert_eq!(stderr(&run), "");
    stdout(&run)
}

fn json(text: &str) -> Value {
    serde_json::from_str(text).expect("it is JSON")
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

#[track_caller]
fn string<'a>(value: &'a Value, key: &str) -> &'a str {
    let text = value[key].as_str().unwrap_or_default();
    assert!(!text.is_empty(), "{key} in {value}");
    text
}

#[track_caller]
fn number(value: &Value, key: &str) -> usize {
    let number = value[key].as_u64().unwrap_or_default() as usize;
    assert!(number > 0, "{key} in {value}");
    number
}

/// The bytes that an editor selects between two places in lines and UTF-16 columns.
fn selected(text: &str, from: (usize, usize), to: (usize, usize)) -> &str {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let byte = |(line, column): (usize, usize)| {
        let start: usize = text.split_inclusive('\n').take(line - 1).map(str::len).sum();
        let mut units = 1;
        let mut at = start;
        for c in text[start..].chars() {
            if units >= column {
                break;
            }
            units += c.len_utf16();
            at += c.len_utf8();
        }
        at
    };
    &text[byte(from)..byte(to)]
}

#[test]
fn one_line_a_finding() {
    let out = report(&hard(), "concise");
    let lines: Vec<&str> = out.lines().collect();
    assert_eq!(lines.len(), 4, "{out}");
    assert!(lines[0].starts_with(&format!("{NAME}:1:")) && lines[0].contains(": error change-mismatch: "), "{out}");
    assert_eq!(lines[3], "z/day.md:1:20: error weekday-mismatch: 2 January 2024 is a Tuesday, not a Monday");
}

#[test]
fn sarif_has_what_code_scanning_needs() {
    let log = json(&report(&hard(), "sarif"));
    assert_eq!(log["version"], "2.1.0");
    string(&log, "$schema");
    let run = &log["runs"][0];
    assert_eq!(run["columnKind"], "utf16CodeUnits");
    assert_eq!(run["invocations"][0]["executionSuccessful"], true);
    let driver = &run["tool"]["driver"];
    assert_eq!(string(driver, "name"), "figlint");
    string(driver, "semanticVersion");
    let rules = list(&driver["rules"]);
    let mut ids = HashSet::new();
    for rule in rules {
        assert!(ids.insert(string(rule, "id")));
        string(&rule["shortDescription"], "text");
        string(&rule["fullDescription"], "text");
        string(&rule["help"], "text");
        assert!(string(&rule["help"], "markdown").contains("**Found**"));
        assert!(["error", "warning", "note"].contains(&string(&rule["defaultConfiguration"], "level")));
        assert!(rule.get("helpUri").is_none(), "there are no pages yet");
    }
    let results = list(&run["results"]);
    assert_eq!(results.len(), 4);
    let mut fingerprints = HashSet::new();
    for result in results {
        let index = result["ruleIndex"].as_u64().expect("an index") as usize;
        assert_eq!(rules[index]["id"], result["ruleId"]);
        assert!(["error", "warning", "note"].contains(&string(result, "level")));
        assert!(fingerprints.insert(string(&result["partialFingerprints"], "figlint/v1")));
        let related = list(&result["relatedLocations"]);
        let message = string(&result["message"], "text");
        for (place, id) in related.iter().zip(1..) {
            assert_eq!(place["id"], id);
            assert!(message.contains(&format!("]({id})")), "{message}");
            string(&place["message"], "text");
        }
        for place in list(&result["locations"]).iter().chain(related) {
            let file = &place["physicalLocation"]["artifactLocation"];
            assert_eq!(string(file, "uriBaseId"), "%SRCROOT%");
            let uri = string(file, "uri");
            assert!(uri.bytes().all(|b| b.is_ascii_alphanumeric() || b"-._~/%".contains(&b)), "{uri}");
            let region = &place["physicalLocation"]["region"];
            let start = (number(region, "startLine"), number(region, "startColumn"));
            let end = (number(region, "endLine"), number(region, "endColumn"));
            if uri.starts_with("S%C3%BCd%20%26%20Nord/50%25%20") {
                let from = number(region, "byteOffset");
                let words = &TEXT[from..from + number(region, "byteLength")];
                assert_eq!(selected(TEXT, start, end), words);
            }
        }
    }
    // "20%" behind five characters of which one has two units, and no byte order mark.
    let region = &results[0]["locations"][0]["physicalLocation"]["region"];
    assert_eq!(region["startColumn"], TEXT[3..].split("20%").next().map_or(0, |s| s.encode_utf16().count()) + 1);
    let over_two_lines = &results[1]["locations"][0]["physicalLocation"]["region"];
    assert_eq!((number(over_two_lines, "startLine"), number(over_two_lines, "endLine")), (3, 4));
}

#[test]
fn sarif_says_what_could_not_be_read() {
    let project = hard();
    project.write("bad.md", b"t\xc3\xa9n 12 \xff people\n");
    let run = project.run("check --output-format sarif").code(2);
    let log = json(&stdout(&run));
    let invocation = &log["runs"][0]["invocations"][0];
    assert_eq!(invocation["executionSuccessful"], false);
    assert!(string(&invocation["toolExecutionNotifications"][0]["message"], "text").starts_with("bad.md "));
}

/// A workflow command as the runner reads it: level, properties, message.
fn command(line: &str) -> (String, BTreeMap<String, String>, String) {
    let unescape = |text: &str| {
        let text = text.replace("%3A", ":").replace("%2C", ",").replace("%0D", "\r").replace("%0A", "\n");
        text.replace("%25", "%")
    };
    let (head, message) = line.strip_prefix("::").and_then(|rest| rest.split_once("::")).expect("a command");
    let (level, properties) = head.split_once(' ').expect("properties");
    let properties = properties.split(',').map(|pair| pair.split_once('=').expect("a key and a value"));
    let properties = properties.map(|(key, value)| (key.to_owned(), unescape(value))).collect();
    (level.to_owned(), properties, unescape(message))
}

#[test]
fn github_annotations_are_workflow_commands() {
    let out = report(&hard(), "github");
    let commands: Vec<_> = out.lines().map(command).collect();
    let levels: Vec<&str> = commands.iter().map(|(level, _, _)| level.as_str()).collect();
    assert_eq!(levels, ["error", "error", "error", "notice"]);
    let (_, change, message) = &commands[0];
    assert_eq!((change["file"].as_str(), change["title"].as_str()), (NAME, "figlint change-mismatch"));
    assert_eq!((change["line"].as_str(), change["endLine"].as_str()), ("1", "1"));
    assert!(change.contains_key("col") && change.contains_key("endColumn"));
    assert!(message.starts_with("50 to 70 is a rise of 40%, not “rose 20%”\nworking: (70 - 50) / 50"), "{message}");
    let (_, sum, _) = &commands[1];
    assert_eq!((sum["line"].as_str(), sum["endLine"].as_str()), ("3", "4"));
    assert!(!sum.contains_key("col"), "columns are refused over several lines");
}

#[test]
fn github_shows_ten_of_each_level_and_counts_the_rest() {
    let mixed = "About 45,691 people came.\n\nSales rose 20% from 50 to 70.\n";
    let files: Vec<(String, &str)> = (0..14).map(|n| (format!("{n:02}.md"), mixed)).collect();
    let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (path.as_str(), *text)).collect();
    let out = report(&Project::new(&files), "github");
    let of = |level: &str| out.lines().filter(|line| line.starts_with(level)).count();
    assert_eq!((of("::error"), of("::notice"), out.lines().count()), (10, 10, 20));
    assert!(out.lines().last().is_some_and(|line| line.contains("Not shown here: 4 errors, 5 notes.")), "{out}");
    let ten = report(&Project::new(&files[..10]), "github");
    assert!(!ten.contains("Not shown") && ten.lines().count() == 20);
}

#[test]
fn github_gets_a_summary_of_the_step() {
    let project = hard();
    project.write("summary", b"before\n");
    let summary = project.root().join("summary");
    let run = |format: &str| {
        std::process::Command::new(snapbox::cmd::cargo_bin!("figlint"))
            .args(["check", "--output-format", format])
            .current_dir(project.root())
            .env("GITHUB_STEP_SUMMARY", &summary)
            .output()
            .expect("the program runs")
    };
    run("jsonl");
    assert_eq!(std::fs::read_to_string(&summary).unwrap_or_default(), "before\n");
    run("github");
    let text = std::fs::read_to_string(&summary).unwrap_or_default();
    assert!(text.starts_with("before\n## figlint\n\n3 texts, "), "{text}");
    let rows: Vec<&str> = text.lines().filter(|line| line.starts_with("| error")).collect();
    assert_eq!(rows.len(), 3);
    assert!(rows[0].contains("| Süd &amp; Nord/50% \\[a\\], b#1 'x'.md:1:"), "{text}");
    // Five bars a row, all others escaped.
    assert!(rows.iter().all(|row| row.replace("\\|", "").matches('|').count() == 5), "{text}");
}

#[test]
fn gitlab_has_the_keys_of_the_format() {
    let issues = json(&report(&hard(), "gitlab"));
    let issues = list(&issues);
    assert_eq!(issues.len(), 4);
    let mut fingerprints = HashSet::new();
    for issue in issues {
        string(issue, "description");
        string(issue, "check_name");
        assert!(fingerprints.insert(string(issue, "fingerprint")));
        assert!(["info", "minor", "major", "critical", "blocker"].contains(&string(issue, "severity")));
        assert!(!string(&issue["location"], "path").starts_with("./"));
        number(&issue["location"]["lines"], "begin");
    }
    assert_eq!(issues[0]["location"]["path"], NAME);
    assert_eq!(stdout(&Project::new(&[]).run("check --output-format gitlab").code(0)), "[]\n");
}

/// Every element with its attributes; panics where the XML is not well-formed.
fn elements(xml: &str) -> Vec<(String, BTreeMap<String, String>)> {
    let mut reader = Reader::from_str(xml);
    let mut found = Vec::new();
    loop {
        match reader.read_event().expect("it is well-formed") {
            Event::Eof => return found,
            Event::Start(tag) | Event::Empty(tag) => {
                let attributes = tag.attributes().map(|attribute| {
                    let attribute = attribute.expect("an attribute");
                    let value = quick_xml::escape::unescape(&attribute.value).expect("entities").into_owned();
                    (attribute.key.as_ref().to_owned(), value)
                });
                found.push((tag.name().as_ref().to_owned(), attributes.collect()));
            }
            _ => {}
        }
    }
}

#[test]
fn junit_is_well_formed_and_counts_right() {
    let project = hard();
    project.write("bad.md", b"t\xc3\xa9n 12 \xff people\n");
    let xml = stdout(&project.run("check --output-format junit").code(2));
    let elements = elements(&xml);
    let of = |name: &str| elements.iter().filter(|(tag, _)| tag == name).collect::<Vec<_>>();
    let all = &of("testsuites")[0].1;
    assert_eq!((all["tests"].as_str(), all["failures"].as_str(), all["errors"].as_str()), ("6", "3", "1"));
    assert_eq!((of("testcase").len(), of("failure").len(), of("error").len()), (6, 3, 1));
    let suites = of("testsuite");
    let names: Vec<&str> = suites.iter().map(|(_, suite)| suite["name"].as_str()).collect();
    assert_eq!(names, [NAME, "bad.md", "sound.md", "z/day.md"]);
    let (mut suite, mut cases, mut failures) = (BTreeMap::new(), 0, 0);
    for (tag, attributes) in elements.iter().chain([&("testsuite".to_owned(), BTreeMap::new())]) {
        match tag.as_str() {
            "testsuite" => {
                if !suite.is_empty() {
                    assert_eq!((&suite["tests"], &suite["failures"]), (&cases.to_string(), &failures.to_string()));
                }
                (suite, cases, failures) = (attributes.clone(), 0, 0);
            }
            "testcase" => cases += 1,
            "failure" => failures += 1,
            _ => {}
        }
    }
    assert_eq!(of("failure")[0].1["message"], "50 to 70 is a rise of 40%, not “rose 20%”");
    let more = stdout(&project.run("check sound.md --show-passed --output-format junit").code(0));
    assert!(more.contains("<testcase name=\"sum-mismatch at 1:"), "{more}");
}

#[test]
fn rdjsonl_has_the_keys_of_reviewdog() {
    let out = report(&hard(), "rdjsonl");
    let lines: Vec<Value> = out.lines().map(json).collect();
    assert_eq!(lines.len(), 4);
    for line in &lines {
        string(line, "message");
        assert!(["ERROR", "WARNING", "INFO"].contains(&string(line, "severity")));
        string(&line["code"], "value");
        string(&line["source"], "name");
        string(&line["location"], "path");
        for end in ["start", "end"] {
            number(&line["location"]["range"][end], "line");
            number(&line["location"]["range"][end], "column");
        }
    }
    let suggestion = &lines[3]["suggestions"][0];
    let range = &suggestion["range"];
    let columns = number(&range["start"], "column") - 1..number(&range["end"], "column") - 1;
    assert_eq!((&WEEKDAY[columns], suggestion["text"].as_str()), ("Monday", Some("Tuesday")));
}

#[test]
fn several_reports_in_one_run() {
    let project = hard();
    let run = project.run("check --output-format concise --report sarif=out/a.sarif --report junit=out/b.xml").code(1);
    assert_eq!(stdout(&run), report(&project, "concise"));
    let read = |path: &str| std::fs::read_to_string(project.root().join(path)).unwrap_or_default();
    assert_eq!(read("out/a.sarif"), report(&project, "sarif"));
    assert_eq!(read("out/b.xml"), report(&project, "junit"));
    assert_eq!(stdout(&project.run("check --output-format gitlab -o out/c.json").code(1)), "");
    assert_eq!(read("out/c.json"), report(&project, "gitlab"));
}

#[test]
fn a_report_is_no_text_to_check() {
    let project = Project::new(&[("a.md", SUM)]);
    let one = stdout(&project.run("check --output-format jsonl --report markdown=found.md").code(1));
    let two = stdout(&project.run("check --output-format jsonl --report markdown=found.md").code(1));
    assert_eq!(one, two);
}

#[test]
fn a_report_that_cannot_be_written_is_2_and_keeps_no_other_back() {
    let project = hard();
    project.write("taken/inside", b"");
    let run = project.run("check --output-format concise --report sarif=taken --report gitlab=b.json").code(2);
    assert!(stderr(&run).contains("taken cannot be written"), "{}", stderr(&run));
    assert_eq!(stdout(&run).lines().count(), 4);
    assert!(project.root().join("b.json").exists());
    let run = project.run("check --report sarif=one --report gitlab=./one").code(2);
    assert!(stderr(&run).contains("two reports go to one"), "{}", stderr(&run));
    let run = project.run("check --report sarf=one").code(2);
    assert!(stderr(&run).contains("there is no format `sarf`"), "{}", stderr(&run));
    project.run("check --report sarif").code(2);
}

#[test]
fn every_report_is_the_same_at_every_number_of_threads() {
    let files: Vec<(String, &str)> =
        (0..30).map(|n| (format!("{}/{n}.md", n % 7), [SUM, WEEKDAY, TEXT][n % 3])).collect();
    let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (path.as_str(), *text)).collect();
    let project = Project::new(&files);
    for format in FORMATS {
        let one = stdout(&project.run(&format!("check -j1 --output-format {format}")).code(1));
        let two = stdout(&project.run(&format!("check -j2 --output-format {format}")).code(1));
        assert_eq!(one, two);
        assert!(!one.is_empty());
    }
}

#[test]
fn a_grand_total_that_row_and_column_refute_is_one_finding() {
    let table = "| Port | Cars | Vans | Total |\n|---|---|---|---|\n| Riga | 20 | 11 | 31 |\n| Oslo | 32 | 17 | 49 |\n\
                 | Total | 52 | 28 | 90 |\n";
    let project = Project::new(&[("table.md", table)]);
    let run = project.run("check table.md --isolated").code(1);
    let out = stdout(&run);
    assert!(out.contains("working: 31 + 49 = 80, stated 90; 52 + 28 = 80, stated 90"), "{out}");
    assert!(out.contains("1 text, 9 figures read. 1 error."), "{out}");
}

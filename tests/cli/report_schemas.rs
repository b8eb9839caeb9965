//! The reports against the published schema or grammar of each format: over findings, fixes, findings that are hidden,
//! texts that cannot be read, and nothing at all. `tests/fixtures/schemas/README.md` says where the schemas come from.

use std::path::Path;

use serde_json::Value;

use crate::json_schema::fault;
use crate::project::{Project, SOUND, SUM, WEEKDAY, stdout};
use crate::xml_schema::XmlSchema;

/// A schema, where there are any: they are not in the package.
fn schema(name: &str) -> Option<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/schemas");
    folder.is_dir().then(|| std::fs::read_to_string(folder.join(name)).expect("the schema is there"))
}

fn json(text: &str) -> Value {
    serde_json::from_str(text).expect("it is JSON")
}

/// Reports of this format, each over something that changes its shape.
fn reports(format: &str) -> Vec<String> {
    let conflict = "---\ntitle: Flood kills 45\ndate: 2024-06-20\n---\n\nThe flood killed 54 people on Monday.\n";
    let hidden = format!("<!-- figlint-disable-next-line sum-mismatch -- as the source has it -->\n{SUM}");
    let project = Project::new(&[
        ("a & b/sum, \"50%\".md", SUM),
        ("conflict.md", conflict),
        ("day.md", WEEKDAY),
        ("hidden.md", &hidden),
        ("sound.md", SOUND),
    ]);
    project.write("unreadable.md", b"caf\xe9 12 \xff people\n");
    project
        .write("word.docx", &crate::positions::word("<w:p><w:r><w:t>Sales rose 20% from 50 to 70.</w:t></w:r></w:p>"));
    let runs = ["", "sound.md", "--show-passed", "--show-suppressed", "--select weekday-mismatch"];
    runs.map(|args| stdout(&project.run(&format!("check --output-format {format} {args}")))).into()
}

#[track_caller]
fn fits(schema: &Value, report: &Value) {
    if let Some(wrong) = fault(schema, report) {
        panic!("{wrong}\n{report:#}");
    }
}

#[test]
fn sarif_fits_the_schema_of_oasis() {
    let Some(schema) = schema("sarif-2.1.0.json").as_deref().map(json) else { return };
    let mut levels = std::collections::BTreeSet::new();
    let (mut fixes, mut suppressions) = (0, 0);
    for report in reports("sarif") {
        let report = json(&report);
        fits(&schema, &report);
        for result in report["runs"][0]["results"].as_array().into_iter().flatten() {
            levels.extend(result["level"].as_str().map(str::to_owned));
            fixes += usize::from(result.get("fixes").is_some());
            suppressions += usize::from(result.get("suppressions").is_some());
        }
    }
    assert!(levels.contains("error") && fixes > 0 && suppressions > 0, "{levels:?}, {fixes}, {suppressions}");
    // The schema is strict enough to see a slip.
    let mut wrong = json(&reports("sarif")[0]);
    wrong["runs"][0]["results"][0]["level"] = "fatal".into();
    assert_eq!(fault(&schema, &wrong).as_deref(), Some("/runs/0/results/0/level: \"fatal\" is none of the words"));
}

#[test]
fn gitlab_fits_its_keys() {
    let Some(schema) = schema("gitlab.json").as_deref().map(json) else { return };
    for report in reports("gitlab") {
        fits(&schema, &json(&report));
    }
}

#[test]
fn rdjsonl_fits_the_messages_of_reviewdog() {
    let Some(schema) = schema("rdjson.json").as_deref().map(json) else { return };
    let lines: Vec<Value> = reports("rdjsonl").iter().flat_map(|report| report.lines()).map(json).collect();
    for line in &lines {
        fits(&schema, line);
    }
    for key in ["suggestions", "related_locations"] {
        assert!(lines.iter().any(|line| line.get(key).is_some()), "no line has {key}");
    }
}

#[test]
fn junit_fits_the_schema_of_jenkins() {
    let Some(schema) = schema("junit-10.xsd") else { return };
    let mut schema = XmlSchema::read(&schema);
    // pytest writes these two besides, and GitLab links the file.
    schema.allow("testcase", "file");
    schema.allow("testcase", "line");
    for report in reports("junit") {
        assert_eq!(schema.faults(&report), Vec::<String>::new(), "{report}");
    }
    let wrong =
        "<testsuites><testsuite name=\"a\" tests=\"1\" errors=\"0\"><failure size=\"2\"/></testsuite></testsuites>";
    let faults = schema.faults(wrong);
    assert_eq!(faults, ["<testsuite> without failures", "<failure> in <testsuite>", "<failure> with size"]);
}

/// Reads a workflow command as the runner of GitHub does (`::NAME KEY=VALUE,...::MESSAGE`, with `%25`, `%0D`, `%0A`, and
/// `%3A`, `%2C` in values), and refuses what it would read otherwise than it was meant.
fn command(line: &str) -> Result<Vec<(String, String)>, String> {
    let rest = line.strip_prefix("::").ok_or("no command")?;
    let (head, message) = rest.split_once("::").ok_or("no message")?;
    let (name, properties) = head.split_once(' ').ok_or("no properties")?;
    if !["error", "warning", "notice"].contains(&name) {
        return Err(format!("no such command: {name}"));
    }
    let mut found = vec![("message".to_owned(), unescaped(message, &["25", "0D", "0A"])?)];
    for pair in properties.split(',') {
        let (key, value) = pair.split_once('=').ok_or(format!("no value: {pair}"))?;
        if !["file", "line", "endLine", "col", "endColumn", "title"].contains(&key) {
            return Err(format!("no such property: {key}"));
        }
        if found.iter().any(|(known, _)| known == key) || value.contains(':') {
            return Err(format!("{key} is given twice or holds a colon"));
        }
        let value = unescaped(value, &["25", "0D", "0A", "3A", "2C"])?;
        if key != "file" && key != "title" && value.parse::<u32>().is_ok_and(|n| n == 0) {
            return Err(format!("{key} counts from one"));
        }
        found.push((key.to_owned(), value));
    }
    Ok(found)
}

fn unescaped(text: &str, known: &[&str]) -> Result<String, String> {
    let mut pieces = text.split('%');
    let mut out = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let (code, rest) = piece.split_at_checked(2).ok_or("a bare per cent sign")?;
        let byte = u8::from_str_radix(code, 16).ok().filter(|_| known.contains(&code)).ok_or(format!("%{code}"))?;
        out.push(char::from(byte));
        out.push_str(rest);
    }
    Ok(out)
}

#[test]
fn github_annotations_are_commands_that_say_what_was_meant() {
    let meant: Vec<Value> = reports("jsonl")[0].lines().map(json).collect();
    let lines: Vec<_> = reports("github")[0].lines().map(|line| command(line).expect(line)).collect();
    assert_eq!(lines.len(), meant.len());
    for finding in &meant {
        let same = |line: &&Vec<(String, String)>| {
            let of = |key: &str| line.iter().find(|(known, _)| known == key).map_or("", |(_, value)| value);
            of("file") == finding["path"]
                && finding["line"].as_u64().is_some_and(|line| of("line").parse() == Ok(line))
                && of("title").strip_prefix("figlint ").is_some_and(|rule| finding["rule"] == rule)
                && finding["message"].as_str().is_some_and(|message| of("message").starts_with(message))
        };
        assert_eq!(lines.iter().filter(same).count(), 1, "{finding}");
    }
    for wrong in ["::error file=a,b.md::x", "::fatal file=a::x", "::error file=a::50%", "::error line=0::x", "error: x"]
    {
        assert!(command(wrong).is_err(), "{wrong}");
    }
}

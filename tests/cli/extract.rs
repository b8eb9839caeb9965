//! `figlint extract`: the four formats, the filters, and the lists that name what the filters take.

use serde_json::Value;

use crate::project::{Project, SUM, stderr, stdout};

const TEXT: &str = "---\ndate: 2024-07-20\n---\n\nAbout a third of the 3,000 food-insecure households got $5.5 million, he said: \"too late\".\n\nIn 東京, 40 people were killed on 16 July 2024.\n";

fn fields(line: &str, key: &str) -> String {
    let value: Value = serde_json::from_str(line).expect("a line is JSON");
    value[key].as_str().unwrap_or_default().to_owned()
}

#[test]
fn the_table_has_one_line_a_figure() {
    let project = Project::new(&[("a.md", TEXT)]);
    let out = stdout(&project.run("extract a.md").code(0));
    snapbox::assert_data_eq!(
        out,
        snapbox::str![[r"
a.md
  place  figure                          value             measure        about  when
  5:1    About a third                   1/3 about         food insecure
  5:22   3,000 food-insecure households  3,000 households  food insecure
  5:57   $5.5 million                    5,500,000 USD
  7:12   40 people                       40 people         deaths                16 July 2024
  7:37   16 July 2024                                                            16 July 2024


"]]
    );
}

#[test]
fn colours_are_for_terminals_and_where_they_are_asked_for() {
    let project = Project::new(&[("a.md", TEXT)]);
    let plain = stdout(&project.run("extract a.md"));
    assert!(!plain.contains('\u{1b}'), "{plain}");
    let coloured = stdout(&project.run("extract a.md --color always"));
    assert!(coloured.contains("\u{1b}[1mAbout a third\u{1b}[0m"), "{coloured}");
    let widths = |text: &str| text.lines().map(|line| line.find("food").unwrap_or_default()).collect::<Vec<_>>();
    assert_eq!(widths(&strip(&coloured)), widths(&plain));
}

/// Without SGR sequences.
fn strip(text: &str) -> String {
    let parts = text.split('\u{1b}').enumerate();
    parts.map(|(n, part)| if n == 0 { part } else { part.split_once('m').map_or(part, |(_, rest)| rest) }).collect()
}

#[test]
fn csv_has_the_fields_of_the_machine_format() {
    let project = Project::new(&[("a.md", TEXT), ("b.md", "12 \"odd\" houses\n")]);
    let lines = stdout(&project.run("extract --output-format jsonl").code(0));
    let out = stdout(&project.run("extract --output-format csv").code(0));
    let mut reader = csv::Reader::from_reader(out.as_bytes());
    let header: Vec<String> = reader.headers().expect("a header").iter().map(str::to_owned).collect();
    let first = lines.lines().next().unwrap_or_default();
    // serde_json sorts the keys, so that their order is taken from the line itself.
    let (last, header) = header.split_last().expect("a header has fields");
    assert_eq!(last, "locator");
    let places: Vec<_> = header.iter().map(|name| first.find(&format!("\"{name}\":"))).collect();
    assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{header:?}");
    let rows: Vec<csv::StringRecord> = reader.records().map(|row| row.expect("a row")).collect();
    assert_eq!(rows.len(), lines.lines().count());
    for (row, line) in rows.iter().zip(lines.lines()) {
        for key in ["path", "text", "context", "id", "kind", "period"] {
            let at = header.iter().position(|name| name == key).unwrap_or_default();
            assert_eq!(row[at], fields(line, key), "{key}");
        }
    }
}

#[test]
fn filters_keep_what_they_name() {
    let project = Project::new(&[("a.md", TEXT)]);
    let texts = |args: &str| {
        let out = stdout(&project.run(&format!("extract a.md --output-format jsonl {args}")).code(0));
        out.lines().map(|line| fields(line, "text")).collect::<Vec<_>>().join(" | ")
    };
    assert_eq!(texts("--kind money"), "$5.5 million");
    assert_eq!(texts("--kind money,date"), "$5.5 million | 16 July 2024");
    assert_eq!(texts("--kind money --kind ratio"), "About a third | $5.5 million");
    assert_eq!(texts("--measure deaths"), "40 people");
    assert_eq!(texts("--measure deaths,food_insecure --kind count"), "3,000 food-insecure households | 40 people");
    assert_eq!(texts("--kind age"), "");
    let json = stdout(&project.run("extract a.md --output-format json --measure deaths").code(0));
    let value: Value = serde_json::from_str(&json).expect("JSON");
    assert_eq!(value["figures"].as_array().map(Vec::len), Some(1));
    assert_eq!(stdout(&project.run("extract a.md --kind age").code(0)), "");
}

#[test]
fn unknown_kinds_and_measures_are_told_with_the_nearest_and_all() {
    let project = Project::new(&[("a.md", TEXT)]);
    let said = |args: &str| stderr(&project.run(&format!("extract a.md {args}")).code(2));
    let kind = said("--kind mony");
    assert!(kind.contains("'money'") && kind.contains("temperature"), "{kind}");
    assert!(said("--measure deaths,deths").contains("did you mean `deaths`?"));
    assert!(said("--measure zzz").contains("food_insecure"));
}

#[test]
fn json_of_several_texts_is_one_list() {
    let project = Project::new(&[("a.md", "Nothing.\n"), ("b.md", "12 dogs\n"), ("c.md", "13 cats, 2 owls\n")]);
    let value: Value =
        serde_json::from_str(&stdout(&project.run("extract --output-format json").code(0))).expect("JSON");
    assert_eq!(value["figures"].as_array().map(Vec::len), Some(3));
}

#[test]
fn texts_come_out_in_their_order_on_any_number_of_threads() {
    // Its rows are more than one piece of output.
    let large = "7 ".repeat(6_000);
    let files: Vec<(String, &str)> =
        (10..40).map(|n| (format!("{n}.md"), if n == 12 { &*large } else { SUM })).collect();
    let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (path.as_str(), *text)).collect();
    let project = Project::new(&files);
    for format in ["jsonl", "json", "csv", "table"] {
        let one = stdout(&project.run(&format!("extract -j1 --output-format {format}")).code(0));
        let three = stdout(&project.run(&format!("extract -j3 --output-format {format}")).code(0));
        assert!(one == three && one.contains("39.md"), "{format}");
        if format == "jsonl" {
            let paths: Vec<String> = one.lines().map(|line| fields(line, "path")).collect();
            assert!(paths.is_sorted() && one.len() > 1 << 21);
        }
    }
}

#[test]
fn measures_and_units_are_listed() {
    let project = Project::new(&[]);
    assert!(stdout(&project.run("measures").code(0)).contains("food_insecure"));
    assert!(stdout(&project.run("units").code(0)).contains("tonne, tonnes"));
    for (command, keys) in [("measures", &["measures"][..]), ("units", &["units", "currencies"])] {
        let out = stdout(&project.run(&format!("{command} --output-format json")).code(0));
        let value: Value = serde_json::from_str(&out).expect("JSON");
        assert!(keys.iter().all(|key| value[key].as_array().is_some_and(|list| list.len() > 20)), "{out}");
    }
}

#[test]
fn a_spreadsheet_says_where_in_a_word_document_a_figure_stands() {
    let project = Project::new(&[("b.md", "Ten people left.\n")]);
    project.write("a.docx", &crate::positions::word("<w:p><w:r><w:t>Twelve people left.</w:t></w:r></w:p>"));
    let out = stdout(&project.run("extract --output-format csv").code(0));
    let ends: Vec<&str> = out.lines().filter_map(|line| line.rsplit(',').next()).collect();
    assert_eq!(ends, ["locator", "paragraph 1", ""]);
}

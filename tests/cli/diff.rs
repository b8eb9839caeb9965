//! `figlint diff` through the program: formats, exit codes, and the versions in a git repository.

use serde_json::Value;

use crate::known::{git, repository};
use crate::project::{Project, stderr, stdout};

const OLD: &str = "# Twelve dead in Leeds fire\n\nA fire killed 12 people in Leeds, the police said.\n\nAbout 40 homes are empty. Peru gave $4 million and Chile $3 million, for a total of $7 million.\n";
const NEW: &str = "# Twelve dead in Leeds fire\n\nA fire killed 14 people in Leeds, the police said.\n\nSome 40 homes are empty. Peru gave $4 million and Chile $5 million, for a total of $7 million. It rained for 3 days.\n";

#[test]
fn people_read_what_changed_and_what_stayed_behind() {
    let project = Project::new(&[("old.md", OLD), ("new.md", NEW)]);
    let out = stdout(&project.run("diff old.md new.md").code(1));
    snapbox::assert_data_eq!(
        out,
        snapbox::str![[r"
new.md:3  12 people -> 14 people
new.md:5  $3 million -> $5 million
new.md:5  new: 3 days

Stayed behind

stayed behind (the same figure)

  ! “Twelve” was said twice: elsewhere “12 people” has become “14 people”
   ,-[new.md:1:3]
 1 | # Twelve dead in Leeds fire
   :   ^^^^^^
 2 |
 3 | A fire killed 14 people in Leeds, the police said.
   :               ^^^^|^^^^
   :                   `-- was 12 people
   `----
  now: Fourteen

stayed behind (sum-mismatch)

  ! the parts add up to $9 million, not to “a total of $7 million”
   ,-[new.md:5:73]
 5 | … Peru gave $4 million and Chile $5 million, for a total of $7 million. It rained …
   :             ^^^^^|^^^^           ^^^^^|^^^^      ^^^^^^^^^^^^^^^^^^^^^
   :                  |                    `-- was $3 million
   :                  `-- as before
   `----
  working: 4 + 5 = 9 (million dollars), stated 7
  now: a total of $9 million

3 figures changed, 2 stayed behind.

"]]
    );
}

#[test]
fn nothing_that_stayed_behind_is_exit_code_0() {
    let project =
        Project::new(&[("old.md", OLD), ("new.md", &OLD.replace("**", "")), ("more.md", "A bus costs £2.\n")]);
    assert_eq!(stdout(&project.run("diff old.md new.md -q").code(0)), "");
    assert_eq!(stdout(&project.run("diff old.md old.md").code(0)), "No figure changed, nothing stayed behind.\n");
}

#[test]
fn machines_read_both_sides() {
    let project = Project::new(&[("old.md", OLD), ("new.md", NEW)]);
    let out = stdout(&project.run("diff old.md new.md --output-format jsonl").code(1));
    let lines: Vec<Value> = out.lines().map(|line| serde_json::from_str(line).expect("a line is JSON")).collect();
    let first = &lines[0];
    assert_eq!(first["type"], "change");
    assert_eq!(first["change"], "changed");
    assert_eq!(first["aspects"], serde_json::json!(["value"]));
    assert_eq!((&first["old"]["value"], &first["new"]["value"]), (&12.into(), &14.into()));
    for (side, text) in [("old", OLD), ("new", NEW)] {
        let at = |key: &str| usize::try_from(first[side][key].as_u64().unwrap_or_default()).unwrap_or_default();
        assert_eq!(&text[at("start")..at("end")], first[side]["text"].as_str().unwrap_or_default());
    }
    let behind: Vec<&Value> = lines.iter().filter(|line| line["type"] == "stayed_behind").collect();
    assert_eq!(behind.len(), 2);
    assert_eq!((&behind[0]["reason"], &behind[0]["now"]), (&"same".into(), &"Fourteen".into()));
    assert_eq!((&behind[1]["rule"], &behind[1]["now"]), (&"sum-mismatch".into(), &"a total of $9 million".into()));
    let whole = stdout(&project.run("diff old.md new.md --output-format json").code(1));
    let whole: Value = serde_json::from_str(&whole).expect("JSON");
    assert_eq!(whole["summary"]["stayed_behind"], 2);
    assert_eq!(whole["changes"].as_array().map(Vec::len), Some(lines.len() - 2));
}

#[test]
fn a_repository_knows_the_old_version_and_the_other_texts() {
    let other = "The inquiry into the Leeds fire that killed 12 people begins in June.\n";
    let far = "The bus costs £2.\n";
    let project = repository(&[("text/draft.md", OLD), ("backgrounder.md", other), ("far.md", far)]);
    assert_eq!(stdout(&project.run("diff --since HEAD").code(0)), "No figure changed, nothing stayed behind.\n");
    project.write("text/draft.md", OLD.replace("Twelve", "Fourteen").replace("12 people", "14 people").as_bytes());
    let out = stdout(&project.run("diff --since HEAD text").code(1));
    snapbox::assert_data_eq!(
        out,
        snapbox::str![[r"
text/draft.md:1  Twelve -> Fourteen
text/draft.md:3  12 people -> 14 people

Stayed behind

stayed behind (the same figure)

  ! “12 people” was said twice: elsewhere “Twelve” has become “Fourteen”
   ,-[backgrounder.md:1:45]
 1 | The inquiry into the Leeds fire that killed 12 people begins in June.
   :                                             ^^^^^^^^^
   `----
   ,-[text/draft.md:1:3]
 1 | # Fourteen dead in Leeds fire
   :   ^^^^|^^^
   :       `-- was Twelve
   `----
  now: 14 people

2 figures changed, 1 stayed behind.

"]]
    );
    git(&project, "mv text/draft.md text/final.md");
    let out = stdout(&project.run("diff --since HEAD text --output-format jsonl").code(1));
    assert_eq!(out.lines().filter(|line| line.contains("\"change\":\"changed\"")).count(), 2, "{out}");
    assert!(!out.contains("appeared") && !out.contains("vanished"), "{out}");
}

#[test]
fn texts_that_come_and_go() {
    let project = repository(&[("a.md", "The mill employs 340 people.\n")]);
    std::fs::remove_file(project.root().join("a.md")).expect("a file to remove");
    project.write("b.md", b"The bus costs 2 pounds and the tram 3 pounds.\n");
    git(&project, "add -A");
    let out = stdout(&project.run("diff --since HEAD").code(0));
    snapbox::assert_data_eq!(
        out,
        snapbox::str![[r"
b.md:1  new: 2 pounds
b.md:1  new: 3 pounds
a.md:1  gone: 340 people
3 figures changed, nothing stayed behind.

"]]
    );
}

#[test]
fn html_words_and_records_are_compared_as_texts() {
    let html =
        |n: &str| format!("<h1>{n} dead in Leeds fire</h1>\n<p>A&nbsp;fire killed <b>{n}</b> people in Leeds.</p>\n");
    let project = Project::new(&[
        ("a.html", &html("12")),
        ("b.html", &html("14")),
        ("c.md", "A fire killed 12 people in Leeds.\n"),
    ]);
    let out = stdout(&project.run("diff a.html b.html").code(0));
    snapbox::assert_data_eq!(
        out,
        snapbox::str![[r"
b.html:1  12 -> 14
b.html:2  12 people -> 14 people
2 figures changed, nothing stayed behind.

"]]
    );
    assert!(stdout(&project.run("diff a.html c.md").code(0)).contains("gone: 12"));
}

#[test]
fn what_cannot_be_compared_is_told() {
    let project = Project::new(&[("old.md", OLD)]);
    let said = |args: &str| stderr(&project.run(&format!("diff {args}")).code(2));
    assert!(said("old.md").contains("compares two texts"));
    assert!(said("old.md none.md").contains("none.md cannot be read"));
    assert!(said("--since HEAD").contains("git"));
}

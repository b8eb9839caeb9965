//! Bad input is told with its place, makes the exit code 2, and everything else is still checked.

use crate::project::{Project, SUM, stderr, stdout};

/// The run fails, says each of `said` on standard error, and still finds the wrong sum.
#[track_caller]
fn case(project: &Project, args: &str, said: &[&str]) {
    let run = project.run(args).code(2);
    let (out, err) = (stdout(&run), stderr(&run));
    for words in said {
        assert!(err.contains(words), "no {words:?} in:\n{err}");
    }
    assert!(out.contains("sum-mismatch"), "{out}\n{err}");
}

#[test]
fn a_missing_path() {
    let project = Project::new(&[("a.md", SUM)]);
    case(&project, "check nope.md a.md", &["there is no file or folder `nope.md`"]);
    assert_eq!(stdout(&project.run("check nope.md").code(2)), "");
    assert_eq!(stdout(&project.run("extract nope.md").code(2)), "");
}

#[test]
fn a_text_that_is_no_utf8() {
    let project = Project::new(&[("a.md", SUM)]);
    project.write("b.md", b"t\xc3\xa9n\ncaf\xe9 12\n");
    case(&project, "check", &["b.md", "b.md:2:4", "UTF-8"]);
}

#[test]
fn a_file_of_bytes_that_are_no_text() {
    let project = Project::new(&[("a.md", SUM)]);
    let bytes: Vec<u8> = (0..4_000_000_u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 24) as u8 | 0x80).collect();
    project.write("b.md", &bytes);
    case(&project, "check", &["b.md cannot be read", "b.md:1:1", "UTF-8"]);
}

#[test]
fn a_file_that_is_not_what_its_name_says() {
    let project = Project::new(&[("a.md", SUM)]);
    project.write("b.docx", b"PK\x03\x04 cut off");
    case(&project, "check", &["b.docx", "zip"]);
    let project = Project::new(&[("a.md", SUM)]);
    project.write("b.jsonl", b"{\"text\": \"Ten.\"}\n{\"text\": 3}\n");
    case(&project, "check a.md b.jsonl", &["b.jsonl:2:10", "`text` is no string"]);
}

#[test]
fn a_broken_configuration() {
    let project = Project::new(&[("a.md", SUM), ("figlint.toml", "across = \"off\"\nrules = [\n")]);
    case(&project, "check", &["figlint.toml:2:10", "rules = ["]);
    project.write("figlint.toml", b"fail-on = 3\nselect = 1\n");
    case(&project, "check", &["figlint.toml:1:11", "figlint.toml:2:10", "`select` must be"]);
    case(&project, "check -c nope.toml a.md", &["nope.toml cannot be read"]);
}

#[test]
fn an_unknown_key_is_a_warning_only() {
    let project = Project::new(&[("figlint.toml", "refrences = []\n"), ("a.md", "Nothing.\n")]);
    let run = project.run("check").code(0);
    assert!(stderr(&run).contains("did you mean `references`?"), "{}", stderr(&run));
    assert!(stderr(&run).contains("figlint.toml:1:1"), "{}", stderr(&run));
}

#[test]
fn faulty_rule_files() {
    let project = Project::new(&[
        ("a.md", SUM),
        ("rules/x.toml", "id = \"x\"\ncheck = \"smu\"\nseverity = \"error\"\ntitle = \"\"\nwhy = \"\"\n"),
        (
            "rules/y.toml",
            "id = \"y\"\ncheck = \"weekday\"\nseverity = \"error\"\ntitle = \"\"\nwhy = \"\"\nnonsense = 1\n",
        ),
    ]);
    case(
        &project,
        "check a.md --rules rules",
        &["rules/x.toml:2:9", "did you mean `sum`?", "rules/y.toml:6:1", "nonsense"],
    );
    case(&project, "check a.md --rules nope", &["nope cannot be read: there is no such file"]);
}

#[test]
fn what_a_rule_file_lacks_is_told_once_and_last() {
    let project = Project::new(&[("a.md", SUM), ("own.toml", "check = \"sum-of-parts\"\nmin = 3\n")]);
    let run = project.run("check a.md --rules own.toml").code(2);
    let err = stderr(&run);
    let at = |words: &str| err.find(words).unwrap_or_else(|| panic!("no {words:?} in:\n{err}"));
    assert!(at("there is no check `sum-of-parts`") < at("the keys `id`, `severity`, `title` and `why` are missing"));
    assert_eq!(err.matches("missing").count(), 1, "{err}");
}

#[test]
fn patterns_that_are_too_large() {
    let project = Project::new(&[("a.md", SUM)]);
    let braces = "{a,b,c,d,e,f,g,h}".repeat(400);
    let stars = "**/".repeat(3_000) + &"*a*b".repeat(500);
    for config in [
        format!("exclude = [\"{braces}\", \"{stars}\"]\n"),
        format!("[[override]]\npaths = [\"{braces}\"]\nignore = [\"calendar\"]\n"),
        format!("[[document]]\npath = \"{stars}\"\ndate = 2024-01-01\n"),
        format!("[[document]]\npath = \"{}a{}\"\ndate = 2024-01-01\n", "{".repeat(2_000), "}".repeat(2_000)),
        format!("rules = {}{}\n", "[".repeat(20_000), "]".repeat(20_000)),
    ] {
        project.write("figlint.toml", config.as_bytes());
        let run = project.run("check a.md --output-format concise");
        assert!(stdout(&run).contains("sum-mismatch"), "{}", stderr(&run));
    }
}

#[test]
fn an_unreadable_reference_set() {
    let project = Project::new(&[("a.md", SUM), ("facts.toml", "these are no facts\n")]);
    case(&project, "check a.md --reference facts.toml", &["facts.toml:1:"]);
    case(&project, "check a.md --reference nope.toml", &["there is no reference set `nope.toml`"]);
}

#[test]
fn a_fault_in_a_reference_set_is_a_finding() {
    let facts = "[[fact]]\nid = \"x\"\nmeasure = \"deaths\"\nvalue = 3\nas_of = \"2024-13-01\"\n";
    let project = Project::new(&[("a.md", "Nothing.\n"), ("facts.toml", facts)]);
    let run = project.run("check a.md --reference facts.toml --output-format jsonl").code(1);
    let out = stdout(&run);
    assert!(out.contains("\"rule\":\"reference-data\""), "{out}");
    assert!(out.contains("\"path\":\"facts.toml\""), "{out}");
    assert!(out.contains("\"line\":5"), "{out}");
}

#[test]
fn reference_sets_of_the_configuration() {
    let bad = "[[fact]]\nid = \"x\"\nmeasure = \"deaths\"\nvalue = 3\nas_of = \"2024-13-01\"\n";
    let project = Project::new(&[
        ("figlint.toml", "references = [\"sets/*.toml\"]\n"),
        ("sets/one.toml", bad),
        ("sets/deeper/two.toml", bad),
        ("drafts/a.md", "Nothing.\n"),
    ]);
    let run = project.run("check --output-format jsonl").code(1);
    assert_eq!(stdout(&run).lines().count(), 1, "{}", stdout(&run));
    assert!(stdout(&run).contains("\"path\":\"sets/one.toml\""));
    let run = project.run_in("drafts", "check --output-format jsonl").code(1);
    assert!(stdout(&run).contains("\"path\":\"../sets/one.toml\""), "{}", stdout(&run));
    project.write("figlint.toml", b"references = [\"nope/*.toml\"]\n");
    let run = project.run("check").code(2);
    assert!(stderr(&run).contains("nope/*.toml"), "{}", stderr(&run));
}

#[test]
fn rules_of_the_configuration() {
    let rule = "id = \"own\"\ncheck = \"sum\"\nseverity = \"warning\"\ntitle = \"t\"\nwhy = \"w\"\n";
    let project = Project::new(&[
        ("figlint.toml", "rules = [\"house\"]\nselect = [\"own\"]\n"),
        ("house/own.toml", rule),
        ("drafts/a.md", SUM),
    ]);
    let run = project.run_in("drafts", "check --output-format jsonl --fail-on warning").code(1);
    assert!(stdout(&run).contains("\"rule\":\"own\""), "{}", stdout(&run));
    let run = project.run_in("drafts", "check --ignore own").code(2);
    assert!(stderr(&run).contains("no rule is left"), "{}", stderr(&run));
}

#[test]
fn widths_of_the_configuration_are_used() {
    let text = "Peru sent 1,400 engineers and Chile 1,300 engineers, for a total of 2,750 engineers.\n";
    let project = Project::new(&[("a.md", text), ("figlint.toml", "")]);
    project.run("check a.md").code(0);
    project.write("figlint.toml", b"[widths]\nround_soft = 0\nround_hard = 0\n");
    let run = project.run("check a.md").code(1);
    assert!(stdout(&run).contains("sum-mismatch"), "{}", stdout(&run));
    project.write("figlint.toml", b"[widths]\nround_sof = 0\n");
    let run = project.run("check a.md").code(2);
    assert!(stderr(&run).contains("round_sof"), "{}", stderr(&run));
}

#[test]
fn markup_that_is_deep_or_never_ends() {
    let marks =
        ["{: ", "{a=\"", "$$ a", "{{ ", "{% comment %}", "{::comment} ", "`` ` ", "[", "<A ", "{", "::: ", "> "];
    let endless: String = marks.map(|mark| mark.repeat(5_000) + "\n\n").concat();
    let deep = |open: &str| format!("{}{SUM}", open.repeat(10_000));
    let project = Project::new(&[
        ("a.md", &format!("{endless}{SUM}")),
        ("b.mdx", &endless),
        ("c.html", &deep("<div>")),
        ("d.html", &deep("<table><tr><td><ul><li><a href=1><span class='")),
        ("e.html", &deep("<script type='application/ld+json'>{\"a\":")),
        ("f.md", &format!("---\ntitle: Ten\n{}", "k: '''a\\".repeat(10_000))),
        ("g.md", &"{\"a\":".repeat(10_000)),
    ]);
    let run = project.run("check --output-format concise").code(1);
    let out = stdout(&run);
    assert!(out.contains("a.md:25:") && out.contains("c.html:1:"), "{out}");
}

#[test]
#[cfg(unix)]
fn links_in_a_circle_and_a_document_that_unpacks_to_too_much() {
    let project = Project::new(&[("a.md", SUM)]);
    std::os::unix::fs::symlink(".", project.root().join("loop")).expect("a link for the test");
    std::os::unix::fs::symlink("self.md", project.root().join("self.md")).expect("a link for the test");
    let run = project.run("check --output-format concise").code(1);
    assert_eq!(stdout(&run).lines().count(), 1, "{}", stdout(&run));
    case(&project, "check a.md self.md", &["self.md cannot be read"]);
    project.write("b.docx", &crate::positions::word(&"<w:p></w:p>".repeat(7_000_000)));
    case(&project, "check a.md b.docx", &["b.docx", "unpacks to more than 64 MB"]);
}

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
fn a_file_of_zero_bytes() {
    let project = Project::new(&[("a.md", SUM)]);
    project.write("b.md", &vec![0; 5_000_000]);
    case(&project, "check", &["b.md cannot be read: the file is no text", "zero bytes"]);
    assert_eq!(stdout(&project.run("check b.md --output-format concise").code(2)), "");
}

#[cfg(unix)]
#[test]
fn files_that_cannot_be_opened() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let project = Project::new(&[("a.md", SUM), ("folder.md/c.txt", "Nothing.\n"), ("locked.md", SUM)]);
    let at = |name: &str| project.root().join(name);
    symlink(at("nowhere.md"), at("dangling.md")).expect("a link for the test");
    case(&project, "check dangling.md a.md", &["there is no file or folder `dangling.md`"]);
    // A folder may be called like a text.
    project.run("check folder.md").code(0);
    std::fs::set_permissions(at("locked.md"), std::fs::Permissions::from_mode(0o000)).expect("a file to lock");
    // Root reads it all the same.
    if std::fs::read(at("locked.md")).is_err() {
        case(&project, "check locked.md a.md", &["locked.md cannot be read: the system does not allow it"]);
    }
}

/// The run waits for a pipe, and a text that it has listed goes meanwhile.
#[cfg(unix)]
#[test]
fn a_file_that_is_deleted_during_the_run() {
    let project = Project::new(&[("z.md", SUM)]);
    let pipe = project.root().join("a.md");
    let made = std::process::Command::new("mkfifo").arg(&pipe).status();
    if !made.is_ok_and(|status| status.success()) {
        return;
    }
    let run = std::process::Command::new(snapbox::cmd::cargo_bin!("figlint"))
        .current_dir(project.root())
        .args(["check", "-j", "1", "--output-format", "concise", "a.md", "z.md"])
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::piped())
        .spawn()
        .expect("the program starts");
    // Opens when the other end does.
    let mut end = std::fs::OpenOptions::new().write(true).open(&pipe).expect("a pipe");
    std::fs::remove_file(project.root().join("z.md")).expect("a file to remove");
    std::io::Write::write_all(&mut end, SUM.as_bytes()).expect("a text for the pipe");
    drop(end);
    let output = run.wait_with_output().expect("it ends");
    let (out, err) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert_eq!(output.status.code(), Some(2), "{out}\n{err}");
    assert!(err.contains("z.md cannot be read: there is no such file"), "{err}");
    assert!(out.starts_with("a.md:1:52: error sum-mismatch"), "{out}");
}

/// Memory of a process, which can be opened and whose first byte cannot be read.
#[cfg(target_os = "linux")]
#[test]
fn a_file_whose_bytes_cannot_be_read() {
    let project = Project::new(&[("a.md", SUM)]);
    std::os::unix::fs::symlink("/proc/self/mem", project.root().join("memory.md")).expect("a link for the test");
    case(&project, "check memory.md a.md", &["memory.md cannot be read"]);
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

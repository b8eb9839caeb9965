//! 0 clean, 1 findings, 2 whatever went wrong.

use crate::project::{Project, SOUND, SUM, WEEKDAY, stderr, stdout};

#[track_caller]
fn code(project: &Project, args: &str, wanted: i32) {
    project.run(args).code(wanted);
}

#[test]
fn findings_at_or_above_fail_on() {
    let project = Project::new(&[("wrong.md", SUM), ("right.md", SOUND)]);
    code(&project, "check right.md", 0);
    code(&project, "check wrong.md", 1);
    code(&project, "check", 1);
    code(&project, "check wrong.md --exit-zero", 0);
    code(&project, "check wrong.md --fail-on never", 0);
    code(&project, "check right.md --fail-on any", 0);
}

#[test]
fn severities_of_the_configuration_count() {
    let project = Project::new(&[("wrong.md", SUM), ("figlint.toml", "[severity]\nsum-mismatch = \"warning\"\n")]);
    code(&project, "check wrong.md", 0);
    code(&project, "check wrong.md --fail-on warning", 1);
    code(&project, "check wrong.md --isolated", 1);
    project.write("figlint.toml", b"fail-on = \"warning\"\n[severity]\nsum-mismatch = \"warning\"\n");
    code(&project, "check wrong.md", 1);
    code(&project, "check wrong.md --fail-on error", 0);
}

#[test]
fn the_configuration_of_a_folder_above_is_found() {
    let project = Project::new(&[("a/b/wrong.md", SUM), (".figlint.toml", "ignore = [\"arithmetic\"]\n")]);
    code(&project, "check a", 0);
    code(&project, "check a --isolated", 1);
}

#[test]
fn rules_are_selected_by_id_and_pack() {
    let both = format!("{SUM}\n{WEEKDAY}");
    let project = Project::new(&[("a.md", &both)]);
    let rules = |args: &str| {
        let run = project.run(&format!("check a.md --output-format jsonl {args}"));
        stdout(&run).lines().count()
    };
    assert_eq!(rules(""), 2);
    assert_eq!(rules("--select calendar"), 1);
    assert_eq!(rules("--select sum-mismatch"), 1);
    assert_eq!(rules("--ignore calendar,sum-mismatch --select arithmetic"), 0);
    let run = project.run("check a.md --select sum-mismtch").code(2);
    assert!(stderr(&run).contains("did you mean `sum-mismatch`?"), "{}", stderr(&run));
}

#[test]
fn usage_is_2() {
    let project = Project::new(&[]);
    code(&project, "chekc", 2);
    code(&project, "check --date 2024-13-01", 2);
    code(&project, "explain nothing-like-it", 2);
    assert!(stderr(&project.run("explain calendar").code(2)).contains("`calendar` is a pack"));
    project.write("draft.md", b"Nothing.\n");
    assert!(stderr(&project.run("draft.md").code(2)).contains("write `figlint check draft.md`"));
    let run = project.run("test weekdy").code(2);
    assert_eq!(stdout(&run), "");
    assert!(stderr(&run).contains("did you mean `weekday-mismatch`?"), "{}", stderr(&run));
    assert!(stdout(&project.run("test weekday-mismatch weekdy").code(2)).starts_with("1 rule, "));
    code(&project, "--help", 0);
}

#[test]
fn examples_of_bundled_and_own_rules() {
    let project = Project::new(&[]);
    code(&project, "test", 0);
    let rule = "id = \"own\"\ncheck = \"sum\"\nseverity = \"error\"\ntitle = \"t\"\nwhy = \"w\"\n\n[[example]]\ntext = \"No figure.\"\nfinds = [\"12\"]\n";
    project.write("rules/own.toml", rule.as_bytes());
    let run = project.run("test own --rules rules").code(1);
    assert!(stdout(&run).contains("rules/own.toml:7"), "{}", stdout(&run));
    assert!(stdout(&run).contains("- wanted: 12"), "{}", stdout(&run));
}

#[test]
fn rules_and_explain_print_the_rule_files() {
    let project = Project::new(&[]);
    let run = project.run("rules").code(0);
    assert!(stdout(&run).contains("sum-mismatch"));
    let run = project.run("explain sum-mismatch").code(0);
    assert!(stdout(&run).contains("-> $8 million"));
    let run = project.run("explain reference-mismatch").code(0);
    assert!(stdout(&run).contains("    in a text of ") && stdout(&run).contains("    with the reference set:\n      "));
    assert!(stdout(&project.run("explain figure-conflict").code(0)).contains("    together with "));
}

#[test]
fn groups_are_held_against_each_other_only_inside() {
    let killed = |count: &str| {
        format!("---\ndate: 2024-06-20\n---\n\nIn 2022, {count} people were killed in Haiti, the ministry said.\n")
    };
    let groups = "across = \"groups\"\n[[group]]\npaths = [\"en/*.md\"]\n[[group]]\npaths = [\"uk/*.md\"]\n";
    let (low, high) = (killed("1,240"), killed("2,130"));
    let project = Project::new(&[("en/a.md", &low), ("uk/a.md", &high), ("figlint.toml", groups)]);
    code(&project, "check", 0);
    code(&project, "check --isolated", 1);
    project.write("en/b.md", high.as_bytes());
    code(&project, "check", 1);
    project.write("figlint.toml", b"across = \"groups\"\n");
    let run = project.run("check").code(2);
    assert!(stderr(&run).contains("the configuration names none"), "{}", stderr(&run));
}

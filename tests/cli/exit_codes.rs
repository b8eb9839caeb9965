//! 0 clean, 1 findings, 2 whatever went wrong.

use crate::project::{Project, SOUND, SUM, stderr, stdout};

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

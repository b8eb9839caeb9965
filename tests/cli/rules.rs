//! Rule files as users see them: their examples run, and `figlint rules` and `figlint explain` print what they say.

use crate::project::{Project, stdout};

#[test]
fn examples_of_bundled_and_own_rules() {
    let project = Project::new(&[]);
    project.run("test").code(0);
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

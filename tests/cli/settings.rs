//! Configurations as users have them: several files, which rules run, paths with rules of their own, groups of texts, what
//! is left out, and where each setting comes from.

use crate::project::{Project, SOUND, SUM, WEEKDAY, stderr, stdout};

/// The rule and severity of every finding, with its path.
fn found(project: &Project, args: &str) -> String {
    let run = project.run(&format!("check -q --exit-zero --output-format jsonl {args}")).success();
    let rows = stdout(&run);
    let rows = rows.lines().map(|row| serde_json::from_str::<serde_json::Value>(row).expect("a finding is JSON"));
    let word = |row: &serde_json::Value, key: &str| row[key].as_str().unwrap_or_default().to_owned();
    let rows = rows.map(|row| format!("{} {} {}", word(&row, "path"), word(&row, "rule"), word(&row, "severity")));
    rows.collect::<Vec<_>>().join("\n")
}

#[test]
fn the_configuration_of_a_folder_above_is_found() {
    let project = Project::new(&[("a/b/wrong.md", SUM), (".figlint.toml", "ignore = [\"arithmetic\"]\n")]);
    project.run("check a").code(0);
    project.run("check a --isolated").code(1);
}

#[test]
fn a_configuration_extends_another_and_wins() {
    let project = Project::new(&[
        ("a.md", SUM),
        ("b.md", WEEKDAY),
        ("desk/base.toml", "ignore = [\"calendar\"]\nrules = [\"own.toml\"]\n[severity]\nsum-mismatch = \"info\"\n"),
        ("desk/own.toml", "[[entity]]\nname = \"Marovia\"\nkind = \"place\"\n"),
        ("figlint.toml", "extend = \"desk/base.toml\"\n"),
    ]);
    assert_eq!(found(&project, ""), "a.md sum-mismatch info");
    project
        .write("figlint.toml", b"extend = \"desk/base.toml\"\nignore = []\n[severity]\nsum-mismatch = \"warning\"\n");
    assert_eq!(found(&project, ""), "a.md sum-mismatch warning\nb.md weekday-mismatch error");
}

#[test]
fn a_configuration_that_extends_itself_is_an_error_with_its_place() {
    let project = Project::new(&[("figlint.toml", "extend = \"b.toml\"\n"), ("b.toml", "extend = \"figlint.toml\"\n")]);
    let said = stderr(&project.run("check").code(2));
    assert!(said.contains("b.toml:1:10") && said.contains("leads back to itself"), "{said}");
    project.write("figlint.toml", b"extend = \"c.toml\"\n");
    let said = stderr(&project.run("check").code(2));
    assert!(said.contains("figlint.toml:1:10") && said.contains("`c.toml` is no value"), "{said}");
}

#[test]
fn some_texts_have_rules_of_their_own() {
    let both = format!("{SUM}\n{WEEKDAY}");
    let project = Project::new(&[
        ("a.md", &both),
        ("old/b.md", &both),
        (
            "figlint.toml",
            "[severity]\nweekday-mismatch = \"off\"\n[[override]]\npaths = [\"old/**\"]\nignore = [\"arithmetic\"]\n\
             severity = { weekday-mismatch = \"warning\" }\n",
        ),
    ]);
    assert_eq!(found(&project, ""), "a.md sum-mismatch error\nold/b.md weekday-mismatch warning");
    project.write("figlint.toml", b"[[override]]\npaths = [\"old/**\"]\nselect = [\"calender\"]\n");
    let said = stderr(&project.run("check --exit-zero").success());
    assert!(said.contains("no rule or pack `calender`") && said.contains("did you mean `calendar`?"), "{said}");
}

#[test]
fn packs_in_rules_are_the_only_bundled_ones() {
    let project = Project::new(&[("a.md", SUM), ("b.md", WEEKDAY), ("figlint.toml", "rules = [\"calendar\"]\n")]);
    assert_eq!(found(&project, ""), "b.md weekday-mismatch error");
    project.write("figlint.toml", b"rules = [\"calender\"]\n");
    let said = stderr(&project.run("check").code(2));
    assert!(said.contains("did you mean the pack `calendar`?"), "{said}");
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
fn selections_are_extended() {
    let project = Project::new(&[("a.md", SUM), ("b.md", WEEKDAY), ("figlint.toml", "select = [\"calendar\"]\n")]);
    assert_eq!(found(&project, ""), "b.md weekday-mismatch error");
    let both = "a.md sum-mismatch error\nb.md weekday-mismatch error";
    assert_eq!(found(&project, "--extend-select arithmetic"), both);
    assert_eq!(found(&project, "--isolated --extend-select arithmetic"), both, "all rules run already");
    project.run("check --extend-select arithmetics").code(2);
}

#[test]
fn excluded_texts_are_read_only_when_they_are_named() {
    let project = Project::new(&[
        ("a.md", SUM),
        ("old/b.md", SUM),
        ("old/deep/c.md", SUM),
        ("figlint.toml", "exclude = [\"old/\"]\n"),
    ]);
    let files = |args: &str| stdout(&project.run(&format!("check --show-files {args}")).success());
    assert_eq!(files(""), "a.md\n");
    assert_eq!(files("--exclude a.md --no-ignore"), "");
    assert_eq!(files("old/b.md"), "old/b.md\n");
    assert_eq!(files("a.md old/b.md old/deep/c.md --force-exclude"), "a.md\n");
    assert_eq!(files("--isolated"), "a.md\nold/b.md\nold/deep/c.md\n");
}

#[test]
fn groups_are_held_against_each_other_only_inside() {
    let killed = |count: &str| {
        format!("---\ndate: 2024-06-20\n---\n\nIn 2022, {count} people were killed in Haiti, the ministry said.\n")
    };
    let groups = "across = \"groups\"\n[[group]]\npaths = [\"en/*.md\"]\n[[group]]\npaths = [\"uk/*.md\"]\n";
    let (low, high) = (killed("1,240"), killed("2,130"));
    let project = Project::new(&[("en/a.md", &low), ("uk/a.md", &high), ("figlint.toml", groups)]);
    project.run("check").code(0);
    project.run("check --isolated").code(1);
    project.write("en/b.md", high.as_bytes());
    project.run("check").code(1);
    project.write("figlint.toml", b"across = \"groups\"\n");
    let run = project.run("check").code(2);
    assert!(stderr(&run).contains("the configuration names none"), "{}", stderr(&run));
}

#[test]
fn names_and_measures_can_stand_in_the_configuration() {
    let project = Project::new(&[
        ("a.md", "Marovia has 846 lighthouses.\n"),
        (
            "figlint.toml",
            "[[entity]]\nname = \"Marovia\"\nkind = \"place\"\n[[measure]]\nid = \"lights\"\ncounts = \"thing\"\n\
             nouns = [\"lighthouses\"]\n",
        ),
    ]);
    let row: serde_json::Value =
        serde_json::from_str(&stdout(&project.run("extract --output-format jsonl").success())).expect("one figure");
    assert_eq!((row["measure"].as_str(), row["about"][0].as_str()), (Some("lights"), Some("Marovia")));
}

#[test]
fn settings_are_shown_with_the_place_that_they_come_from() {
    let project = Project::new(&[
        ("base.toml", "fail-on = \"any\"\nacross = \"off\"\n"),
        ("figlint.toml", "extend = \"base.toml\"\nfail-on = \"warning\"\n[widths]\nround_soft = 0.04\n"),
    ]);
    let lines = |args: &str| {
        let shown = stdout(&project.run(&format!("check --show-settings {args}")).success());
        let pairs = shown.lines().filter_map(|line| line.split_once("  # "));
        let pairs = pairs.map(|(set, from)| format!("{} | {from}", set.trim_end()));
        pairs.filter(|line| !line.contains("built in")).collect::<Vec<_>>().join("\n")
    };
    assert_eq!(
        lines(""),
        "extend = \"base.toml\" | figlint.toml:1\nfail-on = \"warning\" | figlint.toml:2\n\
         widths.round_soft = 0.04 | figlint.toml:4\nacross = \"off\" | base.toml:2"
    );
    assert!(lines("--fail-on never").starts_with("fail-on = \"never\" | command line\n"));
    assert_eq!(lines("--isolated"), "");
}

#[test]
fn init_writes_a_configuration_that_suits_and_never_over_another() {
    let project = Project::new(&[
        ("news/a.md", "The quay opened on 14/3/2024, 25/3/2024 and 30/3/2024.\n"),
        ("facts/a.toml", "[[fact]]\nid = \"a\"\nmeasure = \"deaths\"\nabout = [\"Peru\"]\nvalue = 31\n"),
        ("package.json", "{\"name\": \"x\", \"version\": 2}\n"),
        ("node_modules/x/README.md", SUM),
    ]);
    let said = stderr(&project.run("init").success());
    for line in ["1 in news", "facts/a.toml", "day-month", "node_modules/"] {
        assert!(said.contains(line), "{line} in {said}");
    }
    let shown = stdout(&project.run("check --show-settings").success());
    assert!(
        shown.contains("references = [\"facts/a.toml\"]") && shown.contains("date-order = \"day-month\""),
        "{shown}"
    );
    assert_eq!(stdout(&project.run("check --show-files").success()), "news/a.md\n");
    let said = stderr(&project.run("init").code(2));
    assert!(said.contains("figlint.toml is there already"), "{said}");
    project.run("init --force").success();
}

#[test]
fn completions_and_the_manual_name_the_commands() {
    let project = Project::new(&[]);
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        assert!(stdout(&project.run(&format!("completions {shell}")).success()).contains("extract"), "{shell}");
    }
    let manual = stdout(&project.run("man").success());
    assert!(manual.contains(".TH figlint 1") && manual.contains("FIGLINT CHECK"), "{manual}");
}

#[test]
fn the_hooks_take_what_figlint_reads() {
    let endings: Vec<&str> = figlint::document::ENDINGS.iter().map(|(ending, _)| *ending).collect();
    let wanted = format!("files: (?i)\\.({})$", endings.join("|"));
    let hooks = include_str!("../../.pre-commit-hooks.yaml");
    assert!(hooks.lines().any(|line| line.trim() == wanted), "no line is {wanted}");
}

#[test]
fn a_group_without_a_text_is_told() {
    let config = "across = \"groups\"\n[[group]]\npaths = [\"en/**\"]\n[[group]]\npaths = [\"fr/**\", \"ca/**\"]\n";
    let project = Project::new(&[("figlint.toml", config), ("en/a.md", SOUND)]);
    let run = project.run("check").code(0);
    assert!(stderr(&run).contains("no text belongs to the `[[group]]` of [\"fr/**\", \"ca/**\"]"), "{}", stderr(&run));
    assert!(!stderr(&run).contains("en/**"), "{}", stderr(&run));
    assert_eq!(stderr(&project.run("check en").code(0)), "");
}

#[test]
fn a_set_that_is_given_as_a_text_is_told() {
    let project =
        Project::new(&[("set.toml", "[[fact]]\nsays = \"Floods killed 120 people in Malawi in March 2024.\"\n")]);
    let run = project.run("check set.toml").code(0);
    assert!(
        stderr(&run).contains("set.toml is read as a text; a reference set is given with --reference"),
        "{}",
        stderr(&run)
    );
}

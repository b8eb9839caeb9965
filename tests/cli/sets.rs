//! Reference sets as users keep them: every format, their faults, `figlint facts`, and what is found with them.

use crate::project::{Project, SUM, WEEKDAY, stderr, stdout};

const NAMES: &str = include_str!("../../examples/names.toml");
const DRAFT: &str = "---\ndate: 2024-06-18\n---\nFloods in Marovia killed 864 people in the first three months of the year, \
                     and injured 424.\n\nThe floods have displaced 41,300 people in Marovia.\n";

/// The lines of JSON Lines findings as "path:line:column message".
fn findings(out: &str) -> Vec<String> {
    out.lines()
        .map(|line| {
            let one: serde_json::Value = serde_json::from_str(line).expect("a line is JSON");
            format!("{}:{}:{} {}", one["path"], one["line"], one["column"], one["message"]).replace('"', "")
        })
        .collect()
}

#[test]
fn every_format_says_the_same() {
    let toml: &[u8] = include_bytes!("../../examples/reference.toml");
    let sets: [(&str, &[u8]); 5] = [
        ("set.toml", toml),
        ("set.yaml", include_bytes!("../../examples/sets/facts.yaml")),
        ("set.json", include_bytes!("../../examples/sets/facts.json")),
        ("set.csv", include_bytes!("../../examples/sets/facts.csv")),
        ("set.xlsx", include_bytes!("../../examples/sets/facts.xlsx")),
    ];
    let mut seen = Vec::new();
    for (name, bytes) in sets {
        let project = Project::new(&[("draft.md", DRAFT), ("names.toml", NAMES)]);
        project.write(name, bytes);
        let run = project.run(&format!("check draft.md --rules names.toml --reference {name} --output-format jsonl"));
        assert_eq!(findings(&stdout(&run)).len(), 1, "{name}: {}", stdout(&run));
        let list = project.run(&format!("facts list {name} --rules names.toml")).code(0);
        seen.push(stdout(&list));
        let import = project.run(&format!("facts import {name}")).code(0);
        project.write("again.toml", stdout(&import).as_bytes());
        let again = project.run("facts list again.toml --rules names.toml").code(0);
        assert_eq!(stdout(&again), stdout(&list), "{name}");
    }
    seen.dedup();
    assert_eq!(seen.len(), 1, "{seen:?}");
}

#[test]
fn all_faults_of_a_set_in_one_run() {
    let project = Project::new(&[
        (
            "set.yaml",
            "- id: one\n  measure: dethas\n  value: 5\n- id: two\n  measure: \"deaths\n- id: three\n  measure: deaths\n  \
             value: 1,204\n  as_of: 2024-02-30\n",
        ),
        (
            "set.json",
            "[{\"id\": \"a\", \"measure\": \"deaths\", \"vlaue\": 3},\n {\"id\": \"b\", \"measure\": \"funding\", \"value\": 3}]\n",
        ),
        ("set.csv", "id;measure;about;value;soruce\nx;deaths;Peru;5;\nx;injured;Peru;6;\ny;deaths;Peru;7;;more\n"),
    ]);
    project.write("set.xlsx", include_bytes!("sets/faults.xlsx"));
    let found = |name: &str| {
        let run = project.run(&format!("check --reference {name} --output-format jsonl")).code(1);
        findings(&stdout(&run)).join("\n")
    };
    insta::assert_snapshot!(found("set.yaml"), @r#"
    set.yaml:2:12 the measure “dethas” is not known
    set.yaml:5:12 this is no valid YAML: while scanning a quoted scalar, found unexpected end of stream
    set.yaml:8:10 “1,204” is no number
    set.yaml:9:10 “2024-02-30” is no day of the calendar
    "#);
    insta::assert_snapshot!(found("set.json"), @r#"
    set.json:1:36 a fact has no key “vlaue”
    set.json:2:4 the currency is missing
    "#);
    insta::assert_snapshot!(found("set.csv"), @r#"
    set.csv:1:24 a reference set has no column “soruce”
    set.csv:3:1 the id “x” is already that of the fact in line 2
    set.csv:4:15 “y” contradicts “x” in line 2: both give deaths of the same, at the same time, with different values
    set.csv:4:18 this row has 6 cells, and the header only 5
    "#);
    insta::assert_snapshot!(found("set.xlsx"), @r#"
    set.xlsx:2:2 the measure “dethas” is not known
    set.xlsx:2:4 “2024-Q7” is no period of the calendar
    set.xlsx:3:6 people come in whole numbers, and 0.1 is none
    "#);
    let run = project.run("facts check --reference set.csv --reference set.json").code(1);
    assert!(stdout(&run).contains("faults."), "{}", stdout(&run));
}

#[test]
fn a_set_that_cannot_be_read_is_2() {
    let project = Project::new(&[
        ("draft.md", DRAFT),
        ("set.json", "{\"fact\": [\n  {\"id\" \"x\"}\n]}"),
        ("set.csv", "name,age\nAnn,5\n"),
        ("set.xlsx", "no workbook"),
        ("set.yaml", "[: }"),
    ]);
    for name in ["set.json", "set.csv", "set.xlsx", "set.yaml"] {
        let run = project.run(&format!("check draft.md --reference {name}")).code(2);
        assert!(stderr(&run).contains("cannot be read"), "{name}: {}", stderr(&run));
    }
    let run = project.run("check draft.md --reference set.json");
    assert!(stderr(&run).contains("set.json:2:"), "{}", stderr(&run));
}

#[test]
fn hashtags_say_what_columns_are() {
    let project = Project::new(&[
        (
            "draft.md",
            "---\ndate: 2024-06-30\n---\nFloods killed 13 people in Loreto, Peru, in the first quarter of 2024.\n",
        ),
        ("hxl.csv", include_str!("../../examples/sets/hxl.csv")),
    ]);
    let run = project.run("check draft.md --reference hxl.csv --output-format jsonl").code(1);
    insta::assert_snapshot!(findings(&stdout(&run)).join("\n"), @"draft.md:4:15 “13 people” does not agree with the reference set, which says 31: deaths; Peru, Loreto; 1 January to 31 March 2024");
}

#[test]
fn globs_and_several_sets() {
    let fact = |id: &str, value: u32| {
        format!(
            "[[fact]]\nid = \"{id}\"\nmeasure = \"deaths\"\nabout = [\"Peru\"]\nperiod = \"2023\"\nvalue = {value}\n"
        )
    };
    let project = Project::new(&[
        ("facts/a.toml", &fact("a", 5)),
        ("facts/b.toml", &fact("b", 6)),
        ("figlint.toml", "references = [\"facts/*.toml\"]\n"),
    ]);
    let run = project.run("check --output-format jsonl").code(1);
    insta::assert_snapshot!(findings(&stdout(&run)).join("\n"), @"facts/b.toml:6:9 “b” contradicts “a” in line 6 of facts/a.toml: both give deaths of the same, at the same time, with different values");
    let run = project.run("facts list").code(1);
    assert!(!stdout(&run).contains("deaths"), "of two that contradict each other none is used");
}

#[test]
fn the_short_form_says_what_it_cannot_pin_down() {
    let says = |text: &str, more: &str| format!("[[fact]]\nsays = \"{text}\"\n{more}\n");
    let set = [
        says("At least 5,400 people were displaced in Peru.", "as_of = 2024-04-19"),
        says("The floods killed 31 people in Peru in the first quarter of 2024.", "id = \"floods\""),
        says("Floods killed 31 people and injured 12 in Peru in 2023.", ""),
        says("The workshop sold 31 chairs in Peru in 2023.", ""),
        says("The blaze killed 31 people in 2023.", ""),
        says("The blaze killed 31 people in Peru.", ""),
        says("The blaze killed dozens in Peru in 2023.", ""),
        says("The blaze went on.", ""),
        says("The blaze killed 31 people.", "about = [\"Peru\", \"blaze\"]\nperiod = \"2023-05-02\""),
        says("The blaze killed 31 people in Peru in 2021.", "value = 31"),
    ];
    let project = Project::new(&[("set.toml", &set.join("\n"))]);
    let list = project.run("facts list set.toml").code(1);
    insta::assert_snapshot!(stdout(&list), @r#"
    id                            measure    about        when              value                 source
    displaced-peru-2024-04-19     displaced  Peru         as of 2024-04-19  at least 5400 person
    floods                        deaths     Peru         2024-Q1           31 person
    deaths-peru-blaze-2023-05-02  deaths     Peru, blaze  2023-05-02        31 person
    "#);
    let run = project.run("facts check --reference set.toml").code(1);
    insta::assert_snapshot!(
        stdout(&run).lines().filter(|line| line.starts_with("  x ") || line.starts_with("  help")).collect::<Vec<_>>().join("\n"),
        @r#"
        x the sentence states 2 figures: 31 people, 12
        help: write one sentence, and one fact, for each; or say with measure which is meant
        x the sentence cannot be used: what is counted is not known
        help: use a word that says it (killed, injured, displaced, pledged ...), or give measure, value
        x the sentence cannot be used: it names no place, person, body or event that is known
        help: name the country or another known place in the sentence, or give about = ["..."]
        x the sentence cannot be used: it says of no period and of no day
        help: write the period with its year, or give as_of = 2024-06-25, from which “last week” is
        x the sentence cannot be used: the figure is no number
        help: give measure, value and the rest as keys
        x the sentence states no figure
        help: write the figure as a number
        x value is what the sentence in “says” states
        help: leave out either “says” or “value”
        "#
    );
}

#[test]
fn tables_as_people_keep_them_become_facts() {
    let table = "Figures of the foreign desk;;;;;;\n\nId;Measure;About;Period;As of;Value;Colour\n\
                 a;deaths;Peru; Q1 2024;19 April 2024;1,660;red\n;;;;;;\nb;turnout;Zambia;August 2021;20/08/2021;70.6%;\n\
                 c;funding;Norway;2023;;$30 million;\nd;deaths;Chile;2023;04/05/2024;n/a;\ne;deaths;Chad;2023;;1.660;\n";
    let project = Project::new(&[("set.csv", table)]);
    let run = project.run("facts import set.csv").code(1);
    insta::assert_snapshot!(stdout(&run), @r#"
    [[fact]]
    id      = "a"
    measure = "deaths"
    about   = ["Peru"]
    period  = "2024-Q1"
    as_of   = 2024-04-19
    value   = 1660

    [[fact]]
    id      = "b"
    measure = "turnout"
    about   = ["Zambia"]
    period  = "2021-08"
    as_of   = 2021-08-20
    value   = 70.6

    [[fact]]
    id      = "c"
    measure = "funding"
    about   = ["Norway"]
    period  = "2023"
    value   = 30000000
    unit    = "USD"

    [[fact]]
    id      = "d"
    measure = "deaths"
    about   = ["Chile"]
    period  = "2023"
    as_of   = "04/05/2024"
    value   = "n/a"

    [[fact]]
    id      = "e"
    measure = "deaths"
    about   = ["Chad"]
    period  = "2023"
    value   = 1.660
    "#);
    let told = stderr(&run);
    let told: Vec<&str> = told.lines().filter(|line| line.starts_with("  ! ") || line.contains(",-[")).collect();
    insta::assert_snapshot!(told.join("\n"), @r#"
    ! a reference set has no column “Colour”
     ,-[set.csv:3:37]
    ! “n/a” is no number
     ,-[set.csv:8:32]
    ! “04/05/2024” is no day of the calendar
     ,-[set.csv:8:21]
    ! people come in whole numbers, and 1.660 is none
     ,-[set.csv:9:21]
    "#);
}

#[test]
fn drafts_give_their_own_place_to_facts() {
    let project = Project::new(&[(
        "draft.md",
        "---\ndate: 2024-06-18\nplace: \"Corvale, Ohio\"\n---\nTwo people were killed on Sunday. In Brill, nine people were hurt \
         on Sunday. Storms killed four people in Peru on Sunday.\n",
    )]);
    let run = project.run("facts from draft.md").code(0);
    let about: Vec<_> = stdout(&run).lines().filter(|line| line.starts_with("about")).map(str::to_owned).collect();
    assert_eq!(about, [r#"about   = ["Corvale", "Ohio"]"#, r#"about   = ["Peru"]"#]);
}

#[test]
fn drafts_become_facts() {
    let project = Project::new(&[(
        "draft.md",
        "---\ndate: 2024-06-18\n---\nFloods killed 120 people in Malawi in March, the health ministry said. The toll is not \
         final. Norway pledged $30 million. Between 300 and 400 people were injured in Malawi last year. Hundreds were \
         displaced.\n",
    )]);
    let run = project.run("facts from draft.md").code(0);
    insta::assert_snapshot!(stdout(&run), @r#"
    [[fact]]
    id      = "deaths-malawi-2024-03"
    measure = "deaths"
    about   = ["Malawi"]
    period  = "2024-03"
    as_of   = 2024-06-18
    value   = 120
    source  = "Floods killed 120 people in Malawi in March, the health ministry said."

    [[fact]]
    id       = "funding-norway-2024-06-18"
    measure  = "funding"
    about    = ["Norway"]
    as_of    = 2024-06-18
    value    = 30000000
    unit     = "USD"
    modality = "pledged"
    source   = "Norway pledged $30 million."

    [[fact]]
    id      = "injured-malawi-2023"
    measure = "injured"
    about   = ["Malawi"]
    period  = "2023"
    as_of   = 2024-06-18
    low     = 300
    high    = 400
    source  = "Between 300 and 400 people were injured in Malawi last year."
    "#);
    insta::assert_snapshot!(stderr(&run), @"
    3 facts; 1 figure is no fact (1: the figure is no number)
    Places, bodies and measures of your own are declared as [[entity]] and [[measure]] in figlint.toml.
    ");
    project.write("facts.toml", stdout(&run).as_bytes());
    project.run("facts check --reference facts.toml").code(0);
    let run = project.run("facts check draft.md --reference facts.toml").code(0);
    insta::assert_snapshot!(stdout(&run), @"3 facts, 0 faults. 1 text: 3 mentioned, 0 never.");
    project.write("other.md", b"---\ndate: 2024-06-18\n---\nIn Malawi, 120 people were killed in March.\n");
    let run = project.run("facts check other.md --reference facts.toml").code(0);
    insta::assert_snapshot!(stdout(&run), @r#"
    facts.toml:15: no text mentions “funding-norway-2024-06-18”
    facts.toml:26: no text mentions “injured-malawi-2023”
    3 facts, 0 faults. 1 text: 1 mentioned, 2 never.
    "#);
    let run = project.run("facts check").code(2);
    assert!(stderr(&run).contains("there is no reference set"), "{}", stderr(&run));
}

#[test]
fn a_trusted_text_serves_as_facts() {
    let project = Project::new(&[
        (
            "press.md",
            "---\ndate: 2024-04-02\n---\nThe floods killed 120 people in Malawi in March 2024, the ministry said.\n",
        ),
        ("draft.md", "---\ndate: 2024-06-18\n---\nThe floods killed 210 people in Malawi in March 2024.\n"),
        ("sound.md", "---\ndate: 2024-06-18\n---\nIn Malawi, about 120 people were killed in March 2024.\n"),
    ]);
    let run = project.run("check draft.md --against press.md --output-format jsonl").code(1);
    insta::assert_snapshot!(findings(&stdout(&run)).join("\n"), @"draft.md:4:19 “210 people” does not agree with press.md, which says 120: deaths; Malawi; March 2024");
    project.run("check sound.md --against press.md").code(0);
    let run = project.run("check --against press.md -q").code(1);
    assert!(!stdout(&run).contains("press.md:5"), "the trusted text is not linted");
    project.run("check sound.md --against none.md").code(2);
}

#[test]
fn strict_fails_for_facts_without_a_figure() {
    let set = "[[fact]]\nsays = \"Floods killed 120 people in Malawi in March 2024.\"\n";
    let more = format!("{set}\n[[fact]]\nsays = \"Floods killed 5 people in Chile in March 2024.\"\n");
    let project = Project::new(&[
        ("all.toml", set),
        ("more.toml", &more),
        ("draft.md", "---\ndate: 2024-06-18\n---\nThe floods killed 120 people in Malawi in March 2024.\n"),
        ("empty.md", "Nothing here.\n"),
    ]);
    project.run("check draft.md --reference all.toml --strict").code(0);
    project.run("check draft.md --reference more.toml").code(0);
    let run = project.run("check draft.md --reference more.toml --strict").code(1);
    assert!(stderr(&run).contains("no figure was held against the fact “deaths-chile-2024-03”"), "{}", stderr(&run));
    let run = project.run("check empty.md --strict").code(1);
    assert!(stderr(&run).contains("no figure was checked"), "{}", stderr(&run));
    let run = project.run("check draft.md --reference more.toml --statistics -q").code(0);
    insta::assert_snapshot!(stdout(&run), @r#"
    2  figures read
    1  compared with a fact
    0  compared inside the text or with the calendar
    0  compared with another text
    0  took part in the check of another figure
    1  not comparable
    1    that no rule looks at
    2  facts
    1  facts that met a figure
    1  facts that met none
    "#);
    let run = project.run("check empty.md --statistics -q").code(0);
    assert!(!stdout(&run).contains("facts"), "{}", stdout(&run));
}

#[test]
fn statistics_count_what_each_rule_found() {
    let project = Project::new(&[("a.md", &format!("{WEEKDAY}\n{SUM}")), ("b.md", SUM)]);
    let rows = "       2  sum-mismatch\n       1  weekday-mismatch\n";
    let run = project.run("check --statistics -q").code(1);
    assert!(stdout(&run).ends_with(rows), "{}", stdout(&run));
    let run = project.run("check --statistics --output-format concise").code(1);
    assert!(stderr(&run).ends_with(rows), "{}", stderr(&run));
    let run = project.run("check --output-format json").code(1);
    assert!(stdout(&run).contains("\"found_by_rule\":{\"sum-mismatch\":2,\"weekday-mismatch\":1}"), "{}", stdout(&run));
}

#[test]
fn percentages_of_a_workbook() {
    let project = Project::new(&[]);
    project.write("set.xlsx", include_bytes!("sets/percent.xlsx"));
    let run = project.run("facts list set.xlsx").code(0);
    for row in ["2022  70.6 %", "2017  78.5", "2013  85.9 %", "2007  100 percent"] {
        assert!(stdout(&run).contains(row), "{}", stdout(&run));
    }
    let run = project.run("facts import set.xlsx").code(0);
    assert!(stdout(&run).contains("value   = 70.6\nunit    = \"%\""), "{}", stdout(&run));
    project.write("set.csv", b"id,measure,about,period,value\na,turnout,Kenya,2022,70.6%\nb,deaths,Kenya,2022,5%\n");
    let run = project.run("facts check set.csv").code(1);
    assert!(stdout(&run).contains("\u{201c}5%\u{201d} is no number"), "{}", stdout(&run));
    assert!(stdout(&run).ends_with("1 fact, 1 fault.\n"), "{}", stdout(&run));
}

#[test]
fn a_set_that_is_not_there() {
    let project = Project::new(&[]);
    project.write("draft.md", b"Nine people were killed in Kenya in May 2024.\n");
    for command in ["facts check none.toml", "facts check --reference none.toml draft.md", "facts list none.toml"] {
        let run = project.run(command).code(2);
        assert!(stderr(&run).contains("there is no reference set `none.toml`"), "{}", stderr(&run));
        assert_eq!(stderr(&run).matches("none.toml").count(), 1, "{}", stderr(&run));
        assert_eq!(stdout(&run), "", "{command}");
    }
    let run = project.run("facts import draft.md").code(2);
    assert!(stderr(&run).contains("`draft.md` is no CSV, XLSX, YAML or JSON file"), "{}", stderr(&run));
    assert!(stderr(&run).contains("figlint facts from draft.md"), "{}", stderr(&run));
    let run = project.run("facts from draft.md").code(0);
    project.write("desk.toml", stdout(&run).as_bytes());
    let run = project.run("facts check desk.toml draft.md").code(0);
    insta::assert_snapshot!(stdout(&run), @"1 fact, 0 faults. 1 text: 1 mentioned, 0 never.");
}

#[test]
fn all_that_read_texts_read_them_as_the_configuration_says() {
    let project = Project::new(&[
        ("figlint.toml", "date-order = \"day-month\"\n"),
        (
            "set.toml",
            "[[fact]]\nid = \"quake\"\nmeasure = \"deaths\"\nabout = [\"Peru\"]\nperiod = \"2024-04-03\"\nvalue = 31\n",
        ),
        ("draft.md", "---\ndate: 2024-06-20\n---\nThe quake of 3/4/2024 killed 31 people in Peru.\n"),
    ]);
    let run = project.run("facts check set.toml draft.md").code(0);
    insta::assert_snapshot!(stdout(&run), @"1 fact, 0 faults. 1 text: 1 mentioned, 0 never.");
    let run = project.run("facts from draft.md").code(0);
    assert!(stdout(&run).contains("2024-04-03"), "{}", stdout(&run));
    let run = project.run("extract draft.md").code(0);
    assert!(stdout(&run).contains("3 April 2024"), "{}", stdout(&run));
}

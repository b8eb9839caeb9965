use super::*;

#[track_caller]
fn faults(files: &[(&str, &str)]) -> String {
    let loaded = load(files.iter().map(|(path, text)| Source::new(*path, *text)));
    let mut out = String::new();
    for fault in loaded.faults {
        let place = &fault.place;
        let help = fault.kind.help().unwrap_or_default();
        let at = format!("{}:{}:{}", place.path, place.start.line, place.start.column);
        out.push_str(format!("{at}: {fault} | {help}").trim_end());
        out.push('\n');
    }
    out
}

const SOUND: &str = "id = \"a-sum\"\ncheck = \"sum\"\nseverity = \"info\"\ntitle = \"t\"\nwhy = \"w\"\n";

#[test]
fn tells_every_fault_of_every_file() {
    let p = |path, text: &str| faults(&[(path, text)]);
    insta::assert_snapshot!(p("x/a-sum.toml", SOUND), @"");
    insta::assert_snapshot!(p("x/b.toml", "id = \n[x"), @r#"
    x/b.toml:1:6: this is not TOML: string values must be quoted, expected literal string |
    x/b.toml:2:3: this is not TOML: unclosed table, expected `]` |
    "#);
    insta::assert_snapshot!(p("x/b.toml", "id = \"b\"\ncheck = \"smu\"\nseverity = 3\n"), @r#"
    x/b.toml:2:9: there is no check `smu` | did you mean `sum`?
    x/b.toml:3:12: `severity` must be a string, and is a whole number |
    x/b.toml:1:1: the keys `title` and `why` are missing | add `title = ...`, `why = ...`
    "#);
    insta::assert_snapshot!(p("x/b.toml", SOUND), @"x/b.toml:1:6: the rule is called `a-sum` and its file `b.toml` | call the file `a-sum.toml`, or give the rule the file's name");
    insta::assert_snapshot!(p("x/A_Sum.toml", &SOUND.replace("a-sum", "A_Sum")), @"x/A_Sum.toml:1:6: `A_Sum` is not in kebab-case | write it in lower case with hyphens: `a-sum`");
    insta::assert_snapshot!(p("x/a-sum.toml", &SOUND.replace("info", "errror")), @"x/a-sum.toml:3:12: `errror` is no value for `severity` | did you mean `error`?");
    insta::assert_snapshot!(p("x/a-sum.toml", &format!("{}surprise = 1\n", SOUND.replace("\"sum\"", "\"weekday\""))), @"x/a-sum.toml:6:1: the check `weekday` cannot use this: unknown field `surprise`, there are no fields | there are no keys here");
    insta::assert_snapshot!(p("x/vocabulary.toml", "[[measure]]\nid = 3\n[[mesure]]\nid = \"x\"\n[[entity]]\nname = \"x\"\nkind = \"body\"\nalias = []\n"), @r#"
    x/vocabulary.toml:2:6: this measure cannot be used: invalid type: integer `3`, expected a string |
    x/vocabulary.toml:3:3: nothing reads the key `mesure` | did you mean `measure`?
    x/vocabulary.toml:8:1: this entity cannot be used: unknown field `alias`, expected one of `name`, `kind`, `within`, `also_within`, `aliases`, `demonyms`, `not`, `person_name`, `country` | did you mean `aliases`?
    "#);
    insta::assert_snapshot!(p("x/a-sum.toml", &format!("{SOUND}[[example]]\nfinds = 1\n")), @r#"
    x/a-sum.toml:7:9: `finds` must be a list of strings, and is a whole number |
    x/a-sum.toml:6:1: the key `text` is missing | add `text = ...`
    "#);
    insta::assert_snapshot!(faults(&[("x/a-sum.toml", SOUND), ("y/a-sum.toml", SOUND)]), @"y/a-sum.toml:1:6: `a-sum` is already the id of a rule in x/a-sum.toml | give one of the two another id and file name");
}

#[test]
fn users_rules_take_the_place_of_bundled_ones() {
    let own = SOUND.replace("a-sum", "sum-mismatch");
    let loaded = load(crate::rule::bundled().chain([Source::new("own/sum-mismatch.toml", own)]));
    assert_eq!(loaded.faults, []);
    let rules: Vec<_> = loaded.rules.iter().filter(|r| r.id == "sum-mismatch").collect();
    assert_eq!(rules.len(), 1);
    assert_eq!(rules[0].pack(), "own");
}

#[test]
fn faults_of_relations_and_bounds_point_at_the_word() {
    let relation = |says: &str| {
        let rule = SOUND.replace("\"sum\"", "\"relation\"");
        faults(&[
            (
                "x/vocabulary.toml",
                "[[measure]]\nid = \"deaths\"\ncounts = \"person\"\n[[measure]]\nid = \"injured\"\ncounts = \"person\"\n",
            ),
            (
                "x/a-sum.toml",
                &format!(
                    "{rule}[[relation]]\nname = \"x\"\nsays = \"{says}\"\n[[term]]\nname = \"toll\"\nbehind = [\"victims\"]\n"
                ),
            ),
        ])
    };
    insta::assert_snapshot!(relation("deaths + injured = toll"), @"");
    insta::assert_snapshot!(relation("deaths + injurde = toll"), @"x/a-sum.toml:8:18: the check `relation` cannot use this: there is no measure and no term `injurde`; did you mean `injured`? |");
    insta::assert_snapshot!(relation("deaths + injured"), @"x/a-sum.toml:8:9: the check `relation` cannot use this: the formula has no `=`; a formula is written like `killed + injured = casualties` |");
    let bound = |keys: &str| {
        let rule = SOUND.replace("\"sum\"", "\"implausible\"");
        faults(&[(
            "x/a-sum.toml",
            &format!("{rule}[[bound]]\nname = \"pace\"\nsource = \"s\"\nbeside = [\"ran\"]\n{keys}"),
        )])
    };
    insta::assert_snapshot!(bound("unit = \"km/h\"\nhigh = 45\n"), @"");
    insta::assert_snapshot!(bound("unit = \"precent\"\nhigh = 45\n"), @"x/a-sum.toml:10:8: the check `implausible` cannot use this: there is no unit `precent`; did you mean `percent`? |");
    insta::assert_snapshot!(bound("unit = \"km/h\"\n"), @"x/a-sum.toml:6:1: the check `implausible` cannot use this: the bound “pace” has neither `low` nor `high` |");
    insta::assert_snapshot!(bound("unit = \"km/h\"\nhihg = 45\n"), @"x/a-sum.toml:11:1: the check `implausible` cannot use this: unknown field `hihg`, expected one of `name`, `unit`, `low`, `high`, `beside`, `behind`, `words`, `not`, `certain`, `source` | did you mean `high`?");
}

#[test]
fn numbers_that_do_not_fit_are_faults() {
    insta::assert_snapshot!(faults(&[("x/a-sum.toml", &format!("{SOUND}most = 99999999999999999999\n"))]), @"x/a-sum.toml:6:8: the check `sum` cannot use this: invalid type: integer `99999999999999999999` as i128, expected any valid TOML value |");
}

proptest::proptest! {
    #[test]
    fn no_rule_file_panics(text in "(id = |check = |\"sum\"|\"|\\[\\[example\\]\\]|\n|[a-z0-9=\\[\\]{}., '\"\\-é])*") {
        let _ = load([Source::new("x/a.toml", text.as_str())]);
        let _ = load([Source::new("x/a-sum.toml", format!("{SOUND}{text}"))]);
    }
}

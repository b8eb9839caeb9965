//! Faults of reference sets, row by row.

use proptest::prelude::*;

use super::*;
use crate::vocabulary::{Declarations, Vocabulary};

fn vocabulary() -> Vocabulary {
    let all = Declarations::bundled();
    Vocabulary::new(all.measures, all.entities)
}

/// Every fault as "line:column message (help)", then the ids of the facts that were read.
fn shown(text: &str) -> String {
    let loaded = match load("set.toml", text, &vocabulary()) {
        Ok(loaded) => loaded,
        Err(error) => return format!("unreadable at {:?}: {error}", error.span),
    };
    let mut lines: Vec<_> = loaded
        .faults
        .iter()
        .map(|fault| {
            let at = fault.place.start;
            let help = fault.help.as_ref().map_or(String::new(), |help| format!(" ({help})"));
            format!("{}:{} {}{help}", at.line, at.column, fault.message)
        })
        .collect();
    let ids: Vec<_> = loaded.facts.iter().map(|fact| &*fact.id).collect();
    lines.push(format!("read: {}", ids.join(" ")));
    lines.join("\n")
}

fn row(extra: &str) -> String {
    shown(&format!("[[fact]]\nid = \"a\"\nmeasure = \"deaths\"\n{extra}"))
}

#[test]
fn sound_sets_have_no_fault() {
    let text = r#"
[[fact]]
id = "haiti-killed"
measure = "deaths"
about = ["haiti", "Gang  violence"]
period = "2024-Q1"
as_of = 2024-04-19
value = 1_660
source = "UN office"
tolerance = "1%"
qualifiers = ["Children"]
note = ""

[[fact]]
id = "rate"
measure = "exchange-rate"
unit = "USD/GBP"
value = 1.270
as_of = "2024-04-19"

[[fact]]
id = "people"
measure = "population"
about = "Haiti"
period = 2024
low = 11.1e6
high = 11.9e6
"#;
    let vocabulary = vocabulary();
    let loaded = load("set.toml", text, &vocabulary).expect("TOML");
    assert_eq!(loaded.faults, []);
    let [killed, rate, people] = &loaded.facts[..] else { panic!("three facts") };
    let haiti = vocabulary.entity("Haiti").map(Term::Entity);
    let violence = Term::Plain("gang violence".to_owned());
    assert_eq!(Some(&killed.about[0]), haiti.as_ref());
    assert_eq!(killed.about[1], violence);
    assert_eq!(killed.value, FactValue::Value(1660.into(), Hedge::None));
    assert_eq!(killed.unit, Unit::Person);
    assert_eq!(killed.qualifiers, ["child"]);
    assert_eq!(killed.tolerance, Some(Decimal::new(1, 2)));
    assert_eq!((killed.place.start.line, killed.place.start.column), (8, 9));
    assert_eq!(killed.place.span.slice(text), "1_660");
    assert_eq!(rate.unit_text.as_deref(), Some("USD/GBP"));
    assert_eq!(rate.as_of, killed.as_of);
    assert_eq!(people.value, FactValue::Range(11_100_000.into(), 11_900_000.into()));
    assert_eq!(people.period_text.as_deref(), Some("2024"));
}

#[test]
fn faults_of_one_fact() {
    insta::assert_snapshot!(row("value = 1\nmesure = 'x'"), @r#"
    5:1 a fact has no key “mesure” (did you mean “measure”?)
    read:
    "#);
    insta::assert_snapshot!(shown("[[fact]]\nmeasure = 'death'"), @r#"
    1:1 this fact has no id
    1:1 this fact has no value (give value, or low and high)
    2:11 the measure “death” is not known (did you mean “deaths”?)
    read:
    "#);
    insta::assert_snapshot!(row("value = 1\nlow = 2"), @r#"
    4:9 a fact has either value or low and high, not both
    read:
    "#);
    insta::assert_snapshot!(row("low = 3\nhigh = 2"), @r#"
    4:7 low is 3 and high only 2
    read:
    "#);
    insta::assert_snapshot!(row("low = 3"), @r#"
    4:7 high is missing (where only one bound is known, give value with hedge = "at_least" or "at_most")
    read:
    "#);
    insta::assert_snapshot!(row("value = '1,660'"), @r#"
    4:9 “1,660” is no number (write 1660, without quotation marks and separators)
    read:
    "#);
    insta::assert_snapshot!(row("value = 0x10"), @r#"
    4:9 value is a number that is not decimal (it takes a number without quotation marks, separators and units)
    read:
    "#);
    insta::assert_snapshot!(row("value = nan"), @r#"
    4:9 nan is no number of up to 28 digits
    read:
    "#);
    insta::assert_snapshot!(row("value = 1\nperiod = '2024-Q5'"), @r#"
    5:10 “2024-Q5” is no period of the calendar (write 2024-06-25, 2024-06, 2024-Q2, 2024-H1, 2024, or first/last: 2024-01-01/2024-03-31, 2024-03/..)
    read:
    "#);
    insta::assert_snapshot!(row("value = 1\nperiod = '2024-06/2024-03'"), @r#"
    5:10 “2024-06/2024-03” is no period of the calendar (write 2024-06-25, 2024-06, 2024-Q2, 2024-H1, 2024, or first/last: 2024-01-01/2024-03-31, 2024-03/..)
    read:
    "#);
    insta::assert_snapshot!(row("value = 1\nas_of = '2024-02-30'"), @r#"
    5:9 “2024-02-30” is no day of the calendar (write it like 2024-06-25)
    read:
    "#);
    insta::assert_snapshot!(row("value = 1\nas_of = 2024-02-30"), @r#"
    5:9 this is no valid TOML: invalid date, expected day between 01 and 29 (the whole table is left out until this is mended)
    read:
    "#);
    insta::assert_snapshot!(row("value = 1\nas_of = 2024-02-03T12:00:00Z"), @r#"
    5:9 as_of is a time of day (it takes a day such as 2024-06-25)
    read:
    "#);
    insta::assert_snapshot!(row("value = 1\nhedge = 'over'\nmodality = 'hoped'\nstatus = 'x'\nchange = 'up'"), @r#"
    5:9 hedge cannot be “over” (it is one of: none, about, nearly, just_under, more_than, just_over, less_than, at_least, at_most, up_to, most_of)
    6:12 modality cannot be “hoped” (it is one of: actual, planned, pledged, estimated)
    7:10 status cannot be “x” (it is one of: contested, settled)
    8:10 change cannot be “up” (it is one of: increase, decrease)
    read:
    "#);
    insta::assert_snapshot!(row("value = 1\nunit = 'USD'"), @r#"
    5:8 this measure is not counted in “USD” (its unit is “person”)
    read:
    "#);
    insta::assert_snapshot!(row("value = 1\nunit = 'UDS'"), @r#"
    5:8 “UDS” is no currency that is known (did you mean “USD”?)
    read:
    "#);
    insta::assert_snapshot!(row("value = 1\ntolerance = 0.01"), @r#"
    5:13 the tolerance is no percentage (write it like tolerance = "1%")
    read:
    "#);
    insta::assert_snapshot!(row("value = 1\nabout = [1]\nsource = 3"), @r#"
    5:9 about is a list (it takes a list of texts: ["Haiti", "gang violence"])
    6:10 source is a number (it takes a text in quotation marks)
    read:
    "#);
    insta::assert_snapshot!(row("says = 'x'"), @r#"
    4:8 the sentence states no figure (write the figure as a number)
    read:
    "#);
    insta::assert_snapshot!(shown("[[fact]]\nid = 'a'\nmeasure = 'funding'\nvalue = 3"), @r#"
    1:1 the currency is missing (give its ISO 4217 code: unit = "USD")
    read:
    "#);
}

#[test]
fn one_broken_table_hides_no_other() {
    insta::assert_snapshot!(shown("title = 1\n[[fact]]\nid = 'a'\nmeasure = 'deaths'\nvalue = 1\n[[fact]\nid = 'b'\n[[fact]]\nid = 'c'\nmeasure = 'deaths'\nvalue = 1,660\n[[fact]]\nid = 'd'\nmeasure = 'injured'\nvalue = 4\n[[facts]]\nid = 1\n"), @r#"
    1:1 a reference set has no key “title”
    6:8 this is no valid TOML: unclosed array table, expected `]` (the whole table is left out until this is mended)
    11:10 this is no valid TOML: unexpected key or value, expected newline, `#` (the whole table is left out until this is mended)
    16:3 a reference set has no key “facts” ([[fact]])
    read: a d
    "#);
    insta::assert_snapshot!(shown("[fact]\nid = 'a'\n"), @r#"
    1:1 “fact” is not a list of tables (write [[fact]] above every fact)
    read:
    "#);
    insta::assert_snapshot!(shown("fact = [3]\n"), @r#"
    1:9 this is no table with the keys of a fact
    read:
    "#);
    insta::assert_snapshot!(shown("hello there, this\nis not a set"), @"unreadable at 6..6: this is no TOML with [[fact]] tables: key with no value, expected `=`");
    insta::assert_snapshot!(shown(""), @"read:");
}

#[test]
fn facts_that_do_not_go_together() {
    let fact = |id: &str, rest: &str| format!("[[fact]]\nid = '{id}'\nmeasure = 'deaths'\nabout = ['Haiti']\n{rest}\n");
    let two = |a: &str, b: &str| shown(&(fact("a", a) + &fact("b", b)));
    insta::assert_snapshot!(shown(&(fact("a", "value = 1") + &fact("a", "value = 1"))), @r#"
    7:6 the id “a” is already that of the fact in line 2 (every fact needs an id of its own)
    read: a
    "#);
    insta::assert_snapshot!(two("value = 1", "value = 2"), @r#"
    10:9 “b” contradicts “a” in line 5: both give deaths of the same, at the same time, with different values (mend one of them, or mark both with status = "contested"; until then neither is used)
    read:
    "#);
    insta::assert_snapshot!(two("value = 1\nstatus = 'contested'", "value = 2\nstatus = 'contested'"), @"read: a b");
    insta::assert_snapshot!(two("value = 1\nas_of = 2024-01-01", "value = 2\nas_of = 2024-01-02"), @"read: a b");
    insta::assert_snapshot!(two("value = 5\nhedge = 'at_least'", "value = 7"), @"read: a b");
    insta::assert_snapshot!(two("value = 5\nhedge = 'at_least'", "low = 1\nhigh = 3"), @r#"
    11:7 “b” contradicts “a” in line 5: both give deaths of the same, at the same time, with different values (mend one of them, or mark both with status = "contested"; until then neither is used)
    read:
    "#);
    insta::assert_snapshot!(two("value = 1\nqualifiers = ['children']", "value = 2"), @"read: a b");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn no_text_panics(text in "\\PC{0,80}", key in "[a-z_]{1,8}", value in "[-0-9a-z\"'\\[\\]./_: ]{0,12}") {
        let vocabulary = Vocabulary::new(Vec::new(), Vec::new());
        for set in [
            text.clone(),
            format!("[[fact]]\n{text}\n[[fact]]\nid = 'a'"),
            format!("[[fact]]\nperiod = '{value}'\n{key} = {value}\nvalue = {value}\n"),
        ] {
            if let Ok(loaded) = load("set.toml", &set, &vocabulary) {
                for fault in loaded.faults {
                    prop_assert!(fault.place.span.end as usize <= set.len());
                }
            }
        }
    }

    #[test]
    fn no_set_in_any_format_panics(text in "[-\\PC\n\t,;#:'\"{}\\[\\]0-9a-z ]{0,60}", value in "[-0-9a-z\"'#&*!|>%@,;:.\u{e9} ]{0,12}") {
        let vocabulary = Vocabulary::new(Vec::new(), Vec::new());
        for set in [
            text.clone(),
            format!("- id: {value}\n  about: [{value}]\n{text}\n- id: b\n"),
            format!("{{\"fact\": [{{\"id\": \"{value}\", \"value\": {value}}}, {text}]}}"),
            format!("id,measure,value,about\na,\"{value},{text}\n{text},{value}\n"),
            format!("#adm0+name,#affected+killed,#date\n{value},{text}\n"),
        ] {
            for format in [Format::Toml, Format::Yaml, Format::Json, Format::Csv, Format::Workbook] {
                let mut loader = Loader::new(&vocabulary);
                if loader.add("set", &set, format).is_ok() {
                    for fault in loader.finish().faults {
                        prop_assert!(fault.place.span.end as usize <= set.len());
                    }
                }
            }
        }
    }
}

use super::*;
use crate::quantity::unit::Currency;

#[track_caller]
fn faults(text: &str) -> String {
    let mut out = String::new();
    for fault in parse(&Source::new("figlint.toml", text), 0).faults {
        let at = fault.place.start;
        let sort = if Parsed::is_warning(&fault) { "warning" } else { "error" };
        let help = fault.kind.help().unwrap_or_default();
        let line = format!("{}:{} {sort}: {fault} | {help}", at.line, at.column);
        out.push_str(line.trim_end());
        out.push('\n');
    }
    out
}

#[test]
fn reads_every_key() {
    let parsed = parse(
        &Source::new(
            "figlint.toml",
            r#"
extend = "../common.toml"
rules = ["rules", "extra.toml"]
references = ["facts/*.toml"]
exclude = ["archive/"]
select = ["calendar"]
ignore = ["weekday-mismatch"]
fail-on = "warning"
across = "groups"
locale = "en-CA"
date-order = "day-month"
fiscal-year-start = "april"
[severity]
sum-mismatch = "off"
[[group]]
name = "English"
paths = ["en/**", "uk/*.md"]
[[document]]
path = "drafts/*.md"
date = 2024-06-25
title = "A title"
place = "Haiti"
locale = "en-AU"
[[override]]
paths = ["old/**"]
ignore = ["sum-mismatch"]
severity = { calendar = "warning" }
[[entity]]
name = "Marovia"
kind = "place"
[[measure]]
id = "ships"
counts = "thing"
nouns = ["ships"]
[widths]
about = 0.1
"#,
        ),
        0,
    );
    assert_eq!(parsed.faults, []);
    let config = parsed.config;
    let words = |list: &[Written]| list.iter().map(|one| one.text.clone()).collect::<Vec<_>>();
    assert_eq!(config.extend.as_ref().map(|path| &*path.text), Some("../common.toml"));
    assert_eq!(words(&config.rules), ["rules", "extra.toml"]);
    assert_eq!(words(&config.references), ["facts/*.toml"]);
    assert_eq!(words(&config.exclude), ["archive/"]);
    assert_eq!((config.entities.len(), config.measures.len()), (1, 1));
    assert_eq!(words(&config.selection_places).len(), 5);
    let old = config.overrides.of("old/a.md").expect("it is one of the old texts");
    assert_eq!(old.severity_of("sum-mismatch", "arithmetic", Severity::Error), Severity::Off);
    assert_eq!(old.severity_of("weekday-mismatch", "calendar", Severity::Error), Severity::Warning);
    assert!(config.overrides.of("new/a.md").is_none());
    assert_eq!(config.selection.select, ["calendar"]);
    assert_eq!(config.selection.severity.get("sum-mismatch"), Some(&Severity::Off));
    assert_eq!(config.fail_on, Some(FailOn::Warning));
    assert_eq!((config.dates.order, config.dates.fiscal_start), (Some(DateOrder::DayMonth), Some(4)));
    assert_eq!(config.across, Some(Across::Groups));
    assert_eq!((config.groups.of("en/a/b.md"), config.groups.of("fr/a.md")), (Some(0), None));
    let given = config.documents.of("drafts/a.md");
    assert_eq!(given.date.map(|d| d.to_string()).as_deref(), Some("2024-06-25"));
    assert_eq!(given.money.map(Currency::code), Some("AUD"));
    let given = config.documents.of("other/a.md");
    assert_eq!((given.date, given.money.map(Currency::code)), (None, Some("CAD")));
    assert!(config.widths.is_some_and(|w| w.contains_key("about")));
}

#[test]
fn unknown_keys_warn_and_wrong_types_are_errors() {
    insta::assert_snapshot!(faults("refrences = []\nfail-on = \"eror\"\n"), @r#"
    1:1 warning: nothing reads the key `refrences` | did you mean `references`?
    2:11 error: `eror` is no value for `fail-on` | did you mean `error`?
    "#);
    insta::assert_snapshot!(faults("rules = \"x\"\nacross = 1\nselect = [1]\n"), @r#"
    1:9 error: `rules` must be a list of strings, and is a string |
    2:10 error: `across` must be a string, and is a whole number |
    3:11 error: `select` must be a list of strings, and is a whole number |
    "#);
    insta::assert_snapshot!(faults("[severity]\nsum-mismatch = \"loud\"\n"), @"2:16 error: `loud` is no value for `sum-mismatch` | the values are: error, warning, info, off");
    insta::assert_snapshot!(faults("[[document]]\ndate = \"2024-13-01\"\ntitel = \"x\"\n"), @r#"
    1:1 error: the key `path` is missing | add `path = ...`
    2:8 error: `2024-13-01` is no value for `date` | it must be an ISO 8601 day, like 2024-06-25
    3:1 warning: nothing reads the key `titel` | did you mean `title`?
    "#);
    insta::assert_snapshot!(faults("locale = \"en\"\n"), @"1:10 error: `en` is no value for `locale` | it must be a language and a country, like en-AU");
    insta::assert_snapshot!(faults("[[document]]\npath = \"a[\"\n"), @"2:8 error: `a[` is no value for `path` | it must be a glob, like drafts/*.md (unclosed character class; missing ']')");
    insta::assert_snapshot!(faults("date-order = \"dmy\"\nfiscal-year-start = \"apri\"\n"), @r"
    1:14 error: `dmy` is no value for `date-order` | the values are: day-month, month-day
    2:21 error: `apri` is no value for `fiscal-year-start` | did you mean `april`?
    ");
    insta::assert_snapshot!(faults("date-order = 1\nfiscal-year-start = 4\n"), @r"
    1:14 error: `date-order` must be a string, and is a whole number |
    2:21 error: `fiscal-year-start` must be a string, and is a whole number |
    ");
    insta::assert_snapshot!(faults("[[group]]\npaths = [\"a[\"]\n[[group]]\nname = \"x\"\n"), @"
    2:10 error: `a[` is no value for `paths` | it must be globs, like en/**/*.md (unclosed character class; missing ']')
    3:1 error: the key `paths` is missing | add `paths = ...`
    ");
    insta::assert_snapshot!(faults("rules = [\n"), @"1:10 error: this is not TOML: unclosed array, expected `]` |");
}

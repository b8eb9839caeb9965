//! The facts of reference sets as figlint understood them: a table for people, one object for machines.

use std::io::{self, Write};

use rust_decimal::Decimal;
use serde::Serialize;

use super::Look;
use crate::reference::{Fact, FactValue, Status, percentage_text};
use crate::vocabulary::Vocabulary;

const HEADS: [&str; 6] = ["id", "measure", "about", "when", "value", "source"];
/// Longer cells are cut; the machine format has everything.
const WIDEST: usize = 40;

/// A table with one line a fact.
pub fn table<'f>(
    facts: impl Iterator<Item = &'f Fact>,
    vocabulary: &Vocabulary,
    look: Look,
    out: &mut dyn Write,
) -> io::Result<()> {
    let rows: Vec<[String; 6]> = facts.map(|fact| row(fact, vocabulary)).collect();
    super::table(look, HEADS, &rows, WIDEST, out)
}

fn row(fact: &Fact, vocabulary: &Vocabulary) -> [String; 6] {
    let own = Line::new(fact, vocabulary);
    let mut measure = vec![own.measure];
    measure.extend(own.qualifiers.iter().map(String::as_str));
    measure.extend(own.change);
    measure.extend((own.modality != "actual").then_some(own.modality));
    let as_of = own.as_of.as_ref().map(|day| format!("as of {day}"));
    let when: Vec<&str> = own.period.into_iter().chain(as_of.as_deref()).collect();
    let number = match fact.value {
        FactValue::Value(value, _) => value.to_string(),
        FactValue::Range(low, high) => format!("{low} to {high}"),
    };
    let hedge = own.hedge.filter(|hedge| *hedge != "none").map(|hedge| hedge.replace('_', " "));
    let value: Vec<&str> =
        hedge.as_deref().into_iter().chain([number.as_str()]).chain(own.unit).chain(own.status).collect();
    [
        own.id.to_owned(),
        measure.join(" "),
        own.about.join(", "),
        when.join(", "),
        value.join(" "),
        own.source.unwrap_or_default().to_owned(),
    ]
}

/// `{"version":1,"facts":[...]}`, which is a reference set too.
pub fn json<'f>(facts: impl Iterator<Item = &'f Fact>, vocabulary: &Vocabulary, out: &mut dyn Write) -> io::Result<()> {
    let whole = Whole { version: 1, facts: facts.map(|fact| Line::new(fact, vocabulary)).collect() };
    serde_json::to_writer(&mut *out, &whole)?;
    out.write_all(b"\n")
}

#[derive(Serialize)]
struct Whole<'a> {
    version: u8,
    facts: Vec<Line<'a>>,
}

/// A fact with the names of its keys.
#[derive(Serialize)]
#[expect(clippy::struct_field_names, reason = "the names of the format")]
struct Line<'a> {
    id: &'a str,
    measure: &'a str,
    about: Vec<&'a str>,
    period: Option<&'a str>,
    as_of: Option<String>,
    value: Option<serde_json::Number>,
    low: Option<serde_json::Number>,
    high: Option<serde_json::Number>,
    hedge: Option<&'static str>,
    unit: Option<&'a str>,
    modality: &'static str,
    change: Option<&'static str>,
    qualifiers: &'a [String],
    status: Option<&'static str>,
    tolerance: Option<String>,
    source: Option<&'a str>,
    path: &'a str,
    line: u32,
    column: u32,
}

impl<'a> Line<'a> {
    fn new(fact: &'a Fact, vocabulary: &'a Vocabulary) -> Self {
        let (value, low, high, hedge) = match fact.value {
            FactValue::Value(value, hedge) => (exact(value), None, None, Some(hedge.name())),
            FactValue::Range(low, high) => (None, exact(low), exact(high), None),
        };
        let person = matches!(fact.unit, crate::quantity::Unit::Person).then_some("person");
        Self {
            id: &fact.id,
            measure: &vocabulary.measures[fact.measure.0 as usize].id,
            about: fact.about_text.iter().map(String::as_str).collect(),
            period: fact.period_text.as_deref(),
            as_of: fact.as_of.map(|day| day.to_string()),
            value,
            low,
            high,
            hedge,
            unit: person.or(fact.unit_text.as_deref()),
            modality: fact.modality.name(),
            change: fact.change.map(crate::quantity::Change::name),
            qualifiers: &fact.qualifiers,
            status: match fact.status {
                Status::Plain => None,
                Status::Contested => Some("contested"),
                Status::Settled => Some("settled"),
            },
            tolerance: fact.tolerance.and_then(percentage_text),
            source: fact.source.as_deref(),
            path: &fact.place.path,
            line: fact.place.start.line,
            column: fact.place.start.column,
        }
    }
}

/// The digits of a decimal as a JSON number.
fn exact(number: Decimal) -> Option<serde_json::Number> {
    number.to_string().parse().ok()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::reference::{Format, Loader, import, to_toml};
    use crate::vocabulary::Declarations;

    fn line() -> impl Strategy<Value = String> {
        let measure = prop::sample::select(vec![
            ("deaths", ""),
            ("injured", "unit = \"person\""),
            ("displaced", ""),
            ("funding", "unit = \"NOK\""),
            ("turnout", ""),
            ("exchange-rate", "unit = \"USD/GBP\""),
        ]);
        let value = prop_oneof![
            (0..9_000_000u32).prop_map(|n| format!("value = {n}")),
            (1..900u32, 1..900u32).prop_map(|(n, more)| format!("low = {n}\nhigh = {}", n + more)),
            (1..900u32).prop_map(|n| format!("value = {n}\nhedge = \"at_least\"")),
        ];
        let about = prop::sample::select(vec![
            "[\"Peru\"]",
            "[\"Chad\", \"gang violence\"]",
            "[\"\u{d1}uble \\\"x\\\"\"]",
            "[]",
        ]);
        let period = prop::sample::select(vec!["2023-Q1", "2022", "2023-05-02", "2023-03/..", "2023-01-01/2023-03-15"]);
        let rest = prop::sample::select(vec![
            "",
            "modality = \"pledged\"",
            "change = \"increase\"",
            "qualifiers = [\"children\"]",
            "status = \"settled\"\ntolerance = \"2.5%\"",
            "as_of = 2024-02-29\nsource = \"a\\\\b, \\\"c\\\"\"",
        ]);
        (measure, value, about, period, rest).prop_map(|((measure, unit), value, about, period, rest)| {
            format!("measure = \"{measure}\"\n{unit}\n{value}\nabout = {about}\nperiod = \"{period}\"\n{rest}\n")
        })
    }

    /// The facts of a set without their places.
    fn meant(set: &str, format: Format, vocabulary: &Vocabulary) -> (Vec<Fact>, String) {
        let mut loader = Loader::new(vocabulary);
        loader.add("set", set, format).expect("a set");
        let loaded = loader.finish();
        assert_eq!(loaded.faults, [], "{set}");
        let facts: Vec<Fact> = loaded.facts.iter().map(|fact| (**fact).clone()).collect();
        let lines = facts.iter().map(|fact| Line { path: "", line: 0, column: 0, ..Line::new(fact, vocabulary) });
        let lines = serde_json::to_string(&lines.collect::<Vec<_>>()).expect("JSON");
        (facts, lines)
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(48))]

        /// What the subcommands of `figlint facts` print are sets that say the same.
        #[test]
        fn printed_facts_load_again(rows in prop::collection::vec(line(), 1..4)) {
            static VOCABULARY: std::sync::LazyLock<Vocabulary> = std::sync::LazyLock::new(|| {
                let all = Declarations::bundled();
                Vocabulary::new(all.measures, all.entities)
            });
            // No two of them can contradict each other.
            let set: String = rows.iter().enumerate()
                .map(|(at, row)| format!("[[fact]]\nid = \"f{at}\"\nurl = \"u\"\n{}\n", row.replace("[]", &format!("[\"term {at}\"]")).replace("[\"Peru", &format!("[\"term {at}\", \"Peru"))))
                .map(|row| if row.contains("status") { row } else { format!("{row}status = \"contested\"\n") })
                .collect();
            let (facts, lines) = meant(&set, Format::Toml, &VOCABULARY);
            let mut listed = Vec::new();
            json(facts.iter(), &VOCABULARY, &mut listed).expect("memory");
            let listed = String::from_utf8(listed).expect("UTF-8");
            prop_assert_eq!(&meant(&listed, Format::Json, &VOCABULARY).1, &lines);
            let mut faults = Vec::new();
            let imported = import("set.json", &listed, Format::Json, &VOCABULARY, &mut faults).expect("a set");
            prop_assert_eq!(faults, []);
            prop_assert_eq!(&meant(&imported, Format::Toml, &VOCABULARY).1, &lines);
            let written: String = facts.iter().map(|fact| to_toml(fact, &VOCABULARY)).collect();
            prop_assert_eq!(&meant(&written, Format::Toml, &VOCABULARY).1, &lines);
        }
    }
}

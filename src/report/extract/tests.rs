//! Properties of rows: they stand in the file where they say, and what is printed of them reads back.

use std::sync::LazyLock;

use proptest::prelude::*;
use rust_decimal::Decimal;
use serde_json::Value;

use super::{CSV_HEADER, csv_cells, jsonl_row, rows};
use crate::lint::{Linter, Text};

static LINTER: LazyLock<Linter> = LazyLock::new(Linter::bundled);

/// What news of figures is made of, and what they stumble over.
const PIECES: &[&str] = &[
    "at least ",
    "2,500",
    "1.5 ",
    "7",
    "$",
    "€12m ",
    " million ",
    "a third ",
    "1/3 ",
    "half of ",
    "killed ",
    "people ",
    "including ",
    "Peru ",
    "on Monday, ",
    "3 May 2023 ",
    "last year ",
    "up ",
    "from ",
    "to ",
    "12-year-old ",
    "%",
    "and ",
    ", ",
    ". ",
    "\n\n",
    "\u{a0}",
    "東京",
    "café ",
    "\u{1f600}",
    "\"",
    "(",
    ")",
    "-",
    "–",
    "| 5 |\n",
    "<b>",
    "&amp;",
    "*9* ",
    "one hundred ",
    "dozens of ",
    "5 km ",
    "the ",
    "100000000000000000000000",
    "°C ",
    "½ ",
];

fn soup() -> impl Strategy<Value = String> {
    let piece = prop_oneof![6 => prop::sample::select(PIECES).prop_map(str::to_owned), 1 => "\\PC{0,4}"];
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

/// Reads a text and checks each of its rows.
fn holds(path: &str, source: &str) -> Result<(), TestCaseError> {
    let mut result = Ok(());
    let mut last = 0;
    let read = LINTER.with_readings(&Text::in_memory(path, source), |reading| {
        rows(reading, &mut |row| {
            if result.is_ok() {
                result = (|| {
                    let written = source.get(row.start as usize..row.end as usize);
                    prop_assert!(written.is_some_and(|text| !text.is_empty()), "{}..{}", row.start, row.end);
                    prop_assert!(path != "a.txt" || written == Some(row.text));
                    prop_assert!(last <= row.start);
                    last = row.start;
                    let mut line = Vec::new();
                    jsonl_row(row, &mut line);
                    let json: Value = serde_json::from_slice(&line).map_err(|e| TestCaseError::fail(e.to_string()))?;
                    for (key, value) in [("value", row.value), ("low", row.low), ("high", row.high)] {
                        prop_assert_eq!(
                            json[key].as_number().map(ToString::to_string).and_then(|n| n.parse().ok()),
                            value
                        );
                    }
                    prop_assert_eq!(json["text"].as_str(), Some(row.text));
                    let cells = csv_cells(row);
                    let cell = |name| CSV_HEADER.iter().position(|head| *head == name).map(|at| cells[at].as_str());
                    prop_assert_eq!(cell("value").and_then(|text| text.parse::<Decimal>().ok()), row.value);
                    prop_assert_eq!(cell("kind"), json["kind"].as_str());
                    Ok(())
                })();
            }
        });
    });
    prop_assert!(read.1.is_empty());
    result
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn rows_stand_where_they_say_and_read_back(source in soup()) {
        for path in ["a.txt", "a.md", "a.html"] {
            holds(path, &source)?;
        }
    }

    #[test]
    fn no_text_panics(source in "\\PC{0,80}") {
        holds("a.txt", &source)?;
    }
}

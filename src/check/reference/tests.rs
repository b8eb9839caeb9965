//! Why a figure differs from its fact, by what the set knows besides.

use std::fmt::Write as _;

use crate::lint::{Linter, Text};
use crate::reference::{Facts, load};

/// `id; measure; about; period; as_of; value; rest` a fact, with the text's likely causes as rows.
fn causes(facts: &[[&str; 6]], text: &str) -> String {
    let mut linter = Linter::bundled();
    let mut set = String::new();
    for (at, [measure, about, period, as_of, value, rest]) in facts.iter().enumerate() {
        let _ =
            writeln!(set, "[[fact]]\nid = \"f{at}\"\nmeasure = \"{measure}\"\nabout = [\"{about}\"]\nvalue = {value}");
        for (key, value) in [("period", period), ("as_of", as_of)] {
            if !value.is_empty() {
                let _ = writeln!(set, "{key} = \"{value}\"");
            }
        }
        let _ = writeln!(set, "{rest}");
    }
    let facts = load("set.toml", &set, &linter.vocabulary).expect("TOML");
    assert_eq!(facts.faults, []);
    linter.facts = Facts::new(facts.facts);
    linter.date = "2023-06-20".parse().ok();
    let findings = linter.lint(&[Text::in_memory("a.txt", text)]).findings;
    let row = |f: &crate::verdict::Finding| format!("{}: {}", f.rule, f.cause.as_deref().unwrap_or("-"));
    findings.iter().map(row).collect::<Vec<_>>().join("\n")
}

const KILLED: [&str; 6] = ["deaths", "Ecuador", "2023-Q1", "", "1930", ""];

#[test]
fn what_the_numbers_show() {
    let of = |text: &str| causes(&[KILLED], text);
    insta::assert_snapshot!(of("Gangs killed 19,300 people in Ecuador in the first quarter of 2023."), @"reference-mismatch: the two differ by a factor of ten");
    insta::assert_snapshot!(of("Gangs killed 1,390 people in Ecuador in the first quarter of 2023."), @"reference-mismatch: two digits may be exchanged: 1,390 and 1,930");
    insta::assert_snapshot!(of("Gangs killed 193 people in Ecuador in the first quarter of 2023."), @"reference-mismatch: the two differ by a factor of ten");
    insta::assert_snapshot!(of("Gangs killed 2,440 people in Ecuador in the first quarter of 2023."), @"reference-mismatch: -");
    let budget = ["budget", "Ecuador", "2022", "", "7200000000", "unit = \"USD\""];
    insta::assert_snapshot!(causes(&[budget], "Ecuador had a budget of $7.2 million in 2022."), @"reference-mismatch: the two differ by a factor of a thousand, as million and billion do");
}

#[test]
fn what_other_facts_show() {
    let injured = ["injured", "Ecuador", "2023-Q1", "", "975", ""];
    insta::assert_snapshot!(causes(&[KILLED, injured], "Gangs killed 2,905 people in Ecuador in the first quarter of 2023."), @"reference-mismatch: 1,930 (deaths) + 975 (injured) = 2,905: was “killed or injured” meant?");
    insta::assert_snapshot!(causes(&[KILLED, injured], "Gangs killed about 2,900 people in Ecuador in the first quarter of 2023."), @"reference-mismatch: 1,930 (deaths) + 975 (injured) = 2,905: was “killed or injured” meant?");
    let children = ["deaths", "Ecuador", "2023-Q1", "", "212", "qualifiers = [\"child\"]"];
    insta::assert_snapshot!(causes(&[KILLED, children], "Gangs killed 212 people in Ecuador in the first quarter of 2023."), @"reference-mismatch: 212 is the figure for “child” only");
    insta::assert_snapshot!(causes(&[KILLED, children], "Gangs killed 1,930 children in Ecuador in the first quarter of 2023."), @"reference-mismatch: 1,930 is the figure for all, and not for “child” only");
    let before = ["deaths", "Ecuador", "2022-Q4", "", "1471", ""];
    insta::assert_snapshot!(causes(&[KILLED, before], "Gangs killed 1,471 people in Ecuador in the first quarter of 2023."), @"reference-mismatch: 1,471 is the figure for 1 October to 31 December 2022");
    let peru = ["deaths", "Peru", "2023-Q1", "", "847", ""];
    insta::assert_snapshot!(causes(&[KILLED, peru], "Gangs killed 847 people in Ecuador in the first quarter of 2023."), @"reference-mismatch: 847 is the figure for Peru");
    let chile = ["deaths", "Chile", "2023-Q1", "", "847", ""];
    insta::assert_snapshot!(causes(&[KILLED, peru, chile], "Gangs killed 847 people in Ecuador in the first quarter of 2023."), @"reference-mismatch: -");
}

#[test]
fn earlier_figures_and_points() {
    let then = ["displaced", "Malawi", "", "2023-05-02", "48000", ""];
    let now = ["displaced", "Malawi", "", "2023-06-11", "61000", ""];
    insta::assert_snapshot!(causes(&[then, now], "The floods have displaced 48,000 people in Malawi."), @"reference-outdated: 48,000 was the figure as of 2 May 2023");
    let old = ["unemployment", "Chile", "2022-12", "", "7.9", "unit = \"percent\""];
    let new = ["unemployment", "Chile", "2023-04", "", "8.7", "unit = \"percent\""];
    let rise = ["unemployment", "Chile", "2023-04", "", "10.1", "unit = \"percent\"\nchange = \"increase\""];
    insta::assert_snapshot!(causes(&[old, new, rise], "Unemployment in Chile rose by 0.8% in April."), @"reference-mismatch: 0.8 is the difference in percentage points: 7.9% and 8.7%");
    insta::assert_snapshot!(causes(&[old, new], "Unemployment in Chile was 7.9% in April."), @"reference-mismatch: 7.9 is the figure for December 2022");
    insta::assert_snapshot!(causes(&[KILLED], "Gangs killed 2,023 people in Ecuador in the first quarter of 2023."), @"reference-mismatch: 2023 may be the year, and not the figure");
}

#[test]
fn every_reason_and_its_rank() {
    let of = |facts: &[[&str; 6]], text: &str| causes(facts, text);
    let hurt = ["injured", "Ecuador", "2023-Q1", "", "975", ""];
    let homes = |day, value| ["displaced", "Malawi", "", day, value, ""];
    let aid = ["funding", "Norway", "2022", "", "4300000000", "unit = \"NOK\""];
    let growth = ["inflation", "Ghana", "2023-03", "", "-1.4", "unit = \"percent\"\nchange = \"increase\""];
    // The figure of both together goes before a slip of digits.
    insta::assert_snapshot!(of(&[KILLED, hurt], "Gangs killed 2,905 people in Ecuador in the first quarter of 2023."), @"reference-mismatch: 1,930 (deaths) + 975 (injured) = 2,905: was “killed or injured” meant?");
    insta::assert_snapshot!(of(&[KILLED, hurt], "Gangs injured 2,905 people in Ecuador in the first quarter of 2023."), @"reference-mismatch: 975 (injured) + 1,930 (deaths) = 2,905: was “killed or injured” meant?");
    insta::assert_snapshot!(of(&[KILLED, hurt], "Gangs killed 975 people in Ecuador in the first quarter of 2023."), @"reference-mismatch: 975 is the figure for injured");
    insta::assert_snapshot!(of(&[homes("2023-05-02", "48000"), homes("2023-05-20", "52000"), homes("2023-06-11", "61000")], "The floods have displaced 52,000 people in Malawi."), @"reference-outdated: 52,000 was the figure as of 20 May 2023");
    insta::assert_snapshot!(of(&[aid], "Norway gave 4.3 million kroner in aid in 2022."), @"reference-mismatch: the two differ by a factor of a thousand, as million and billion do");
    insta::assert_snapshot!(of(&[aid], "Norway gave 430 million kroner in aid in 2022."), @"reference-mismatch: the two differ by a factor of ten");
    insta::assert_snapshot!(of(&[aid], "Norway gave 3.4 billion kroner in aid in 2022."), @"reference-mismatch: two digits may be exchanged: 3,400,000,000 and 4,300,000,000");
    insta::assert_snapshot!(of(&[KILLED], "Gangs killed 190 people in Ecuador in the first quarter of 2023."), @"reference-mismatch: a digit may be missing: 190 and 1,930");
    insta::assert_snapshot!(of(&[KILLED], "Gangs killed 9,130 people in Ecuador in the first quarter of 2023."), @"reference-mismatch: two digits may be exchanged: 9,130 and 1,930");
    insta::assert_snapshot!(of(&[growth], "Inflation in Ghana rose by 1.4 percent in March 2023."), @"reference-mismatch: the sign may be wrong");
    let peru = ["deaths", "Peru", "2023-Q1", "", "1390", ""];
    let before = ["deaths", "Ecuador", "2022-Q1", "", "1390", ""];
    insta::assert_snapshot!(of(&[KILLED, peru, before], "Gangs killed 1,390 people in Ecuador in the first quarter of 2023."), @"reference-mismatch: two digits may be exchanged: 1,390 and 1,930; or 1,390 is the figure for 1 January to 31 March 2022");
}

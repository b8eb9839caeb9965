//! Pairs of versions: what changed, and what stayed behind.

use std::fmt::Write as _;
use std::sync::LazyLock;

use proptest::prelude::*;

use super::*;
use crate::lint::{Linter, Text};
use crate::quantity::Widths;

mod behind;
mod changes;

static LINTER: LazyLock<Linter> = LazyLock::new(Linter::bundled);

fn compared(name: &str, old: &str, new: &str) -> (Compared, Vec<Behind>) {
    let read = |text: &str| {
        let text = Text::in_memory(name, &format!("---\ndate: 2024-03-08\n---\n\n{text}"));
        let mut version = Version::default();
        let checked = LINTER.check_text(&text, &mut |reading| version.add(reading));
        (version, LINTER.together([checked]))
    };
    let ((a, before), (b, after)) = (read(old), read(new));
    let texts = [Compared::of(a, b)];
    let behind = stayed_behind(&texts, &before, &after, &Widths::default());
    let [text] = texts;
    (text, behind)
}

/// A line for each change, then one for each figure that stayed behind.
fn p(old: &str, new: &str) -> String {
    in_file("draft.md", old, new)
}

fn in_file(name: &str, old: &str, new: &str) -> String {
    let (text, behind) = compared(name, old, new);
    let mut out = String::new();
    for change in text.changes() {
        let _ = match change {
            Change::Changed { old, new, aspects } => {
                let names: Vec<_> = aspects.iter().map(|aspect| aspect.name()).collect();
                writeln!(out, "{} -> {} ({})", old.text, new.text, names.join(", "))
            }
            Change::Appeared(new) => writeln!(out, "+ {}", new.text),
            Change::Vanished(old) => writeln!(out, "- {}", old.text),
        };
    }
    for behind in behind {
        let reason = match &behind.reason {
            Reason::Working(rule) => rule,
            Reason::Same => "same",
        };
        let now = behind.now.unwrap_or_else(|| "?".to_owned());
        let _ = writeln!(out, "behind: {} ({reason}), now {now}", behind.text);
    }
    out
}

const SENTENCES: [&str; 10] = [
    "The mill employs 340 people.",
    "Twelve men were hurt in Leeds on 4 March 2024.",
    "About $3.2 million went to 40 schools.",
    "Rents rose 25% from £800 to £1,000.",
    "The bridge is 340 metres long, the police said.",
    "Twelve men were hurt in York.",
    "It opened in 1987.",
    "Nobody came.",
    "Some 60 houses and 7 barns burned down, up from 12.",
    "Twelve men were hurt in Leeds.",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn a_text_differs_in_nothing_from_itself(at in prop::collection::vec(0..10usize, 0..12)) {
        let text = at.iter().map(|n| SENTENCES[*n]).collect::<Vec<_>>().join("\n\n");
        prop_assert_eq!(p(&text, &text), "");
    }

    #[test]
    fn exchanged_versions_exchange_what_appeared_and_vanished(
        a in prop::collection::vec(0..10usize, 0..12),
        b in prop::collection::vec(0..10usize, 0..12),
    ) {
        let text = |at: &[usize]| at.iter().map(|n| SENTENCES[*n]).collect::<Vec<_>>().join(" ");
        let sides = |changes: Vec<Change<'_>>| {
            let (mut appeared, mut vanished, mut changed) = (Vec::new(), Vec::new(), Vec::new());
            for change in changes {
                match change {
                    Change::Appeared(figure) => appeared.push(figure.place.span),
                    Change::Vanished(figure) => vanished.push(figure.place.span),
                    Change::Changed { old, new, aspects } => {
                        changed.push((old.place.span, new.place.span, aspects.to_vec()));
                    }
                }
            }
            appeared.sort();
            vanished.sort();
            changed.sort();
            (appeared, vanished, changed)
        };
        let (there, back) = (compared("draft.md", &text(&a), &text(&b)).0, compared("draft.md", &text(&b), &text(&a)).0);
        let (appeared, vanished, changed) = sides(there.changes());
        let (gone, come, turned) = sides(back.changes());
        let mut turned: Vec<_> = turned.into_iter().map(|(old, new, aspects)| (new, old, aspects)).collect();
        turned.sort();
        prop_assert_eq!((appeared, vanished, changed), (come, gone, turned));
    }
}

#[test]
fn long_texts_take_no_longer_by_the_sentence() {
    let line = |n: u32| format!("Town {} has {} wells and a mayor called {n}.\n\n", n * 7, n * 3);
    // Nothing stands where it stood, and a tenth is new on either side.
    let (text, turned): (String, String) = ((200..2000).map(line).collect(), (0..1800).rev().map(line).collect());
    let (compared, _) = compared("draft.md", &text, &turned);
    let of = |wanted: fn(&Change<'_>) -> bool| compared.changes().iter().filter(|change| wanted(change)).count();
    assert_eq!(of(|change| matches!(change, Change::Changed { .. })), 0);
    assert!(of(|change| matches!(change, Change::Appeared(_))) >= 600);
}

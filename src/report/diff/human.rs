//! The comparison for people: a line for each figure that changed, then what stayed behind with its lines.

use std::io::{self, Write};

use super::Difference;
use crate::diff::{Aspect, Change, Compared, Figure};
use crate::report::{Human, Look, Sources, count};

/// Prints changes and what stayed behind; closing lines only where they are wanted.
pub fn human(
    difference: Difference<'_>,
    look: Look,
    closing: bool,
    sources: &mut Sources,
    out: &mut dyn Write,
) -> io::Result<()> {
    let changes: Vec<Change<'_>> = difference.texts.iter().flat_map(Compared::changes).collect();
    let width = changes.iter().map(|change| spot(change).len()).max().unwrap_or_default();
    for change in &changes {
        let spot = spot(change);
        let told = told(change, look);
        writeln!(out, "{}{:pad$}  {told}", look.paint("2", &spot), "", pad = width - spot.len())?;
    }
    if !difference.behind.is_empty() {
        writeln!(out, "{}{}\n", if changes.is_empty() { "" } else { "\n" }, look.paint("1", "Stayed behind"))?;
        let drawing = Human::new(look);
        for behind in difference.behind {
            drawing.behind(behind, sources, out)?;
        }
    }
    if closing {
        let stayed = match difference.behind.len() as u64 {
            0 => "nothing stayed behind".to_owned(),
            n => format!("{n} stayed behind"),
        };
        let changed = match changes.len() as u64 {
            0 => "No figure changed".to_owned(),
            n => format!("{} changed", count(n, "figure", "figures")),
        };
        writeln!(out, "{changed}, {stayed}.")?;
    }
    Ok(())
}

/// Where a change is to be looked for: in the new version, but for what is gone.
fn spot(change: &Change<'_>) -> String {
    let (Change::Changed { new: figure, .. } | Change::Appeared(figure) | Change::Vanished(figure)) = change;
    format!("{}:{}", figure.place.shown_path(), figure.place.start.line)
}

fn told(change: &Change<'_>, look: Look) -> String {
    match change {
        Change::Changed { old, new, aspects } => {
            let shown = format!("{} -> {}", look.paint("31", &text(old)), look.paint("32", &text(new)));
            let named: Vec<String> = aspects.iter().filter_map(|aspect| words(*aspect, old, new)).collect();
            if named.is_empty() { shown } else { format!("{shown}  ({})", named.join("; ")) }
        }
        Change::Appeared(new) => format!("new: {}", look.paint("32", &text(new))),
        Change::Vanished(old) => format!("gone: {}", look.paint("31", &text(old))),
    }
}

/// A figure on one line.
fn text(figure: &Figure) -> String {
    figure.text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What differs, where the figures themselves do not show it.
fn words(aspect: Aspect, old: &Figure, new: &Figure) -> Option<String> {
    let (a, b) = (old.stated()?, new.stated()?);
    let source = |name: &Option<std::sync::Arc<str>>| name.as_deref().unwrap_or("none").to_owned();
    match aspect {
        Aspect::Precision => Some("rounded, or given more exactly".to_owned()),
        Aspect::Measure if old.text == new.text => Some("of something else".to_owned()),
        Aspect::Modality => Some(format!("{} -> {}", a.claim.modality.name(), b.claim.modality.name())),
        Aspect::Attribution => Some(format!("source: {} -> {}", source(&a.attribution), source(&b.attribution))),
        _ => None,
    }
}

//! The machine formats of `diff`: one change or figure that stayed behind a line, or all in one object.

use std::io::{self, Write};

use serde::Serialize;

use super::Difference;
use crate::diff::{Aspect, Behind, Change, Compared, Figure, Reason};
use crate::report::extract::Kind;
use crate::report::json::{LabelLine, Where, of_label, of_place};

/// One object a line: the changes in the order of the texts, then what stayed behind.
pub fn jsonl(difference: Difference<'_>, out: &mut dyn Write) -> io::Result<()> {
    for line in changes(difference) {
        serde_json::to_writer(&mut *out, &line)?;
        out.write_all(b"\n")?;
    }
    for behind in difference.behind {
        serde_json::to_writer(&mut *out, &of_behind(behind))?;
        out.write_all(b"\n")?;
    }
    Ok(())
}

/// `{"version":1,"changes":[...],"stayed_behind":[...],"summary":{...}}`.
pub fn json(difference: Difference<'_>, out: &mut dyn Write) -> io::Result<()> {
    let changes = changes(difference);
    let of = |name| changes.iter().filter(|line| line.change == name).count();
    let summary = Summary {
        changed: of("changed"),
        appeared: of("appeared"),
        vanished: of("vanished"),
        stayed_behind: difference.behind.len(),
    };
    let stayed_behind = difference.behind.iter().map(of_behind).collect();
    serde_json::to_writer(&mut *out, &Whole { version: 1, changes, stayed_behind, summary })?;
    out.write_all(b"\n")
}

#[derive(Serialize)]
struct Whole<'a> {
    version: u8,
    changes: Vec<ChangeLine<'a>>,
    stayed_behind: Vec<BehindLine<'a>>,
    summary: Summary,
}

#[derive(Serialize)]
struct Summary {
    changed: usize,
    appeared: usize,
    vanished: usize,
    stayed_behind: usize,
}

#[derive(Serialize)]
struct ChangeLine<'a> {
    /// `change`.
    r#type: &'static str,
    /// `changed`, `appeared` or `vanished`.
    change: &'static str,
    /// What differs: value, precision, hedge, unit, counted, measure, date, modality, attribution.
    aspects: Vec<&'static str>,
    /// The kind of figure, as `extract` has it.
    kind: &'static str,
    old: Option<FigureLine<'a>>,
    new: Option<FigureLine<'a>>,
}

#[derive(Serialize)]
struct FigureLine<'a> {
    #[serde(flatten)]
    place: Where<'a>,
    text: &'a str,
    value: Option<serde_json::Number>,
    hedge: &'static str,
    timex: Option<&'a str>,
    modality: &'static str,
    attribution: Option<&'a str>,
}

#[derive(Serialize)]
struct BehindLine<'a> {
    /// `stayed_behind`.
    r#type: &'static str,
    #[serde(flatten)]
    place: Where<'a>,
    text: &'a str,
    /// `working` or `same`.
    reason: &'static str,
    /// Whose working it is.
    rule: Option<&'a str>,
    message: &'a str,
    labels: Vec<LabelLine<'a>>,
    calculation: Option<&'a str>,
    /// What would stand there now, where that is known.
    now: Option<&'a str>,
}

fn changes(difference: Difference<'_>) -> Vec<ChangeLine<'_>> {
    difference.texts.iter().flat_map(Compared::changes).map(|change| of_change(&change)).collect()
}

fn of_change<'a>(change: &Change<'a>) -> ChangeLine<'a> {
    let (name, old, new, aspects) = match *change {
        Change::Changed { old, new, aspects } => ("changed", Some(old), Some(new), aspects),
        Change::Appeared(new) => ("appeared", None, Some(new), &[][..]),
        Change::Vanished(old) => ("vanished", Some(old), None, &[][..]),
    };
    ChangeLine {
        r#type: "change",
        change: name,
        aspects: aspects.iter().copied().map(Aspect::name).collect(),
        kind: new.or(old).map_or("number", |figure| kind(figure).name()),
        old: old.map(of_figure),
        new: new.map(of_figure),
    }
}

fn kind(figure: &Figure) -> Kind {
    match (figure.stated(), figure.date()) {
        (Some(stated), _) => Kind::of_claim(&stated.claim),
        (None, Some(date)) => Kind::of_date(date.kind),
        (None, None) => Kind::Number,
    }
}

fn of_figure(figure: &Figure) -> FigureLine<'_> {
    let stated = figure.stated();
    let value = stated.and_then(|stated| stated.claim.quantity.number.value());
    FigureLine {
        place: of_place(&figure.place),
        text: &figure.text,
        value: value.and_then(|value| value.normalize().to_string().parse().ok()),
        hedge: stated.map_or("none", |stated| stated.claim.quantity.hedge.name()),
        timex: figure.date().and_then(|date| date.timex.as_deref()),
        modality: stated.map_or("actual", |stated| stated.claim.modality.name()),
        attribution: stated.and_then(|stated| stated.attribution.as_deref()),
    }
}

fn of_behind(behind: &Behind) -> BehindLine<'_> {
    let (reason, rule) = match &behind.reason {
        Reason::Working(rule) => ("working", Some(&**rule)),
        Reason::Same => ("same", None),
    };
    BehindLine {
        r#type: "stayed_behind",
        place: of_place(&behind.place),
        text: &behind.text,
        reason,
        rule,
        message: &behind.message,
        labels: behind.labels.iter().map(of_label).collect(),
        calculation: behind.calculation.as_deref(),
        now: behind.now.as_deref(),
    }
}

//! reviewdog's diagnostics, one a line (<https://github.com/reviewdog/reviewdog/tree/master/proto/rdf>). Its columns
//! count bytes, as those of places do, and its ranges end behind the last character.

use std::io::{self, Write};

use serde::Serialize;

use super::outcome::message_with_notes;
use super::{Report, Sources};
use crate::span::LineColumn;
use crate::verdict::{Edit, Finding, Place, Severity};

/// One finding a line, by path and position.
pub fn rdjsonl(report: &Report<'_>, sources: &mut Sources, out: &mut dyn Write) -> io::Result<()> {
    for finding in &report.outcome.findings {
        serde_json::to_writer(&mut *out, &diagnostic(finding, sources))?;
        out.write_all(b"\n")?;
    }
    Ok(())
}

fn diagnostic<'a>(finding: &'a Finding, sources: &mut Sources) -> Diagnostic<'a> {
    let related = finding.labels.iter().map(|label| Related { message: &label.message, location: of(&label.place) });
    Diagnostic {
        message: message_with_notes(finding),
        location: of(&finding.primary),
        severity: match finding.severity {
            Severity::Error => "ERROR",
            Severity::Warning => "WARNING",
            Severity::Info | Severity::Off => "INFO",
        },
        source: Named { name: "figlint" },
        code: Code { value: &finding.rule },
        suggestions: suggestions(finding, sources),
        related_locations: related.collect(),
    }
}

/// The alternatives of the fix that are one edit of the same file; a suggestion holds no more.
fn suggestions<'a>(finding: &'a Finding, sources: &mut Sources) -> Vec<Suggestion<'a>> {
    let alternatives = finding.fix.iter().flat_map(|fix| &fix.alternatives);
    alternatives
        .filter_map(|alternative| match &alternative.edits[..] {
            [edit] if *edit.path == *finding.primary.path => {
                let range = range(&finding.primary, edit, sources.get(&edit.path)?.as_it_lies()?)?;
                Some(Suggestion { range, text: &edit.text })
            }
            _ => None,
        })
        .collect()
}

/// Lines and columns of an edit, counted from the finding, which is near it.
fn range(primary: &Place, edit: &Edit, text: &str) -> Option<Range> {
    let locate = |byte: u32| {
        let anchor = primary.span.start;
        let between = text.as_bytes().get(anchor.min(byte) as usize..anchor.max(byte) as usize)?;
        let ends = memchr::memchr_iter(b'\n', between).count() as u32;
        let line = if byte < anchor { primary.start.line - ends } else { primary.start.line + ends };
        let before = text.as_bytes().get(..byte as usize)?;
        let column = before.len() - memchr::memrchr(b'\n', before).map_or(0, |at| at + 1);
        Some(Position { line, column: column as u32 + 1 })
    };
    Some(Range { start: locate(edit.span.start)?, end: locate(edit.span.end)? })
}

fn of(place: &Place) -> Location<'_> {
    Location { path: &place.path, range: Range { start: position(place.start), end: position(place.end) } }
}

fn position(at: LineColumn) -> Position {
    Position { line: at.line, column: at.column }
}

#[derive(Serialize)]
struct Diagnostic<'a> {
    message: String,
    location: Location<'a>,
    severity: &'static str,
    source: Named,
    code: Code<'a>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    suggestions: Vec<Suggestion<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related_locations: Vec<Related<'a>>,
}

#[derive(Serialize)]
struct Location<'a> {
    path: &'a str,
    range: Range,
}

#[derive(Serialize)]
struct Range {
    start: Position,
    end: Position,
}

#[derive(Serialize)]
struct Position {
    line: u32,
    column: u32,
}

#[derive(Serialize)]
struct Named {
    name: &'static str,
}

#[derive(Serialize)]
struct Code<'a> {
    value: &'a str,
}

#[derive(Serialize)]
struct Suggestion<'a> {
    range: Range,
    text: &'a str,
}

#[derive(Serialize)]
struct Related<'a> {
    message: &'a str,
    location: Location<'a>,
}

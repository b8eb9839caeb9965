//! The machine formats of `check`, fixed from the first version: one finding a line, or all in one object.

use std::collections::BTreeMap;
use std::io::{self, Write};

use serde::Serialize;

use crate::lint::{Hidden, HiddenBy, Outcome, Passed, Tally};
use crate::verdict::{Finding, Fix, Label, Place, Severity};

/// What is printed besides the findings that are reported. Nothing, unless it is asked for.
#[derive(Clone, Copy, Debug, Default)]
pub struct Also {
    /// Passed verdicts, with the severity `passed`.
    pub passed: bool,
    /// Findings that are not reported, with the severity `suppressed` and one key more, `suppressed`.
    pub hidden: bool,
}

/// One finding a line, and what is asked for besides.
pub fn jsonl(outcome: &Outcome, also: Also, out: &mut dyn Write) -> io::Result<()> {
    for line in lines(outcome, also) {
        serde_json::to_writer(&mut *out, &line)?;
        out.write_all(b"\n")?;
    }
    Ok(())
}

/// `{"version":1,"findings":[...],"summary":{...}}`.
pub fn json(outcome: &Outcome, also: Also, out: &mut dyn Write) -> io::Result<()> {
    let whole = Whole { version: 1, findings: lines(outcome, also), summary: Summary::new(outcome) };
    serde_json::to_writer(&mut *out, &whole)?;
    out.write_all(b"\n")
}

#[derive(Serialize)]
struct Whole<'a> {
    version: u8,
    findings: Vec<Line<'a>>,
    summary: Summary<'a>,
}

#[derive(Serialize)]
#[expect(clippy::struct_field_names, reason = "the names of the format")]
struct Line<'a> {
    rule: &'a str,
    severity: &'static str,
    confidence: &'static str,
    message: &'a str,
    help: Option<&'a str>,
    #[serde(flatten)]
    place: Where<'a>,
    end_line: u32,
    end_column: u32,
    labels: Vec<LabelLine<'a>>,
    calculation: Option<&'a str>,
    cause: Option<&'a str>,
    fix: Option<FixLine<'a>>,
    fingerprint: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    suppressed: Option<SuppressedLine<'a>>,
}

#[derive(Serialize)]
struct SuppressedLine<'a> {
    /// `suppression`, `baseline` or `unchanged`.
    by: &'static str,
    /// What it would be.
    severity: &'static str,
    reason: Option<&'a str>,
    /// The line of the comment.
    line: Option<u32>,
}

#[derive(Serialize)]
pub(super) struct Where<'a> {
    path: &'a str,
    start: u32,
    end: u32,
    line: u32,
    column: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    locator: Option<&'a str>,
}

#[derive(Serialize)]
pub(super) struct LabelLine<'a> {
    #[serde(flatten)]
    place: Where<'a>,
    message: &'a str,
}

#[derive(Serialize)]
struct FixLine<'a> {
    safe: bool,
    alternatives: Vec<AlternativeLine<'a>>,
}

#[derive(Serialize)]
struct AlternativeLine<'a> {
    message: &'a str,
    edits: Vec<EditLine<'a>>,
}

#[derive(Serialize)]
struct EditLine<'a> {
    path: &'a str,
    start: u32,
    end: u32,
    text: &'a str,
}

#[derive(Serialize)]
struct Summary<'a> {
    texts: u64,
    figures: u64,
    errors: usize,
    warnings: usize,
    infos: usize,
    found_by_rule: BTreeMap<String, usize>,
    right: u64,
    right_by_rule: &'a BTreeMap<String, u64>,
    wrong: u64,
    /// A part or a level in the check of another figure.
    took_part: u64,
    not_checked: u64,
    not_checked_by_reason: BTreeMap<&'static str, u64>,
    unread_texts: usize,
    /// Findings that are not reported, by the reason; left out where there is none.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    suppressed: BTreeMap<&'static str, u64>,
}

impl<'a> Summary<'a> {
    fn new(outcome: &'a Outcome) -> Self {
        let tally: &Tally = &outcome.tally;
        let of = |severity| outcome.findings.iter().filter(|f| f.severity == severity).count();
        let mut reasons: BTreeMap<&str, u64> = tally.unchecked.iter().map(|(reason, n)| (reason.name(), *n)).collect();
        if tally.unspoken > 0 {
            reasons.insert("no_rule", tally.unspoken);
        }
        let mut suppressed = BTreeMap::new();
        for hidden in &outcome.hidden {
            *suppressed.entry(hidden.by.name()).or_default() += 1;
        }
        Self {
            texts: tally.texts,
            figures: tally.figures,
            errors: of(Severity::Error),
            warnings: of(Severity::Warning),
            infos: of(Severity::Info),
            found_by_rule: outcome.found_by_rule().into_iter().collect(),
            right: tally.right,
            right_by_rule: &tally.right_by_rule,
            wrong: tally.wrong,
            took_part: tally.took_part,
            not_checked: tally.not_checked(),
            not_checked_by_reason: reasons,
            unread_texts: outcome.errors.len() + tally.foreign as usize,
            suppressed,
        }
    }
}

/// Findings and what is asked for besides, in one order.
fn lines(outcome: &Outcome, also: Also) -> Vec<Line<'_>> {
    let passed: &[Passed] = if also.passed { &outcome.passed } else { &[] };
    let hidden: &[Hidden] = if also.hidden { &outcome.hidden } else { &[] };
    let mut all: Vec<Line<'_>> = outcome.findings.iter().map(of_finding).collect();
    all.extend(passed.iter().map(of_passed));
    all.extend(hidden.iter().map(of_hidden));
    all.sort_by(|a, b| {
        let [one, other] = [a, b].map(|line| (line.place.path, line.place.start, line.rule, line.place.end));
        one.cmp(&other)
    });
    all
}

fn of_finding(finding: &Finding) -> Line<'_> {
    Line {
        rule: &finding.rule,
        severity: finding.severity.name(),
        confidence: finding.confidence.name(),
        message: &finding.message,
        help: finding.help.as_deref(),
        place: of_place(&finding.primary),
        end_line: finding.primary.end.line,
        end_column: finding.primary.end.column,
        labels: finding.labels.iter().map(of_label).collect(),
        calculation: finding.calculation.as_deref(),
        cause: finding.cause.as_deref(),
        fix: finding.fix.as_ref().map(of_fix),
        fingerprint: &finding.fingerprint,
        suppressed: None,
    }
}

fn of_hidden(hidden: &Hidden) -> Line<'_> {
    let (reason, line) = match &hidden.by {
        HiddenBy::Suppression { reason, place } => (reason.as_deref(), Some(place.start.line)),
        HiddenBy::Baseline | HiddenBy::Unchanged => (None, None),
    };
    let severity = hidden.finding.severity.name();
    let suppressed = Some(SuppressedLine { by: hidden.by.name(), severity, reason, line });
    Line { severity: "suppressed", suppressed, ..of_finding(&hidden.finding) }
}

fn of_passed(passed: &Passed) -> Line<'_> {
    Line {
        rule: &passed.rule,
        severity: "passed",
        confidence: "high",
        message: &passed.message,
        help: None,
        place: of_place(&passed.primary),
        end_line: passed.primary.end.line,
        end_column: passed.primary.end.column,
        labels: passed.labels.iter().map(of_label).collect(),
        calculation: Some(&passed.calculation),
        cause: None,
        fix: None,
        fingerprint: &passed.fingerprint,
        suppressed: None,
    }
}

pub(super) fn of_place(place: &Place) -> Where<'_> {
    Where {
        path: &place.path,
        start: place.span.start,
        end: place.span.end,
        line: place.start.line,
        column: place.start.column,
        locator: place.locator.as_deref(),
    }
}

pub(super) fn of_label(label: &Label) -> LabelLine<'_> {
    LabelLine { place: of_place(&label.place), message: &label.message }
}

fn of_fix(fix: &Fix) -> FixLine<'_> {
    let alternatives = fix.alternatives.iter().map(|alternative| AlternativeLine {
        message: &alternative.message,
        edits: alternative
            .edits
            .iter()
            .map(|edit| EditLine { path: &edit.path, start: edit.span.start, end: edit.span.end, text: &edit.text })
            .collect(),
    });
    FixLine { safe: fix.safe, alternatives: alternatives.collect() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::span::{LineIndex, Span};
    use crate::verdict::{Alternative, Confidence, Edit};

    fn outcome() -> Outcome {
        let lines = LineIndex::new(b"one\ntwo 12\n");
        let primary = Place::of("a.md", &lines, Span::new(8, 10), "two 12");
        let edit = Edit { path: "a.md".to_owned(), span: primary.span, text: "13".to_owned() };
        let alternatives = vec![Alternative { message: "write 13".to_owned(), edits: vec![edit] }];
        let label = Label { place: Place::of("b.md", &lines, Span::new(0, 3), "one"), message: "13".to_owned() };
        let finding = Finding {
            rule: "figure-conflict".to_owned(),
            severity: Severity::Warning,
            confidence: Confidence::Medium,
            message: "12 and 13".to_owned(),
            help: None,
            primary,
            primary_label: String::new(),
            labels: vec![label],
            calculation: None,
            cause: Some("one was counted twice".to_owned()),
            fix: Some(Fix { safe: false, by_hand: None, alternatives }),
            fingerprint: "00".to_owned(),
        };
        Outcome { findings: vec![finding], ..Outcome::default() }
    }

    #[test]
    fn a_finding_is_the_line_of_the_format() -> io::Result<()> {
        let mut out = Vec::new();
        jsonl(&outcome(), Also::default(), &mut out)?;
        insta::assert_snapshot!(String::from_utf8_lossy(&out), @r#"{"rule":"figure-conflict","severity":"warning","confidence":"medium","message":"12 and 13","help":null,"path":"a.md","start":8,"end":10,"line":2,"column":5,"end_line":2,"end_column":7,"labels":[{"path":"b.md","start":0,"end":3,"line":1,"column":1,"message":"13"}],"calculation":null,"cause":"one was counted twice","fix":{"safe":false,"alternatives":[{"message":"write 13","edits":[{"path":"a.md","start":8,"end":10,"text":"13"}]}]},"fingerprint":"00"}"#);
        Ok(())
    }

    #[test]
    fn the_object_has_version_and_summary() -> io::Result<()> {
        let mut out = Vec::new();
        json(&Outcome::default(), Also::default(), &mut out)?;
        insta::assert_snapshot!(String::from_utf8_lossy(&out), @r#"{"version":1,"findings":[],"summary":{"texts":0,"figures":0,"errors":0,"warnings":0,"infos":0,"found_by_rule":{},"right":0,"right_by_rule":{},"wrong":0,"took_part":0,"not_checked":0,"not_checked_by_reason":{},"unread_texts":0}}"#);
        Ok(())
    }
}

//! The report for people: each finding with its lines drawn by miette, the working, the likely cause and what to do.

use std::fmt;
use std::io::{self, Write};

use miette::{Diagnostic, GraphicalReportHandler, GraphicalTheme, LabeledSpan, SourceCode};

use unicode_width::UnicodeWidthStr;

use super::outcome::{notes, ways};
use super::snippet::{Snippet, Spot};
use super::{Look, Sources};
use crate::diff::{Behind, Reason};
use crate::lint::{Hidden, HiddenBy, Passed};
use crate::verdict::{Finding, Label, Place, Severity};

/// Something wrong that is no finding: a fault of a rule file or configuration, a text that cannot be read.
#[derive(Clone, Debug)]
pub struct Notice {
    /// Error or warning.
    pub severity: Severity,
    /// What is wrong.
    pub message: String,
    /// What would be right.
    pub help: Option<String>,
    /// Where, if it is somewhere in a file.
    pub place: Option<Place>,
}

/// Draws findings and notices.
#[derive(Debug)]
pub struct Human {
    look: Look,
    handler: GraphicalReportHandler,
}

/// What miette leaves of the terminal's width for a line of text: the line number, the frame and some air.
const FRAME: usize = 10;
/// Columns of a terminal in which every one is needed.
const NARROW: usize = 60;

impl Human {
    /// For an output that can show this much.
    pub fn new(look: Look) -> Self {
        let theme = match (look.color, look.unicode) {
            (true, _) => GraphicalTheme::unicode(),
            (false, true) => GraphicalTheme::unicode_nocolor(),
            (false, false) => GraphicalTheme::none(),
        };
        let handler =
            GraphicalReportHandler::new_themed(theme).with_width(look.width).with_links(false).with_context_lines(1);
        Self { look, handler }
    }

    /// A finding.
    pub fn finding(&self, finding: &Finding, sources: &mut Sources, out: &mut dyn Write) -> io::Result<()> {
        let sure = format!("{} confidence", finding.confidence.name());
        self.finding_with(finding, &sure, sources, out)
    }

    /// A finding that is not reported, with the reason.
    pub fn hidden(&self, hidden: &Hidden, sources: &mut Sources, out: &mut dyn Write) -> io::Result<()> {
        let why = match &hidden.by {
            HiddenBy::Suppression { reason: Some(reason), .. } => format!("suppressed: {reason}"),
            HiddenBy::Suppression { reason: None, .. } => "suppressed".to_owned(),
            HiddenBy::Baseline => "known from the baseline".to_owned(),
            HiddenBy::Unchanged => "outside the changed lines".to_owned(),
        };
        self.finding_with(&hidden.finding, &why, sources, out)
    }

    fn finding_with(
        &self,
        finding: &Finding,
        remark: &str,
        sources: &mut Sources,
        out: &mut dyn Write,
    ) -> io::Result<()> {
        let header = format!("{} ({}, {remark})", finding.rule, finding.severity.name());
        let first = (&finding.primary, finding.primary_label.as_str());
        self.draw(&header, finding.severity, &finding.message, first, &finding.labels, sources, out)?;
        for (name, text) in notes(finding) {
            self.note(name, text, out)?;
        }
        if let Some(fix) = &finding.fix {
            self.note(if fix.safe { "safe fix" } else { "fix" }, &ways(fix), out)?;
        }
        writeln!(out)
    }

    /// A figure that is right.
    pub fn passed(&self, passed: &Passed, sources: &mut Sources, out: &mut dyn Write) -> io::Result<()> {
        let header = format!("{} (passed)", passed.rule);
        let first = (&passed.primary, "");
        self.draw(&header, Severity::Info, &passed.message, first, &passed.labels, sources, out)?;
        self.note("working", &passed.calculation, out)?;
        writeln!(out)
    }

    /// A figure that stayed behind when another one moved.
    pub fn behind(&self, behind: &Behind, sources: &mut Sources, out: &mut dyn Write) -> io::Result<()> {
        let header = match &behind.reason {
            Reason::Working(rule) => format!("stayed behind ({rule})"),
            Reason::Same => "stayed behind (the same figure)".to_owned(),
        };
        let first = (&behind.place, "");
        self.draw(&header, Severity::Warning, &behind.message, first, &behind.labels, sources, out)?;
        let notes = [("working", &behind.calculation), ("now", &behind.now)];
        for (name, text) in notes.into_iter().filter_map(|(name, text)| Some((name, text.as_deref()?))) {
            self.note(name, text, out)?;
        }
        writeln!(out)
    }

    /// A notice.
    pub fn notice(&self, notice: &Notice, sources: &mut Sources, out: &mut dyn Write) -> io::Result<()> {
        match &notice.place {
            Some(place) => {
                // miette draws nothing under a place of no width that has nothing to say.
                let label = if place.span.is_empty() { "here" } else { "" };
                let first = (place, label);
                self.draw("", notice.severity, &notice.message, first, &[], sources, out)?;
            }
            None => self.render(&Drawing::new("", notice.severity, &notice.message), out)?,
        }
        if let Some(help) = &notice.help {
            self.note("help", help, out)?;
        }
        writeln!(out)
    }

    #[expect(clippy::too_many_arguments, reason = "the parts of one drawing; a struct would be filled at three calls")]
    fn draw(
        &self,
        header: &str,
        severity: Severity,
        message: &str,
        first: (&Place, &str),
        labels: &[Label],
        sources: &mut Sources,
        out: &mut dyn Write,
    ) -> io::Result<()> {
        let all = std::iter::once(first).chain(labels.iter().map(|label| (&label.place, label.message.as_str())));
        let (mut spots, mut missing) = (Vec::new(), Vec::new());
        for (place, label) in all {
            match sources.get(&place.path) {
                Some(shown) if shown.text().get(shown.span(place.span).range()).is_some() => {
                    spots.push(Spot { place, span: shown.span(place.span), text: shown.text(), label });
                }
                _ => missing.push((place, label)),
            }
        }
        let mut drawing = Drawing::new(header, severity, message);
        if !spots.is_empty() {
            drawing.snippet = Some(Snippet::new(&spots, self.look.width.saturating_sub(FRAME).max(24)));
        }
        self.render(&drawing, out)?;
        for (place, label) in missing {
            writeln!(out, "  {}:{}:{} {label}", place.shown_path(), place.start.line, place.start.column)?;
        }
        Ok(())
    }

    fn render(&self, drawing: &Drawing<'_>, out: &mut dyn Write) -> io::Result<()> {
        let mut text = String::new();
        self.handler
            .render_report(&mut text, drawing)
            .map_err(|_| io::Error::other("internal error: a report could not be drawn"))?;
        for line in text.lines() {
            writeln!(out, "{}", line.trim_end())?;
        }
        Ok(())
    }

    /// A line below the snippet, wrapped under itself.
    fn note(&self, name: &str, text: &str, out: &mut dyn Write) -> io::Result<()> {
        // In a narrow terminal there is no room for a column below the name.
        let indent = if self.look.width < NARROW { 4 } else { name.len() + 4 };
        write!(out, "  {}", self.look.paint("36", &format!("{name}:")))?;
        let mut column = name.len() + 3;
        for (n, word) in text.split_whitespace().enumerate() {
            let width = UnicodeWidthStr::width(word);
            if n > 0 && column + 1 + width > self.look.width {
                write!(out, "\n{:indent$}{word}", "")?;
                column = indent + width;
            } else {
                write!(out, " {word}")?;
                column += 1 + width;
            }
        }
        writeln!(out)
    }
}

/// What miette draws.
#[derive(Debug)]
struct Drawing<'a> {
    header: &'a str,
    severity: Severity,
    message: &'a str,
    snippet: Option<Snippet>,
}

impl<'a> Drawing<'a> {
    fn new(header: &'a str, severity: Severity, message: &'a str) -> Self {
        Self { header, severity, message, snippet: None }
    }
}

impl fmt::Display for Drawing<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.message)
    }
}

impl std::error::Error for Drawing<'_> {}

impl Diagnostic for Drawing<'_> {
    fn code<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        (!self.header.is_empty()).then(|| Box::new(self.header) as Box<dyn fmt::Display>)
    }

    fn severity(&self) -> Option<miette::Severity> {
        Some(match self.severity {
            Severity::Error => miette::Severity::Error,
            Severity::Warning => miette::Severity::Warning,
            Severity::Info | Severity::Off => miette::Severity::Advice,
        })
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        self.snippet.as_ref().map(|snippet| snippet as &dyn SourceCode)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        let snippet = self.snippet.as_ref()?;
        Some(Box::new(snippet.labels()))
    }
}

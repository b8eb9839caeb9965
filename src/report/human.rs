//! The report for people: each finding with its lines drawn by miette, the working, the likely cause and what to do.

use std::fmt;
use std::io::{self, Write};

use miette::{Diagnostic, GraphicalReportHandler, GraphicalTheme, LabeledSpan, SourceCode};

use super::snippet::{Snippet, Spot};
use super::{Look, Sources};
use crate::lint::Passed;
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
        let header =
            format!("{} ({}, {} confidence)", finding.rule, finding.severity.name(), finding.confidence.name());
        let first = (&finding.primary, finding.primary_label.as_str());
        self.draw(&header, finding.severity, &finding.message, first, &finding.labels, sources, out)?;
        self.note("working", finding.calculation.as_deref(), out)?;
        self.note("likely cause", finding.cause.as_deref(), out)?;
        self.note("help", finding.help.as_deref(), out)?;
        writeln!(out)
    }

    /// A figure that is right.
    pub fn passed(&self, passed: &Passed, sources: &mut Sources, out: &mut dyn Write) -> io::Result<()> {
        let header = format!("{} (passed)", passed.rule);
        let first = (&passed.primary, "");
        self.draw(&header, Severity::Info, &passed.message, first, &passed.labels, sources, out)?;
        self.note("working", Some(&passed.calculation), out)?;
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
        self.note("help", notice.help.as_deref(), out)?;
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
            drawing.snippet = Some(Snippet::new(&spots, self.look.width.saturating_sub(FRAME).max(40)));
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
    fn note(&self, name: &str, text: Option<&str>, out: &mut dyn Write) -> io::Result<()> {
        let Some(text) = text else {
            return Ok(());
        };
        let indent = name.len() + 4;
        let room = self.look.width.saturating_sub(indent).max(30);
        write!(out, "  {}", self.look.paint("36", &format!("{name}:")))?;
        let mut used = room + 1;
        let mut first = true;
        for word in text.split_whitespace() {
            let width = unicode_width::UnicodeWidthStr::width(word);
            if used + 1 + width > room && !first {
                write!(out, "\n{:indent$}{word}", "")?;
                used = width;
            } else {
                write!(out, " {word}")?;
                used = if first { width } else { used + 1 + width };
            }
            first = false;
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

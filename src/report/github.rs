//! Annotations of GitHub Actions: one workflow command a finding, which GitHub shows beside the line in the pull
//! request. It shows ten of each level a step and drops the rest, so the worst come first and the rest is counted.

use std::io::{self, Write};

use super::columns::Columns;
use super::outcome::{by_severity, message_with_notes};
use super::{Report, Sources};
use crate::verdict::{Finding, Severity};

/// What GitHub shows of each level in one step
/// (<https://docs.github.com/en/rest/checks/runs>, "Annotations", and the limits of workflow commands).
const SHOWN: usize = 10;

/// `::error file=draft.md,line=3,...::message`, the worst first.
pub fn github(report: &Report<'_>, sources: &mut Sources, out: &mut dyn Write) -> io::Result<()> {
    let findings = report.worst_first();
    let mut columns = Columns::new(sources);
    let of = |severity| findings.iter().filter(move |finding| finding.severity == severity);
    let notes = of(Severity::Info).count();
    let cut = notes > SHOWN || [Severity::Error, Severity::Warning].iter().any(|level| of(*level).count() > SHOWN);
    let mut hidden = Vec::new();
    for level in [Severity::Error, Severity::Warning, Severity::Info] {
        // The count of the rest is a notice itself.
        let room = if cut && level == Severity::Info { SHOWN - 1 } else { SHOWN };
        for (n, finding) in of(level).enumerate() {
            if n < room {
                annotation(finding, &mut columns, out)?;
            } else {
                hidden.push(*finding);
            }
        }
    }
    if cut {
        let rest = by_severity(hidden.iter().copied());
        let words = format!("Not shown here: {rest}. GitHub shows {SHOWN} findings of each level.");
        writeln!(out, "::notice title=figlint::{}", data(&words))?;
    }
    Ok(())
}

fn annotation(finding: &Finding, columns: &mut Columns<'_>, out: &mut dyn Write) -> io::Result<()> {
    let region = columns.region(&finding.primary);
    let level = match finding.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info | Severity::Off => "notice",
    };
    let (start, end) = (region.start, region.end);
    write!(out, "::{level} file={},line={},endLine={}", property(&finding.primary.path), start.line, end.line)?;
    // Columns are refused for more than one line.
    if start.line == end.line {
        write!(out, ",col={},endColumn={}", start.column, end.column)?;
    }
    let title = property(&format!("figlint {}", finding.rule));
    writeln!(out, ",title={title}::{}", data(&message_with_notes(finding)))
}

/// Text behind `::`, escaped as the runner reads it.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// The value of a property.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_ends_a_command_or_property_early() {
        assert_eq!(data("up 5%,\r\nnot: 4 ::"), "up 5%25,%0D%0Anot: 4 ::");
        assert_eq!(property("a,b: 100%.md"), "a%2Cb%3A 100%25.md");
    }
}

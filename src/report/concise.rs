//! One finding a line, as compilers print it and editors jump to it. Columns count bytes, as in the other reports for
//! people and in JSON.

use std::io::{self, Write};

use super::Report;

/// `draft.md:3:15: error sum-mismatch: the parts add up to ...`, by path and position.
pub fn concise(report: &Report<'_>, out: &mut dyn Write) -> io::Result<()> {
    for finding in &report.outcome.findings {
        let start = finding.primary.start;
        writeln!(
            out,
            "{}:{}:{}: {} {}: {}",
            finding.primary.path,
            start.line,
            start.column,
            finding.severity.name(),
            finding.rule,
            finding.message
        )?;
    }
    Ok(())
}

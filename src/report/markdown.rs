//! A summary in Markdown: for the page of a CI run (`GITHUB_STEP_SUMMARY`) or a comment on a merge request.

use std::fmt::Write as _;
use std::io::{self, Write};

use super::{Report, closing, count};

/// GitHub refuses summaries over 1 MiB; a table so long is read by nobody.
const MOST_BYTES: usize = 200_000;

/// The closing lines and a table of the findings, the worst first.
pub fn markdown(report: &Report<'_>, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "## figlint\n")?;
    for line in closing(&report.outcome.tally, &report.outcome.findings, report.rules).lines() {
        writeln!(out, "{}\n", escape(line))?;
    }
    let findings = report.worst_first();
    if findings.is_empty() {
        return Ok(());
    }
    writeln!(out, "| | Where | Rule | What |\n|---|---|---|---|")?;
    let mut written = 0;
    let mut row = String::new();
    for (n, finding) in findings.iter().enumerate() {
        row.clear();
        let (path, start) = (escape(&finding.primary.path), finding.primary.start);
        let (severity, message) = (finding.severity.name(), escape(&finding.message));
        let _ = write!(row, "| {severity} | {path}:{}:{} | {} | {message}", start.line, start.column, finding.rule);
        if let Some(cause) = &finding.cause {
            let _ = write!(row, "<br>likely cause: {}", escape(cause));
        }
        row.push_str(" |\n");
        written += row.len();
        if written > MOST_BYTES {
            let rest = (findings.len() - n) as u64;
            return writeln!(out, "\n{} not shown.", count(rest, "finding", "findings"));
        }
        out.write_all(row.as_bytes())?;
    }
    Ok(())
}

/// Text that Markdown shows as it is, in a table cell too.
pub(super) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '\n' | '\r' | '\t' => out.push(' '),
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '~' | '$' => {
                out.push('\\');
                out.push(c);
            }
            _ => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_shown_as_they_are() {
        insta::assert_snapshot!(escape("a | b\n<i>*5%*</i> [x](y) `$5` & \\"), @r"a \| b &lt;i&gt;\*5%\*&lt;/i&gt; \[x\](y) \`\$5\` &amp; \\");
    }
}

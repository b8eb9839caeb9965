//! JUnit's XML, which most CI systems show as a list of tests: one suite a text, one case a finding. Errors and
//! warnings are failures, notes are cases that passed with something to say, and a text that could not be read is an
//! error.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::{self, Write};

use super::Report;
use super::outcome::message_with_notes;
use crate::verdict::{Place, Severity};

/// One document with a suite for each text and each other file that has findings, by path.
pub fn junit(report: &Report<'_>, out: &mut dyn Write) -> io::Result<()> {
    let mut suites: BTreeMap<&str, Suite> = BTreeMap::new();
    for text in report.texts {
        suites.entry(&text.path).or_default();
    }
    for finding in &report.outcome.findings {
        let suite = suites.entry(&finding.primary.path).or_default();
        let said = message_with_notes(finding);
        let body = match finding.severity {
            Severity::Error | Severity::Warning => {
                suite.failures += 1;
                let (message, kind) = (value(&finding.message), finding.severity.name());
                format!("<failure message=\"{message}\" type=\"{kind}\">{}</failure>", escape(&said))
            }
            Severity::Info | Severity::Off => format!("<system-out>{}</system-out>", escape(&said)),
        };
        suite.case(&finding.rule, Some(&finding.primary), &body);
    }
    if report.show_passed {
        for passed in &report.outcome.passed {
            suites.entry(&passed.primary.path).or_default().case(&passed.rule, Some(&passed.primary), "");
        }
    }
    for error in &report.outcome.errors {
        let suite = suites.entry(error.path()).or_default();
        suite.errors += 1;
        let message = value(&error.to_string());
        suite.case("unreadable", error.place(), &format!("<error message=\"{message}\" type=\"unreadable\"/>"));
    }
    for suite in suites.values_mut().filter(|suite| suite.tests == 0) {
        suite.case("figures", None, "");
    }
    let sum = |of: fn(&Suite) -> usize| suites.values().map(of).sum::<usize>();
    let (tests, failures, errors) = (sum(|s| s.tests), sum(|s| s.failures), sum(|s| s.errors));
    writeln!(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>")?;
    writeln!(out, "<testsuites name=\"figlint\" tests=\"{tests}\" failures=\"{failures}\" errors=\"{errors}\">")?;
    for (path, suite) in &suites {
        suite.write(path, out)?;
    }
    writeln!(out, "</testsuites>")
}

/// The cases of one file, written already, and how many they are.
#[derive(Default)]
struct Suite {
    tests: usize,
    failures: usize,
    errors: usize,
    /// Name, line and body of each.
    cases: Vec<(String, Option<u32>, String)>,
}

impl Suite {
    fn case(&mut self, name: &str, place: Option<&Place>, body: &str) {
        self.tests += 1;
        let mut name = name.to_owned();
        if let Some(place) = place {
            let _ = write!(name, " at {}:{}", place.start.line, place.start.column);
        }
        self.cases.push((name, place.map(|place| place.start.line), body.to_owned()));
    }

    fn write(&self, path: &str, out: &mut dyn Write) -> io::Result<()> {
        let path = value(path);
        writeln!(
            out,
            "  <testsuite name=\"{path}\" tests=\"{}\" failures=\"{}\" errors=\"{}\" skipped=\"0\">",
            self.tests, self.failures, self.errors
        )?;
        for (name, line, body) in &self.cases {
            write!(out, "    <testcase name=\"{}\" classname=\"{path}\" file=\"{path}\"", value(name))?;
            if let Some(line) = line {
                write!(out, " line=\"{line}\"")?;
            }
            if body.is_empty() {
                writeln!(out, "/>")?;
            } else {
                writeln!(out, ">{body}</testcase>")?;
            }
        }
        writeln!(out, "  </testsuite>")
    }
}

/// Text between tags. Characters that XML 1.0 cannot hold at all become U+FFFD.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '\r' => out.push_str("&#13;"),
            '\n' | '\t' => out.push(c),
            '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => out.push('\u{fffd}'),
            _ => out.push(c),
        }
    }
    out
}

/// The same as a value in double quotes, where a plain line end would be read as a space.
fn value(text: &str) -> String {
    escape(text).replace('"', "&quot;").replace('\n', "&#10;").replace('\t', "&#9;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_xml_cannot_hold_is_replaced() {
        assert_eq!(escape("a<b> & \"c\" ]]>\r\n\u{1b}[0m"), "a&lt;b&gt; &amp; \"c\" ]]&gt;&#13;\n\u{fffd}[0m");
        assert_eq!(value("\"a\"\n\tb"), "&quot;a&quot;&#10;&#9;b");
    }
}

//! What `figlint test` says of examples that do not come out: where the example stands, and the difference between
//! what it wants and what was found.

use std::io::{self, Write};

use similar::{ChangeTag, TextDiff};

use super::Look;
use crate::lint::Mismatch;

/// One example that does not come out.
pub fn mismatch(rule: &str, wrong: &Mismatch, look: Look, out: &mut dyn Write) -> io::Result<()> {
    let place = &wrong.place;
    let title = look.paint("1;31", &format!("{rule}: an example does not come out"));
    writeln!(out, "{title}")?;
    writeln!(out, "  {}:{}", place.path, place.start.line)?;
    for line in wrong.text.trim().lines() {
        writeln!(out, "  | {line}")?;
    }
    for fault in &wrong.faults {
        writeln!(out, "  its reference set: {fault}")?;
    }
    let (wanted, found) = (lines(&wrong.wanted), lines(&wrong.found));
    for change in TextDiff::from_lines(&wanted, &found).iter_all_changes() {
        let (sign, color) = match change.tag() {
            ChangeTag::Delete => ("- wanted:", "32"),
            ChangeTag::Insert => ("+ found: ", "31"),
            ChangeTag::Equal => ("          ", "0"),
        };
        let line = format!("{sign} {}", change.value().trim_end());
        writeln!(out, "  {}", look.paint(color, line.trim_end()))?;
    }
    writeln!(out)
}

fn lines(list: &[String]) -> String {
    let mut out = String::new();
    for line in list {
        out.push_str(&line.replace('\n', " "));
        out.push('\n');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::span::{LineIndex, Span};
    use crate::verdict::Place;

    #[test]
    fn shows_what_was_wanted_and_what_was_found() -> io::Result<()> {
        let wrong = Mismatch {
            place: Place::of("rules/x/y.toml", &LineIndex::new(b""), Span::new(0, 0), ""),
            text: "One.\nTwo.\n".to_owned(),
            wanted: vec!["a".to_owned(), "b".to_owned()],
            found: vec!["a".to_owned(), "c (it is wrong)".to_owned()],
            faults: Vec::new(),
        };
        let mut out = Vec::new();
        mismatch("y", &wrong, Look::PLAIN, &mut out)?;
        insta::assert_snapshot!(String::from_utf8_lossy(&out), @r#"
        y: an example does not come out
          rules/x/y.toml:1
          | One.
          | Two.
                     a
          - wanted: b
          + found:  c (it is wrong)
        "#);
        Ok(())
    }
}

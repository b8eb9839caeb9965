//! The formulas of relations as rule files write them: "killed + injured = casualties". Terms are named by words; a
//! fault points at the very word.

use std::ops::Range;

use crate::check::ParameterFault;

/// `a + b - c = d`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Formula {
    /// The terms on the left, each with whether it is taken away.
    pub parts: Vec<(bool, Name)>,
    /// The term on the right.
    pub whole: Name,
}

/// A term as it was written and where: bytes of the rule file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Name {
    pub text: String,
    pub span: Range<usize>,
}

impl Formula {
    /// Reads a formula; `start` is the byte of the rule file at which its text begins.
    pub(super) fn read(text: &str, start: usize) -> Result<Self, ParameterFault> {
        let fault = |span: Range<usize>, message: &str| ParameterFault {
            message: format!("{message}; a formula is written like `killed + injured = casualties`"),
            key: None,
            span: Some(start + span.start..start + span.end),
        };
        let Some(equals) = text.find('=') else {
            return Err(fault(0..text.len(), "the formula has no `=`"));
        };
        if let Some(second) = text[equals + 1..].find('=') {
            let at = equals + 1 + second;
            return Err(fault(at..at + 1, "the formula has a second `=`"));
        }
        let term = |range: Range<usize>, what: &str| {
            let written = &text[range.clone()];
            let trimmed = written.trim();
            if trimmed.is_empty() {
                return Err(fault(range, &format!("a term is missing {what}")));
            }
            let from = range.start + written.len() - written.trim_start().len();
            let odd = trimmed.find(|c: char| !(c.is_alphanumeric() || matches!(c, ' ' | '_' | '-')));
            if let Some(at) = odd {
                let length = trimmed[at..].chars().next().map_or(1, char::len_utf8);
                let message = format!("`{}` cannot stand in a formula", &trimmed[at..at + length]);
                return Err(fault(from + at..from + at + length, &message));
            }
            Ok(Name { text: trimmed.to_owned(), span: start + from..start + from + trimmed.len() })
        };
        let mut parts = Vec::new();
        let (mut from, mut minus) = (0, false);
        // A minus is a sign only between spaces, so that names may have hyphens.
        for (at, sign) in text[..equals].char_indices().filter(|&(at, c)| c == '+' || c == '-' && spaced(text, at)) {
            parts.push((minus, term(from..at, &format!("before `{sign}`"))?));
            (from, minus) = (at + 1, sign == '-');
        }
        parts.push((minus, term(from..equals, "before `=`")?));
        let whole = term(equals + 1..text.len(), "behind `=`")?;
        if parts.len() < 2 {
            return Err(fault(0..equals, "one term alone makes no sum"));
        }
        let names: Vec<&Name> = parts.iter().map(|(_, name)| name).chain([&whole]).collect();
        let twice = names.iter().enumerate().find(|(n, name)| names[..*n].iter().any(|other| other.text == name.text));
        if let Some((_, name)) = twice {
            let span = name.span.start - start..name.span.end - start;
            return Err(fault(span, &format!("`{}` stands twice", name.text)));
        }
        Ok(Self { parts, whole })
    }

    /// All terms, the whole last.
    pub(super) fn names(&self) -> impl Iterator<Item = &Name> {
        self.parts.iter().map(|(_, name)| name).chain([&self.whole])
    }
}

fn spaced(text: &str, at: usize) -> bool {
    text[..at].ends_with(' ') && text[at + 1..].starts_with(' ')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_and_their_faults() {
        let p = |text| match Formula::read(text, 100) {
            Ok(formula) => {
                let parts =
                    formula.parts.iter().map(|(minus, n)| format!("{}{}", if *minus { "-" } else { "+" }, n.text));
                format!("{} = {}", parts.collect::<Vec<_>>().join(" "), formula.whole.text)
            }
            Err(fault) => {
                format!("{:?}: {}", fault.span.unwrap_or_default(), fault.message.split(';').next().unwrap_or_default())
            }
        };
        insta::assert_snapshot!(p("killed + injured = casualties"), @"+killed +injured = casualties");
        insta::assert_snapshot!(p("pre-tax profit - tax=net profit"), @"+pre-tax profit -tax = net profit");
        insta::assert_snapshot!(p("killed + injured"), @"100..116: the formula has no `=`");
        insta::assert_snapshot!(p("a + b = c = d"), @"110..111: the formula has a second `=`");
        insta::assert_snapshot!(p("a + = c"), @"103..104: a term is missing before `=`");
        insta::assert_snapshot!(p("a + b ="), @"107..107: a term is missing behind `=`");
        insta::assert_snapshot!(p("a * b = c"), @"102..103: `*` cannot stand in a formula");
        insta::assert_snapshot!(p("a = c"), @"100..102: one term alone makes no sum");
        insta::assert_snapshot!(p("a + b = a"), @"108..109: `a` stands twice");
    }
}

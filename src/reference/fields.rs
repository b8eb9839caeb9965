//! Typed access to the values of a row. What has the wrong type or cannot be is told as a fault with its place, and
//! read as missing.

use std::cell::OnceCell;
use std::sync::Arc;

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::Term;
use super::fault::{Fault, Source};
use super::iso::iso_day;
use super::keys::KEYS;
use super::row::{Entry, Row, Written};
use super::unit;
use super::value::decimal;
use crate::quantity::Unit;
use crate::span::Span;
use crate::verdict::{Place, nearest};
use crate::vocabulary::{Counts, Vocabulary};

/// The row that is being understood, and where its faults go.
pub(super) struct Reader<'r, 'a> {
    pub(super) row: &'r Row<'a>,
    pub(super) source: &'r Source<'a>,
    pub(super) vocabulary: &'r Vocabulary,
    pub(super) faults: &'r mut Vec<Fault>,
    /// What places in the row quote of it.
    pub(super) context: OnceCell<Arc<str>>,
}

impl<'r> Reader<'r, '_> {
    pub(super) fn day(&mut self, key: &str) -> Option<Date> {
        let entry = self.get(key)?;
        let (Written::Day(_) | Written::Text(_)) = &entry.value else {
            self.wrong_type(entry, "a day such as 2024-06-25");
            return None;
        };
        let text = match &entry.value {
            Written::Text(text) => text.trim(),
            Written::Day(text) => text,
            _ => return None,
        };
        let day = iso_day(text);
        if day.is_none() {
            let message = format!("\u{201c}{text}\u{201d} is no day of the calendar");
            self.fault(entry.span, message, Some("write it like 2024-06-25".to_owned()));
        }
        day
    }

    /// Whether the fact is a percentage, so that its value may be written as one: "70.6%".
    fn counts_percent(&self) -> bool {
        let text = |key: &str| match &self.get(key)?.value {
            Written::Text(text) => Some(text.trim()),
            _ => None,
        };
        let of_measure = || {
            let measure = text("measure").and_then(|name| self.vocabulary.measure(name));
            measure.is_some_and(|id| self.vocabulary.measures[id.0 as usize].counts == Counts::Percent)
        };
        text("unit").map_or_else(of_measure, |unit| {
            matches!(unit::read(unit, &self.vocabulary.lexicon), Ok(Unit::Percent | Unit::PercentagePoint))
        })
    }

    pub(super) fn number(&mut self, entry: &Entry<'_>) -> Option<Decimal> {
        let Written::Number(text) = &entry.value else {
            match &entry.value {
                Written::Text(text) => {
                    if let Some(percent) = text.trim().strip_suffix('%').filter(|_| self.counts_percent()) {
                        return decimal(percent.trim_end());
                    }
                    let help = without_separators(text).map_or_else(
                        || "write digits alone: no quotation marks, separators, words and units".to_owned(),
                        |plain| format!("write {plain}, without quotation marks and separators"),
                    );
                    self.fault(entry.span, format!("\u{201c}{text}\u{201d} is no number"), Some(help));
                }
                _ => self.wrong_type(entry, "a number without quotation marks, separators and units"),
            }
            return None;
        };
        let number = decimal(text);
        if number.is_none() {
            let message = format!("{text} is no number of up to 28 digits");
            self.fault(entry.span, message, None);
        }
        number
    }

    pub(super) fn one_of<T: Copy>(&mut self, key: &str, names: &[(&str, T)]) -> Option<T> {
        let entry = self.get(key)?;
        let written = self.words(entry)?;
        let name = written.replace(['-', ' '], "_").to_lowercase();
        let found = names.iter().find(|(n, _)| *n == name).map(|&(_, value)| value);
        if found.is_none() {
            let list: Vec<_> = names.iter().map(|&(name, _)| name).collect();
            self.fault(
                entry.span,
                format!("{key} cannot be \u{201c}{written}\u{201d}"),
                Some(format!("it is one of: {}", list.join(", "))),
            );
        }
        found
    }

    /// A list of texts; one text is a list of one.
    pub(super) fn texts(&mut self, key: &str) -> Vec<String> {
        let Some(entry) = self.get(key) else {
            return Vec::new();
        };
        let item = |value: &Written<'_>| match value {
            Written::Text(text) if !text.trim().is_empty() => Some(text.trim().to_owned()),
            _ => None,
        };
        let texts: Option<Vec<String>> = match &entry.value {
            Written::List(list) => list.iter().map(item).collect(),
            one => item(one).map(|text| vec![text]),
        };
        if texts.is_none() {
            self.wrong_type(entry, "a list of texts: [\"Haiti\", \"gang violence\"]");
        }
        texts.unwrap_or_default()
    }

    /// A text that may as well be empty, as templates leave it.
    pub(super) fn optional_words(&mut self, key: &str) -> Option<String> {
        let entry = self.get(key)?;
        match &entry.value {
            Written::Text(text) if text.trim().is_empty() => None,
            _ => self.words(entry),
        }
    }

    /// A text that says something.
    pub(super) fn words(&mut self, entry: &Entry<'_>) -> Option<String> {
        match &entry.value {
            Written::Text(text) if !text.trim().is_empty() => Some(text.trim().to_owned()),
            Written::Text(_) => {
                let message = format!("{} is empty", entry.key);
                self.fault(entry.span, message, None);
                None
            }
            _ => {
                self.wrong_type(entry, "a text in quotation marks");
                None
            }
        }
    }

    pub(super) fn term(&self, term: &str) -> Term {
        self.vocabulary.entity(term).map_or_else(
            || {
                let words: Vec<_> = term.split_whitespace().map(str::to_ascii_lowercase).collect();
                Term::Plain(words.join(" "))
            },
            Term::Entity,
        )
    }

    pub(super) fn get(&self, key: &str) -> Option<&'r Entry<'r>> {
        self.row.entries.iter().find(|entry| entry.key == key)
    }

    pub(super) fn required(&mut self, key: &str) -> Option<&'r Entry<'r>> {
        let entry = self.get(key);
        if entry.is_none() && !self.meant(key) {
            self.fault(self.row.head, format!("this fact has no {key}"), None);
        }
        entry
    }

    /// Whether a key that is none was meant to be this one; then that is told already.
    pub(super) fn meant(&self, key: &str) -> bool {
        self.row.entries.iter().any(|entry| nearest(&entry.key, KEYS.iter().copied()) == Some(key))
    }

    pub(super) fn wrong_type(&mut self, entry: &Entry<'_>, wanted: &str) {
        let message = format!("{} is {}", entry.key, entry.value.kind());
        self.fault(entry.span, message, Some(format!("it takes {wanted}")));
    }

    pub(super) fn place(&self, span: Span) -> Place {
        let context = self.context.get_or_init(|| self.source.context(self.row.whole));
        self.source.place_in(span, Arc::clone(context))
    }

    pub(super) fn fault(&mut self, span: Span, message: String, help: Option<String>) {
        let place = self.place(span);
        self.faults.push(Fault { message, help, place, other: None });
    }
}

/// "1,660" as "1660": commas or spaces before groups of three digits, and digits that need none.
fn without_separators(text: &str) -> Option<String> {
    let text = text.replace('_', "");
    let (whole, rest) = text.split_once('.').unwrap_or((&text, ""));
    let mut groups = whole.trim().split([',', ' ', '\u{a0}', '\u{202f}']);
    let first = groups.next()?;
    let plain = groups.try_fold(first.to_owned(), |plain, group| (group.len() == 3).then(|| plain + group))?;
    let plain = if rest.is_empty() { plain } else { format!("{plain}.{}", rest.trim()) };
    decimal(&plain).map(|_| plain)
}

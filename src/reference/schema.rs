//! From a row to a fact, and what is wrong with a row that becomes none.

use std::cell::OnceCell;

use super::fault::{Fault, Source};
use super::fields::Reader;
use super::iso::iso_period;
use super::keys::{CHANGES, HEDGES, KEYS, MODALITIES, STATUSES};
use super::row::{Entry, Row, Written};
use super::unit::{self, UnitFault};
use super::value::percentage;
use super::{Fact, FactValue};
use rust_decimal::Decimal;

use crate::quantity::{Hedge, Unit, singular};
use crate::span::Span;
use crate::token::Class;
use crate::verdict::{Place, nearest};
use crate::vocabulary::{Counts, MeasureId, Vocabulary};

/// A row that was understood: its id with the place, and the fact where nothing is wrong with it.
#[derive(Debug)]
pub(super) struct Understood {
    pub(super) id: Option<(String, Place)>,
    pub(super) fact: Option<Fact>,
}

/// Understands one row. All its faults are appended; with any fault there is no fact.
pub(super) fn read(row: &Row<'_>, source: &Source<'_>, vocabulary: &Vocabulary, faults: &mut Vec<Fault>) -> Understood {
    let before = faults.len();
    let mut reader = Reader { row, source, vocabulary, faults, context: OnceCell::new() };
    let (id, fact) = reader.fact();
    let clean = faults.len() == before;
    Understood { id, fact: fact.filter(|_| clean) }
}

impl Reader<'_, '_> {
    fn fact(&mut self) -> (Option<(String, Place)>, Option<Fact>) {
        self.unknown_keys();
        if let Some(says) = self.get("says") {
            return self.short_form(says);
        }
        let id = self.required("id").and_then(|entry| {
            let text = self.words(entry)?;
            Some((text, self.place(entry.span)))
        });
        let measure = self.measure();
        let value = self.value();
        let unit = self.unit(measure);
        if let (Some((value, span)), Some((Unit::Person, _))) = (value, &unit) {
            self.whole_people(value, span);
        }
        let about = self.texts("about");
        let period_text = self.period_text();
        let period = period_text.as_ref().map(|&(_, period)| period);
        let as_of = self.day("as_of");
        self.notes();
        let source = self.optional_words("source");
        let modality = self.one_of("modality", MODALITIES).unwrap_or_default();
        let change = self.one_of("change", CHANGES).flatten();
        let status = self.one_of("status", STATUSES).unwrap_or_default();
        let tolerance = self.tolerance();
        let mut qualifiers: Vec<String> = self.texts("qualifiers");
        for qualifier in &mut qualifiers {
            *qualifier = self.qualifier(qualifier);
        }
        qualifiers.sort();
        qualifiers.dedup();
        let fact = (|| {
            let (value, span) = value?;
            let (unit, unit_text) = unit?;
            Some(Fact {
                id: id.as_ref()?.0.clone(),
                measure: measure?,
                about: about.iter().map(|term| self.term(term)).collect(),
                about_text: about,
                period,
                period_text: period_text.map(|(text, _)| text),
                as_of,
                value,
                unit,
                unit_text,
                source,
                modality,
                change,
                qualifiers,
                status,
                tolerance,
                place: self.place(span),
                from_text: false,
            })
        })();
        (id, fact)
    }

    /// A fact that is told in a sentence, with the other keys of its row. Its id can be left out.
    fn short_form(&mut self, says: &Entry<'_>) -> (Option<(String, Place)>, Option<Fact>) {
        let fact = self.said(says);
        let id = match self.get("id") {
            Some(entry) => self.words(entry).map(|id| (id, self.place(entry.span))),
            None => fact.as_ref().map(|fact| (fact.id.clone(), self.place(says.span))),
        };
        self.notes();
        let source = self.optional_words("source");
        let status = self.one_of("status", STATUSES).unwrap_or_default();
        let tolerance = self.tolerance();
        let fact =
            fact.zip(id.as_ref()).map(|(fact, (id, _))| Fact { id: id.clone(), source, status, tolerance, ..fact });
        (id, fact)
    }

    /// Keys that are for people.
    fn notes(&mut self) {
        self.day("checked_on");
        for key in ["url", "note", "checked_by"] {
            self.optional_words(key);
        }
    }

    /// As texts are read: nouns for people in the singular.
    fn qualifier(&self, written: &str) -> String {
        let lexicon = &self.vocabulary.lexicon;
        let lower = written.to_lowercase();
        let person = lexicon.class(lexicon.id(&lower)).contains(Class::PERSON);
        if person { singular(&lower) } else { lower }
    }

    fn unknown_keys(&mut self) {
        for (at, entry) in self.row.entries.iter().enumerate() {
            if self.row.entries[..at].iter().any(|before| before.key == entry.key) {
                self.fault(entry.key_span, format!("the key \u{201c}{}\u{201d} stands twice", entry.key), None);
            }
            if !KEYS.contains(&&*entry.key) {
                let help = nearest(&entry.key, KEYS.iter().copied()).map_or_else(
                    || format!("the keys of a fact are {}", KEYS.join(", ")),
                    |key| format!("did you mean \u{201c}{key}\u{201d}?"),
                );
                self.fault(entry.key_span, format!("a fact has no key \u{201c}{}\u{201d}", entry.key), Some(help));
            }
        }
    }

    pub(super) fn measure(&mut self) -> Option<MeasureId> {
        let entry = self.required("measure")?;
        let name = self.words(entry)?;
        // Reports and `figlint extract` write "buildings destroyed" for `buildings_destroyed`.
        let words = |id: &str| id.replace(['_', '-'], " ");
        let found = self.vocabulary.measure(&name).or_else(|| {
            let alike = self.vocabulary.measures.iter().find(|m| words(&m.id) == words(&name))?;
            self.vocabulary.measure(&alike.id)
        });
        if found.is_none() {
            let measures = &self.vocabulary.measures;
            let cued = measures.iter().find(|m| m.cues.iter().any(|cue| cue.eq_ignore_ascii_case(&words(&name))));
            let near = cued.map(|m| &*m.id).or_else(|| nearest(&name, measures.iter().map(|m| &*m.id)));
            let help = near.map_or_else(
                || "`figlint measures` lists those that are; a new one is declared as [[measure]]".to_owned(),
                |near| format!("did you mean \u{201c}{near}\u{201d}?"),
            );
            let message = format!("the measure \u{201c}{name}\u{201d} is not known");
            self.fault(entry.span, message, Some(help));
        }
        found
    }

    /// The value and the bytes it stands at.
    fn value(&mut self) -> Option<(FactValue, Span)> {
        let hedge = self.one_of("hedge", HEDGES).unwrap_or(Hedge::None);
        let sides = [self.get("value"), self.get("low"), self.get("high")];
        match sides {
            [Some(value), None, None] => Some((FactValue::Value(self.number(value)?, hedge), value.span)),
            [None, Some(low), Some(high)] => {
                let (low_value, high_value) = (self.number(low), self.number(high));
                let (low_value, high_value) = (low_value?, high_value?);
                if low_value > high_value {
                    let message = format!("low is {low_value} and high only {high_value}");
                    self.fault(low.span, message, None);
                }
                if let Some(entry) = self.get("hedge") {
                    let message = "low and high are the bounds; a hedge is too much";
                    self.fault(entry.span, message.to_owned(), None);
                }
                Some((FactValue::Range(low_value, high_value), low.span.cover(high.span)))
            }
            [None, None, None] if self.meant("value") => None,
            [None, None, None] => {
                let help = "give value, or low and high".to_owned();
                self.fault(self.row.head, "this fact has no value".to_owned(), Some(help));
                None
            }
            [Some(value), _, _] => {
                let message = "a fact has either value or low and high, not both";
                self.fault(value.span, message.to_owned(), None);
                None
            }
            [None, low, high] => {
                let missing = if low.is_some() { "high" } else { "low" };
                let span = low.or(high).map_or(self.row.head, |entry| entry.span);
                self.fault(
                    span,
                    format!("{missing} is missing"),
                    Some(
                        "where only one bound is known, give value with hedge = \"at_least\" or \"at_most\"".to_owned(),
                    ),
                );
                None
            }
        }
    }

    /// "1.660" is how half of the world writes 1,660.
    fn whole_people(&mut self, value: FactValue, span: Span) {
        let numbers = match value {
            FactValue::Value(value, _) => [value; 2],
            FactValue::Range(low, high) => [low, high],
        };
        if let Some(part) = numbers.into_iter().find(|number| !number.is_integer()) {
            let help = "a point parts decimals: write 1660 for one thousand six hundred and sixty".to_owned();
            self.fault(span, format!("people come in whole numbers, and {part} is none"), Some(help));
        }
    }

    fn unit(&mut self, measure: Option<MeasureId>) -> Option<(Unit, Option<String>)> {
        let counts = measure.map(|id| self.vocabulary.measures[id.0 as usize].counts);
        let Some(entry) = self.get("unit") else {
            return match counts? {
                Counts::Person => Some((Unit::Person, None)),
                Counts::Percent => Some((Unit::Percent, None)),
                Counts::Thing => Some((Unit::Thing, None)),
                Counts::Rate => Some((Unit::None, None)),
                Counts::Money => {
                    let help = "give its ISO 4217 code: unit = \"USD\"".to_owned();
                    self.fault(self.row.head, "the currency is missing".to_owned(), Some(help));
                    None
                }
                Counts::Amount | Counts::Duration => {
                    let example = if counts == Some(Counts::Amount) { "km" } else { "month" };
                    let help = format!("give its symbol or name: unit = \"{example}\"");
                    self.fault(self.row.head, "the unit is missing".to_owned(), Some(help));
                    None
                }
            };
        };
        let text = self.words(entry)?;
        let change = self.get("change").is_some();
        match unit::read(&text, &self.vocabulary.lexicon) {
            Ok(unit) if counts.is_none_or(|counts| unit::agrees(unit, counts, change)) => Some((unit, Some(text))),
            Ok(_) => {
                let wanted = counts.map_or("", unit::wanted);
                let message = format!("this measure is not counted in \u{201c}{text}\u{201d}");
                self.fault(entry.span, message, Some(format!("its unit is {wanted}")));
                None
            }
            Err(UnitFault::NoCurrency(near)) => {
                let message = format!("\u{201c}{text}\u{201d} is no currency that is known");
                let help = near.map(|code| format!("did you mean \u{201c}{code}\u{201d}?"));
                self.fault(entry.span, message, help);
                None
            }
        }
    }

    pub(super) fn period_text(&mut self) -> Option<(String, crate::period::Period)> {
        let entry = self.get("period")?;
        let text = match &entry.value {
            Written::Text(text) => text.trim().to_owned(),
            // 2024 and 2024-06-18 mean the same with and without quotation marks.
            Written::Number(text) | Written::Day(text) => text.clone().into_owned(),
            _ => {
                self.wrong_type(entry, "a text such as \"2024-Q1\"");
                return None;
            }
        };
        let period = iso_period(&text);
        if period.is_none() {
            self.fault(
                entry.span,
                format!("\u{201c}{text}\u{201d} is no period of the calendar"),
                Some(
                    "write 2024-06-25, 2024-06, 2024-Q2, 2024-H1, 2024, or first/last: 2024-01-01/2024-03-31, 2024-03/.."
                        .to_owned(),
                ),
            );
        }
        period.map(|period| (text, period))
    }

    fn tolerance(&mut self) -> Option<Decimal> {
        let entry = self.get("tolerance")?;
        let share = match &entry.value {
            Written::Text(text) => percentage(text),
            _ => None,
        };
        if share.is_none() {
            let help = "write it like tolerance = \"1%\"".to_owned();
            self.fault(entry.span, "the tolerance is no percentage".to_owned(), Some(help));
        }
        share
    }
}

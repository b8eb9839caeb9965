//! Reads the keys of a TOML table one by one and notes every fault with its place, where a derived reader would stop at
//! the first. Keys that nobody asked for are told at the end.

use std::cell::RefCell;
use std::ops::Range;

use jiff::civil::Date;
use serde::Deserialize;
use toml::Spanned;
use toml::de::{DeTable, DeValue, ValueDeserializer};

use super::fault::{Fault, FaultKind};
use super::source::Source;

/// What `[[key]]` must be, as faults tell it.
const TABLES: &str = "a list of tables";

/// The table at hand. Reading goes on after a fault; what could not be read is `None` or empty.
#[derive(Debug)]
pub struct Keys<'a, 't> {
    source: &'a Source,
    table: &'a DeTable<'t>,
    span: Range<usize>,
    asked: Vec<&'static str>,
    faults: &'a RefCell<Vec<Fault>>,
}

impl<'a, 't> Keys<'a, 't> {
    /// The keys of a table; `span` is where a missing key is told.
    pub fn new(
        source: &'a Source,
        table: &'a DeTable<'t>,
        span: Range<usize>,
        faults: &'a RefCell<Vec<Fault>>,
    ) -> Self {
        Self { source, table, span, asked: Vec::new(), faults }
    }

    /// Notes a fault at bytes of the file.
    pub fn fault(&self, span: Range<usize>, kind: FaultKind) {
        self.faults.borrow_mut().push(self.source.fault(span, kind));
    }

    /// The value of a key, whatever it is.
    pub fn value(&mut self, key: &'static str) -> Option<&'a Spanned<DeValue<'t>>> {
        self.asked.push(key);
        self.table.get(key)
    }

    /// Where a key stands, or else the table.
    pub fn key_span(&self, key: &str) -> Range<usize> {
        self.table.get_key_value(key).map_or(self.span.clone(), |(key, _)| key.span())
    }

    /// Where the table stands.
    pub fn span(&self) -> Range<usize> {
        self.span.clone()
    }

    fn wrong(&self, key: &str, wanted: &'static str, value: &Spanned<DeValue<'t>>) {
        self.fault(value.span(), FaultKind::WrongType { key: key.to_owned(), wanted, found: article(value.get_ref()) });
    }

    /// A string.
    pub fn string(&mut self, key: &'static str) -> Option<String> {
        let value = self.value(key)?;
        let text = value.get_ref().as_str();
        if text.is_none() {
            self.wrong(key, "a string", value);
        }
        text.map(str::to_owned)
    }

    /// A string that must be there.
    pub fn required(&mut self, key: &'static str) -> Option<String> {
        if !self.table.contains_key(key) {
            self.asked.push(key);
            self.fault(self.span.clone(), FaultKind::MissingKeys { keys: vec![key] });
            return None;
        }
        self.string(key)
    }

    /// A list of strings, each with its place.
    pub fn strings(&mut self, key: &'static str) -> Vec<(String, Range<usize>)> {
        const WANTED: &str = "a list of strings";
        let mut out = Vec::new();
        for item in self.list(key, WANTED) {
            match item.get_ref().as_str() {
                Some(text) => out.push((text.to_owned(), item.span())),
                None => self.wrong(key, WANTED, item),
            }
        }
        out
    }

    /// One of a few words.
    pub fn choice<T: Copy>(&mut self, key: &'static str, choices: &[(&'static str, T)]) -> Option<T> {
        let value = self.value(key)?;
        self.choose(key, value, choices)
    }

    /// One of a few words, in a value that was taken already.
    pub fn choose<T: Copy>(&self, key: &str, value: &Spanned<DeValue<'t>>, choices: &[(&'static str, T)]) -> Option<T> {
        let Some(text) = value.get_ref().as_str() else {
            self.wrong(key, "a string", value);
            return None;
        };
        let found = choices.iter().find(|(name, _)| *name == text);
        if found.is_none() {
            let known: Vec<&str> = choices.iter().map(|(name, _)| *name).collect();
            self.fault(
                value.span(),
                FaultKind::Invalid { key: key.to_owned(), value: text.to_owned(), wanted: String::new(), known },
            );
        }
        found.map(|(_, value)| *value)
    }

    /// A day, as a TOML date or a string.
    pub fn date(&mut self, key: &'static str) -> Option<Date> {
        let value = self.value(key)?;
        let written = match value.get_ref() {
            DeValue::String(text) => text.to_string(),
            DeValue::Datetime(moment) => moment.date.map_or_else(String::new, |day| day.to_string()),
            _ => {
                self.wrong(key, "a day, like 2024-06-25", value);
                return None;
            }
        };
        let day = written.parse().ok();
        if day.is_none() {
            self.fault(value.span(), FaultKind::invalid(key, written, "an ISO 8601 day, like 2024-06-25"));
        }
        day
    }

    /// A table.
    pub fn table(&mut self, key: &'static str) -> Option<&'a DeTable<'t>> {
        let value = self.value(key)?;
        let table = value.get_ref().as_table();
        if table.is_none() {
            self.wrong(key, "a table", value);
        }
        table
    }

    /// A value as a type of its own.
    pub fn deserialize<T: for<'de> Deserialize<'de>>(&mut self, key: &'static str) -> Option<T> {
        let value = self.value(key)?;
        T::deserialize(ValueDeserializer::from(value.clone()))
            .map_err(|error| self.entry_fault(key, value, &error))
            .ok()
    }

    fn entry_fault(&self, what: &'static str, item: &Spanned<DeValue<'t>>, error: &toml::de::Error) {
        let message = error.message().to_owned();
        self.fault(error.span().unwrap_or(item.span()), FaultKind::Entry { what, message });
    }

    /// What stands in the list of a key; `wanted` is told where it is no list.
    fn list(&mut self, key: &'static str, wanted: &'static str) -> &'a [Spanned<DeValue<'t>>] {
        let Some(value) = self.value(key) else {
            return &[];
        };
        let list = value.get_ref().as_array();
        if list.is_none() {
            self.wrong(key, wanted, value);
        }
        list.map_or(&[], |list| list)
    }

    /// The tables of `[[key]]`, each with keys of its own.
    pub fn tables(&mut self, key: &'static str) -> Vec<Keys<'a, 't>> {
        let mut out = Vec::new();
        for item in self.list(key, TABLES) {
            match item.get_ref().as_table() {
                Some(table) => out.push(Keys::new(self.source, table, item.span(), self.faults)),
                None => self.wrong(key, TABLES, item),
            }
        }
        out
    }

    /// The tables of `[[key]]` as a type of their own; one that cannot be read is left out.
    pub fn entries<T: for<'de> Deserialize<'de>>(&mut self, key: &'static str) -> Vec<T> {
        let mut out = Vec::new();
        for item in self.list(key, TABLES) {
            match T::deserialize(ValueDeserializer::from(item.clone())) {
                Ok(entry) => out.push(entry),
                Err(error) => self.entry_fault(key, item, &error),
            }
        }
        out
    }

    /// The keys that nobody asked for, with their values.
    pub fn rest(&self) -> impl Iterator<Item = (&'a Spanned<std::borrow::Cow<'t, str>>, &'a Spanned<DeValue<'t>>)> {
        self.table.iter().filter(|(key, _)| !self.asked.iter().any(|asked| *asked == key.get_ref().as_ref()))
    }

    /// Tells of every key that nobody asked for.
    pub fn finish(self) {
        for (key, _) in self.rest() {
            self.fault(key.span(), FaultKind::UnknownKey { key: key.get_ref().to_string(), known: self.asked.clone() });
        }
    }
}

fn article(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::String(_) => "a string",
        DeValue::Integer(_) => "a whole number",
        DeValue::Float(_) => "a number with decimals",
        DeValue::Boolean(_) => "true or false",
        DeValue::Datetime(_) => "a date",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a table",
    }
}

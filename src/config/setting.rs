//! What a configuration sets, key by key and as it was written, so that a user can be shown where each value comes
//! from.

use std::fmt::Write as _;
use std::ops::Range;

use toml::de::{DeTable, DeValue};

/// A string of a configuration with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// The string.
    pub text: String,
    /// Its bytes.
    pub span: Range<usize>,
    /// The file that it stands in, counted from the nearest configuration.
    pub file: usize,
}

/// A key with its value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Setting {
    /// The key, with the names of tables before it: `severity.sum-mismatch`.
    pub key: String,
    /// The value in one line, written as in the file.
    pub value: String,
    /// Bytes of the key.
    pub span: Range<usize>,
    /// The file, as in [`Written`].
    pub file: usize,
}

/// Everything that a file sets, in the order of the file. Tables give a setting for each key, lists of tables one for
/// each table.
pub(super) fn all(table: &DeTable<'_>, file: usize) -> Vec<Setting> {
    let mut out = Vec::new();
    for (key, value) in table {
        let name = key.get_ref();
        let setting = |key: String, value: &DeValue<'_>, span| {
            let mut text = String::new();
            write(value, &mut text);
            Setting { key, value: text, span, file }
        };
        match value.get_ref() {
            DeValue::Table(inner) => {
                let entries = inner.iter();
                out.extend(entries.map(|(k, v)| setting(format!("{name}.{}", k.get_ref()), v.get_ref(), k.span())));
            }
            DeValue::Array(list) if list.iter().any(|item| item.get_ref().is_table()) => {
                out.extend(list.iter().map(|item| setting(name.to_string(), item.get_ref(), item.span())));
            }
            other => out.push(setting(name.to_string(), other, key.span())),
        }
    }
    out.sort_by_key(|setting| setting.span.start);
    out
}

/// A value as TOML in one line.
fn write(value: &DeValue<'_>, out: &mut String) {
    match value {
        DeValue::String(text) => drop(write!(out, "{}", toml::Value::String(text.to_string()))),
        DeValue::Integer(number) => out.push_str(number.as_str()),
        DeValue::Float(number) => out.push_str(number.as_str()),
        DeValue::Boolean(value) => drop(write!(out, "{value}")),
        DeValue::Datetime(moment) => drop(write!(out, "{moment}")),
        DeValue::Array(list) => {
            out.push('[');
            for (at, item) in list.iter().enumerate() {
                out.push_str(if at == 0 { "" } else { ", " });
                write(item.get_ref(), out);
            }
            out.push(']');
        }
        DeValue::Table(table) => {
            out.push('{');
            for (at, (key, value)) in table.iter().enumerate() {
                let _ = write!(out, "{} {} = ", if at == 0 { "" } else { "," }, key.get_ref());
                write(value.get_ref(), out);
            }
            out.push_str(" }");
        }
    }
}

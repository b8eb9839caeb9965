//! Parameters of a rule: the keys of its rule file that the check reads itself, typed per check, with faults that
//! point at the line.

use std::ops::Range;

use rust_decimal::Decimal;
use serde::de::DeserializeOwned;
use toml::Spanned;
use toml::de::{DeTable, Deserializer};

/// The table of a rule file without the keys that every rule has.
#[derive(Clone, Debug)]
pub struct Parameters<'a> {
    table: &'a toml::Table,
    spanned: Option<&'a Spanned<DeTable<'a>>>,
}

/// A parameter that cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{message}")]
pub struct ParameterFault {
    /// What is wrong and what would be right.
    pub message: String,
    /// The key, where one is to blame.
    pub key: Option<String>,
    /// Bytes of the rule file, filled in by the loader.
    pub span: Option<Range<usize>>,
}

impl<'a> Parameters<'a> {
    /// The parameters in this table.
    pub fn new(table: &'a toml::Table) -> Self {
        Self { table, spanned: None }
    }

    /// The same table with the bytes of the rule file it came from, so that faults can point at them.
    #[must_use]
    pub fn with_spans(self, spanned: &'a Spanned<DeTable<'a>>) -> Self {
        Self { spanned: Some(spanned), ..self }
    }

    /// All parameters as the check's own type, which denies unknown keys.
    pub fn read<T: DeserializeOwned>(&self) -> Result<T, ParameterFault> {
        let read = match self.spanned {
            Some(table) => T::deserialize(Deserializer::from(table.clone())),
            None => self.table.clone().try_into(),
        };
        read.map_err(|error| ParameterFault {
            message: error.message().to_owned(),
            key: self.table.keys().find(|key| error.message().contains(&format!("`{key}`"))).cloned(),
            span: error.span(),
        })
    }

    /// A decimal that a user writes as a TOML number or string.
    pub fn decimal(value: &toml::Value) -> Option<Decimal> {
        match value {
            toml::Value::Integer(number) => Some(Decimal::from(*number)),
            toml::Value::Float(number) => number.to_string().parse().ok(),
            toml::Value::String(text) => text.parse().ok(),
            _ => None,
        }
    }
}

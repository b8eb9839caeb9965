//! Parameters of a rule: the keys of its rule file that the check reads itself, typed per check, with faults that
//! point at the line.

use std::ops::Range;

use rust_decimal::Decimal;
use serde::de::DeserializeOwned;

/// The table of a rule file without the keys that every rule has.
#[derive(Clone, Debug)]
pub struct Parameters<'a> {
    table: &'a toml::Table,
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
        Self { table }
    }

    /// All parameters as the check's own type, which denies unknown keys.
    pub fn read<T: DeserializeOwned>(&self) -> Result<T, ParameterFault> {
        self.table
            .clone()
            .try_into()
            .map_err(|error: toml::de::Error| ParameterFault {
                message: error.message().to_owned(),
                key: self
                    .table
                    .keys()
                    .find(|key| error.message().contains(&format!("`{key}`")))
                    .cloned(),
                span: None,
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

//! The arguments of `figlint extract`.

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, ValueEnum};

use super::Reading;
use crate::report::extract::Kind;

#[derive(Debug, Args)]
pub(crate) struct Extract {
    #[command(flatten)]
    pub(crate) reading: Reading,
    /// How figures are printed
    #[arg(long, value_enum, default_value_t, help_heading = "Output")]
    pub(crate) output_format: ExtractFormat,
    /// List only these kinds: count, money, percent ...
    #[arg(long, value_name = "KIND", value_delimiter = ',', value_parser = kinds(), help_heading = "Output")]
    pub(crate) kind: Vec<Kind>,
    /// List only figures of these measures: deaths, funding ...; `figlint measures` names them
    #[arg(long, value_name = "NAME", value_delimiter = ',', help_heading = "Output")]
    pub(crate) measure: Vec<String>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum ExtractFormat {
    /// For people
    #[default]
    #[value(alias = "human")]
    Table,
    /// One JSON object
    Json,
    /// One JSON object a line
    Jsonl,
    /// Comma-separated values, for spreadsheets
    Csv,
}

/// One of the kinds, by its name.
fn kinds() -> impl TypedValueParser<Value = Kind> {
    let names = PossibleValuesParser::new(Kind::ALL.map(Kind::name));
    names.map(|name| Kind::ALL.into_iter().find(|kind| kind.name() == name).unwrap_or(Kind::Number))
}

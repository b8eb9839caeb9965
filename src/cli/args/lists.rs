//! The arguments of the commands that list and explain what figlint knows: `measures`, `units`, `explain`, `test`.

use clap::{Args, ValueEnum};

#[derive(Debug, Args)]
pub(crate) struct List {
    /// How the list is printed
    #[arg(long, value_enum, default_value_t, help_heading = "Output")]
    pub(crate) output_format: ListFormat,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum ListFormat {
    /// For people
    #[default]
    Table,
    /// One JSON object
    Json,
}

#[derive(Debug, Args)]
pub(crate) struct Explain {
    /// The rule
    #[arg(value_name = "RULE")]
    pub(crate) name: String,
}

#[derive(Debug, Args)]
pub(crate) struct Test {
    /// Rules or packs [default: all]
    #[arg(value_name = "RULE")]
    pub(crate) names: Vec<String>,
}

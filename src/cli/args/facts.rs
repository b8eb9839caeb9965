//! The arguments of `figlint facts` and of the commands below it.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::{ListFormat, Reading};

#[derive(Debug, Args)]
pub(crate) struct Facts {
    #[command(subcommand)]
    pub(crate) command: FactsCommand,
}

#[derive(Debug, Subcommand)]
pub(crate) enum FactsCommand {
    /// Tell what is wrong in the sets, and which facts the texts never mention
    Check(FactsCheck),
    /// List the facts as they were understood
    List(FactsList),
    /// Print a table (CSV, XLSX, HXL), or a set in YAML or JSON, as TOML
    Import(FactsImport),
    /// Print what a text states as facts in TOML, for an editor to confirm
    From(FactsFrom),
}

#[derive(Debug, Args)]
#[command(
    mut_arg("paths", |paths| paths.help(
        "Texts or folders that use the sets; without them only the sets are checked. Without --reference, a PATH that \
         ends in .toml, .yaml, .json, .csv or .xlsx is a reference set",
    ))
)]
pub(crate) struct FactsCheck {
    #[command(flatten)]
    pub(crate) reading: Reading,
    /// A reference set [default: those of the configuration]
    #[arg(long, value_name = "FILE")]
    pub(crate) reference: Vec<PathBuf>,
}

#[derive(Debug, Args)]
pub(crate) struct FactsList {
    /// Reference sets [default: those of the configuration]
    #[arg(value_name = "FILE")]
    pub(crate) files: Vec<PathBuf>,
    /// A reference set, as for `check`
    #[arg(long, value_name = "FILE")]
    pub(crate) reference: Vec<PathBuf>,
    /// How facts are printed
    #[arg(long, value_enum, default_value_t, help_heading = "Output")]
    pub(crate) output_format: ListFormat,
}

#[derive(Debug, Args)]
pub(crate) struct FactsImport {
    /// The table or set
    #[arg(value_name = "FILE", required = true)]
    pub(crate) files: Vec<PathBuf>,
}

#[derive(Debug, Args)]
pub(crate) struct FactsFrom {
    #[command(flatten)]
    pub(crate) reading: Reading,
}

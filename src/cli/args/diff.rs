//! The arguments of `figlint diff`.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::Reading;

/// Two versions of texts.
#[derive(Debug, Args)]
#[command(
    override_usage = "figlint diff [OPTIONS] OLD NEW\n       figlint diff [OPTIONS] --since REV [PATH]...",
    mut_arg("paths", |paths| paths.help("The old text and the new one; with --since texts or folders [default: the current folder]")),
    after_help = "Exit code 0: nothing stayed behind; 1: something did; 2: something could not be read."
)]
pub(crate) struct Diff {
    #[command(flatten)]
    pub(crate) reading: Reading,
    /// Compare the texts with those of this git revision; figures of unchanged texts can stay behind too
    #[arg(long, value_name = "REV")]
    pub(crate) since: Option<String>,
    /// A reference set, as for `check`; repeatable
    #[arg(long, value_name = "FILE")]
    pub(crate) reference: Vec<PathBuf>,
    /// Work out what stayed behind with these rules or packs only
    #[arg(long, value_name = "RULE", value_delimiter = ',')]
    pub(crate) select: Vec<String>,
    /// Work it out without these rules or packs
    #[arg(long, value_name = "RULE", value_delimiter = ',')]
    pub(crate) ignore: Vec<String>,
    /// How the changes are printed
    #[arg(long, value_enum, default_value_t, help_heading = "Output")]
    pub(crate) output_format: DiffFormat,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum DiffFormat {
    /// For people
    #[default]
    Human,
    /// One JSON object
    Json,
    /// One JSON object a line
    Jsonl,
}

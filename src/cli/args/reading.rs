//! What every command that reads texts takes: which texts, and the date they have.

use std::path::{Path, PathBuf};

use clap::Args;
use jiff::civil::Date;

/// How standard input is written among paths, and called where it has no other name.
pub(crate) const STDIN: &str = "-";

/// For commands that read texts.
#[derive(Clone, Debug, Default, Args)]
pub(crate) struct Reading {
    /// Texts or folders; `-` is standard input [default: the current folder]
    #[arg(value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,
    /// The date of the texts, over everything they say themselves
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = date)]
    pub(crate) date: Option<Date>,
    /// The name of the text on standard input
    #[arg(long, value_name = "PATH")]
    pub(crate) stdin_filename: Option<String>,
    /// How many threads read texts [default: one a core]
    #[arg(short = 'j', long, value_name = "N")]
    pub(crate) threads: Option<usize>,
    /// Read texts that .gitignore and .ignore leave out
    #[arg(long)]
    pub(crate) no_ignore: bool,
    /// Leave out texts that match this pattern of .gitignore; repeatable
    #[arg(long, value_name = "PATTERN")]
    pub(crate) exclude: Vec<String>,
    /// Leave out excluded texts even where they are named
    #[arg(long)]
    pub(crate) force_exclude: bool,
}

impl Reading {
    /// Whether a path means standard input.
    pub(crate) fn is_stdin(path: &Path) -> bool {
        path.as_os_str() == STDIN
    }

    /// Whether standard input is among the texts.
    pub(crate) fn reads_stdin(&self) -> bool {
        self.paths.iter().any(|path| Self::is_stdin(path))
    }
}

fn date(text: &str) -> Result<Date, String> {
    text.parse().map_err(|_| "a day is written like 2024-06-25".to_owned())
}

//! What every command takes: the configuration, and how much is printed.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

/// For every command.
#[derive(Clone, Debug, Args)]
pub(crate) struct Shared {
    /// Use this configuration file [default: the nearest figlint.toml or .figlint.toml]
    #[arg(short, long, global = true, value_name = "FILE", help_heading = "Configuration")]
    pub(crate) config: Option<PathBuf>,
    /// Look for no configuration file
    #[arg(long, global = true, conflicts_with = "config", help_heading = "Configuration")]
    pub(crate) isolated: bool,
    /// Add the rules of this file or folder
    #[arg(long, global = true, value_name = "PATH", help_heading = "Configuration")]
    pub(crate) rules: Vec<PathBuf>,
    /// Colours on the terminal
    #[arg(long, global = true, value_enum, default_value_t, help_heading = "Output")]
    pub(crate) color: Color,
    /// Print the results only: no closing lines, no progress
    #[arg(short, long, global = true, conflicts_with = "verbose", help_heading = "Output")]
    pub(crate) quiet: bool,
    /// Say which files, settings and packs are used
    #[arg(short, long, global = true, help_heading = "Output")]
    pub(crate) verbose: bool,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum Color {
    /// Where the output is a terminal
    #[default]
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

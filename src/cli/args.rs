//! The arguments, as clap reads them: the commands here, what each takes in a file of its own.

mod check;
mod diff;
mod extract;
mod facts;
mod lists;
mod reading;
mod server;
mod setup;
mod shared;

use clap::{Parser, Subcommand};

pub(super) use check::{Check, OutputFormat};
pub(super) use diff::{Diff, DiffFormat};
pub(super) use extract::{Extract, ExtractFormat};
pub(super) use facts::{Facts, FactsCheck, FactsCommand, FactsFrom, FactsImport, FactsList};
pub(super) use lists::{Explain, List, ListFormat, Test};
pub(super) use reading::{Reading, STDIN};
pub(super) use server::Server;
pub(super) use setup::{Completions, Init, Schema, SchemaOf};
pub(super) use shared::{Color, Shared};

/// The spell-checker for figures: finds the numbers and dates of a draft and says where they cannot be true.
#[derive(Debug, Parser)]
#[command(name = "figlint", version, max_term_width = 100)]
pub(super) struct Args {
    #[command(subcommand)]
    pub(super) command: Command,
    #[command(flatten)]
    pub(super) shared: Shared,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Check the figures of texts against reference sets, each other, arithmetic and the calendar
    Check(Box<Check>),
    /// Compare the figures of two versions of a text, and say what stayed behind
    Diff(Diff),
    /// List every figure and date that was read
    Extract(Extract),
    /// Look after reference sets: check and list them, make them from tables and texts
    Facts(Facts),
    /// Serve editors: findings while you write, fixes, what a figure was read as
    Server(Server),
    /// Run the examples in rule files
    Test(Test),
    /// Say what a rule finds and why, with its examples
    Explain(Explain),
    /// List the rules
    Rules,
    /// List what figures can be about: deaths, funding, votes ...
    Measures(List),
    /// List the units and currencies that figures can have
    Units(List),
    /// Write a figlint.toml that suits this folder
    Init(Init),
    /// Print the JSON Schema of configurations, rule files or reference sets
    Schema(Schema),
    /// Print the completions for a shell
    Completions(Completions),
    /// Print the manual page
    Man,
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_arguments_contradict_nothing() {
        Args::command().debug_assert();
    }
}

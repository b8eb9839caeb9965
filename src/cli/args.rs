//! The arguments, as clap reads them.

mod diff;
mod server;

use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args as ClapArgs, Parser, Subcommand, ValueEnum};
use jiff::civil::Date;

use super::known::KnownArgs;
use super::mend::MendArgs;
use crate::report::extract::Kind;
pub(super) use diff::{Diff, DiffFormat};
pub(super) use server::Server;

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

#[derive(Debug, ClapArgs)]
pub(super) struct Init {
    /// Write over a figlint.toml that is there
    #[arg(long)]
    pub(super) force: bool,
}

#[derive(Debug, ClapArgs)]
pub(super) struct Schema {
    /// The files that it describes
    #[arg(value_enum)]
    pub(super) of: SchemaOf,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum SchemaOf {
    /// figlint.toml
    Config,
    /// Rule files and vocabulary
    Rules,
    /// Reference sets
    Facts,
}

#[derive(Debug, ClapArgs)]
pub(super) struct Completions {
    /// The shell
    #[arg(value_enum)]
    pub(super) shell: clap_complete::Shell,
}

/// For every command.
#[derive(Clone, Debug, ClapArgs)]
pub(super) struct Shared {
    /// Use this configuration file [default: the nearest figlint.toml or .figlint.toml]
    #[arg(short, long, global = true, value_name = "FILE", help_heading = "Configuration")]
    pub(super) config: Option<PathBuf>,
    /// Look for no configuration file
    #[arg(long, global = true, conflicts_with = "config", help_heading = "Configuration")]
    pub(super) isolated: bool,
    /// Add the rules of this file or folder
    #[arg(long, global = true, value_name = "PATH", help_heading = "Configuration")]
    pub(super) rules: Vec<PathBuf>,
    /// Colours on the terminal
    #[arg(long, global = true, value_enum, default_value_t, help_heading = "Output")]
    pub(super) color: Color,
    /// Print findings only, without the closing lines
    #[arg(short, long, global = true, conflicts_with = "verbose", help_heading = "Output")]
    pub(super) quiet: bool,
    /// Say what is used and read
    #[arg(short, long, global = true, help_heading = "Output")]
    pub(super) verbose: bool,
}

/// For commands that read texts.
#[derive(Debug, Default, ClapArgs)]
pub(super) struct Reading {
    /// Texts or folders; `-` is standard input [default: the current folder]
    #[arg(value_name = "PATH")]
    pub(super) paths: Vec<PathBuf>,
    /// The date of the texts, over everything they say themselves
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = date)]
    pub(super) date: Option<Date>,
    /// The name of the text on standard input
    #[arg(long, value_name = "PATH")]
    pub(super) stdin_filename: Option<String>,
    /// How many threads read texts [default: one a core]
    #[arg(short = 'j', long, value_name = "N")]
    pub(super) threads: Option<usize>,
    /// Read texts that .gitignore and .ignore leave out
    #[arg(long)]
    pub(super) no_ignore: bool,
    /// Leave out texts that match this pattern of .gitignore; repeatable
    #[arg(long, value_name = "PATTERN")]
    pub(super) exclude: Vec<String>,
    /// Leave out excluded texts even where they are named
    #[arg(long)]
    pub(super) force_exclude: bool,
}

#[derive(Debug, ClapArgs)]
pub(super) struct Check {
    #[command(flatten)]
    pub(super) reading: Reading,
    /// A reference set: facts that the desk has verified (TOML, YAML, JSON, CSV or XLSX); repeatable
    #[arg(long, value_name = "FILE")]
    pub(super) reference: Vec<PathBuf>,
    /// A trusted text (press release, wire copy, last year's report): its figures serve as facts; repeatable
    #[arg(long, value_name = "TEXT")]
    pub(super) against: Vec<PathBuf>,
    /// Run only these rules or packs
    #[arg(long, value_name = "RULE", value_delimiter = ',')]
    pub(super) select: Vec<String>,
    /// Run these rules or packs besides those that the configuration selects
    #[arg(long, value_name = "RULE", value_delimiter = ',')]
    pub(super) extend_select: Vec<String>,
    /// Do not run these rules or packs
    #[arg(long, value_name = "RULE", value_delimiter = ',')]
    pub(super) ignore: Vec<String>,
    /// How findings are printed
    #[arg(long, value_enum, default_value_t, help_heading = "Output")]
    pub(super) output_format: OutputFormat,
    /// Print them into this file instead of standard output
    #[arg(short, long, value_name = "FILE", help_heading = "Output")]
    pub(super) output_file: Option<PathBuf>,
    /// Also write a report into a file: `--report sarif=out.sarif`; repeatable
    #[arg(long, value_name = "FORMAT=FILE", value_parser = report, help_heading = "Output")]
    pub(super) report: Vec<(OutputFormat, PathBuf)>,
    /// From which severity on findings make the exit code 1 [default: error]
    #[arg(long, value_enum)]
    pub(super) fail_on: Option<FailOn>,
    /// Exit with 0 whatever is found
    #[arg(long)]
    pub(super) exit_zero: bool,
    /// Also fail when a fact met no figure, when no figure was checked, or when a finding of the baseline is gone
    #[arg(long)]
    pub(super) strict: bool,
    /// Also print what the figures were compared with
    #[arg(long, help_heading = "Output")]
    pub(super) statistics: bool,
    /// Also print the figures that were checked and are right
    #[arg(long, help_heading = "Output")]
    pub(super) show_passed: bool,
    /// Print the settings and where each comes from, and check nothing
    #[arg(long, help_heading = "Configuration")]
    pub(super) show_settings: bool,
    /// Go on: check again what changes, with what depends on it, until Ctrl-C
    #[arg(long, conflicts_with_all = ["show_settings", "show_files", "write_baseline"])]
    pub(super) watch: bool,
    /// Print the texts that would be read, and check nothing
    #[arg(long, conflicts_with = "show_settings", help_heading = "Configuration")]
    pub(super) show_files: bool,
    #[command(flatten)]
    pub(super) mend: MendArgs,
    #[command(flatten)]
    pub(super) known: KnownArgs,
}

#[derive(Debug, ClapArgs)]
pub(super) struct Extract {
    #[command(flatten)]
    pub(super) reading: Reading,
    /// How figures are printed
    #[arg(long, value_enum, default_value_t, help_heading = "Output")]
    pub(super) output_format: ExtractFormat,
    /// List only these kinds: count, money, percent ...
    #[arg(long, value_name = "KIND", value_delimiter = ',', value_parser = kinds(), help_heading = "Output")]
    pub(super) kind: Vec<Kind>,
    /// List only figures of these measures: deaths, funding ...; `figlint measures` names them
    #[arg(long, value_name = "NAME", value_delimiter = ',', help_heading = "Output")]
    pub(super) measure: Vec<String>,
}

#[derive(Debug, ClapArgs)]
pub(super) struct Facts {
    #[command(subcommand)]
    pub(super) command: FactsCommand,
}

#[derive(Debug, Subcommand)]
pub(super) enum FactsCommand {
    /// Tell what is wrong in the sets, and which facts the texts never mention
    Check(FactsCheck),
    /// List the facts as they were understood
    List(FactsList),
    /// Print a table (CSV, XLSX, HXL), or a set in YAML or JSON, as TOML
    Import(FactsImport),
    /// Print what a text states as facts in TOML, for an editor to confirm
    From(FactsFrom),
}

#[derive(Debug, ClapArgs)]
#[command(after_help = "Without PATH no text is read, and only the sets are checked.")]
pub(super) struct FactsCheck {
    #[command(flatten)]
    pub(super) reading: Reading,
    /// A reference set [default: those of the configuration]
    #[arg(long, value_name = "FILE")]
    pub(super) reference: Vec<PathBuf>,
}

#[derive(Debug, ClapArgs)]
pub(super) struct FactsList {
    /// Reference sets [default: those of the configuration]
    #[arg(value_name = "FILE")]
    pub(super) files: Vec<PathBuf>,
    /// A reference set, as for `check`
    #[arg(long, value_name = "FILE")]
    pub(super) reference: Vec<PathBuf>,
    /// How facts are printed
    #[arg(long, value_enum, default_value_t, help_heading = "Output")]
    pub(super) output_format: ListFormat,
}

#[derive(Debug, ClapArgs)]
pub(super) struct FactsImport {
    /// The table
    #[arg(value_name = "FILE", required = true)]
    pub(super) files: Vec<PathBuf>,
}

#[derive(Debug, ClapArgs)]
pub(super) struct FactsFrom {
    #[command(flatten)]
    pub(super) reading: Reading,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum ListFormat {
    /// For people
    #[default]
    Table,
    /// One JSON object
    Json,
}

#[derive(Debug, ClapArgs)]
pub(super) struct Test {
    /// Rules or packs [default: all]
    #[arg(value_name = "RULE")]
    pub(super) names: Vec<String>,
}

#[derive(Debug, ClapArgs)]
pub(super) struct List {
    /// How the list is printed
    #[arg(long, value_enum, default_value_t, help_heading = "Output")]
    pub(super) output_format: ListFormat,
}

#[derive(Debug, ClapArgs)]
pub(super) struct Explain {
    /// The rule
    #[arg(value_name = "RULE")]
    pub(super) name: String,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum OutputFormat {
    /// For people
    #[default]
    Human,
    /// One line each, for editors: `path:line:column: severity rule: message`
    Concise,
    /// One JSON object
    Json,
    /// One JSON object a line
    Jsonl,
    /// SARIF 2.1.0, for code scanning
    Sarif,
    /// Annotations of GitHub Actions, with a summary of the step
    Github,
    /// Code quality report of GitLab
    Gitlab,
    /// JUnit XML, one suite a text
    Junit,
    /// reviewdog's JSON, one object a line
    Rdjsonl,
    /// A summary with a table in Markdown
    Markdown,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum ExtractFormat {
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

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum FailOn {
    /// Any finding
    Any,
    /// Warnings and errors
    Warning,
    /// Errors
    Error,
    /// Nothing
    Never,
}

impl From<FailOn> for crate::config::FailOn {
    fn from(value: FailOn) -> Self {
        match value {
            FailOn::Any => Self::Any,
            FailOn::Warning => Self::Warning,
            FailOn::Error => Self::Error,
            FailOn::Never => Self::Never,
        }
    }
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum Color {
    /// Where the output is a terminal
    #[default]
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

/// One of the kinds, by its name.
fn kinds() -> impl TypedValueParser<Value = Kind> {
    let names = PossibleValuesParser::new(Kind::ALL.map(Kind::name));
    names.map(|name| Kind::ALL.into_iter().find(|kind| kind.name() == name).unwrap_or(Kind::Number))
}

/// A format and a file, written like `sarif=out.sarif`.
fn report(text: &str) -> Result<(OutputFormat, PathBuf), String> {
    let form = "a report is written like sarif=out.sarif";
    let (format, file) = text.split_once('=').filter(|(_, file)| !file.is_empty()).ok_or(form)?;
    let format = OutputFormat::from_str(format, false).map_err(|_| {
        let names = OutputFormat::value_variants().iter().filter_map(OutputFormat::to_possible_value);
        let names: Vec<String> = names.map(|value| value.get_name().to_owned()).collect();
        format!("there is no format `{format}`; the formats are {}", names.join(", "))
    })?;
    Ok((format, file.into()))
}

fn date(text: &str) -> Result<Date, String> {
    text.parse().map_err(|_| "a day is written like 2024-06-25".to_owned())
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

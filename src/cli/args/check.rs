//! The arguments of `figlint check`.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::Reading;
use crate::cli::known::KnownArgs;
use crate::cli::mend::MendArgs;

#[derive(Debug, Args)]
pub(crate) struct Check {
    #[command(flatten)]
    pub(crate) reading: Reading,
    /// A reference set: facts that the desk has verified (TOML, YAML, JSON, CSV or XLSX); repeatable
    #[arg(long, value_name = "FILE")]
    pub(crate) reference: Vec<PathBuf>,
    /// A trusted text (press release, wire copy, last year's report): its figures serve as facts; repeatable
    #[arg(long, value_name = "TEXT")]
    pub(crate) against: Vec<PathBuf>,
    /// Run only these rules or packs
    #[arg(long, value_name = "RULE", value_delimiter = ',')]
    pub(crate) select: Vec<String>,
    /// Run these rules or packs besides those that the configuration selects
    #[arg(long, value_name = "RULE", value_delimiter = ',')]
    pub(crate) extend_select: Vec<String>,
    /// Do not run these rules or packs
    #[arg(long, value_name = "RULE", value_delimiter = ',')]
    pub(crate) ignore: Vec<String>,
    /// How findings are printed
    #[arg(long, value_enum, default_value_t, help_heading = "Output")]
    pub(crate) output_format: OutputFormat,
    /// Print them into this file instead of standard output
    #[arg(short, long, value_name = "FILE", help_heading = "Output")]
    pub(crate) output_file: Option<PathBuf>,
    /// Also write a report into a file: `--report sarif=out.sarif`; repeatable
    #[arg(long, value_name = "FORMAT=FILE", value_parser = report, help_heading = "Output")]
    pub(crate) report: Vec<(OutputFormat, PathBuf)>,
    /// From which severity on findings make the exit code 1 [default: error]
    #[arg(long, value_enum)]
    pub(crate) fail_on: Option<FailOn>,
    /// Exit with 0 whatever is found
    #[arg(long)]
    pub(crate) exit_zero: bool,
    /// Also fail when a fact met no figure, when no figure was checked, or when a finding of the baseline is gone
    #[arg(long)]
    pub(crate) strict: bool,
    /// Also print what the figures were compared with
    #[arg(long, help_heading = "Output")]
    pub(crate) statistics: bool,
    /// Also print the figures that were checked and are right
    #[arg(long, help_heading = "Output")]
    pub(crate) show_passed: bool,
    /// Print the settings and where each comes from, and check nothing
    #[arg(long, help_heading = "Configuration")]
    pub(crate) show_settings: bool,
    /// Go on: check again what changes, with what depends on it, until Ctrl-C
    #[arg(long, conflicts_with_all = ["show_settings", "show_files", "write_baseline", "fix", "diff"])]
    pub(crate) watch: bool,
    /// Print the texts that would be read, and check nothing
    #[arg(long, conflicts_with = "show_settings", help_heading = "Configuration")]
    pub(crate) show_files: bool,
    #[command(flatten)]
    pub(crate) mend: MendArgs,
    #[command(flatten)]
    pub(crate) known: KnownArgs,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum OutputFormat {
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

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum FailOn {
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

//! The file formats of reference sets. All are read into the same rows.

use super::fault::{Fault, Source, Unreadable};
use super::row::Row;
use super::{json, table, toml_rows, tree, yaml};

/// How a reference set is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// `[[fact]]` tables.
    Toml,
    /// A list of facts, or such a list under `fact`.
    Yaml,
    /// The same.
    Json,
    /// A table with commas, semicolons or tabs.
    Csv,
    /// A workbook, as the table that [`super::table_of_workbook`] makes of it.
    Workbook,
}

impl Format {
    /// The format that the ending of a path says, in any case; TOML where it says nothing.
    pub fn of_path(path: &str) -> Self {
        let ending = path.rsplit_once('.').map_or("", |(_, ending)| ending).to_ascii_lowercase();
        match &*ending {
            "yaml" | "yml" => Self::Yaml,
            "json" => Self::Json,
            "csv" | "tsv" => Self::Csv,
            "xlsx" | "xlsm" => Self::Workbook,
            _ => Self::Toml,
        }
    }

    /// The rows of a set in this format, in file order.
    pub(super) fn rows<'a>(self, source: &Source<'a>, faults: &mut Vec<Fault>) -> Result<Vec<Row<'a>>, Unreadable> {
        match self {
            Self::Toml => toml_rows::read(source, faults),
            Self::Yaml => Ok(tree::rows(source, yaml::read(source, faults)?, faults)),
            Self::Json => Ok(tree::rows(source, json::read(source)?, faults)),
            Self::Csv => table::read(source, true, faults),
            Self::Workbook => table::read(source, false, faults),
        }
    }
}

//! The file formats of reference sets. All are read into the same rows.

use rayon::prelude::*;

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

/// Endings of reference sets, in lower case, with their formats.
pub const ENDINGS: [(&str, Format); 8] = [
    ("toml", Format::Toml),
    ("yaml", Format::Yaml),
    ("yml", Format::Yaml),
    ("json", Format::Json),
    ("csv", Format::Csv),
    ("tsv", Format::Csv),
    ("xlsx", Format::Workbook),
    ("xlsm", Format::Workbook),
];

impl Format {
    /// The format that the ending of a path says, in any case; TOML where it says nothing.
    pub fn of_path(path: &str) -> Self {
        Self::of_set(path).unwrap_or(Self::Toml)
    }

    /// The same for an ending that a set has, and a text has not.
    pub fn of_set(path: &str) -> Option<Self> {
        let (_, ending) = path.rsplit_once('.')?;
        ENDINGS.iter().find(|(known, _)| ending.eq_ignore_ascii_case(known)).map(|(_, format)| *format)
    }

    /// What `then` makes of each row of a set in this format, in file order. Rows are understood in parallel, and those
    /// of TOML are gone before the next ones are read.
    pub(super) fn each_row<T: Send>(
        self,
        source: &Source<'_>,
        faults: &mut Vec<Fault>,
        then: &(impl Fn(&Row<'_>, &mut Vec<Fault>) -> T + Sync),
    ) -> Result<Vec<T>, Unreadable> {
        let rows = match self {
            Self::Toml => return toml_rows::each(source, faults, then),
            Self::Yaml => tree::rows(source, yaml::read(source, faults)?, faults),
            Self::Json => tree::rows(source, json::read(source)?, faults),
            Self::Csv => table::read(source, true, faults)?,
            Self::Workbook => table::read(source, false, faults)?,
        };
        let some = |rows: &[Row<'_>]| {
            let mut faults = Vec::new();
            (rows.iter().map(|row| then(row, &mut faults)).collect::<Vec<T>>(), faults)
        };
        Ok(in_order(rows.par_chunks(ROWS).map(some).collect(), faults))
    }
}

/// Rows that one thread understands before it takes others.
const ROWS: usize = 1024;

/// Puts together what came of the parts of a set.
pub(super) fn in_order<T>(parts: Vec<(Vec<T>, Vec<Fault>)>, faults: &mut Vec<Fault>) -> Vec<T> {
    let mut all = Vec::with_capacity(parts.iter().map(|(part, _)| part.len()).sum());
    for (part, more) in parts {
        all.extend(part);
        faults.extend(more);
    }
    all
}

//! `figlint extract`.

use std::io::{self, Write};

use rayon::prelude::*;

use super::Status;
use super::args::{Extract, OutputFormat, Shared};
use super::check::threads;
use super::session::Session;
use super::{discover, setup};
use crate::claim::Reading;
use crate::lint::{Linter, Text, TextError};
use crate::report::Look;
use crate::report::extract::{Table, jsonl_row, rows};

/// Texts whose rows are in memory at a time.
const BATCH: usize = 256;

pub(super) fn run(session: &mut Session, shared: &Shared, args: &Extract) -> Status {
    let settings = setup::settings(session, shared);
    let mut loaded = setup::rules(session, shared, &settings);
    let vocabulary = setup::vocabulary(&mut loaded);
    let texts = discover::texts(session, &args.reading, &settings.root, &[]);
    threads(session, &args.reading);
    let mut linter = Linter::new(Vec::new(), vocabulary);
    linter.documents = settings.config.documents;
    linter.dates = settings.config.dates;
    linter.date = args.reading.date;

    let mut errors = Vec::new();
    session.print(|session, out| print(&linter, &texts, args.output_format, session.look, &mut errors, out));
    for error in errors {
        session.text_error(&error);
    }
    Status::Clean
}

fn print(
    linter: &Linter,
    texts: &[Text],
    format: OutputFormat,
    look: Look,
    errors: &mut Vec<TextError>,
    out: &mut dyn Write,
) -> io::Result<()> {
    if format == OutputFormat::Json {
        out.write_all(b"{\"version\":1,\"figures\":[")?;
    }
    let mut first = true;
    for batch in texts.chunks(BATCH) {
        let read: Vec<_> =
            batch.par_iter().map(|text| linter.with_reading(text, |reading| render(reading, format, look))).collect();
        for one in read {
            match one {
                Err(error) => errors.push(error),
                Ok(bytes) => {
                    if format == OutputFormat::Json && !bytes.is_empty() {
                        out.write_all(if first { b"\n" } else { b",\n" })?;
                        first = false;
                    }
                    out.write_all(&bytes)?;
                }
            }
        }
    }
    if format == OutputFormat::Json {
        out.write_all(b"]}\n")?;
    }
    Ok(())
}

/// The rows of one text, printed.
fn render(reading: &Reading<'_>, format: OutputFormat, look: Look) -> Vec<u8> {
    let mut out = Vec::new();
    match format {
        OutputFormat::Human => {
            let mut table = Table::default();
            rows(reading, &mut |row| table.push(row));
            table.write(look, &mut out).expect("internal error: memory can be written");
        }
        OutputFormat::Jsonl => rows(reading, &mut |row| {
            jsonl_row(row, &mut out);
            out.push(b'\n');
        }),
        OutputFormat::Json => rows(reading, &mut |row| {
            if !out.is_empty() {
                out.extend_from_slice(b",\n");
            }
            jsonl_row(row, &mut out);
        }),
    }
    out
}

//! `figlint extract`.

use std::io::{self, Write};

use super::Status;
use super::args::{Extract, ExtractFormat, Shared};
use super::in_order::{Piece, in_order};
use super::linter::reading;
use super::session::Session;
use super::{discover, setup};
use crate::claim::Reading;
use crate::lint::{Linter, Text, TextError};
use crate::report::Look;
use crate::report::extract::{CSV_HEADER, Filter, Row, Table, csv_cells, jsonl_row, rows};
use crate::vocabulary::Vocabulary;

pub(super) fn run(session: &mut Session, shared: &Shared, args: &Extract) -> Status {
    let mut settings = setup::settings(session, shared);
    let mut loaded = setup::rules(session, shared, &settings);
    let vocabulary = setup::vocabulary(&mut loaded);
    if !measures_are_known(session, &args.measure, &vocabulary) {
        return Status::Failed;
    }
    let texts = discover::texts(session, &args.reading, &settings, &[]);
    let linter = reading(session, &mut settings, args.reading.date, vocabulary, Vec::new());

    let filter = Filter { kinds: args.kind.clone(), measures: args.measure.clone() };
    let printer = Printer { linter: &linter, format: args.output_format, filter, look: session.look };
    let mut errors = Vec::new();
    session.print(|_, out| {
        errors = printer.print(&texts, args.reading.threads, out)?;
        Ok(())
    });
    for error in errors {
        session.text_error(&error);
    }
    Status::Clean
}

/// Tells of every name that is no measure.
fn measures_are_known(session: &mut Session, wanted: &[String], vocabulary: &Vocabulary) -> bool {
    let known = || vocabulary.measures.iter().map(|measure| measure.id.as_str());
    for name in wanted.iter().filter(|name| vocabulary.measure(name).is_none()) {
        let all = format!("the measures are {}", known().collect::<Vec<_>>().join(", "));
        session.unknown("measure", name, known(), &all);
    }
    wanted.iter().all(|name| vocabulary.measure(name).is_some())
}

/// Reads texts and prints their rows in the order of the texts.
struct Printer<'l> {
    linter: &'l Linter,
    format: ExtractFormat,
    filter: Filter,
    look: Look,
}

impl Printer<'_> {
    /// Prints the rows of all texts; returns those that could not be read.
    fn print(&self, texts: &[Text], threads: Option<usize>, out: &mut dyn Write) -> io::Result<Vec<TextError>> {
        let mut list = JsonList { out, begun: false };
        let out: &mut dyn Write = match self.format {
            ExtractFormat::Json => {
                list.out.write_all(b"{\"version\":1,\"figures\":[")?;
                &mut list
            }
            ExtractFormat::Csv => {
                csv::Writer::from_writer(&mut *list.out).write_record(CSV_HEADER)?;
                list.out
            }
            ExtractFormat::Table | ExtractFormat::Jsonl => list.out,
        };
        let work = |text: &Text, out: &mut Piece| self.linter.with_readings(text, |reading| self.rows(reading, out));
        let mut errors = Vec::new();
        for (printed, unread) in in_order(texts, threads, work, out)? {
            printed.into_iter().collect::<io::Result<()>>()?;
            errors.extend(unread);
        }
        if self.format == ExtractFormat::Json {
            out.write_all(b"]}\n")?;
        }
        Ok(errors)
    }

    /// The rows of one text that are wanted.
    fn rows(&self, reading: &Reading<'_>, out: &mut Piece) -> io::Result<()> {
        let wanted = |row: &Row<'_>| self.filter.wants(row.kind, row.measure);
        match self.format {
            ExtractFormat::Table => {
                let mut table = Table::default();
                each(reading, wanted, &mut |row| table.push(row));
                table.write(self.look, out)?;
            }
            ExtractFormat::Csv => {
                let mut written = Ok(());
                let mut writer = csv::Writer::from_writer(out);
                each(reading, wanted, &mut |row| {
                    if written.is_ok() {
                        written = writer.write_record(csv_cells(row));
                    }
                });
                written?;
                writer.flush()?;
            }
            ExtractFormat::Jsonl => each(reading, wanted, &mut |row| {
                jsonl_row(row, out.buffer());
                out.buffer().push(b'\n');
                out.end_line();
            }),
            ExtractFormat::Json => each(reading, wanted, &mut |row| {
                out.buffer().extend_from_slice(JsonList::BETWEEN);
                jsonl_row(row, out.buffer());
                out.end_line();
            }),
        }
        Ok(())
    }
}

fn each(reading: &Reading<'_>, wanted: impl Fn(&Row<'_>) -> bool, then: &mut dyn FnMut(&Row<'_>)) {
    rows(reading, &mut |row| {
        if wanted(row) {
            then(row);
        }
    });
}

/// Items of a JSON list as they come: every one has a comma before it, and that of the first is left out.
struct JsonList<'o> {
    out: &'o mut dyn Write,
    begun: bool,
}

impl JsonList<'_> {
    const BETWEEN: &'static [u8] = b",\n";
}

impl Write for JsonList<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let comma = usize::from(!self.begun && bytes.starts_with(b","));
        self.begun = true;
        self.out.write_all(&bytes[comma..])?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

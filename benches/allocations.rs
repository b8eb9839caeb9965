//! How often memory is asked for while a megabyte of news prose is read and its figures are printed. A program of its own,
//! because counting slows down what is counted.

mod prose;

use std::io::{self, Write as _};

use allocation_counter::measure;
use figlint::lint::{Linter, Text};
use figlint::report::extract::{jsonl_row, rows};

fn main() -> io::Result<()> {
    let linter = Linter::bundled();
    let text = Text::in_memory("a.md", &prose::prose(1 << 20, 7));
    let (mut out, mut figures) = (Vec::new(), 0_u64);
    let counted = measure(|| {
        let read = linter.with_readings(&text, |reading| {
            rows(reading, &mut |row| {
                figures += 1;
                out.clear();
                jsonl_row(row, &mut out);
            });
        });
        assert!(read.1.is_empty(), "the prose is UTF-8");
    });
    let each = |count: u64| count / figures.max(1);
    let (tenths, bytes) = (each(10 * counted.count_total), each(counted.bytes_total));
    writeln!(io::stdout(), "{figures} figures: {}.{} allocations and {bytes} bytes a figure", tenths / 10, tenths % 10)
}

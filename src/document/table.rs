//! Tables of Markdown and HTML: where each cell stands and what heads it. A row is settled when it ends, because only
//! then is it known whether it is a header.

use std::ops::Range;

use super::reading::{Reading, TextBuilder, one_line, prefix};
use super::{Block, BlockKind, TableCell};

/// Columns beyond this one get no header, so that a huge `colspan` costs nothing.
const MOST_COLUMNS: usize = 1000;
/// Rows beyond which a `rowspan` does not reach.
const MOST_ROWS: u32 = 1000;
/// Bytes of a header or caption that each cell carries.
const LONGEST_HEADER: usize = 200;
/// A cell with more text than this is prose in a table that is there for the layout.
const LONGEST_CELL: usize = 300;

/// A table while it is read.
#[derive(Debug)]
pub(super) struct Table {
    number: u32,
    caption: Option<String>,
    /// Text of the headers of each column, from above.
    headers: Vec<String>,
    /// How many more rows each column is taken by a cell from above.
    taken: Vec<u32>,
    row: u32,
    column: usize,
    cells: Vec<Cell>,
    /// Blocks of this row, each with the cell it stands in.
    blocks: Vec<(usize, usize)>,
    in_cell: bool,
    in_head: bool,
    had_body: bool,
}

#[derive(Debug)]
struct Cell {
    columns: Range<usize>,
    header: bool,
}

impl Table {
    pub(super) fn new(reading: &mut Reading<'_>) -> Self {
        let number = reading.tables;
        reading.tables += 1;
        Self {
            number,
            caption: None,
            headers: Vec::new(),
            taken: Vec::new(),
            row: 0,
            column: 0,
            cells: Vec::new(),
            blocks: Vec::new(),
            in_cell: false,
            in_head: false,
            had_body: false,
        }
    }

    /// What stands above or below the table as its title.
    pub(super) fn set_caption(&mut self, text: &str) {
        self.caption = header_text(text);
    }

    /// Rows from here on are headers, or are not.
    pub(super) fn set_head(&mut self, head: bool) {
        self.in_head = head;
    }

    /// Whether text now belongs to a cell.
    pub(super) fn in_cell(&self) -> bool {
        self.in_cell
    }

    /// Begins a cell that is `columns` wide and `rows` high.
    pub(super) fn start_cell(&mut self, header: bool, columns: usize, rows: u32) {
        while self.taken.get(self.column).is_some_and(|&rows| rows > 0) {
            self.column += 1;
        }
        let end = (self.column + columns.max(1)).min(self.column.max(MOST_COLUMNS) + 1);
        if rows > 1 && end <= MOST_COLUMNS {
            self.taken.resize(self.taken.len().max(end), 0);
            self.taken[self.column..end].fill(rows.min(MOST_ROWS));
        }
        self.cells.push(Cell { columns: self.column..end, header });
        self.column = end;
        self.in_cell = true;
    }

    /// Ends the cell; text that follows belongs to none.
    pub(super) fn end_cell(&mut self) {
        self.in_cell = false;
    }

    /// Reads a text in the present cell.
    pub(super) fn push<'a>(&mut self, text: TextBuilder<'a>, reading: &mut Reading<'a>) {
        let Some(cell) = self.cells.last().filter(|_| text.len() <= LONGEST_CELL) else {
            reading.push(BlockKind::Paragraph, text);
            return;
        };
        let place = (self.number, self.row, cell.columns.start as u32);
        let kind =
            TableCell { table: place.0, row: place.1, column: place.2, header: cell.header, ..TableCell::default() };
        if reading.push(BlockKind::TableCell(kind), text) {
            self.blocks.push((reading.blocks.len() - 1, self.cells.len() - 1));
        }
    }

    /// Ends the row: gives its cells their headers, or makes them headers of the rows to come.
    pub(super) fn end_row(&mut self, blocks: &mut [Block<'_>]) {
        self.end_cell();
        if self.cells.is_empty() {
            return;
        }
        if self.is_header_row(blocks) {
            self.remember_headers(blocks);
        } else {
            self.had_body = true;
            self.head_cells(blocks);
        }
        self.cells.clear();
        self.blocks.clear();
        self.row += 1;
        self.column = 0;
        for rows in &mut self.taken {
            *rows = rows.saturating_sub(1);
        }
    }

    /// A row in `<thead>`, a row of `<th>` before the first other row, or a first row of two words or more without a
    /// figure in any of them.
    fn is_header_row(&self, blocks: &[Block<'_>]) -> bool {
        if self.in_head {
            return true;
        }
        if self.had_body {
            return false;
        }
        let wordy =
            |&(at, _): &(usize, usize)| blocks.get(at).is_some_and(|b| !b.text.bytes().any(|b| b.is_ascii_digit()));
        self.cells.iter().all(|cell| cell.header)
            || self.row == 0
                && self.blocks.len() > 1
                && self.blocks.len() == self.cells.len()
                && self.blocks.iter().all(wordy)
    }

    fn remember_headers(&mut self, blocks: &mut [Block<'_>]) {
        for &(at, cell) in &self.blocks {
            let Some(block) = blocks.get_mut(at) else { continue };
            let columns = self.cells[cell].columns.clone();
            if columns.end > self.headers.len() && columns.end <= MOST_COLUMNS {
                self.headers.resize(columns.end, String::new());
            }
            for header in self.headers.iter_mut().take(columns.end).skip(columns.start) {
                extend_header(header, &block.text);
            }
            if let BlockKind::TableCell(cell) = &mut block.kind {
                cell.header = true;
                cell.caption.clone_from(&self.caption);
            }
        }
    }

    fn head_cells(&self, blocks: &mut [Block<'_>]) {
        let first = self.blocks.iter().find(|(_, cell)| *cell == 0).and_then(|&(at, _)| blocks.get(at));
        let row_header = first.and_then(|block| header_text(&block.text));
        for &(at, cell) in &self.blocks {
            let Some(Block { kind: BlockKind::TableCell(found), .. }) = blocks.get_mut(at) else { continue };
            found.column_header = self.headers.get(found.column as usize).filter(|text| !text.is_empty()).cloned();
            found.row_header = row_header.clone().filter(|_| cell > 0);
            found.caption.clone_from(&self.caption);
        }
    }
}

/// Adds a header to those above it: "2023" over "Q1" is "2023 Q1".
fn extend_header(header: &mut String, text: &str) {
    if header.len() < LONGEST_HEADER
        && let Some(text) = header_text(text)
        && *header != text
    {
        if !header.is_empty() {
            header.push(' ');
        }
        header.push_str(&text);
    }
}

fn header_text(text: &str) -> Option<String> {
    Some(one_line(prefix(text, LONGEST_HEADER))).filter(|line| !line.is_empty())
}

//! Paragraphs that stand several times in a text (a repeated article, a caption) are told of once, at the first. Checks
//! need not think of it: what they say of a copy is dropped here. Only where a check looks for the partner of a figure
//! in other blocks does it leave out the copies itself.

use crate::document::Document;
use crate::span::Span;
use crate::verdict::Verdict;

/// Where the copies of a text stand.
#[derive(Debug)]
pub struct Repeats {
    /// Bytes of the file, in their order.
    copies: Vec<Span>,
}

impl Repeats {
    /// The copies of a document, of which most have none.
    pub fn of(document: &Document<'_>) -> Self {
        let copies = document.blocks.iter().filter(|block| block.copy_of.is_some());
        let mut copies: Vec<Span> = copies.map(|block| document.block_in_file(block)).collect();
        copies.sort_unstable();
        Self { copies }
    }

    /// Drops every verdict on a figure in a copy.
    pub fn drop(&self, verdicts: &mut Vec<Verdict>) {
        if self.copies.is_empty() {
            return;
        }
        verdicts.retain(|verdict| {
            let figure = verdict.primary.span;
            let until = self.copies.partition_point(|copy| copy.start <= figure.start);
            !self.copies[..until].last().is_some_and(|copy| copy.contains(figure))
        });
    }
}

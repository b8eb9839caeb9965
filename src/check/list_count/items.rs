//! Items: the bullets that follow a block, counted by the marks that stand before them in the file.

use crate::document::{Block, BlockKind, Document, Format};
use crate::span::Span;

/// The items of one list.
pub(super) struct Items {
    /// The first block of each item.
    pub blocks: Vec<u32>,
    /// Whether the first item stands straight below the lead-in.
    pub close: bool,
    /// Whether another list, or this one, begins again soon after it.
    pub goes_on: bool,
}

/// What stands before an item in the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Mark {
    indent: usize,
    /// Where the item's own text begins in its line; marks left of it are siblings or outer items.
    content: usize,
    /// The sign of a bullet, '1' for a number and '<' for a tag of HTML.
    kind: char,
    number: Option<u32>,
}

/// The items of the list that follows a block; `None` where none does, or one with more than `most` items.
pub(super) fn items_after(document: &Document<'_>, block: usize, most: usize) -> Option<Items> {
    let blocks = &document.blocks;
    let first = mark(document, block + 1)?;
    if let Some(own) = mark(document, block).filter(|_| blocks[block].kind == BlockKind::ListItem)
        && first.indent < own.content
        && first.kind != '<'
    {
        return None;
    }
    let mut items = Items { blocks: vec![block as u32 + 1], close: true, goes_on: false };
    let mut number = first.number;
    let mut at = block + 2;
    let mut depth = 0;
    while at < blocks.len() && blocks[at].kind == BlockKind::ListItem {
        // Items of a list within an item are passed over, and behind the end of the list others go on.
        let (opened, closed) = lists_between(document, at);
        let Some(left) = (depth + opened).checked_sub(closed) else { break };
        depth = left;
        if depth > 0 {
            at += 1;
            continue;
        }
        if let Some(next) = mark(document, at) {
            if next.indent < first.indent && next.content <= first.indent {
                break;
            }
            if next.indent < first.content {
                // Another kind of mark, or in plain text another number than the next ("1." or "2." again): another
                // list.
                let restarts = next.kind != first.kind
                    || document.format == Format::Plain && number.is_some_and(|n| next.number != Some(n + 1));
                if restarts {
                    items.goes_on = true;
                    break;
                }
                items.blocks.push(at as u32);
                if items.blocks.len() > most {
                    return None;
                }
                number = next.number;
            }
        }
        at += 1;
    }
    items.goes_on |= (at..blocks.len().min(at + 3))
        .take_while(|&i| !matches!(blocks[i].kind, BlockKind::Heading(_)) && !blocks[i].text.ends_with(':'))
        .any(|i| blocks[i].kind == BlockKind::ListItem);
    (items.blocks.len() > 1).then_some(items)
}

/// The mark before a block that begins a list item.
fn mark(document: &Document<'_>, at: usize) -> Option<Mark> {
    let block: &Block<'_> = document.blocks.get(at).filter(|b| b.kind == BlockKind::ListItem)?;
    let start = block.map.to_file(Span::new(0, 1)).start as usize;
    if document.format == Format::Html {
        return html_mark(document, at, start);
    }
    let line = document.source[..start].rfind('\n').map_or(0, |i| i + 1);
    let prefix = &document.source[line..start];
    let trimmed = prefix.trim_start_matches([' ', '\t', '>']);
    let indent = prefix.len() - trimmed.len();
    let digits = trimmed.bytes().take(4).take_while(u8::is_ascii_digit).count();
    let sign = trimmed[digits..].chars().next()?;
    let kind = match (digits, sign) {
        (0, '-' | '+' | '*' | '\u{2022}' | '\u{2023}' | '\u{25aa}' | '\u{25cf}' | '\u{25e6}' | '\u{b7}') => sign,
        (1..=3, '.' | ')') => '1',
        _ => return None,
    };
    let rest = &trimmed[digits + sign.len_utf8()..];
    let space = rest.len() - rest.trim_start().len();
    if space == 0 {
        return None;
    }
    let content = indent + digits + sign.len_utf8() + space;
    Some(Mark { indent, content, kind, number: trimmed[..digits].parse().ok() })
}

/// In HTML the mark is the `<li>` between this block and the one before.
fn html_mark(document: &Document<'_>, at: usize, start: usize) -> Option<Mark> {
    let between = between(document, at, start)?;
    between.contains("<li").then_some(Mark { indent: 0, content: 1, kind: '<', number: None })
}

/// How many lists of HTML open and how many close before a block.
fn lists_between(document: &Document<'_>, at: usize) -> (usize, usize) {
    if document.format != Format::Html {
        return (0, 0);
    }
    let start = document.blocks[at].map.to_file(Span::new(0, 1)).start as usize;
    let text = between(document, at, start).unwrap_or_default();
    let count = |tags: [&str; 2]| tags.into_iter().map(|tag| text.matches(tag).count()).sum();
    (count(["<ul", "<ol"]), count(["</ul", "</ol"]))
}

/// What stands in the file between the block before and the start of a block.
fn between<'d>(document: &'d Document<'_>, at: usize, start: usize) -> Option<&'d str> {
    let before = at.checked_sub(1).map_or(0, |i| {
        let block = &document.blocks[i];
        block.map.to_file(Span::new(block.text.len() as u32 - 1, block.text.len() as u32)).end as usize
    });
    document.source.get(before..start)
}

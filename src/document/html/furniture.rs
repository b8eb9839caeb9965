//! What of a page is not its article, by structure: page heads and sidebars, elements whose role or class says that
//! they lead elsewhere, and runs of short blocks that are nothing but links.

use std::ops::Range;

use super::elements::Unread;
use crate::document::tag::Tag;
use crate::document::{Block, BlockKind};

/// Roles of ARIA whose elements are no article.
const ROLES: &[&str] = &[
    "alertdialog",
    "contentinfo",
    "dialog",
    "menu",
    "menubar",
    "navigation",
    "search",
    "tablist",
    "toolbar",
    "tooltip",
];
/// Classes that sites give to what leads elsewhere, whole words only.
const CLASSES: &[&str] = &[
    "breadcrumb",
    "breadcrumbs",
    "most-popular",
    "most-read",
    "newsletter-signup",
    "read-more",
    "recommended",
    "related",
    "related-articles",
    "related-content",
    "related-links",
    "related-posts",
    "related-stories",
    "screen-reader-text",
    "share-buttons",
    "skip-link",
    "social-share",
    "sr-only",
    "visually-hidden",
];
/// A longer block is prose, though all of it be a link.
const LONGEST_LINK: usize = 200;
/// A longer block between two links (a date, a label) ends their run.
const LONGEST_LABEL: usize = 40;
/// Fewer links in a row may be the article's own.
const FEWEST_LINKS: usize = 3;

/// How far the reader is in the article of a page.
#[derive(Debug)]
pub(super) struct Article {
    /// Whether the page marks its article; where it does not, everything may be of it.
    marked: bool,
    open: u32,
}

impl Article {
    pub(super) fn new(page: &str) -> Self {
        let marked =
            ["<article", "<main"].iter().any(|tag| memchr::memmem::find(page.as_bytes(), tag.as_bytes()).is_some());
        Self { marked, open: 0 }
    }

    /// Takes note of a tag that is read.
    pub(super) fn tag(&mut self, tag: &Tag<'_>) {
        if matches!(tag.name(), b"article" | b"main") {
            self.open = if tag.closing { self.open.saturating_sub(1) } else { self.open + 1 };
        }
    }

    /// Why the content of a block is not read, if its tag says so. Elements that are often left open are not asked.
    pub(super) fn unread(&self, tag: &Tag<'_>) -> Option<Unread> {
        let name = tag.name();
        if !matches!(name, b"div" | b"section" | b"aside" | b"header" | b"ul" | b"ol" | b"dl" | b"details" | b"span") {
            return None;
        }
        let role = tag.value("role").unwrap_or_default();
        let is = |known: &str| role.eq_ignore_ascii_case(known);
        let outside = self.marked && self.open == 0;
        let classes = || tag.value("class").unwrap_or_default().split_ascii_whitespace();
        if tag.attribute("hidden").is_some() {
            Some(Unread::Hidden)
        } else if outside && (name == b"header" || is("banner")) {
            Some(Unread::Head)
        } else if outside && (name == b"aside" || is("complementary"))
            || ROLES.iter().any(|known| is(known))
            || tag.value("aria-label").is_some_and(|label| label.eq_ignore_ascii_case("breadcrumb"))
            || classes().any(|class| CLASSES.iter().any(|known| class.eq_ignore_ascii_case(known)))
        {
            Some(Unread::Furniture)
        } else {
            None
        }
    }
}

/// How much of the text is links.
#[derive(Debug, Default)]
pub(super) struct Links {
    open: bool,
    /// Bytes of the block that is being read that stand in a link.
    linked: usize,
    /// Blocks that are nothing but links, by their index.
    pub(super) blocks: Vec<usize>,
}

impl Links {
    /// Takes note of `<a>`.
    pub(super) fn tag(&mut self, tag: &Tag<'_>) {
        self.open = !tag.closing && tag.attribute("href").is_some();
    }

    /// Takes note of so many bytes of text.
    pub(super) fn text(&mut self, len: usize) {
        self.linked += if self.open { len } else { 0 };
    }

    /// Whether the block of so many bytes that ends here is nothing but a link.
    pub(super) fn end_block(&mut self, len: usize) -> bool {
        let linked = std::mem::take(&mut self.linked);
        len <= LONGEST_LINK && linked * 10 >= len * 8
    }

    /// Takes runs of links out of the blocks. A short line between two of them goes with them.
    pub(super) fn take_out(&self, blocks: &mut Vec<Block<'_>>) {
        let mut runs: Vec<Range<usize>> = Vec::new();
        let mut links = 0;
        for &at in &self.blocks {
            if !is_short(blocks.get(at), LONGEST_LINK) {
                continue;
            }
            match runs.last_mut() {
                Some(run) if at == run.end || at == run.end + 1 && is_short(blocks.get(run.end), LONGEST_LABEL) => {
                    run.end = at + 1;
                    links += 1;
                }
                last => {
                    if last.is_some() && links < FEWEST_LINKS {
                        runs.pop();
                    }
                    runs.push(at..at + 1);
                    links = 1;
                }
            }
        }
        if links < FEWEST_LINKS {
            runs.pop();
        }
        for run in runs.into_iter().rev() {
            blocks.drain(run);
        }
    }
}

/// Whether a block can be a link to another text: no cell, not the headline, and no longer than this.
fn is_short(block: Option<&Block<'_>>, longest: usize) -> bool {
    block.is_some_and(|block| {
        !matches!(block.kind, BlockKind::TableCell(_) | BlockKind::Heading(1)) && block.text.len() <= longest
    })
}

//! Sections: the headings below a headline such as "Five things to know", numbered or not, as headings or in bold.

use super::items::Items;
use crate::document::{Block, BlockKind, Document};
use crate::span::Span;

/// Headings that are none of the things that the headline counts.
const STOCK: &[&str] = &[
    "about",
    "acknowledg",
    "appendix",
    "background",
    "bonus",
    "bottom",
    "caveat",
    "conclu",
    "context",
    "contact",
    "faq",
    "final",
    "finally",
    "further",
    "getting",
    "how",
    "in short",
    "introduc",
    "learn more",
    "links",
    "more",
    "next",
    "note",
    "overview",
    "read",
    "refer",
    "related",
    "resource",
    "see",
    "share",
    "so ",
    "sources",
    "summary",
    "take",
    "the bottom",
    "the takeaway",
    "tl;dr",
    "update",
    "what",
    "where",
    "who",
    "why",
    "wrap",
];

/// Most headings without a number, of the headline's own level, before the first that has one.
const UNNUMBERED: usize = 3;

/// What stands for the level of a paragraph in bold, below all headings.
const BOLD: u8 = 7;

/// The sections below a heading, and whether their numbers show that they are what it counts.
pub(super) struct Sections {
    pub items: Items,
    pub numbered: bool,
}

/// The headings "1. ...", "2. ..." or "Reason 1: ..." below a heading and inside its section, `noun` being what it
/// counts; where none has a number, all headings of the first level below it. `None` where there are fewer than two, or
/// the numbers do not run from 1.
pub(super) fn sections(document: &Document<'_>, block: usize, noun: &str) -> Option<Sections> {
    let BlockKind::Heading(level) = document.blocks[block].kind else { return None };
    let (mut numbered, mut plain) = (Vec::new(), Vec::new());
    let (mut inner, mut first, mut beside) = (None, None, 0);
    for (at, next) in document.blocks.iter().enumerate().skip(block + 1) {
        let number = leading_number(&next.text, noun);
        let own = match next.kind {
            BlockKind::Heading(own) => own,
            BlockKind::Paragraph if is_bold(document, next, number.is_some()) => BOLD,
            _ => continue,
        };
        if own <= level && inner.is_none_or(|i| i != own) && !numbered.is_empty() || own < level {
            break;
        }
        if own <= level && numbered.is_empty() && !plain.is_empty() {
            break;
        }
        if own == level && number.is_none() && inner.is_none() {
            beside += 1;
            if beside > UNNUMBERED {
                break;
            }
        }
        match number {
            Some(number) if number as usize == numbered.len() + 1 && inner.is_none_or(|i| i == own) => {
                inner = Some(own);
                numbered.push(at as u32);
            }
            Some(_) => return None,
            None if own > level && own <= *first.get_or_insert(own) => plain.push((own, at as u32)),
            None => {}
        }
    }
    let of = |blocks: Vec<u32>| Items { blocks, close: true, goes_on: false };
    if numbered.len() > 1 {
        return Some(Sections { items: of(numbered), numbered: true });
    }
    let same = plain.iter().all(|(own, _)| Some(*own) == first);
    let stock = |at: &u32| {
        let text = document.blocks[*at as usize].text.to_lowercase();
        text.ends_with([':', '?']) || STOCK.iter().any(|word| text.starts_with(word))
    };
    let blocks: Vec<u32> = plain.into_iter().map(|(_, at)| at).collect();
    let clear = numbered.is_empty() && same && blocks.len() > 1 && !blocks.iter().any(stock);
    clear.then(|| Sections { items: of(blocks), numbered: false })
}

/// "1. Check the sums", "2) Ask", "#3 Wait", and "Tip 4: Sleep" where tips are counted.
fn leading_number(text: &str, noun: &str) -> Option<u32> {
    let named = text.get(..noun.len()).is_some_and(|start| !noun.is_empty() && start.eq_ignore_ascii_case(noun));
    let bare = if named { text[noun.len()..].trim_start() } else { text };
    let rest = bare.strip_prefix('#').unwrap_or(bare);
    let marked = named || rest.len() < bare.len();
    let digits = rest.bytes().take(3).take_while(u8::is_ascii_digit).count();
    let behind = &rest[digits..];
    let ends = [". ", ") ", ": "].iter().any(|end| behind.starts_with(end));
    let sets_off = [" ", ".", ":", " \u{2013}"].iter().any(|end| behind.starts_with(end)) || behind.is_empty();
    (ends || marked && sets_off).then(|| rest[..digits].parse().ok())?
}

/// A paragraph that is bold as a whole, or up to its number's sentence: "**2. Fix the taps**".
fn is_bold(document: &Document<'_>, block: &Block<'_>, numbered: bool) -> bool {
    let length = block.text.len() as u32;
    let (Some(last), source) = (length.checked_sub(1), &document.source) else { return false };
    let start = block.map.to_file(Span::new(0, 1)).start as usize;
    let end = block.map.to_file(Span::new(last, length)).end as usize;
    let bold = |mark: &str| {
        let opened = source.get(..start).is_some_and(|before| before.ends_with(mark));
        let closed = source.get(end..).is_some_and(|behind| behind.starts_with(mark));
        let inside = source.get(start..end).is_some_and(|text| text.contains(mark));
        opened && (closed && !inside || numbered)
    };
    bold("**") || bold("__")
}

#[cfg(test)]
mod tests {
    use super::leading_number;

    #[test]
    fn numbers_of_headings() {
        let n = |text| leading_number(text, "reason");
        assert_eq!(n("1. Check the sums"), Some(1));
        assert_eq!(n("2) Ask"), Some(2));
        assert_eq!(n("#3 Wait"), Some(3));
        assert_eq!(n("Reason 4: The fog"), Some(4));
        assert_eq!(n("Reason #5"), Some(5));
        assert_eq!(n("6 reasons to stay"), None);
        assert_eq!(n("Reasonable costs"), None);
        assert_eq!(n("Tip 7: Sleep"), None);
    }
}

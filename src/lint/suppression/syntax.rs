//! The words of an instruction: `figlint-` and a verb, names of rules or packs, and behind `--` a reason.

use super::{Entry, Kind, Removal, Suppression};
use crate::document::{Document, Format, Instruction, InstructionSort};
use crate::span::Span;
use crate::verdict::Place;

/// What the verbs mean.
pub(super) const VERBS: [(&str, Kind); 5] = [
    ("disable", Kind::Disable),
    ("enable", Kind::Enable),
    ("disable-line", Kind::Line),
    ("disable-next-line", Kind::NextLine),
    ("disable-file", Kind::File),
];

/// Reads an instruction; where it holds is settled later.
pub(super) fn read(document: &Document<'_>, one: &Instruction) -> Suppression {
    let source = document.source;
    let written = one.words.slice(source);
    let place = |span| Place::in_document(document, span, written);
    let in_front = matches!(one.sort, InstructionSort::FrontMatter | InstructionSort::Json);
    let after = written.strip_prefix("figlint").unwrap_or(written).trim_start_matches([' ', ':', '-', '_']);
    let verb_len = after.find(|c: char| !is_name(c)).unwrap_or(after.len());
    let verb = &after[..verb_len];
    let name = &written[..written.len() - after.len() + verb_len];
    let mut kind = VERBS.iter().find(|(verb, _)| name.strip_prefix("figlint-") == Some(*verb)).map(|(_, kind)| *kind);
    if in_front {
        kind = Some(Kind::File);
    } else if document.format == Format::Word {
        kind = Some(Kind::Nowhere);
    }
    let rest = one.words.end as usize - after.len() + verb_len;
    let (list, reason) = split_reason(&source[rest..one.words.end as usize], in_front);
    let mut entries = Vec::new();
    for (at, name) in names(list) {
        let start = (rest + at) as u32;
        let place = place(Span::new(start, start + name.len() as u32));
        entries.push(Entry { name: Some(name.to_owned()), place, holds: Span::default(), used: false });
    }
    let ends = entries.first().zip(entries.last());
    let list = ends
        .filter(|_| !in_front && document.is_plain_bytes())
        .map(|(first, last)| first.place.span.cover(last.place.span));
    let everything = |name: &Option<String>| name.as_deref().is_some_and(|name| name == "true" || name == "all");
    let nothing = |name: &Option<String>| name.as_deref().is_some_and(|name| matches!(name, "false" | "null"));
    if in_front {
        entries.retain(|entry| !nothing(&entry.name));
    }
    let all = if in_front { entries.iter().any(|entry| everything(&entry.name)) } else { entries.is_empty() };
    if all {
        let place = place(one.span);
        entries = vec![Entry { name: None, place, holds: Span::default(), used: false }];
    }
    Suppression {
        place: place(one.span),
        name: name.to_owned(),
        verb: verb.to_owned(),
        kind,
        entries,
        list,
        reason,
        removal: removal(document, one),
    }
}

fn is_name(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '-' | '_')
}

/// The names before the reason, and the reason: behind `--`, in front matter also behind `#`.
fn split_reason(text: &str, in_front: bool) -> (&str, Option<String>) {
    let space = |c: Option<char>| c.is_none_or(char::is_whitespace);
    let marks: &[&str] = if in_front { &["--", "#"] } else { &["--"] };
    let stands_alone = |at: usize, len: usize| {
        space(text[..at].chars().next_back()) && (space(text[at + len..].chars().next()) || text[at..].starts_with('#'))
    };
    let found = marks.iter().filter_map(|mark| {
        text.match_indices(mark).map(|(at, _)| (at, mark.len())).find(|(at, len)| stands_alone(*at, *len))
    });
    let Some((at, len)) = found.min() else {
        return (text, None);
    };
    let reason: Vec<&str> = text[at + len..].split_whitespace().collect();
    let reason = reason.join(" ").trim_end_matches(['"', '\'', ']']).to_owned();
    (&text[..at], Some(reason).filter(|reason| !reason.is_empty()))
}

/// The names in a list with their places, however they are set apart: spaces, commas, brackets, quotes, dashes.
fn names(list: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    std::iter::from_fn(move || {
        while at < list.len() {
            let start = at + list[at..].find(is_name)?;
            let len = list[start..].find(|c: char| !is_name(c)).unwrap_or(list.len() - start);
            at = start + len;
            // A dash alone is the mark of an entry in YAML.
            if list[start..at].contains(char::is_alphanumeric) {
                return Some((start, &list[start..at]));
            }
        }
        None
    })
}

/// What goes with the whole instruction. A comment alone on its line takes the line with it, unless it keeps two
/// paragraphs of Markdown apart.
fn removal(document: &Document<'_>, one: &Instruction) -> Option<Removal> {
    let source = document.source;
    let (start, end) = (one.span.start as usize, one.span.end as usize);
    if one.sort == InstructionSort::Json || !document.is_plain_bytes() {
        return None;
    }
    if one.sort == InstructionSort::FrontMatter {
        return Some(Removal { span: one.span, text: "" });
    }
    let line = source[..start].rfind('\n').map_or(0, |at| at + 1);
    let next = source[end..].find('\n').map_or(source.len(), |at| end + at + 1);
    let (before, after) = (&source[line..start], &source[end..next]);
    if before.trim().is_empty() && after.trim().is_empty() {
        let above = source[..line].lines().next_back().is_some_and(|line| !line.trim().is_empty());
        let below = source[next..].lines().next().is_some_and(|line| !line.trim().is_empty());
        let parts = document.format == Format::Markdown && one.sort == InstructionSort::Comment && above && below;
        let text = if parts { "\n" } else { "" };
        return Some(Removal { span: Span::new(line as u32, next as u32), text });
    }
    // Of the spaces on both sides one stays, and none at the end of a line.
    let spaces = |text: &str| text.len() - text.trim_end_matches([' ', '\t']).len();
    let wide = after.starts_with([' ', '\t', '\r', '\n']) || after.is_empty();
    let from = if wide && !before.trim().is_empty() { start - spaces(before) } else { start };
    Some(Removal { span: Span::new(from as u32, end as u32), text: "" })
}

//! Where an instruction stands that suppresses a finding, so that it changes nothing else of the text: on a line of its
//! own where a paragraph begins, at the end of the line within one, since a line between would part it.

use crate::document::Format;
use crate::verdict::Finding;

/// The byte at which to insert an instruction, and the instruction; `None` where a comment would be seen.
pub(super) fn instruction(path: &str, text: &str, finding: &Finding) -> Option<(usize, String)> {
    let format = Format::of(path, text);
    let (open, close) = match format {
        Format::Markdown | Format::Html => ("<!--", "-->"),
        Format::Mdx => ("{/*", "*/}"),
        Format::Plain | Format::Archive | Format::Word => return None,
    };
    let at = finding.primary.span.start as usize;
    if format != Format::Html && front_matter(text).is_some_and(|end| at < end) {
        return None;
    }
    let start = text[..at].rfind('\n').map_or(0, |end| end + 1);
    let end = text[at..].find('\n').map_or(text.len(), |len| at + len);
    let line = &text[start..end];
    let comment = |verb: &str| format!("{open} figlint-{verb} {} {close}", finding.rule);
    if format == Format::Html || (begins_paragraph(&text[..start], open) && is_plain(line)) {
        let indent = &line[..line.len() - line.trim_start().len()];
        let line_end = if line.ends_with('\r') { "\r\n" } else { "\n" };
        return Some((start, format!("{indent}{}{line_end}", comment("disable-next-line"))));
    }
    let trimmed = line.trim_end();
    // The mark that ends a row of a table, or breaks a line, stays last.
    let before = trimmed.strip_suffix(['|', '\\']).map_or(trimmed, str::trim_end);
    Some((start + before.len(), format!(" {}", comment("disable-line"))))
}

/// Whether what stands before a line leaves room for a paragraph: nothing, an empty line, or another instruction.
fn begins_paragraph(before: &str, open: &str) -> bool {
    let above = before.lines().next_back().unwrap_or_default().trim();
    above.is_empty() || (above.starts_with(open) && above.contains("figlint-"))
}

/// Whether a line is the first of a paragraph or a heading, and no part of a list, quotation or table.
fn is_plain(line: &str) -> bool {
    let first = line.split([' ', '\t']).next().unwrap_or_default();
    let numbered = first.strip_suffix(['.', ')']).is_some_and(|number| number.bytes().all(|b| b.is_ascii_digit()));
    !first.is_empty() && !numbered && !["-", "*", "+"].contains(&first) && !line.starts_with('>') && !line.contains('|')
}

/// Where front matter ends, if there is any.
fn front_matter(text: &str) -> Option<usize> {
    let mark = ["---", "+++"].into_iter().find(|mark| text.starts_with(mark))?;
    let first = text.lines().next().filter(|line| line.trim_end() == mark)?;
    let mut at = first.len();
    while let Some(len) = text[at..].find('\n') {
        at += len + 1;
        if text[at..].lines().next().is_some_and(|line| line.trim_end() == mark) {
            return Some(at);
        }
    }
    None
}

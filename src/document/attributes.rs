//! Marks of kramdown and Pandoc that stand beside the prose of Markdown and say how it is shown: lists of attributes,
//! divisions, abbreviations, formulas.

use super::blank::{LONGEST, line_end, near_line};
use super::reading::prefix;

/// The end of a list of attributes: `{: .note width="300"}`, `{#id}`, `{.class key=value}`, `{::options ... /}`; with its
/// content for `{::comment}`. Words in braces (`{sic}`) are none.
pub(super) fn list_end(source: &str, at: usize) -> Option<usize> {
    let line = near_line(source, at);
    let inner = &line[1..line.find('}')?];
    let end = at + 1 + inner.len() + 1;
    if inner == "::comment" {
        let body = prefix(&source[end..], LONGEST);
        let close = ["{:/comment}", "{:/}"].into_iter().filter_map(|close| Some(body.find(close)? + close.len())).min();
        return Some(end + close.unwrap_or(0));
    }
    (inner.starts_with(':') || is_list(inner)).then_some(end)
}

/// Whether a text is nothing but `.class`, `#id` and `key=value`; quoted values may hold spaces.
fn is_list(mut text: &str) -> bool {
    let name =
        |text: &str| text.len() - text.trim_start_matches(|c: char| c.is_alphanumeric() || "-_:".contains(c)).len();
    let mut items = 0;
    loop {
        text = text.trim_start();
        let Some(first) = text.chars().next() else { return items > 0 };
        let marked = usize::from(matches!(first, '.' | '#'));
        let mut len = marked + name(&text[marked..]);
        if marked == 0 {
            let Some(value) = text[len..].strip_prefix('=') else { return false };
            let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''));
            let value = match quote {
                Some(quote) => value[1..].find(quote).map(|len| len + 2),
                None => Some(value.find(char::is_whitespace).unwrap_or(value.len())),
            };
            let Some(value) = value.filter(|value| *value > 0) else { return false };
            len += 1 + value;
        } else if len == marked {
            return false;
        }
        text = &text[len..];
        if text.starts_with(|c: char| !c.is_whitespace() && !matches!(c, '.' | '#')) {
            return false;
        }
        items += 1;
    }
}

/// The end of a line that opens or closes a division: `::: {.note}`, `:::tip Title`, `:::`.
pub(super) fn division_end(source: &str, at: usize) -> Option<usize> {
    let end = line_end(source.as_bytes(), at);
    source[at..end].starts_with(":::").then(|| at + source[at..end].trim_end().len())
}

/// The end of the line of an abbreviation: `*[WHO]: World Health Organization`.
pub(super) fn abbreviation_end(source: &str, at: usize) -> Option<usize> {
    let line = &source[at..line_end(source.as_bytes(), at)];
    let (_, after) = line.strip_prefix("*[")?.split_once(']')?;
    after.starts_with(':').then(|| at + line.trim_end().len())
}

/// The end of a formula between two dollars and two dollars, in one paragraph. One dollar is money.
pub(super) fn formula_end(source: &str, at: usize) -> Option<usize> {
    let near = &source.as_bytes()[at..source.len().min(at + LONGEST)];
    let alone = |from: usize| {
        near[from..].starts_with(b"$$")
            && near.get(from + 2) != Some(&b'$')
            && near.get(from.wrapping_sub(1)) != Some(&b'$')
    };
    if !alone(0) || at > 0 && source.as_bytes()[at - 1] == b'$' {
        return None;
    }
    let paragraph = memchr::memmem::find(near, b"\n\n").unwrap_or(near.len());
    let close = memchr::memmem::find(&near[2..paragraph.max(2)], b"$$")? + 2;
    (close > 2 && alone(close)).then_some(at + close + 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_attributes_are_lists() {
        for list in [".a", "#a-1 .b", "width=300", "width=\"30 %\" .c", "#fig:x", ".a.b", "key='v w' data-n=1"] {
            assert!(is_list(list), "{list}");
        }
        for words in ["", "sic", "12", "of 12 men", ".", "x = 12", "a=", "{x}", "#12, 13", ".5 million"] {
            assert!(!is_list(words), "{words}");
        }
    }
}

//! Marks of kramdown and Pandoc that stand beside the prose of Markdown and say how it is shown: lists of attributes,
//! divisions, abbreviations, formulas.

use super::blank::{LONGEST, line_end, near_line};
use super::reading::prefix;

/// A formula in a line of text is not longer.
const LONGEST_INLINE: usize = 300;

/// The end of a list of attributes: `{: .note width="300"}`, `{#id}`, `{.class key=value}`, `{::options ... /}`; with
/// its content for `{::comment}`. Words in braces (`{sic}`) are none.
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

/// The end of the formula that begins at a dollar sign, if one does.
pub(super) fn formula_end(source: &str, at: usize) -> Option<usize> {
    display_end(source, at).or_else(|| inline_end(source, at))
}

/// The end of a formula between two dollars and two dollars, in one paragraph.
fn display_end(source: &str, at: usize) -> Option<usize> {
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

/// The end of a formula between one dollar and one dollar, by Pandoc's rule: no white space after the first nor before
/// the second, and no digit after that. Money is told from it more strictly than Pandoc does: the next dollar sign must
/// be the one that closes, and what stands between must be able to be a formula.
fn inline_end(source: &str, at: usize) -> Option<usize> {
    let before = source.as_bytes()[..at].last();
    if before.is_some_and(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'$' | b'\\')) {
        return None;
    }
    let near = prefix(&source[at + 1..], LONGEST_INLINE);
    let mut dollars = memchr::memchr_iter(b'$', near.as_bytes());
    let close = dollars.find(|close| near.as_bytes()[..*close].last() != Some(&b'\\'))?;
    let inner = &near[..close];
    let after = source.as_bytes().get(at + close + 2);
    let closed = !inner.is_empty()
        && !inner.starts_with(char::is_whitespace)
        && !inner.ends_with(char::is_whitespace)
        && after.is_none_or(|byte| !byte.is_ascii_digit() && *byte != b'$');
    let within = !inner.contains("\n\n") && !crosses_cells(source, at, inner);
    (closed && within && is_formula(inner)).then_some(at + close + 2)
}

/// Whether text behind a dollar sign goes on into the next cell of a row: `| 2023 ($m) | 2024 ($m) |`.
fn crosses_cells(source: &str, dollar: usize, inner: &str) -> bool {
    let bytes = inner.as_bytes();
    let bar = |at: usize| at == 0 || bytes[at - 1] != b'\\';
    let line = memchr::memrchr(b'\n', &source.as_bytes()[..dollar]).map_or(0, |at| at + 1);
    memchr::memchr_iter(b'|', bytes).any(bar) && source[line..dollar].trim_start().starts_with('|')
}

/// Whether text between two dollar signs can be a formula: it has no words ("5 a day or 10"), or it has signs of
/// mathematics and does not begin as an amount does. It closes no bracket that it did not open: "sales ($m) > costs
/// ($m)".
fn is_formula(text: &str) -> bool {
    let bytes = text.as_bytes();
    let closes_another = match (memchr::memchr(b')', bytes), memchr::memchr2(b'(', b'[', bytes)) {
        (Some(close), Some(open)) => close < open,
        (close, None) => close.is_some(),
        _ => false,
    };
    if closes_another {
        return false;
    }
    let mut runs = bytes.chunk_by(|a, b| a.is_ascii_alphabetic() == b.is_ascii_alphabetic());
    let (mut before, mut depth) = (0, 0_i32);
    let has_words = runs.any(|run| {
        let command = before == b'\\';
        before = run.last().copied().unwrap_or_default();
        depth += run.iter().map(|byte| i32::from(*byte == b'{') - i32::from(*byte == b'}')).sum::<i32>();
        run[0].is_ascii_alphabetic() && run.len() > 1 && !command && depth <= 0
    });
    let has_signs = bytes.iter().any(|byte| b"\\^_={}<>+*|".contains(byte));
    !has_words || has_signs && !bytes[0].is_ascii_digit()
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

    #[test]
    fn formulas_are_told_from_money() {
        let p = |text: &str| text.find('$').and_then(|at| formula_end(text, at).map(|end| text[at..end].to_owned()));
        for formula in [
            "$x$",
            "$x = 5$",
            "$5$",
            "$n-1$",
            "$p < 0.05$",
            "$\\alpha = 0.05$",
            "$10\\%$",
            "$5 \\text{ metres each}$",
            "$O(n^2)$",
            "$t_{mean} = 12.5$",
            "$a, b$",
            "$x =\n5$",
            "$`x = 5`$",
            "$cost = 5 \\$ + 3$",
            "$|x| < 3$",
            "$[0, 1)$",
        ] {
            assert_eq!(p(&format!("Let {formula} be")).as_deref(), Some(formula));
            assert_eq!(p(&format!("({formula}).")).as_deref(), Some(formula));
        }
        for money in [
            "$5 and $10",
            "$5-$10",
            "$5\u{2013}$10 million",
            "A$5 or US$4",
            "$5 (US$4)",
            "$5 a day or 10$",
            "5$ a day, or 10$ a week",
            "$5, or 10$",
            "$5 in US$ terms",
            "|$5|$10|",
            "| Sales ($m) | Costs ($m) |",
            "| 2023, $m | 2024, $m |",
            "|$m|$m|",
            "sales ($m) = costs ($m)",
            "**$5**/**$6**",
            "$5/$10",
            "$1.2bn, up from $900m",
            "from $ 5 to $ 6",
            "\\$5 and 6\\$",
            "$PATH/$HOME",
            "$5",
            "$5 = 4.60 euros, or 10$ = 9.20",
            "$5 and\n\n10$",
        ] {
            assert_eq!(p(money), None, "{money}");
        }
    }
}

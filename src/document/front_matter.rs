//! Front matter of Markdown: YAML between `---`, TOML between `+++`, a JSON object, or bare `Title: ...` lines. Only the top-level scalars that say
//! something of the text are read, line by line, each with its bytes in the file; a whole YAML parser would cost more to
//! build than the rest of this layer, and the usual ones give a value's type but not where its text stands.
//!
//! Title and description are prose that readers see, so they are blocks too: a headline's figure can be wrong. So is the
//! prose of entries below them (titles of sources, captions, notes); it speaks of the text but is no part of its course,
//! and is read behind the body like a footnote.

use super::reading::{Reading, TextBuilder, one_line};
use super::{BlockKind, DateOrigin, instruction, json, stated};
use crate::span::Span;

/// Reads the front matter that begins at `start`, and says where the text after it begins.
pub(super) fn read(reading: &mut Reading<'_>, start: usize) -> usize {
    let source = reading.source;
    let rest = &source[start..];
    let end = if let Some((from, to, after)) = fenced(source, start, "---").or_else(|| fenced(source, start, "+++")) {
        read_lines(reading, from, to, if rest.starts_with('+') { b'=' } else { b':' });
        after
    } else if let Some(after) = json_end(source, start) {
        read_json(reading, start, after);
        after
    } else if let Some(after) = header_end(source, start) {
        read_lines(reading, start, after, b':');
        after
    } else {
        start
    };
    reading.body = reading.blocks.len();
    end
}

/// Keys whose values are prose in entries of lists and tables, and `notes` everywhere.
const ENTRY: &[&str] = &[
    "title",
    "headline",
    "subtitle",
    "description",
    "summary",
    "excerpt",
    "caption",
    "alt",
    "quote",
    "text",
    "note",
    "notes",
];

/// Reads the prose of entries in the front matter in `source[start..end]`: `- title: ...`, `[[sources]]`, notes.
pub(super) fn read_entries(reading: &mut Reading<'_>, start: usize, end: usize) {
    let source = reading.source;
    let fence = source[start..end].get(..3).unwrap_or_default();
    if source[start..end].starts_with('{') {
        for member in
            json::members(source, start, end).filter(|member| is_entry(member.key.slice(source), member.depth > 1))
        {
            reading.push(BlockKind::Caption, double_quoted(source, member.value.range()));
        }
        return;
    }
    let mark = match fence {
        "---" => b':',
        "+++" => b'=',
        _ => return,
    };
    let mut nested = false;
    let mut at = line_end(source, start);
    while at < end {
        let next = line_end(source, at).min(end);
        let line = &source[at..next];
        nested |= mark == b'=' && line.starts_with('[');
        let inner = line.trim_start_matches([' ', '\t', '-']);
        let column = line.len() - inner.len();
        let key =
            memchr::memchr(mark, inner.as_bytes()).map(|len| (inner[..len].trim().trim_matches('"'), column + len));
        at = match key {
            Some((key, len)) if is_entry(key, nested || column > 0) => {
                let (value, _, after) = scalar(source, at + len + 1, end, column);
                reading.push(BlockKind::Caption, value);
                line_end(source, after.max(next - 1)).min(end)
            }
            _ => next,
        };
    }
}

fn is_entry(key: &str, nested: bool) -> bool {
    let known = ENTRY.iter().any(|entry| key.eq_ignore_ascii_case(entry));
    known && (nested || key.eq_ignore_ascii_case("notes") || key.eq_ignore_ascii_case("note"))
}

/// The bytes between two lines that hold only the fence, and the byte after the second.
fn fenced(source: &str, start: usize, fence: &str) -> Option<(usize, usize, usize)> {
    let first = line_end(source, start);
    if source[start..first].trim_end() != fence {
        return None;
    }
    let mut at = first;
    while at < source.len() {
        let end = line_end(source, at);
        let line = source[at..end].trim_end();
        if line == fence || fence == "---" && line == "..." {
            return Some((first, at, end));
        }
        at = end;
    }
    None
}

/// The byte after the line end that follows `at`.
fn line_end(source: &str, at: usize) -> usize {
    memchr::memchr(b'\n', &source.as_bytes()[at..]).map_or(source.len(), |len| at + len + 1)
}

/// The end of a JSON object that stands at the start; `{% ... %}` and `{{ ... }}` of template languages are none.
fn json_end(source: &str, start: usize) -> Option<usize> {
    source[start..].strip_prefix('{')?.trim_start().starts_with('"').then(|| json::object_end(source, start))?
}

/// The end of the `Title: ...` lines with which texts for MultiMarkdown and Pelican begin: two or more, the first of
/// them with a key that is known, up to a blank line.
fn header_end(source: &str, start: usize) -> Option<usize> {
    const FIRST: &[&str] = &["title", "date", "author", "authors", "slug", "category"];
    let (key, _) = source[start..line_end(source, start)].split_once(':')?;
    if !FIRST.iter().any(|first| key.eq_ignore_ascii_case(first)) {
        return None;
    }
    let mut at = start;
    let mut lines = 0;
    while at < source.len() {
        let end = line_end(source, at);
        let line = &source[at..end];
        if line.trim().is_empty() {
            break;
        }
        let key = line.split_once(':').map(|(key, _)| key);
        if !key.is_some_and(|key| !key.is_empty() && key.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-')))
        {
            return None;
        }
        lines += 1;
        at = end;
    }
    (lines >= 2).then_some(at)
}

fn read_json(reading: &mut Reading<'_>, start: usize, end: usize) {
    let source = reading.source;
    reading.disabled_in_json(start, end);
    for member in json::members(source, start, end).filter(|member| member.depth == 1) {
        let value = double_quoted(source, member.value.range());
        apply(reading, member.key.slice(source), value, member.value);
    }
}

/// Reads `key: value` or `key = value` lines that are not indented, up to the first table of TOML.
fn read_lines(reading: &mut Reading<'_>, start: usize, end: usize, mark: u8) {
    let source = reading.source;
    let mut at = start;
    while at < end {
        let next = line_end(source, at).min(end);
        let line = &source[at..next];
        if mark == b'=' && line.starts_with('[') {
            return;
        }
        let separator = memchr::memchr(mark, line.as_bytes())
            .filter(|_| line.starts_with(|c: char| c.is_alphanumeric() || c == '"'));
        at = match separator {
            Some(len) if line[..len].trim().trim_matches('"') == instruction::KEY => {
                reading.disabled_in_front_matter(at, at + len + 1, end)
            }
            Some(len) => {
                let key = line[..len].trim().trim_matches('"');
                let (value, span, after) = scalar(source, at + len + 1, end, 0);
                apply(reading, key, value, span);
                line_end(source, after.max(next - 1)).min(end)
            }
            None => next,
        };
    }
}

/// The value that begins after `at`, of a key in the given column: its text, its bytes without quotes, and a byte of its
/// last line.
fn scalar(source: &str, at: usize, end: usize, column: usize) -> (TextBuilder<'_>, Span, usize) {
    let line = &source[at..line_end(source, at).min(end)];
    let start = at + (line.len() - line.trim_start().len()).min(line.trim_end_matches(['\r', '\n']).len());
    // Only TOML has quotes of three; in YAML "'''" is a quote before an apostrophe.
    let tripled = source[..at].ends_with('=');
    for quote in ["\"\"\"", "'''", "\"", "'"].into_iter().skip(if tripled { 0 } else { 2 }) {
        if source[start..end].starts_with(quote) {
            let from = start + quote.len();
            let to = from + closing(&source[from..end], quote);
            let text = if quote == "\"" || quote == "'" && source[from..to].contains("''") {
                if quote == "\"" { double_quoted(source, from..to) } else { single_quoted(source, from..to) }
            } else {
                TextBuilder::of(source, from, to)
            };
            return (text, span(from, to), to);
        }
    }
    let folded = line.trim().trim_end_matches(['-', '+']);
    let from = if matches!(folded, "|" | ">") { at + line.len() } else { start };
    let to = continued(source, line_end(source, at).min(end), end, column);
    let raw = source[from.min(to)..to].trim_end();
    let to = from.min(to) + raw.find(" #").map_or(raw.len(), |comment| raw[..comment].trim_end().len());
    (TextBuilder::of(source, from.min(to), to), span(from.min(to), to), to)
}

fn span(start: usize, end: usize) -> Span {
    Span::new(start as u32, end as u32)
}

/// The end of the lines that follow a scalar and are indented further than its key.
fn continued(source: &str, mut at: usize, end: usize, column: usize) -> usize {
    let indented = |at: usize| source[at..end].bytes().take_while(|b| matches!(b, b' ' | b'\t')).count() > column;
    while at < end && indented(at) {
        at = line_end(source, at).min(end);
    }
    at
}

/// Bytes up to the closing quote: `\"` and `''` do not close.
fn closing(text: &str, quote: &str) -> usize {
    let mut at = 0;
    while let Some(found) = text[at..].find(quote).map(|n| n + at) {
        let escapes = text[..found].bytes().rev().take_while(|&b| b == b'\\').count();
        if quote == "'" && text[found + 1..].starts_with('\'') {
            at = found + 2;
        } else if quote == "\"" && escapes % 2 == 1 {
            at = found + 1;
        } else {
            return found;
        }
    }
    text.len()
}

/// The text between double quotes, with `\n`, `\"` and `\u00e9` decoded.
fn double_quoted(source: &str, bytes: std::ops::Range<usize>) -> TextBuilder<'_> {
    let mut text = TextBuilder::new(source);
    let mut at = bytes.start;
    while let Some(escape) = memchr::memchr(b'\\', &source.as_bytes()[at..bytes.end]).map(|n| n + at) {
        text.push_source(at, escape);
        let Some(mark) = source[escape + 1..bytes.end].chars().next() else { break };
        let mut end = escape + 1 + mark.len_utf8();
        let digits = match mark {
            'x' => 2,
            'u' => 4,
            'U' => 8,
            _ => 0,
        };
        let code =
            source.get(end..end + digits).and_then(|code| u32::from_str_radix(code, 16).ok()).and_then(char::from_u32);
        let decoded = match (mark, code) {
            ('n' | 't' | 'r', _) => ' ',
            (_, Some(character)) => {
                end += digits;
                character
            }
            _ => mark,
        };
        text.push_decoded(decoded.encode_utf8(&mut [0; 4]), escape, end.min(bytes.end));
        at = end.min(bytes.end);
    }
    text.push_source(at, bytes.end);
    text
}

/// The text between single quotes in YAML, where `''` is an apostrophe.
fn single_quoted(source: &str, bytes: std::ops::Range<usize>) -> TextBuilder<'_> {
    let mut text = TextBuilder::new(source);
    let mut at = bytes.start;
    while let Some(pair) = source[at..bytes.end].find("''").map(|n| n + at) {
        text.push_source(at, pair + 1);
        at = pair + 2;
    }
    text.push_source(at, bytes.end);
    text
}

/// Takes a key that says something of the text.
fn apply<'a>(reading: &mut Reading<'a>, key: &str, value: TextBuilder<'a>, bytes: Span) {
    let is = |names: &[&str]| names.iter().any(|name| key.eq_ignore_ascii_case(name));
    if value.is_empty() {
    } else if is(&["title", "headline"]) {
        reading.title.get_or_insert_with(|| one_line(&value.line()));
        reading.push(BlockKind::Heading(1), value);
    } else if is(&[
        "description",
        "summary",
        "excerpt",
        "subtitle",
        "standfirst",
        "subhead",
        "dek",
        "deck",
        "lead",
        "lede",
    ]) {
        reading.push(BlockKind::Paragraph, value);
    } else if is(&["place", "location"]) {
        reading.place.get_or_insert_with(|| value.line());
    } else if is(&["date", "publishdate", "publish_date", "published", "published_at", "pubdate", "date_published"]) {
        stated::value(reading, DateOrigin::FrontMatter, bytes);
    } else if is(&["canonical_url", "canonical", "canonicalurl"]) {
        stated::url(reading, DateOrigin::CanonicalLink, bytes);
    } else if is(&["url", "permalink"]) {
        stated::url(reading, DateOrigin::Url, bytes);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is read from front matter, with each block's text as the file has it.
    fn case(source: &str) -> String {
        let mut reading = Reading::new(source);
        let after = read(&mut reading, 0);
        read_entries(&mut reading, 0, after);
        let dates = reading.stated.iter().map(|s| format!("{:?} {} {:?}", s.origin, s.date, s.span.slice(source)));
        let blocks = reading.blocks.iter().map(|b| {
            let whole = b.map.to_file(Span::new(0, b.text.len() as u32));
            format!("{:?} {:?} {:?}", b.kind, b.text, whole.slice(source))
        });
        let place = reading.place.iter().map(|place| format!("place {place}"));
        let lines: Vec<String> =
            dates.chain(blocks).chain(place).chain([format!("rest {:?}", &source[after..])]).collect();
        lines.join("\n")
    }

    #[test]
    fn reads_every_dialect() {
        insta::assert_snapshot!(case("---\ntitle: \"Ten \\\"dead\\\"\"\ndate: 2024-03-02 10:00:00 +0100 # local\nplace: Lima\ntags:\n  - date: 2020-01-01\n---\nText"), @r#"
        FrontMatter 2024-03-02 "2024-03-02"
        Heading(1) "Ten \"dead\"" "Ten \\\"dead\\\""
        place Lima
        rest "Text"
        "#);
        insta::assert_snapshot!(case("---\r\ntitle: 'It''s ten'\r\npermalink: /2024/03/02/ten/\r\ndescription: >\r\n  Ten died\r\n  in May.\r\nlayout: x\r\n---\r\nText"), @r#"
        Url 2024-03-02 "2024/03/02"
        Heading(1) "It's ten" "It''s ten"
        Paragraph "Ten died\r\n  in May." "Ten died\r\n  in May."
        rest "Text"
        "#);
        insta::assert_snapshot!(case("+++\ntitle = \"Ten\"\ndate = 2024-03-02T10:00:00Z\n[extra]\ndate = 2020-01-01\n+++\nText"), @r#"
        FrontMatter 2024-03-02 "2024-03-02"
        Heading(1) "Ten" "Ten"
        rest "Text"
        "#);
        insta::assert_snapshot!(case("{\"title\": \"Caf\\u00e9\", \"date\": \"March 2, 2024\", \"x\": {\"title\": \"no\"}}\nText"), @r#"
        FrontMatter 2024-03-02 "March 2, 2024"
        Heading(1) "Café" "Caf\\u00e9"
        Caption "no" "no"
        rest "\nText"
        "#);
        insta::assert_snapshot!(case("Title: Ten dead\nDate: 2024-03-02 13:08\n\nText"), @r#"
        FrontMatter 2024-03-02 "2024-03-02"
        Heading(1) "Ten dead" "Ten dead"
        rest "\nText"
        "#);
    }

    #[test]
    fn reads_the_prose_of_entries() {
        let p = |source| case(source);
        insta::assert_snapshot!(p("---\ntitle: Ten\nsources:\n- outlet: Post\n  title: '''Ten'' dead in\n    May'\n  url: /x\n- title: Two\nnotes: Nine, not\n  ten.\n---\nText"), @r#"
        Heading(1) "Ten" "Ten"
        Caption "'Ten' dead in\n    May" "''Ten'' dead in\n    May"
        Caption "Two" "Two"
        Caption "Nine, not\n  ten." "Nine, not\n  ten."
        rest "Text"
        "#);
        insta::assert_snapshot!(p("+++\ntitle = \"Ten\"\n[[sources]]\ntitle = \"Two\"\nurl = \"x\"\n+++\nText"), @r#"
        Heading(1) "Ten" "Ten"
        Caption "Two" "Two"
        rest "Text"
        "#);
        insta::assert_snapshot!(p("{\"title\": \"Ten\", \"x\": [{\"caption\": \"Two\"}]}\nText"), @r#"
        Heading(1) "Ten" "Ten"
        Caption "Two" "Two"
        rest "\nText"
        "#);
    }

    #[test]
    fn what_is_no_front_matter_is_text() {
        let p = |source| case(source);
        insta::assert_snapshot!(p("---\nno end"), @r#"rest "---\nno end""#);
        insta::assert_snapshot!(p("{% include x %}\nText"), @r#"rest "{% include x %}\nText""#);
        insta::assert_snapshot!(p("Title: one line\nand prose."), @r#"rest "Title: one line\nand prose.""#);
        insta::assert_snapshot!(p(""), @r#"rest """#);
    }
}

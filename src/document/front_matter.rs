//! Front matter of Markdown: YAML between `---`, TOML between `+++`, a JSON object, or bare `Title: ...` lines. Only
//! the top-level scalars that say something of the text are read, line by line, each with its bytes in the file; a
//! whole YAML parser would cost more to build than the rest of this layer, and the usual ones give a value's type but
//! not where its text stands.
//!
//! Title and description are prose that readers see, so they are blocks too: a headline's figure can be wrong. So is
//! the prose of entries below them.

mod entries;
mod scalar;

pub(super) use entries::read_entries;

use scalar::{double_quoted, line_end, scalar};

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

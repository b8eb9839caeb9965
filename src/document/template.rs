//! Expressions of template languages (Jekyll, Hugo, Liquid, Jinja) that stand in a text: numbers in them are addresses
//! and parameters, not figures. What stands between the tags of a listing, a drawing or a comment is no prose either.

use super::blank::Code;

/// A tag that is longer is no tag.
const LONGEST: usize = 1000;
/// Tags whose content is code, or is not shown. `raw` is not among them: whole articles stand in it.
const BODIES: &[&str] = &[
    "asciinema",
    "chart",
    "code",
    "codeblock",
    "comment",
    "css",
    "diagram",
    "echarts",
    "flowchart",
    "gallery",
    "graphviz",
    "highlight",
    "javascript",
    "katex",
    "latex",
    "math",
    "mathjax",
    "mermaid",
    "plantuml",
    "rawjs",
    "scss",
    "sass",
    "script",
    "style",
    "stylesheet",
    "schema",
    "svg",
    "terminal",
];

/// The tags of a text. What was looked for once and is not there is not looked for again.
#[derive(Debug, Default)]
pub(super) struct Bodies {
    never_closed: Vec<&'static str>,
}

impl Bodies {
    /// The template expression that begins at `open`, with its content if that is no prose.
    pub(super) fn code(&mut self, source: &str, open: usize) -> Option<Code> {
        let end = expression_end(source, open)?;
        let tag = &source[open + 2..end];
        let comment = tag.starts_with("/*") || source[open + 1..].starts_with(['#', '/']);
        match self.body_end(source, tag, end) {
            Some((end, name)) => Some(Code { end, seen: name != "comment" }),
            None => Some(Code { end, seen: !comment }),
        }
    }

    /// The end of the tag that closes `tag`, where that is one of [`BODIES`].
    fn body_end(&mut self, source: &str, tag: &str, from: usize) -> Option<(usize, &'static str)> {
        let name = name(tag);
        let name = *BODIES.iter().find(|known| **known == name)?;
        if self.never_closed.contains(&name) {
            return None;
        }
        let end = memchr::memchr_iter(b'{', &source.as_bytes()[from..]).map(|len| from + len).find_map(|open| {
            let end = expression_end(source, open)?;
            let tag = &source[open + 2..end];
            let closed = name_after(tag, '/').or_else(|| self::name(tag).strip_prefix("end"))?;
            (closed == name).then_some(end)
        });
        if end.is_none() {
            self.never_closed.push(name);
        }
        end.map(|end| (end, name))
    }
}

/// The name of a tag from the byte after its two opening ones: `< highlight go >}}`, `- comment -%}`.
fn name(tag: &str) -> &str {
    let tag = tag.trim_start_matches(['<', '%', '-', ' ', '\t']);
    &tag[..tag.find(|c: char| !c.is_alphanumeric()).unwrap_or(tag.len())]
}

/// The name behind a mark: `< /highlight >}}`.
fn name_after(tag: &str, mark: char) -> Option<&str> {
    tag.trim_start_matches(['<', '%', '-', ' ', '\t']).strip_prefix(mark).map(name)
}

/// The end of the template expression that begins at `open`, if one does and ends soon in the same paragraph.
pub(super) fn expression_end(source: &str, open: usize) -> Option<usize> {
    let bytes = source.as_bytes();
    let close: &[u8] = match bytes.get(open + 1)? {
        b'{' => b"}}",
        b'%' => b"%}",
        b'#' if bytes.get(open + 2).is_some_and(u8::is_ascii_whitespace) => b"#}",
        b'/' if bytes.get(open + 2) == Some(&b'*') => b"*/}",
        _ => return None,
    };
    let near = &bytes[open..bytes.len().min(open + LONGEST)];
    let len = memchr::memmem::find(near, close)?;
    let blank =
        |line_end: usize| near[line_end + 1..].iter().find(|b| !matches!(b, b' ' | b'\t' | b'\r')) == Some(&b'\n');
    (!memchr::memchr_iter(b'\n', &near[..len]).any(blank)).then_some(open + len + close.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_ends_of_expressions() {
        assert_eq!(expression_end("{{ \"/2016/07/\" | url }} so", 0), Some(23));
        assert_eq!(expression_end("a {% video 12 %}", 2), Some(16));
        assert_eq!(expression_end("{{ a\n}}", 0), Some(7));
        assert_eq!(expression_end("{{ a\n \n}}", 0), None);
        assert_eq!(expression_end("{/* a */} so", 0), Some(9));
        assert_eq!(expression_end("{# a #} so", 0), Some(7));
        assert_eq!(expression_end("{ a }", 0), None);
        assert_eq!(expression_end("{/ a */}", 0), None);
        assert_eq!(expression_end("{#id} #}", 0), None);
        assert_eq!(expression_end("{{", 0), None);
    }
}

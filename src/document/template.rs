//! Expressions of template languages (Jekyll, Hugo, Liquid, Jinja) and comments of MDX that stand in Markdown: numbers
//! in them are addresses and parameters, not figures.

/// The end of the template expression that begins at `open`, if one does and ends soon in the same paragraph.
pub(super) fn expression_end(source: &str, open: usize) -> Option<usize> {
    const LONGEST: usize = 400;
    let bytes = source.as_bytes();
    let close: &[u8] = match bytes.get(open + 1)? {
        b'{' => b"}}",
        b'%' => b"%}",
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
        assert_eq!(expression_end("{ a }", 0), None);
        assert_eq!(expression_end("{/ a */}", 0), None);
        assert_eq!(expression_end("{{", 0), None);
    }
}

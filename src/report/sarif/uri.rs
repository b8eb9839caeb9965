//! Paths as addresses: percent-encoded, relative where the path is.

use std::fmt::Write as _;

/// The address of a path with `/`, and whether it is absolute.
pub(super) fn of(path: &str) -> (String, bool) {
    let drive = path.as_bytes().get(1) == Some(&b':') && path.as_bytes()[0].is_ascii_alphabetic();
    let absolute = path.starts_with('/') || (drive && path.as_bytes().get(2) == Some(&b'/'));
    let mut out = String::with_capacity(path.len() + 8);
    let mut rest = path;
    if absolute {
        out.push_str(if path.starts_with('/') { "file://" } else { "file:///" });
        if let Some((letter, behind)) = path.split_once(':').filter(|_| drive) {
            out.push_str(letter);
            out.push(':');
            rest = behind;
        }
    }
    for &byte in rest.as_bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            out.push(char::from(byte));
        } else {
            let _ = write!(out, "%{byte:02X}");
        }
    }
    (out, absolute)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_become_addresses() {
        let u = |path: &str| of(path).0;
        assert_eq!(of("docs/a.md"), ("docs/a.md".to_owned(), false));
        assert_eq!(u("ein Blatt/5% & é#1?.md"), "ein%20Blatt/5%25%20%26%20%C3%A9%231%3F.md");
        assert_eq!(u("a:b.md"), "a%3Ab.md");
        assert_eq!(u("../a.md"), "../a.md");
        assert_eq!(of("/srv/a b.md"), ("file:///srv/a%20b.md".to_owned(), true));
        assert_eq!(of("C:/desk/a.md"), ("file:///C:/desk/a.md".to_owned(), true));
    }
}

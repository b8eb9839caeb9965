//! Paths as addresses and back: percent-encoded, relative where the path is.

use std::fmt::Write as _;

/// The address of a path with `/`, and whether it is absolute.
pub fn of(path: &str) -> (String, bool) {
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

/// The path that an address of a file means, with `/`; `None` for other addresses. Editors write the drive of Windows
/// in either case and with an encoded colon.
pub fn path(uri: &str) -> Option<String> {
    let rest = uri.strip_prefix("file://")?;
    // A host may stand before the path; the empty one and this machine's name are the same.
    let path = &rest[rest.find('/')?..];
    let mut bytes = Vec::with_capacity(path.len());
    let mut at = 0;
    while let Some(&byte) = path.as_bytes().get(at) {
        let code = path.get(at + 1..at + 3).filter(|_| byte == b'%').and_then(|code| u8::from_str_radix(code, 16).ok());
        bytes.push(code.unwrap_or(byte));
        at += if code.is_some() { 3 } else { 1 };
    }
    let path = String::from_utf8(bytes).ok()?;
    let drive = path.as_bytes().get(2) == Some(&b':') && path.as_bytes()[1].is_ascii_alphabetic();
    Some(if drive { path[1..].to_owned() } else { path })
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

    #[test]
    fn addresses_become_paths() {
        let p = |uri: &str| path(uri).unwrap_or_default();
        for known in ["/srv/a b.md", "/srv/5% & \u{e9}#1?.md", "C:/desk/a.md"] {
            assert_eq!(p(&of(known).0), known);
        }
        assert_eq!(p("file:///c%3A/desk/a.md"), "c:/desk/a.md");
        assert_eq!(p("file://localhost/srv/a.md"), "/srv/a.md");
        assert_eq!(p("file:///srv/100%.md"), "/srv/100%.md");
        assert_eq!(p("file:///srv/%2"), "/srv/%2");
        assert_eq!(path("untitled:Untitled-1"), None);
        assert_eq!(path("file:///srv/%ff"), None, "no UTF-8");
    }
}

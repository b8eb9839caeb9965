//! Paths as they are shown and as globs see them: with `/`, relative, without `.` and `..`.

use std::path::{Component, Path, PathBuf};

/// As given, with `/` and without a leading `./`.
pub(super) fn shown(path: &Path) -> String {
    let text = path.to_string_lossy();
    let text = if cfg!(windows) { text.replace('\\', "/") } else { text.into_owned() };
    let short = text.trim_start_matches("./").trim_start_matches('/');
    if text.starts_with("./") && !short.is_empty() { short.to_owned() } else { text }
}

/// The absolute path without `.` and `..`, by its words alone.
pub(super) fn absolute(path: &Path) -> PathBuf {
    let mut out = PathBuf::new();
    let absolute = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    for part in absolute.components() {
        match part {
            Component::ParentDir => {
                out.pop();
            }
            Component::CurDir => {}
            part => out.push(part),
        }
    }
    out
}

/// The path relative to a folder (which is absolute), with `/`; as given where it lies elsewhere.
pub(super) fn relative(path: &Path, folder: &Path) -> String {
    match absolute(path).strip_prefix(folder) {
        Ok(inside) => shown(inside),
        Err(_) => shown(path),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_shown_as_given() {
        let p = |path: &str| shown(Path::new(path));
        assert_eq!(p("./a/b.md"), "a/b.md");
        assert_eq!(p("../a.md"), "../a.md");
        assert_eq!(p("/a/b.md"), "/a/b.md");
        assert_eq!(p("./"), "./");
        assert_eq!(relative(Path::new("/x/y/../a.md"), Path::new("/x")), "a.md");
        assert_eq!(relative(Path::new("/z/a.md"), Path::new("/x")), "/z/a.md");
    }
}

//! The changes of a text as a unified diff, for `git apply` and `patch`.

use similar::TextDiff;

use crate::document::File;

/// Lines around a change.
const CONTEXT: usize = 3;

/// The unified diff between two states of a file; both are decoded where they are not UTF-8.
pub fn unified(path: &str, before: &[u8], after: &[u8]) -> String {
    let text = |bytes: &[u8]| match File::open(path, bytes) {
        Ok(file) => file.text().to_owned(),
        Err(_) => String::from_utf8_lossy(bytes).into_owned(),
    };
    let (before, after) = (text(before), text(after));
    let name = path.trim_start_matches("./").trim_start_matches('/');
    let diff = TextDiff::from_lines(&before, &after);
    diff.unified_diff().context_radius(CONTEXT).header(&format!("a/{name}"), &format!("b/{name}")).to_string()
}

//! Lists of globs that say which texts a table speaks of.

use globset::{Glob, GlobSet, GlobSetBuilder};

use crate::rule::{FaultKind, Keys};

/// The globs of a key that must be there; none where not one can be used.
pub(super) fn required(keys: &mut Keys<'_, '_>, key: &'static str) -> Option<GlobSet> {
    if keys.value(key).is_none() {
        keys.required(key);
    }
    let mut paths = GlobSetBuilder::new();
    for (path, place) in keys.strings(key) {
        match Glob::new(&path) {
            Ok(glob) => {
                paths.add(glob);
            }
            Err(error) => keys.fault(
                place,
                FaultKind::Invalid {
                    key: key.to_owned(),
                    value: path,
                    wanted: format!("globs, like en/**/*.md ({})", error.kind()),
                    known: Vec::new(),
                },
            ),
        }
    }
    paths.build().ok().filter(|set| !set.is_empty())
}

//! Globs of the configuration: which texts a table speaks of, which files are reference sets.

use globset::{ErrorKind, GlobBuilder, GlobSet, GlobSetBuilder};

use crate::rule::{FaultKind, Keys};

/// Globs of texts, in which `*` crosses folders, or why one of them cannot be used.
pub(super) fn of_texts<'p>(patterns: impl IntoIterator<Item = &'p str>) -> Result<GlobSet, String> {
    compiled(patterns, false)
}

/// The glob of files that the configuration names, in which `*` stays in its folder, or why it cannot be used.
pub fn of_files(pattern: &str) -> Result<GlobSet, String> {
    compiled([pattern], true)
}

/// Even a single glob is compiled as a set: [`globset::GlobMatcher`] panics where what it compiles becomes too large.
fn compiled<'p>(patterns: impl IntoIterator<Item = &'p str>, literal_separator: bool) -> Result<GlobSet, String> {
    let said = |error: &globset::Error| match error.kind() {
        ErrorKind::Regex(_) => "it is too large".to_owned(),
        kind => kind.to_string(),
    };
    let mut set = GlobSetBuilder::new();
    for pattern in patterns {
        set.add(GlobBuilder::new(pattern).literal_separator(literal_separator).build().map_err(|error| said(&error))?);
    }
    set.build().map_err(|error| said(&error))
}

/// The globs of a key that must be there; none where not one can be used.
pub(super) fn required(keys: &mut Keys<'_, '_>, key: &'static str) -> Option<GlobSet> {
    if keys.value(key).is_none() {
        keys.required(key);
    }
    let mut sound = Vec::new();
    for (path, place) in keys.strings(key) {
        match of_texts([path.as_str()]) {
            Ok(_) => sound.push(path),
            Err(why) => {
                keys.fault(place, FaultKind::invalid(key, path, format!("globs, like en/**/*.md ({why})")));
            }
        }
    }
    of_texts(sound.iter().map(String::as_str)).ok().filter(|set| !set.is_empty())
}

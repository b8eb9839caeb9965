//! `[[group]]`: which texts are held against each other where `across = "groups"`. A repository of several
//! publications or languages has one group for each.

use globset::{Glob, GlobSet, GlobSetBuilder};

use crate::rule::{FaultKind, Keys};

/// All `[[group]]` tables, in order.
#[derive(Debug, Default)]
pub struct Groups {
    list: Vec<GlobSet>,
}

impl Groups {
    /// The first group that a text with this path, relative to the configuration's folder and with `/`, belongs to.
    pub fn of(&self, path: &str) -> Option<usize> {
        self.list.iter().position(|paths| paths.is_match(path))
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }
}

pub(super) fn read(tables: Vec<Keys<'_, '_>>) -> Groups {
    Groups { list: tables.into_iter().filter_map(read_one).collect() }
}

fn read_one(mut keys: Keys<'_, '_>) -> Option<GlobSet> {
    if keys.value("paths").is_none() {
        keys.required("paths");
    }
    let mut paths = GlobSetBuilder::new();
    for (path, place) in keys.strings("paths") {
        match Glob::new(&path) {
            Ok(glob) => {
                paths.add(glob);
            }
            Err(error) => keys.fault(
                place,
                FaultKind::Invalid {
                    key: "paths".to_owned(),
                    value: path,
                    wanted: format!("globs, like en/**/*.md ({})", error.kind()),
                    known: Vec::new(),
                },
            ),
        }
    }
    // A name is for people; nothing reads it.
    keys.string("name");
    keys.finish();
    paths.build().ok().filter(|set| !set.is_empty())
}

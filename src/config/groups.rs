//! `[[group]]`: which texts are held against each other where `across = "groups"`. A repository of several
//! publications or languages has one group for each.

use globset::GlobSet;

use super::globs;
use crate::rule::Keys;

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

    /// Those of another file under these, which win.
    pub(super) fn over(&mut self, base: Self) {
        self.list.extend(base.list);
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
    let paths = globs::required(&mut keys, "paths");
    // A name is for people; nothing reads it.
    keys.string("name");
    keys.finish();
    paths
}

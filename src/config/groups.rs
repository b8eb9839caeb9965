//! `[[group]]`: which texts are held against each other where `across = "groups"`. A repository of several
//! publications or languages has one group for each.

use globset::GlobSet;

use super::globs;
use crate::rule::Keys;

/// All `[[group]]` tables, in order.
#[derive(Debug, Default)]
pub struct Groups {
    list: Vec<Group>,
}

#[derive(Debug)]
struct Group {
    paths: GlobSet,
    /// The globs as they are written.
    written: Vec<String>,
}

impl Groups {
    /// The first group that a text with this path, relative to the configuration's folder and with `/`, belongs to.
    pub fn of(&self, path: &str) -> Option<usize> {
        self.list.iter().position(|group| group.paths.is_match(path))
    }

    /// The globs of every group to which none of these texts belongs.
    pub fn without_text<'t>(&self, texts: impl Iterator<Item = &'t str> + Clone) -> impl Iterator<Item = &[String]> {
        let idle = move |group: &&Group| !texts.clone().any(|text| group.paths.is_match(text));
        self.list.iter().filter(idle).map(|group| &*group.written)
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

fn read_one(mut keys: Keys<'_, '_>) -> Option<Group> {
    let list = keys.value("paths").and_then(|value| value.get_ref().as_array()).into_iter().flatten();
    let written = list.filter_map(|path| path.get_ref().as_str().map(str::to_owned)).collect();
    let paths = globs::required(&mut keys, "paths");
    // A name is for people; nothing reads it.
    keys.string("name");
    keys.finish();
    Some(Group { paths: paths?, written })
}

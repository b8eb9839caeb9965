//! `[[document]]`: date, title and place of texts that carry none, by glob. Later tables win over earlier ones, key by
//! key, so that a general table can stand first.

use globset::{Glob, GlobMatcher};
use jiff::civil::Date;

use crate::document::Configured;
use crate::rule::{FaultKind, Keys};

/// All `[[document]]` tables.
#[derive(Debug, Default)]
pub struct Documents {
    tables: Vec<DocumentTable>,
}

/// One `[[document]]`.
#[derive(Debug)]
pub struct DocumentTable {
    /// Which texts, by their path relative to the configuration's folder.
    pub path: GlobMatcher,
    /// What is said of them.
    pub configured: Configured,
}

impl Documents {
    /// Adds what is said of the one text with this path.
    pub fn push_exact(&mut self, path: &str, date: Option<Date>, title: Option<String>) {
        if let Ok(glob) = Glob::new(&globset::escape(path)) {
            let configured = Configured { date, title, place: None };
            self.tables.push(DocumentTable { path: glob.compile_matcher(), configured });
        }
    }

    /// Those of another file under these, which win.
    pub(super) fn over(&mut self, mut base: Self) {
        base.tables.append(&mut self.tables);
        self.tables = base.tables;
    }

    /// What is said of the text with this path, relative to the configuration's folder, with `/`.
    pub fn of(&self, path: &str) -> Configured {
        let mut all = Configured::default();
        for table in self.tables.iter().filter(|table| table.path.is_match(path)) {
            let one = &table.configured;
            all.date = one.date.or(all.date);
            all.title = one.title.clone().or(all.title);
            all.place = one.place.clone().or(all.place);
        }
        all
    }
}

pub(super) fn read(tables: Vec<Keys<'_, '_>>) -> Documents {
    let tables = tables.into_iter().filter_map(read_one).collect();
    Documents { tables }
}

fn read_one(mut keys: Keys<'_, '_>) -> Option<DocumentTable> {
    let path = keys.required("path");
    let span = keys.value("path").map_or(0..0, toml::Spanned::span);
    let configured = Configured { date: keys.date("date"), title: keys.string("title"), place: keys.string("place") };
    let matcher = path.and_then(|path| match Glob::new(&path) {
        Ok(glob) => Some(glob.compile_matcher()),
        Err(error) => {
            keys.fault(
                span,
                FaultKind::Invalid {
                    key: "path".to_owned(),
                    value: path,
                    wanted: format!("a glob, like drafts/*.md ({})", error.kind()),
                    known: Vec::new(),
                },
            );
            None
        }
    });
    keys.finish();
    Some(DocumentTable { path: matcher?, configured })
}

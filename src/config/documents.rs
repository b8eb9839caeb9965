//! `[[document]]`: date, title, place and locale of texts that carry none, by glob. Later tables win over earlier ones,
//! key by key, so that a general table can stand first.

use globset::GlobSet;
use jiff::civil::Date;

use super::globs;
use crate::document::Configured;
use crate::quantity::unit::Currency;
use crate::rule::{FaultKind, Keys};

/// All `[[document]]` tables.
#[derive(Debug, Default)]
pub struct Documents {
    tables: Vec<DocumentTable>,
    /// The money of `locale` at the top of the configuration, for texts whose table says none.
    pub money: Option<Currency>,
}

/// One `[[document]]`.
#[derive(Debug)]
struct DocumentTable {
    /// Which texts, by their path relative to the configuration's folder.
    path: GlobSet,
    /// What is said of them.
    configured: Configured,
}

impl Documents {
    /// Adds what is said of the one text with this path.
    pub fn push_exact(&mut self, path: &str, date: Option<Date>, title: Option<String>) {
        if let Ok(path) = globs::of_texts([globset::escape(path).as_str()]) {
            let configured = Configured { date, title, ..Configured::default() };
            self.tables.push(DocumentTable { path, configured });
        }
    }

    /// Those of another file under these, which win.
    pub(super) fn over(&mut self, mut base: Self) {
        base.tables.append(&mut self.tables);
        self.tables = base.tables;
        self.money = self.money.or(base.money);
    }

    /// What is said of the text with this path, relative to the configuration's folder, with `/`.
    pub fn of(&self, path: &str) -> Configured {
        let mut all = Configured { money: self.money, ..Configured::default() };
        for table in self.tables.iter().filter(|table| table.path.is_match(path)) {
            let one = &table.configured;
            all.date = one.date.or(all.date);
            all.title = one.title.clone().or(all.title);
            all.money = one.money.or(all.money);
            all.place = one.place.clone().or(all.place);
        }
        all
    }
}

pub(super) fn read(tables: Vec<Keys<'_, '_>>) -> Documents {
    let tables = tables.into_iter().filter_map(read_one).collect();
    Documents { tables, money: None }
}

fn read_one(mut keys: Keys<'_, '_>) -> Option<DocumentTable> {
    let path = keys.required("path");
    let span = keys.value("path").map_or(0..0, toml::Spanned::span);
    let configured = Configured {
        date: keys.date("date"),
        title: keys.string("title"),
        place: keys.string("place"),
        money: locale(&mut keys),
    };
    let matcher = path.and_then(|path| match globs::of_texts([path.as_str()]) {
        Ok(glob) => Some(glob),
        Err(why) => {
            keys.fault(span, FaultKind::invalid("path", path, format!("a glob, like drafts/*.md ({why})")));
            None
        }
    });
    keys.finish();
    Some(DocumentTable { path: matcher?, configured })
}

/// `locale = "en-AU"`: the money that "$" and the like mean where a text does not say whose they are.
pub(super) fn locale(keys: &mut Keys<'_, '_>) -> Option<Currency> {
    let span = keys.value("locale").map_or(0..0, toml::Spanned::span);
    let written = keys.string("locale")?;
    let money = Currency::of_locale(&written);
    if money.is_none() {
        keys.fault(span, FaultKind::invalid("locale", written, "a language and a country, like en-AU"));
    }
    money
}

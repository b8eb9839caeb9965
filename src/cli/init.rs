//! `figlint init`: a commented configuration that suits the folder, from what lies in it. It never asks, and
//! writes over a configuration that is there only with `--force`.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use super::Status;
use super::args::Init;
use super::discover::{is_text, walk};
use super::paths::shown;
use super::session::Session;
use super::settings::list;
use crate::config::NAMES;
use crate::lint::Linter;
use crate::reference::{Format, Loader};
use crate::vocabulary::Vocabulary;

/// More texts are not looked into for how they write dates.
const LOOKED_INTO: usize = 300;
/// Larger files are no reference sets that somebody keeps by hand, and no texts to learn from.
const LARGEST: u64 = 1 << 20;
/// Fewer numeric dates say nothing of a house's style.
const FEWEST_DATES: usize = 3;
/// Folders of texts that other people wrote.
const FOREIGN: &[&str] = &["node_modules", "vendor", "third_party", "venv", "target", "_site"];

pub(super) fn run(session: &mut Session, args: &Init) -> Status {
    let there = NAMES.into_iter().find(|name| Path::new(name).exists());
    let path = there.unwrap_or(NAMES[0]);
    if there.is_some() && !args.force {
        session.error(&format!("{path} is there already"), Some("`figlint init --force` writes over it"));
        return Status::Failed;
    }
    let found = Found::look(session);
    if let Err(error) = std::fs::write(path, found.configuration()) {
        session.error(&format!("{path} cannot be written: {error}"), None);
        return Status::Failed;
    }
    session.tell(&format!("wrote {path}:"));
    for line in found.told() {
        session.tell(&format!("  {line}"));
    }
    session.tell("`figlint check` checks the texts, `figlint check --show-settings` shows what holds.");
    Status::Clean
}

/// What lies in the folder.
#[derive(Debug, Default)]
struct Found {
    /// Texts by the folder they lie in, the first below this one.
    texts: BTreeMap<String, usize>,
    /// Patterns for reference sets.
    references: Vec<String>,
    /// Folders that are no work of this desk.
    foreign: Vec<String>,
    /// How numeric dates are written, and how many said so.
    date_order: Option<(&'static str, usize)>,
}

impl Found {
    fn look(session: &mut Session) -> Self {
        let mut found = Self::default();
        let mut dates = Dates::default();
        let mut sets: Vec<PathBuf> = Vec::new();
        let mut looked_into = 0;
        let vocabulary = Linter::bundled().vocabulary;
        for path in walk(session, Path::new("."), true) {
            let name = shown(&path);
            let top = name.split_once('/').map_or("", |(top, _)| top);
            if FOREIGN.contains(&top) {
                if !found.foreign.iter().any(|known| known.trim_end_matches('/') == top) {
                    found.foreign.push(format!("{top}/"));
                }
            } else if is_text(&path) {
                *found.texts.entry(top.to_owned()).or_default() += 1;
                if looked_into < LOOKED_INTO {
                    looked_into += 1;
                    dates.count(&small(&path).unwrap_or_default());
                }
            } else if is_set(&path, &vocabulary) {
                sets.push(path);
            }
        }
        found.references = patterns(&sets);
        found.date_order = dates.order();
        found
    }

    fn told(&self) -> Vec<String> {
        let texts: Vec<String> = self
            .texts
            .iter()
            .map(|(folder, count)| format!("{count} in {}", if folder.is_empty() { "this folder" } else { folder }))
            .collect();
        let mut lines = vec![if texts.is_empty() {
            "no text was found".to_owned()
        } else {
            format!("texts: {}", texts.join(", "))
        }];
        lines.push(match &self.references[..] {
            [] => "reference sets: none was found".to_owned(),
            sets => format!("reference sets: {}", sets.join(", ")),
        });
        if let Some((order, count)) = self.date_order {
            lines.push(format!("dates: {order}, as in {count} dates of the texts"));
        }
        if !self.foreign.is_empty() {
            lines.push(format!("left out: {}", self.foreign.join(", ")));
        }
        lines
    }

    fn configuration(&self) -> String {
        let mut out = String::from(
            "# The configuration of figlint: which rules and reference sets are used here, and what the texts do not say\n\
             # of themselves. Lines behind a # show what can be set. Paths and patterns start at this folder.\n",
        );
        let mut key = |comment: &str, line: Result<String, &str>| {
            let line = line.unwrap_or_else(|example| format!("# {example}"));
            let _ = write!(out, "\n# {comment}\n{line}\n");
        };
        let listed = |key: &str, items: &[String]| format!("{key} = {}", list(items));
        key(
            "Reference sets: the figures that the desk has verified.",
            match &self.references[..] {
                [] => Err("references = [\"facts/*.toml\"]"),
                sets => Ok(listed("references", sets)),
            },
        );
        key(
            "Texts that are not read, with the patterns of .gitignore; what .gitignore leaves out is left out anyway.",
            match &self.foreign[..] {
                [] => Err("exclude = [\"archive/\"]"),
                folders => Ok(listed("exclude", folders)),
            },
        );
        key("From which severity on a run fails: any, warning, error, never.", Ok("fail-on = \"error\"".to_owned()));
        key(
            "Which number comes first in 3/4/2025 where the text does not show it: day-month, month-day.",
            match self.date_order {
                None => Err("date-order = \"day-month\""),
                Some((order, _)) => Ok(format!("date-order = \"{order}\"")),
            },
        );
        key(
            "Findings that are known, as `figlint check --write-baseline known.json` writes them.",
            Err("baseline = \"known.json\""),
        );
        key("The month with which fiscal years begin.", Err("fiscal-year-start = \"april\""));
        key("Which texts are held against each other: all, groups, off.", Ok("across = \"all\"".to_owned()));
        key("Rules or packs that do not run; `figlint rules` lists them all.", Err("ignore = [\"false-precision\"]"));
        key("Severities of rules and packs: error, warning, info, off.", Err("[severity]\n# calendar = \"warning\""));
        key(
            "Other rules for some of the texts.",
            Err("[[override]]\n# paths  = [\"letters/**\"]\n# ignore = [\"wording\"]"),
        );
        key(
            "What texts do not say of themselves: date, title, place.",
            Err("[[document]]\n# path  = \"briefs/*.md\"\n# place = \"Peru\""),
        );
        out
    }
}

/// Whether at least one fact of the file is understood.
fn is_set(path: &Path, vocabulary: &Vocabulary) -> bool {
    let name = shown(path);
    let format = Format::of_set(&name).filter(|format| *format != Format::Workbook);
    format.is_some_and(|format| {
        let facts = small(path).map(|text| Loader::new(vocabulary).add(&name, &text, format));
        facts.is_some_and(|facts| facts.is_ok_and(|facts| facts > 0))
    })
}

/// The text of a file, unless it is large or none.
fn small(path: &Path) -> Option<String> {
    let meta = path.metadata().ok()?;
    (meta.len() <= LARGEST).then(|| std::fs::read_to_string(path).ok()).flatten()
}

/// A glob for every folder with two sets or more of one ending, and the names of the others.
fn patterns(sets: &[PathBuf]) -> Vec<String> {
    let mut together: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for set in sets {
        let name = shown(set);
        let ending = name.rsplit('.').next().unwrap_or_default();
        let folder = name.rfind('/').map_or("", |at| &name[..=at]);
        together.entry(format!("{folder}*.{ending}")).or_default().push(name);
    }
    let one =
        |(glob, names): (String, Vec<String>)| if names.len() > 1 && glob.contains('/') { vec![glob] } else { names };
    together.into_iter().flat_map(one).collect()
}

/// How often numeric dates show which number is the day: no month is a 13th.
#[derive(Debug, Default)]
struct Dates {
    day_first: usize,
    month_first: usize,
}

impl Dates {
    fn count(&mut self, text: &str) {
        for word in text.split(|c: char| !c.is_ascii_digit() && c != '/') {
            let mut parts = word.split('/');
            let (Some(a), Some(b), Some(year), None) = (parts.next(), parts.next(), parts.next(), parts.next()) else {
                continue;
            };
            let number = |part: &str| part.parse::<u8>().ok().filter(|n| (1..=31).contains(n));
            match (number(a), number(b), year.len()) {
                (Some(13..), Some(..=12), 2 | 4) => self.day_first += 1,
                (Some(..=12), Some(13..), 2 | 4) => self.month_first += 1,
                _ => {}
            }
        }
    }

    /// The order of all of them, where there are enough and none says otherwise.
    fn order(&self) -> Option<(&'static str, usize)> {
        match (self.day_first, self.month_first) {
            (days @ FEWEST_DATES.., 0) => Some(("day-month", days)),
            (0, months @ FEWEST_DATES..) => Some(("month-day", months)),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numeric_dates_show_their_order_only_where_all_agree() {
        let order = |text: &str| {
            let mut dates = Dates::default();
            dates.count(text);
            dates.order().map(|(order, _)| order)
        };
        assert_eq!(order("On 14/3/2024, 25/12/2023 and 3/4/2024; again 30/01/24."), Some("day-month"));
        assert_eq!(order("3/14/2024, 12/25/2023, 1/30/24"), Some("month-day"));
        assert_eq!(order("14/3/2024 25/12/2023 12/25/2023 30/1/2024"), None, "they disagree");
        assert_eq!(order("14/3/2024 and 25/12/2023"), None, "too few");
        assert_eq!(order("1/2/3/4, 14/3/2024/x, 99/3/2024, 20/5"), None);
    }

    #[test]
    fn sets_of_one_folder_become_a_glob() {
        let p = |names: &[&str]| patterns(&names.iter().map(PathBuf::from).collect::<Vec<_>>()).join(" ");
        assert_eq!(p(&["./facts/a.toml", "./facts/b.toml", "./facts/c.csv"]), "facts/c.csv facts/*.toml");
        assert_eq!(p(&["a.toml", "b.toml"]), "a.toml b.toml");
    }

    #[test]
    fn what_is_written_is_a_configuration() {
        let found = Found {
            references: vec!["facts/*.toml".to_owned()],
            foreign: vec!["vendor/".to_owned()],
            date_order: Some(("day-month", 4)),
            ..Found::default()
        };
        for written in [found.configuration(), Found::default().configuration()] {
            // What stands behind a # must be one too.
            let shown: String = written
                .lines()
                .map(|line| {
                    line.strip_prefix("# ").filter(|rest| rest.contains(" = ") || rest.starts_with('[')).unwrap_or(line)
                })
                .fold(String::new(), |all, line| all + line + "\n");
            for text in [written, shown] {
                let parsed = crate::config::parse(&crate::rule::Source::new("figlint.toml", &*text), 0);
                assert_eq!(parsed.faults, [], "{text}");
            }
        }
    }
}

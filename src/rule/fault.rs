//! What can be wrong with a rule file or a configuration: facts with a place, each with one sentence that says what was
//! found and one that says what would be right.

use std::borrow::Cow;
use std::collections::HashSet;

use crate::verdict::{Place, nearest};

/// Characters of a value that a message quotes.
const LONGEST_QUOTE: usize = 60;

/// Something wrong at a place of a rule file or configuration.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{kind}")]
pub struct Fault {
    /// What is wrong.
    pub kind: FaultKind,
    /// Where.
    pub place: Place,
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FaultKind {
    /// The file is no TOML here.
    #[error("this is not TOML: {message}")]
    Syntax {
        /// What the TOML parser says.
        message: String,
    },
    /// A key that nothing reads.
    #[error("nothing reads the key `{key}`")]
    UnknownKey {
        /// The key as written.
        key: String,
        /// The keys that are read here.
        known: Vec<&'static str>,
    },
    /// Keys that must be there.
    #[error("{} missing", named(keys))]
    MissingKeys {
        /// The keys, at least one.
        keys: Vec<&'static str>,
    },
    /// A value of another type.
    #[error("`{key}` must be {wanted}, and is {found}")]
    WrongType {
        /// The key.
        key: String,
        /// What it must be, with article.
        wanted: &'static str,
        /// What it is.
        found: &'static str,
    },
    /// A value of the right type that means nothing.
    #[error("`{}` is no value for `{key}`", in_short(value))]
    Invalid {
        /// The key.
        key: String,
        /// The value as written.
        value: String,
        /// What would be right: "an ISO 8601 day, like 2024-06-25".
        wanted: String,
        /// The values there are, where they can be counted.
        known: Vec<&'static str>,
    },
    /// A table that its own type does not accept: a measure, an entity.
    #[error("this {what} cannot be used: {message}")]
    Entry {
        /// "measure", "entity".
        what: &'static str,
        /// What is wrong with it.
        message: String,
    },
    /// A check that does not exist.
    #[error("there is no check `{name}`")]
    UnknownCheck {
        /// The name as written.
        name: String,
        /// The checks there are.
        known: Vec<&'static str>,
    },
    /// A parameter that the check refuses.
    #[error("the check `{check}` cannot use this: {message}")]
    Parameter {
        /// The check.
        check: String,
        /// What it says.
        message: String,
    },
    /// A rule that is not named like its file.
    #[error("the rule is called `{id}` and its file `{file}`")]
    IdIsNotFileName {
        /// The id.
        id: String,
        /// The file's name.
        file: String,
    },
    /// An id with capitals, spaces or underscores.
    #[error("`{id}` is not in kebab-case")]
    NotKebabCase {
        /// The id.
        id: String,
    },
    /// Two files with one id.
    #[error("`{id}` is already the id of a rule in {first}")]
    DuplicateId {
        /// The id.
        id: String,
        /// Path of the file that came first.
        first: String,
    },
    /// The configuration speaks of a rule or pack that does not exist.
    #[error("there is no rule or pack `{name}`")]
    UnknownRule {
        /// The name as written.
        name: String,
        /// The most similar name there is.
        nearest: Option<String>,
    },
}

/// A value as messages quote it: its beginning, where it is long.
pub fn in_short(value: &str) -> Cow<'_, str> {
    match value.char_indices().nth(LONGEST_QUOTE) {
        Some((at, _)) => Cow::Owned(format!("{}…", &value[..at])),
        None => Cow::Borrowed(value),
    }
}

/// "the key `id` is", "the keys `id`, `title` and `why` are".
fn named(keys: &[&str]) -> String {
    match keys {
        [key] => format!("the key `{key}` is"),
        [first @ .., last] => format!("the keys `{}` and `{last}` are", first.join("`, `")),
        [] => "nothing is".to_owned(),
    }
}

/// Puts the faults of one file in the order in which they are mended: by place, what is missing there last and in one.
pub(super) fn in_order(mut faults: Vec<Fault>) -> Vec<Fault> {
    let is_missing = |fault: &Fault| matches!(fault.kind, FaultKind::MissingKeys { .. });
    faults.sort_by_key(|fault| (is_missing(fault), fault.place.span));
    faults.dedup_by(|next, first| {
        let (FaultKind::MissingKeys { keys }, FaultKind::MissingKeys { keys: more }) = (&mut first.kind, &next.kind)
        else {
            return false;
        };
        let same = first.place == next.place;
        if same {
            keys.extend(more);
        }
        same
    });
    faults
}

impl FaultKind {
    /// A value that means nothing; `wanted` says what would.
    pub fn invalid(key: &str, value: impl Into<String>, wanted: impl Into<String>) -> Self {
        Self::Invalid { key: key.to_owned(), value: value.into(), wanted: wanted.into(), known: Vec::new() }
    }

    /// What would be right, in a sentence.
    pub fn help(&self) -> Option<String> {
        match self {
            Self::Syntax { .. } | Self::WrongType { .. } => None,
            Self::UnknownKey { key, known } => Some(suggest(key, known, "keys")),
            Self::MissingKeys { keys } => {
                let lines: Vec<String> = keys.iter().map(|key| format!("`{key} = ...`")).collect();
                Some(format!("add {}", lines.join(", ")))
            }
            Self::Invalid { value, wanted, known, .. } => {
                Some(if known.is_empty() { format!("it must be {wanted}") } else { suggest(value, known, "values") })
            }
            Self::UnknownCheck { name, known } => Some(suggest(name, known, "checks")),
            Self::Parameter { message, .. } | Self::Entry { message, .. } => suggest_from(message),
            Self::IdIsNotFileName { id, .. } => {
                Some(format!("call the file `{id}.toml`, or give the rule the file's name"))
            }
            Self::NotKebabCase { id } => Some(format!("write it in lower case with hyphens: `{}`", kebab_case(id))),
            Self::DuplicateId { .. } => Some("give one of the two another id and file name".to_owned()),
            Self::UnknownRule { nearest, .. } => Some(match nearest {
                Some(name) => format!("did you mean `{name}`?"),
                None => "`figlint rules` lists them all".to_owned(),
            }),
        }
    }
}

/// Whether an id is lower-case letters and digits in parts joined by single hyphens.
pub fn is_kebab_case(id: &str) -> bool {
    id.starts_with(|c: char| c.is_ascii_lowercase())
        && id
            .split('-')
            .all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit()))
}

fn kebab_case(id: &str) -> String {
    let mut out = String::new();
    for (n, c) in id.char_indices() {
        if c.is_uppercase() && n > 0 && !out.ends_with('-') {
            out.push('-');
        }
        if c.is_alphanumeric() {
            out.extend(c.to_lowercase());
        } else if !out.ends_with('-') {
            out.push('-');
        }
    }
    out.trim_matches('-').to_owned()
}

fn suggest(name: &str, known: &[&'static str], what: &str) -> String {
    match nearest(name, known.iter().copied()) {
        Some(near) => format!("did you mean `{near}`?"),
        None if known.is_empty() => format!("there are no {what} here"),
        None => {
            let mut seen = HashSet::new();
            let each: Vec<&str> = known.iter().copied().filter(|name| seen.insert(*name)).collect();
            format!("the {what} are: {}", each.join(", "))
        }
    }
}

/// The suggestion for serde's "unknown field `x`, expected one of `a`, `b`".
fn suggest_from(message: &str) -> Option<String> {
    let rest = message.strip_prefix("unknown field ")?;
    let mut names = rest.split('`').skip(1).step_by(2);
    let name = names.next()?;
    let known: Vec<&str> = names.collect();
    Some(match nearest(name, known.iter().copied()) {
        Some(near) => format!("did you mean `{near}`?"),
        None if known.is_empty() => "there are no keys here".to_owned(),
        None => format!("the keys are: {}", known.join(", ")),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_in_kebab_case() {
        assert!(is_kebab_case("sum-mismatch"));
        assert!(is_kebab_case("top10"));
        for wrong in ["Sum", "sum_mismatch", "-sum", "sum--mismatch", "10sum", ""] {
            assert!(!is_kebab_case(wrong), "{wrong}");
        }
        assert_eq!(kebab_case("SumMismatch_2"), "sum-mismatch-2");
    }

    #[test]
    fn parameters_name_the_nearest_key() {
        let p = |message: &str| {
            FaultKind::Parameter { check: "sum".to_owned(), message: message.to_owned() }.help().unwrap_or_default()
        };
        insta::assert_snapshot!(p("unknown field `tolerence`, expected one of `tolerance`, `parts`"), @"did you mean `tolerance`?");
        insta::assert_snapshot!(p("unknown field `x`, there are no fields"), @"there are no keys here");
        insta::assert_snapshot!(p("invalid type: string, expected u32"), @"");
    }
}

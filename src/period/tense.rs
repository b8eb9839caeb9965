//! Whether the clause around a date looks back or ahead, from the nearest verb that says so. "Ministers said on Tuesday
//! they will meet" met the "said" first, so its Tuesday is past.

use std::ops::Range;

use crate::token::{Class, Kind, Tokens};

/// Which way undated days and months are resolved.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Tense {
    /// Toward the past: what news is about.
    #[default]
    Back,
    /// Toward what comes: "will meet on Tuesday".
    Ahead,
}

/// How far behind a date its verb can stand.
const REACH: usize = 12;

impl Tense {
    /// The tense around the tokens `at` of a sentence that begins with the first token: the nearest word before them that
    /// shows one, else the nearest after them, else the past.
    pub fn around(sentence: Tokens<'_>, at: &Range<usize>) -> Self {
        let list = sentence.list();
        let evidence = |&token: &crate::token::Token| -> Option<Self> {
            if token.kind != Kind::Word {
                return None;
            }
            let class = sentence.entry(token).class;
            let looks = class.intersects(Class::FUTURE | Class::REPORTING | Class::AUXILIARY);
            if looks { shown_by(sentence.text_of(token), class) } else { None }
        };
        let before = list.get(..at.start).unwrap_or_default().iter().rev().find_map(evidence);
        let after = || list.get(at.end..).unwrap_or_default().iter().take(REACH).find_map(evidence);
        before.or_else(after).unwrap_or_default()
    }
}

/// What one word shows. "could", "if" and "set" stand as often in reports of what happened, and show nothing.
fn shown_by(word: &str, class: Class) -> Option<Tense> {
    const AHEAD: &[&str] =
        &["will", "won't", "shall", "plan", "plans", "expected", "expects", "due", "slated", "scheduled"];
    const BACK: &[&str] = &["was", "were", "had", "did", "wasn't", "weren't", "hadn't", "didn't"];
    if AHEAD.iter().any(|w| word.eq_ignore_ascii_case(w)) {
        return Some(Tense::Ahead);
    }
    (class.contains(Class::REPORTING) || BACK.iter().any(|w| word.eq_ignore_ascii_case(w))).then_some(Tense::Back)
}

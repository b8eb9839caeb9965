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

/// How far before it; sentences are shorter, and texts without stops must not cost their square.
const LOOKBACK: usize = 80;

impl Tense {
    /// The tense around the tokens `at` of a sentence that begins with the first token: the nearest word before them
    /// that shows one, else the past where a verb in it stands before them ("it opened on Friday and will close on
    /// Tuesday"), else the nearest after them, else the past.
    pub fn around(sentence: Tokens<'_>, at: &Range<usize>) -> Self {
        let list = sentence.list();
        let evidence = |place: usize| -> Option<Self> {
            let token = list.get(place).filter(|t| t.kind == Kind::Word)?;
            let class = sentence.entry(*token).class;
            if is_run(sentence, place) {
                return Some(Self::Ahead);
            }
            if !is_cause(sentence, place)
                && !is_unreal(sentence, place)
                && let Some(tense) = shown_by(sentence.text_of(*token), class)
            {
                return Some(tense);
            }
            let preposition = class.contains(Class::PREPOSITION).then(|| sentence.text_of(*token))?;
            let verb = place.checked_sub(1).and_then(|i| list.get(i)).map(|t| sentence.text_of(*t))?;
            match () {
                () if preposition.eq_ignore_ascii_case("to") => bound_to(verb),
                () if preposition.eq_ignore_ascii_case("for") => {
                    verb.eq_ignore_ascii_case("set").then_some(Self::Ahead)
                }
                () => None,
            }
        };
        let reach = at.start.saturating_sub(LOOKBACK)..at.start;
        if let Some(shown) = reach.clone().rev().find_map(evidence) {
            return shown;
        }
        let ahead = (at.end..list.len().min(at.end + REACH)).find_map(evidence) == Some(Self::Ahead);
        // "They called a strike for Friday that will shut the port."
        let planned = at.start.checked_sub(1).and_then(|i| list.get(i)).is_some_and(|t| sentence.text_of(*t) == "for");
        // The verb of the date's own clause: "sales rose in July, in March they will fall".
        let same_clause = |place: &usize| !list.get(*place).is_some_and(|t| t.is_punct(',') || t.is_punct(';'));
        let past = || !planned && reach.rev().take_while(same_clause).any(|place| is_past_verb(sentence, place));
        if ahead && !past() { Self::Ahead } else { Self::Back }
    }
}

/// Irregular verbs whose past is no other word of theirs.
const PAST: &[&str] = &[
    "began", "became", "broke", "brought", "built", "bought", "came", "caught", "drove", "fell", "fled", "flew",
    "fought", "found", "gave", "grew", "held", "kept", "led", "left", "lost", "made", "met", "paid", "ran", "rose",
    "sank", "sat", "saw", "sent", "shot", "sold", "spent", "spoke", "stood", "struck", "took", "went", "won", "wrote",
];

/// "Opened", "rose": a verb in the past, and no participle behind "be" or an article.
fn is_past_verb(sentence: Tokens<'_>, place: usize) -> bool {
    const BEFORE_PARTICIPLES: Class = Class::AUXILIARY.union(Class::DETERMINER).union(Class::PREPOSITION);
    let Some(token) = sentence.get(place).filter(|t| t.kind == Kind::Word && !t.capital()) else {
        return false;
    };
    let text = sentence.text_of(token);
    let regular = || text.len() > 4 && text.ends_with("ed") && !text.ends_with("eed") && text != "hundred";
    let before = place.checked_sub(1).and_then(|i| sentence.get(i)).filter(|t| t.kind == Kind::Word);
    (PAST.contains(&text) || regular())
        && before.is_some_and(|t| {
            let class = sentence.entry(t).class;
            class.contains(Class::RELATIVE) || !class.intersects(BEFORE_PARTICIPLES)
        })
}

/// "would have gone" is neither past nor ahead.
fn is_unreal(sentence: Tokens<'_>, place: usize) -> bool {
    let is = |at: usize, word: &str| sentence.get(at).is_some_and(|t| sentence.text_of(t).eq_ignore_ascii_case(word));
    is(place, "would") && is(place + 1, "have")
}

/// "The fair runs from 14 June", "continues until Friday", "runs 14-16 June": a timetable.
fn is_run(sentence: Tokens<'_>, place: usize) -> bool {
    let is_any = |at: usize, words: &[&str]| {
        sentence.get(at).is_some_and(|t| words.iter().any(|w| sentence.text_of(t).eq_ignore_ascii_case(w)))
    };
    let month = sentence.get(place + 1).is_some_and(|t| sentence.entry(t).class.contains(Class::MONTH));
    is_any(place, &["runs", "continues"]) && (month || is_any(place + 1, &["from", "until", "till", "through"]))
}

/// "due to floods": a cause. "Is due to meet" looks ahead.
fn is_cause(sentence: Tokens<'_>, place: usize) -> bool {
    let is = |at: Option<usize>, word: &str| {
        at.and_then(|at| sentence.get(at)).is_some_and(|t| sentence.text_of(t).eq_ignore_ascii_case(word))
    };
    let bound = |at: usize| sentence.get(at).is_some_and(|t| sentence.entry(t).class.contains(Class::AUXILIARY));
    is(Some(place), "due") && is(place.checked_add(1), "to") && !place.checked_sub(1).is_some_and(bound)
}

/// What a word before "to" shows: "have to", "wants to", "going to" look ahead, and "due to" is a cause.
fn bound_to(word: &str) -> Option<Tense> {
    const BOUND: &[&str] = &[
        "have", "has", "want", "wants", "need", "needs", "going", "hope", "hopes", "intend", "intends", "aim", "aims",
        "set",
    ];
    BOUND.iter().any(|w| word.eq_ignore_ascii_case(w)).then_some(Tense::Ahead)
}

/// What one word shows. "could", "if" and "set" stand as often in reports of what happened, and show nothing.
fn shown_by(word: &str, class: Class) -> Option<Tense> {
    const AHEAD: &[&str] =
        &["will", "won't", "shall", "would", "plan", "plans", "expected", "expects", "due", "slated", "scheduled"];
    // Timetables stand in the present: "the fair opens on Friday". Not "starts" and "closes", which are of houses and
    // shares.
    const TIMETABLE: &[&str] = &[
        "begin", "begins", "opens", "reopen", "reopens", "resume", "resumes", "expire", "expires", "takes", "lasts",
        "lapse", "lapses", "depart", "departs", "retires",
    ];
    const BACK: &[&str] = &["was", "were", "had", "did", "wasn't", "weren't", "hadn't", "didn't"];
    if AHEAD.iter().chain(TIMETABLE).any(|w| word.eq_ignore_ascii_case(w)) {
        return Some(Tense::Ahead);
    }
    (class.contains(Class::REPORTING) || BACK.iter().any(|w| word.eq_ignore_ascii_case(w))).then_some(Tense::Back)
}

//! What happened, as far as the sentence of a toll tells it: two texts speak of one toll only where they speak of one
//! happening. Place and period are enough for "214 people were killed in 2022", and not for "a fire killed 19 people on
//! Monday": another house can have burnt that day.

use std::sync::Arc;

use crate::check::context::stems::content_stems;
use crate::check::sentence::{SentenceView, is_one_of};
use crate::claim::Claim;
use crate::token::{Class, Kind};
use crate::vocabulary::Meaning;

/// Nouns for what happens in one place at one time, and so often that a place and a month do not tell which.
const EVERYDAY: &[&str] = &[
    "accident",
    "airstrike",
    "ambush",
    "assault",
    "attack",
    "blast",
    "blaze",
    "bombing",
    "capsizing",
    "clash",
    "collapse",
    "collision",
    "crash",
    "derailment",
    "explosion",
    "fire",
    "massacre",
    "raid",
    "riot",
    "shooting",
    "stampede",
    "strike",
];

/// Causes of which a place seldom sees two in one month.
const RARE: &[&str] = &[
    "earthquake",
    "quake",
    "hurricane",
    "cyclone",
    "typhoon",
    "tsunami",
    "eruption",
    "cholera",
    "epidemic",
    "pandemic",
    "covid",
    "coronavirus",
    "ebola",
    "measles",
    "famine",
    "drought",
    "heatwave",
];

/// What stands behind "a" where no single happening does: "a total of 12 people", "a wave of attacks", "a study".
const MANY: &[&str] = &[
    "total", "record", "further", "combined", "number", "spate", "wave", "series", "string", "surge", "study",
    "report", "survey", "tally", "count", "year", "war", "conflict", "campaign",
];

/// Words before a happening that is not the one known already.
const FURTHER: &[&str] =
    &["another", "second", "third", "fourth", "separate", "similar", "earlier", "previous", "unrelated", "other"];

/// Words for those who are held to have done it: the dead are theirs alone.
const TRIED: &[&str] = &[
    "accused",
    "charged",
    "convicted",
    "suspected",
    "guilty",
    "acquitted",
    "sentenced",
    "indicted",
    "pleaded",
    "jailed",
];

/// The tokens of a sentence that are words of the vocabulary.
#[derive(Debug)]
pub(super) struct Phrases {
    /// For every token, whether it belongs to a name.
    named: Vec<bool>,
    /// The same of cues.
    cued: Vec<bool>,
}

impl Phrases {
    pub(super) fn of(view: &SentenceView<'_>) -> Self {
        let count = view.tokens().len();
        let mut found = Vec::new();
        view.reading.vocabulary.find(view.block(), view.tokens(), &mut found);
        let (mut named, mut cued) = (vec![false; count], vec![false; count]);
        for phrase in &found {
            let tokens = phrase.start as usize..phrase.end as usize;
            match phrase.meaning {
                Meaning::Name(_) | Meaning::Demonym(_) => named[tokens].fill(true),
                Meaning::Cue(_) => cued[tokens].fill(true),
                _ => {}
            }
        }
        Self { named, cued }
    }
}

/// What a sentence tells of the happening that its toll belongs to.
#[derive(Clone, Debug, Default)]
pub(super) struct Happening {
    /// Stems of the words that say what happened, without names, dates and the words of the measure.
    stems: Vec<String>,
    /// Stems of who or what killed: "gunmen" in "gunmen killed 12", "killed by gunmen".
    agents: Vec<String>,
    /// The place inside the known one: "Pokhara" in "Pokhara, Nepal".
    inner: Option<String>,
    /// One happening and not all of a time: "a bus crash killed 12", "the shooting left three dead".
    single: bool,
    /// Told apart from one that the reader knows: "another airstrike", "a separate shooting".
    further: bool,
    /// A deed that somebody is tried for: "accused of killing two people".
    tried: bool,
}

impl Happening {
    pub(super) fn of(view: &SentenceView<'_>, claim: &Claim, phrases: &Phrases) -> Self {
        let (reading, tokens) = (view.reading, view.tokens());
        let Phrases { named, cued } = phrases;
        let says_what = |at: usize| {
            let own = claim.attribution.is_some_and(|source| source.overlaps(tokens[at].span()));
            !named[at] && !cued[at] && !own && !view.in_a_figure(at)
        };
        // "Officials", "residents" tell of what happened and are none of it.
        let is_person = |at: usize| view.class(at).contains(Class::PERSON);
        let stems = |own: &dyn Fn(usize) -> bool, range: std::ops::Range<usize>| {
            let own: Vec<_> = range.filter(|&at| says_what(at) && own(at)).map(|at| tokens[at]).collect();
            content_stems(reading, view.block(), &own)
        };
        Self {
            stems: stems(&|at| !is_person(at), 0..tokens.len()),
            agents: agents(view, claim, cued).map_or_else(Vec::new, |range| stems(&|_| true, range)),
            inner: inner(view),
            single: single(view, claim),
            further: further(view),
            tried: (0..view.first_token(claim)).any(|at| is_one_of(TRIED, view.word(at))),
        }
    }

    /// Whether two tolls of one place and period can be of one happening. `short` says that the period is one of days;
    /// `causes` are those that both sentences name; `slip` is asked whether one figure is a slip of the other, where
    /// only one sentence says who did it and could tell a part of what the other tells.
    pub(super) fn is_that_of(
        &self,
        other: &Self,
        short: bool,
        causes: &[Arc<str>],
        slip: impl FnOnce() -> bool,
    ) -> bool {
        let shared = |a: &[String], b: &[String]| a.iter().filter(|stem| b.contains(stem)).count();
        let agents = match (self.agents.is_empty(), other.agents.is_empty()) {
            (true, true) => true,
            _ if !causes.is_empty() => true,
            (false, false) => shared(&self.agents, &other.agents) > 0,
            _ => short || slip(),
        };
        let same = if short {
            shared(&self.stems, &other.stems) * 2 > self.stems.len().min(other.stems.len())
        } else {
            !self.single && !other.single || causes.iter().any(|cause| RARE.contains(&&**cause))
        };
        let apart = self.further != other.further || !short && (self.tried || other.tried);
        agents && same && !apart && self.inner == other.inner
    }
}

/// The tokens that name who killed: the subject of an active verb before the figure, or what stands behind "by".
fn agents(view: &SentenceView<'_>, claim: &Claim, cued: &[bool]) -> Option<std::ops::Range<usize>> {
    let (first, end) = (view.first_token(claim), view.end_token(claim));
    // "The rebels who hold the town killed 12" has one subject.
    let ends = |at: &usize| {
        let class = view.class(*at);
        view.tokens()[*at].kind == Kind::Punct
            || class.contains(Class::REPORTING)
            || class.contains(Class::SUBORDINATOR) && !class.contains(Class::RELATIVE)
    };
    let count = view.tokens().len();
    if let Some(by) = (end..count).take_while(|at| !ends(at)).find(|&at| view.word(at) == "by") {
        let stop = |at: &usize| ends(at) || view.class(*at).contains(Class::PREPOSITION);
        return Some(by + 1..(by + 1..count).find(stop).unwrap_or(count));
    }
    // Between the verb and the figure stand only hedges and adverbs.
    let verb = (0..first).rev().take(4).find(|&at| cued[at])?;
    let start = (0..verb).rev().find(ends).map_or(0, |at| at + 1);
    (view.word(verb).ends_with("ed") || view.word(verb).ends_with("ing")).then_some(start..verb)
}

/// "Pokhara" in "Pokhara, Nepal".
fn inner(view: &SentenceView<'_>) -> Option<String> {
    let sentence = view.sentence;
    let mentions = &view.reading.mentions[sentence.mentions.start as usize..sentence.mentions.end as usize];
    mentions.iter().find_map(|mention| {
        let at = (mention.token - sentence.tokens.start) as usize;
        let name = at.checked_sub(2).filter(|&name| {
            let token = &view.tokens()[name];
            view.word(at - 1) == ","
                && token.kind == Kind::Word
                && token.capital()
                && !view.class(name).intersects(Class::MONTH | Class::WEEKDAY | Class::CLOSED)
                && !mentions.iter().any(|other| other.span.contains(token.span()))
        })?;
        Some(view.word(name).to_lowercase())
    })
}

/// "another air strike", "a second fire", "in a separate shooting".
fn further(view: &SentenceView<'_>) -> bool {
    (0..view.tokens().len()).any(|at| {
        is_one_of(FURTHER, view.word(at))
            && (at + 1..(at + 4).min(view.tokens().len())).any(|next| is_one_of(EVERYDAY, view.word(next)))
    })
}

fn single(view: &SentenceView<'_>, claim: &Claim) -> bool {
    let is = |list: &[&str], at: usize| is_one_of(list, view.word(at));
    let first = view.first_token(claim);
    let opens = |at: usize| {
        let before = at.checked_sub(1);
        before.is_none_or(|before| {
            view.tokens()[before].kind == Kind::Punct || view.class(before).contains(Class::SUBORDINATOR)
        })
    };
    let one = |at: usize| {
        let verb = (at + 1..(at + 7).min(view.tokens().len()))
            .find(|&at| view.class(at).intersects(Class::VERB | Class::REPORTING | Class::AUXILIARY));
        is(&["a", "an", "another", "one"], at)
            && opens(at)
            && !view.in_a_figure(at)
            && !(at + 1..at + 4).any(|at| is(MANY, at))
            && !verb.is_some_and(|verb| view.class(verb).contains(Class::REPORTING))
    };
    (0..first).any(one) || (0..view.tokens().len()).any(|at| is(EVERYDAY, at))
}

//! Compiled phrases: a trie over the lexicon's words that finds every cue and every name of a text in one pass. A
//! token with which no phrase begins costs one test of its class.

use std::collections::HashMap;

use super::{EntityId, Meaning};
use crate::token::{Class, Kind, Lexicon, Look, Token, WordId, tokenize};

/// Compiled phrases. The root is node 0.
#[derive(Debug, Default)]
pub struct Phrases {
    pub(super) children: HashMap<(u32, WordId), u32, foldhash::fast::FixedState>,
    /// For every node the range of its senses.
    pub(super) ranges: Vec<(u32, u32)>,
    pub(super) senses: Vec<Sense>,
}

/// One thing that a phrase stands for, and the case in which it does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Sense {
    /// `None` for phrases that contain a name and name nothing.
    pub(super) meaning: Option<Meaning>,
    /// Tokens of the phrase that must begin with a capital, as bits.
    pub(super) capitals: u16,
    /// Tokens that must be all capitals ("US", "WHO"), as bits.
    pub(super) all_caps: u16,
    /// Whether people are called so too.
    pub(super) person_name: bool,
    /// Whether a name must follow: `fled <name>`.
    pub(super) before_name: bool,
}

/// A phrase found in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Match {
    /// First token, as index of the slice that was searched.
    pub start: u32,
    /// Token after the last one.
    pub end: u32,
    /// What it stands for.
    pub meaning: Meaning,
}

/// The three kinds of phrases, which are searched independently of each other.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Track {
    Cue,
    Noun,
    Name,
}

impl Sense {
    fn track(self) -> Track {
        match self.meaning {
            Some(Meaning::Cue(_) | Meaning::NotCue(_)) => Track::Cue,
            Some(Meaning::Noun(_) | Meaning::Qualifier(_)) => Track::Noun,
            Some(Meaning::Name(_) | Meaning::Demonym(_)) | None => Track::Name,
        }
    }

    /// Whether the tokens are written in the case that the phrase needs.
    fn fits(self, tokens: &[Token]) -> bool {
        tokens.iter().take(16).enumerate().all(|(at, token)| {
            let bit = 1 << at;
            (self.capitals & bit == 0 || token.look.contains(Look::CAPITAL))
                && (self.all_caps & bit == 0 || token.look.contains(Look::ALL_CAPS))
        })
    }
}

impl Phrases {
    /// Appends every phrase of the text to `out`, in text order.
    ///
    /// At each place the longest cue is found (all measures that share it), the longest counted noun and the longest
    /// name; the search for phrases of the same sort goes on behind it, so that "killed or injured" is no "injured".
    /// A phrase that is no cue of its measure silences that measure's cues inside itself, and a name all cues inside
    /// itself. A name must be capitalised
    /// as the vocabulary writes it, and is none in compounds such as "Kenya-led" and "anti-American".
    pub fn find(&self, text: &str, tokens: &[Token], lexicon: &Lexicon, out: &mut Vec<Match>) {
        let base = out.len();
        let mut search = Search { phrases: self, text, tokens, lexicon, found: Vec::new() };
        let (mut cue_from, mut noun_from, mut name_from) = (0, 0, 0);
        for (at, token) in tokens.iter().enumerate() {
            if !lexicon.class(token.word).contains(Class::PHRASE_START) {
                continue;
            }
            search.walk(at);
            if at >= name_from {
                name_from = search.name(at, out).max(at);
            }
            if at >= cue_from {
                cue_from = search.cues(at, name_from, base, out).max(at);
            }
            if at >= noun_from {
                noun_from = search.noun(at, out).max(at);
            }
        }
    }

    /// The entity with exactly this name or alias, whatever its case and with or without "the".
    pub fn entity_named(&self, name: &str, lexicon: &Lexicon) -> Option<EntityId> {
        let mut tokens = Vec::new();
        tokenize(name, lexicon, &mut tokens);
        let exact = |tokens: &[Token]| {
            let mut node = 0;
            for token in tokens {
                node = self.step(node, key(*token, name, lexicon))?;
            }
            self.senses_of(node).iter().rev().find_map(|s| match s.meaning {
                Some(Meaning::Name(entity)) => Some(entity),
                _ => None,
            })
        };
        exact(&tokens).or_else(|| match tokens.split_first() {
            Some((first, rest)) if first.text(name).eq_ignore_ascii_case("the") => exact(rest),
            _ => None,
        })
    }

    fn step(&self, node: u32, word: WordId) -> Option<u32> {
        self.children.get(&(node, word)).copied()
    }

    fn senses_of(&self, node: u32) -> &[Sense] {
        let (start, end) = self.ranges.get(node as usize).copied().unwrap_or_default();
        &self.senses[start as usize..end as usize]
    }
}

/// By which word a token is found in the trie: digits by their text, all endings `'s` and all hyphens as one.
pub(super) fn key(token: Token, text: &str, lexicon: &Lexicon) -> WordId {
    match token.kind {
        Kind::Word => token.word,
        Kind::Digits => lexicon.id(token.text(text)),
        Kind::Clitic => WordId::punct('\''),
        Kind::Punct => match token.word.as_punct() {
            Some('\u{2010}' | '\u{2011}') => WordId::punct('-'),
            _ => token.word,
        },
    }
}

/// The search at one token of a text.
struct Search<'a> {
    phrases: &'a Phrases,
    text: &'a str,
    tokens: &'a [Token],
    lexicon: &'a Lexicon,
    /// What begins at the token, shortest first, with the token after its last one.
    found: Vec<(usize, Sense)>,
}

impl Search<'_> {
    fn walk(&mut self, at: usize) {
        self.found.clear();
        let mut node = 0;
        for (offset, token) in self.tokens[at..].iter().enumerate() {
            let word = key(*token, self.text, self.lexicon);
            let Some(next) = self.phrases.step(node, word) else {
                break;
            };
            node = next;
            let end = at + offset + 1;
            let senses = self.phrases.senses_of(node);
            self.found.extend(senses.iter().map(|&sense| (end, sense)));
        }
    }

    /// Reports the longest name; returns where names may begin again. Of two equally long the later one counts, so
    /// that users' entities win over the built-in ones.
    fn name(&self, at: usize, out: &mut Vec<Match>) -> usize {
        let longest = self.found.iter().rev().find(|(end, sense)| {
            sense.track() == Track::Name && sense.fits(&self.tokens[at..*end]) && !self.shouted_word(at, *end, *sense)
        });
        let Some(&(end, sense)) = longest else {
            return 0;
        };
        if let Some(meaning) = sense.meaning
            && !self.in_compound(at, end)
            && !(sense.person_name && self.beside_a_name(at, end))
        {
            out.push(found(at, end, meaning));
        }
        end
    }

    /// Reports the longest cue and the phrases that are none; returns where cues may begin again. Inside a name, which
    /// ends at `name_end`, no word is a cue: the International Monetary Fund funds nothing by its name.
    fn cues(&self, at: usize, name_end: usize, base: usize, out: &mut Vec<Match>) -> usize {
        let mut from = 0;
        let mut longest = 0;
        for &(end, sense) in self.found.iter().rev() {
            match sense.meaning {
                Some(meaning @ Meaning::NotCue(_)) => out.push(found(at, end, meaning)),
                Some(meaning @ Meaning::Cue(measure))
                    if end >= longest && end > name_end && self.has_its_name(end, sense) =>
                {
                    let silent = out[base..]
                        .iter()
                        .rev()
                        .take(16)
                        .any(|m| m.meaning == Meaning::NotCue(measure) && m.end as usize >= end);
                    if !silent {
                        longest = end;
                        from = end;
                        out.push(found(at, end, meaning));
                    }
                }
                _ => {}
            }
        }
        from
    }

    /// "fled Aden": whether the capitalised word that a cue wants stands behind it.
    fn has_its_name(&self, end: usize, sense: Sense) -> bool {
        let name = |t: &Token| {
            t.kind == Kind::Word && t.capital() && !self.lexicon.class(t.word).intersects(Class::WEEKDAY | Class::MONTH)
        };
        !sense.before_name || self.tokens.get(end).is_some_and(name)
    }

    fn noun(&self, at: usize, out: &mut Vec<Match>) -> usize {
        let mut longest = 0;
        for &(end, sense) in self.found.iter().rev() {
            if let Some(meaning @ (Meaning::Noun(_) | Meaning::Qualifier(_))) = sense.meaning
                && end >= longest
            {
                longest = end;
                out.push(found(at, end, meaning));
            }
        }
        longest
    }

    /// "WHO" and "US" in a line of capitals are words, not names.
    fn shouted_word(&self, at: usize, end: usize, sense: Sense) -> bool {
        let shouted =
            |token: Option<&Token>| token.is_some_and(|t| t.kind == Kind::Word && t.look.contains(Look::ALL_CAPS));
        sense.all_caps == 1
            && end == at + 1
            && self.lexicon.class(self.tokens[at].word) != Class::PHRASE_START
            && (shouted(self.tokens.get(end)) || at > 0 && shouted(self.tokens.get(at - 1)))
    }

    /// "Michael Jordan", "Paris Hilton"; but "In Jordan", "Dallas Police" and "Austin, Texas".
    fn beside_a_name(&self, at: usize, end: usize) -> bool {
        let name = |token: &Token| token.kind == Kind::Word && token.capital() && token.word == WordId::UNKNOWN;
        let before = at > 0 && name(&self.tokens[at - 1]);
        before || self.tokens.get(end).is_some_and(|t| t.spaced() && name(t))
    }

    /// "Kenya-led", "US-backed", "pro-Russian" and "US$" name no place; "the US-Mexico border" names two.
    fn in_compound(&self, at: usize, end: usize) -> bool {
        let glued = |at: usize| self.tokens.get(at).filter(|t| !t.spaced());
        let hyphen = |token: &Token| key(*token, self.text, self.lexicon) == WordId::punct('-');
        let lower = |token: &Token| token.kind == Kind::Word && !token.capital();
        let leads = glued(end).is_some_and(hyphen) && glued(end + 1).is_some_and(lower);
        let follows =
            at >= 2 && glued(at).is_some() && glued(at - 1).is_some_and(hyphen) && lower(&self.tokens[at - 2]);
        let currency = glued(end).is_some_and(|token| token.is_punct('$'));
        leads || follows || currency
    }
}

fn found(start: usize, end: usize, meaning: Meaning) -> Match {
    Match { start: start as u32, end: end as u32, meaning }
}

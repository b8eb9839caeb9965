//! Cuts a sentence into one segment for each of its figures: the words that speak of this figure and of no other.
//! "Canada gave $8.7 million, the US $6 million" has two; a verb stands in the first only, which is how gapping shows.

use std::ops::Range;

use super::read::class_of;
use super::scene::Scene;
use crate::quantity::{Number, Quantity, Unit};
use crate::token::{Class, Kind, Lexicon, Token};
use crate::vocabulary::Meaning;

/// The segment of each quantity, as token indices of the block, in order; together they cover what matters of the
/// sentence. Two figures with nothing that separates them share the words between them.
pub(super) fn segments(
    text: &str,
    tokens: &[Token],
    lexicon: &Lexicon,
    sentence: Range<usize>,
    quantities: &[Quantity],
) -> Vec<Range<usize>> {
    let cut = Cut { text, tokens, lexicon };
    let mut out: Vec<Range<usize>> = Vec::with_capacity(quantities.len());
    let mut start = sentence.start;
    let mut outer_end = 0;
    for (at, quantity) in quantities.iter().enumerate() {
        let (own_start, own_end) = (quantity.tokens.0 as usize, quantity.tokens.1 as usize);
        // An age shares the words of whoever is that old: "a 12-year-old girl", "two men, ages 18 and 20, were hurt".
        // A multiple shares them with the figure it leads to: "The number of displaced doubled to 1.2 million".
        if own_start < outer_end || !cut.divides(quantity) {
            out.push(out.last().cloned().unwrap_or_else(|| sentence.clone()));
            continue;
        }
        outer_end = own_end;
        let next = quantities[at + 1..]
            .iter()
            .find(|q| cut.divides(q) && q.tokens.0 as usize >= own_end)
            .map(|q| q.tokens.0 as usize);
        let end = next.map_or(sentence.end, |next| cut.between(own_end, next));
        out.push(cut.hard_before(start, own_start)..cut.hard_after(own_start, own_end, end));
        start = end;
    }
    out
}

/// Whether the segment of a figure has a verb of its own.
pub(super) fn has_verb(scene: &Scene<'_>, at: usize) -> bool {
    has_verb_in(scene, scene.segments[at].clone())
}

/// Whether a verb stands among some tokens of the sentence.
pub(super) fn has_verb_in(scene: &Scene<'_>, words: Range<usize>) -> bool {
    let first = scene.sentence.start;
    scene.verbs.get_or_init(|| verbs(scene))[words.start - first..words.end - first].contains(&true)
}

/// Which words of a sentence are verbs. Words of names ("United States") and months ("May") are none, cues are.
fn verbs(scene: &Scene<'_>) -> Vec<bool> {
    let first = scene.sentence.start;
    let (mut cues, mut names) = (vec![false; scene.sentence.len()], vec![false; scene.sentence.len()]);
    for found in scene.matches {
        let of_cue = matches!(found.meaning, Meaning::Cue(_));
        let words = if of_cue { &mut cues } else { &mut names };
        let end = words.len().min(found.end as usize - first);
        words[found.start as usize - first..end].fill(true);
    }
    // "in the quarter ended March 31": no verb of the sentence.
    let mut dated = vec![false; scene.sentence.len()];
    for date in scene.dates {
        let place = scene.tokens_in(date.span);
        dated[place.start.max(first) - first..place.end.min(scene.sentence.end) - first].fill(true);
    }
    let mut figures = scene.figures.iter().peekable();
    let verb = |i: usize| {
        while figures.next_if(|figure| figure.end <= i).is_some() {}
        let in_figure = figures.peek().is_some_and(|figure| figure.contains(&i));
        let class = scene.class(i);
        let word = scene.word(i);
        let past = word.len() > 4 && word.ends_with("ed") && !in_figure;
        let verbal = past
            || class.intersects(Class::AUXILIARY | Class::VERB | Class::REPORTING) && !class.contains(Class::ADVERB);
        let capital = scene.tokens[i].capital();
        let is_none = class.contains(Class::MONTH) && capital || dated[i - first];
        verbal && !is_none && !(capital && names[i - first]) || cues[i - first] && !in_figure
    };
    scene.sentence.clone().map(verb).collect()
}

/// Most words of a label before a figure.
const LONGEST_LABEL: usize = 5;

struct Cut<'a> {
    text: &'a str,
    tokens: &'a [Token],
    lexicon: &'a Lexicon,
}

impl Cut<'_> {
    /// Whether a figure has words of its own; the children of "a father of three" have not.
    fn divides(&self, quantity: &Quantity) -> bool {
        let start = quantity.tokens.0 as usize;
        let of_a_parent = quantity.unit == Unit::None
            && start >= 2
            && self.tokens[start - 1].text(self.text) == "of"
            && self.class(start - 2).contains(Class::PERSON);
        !of_a_parent && !matches!(quantity.unit, Unit::Age(_)) && !matches!(quantity.number, Number::Multiple { .. })
    }

    /// Where the words between two figures part: at the last comma, dash, bracket or conjunction, or where the second
    /// figure begins. A short adverbial before the figure goes with it: "..., and in 2021, | 380".
    fn between(&self, from: usize, next: usize) -> usize {
        let last = |before: usize| (from..before).rev().find(|&i| self.separates(i));
        let Some(mut cut) = last(next) else { return next };
        if cut + 1 == next
            && let Some(earlier) = last(cut)
            && cut - earlier <= 6
            && self.class(earlier + 1).contains(Class::PREPOSITION)
        {
            cut = earlier;
        }
        while cut > from && self.separates(cut - 1) {
            cut -= 1;
        }
        cut
    }

    fn class(&self, at: usize) -> Class {
        self.tokens.get(at).map_or(Class::empty(), |t| class_of(self.lexicon, *t))
    }

    /// The start of the last clause that begins between `from` and the figure: behind a semicolon, colon or dash.
    fn hard_before(&self, from: usize, figure: usize) -> usize {
        if self.is_labelled(from, figure) {
            return from;
        }
        (from..figure).rev().find(|&i| self.is_mark(i, &[';', ':'])).map_or(from, |i| i + 1)
    }

    /// "Deaths: 45", "New cases in May: 310": a few words and a colon straight before the figure say what it is.
    fn is_labelled(&self, from: usize, figure: usize) -> bool {
        let Some(colon) = figure.checked_sub(1).filter(|&i| i > from && self.is_mark(i, &[':'])) else { return false };
        let label = (from..colon).rev().take_while(|&i| !self.is_mark(i, &[';', '.', ','])).take(LONGEST_LABEL + 1);
        let verbal = Class::AUXILIARY | Class::REPORTING | Class::INCLUDING | Class::CARDINAL;
        let words = label.clone().all(|i| self.tokens[i].kind == Kind::Word && !self.class(i).intersects(verbal));
        words && label.count() <= LONGEST_LABEL
    }

    /// The end of the figure's clause: a semicolon, a dash, or a comma before who, which, while ...
    fn hard_after(&self, figure: usize, from: usize, end: usize) -> usize {
        // The dash that closes "- 40 people -" does not end the clause that goes on behind it.
        let enclosed = figure > 0
            && self.is_mark(figure - 1, &['\u{2014}', '\u{2013}'])
            && self.is_mark(from, &['\u{2014}', '\u{2013}']);
        (from + usize::from(enclosed)..end)
            .find(|&i| {
                self.is_mark(i, &[';', ':', '\u{2014}'])
                    || self.is_mark(i, &[','])
                        && self.tokens.get(i + 1).is_some_and(|t| {
                            class_of(self.lexicon, *t).intersects(Class::RELATIVE)
                                || matches!(t.text(self.text), "while" | "although" | "but")
                        })
            })
            .unwrap_or(end)
    }

    fn is_mark(&self, at: usize, marks: &[char]) -> bool {
        self.tokens
            .get(at)
            .is_some_and(|t| t.kind == Kind::Punct && t.word.as_punct().is_some_and(|m| marks.contains(&m)))
    }

    fn separates(&self, at: usize) -> bool {
        let token = self.tokens[at];
        match token.kind {
            Kind::Punct => match token.word.as_punct() {
                Some(',' | ';' | ':' | '\u{2013}' | '\u{2014}' | '(' | ')') => true,
                Some('-') => token.spaced() && self.tokens.get(at + 1).is_some_and(|t| t.spaced()),
                _ => false,
            },
            Kind::Word => {
                let text = token.text(self.text);
                class_of(self.lexicon, token).contains(Class::CONJUNCTION)
                    || text.eq_ignore_ascii_case("while")
                    || text.eq_ignore_ascii_case("whereas")
            }
            _ => false,
        }
    }
}

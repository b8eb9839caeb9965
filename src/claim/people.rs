//! The people that one verb takes together: "a woman and her two children were killed" speaks of three, "killing his
//! wife, their son and himself" of three as well. A list is read backwards from its verb, or forwards behind it.

use rust_decimal::Decimal;

use super::read::Scene;
use super::victim::{ARTICLES, is_age, is_hyphen, is_lone_one, is_one_person, phrase_ending_at, unnumbered};
use crate::quantity::{Hedge, Number, Quantity, Unit};
use crate::token::{Class, Kind};
use crate::vocabulary::Meaning;

/// Farthest that a verb can stand behind its subject, in tokens.
const FARTHEST: usize = 7;

/// Most words from the article to the noun of one person: "a 12-year-old homeless boy".
const LONGEST: usize = 8;

/// Most words of a name.
const LONGEST_NAME: usize = 5;

/// A sentence with the figures that were read in it so far.
#[derive(Clone, Copy)]
pub(super) struct People<'s> {
    pub scene: &'s Scene<'s>,
    pub quantities: &'s [Quantity],
    /// Headlines leave articles out.
    pub headline: bool,
}

/// The victims of one verb.
#[derive(Debug)]
pub(super) struct Group {
    /// First token.
    from: usize,
    /// Last token.
    last: usize,
    value: Decimal,
    members: usize,
    /// Whether all of them are numbers: those are read already.
    numbered: bool,
}

/// One member of a list of people, as tokens from its first to its last.
#[derive(Clone, Copy, Debug)]
struct Member {
    from: usize,
    last: usize,
    value: Decimal,
    numbered: bool,
    /// Whether it may stand by itself: "the driver" only counts among others.
    alone: bool,
    /// Whether it is a name, which a comma may part from the noun that it explains.
    named: bool,
}

impl Member {
    fn one(from: usize, last: usize) -> Self {
        Self { from, last, value: Decimal::ONE, numbered: false, alone: true, named: false }
    }
}

impl Group {
    fn of(members: &[Member]) -> Option<Self> {
        let (first, last) = (members.iter().map(|m| m.from).min()?, members.iter().map(|m| m.last).max()?);
        let value = members.iter().try_fold(Decimal::ZERO, |sum, m| sum.checked_add(m.value))?;
        let alone = members.len() > 1 || members[0].alone;
        let numbered = members.iter().all(|m| m.numbered);
        alone.then_some(Self { from: first, last, value, members: members.len(), numbered })
    }

    /// The figure that stands for the group, unless its words are figures already.
    pub(super) fn quantity(&self, scene: &Scene<'_>, quantities: &[Quantity]) -> Option<Quantity> {
        let mut new = unnumbered(scene, self.from, self.last, self.value);
        if self.members > 1 {
            new.noun = None;
        }
        let inside = |q: &Quantity| self.members > 1 && q.span != new.span && new.span.contains(q.span);
        let free = quantities.iter().all(|q| !q.span.overlaps(new.span) || matches!(q.unit, Unit::Age(_)) || inside(q));
        (free && !self.numbered).then_some(new)
    }
}

impl People<'_> {
    /// "A man, 34, was shot", "a woman who was killed", "Toddler dies": the nearest people before the verb, with nothing
    /// but auxiliaries and adverbs, an age or "who" in between, and those whom "and" joins to them.
    pub(super) fn before(self, verb: usize) -> Option<Group> {
        let last = self.subject(verb)?;
        let mut members = vec![last];
        while let Some(next) = self.joined_before(members[members.len() - 1], members.len() == 1) {
            members.push(next);
        }
        // "killed a man and two women were hurt", "according to a witness, a man and a child": the first belongs elsewhere.
        while members.len() > 1 && !self.opens_a_clause(members[members.len() - 1].from) {
            members.pop();
        }
        Group::of(&members)
    }

    /// "killed a man", "the deaths of a woman and her two sons": the people straight behind the verb.
    pub(super) fn behind(self, end: usize) -> Option<Group> {
        let scene = self.scene;
        let start = if scene.word(end) == "of" { end + 1 } else { end };
        let mut members = vec![self.member_from(start)?];
        // A comma alone is an apposition ("a man, a father of two, in Lyon") until "and" closes the list.
        let mut closed = 1;
        while let Some((next, by_and)) = self.joined_behind(members[members.len() - 1].last) {
            members.push(next);
            if by_and {
                closed = members.len();
                break;
            }
        }
        if !self.headline {
            members.truncate(closed);
        }
        Group::of(&members)
    }

    fn subject(self, verb: usize) -> Option<Member> {
        let scene = self.scene;
        for head in (scene.sentence.start.max(verb.saturating_sub(FARTHEST))..verb).rev() {
            if is_lone_one(scene, head) {
                // "One is in critical condition" is one of those counted before.
                return (head..verb).all(|i| scene.word(i) != "in").then_some(Member::one(head, head));
            }
            let known = || self.counted_up_to(head).or_else(|| self.both_up_to(head)).or_else(|| self.named_up_to(head));
            if let Some(known) = known() {
                return Some(known);
            }
            if scene.class(head).contains(Class::PERSON) || is_age(scene, head) {
                return self.one_up_to(head);
            }
            let passes = match scene.tokens[head].kind {
                Kind::Punct => scene.tokens[head].is_punct(','),
                Kind::Digits => true,
                Kind::Clitic => false,
                Kind::Word => {
                    let word = scene.word(head);
                    scene.class(head).intersects(Class::AUXILIARY | Class::ADVERB | Class::RELATIVE)
                        && !scene.class(head).contains(Class::NEGATION)
                        || word.ends_with("ly")
                        || matches!(
                            word,
                            "later" | "found" | "pronounced" | "in" | "and" | "shot" | "left" | "reported" | "listed"
                        )
                }
            };
            if !passes {
                return None;
            }
        }
        None
    }

    /// The number of people that ends with a token, and with "others" behind it: "her two children", "three others".
    fn counted_up_to(self, last: usize) -> Option<Member> {
        let scene = self.scene;
        let end = if scene.word(last) == "others" { last } else { last + 1 };
        let figure = self.quantities.iter().find(|q| q.tokens.1 as usize == end)?;
        self.counted(figure, last)
    }

    fn counted(self, figure: &Quantity, last: usize) -> Option<Member> {
        let Number::Value { value, .. } = figure.number else { return None };
        let from = figure.tokens.0 as usize;
        let others = last >= figure.tokens.1 as usize;
        let people = figure.unit == Unit::Person || figure.unit == Unit::None && others;
        let exact = figure.hedge == Hedge::None && figure.change.is_none() && value.is_integer();
        let owned = from > self.scene.sentence.start && is_determiner_of_people(self.scene, from - 1);
        let from = from - usize::from(owned);
        (people && exact).then_some(Member { value, numbered: true, ..Member::one(from, last) })
    }

    /// "Both died", "both brothers were shot": two.
    fn both_up_to(self, last: usize) -> Option<Member> {
        let scene = self.scene;
        let from = last - usize::from(scene.class(last).contains(Class::PERSON) && last > scene.sentence.start);
        let both = scene.word(from).eq_ignore_ascii_case("both");
        both.then(|| Member { value: Decimal::TWO, ..Member::one(from, last) })
    }

    /// "Ana Torres, 31,", "20-year-old Ana Torres", "his wife Rosa, 50,": a name with an age is one person.
    fn named_up_to(self, last: usize) -> Option<Member> {
        let scene = self.scene;
        let from = (scene.sentence.start..=last).rev().take(LONGEST_NAME).take_while(|&i| is_part_of_a_name(scene, i)).last()?;
        let aged = has_age_behind(scene, last);
        let before = from.checked_sub(1).filter(|&i| i >= scene.sentence.start);
        let noun = before.filter(|&i| is_age(scene, i) || aged && is_one_person(scene, i));
        match noun.and_then(|head| phrase_ending_at(scene, head, self.headline)) {
            Some(phrase) => Some(Member::one(phrase, last)),
            None => (aged && from < last).then(|| Member { named: true, ..Member::one(from, last) }),
        }
    }

    /// "killed Ana Torres, 31".
    fn named_from(self, start: usize) -> Option<Member> {
        let scene = self.scene;
        let last = (start..scene.sentence.end).take(LONGEST_NAME).take_while(|&i| is_part_of_a_name(scene, i)).last()?;
        (last > start && has_age_behind(scene, last)).then(|| Member { named: true, ..Member::one(start, last) })
    }

    /// One person whose noun is at `head`: "a woman", "his son"; among others also "the driver".
    fn one_up_to(self, head: usize) -> Option<Member> {
        let scene = self.scene;
        if let Some(from) = phrase_ending_at(scene, head, self.headline) {
            return Some(Member::one(from, head));
        }
        let definite = head.checked_sub(1).filter(|&i| i >= scene.sentence.start && is_the(scene, i));
        definite.filter(|_| is_one_person(scene, head)).map(|from| Member { alone: false, ..Member::one(from, head) })
    }

    /// The member that "and" or a comma joins to the one behind it: "a woman and | a child were shot".
    fn joined_before(self, behind: Member, last_of_all: bool) -> Option<Member> {
        let scene = self.scene;
        let first = scene.sentence.start;
        let mut mark = behind.from.checked_sub(1).filter(|&i| i > first)?;
        let and = scene.word(mark) == "and";
        let listed = scene.tokens[mark].is_punct(',') && !behind.named && (!last_of_all || self.headline);
        if !and && !listed {
            return None;
        }
        if and && mark > first + 1 && scene.tokens[mark - 1].is_punct(',') {
            mark -= 1;
        }
        let mut head = mark.checked_sub(1).filter(|&i| i >= first)?;
        // "a man, 40, and a woman": the age between commas.
        if scene.tokens[head].kind == Kind::Digits && head > first + 1 && scene.tokens[head - 1].is_punct(',') {
            head -= 2;
        }
        self.counted_up_to(head).or_else(|| self.named_up_to(head)).or_else(|| self.one_up_to(head))
    }

    /// The member behind one that ends at `last`, and whether "and" joins it.
    fn joined_behind(self, last: usize) -> Option<(Member, bool)> {
        let scene = self.scene;
        let mut at = last + 1;
        // "killed a man, 40, and a woman".
        if scene.tokens.get(at).is_some_and(|t| t.is_punct(','))
            && scene.tokens.get(at + 1).is_some_and(|t| t.kind == Kind::Digits)
            && scene.tokens.get(at + 2).is_some_and(|t| t.is_punct(','))
        {
            at += 2;
        }
        let comma = scene.tokens.get(at).is_some_and(|t| t.is_punct(','));
        at += usize::from(comma);
        let and = scene.word(at) == "and";
        at += usize::from(and);
        if !(comma || and) || at >= scene.sentence.end {
            return None;
        }
        at += usize::from(and && scene.word(at) == "then");
        let member = self.member_from(at)?;
        // "killed a man and two women were hurt": the second has a verb of its own.
        let taken = scene.class(member.last + 1).intersects(Class::AUXILIARY | Class::VERB)
            || scene.matches.iter().any(|m| m.start as usize == member.last + 1 && matches!(m.meaning, Meaning::Cue(_)));
        (!taken).then_some((member, and))
    }

    /// The people whose words begin at a token: "a man", "her two sons", "six of his pupils", "himself".
    fn member_from(self, start: usize) -> Option<Member> {
        let scene = self.scene;
        if start >= scene.sentence.end {
            return None;
        }
        if matches!(scene.word(start), "himself" | "herself") {
            return Some(Member { alone: false, ..Member::one(start, start) });
        }
        if let Some(named) = self.named_from(start) {
            return Some(named);
        }
        let number = start + usize::from(is_determiner_of_people(scene, start));
        if let Some(figure) = self.quantities.iter().find(|q| (start..=number).contains(&(q.tokens.0 as usize))) {
            let end = figure.tokens.1 as usize;
            if !matches!(figure.unit, Unit::Age(_)) {
                return self.counted(figure, self.end_of_partitive(end));
            }
        }
        let ends = |i: usize| {
            i >= scene.sentence.end
                || scene.tokens[i].kind == Kind::Punct
                || scene.class(i).intersects(Class::CONJUNCTION | Class::PREPOSITION)
        };
        if scene.word(start) == "one" && ends(start + 1) && scene.word(start + 1) != "of" {
            return Some(Member::one(start, start));
        }
        let definite = is_the(scene, start);
        let article = definite || ARTICLES.contains(&scene.word(start)) || scene.word(start) == "one";
        let begins = article || scene.tokens.get(start).is_some_and(|t| t.kind == Kind::Digits && t.spaced());
        if !begins && !self.headline {
            return None;
        }
        let head = (start..scene.sentence.end.min(start + LONGEST))
            .take_while(|&i| scene.tokens[i].kind != Kind::Punct || is_hyphen(scene.tokens[i]))
            .take_while(|&i| {
                i == start || !scene.class(i).intersects(Class::DETERMINER | Class::PREPOSITION | Class::CONJUNCTION)
            })
            .find(|&i| is_one_person(scene, i) && !scene.class(i + 1).contains(Class::PERSON))?;
        // "Boy shoots sister": a headline leaves the article out.
        if self.headline && head == start {
            return Some(Member::one(start, head));
        }
        if definite {
            return Some(Member { alone: false, ..Member::one(start, head) });
        }
        phrase_ending_at(scene, head, self.headline).filter(|&from| from == start).map(|from| Member::one(from, head))
    }

    /// "six of his pupils": the last word of what a number is of; "three others".
    fn end_of_partitive(self, end: usize) -> usize {
        let scene = self.scene;
        if scene.word(end) == "others" {
            return end;
        }
        let noun = (end + 1..end + 4).find(|&i| scene.class(i).contains(Class::PERSON));
        match noun {
            Some(noun) if scene.word(end) == "of" && scene.class(end + 1).contains(Class::DETERMINER) => noun,
            _ => end - 1,
        }
    }

    /// Whether the words of a clause can begin here: behind a mark, a conjunction, "that" or a verb of saying.
    fn opens_a_clause(self, at: usize) -> bool {
        let scene = self.scene;
        let Some(before) = at.checked_sub(1).filter(|&i| i >= scene.sentence.start) else { return true };
        let opens = Class::SUBORDINATOR | Class::RELATIVE | Class::CONJUNCTION | Class::REPORTING;
        scene.tokens[before].kind == Kind::Punct || scene.class(before).intersects(opens)
    }
}

fn is_the(scene: &Scene<'_>, at: usize) -> bool {
    scene.word(at).eq_ignore_ascii_case("the")
}

/// "her two children", "the three boys".
fn is_determiner_of_people(scene: &Scene<'_>, at: usize) -> bool {
    is_the(scene, at) || matches!(scene.word(at), "his" | "her" | "their" | "its" | "our" | "my")
}

fn is_part_of_a_name(scene: &Scene<'_>, at: usize) -> bool {
    let token = scene.tokens[at];
    token.kind == Kind::Word && token.capital() && !scene.class(at).intersects(Class::MONTH | Class::WEEKDAY | Class::PREPOSITION)
}

/// ", 31," behind a name.
fn has_age_behind(scene: &Scene<'_>, name: usize) -> bool {
    let comma = |at: usize| scene.tokens.get(at).is_some_and(|t| t.is_punct(','));
    let digits = scene.tokens.get(name + 2).is_some_and(|t| t.kind == Kind::Digits && t.end - t.start <= 3);
    let closed = name + 3 >= scene.sentence.end
        || scene.tokens[name + 3].kind == Kind::Punct
        || scene.class(name + 3).intersects(Class::CONJUNCTION | Class::AUXILIARY | Class::VERB)
        || scene.word(name + 3) == "of";
    comma(name + 1) && digits && closed
}

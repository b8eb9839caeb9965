//! The people that one verb takes together: "a woman and her two children were killed" speaks of three, "killing his
//! wife, their son and himself" of three as well. A list is read backwards from its verb, or forwards behind it.

use rust_decimal::Decimal;

use super::member::{Member, age_behind, before_age};
use super::qualifier::GENERAL;
use super::scene::Scene;
use super::victim::unnumbered;
use crate::quantity::{Quantity, Unit};
use crate::token::{Class, Kind};
use crate::vocabulary::Meaning;

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
        // "a third victim" is one more; "2nd victim" is a number of hers.
        let next = |q: &Quantity| q.unit == Unit::Ordinal && q.tokens.0 as usize > self.from;
        let other = |q: &Quantity| matches!(q.unit, Unit::Age(_)) || next(q) || inside(q);
        let free = quantities.iter().all(|q| !q.span.overlaps(new.span) || other(q));
        (free && !self.numbered).then_some(new)
    }
}

impl People<'_> {
    /// "A man, 34, was shot", "a woman who was killed", "Toddler dies": the nearest people before the verb, with
    /// nothing but auxiliaries and adverbs, an age or "who" in between, and those whom "and" joins to them.
    pub(super) fn before(self, verb: usize) -> Option<Group> {
        let subject = self.subject(verb).or_else(|| self.subject_of_the_sentence(verb));
        // "The man killed in the storm was 52" names him by what befell him.
        let named_by_it = |of: &Member| {
            self.scene.word(of.from).eq_ignore_ascii_case("the")
                && of.last + 1 == verb
                && !self.headline
                && self.scene.word(verb).ends_with("ed")
                && !self.scene.class(verb).contains(Class::DIES)
        };
        let mut members = vec![subject.filter(|of| !named_by_it(of))?];
        while let Some(next) = self.joined_before(&members) {
            members.push(next);
        }
        // "killed a man and two women were hurt", "according to a witness, a man and a child": the first belongs
        // elsewhere, and so do those whom no comma parts from it.
        while members.len() > 1 && !self.opens_a_clause(members[members.len() - 1].from) {
            while members.len() > 1 && members.pop().is_some_and(|dropped| !dropped.comma) {}
        }
        Group::of(&members)
    }

    /// "killed a man", "the deaths of a woman and her two sons": the people straight behind the verb.
    pub(super) fn behind(self, end: usize) -> Option<Group> {
        let scene = self.scene;
        let start = if scene.word(end) == "of" { end + 1 } else { named_behind(scene, end).unwrap_or(end) };
        let mut members = vec![self.member_from(start)?];
        // A comma alone is an apposition ("a man, a father of two, in Lyon") until "and" closes the list.
        let mut closed = 1;
        while let Some((next, by_and)) = self.joined_behind(members[members.len() - 1].last, start > end) {
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

    /// The member that "and" or a comma joins to the last one found: "a woman and | a child were shot".
    fn joined_before(self, members: &[Member]) -> Option<Member> {
        let scene = self.scene;
        let (behind, first) = (members.last()?, scene.sentence.start);
        let mut mark = behind.from.checked_sub(1).filter(|&i| i > first)?;
        let and = scene.word(mark) == "and";
        let listed = scene.tokens[mark].is_punct(',') && !behind.named && (members.len() > 1 || self.headline);
        if !and && !listed {
            return None;
        }
        let comma = !and || mark > first + 1 && scene.tokens[mark - 1].is_punct(',');
        mark -= usize::from(and && comma);
        let head = before_age(scene, mark)?;
        let found = self.counted_up_to(head).or_else(|| self.named_up_to(head)).or_else(|| self.one_up_to(head))?;
        // "Two people, a man and a woman", "Ann Lee, 40, a teacher, and her son": those behind the comma are these.
        let everybody = GENERAL.iter().any(|noun| scene.word(found.last).eq_ignore_ascii_case(noun));
        let total = everybody && members.iter().map(|m| m.value).sum::<Decimal>() == found.value;
        let explained = !and && (total || found.named);
        (!explained).then_some(Member { comma, ..found })
    }

    /// The member behind one that ends at `last`, and whether "and" joins it. A verb behind it is its own, unless the
    /// list hangs on a noun ("the deaths of a woman and two girls are").
    fn joined_behind(self, last: usize, of_noun: bool) -> Option<(Member, bool)> {
        let scene = self.scene;
        let mut at = age_behind(scene, last).unwrap_or(last + 1);
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
            || scene
                .matches
                .iter()
                .any(|m| m.start as usize == member.last + 1 && matches!(m.meaning, Meaning::Cue(_)));
        (of_noun || !taken).then_some((member, and))
    }

    /// Whether the words of a clause can begin here: behind a mark, a conjunction, "that" or a verb of saying.
    fn opens_a_clause(self, at: usize) -> bool {
        let scene = self.scene;
        let Some(before) = at.checked_sub(1).filter(|&i| i >= scene.sentence.start) else { return true };
        let opens = Class::SUBORDINATOR | Class::RELATIVE | Class::CONJUNCTION | Class::REPORTING;
        // "Colby's father and a boy were shot": the owner opens it.
        matches!(scene.tokens[before].kind, Kind::Punct | Kind::Clitic)
            || scene.class(before).intersects(opens)
            || matches!(scene.word(before), "found" | "located" | "discovered")
    }
}

/// "a man suffering from several gunshot wounds", "a woman with an apparent stab wound".
pub(super) const SUFFERING: &[&str] = &[
    "suffering",
    "suffered",
    "suffers",
    "sustained",
    "with",
    "from",
    "a",
    "an",
    "single",
    "multiple",
    "several",
    "apparent",
    "possible",
    "serious",
    "severe",
    "minor",
];

/// Whether a cue is what somebody suffers.
pub(super) fn is_wound(scene: &Scene<'_>, cue: usize) -> bool {
    matches!(scene.word(cue), "gunshot" | "stab" | "bullet" | "injuries" | "wounds" | "burns")
}

/// "Killed were Ana Torres, 31, and her son", "The dead were identified as ...": where the list of those begins whom a
/// cue at the head of its sentence speaks of.
fn named_behind(scene: &Scene<'_>, end: usize) -> Option<usize> {
    let first = scene.sentence.start;
    let opens = end == first + 1
        || end == first + 2 && matches!(scene.word(first), "Also" | "The" | "Those")
        || end == first + 3 && scene.word(first) == "Among";
    if !opens || !matches!(scene.word(end), "was" | "were" | "are" | "is" | "have") {
        return None;
    }
    let identified =
        (end + 1..scene.sentence.end.min(end + 4)).any(|i| matches!(scene.word(i), "identified" | "named"));
    if !identified {
        return Some(end + 1);
    }
    (end + 2..scene.sentence.end.min(end + 9)).find(|&i| scene.word(i) == "as").map(|i| i + 1)
}

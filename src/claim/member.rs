//! One member of a list of people: "a woman", "her two children", "Ana Torres, 31", "himself". What stands between the
//! members is read in `people`.

use rust_decimal::Decimal;

use super::people::People;
use super::scene::Scene;
use super::victim::{ARTICLES, is_age, is_hyphen, is_one_person, phrase_ending_at};
use crate::quantity::{Hedge, Number, Quantity, Unit};
use crate::token::{Class, Kind};

/// Most words from the article to the noun of one person: "a 12-year-old homeless boy".
const LONGEST: usize = 8;

/// Most words of a name.
pub(super) const LONGEST_NAME: usize = 5;

/// One member of a list of people, as tokens from its first to its last.
#[derive(Clone, Copy, Debug)]
pub(super) struct Member {
    pub from: usize,
    pub last: usize,
    pub value: Decimal,
    pub numbered: bool,
    /// Whether it may stand by itself: "the driver" only counts among others.
    pub alone: bool,
    /// Whether it is a name, which a comma may part from the noun that it explains.
    pub named: bool,
    /// Whether a comma parts it from the member behind it.
    pub comma: bool,
}

impl Member {
    pub(super) fn one(from: usize, last: usize) -> Self {
        Self { from, last, value: Decimal::ONE, numbered: false, alone: true, named: false, comma: false }
    }
}

impl People<'_> {
    /// The number of people that ends with a token, and with "others" behind it: "her two children", "three others".
    pub(super) fn counted_up_to(self, last: usize) -> Option<Member> {
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
    pub(super) fn both_up_to(self, last: usize) -> Option<Member> {
        let scene = self.scene;
        let from = last - usize::from(scene.class(last).contains(Class::PERSON) && last > scene.sentence.start);
        // "Both of the victims were hurt".
        let of = from
            .checked_sub(2)
            .filter(|&i| i >= scene.sentence.start && scene.word(i + 1) == "of" && scene.word(from) == "the");
        let from = of.unwrap_or(from);
        let both = scene.word(from).eq_ignore_ascii_case("both");
        both.then(|| Member { value: Decimal::TWO, ..Member::one(from, last) })
    }

    /// "Ana Torres, 31,", "20-year-old Ana Torres", "his wife Rosa, 50,": a name with an age is one person.
    pub(super) fn named_up_to(self, last: usize) -> Option<Member> {
        let scene = self.scene;
        let from = (scene.sentence.start..=last)
            .rev()
            .take(LONGEST_NAME)
            .take_while(|&i| is_part_of_a_name(scene, i))
            .last()?;
        let aged = age_behind(scene, last).is_some();
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
        let last =
            (start..scene.sentence.end).take(LONGEST_NAME).take_while(|&i| is_part_of_a_name(scene, i)).last()?;
        (last > start && age_behind(scene, last).is_some()).then(|| Member { named: true, ..Member::one(start, last) })
    }

    /// One person whose noun is at `head`: "a woman", "his son"; among others also "the driver".
    pub(super) fn one_up_to(self, head: usize) -> Option<Member> {
        let scene = self.scene;
        if let Some(from) = phrase_ending_at(scene, head, self.headline) {
            // "the 18-year-old and a man": the age alone has no article.
            let the = from > scene.sentence.start && is_age(scene, head) && is_the(scene, from - 1);
            return Some(Member::one(from - usize::from(the), head));
        }
        let definite = head.checked_sub(1).filter(|&i| i >= scene.sentence.start && is_the(scene, i));
        definite.filter(|_| is_one_person(scene, head)).map(|from| Member::one(from, head))
    }

    /// The people whose words begin at a token: "a man", "her two sons", "six of his pupils", "himself".
    pub(super) fn member_from(self, start: usize) -> Option<Member> {
        let scene = self.scene;
        if start >= scene.sentence.end {
            return None;
        }
        if matches!(scene.word(start), "himself" | "herself" | "self") {
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
}

pub(super) fn is_the(scene: &Scene<'_>, at: usize) -> bool {
    scene.word(at).eq_ignore_ascii_case("the")
}

/// "her two children", "the three boys".
fn is_determiner_of_people(scene: &Scene<'_>, at: usize) -> bool {
    is_the(scene, at) || matches!(scene.word(at), "his" | "her" | "their" | "its" | "our" | "my")
}

pub(super) fn is_part_of_a_name(scene: &Scene<'_>, at: usize) -> bool {
    let token = scene.tokens[at];
    token.kind == Kind::Word
        && token.capital()
        && !scene.class(at).intersects(Class::MONTH | Class::WEEKDAY | Class::PREPOSITION)
}

/// The token behind the age that a comma parts from the name or noun ending at `last`: the second comma of "Ana Torres,
/// 31, was", "of" in "Ana Torres, aged 31 of Lima".
pub(super) fn age_behind(scene: &Scene<'_>, last: usize) -> Option<usize> {
    let comma = scene.tokens.get(last + 1).is_some_and(|t| t.is_punct(','));
    let age = last + 2 + usize::from(scene.word(last + 2) == "aged");
    let digits = scene.tokens.get(age).is_some_and(|t| t.kind == Kind::Digits && t.end - t.start <= 3);
    let behind = age + 1;
    let closed = behind >= scene.sentence.end
        || scene.tokens[behind].kind == Kind::Punct
        || scene.class(behind).intersects(Class::CONJUNCTION | Class::AUXILIARY | Class::VERB)
        || scene.word(behind) == "of";
    (comma && digits && closed).then_some(behind)
}

/// The last token of the name or noun whose age ends before `end`, with or without the comma that closes it: "Colby" in
/// "Colby, 34, was"; where no age stands there, the token before `end`.
pub(super) fn before_age(scene: &Scene<'_>, end: usize) -> Option<usize> {
    let before = |at: usize| at.checked_sub(1).filter(|&i| i >= scene.sentence.start);
    let last = before(end)?;
    let age = if scene.tokens[last].is_punct(',') { before(last) } else { Some(last) };
    let age = age.filter(|&i| scene.tokens[i].kind == Kind::Digits);
    let aged = age.and_then(|i| before(i).map(|j| if scene.word(j) == "aged" { j } else { i }));
    let comma = aged.and_then(before).filter(|&i| scene.tokens[i].is_punct(','));
    Some(comma.and_then(before).unwrap_or(last))
}

/// "Lewis from Port Ansel", "a teen at Camp Rowan": the token before the preposition, where a name of a place ends at
/// `last`.
pub(super) fn before_place(scene: &Scene<'_>, last: usize) -> Option<usize> {
    let from =
        (scene.sentence.start..=last).rev().take(LONGEST_NAME).take_while(|&i| is_part_of_a_name(scene, i)).last()?;
    let preposition = from.checked_sub(1).filter(|&i| matches!(scene.word(i), "from" | "of" | "at" | "in" | "to"))?;
    preposition.checked_sub(1).filter(|&i| i >= scene.sentence.start)
}

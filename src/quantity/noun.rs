//! The counted noun phrase behind a number: through adjectives, nationalities and brackets to its head.

use super::Noun;
use crate::span::Span;
use crate::token::{Class, Kind, Token, Tokens};

/// Most words of a counted noun phrase ("foreign security force personnel" has four).
const MOST_WORDS: usize = 7;

/// Reads the noun phrase that a number above one counts: "Kenyan police officers", "foreign security force
/// personnel", "Kenyan [officers]", "hospitals and health centres". Its head is the last word of the first run of
/// plurals, or of the second of two that "and" joins; without a plural there is no phrase.
pub(super) fn counted(i: Tokens<'_>) -> Option<(Tokens<'_>, Noun)> {
    let (mut words, mut at) = (0, aside(i).unwrap_or(0));
    let mut head: Option<(usize, Token)> = None;
    let first = i.get(at)?;
    while let Some(token) = i.get(at) {
        if words == MOST_WORDS {
            break;
        }
        if let Some(step) =
            punctuation_inside(i, at, head.is_some()).or_else(|| adjectives_joined(i, at, head.is_some()))
        {
            at += step;
            continue;
        }
        // "40 women's groups"; behind "40 groups' women" there is nothing that the number counts for sure.
        let owner = i.get(at + 1).is_some_and(|next| next.kind == Kind::Clitic);
        if owner && head.is_none() && i.entry(token).class.contains(Class::PERSON) && plural_follows(i, at + 1) {
            (words, at) = (words + 1, at + 2);
            continue;
        }
        if token.kind != Kind::Word || owner {
            break;
        }
        let plural = is_plural(i, token);
        if head.is_some() && !plural || !can_stand_inside(i, token, at, plural) {
            break;
        }
        if plural {
            head = Some((at, token));
        }
        words += 1;
        at += 1;
    }
    let (end, head) = head?;
    let (end, head) = coordinated(i, end + 1).unwrap_or((end, head));
    let closing = i.get(end + 1).filter(|t| t.is_punct(']') && i.list()[..end].iter().any(|t| t.is_punct('[')));
    let (end, phrase_end) = closing.map_or((end, head.end), |t| (end + 1, t.end));
    Some((i.skip(end + 1), Noun { phrase: Span::new(first.start, phrase_end), head: head.span() }))
}

/// "(mostly female)", "[Kenyan]" between a number and the noun that follows straight behind: its tokens.
fn aside(i: Tokens<'_>) -> Option<usize> {
    let closing = match i.first()?.word.as_punct()? {
        '(' => ')',
        '[' => ']',
        _ => return None,
    };
    let end = (1..=LONGEST_ASIDE).find(|&at| i.get(at).is_some_and(|t| t.is_punct(closing)))?;
    let worded = i.list()[1..end].iter().all(|t| t.kind == Kind::Word);
    let noun = i.get(end + 1).is_some_and(|t| t.kind == Kind::Word && (is_plural(i, t) || plural_follows(i, end + 1)));
    (end > 1 && worded && noun).then_some(end + 1)
}

/// Most tokens of an aside up to its closing bracket.
const LONGEST_ASIDE: usize = 5;

/// "and", "or", "to" between two adjectives of one noun: "small and medium-sized firms", "low- and middle-income
/// countries". Both stand straight beside it, and the plural soon behind.
fn adjectives_joined(i: Tokens<'_>, at: usize, has_head: bool) -> Option<usize> {
    let joint = i.get(at).filter(|t| !has_head && at > 0 && t.kind == Kind::Word)?;
    let before = at.checked_sub(1).and_then(|at| i.get(at)).filter(|t| t.kind == Kind::Word || t.is_punct('-'))?;
    let next = i.get(at + 1).filter(|t| t.kind == Kind::Word)?;
    let alike = before.kind == Kind::Punct || before.capital() == next.capital();
    let verbal = Class::VERB | Class::AUXILIARY | Class::DETERMINER | Class::PREPOSITION | Class::PRONOUN;
    let adjectives =
        !i.entry(before).class.intersects(verbal) && !i.entry(next).class.intersects(verbal | Class::CARDINAL);
    let participle = i.text_of(before).len() > 4 && i.text_of(before).ends_with("ed");
    let soon = (at + 2..at + 6)
        .map_while(|at| i.get(at))
        .take_while(|t| t.kind == Kind::Word && !i.entry(*t).class.intersects(verbal) || t.is_punct('-') && !t.spaced())
        .any(|t| t.kind == Kind::Word && is_plural(i, t));
    (matches!(i.text_of(joint), "and" | "or") && alike && adjectives && !participle && soon && !is_plural(i, next))
        .then_some(1)
}

/// The noun of "one": a single word for a person, perhaps behind one adjective ("one police officer").
pub(super) fn single(i: Tokens<'_>) -> Option<(Tokens<'_>, Noun)> {
    let first = i.first()?;
    let head = (0..3)
        .take_while(|&at| i.get(at).is_some_and(|t| t.kind == Kind::Word && can_stand_inside(i, t, at, false)))
        .find(|&at| {
            i.get(at).is_some_and(|t| i.entry(t).class.contains(Class::PERSON))
                && !i.get(at + 1).is_some_and(|t| i.entry(t).class.contains(Class::PERSON))
        })?;
    let token = i.get(head)?;
    Some((i.skip(head + 1), Noun { phrase: Span::new(first.start, token.end), head: token.span() }))
}

/// Hyphens inside a compound, an opening bracket, a comma between adjectives do not end a phrase without a head.
fn punctuation_inside(i: Tokens<'_>, at: usize, has_head: bool) -> Option<usize> {
    let token = i.get(at).filter(|t| t.kind == Kind::Punct && !has_head && at > 0)?;
    let next = i.get(at + 1).filter(|t| t.kind == Kind::Word)?;
    // "Low- and middle-income countries".
    if token.is_punct('-') && !token.spaced() && next.spaced() {
        return adjectives_joined(i, at + 1, has_head);
    }
    let inside = match token.word.as_punct()? {
        '-' => !token.spaced() && !next.spaced(),
        '[' => !next.spaced(),
        _ => false,
    };
    inside.then_some(1)
}

/// Words that end a noun phrase, unless they are nouns for people or a plural follows.
fn can_stand_inside(i: Tokens<'_>, token: Token, at: usize, plural: bool) -> bool {
    let class = i.entry(token).class;
    let text = i.text_of(token);
    if class.intersects(Class::PERSON | Class::COLLECTIVE)
        || text.eq_ignore_ascii_case("other")
        || text.eq_ignore_ascii_case("total")
    {
        return true;
    }
    let stops = Class::CLOSED.difference(Class::ADVERB)
        | Class::RELATIVE
        | Class::REPORTING
        | Class::DAY_WORD
        | Class::DEICTIC
        | Class::CARDINAL
        | Class::ADDITION;
    if class.intersects(stops) || class.intersects(Class::MONTH | Class::WEEKDAY) && token.capital() {
        return false;
    }
    let verbal = class.intersects(Class::VERB | Class::RISE | Class::FALL | Class::ADVERB)
        || (text.ends_with("ed") || text.ends_with("ing") || text.ends_with("ly")) && text.len() > 4;
    !verbal || !plural && plural_follows(i, at)
}

/// Whether one of the next two words is a plural: "injured people", "trained police officers". Behind an adverb two
/// more may stand, and hyphens: "newly built low-income houses".
fn plural_follows(i: Tokens<'_>, at: usize) -> bool {
    let adverb = [Some(at), at.checked_sub(1)]
        .into_iter()
        .flatten()
        .any(|at| i.get(at).is_some_and(|t| t.end - t.start > 4 && i.text_of(t).ends_with("ly")));
    (at + 1..at + if adverb { 6 } else { 3 })
        .map_while(|next| i.get(next).filter(|t| t.kind == Kind::Word || adverb && t.is_punct('-') && !t.spaced()))
        .take_while(|t| {
            !i.entry(*t).class.intersects(
                Class::DETERMINER | Class::PREPOSITION | Class::CONJUNCTION | Class::AUXILIARY | Class::PRONOUN,
            )
        })
        .any(|t| is_plural(i, t))
}

/// "and health centres" behind a plural head: the place after it and its last word.
fn coordinated(i: Tokens<'_>, at: usize) -> Option<(usize, Token)> {
    i.get(at).filter(|t| i.text_of(*t) == "and")?;
    (at + 1..at + 3).find_map(|next| {
        let token = i.get(next).filter(|t| t.kind == Kind::Word && !t.capital())?;
        let between = i.list()[at + 1..next].iter().all(|t| {
            t.kind == Kind::Word && can_stand_inside(i, *t, next - 1, false) && !i.text_of(*t).ends_with("ed")
        });
        let followed_by_verb = i.get(next + 1).is_none_or(|t| t.kind != Kind::Word || !t.capital());
        (between && followed_by_verb && is_plural(i, token) && can_stand_inside(i, token, next, true))
            .then_some((next, token))
    })
}

/// Whether a word looks like a plural noun: by its class, or a final -s that is not -ss, -us, -is.
fn is_plural(i: Tokens<'_>, token: Token) -> bool {
    let class = i.entry(token).class;
    if class.intersects(Class::COLLECTIVE) {
        return true;
    }
    if class.intersects(Class::VERB | Class::AUXILIARY | Class::RISE | Class::FALL) && !class.contains(Class::PERSON) {
        return false;
    }
    let text = i.text_of(token);
    text.len() > 3 && text.ends_with('s') && !text.ends_with("ss") && !text.ends_with("us") && !text.ends_with("is")
        || text == "apps"
}

/// Plurals that no regular ending makes, and regular ones that the endings would get wrong.
const IRREGULAR: &[(&str, &str)] = &[
    ("people", "person"),
    ("men", "man"),
    ("women", "woman"),
    ("children", "child"),
    ("grandchildren", "grandchild"),
    ("lives", "life"),
    ("wives", "wife"),
    ("feet", "foot"),
    ("teeth", "tooth"),
    ("mice", "mouse"),
    ("geese", "goose"),
    ("criteria", "criterion"),
    ("phenomena", "phenomenon"),
    ("media", "medium"),
    ("data", "datum"),
    ("dice", "die"),
    ("oxen", "ox"),
    ("movies", "movie"),
    ("series", "series"),
    ("species", "species"),
    ("houses", "house"),
    ("buses", "bus"),
    ("viruses", "virus"),
];

/// The singular of a plural noun by the regular endings and the irregular nouns that are often counted.
pub fn singular(noun: &str) -> String {
    let lower = noun.to_lowercase();
    if let Some((_, one)) = IRREGULAR.iter().find(|(many, _)| *many == lower) {
        return (*one).to_owned();
    }
    for (many, one) in
        [("ies", "y"), ("sses", "ss"), ("shes", "sh"), ("ches", "ch"), ("xes", "x"), ("ves", "ve"), ("men", "man")]
    {
        if let Some(stem) = lower.strip_suffix(many).filter(|stem| stem.len() > 1) {
            return format!("{stem}{one}");
        }
    }
    match lower.strip_suffix('s') {
        Some(stem) if !stem.ends_with('s') && stem.len() > 1 => stem.to_owned(),
        _ => lower,
    }
}

#[cfg(test)]
mod tests {
    use crate::quantity::testing::rows;

    #[test]
    fn through_brackets_and_adjectives() {
        insta::assert_snapshot!(rows("17 (mostly elderly) residents and 25 [Ugandan] soldiers"), @"
        17 (mostly elderly) residents = 17 none Person residents
        25 [Ugandan] soldiers = 25 none Person soldiers
        ");
        insta::assert_snapshot!(rows("of the 90, 8 (who had fled) returned"), @"
        90 = 90 none None
        8 = 8 none None
        ");
        insta::assert_snapshot!(rows("700 small and medium-sized farms, 12 low- and middle-income countries"), @"
        700 small and medium-sized farms = 700 none Thing farms
        12 low- and middle-income countries = 12 none Thing countries
        ");
        insta::assert_snapshot!(rows("9 French and Italian engineers, 40 local or foreign reporters"), @"
        9 French and Italian engineers = 9 none Person engineers
        40 local or foreign reporters = 40 none Person reporters
        ");
        insta::assert_snapshot!(rows("killed 16 and wounded scores; 31 injured and doctors said"), @"
        16 = 16 none None
        scores = [40, 199] vague None
        31 = 31 none None
        ");
        insta::assert_snapshot!(rows("60 freshly painted low-rise flats, 18 highly trained dogs"), @"
        60 freshly painted low-rise flats = 60 none Thing flats
        18 highly trained dogs = 18 none Thing dogs
        ");
        insta::assert_snapshot!(rows("14 women's groups, 6 children's homes"), @"
        14 women's groups = 14 none Thing groups
        6 children's homes = 6 none Thing homes
        ");
        insta::assert_snapshot!(rows("350 Peruvian highway police officers and 80 more Bolivian"), @"
        350 Peruvian highway police officers = 350 none Person officers
        80 more = 80 none None  increase
        ");
    }
}

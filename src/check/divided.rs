//! Divisions: "Of the 96 flats, 41 are in the north wing, 38 in the south wing and 17 in the tower". People and things
//! can be counted in several groups at once; here the words behind the figures say that each is counted once.

use rust_decimal::Decimal;

use super::account::{Account, Kind};
use super::addend::{addable, is_nested, is_part, parted};
use super::amount::value_or_nought;
use super::sentence::SentenceView;
use crate::claim::Claim;
use crate::token::{Class, Kind as TokenKind};
use crate::verdict::Confidence;

/// Words that put somebody or something in one place, before the preposition. "Had been to Spain" and "took part in the
/// race" can be said of the same people as the next figure.
const SITUATED: &[&str] = &[
    "is",
    "are",
    "was",
    "were",
    "be",
    "lie",
    "lay",
    "stand",
    "stood",
    "live",
    "lived",
    "stay",
    "stayed",
    "go",
    "goes",
    "went",
    "gone",
    "come",
    "comes",
    "came",
    "travelled",
    "arrived",
    "moved",
    "born",
    "based",
    "buried",
    "employed",
    "held",
    "housed",
    "registered",
    "sent",
    "taken",
];

/// Prepositions that every figure of a division can repeat.
const PLACED: &[&str] = &["in", "at", "to", "from", "by"];

/// Answers and outcomes of which everybody has one.
const OPPOSED: &[&[&str]] = &[
    &["for", "favour", "favor", "against", "abstained", "abstain", "undecided", "unsure"],
    &["yes", "no", "undecided", "unsure"],
    &["agreed", "disagreed", "undecided", "unsure"],
    &["approve", "disapprove", "undecided", "unsure"],
    &["approved", "disapproved"],
    &["supported", "support", "opposed", "oppose", "undecided", "unsure"],
    &["passed", "failed"],
    &["survived", "died", "missing"],
    &["alive", "dead"],
    &["male", "female"],
    &["men", "women", "children"],
    &["girls", "boys"],
    &["won", "lost", "drew", "drawn"],
    &["approved", "rejected", "pending"],
    &["married", "single", "divorced", "widowed"],
];

/// How far behind a figure such a word stands: "34 voted in favour".
const NEAR: usize = 3;

/// The groups into which the figure `at` is divided behind "Of the ...,"; each can be less than was meant, all of them
/// together never more.
pub(super) fn division<'v>(view: &SentenceView<'v>, at: usize) -> Option<Account<'v>> {
    division_of(view, &view.claims[at], &view.claims[at + 1..])
}

/// The groups into which the figures behind "Of the 96 flats," or "Of these," divide the total.
pub(super) fn division_of<'v>(view: &SentenceView<'v>, total: &'v Claim, behind: &'v [Claim]) -> Option<Account<'v>> {
    let next = behind.first()?;
    // "of whom 12 were ..." says of what the figures are parts; "12 of them" behind a part is a part of that.
    let member = |c: &&Claim| {
        is_part(c)
            && addable(c, total)
            && c.quantity.noun.is_none_or(|noun| is_a_side(view.text(noun.head)))
            && !c.quantity.additional
            && (std::ptr::eq(*c, next) || !is_nested(view, c))
    };
    let parts: Vec<&Claim> = behind.iter().take_while(member).collect();
    // "40 on both", "12 in neither": groups that overlap. "One was unchanged": a part that is read as no figure.
    let overlap = view.words().any(|word| matches!(word, "both" | "also" | "either" | "neither"));
    let overlap = overlap || (0..view.tokens().len()).any(|i| view.word(i) == "one" && !view.in_a_figure(i));
    if parts.len() < 2 || overlap || !parts.windows(2).all(|pair| parted(view, pair[0], pair[1])) {
        return None;
    }
    let ways = directions(view, &parts);
    let too_many = || parts.iter().map(|part| value_or_nought(part)).sum::<Decimal>() > value_or_nought(total);
    // Rises, falls and what stayed the same leave nothing out.
    if ways == 3 {
        return Some(Account { total, parts, kind: Kind::Whole, confidence: Confidence::Medium });
    }
    let confidence = if ways == 2 && too_many() || are_opposed(view, &parts) {
        Confidence::High
    } else if are_placed(view, &parts) && !is_far_above(total, &parts) {
        Confidence::Medium
    } else {
        return None;
    };
    Some(Account { total, parts, kind: Kind::Some, confidence })
}

/// "13 fell, six rose and one was unchanged": how many ways to go the figures have, each its own; none where two share
/// one or where one has none.
fn directions(view: &SentenceView<'_>, parts: &[&Claim]) -> usize {
    let way = |part: &&Claim| {
        let end = view.end_token(part);
        (end..end + NEAR).take_while(|&i| !view.in_a_figure(i) && !matches!(view.word(i), "," | ";")).find_map(|i| {
            let same = matches!(view.word(i), "unchanged" | "flat" | "steady" | "level");
            let ways = [view.class(i).contains(Class::RISE), view.class(i).contains(Class::FALL), same];
            ways.iter().position(|told| *told)
        })
    };
    let ways: Option<Vec<usize>> = parts.iter().map(way).collect();
    let apart = |ways: &Vec<usize>| ways.iter().enumerate().all(|(at, way)| !ways[..at].contains(way));
    ways.filter(apart).map_or(0, |ways| ways.len())
}

/// More than a quarter above the whole: clubs in a league and in a cup, and no slip.
fn is_far_above(total: &Claim, parts: &[&Claim]) -> bool {
    let sum = parts.iter().try_fold(Decimal::ZERO, |sum, part| sum.checked_add(value_or_nought(part)));
    let most = value_or_nought(total).checked_mul(Decimal::new(125, 2));
    sum.zip(most).is_none_or(|(sum, most)| sum > most)
}

/// All figures are followed by one preposition, the first also by a verb of place: "41 are in", "38 in".
fn are_placed(view: &SentenceView<'_>, parts: &[&Claim]) -> bool {
    let Some((word, true)) = place(view, parts[0]) else { return false };
    parts[1..].iter().all(|part| place(view, part).is_some_and(|(own, _)| own == word))
}

/// The preposition behind a figure, and whether a verb of place stands between.
fn place<'v>(view: &SentenceView<'v>, part: &Claim) -> Option<(&'v str, bool)> {
    let end = view.end_token(part);
    let at = (end..=end + NEAR).find(|&i| !SITUATED.contains(&view.word(i)))?;
    // "in the north", "in Gent", "by bus"; those "in need of repair" or "at least ten" are in no place.
    let named = view.class(at + 1).contains(Class::DETERMINER) || view.word(at + 1).starts_with(char::is_uppercase);
    let somewhere = view.word(at) == "by" || named || view.in_a_figure(at + 1);
    (PLACED.contains(&view.word(at)) && somewhere).then_some((view.word(at), at > end))
}

/// Each figure has another word of one set behind it, with nothing of its own behind that: "15 passed and 12 failed",
/// "52% were for the plan and 48% against it". What one is for and another against may be two things.
pub(super) fn are_opposed(view: &SentenceView<'_>, parts: &[&Claim]) -> bool {
    let word = |part: &Claim, set: &[&'static str]| {
        // "260 boys": the noun of the figure is the side.
        let noun = part.quantity.noun.and_then(|noun| set.iter().find(|own| **own == view.text(noun.head)));
        let end = view.end_token(part);
        if let Some(own) = noun {
            return Some((*own, end));
        }
        (end..end + NEAR)
            .take_while(|&i| !view.in_a_figure(i) && !matches!(view.word(i), "," | ";"))
            .find_map(|i| set.iter().find(|own| **own == view.word(i)).map(|own| (*own, i + 1)))
    };
    OPPOSED.iter().any(|set| {
        let words: Option<Vec<(&str, usize)>> = parts.iter().map(|part| word(part, set)).collect();
        let Some(words) = words.filter(|words| words.len() > 1) else { return false };
        let different = |at: usize| words[..at].iter().all(|(own, _)| *own != words[at].0);
        (1..words.len()).all(|at| different(at) && is_object_of((view, words[at].1), (view, words[0].1)))
    })
}

/// "boys", "women": a noun that is one side of a division itself.
fn is_a_side(noun: &str) -> bool {
    OPPOSED.iter().any(|set| set.contains(&noun))
}

/// Whether what stands behind an answer is the same as behind the first one, a pronoun or nothing.
pub(super) fn is_object_of(
    (view, behind): (&SentenceView<'_>, usize),
    (first, at): (&SentenceView<'_>, usize),
) -> bool {
    let ends = |at: usize| {
        let mark = view.tokens().get(at).is_none_or(|t| t.kind == TokenKind::Punct);
        mark || view.class(at).contains(Class::CONJUNCTION)
    };
    let alone = ends(behind) || view.class(behind).contains(Class::PRONOUN) && ends(behind + 1);
    let same = (view.word(behind), view.word(behind + 1)) == (first.word(at), first.word(at + 1));
    alone || same && ends(behind + 2)
}

//! What did not happen, or is not known to have: nobody was hurt, a murder was only attempted, reports of deaths are
//! denied.

use super::scene::Scene;
use crate::token::Class;

/// "was not injured", but "not only killed 12".
pub(super) fn is_denied(scene: &Scene<'_>, figure: usize, start: usize, end: usize) -> bool {
    let negated = (start.saturating_sub(FARTHEST_NEGATION).max(scene.sentence.start)..start)
        .any(|i| scene.word(i).eq_ignore_ascii_case("not") && scene.word(i + 1) != "only");
    (negated || nobody(scene, start).is_some_and(|none| none != figure))
        && !scene.figures.iter().any(|figure| figure.start >= end && figure.start <= end + 1)
}

/// "attempted first-degree murder", "no one was killed", "threatened to kill": a cue of what nobody suffered.
pub(super) fn is_averted(scene: &Scene<'_>, cue: usize) -> bool {
    let first = scene.sentence.start.max(cue.saturating_sub(FARTHEST_ATTEMPT));
    // "life-threatening injuries" are suffered.
    let joined = |i: usize| i > scene.sentence.start && scene.tokens[i - 1].is_punct('-');
    let tried = |i: usize| !joined(i) && TRIED.iter().any(|word| scene.word(i).eq_ignore_ascii_case(word));
    (first..cue).any(tried) || nobody(scene, cue).is_some()
}

/// Words for a deed that was only tried or threatened.
const TRIED: &[&str] = &[
    "attempted",
    "attempt",
    "attempting",
    "tried",
    "trying",
    "threatened",
    "threatening",
    "threatens",
    "intent",
    "could",
    "wanted",
];

/// Farthest before a cue that the word for an attempt stands, in tokens: "attempted first-degree murder".
const FARTHEST_ATTEMPT: usize = 4;

/// Farthest before a cue that its negation stands: "was not injured".
const FARTHEST_NEGATION: usize = 2;

/// The first token of who is denied before a cue: "no deaths", "nobody was hurt", "no one else had been killed".
pub(super) fn nobody(scene: &Scene<'_>, cue: usize) -> Option<usize> {
    let first = scene.sentence.start;
    let before = |at: usize| at.checked_sub(1).filter(|&i| i >= first);
    let is = |at: usize, word: &str| scene.word(at).eq_ignore_ascii_case(word);
    let nearest = before(cue)?;
    if is(nearest, "no") {
        return Some(nearest);
    }
    let passed = |i: usize| {
        scene.class(i).intersects(Class::AUXILIARY | Class::ADVERB) || is(i, "else") || scene.word(i).ends_with("ly")
    };
    let subject = (first..cue).rev().take(5).find(|&i| !passed(i))?;
    if subject == nearest && !scene.class(cue).contains(Class::DIES) {
        return None;
    }
    if is(subject, "nobody") {
        return Some(subject);
    }
    let no = before(subject).filter(|_| is(subject, "one"))?;
    let hyphenated = scene.tokens[no].is_punct('-');
    let no = if hyphenated { before(no)? } else { no };
    is(no, "no").then_some(no)
}

/// "None of the 12 passengers was hurt", "not one of the 12", "no deaths among the 12", "nor 12": nothing is said of
/// them.
pub(super) fn is_none_of(scene: &Scene<'_>, figure: usize) -> bool {
    let first = scene.sentence.start;
    if figure > first && scene.word(figure - 1) == "nor" {
        return true;
    }
    (first..figure).rev().take(3).filter(|&i| matches!(scene.word(i), "of" | "among") && i > first).any(|i| {
        let is_nobody = |at: usize| scene.class(at).contains(Class::NEGATION);
        let of_noun = i >= first + 2 && (scene.word(i) == "among" || matches!(scene.word(i - 1), "one" | "any"));
        is_nobody(i - 1) && !matches!(scene.word(i - 1), "not" | "no") || of_noun && is_nobody(i - 2)
    })
}

/// "denied that 12 had died", "rejected reports of 40 deaths", "no evidence that 30 were killed": what is not so, or
/// not known to be so. "Denied responsibility for the blast that killed 12" leaves them dead.
pub(super) fn is_disputed(scene: &Scene<'_>, figure: usize) -> bool {
    (scene.sentence.start + 1..figure)
        .rev()
        .take(FARTHEST_DENIAL)
        .take_while(|&i| !scene.tokens[i].is_punct(',') && scene.word(i) != "but")
        .any(|i| {
            let opens = |at: usize, words: &[&str]| words.iter().any(|word| scene.word(at).eq_ignore_ascii_case(word));
            let object = opens(i, &["that"]) || opens(i, REPORTS);
            let proof = opens(i, PROOFS) && opens(i - 1, &["no", "any"]);
            object && opens(i - 1, DENIALS) || proof
        })
}

/// Farthest that a denial stands before the figure that it denies, in tokens: "denied that as many as 12 had".
const FARTHEST_DENIAL: usize = 9;

/// Verbs that say that something is not so.
const DENIALS: &[&str] = &[
    "denied",
    "denies",
    "deny",
    "denying",
    "rejected",
    "rejects",
    "dismissed",
    "dismisses",
    "refuted",
    "refutes",
    "disputed",
    "disputes",
    "debunked",
];

/// What a denial is of.
const REPORTS: &[&str] =
    &["reports", "claims", "allegations", "accusations", "rumours", "rumors", "suggestions", "statements"];

/// What there is none of where something is not known to be so.
const PROOFS: &[&str] = &["evidence", "proof", "indication", "sign", "confirmation", "reports", "word"];

//! Who says a figure: "according to the UN", "the ministry said".

use super::scene::Scene;
use crate::span::Span;
use crate::token::{Class, Kind};

/// Most words of a source's name.
const MOST_WORDS: usize = 6;

/// The span of the source's name in the sentence, if one stands there.
pub(super) fn source(scene: &Scene<'_>) -> Option<Span> {
    scene.sentence.clone().find_map(|at| {
        if !scene.class(at).contains(Class::REPORTING) {
            return None;
        }
        if scene.word(at).eq_ignore_ascii_case("according") && scene.word(at + 1) == "to" {
            return after(scene, at + 2);
        }
        before(scene, at)
    })
}

/// The noun phrase behind "according to".
fn after(scene: &Scene<'_>, from: usize) -> Option<Span> {
    let end = (from..scene.sentence.end.min(from + MOST_WORDS))
        .take_while(|&i| {
            scene.tokens[i].kind == Kind::Word && !scene.class(i).intersects(Class::VERB | Class::AUXILIARY)
        })
        .last()?;
    Some(scene.tokens[from].span().cover(scene.tokens[end].span()))
}

/// The noun phrase before a reporting verb.
fn before(scene: &Scene<'_>, verb: usize) -> Option<Span> {
    let start = (scene.sentence.start..verb)
        .rev()
        .take(MOST_WORDS)
        .take_while(|&i| {
            matches!(scene.tokens[i].kind, Kind::Word | Kind::Clitic)
                && !scene.class(i).intersects(
                    Class::VERB | Class::AUXILIARY | Class::CONJUNCTION | Class::RELATIVE | Class::SUBORDINATOR,
                )
        })
        .last()?;
    let named = (start..verb).any(|i| scene.tokens[i].capital() || scene.class(i).contains(Class::PERSON));
    named.then(|| scene.tokens[start].span().cover(scene.tokens[verb - 1].span()))
}

//! Stretches: how a text says how far one date lies from another: "nine years later", "the following day", "a decade
//! before".

use super::between::Length;
use super::whole;
use crate::check::birth::tokens_of;
use crate::check::sentence::SentenceView;
use crate::claim::Dated;
use crate::period::TimeUnit;
use crate::quantity::Unit;
use crate::span::Span;
use crate::token::Class;

/// A length of time from one date to another.
#[derive(Clone, Copy, Debug)]
pub(super) struct Stretch {
    pub span: Span,
    /// Its first token, and the one behind the word of order.
    pub tokens: (usize, usize),
    pub length: Length,
    /// What follows says from when: "after", "before".
    pub opens: bool,
}

/// The stretches of a sentence that are told plainly.
pub(super) fn stretches(view: &SentenceView<'_>) -> impl Iterator<Item = Stretch> {
    let view = *view;
    let dates = view.dates().iter().filter_map(move |dated| step(&view, dated));
    let claims = view.claims.iter().filter_map(move |claim| {
        let (start, end) = (view.first_token(claim), view.end_token(claim));
        let Unit::Duration(unit) = claim.quantity.unit else { return None };
        let length = Length::of(whole(claim)?, unit)?;
        // "ten years to the day later"
        let to_the_day = ["to", "the", "day"].iter().zip(end..).all(|(word, i)| view.word(i) == *word);
        let order = if to_the_day { end + 3 } else { end };
        let opens = opens(&view, order)?;
        Some(Stretch { span: claim.quantity.span, tokens: (start, order + 1), length, opens })
    });
    // "a century", "half a century"
    let leads = move |&at: &usize| (1..=2).any(|next| view.class(at + next).contains(Class::TIME_UNIT));
    let one = (0..view.tokens().len()).filter(leads).filter_map(move |at| one_unit(&view, at));
    dates.chain(claims).chain(one).filter(move |stretch| !hedged(&view, stretch.tokens.0))
}

/// What readers take for a date: "two days later", "the following week".
fn step(view: &SentenceView<'_>, dated: &Dated) -> Option<Stretch> {
    let span = dated.expr.span;
    let tokens = tokens_of(view, span);
    let length = if let Some((count, unit)) = dated.expr.step {
        let length = Length::of(count, unit)?;
        if view.word(tokens.0).eq_ignore_ascii_case("half") { length.rounded() } else { length }
    } else {
        let next = matches!(view.word_before(tokens.1, 2), "following" | "next" | "previous" | "preceding");
        Length::next(unit(view, tokens.1 - 1).filter(|_| next && dated.expr.period.is_none())?)?
    };
    Some(Stretch { span, tokens, length, opens: false })
}

/// "A century after the fire", "half a century after it", "the day before the vote": one unit that no number counts.
fn one_unit(view: &SentenceView<'_>, at: usize) -> Option<Stretch> {
    let half = view.word(at).eq_ignore_ascii_case("half");
    let article = at + usize::from(half);
    let unit = unit(view, article + 1).filter(|_| matches!(view.word(article), "a" | "A" | "the" | "The"))?;
    let length = if half { Length::half(unit) } else { Length::of(1, unit) }?;
    let opens = opens(view, article + 2).filter(|&opens| opens)?;
    let (first, last) = (view.tokens().get(at)?, view.tokens().get(article + 1)?);
    Some(Stretch { span: first.span().cover(last.span()), tokens: (at, article + 3), length, opens })
}

fn unit(view: &SentenceView<'_>, at: usize) -> Option<TimeUnit> {
    let token = view.tokens().get(at).filter(|_| view.class(at).contains(Class::TIME_UNIT))?;
    TimeUnit::from_lexicon(view.reading.vocabulary.lexicon.entry(token.word).time)
}

/// Whether a word of order says from when ("after") or leaves it to what was told before ("later").
fn opens(view: &SentenceView<'_>, at: usize) -> Option<bool> {
    match view.word(at) {
        "later" | "earlier" => Some(false),
        "after" | "before" => Some(true),
        _ => None,
    }
}

/// "some nine years later", "more than nine years later".
fn hedged(view: &SentenceView<'_>, at: usize) -> bool {
    at > 0 && view.class(at - 1).contains(Class::HEDGE) && view.word(at - 1) != "exactly"
        || matches!(
            view.word_before(at, 1),
            "than" | "or" | "to" | "another" | "and" | "final" | "only" | "a" | "the" | "half" | "Half"
        )
}

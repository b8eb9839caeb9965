//! Numbers in words and in figures: "thirty (20) days", "one million ($1,700,000)".

use rust_decimal::Decimal;
use serde::Deserialize;

use super::brackets::bracketed;
use super::fix::{Right, either, rewritten};
use super::sentence::SentenceView;
use super::working::{number, slip};
use super::{Check, ParameterFault, Parameters, Scene};
use crate::claim::Claim;
use crate::quantity::{Unit, read_quantities};
use crate::span::Span;
use crate::token::Tokens;
use crate::verdict::{Confidence, Failure, Label, Mismatch, Outcome, Verdict};

/// The check `words-figures`; it has no parameters.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct WordsFigures {}

/// Builds the check from its rule's parameters.
pub(super) fn build(parameters: &Parameters<'_>) -> Result<Box<dyn Check>, ParameterFault> {
    Ok(Box::new(parameters.read::<WordsFigures>()?))
}

/// Smaller bare figures in brackets are as often a footnote or the number of a clause.
const LEAST_BARE: i64 = 10;

impl Check for WordsFigures {
    fn check(&self, scene: &Scene<'_>, out: &mut Vec<Verdict>) {
        for view in SentenceView::all(scene.reading) {
            out.extend(view.claims.iter().filter_map(|claim| inside(&view, claim)));
            if view.claims.len() < 2 {
                continue;
            }
            let pairs: Vec<_> = bracketed(&view).collect();
            // "Netherlands 900,000 (600,000), Greece 300,000 (zero)": last year's figures, not the same again.
            // "three cabins (48 berths), two lounges (90)": figures of which none is the same again tell something
            // else.
            let again = |(a, b): &(&Claim, &Claim)| a.quantity.number.plain() == b.quantity.number.plain();
            let series = pairs.len() > 1
                && (pairs.iter().any(|(a, b)| in_words(&view, a) == in_words(&view, b)) || !pairs.iter().any(again));
            for (outer, inner) in pairs.into_iter().filter(|_| !series) {
                if let (Some(first), Some(second)) = (outer.quantity.number.plain(), inner.quantity.number.plain())
                    && in_words(&view, outer) != in_words(&view, inner)
                    && alike(outer, inner)
                    && !counts_other(&view, outer, inner)
                {
                    out.push(judge(&view, outer, inner, first, second));
                }
            }
        }
    }
}

/// "30 (thirteen) laptops": the brackets between a number and its noun, which the readers take into one figure.
fn inside(view: &SentenceView<'_>, outer: &Claim) -> Option<Verdict> {
    let rest = view
        .text(Span::new(outer.quantity.number_span.end, outer.quantity.span.end.max(outer.quantity.number_span.end)));
    if !rest.trim_start().starts_with('(') || in_words(view, outer) {
        return None;
    }
    let tokens = view.tokens();
    let from = tokens.iter().position(|t| t.start >= outer.quantity.number_span.end && t.is_punct('('))? + 1;
    let to = from + tokens[from..].iter().position(|t| t.is_punct(')'))?;
    let mut found = Vec::new();
    let aside = Tokens::new(view.block(), &tokens[from..to], &view.reading.vocabulary.lexicon);
    read_quantities(aside, 0, &[], &mut found);
    let [quantity] = &found[..] else { return None };
    let whole = quantity.number_span == Span::new(tokens[from].start, tokens[to - 1].end);
    let inner = Claim { quantity: quantity.clone(), ..outer.clone() };
    let (first, second) = (outer.quantity.number.plain()?, inner.quantity.number.plain()?);
    (whole && in_words(view, &inner)).then(|| judge(view, outer, &inner, first, second))
}

fn in_words(view: &SentenceView<'_>, claim: &Claim) -> bool {
    !view.text(claim.quantity.number_span).bytes().any(|b| b.is_ascii_digit())
}

/// "four cars (120 beds)", "scored 30 (three goals)", "8191 (four digits)": the brackets count another thing.
fn counts_other(view: &SentenceView<'_>, outer: &Claim, inner: &Claim) -> bool {
    if inner.quantity.noun.is_some() && outer.quantity.noun.is_none() && !in_words(view, outer) {
        return true;
    }
    matches!((view.head(outer), view.head(inner)), (Some(a), Some(b)) if a != b)
}

/// The same unit, or one of the two without any: a sum in words is often without its currency.
fn alike(outer: &Claim, inner: &Claim) -> bool {
    match (outer.quantity.unit, inner.quantity.unit) {
        (a, b) if a == b => true,
        (a, b) if a.counts_things() && b.counts_things() => true,
        (Unit::None, Unit::Money(_)) => outer.quantity.number.plain().is_some_and(|v| v >= Decimal::ONE_HUNDRED),
        (Unit::Money(_), Unit::None) => inner.quantity.number.plain().is_some_and(|v| v >= Decimal::ONE_HUNDRED),
        _ => false,
    }
}

fn judge(view: &SentenceView<'_>, outer: &Claim, inner: &Claim, first: Decimal, second: Decimal) -> Verdict {
    let (place, other) = (view.place(inner.quantity.span), view.place(outer.quantity.span));
    let (stated, figures) = (view.text(outer.quantity.span), view.text(inner.quantity.span));
    let calculation = format!("“{stated}” is {}, “{figures}” is {}", number(first), number(second));
    let label = Label { place: other, message: format!("{} here", number(first)) };
    if first == second {
        let message = "words and figures agree".to_owned();
        return Verdict { primary: place, outcome: Outcome::Passed { calculation, message, labels: vec![label] } };
    }
    // "the group of five (3)" may be a note; with a unit or a noun behind the brackets it is no note.
    let rest = view.block()[inner.quantity.span.end as usize..].trim_start_matches([')', ' ']);
    let counts = rest.starts_with(char::is_alphabetic) || inner.quantity.unit != Unit::None;
    // Behind the noun ("two halls (90)") the brackets can tell anything of it.
    let told = outer.quantity.noun.is_some() && inner.quantity.noun.is_none() && inner.quantity.unit == Unit::None;
    let bare = told || !counts && second < Decimal::from(LEAST_BARE);
    let failure = Failure {
        mismatch: Mismatch::Hard,
        confidence: if bare { Confidence::Medium } else { Confidence::High },
        message: if in_words(view, outer) {
            format!("the words say {}, the figures in brackets {}", number(first), number(second))
        } else {
            format!("the figures say {}, the words in brackets {}", number(first), number(second))
        },
        help: Some(format!(
            "find out which was meant and write {} or {} in both places; in contracts and on cheques the words count",
            number(first),
            number(second)
        )),
        primary_label: format!("{} here", number(second)),
        labels: vec![label],
        calculation: Some(calculation),
        cause: slip(second, first),
        fix: either([
            rewritten(view, inner, Right::exactly(first).hedged(inner.quantity.hedge)),
            rewritten(view, outer, Right::exactly(second).hedged(outer.quantity.hedge)),
        ]),
    };
    Verdict { primary: place, outcome: Outcome::Failed(Box::new(failure)) }
}

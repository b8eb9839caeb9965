//! Figures of texts that are gone when they are compared: two mentions in different texts that cannot both be true.

use super::{Way, either, is_quoted};
use crate::check::sentence::SentenceView;
use crate::claim::Claim;
use crate::quantity::capitalised;
use crate::span::Span;
use crate::verdict::{Alternative, Edit, Fix};

/// Hedge and number of a figure, once its text is gone: an edit that changes nothing, to be given other words.
#[derive(Clone, Debug)]
pub(in crate::check) struct Slot {
    edit: Edit,
    quoted: bool,
}

impl Slot {
    /// Those of a claim, where they can be edited.
    pub(in crate::check) fn of(view: &SentenceView<'_>, claim: &Claim) -> Option<Self> {
        let quantity = &claim.quantity;
        let span = Span::new(quantity.span.start.min(quantity.number_span.start), quantity.number_span.end);
        let edit = Edit::in_block(view.reading.document, view.sentence.block, span, view.text(span))?;
        // With markup inside, less would be replaced.
        (edit.text.len() == span.len() as usize).then(|| Self { edit, quoted: is_quoted(view, span.start) })
    }

    /// Two figures that cannot both be true: one in the words of the other, or the reverse.
    pub(in crate::check) fn either_like_the_other(earlier: Option<&Self>, later: Option<&Self>) -> Option<Fix> {
        let (earlier, later) = (earlier?, later?);
        let like = |one: &Self, other: &Self| {
            let old = &one.edit.text;
            let lower = other.edit.text.chars().next().map_or(String::new(), |c| c.to_lowercase().collect());
            let lower = format!("{lower}{}", other.edit.text.chars().skip(1).collect::<String>());
            let text = if old.starts_with(char::is_uppercase) { capitalised(&lower) } else { lower };
            let message = format!("write {text}");
            let edits = vec![Edit { text, ..one.edit.clone() }];
            Some(Way { alternative: Alternative { message, edits }, of: old.clone(), quoted: one.quoted })
        };
        either([like(later, earlier), like(earlier, later)])
    }
}

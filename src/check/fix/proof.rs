//! The proof of a fix: the sentence with the new words in it is read again, and the figure must be the one that was
//! meant, with the same unit and no other hedge. What figlint itself would misread is not offered.

use rust_decimal::Decimal;

use super::{Way, replaced};
use crate::check::sentence::SentenceView;
use crate::quantity::{Number, Quantity, Unit, read_quantities};
use crate::span::Span;
use crate::token::{Tokens, tokenize};

/// How many tokens before and behind the figure are read again. Sentences of prose are shorter than that; of a
/// machine's line of 400 tokens the far ones say nothing about the figure.
const REACH: usize = 40;

/// Most bytes of a sign of money before a number.
const LONGEST_SIGN: u32 = 4;

/// Whether a number is the one that was to be written.
pub(super) fn is_value(number: &Number, said: Decimal) -> bool {
    let read = match *number {
        Number::Value { value, .. } | Number::Share { value } => value,
        Number::Multiple { factor } => factor,
        Number::Range { .. } | Number::Vague(_) => return false,
    };
    read.round_dp(6) == said.round_dp(6)
}

/// New words in place of a span of the block, where the figure then reads as it should: `reads` gets the new
/// figure and the old one.
pub(super) fn checked(
    view: &SentenceView<'_>,
    span: Span,
    text: &str,
    quantity: &Quantity,
    reads: impl Fn(&Quantity, &Quantity) -> bool,
) -> Option<Way> {
    let old = figure_at(view, quantity.number_span.start, quantity.number_span.start, "")?;
    let new = figure_at(view, span.start, span.end, text)?;
    // The hedge of the whole claim, and what else a later look at the sentence adds to it, is that of the figure alone.
    reads(&new, &old).then_some(())?;
    let way = replaced(view, span, text)?.says(&format!("write {}", shown(view, span, text, quantity)));
    Some(Way { of: shown(view, span, view.text(span), quantity), ..way })
}

/// A figure with its sign of money and its unit, for people: "$6.2 million", "25 percent".
fn shown(view: &SentenceView<'_>, span: Span, text: &str, quantity: &Quantity) -> String {
    let before = &view.block()[..span.start as usize];
    let sign = before
        .rfind(|c: char| !matches!(c, '$' | '\u{a3}' | '\u{20ac}' | '\u{a5}'))
        .map_or(0, |at| at + before[at..].chars().next().map_or(0, char::len_utf8));
    let measured = matches!(quantity.unit, Unit::Money(_) | Unit::Measure(_) | Unit::Percent);
    let unit = Span::new(span.end, if measured { quantity.span.end.max(span.end) } else { span.end });
    format!("{}{}{}", &before[sign..], text.trim(), view.text(unit).trim_end())
}

/// The figure that stands where `text` was put in place of the bytes from `start` to `end` of the block.
fn figure_at(view: &SentenceView<'_>, start: u32, end: u32, text: &str) -> Option<Quantity> {
    let tokens = view.tokens();
    let before = tokens.partition_point(|t| t.start < start).saturating_sub(REACH);
    let behind = (tokens.partition_point(|t| t.start < end) + REACH).min(tokens.len());
    let (first, last) = (tokens.get(before)?, tokens[..behind].last()?);
    let block = view.block();
    let (from, to) = (first.start.min(start), last.end.max(end));
    let mut sentence = String::with_capacity((to - from) as usize + text.len());
    sentence.push_str(&block[from as usize..start as usize]);
    sentence.push_str(text);
    sentence.push_str(&block[end as usize..to as usize]);
    let dates = view.sentence.dates.start as usize..view.sentence.dates.end as usize;
    let moved = |at: u32| if at >= end { at - end + start + text.len() as u32 - from } else { at.saturating_sub(from) };
    let taken: Vec<Span> = view.reading.dates[dates]
        .iter()
        .map(|dated| dated.expr.span)
        .filter(|date| date.start >= from && date.end <= to && (date.end <= start || date.start >= end))
        .map(|date| Span::new(moved(date.start), moved(date.end)))
        .collect();
    let lexicon = &view.reading.vocabulary.lexicon;
    let (mut tokens, mut found) = (Vec::new(), Vec::new());
    tokenize(&sentence, lexicon, &mut tokens);
    read_quantities(Tokens::new(&sentence, &tokens, lexicon), 0, &taken, &mut found);
    // The number begins at the edit, or behind a hedge or a sign that was put there with it.
    let (at, behind) = (start - from, start - from + text.len() as u32);
    found.into_iter().find(|q| q.number_span.end > at && q.number_span.start <= behind + LONGEST_SIGN)
}

//! Fixes: the edits that put a right figure in place of a wrong one, written as the author writes. What figlint itself
//! would not read as meant is not offered.

mod proof;
mod slot;

pub(super) use slot::Slot;

use rust_decimal::Decimal;

use proof::{checked, is_value};

use super::amount::{sign, value_or_nought};
use super::sentence::{SentenceView, is_one_of};
use crate::claim::Claim;
use crate::document::{BlockKind, Document};
use crate::quantity::{Form, Hedge, Number, Precision, Quantity, Style, Unit, capitalised};
use crate::span::Span;
use crate::token::{Class, Kind};
use crate::verdict::{Alternative, ByHand, Edit, Fix, Outcome};

/// One way to mend a finding.
#[derive(Clone, Debug)]
pub(super) struct Way {
    alternative: Alternative,
    /// What it replaces, where its message does not say so.
    of: String,
    quoted: bool,
}

impl Way {
    /// The same, told in other words, which say all. A line may end in the middle of them.
    pub(super) fn says(self, message: &str) -> Self {
        let alternative = Alternative { message: in_one_line(message), ..self.alternative };
        Self { alternative, of: String::new(), ..self }
    }

    /// The same, telling what it replaces, too: "write 16 for 14".
    fn says_what_for(self) -> Self {
        let message = format!("{} for {}", self.alternative.message, self.of);
        if self.of.is_empty() { self } else { self.says(&message) }
    }
}

fn in_one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A fix of these ways, the likeliest first, without those that are none; `None` where none is left. Where they change
/// different figures, each says which.
pub(super) fn fix(ways: impl IntoIterator<Item = Option<Way>>) -> Option<Fix> {
    let ways: Vec<Way> = ways.into_iter().flatten().collect();
    let by_hand = ways.iter().any(|way| way.quoted).then_some(ByHand::Quoted);
    let place = |way: &Way| way.alternative.edits.first().map(|edit| (edit.path.clone(), edit.span));
    let several = ways.windows(2).any(|pair| place(&pair[0]) != place(&pair[1]));
    let told = ways.into_iter().map(|way| if several { way.says_what_for() } else { way });
    let alternatives: Vec<_> = told.map(|way| way.alternative).collect();
    (!alternatives.is_empty()).then_some(Fix { safe: false, by_hand, alternatives })
}

/// A fix of ways that are equally likely.
pub(super) fn either(ways: impl IntoIterator<Item = Option<Way>>) -> Option<Fix> {
    let fix = fix(ways)?;
    Some(Fix { by_hand: fix.by_hand.or(Some(ByHand::Choice)), ..fix })
}

/// A fix that cannot change what the text means.
pub(super) fn safe(way: Option<Way>) -> Option<Fix> {
    Some(Fix { safe: true, ..fix([way])? })
}

/// The outcome with a fix where it failed.
pub(super) fn mended(outcome: Outcome, fix: impl FnOnce() -> Option<Fix>) -> Outcome {
    match outcome {
        Outcome::Failed(failure) => Outcome::Failed(Box::new(crate::verdict::Failure { fix: fix(), ..*failure })),
        other => other,
    }
}

/// What a figure is to say.
#[derive(Clone, Copy, Debug)]
pub(super) struct Right {
    value: Decimal,
    precision: Precision,
    hedge: Hedge,
}

impl Right {
    /// This value and no other.
    pub(super) fn exactly(value: Decimal) -> Self {
        Self { value, precision: Precision::Exact, hedge: Hedge::None }
    }

    /// A value that was calculated from others, to the precision of the figure.
    pub(super) fn about(value: Decimal) -> Self {
        Self { value, precision: Precision::Author, hedge: Hedge::None }
    }

    /// With the hedge that its source has.
    pub(super) fn hedged(self, hedge: Hedge) -> Self {
        Self { hedge, ..self }
    }

    /// With the hedge that any of the figures has from which it was calculated.
    pub(super) fn from(self, parts: &[&Claim], own: &Claim) -> Self {
        let same = parts.iter().any(|part| part.quantity.hedge == own.quantity.hedge);
        if same { self.hedged(own.quantity.hedge) } else { self }
    }
}

/// Another value in place of a figure's own. Its hedge stays where it is true of the new value.
pub(super) fn rewritten(view: &SentenceView<'_>, claim: &Claim, right: Right) -> Option<Way> {
    let quantity = &claim.quantity;
    let view = &SentenceView::of(view.reading, &view.reading.sentences[claim.sentence as usize]);
    let number = with_ordinal_ending(view, quantity);
    let style = Style::of(view.text(number), &quantity.number, quantity.unit)?;
    let said = view.says_a_number(claim) || quantity.unit == Unit::Ordinal;
    if !said && matches!(quantity.number, Number::Value { .. }) {
        return None;
    }
    // "half the members" goes on without "of", and no other share does.
    let end = view.end_token(claim);
    let goes_on = view.class(end).intersects(Class::DETERMINER)
        || view.tokens().get(end).is_some_and(|t| t.kind == Kind::Word)
            && !view.class(end).intersects(Class::PREPOSITION);
    let share = matches!(quantity.number, Number::Share { .. });
    if share && view.text(quantity.number_span).eq_ignore_ascii_case("half") && goes_on {
        return None;
    }
    let (text, said) = style.write(right.value, right.precision)?;
    let kept = match quantity.hedge {
        Hedge::None | Hedge::Exactly => quantity.hedge == right.hedge || right.hedge == Hedge::None,
        hedge => hedge == right.hedge || hedge == Hedge::About && right.hedge == Hedge::None,
    };
    let (span, text) = if kept {
        (number, text)
    } else {
        let sign = sign(view, claim);
        let lead = Span::new(quantity.span.start.min(quantity.number_span.start), quantity.number_span.start);
        let opens = view.text(lead).starts_with(char::is_uppercase);
        let hedge = words(right.hedge)?;
        let whole = format!("{hedge}{sign}{text}");
        (lead.cover(number), if opens { capitalised(&whole) } else { whole })
    };
    let hedge = if kept { quantity.hedge } else { right.hedge };
    let reads = |new: &Quantity, old: &Quantity| {
        let same = new.unit == old.unit && new.change == old.change && new.total == old.total;
        same && new.hedge == hedge && new.additional == old.additional && is_value(&new.number, said)
    };
    checked(view, span, &text, quantity, reads)
}

/// The bytes of a number with the letters that make an ordinal of its digits.
fn with_ordinal_ending(view: &SentenceView<'_>, quantity: &Quantity) -> Span {
    let number = quantity.number_span;
    let ending = view.block().get(number.end as usize..number.end as usize + 2).unwrap_or_default();
    let letters = is_one_of(&["st", "nd", "rd", "th"], ending);
    Span::new(number.start, number.end + if quantity.unit == Unit::Ordinal && letters { 2 } else { 0 })
}

/// The figure without its hedge.
pub(super) fn unhedged(view: &SentenceView<'_>, claim: &Claim) -> Option<Way> {
    let quantity = &claim.quantity;
    let lead = Span::new(quantity.span.start, quantity.number_span.start.checked_sub(sign(view, claim).len() as u32)?);
    let reads = |new: &Quantity, old: &Quantity| {
        new.hedge == Hedge::None && new.unit == old.unit && is_value(&new.number, value_or_nought(claim))
    };
    let way = checked(view, lead, "", quantity, reads)?;
    Some(way.says(&format!("leave out “{}”", view.text(lead).trim())))
}

/// Two mentions of one figure: either says the number of the other, each in its own way.
pub(super) fn alike(one: (&SentenceView<'_>, &Claim), other: (&SentenceView<'_>, &Claim)) -> Option<Fix> {
    let like = |(view, claim): (&SentenceView<'_>, &Claim), of: &Claim| match of.quantity.number {
        Number::Value { value, .. } => rewritten(view, claim, Right::exactly(value).hedged(claim.quantity.hedge)),
        _ => None,
    };
    either([like(one, other.1), like(other, one.1)])
}

/// Another number in the place of the one that a cell of a table holds.
pub(super) fn cell(document: &Document<'_>, block: u32, old: Decimal, new: Decimal) -> Option<Way> {
    let text = document.blocks[block as usize].text.as_ref();
    let from = text.find(|c: char| c.is_ascii_digit())?;
    let digits = text.rfind(|c: char| c.is_ascii_digit())? + 1;
    let magnitude = text[digits..].find(|c: char| !c.is_alphabetic() && c != ' ').unwrap_or(text.len() - digits);
    let written = text[from..digits + magnitude].trim_end();
    let mantissa: String = written.chars().filter(char::is_ascii_digit).collect();
    let place = old.checked_div(mantissa.parse().ok()?)?;
    let number = Number::Value { value: old, place, form: Form::Whole };
    let (text, _) = Style::of(written, &number, Unit::None)?.write(new, Precision::Exact)?;
    let span = Span::new(from as u32, (from + written.len()) as u32);
    let edit = Edit::in_block(document, block, span, &text)?;
    let message = format!("write {text}");
    Some(Way { alternative: Alternative { message, edits: vec![edit] }, of: written.to_owned(), quoted: false })
}

/// Any words in place of others.
pub(super) fn replaced(view: &SentenceView<'_>, span: Span, text: &str) -> Option<Way> {
    let edit = Edit::in_block(view.reading.document, view.sentence.block, span, text)?;
    let alternative = Alternative { message: format!("write {}", text.trim()), edits: vec![edit] };
    Some(Way { alternative, of: in_one_line(view.text(span)), quoted: is_quoted(view, span.start) })
}

/// Two stretches of a sentence change places. Neither may lie within the other.
pub(super) fn exchanged(view: &SentenceView<'_>, first: Span, second: Span) -> Option<Way> {
    let (one, other) = (replaced(view, first, view.text(second))?, replaced(view, second, view.text(first))?);
    let message = format!("exchange {} and {}", view.text(first).trim(), view.text(second).trim());
    let edits = [one.alternative.edits, other.alternative.edits].concat();
    let quoted = one.quoted || other.quoted;
    Some(Way { alternative: Alternative { message: in_one_line(&message), edits }, of: String::new(), quoted })
}

/// A hedge as it is written before a figure.
fn words(hedge: Hedge) -> Option<&'static str> {
    Some(match hedge {
        Hedge::None | Hedge::Exactly => "",
        Hedge::About => "about ",
        Hedge::Nearly => "nearly ",
        Hedge::MoreThan => "more than ",
        Hedge::LessThan => "less than ",
        Hedge::AtLeast => "at least ",
        Hedge::AtMost => "at most ",
        Hedge::UpTo => "up to ",
        Hedge::JustUnder | Hedge::JustOver | Hedge::Between | Hedge::Vague | Hedge::MostOf => return None,
    })
}

/// How many bytes before a figure a quotation is looked for that may still be open; no paragraph that people write is
/// longer, and others would cost the square of their length.
const FARTHEST: usize = 8192;

/// Whether a byte of the block stands in quotation marks or in a quotation.
fn is_quoted(view: &SentenceView<'_>, at: u32) -> bool {
    let block = &view.reading.document.blocks[view.sentence.block as usize];
    let from = block.text.floor_char_boundary((at as usize).saturating_sub(FARTHEST));
    let before = &block.text[from..at as usize];
    let count = |mark: char| before.matches(mark).count();
    let open = |before: usize, after: usize| before > after;
    block.kind == BlockKind::Quotation
        || open(count('\u{201c}'), count('\u{201d}'))
        || open(count('\u{ab}'), count('\u{bb}'))
        || count('"') % 2 == 1
}

//! From the claims and dates of a reading to rows.

use std::hash::{BuildHasher, Hasher};
use std::sync::Arc;

use foldhash::quality::FixedState;
use rust_decimal::Decimal;

use super::{Kind, Row};
use crate::claim::{Claim, Dated, Reading, Sentence};
use crate::period::{Period, TimeUnit};
use crate::quantity::{Number, Quantity, Unit, Widths, singular};
use crate::span::Span;

/// Hands each figure and date of a text on, in text order. A text in another language has none.
pub fn rows(reading: &Reading<'_>, each: &mut dyn FnMut(&Row<'_>)) {
    let widths = Widths::default();
    let mut printer =
        Printer { reading, widths: &widths, about: Vec::new(), unit: String::new(), timex: String::new() };
    for sentence in &reading.sentences {
        let claims = &reading.claims[sentence.claims.start as usize..sentence.claims.end as usize];
        let dates = &reading.dates[sentence.dates.start as usize..sentence.dates.end as usize];
        let (mut claims, mut dates) = (claims.iter().peekable(), dates.iter().peekable());
        loop {
            let claim_first = match (claims.peek(), dates.peek()) {
                (Some(claim), Some(date)) => claim.quantity.span.start <= date.expr.span.start,
                (Some(_), None) => true,
                (None, Some(_)) => false,
                (None, None) => break,
            };
            if claim_first && let Some(claim) = claims.next() {
                printer.claim(sentence, claim, each);
            } else if let Some(date) = dates.next() {
                printer.date(sentence, date, each);
            }
        }
    }
}

/// Builds rows with buffers that are used again.
struct Printer<'r> {
    reading: &'r Reading<'r>,
    widths: &'r Widths,
    about: Vec<&'r str>,
    unit: String,
    timex: String,
}

/// Where a row stands.
struct Spot<'r> {
    file: Span,
    locator: Option<Arc<str>>,
    line: u32,
    column: u32,
    text: &'r str,
    context: &'r str,
    id: u64,
}

impl<'r> Printer<'r> {
    fn spot(&self, sentence: &Sentence, span: Span) -> Spot<'r> {
        let document = self.reading.document;
        let block = &document.blocks[sentence.block as usize];
        let source = block.map.to_file(span);
        let (file, locator) = (document.to_file(source), document.locator(source));
        let place = document.lines.locate(file.start);
        let (first, last) = (
            self.reading.tokens[sentence.tokens.start as usize],
            self.reading.tokens[sentence.tokens.end as usize - 1],
        );
        let context = around(&block.text, Span::new(first.start, last.end), span);
        let mut hash = FixedState::with_seed(0).build_hasher();
        hash.write(context.as_bytes());
        hash.write_u32(span.start - first.start);
        Spot {
            file,
            locator,
            line: place.line,
            column: place.column,
            text: span.slice(&block.text),
            context,
            id: hash.finish(),
        }
    }

    fn claim(&mut self, sentence: &Sentence, claim: &Claim, each: &mut dyn FnMut(&Row<'_>)) {
        let reading = self.reading;
        let quantity = &claim.quantity;
        let block = &reading.document.blocks[sentence.block as usize].text;
        let spot = self.spot(sentence, quantity.span);
        self.about.clear();
        let around = claim.measure.and_then(|_| reading.place_around(claim));
        let about = claim.about.iter().copied().chain(around);
        self.about.extend(about.map(|id| reading.vocabulary.entities[id.0 as usize].name.as_ref()));
        let noun = quantity.noun.map(|n| n.head.slice(block));
        self.set_unit(quantity, noun);
        self.set_timex(quantity);
        let value = quantity.number.value();
        let printed = quantity.printed(self.widths);
        each(&Row {
            value,
            low: printed.and_then(|i| i.low.value()),
            high: printed.and_then(|i| i.high.value()),
            hedge: quantity.hedge.name(),
            unit: (!self.unit.is_empty()).then_some(self.unit.as_str()),
            noun,
            change: quantity.change.map(crate::quantity::Change::name),
            timex: (!self.timex.is_empty()).then_some(self.timex.as_str()),
            measure: claim.measure.map(|m| reading.vocabulary.measures[m.0 as usize].id.as_str()),
            about: &self.about,
            qualifiers: &claim.qualifiers,
            period: claim.period.map(|p| p.period),
            as_of: claim.as_of,
            modality: claim.modality.name(),
            attribution: claim.attribution.map(|span| span.slice(block)),
            ..self.blank(&spot, Kind::of_claim(claim))
        });
    }

    fn date(&mut self, sentence: &Sentence, date: &Dated, each: &mut dyn FnMut(&Row<'_>)) {
        let spot = self.spot(sentence, date.expr.span);
        each(&Row {
            timex: date.expr.timex.as_deref(),
            period: date.expr.period.filter(|p: &Period| p.start.is_some() || p.end.is_some()),
            ..self.blank(&spot, Kind::of_date(date.expr.kind))
        });
    }

    /// A row that says where something stands, and nothing of it.
    fn blank<'s>(&'s self, spot: &'s Spot<'s>, kind: Kind) -> Row<'s> {
        Row {
            path: &self.reading.document.path,
            start: spot.file.start,
            end: spot.file.end,
            line: spot.line,
            column: spot.column,
            locator: spot.locator.as_deref(),
            text: spot.text,
            kind,
            value: None,
            low: None,
            high: None,
            hedge: "none",
            unit: None,
            noun: None,
            change: None,
            timex: None,
            measure: None,
            about: &[],
            qualifiers: &[],
            period: None,
            as_of: None,
            modality: "actual",
            attribution: None,
            context: spot.context,
            id: spot.id,
            status: "unchecked",
        }
    }

    /// Currency code, symbol, or the singular of what is counted.
    fn set_unit(&mut self, quantity: &Quantity, noun: Option<&str>) {
        self.unit.clear();
        let symbol = match quantity.unit {
            Unit::None | Unit::Ratio => return,
            Unit::Person => "person",
            Unit::Thing | Unit::Ordinal => {
                if let Some(noun) = noun {
                    self.unit.push_str(&singular(noun));
                }
                return;
            }
            Unit::Money(currency) => currency.code(),
            Unit::Percent => "percent",
            Unit::PercentagePoint => "percentage_point",
            Unit::Measure(unit) => unit.symbol(),
            Unit::Duration(unit) | Unit::Age(unit) => unit.name(),
        };
        self.unit.push_str(symbol);
    }

    fn set_timex(&mut self, quantity: &Quantity) {
        self.timex.clear();
        if let Unit::Duration(unit) = quantity.unit {
            self.timex = match quantity.number {
                Number::Value { value, .. } => {
                    let (value, unit) = in_whole_units(value, unit);
                    unit.timex(&value.round_dp(FINEST).normalize().to_string())
                }
                _ => unit.timex("X"),
            };
        }
    }
}

/// Decimals of a length of time: a third of a second needs no 28, and a nanosecond nine.
const FINEST: u32 = 12;

/// Half an hour is PT30M and a year and a half P18M; what has no whole number of smaller units stays as it is.
fn in_whole_units(value: Decimal, unit: TimeUnit) -> (Decimal, TimeUnit) {
    let (times, smaller) = match unit {
        TimeUnit::Year => (12, TimeUnit::Month),
        TimeUnit::Fortnight => (14, TimeUnit::Day),
        TimeUnit::Week => (7, TimeUnit::Day),
        TimeUnit::Day => (24, TimeUnit::Hour),
        TimeUnit::Hour => (60, TimeUnit::Minute),
        TimeUnit::Minute => (60, TimeUnit::Second),
        TimeUnit::Century | TimeUnit::Decade | TimeUnit::Quarter | TimeUnit::Month | TimeUnit::Second => {
            return (value, unit);
        }
    };
    let whole = |count: &Decimal| !value.is_integer() && count.is_integer();
    value.checked_mul(Decimal::from(times)).filter(whole).map_or((value, unit), |count| (count, smaller))
}

/// Longest sentence, in bytes, that is printed whole.
const LONGEST_CONTEXT: u32 = 600;

/// Bytes on either side of a figure that are printed of a longer sentence.
const REACH: u32 = 200;

/// The sentence of a figure, or the neighbourhood of the figure in a long one, so that a machine's line of a megabyte
/// is not printed for each of its figures.
fn around(text: &str, sentence: Span, figure: Span) -> &str {
    if sentence.len() <= LONGEST_CONTEXT {
        return sentence.slice(text);
    }
    let from = text.floor_char_boundary(figure.start.saturating_sub(REACH).max(sentence.start) as usize);
    let to = text.ceil_char_boundary((figure.end + REACH).min(sentence.end) as usize);
    &text[from..to]
}

//! Figures restated with a slip: two sentences of a text that speak of one figure, where the digits of one are those of
//! the other with two exchanged, or a thousand or a million times as much.

use std::cell::LazyCell;
use std::collections::{HashMap, HashSet};

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::Scene;
use super::context::{Context, Frame};
use super::sentence::SentenceView;
use super::template::Templates;
use super::working::number;
use crate::claim::{Claim, Reading};
use crate::document::BlockKind;
use crate::quantity::{Form, Number, Quantity, Unit};
use crate::verdict::{Confidence, Failure, Label, Mismatch, Outcome, Verdict};

/// Earlier mentions of the same digits that a mention is held against; more would cost n x n in a text of tables.
const NEAREST: usize = 12;

/// How one figure became the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Slip {
    /// Two neighbouring digits are exchanged.
    Exchanged,
    /// A thousand times, a million times: the wrong magnitude word.
    Magnitude,
    /// Ten or a hundred times.
    Noughts,
}

/// What two mentions must share to be looked at together: their unit and their digits, sorted, without noughts.
type Key = (Kin, u64);

/// Units between which a slip is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Kin {
    Money(u8),
    Percent,
    Count,
    Measure(u8),
}

/// A figure that can be a slip of another.
#[derive(Clone, Copy)]
struct Mention<'r> {
    claim: &'r Claim,
    value: Decimal,
    place: Decimal,
    form: Form,
}

/// What the numbers of two mentions say of the chance that one is a slip of the other.
#[derive(Clone, Copy, Debug)]
struct Digits {
    /// Those of the earlier one without noughts at either end.
    significant: u32,
    /// Two ranges with one lower end.
    one_low: bool,
    /// The earlier one's value stands in the text more than once.
    again: bool,
}

/// Appends what is to be said of figures of one text that are slips of one another.
pub(super) fn restated(scene: &Scene<'_>, out: &mut Vec<Verdict>) {
    let reading = scene.reading;
    let mut buckets: HashMap<Key, Vec<Mention<'_>>> = HashMap::new();
    let mut keys = Vec::new();
    let mentions: Vec<_> = reading.claims.iter().filter_map(|claim| mention(reading, claim)).collect();
    for (key, mention) in &mentions {
        let bucket = buckets.entry(*key).or_default();
        if bucket.is_empty() {
            keys.push(*key);
        }
        bucket.push(*mention);
    }
    let templates = LazyCell::new(|| Templates::of(reading, mentions.iter().map(|(_, m)| (m.claim, m.value))));
    let frame = Frame::of(reading);
    let mut found = Vec::new();
    for key in keys {
        let differ = |bucket: &[Mention<'_>]| bucket.iter().any(|m| m.value != bucket[0].value);
        let bucket = &buckets[&key];
        if !differ(bucket) {
            continue;
        }
        let told: Vec<Mention<'_>> = bucket.iter().copied().filter(|m| !templates.hold(reading, m.claim)).collect();
        if differ(&told) {
            slips(reading, frame, &told, &mut found);
        }
    }
    found.sort_by_key(|odd| (odd.mention.claim.sentence, odd.mention.claim.quantity.span.start));
    out.extend(found.iter().map(|odd| odd.verdict(reading)));
}

/// A mention that is a slip of others.
struct Odd<'r> {
    mention: Mention<'r>,
    others: Vec<Mention<'r>>,
    slip: Slip,
    confidence: Confidence,
}

/// The slips among the mentions of the same digits. Of two figures the one that stands in the text less often is odd,
/// of equals the later one.
fn slips<'r>(reading: &'r Reading<'_>, frame: Frame, bucket: &[Mention<'r>], found: &mut Vec<Odd<'r>>) {
    let mut contexts: HashMap<usize, Context<'r>> = HashMap::new();
    let mut counts: HashMap<Decimal, usize> = HashMap::new();
    for mention in bucket {
        *counts.entry(mention.value.normalize()).or_default() += 1;
    }
    let stated: HashSet<(u32, Decimal)> = bucket.iter().map(|m| (m.claim.sentence, m.value.normalize())).collect();
    let often = |m: &Mention<'_>| counts[&m.value.normalize()];
    let first = found.len();
    // Values that the text has told apart once are two figures wherever they stand.
    let mut apart: HashSet<(Decimal, Decimal)> = HashSet::new();
    for (at, later) in bucket.iter().enumerate() {
        let near = at.saturating_sub(NEAREST);
        for (back, earlier) in bucket[near..at].iter().enumerate().rev() {
            if earlier.claim.sentence == later.claim.sentence {
                apart.insert(values(earlier, later));
            }
            if earlier.claim.sentence == later.claim.sentence || often(earlier).min(often(later)) > 1 {
                continue;
            }
            // A sentence that states both figures tells them apart.
            if stated.contains(&(earlier.claim.sentence, later.value.normalize()))
                || stated.contains(&(later.claim.sentence, earlier.value.normalize()))
            {
                continue;
            }
            let Some(slip) = slip(earlier, later) else { continue };
            // "between 40 and 65" and "between 40 and 56"
            let low = |m: &Mention<'_>| match m.claim.quantity.number {
                Number::Range { low, .. } => Some(low),
                _ => None,
            };
            if slip == Slip::Exchanged && low(earlier) != low(later) {
                continue;
            }
            for (i, m) in [(near + back, earlier), (at, later)] {
                contexts.entry(i).or_insert_with(|| Context::of(reading, frame, m.claim));
            }
            let (a, b) = (&contexts[&(near + back)], &contexts[&at]);
            if slip == Slip::Exchanged && a.apart(b) {
                apart.insert(values(earlier, later));
            }
            let one_low = low(earlier).is_some() && low(earlier) == low(later);
            let digits = Digits { significant: significant(earlier.value), one_low, again: often(earlier) > 1 };
            let Some(confidence) = same_figure(a, b, slip, digits) else { continue };
            let (odd, other) = if often(earlier) < often(later) { (earlier, later) } else { (later, earlier) };
            match found[first..].iter_mut().rev().take(NEAREST).find(|f| std::ptr::eq(f.mention.claim, odd.claim)) {
                Some(known) => {
                    known.others.push(*other);
                    known.confidence = known.confidence.max(confidence);
                }
                None => found.push(Odd { mention: *odd, others: vec![*other], slip, confidence }),
            }
        }
    }
    let mut at = 0;
    found.retain(|odd| {
        at += 1;
        at <= first || !apart.contains(&values(&odd.mention, &odd.others[0]))
    });
}

/// The smaller and the larger of two values.
fn values(a: &Mention<'_>, b: &Mention<'_>) -> (Decimal, Decimal) {
    let (a, b) = (a.value.normalize(), b.value.normalize());
    (a.min(b), a.max(b))
}

/// Whether the words around two figures are those of one quantity, and how sure that is. The more digits agree, the
/// less the words need to: two figures of three digits are hardly ever slips of one another by chance, nor are two ranges
/// with one lower end.
fn same_figure(a: &Context<'_>, b: &Context<'_>, slip: Slip, digits: Digits) -> Option<Confidence> {
    if a.closed || b.closed || a.disputes(b) || slip != Slip::Magnitude && (a.opposes(b) || a.corrects || b.corrects) {
        return None;
    }
    let shared = a.shared(b);
    let Digits { significant, one_low, again } = digits;
    let lead = a.headline && b.lead || a.lead && b.headline;
    let headline = a.headline != b.headline;
    if slip == Slip::Exchanged
        && (!headline && ((a.base || b.base) && !a.same_time(b) || a.average != b.average)
            || a.elsewhere(b, a.headline && again))
    {
        return None;
    }
    let share = shared.all * 100 / shared.fewest.max(1);
    let (same, sure) = match slip {
        Slip::Noughts => return None,
        Slip::Magnitude if significant >= 3 => (shared.all >= 1, shared.all >= 2),
        Slip::Magnitude if significant == 1 => (lead && shared.all >= 2 || headline && shared.near >= 3, lead),
        Slip::Magnitude => (
            shared.all >= 2 && share >= 30
                || shared.near >= 1 && share >= 15
                || shared.figures >= 1
                || (lead || b.definite) && shared.all >= 1,
            shared.all >= 3 && share >= 50 || headline && shared.all >= 2,
        ),
        Slip::Exchanged => {
            let restated = match significant {
                _ if lead => {
                    shared.all >= 2 && share >= 33 || shared.all == 1 && shared.fewest <= 3 && significant >= 2
                }
                0..=2 => shared.all >= 3 && share >= 50 && shared.near >= 2,
                _ => shared.all >= 3 && share >= 35 && shared.near >= 1,
            };
            let definite = b.definite && shared.near >= 1 && (shared.all >= 2 || share >= 20);
            let alike = a.noun.is_some() && a.noun == b.noun && shared.near >= 2;
            let counted = alike && share >= if significant >= 3 { 33 } else { 50 };
            let dated = a.same_time(b) && significant >= 3 && shared.all >= 2 && share >= 35;
            let ranged = one_low && shared.all >= 2 && shared.near >= 1;
            let sure = shared.all >= 3 && (lead && share >= 60 || headline && share >= 75);
            (restated || dated || ranged || significant >= 2 && (definite || counted), sure)
        }
    };
    same.then_some(if sure { Confidence::High } else { Confidence::Medium })
}

/// Digits without the noughts at either end.
fn significant(value: Decimal) -> u32 {
    let mut digits = value.mantissa().unsigned_abs();
    while digits > 0 && digits.is_multiple_of(10) {
        digits /= 10;
    }
    digits.checked_ilog10().map_or(0, |log| log + 1)
}

impl Odd<'_> {
    fn verdict(&self, reading: &Reading<'_>) -> Verdict {
        let view = |claim: &Claim| SentenceView::of(reading, &reading.sentences[claim.sentence as usize]);
        let text = |claim: &Claim| view(claim).text(claim.quantity.span);
        let (own, other) = (&self.mention, &self.others[0]);
        let labels = self
            .others
            .iter()
            .map(|m| Label {
                place: view(m.claim).place(m.claim.quantity.span),
                message: format!("{} here", text(m.claim)),
            })
            .collect();
        let (large, small) = (own.value.max(other.value), own.value.min(other.value));
        let cause = match self.slip {
            Slip::Exchanged => "two neighbouring digits changed places in one of them".to_owned(),
            Slip::Magnitude | Slip::Noughts => {
                let factor = large.checked_div(small).unwrap_or_default();
                format!("one is {} times the other: the wrong magnitude, such as million for billion", number(factor))
            }
        };
        let failure = Failure {
            mismatch: Mismatch::Hard,
            confidence: self.confidence,
            message: format!(
                "“{}” here, but “{}” elsewhere in the text, for what reads like the same figure",
                text(own.claim),
                text(other.claim)
            ),
            help: Some("check which of the two is right, and make both say it".to_owned()),
            primary_label: format!("{} here", text(own.claim)),
            labels,
            calculation: Some(format!("{} and {}", number(own.value), number(other.value))),
            cause: Some(cause),
            fix: super::fix::alike((&view(own.claim), own.claim), (&view(other.claim), other.claim)),
        };
        Verdict { primary: view(own.claim).place(own.claim.quantity.span), outcome: Outcome::Failed(Box::new(failure)) }
    }
}

fn mention<'r>(reading: &Reading<'_>, claim: &'r Claim) -> Option<(Key, Mention<'r>)> {
    let block = reading.sentences[claim.sentence as usize].block;
    let text = &reading.document.blocks[block as usize].text;
    let (value, place, form) = match claim.quantity.number {
        Number::Value { value, place, form } => (value, place, form),
        // "between 437 and 450 billion": the magnitude belongs to the upper end at least.
        Number::Range { high, place, .. } if claim.quantity.number_span.slice(text).ends_with(char::is_alphabetic) => {
            (high, place, Form::Magnitude)
        }
        Number::Range { high, place, .. } if place < Decimal::ONE => (high, place, Form::Decimals),
        Number::Range { high, place, .. } => (high, place, Form::Whole),
        _ => return None,
    };
    if claim.repeated || value < Decimal::TWO && form == Form::Whole {
        return None;
    }
    let unit = match claim.quantity.unit {
        Unit::Money(currency) => Kin::Money(currency.0),
        Unit::Percent => Kin::Percent,
        Unit::None | Unit::Thing | Unit::Person => Kin::Count,
        Unit::Measure(unit) => Kin::Measure(unit.0),
        _ => return None,
    };
    let written = claim.quantity.number_span.slice(text);
    if matches!(reading.document.blocks[block as usize].kind, BlockKind::TableCell(_))
        || is_a_name(claim, text, written)
    {
        return None;
    }
    Some(((unit, digits(value)?), Mention { claim, value, place, form }))
}

/// "007", "U+0430", "request!114", "mailer (1.13)": a bare number that begins with a nought, is glued to what stands
/// before it or stands alone in brackets is a code or a version, of which a text has many.
fn is_a_name(claim: &Claim, text: &str, written: &str) -> bool {
    let before = &text[..claim.quantity.number_span.start as usize];
    let behind = &text[claim.quantity.number_span.end as usize..];
    let bare = claim.quantity.unit == Unit::None && claim.quantity.noun.is_none();
    let nought = written.len() > 1 && written.starts_with('0') && !written.contains('.');
    let glued = before.ends_with(['+', '!', '#', '@', '_', '\\']);
    let alone = before.ends_with('(') && behind.starts_with(')');
    nought || bare && (glued || alone)
}

/// The digits of a number from the largest to the smallest, without noughts: 1,304 and 3.14 are both 431.
fn digits(value: Decimal) -> Option<u64> {
    let mut rest = value.normalize().mantissa().unsigned_abs();
    let mut counts = [0u8; 10];
    while rest > 0 {
        counts[(rest % 10) as usize] += 1;
        rest /= 10;
    }
    let total: u8 = counts[1..].iter().sum();
    (total <= 15).then(|| {
        (1..10).rev().flat_map(|d| std::iter::repeat_n(d as u64, counts[d].into())).fold(0, |all, d| all * 10 + d)
    })
}

/// Whether one figure is a slip of the other, which this file looks for in the whole text.
pub(super) fn is_slip(a: &Claim, b: &Claim) -> bool {
    let plain = |claim| match claim {
        &Claim { quantity: Quantity { number: Number::Value { value, place, form }, .. }, .. } => {
            Some(Mention { claim, value, place, form })
        }
        _ => None,
    };
    matches!((plain(a), plain(b)), (Some(a), Some(b)) if slip(&a, &b).is_some_and(|slip| slip != Slip::Noughts))
}

fn slip(a: &Mention<'_>, b: &Mention<'_>) -> Option<Slip> {
    let (large, small) = if a.value > b.value { (a.value, b.value) } else { (b.value, a.value) };
    let factor = large.checked_div(small)?.normalize().to_u64().filter(|f| Decimal::from(*f) * small == large);
    let scaled = a.form == Form::Magnitude && b.form == Form::Magnitude;
    match factor {
        Some(1_000 | 1_000_000) if scaled => return Some(Slip::Magnitude),
        Some(1) => return None,
        _ => {}
    }
    if exchanged(a, b) {
        return Some(Slip::Exchanged);
    }
    matches!(factor, Some(10 | 100 | 1000)).then_some(Slip::Noughts)
}

/// Whether the two numbers, written to the finer place of the two, differ by two neighbouring digits that changed places.
fn exchanged(a: &Mention<'_>, b: &Mention<'_>) -> bool {
    let place = a.place.min(b.place);
    let written = |m: &Mention<'_>| m.value.checked_div(place).map(|d| d.normalize().to_string());
    let (Some(mut one), Some(mut other)) = (written(a), written(b)) else { return false };
    if a.place == b.place && place.normalize().scale() > 0 {
        let longest = one.len().max(other.len());
        one = format!("{one:0>longest$}");
        other = format!("{other:0>longest$}");
    }
    let (one, other) = (one.as_bytes(), other.as_bytes());
    let differ: Vec<usize> = (0..one.len().min(other.len())).filter(|&i| one[i] != other[i]).collect();
    one.len() == other.len()
        && matches!(differ[..], [i, next] if next == i + 1 && one[i] == other[next] && one[next] == other[i])
}

//! Figures restated with a slip: two sentences of a text that speak of one figure, where the digits of one are those of
//! the other with two exchanged or one left out, or a thousand or a million times as much.

mod cell;
mod mention;
mod odd;
mod same;
mod slip;

use std::cell::LazyCell;
use std::collections::{HashMap, HashSet};

use rust_decimal::Decimal;

use self::cell::speaks_of;
use self::mention::{Kin, Mention};
use self::odd::Odd;
use self::same::{Digits, same_figure};
use self::slip::{Slip, slip, without_one};
use super::template::Templates;
use crate::check::Scene;
use crate::check::context::{Context, Frame};
use crate::claim::{Claim, Reading};
use crate::verdict::{Confidence, Verdict};

/// Earlier mentions of the same digits that a mention is held against; more would cost n x n in a text of tables.
const NEAREST: usize = 12;

/// Appends what is to be said of figures of one text that are slips of one another, and gives the claims that are told
/// of.
pub(super) fn restated<'r>(scene: &Scene<'r>, out: &mut Vec<Verdict>) -> Vec<&'r Claim> {
    let reading = scene.reading;
    let mentions: Vec<_> = reading.claims.iter().filter_map(|claim| Mention::of(reading, claim)).collect();
    let pairs = pairs(&mentions);
    if pairs.is_empty() {
        return Vec::new();
    }
    let templates = LazyCell::new(|| {
        Templates::of(reading, mentions.iter().filter(|m| m.cell.is_none()).map(|m| (m.claim, m.value)))
    });
    let mut found = Text::of(reading, &mentions).slips(&pairs);
    found.retain(|odd| ![&odd.mention, &odd.others[0]].into_iter().any(|m| templates.hold(reading, m.claim)));
    found.sort_by_key(|odd| (odd.mention.claim.sentence, odd.mention.claim.quantity.span.start));
    out.extend(found.iter().map(|odd| odd.verdict(reading)));
    found.iter().flat_map(|odd| odd.others.iter().chain([&odd.mention])).map(|m| m.claim).collect()
}

/// The mentions of other values whose digits are alike enough to be looked at, by the later one, nearest first.
fn pairs(mentions: &[Mention<'_>]) -> Vec<(usize, usize)> {
    /// The digits of the mentions so far: sorted, and as they are written.
    #[derive(Clone, Copy, PartialEq, Eq, Hash)]
    enum Key {
        Sorted(u64),
        Written(u64),
        WithoutOne(u64),
    }
    let mut known: HashMap<(Kin, bool, Key), Vec<usize>> = HashMap::new();
    let mut pairs = Vec::new();
    for (at, mention) in mentions.iter().enumerate() {
        let sorted = mention.digits().map(Key::Sorted);
        let written = mention.written();
        let cut = || written.into_iter().flat_map(without_one).map(Key::WithoutOne);
        let seeks = sorted
            .into_iter()
            .chain(written.map(Key::WithoutOne))
            .chain(written.into_iter().flat_map(without_one).map(Key::Written));
        let in_cell = mention.cell.is_some();
        // Two cells of tables are two quantities.
        let beside: &[bool] = if in_cell { &[false] } else { &[false, true] };
        let mut near: Vec<usize> = seeks
            .flat_map(|key| beside.iter().map(move |cell| (cell, key)))
            .filter_map(|(cell, key)| known.get(&(mention.kin, *cell, key)))
            .flat_map(|all| all.iter().rev().take(NEAREST).copied())
            .filter(|&earlier| mentions[earlier].value != mention.value)
            .collect();
        near.sort_unstable_by(|a, b| b.cmp(a));
        near.dedup();
        pairs.extend(near.into_iter().map(|earlier| (earlier, at)));
        for key in sorted.into_iter().chain(written.map(Key::Written)).chain(cut()) {
            known.entry((mention.kin, in_cell, key)).or_default().push(at);
        }
    }
    pairs
}

/// What sets figures side by side, by its number: each of them is another.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Whole {
    Sentence(u32),
    Table(u32),
}

impl Whole {
    fn of(mention: &Mention<'_>) -> Self {
        mention.cell.map_or(Self::Sentence(mention.claim.sentence), |cell| Self::Table(cell.table))
    }
}

/// What is known of a text's mentions.
struct Text<'t, 'r> {
    reading: &'r Reading<'r>,
    mentions: &'t [Mention<'r>],
    frame: Frame,
    /// How often each value stands in the text.
    counts: HashMap<(Kin, Decimal), usize>,
    /// The values of each sentence and of each table.
    stated: HashSet<(Whole, Kin, Decimal)>,
}

impl<'t, 'r> Text<'t, 'r> {
    fn of(reading: &'r Reading<'r>, mentions: &'t [Mention<'r>]) -> Self {
        let mut counts = HashMap::new();
        for mention in mentions {
            *counts.entry((mention.kin, mention.plain())).or_default() += 1;
        }
        // A range's end is not told by itself.
        let told = mentions.iter().filter(|m| m.low.is_none());
        let stated = told.map(|m| (Whole::of(m), m.kin, m.plain())).collect();
        Self { reading, mentions, frame: Frame::of(reading), counts, stated }
    }

    fn often(&self, mention: &Mention<'_>) -> usize {
        self.counts[&(mention.kin, mention.plain())]
    }

    /// A sentence that states both figures tells them apart.
    fn together(&self, a: &Mention<'_>, b: &Mention<'_>) -> bool {
        let states =
            |one: &Mention<'_>, other: &Mention<'_>| self.stated.contains(&(Whole::of(one), other.kin, other.plain()));
        Whole::of(a) == Whole::of(b) || states(a, b) || states(b, a)
    }

    /// The slips among pairs of mentions. Of two figures the one that stands in the text less often is odd, of equals
    /// the later one.
    fn slips(&self, pairs: &[(usize, usize)]) -> Vec<Odd<'r>> {
        let mut contexts: HashMap<usize, Context<'r>> = HashMap::new();
        let mut found: Vec<Odd<'r>> = Vec::new();
        // Values that the text has told apart once are two figures wherever they stand.
        let mut apart: HashSet<(Decimal, Decimal)> = HashSet::new();
        for &(first, second) in pairs {
            let (earlier, later) = (&self.mentions[first], &self.mentions[second]);
            if self.together(earlier, later) {
                apart.insert(values(earlier, later));
                continue;
            }
            if self.often(earlier).min(self.often(later)) > 1 {
                continue;
            }
            let Some(slip) = slip(earlier, later) else { continue };
            for at in [first, second] {
                let of = || Context::of(self.reading, self.frame, self.mentions[at].claim);
                contexts.entry(at).or_insert_with(of);
            }
            let (a, b) = (&contexts[&first], &contexts[&second]);
            let prose = earlier.cell.is_none() && later.cell.is_none();
            if prose && slip != Slip::Magnitude && a.apart(b) {
                apart.insert(values(earlier, later));
            }
            let digits = Digits {
                significant: earlier.significant().max(later.significant()),
                one_low: earlier.low.is_some() && earlier.low == later.low,
                again: self.often(earlier) > 1,
            };
            let same = match (earlier.cell, later.cell) {
                (Some(cell), _) => speaks_of(self.reading, cell, b, slip, digits).then_some(Confidence::Medium),
                (_, Some(cell)) => speaks_of(self.reading, cell, a, slip, digits).then_some(Confidence::Medium),
                _ => same_figure(a, b, slip, digits),
            };
            let Some(confidence) = same else { continue };
            let (odd, other) =
                if self.often(earlier) < self.often(later) { (earlier, later) } else { (later, earlier) };
            match found.iter_mut().rev().take(NEAREST).find(|f| std::ptr::eq(f.mention.claim, odd.claim)) {
                Some(known) if known.others[0].value == other.value => {
                    known.others.push(*other);
                    known.confidence = known.confidence.max(confidence);
                }
                Some(_) => {}
                None => found.push(Odd { mention: *odd, others: vec![*other], slip, confidence }),
            }
        }
        found.retain(|odd| !apart.contains(&values(&odd.mention, &odd.others[0])));
        found
    }
}

/// The smaller and the larger of two values.
fn values(a: &Mention<'_>, b: &Mention<'_>) -> (Decimal, Decimal) {
    let (a, b) = (a.plain(), b.plain());
    (a.min(b), a.max(b))
}

//! Which figure of the new version is which of the old one: inside sentences that belong together by place and meaning,
//! elsewhere by meaning alone.

use std::cmp::Reverse;
use std::collections::HashMap;

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::align::Alignment;
use super::aspect;
use super::version::{Figure, Sentence, Stated, Version};
use crate::claim::Standing;
use crate::period::Period;
use crate::quantity::{Change, Unit};
use crate::vocabulary::{EntityId, MeasureId};

/// For each figure its counterpart.
#[derive(Clone, Debug, Default)]
pub(super) struct Pairs {
    /// Of the old version.
    pub to_new: Vec<Option<usize>>,
    /// Of the new version.
    pub to_old: Vec<Option<usize>>,
}

/// How well two figures must fit to be one.
const LEAST: i32 = 3;

impl Pairs {
    /// A text that did not change.
    pub(super) fn identity(figures: usize) -> Self {
        let all: Vec<_> = (0..figures).map(Some).collect();
        Self { to_new: all.clone(), to_old: all }
    }

    /// Pairs the figures of two versions. Exchanging the versions exchanges the sides of all pairs.
    pub(super) fn of(old: &Version, new: &Version) -> Self {
        // Among equally good pairs the first one is taken; which one that is must not depend on the side.
        let order = |version: &Version| version.sentences.iter().map(|s| s.exact).collect::<Vec<_>>();
        if order(old) > order(new) {
            let Self { to_new, to_old } = Self::in_order(new, old);
            return Self { to_new: to_old, to_old: to_new };
        }
        Self::in_order(old, new)
    }

    fn in_order(old: &Version, new: &Version) -> Self {
        let mut all = Self { to_new: vec![None; old.figures.len()], to_old: vec![None; new.figures.len()] };
        let sentences = Alignment::of(&old.sentences, &new.sentences);
        for (a, b) in sentences.to_new.iter().enumerate().filter_map(|(a, b)| Some((a, (*b)?))) {
            all.inside(old, &old.sentences[a], new, &new.sentences[b]);
        }
        all.by_key(old, new, false, &same_value);
        all.by_key(old, new, true, &same_thing);
        all
    }

    fn pair(&mut self, old: usize, new: usize) {
        self.to_new[old] = Some(new);
        self.to_old[new] = Some(old);
    }

    /// The figures of two sentences that belong together.
    fn inside(&mut self, old: &Version, a: &Sentence, new: &Version, b: &Sentence) {
        if a.shape == b.shape && a.figures.len() == b.figures.len() {
            a.figures.clone().zip(b.figures.clone()).for_each(|(x, y)| self.pair(x, y));
            return;
        }
        if a.figures.is_empty() || b.figures.is_empty() {
            return;
        }
        let mut aligned: HashMap<usize, usize> = HashMap::new();
        for op in capture_diff_slices(Algorithm::Myers, &a.words, &b.words) {
            if let DiffOp::Equal { old_index, new_index, len } = op {
                aligned.extend((0..len).map(|n| (old_index + n, new_index + n)));
            }
        }
        let mut candidates = Vec::new();
        for (n, x) in a.figures.clone().enumerate() {
            for (m, y) in b.figures.clone().enumerate() {
                let (one, other) = (&old.figures[x], &new.figures[y]);
                let word = |words: &[u64], at: usize, step: isize| {
                    at.checked_add_signed(step).and_then(|at| words.get(at)).copied()
                };
                let alike = |step: isize| {
                    let (p, q) = (word(&a.words, one.at, step), word(&b.words, other.at, step));
                    i32::from(p.is_some() && p == q)
                };
                let here = i32::from(aligned.get(&one.at) == Some(&other.at));
                let fits = fits(one, other) + 3 * here + alike(-1) + alike(1);
                if fits >= LEAST {
                    candidates.push((Reverse(fits), n.abs_diff(m), x, y));
                }
            }
        }
        candidates.sort_unstable();
        for (_, _, x, y) in candidates {
            if self.to_new[x].is_none() && self.to_old[y].is_none() {
                self.pair(x, y);
            }
        }
    }

    /// What is left, by what figures say: in order where each side has the same number, or only where each has `one`.
    fn by_key(&mut self, old: &Version, new: &Version, one: bool, key: &dyn Fn(&Figure) -> Option<Key>) {
        let mut by_key: HashMap<Key, (Vec<usize>, Vec<usize>)> = HashMap::new();
        for (at, figure) in old.figures.iter().enumerate().filter(|(at, _)| self.to_new[*at].is_none()) {
            if let Some(key) = key(figure) {
                by_key.entry(key).or_default().0.push(at);
            }
        }
        for (at, figure) in new.figures.iter().enumerate().filter(|(at, _)| self.to_old[*at].is_none()) {
            if let Some(key) = key(figure) {
                by_key.entry(key).or_default().1.push(at);
            }
        }
        for (olds, news) in by_key.into_values() {
            if olds.len() == news.len() && (!one || olds.len() == 1) {
                olds.into_iter().zip(news).for_each(|(a, b)| self.pair(a, b));
            }
        }
    }
}

/// How well two figures of sentences that belong together fit, by what they say.
fn fits(a: &Figure, b: &Figure) -> i32 {
    let points = |holds: bool, right: i32, wrong: i32| if holds { right } else { wrong };
    match (a.stated(), b.stated()) {
        (Some(a), Some(b)) => {
            let (x, y) = (&a.claim, &b.claim);
            let unit = match (x.quantity.unit, y.quantity.unit) {
                (x, y) if x == y => 3,
                (Unit::Money(_), Unit::Money(_)) | (Unit::Measure(_), Unit::Measure(_)) => 2,
                (Unit::None, _)
                | (_, Unit::None)
                | (
                    Unit::Percent | Unit::PercentagePoint | Unit::Ratio,
                    Unit::Percent | Unit::PercentagePoint | Unit::Ratio,
                )
                | (Unit::Person | Unit::Thing, Unit::Person | Unit::Thing)
                | (Unit::Duration(_), Unit::Duration(_)) => 1,
                _ => -4,
            };
            let measure = match (x.measure, y.measure) {
                (Some(x), Some(y)) => points(x == y, 2, -1),
                _ => 0,
            };
            let counted = points(a.counted.is_some() && a.counted == b.counted, 2, 0);
            let value = points(aspect::same_number(&x.quantity, &y.quantity), 2, 0);
            let standing = points(x.standing == y.standing, 0, -3);
            let change = points(x.quantity.change == y.quantity.change, 0, -2);
            unit + measure + counted + value + standing + change
        }
        (None, None) => match (a.date(), b.date()) {
            (Some(x), Some(y)) => {
                points(x.kind == y.kind, 2, -1) + points(x.period.is_some() && x.period == y.period, 3, 0)
            }
            _ => -10,
        },
        _ => -10,
    }
}

/// What figures share that are one.
type Key = (Option<Period>, Option<Unit>, Option<MeasureId>, Option<String>, Option<Change>, Option<EntityId>, String);

/// The same figure in another sentence: what it counts, and the number.
fn same_value(figure: &Figure) -> Option<Key> {
    let Some(stated) = figure.stated() else {
        let period = figure.date()?.period?;
        return Some((Some(period), None, None, None, None, None, String::new()));
    };
    let (unit, measure, counted, change) = thing(stated);
    Some((None, Some(unit), measure, counted, change, None, aspect::number_in_digits(&stated.claim.quantity)))
}

/// Another figure of the same thing: a measure that is declared, of the same place.
fn same_thing(figure: &Figure) -> Option<Key> {
    let stated = figure.stated().filter(|stated| stated.claim.standing == Standing::Own)?;
    let (unit, measure, _, change) = thing(stated);
    let measure = Some(measure?);
    let about = stated.claim.about.first().copied();
    Some((None, Some(unit), measure, None, change, about, stated.claim.qualifiers.join(" ")))
}

fn thing(stated: &Stated) -> (Unit, Option<MeasureId>, Option<String>, Option<Change>) {
    let quantity = &stated.claim.quantity;
    (quantity.unit, stated.claim.measure, stated.counted.clone(), quantity.change)
}

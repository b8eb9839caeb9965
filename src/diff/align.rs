//! Which sentence of the new version is which of the old one. Sentences that are the same are found by hash wherever
//! they stand, so that moved paragraphs and another order are no changes; then those of which only the figures differ;
//! then those between two that were found; then those that share their rare words. Every step is linear in the text.

use std::cmp::Reverse;
use std::collections::HashMap;

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::version::Sentence;

/// For each sentence its counterpart.
#[derive(Debug, Default)]
pub(super) struct Alignment {
    /// Of the old version.
    pub to_new: Vec<Option<usize>>,
    /// Of the new version.
    pub to_old: Vec<Option<usize>>,
}

/// Longest run of unmatched sentences that is compared sentence by sentence.
const LONGEST_RUN: usize = 200;
/// Unmatched sentences on either side of a sentence's own place in its run that it is held against.
const NEAR: usize = 4;
/// Sentences that share a word before it is too common to find one by it.
const COMMON: usize = 8;
/// How alike two sentences must be that stand anywhere: twice the shared words over the words of both, in
/// thousandths.
const ALIKE: usize = 500;
/// How alike two must be that stand at the same place.
const ALIKE_HERE: usize = 250;

/// What standing at the same place counts, in thousandths.
const HERE: usize = 200;

impl Alignment {
    /// Aligns the sentences of two versions.
    pub(super) fn of(old: &[Sentence], new: &[Sentence]) -> Self {
        let mut all = Self { to_new: vec![None; old.len()], to_old: vec![None; new.len()] };
        all.by_hash(old, new, usize::MAX, |sentence| sentence.exact);
        all.by_order(old, new, |sentence| sentence.exact);
        all.by_hash(old, new, 1, |sentence| sentence.shape);
        all.by_order(old, new, |sentence| sentence.shape);
        all.by_words(old, new);
        all
    }

    fn pair(&mut self, old: usize, new: usize) {
        self.to_new[old] = Some(new);
        self.to_old[new] = Some(old);
    }

    /// Pairs what occurs equally often in both, and at most so often, in order.
    fn by_hash(&mut self, old: &[Sentence], new: &[Sentence], most: usize, key: impl Fn(&Sentence) -> u64) {
        let mut by_key: HashMap<u64, (Vec<usize>, Vec<usize>)> = HashMap::new();
        for at in (0..old.len()).filter(|at| self.to_new[*at].is_none()) {
            by_key.entry(key(&old[at])).or_default().0.push(at);
        }
        for at in (0..new.len()).filter(|at| self.to_old[*at].is_none()) {
            by_key.entry(key(&new[at])).or_default().1.push(at);
        }
        for (olds, news) in by_key.into_values().filter(|(olds, news)| olds.len() == news.len() && olds.len() <= most) {
            olds.into_iter().zip(news).for_each(|(old, new)| self.pair(old, new));
        }
    }

    /// Pairs what is the same between two sentences that were found.
    fn by_order(&mut self, old: &[Sentence], new: &[Sentence], key: impl Fn(&Sentence) -> u64) {
        for (olds, news) in self.runs() {
            if olds.len().max(news.len()) > LONGEST_RUN {
                continue;
            }
            let a: Vec<u64> = olds.iter().map(|at| key(&old[*at])).collect();
            let b: Vec<u64> = news.iter().map(|at| key(&new[*at])).collect();
            for op in capture_diff_slices(Algorithm::Myers, &a, &b) {
                if let DiffOp::Equal { old_index, new_index, len } = op {
                    (0..len).for_each(|n| self.pair(olds[old_index + n], news[new_index + n]));
                }
            }
        }
    }

    /// Unmatched sentences that follow the same matched one in both versions.
    fn runs(&self) -> Vec<(Vec<usize>, Vec<usize>)> {
        let mut by_anchor: HashMap<Option<usize>, (Vec<usize>, Vec<usize>)> = HashMap::new();
        let mut anchor = None;
        for (at, new) in self.to_new.iter().enumerate() {
            match new {
                Some(new) => anchor = Some(*new),
                None => by_anchor.entry(anchor).or_default().0.push(at),
            }
        }
        anchor = None;
        for (at, old) in self.to_old.iter().enumerate() {
            match old {
                Some(_) => anchor = Some(at),
                None => by_anchor.entry(anchor).or_default().1.push(at),
            }
        }
        let mut runs: Vec<_> =
            by_anchor.into_iter().filter(|(_, run)| !run.0.is_empty() && !run.1.is_empty()).collect();
        runs.sort_unstable_by_key(|(anchor, _)| *anchor);
        runs.into_iter().map(|(_, run)| run).collect()
    }

    /// Pairs sentences that share much, the most alike first.
    fn by_words(&mut self, old: &[Sentence], new: &[Sentence]) {
        let mut candidates: Vec<(usize, usize, usize)> = Vec::new();
        let mut add = |a: usize, b: usize, least: usize, bonus: usize| {
            let alike = alike(&old[a], &new[b]);
            if alike >= least {
                candidates.push((alike + bonus, a, b));
            }
        };
        for (olds, news) in self.runs() {
            for (n, &a) in olds.iter().enumerate() {
                let from = n.saturating_sub(NEAR);
                let near = news.iter().enumerate().take(n + NEAR + 1).skip(from);
                near.for_each(|(m, &b)| add(a, b, ALIKE_HERE, HERE - n.abs_diff(m)));
            }
        }
        let mut by_word: HashMap<u64, Vec<usize>> = HashMap::new();
        for at in (0..new.len()).filter(|at| self.to_old[*at].is_none()) {
            for word in &new[at].content {
                let places = by_word.entry(*word).or_default();
                if places.len() <= COMMON {
                    places.push(at);
                }
            }
        }
        for a in (0..old.len()).filter(|at| self.to_new[*at].is_none()) {
            let rare = old[a].content.iter().filter_map(|word| by_word.get(word)).filter(|list| list.len() <= COMMON);
            let mut found: Vec<usize> = rare.flatten().copied().collect();
            found.sort_unstable();
            found.dedup();
            for b in found {
                add(a, b, ALIKE, 0);
            }
        }
        candidates.sort_unstable_by_key(|&(alike, a, b)| (Reverse(alike), a, b));
        for (_, a, b) in candidates {
            if self.to_new[a].is_none() && self.to_old[b].is_none() {
                self.pair(a, b);
            }
        }
    }
}

/// How much two sentences share, in thousandths; a heading is no sentence of the prose.
fn alike(a: &Sentence, b: &Sentence) -> usize {
    if a.heading != b.heading || a.cell != b.cell {
        return 0;
    }
    let all = a.content.len() + b.content.len();
    if all == 0 {
        return if a.shape == b.shape { 1000 } else { 0 };
    }
    2000 * shared(&a.content, &b.content) / all
}

/// How many members two sorted lists share.
pub(super) fn shared(a: &[u64], b: &[u64]) -> usize {
    let (mut x, mut y, mut count) = (0, 0, 0);
    while let (Some(one), Some(other)) = (a.get(x), b.get(y)) {
        count += usize::from(one == other);
        x += usize::from(one <= other);
        y += usize::from(other <= one);
    }
    count
}

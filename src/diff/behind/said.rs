//! Evidence from the text: a figure that was said twice, of which one mention moved and the other did not.

use std::collections::HashMap;

use super::written::{moved_along, with_number};
use super::{Behind, Id, Search};
use crate::claim::Standing;
use crate::diff::aspect::{number_of, value};
use crate::diff::relation::rounded_to;
use crate::diff::same::{Mention, converted, same, still_holds};
use crate::diff::{Figure, Version};
use crate::quantity::meaning::last_place;

impl<'v> Search<'v> {
    /// Figures that were said twice, of which one mention moved.
    pub(super) fn by_same(&self) -> Vec<(Id, Behind)> {
        let mut moved: Vec<Id> = Vec::new();
        let mut by_number: HashMap<String, Vec<Id>> = HashMap::new();
        for (n, text) in self.texts.iter().enumerate() {
            for at in 0..text.new.figures.len() {
                if text.moved(at) {
                    moved.push((n, at));
                } else if text.stayed(at)
                    && let Some(old) = self.old_figure((n, at))
                {
                    for key in keys(old) {
                        by_number.entry(key).or_default().push((n, at));
                    }
                }
            }
        }
        let mut all = Vec::new();
        for id in moved {
            let Some(before) = self.old_figure(id) else { continue };
            all.extend(self.in_other_money(id, before));
            let mut candidates: Vec<Id> =
                keys(before).iter().filter_map(|key| by_number.get(key)).flatten().copied().collect();
            candidates.sort_unstable();
            candidates.dedup();
            let near = candidates.into_iter().take(MOST);
            all.extend(
                near.filter(|other| self.left(id, before, *other)).map(|other| (other, self.of_same(id, other))),
            );
        }
        all
    }

    /// The same sum in other money, in brackets before or behind a figure that moved.
    fn in_other_money(&self, moved: Id, before: &Figure) -> Option<(Id, Behind)> {
        let figures = &self.texts[moved.0].new.figures;
        let now = &figures[moved.1];
        let beside = |at: usize| {
            let other = &figures[at];
            other.sentence == now.sentence && if at > moved.1 { other.bracketed } else { now.bracketed }
        };
        let around = [moved.1.checked_sub(1), Some(moved.1 + 1)];
        let at = around
            .into_iter()
            .flatten()
            .find(|at| figures.get(*at).is_some_and(|other| other.at.abs_diff(now.at) == 1) && beside(*at))?;
        let id = (moved.0, at);
        let sum = converted(&figures[at], before, now).filter(|_| self.stayed(id))?;
        let place = last_place(value(&figures[at].stated()?.claim.quantity)?.0);
        let behind = Behind {
            message: format!(
                "\u{201c}{}\u{201d} is the same sum in other money: \u{201c}{}\u{201d} has become \u{201c}{}\u{201d}",
                figures[at].text, before.text, now.text
            ),
            now: rounded_to(sum, place).and_then(|sum| with_number(&figures[at], sum)),
            ..self.behind(id, &[moved])
        };
        Some((id, behind))
    }

    /// Whether a mention stayed behind the one that moved.
    fn left(&self, moved: Id, before: &'v Figure, other: Id) -> bool {
        let (text, here) = (&self.texts[moved.0], &self.texts[other.0]);
        let Some(stayed) = self.old_figure(other) else { return false };
        if moved.0 == other.0 && before.sentence == stayed.sentence {
            return false;
        }
        let mention = |version: &'v Version, figure: &'v Figure| {
            let sentence = &version.sentences[figure.sentence];
            Mention { figure, sentence, beside: &version.figures[sentence.figures.clone()] }
        };
        let (a, b) = (mention(&text.old, before), mention(&here.old, stayed));
        let (now, still) = (self.new_figure(moved), self.new_figure(other));
        // "46, down from 51" tells both.
        let told = |at: usize, number: &Figure| {
            let sentence = &self.texts[other.0].new.sentences[at];
            let says = |n: usize| number_of(&here.new.figures[n]) == number_of(number);
            sentence.figures.clone().any(says)
        };
        let own = still.stated().is_none_or(|stated| stated.claim.standing == Standing::Own);
        same(a, b)
            && own
            && !still_holds(still, before, now, self.widths)
            && !(number_of(now).is_some() && told(still.sentence, now))
    }

    fn of_same(&self, moved: Id, stayed: Id) -> Behind {
        let (now, before) = (self.new_figure(moved), self.old_figure(moved));
        let was = before.map_or("", |figure| &*figure.text);
        Behind {
            message: format!(
                "\u{201c}{}\u{201d} was said twice: elsewhere \u{201c}{was}\u{201d} has become \u{201c}{}\u{201d}",
                self.new_figure(stayed).text,
                now.text
            ),
            now: moved_along(self.new_figure(stayed), now),
            ..self.behind(stayed, &[moved])
        }
    }
}

/// Most mentions of one number that are looked at for one that moved.
const MOST: usize = 100;

/// What figures that can be the same share: the number to the precision of either, or the day.
fn keys(figure: &Figure) -> Vec<String> {
    let Some(stated) = figure.stated() else {
        let Some(period) = figure.date().and_then(|date| date.period) else { return Vec::new() };
        // Where a year is left out, the day alone has to find the other mention.
        let day = period.start.filter(|_| period.start == period.last_day());
        return vec![day.map_or_else(|| period.to_string(), |day| day.strftime("%m-%d").to_string())];
    };
    let Some((number, _)) = value(&stated.claim.quantity) else { return Vec::new() };
    // The same figure, rounded to two digits, to three, and as it is.
    let mut all: Vec<String> =
        [2, 3].iter().filter_map(|n| number.round_sf(*n)).map(|n| n.normalize().to_string()).collect();
    all.push(number.normalize().to_string());
    all.dedup();
    all
}

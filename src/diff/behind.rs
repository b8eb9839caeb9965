//! What stayed behind: figures of the new version that are false or stale because another one moved and they did not.
//!
//! Two things are evidence. A finding that the old version did not have, on figures of which some moved and some did
//! not; or a working that was right, and is not any more with the new values. And a figure that was said twice, of
//! which one mention moved. A figure that was rounded and still rounds to the same stays where it is.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;

use rust_decimal::Decimal;

use super::aspect::{number_in_digits, value};
use super::relation::{POWERS, in_groups, now, rounded_to};
use super::same::{Mention, same, still_holds};
use super::{Compared, Figure};
use crate::lint::{Outcome, Passed};
use crate::quantity::{Form, Number, Quantity, Widths};
use crate::span::Span;
use crate::verdict::{Finding, Label, Place, Severity};

/// A figure that stayed behind.
#[derive(Clone, Debug)]
pub struct Behind {
    /// The figure, in the new version.
    pub place: Place,
    /// As it stands there.
    pub text: Arc<str>,
    /// Why it should have moved.
    pub reason: Reason,
    /// In one sentence, why.
    pub message: String,
    /// The figures that it depends on, in the new version.
    pub labels: Vec<Label>,
    /// The working, as it is now.
    pub calculation: Option<String>,
    /// What would stand there now.
    pub now: Option<String>,
}

/// What shows that a figure stayed behind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// The working of this rule was right before.
    Working(String),
    /// It is the same figure as one that moved.
    Same,
}

/// A figure of the new version: its text, and its index there.
type Id = (usize, usize);

/// What stayed behind in all texts. The outcomes are those of a run over all old and over all new versions.
pub fn stayed_behind(texts: &[Compared], old: &Outcome, new: &Outcome, widths: &Widths) -> Vec<Behind> {
    let search = Search { texts, before: Index::of(texts, true), after: Index::of(texts, false), widths };
    let mut found: BTreeMap<Id, Behind> = BTreeMap::new();
    let mut add = |(id, behind): (Id, Behind)| {
        found.entry(id).or_insert(behind);
    };
    search.by_findings(old, new).into_iter().for_each(&mut add);
    search.by_workings(old, new).into_iter().for_each(&mut add);
    search.by_same().into_iter().for_each(&mut add);
    let mut all: Vec<Behind> = found.into_values().collect();
    all.sort_by(|a, b| (&a.place.path, a.place.span).cmp(&(&b.place.path, b.place.span)));
    all
}

/// Figures by where they stand.
struct Index<'v>(HashMap<&'v str, Vec<(Span, Id)>>);

impl<'v> Index<'v> {
    fn of(texts: &'v [Compared], before: bool) -> Self {
        let mut by_path: HashMap<&str, Vec<(Span, Id)>> = HashMap::new();
        for (n, text) in texts.iter().enumerate() {
            let version = if before { &text.old } else { &text.new };
            for (at, figure) in version.figures.iter().enumerate() {
                by_path.entry(&figure.place.path).or_default().push((figure.place.span, (n, at)));
            }
        }
        by_path.values_mut().for_each(|list| list.sort_unstable());
        Self(by_path)
    }

    /// The figures at a place, as in a run over this version.
    fn at(&self, place: &Place) -> impl Iterator<Item = Id> + '_ {
        let list = self.0.get(&*place.path).map_or(&[][..], Vec::as_slice);
        let span = place.span;
        let first = list.partition_point(|(figure, _)| figure.end <= span.start);
        let touched = list[first..].iter().take_while(move |(figure, _)| figure.start < span.end);
        touched.filter(move |(figure, _)| figure.overlaps(span)).map(|(_, id)| *id)
    }

    /// All figures that something speaks of, the primary ones first, each once.
    fn all(&self, primary: &Place, labels: &[Label]) -> Vec<Id> {
        let mut all: Vec<Id> = Vec::new();
        for place in std::iter::once(primary).chain(labels.iter().map(|label| &label.place)) {
            for id in self.at(place) {
                if !all.contains(&id) {
                    all.push(id);
                }
            }
        }
        all
    }
}

struct Search<'v> {
    texts: &'v [Compared],
    before: Index<'v>,
    after: Index<'v>,
    widths: &'v Widths,
}

impl<'v> Search<'v> {
    fn new_figure(&self, (text, at): Id) -> &'v Figure {
        &self.texts[text].new.figures[at]
    }

    fn to_new(&self, (text, at): Id) -> Option<Id> {
        self.texts[text].pairs.to_new[at].map(|at| (text, at))
    }

    fn old_figure(&self, (text, at): Id) -> Option<&'v Figure> {
        self.texts[text].pairs.to_old[at].map(|at| &self.texts[text].old.figures[at])
    }

    fn stayed(&self, (text, at): Id) -> bool {
        self.texts[text].stayed(at)
    }

    /// Findings that the old version did not have, on figures that moved and figures that did not.
    fn by_findings(&self, old: &Outcome, new: &Outcome) -> Vec<(Id, Behind)> {
        let mut known: HashSet<(&str, Id)> = HashSet::new();
        for finding in old.found() {
            let all = self.before.all(&finding.primary, &finding.labels);
            known.extend(all.into_iter().filter_map(|id| Some((&*finding.rule, self.to_new(id)?))));
        }
        let held = self.held(old);
        let news = new.findings.iter().filter(|finding| finding.severity >= Severity::Warning);
        news.filter_map(|finding| {
            let all = self.after.all(&finding.primary, &finding.labels);
            if all.iter().any(|id| known.contains(&(&*finding.rule, *id))) {
                return None;
            }
            let stayed: Vec<Id> = all.iter().copied().filter(|id| self.stayed(*id)).collect();
            let first = *all.first()?;
            let id = if stayed.contains(&first) { first } else { stayed.first().copied().unwrap_or(first) };
            if stayed.len() == all.len()
                || stayed.is_empty() && !(all.len() == 1 && held.contains(&(&*finding.rule, first)))
            {
                return None;
            }
            Some((id, self.of_finding(id, finding, &all)))
        })
        .collect()
    }

    /// The rules that an old figure passed, by its counterpart.
    fn held<'o>(&self, old: &'o Outcome) -> HashSet<(&'o str, Id)> {
        let of = |passed: &'o Passed| {
            let ids = self.before.at(&passed.primary).filter_map(|id| self.to_new(id));
            ids.map(|id| (&*passed.rule, id)).collect::<Vec<_>>()
        };
        old.passed.iter().flat_map(of).collect()
    }

    fn of_finding(&self, id: Id, finding: &Finding, all: &[Id]) -> Behind {
        let others: Vec<Id> = all.iter().copied().filter(|other| *other != id).collect();
        let figure = self.new_figure(id);
        let primary = self.after.at(&finding.primary).any(|at| at == id);
        let right = primary.then(|| self.parts(&others)).flatten().and_then(|parts| now(quantity(figure)?, &parts));
        let right = right.and_then(|(value, _)| with_number(figure, value));
        // The other mention of the same figure tells it too.
        let along = || match others[..] {
            [other] if number_of(self.old_figure(other)?) == number_of(figure) => {
                moved_along(figure, self.new_figure(other))
            }
            _ => None,
        };
        Behind {
            reason: Reason::Working(finding.rule.clone()),
            message: finding.message.clone(),
            calculation: finding.calculation.clone(),
            now: mended(figure, finding).or(right).or_else(along),
            ..self.behind(id, &others)
        }
    }

    /// The quantities of figures before and after.
    fn parts(&self, ids: &[Id]) -> Option<Vec<(&'v Quantity, &'v Quantity)>> {
        ids.iter().map(|id| Some((quantity(self.old_figure(*id)?)?, quantity(self.new_figure(*id))?))).collect()
    }

    /// Workings that were right and of which nothing is known now, where the new values show that they are not.
    fn by_workings(&self, old: &Outcome, new: &Outcome) -> Vec<(Id, Behind)> {
        let mut looked_at: HashSet<(&str, Id)> = HashSet::new();
        let passed = new.passed.iter().map(|passed| (&*passed.rule, &passed.primary));
        for (rule, place) in passed.chain(new.found().map(|finding| (&*finding.rule, &finding.primary))) {
            looked_at.extend(self.after.at(place).map(|id| (rule, id)));
        }
        old.passed.iter().filter_map(|passed| self.of_working(passed, &looked_at)).collect()
    }

    fn of_working(&self, passed: &Passed, looked_at: &HashSet<(&str, Id)>) -> Option<(Id, Behind)> {
        let all = self.before.all(&passed.primary, &passed.labels);
        let all: Vec<Id> = all.into_iter().map(|id| self.to_new(id)).collect::<Option<_>>()?;
        let (&id, others) = all.split_first()?;
        let moved = others.iter().any(|other| self.texts[other.0].moved(other.1));
        if !moved || !self.stayed(id) || looked_at.contains(&(&*passed.rule, id)) {
            return None;
        }
        let (value, working) = now(quantity(self.new_figure(id))?, &self.parts(others)?)?;
        let behind = Behind {
            reason: Reason::Working(passed.rule.clone()),
            message: format!(
                "\u{201c}{}\u{201d} was right, and does not fit any more what it was worked out from",
                self.new_figure(id).text
            ),
            calculation: Some(working),
            now: with_number(self.new_figure(id), value),
            ..self.behind(id, others)
        };
        Some((id, behind))
    }

    /// Figures that were said twice, of which one mention moved.
    fn by_same(&self) -> Vec<(Id, Behind)> {
        let mut moved: Vec<Id> = Vec::new();
        let mut by_number: HashMap<String, Vec<Id>> = HashMap::new();
        for (n, text) in self.texts.iter().enumerate() {
            for at in 0..text.new.figures.len() {
                if text.moved(at) {
                    moved.push((n, at));
                } else if text.stayed(at)
                    && let Some(old) = self.old_figure((n, at))
                {
                    keys(old).into_iter().for_each(|key| by_number.entry(key).or_default().push((n, at)));
                }
            }
        }
        let mut all = Vec::new();
        for id in moved {
            let Some(before) = self.old_figure(id) else { continue };
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

    /// Whether a mention stayed behind the one that moved.
    fn left(&self, moved: Id, before: &Figure, other: Id) -> bool {
        let (text, here) = (&self.texts[moved.0], &self.texts[other.0]);
        let Some(stayed) = self.old_figure(other) else { return false };
        if moved.0 == other.0 && before.sentence == stayed.sentence {
            return false;
        }
        let a = Mention { figure: before, sentence: &text.old.sentences[before.sentence] };
        let b = Mention { figure: stayed, sentence: &here.old.sentences[stayed.sentence] };
        let (now, still) = (self.new_figure(moved), self.new_figure(other));
        // "46, down from 51" tells both.
        let told = |at: usize, number: &Figure| {
            let sentence = &self.texts[other.0].new.sentences[at];
            let says = |n: usize| number_of(&here.new.figures[n]) == number_of(number);
            sentence.figures.clone().any(says)
        };
        let own = still.stated().is_none_or(|stated| stated.claim.standing == crate::claim::Standing::Own);
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

    fn behind(&self, id: Id, others: &[Id]) -> Behind {
        let figure = self.new_figure(id);
        let mut labels: Vec<Label> = others.iter().map(|other| self.label(*other)).collect();
        labels.sort_by(|a, b| (&a.place.path, a.place.span).cmp(&(&b.place.path, b.place.span)));
        Behind {
            place: figure.place.clone(),
            text: Arc::clone(&figure.text),
            reason: Reason::Same,
            message: String::new(),
            labels,
            calculation: None,
            now: None,
        }
    }

    fn label(&self, id: Id) -> Label {
        let message = match self.old_figure(id) {
            None => "new".to_owned(),
            Some(_) if self.stayed(id) => "as before".to_owned(),
            Some(old) => format!("was {}", old.text),
        };
        Label { place: self.new_figure(id).place.clone(), message }
    }
}

fn quantity(figure: &Figure) -> Option<&Quantity> {
    figure.stated().map(|stated| &stated.claim.quantity)
}

/// The figure as the first fix of a finding would have it.
fn mended(figure: &Figure, finding: &Finding) -> Option<String> {
    let [edit] = &finding.fix.as_ref()?.alternatives.first()?.edits[..] else { return None };
    let place = &figure.place;
    // Where the file writes it otherwise (entities, markup), the bytes are not those of the text.
    if *place.path != *edit.path || !place.span.contains(edit.span) || place.span.len() as usize != figure.text.len() {
        return None;
    }
    let before = figure.text.get(..(edit.span.start - place.span.start) as usize)?;
    let behind = figure.text.get((edit.span.end - place.span.start) as usize..)?;
    Some(format!("{before}{}{behind}", edit.text))
}

/// Most mentions of one number that are looked at for one that moved.
const MOST: usize = 100;

/// What figures that can be the same share: the number to the precision of either, or the day.
fn keys(figure: &Figure) -> Vec<String> {
    let Some(stated) = figure.stated() else {
        return figure.date().and_then(|date| date.period).map(|period| period.to_string()).into_iter().collect();
    };
    let Some((number, _)) = value(&stated.claim.quantity) else { return Vec::new() };
    // The same figure, rounded to two digits, to three, and as it is.
    let mut all: Vec<String> =
        [2, 3].iter().filter_map(|n| number.round_sf(*n)).map(|n| n.normalize().to_string()).collect();
    all.push(number.normalize().to_string());
    all.dedup();
    all
}

fn number_of(figure: &Figure) -> Option<String> {
    figure.stated().map(|stated| number_in_digits(&stated.claim.quantity)).filter(|number| !number.is_empty())
}

/// A figure with another number in it: "a total of $6.2 million" with 8.2 is "a total of $8.2 million".
fn with_number(figure: &Figure, value: Decimal) -> Option<String> {
    let quantity = &figure.stated()?.claim.quantity;
    let (start, number) = (quantity.span.start, quantity.number_span);
    let before = figure.text.get(..number.start.checked_sub(start)? as usize)?;
    let behind = figure.text.get(number.end.checked_sub(start)? as usize..)?;
    let magnitude = matches!(quantity.number, Number::Value { form: Form::Magnitude, .. });
    let power = POWERS.into_iter().find(|(power, _)| magnitude && value.abs() >= Decimal::from(*power));
    let (power, word) = power.unwrap_or((1, ""));
    let number = in_groups(value.checked_div(Decimal::from(power)).unwrap_or(value));
    let percent = if matches!(quantity.number, Number::Share { .. }) { "%" } else { "" };
    Some(format!("{before}{number}{word}{percent}{behind}"))
}

/// What a mention would say if it had moved as far as another one, at its own precision.
fn moved_along(stayed: &Figure, now: &Figure) -> Option<String> {
    let (Some(own), Some(other)) = (stayed.stated(), now.stated()) else {
        return Some(now.text.to_string());
    };
    let ((_, place), (number, exact)) = (value(&own.claim.quantity)?, value(&other.claim.quantity)?);
    with_number(stayed, if place > exact { rounded_to(number, place)? } else { number })
}

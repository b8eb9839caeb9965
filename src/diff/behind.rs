//! What stayed behind: figures of the new version that are false or stale because another one moved and they did not.
//!
//! Two things are evidence. A finding that the old version did not have, on figures of which some moved and some did
//! not; or a working that was right, and is not any more with the new values. And a figure that was said twice, of
//! which one mention moved. A figure that was rounded and still rounds to the same stays where it is.

mod said;
mod working;
mod written;

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use super::{Compared, Figure};
use crate::lint::Outcome;
use crate::quantity::Widths;
use crate::span::Span;
use crate::verdict::{Label, Place};

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
        for list in by_path.values_mut() {
            list.sort_unstable();
        }
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

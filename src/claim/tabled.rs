//! Figures in tables: "5,601" says nothing by itself, and its column and row say all. The header of the column says the
//! measure outright ("Killed"), or else the first cell of the row does, or the caption, for which the words before the
//! table stand ("Deaths in Kenya:"); the period and the place are those that the same headers name. A row of a
//! department or town is a part of what the table is about.

use std::collections::HashMap;

use super::{Claim, ClaimPeriod, PeriodOrigin, Reading, Standing};
use crate::document::{BlockKind, TableCell};
use crate::period::{DateExpr, DateKind, DateOptions, Period, read_dates_with};
use crate::quantity::Unit;
use crate::token::{Class, Kind, Tokens, tokenize};
use crate::vocabulary::{Counts, EntityId, EntityKind, Match, Meaning, MeasureId};

/// What one header says.
#[derive(Clone, Copy, Default)]
struct Header {
    /// The one measure that it names.
    measure: Option<MeasureId>,
    /// The one period that it names by itself.
    period: Option<Period>,
    /// The first place that it names.
    place: Option<EntityId>,
    /// Whether it is of the whole: "Total", a period, a country and nothing more.
    whole: bool,
}

/// Words of a header that make its figures another thing than a number of its measure.
const DERIVED: &[&str] = &[
    "change",
    "rate",
    "share",
    "average",
    "median",
    "ratio",
    "per",
    "difference",
    "increase",
    "decrease",
    "growth",
    "index",
];

impl Reading<'_> {
    /// Gives the figures that stand alone in the cells of tables what their headers say.
    pub(super) fn read_tables(&mut self, options: DateOptions) {
        let document = self.document;
        let mut headers: HashMap<&str, Header> = HashMap::new();
        let mut lead_in: Option<&str> = None;
        for at in 0..self.sentences.len() {
            let sentence = &self.sentences[at];
            let block = &document.blocks[sentence.block as usize];
            let BlockKind::TableCell(cell) = &block.kind else {
                lead_in = Some(&*block.text).filter(|text| text.trim_end().ends_with(':'));
                continue;
            };
            if cell.header || sentence.claims.len() != 1 {
                continue;
            }
            let claim = sentence.claims.start as usize;
            if !self.fills_its_cell(&self.claims[claim]) {
                continue;
            }
            let caption = cell.caption.as_deref().or(lead_in);
            let found = [cell.column_header.as_deref(), cell.row_header.as_deref(), caption]
                .map(|text| text.map(|text| *headers.entry(text).or_insert_with(|| self.header(text, options))));
            self.settle_cell(claim, cell, found);
        }
    }

    /// Whether nothing but marks stands in the cell beside the figure.
    fn fills_its_cell(&self, claim: &Claim) -> bool {
        let sentence = &self.sentences[claim.sentence as usize];
        let tokens = &self.tokens[sentence.tokens.start as usize..sentence.tokens.end as usize];
        tokens.iter().all(|token| token.kind == Kind::Punct || claim.quantity.span.contains(token.span()))
    }

    fn settle_cell(&mut self, claim: usize, cell: &TableCell, [column, row, caption]: [Option<Header>; 3]) {
        let unit = self.claims[claim].quantity.unit;
        let in_order = || [column, row, caption].into_iter().flatten();
        let Some(measure) = in_order().find_map(|header| header.measure).filter(|&id| self.is_counted_in(id, unit))
        else {
            return;
        };
        let own = [column, row].into_iter().flatten();
        let period = own
            .clone()
            .find_map(|header| header.period)
            .map(|period| (period, PeriodOrigin::Clause))
            .or_else(|| Some((caption?.period?, PeriodOrigin::Heading)));
        let place = own.clone().chain(caption).find_map(|header| header.place);
        let whole = cell.row_header.is_none() || row.is_some_and(|row| row.whole || row.measure.is_some());
        let counts = self.vocabulary.measures[measure.0 as usize].counts;
        let claim = &mut self.claims[claim];
        claim.measure = Some(measure);
        if counts == Counts::Person {
            claim.quantity.unit = Unit::Person;
        }
        if let Some((period, origin)) = period {
            claim.period = Some(ClaimPeriod { period, origin, date: None });
        }
        if let Some(place) = place.filter(|place| !claim.about.contains(place)) {
            claim.about.push(place);
        }
        if !whole {
            claim.standing = Standing::Part;
        }
    }

    /// Whether a bare number, or one with this unit, can be a figure of a measure.
    fn is_counted_in(&self, measure: MeasureId, unit: Unit) -> bool {
        let counts = self.vocabulary.measures[measure.0 as usize].counts;
        match unit {
            Unit::None => matches!(counts, Counts::Person | Counts::Thing),
            Unit::Person => counts == Counts::Person,
            Unit::Money(_) => counts == Counts::Money,
            Unit::Percent => counts == Counts::Percent,
            Unit::Duration(_) => counts == Counts::Duration,
            Unit::Measure(_) => counts == Counts::Amount,
            _ => false,
        }
    }

    /// What a header says.
    fn header(&self, text: &str, options: DateOptions) -> Header {
        let lexicon = &self.vocabulary.lexicon;
        let (mut tokens, mut matches, mut dates) = (Vec::new(), Vec::new(), Vec::new());
        tokenize(text, lexicon, &mut tokens);
        self.vocabulary.find(text, &tokens, &mut matches);
        let words = Tokens::new(text, &tokens, lexicon);
        read_dates_with(words, 0..tokens.len(), options, &mut dates);
        let derived = text.contains('%')
            || tokens.iter().any(|t| DERIVED.iter().any(|word| t.text(text).eq_ignore_ascii_case(word)));
        let place = matches.iter().find_map(|m| self.place_of(m));
        let period = the_one_period(&dates);
        let named = |at: usize| {
            matches.iter().any(|m| (m.start as usize..m.end as usize).contains(&at) && self.place_of(m).is_some())
                || dates.iter().any(|date| date.span.contains(tokens[at].span()))
        };
        let total = |at: usize| {
            ["total", "all", "overall", "nationwide", "national"].contains(&&*tokens[at].text(text).to_lowercase())
        };
        let filler = |at: usize| {
            tokens[at].kind == Kind::Punct
                || lexicon.class(tokens[at].word).intersects(Class::PREPOSITION | Class::DETERMINER)
        };
        let country = place.is_none_or(|place| self.vocabulary.entities[place.0 as usize].country);
        Header {
            measure: self.the_one_measure(&matches).filter(|_| !derived),
            period,
            place,
            whole: country && (0..tokens.len()).all(|at| named(at) || total(at) || filler(at)),
        }
    }

    fn place_of(&self, found: &Match) -> Option<EntityId> {
        let Meaning::Name(entity) = found.meaning else { return None };
        (self.vocabulary.entities[entity.0 as usize].kind == EntityKind::Place).then_some(entity)
    }

    /// The measure that all cues and nouns of a header agree on.
    fn the_one_measure(&self, matches: &[Match]) -> Option<MeasureId> {
        let named = matches.iter().filter_map(|m| match m.meaning {
            Meaning::Cue(measure) | Meaning::Noun(measure) => Some(measure),
            _ => None,
        });
        let plain =
            |id: &MeasureId| !matches!(self.vocabulary.measures[id.0 as usize].counts, Counts::Duration | Counts::Rate);
        let mut named = named.filter(plain);
        let first = named.next()?;
        named.all(|other| other == first).then_some(first)
    }
}

/// The period of a header's only date, where its own words say the year.
fn the_one_period(dates: &[DateExpr]) -> Option<Period> {
    let [date] = dates else { return None };
    date.period.filter(|_| !date.relative && date.kind != DateKind::Time)
}

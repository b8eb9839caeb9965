//! Periods that a figure's own clause does not say, from what stands around it, nearest first: another figure of its
//! sentence, the sentences before it in the paragraph, the words that lead in its list, the heading of its section, the
//! headline. Only what happens in a time is given one so (deaths, money that was received); a level has its day.

use super::{Claim, ClaimPeriod, Modality, PeriodOrigin, Reading, Standing};
use crate::document::BlockKind;
use crate::period::{DateExpr, DateKind, Lead};
use crate::quantity::Unit;
use crate::token::Class;
use crate::vocabulary::{Counts, Measure};

/// Shortest period, in days, that a heading gives to what stands under it: a day in a headline is that of one event.
const SHORTEST_OF_A_HEADING: i32 = 7;

/// Deepest level of a heading.
const LEVELS: usize = 6;

/// What stands before a sentence that can tell when its figures were.
#[derive(Default)]
struct Around {
    /// What the paragraph has told of so far.
    paragraph: Option<ClaimPeriod>,
    /// What the words before the list say.
    lead_in: Option<ClaimPeriod>,
    /// Whether the block before is one that leads in a list.
    leads_in: bool,
    /// The headings above, by level.
    headings: [Option<ClaimPeriod>; LEVELS],
}

impl Around {
    fn nearest(&self) -> Option<ClaimPeriod> {
        let from = |period: Option<ClaimPeriod>, origin| Some(ClaimPeriod { origin, ..period? });
        let under = self.headings[1..].iter().rev().find_map(|period| *period);
        from(self.paragraph, PeriodOrigin::Paragraph)
            .or_else(|| from(self.lead_in, PeriodOrigin::LeadIn))
            .or_else(|| from(under, PeriodOrigin::Heading))
            .or_else(|| from(self.headings[0], PeriodOrigin::Headline))
    }
}

impl Reading<'_> {
    /// Gives figures without a period the one that stands around them.
    pub(super) fn infer_periods(&mut self) {
        let mut around = Around::default();
        let mut block = None;
        for at in 0..self.sentences.len() {
            let of = self.sentences[at].block;
            if block != Some(of) {
                self.enter(of, &mut around);
                block = Some(of);
            }
            self.share_in_sentence(at);
            let own = self.dates_of(at).next().is_some();
            if let Some(period) = around.nearest().filter(|_| !own && !self.looks_elsewhere(at)) {
                for claim in self.claims_of_sentence(at) {
                    if self.takes_a_period(&self.claims[claim]) {
                        self.claims[claim].period = Some(period);
                    }
                }
            }
            self.tell(at, &mut around);
        }
    }

    /// Forgets what held for the block before and notes whether a list begins.
    fn enter(&self, block: u32, around: &mut Around) {
        around.paragraph = None;
        let kind = &self.document.blocks[block as usize].kind;
        if !matches!(kind, BlockKind::ListItem) {
            around.lead_in = None;
        }
        around.leads_in = self.document.blocks[block as usize].text.trim_end().ends_with(':');
        if let BlockKind::Heading(level) = kind {
            let level = usize::from(level.saturating_sub(1)).min(LEVELS - 1);
            around.headings[level..].fill(None);
        }
    }

    /// Notes what a sentence tells of, for those behind it.
    fn tell(&self, at: usize, around: &mut Around) {
        let kind = &self.document.blocks[self.sentences[at].block as usize].kind;
        let told = self.told(at, around.leads_in || matches!(kind, BlockKind::Heading(_)));
        match *kind {
            BlockKind::Heading(level) => {
                let level = usize::from(level.saturating_sub(1)).min(LEVELS - 1);
                let long = |p: &ClaimPeriod| {
                    let days = p.period.start.zip(p.period.end).and_then(|(start, end)| end.since(start).ok());
                    days.is_some_and(|span| span.get_days() >= SHORTEST_OF_A_HEADING)
                };
                around.headings[level] = told.filter(long).or(around.headings[level]);
            }
            BlockKind::ListItem => {}
            _ if around.leads_in => around.lead_in = told,
            _ => {
                // A sentence without a date leaves the time where it was.
                if self.dates_of(at).next().is_some() {
                    around.paragraph = told;
                }
            }
        }
    }

    /// The one period of which a sentence tells: that of its dated figure, or of its only date. "Reported on
    /// Sunday:" before a list is when it was.
    fn told(&self, at: usize, stands_over: bool) -> Option<ClaimPeriod> {
        let claims = &self.claims[self.claims_of_sentence(at)];
        let of_figure = claims
            .iter()
            .find(|claim| claim.modality == Modality::Actual && self.is_of_a_time(claim))
            .and_then(|claim| claim.period.filter(|period| period.origin <= PeriodOrigin::Sentence));
        if of_figure.is_some() {
            return of_figure;
        }
        let mut dates = self.dates_of(at);
        let (date, expr) = dates.next().filter(|_| dates.next().is_none())?;
        let day = self.document.metadata.date;
        let period = super::time::until_known(expr.period?, day);
        let past = day.is_none_or(|day| period.start.is_some_and(|start| start <= day));
        let sentence = &self.sentences[at];
        let said = self.tokens[sentence.tokens.start as usize..sentence.tokens.end as usize]
            .iter()
            .any(|t| self.vocabulary.lexicon.class(t.word).intersects(Class::REPORTING | Class::PLAN | Class::PLEDGE));
        (past && (stands_over || !said)).then_some(ClaimPeriod {
            period,
            origin: PeriodOrigin::Paragraph,
            date: Some(date),
        })
    }

    /// The dates of a sentence that can be the time of something, with their indices.
    fn dates_of(&self, at: usize) -> impl Iterator<Item = (u32, &DateExpr)> {
        let range = self.sentences[at].dates.clone();
        range.map(|date| (date, &self.dates[date as usize].expr)).filter(|(_, expr)| is_a_time(expr))
    }

    fn claims_of_sentence(&self, at: usize) -> std::ops::Range<usize> {
        let claims = &self.sentences[at].claims;
        claims.start as usize..claims.end as usize
    }

    /// Whether a figure has no period yet and can have one from around it.
    fn takes_a_period(&self, claim: &Claim) -> bool {
        claim.period.is_none()
            && claim.modality == Modality::Actual
            && claim.standing != Standing::Former
            && !claim.as_of_stated
            && self.is_of_a_time(claim)
    }

    /// Whether a figure is of something that happens in a time, and no level.
    fn is_of_a_time(&self, claim: &Claim) -> bool {
        self.measure_of(claim).is_some_and(|measure| !measure.stock || claim.quantity.change.is_some())
    }

    fn measure_of(&self, claim: &Claim) -> Option<&Measure> {
        Some(&self.vocabulary.measures[claim.measure?.0 as usize])
    }

    /// "so far", "to date", "previously", "since": words that say that another time is meant than that told of.
    fn looks_elsewhere(&self, at: usize) -> bool {
        let sentence = &self.sentences[at];
        let text = &self.document.blocks[sentence.block as usize].text;
        let tokens = &self.tokens[sentence.tokens.start as usize..sentence.tokens.end as usize];
        tokens.windows(2).any(|pair| {
            let (word, next) = (pair[0].text(text).to_ascii_lowercase(), pair[1].text(text));
            matches!(word.as_str(), "since" | "ever" | "previous" | "usually" | "typically" | "normally" | "annually")
                || matches!(
                    (word.as_str(), next),
                    ("so", "far") | ("to", "date") | ("each" | "every" | "per" | "a", "year")
                )
                || self.vocabulary.lexicon.class(pair[0].word).contains(Class::FORMER)
        })
    }

    /// "40 were killed and 60 injured in May", "rose 8% to $40m in May": figures of a sentence that share a period.
    fn share_in_sentence(&mut self, at: usize) {
        let range = self.claims_of_sentence(at);
        let shared = |reading: &Self, own: usize, other: usize| {
            let (a, b) = (&reading.claims[own], &reading.claims[other]);
            let period = b.stated_period()?;
            let date = &reading.dates[period.date? as usize].expr;
            let change = Self::is_change_of(a, b) || Self::is_change_of(b, a);
            let result = reading.is_result_of(a, b);
            let goes = reading.takes_a_period(a)
                && !date.dependent
                && !reading.is_compared_with(a, b)
                && !reading.has_a_date(a)
                && (change || result || reading.are_of_one_event(a, b) || Self::is_part_of_it(a, b));
            // "12 were killed and 40 hurt in May" says it of both, and so do "rose 8% to $40 million" and "bombed 12
            // towns in May, killing 40".
            let said = change || result || reading.is_joined_to(a, b);
            let origin = if said { PeriodOrigin::Inherited } else { PeriodOrigin::Shared };
            goes.then_some(ClaimPeriod { origin, ..period })
        };
        for own in range.clone().skip(1) {
            self.claims[own].period = self.claims[own].period.or_else(|| shared(self, own, own - 1));
        }
        for own in range.clone().rev().skip(1) {
            self.claims[own].period = self.claims[own].period.or_else(|| shared(self, own, own + 1));
        }
    }

    /// The words between two figures of a sentence.
    fn between(&self, a: &Claim, b: &Claim) -> &str {
        let text = &self.document.blocks[self.sentences[a.sentence as usize].block as usize].text;
        let (first, second) = if a.quantity.span.start < b.quantity.span.start { (a, b) } else { (b, a) };
        text.get(first.quantity.span.end as usize..second.quantity.span.start as usize).unwrap_or_default()
    }

    /// "12 were killed and 40 hurt in May", "killed 12 in May and wounded another 40": "and" joins two figures, the
    /// second of which has no subject of its own. The date behind the first holds for both only where a verb goes on.
    fn is_joined_to(&self, a: &Claim, b: &Claim) -> bool {
        let words = self.between(a, b);
        let lexicon = &self.vocabulary.lexicon;
        let class = |word: &str| lexicon.class(lexicon.id(word));
        let goes_on = |verb: &str| {
            let first = verb.split_whitespace().next().unwrap_or_default();
            a.quantity.span.start < b.quantity.span.start || class(first).contains(Class::VERB)
        };
        !words.contains([',', ';', ':'])
            && words.rsplit_once(" and ").is_some_and(|(_, verb)| {
                verb.split_whitespace().count() <= 2
                    && !verb.split_whitespace().any(|word| matches!(word, "a" | "an" | "the"))
                    && goes_on(verb)
            })
    }

    /// "carried out 12 raids in May, killing 40 people and wounding 9": participles tell what came of the deed before
    /// them.
    fn is_result_of(&self, a: &Claim, b: &Claim) -> bool {
        let mut last = self.between(a, b).split_whitespace().rev();
        let participle = last.next().is_some_and(|word| word.len() > 5 && word.ends_with("ing"));
        let behind = a.quantity.span.start > b.quantity.span.start;
        behind && participle && last.next().is_some_and(|before| before == "and" || before.ends_with(','))
    }

    /// "40 killed and 60 hurt in June, compared with 51 killed and 70 hurt in May": the one of two figures is on the
    /// other side of a comparison.
    fn is_compared_with(&self, a: &Claim, b: &Claim) -> bool {
        let mut words = self.between(a, b).split(|c: char| !c.is_alphabetic());
        words.any(|word| matches!(word, "compared" | "against" | "versus" | "than"))
    }

    /// Whether a date stands in a figure's own segment.
    fn has_a_date(&self, claim: &Claim) -> bool {
        let (Some(first), Some(last)) = (
            self.tokens.get(claim.segment.start as usize),
            self.tokens.get((claim.segment.end as usize).wrapping_sub(1)),
        ) else {
            return false;
        };
        let sentence = &self.sentences[claim.sentence as usize].dates;
        let dates = &self.dates[sentence.start as usize..sentence.end as usize];
        let from = dates.partition_point(|date| date.expr.span.end <= first.start);
        dates[from..].iter().take_while(|date| date.expr.span.start < last.end).any(|date| is_a_time(&date.expr))
    }

    /// Two different tolls: the killed and the injured of one sentence.
    fn are_of_one_event(&self, a: &Claim, b: &Claim) -> bool {
        let toll = |claim: &Claim| {
            claim.quantity.change.is_none()
                && self.measure_of(claim).is_some_and(|m| !m.stock && m.counts == Counts::Person)
        };
        a.measure != b.measure && a.modality == b.modality && toll(a) && toll(b)
    }

    /// "Fifteen people, among them four children, died on Sunday", "18 of the 65 seats".
    fn is_part_of_it(a: &Claim, b: &Claim) -> bool {
        let part = a.standing == Standing::Part || b.standing == Standing::Part;
        part && a.measure == b.measure && a.quantity.change.is_none() && b.quantity.change.is_none()
    }

    /// "rose 8% to $40 million": by how much, and to what.
    fn is_change_of(change: &Claim, level: &Claim) -> bool {
        change.measure.is_some()
            && change.measure == level.measure
            && change.quantity.unit == Unit::Percent
            && level.quantity.unit != Unit::Percent
            && (change.quantity.change.is_some() || level.quantity.change.is_some())
    }
}

/// Whether a date can be the time of something.
fn is_a_time(expr: &DateExpr) -> bool {
    expr.kind != DateKind::Time && expr.lead != Lead::AsOf && expr.period.is_some()
}

//! Whether four digits are a year: "in 2024", "the 2021 flood", "(2016)", and not "2000 homes".

use super::Around;
use crate::period::grammar;
use crate::token::{Class, Kind, Look};

/// Words before a year that make it one, in digits and in words ("for two thousand and six homes" counts).
const BEFORE_YEAR: &[&str] = &[
    "in", "since", "by", "until", "till", "from", "during", "of", "before", "after", "between", "year", "circa", "to",
];

/// Words before a year in digits that make it one.
const BEFORE_DIGITS: &[&str] = &[
    "through",
    "throughout",
    "years",
    "early",
    "mid",
    "late",
    "born",
    "died",
    "around",
    "into",
    "back",
    "for",
    "fiscal",
    "calendar",
    "fy",
    "cy",
];

/// What is held again and again, and called after its year: "World Cup 2022", "Expo 2020".
const EVENTS: &[&str] = &[
    "cup",
    "games",
    "olympics",
    "paralympics",
    "championship",
    "championships",
    "euro",
    "eurovision",
    "expo",
    "copa",
    "biennale",
    "festival",
    "conference",
    "convention",
    "summit",
    "awards",
    "oscars",
    "marathon",
    "rally",
];

/// Words that a year before them does not modify.
const FUNCTION: Class = Class::CLOSED.union(Class::VERB).union(Class::HEDGE);

impl Around<'_> {
    /// "nineteen ninety-six" behind a word that makes it a year.
    pub(super) fn wordy_year(&self, year: i16) -> bool {
        self.before.is_some_and(|t| self.is_any(t, BEFORE_YEAR)) && !self.counts_something(year)
    }

    pub(super) fn bare_year(&self, year: i16) -> bool {
        let goes_on = self.after.is_some_and(|t| t.is_punct('-') && !t.spaced())
            && self.sentence.get(self.end + 1).is_some_and(|t| t.kind == Kind::Digits && !t.spaced());
        if self.is_of_an_event() && (1850..=2050).contains(&year) && !goes_on {
            return true;
        }
        if self.is_named_early_year(year) {
            return true;
        }
        if !(1500..=2100).contains(&year) || self.counts_something(year) || goes_on || self.is_side_of_a_vote() {
            return false;
        }
        // "2014 was good", "overall, 2018 saw more".
        if !self.is_behind_label()
            && self
                .after
                .is_some_and(|t| self.is_any(t, &["was", "saw", "is", "has", "will", "brought", "began", "brings"]))
        {
            return true;
        }
        if self.before.is_some_and(|t| self.is_any(t, &["than"]))
            && self.sentence.get(self.start.saturating_sub(2)).is_some_and(|t| self.is_any(t, &["later", "earlier"]))
        {
            return true;
        }
        if self.is_before(1, &["as"]) && self.is_before(2, &["early", "late", "recently", "back", "ago"]) {
            return true;
        }
        let Some(before) = self.before else {
            return self.stands_alone() || self.modifies(year);
        };
        if before.kind == Kind::Punct {
            let close = matches!(self.after.and_then(|t| t.word.as_punct()), Some(')' | ']' | ',' | ';'));
            let open = matches!(before.word.as_punct(), Some('(' | '[' | ',' | ';'));
            // "(2023: 64 million)": the level of another year.
            let heads_a_level = before.is_punct('(') && self.after.is_some_and(|t| t.is_punct(':'));
            // "early 2024", "mid-2024" and "(2016)", "Paris, 2016)", "2018, 2019 and 2020".
            let plausible = (1800..=2050).contains(&year);
            return open && (close || heads_a_level || self.is_inside_of_years()) && plausible
                || self.is_of_a_life_or_work();
        }
        if self.is_any(before, BEFORE_YEAR) || self.is_any(before, BEFORE_DIGITS) {
            return true;
        }
        let then_noun = self.after.is_some_and(|t| {
            t.kind == Kind::Word && !self.sentence.entry(t).class.intersects(Class::CURRENCY | Class::UNIT)
        });
        let plausible = (1800..=2050).contains(&year);
        match before.kind {
            Kind::Clitic => plausible && then_noun,
            Kind::Word if self.class(Some(before)).intersects(Class::DETERMINER) => {
                plausible
                    && then_noun
                    && !self.is_any(
                        before,
                        &["some", "any", "no", "these", "those", "all", "many", "most", "more", "other", "what"],
                    )
            }
            Kind::Word
                if self.class(Some(before)).intersects(Class::HEDGE | Class::NEGATION | Class::ABBREVIATION)
                    && !self.class(Some(before)).contains(Class::REPORTING) =>
            {
                false
            }
            // "Trump 2016", "its November 2016 vote", "and 2018".
            Kind::Word => {
                let joined = self.class(Some(before)).contains(Class::CONJUNCTION) && self.year_before_conjunction();
                let label = self.class(Some(before)).contains(Class::LABEL);
                // "Rio 2016", but not "But 2016".
                let short = before.end - before.start <= 3;
                let no_name = before.look.contains(Look::LINE_START) || self.class(Some(before)).intersects(FUNCTION);
                let name = before.capital() && !label && !before.look.contains(Look::ALL_CAPS);
                let name = name && (!short || !no_name);
                joined || (1950..=2050).contains(&year) && (name || then_noun && self.modifies(year))
            }
            _ => false,
        }
    }

    /// "World Cup 2030 hosts", "Expo 2020": whatever follows.
    fn is_of_an_event(&self) -> bool {
        self.before.is_some_and(|t| t.capital() && self.is_any(t, EVENTS))
    }

    /// "reported 1986 net profit", "her 2024 lawsuit": a year that is not round before a noun that is not plural.
    fn modifies(&self, year: i16) -> bool {
        let noun = self.after.is_some_and(|t| t.spaced() && !self.class(Some(t)).intersects(FUNCTION));
        year % 10 != 0 && noun && !grammar::counts(self.sentence.skip(self.end))
    }

    /// "2016 and 2018", "2014, 2016 and 2018", "2014, 2016, and 2018".
    fn year_before_conjunction(&self) -> bool {
        let four_digits = |n: usize| self.start.checked_sub(n).is_some_and(|at| self.is_four_digits(at));
        let comma = self.start.checked_sub(2).and_then(|i| self.sentence.get(i)).is_some_and(|t| t.is_punct(','));
        four_digits(2) || comma && four_digits(3)
    }

    /// "c. 1850", "b. 1953", "est. 1920", "© 2021".
    fn is_of_a_life_or_work(&self) -> bool {
        const SHORT: &[&str] = &["c", "ca", "b", "d", "r", "fl", "est"];
        self.before.is_some_and(|t| t.is_punct('©') || t.is_punct('.') && self.is_before(2, SHORT))
    }

    /// "2019" of "2018, 2019 and 2020", between its comma and its "and".
    fn is_inside_of_years(&self) -> bool {
        self.class(self.after).contains(Class::CONJUNCTION)
            && self.is_four_digits(self.end + 1)
            && self.start.checked_sub(2).is_some_and(|at| self.is_four_digits(at))
    }

    fn is_four_digits(&self, at: usize) -> bool {
        self.sentence.get(at).is_some_and(|t| t.kind == Kind::Digits && t.end - t.start == 4)
    }

    /// "the year 1066": no other number stands behind these words; "in 1066" at the end of its phrase.
    fn is_named_early_year(&self, year: i16) -> bool {
        let ends = self.after.is_none_or(|t| t.kind == Kind::Punct && !t.is_punct('-') && !t.is_punct('%'));
        (1000..1500).contains(&year) && (self.is_before(1, &["year"]) || ends && self.is_before(1, &["in"]))
    }

    /// Whether one of these words stands so many tokens before.
    fn is_before(&self, n: usize, words: &[&str]) -> bool {
        self.start.checked_sub(n).and_then(|i| self.sentence.get(i)).is_some_and(|t| self.is_any(t, words))
    }

    /// "in 2000 homes": a round number before a plural counts it; "in 2016 elections" does not.
    pub(super) fn counts_something(&self, year: i16) -> bool {
        let Some(after) = self.after.filter(|t| t.kind == Kind::Word) else {
            return false;
        };
        let class = self.sentence.entry(after).class;
        let measure = Class::UNIT | Class::CURRENCY | Class::MAGNITUDE | Class::PERCENT | Class::TIME_UNIT;
        if class.intersects(measure)
            && !class.intersects(Class::PREPOSITION | Class::AUXILIARY | Class::DETERMINER | Class::CONJUNCTION)
        {
            return true;
        }
        let tail = self.sentence.skip(self.end);
        let noun = grammar::counts(tail);
        noun && (year % 10 == 0
            || class.contains(Class::PERSON) && !self.before.is_some_and(|t| self.is_any(t, &["in", "since", "the"])))
    }

    fn stands_alone(&self) -> bool {
        self.sentence.len() <= 2 || self.start == 0 && self.after.is_some_and(|t| t.is_punct('.') || t.is_punct(':'))
    }

    pub(super) fn two_years(&self, from: i16, to: i16) -> bool {
        let backwards = to < from;
        let bracketed = self.before.is_some_and(|t| t.is_punct('(')) || self.is_of_a_life_or_work();
        let range = match () {
            () if backwards => 1900..=2050,
            () if bracketed => 1000..=2100,
            () => 1500..=2100,
        };
        // "fell from 2019 to 1987" is about points.
        let level = || {
            let from = self.start.saturating_sub(6);
            (from..self.start)
                .filter_map(|i| self.sentence.get(i))
                .any(|t| self.class(Some(t)).intersects(Class::RISE | Class::FALL))
        };
        range.contains(&from)
            && range.contains(&to)
            && to - from <= 200
            && !self.counts_something(to)
            && (!backwards || self.can_run_backwards() && !(self.is_led() && level()))
    }

    /// Whether years that run backwards were meant as years: "from 2019 to 2017", "in 2019 to 2017", "the 2019-2017
    /// plan". With a mere "to" between them they are the two sides of a vote or a score.
    fn can_run_backwards(&self) -> bool {
        let joined = self.sentence.get(self.start + 1).is_some_and(|t| t.kind != Kind::Word);
        joined || self.is_led() || self.before.is_some_and(|t| self.is_any(t, &["in", "during", "years"]))
    }

    /// "1987" of "2019 to 1987", where the two together are no years.
    fn is_side_of_a_vote(&self) -> bool {
        let first = self.start.checked_sub(2).and_then(|i| self.sentence.get(i));
        self.before.is_some_and(|t| self.is_any(t, &["to"]))
            && first.is_some_and(|t| t.kind == Kind::Digits && t.end - t.start == 4)
    }
}

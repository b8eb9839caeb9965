//! A date that was read, with the words before it and what they add to it.

use std::ops::Range;

use crate::period::grammar;
use crate::period::{Amount, Lead, TimeUnit, Written, WrittenYear};
use crate::token::{Class, Kind, Tokens};

/// A date that was read, with the words before it.
pub(super) struct Found {
    pub(super) written: Written,
    /// The core's tokens in the sentence.
    pub(super) tokens: Range<usize>,
    /// The first token of the whole expression.
    pub(super) start: usize,
    pub(super) lead: Lead,
}

impl Found {
    /// Takes in the words before the core: "the", "a", "earlier", "the end of", "since", "from", "between", "as of".
    pub(super) fn widen(&mut self, sentence: Tokens<'_>, free: usize) -> Option<()> {
        let is = |at: Option<usize>, words: &[&str]| {
            at.and_then(|i| sentence.get(i)).is_some_and(|t| {
                t.kind == Kind::Word && words.iter().any(|w| sentence.text_of(t).eq_ignore_ascii_case(w))
            })
        };
        let before = |start: usize, n: usize| start.checked_sub(n).filter(|&i| i >= free);
        let counted = before(self.start, 1).and_then(|i| sentence.get(i)).is_some_and(|t| {
            t.kind == Kind::Digits
                || t.kind == Kind::Word
                    && sentence
                        .entry(t)
                        .class
                        .intersects(Class::CARDINAL | Class::VAGUE_FEW | Class::FRACTION | Class::ADDITION)
        });
        if self.begins_with(sentence, Class::TIME_UNIT) {
            self.take_half(sentence, free);
        }
        match self.written {
            // "few days after", "two decades ago" begin with their number; here it was no part of the reading.
            Written::Beside | Written::Ago(..) if counted => return None,
            Written::Beside
                if self.begins_with(sentence, Class::TIME_UNIT)
                    && is(before(self.start, 1), &["the", "for", "in", "of", "first", "last"]) =>
            {
                return None;
            }
            // "A year earlier" needs its article; a number before it makes it a duration.
            Written::Shift(..) if !self.begins_with(sentence, Class::TIME_UNIT) => {}
            Written::Shift(..) if !is(before(self.start, 1), &["a", "an", "the"]) => return None,
            Written::Shift(..) => self.start -= 1,
            Written::Ahead(..) | Written::Shifted(..)
                if is(before(self.start, 1), &["a", "an"]) && self.begins_with(sentence, Class::TIME_UNIT) =>
            {
                self.start -= 1;
            }
            Written::Ago(Amount::Exact(1) | Amount::AndHalf(1) | Amount::Few, _)
                if is(before(self.start, 1), &["a", "an", "quite"]) =>
            {
                self.start -= 1;
            }
            Written::Ago(Amount::Exact(2), _)
                if is(before(self.start, 1), &["a"]) && self.begins_with(sentence, Class::VAGUE_FEW) =>
            {
                self.start -= 1;
            }
            Written::Ago(Amount::Some, _) if is(before(self.start, 1), &["some"]) => self.start -= 1,
            _ => {}
        }
        let mut start = self.start;
        if is(before(start, 1), &["the"]) && self.takes_article() {
            start -= 1;
            // "The last calendar year" says which it is.
            if !is(self.tokens.start.checked_add(1), &["calendar"]) {
                self.with_article(is(Some(self.tokens.start), &["previous", "current"]));
            }
        }
        if let Some(noun) = before(start, 2).and_then(|i| sentence.get(i))
            && is(before(start, 1), &["of"])
            && let Some(part) = grammar::part_of(sentence.text_of(noun))
            && self.has_parts()
        {
            self.wrap(|of| Written::Part(part, of));
            start -= 2;
            if is(before(start, 1), &["the"]) {
                start -= 1;
            }
        } else if self.is_now() && is(before(start, 1), &["earlier", "later"]) {
            let later = is(before(start, 1), &["later"]);
            self.wrap(if later { Written::Later } else { Written::Earlier });
            start -= 1;
        } else if self.is_now() && is(before(start, 1), &["in"]) && is(before(start, 2), &["earlier", "later"]) {
            let later = is(before(start, 2), &["later"]);
            self.wrap(if later { Written::Later } else { Written::Earlier });
            start -= 2;
        } else if self.is_now() && is(before(start, 1), &["far"]) && is(before(start, 2), &["so"]) {
            self.wrap(Written::Earlier);
            start -= 2;
        }
        if is(before(start, 1), &["the"]) && is(before(start, 2), &["since", "between", "from"]) {
            start -= 1;
        }
        if is(before(start, 1), &["every", "each"])
            && matches!(self.written, Written::Weekday(_, None) | Written::Month(WrittenYear::Missing, _))
        {
            self.wrap(Written::Every);
            start -= 1;
        }
        let range = matches!(self.written, Written::Range(..));
        if is(before(start, 1), &["since"]) && !range {
            self.lead = Lead::Since;
            // "since the 2021 flood": the year without its event would be another date.
            if is(Some(start), &["the"]) && matches!(self.written, Written::Year(_)) {
                self.tokens.end += usize::from(noun_at(sentence, self.tokens.end));
            }
            start -= 1;
        } else if range && is(before(start, 1), &["between", "from"]) {
            start -= 1;
        } else if is(before(start, 2), &["as"]) && is(before(start, 1), &["of", "at"]) {
            self.lead = Lead::AsOf;
        } else if is(before(start, 1), &["until", "till", "through"])
            || is(before(start, 1), &["to"]) && is(before(start, 2), &["up"])
        {
            self.lead = Lead::Until;
        } else if is(before(start, 1), &["by"]) {
            self.lead = Lead::By;
        } else if is(before(start, 1), &["before"]) || is(before(start, 1), &["to"]) && is(before(start, 2), &["prior"])
        {
            self.lead = Lead::Before;
        } else if is(before(start, 1), &["after"]) {
            self.lead = Lead::After;
        } else if sentence
            .get(start)
            .is_some_and(|t| t.kind == Kind::Word && sentence.text_of(t).eq_ignore_ascii_case("the"))
            && matches!(self.written, Written::Year(_))
        {
            start += 1;
        }
        self.start = start;
        Some(())
    }

    /// "half a century ago", "half a year later", "the half-year to June": the unit that was read is halved.
    fn take_half(&mut self, sentence: Tokens<'_>, free: usize) {
        let back = |n: usize| self.start.checked_sub(n).filter(|&at| at >= free).and_then(|at| sentence.get(at));
        let joined = back(1)
            .is_some_and(|t| t.is_punct('-') || t.kind == Kind::Word && ["a", "an"].contains(&sentence.text_of(t)));
        let half = 1 + usize::from(joined);
        if !back(half).is_some_and(|t| t.kind == Kind::Word && sentence.text_of(t).eq_ignore_ascii_case("half")) {
            return;
        }
        let halved = |unit| match unit {
            TimeUnit::Century => Some((50, TimeUnit::Year)),
            TimeUnit::Decade => Some((5, TimeUnit::Year)),
            TimeUnit::Year => Some((6, TimeUnit::Month)),
            _ => None,
        };
        let written = match &self.written {
            Written::Ago(Amount::Exact(1), unit) => {
                halved(*unit).map(|(count, unit)| Written::Ago(Amount::Exact(count), unit))
            }
            Written::Ended(1, unit, last) => {
                halved(*unit).map(|(count, unit)| Written::Ended(count, unit, last.clone()))
            }
            Written::Shift(unit, step @ (1 | -1)) => {
                halved(*unit).map(|(count, unit)| Written::Shift(unit, step * count))
            }
            _ => None,
        };
        if let Some(written) = written {
            self.written = written;
            self.start -= half;
            self.tokens.start -= half;
        }
    }

    /// "last year" is a calendar year, "the last year" the twelve months up to now; "the previous year" and "the next
    /// day" follow another date in the text and stay open.
    fn with_article(&mut self, other: bool) {
        self.written = match std::mem::replace(&mut self.written, Written::Beside) {
            Written::Unit(_, -1) if other => Written::Beside,
            Written::Unit(TimeUnit::Day, 1) => Written::Beside,
            // "The next quarter" is the calendar's.
            Written::Unit(TimeUnit::Quarter, step) => Written::Unit(TimeUnit::Quarter, step),
            Written::Unit(unit, -1) => Written::Trailing(Amount::Exact(1), unit),
            Written::Unit(unit, 1) => Written::Coming(Amount::Exact(1), unit),
            written => written,
        };
    }

    /// "three days later": a counted length of time from another date.
    pub(super) fn is_counted_from_another(&self, sentence: Tokens<'_>) -> bool {
        matches!(self.written, Written::Shift(..)) && !self.begins_with(sentence, Class::TIME_UNIT)
    }

    /// Whether its first word is of this class.
    fn begins_with(&self, sentence: Tokens<'_>, class: Class) -> bool {
        sentence
            .get(self.tokens.start)
            .is_some_and(|t| t.kind == Kind::Word && sentence.entry(t).class.intersects(class))
    }

    fn wrap(&mut self, with: impl FnOnce(Box<Written>) -> Written) {
        let core = std::mem::replace(&mut self.written, Written::Beside);
        self.written = with(Box::new(core));
    }

    /// Whether "the" before it belongs to it: "the last two years", "the 1990s", but "the 2021 assassination".
    fn takes_article(&self) -> bool {
        !matches!(
            self.written,
            Written::Year(_) | Written::Month(..) | Written::Weekday(_, None) | Written::Today(_) | Written::Range(..)
        )
    }

    fn has_parts(&self) -> bool {
        matches!(
            self.written,
            Written::Year(_)
                | Written::Month(..)
                | Written::Unit(..)
                | Written::Decade(_)
                | Written::Century(_)
                | Written::Quarter(..)
                | Written::Season(..)
        )
    }

    /// "this year", "this month", "this week".
    fn is_now(&self) -> bool {
        matches!(self.written, Written::Unit(_, 0 | -1))
    }
}

/// A word of no closed class, as the event behind its year is.
fn noun_at(sentence: Tokens<'_>, at: usize) -> bool {
    const CLOSED: Class = Class::PREPOSITION.union(Class::CONJUNCTION).union(Class::AUXILIARY).union(Class::PRONOUN);
    sentence.get(at).is_some_and(|t| t.kind == Kind::Word && t.spaced() && !sentence.entry(t).class.intersects(CLOSED))
}

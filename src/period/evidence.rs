//! Whether what reads like a date is one: four digits are a year and "May" is a month only beside words that make them
//! so.

mod year;

use super::{Written, WrittenYear};
use crate::token::{Class, Kind, Look, Token, Tokens};

/// Words before a month or weekday that make it one even where it could be a verb, a noun or a name.
const BEFORE_MONTH: &[&str] = &[
    "in",
    "since",
    "by",
    "until",
    "till",
    "from",
    "during",
    "before",
    "after",
    "between",
    "through",
    "throughout",
    "on",
    "last",
    "this",
    "next",
    "early",
    "mid",
    "late",
    "every",
    "each",
    "for",
];

/// Words before an hour of the day.
const BEFORE_HOUR: &[&str] =
    &["at", "by", "from", "until", "till", "since", "before", "after", "around", "about", "to", "past"];

/// Whether the tokens `at..end` of a sentence can be the date that was read there.
pub(super) fn plausible(sentence: Tokens<'_>, at: usize, end: usize, written: &Written) -> bool {
    let around = Around {
        sentence,
        before: at.checked_sub(1).and_then(|i| sentence.get(i)),
        after: sentence.get(end),
        start: at,
        end,
    };
    let Some(first) = sentence.get(at) else {
        return false;
    };
    if around.glued_before(first) || around.is_labelled(written) {
        return false;
    }
    match written {
        Written::Year(year) if first.kind == Kind::Word => around.wordy_year(*year),
        Written::Year(year) => around.bare_year(*year),
        Written::Unit(_, 0) if around.class(Some(first)).contains(Class::TIME_UNIT) => around.running(),
        Written::DayAlone(_) => around.on_the_day(),
        Written::Time(..) if end == at + 3 && sentence.get(at + 2).is_some_and(|t| t.kind == Kind::Digits) => {
            around.before.is_some_and(|t| around.is_any(t, &["at"]))
        }
        // "At 6 in the morning", but "it killed 6 in the morning".
        Written::Time(..) if sentence.get(at + 1).is_some_and(|t| around.is_any(t, &["in", "at"])) => {
            around.before.is_some_and(|t| around.is_any(t, BEFORE_HOUR))
        }
        Written::Season(WrittenYear::Missing, _) => around.bare_season(first),
        // "2010's last days" are of one year; "the 1990's" are ten.
        Written::Decade(_) if sentence.get(end.saturating_sub(1)).is_some_and(|t| t.kind == Kind::Clitic) => {
            around.before.is_some_and(|t| around.is_any(t, &["the", "early", "mid", "late"]) || t.is_punct('-'))
        }
        Written::TheWeekend => around.before.is_some_and(|t| around.is_any(t, &["the"])),
        Written::Beside if around.is_any(first, &["following", "preceding", "same"]) => {
            around.before.is_some_and(|t| around.is_any(t, &["the", "that", "this"]))
        }
        Written::Decade(_) if first.kind == Kind::Word => {
            around.before.is_some_and(|t| around.is_any(t, &["the", "in", "late", "mid", "early"]))
        }
        Written::Month(WrittenYear::Missing, _) => around.bare_month(first),
        Written::Weekday(_, None) if end == at + 1 => around.bare_weekday(first),
        Written::Range(from, to) => match (&**from, &**to) {
            (Written::Decade(_), Written::Decade(_)) => !around.is_owned(),
            (Written::Year(from), Written::Year(to)) => around.two_years(*from, *to),
            // "5 to 2 May" may be a score; a range that runs backwards needs its "from".
            (Written::Unit(_, 0), _) if around.class(Some(first)).contains(Class::TIME_UNIT) => around.running(),
            (Written::Day { year, month: a, day: from, .. }, Written::Day { month: b, day: to, .. })
                if a == b && from > to =>
            {
                matches!(year, WrittenYear::Number(_)) || around.is_led()
            }
            _ => true,
        },
        // "In his early forties", "her mid-50s", "their 30s": years of age.
        Written::Part(_, of) if matches!(**of, Written::Decade(_)) => !around.is_owned(),
        Written::Decade(_) | Written::Century(_) if around.is_owned() => false,
        Written::Quarter(WrittenYear::Missing, _) => !around.is_of_something_else(),
        Written::Decade(_) => {
            end > at + 2
                || first.end - first.start == 4
                || around.before.is_some_and(|t| around.is_any(t, &["the", "late", "mid", "early"]))
        }
        Written::Day { year: WrittenYear::Missing, weekday: None, .. }
            if first.kind == Kind::Word && !first.capital() =>
        {
            // "may 5", "march 3": no month in the middle of a sentence without its capital, but tables and notes do it.
            !around.verb_reading(first) || at == 0 || around.before.is_some_and(|t| around.is_any(t, BEFORE_MONTH))
        }
        Written::Day { year: WrittenYear::Missing, weekday: None, .. } if first.kind == Kind::Digits => {
            !around.may_follows() || around.before.is_some_and(|t| around.is_any(t, BEFORE_MONTH))
        }
        _ => true,
    }
}

struct Around<'a> {
    sentence: Tokens<'a>,
    before: Option<Token>,
    after: Option<Token>,
    start: usize,
    end: usize,
}

impl Around<'_> {
    fn is_any(&self, token: Token, words: &[&str]) -> bool {
        let text = self.sentence.text_of(token);
        token.kind == Kind::Word && words.iter().any(|w| text.eq_ignore_ascii_case(w))
    }

    /// Whether "his", "her" or the like stands before, with or without "early", "mid", "late".
    fn is_owned(&self) -> bool {
        const OWNERS: &[&str] = &["his", "her", "their", "my", "our", "your", "whose"];
        let parts = |t: Token| t.is_punct('-') || self.is_any(t, &["late", "mid", "early"]);
        let mut before = (0..self.start).rev().filter_map(|i| self.sentence.get(i)).take(3);
        before.find(|t| !parts(*t)).is_some_and(|t| self.is_any(t, OWNERS))
    }

    /// "pages 1998-2003", "version 3.5.2024": numbers of the calendar's look behind what they number.
    fn is_labelled(&self, written: &Written) -> bool {
        let figures = match written {
            Written::Numeric { .. } => true,
            Written::Range(from, _) => matches!(**from, Written::Year(_)),
            _ => false,
        };
        figures && self.is_behind_label()
    }

    /// "flight 2015", but "the Companies Act 2006" and "season 2023-24".
    fn is_behind_label(&self) -> bool {
        const DATED: &[&str] =
            &["act", "bill", "season", "series", "class", "title", "news", "expo", "top", "note", "notes", "model"];
        self.class(self.before).contains(Class::LABEL) && !self.before.is_some_and(|t| self.is_any(t, DATED))
    }

    fn class(&self, token: Option<Token>) -> Class {
        token.filter(|t| t.kind == Kind::Word).map_or(Class::empty(), |t| self.sentence.entry(t).class)
    }

    /// The end of a larger number or of a name: "$2024", "2,024", "COVID-19", "B2010", "#2024".
    fn glued_before(&self, first: Token) -> bool {
        let Some(before) = self.before else {
            return false;
        };
        if before.kind == Kind::Punct && matches!(before.word.as_punct(), Some('$' | '€' | '£' | '¥' | '#' | '+' | '№'))
        {
            return true;
        }
        if first.spaced() {
            return false;
        }
        match before.kind {
            Kind::Word | Kind::Digits => !self.is_any(before, &["fy", "t"]),
            Kind::Clitic => false,
            Kind::Punct => {
                let digits_before = |n: usize| {
                    self.start.checked_sub(n).and_then(|i| self.sentence.get(i)).is_some_and(|t| t.kind == Kind::Digits)
                };
                match before.word.as_punct() {
                    Some(',' | '.' | ':') => digits_before(2) && !before.spaced(),
                    Some('/' | '@' | '=' | '%' | '&' | '?') => self.start < 2 || !self.is_path(),
                    // "2,019-2024", and the numbers of names in capitals: "ABC-2019-1988".
                    Some('-' | '–') => {
                        (digits_before(2) || self.is_numbered_name()) && first.kind == Kind::Digits && !before.spaced()
                    }
                    _ => false,
                }
            }
        }
    }

    /// "ABC-2019-1988": capitals in front of the hyphen, and another number glued behind; not "FY-2019".
    fn is_numbered_name(&self) -> bool {
        let name = self.start.checked_sub(2).and_then(|i| self.sentence.get(i));
        let ranges = self.end > self.start + 2;
        ranges
            && name.is_some_and(|t| t.kind == Kind::Word && t.look.contains(Look::ALL_CAPS) && !self.is_any(t, &["fy"]))
    }

    /// "news/2025/01/13/title": a date in a path is one.
    fn is_path(&self) -> bool {
        let before = self.start.checked_sub(2).and_then(|i| self.sentence.get(i));
        before.is_some_and(|t| t.kind == Kind::Word) && self.end - self.start >= 5
    }

    /// Whether "from" or "between" stands before it, with or without an article.
    fn is_led(&self) -> bool {
        let leads = |token: Option<Token>| token.is_some_and(|t| self.is_any(t, &["from", "between"]));
        let article = self.before.is_some_and(|t| self.is_any(t, &["the"]));
        leads(self.before) || article && leads(self.start.checked_sub(2).and_then(|i| self.sentence.get(i)))
    }

    /// "end of year", "the end of the week", "later in the month".
    fn running(&self) -> bool {
        let token = |n: usize| self.start.checked_sub(n).and_then(|i| self.sentence.get(i));
        let is = |n: usize, words: &[&str]| token(n).is_some_and(|t| self.is_any(t, words));
        let article = usize::from(is(1, &["the"]));
        is(1 + article, &["of"])
            && token(2 + article).is_some_and(|t| super::grammar::part_of(self.sentence.text_of(t)).is_some())
            || article == 1 && is(2, &["in"]) && is(3, &["earlier", "later"])
            || article == 1 && is(2, &["for"]) && self.is_day_week_or_month() && self.phrase_is_over()
    }

    /// "the fourth quarter of the match": no quarter of a year, whose own "of the year" has been read.
    fn is_of_something_else(&self) -> bool {
        let noun =
            |n: usize| self.sentence.get(self.end + n).filter(|t| !self.is_any(*t, &["the", "a", "this", "our"]));
        self.after.is_some_and(|t| self.is_any(t, &["of"]))
            && noun(1).or_else(|| noun(2)).is_some_and(|t| t.kind == Kind::Word && !self.is_any(t, &["fiscal", "its"]))
    }

    /// What has no second calendar: "for the year" is as often a fiscal one.
    fn is_day_week_or_month(&self) -> bool {
        self.sentence.get(self.start).is_some_and(|t| self.is_any(t, &["day", "week", "month"]))
    }

    /// The end, a mark that is no hyphen, or a word that opens the next phrase.
    fn phrase_is_over(&self) -> bool {
        self.after.is_none_or(|t| match t.kind {
            Kind::Punct => !t.is_punct('-'),
            _ => self.class(Some(t)).intersects(Class::CONJUNCTION | Class::AUXILIARY | Class::SUBORDINATOR),
        })
    }

    /// "may", "march", "mar", "august": words that are something else without a capital or a neighbour.
    fn verb_reading(&self, month: Token) -> bool {
        self.is_any(month, &["may", "march", "mar", "august"])
    }

    /// "Those under 18 may enter": the verb and what is allowed, behind a number.
    fn may_follows(&self) -> bool {
        let verb = self.after.is_some_and(|t| {
            t.kind == Kind::Word
                && (!self.class(Some(t)).intersects(Class::CLOSED) || self.is_any(t, &["be", "have", "not"]))
        });
        let may = self.sentence.get(self.end - 1).is_some_and(|t| self.sentence.text_of(t) == "may");
        may && verb
    }

    fn bare_month(&self, month: Token) -> bool {
        let short = month.end - month.start <= 3 || self.is_any(month, &["sept"]);
        let beside =
            self.before.is_some_and(|t| self.is_any(t, BEFORE_MONTH) || self.is_any(t, &["of"]) && self.noun_before());
        if self.is_any(month, &["june", "july"]) && month.capital() {
            return beside || !self.name_follows();
        }
        if self.is_any(month, &["may", "march"]) || short {
            let written = month.capital() || !self.verb_reading(month) && self.is_in();
            return written && beside && !self.name_follows();
        }
        month.capital() && (beside || !self.name_follows()) || !month.capital() && !self.verb_reading(month)
    }

    /// "the end of March", "the month of May".
    fn noun_before(&self) -> bool {
        let noun = self.start.checked_sub(2).and_then(|i| self.sentence.get(i));
        noun.is_some_and(|t| {
            super::grammar::part_of(self.sentence.text_of(t)).is_some() || self.is_any(t, &["month", "months"])
        })
    }

    /// Whether "in" or "since" stands before it.
    fn is_in(&self) -> bool {
        self.before.is_some_and(|t| self.is_any(t, &["in", "since"]))
    }

    /// "on the 15th", "since the 15th".
    fn on_the_day(&self) -> bool {
        const LEADS: &[&str] = &["on", "since", "by", "until", "till", "before", "after", "from"];
        let two_before = self.start.checked_sub(2).and_then(|i| self.sentence.get(i));
        self.before.is_some_and(|t| self.is_any(t, &["the"])) && two_before.is_some_and(|t| self.is_any(t, LEADS))
    }

    /// "in spring", "by the summer"; not "the spring of the clock", "in the fall of the wall", "in summer camps".
    fn bare_season(&self, season: Token) -> bool {
        const LEADS: &[&str] = &["in", "by", "since", "until", "till", "during", "before", "after"];
        let article = self.before.is_some_and(|t| self.is_any(t, &["the"]));
        let lead = self.start.checked_sub(1 + usize::from(article)).and_then(|i| self.sentence.get(i));
        let ends = self.after.is_none_or(|t| match t.kind {
            Kind::Punct => !t.is_punct('-'),
            _ => self
                .class(Some(t))
                .intersects(Class::CONJUNCTION | Class::AUXILIARY | Class::SUBORDINATOR | Class::PRONOUN),
        });
        ends && self.end == self.start + 1 && season.kind == Kind::Word && lead.is_some_and(|t| self.is_any(t, LEADS))
    }

    /// "June Smith", "April O'Neil": a capitalised word follows that is not of the calendar.
    fn name_follows(&self) -> bool {
        self.after.is_some_and(|t| {
            t.kind == Kind::Word
                && t.capital()
                && !t.look.contains(Look::ALL_CAPS)
                && !self.class(Some(t)).intersects(Class::MONTH | Class::WEEKDAY)
        })
    }

    fn bare_weekday(&self, name: Token) -> bool {
        // "Sunday school", "The Sunday Times".
        const HEADS: &[&str] = &[
            "school",
            "schools",
            "times",
            "mail",
            "post",
            "mirror",
            "express",
            "telegraph",
            "herald",
            "roast",
            "league",
        ];
        // Days of the year with a name.
        const NAMED: &[&str] =
            &["black", "good", "cyber", "easter", "super", "palm", "ash", "maundy", "holy", "whit", "bloody", "giving"];
        if self.after.is_some_and(|t| t.spaced() && self.is_any(t, HEADS)) {
            return false;
        }
        if self.before.is_some_and(|t| t.capital() && self.is_any(t, NAMED)) {
            return false;
        }
        if name.end - name.start >= 6 {
            return true;
        }
        self.sentence.len() <= 2
            || name.capital() && self.before.is_some_and(|t| self.is_any(t, &["on", "by", "until", "from", "since"]))
    }
}

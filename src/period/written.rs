//! What a date expression says in words, before any document date is known. The grammar writes these values; resolution
//! alone turns them into days.

use super::{TimeUnit, WrittenWeekday};

/// Which year was written with a day, month, quarter or season.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum WrittenYear {
    /// None: "25 June".
    #[default]
    Missing,
    /// A number: "June 2024".
    Number(i16),
    /// So many years from the document's: "October last year" is -1.
    Step(i32),
    /// The latest one that is over: "last December".
    Last,
    /// The first one to come: "next March".
    Next,
}

/// How many units of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Amount {
    /// A number.
    Exact(i32),
    /// A number and a half: "a month and a half".
    AndHalf(i32),
    /// "a few": two to five.
    Few,
    /// "several", or a bare plural ("the coming weeks"): not said how many.
    Some,
}

/// A part of a year, month or decade.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// "early", "the beginning of".
    Early,
    /// "mid", "the middle of".
    Mid,
    /// "late", "the end of".
    Late,
}

/// A date expression as it was written. Numbers are as they stand in the text: they need not exist in the calendar.
#[derive(Clone, Debug, PartialEq)]
pub enum Written {
    /// "25 June", "Monday, 2 October 2023".
    Day {
        /// The year beside it.
        year: WrittenYear,
        /// 1 to 12.
        month: u8,
        /// 1 to 31.
        day: u8,
        /// The weekday beside it.
        weekday: Option<WrittenWeekday>,
    },
    /// "3/4/2025": which is the month is not said.
    Numeric {
        /// The first number.
        first: u8,
        /// The second number.
        second: u8,
        /// The year.
        year: i16,
    },
    /// "Monday the 21st": no month.
    WeekdayDay(WrittenWeekday, u8),
    /// "on the 15th": neither month nor weekday.
    DayAlone(u8),
    /// "the 20th of next month": day, and months from the document's.
    DayOfMonth(u8, i32),
    /// "June 2024", "last December".
    Month(WrittenYear, u8),
    /// "2024".
    Year(i16),
    /// "27 BC", "AD 79": astronomically, so that 1 BC is 0 and 2 BC is -1.
    YearOfEra(i16),
    /// "Q1 2024", "the third quarter of last year".
    Quarter(WrittenYear, u8),
    /// "the first half of 2023".
    Half(WrittenYear, u8),
    /// "the 1990s", by the first year.
    Decade(i16),
    /// "the 15th century", by the first year.
    Century(i16),
    /// "2024-W05".
    IsoWeek(i16, u8),
    /// "Monday"; "last Friday" is -1, "this Friday" 0, "next Friday" 1.
    Weekday(u8, Option<i32>),
    /// "Tuesday of next week": weekday, and weeks from the document's.
    WeekdayOfWeek(u8, i32),
    /// "yesterday" is -1.
    Today(i32),
    /// "last week", "this year", "next month": the unit, and how many from the document's.
    Unit(TimeUnit, i32),
    /// "last weekend": how many weeks from the document's.
    Weekend(i32),
    /// "three years ago".
    Ago(Amount, TimeUnit),
    /// "in five days".
    Ahead(Amount, TimeUnit),
    /// "the last two years".
    Trailing(Amount, TimeUnit),
    /// "the next six months".
    Coming(Amount, TimeUnit),
    /// "days before", "weeks after", "the following week", "that year": beside something that no date names.
    Beside,
    /// "last season", "the last fiscal year": from the document's date, but in a calendar that the text does not say.
    Open,
    /// "a year earlier", "the day after", "three days later": so many units from another date of the sentence.
    Shift(TimeUnit, i32),
    /// "the same period last year": another date of the sentence in this year; `None` is the year before it.
    Same(Option<WrittenYear>),
    /// "fiscal 2023", "FY23", "the 2022-23 financial year": by the year in which it ends.
    Fiscal(i16),
    /// "Q2 FY25", "the second quarter of fiscal 2023", "fiscal Q3": the year in which the fiscal year ends, and the
    /// quarter.
    FiscalQuarter(Option<i16>, u8),
    /// "year to date".
    ToDate(TimeUnit),
    /// "the three months to June", "the year ended 31 March": how many of which unit, and where they end.
    Ended(i32, TimeUnit, Box<Written>),
    /// "the week of 7 October" (`true`: the week that holds it), "the week starting 7 October" (`false`).
    WeekOf(bool, Box<Written>),
    /// "every Monday", "Mondays": again and again, no days of its own.
    Every(Box<Written>),
    /// "the weekend": the one at hand.
    TheWeekend,
    /// "two weeks after yesterday": signed.
    Shifted(i32, TimeUnit, Box<Written>),
    /// "the first three months of the year"; `last` counts from the end.
    Stretch {
        /// Whether the last ones are meant.
        last: bool,
        /// How many.
        amount: i32,
        /// Of which unit.
        unit: TimeUnit,
        /// Of what.
        of: Box<Written>,
    },
    /// "the second half of the 1990s", "the first half of May": whether the second one is meant, and of what.
    HalfOf(bool, Box<Written>),
    /// "the third week of 2018": the unit, its number, and of what.
    Nth(TimeUnit, i32, Box<Written>),
    /// "the last Sunday of March 2014": number from the start (or -1 for the last), weekday, month.
    NthWeekday(i32, u8, Box<Written>),
    /// "summer 2023": 1 is spring.
    Season(WrittenYear, u8),
    /// "early 2026", "the end of March".
    Part(Part, Box<Written>),
    /// "earlier this year": from its start to the document's date.
    Earlier(Box<Written>),
    /// "later this year": from the document's date to its end.
    Later(Box<Written>),
    /// "from January to March", "2-5 May".
    Range(Box<Written>, Box<Written>),
    /// "3:30 pm": hour and minute.
    Time(u8, u8),
}

impl Written {
    /// The weekday that was written with a calendar day.
    pub(super) fn weekday(&self) -> Option<WrittenWeekday> {
        match self {
            Self::Day { weekday, .. } => *weekday,
            _ => None,
        }
    }

    /// The year that stands with a day, month, quarter, half or season; `None` for what needs none.
    pub(super) fn year(&self) -> Option<WrittenYear> {
        match self {
            Self::Day { year, .. }
            | Self::Month(year, _)
            | Self::Quarter(year, _)
            | Self::Half(year, _)
            | Self::Season(year, _) => Some(*year),
            Self::Part(_, of) => of.year(),
            _ => None,
        }
    }

    /// The same in another year.
    pub(super) fn in_year(&self, number: i16) -> Self {
        let mut changed = self.clone();
        match &mut changed {
            Self::Day { year, .. }
            | Self::Month(year, _)
            | Self::Quarter(year, _)
            | Self::Half(year, _)
            | Self::Season(year, _) => {
                *year = WrittenYear::Number(number);
            }
            Self::Part(_, of) => **of = of.in_year(number),
            _ => {}
        }
        changed
    }

    /// The number of a day's month, a month, a quarter, a half or a season in its year.
    pub(super) fn place_in_year(&self) -> Option<u8> {
        match self {
            Self::Day { month: place, .. }
            | Self::Month(_, place)
            | Self::Quarter(_, place)
            | Self::Half(_, place)
            | Self::Season(_, place) => Some(*place),
            _ => None,
        }
    }
}

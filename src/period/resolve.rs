//! From what was written to the days it means: a pure function of the words, the document's date and the tense. No
//! clock is read; without a document date every relative expression stays open.

mod other;
mod stretch;
mod weekday;

use jiff::civil::Date;

use self::stretch::stretch;
use self::weekday::{day_alone, near_weekday, nth_weekday, step_weekday, weekday_and_day};
use super::calendar::{Point, day_of, is_some_years_day, monday_of, monday_of_week, weekday};
use super::{Amount, DateOrder, Period, Tense, TimeUnit, Written, WrittenYear};

/// What a date expression is read against.
#[derive(Clone, Copy, Debug, Default)]
pub struct Context {
    /// The document's date.
    pub anchor: Option<Date>,
    /// Whether the clause looks back or ahead.
    pub tense: Tense,
    /// Which number comes first in "3/4/2025", where the document shows it.
    pub order: Option<DateOrder>,
    /// The month with which fiscal years begin, where it is known; they bear the name of the year in which they end.
    pub fiscal_start: Option<u8>,
    /// The date before this one in its sentence, from which "a year earlier" counts.
    pub base: Option<Period>,
}

/// What a date expression means.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Meaning {
    /// TIMEX3 value.
    pub timex: Option<String>,
    /// The days, if they are known.
    pub period: Option<Period>,
    /// Whether the document's date was needed.
    pub relative: bool,
    /// Whether no calendar has this day.
    pub impossible: bool,
    /// Whether a range ends before it begins.
    pub reversed: bool,
}

/// What the expression means in this context.
pub fn resolve(written: &Written, context: Context) -> Meaning {
    if let Some(meaning) = point(written, context) {
        return meaning;
    }
    stretch(written, context)
        .or_else(|| other::other(written, context))
        .unwrap_or_else(|| Meaning { relative: true, ..Meaning::default() })
}

impl Meaning {
    fn absolute(point: Option<Point>) -> Self {
        match point.and_then(|p| Some((p, p.period()?))) {
            Some((point, period)) => Self { timex: Some(point.to_string()), period: Some(period), ..Self::default() },
            None => Self { impossible: true, ..Self::default() },
        }
    }

    fn relative(point: Option<Point>) -> Self {
        let period = point.and_then(Point::period);
        Self { timex: point.map(|p| p.to_string()), period, relative: true, ..Self::default() }
    }

    /// Open, with what is known of it: "XXXX-06-25".
    fn open(timex: String) -> Self {
        Self { timex: Some(timex), relative: true, ..Self::default() }
    }

    fn of_period(timex: Option<String>, period: Option<Period>) -> Self {
        let timex = timex.or_else(|| period.map(|p| p.to_string()));
        Self { timex, period, relative: true, ..Self::default() }
    }
}

/// Single days, weeks, months, quarters, years and decades; `None` for what spans or lacks its anchor.
fn point(written: &Written, context: Context) -> Option<Meaning> {
    let anchor = context.anchor;
    Some(match *written {
        Written::Day { year, month, day, weekday } => {
            calendar_day(year, month, day, weekday.map(|w| w.number), context)
        }
        Written::Numeric { first, second, year } => {
            let order = order_of(first, second).or(context.order);
            let (month, day) = match order {
                Some(DateOrder::MonthDay) => (first, second),
                Some(DateOrder::DayMonth) => (second, first),
                None if first == second => (first, second),
                // Neither the numbers nor the document tell: the year is all that is known.
                None => return Some(Meaning { timex: Some(format!("{year:04}-XX-XX")), ..Meaning::default() }),
            };
            calendar_day(WrittenYear::Number(year), month, day, None, context)
        }
        Written::Month(year, month) => {
            let year_of = |year| Point::Month(year, month);
            undated(year, context, year_of, &format!("{month:02}"))
        }
        Written::Quarter(year, number) => {
            undated(year, context, |year| Point::Quarter(year, number), &format!("Q{number}"))
        }
        Written::Half(year, number) => undated(year, context, |year| Point::Half(year, number), &format!("H{number}")),
        Written::Year(year) | Written::YearOfEra(year) => Meaning::absolute(Some(Point::Year(year))),
        Written::Fiscal(year) => match context.fiscal_start.filter(|month| (2..=12).contains(month)) {
            Some(month) => {
                let start = day_of(year.checked_sub(1)?, month, 1)?;
                let period = Period::between(start, TimeUnit::Year.add(start, 1)?);
                Meaning { timex: period.map(|p| p.to_string()), period, ..Meaning::default() }
            }
            // Which days it has is not known; the calendar year tells it from the fiscal years around it.
            None => Meaning::absolute(Some(Point::Year(year))),
        },
        // Without the start of the fiscal year, which months its quarters have is not known.
        Written::FiscalQuarter(Some(year), number) => {
            let month = context.fiscal_start.filter(|month| (1..=12).contains(month))?;
            let year = if month == 1 { year } else { year.checked_sub(1)? };
            let start = TimeUnit::Quarter.add(day_of(year, month, 1)?, i32::from(number) - 1)?;
            let period = Period::between(start, TimeUnit::Quarter.add(start, 1)?);
            Meaning { timex: period.map(|p| p.to_string()), period, ..Meaning::default() }
        }
        Written::Decade(year) => Meaning::absolute(Some(Point::Decade(year))),
        Written::Century(year) => Meaning::absolute(Some(Point::Century(year))),
        Written::IsoWeek(year, week) => Meaning::absolute(monday_of_week(year, week).map(Point::Week)),
        Written::Season(year, season) => self::season(year, season, anchor),
        Written::Weekday(number, None) => match anchor {
            Some(anchor) => Meaning::relative(near_weekday(anchor, number, context.tense).map(Point::Day)),
            None => Meaning::open(format!("XXXX-WXX-{number}")),
        },
        Written::Weekday(number, Some(step)) => Meaning::relative(step_weekday(anchor?, number, step).map(Point::Day)),
        Written::WeekdayOfWeek(number, step) => {
            let monday = TimeUnit::Week.add(monday_of(anchor?)?, step)?;
            Meaning::relative(TimeUnit::Day.add(monday, i32::from(number) - 1).map(Point::Day))
        }
        Written::WeekdayDay(name, day) => match anchor {
            Some(anchor) => Meaning::relative(weekday_and_day(anchor, name.number, day, context.tense).map(Point::Day)),
            None => Meaning::open(format!("XXXX-XX-{day:02}")),
        },
        Written::DayAlone(day) => match anchor {
            Some(anchor) => Meaning::relative(day_alone(anchor, day, context.tense).map(Point::Day)),
            None => Meaning::open(format!("XXXX-XX-{day:02}")),
        },
        Written::DayOfMonth(day, step) => {
            let month = TimeUnit::Month.add(anchor?, step)?;
            Meaning::relative(day_of(month.year(), month.month().unsigned_abs(), day).map(Point::Day))
        }
        Written::TheWeekend => {
            let monday = monday_of(anchor?)?;
            let over = weekday(anchor?) < 6 && context.tense == Tense::Back;
            Meaning::relative(TimeUnit::Week.add(monday, if over { -1 } else { 0 }).map(Point::Weekend))
        }
        Written::Today(step) => Meaning::relative(TimeUnit::Day.add(anchor?, step).map(Point::Day)),
        Written::Unit(unit, step) => Meaning::relative(Point::around(unit.add(first_of(anchor?, unit)?, step)?, unit)),
        Written::Weekend(step) => Meaning::relative(TimeUnit::Week.add(monday_of(anchor?)?, step).map(Point::Weekend)),
        Written::Ago(Amount::Exact(count), unit) => {
            Meaning::relative(Point::around(unit.add(anchor?, -count)?, grain_of(unit)))
        }
        Written::Ahead(Amount::Exact(count), unit) => {
            let grain = if unit >= TimeUnit::Decade { TimeUnit::Year } else { TimeUnit::Day };
            Meaning::relative(Point::around(unit.add(anchor?, count)?, grain))
        }
        Written::Shifted(count, unit, ref base) => {
            let base = resolve(base, context);
            let day = unit.add(base.period?.start?, count)?;
            Meaning { relative: base.relative, ..Meaning::absolute(Some(Point::Day(day))) }
        }
        Written::NthWeekday(nth, number, ref of) => {
            let of = resolve(of, context);
            Meaning { relative: of.relative, ..Meaning::absolute(nth_weekday(of.period?, nth, number).map(Point::Day)) }
        }
        Written::Time(hour, minute) => Meaning { timex: Some(format!("T{hour:02}:{minute:02}")), ..Meaning::default() },
        _ => return None,
    })
}

/// The order that the numbers themselves show: one above twelve is no month.
pub(super) fn order_of(first: u8, second: u8) -> Option<DateOrder> {
    match (first > 12, second > 12) {
        (true, false) => Some(DateOrder::DayMonth),
        (false, true) => Some(DateOrder::MonthDay),
        _ => None,
    }
}

/// A day and a month; the year as written, or the nearest that fits. A weekday beside it decides between two years.
fn calendar_day(year: WrittenYear, month: u8, day: u8, name: Option<u8>, context: Context) -> Meaning {
    if !is_some_years_day(month, day) {
        return Meaning { impossible: true, ..Meaning::default() };
    }
    let open = || Meaning::open(format!("XXXX-{month:02}-{day:02}"));
    match (year, context.anchor) {
        (WrittenYear::Number(year), _) => Meaning::absolute(day_of(year, month, day).map(Point::Day)),
        (_, None) => open(),
        (WrittenYear::Step(step), Some(anchor)) => {
            let year = i32::from(anchor.year()).saturating_add(step);
            let point = i16::try_from(year).ok().and_then(|year| day_of(year, month, day)).map(Point::Day);
            Meaning { relative: true, ..Meaning::absolute(point) }
        }
        (_, Some(anchor)) => {
            let back = (0..=8).find_map(|n| day_of(anchor.year() - n, month, day).filter(|d| *d <= anchor));
            let ahead = (0..=8).find_map(|n| day_of(anchor.year() + n, month, day).filter(|d| *d >= anchor));
            let (likely, other) = if context.tense == Tense::Ahead { (ahead, back) } else { (back, ahead) };
            let day = match name {
                None => likely,
                // A weekday stands with days close by, and one that is off by one fits the year before or after: so a
                // day within a month is meant even where its weekday is wrong, and only farther ones are looked for.
                Some(name) => {
                    let near = nearest(anchor, back, ahead);
                    let agrees = |d: &Date| weekday(*d) == name;
                    near.filter(|d| is_close(anchor, *d)).or(likely.filter(agrees)).or(other.filter(agrees)).or(near)
                }
            };
            day.map_or_else(open, |day| Meaning::relative(Some(Point::Day(day))))
        }
    }
}

/// Whether a day is at most 31 days from the anchor, on either side.
fn is_close(anchor: Date, day: Date) -> bool {
    TimeUnit::Day.add(anchor, 31) >= Some(day) && TimeUnit::Day.add(anchor, -31) <= Some(day)
}

/// The nearer of two days; the past one of equals.
fn nearest(anchor: Date, back: Option<Date>, ahead: Option<Date>) -> Option<Date> {
    let far = |day: Date| anchor.duration_until(day).abs();
    match (back, ahead) {
        (Some(back), Some(ahead)) => Some(if far(ahead) < far(back) { ahead } else { back }),
        (back, ahead) => back.or(ahead),
    }
}

/// A month, quarter or half: in the year as written, else the latest that has begun, or the next where the clause looks
/// ahead.
fn undated(year: WrittenYear, context: Context, at: impl Fn(i16) -> Point, open: &str) -> Meaning {
    let Some(anchor) = context.anchor else {
        return match year {
            WrittenYear::Number(year) => Meaning::absolute(Some(at(year))),
            _ => Meaning::open(format!("XXXX-{open}")),
        };
    };
    let this = anchor.year();
    let period = |year: i16| at(year).period();
    let begun = |year: &i16| period(*year).and_then(|p| p.start).is_some_and(|start| start <= anchor);
    let over = |year: &i16| period(*year).and_then(|p| p.end).is_some_and(|end| end <= anchor);
    let found = match year {
        WrittenYear::Number(year) => return Meaning::absolute(Some(at(year))),
        WrittenYear::Step(step) => i16::try_from(i32::from(this).saturating_add(step)).ok(),
        WrittenYear::Missing if context.tense == Tense::Ahead => [this, this + 1].into_iter().find(|year| !over(year)),
        WrittenYear::Missing => [this, this - 1].into_iter().find(begun),
        WrittenYear::Last => [this, this - 1].into_iter().find(over),
        WrittenYear::Next => [this, this + 1].into_iter().find(|year| !begun(year)),
    };
    Meaning::relative(found.map(at))
}

/// Seasons carry a name and no days: they begin on different days for meteorologists, schools and half of the world.
fn season(year: WrittenYear, season: u8, anchor: Option<Date>) -> Meaning {
    let name = match season {
        1 => "SP",
        2 => "SU",
        3 => "FA",
        _ => "WI",
    };
    match (year, anchor) {
        (WrittenYear::Number(year), _) => Meaning { timex: Some(format!("{year:04}-{name}")), ..Meaning::default() },
        (WrittenYear::Step(step), Some(anchor)) => {
            let month = anchor.month();
            // A winter bears the year in which it begins: "this winter" in February is the year before's, and "next
            // winter" in June begins in the same year.
            let step = match (season, step) {
                (4, _) if month < 3 => step - 1,
                (4, 1) if month < 12 => 0,
                _ => step,
            };
            Meaning::open(format!("{:04}-{name}", i32::from(anchor.year()).saturating_add(step)))
        }
        _ => Meaning::open(format!("XXXX-{name}")),
    }
}

/// How exactly "three years ago" points: a year at the month, a week at the week.
fn grain_of(unit: TimeUnit) -> TimeUnit {
    match unit {
        TimeUnit::Week | TimeUnit::Fortnight => TimeUnit::Week,
        TimeUnit::Month | TimeUnit::Quarter | TimeUnit::Year => TimeUnit::Month,
        TimeUnit::Decade | TimeUnit::Century => TimeUnit::Year,
        smaller => smaller,
    }
}

/// The first day of the unit that holds the day, so that steps do not slip over short months.
fn first_of(day: Date, unit: TimeUnit) -> Option<Date> {
    Point::around(day, unit).map_or(Some(day), Point::first_day)
}

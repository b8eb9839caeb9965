//! What a number stands for: two intervals, by the one table of widths. Outside the hard interval a text is wrong,
//! outside the soft one an editor should look.
//!
//! Sources: Williams & Power 2013 and Krifka 2007 (round numbers are read loosely), Jansen & Pollmann 2001 (the round
//! steps are 1, 2, 2.5 and 5), Cummins, Sauerland & Solt 2012 ("more than n" up to the next round step), Sadock 1977
//! ("almost"); headline writers' own rounding: median 0.4 %, 90th percentile 5.3 %.

use rust_decimal::Decimal;

pub use super::widths::Widths;

use super::interval::{Bound, Interval};
use super::multiple::multiple;
use crate::span::Span;

use super::{Form, Hedge, Number, Quantity, Unit, Vague, VagueRow};

/// The two intervals of a figure.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Meaning {
    /// Outside: an editor should look.
    pub soft: Interval,
    /// Outside: the text is wrong. `None` where no value is certainly wrong.
    pub hard: Option<Interval>,
}

impl Quantity {
    /// A whole figure without a text around it, as reference sets state them.
    pub fn of_value(value: Decimal, hedge: Hedge, unit: Unit) -> Self {
        let form = if value.is_integer() { Form::Whole } else { Form::Decimals };
        let place = Decimal::new(1, value.normalize().scale());
        Self {
            span: Span::default(),
            number_span: Span::default(),
            tokens: (0, 0),
            number: Number::Value { value, place, form },
            hedge,
            unit,
            noun: None,
            change: None,
            total: false,
            additional: false,
        }
    }

    /// Both intervals of the figure.
    ///
    /// `None` where the arithmetic goes over 28 digits.
    pub fn meaning(&self, widths: &Widths) -> Option<Meaning> {
        let same = |interval| Some(Meaning { soft: interval, hard: Some(interval) });
        match self.number {
            Number::Range { low, high, .. } => same(Interval::closed(low.min(high), low.max(high))),
            Number::Vague(vague) => Some(vague_meaning(vague)),
            Number::Multiple { factor } => multiple(factor, self.hedge, widths),
            Number::Share { value } => match self.hedge {
                Hedge::None | Hedge::Exactly => Some(Meaning {
                    soft: Interval::around(value, value.checked_mul(widths.fraction_soft)?)?,
                    hard: Some(Interval::around(value, value.checked_mul(widths.fraction_hard)?)?),
                }),
                _ => hedged(value, Decimal::new(1, 2), self, widths),
            },
            Number::Value { value, place, .. } => hedged(value, place, self, widths),
        }
    }

    /// The interval that machine formats print as `low` and `high`; `None` for bare figures.
    pub fn printed(&self, widths: &Widths) -> Option<Interval> {
        match (self.number, self.hedge) {
            (Number::Vague(vague), _) => Some(vague_soft(vague)),
            (Number::Range { low, high, .. }, _) => Some(Interval::closed(low, high)),
            (_, Hedge::None | Hedge::Exactly) => None,
            (
                Number::Value { value, .. } | Number::Share { value } | Number::Multiple { factor: value },
                Hedge::MoreThan | Hedge::JustOver,
            ) => Some(Interval { low: Bound::Open(value), high: Bound::Infinite }),
            (
                Number::Value { value, .. } | Number::Share { value } | Number::Multiple { factor: value },
                Hedge::UpTo | Hedge::AtMost,
            ) => Some(Interval { low: Bound::Infinite, high: Bound::Closed(value) }),
            (
                Number::Value { value, .. } | Number::Share { value } | Number::Multiple { factor: value },
                Hedge::LessThan,
            ) => Some(Interval { low: Bound::Infinite, high: Bound::Open(value) }),
            _ => self.meaning(widths).map(|meaning| meaning.soft),
        }
    }
}

/// The rows of the table for one written value.
fn hedged(value: Decimal, place: Decimal, quantity: &Quantity, widths: &Widths) -> Option<Meaning> {
    let soft_hard = |soft, hard| Some(Meaning { soft, hard: Some(hard) });
    // "Nearly -5" lies on the side of nought.
    let between = |share: Decimal| {
        let near = Bound::Closed(share.checked_mul(value)?);
        let end = Bound::Open(value);
        Some(if value.is_sign_negative() {
            Interval { low: end, high: near }
        } else {
            Interval { low: near, high: end }
        })
    };
    let from_to = |top: Decimal| {
        let (near, end) = (Bound::Open(value), Bound::Closed(top));
        if top < value { Interval { low: end, high: near } } else { Interval { low: near, high: end } }
    };
    let floor = if value.is_sign_negative() { Bound::Infinite } else { Bound::Closed(Decimal::ZERO) };
    let up_to = |high| Interval { low: floor, high };
    match quantity.hedge {
        Hedge::None | Hedge::Between | Hedge::Vague => bare(value, place, quantity, widths),
        Hedge::Exactly => soft_hard(Interval::point(value), Interval::point(value)),
        Hedge::About => about(value, place, quantity, widths),
        Hedge::Nearly => soft_hard(between(widths.nearly_soft)?, between(widths.nearly_hard)?),
        Hedge::JustUnder => soft_hard(between(widths.just_under_soft)?, between(widths.nearly_hard)?),
        Hedge::MostOf => soft_hard(between(widths.most_soft)?, between(widths.most_hard)?),
        Hedge::MoreThan => {
            let open = Interval { low: Bound::Open(value), high: Bound::Infinite };
            soft_hard(from_to(value.checked_add(next_step(value, quantity))?), open)
        }
        Hedge::JustOver => soft_hard(
            from_to(value.checked_mul(widths.just_over_soft)?),
            from_to(value.checked_mul(widths.just_over_hard)?),
        ),
        Hedge::AtLeast => soft_hard(Interval::at_least(value), Interval::at_least(value)),
        Hedge::AtMost => soft_hard(up_to(Bound::Closed(value)), up_to(Bound::Closed(value))),
        Hedge::LessThan => soft_hard(up_to(Bound::Open(value)), up_to(Bound::Open(value))),
        Hedge::UpTo => Some(Meaning { soft: up_to(Bound::Closed(value)), hard: None }),
    }
}

/// Half-widths of a figure without a hedge: soft and hard.
fn bare_widths(value: Decimal, place: Decimal, quantity: &Quantity, widths: &Widths) -> Option<(Decimal, Decimal)> {
    let size = value.abs();
    let half = Decimal::new(5, 1);
    if let Unit::Duration(_) = quantity.unit
        && place == Decimal::ONE
    {
        return Some((half, Decimal::ONE));
    }
    let form = match quantity.number {
        Number::Value { form, .. } => form,
        _ => Form::Decimals,
    };
    let precise = form != Form::Whole || matches!(quantity.unit, Unit::Percent | Unit::PercentagePoint);
    if precise {
        let soft = place.checked_mul(half)?;
        return Some((soft, place.min(soft.max(size.checked_mul(widths.precise_hard)?))));
    }
    let round = last_place(value);
    if size < Decimal::ONE_HUNDRED || round == Decimal::ONE {
        return Some((Decimal::ZERO, Decimal::ZERO));
    }
    let step = round.checked_mul(half)?;
    Some((step.min(size.checked_mul(widths.round_soft)?), step.min(size.checked_mul(widths.round_hard)?)))
}

fn bare(value: Decimal, place: Decimal, quantity: &Quantity, widths: &Widths) -> Option<Meaning> {
    let (soft, hard) = bare_widths(value, place, quantity, widths)?;
    Some(Meaning { soft: Interval::around(value, soft)?, hard: Some(Interval::around(value, hard)?) })
}

fn about(value: Decimal, place: Decimal, quantity: &Quantity, widths: &Widths) -> Option<Meaning> {
    let size = value.abs();
    let round = last_place(value);
    let share = |part: Decimal| size.checked_mul(part);
    let (bare_soft, bare_hard) = bare_widths(value, place, quantity, widths)?;
    let soft =
        round.checked_div(Decimal::TWO)?.min(share(widths.about_soft_most)?).max(share(widths.about_soft_least)?);
    let mut hard = round.min(share(widths.about_hard_most)?).max(share(widths.about_hard_least)?);
    let count = quantity.unit.counts_things();
    if count && size < Decimal::from(20) {
        // "about 12" can be 9: nobody counts small crowds.
        hard = hard.max(Decimal::from(3));
    }
    Some(Meaning {
        soft: Interval::around(value, soft.max(bare_soft))?,
        hard: Some(Interval::around(value, hard.max(bare_hard))?),
    })
}

/// The largest of 1, 2, 2.5 and 5 times a power of ten that divides the figure: how far "more than" reaches.
fn next_step(value: Decimal, quantity: &Quantity) -> Decimal {
    match (quantity.unit, quantity.number) {
        (_, Number::Share { .. }) => return Decimal::new(1, 1),
        (Unit::Percent, _) => return Decimal::TEN,
        _ => {}
    }
    let ten = last_place(value);
    let divides = |step: &Decimal| value.checked_rem(*step).is_some_and(|rest| rest.is_zero());
    [Decimal::new(5, 0), Decimal::new(25, 1), Decimal::TWO]
        .into_iter()
        .filter_map(|factor| ten.checked_mul(factor))
        .find(divides)
        .unwrap_or(ten)
}

/// The place of the last non-zero digit: 10 for 120, 0.1 for 8.70; 1 for nought.
pub fn last_place(value: Decimal) -> Decimal {
    let value = value.normalize();
    let mut place = Decimal::new(1, value.scale());
    if value.is_zero() || value.scale() > 0 {
        return place;
    }
    let mut mantissa = value.mantissa();
    while mantissa % 10 == 0 {
        mantissa /= 10;
        place = place.checked_mul(Decimal::TEN).unwrap_or(place);
    }
    place
}

fn vague_soft(vague: Vague) -> Interval {
    let high = vague.high.map_or(Bound::Infinite, |high| Bound::Closed(Decimal::from(high)));
    Interval { low: Bound::Closed(Decimal::from(vague.low)), high }
}

/// Vague counts are never an error; those above a dozen warn only far outside.
fn vague_meaning(vague: Vague) -> Meaning {
    let whole = |low: i64, high: i64| Interval::closed(Decimal::from(low), Decimal::from(high));
    let hard = match vague.row {
        VagueRow::Couple => whole(2, 3),
        VagueRow::Few => whole(2, 7),
        VagueRow::Several => whole(3, 12),
        VagueRow::Many | VagueRow::Thousands => {
            let factor = if vague.row == VagueRow::Many { 2 } else { 10 };
            let high =
                vague.high.map_or(Bound::Infinite, |high| Bound::Closed(Decimal::from(high.saturating_mul(factor))));
            let wide = Interval {
                low: Bound::Closed(Decimal::from(vague.low).checked_div(Decimal::TWO).unwrap_or_default()),
                high,
            };
            return Meaning { soft: wide, hard: None };
        }
    };
    Meaning { soft: vague_soft(vague), hard: Some(hard) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::period::TimeUnit;
    use crate::quantity::testing::quantity;

    /// soft | hard of a figure.
    fn both(text: &str, hedge: Hedge, unit: Unit) -> String {
        let mut figure = quantity(text);
        figure.hedge = hedge;
        figure.unit = unit;
        let meaning = figure.meaning(&Widths::default()).expect("small numbers");
        format!("{} | {}", meaning.soft, meaning.hard.map_or("none".to_owned(), |hard| hard.to_string()))
    }

    #[test]
    fn bare_figures() {
        let n = |text| both(text, Hedge::None, Unit::Person);
        insta::assert_snapshot!(n("90"), @"[90, 90] | [90, 90]");
        insta::assert_snapshot!(n("1,663"), @"[1663, 1663] | [1663, 1663]");
        insta::assert_snapshot!(n("1,660"), @"[1655, 1665) | [1655, 1665)");
        insta::assert_snapshot!(n("2,500"), @"[2450, 2550) | [2450, 2550)");
        insta::assert_snapshot!(n("100"), @"[95, 105) | [90, 110)");
        insta::assert_snapshot!(n("1.2 million"), @"[1150000, 1250000) | [1140000, 1260000)");
        insta::assert_snapshot!(n("$3 million"), @"[2500000, 3500000) | [2500000, 3500000)");
        insta::assert_snapshot!(n("8.75"), @"[8.745, 8.755) | [8.74, 8.76)");
        insta::assert_snapshot!(both("60%", Hedge::None, Unit::Percent), @"[59.5, 60.5) | [59, 61)");
        insta::assert_snapshot!(both("500", Hedge::Exactly, Unit::Person), @"[500, 500] | [500, 500]");
    }

    #[test]
    fn hedged_figures() {
        let n = |text, hedge| both(text, hedge, Unit::Person);
        insta::assert_snapshot!(n("1,000", Hedge::About), @"[900, 1100) | [750, 1250)");
        insta::assert_snapshot!(n("12", Hedge::About), @"[11.4, 12.6) | [9, 15)");
        insta::assert_snapshot!(n("580,000", Hedge::Nearly), @"[522000, 580000) | [464000, 580000)");
        insta::assert_snapshot!(n("600", Hedge::JustUnder), @"[570, 600) | [480, 600)");
        insta::assert_snapshot!(n("1,000", Hedge::MoreThan), @"(1000, 2000] | (1000, ∞)");
        insta::assert_snapshot!(n("2,500", Hedge::MoreThan), @"(2500, 3000] | (2500, ∞)");
        insta::assert_snapshot!(n("1,379", Hedge::MoreThan), @"(1379, 1380] | (1379, ∞)");
        insta::assert_snapshot!(n("1,000", Hedge::JustOver), @"(1000, 1050] | (1000, 1150]");
        insta::assert_snapshot!(both("80%", Hedge::MoreThan, Unit::Percent), @"(80, 90] | (80, ∞)");
        insta::assert_snapshot!(n("2,500", Hedge::AtLeast), @"[2500, ∞) | [2500, ∞)");
        insta::assert_snapshot!(n("1,000", Hedge::UpTo), @"[0, 1000] | none");
        insta::assert_snapshot!(n("40", Hedge::AtMost), @"[0, 40] | [0, 40]");
        insta::assert_snapshot!(n("40", Hedge::LessThan), @"[0, 40) | [0, 40)");
        insta::assert_snapshot!(n("12", Hedge::MostOf), @"[6, 12) | [4.8, 12)");
    }

    #[test]
    fn ranges_vague_words_fractions_factors_and_durations() {
        let n = |text| {
            let figure = quantity(text);
            both(text, figure.hedge, figure.unit)
        };
        insta::assert_snapshot!(n("30-50%"), @"[30, 50] | [30, 50]");
        insta::assert_snapshot!(n("a couple of days"), @"[2, 2] | [2, 3]");
        insta::assert_snapshot!(n("a few people"), @"[3, 5] | [2, 7]");
        insta::assert_snapshot!(n("several people"), @"[3, 9] | [3, 12]");
        insta::assert_snapshot!(n("dozens of planes"), @"[12, 198] | none");
        insta::assert_snapshot!(n("hundreds of planes"), @"[100, 1998] | none");
        insta::assert_snapshot!(n("thousands of families"), @"[1000, 99990] | none");
        insta::assert_snapshot!(n("tens of thousands of people"), @"[10000, 999990] | none");
        insta::assert_snapshot!(n("half"), @"[0.45, 0.55) | [0.4, 0.6)");
        insta::assert_snapshot!(n("doubling"), @"[1.9, 2.1] | [1.75, 2.5]");
        insta::assert_snapshot!(n("more than doubled"), @"(2, 3] | (2, ∞)");
        insta::assert_snapshot!(n("nearly doubled"), @"[1.8, 2) | [1.6, 2)");
        insta::assert_snapshot!(n("about doubled"), @"[1.9, 2.1] | [1.75, 2.5]");
        insta::assert_snapshot!(n("at least tripled"), @"[3, 4.5] | [3, ∞)");
        insta::assert_snapshot!(n("tripled"), @"[2.7, 3.3] | [2.5, 3.5]");
        insta::assert_snapshot!(n("halved"), @"[0.45, 0.55] | [0.4, 0.6]");
        insta::assert_snapshot!(both("three", Hedge::None, Unit::Duration(TimeUnit::Year)), @"[2.5, 3.5) | [2, 4)");
        insta::assert_snapshot!(n("several hundred people"), @"[150, 1800] | none");
    }

    #[test]
    fn last_places() {
        let place = |text: &str| last_place(text.parse().expect("a decimal")).to_string();
        assert_eq!(place("120"), "10");
        assert_eq!(place("8.70"), "0.1");
        assert_eq!(place("0"), "1");
        assert_eq!(place("1200000"), "100000");
    }
}

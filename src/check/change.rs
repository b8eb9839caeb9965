//! Changes: a stated change, or the direction alone, against the two levels that the same sentence states.

use rust_decimal::Decimal;
use serde::Deserialize;

use super::sentence::SentenceView;
use super::step::{Step, steps};
use super::working::{number, slip};
use super::{Check, ParameterFault, Parameters, Scene};
use crate::quantity::interval::Bound;
use crate::quantity::{Change, Form, Interval, Meaning, Number, Quantity, Unit, Widths};
use crate::verdict::{Confidence, Failure, Label, Mismatch, Outcome, Reason, Verdict};

/// The check `change`; it has no parameters.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ChangeCheck {}

/// Builds the check from its rule's parameters.
pub(super) fn build(parameters: &Parameters<'_>) -> Result<Box<dyn Check>, ParameterFault> {
    Ok(Box::new(parameters.read::<ChangeCheck>()?))
}

impl Check for ChangeCheck {
    fn check(&self, scene: &Scene<'_>, out: &mut Vec<Verdict>) {
        for view in SentenceView::all(scene.reading) {
            if view.claims.len() < 2 {
                continue;
            }
            for step in steps(&view) {
                let primary = step.change.as_ref().map_or(step.result, |(claim, _)| claim);
                if let Some(outcome) = judge(scene.widths, &view, &step) {
                    out.push(Verdict { primary: view.place(primary.quantity.span), outcome });
                }
            }
        }
    }
}

/// What the two levels make, in the unit in which the change is stated.
#[derive(Debug)]
pub(super) struct Made {
    /// Both intervals.
    pub meaning: Meaning,
    /// From the numbers as written.
    pub nominal: Decimal,
}

fn judge(widths: &Widths, view: &SentenceView<'_>, step: &Step<'_>) -> Option<Outcome> {
    let unchecked = Some(Outcome::NotChecked(Reason::NoBase));
    if !step.one_unit(view) {
        return step.change.is_some().then_some(Outcome::NotChecked(Reason::NoBase));
    }
    let Some((base, result)) = levels(step) else { return unchecked };
    let Some((claim, stated)) = &step.change else { return direction_only(widths, view, step, &base, &result) };
    let says = step.says?;
    let relative = matches!(stated.unit, Unit::Percent) || matches!(stated.number, Number::Share { .. });
    let points = relative && base.unit == Unit::Percent && is_points(stated, &base, &result);
    if points || !relative && !absolute_unit(stated, &base) {
        return None;
    }
    let Some(made) = (if relative { growth(widths, &base, &result) } else { difference(widths, &base, &result) })
    else {
        return Some(Outcome::NotChecked(Reason::TooLarge));
    };
    let stated_meaning = signed(percent(stated, widths)?, says.change)?;
    let words = Words { view, step, base: &base, result: &result, relative };
    let calculation = words.calculation(&made);
    let Some(mismatch) = apart(&stated_meaning, &made.meaning) else {
        let message = format!("“{}” agrees with the two levels", view.text(claim.quantity.span));
        return Some(Outcome::Passed { calculation, message, labels: words.labels() });
    };
    // "rose 5% to 7% from ..." may be a range after all.
    let guessed = relative && matches!(claim.quantity.number, Number::Range { .. });
    if guessed || quoted_inversely(view, step) || other_terms(view, step) {
        return unchecked;
    }
    let nominal = nominal(stated)?;
    let reversed = (made.nominal > Decimal::ZERO) != (says.change == Change::Increase);
    let shown = if relative { at_precision(made.nominal.abs(), stated) } else { number(made.nominal.abs()) };
    let unit = if relative { "%" } else { "" };
    let noun = if made.nominal > Decimal::ZERO { "a rise" } else { "a fall" };
    Some(Outcome::Failed(Box::new(Failure {
        mismatch,
        confidence: Confidence::High,
        message: format!("{} is {noun} of {shown}{unit}, not “{}”", words.way(), said_text(view, step)),
        help: Some("check the change and both levels".to_owned()),
        primary_label: "stated change".to_owned(),
        labels: words.labels(),
        calculation: Some(format!("{calculation}, stated {}{}{unit}", sign(says.change), number(nominal))),
        cause: cause(nominal, &made, &base, &result, relative, reversed),
        fix: None,
    })))
}

/// The right figure with as many decimals as the stated one, or one more where that would leave no difference.
fn at_precision(right: Decimal, stated: &Quantity) -> String {
    let (value, scale) = match stated.number {
        Number::Value { value, place, .. } => (value, place.normalize().scale()),
        _ => (Decimal::ZERO, 0),
    };
    let same = right.round_dp(scale) == value;
    let scale = scale + u32::from(same || right < Decimal::ONE);
    format!("{:.*}", scale as usize, right.round_dp(scale))
}

/// The words of direction and the figure: "rose 20%".
pub(super) fn said_text(view: &SentenceView<'_>, step: &Step<'_>) -> String {
    let claim = step.change.as_ref().map_or(step.result, |(claim, _)| claim);
    let start = step.says.map_or(usize::MAX, |said| said.at);
    let text = view.text_from(start, claim);
    // "up 12 to 90" is a change and a level.
    let range = matches!(claim.quantity.number, Number::Range { .. });
    let text = text.split(" to ").next().filter(|_| range).unwrap_or(text);
    // A line may end in the middle of it.
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// "rose from 50 to 40": the word against the two levels.
fn direction_only(
    widths: &Widths,
    view: &SentenceView<'_>,
    step: &Step<'_>,
    base: &Quantity,
    result: &Quantity,
) -> Option<Outcome> {
    let says = step.says?;
    let made = difference(widths, base, result)?;
    let zero = Interval::point(Decimal::ZERO);
    let against = |interval: Interval| match says.change {
        Change::Increase => interval.high.value().is_some_and(|high| high < Decimal::ZERO),
        Change::Decrease => interval.low.value().is_some_and(|low| low > Decimal::ZERO),
    };
    let words = Words { view, step, base, result, relative: false };
    let calculation = words.calculation(&made);
    let mismatch = match made.meaning.hard {
        Some(hard) if against(hard) => Mismatch::Hard,
        _ if against(made.meaning.soft) => Mismatch::Soft,
        _ => {
            let agrees = !made.meaning.soft.disjoint(&zero)
                || made.nominal.is_sign_positive() == (says.change == Change::Increase);
            let message = format!("“{}” agrees with the two levels", view.word(says.at));
            return agrees.then(|| Outcome::Passed { calculation, message, labels: words.labels() });
        }
    };
    if quoted_inversely(view, step) || other_terms(view, step) {
        return Some(Outcome::NotChecked(Reason::NoBase));
    }
    let noun = if made.nominal > Decimal::ZERO { "a rise" } else { "a fall" };
    Some(Outcome::Failed(Box::new(Failure {
        mismatch,
        confidence: Confidence::High,
        message: format!("{} is {noun}, but the text says “{}”", words.way(), view.word(says.at)),
        help: Some("check the word and the order of the two levels".to_owned()),
        primary_label: "level afterwards".to_owned(),
        labels: words.labels(),
        calculation: Some(calculation),
        cause: Some("the two levels may be exchanged".to_owned()),
        fix: None,
    })))
}

/// What messages say of a step.
struct Words<'a, 'v> {
    view: &'a SentenceView<'v>,
    step: &'a Step<'v>,
    base: &'a Quantity,
    result: &'a Quantity,
    relative: bool,
}

impl Words<'_, '_> {
    /// "50 to 70"
    fn way(&self) -> String {
        let scale = self.scale();
        let shown = |q: &Quantity| number((nominal(q).unwrap_or_default() / scale).normalize());
        let magnitude = [(1_000_000_000_000i64, " trillion"), (1_000_000_000, " billion"), (1_000_000, " million")]
            .into_iter()
            .find(|(factor, _)| scale == Decimal::from(*factor))
            .map_or("", |(_, name)| name);
        let percent = if self.base.unit == Unit::Percent { "%" } else { "" };
        format!("{}{percent} to {}{percent}{magnitude}", shown(self.base), shown(self.result))
    }

    fn calculation(&self, made: &Made) -> String {
        let scale = self.scale();
        let shown = |q: &Quantity| number((nominal(q).unwrap_or_default() / scale).normalize());
        let (a, b) = (shown(self.base), shown(self.result));
        let sign = if made.nominal.is_sign_negative() { "-" } else { "+" };
        if self.relative {
            let places = if made.nominal.abs() < Decimal::TEN { 2 } else { 1 };
            format!("({b} - {a}) / {a} = {sign}{}%", number(made.nominal.abs().round_dp(places)))
        } else {
            format!("{b} - {a} = {sign}{}", number((made.nominal.abs() / scale).normalize()))
        }
    }

    /// The magnitude that both levels share.
    fn scale(&self) -> Decimal {
        let smallest = nominal(self.base).unwrap_or_default().min(nominal(self.result).unwrap_or_default());
        let scaled = |q: &Quantity| matches!(q.number, Number::Value { form: Form::Magnitude, .. });
        [1_000_000_000_000i64, 1_000_000_000, 1_000_000]
            .into_iter()
            .map(Decimal::from)
            .find(|scale| smallest >= *scale && scaled(self.base) && scaled(self.result))
            .unwrap_or(Decimal::ONE)
    }

    fn labels(&self) -> Vec<Label> {
        let label = |span, message: &str| Label { place: self.view.place(span), message: message.to_owned() };
        let mut labels = vec![label(self.step.base.quantity.span, "level before")];
        if self.step.change.as_ref().is_some_and(|(claim, _)| claim.quantity.span != self.step.result.quantity.span) {
            labels.push(label(self.step.result.quantity.span, "level afterwards"));
        }
        labels.sort_by_key(|l| l.place.span.start);
        labels
    }
}

/// Both levels, with the magnitude and unit that the text writes only once: "to 20.5 from 18.2 mln".
fn levels(step: &Step<'_>) -> Option<(Quantity, Quantity)> {
    let (mut base, mut result) = (step.base.quantity.clone(), step.result_quantity.clone());
    for (own, other) in [(&mut base, &step.result_quantity), (&mut result, &step.base.quantity)] {
        if own.unit == Unit::None {
            own.unit = other.unit;
        }
        lend_magnitude(own, other)?;
    }
    Some((base, result))
}

/// Gives a bare number that is less than a thousandth of the other the other's magnitude.
fn lend_magnitude(own: &mut Quantity, other: &Quantity) -> Option<()> {
    let (Number::Value { value, place, form }, Number::Value { value: theirs, form: their_form, .. }) =
        (own.number, other.number)
    else {
        return Some(());
    };
    let far = value.checked_mul(Decimal::ONE_THOUSAND)? < theirs;
    if form == Form::Magnitude || their_form != Form::Magnitude || !far {
        return Some(());
    }
    let scale = [1_000_000_000_000i64, 1_000_000_000, 1_000_000, 1_000]
        .into_iter()
        .map(Decimal::from)
        .find(|s| theirs >= *s)?;
    own.number =
        Number::Value { value: value.checked_mul(scale)?, place: place.checked_mul(scale)?, form: Form::Magnitude };
    Some(())
}

/// (b - a) / a in per cent. The base stands twice in it and is one unknown, so it is b / a - 1 at the corners.
pub(super) fn growth(widths: &Widths, base: &Quantity, result: &Quantity) -> Option<Made> {
    let (a, b) = (base.meaning(widths)?, result.meaning(widths)?);
    let percent =
        |b: Interval, a: Interval| b.over(&a)?.minus(&Interval::point(Decimal::ONE))?.times(Decimal::ONE_HUNDRED);
    let ratio = nominal(result)?.checked_div(nominal(base)?)?;
    let meaning = Meaning { soft: percent(b.soft, a.soft)?, hard: percent(b.hard?, a.hard?) };
    Some(Made { meaning, nominal: (ratio - Decimal::ONE).checked_mul(Decimal::ONE_HUNDRED)? })
}

/// b - a.
pub(super) fn difference(widths: &Widths, base: &Quantity, result: &Quantity) -> Option<Made> {
    let (a, b) = (base.meaning(widths)?, result.meaning(widths)?);
    let meaning = Meaning { soft: b.soft.minus(&a.soft)?, hard: b.hard?.minus(&a.hard?) };
    Some(Made { meaning, nominal: nominal(result)?.checked_sub(nominal(base)?)? })
}

/// The number as written; shares as per cent.
pub(super) fn nominal(quantity: &Quantity) -> Option<Decimal> {
    match quantity.number {
        Number::Value { value, .. } => Some(value),
        Number::Share { value } => value.checked_mul(Decimal::ONE_HUNDRED),
        _ => None,
    }
}

/// The stated change, shares as per cent.
fn percent(stated: &Quantity, widths: &Widths) -> Option<Meaning> {
    let meaning = stated.meaning(widths)?;
    if !matches!(stated.number, Number::Share { .. }) {
        return Some(meaning);
    }
    let hundred = |interval: Interval| interval.times(Decimal::ONE_HUNDRED);
    Some(Meaning { soft: hundred(meaning.soft)?, hard: meaning.hard.and_then(hundred) })
}

fn signed(meaning: Meaning, change: Change) -> Option<Meaning> {
    if change == Change::Increase {
        return Some(meaning);
    }
    let zero = Interval::point(Decimal::ZERO);
    Some(Meaning { soft: zero.minus(&meaning.soft)?, hard: meaning.hard.and_then(|hard| zero.minus(&hard)) })
}

/// Like two mentions of one quantity, but ends that touch are one: 12.5% may be written as 12 or 13.
fn apart(stated: &Meaning, made: &Meaning) -> Option<Mismatch> {
    let closed = |interval: Interval| Interval { low: close(interval.low), high: close(interval.high) };
    let disjoint = |a: Interval, b: Interval| closed(a).disjoint(&closed(b));
    match (stated.hard, made.hard) {
        (Some(a), Some(b)) if disjoint(a, b) => Some(Mismatch::Hard),
        _ => disjoint(stated.soft, made.soft).then_some(Mismatch::Soft),
    }
}

fn close(bound: Bound) -> Bound {
    bound.value().map_or(Bound::Infinite, Bound::Closed)
}

/// "rose 2% from 4% to 6%": the figure is the difference of the levels; `percent-point-mixup` speaks of it.
pub(super) fn is_points(stated: &Quantity, base: &Quantity, result: &Quantity) -> bool {
    let difference = nominal(result).zip(nominal(base)).map(|(b, a)| (b - a).abs());
    difference.is_some() && difference == nominal(stated)
}

/// Whether a change that is no percentage can be the difference of the levels.
fn absolute_unit(stated: &Quantity, base: &Quantity) -> bool {
    match (stated.unit, base.unit) {
        (Unit::PercentagePoint, base) => base == Unit::Percent,
        (Unit::Percent | Unit::Ratio | Unit::Duration(_), _) => false,
        (Unit::None, _) | (Unit::Person, Unit::None) => true,
        (x, y) => x == y && x != Unit::Thing,
    }
}

/// Currencies and bonds are quoted as what they cost or as what they buy: "the yen rose to 153.50 from 154.67".
fn quoted_inversely(view: &SentenceView<'_>, step: &Step<'_>) -> bool {
    let end = view.first_token(step.base).max(view.first_token(step.result)) + 4;
    (end.saturating_sub(40)..end).any(|i| {
        matches!(
            view.word(i).to_ascii_lowercase().as_str(),
            "dollar"
                | "yen"
                | "mark"
                | "sterling"
                | "pound"
                | "franc"
                | "euro"
                | "peso"
                | "ruble"
                | "rouble"
                | "yuan"
                | "rupee"
                | "lira"
                | "rand"
                | "currency"
                | "bond"
                | "bonds"
                | "yield"
                | "yields"
        ) && !view.in_a_figure(i)
            || view.word(i) == "exchange" && view.word(i + 1).starts_with("rate")
    })
}

/// The change is told in other terms than the levels: real growth, an annual rate, another currency.
fn other_terms(view: &SentenceView<'_>, step: &Step<'_>) -> bool {
    let end = view.first_token(step.base).max(view.first_token(step.result)) + 8;
    (end.saturating_sub(48)..end).any(|i| {
        matches!(
            view.word(i),
            "real"
                | "inflation"
                | "annualized"
                | "annualised"
                | "annual"
                | "constant"
                | "underlying"
                | "currency"
                | "terms"
                | "organic"
                | "excluding"
        )
    })
}

fn sign(change: Change) -> char {
    if change == Change::Increase { '+' } else { '-' }
}

/// "25.269" beside "26,414": a point for a comma.
fn comma(level: &Quantity) -> Option<String> {
    let Number::Value { value, place, form: Form::Decimals } = level.number else { return None };
    let thousand = value.checked_mul(Decimal::ONE_THOUSAND)?;
    (place == Decimal::new(1, 3)).then(|| format!("{value} may be {}, a point for a comma", number(thousand)))
}

/// The likely reason.
fn cause(
    stated: Decimal,
    made: &Made,
    base: &Quantity,
    result: &Quantity,
    relative: bool,
    reversed: bool,
) -> Option<String> {
    let right = made.nominal.abs();
    if let Some(comma) = comma(base).or_else(|| comma(result)).filter(|_| right > Decimal::from(90)) {
        return Some(comma);
    }
    let near = |value: Decimal, places: u32| value.round_dp(places) == stated;
    let places = stated.normalize().scale();
    if relative {
        let (a, b) = (nominal(base)?, nominal(result)?);
        let of_result = (b - a).abs().checked_mul(Decimal::ONE_HUNDRED)?.checked_div(b);
        if of_result.is_some_and(|value| near(value, places)) {
            return Some(format!("{}% is the change as a share of the level afterwards", number(stated)));
        }
        if b.checked_div(a)?.checked_mul(Decimal::ONE_HUNDRED).is_some_and(|value| near(value, places)) {
            return Some(format!("the level afterwards is {}% of the one before", number(stated)));
        }
    }
    if reversed && near(right, places) {
        return Some("the word for the direction, or the two levels, may be exchanged".to_owned());
    }
    slip(stated, right.round_dp(places))
}

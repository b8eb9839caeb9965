//! What the check `change` says of two levels: the working, the right figure at the stated precision, the likely cause.

use rust_decimal::Decimal;

use super::growth::{Made, nominal};
use super::step::Step;
use crate::check::amount::{Manner, WRITTEN};
use crate::check::sentence::SentenceView;
use crate::check::working::{number, slip};
use crate::quantity::{Change, Form, Number, Quantity, Unit, with_decimals};
use crate::verdict::Label;

/// The right figure with as many decimals as the stated one, or one more where that would leave no difference.
pub(super) fn at_precision(right: Decimal, stated: &Quantity) -> String {
    let (value, scale) = match stated.number {
        Number::Value { value, place, .. } => (value, place.normalize().scale()),
        _ => (Decimal::ZERO, 0),
    };
    let same = right.round_dp(scale) == value;
    let scale = scale + u32::from(same || right < Decimal::ONE);
    with_decimals(right.round_dp(scale), scale)
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

/// What messages say of a step.
pub(super) struct Words<'a, 'v> {
    pub view: &'a SentenceView<'v>,
    pub step: &'a Step<'v>,
    pub base: &'a Quantity,
    pub result: &'a Quantity,
    pub relative: bool,
}

impl<'v> Words<'_, 'v> {
    /// "$50 to $70", "388 to 412 million euros", "4% to 6%".
    pub(super) fn way(&self) -> String {
        let scale = self.scale();
        let (magnitude, unit) = (self.magnitude(), self.unit());
        let shown = |q: &Quantity| at_its_place(q, scale);
        let (sign, each) = (self.sign(), if unit == "%" { unit } else { "" });
        let last = if unit == "%" { "" } else { unit };
        format!("{sign}{}{each} to {sign}{}{each}{magnitude}{last}", shown(self.base), shown(self.result))
    }

    /// An amount in the unit of the levels: "$20", "24 million euros".
    pub(super) fn amount(&self, value: Decimal) -> String {
        let fits = value.abs() >= self.scale();
        let (scale, magnitude) = if fits { (self.scale(), self.magnitude()) } else { (Decimal::ONE, "") };
        format!("{}{}{magnitude}{}", self.sign(), number((value / scale).normalize()), self.unit())
    }

    pub(super) fn calculation(&self, made: &Made) -> String {
        let scale = self.scale();
        let shown = |q: &Quantity| at_its_place(q, scale);
        let (a, b) = (shown(self.base), shown(self.result));
        let sign = if made.nominal.is_sign_negative() { "-" } else { "+" };
        if self.relative {
            let places = if made.nominal.abs() < Decimal::TEN { 2 } else { 1 };
            format!("({b} - {a}) / {a} = {sign}{}%", number(made.nominal.abs().round_dp(places)))
        } else {
            format!("{b} - {a} = {sign}{}", number((made.nominal.abs() / scale).normalize()))
        }
    }

    /// The name of the scale.
    fn magnitude(&self) -> &'static str {
        WRITTEN.iter().find(|(factor, _)| self.scale() == Decimal::from(*factor)).map_or("", |(_, name)| name)
    }

    /// The sign of money that one of the levels has.
    fn sign(&self) -> &'v str {
        self.manners().into_iter().map(|manner| manner.sign()).find(|sign| !sign.is_empty()).unwrap_or("")
    }

    /// The unit behind one of the levels, with its space; that of percentages is always the sign.
    fn unit(&self) -> &'v str {
        if self.base.unit == Unit::Percent {
            return "%";
        }
        self.manners().into_iter().map(|manner| manner.unit()).find(|unit| !unit.is_empty()).unwrap_or("")
    }

    fn manners(&self) -> [Manner<'v>; 2] {
        [self.step.result, self.step.base].map(|claim| Manner::of(self.view, claim))
    }

    /// The magnitude that both levels share.
    pub(super) fn scale(&self) -> Decimal {
        let smallest = nominal(self.base).unwrap_or_default().min(nominal(self.result).unwrap_or_default());
        let scaled = |q: &Quantity| matches!(q.number, Number::Value { form: Form::Magnitude, .. });
        WRITTEN
            .iter()
            .map(|(scale, _)| Decimal::from(*scale))
            .find(|scale| smallest >= *scale && scaled(self.base) && scaled(self.result))
            .unwrap_or(Decimal::ONE)
    }

    pub(super) fn labels(&self) -> Vec<Label> {
        let label = |span, message: &str| Label { place: self.view.place(span), message: message.to_owned() };
        let before = if self.step.states_base() { "level before" } else { "the difference" };
        let mut labels = vec![label(self.step.base.quantity.span, before)];
        if self.step.change.as_ref().is_some_and(|(claim, _)| claim.quantity.span != self.step.result.quantity.span) {
            labels.push(label(self.step.result.quantity.span, "level afterwards"));
        }
        labels.sort_by_key(|l| l.place.span.start);
        labels
    }
}

/// A level in a scale, with the decimals that were written: "1.20".
fn at_its_place(level: &Quantity, scale: Decimal) -> String {
    let value = nominal(level).unwrap_or_default() / scale;
    let places = match level.number {
        Number::Value { place, .. } => (place / scale).normalize().scale(),
        _ => 0,
    };
    if places > value.normalize().scale() { with_decimals(value, places) } else { number(value) }
}

pub(super) fn sign(change: Change) -> char {
    if change == Change::Increase { '+' } else { '-' }
}

/// "25.269" beside "26,414": a point for a comma.
fn comma(level: &Quantity) -> Option<String> {
    let Number::Value { value, place, form: Form::Decimals } = level.number else { return None };
    let thousand = value.checked_mul(Decimal::ONE_THOUSAND)?;
    (place == Decimal::new(1, 3)).then(|| format!("{value} may be {}, a point for a comma", number(thousand)))
}

/// The likely reason.
pub(super) fn cause(
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
        let said = number(stated.round_dp(2));
        let (a, b) = (nominal(base)?, nominal(result)?);
        let of_result = b.checked_sub(a)?.abs().checked_mul(Decimal::ONE_HUNDRED)?.checked_div(b);
        if of_result.is_some_and(|value| near(value, places)) {
            return Some(format!("{said}% is the change as a share of the level afterwards"));
        }
        if b.checked_div(a)?.checked_mul(Decimal::ONE_HUNDRED).is_some_and(|value| near(value, places)) {
            return Some(format!("the level afterwards is {said}% of the one before"));
        }
    }
    if reversed && near(right, places) {
        return Some("the word for the direction, or the two levels, may be exchanged".to_owned());
    }
    slip(stated, right.round_dp(places))
}

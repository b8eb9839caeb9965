//! What a figure that stayed behind would say now, written as it is.

use rust_decimal::Decimal;

use crate::diff::Figure;
use crate::diff::aspect::value;
use crate::diff::relation::{POWERS, in_groups, rounded_to};
use crate::quantity::{Form, Number};
use crate::verdict::Finding;

/// A figure with another number in it: "a total of $6.2 million" with 8.2 is "a total of $8.2 million".
pub(super) fn with_number(figure: &Figure, value: Decimal) -> Option<String> {
    let quantity = &figure.stated()?.claim.quantity;
    let (start, number) = (quantity.span.start, quantity.number_span);
    let before = figure.text.get(..number.start.checked_sub(start)? as usize)?;
    let behind = figure.text.get(number.end.checked_sub(start)? as usize..)?;
    let magnitude = matches!(quantity.number, Number::Value { form: Form::Magnitude, .. });
    let power = POWERS.into_iter().find(|(power, _)| magnitude && value.abs() >= Decimal::from(*power));
    let (power, word) = power.unwrap_or((1, ""));
    let number = in_groups(value.checked_div(Decimal::from(power)).unwrap_or(value));
    let percent = if matches!(quantity.number, Number::Share { .. }) { "%" } else { "" };
    Some(format!("{before}{number}{word}{percent}{behind}"))
}

/// What a mention would say if it had moved as far as another one, at its own precision.
pub(super) fn moved_along(stayed: &Figure, now: &Figure) -> Option<String> {
    let (Some(own), Some(other)) = (stayed.stated(), now.stated()) else {
        return Some(now.text.to_string());
    };
    let ((_, place), (number, exact)) = (value(&own.claim.quantity)?, value(&other.claim.quantity)?);
    with_number(stayed, if place > exact { rounded_to(number, place)? } else { number })
}

/// The figure as the first fix of a finding would have it.
pub(super) fn mended(figure: &Figure, finding: &Finding) -> Option<String> {
    let [edit] = &finding.fix.as_ref()?.alternatives.first()?.edits[..] else { return None };
    let place = &figure.place;
    // Where the file writes it otherwise (entities, markup), the bytes are not those of the text.
    if *place.path != *edit.path || !place.span.contains(edit.span) || place.span.len() as usize != figure.text.len() {
        return None;
    }
    let before = figure.text.get(..(edit.span.start - place.span.start) as usize)?;
    let behind = figure.text.get((edit.span.end - place.span.start) as usize..)?;
    Some(format!("{before}{}{behind}", edit.text))
}

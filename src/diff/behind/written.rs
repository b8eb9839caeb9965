//! What a figure that stayed behind would say now, written as it is.

use rust_decimal::Decimal;

use crate::diff::Figure;
use crate::diff::aspect::value;
use crate::diff::relation::rounded_to;
use crate::quantity::{Number, Precision, Style};
use crate::verdict::Finding;

/// A figure with another number in it, in the author's way: "a total of $6.2 million" with 8.2 is "a total of $8.2
/// million", "Twelve" with 14 "Fourteen". The number is in per cent where the figure is a share.
pub(super) fn with_number(figure: &Figure, value: Decimal) -> Option<String> {
    let quantity = &figure.stated()?.claim.quantity;
    let (from, to) = (quantity.number_span.start, quantity.number_span.end);
    let (from, to) = (from.checked_sub(quantity.span.start)? as usize, to.checked_sub(quantity.span.start)? as usize);
    let (before, behind) = (figure.text.get(..from)?, figure.text.get(to..)?);
    let style = Style::of(figure.text.get(from..to)?, &quantity.number, quantity.unit)?;
    let share = matches!(quantity.number, Number::Share { .. });
    let own = if share { value.checked_div(Decimal::ONE_HUNDRED)? } else { value };
    let written = style.write(own, Precision::Exact).map(|(text, _)| text);
    // A share that no plain fraction is near.
    let written = written.or_else(|| share.then(|| format!("{}%", value.normalize())))?;
    Some(format!("{before}{written}{behind}"))
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

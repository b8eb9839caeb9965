//! Changes told twice, in their own unit and in per cent: "income rose $20 million, or 12.5%, to $180 million",
//! "10,800 members, down 1,200, or 10%", "1.4 million trips, 350,000 more than in 2023. That is a rise of a third". The
//! level before is not in the text, and is the level afterwards without the difference.

use super::step::{Step, figures_of, is_level};
use super::than::points_back;
use crate::check::compare::may_be_one_unit;
use crate::check::direction::{Said, directed};
use crate::check::sentence::SentenceView;
use crate::claim::Claim;
use crate::quantity::{Change, Hedge, Number, Quantity, Unit};

/// Words between two figures that belong together.
const NEAR: usize = 4;

/// Every such change of a sentence. `before` is the sentence before in the same block.
pub(super) fn told_twice<'v>(view: &SentenceView<'v>, before: Option<&SentenceView<'v>>) -> Vec<Step<'v>> {
    let figures = figures_of(view);
    let mut out = Vec::new();
    for at in 0..figures.len().saturating_sub(1) {
        let (one, two) = (figures[at], figures[at + 1]);
        let (difference, share) = if is_share(two) { (one, two) } else { (two, one) };
        if is_share(difference) || !is_share(share) || !in_other_words(view, one, two) {
            continue;
        }
        // "24 million or 12 percent more than"
        let more = two.quantity.change.filter(|_| view.word(view.end_token(two)) == "than");
        let more = more.map(|change| Said { change, at: view.first_token(one) });
        let Some(says) = more.or_else(|| directed(view, one)).or_else(|| directed(view, two)) else { continue };
        let behind = figures.get(at + 2).filter(|c| led_to(view, two, c));
        let goes_on = figures.get(at + 3).is_some_and(|c| view.word_before(view.first_token(c), 1) == "from");
        let ahead = || at.checked_sub(1).map(|i| figures[i]).filter(|c| followed_by(view, c, one, says));
        let result = behind.filter(|_| !goes_on).copied().or_else(ahead);
        out.extend(result.and_then(|result| step(view, result, difference, share, says)));
    }
    if let ([share], Some(before)) = (&figures[..], before)
        && is_share(share)
        && points_back(view)
        && let Some(says) = directed(view, share)
    {
        out.extend(
            said_before(before, says).and_then(|(result, difference)| step(before, result, difference, share, says)),
        );
    }
    out
}

/// The way to `result` that a difference and a share both tell.
fn step<'v>(
    view: &SentenceView<'v>,
    result: &'v Claim,
    difference: &'v Claim,
    share: &'v Claim,
    says: Said,
) -> Option<Step<'v>> {
    if !is_level(view, result) || !is_level(view, difference) || !may_be_one_unit(result, difference) {
        return None;
    }
    let (Number::Value { value, place, form }, Number::Value { value: by, place: by_place, .. }) =
        (result.quantity.number, difference.quantity.number)
    else {
        return None;
    };
    let sound = by < value && matches!(difference.quantity.hedge, Hedge::None | Hedge::About | Hedge::Exactly);
    let base = if says.change == Change::Increase { value.checked_sub(by)? } else { value.checked_add(by)? };
    let number = Number::Value { value: base, place: place.max(by_place), form };
    let base_quantity = Quantity { number, change: None, ..result.quantity.clone() };
    sound.then(|| Step { base_quantity, ..Step::new(difference, result, Some(share), Some(says)) })
}

fn is_share(claim: &Claim) -> bool {
    claim.quantity.unit == Unit::Percent || matches!(claim.quantity.number, Number::Share { .. })
}

/// "$20 million, or 12.5%", "1,200 (10%)", "1,200 or 10%".
fn in_other_words(view: &SentenceView<'_>, one: &Claim, two: &Claim) -> bool {
    let (from, to) = (view.end_token(one), view.first_token(two));
    let words: Vec<&str> = (from..to).take(NEAR + 1).map(|i| view.word(i)).collect();
    matches!(&*words.join(" "), ", or" | "or" | "(" | ", or by" | ", or about" | ", or nearly" | ", or almost")
}

/// "$20 million, or 12.5%, to $180 million": the level that the change leads to.
fn led_to(view: &SentenceView<'_>, change: &Claim, level: &Claim) -> bool {
    let (from, to) = (view.end_token(change), view.first_token(level));
    let words: Vec<&str> = (from..to).take(NEAR + 1).map(|i| view.word(i)).collect();
    matches!(&*words.join(" "), ", to" | "to" | ") to" | ") , to" | ", to a" | ", to about" | ") to a")
}

/// "10,800, down 1,200": the level that the change led to.
fn followed_by(view: &SentenceView<'_>, level: &Claim, change: &Claim, says: Said) -> bool {
    let (from, to) = (view.end_token(level), view.first_token(change));
    let up = matches!(view.word(from + 1), "up" | "down") && to == from + 2 && says.at == from + 1;
    let more = to == from + 1 && says.at == to;
    view.word(from) == "," && (up || more) && level.quantity.change.is_none()
}

/// "1.4 million travelled by night train, 350,000 more than in the year before": a level and how much it is more.
fn said_before<'v>(view: &SentenceView<'v>, says: Said) -> Option<(&'v Claim, &'v Claim)> {
    let figures = figures_of(view);
    let [result, difference] = figures[..] else { return None };
    let more = difference.quantity.change == Some(says.change) && result.quantity.change.is_none();
    let than = view.word(view.end_token(difference)) == "than";
    let apposed = view.word_before(view.first_token(difference), 1) == ",";
    (more && than && apposed && !is_share(difference)).then_some((result, difference))
}

//! Ages in apposition: "Jane Doe, 45,", "a girl, 4, and", "ages 18, 21 and 35". A bare number in that place counts
//! nothing.

use rust_decimal::Decimal;

use super::read::Scene;
use crate::period::TimeUnit;
use crate::quantity::{Form, Hedge, Number, Quantity, Unit};
use crate::token::{Class, Kind};

/// Oldest age that is read without a word for it; the oldest person whose age is documented lived to 122.
const OLDEST: i64 = 115;

/// Turns bare numbers that stand where ages stand into ages.
pub(super) fn settle(scene: &Scene<'_>, quantities: &mut [Quantity]) {
    let mut ages_listed = false;
    for quantity in quantities {
        let fits = matches!(quantity.number, Number::Value { value, form: Form::Whole, .. } if value > Decimal::ZERO && value <= Decimal::from(OLDEST))
            || matches!(quantity.number, Number::Range { high, .. } if high <= Decimal::from(OLDEST));
        let bare = quantity.unit == Unit::None && quantity.hedge != Hedge::AtLeast && quantity.change.is_none();
        let start = quantity.tokens.0 as usize;
        let before = start.checked_sub(1).map_or("", |i| scene.word(i));
        let read = matches!(quantity.unit, Unit::Age(_));
        let listed = matches!(before, "age" | "ages" | "aged")
            || ages_listed && matches!(before, "," | "and" | "to") && ends(scene, quantity.tokens.1 as usize);
        ages_listed = read || fits && bare && listed;
        if !read && (ages_listed || fits && bare && is_apposition(scene, quantity)) {
            quantity.unit = Unit::Age(TimeUnit::Year);
        }
    }
}

/// Whether nothing stands there that the number before could count: "two" of "a man of 40, two teenagers".
fn ends(scene: &Scene<'_>, at: usize) -> bool {
    scene.tokens.get(at).is_none_or(|t| t.kind == Kind::Punct)
        || scene.class(at).intersects(Class::CONJUNCTION | Class::PREPOSITION | Class::AUXILIARY | Class::VERB)
}

/// A comma, the number, and a comma, stop or bracket, behind a name or a noun for one person.
fn is_apposition(scene: &Scene<'_>, quantity: &Quantity) -> bool {
    let (start, end) = (quantity.tokens.0 as usize, quantity.tokens.1 as usize);
    let Some(name) = start.checked_sub(2).filter(|&i| i >= scene.sentence.start && scene.tokens[i + 1].is_punct(','))
    else {
        return false;
    };
    let digits = scene.tokens[start].kind == Kind::Digits;
    let person = scene.tokens[name].kind == Kind::Word
        && (scene.tokens[name].capital() && !scene.class(name).intersects(Class::MONTH | Class::WEEKDAY)
            || scene.class(name).contains(Class::PERSON));
    let closed =
        scene.tokens.get(end).is_none_or(|t| {
            t.kind == Kind::Punct && matches!(t.word.as_punct(), Some(',' | '.' | ';' | ')' | '\u{2014}'))
        }) || scene.word(end) == "of" && scene.tokens.get(end + 1).is_some_and(|t| t.capital())
            || matches!(scene.word(end), "and" | "was" | "were" | "is" | "who" | "from" | "has" | "had");
    digits && person && closed
}

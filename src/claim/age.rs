//! Ages in apposition: "Jane Doe, 45,", "a girl, 4, and", "ages 18, 21 and 35". A bare number in that place counts
//! nothing.

use rust_decimal::Decimal;

use super::scene::Scene;
use crate::period::TimeUnit;
use crate::quantity::{Form, Hedge, Number, Quantity, Unit, singular};
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
            || ages_listed && matches!(before, "," | "and" | "to") && ends(scene, quantity.tokens.1 as usize)
            || follows_ages(scene, start)
            || is_pair(scene, quantity)
            || is_believed(scene, start);
        ages_listed = read || fits && bare && listed;
        if !read && (ages_listed || fits && bare && is_apposition(scene, quantity)) {
            quantity.unit = Unit::Age(TimeUnit::Year);
        }
    }
}

/// "ranging in age from 19", "between the ages of 4".
fn follows_ages(scene: &Scene<'_>, start: usize) -> bool {
    start >= scene.sentence.start + 2
        && matches!(scene.word(start - 1), "from" | "of" | "between")
        && matches!(scene.word(start - 2), "age" | "ages" | "aged")
}

/// "Two women, believed to be 30": a toll that is believed to be 30 has no comma and no person before.
fn is_believed(scene: &Scene<'_>, start: usize) -> bool {
    start >= scene.sentence.start + 5
        && scene.word(start - 1) == "be"
        && scene.word(start - 2) == "to"
        && matches!(scene.word(start - 3), "believed" | "thought" | "said" | "understood" | "reported")
        && scene.tokens[start - 4].is_punct(',')
        && (scene.class(start - 5).contains(Class::PERSON) || scene.tokens[start - 5].capital())
}

/// "two girls, 3 and 5,": two bare numbers between commas, straight behind people.
fn is_pair(scene: &Scene<'_>, quantity: &Quantity) -> bool {
    let (start, end) = (quantity.tokens.0 as usize, quantity.tokens.1 as usize);
    let digits = |at: usize| scene.tokens.get(at).is_some_and(|t| t.kind == Kind::Digits);
    let marked = |at: usize| at >= scene.sentence.end || scene.tokens[at].kind == Kind::Punct;
    start >= scene.sentence.start + 2
        && scene.tokens[start - 1].is_punct(',')
        && scene.class(start - 2).contains(Class::PERSON)
        && digits(start)
        && scene.word(end) == "and"
        && digits(end + 1)
        && marked(end + 2)
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
    // "The boy, nine,", but not "the men, two,".
    let said = scene.class(start).contains(Class::CARDINAL)
        && scene.class(name).contains(Class::PERSON)
        && scene.tokens.get(end).is_some_and(|t| t.is_punct(','));
    let digits = scene.tokens[start].kind == Kind::Digits || said;
    let person = scene.tokens[name].kind == Kind::Word
        && (scene.tokens[name].capital() && !scene.class(name).intersects(Class::MONTH | Class::WEEKDAY)
            || scene.class(name).contains(Class::PERSON) && !is_plural(scene.word(name)))
        && !is_place(scene, name);
    let closed =
        scene.tokens.get(end).is_none_or(|t| {
            t.kind == Kind::Punct && matches!(t.word.as_punct(), Some(',' | '.' | ';' | ')' | '\u{2014}'))
        }) || scene.word(end) == "of" && scene.tokens.get(end + 1).is_some_and(|t| t.capital())
            || matches!(scene.word(end), "and" | "was" | "were" | "is" | "who" | "from" | "has" | "had");
    digits && person && closed
}

/// "90 pupils, 51, come by bus": several people have no one age.
fn is_plural(noun: &str) -> bool {
    singular(&noun.to_lowercase()) != noun.to_lowercase()
}

/// "8 from Wales, 7 from Kent": a name behind such a preposition is where somebody is from.
fn is_place(scene: &Scene<'_>, name: usize) -> bool {
    name > scene.sentence.start && matches!(scene.word(name - 1), "from" | "in" | "at" | "for" | "to")
}

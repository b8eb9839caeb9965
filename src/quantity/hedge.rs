//! The grammar of what leads a number: hedges, bounds, "a total of", "another".

use nom::Parser;
use nom::branch::alt;
use nom::combinator::{opt, value, verify};
use nom::sequence::preceded;

use super::Hedge;
use crate::token::{
    Class, Grammar, Kind, Token, Tokens, any_of, digits, followed_by, glued, not_followed_by, punct, word,
};

/// Comparatives of more: "more than", "larger than", "older than".
pub(super) const MORE: &[&str] =
    &["more", "greater", "higher", "larger", "bigger", "longer", "older", "taller", "heavier", "faster", "better"];
/// Comparatives of less.
pub(super) const LESS: &[&str] =
    &["less", "fewer", "lower", "smaller", "shorter", "younger", "lighter", "slower", "worse"];

/// One leading phrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Lead {
    /// A hedge or bound.
    Hedge(Hedge),
    /// "a total of".
    Total,
    /// "another": disjoint from the figure before.
    Another,
    /// "an additional", "a further", "an extra": a change.
    Additional,
}

/// "at least", "a total of", "an additional" ... The longer phrases come before those they begin with.
pub(super) fn lead(i: Tokens<'_>) -> Grammar<'_, Lead> {
    alt((bound.map(Lead::Hedge), unbounded_lead)).parse(i)
}

/// What leads a number and is no bound: "about", "a total of", "an additional".
pub(super) fn unbounded_lead(i: Tokens<'_>) -> Grammar<'_, Lead> {
    if !can_begin(i) {
        return Err(nom::Err::Error(()));
    }
    alt((near.map(Lead::Hedge), sum)).parse(i)
}

/// Most tokens begin no leading phrase, and one class test says so.
fn can_begin(i: Tokens<'_>) -> bool {
    i.first().is_some_and(|t| match t.kind {
        Kind::Word => i.entry(t).class.intersects(Class::HEDGE | Class::LEAD | Class::ADDITION),
        Kind::Punct => matches!(t.word.as_punct(), Some('>' | '<' | '\u{2265}' | '\u{2264}' | '~' | '±' | '≈')),
        Kind::Digits | Kind::Clitic => false,
    })
}

/// Bounds: at least, at most, more than, fewer than, up to. Those with "equal" come first, then the negated ones,
/// because all of them hold a "more than".
pub(super) fn bound(i: Tokens<'_>) -> Grammar<'_, Hedge> {
    if !can_begin(i) {
        return Err(nom::Err::Error(()));
    }
    alt((
        or_equal,
        value(Hedge::AtLeast, at_least),
        value(Hedge::AtMost, at_most),
        value(Hedge::UpTo, up_to),
        value(Hedge::JustOver, (slightly, alt((over, compass("north"))))),
        value(Hedge::JustUnder, (slightly, alt((under, compass("south"))))),
        value(Hedge::MoreThan, alt((age_bound("over"), more))),
        value(Hedge::LessThan, alt((age_bound("under"), less))),
    ))
    .parse(i)
}

/// "less than or equal to", "equal to or more than", "smaller or equal than".
fn or_equal(i: Tokens<'_>) -> Grammar<'_, Hedge> {
    let side = |i| alt((value(Hedge::AtLeast, any_of(MORE)), value(Hedge::AtMost, any_of(LESS)))).parse(i);
    let than = |i| any_of(&["than", "to"]).parse(i);
    let after = (side, opt(word("than")), word("or"), word("equal"), than).map(|(hedge, ..)| hedge);
    let before = (word("equal"), opt(word("to")), word("or"), side, word("than")).map(|(_, _, _, hedge, _)| hedge);
    alt((after, before)).parse(i)
}

/// "under-" of "under-18s".
fn age_bound<'a>(side: &'static str) -> impl Fn(Tokens<'a>) -> Grammar<'a, ()> {
    move |i| value((), (word(side), glued(punct('-')), followed_by(glued(digits)))).parse(i)
}

fn article(i: Tokens<'_>) -> Grammar<'_, ()> {
    value((), opt(any_of(&["a", "an", "the"]))).parse(i)
}

/// "at least", "no fewer than", "a minimum of", "min.", "as few as", "≥".
fn at_least(i: Tokens<'_>) -> Grammar<'_, ()> {
    alt((
        value((), (word("at"), opt(word("the")), opt(word("very")), word("least"))),
        value((), (any_of(&["no", "not", "never"]), any_of(LESS), word("than"))),
        value((), (opt(word("at")), article, word("minimum"), opt(word("of")))),
        value((), (lowercase("min"), opt(glued(punct('.'))))),
        value((), (word("as"), any_of(&["few", "little", "low"]), word("as"))),
        value((), alt((value((), punct('\u{2265}')), value((), (punct('>'), glued(punct('='))))))),
    ))
    .parse(i)
}

/// "at most", "no more than", "a maximum of", "max.", "not exceeding", "capped at", "≤".
fn at_most(i: Tokens<'_>) -> Grammar<'_, ()> {
    alt((
        value((), (word("at"), opt(word("the")), opt(word("very")), word("most"))),
        value((), (any_of(&["no", "not", "never"]), any_of(MORE), word("than"))),
        value((), (word("not"), any_of(&["exceeding", "above", "over"]))),
        value((), (word("not"), word("to"), word("exceed"))),
        value((), (any_of(&["capped", "limited"]), any_of(&["at", "to"]))),
        value((), (article, word("maximum"), opt(word("of")))),
        value((), (any_of(&["max"]), opt(glued(punct('.'))))),
        value((), alt((value((), punct('\u{2264}')), value((), (punct('<'), glued(punct('='))))))),
    ))
    .parse(i)
}

/// "up to", "as many as", "as high as".
fn up_to(i: Tokens<'_>) -> Grammar<'_, ()> {
    alt((
        value((), (opt(word("anything")), word("up"), word("to"))),
        value((), (word("as"), any_of(&["many", "much", "high", "large", "long", "far", "old"]), word("as"))),
    ))
    .parse(i)
}

/// "just", "slightly", "a little": what makes "over" a small step.
fn slightly(i: Tokens<'_>) -> Grammar<'_, ()> {
    let adverb = any_of(&["just", "slightly", "barely", "marginally", "fractionally"]);
    let little =
        (opt(word("just")), word("a"), any_of(&["little", "bit", "shade", "fraction", "touch", "tad", "whisker"]));
    alt((value((), little), value((), adverb))).parse(i)
}

/// "over", "above", "more than", "over the age of".
fn over(i: Tokens<'_>) -> Grammar<'_, ()> {
    let above = (any_of(&["over", "above"]), opt(the_age_of));
    alt((value((), above), value((), (any_of(MORE), word("than"))))).parse(i)
}

/// "under", "below", "fewer than", "under the age of".
fn under(i: Tokens<'_>) -> Grammar<'_, ()> {
    let below = (any_of(&["under", "below"]), opt(the_age_of));
    alt((value((), below), value((), (any_of(LESS), word("than"))))).parse(i)
}

/// "the age of" between "over" and its number.
fn the_age_of(i: Tokens<'_>) -> Grammar<'_, ()> {
    value((), (word("the"), word("age"), word("of"))).parse(i)
}

/// "well", "far", "considerably": what makes "over" a large step; the bound stays.
fn far(i: Tokens<'_>) -> Grammar<'_, ()> {
    let adverb = any_of(&[
        "well",
        "far",
        "much",
        "way",
        "rather",
        "considerably",
        "significantly",
        "substantially",
        "comfortably",
        "easily",
        "vastly",
    ]);
    let lot = (word("a"), any_of(&["lot", "great", "good"]), opt(word("deal")));
    value((), opt(alt((value((), adverb), value((), lot))))).parse(i)
}

/// "over", "well above", "in excess of", "upwards of", "exceeding", ">".
fn more(i: Tokens<'_>) -> Grammar<'_, ()> {
    alt((
        value((), preceded(far, over)),
        value((), (word("in"), word("excess"), word("of"))),
        value((), (any_of(&["upwards", "upward", "north"]), word("of"))),
        value((), any_of(&["exceeding", "beyond", "topping", "surpassing"])),
        value((), punct('>')),
    ))
    .parse(i)
}

/// "under", "well below", "south of", "well short of", "<".
fn less(i: Tokens<'_>) -> Grammar<'_, ()> {
    alt((
        value((), preceded(far, under)),
        value((), (word("south"), word("of"))),
        value((), (word("well"), word("short"), word("of"))),
        value((), punct('<')),
    ))
    .parse(i)
}

/// Nearness: about, nearly, just short of, the best part of, exactly.
fn near(i: Tokens<'_>) -> Grammar<'_, Hedge> {
    alt((
        value(Hedge::About, about),
        value(Hedge::Nearly, nearly),
        value(Hedge::JustUnder, short_of),
        value(Hedge::MostOf, most_of),
        value(Hedge::Exactly, any_of(&["exactly", "precisely"])),
    ))
    .parse(i)
}

/// This word in small letters: "CA 94105" is a place.
pub(super) fn lowercase<'a>(expected: &'static str) -> impl Fn(Tokens<'a>) -> Grammar<'a, Token> {
    move |i| verify(word(expected), |t| !t.capital()).parse(i)
}

/// "north of", "south of".
fn compass<'a>(side: &'static str) -> impl Fn(Tokens<'a>) -> Grammar<'a, ()> {
    move |i| value((), (word(side), word("of"))).parse(i)
}

/// "about", "roughly", "an estimated", "in the region of", "something like", "perhaps", "more or less", "~".
fn about(i: Tokens<'_>) -> Grammar<'_, ()> {
    let places = &["region", "order", "neighborhood", "neighbourhood", "vicinity", "ballpark"];
    alt((
        value((), (word("around"), word("about"))),
        value((), any_of(&["about", "around", "roughly", "approximately", "circa", "some", "estimated"])),
        value((), any_of(&["perhaps", "maybe", "possibly", "probably"])),
        value((), (any_of(&["a", "an"]), any_of(&["estimated", "approximate", "rough", "ballpark"]))),
        value((), (word("approx"), opt(glued(punct('.'))))),
        value((), (alt((lowercase("ca"), lowercase("c"))), glued(punct('.')))),
        value((), (lowercase("ca"), not_followed_by(glued(punct('$'))))),
        value((), (any_of(&["in", "on", "of"]), word("the"), any_of(places), word("of"))),
        value((), (any_of(&["something", "somewhere", "anywhere"]), any_of(&["like", "near", "around", "about"]))),
        value((), (word("somewhere"), any_of(&["in", "on"]), word("the"), any_of(places), word("of"))),
        value((), (word("more"), word("or"), word("less"))),
        value((), (any_of(&["give", "plus"]), word("or"), any_of(&["take", "minus"]))),
        value((), punct('~')),
        value((), punct('±')),
        value((), punct('≈')),
    ))
    .parse(i)
}

/// "nearly", "almost", "close to", "approaching", "getting on for", "nigh on".
fn nearly(i: Tokens<'_>) -> Grammar<'_, ()> {
    alt((
        value((), any_of(&["nearly", "almost", "virtually", "practically", "approaching", "nearing"])),
        value((), (any_of(&["close", "near"]), word("to"))),
        value((), (word("getting"), word("on"), word("for"))),
        value((), (any_of(&["coming", "knocking", "verging", "bordering"]), opt(word("up")), any_of(&["to", "on"]))),
        value((), (opt((word("well"), glued(punct('-')))), word("nigh"), opt(word("on")))),
        value((), (word("not"), word("far"), any_of(&["off", "from", "short"]), opt(word("of")))),
    ))
    .parse(i)
}

/// "just short of", "shy of", "not quite".
fn short_of(i: Tokens<'_>) -> Grammar<'_, ()> {
    let short = (opt(alt((slightly, value((), word("well"))))), any_of(&["short", "shy"]), word("of"));
    alt((value((), short), value((), (word("not"), word("quite"))))).parse(i)
}

/// "the best part of", "most of".
fn most_of(i: Tokens<'_>) -> Grammar<'_, ()> {
    let best = (opt(word("the")), any_of(&["best", "better"]), word("part"), word("of"));
    alt((value((), best), value((), (word("most"), word("of"))))).parse(i)
}

/// "a total of", "another", "an additional".
fn sum(i: Tokens<'_>) -> Grammar<'_, Lead> {
    let of = (opt(any_of(&["a", "the"])), opt(any_of(&["combined", "grand"])), word("total"), word("of"));
    let combined = (any_of(&["a", "the"]), any_of(&["combined", "total"]));
    let total = alt((value((), of), value((), combined)));
    let additional = (opt(any_of(&["a", "an"])), any_of(&["additional", "extra", "further"]));
    alt((value(Lead::Total, total), value(Lead::Another, word("another")), value(Lead::Additional, additional)))
        .parse(i)
}

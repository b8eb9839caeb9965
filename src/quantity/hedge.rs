//! The grammar of what leads a number: hedges, bounds, "a total of", "another". And of what may stand behind it:
//! "or so", "or more", "-odd", "give or take".

use nom::Parser;
use nom::branch::alt;
use nom::combinator::{opt, value};
use nom::sequence::{preceded, terminated};

use super::Hedge;
use crate::token::{Class, Grammar, Kind, Tokens, any_of, digits, followed_by, glued, not_followed_by, punct, word};

/// Comparatives of more: "more than", "larger than", "older than".
const MORE: &[&str] =
    &["more", "greater", "higher", "larger", "bigger", "longer", "older", "taller", "heavier", "faster", "better"];
/// Comparatives of less.
const LESS: &[&str] = &["less", "fewer", "lower", "smaller", "shorter", "younger", "lighter", "slower", "worse"];

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
    // Most tokens begin none of them, and one class test says so.
    let can_begin = i.first().is_some_and(|t| match t.kind {
        Kind::Word => i.entry(t).class.intersects(Class::HEDGE | Class::LEAD | Class::ADDITION),
        Kind::Punct => true,
        Kind::Digits | Kind::Clitic => false,
    });
    if !can_begin {
        return Err(nom::Err::Error(()));
    }
    alt((bound.map(Lead::Hedge), near.map(Lead::Hedge), sum)).parse(i)
}

/// Bounds: at least, at most, more than, fewer than, up to. Those with "equal" come first, then the negated ones,
/// because all of them hold a "more than".
pub(super) fn bound(i: Tokens<'_>) -> Grammar<'_, Hedge> {
    alt((
        or_equal,
        value(Hedge::AtLeast, at_least),
        value(Hedge::AtMost, at_most),
        value(Hedge::UpTo, up_to),
        value(Hedge::JustOver, preceded(slightly, over)),
        value(Hedge::JustUnder, preceded(slightly, under)),
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

/// "at least", "no fewer than", "a minimum of", "as few as", "≥".
fn at_least(i: Tokens<'_>) -> Grammar<'_, ()> {
    alt((
        value((), (word("at"), opt(word("the")), opt(word("very")), word("least"))),
        value((), (any_of(&["no", "not"]), any_of(LESS), word("than"))),
        value((), (opt(word("at")), article, word("minimum"), opt(word("of")))),
        value((), (word("as"), any_of(&["few", "little", "low"]), word("as"))),
        value((), punct('\u{2265}')),
    ))
    .parse(i)
}

/// "at most", "no more than", "a maximum of", "not exceeding", "≤".
fn at_most(i: Tokens<'_>) -> Grammar<'_, ()> {
    alt((
        value((), (word("at"), opt(word("the")), opt(word("very")), word("most"))),
        value((), (any_of(&["no", "not"]), any_of(MORE), word("than"))),
        value((), (word("not"), any_of(&["exceeding", "above", "over"]))),
        value((), (article, word("maximum"), opt(word("of")))),
        value((), punct('\u{2264}')),
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
    let little = (opt(word("just")), word("a"), any_of(&["little", "bit", "shade", "fraction", "touch"]));
    alt((value((), little), value((), adverb))).parse(i)
}

/// "over", "above", "more than".
fn over(i: Tokens<'_>) -> Grammar<'_, ()> {
    alt((value((), any_of(&["over", "above"])), value((), (any_of(MORE), word("than"))))).parse(i)
}

/// "under", "below", "fewer than".
fn under(i: Tokens<'_>) -> Grammar<'_, ()> {
    alt((value((), any_of(&["under", "below"])), value((), (any_of(LESS), word("than"))))).parse(i)
}

/// "well", "far", "considerably": what makes "over" a large step; the bound stays.
fn far(i: Tokens<'_>) -> Grammar<'_, ()> {
    let words = &["well", "far", "much", "considerably", "significantly", "substantially", "comfortably", "easily"];
    value((), opt(any_of(words))).parse(i)
}

/// "over", "well above", "in excess of", "upwards of", "exceeding", ">".
fn more(i: Tokens<'_>) -> Grammar<'_, ()> {
    alt((
        value((), preceded(far, over)),
        value((), (word("in"), word("excess"), word("of"))),
        value((), (any_of(&["upwards", "upward", "north"]), word("of"))),
        value((), any_of(&["exceeding", "beyond"])),
        value((), punct('>')),
    ))
    .parse(i)
}

/// "under", "well below", "south of", "<".
fn less(i: Tokens<'_>) -> Grammar<'_, ()> {
    alt((value((), preceded(far, under)), value((), (word("south"), word("of"))), value((), punct('<')))).parse(i)
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

/// "about", "roughly", "an estimated", "in the region of", "more or less", "~".
fn about(i: Tokens<'_>) -> Grammar<'_, ()> {
    let places = &["region", "order", "neighborhood", "neighbourhood", "vicinity", "ballpark"];
    alt((
        value((), (word("around"), word("about"))),
        value((), any_of(&["about", "around", "roughly", "approximately", "circa", "some", "estimated"])),
        value((), (word("an"), word("estimated"))),
        value((), (any_of(&["approx", "ca", "c"]), glued(punct('.')))),
        value((), (any_of(&["approx", "ca"]), not_followed_by(glued(punct('$'))))),
        value((), (any_of(&["in", "on"]), word("the"), any_of(places), word("of"))),
        value((), (word("more"), word("or"), word("less"))),
        value((), (any_of(&["give", "plus"]), word("or"), any_of(&["take", "minus"]))),
        value((), punct('~')),
        value((), punct('≈')),
    ))
    .parse(i)
}

/// "nearly", "almost", "close to", "approaching", "getting on for".
fn nearly(i: Tokens<'_>) -> Grammar<'_, ()> {
    alt((
        value((), any_of(&["nearly", "almost", "virtually", "practically", "approaching", "nearing"])),
        value((), (any_of(&["close", "near"]), word("to"))),
        value((), (word("getting"), word("on"), word("for"))),
        value((), (word("not"), word("far"), any_of(&["off", "from"]))),
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
    let total = (opt(any_of(&["a", "the"])), opt(any_of(&["combined", "grand"])), word("total"), word("of"));
    let additional = (opt(any_of(&["a", "an"])), any_of(&["additional", "extra", "further"]));
    alt((value(Lead::Total, total), value(Lead::Another, word("another")), value(Lead::Additional, additional)))
        .parse(i)
}

/// "-odd", "-plus", a glued "+", "or so", "or more", "or fewer", "give or take", behind the number or its noun.
pub(super) fn trailing(i: Tokens<'_>) -> Grammar<'_, Hedge> {
    let hyphened = |expected| preceded(glued(punct('-')), glued(word(expected)));
    alt((
        value(Hedge::AtLeast, glued(punct('+'))),
        value(Hedge::AtLeast, hyphened("plus")),
        value(Hedge::About, hyphened("odd")),
        value(Hedge::About, hyphened("something")),
        value(Hedge::About, (word("or"), any_of(&["so", "thereabouts"]))),
        value(Hedge::About, (opt(glued(punct(','))), word("give"), word("or"), word("take"))),
        preceded(word("or"), or_beyond),
    ))
    .parse(i)
}

/// "more", "greater", "above", "less", "below" behind "or"; "5,000 or less than 6,000" are two figures.
fn or_beyond(i: Tokens<'_>) -> Grammar<'_, Hedge> {
    let than = |i| {
        let (rest, _) = opt(word("than")).parse(i)?;
        if rest.len() < i.len() { not_followed_by(begins_number).parse(rest) } else { Ok((rest, ())) }
    };
    let more = value(Hedge::AtLeast, alt((any_of(MORE), any_of(&["above", "over", "beyond", "upwards"]))));
    let less = value(Hedge::AtMost, alt((any_of(LESS), any_of(&["below", "under"]))));
    terminated(alt((more, less)), than).parse(i)
}

/// Digits, a currency sign or a number word.
fn begins_number(i: Tokens<'_>) -> Grammar<'_, ()> {
    let begins = i.first().is_some_and(|t| match t.kind {
        Kind::Digits => true,
        Kind::Word => i.entry(t).class.intersects(Class::CARDINAL | Class::HUNDRED | Class::FRACTION),
        _ => i.get(1).is_some_and(|next| next.kind == Kind::Digits && !next.spaced()),
    });
    if begins { Ok((i, ())) } else { Err(nom::Err::Error(())) }
}

/// "or equal to" behind "more than 5,000": the bound belongs to it.
pub(super) fn or_equal_to(i: Tokens<'_>) -> Grammar<'_, ()> {
    value((), (word("or"), word("equal"), word("to"), not_followed_by(begins_number))).parse(i)
}

//! The grammar of what leads a number: hedges, bounds, "a total of", "another". And of what may stand behind it:
//! "or so", "or more".

use nom::Parser;
use nom::branch::alt;
use nom::combinator::{opt, value};
use nom::sequence::preceded;

use super::Hedge;
use crate::token::{Grammar, Tokens, any_of, glued, punct, word};

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
    alt((bound.map(Lead::Hedge), near.map(Lead::Hedge), sum)).parse(i)
}

/// Bounds: at least, at most, more than, fewer than, up to.
fn bound(i: Tokens<'_>) -> Grammar<'_, Hedge> {
    let than = |words: &'static [&'static str]| (any_of(words), word("than")).map(|_| ());
    let negated = |words: &'static [&'static str]| (any_of(&["no", "not"]), any_of(words), word("than")).map(|_| ());
    let article = |i| opt(any_of(&["a", "the"])).parse(i);
    let at_least = alt((
        (word("at"), word("least")).map(|_| ()),
        negated(&["fewer", "less"]),
        (article, word("minimum"), word("of")).map(|_| ()),
        (word("as"), any_of(&["few", "little"]), word("as")).map(|_| ()),
    ));
    let at_most = alt((
        (word("at"), word("most")).map(|_| ()),
        negated(&["more", "greater"]),
        (article, word("maximum"), word("of")).map(|_| ()),
    ));
    let up_to = alt((
        (word("up"), word("to")).map(|_| ()),
        (word("as"), any_of(&["many", "much", "high"]), word("as")).map(|_| ()),
    ));
    let slightly = |i| any_of(&["just", "slightly", "barely", "marginally"]).parse(i);
    let over = |i| alt((any_of(&["over", "above"]).map(|_| ()), than(&["more", "greater", "higher"]))).parse(i);
    let under = |i| alt((any_of(&["under", "below"]).map(|_| ()), than(&["less", "fewer", "lower"]))).parse(i);
    let more = alt((
        preceded(opt(word("well")), over),
        (word("in"), word("excess"), word("of")).map(|_| ()),
        (any_of(&["upwards", "upward", "north"]), word("of")).map(|_| ()),
        any_of(&["exceeding", "beyond"]).map(|_| ()),
        punct('>').map(|_| ()),
    ));
    let less = alt((preceded(opt(word("well")), under), punct('<').map(|_| ())));
    alt((
        value(Hedge::AtLeast, at_least),
        value(Hedge::AtMost, at_most),
        value(Hedge::UpTo, up_to),
        value(Hedge::JustOver, (slightly, over)),
        value(Hedge::JustUnder, (slightly, under)),
        value(Hedge::MoreThan, more),
        value(Hedge::LessThan, less),
    ))
    .parse(i)
}

/// Nearness: about, nearly, just short of, the best part of, exactly.
fn near(i: Tokens<'_>) -> Grammar<'_, Hedge> {
    let about = alt((
        any_of(&["about", "around", "roughly", "approximately", "circa", "some", "estimated"]).map(|_| ()),
        (word("an"), word("estimated")).map(|_| ()),
        (word("approx"), opt(glued(punct('.')))).map(|_| ()),
        (word("in"), word("the"), any_of(&["region", "order"]), word("of")).map(|_| ()),
        punct('~').map(|_| ()),
        punct('≈').map(|_| ()),
    ));
    let nearly = alt((
        any_of(&["nearly", "almost", "virtually"]).map(|_| ()),
        (any_of(&["close", "near"]), word("to")).map(|_| ()),
    ));
    let short = (opt(word("just")), any_of(&["short", "shy"]), word("of"));
    let best_part = alt((
        (opt(word("the")), any_of(&["best", "better"]), word("part"), word("of")).map(|_| ()),
        (word("most"), word("of")).map(|_| ()),
    ));
    alt((
        value(Hedge::About, about),
        value(Hedge::Nearly, nearly),
        value(Hedge::JustUnder, short),
        value(Hedge::MostOf, best_part),
        value(Hedge::Exactly, any_of(&["exactly", "precisely"])),
    ))
    .parse(i)
}

/// "a total of", "another", "an additional".
fn sum(i: Tokens<'_>) -> Grammar<'_, Lead> {
    let total = (opt(any_of(&["a", "the"])), opt(any_of(&["combined", "grand"])), word("total"), word("of"));
    let additional = (opt(any_of(&["a", "an"])), any_of(&["additional", "extra", "further"]));
    alt((value(Lead::Total, total), value(Lead::Another, word("another")), value(Lead::Additional, additional)))
        .parse(i)
}

/// "or so", "or more", "or fewer", a glued "+", behind the number or its noun.
pub(super) fn trailing(i: Tokens<'_>) -> Grammar<'_, Hedge> {
    alt((
        value(Hedge::AtLeast, glued(punct('+'))),
        value(Hedge::About, (word("or"), word("so"))),
        value(Hedge::AtLeast, (word("or"), word("more"))),
        value(Hedge::AtMost, (word("or"), any_of(&["fewer", "less"]))),
    ))
    .parse(i)
}

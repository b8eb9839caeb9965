//! Anniversaries counted from a beginning that the text states: "the 30th anniversary of the 1995 treaty", "the club,
//! founded in 1964, celebrates its 60th anniversary", "its centenary this year", "turned 40 in 2014".

use super::{Counted, judge, whole, year};
use crate::check::Scene;
use crate::check::birth::{exact, tokens_of, turns};
use crate::check::sentence::SentenceView;
use crate::claim::{Claim, Dated};
use crate::period::{Lead, TimeUnit};
use crate::quantity::Unit;
use crate::span::Span;
use crate::token::{Class, Kind};
use crate::verdict::{Outcome, Reason, Verdict};

/// Words between a feast and the date of its celebration, or the year that it is counted from.
const NEAR: usize = 8;

/// Feasts that have a name, by their years.
const NAMED: &[(&str, i32)] = &[
    ("centenary", 100),
    ("centennial", 100),
    ("sesquicentenary", 150),
    ("sesquicentennial", 150),
    ("bicentenary", 200),
    ("bicentennial", 200),
    ("tercentenary", 300),
    ("tricentennial", 300),
    ("quatercentenary", 400),
    ("quincentenary", 500),
];

/// Jubilees that have the same number of years for everybody.
const JUBILEES: &[(&str, i32)] = &[("silver", 25), ("golden", 50)];

/// Words for how something begins, before "in" and its year.
const BEGUN: &[&str] = &[
    "founded",
    "established",
    "formed",
    "incorporated",
    "built",
    "created",
    "launched",
    "opened",
    "inaugurated",
    "passed",
    "enacted",
];

/// A number of years that somebody celebrates.
#[derive(Clone, Copy, Debug)]
pub(super) struct Feast<'c> {
    span: Span,
    years: i32,
    /// Its first token, and the one behind it.
    tokens: (usize, usize),
    claim: Option<&'c Claim>,
    /// "turned 40": no noun that could be another's anniversary.
    turns: bool,
}

/// The feasts of a sentence.
pub(super) fn feasts<'r>(view: &SentenceView<'r>) -> impl Iterator<Item = Feast<'r>> {
    let view = *view;
    let counted = view.claims.iter().filter_map(move |claim| {
        let (start, end) = (view.first_token(claim), view.end_token(claim));
        let (years, span) = (whole(claim)?, claim.quantity.span);
        let feast = |end, turns| Feast { span, years, tokens: (start, end), claim: Some(claim), turns };
        let noun = |word: &str| matches!(word, "anniversary" | "birthday");
        match claim.quantity.unit {
            Unit::Ordinal if noun(view.word(end)) => Some(feast(end + 1, false)),
            Unit::Ordinal if noun(view.word_before(end, 1)) => Some(feast(end, false)),
            Unit::None | Unit::Age(TimeUnit::Year) if turns(view.word_before(start, 1)) => Some(feast(end, true)),
            _ => None,
        }
    });
    let words = (0..view.tokens().len()).filter(move |&at| view.class(at).contains(Class::HOLDS_A_NUMBER));
    let named = words.filter_map(move |at| named(&view, at));
    counted.chain(named)
}

/// "centenary", "golden jubilee".
fn named<'r>(view: &SentenceView<'r>, at: usize) -> Option<Feast<'r>> {
    let jubilee = view.word(at) == "jubilee";
    let (table, start) = if jubilee { (JUBILEES, at.checked_sub(1)?) } else { (NAMED, at) };
    let &(_, years) = table.iter().find(|(known, _)| *known == view.word(start))?;
    let span = view.tokens()[start].span().cover(view.tokens()[at].span());
    Some(Feast { span, years, tokens: (start, at + 1), claim: None, turns: false })
}

/// Holds a feast against the year that it is counted from: one that its own phrase names, or the one in which what the
/// sentence is about was founded, which the sentence before can tell too. It was on the day that the sentence names,
/// else on that of the text.
pub(super) fn jubilee(
    scene: &Scene<'_>,
    view: &SentenceView<'_>,
    before: Option<&SentenceView<'_>>,
    feast: &Feast<'_>,
) -> Option<Verdict> {
    let of = view.word(feast.tokens.1) == "of";
    let from = if of { first_year(view, feast) } else { beginning_of_own(view, before, feast) }?;
    let start = i32::from(year(from.expr.timex.as_deref()?)?);
    let mut others = view.dates().iter().filter(|dated| !std::ptr::eq(*dated, from));
    let day = match (others.next(), others.next()) {
        (None, _) if of || celebrates(view, feast) => match scene.reading.document.metadata.date {
            Some(day) => day,
            None => return Some(undated(view, feast)),
        },
        (Some(other), None) if is_of_the_day(view, feast, other) => other.expr.period?.start?,
        _ => return None,
    };
    let actual = i32::from(day.year()) - start;
    let counted = Counted { span: feast.span, unit: TimeUnit::Year, claim: feast.claim, less: 1, more: 1 };
    let working = format!("{} - {start} = {actual}", day.year());
    // Both sentences stand in one block, which is what spans are relative to.
    (actual > 0).then(|| judge(view, &counted, from.expr.span, (feast.years, actual), &working))
}

fn undated(view: &SentenceView<'_>, feast: &Feast<'_>) -> Verdict {
    Verdict { primary: view.place(feast.span), outcome: Outcome::NotChecked(Reason::NoDate) }
}

/// "the 30th anniversary of the 1995 treaty", "the centenary of the hall, built in 1904": the year behind "of". In "of
/// the treaty in 1995" it is the first year only where the day of the celebration stands elsewhere in the sentence.
fn first_year<'r>(view: &SentenceView<'r>, feast: &Feast<'_>) -> Option<&'r Dated> {
    let behind = |dated: &&Dated| {
        tokens_of(view, dated.expr.span).0.checked_sub(feast.tokens.1).is_some_and(|far| far <= NEAR + 2)
    };
    let dated = view.dates().iter().find(behind).filter(|d| !d.expr.relative)?;
    let first = tokens_of(view, dated.expr.span).0;
    let led = matches!(view.word_before(first, 1), "in" | "on");
    let celebrated_before = matches!(view.dates(), [_, second] if std::ptr::eq(second, dated));
    (!led || celebrated_before || is_beginning(view, dated)).then_some(dated)
}

/// "The club, founded in 1964, celebrates its 60th anniversary", "It was founded in 1964. Its 60th anniversary is in
/// 2024".
fn beginning_of_own<'r>(
    view: &SentenceView<'r>,
    before: Option<&SentenceView<'r>>,
    feast: &Feast<'_>,
) -> Option<&'r Dated> {
    let (start, end) = feast.tokens;
    let own = |word: &str| {
        matches!(word, "its" | "their" | "Its" | "Their") || feast.claim.is_none() && matches!(word, "her" | "his")
    };
    let whose = feast.turns || (1..=2).any(|back| own(view.word_before(start, back)));
    // "its tenth anniversary as a company of its own", "its 50th anniversary hall"
    let goes_on = view.tokens().get(end).is_some_and(|t| t.kind == Kind::Word)
        && !view.class(end).intersects(Class::PREPOSITION | Class::CONJUNCTION | Class::AUXILIARY)
        && !view.dates().iter().any(|dated| tokens_of(view, dated.expr.span).0 == end);
    if !whose || goes_on || matches!(view.word(end), "as" | "with" | "since") {
        return None;
    }
    beginning(view).or_else(|| {
        let opens = matches!(view.word(0), "It" | "They" | "Its" | "Their");
        before.filter(|_| opens).and_then(beginning)
    })
}

/// The one year in which what a sentence is about was founded.
fn beginning<'r>(view: &SentenceView<'r>) -> Option<&'r Dated> {
    let mut begun = view.dates().iter().filter(|dated| is_beginning(view, dated));
    begun.next().filter(|_| begun.next().is_none())
}

/// ", founded in 1964,", "was founded in 1964", "which opened in 1964", "came to the throne in 1972". "The Lunds, who
/// opened their shop in 1964" began something else.
pub(super) fn is_beginning(view: &SentenceView<'_>, dated: &Dated) -> bool {
    let (first, _) = tokens_of(view, dated.expr.span);
    let (verb, before) = (view.word_before(first, 2), view.word_before(first, 3));
    let passive =
        matches!(before, "," | "(" | "was" | "were" | "been" | "and" | "which" | "that" | "\u{2013}" | "\u{2014}");
    let begun = BEGUN.contains(&verb) && passive || verb == "throne";
    begun && matches!(view.word_before(first, 1), "in" | "on") && exact(view, &dated.expr)
}

/// "celebrates its 60th anniversary", "turns 60": a celebration that goes on as the text is written.
fn celebrates(view: &SentenceView<'_>, feast: &Feast<'_>) -> bool {
    let present = |word: &str| {
        matches!(word, "celebrates" | "celebrate" | "celebrating" | "marks" | "mark" | "marking" | "turns")
    };
    (0..feast.tokens.0).any(|i| present(view.word(i)))
}

/// Whether a date is that of the celebration: it stands behind the feast ("its 60th anniversary this year"), or the
/// feast follows its verb ("In 2016 the port marked the 30th anniversary").
fn is_of_the_day(view: &SentenceView<'_>, feast: &Feast<'_>, dated: &Dated) -> bool {
    let (start, end) = feast.tokens;
    let first = tokens_of(view, dated.expr.span).0;
    let behind = first >= end && first - end <= NEAR;
    let verb = view.word_before(start, 2);
    let marked = matches!(verb, "marked" | "celebrated" | "commemorated" | "observed") || celebrates(view, feast);
    dated.expr.lead != Lead::Since && (behind && view.word(end) != "of" || marked || feast.turns && first < start)
}

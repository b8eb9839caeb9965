//! Who was born when, and whose age a figure is: the two sides of an age that can be calculated. A sentence can speak
//! of several people, so that everything here is silent unless the words between a birth and an age leave one person
//! only.

use super::person::is_possessive;
use super::sentence::{SentenceView, is_one_of};
use crate::claim::{Claim, Dated};
use crate::period::{DateExpr, Lead, Period, TimeUnit, parse_iso_period, whole_units};
use crate::quantity::{Form, Hedge, Number, Unit};
use crate::span::Span;
use crate::token::Class;

/// Words between "born" and its date: "born in the coastal town of Kilifi, Kenya, on 3 May 1990".
const MOST_WORDS: usize = 10;

/// Days in a leap year: a date of birth that is wider ("the 1950s") tells no age.
const YEAR: i32 = 366;

/// Words before a date that make it a guess.
const GUESSED: &[&str] = &[
    "c",
    "ca",
    "circa",
    "around",
    "about",
    "approximately",
    "roughly",
    "probably",
    "possibly",
    "perhaps",
    "maybe",
    "before",
    "after",
    "between",
    "or",
    "either",
    "likely",
    "early",
    "late",
    "mid",
    "fl",
    "r",
    "reigned",
];

/// Sentences in which the years behind a name are those of an office.
const OFFICE: &[&str] = &[
    "king",
    "queen",
    "emperor",
    "empress",
    "pope",
    "sultan",
    "shah",
    "tsar",
    "reign",
    "reigned",
    "ruled",
    "president",
    "minister",
    "dynasty",
    "office",
    "served",
    "chairman",
];

/// When someone was born, and where the text says so.
#[derive(Clone, Copy, Debug)]
pub(super) struct Birth {
    /// The days it can have been.
    pub period: Period,
    /// Where the date stands, in the block.
    pub span: Span,
    /// Tokens of the sentence, from "born" to the date.
    pub tokens: (usize, usize),
    /// The day or year of death, where the dates of a life stand in brackets.
    pub death: Option<Period>,
}

/// What an age says of the time at which someone has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Moment {
    /// "Anna Berg, 27,", "the 45-year-old": when the text was written, or when what it tells happened.
    Now,
    /// "died in 2020 aged 65", "was 34 when": then.
    Then,
    /// "turned 80 on Friday", "her 80th birthday": the very day.
    Turns,
}

/// An age in whole years.
#[derive(Clone, Copy, Debug)]
pub(super) struct Age<'r> {
    pub claim: &'r Claim,
    pub years: i32,
    pub moment: Moment,
}

/// The one birth of a sentence; `None` where there are several or where it is a guess.
pub(super) fn birth(view: &SentenceView<'_>, dates: &[Dated]) -> Option<Birth> {
    let mut births = (0..view.tokens().len()).filter(|&at| is_born(view, at));
    let mut lives = dates.iter().filter_map(|dated| life(view, dated));
    match (births.next(), births.next(), lives.next(), lives.next()) {
        (Some(at), None, None, None) => date_of_birth(view, dates, at),
        (None, _, Some(life), None) => Some(life),
        _ => None,
    }
}

/// "born", or the "b." of "(b. 1990)".
fn is_born(view: &SentenceView<'_>, at: usize) -> bool {
    let (word, before) = (view.word(at), view.word_before(at, 1));
    word == "b" && before == "(" || word.eq_ignore_ascii_case("born") && !matches!(before, "-" | "be" | "being")
}

/// "born in Leeds on 3 May 1990": the date behind "born".
fn date_of_birth(view: &SentenceView<'_>, dates: &[Dated], at: usize) -> Option<Birth> {
    let from = at + 1 + usize::from(view.word(at + 1) == ".");
    let start = view.tokens().get(from)?.start;
    let dated = dates.iter().find(|d| d.expr.span.start >= start)?;
    let (first, end) = tokens_of(view, dated.expr.span);
    let near = first - from <= MOST_WORDS;
    // Between the two stand a place and prepositions, and no clause of its own.
    let plain = (from..first).all(|i| {
        let other = Class::PRONOUN | Class::RELATIVE | Class::AUXILIARY | Class::SUBORDINATOR | Class::CONJUNCTION;
        !view.class(i).difference(Class::PREPOSITION).intersects(other | Class::VERB)
            && !matches!(view.word(i), ";" | "(" | ")" | ":" | "to" | "with" | "than")
            && !view.in_a_figure(i)
    });
    if !near || !plain || !exact(view, &dated.expr) || !own_subject(view, at) {
        return None;
    }
    Some(Birth { period: dated.expr.period?, span: dated.expr.span, tokens: (at, end), death: None })
}

/// Whether "born" belongs to the subject of its sentence and to nobody who is only named there ("whose mother was
/// born").
fn own_subject(view: &SentenceView<'_>, at: usize) -> bool {
    let mut i = at;
    while i > 0 && at - i < 5 {
        i -= 1;
        let class = view.class(i);
        if class.contains(Class::PERSON) && is_possessive(view, i) || view.word(i) == "whose" {
            return false;
        }
        if matches!(view.word(i), "," | ";" | "(") {
            return true;
        }
    }
    true
}

/// "(1950–2020)" or "(3 May 1950 – 4 June 2020)" behind a name.
fn life(view: &SentenceView<'_>, dated: &Dated) -> Option<Birth> {
    let (first, end) = tokens_of(view, dated.expr.span);
    let name = first.checked_sub(2).and_then(|i| view.tokens().get(i))?;
    let bracketed = view.word_before(first, 1) == "(" && view.word(end) == ")";
    let (from, to) = dated.expr.timex.as_deref()?.split_once('/')?;
    if !bracketed || !name.capital() || dated.expr.relative || view.words().any(|word| is_one_of(OFFICE, word)) {
        return None;
    }
    let point = |iso: &str| parse_iso_period(iso).ok().filter(Period::is_closed);
    let (born, died) = (point(from)?, point(to)?);
    // Shorter spans are those of an office or a work, longer ones those of a family.
    let years = born.elapsed(&died, TimeUnit::Year)?;
    (*years.start() >= 20 && *years.end() <= 122).then_some(Birth {
        period: born,
        span: dated.expr.span,
        tokens: (first - 1, end + 1),
        death: Some(died),
    })
}

/// A day, month or year that is written out and certain.
pub(super) fn exact(view: &SentenceView<'_>, expr: &DateExpr) -> bool {
    !expr.relative && certain(view, expr)
}

/// A time of a year at the most that is named plainly; its year may be the one of the text.
pub(super) fn certain(view: &SentenceView<'_>, expr: &DateExpr) -> bool {
    let (first, end) = tokens_of(view, expr.span);
    // "after the 2004 flood" is no guess, and neither is ", after that, 2004".
    let certain = matches!(view.word_before(first, 1), "," | "the");
    let guessed = !certain && (1..=2).any(|back| is_one_of(GUESSED, view.word_before(first, back)));
    let short = expr.period.and_then(|p| whole_units(p.start?, p.end?, TimeUnit::Day));
    expr.lead == Lead::None
        && !expr.dependent
        && !guessed
        && view.word(end) != "?"
        && short.is_some_and(|days| days <= YEAR)
}

/// First token of the sentence inside a span, and the one behind it.
pub(super) fn tokens_of(view: &SentenceView<'_>, span: Span) -> (usize, usize) {
    let tokens = view.tokens();
    (tokens.partition_point(|t| t.end <= span.start), tokens.partition_point(|t| t.start < span.end))
}

/// The age that a figure is, if it is one.
pub(super) fn age<'r>(view: &SentenceView<'_>, claim: &'r Claim) -> Option<Age<'r>> {
    let quantity = &claim.quantity;
    let Number::Value { value, form: Form::Whole, .. } = quantity.number else { return None };
    let years = i32::try_from(value).ok().filter(|years| (1..=130).contains(years))?;
    if !matches!(quantity.hedge, Hedge::None | Hedge::Exactly) || quantity.change.is_some() {
        return None;
    }
    let (start, end) = (view.first_token(claim), view.end_token(claim));
    let before = view.word_before(start, 1);
    // "Two men, aged 20 and 25".
    if before == "and" && view.in_a_figure(start.saturating_sub(2))
        || view.word(end) == "and" && view.in_a_figure(end + 1)
    {
        return None;
    }
    let bare = quantity.noun.is_none() && matches!(quantity.unit, Unit::None | Unit::Person);
    let closes = view.ends_clause(end) || view.class(end).contains(Class::PREPOSITION);
    let moment = match quantity.unit {
        Unit::Ordinal => view.text(quantity.span).ends_with("birthday") || view.word(end) == "birthday",
        Unit::Age(TimeUnit::Year) => turns(before),
        _ => bare && (turns(before) || would_have_been(view, start, end)),
    }
    .then_some(Moment::Turns)
    .or_else(|| match quantity.unit {
        Unit::Age(TimeUnit::Year) => {
            let text = view.text(quantity.span);
            let aged = ["aged", "age"].contains(&before) || before == "of" && view.word_before(start, 2) == "age";
            // "when she was 31"
            let once = before == "was" && is_one_of(&["when", "until", "since", "before"], view.word_before(start, 3));
            Some(if aged || once || text.starts_with("age") { Moment::Then } else { Moment::Now })
        }
        _ if bare && matches!(before, "was" | "is") && view.word(end) == "when" => Some(Moment::Then),
        _ if bare && before == "at" && closes && (has_died(view, start) || is_dated(view, start - 1)) => {
            Some(Moment::Then)
        }
        _ if bare && before == "," && view.word_before(start, 2) == ")" && closes => Some(Moment::Now),
        // "She is 83 now", "Brito, now 83,"; "is now 83" of a team is no age, but nobody was born there.
        _ if bare
            && matches!(before, "is" | "are")
            && (closes || is_now(view.word(end)) && counts_nothing(view, end + 1)) =>
        {
            Some(Moment::Now)
        }
        _ if bare
            && before == "now"
            && matches!(view.word_before(start, 2), "," | "is" | "(")
            && counts_nothing(view, end) =>
        {
            Some(Moment::Now)
        }
        _ => None,
    })?;
    Some(Age { claim, years, moment })
}

/// "turned 60"
pub(super) fn turns(word: &str) -> bool {
    is_one_of(&["turn", "turns", "turned", "turning"], word)
}

/// "would have been 90 on 3 June": on a birthday that a death forestalled.
fn would_have_been(view: &SentenceView<'_>, start: usize, end: usize) -> bool {
    ["been", "have", "would"].iter().zip(1..).all(|(word, back)| view.word_before(start, back) == *word)
        && view.word(end) == "on"
}

fn is_now(word: &str) -> bool {
    matches!(word, "now" | "today")
}

/// A mark or conjunction: a bare number before it counts nothing that follows.
fn counts_nothing(view: &SentenceView<'_>, at: usize) -> bool {
    view.ends_clause(at) || matches!(view.word(at), "and" | "but")
}

/// "died", "dead" in the clause before a place.
fn has_died(view: &SentenceView<'_>, at: usize) -> bool {
    (1..=10).any(|back| tells_death(view.word_before(at, back)))
}

/// "was drafted in 2014 at 18", "left school in 2014, at 18": what someone did then, and neither a price nor a rank.
fn is_dated(view: &SentenceView<'_>, at: usize) -> bool {
    const RATED: &[&str] = &[
        "ranked", "seeded", "placed", "finished", "charted", "peaked", "priced", "valued", "bought", "sold", "traded",
        "opened", "closed", "listed", "shares", "stood",
    ];
    let end = at - usize::from(view.word_before(at, 1) == ",");
    let dated = view.dates().iter().any(|d| exact(view, &d.expr) && tokens_of(view, d.expr.span).1 == end);
    dated && !view.words().any(|word| is_one_of(RATED, word))
}

/// "died", "dead", "killed".
pub(super) fn tells_death(word: &str) -> bool {
    is_one_of(&["died", "dies", "dead", "death", "die", "killed", "passed"], word)
}

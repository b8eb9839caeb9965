//! Steps over two sentences: the level before stands in one, the change and the level afterwards in the other. "There
//! were 412 fires last year. This year there were 512, a rise of 24%", "Sales were $40m in 2021. In 2022 they rose 20%
//! to $48m".

use super::role::{Role, role};
use super::step::{Step, figures_of, is_level, only_level};
use super::than::TIMES;
use super::trailing::trailing_in;
use crate::check::compare::may_be_one_unit;
use crate::check::context::stems::content_stems;
use crate::check::direction::{Said, breaks, directed, direction, is_noun_of_change};
use crate::check::sentence::SentenceView;
use crate::claim::Claim;
use crate::period::Period;
use crate::quantity::Unit;
use crate::token::{Class, Token};
use crate::verdict::Confidence;

/// Most words between a change and the level that it leads to, or a level and what it means.
const REACH: usize = 8;

/// Nouns and verbs for any level, which say nothing of what it is a level of.
const OF_ANY_LEVEL: &[&str] = &[
    "number",
    "numbers",
    "figure",
    "figures",
    "count",
    "amount",
    "sum",
    "level",
    "tally",
    "reached",
    "stood",
    "came",
    "went",
    "recorded",
    "counted",
    "totalled",
    "totaled",
    "amounted",
    "averaged",
    "saw",
    "later",
    "increase",
    "decrease",
    "growth",
    "reduction",
    "gain",
    "percentage",
    "point",
    "points",
];

/// The way between the one level of a sentence and the one of another that tells a change too, with the view of that
/// one. `apart` is whether a sentence stands between the two.
pub(super) fn over_two<'v>(
    view: &SentenceView<'v>,
    before: &SentenceView<'v>,
    apart: bool,
) -> Option<(SentenceView<'v>, Step<'v>)> {
    let (told, other) = match (only_level(before), only_level(view)) {
        (Some(level), _) => (view, (before, level)),
        (None, Some(level)) => (before, (view, level)),
        (None, None) => return None,
    };
    let step = told_of(told, other)?;
    same_subject(view, before, apart).then_some((*told, step))
}

/// A level with its view.
type Level<'a, 'v> = (&'a SentenceView<'v>, &'v Claim);

fn told_of<'v>(view: &SentenceView<'v>, (other, their): Level<'_, 'v>) -> Option<Step<'v>> {
    let figures: Vec<&Claim> = figures_of(view);
    let [first, second] = figures[..] else { return None };
    let (level, change, says) = trailing_in(view, &figures)
        .or_else(|| concluded(view, first, second))
        .map(|(change, says)| (first, change, says))
        .or_else(|| led_to(view, first, second).map(|says| (second, first, says)))?;
    let differ = matches!((other.head(their), view.head(level)), (Some(a), Some(b)) if a != b);
    if !is_level(view, level) || !may_be_one_unit(their, level) || differ {
        return None;
    }
    let (base, result) = in_order((other, their), (view, level))?;
    // What the sentence before says can be something else after all.
    Some(Step { confidence: Confidence::Medium, ..Step::new(base, result, Some(change), Some(says)) })
}

/// "was 412, so it is up 24%", "was 412, which makes it a rise of 24%": a conclusion on the same subject.
fn concluded<'v>(view: &SentenceView<'v>, level: &Claim, change: &'v Claim) -> Option<(&'v Claim, Said)> {
    let (from, to) = (view.end_token(level), view.first_token(change));
    let plain = |i: usize| {
        view.class(i).intersects(Class::AUXILIARY | Class::PRONOUN | Class::DETERMINER | Class::RELATIVE)
            || matches!(view.word(i), "so" | "makes" | "made" | "means" | "of" | "by" | "now")
            || direction(view, i).is_some()
    };
    let opens = view.word(from) == "," && matches!(view.word(from + 1), "so" | "which");
    let closes = view.ends_clause(view.end_token(change));
    let sound = opens && closes && to - from <= REACH + 4 && (from + 1..to).all(plain);
    let says = directed(view, change).filter(|_| sound && change.quantity.unit == Unit::Percent)?;
    Some((change, says))
}

/// "they rose 20% to $48m", "it built 25% more this year, 800": the change, and the level that it leads to.
fn led_to(view: &SentenceView<'_>, change: &Claim, level: &Claim) -> Option<Said> {
    let (from, to) = (view.end_token(change), view.first_token(level));
    let mut between = from..to;
    let behind_a_mark = view.word_before(to, 1) == "," && view.ends_clause(view.end_token(level));
    let leads = role(view, level) == Role::To && from < to || behind_a_mark;
    let plain = |i: usize| {
        view.in_a_date(i)
            || view.class(i).intersects(Class::DETERMINER | Class::DEICTIC | Class::TIME_UNIT | Class::HEDGE)
            || matches!(view.word(i), "," | "to" | "in" | "record")
    };
    let sound = leads && between.len() <= REACH && between.all(plain) && change.quantity.unit == Unit::Percent;
    directed(view, change).filter(|_| sound)
}

/// Whether the content words of the sentence, up to the clause behind its last figure, all stand in the one before;
/// with a sentence between, one at least must, for a pronoun would mean what that tells of.
pub(in crate::check) fn same_subject(view: &SentenceView<'_>, before: &SentenceView<'_>, apart: bool) -> bool {
    let last = view.claims.last().map_or(0, |c| view.end_token(c));
    let end =
        (last..view.tokens().len()).find(|&i| breaks(view, i) || view.word(i) == ",").unwrap_or(view.tokens().len());
    let told = |i: usize| {
        view.in_a_date(i)
            || direction(view, i).is_some()
            || is_noun_of_change(view.word(i))
            || TIMES.contains(&view.word(i))
            || OF_ANY_LEVEL.contains(&view.word(i))
    };
    let own: Vec<Token> = (0..end).filter(|&i| !told(i)).map(|i| view.tokens()[i]).collect();
    let own = content_stems(view.reading, view.block(), &own);
    let theirs = content_stems(before.reading, before.block(), before.tokens());
    own.iter().all(|stem| theirs.contains(stem)) && !(apart && own.is_empty())
}

/// Of the levels of two sentences, the one before and the one afterwards, where words or dates tell which is which.
fn in_order<'v>((before, earlier): Level<'_, 'v>, (view, level): Level<'_, 'v>) -> Option<(&'v Claim, &'v Claim)> {
    let period = |claim: &Claim| Some(claim.stated_period()?.period);
    if let (Some(theirs), Some(own)) = (period(earlier), period(level)) {
        return if follows(own, theirs) {
            Some((earlier, level))
        } else if follows(theirs, own) {
            Some((level, earlier))
        } else {
            None
        };
    }
    let now = |view: &SentenceView<'_>| {
        TIMES.iter().any(|time| says_any(view, &[("this", time)])) || view.words().any(|w| matches!(w, "now" | "today"))
    };
    let then = |view: &SentenceView<'_>| {
        TIMES.iter().any(|time| says_any(view, &[("last", time), ("previous", time)]))
            || says_any(view, &[("had", "been"), ("year", "earlier"), ("year", "before"), ("year", "ago")])
    };
    // "last year", and "in the year before"
    let before_that = |view: &SentenceView<'_>| says_any(view, &[("year", "earlier"), ("year", "before")]);
    // "Two years later it had", "The following year it had"
    let later = (1..REACH).any(|i| {
        view.word(i) == "later" && view.class(i - 1).contains(Class::TIME_UNIT)
            || matches!(view.word(i - 1), "following" | "next") && TIMES.contains(&view.word(i))
    });
    // "This year there were 90 by June, up 20%": of a part of the year.
    let partly = |view: &SentenceView<'_>| {
        (0..view.tokens().len()).any(|i| view.class(i).contains(Class::MONTH))
            || says_any(
                view,
                &[("so", "far"), ("to", "date"), ("first", "half"), ("first", "quarter"), ("this", "point")],
            )
    };
    if partly(view) != partly(before) {
        return None;
    }
    match (then(before), now(view), then(view)) {
        (true, true, false) => Some((earlier, level)),
        _ if later => Some((earlier, level)),
        (false, false, true) => Some((level, earlier)),
        (true, false, true) if before_that(view) && !before_that(before) => Some((level, earlier)),
        (true, false, true) if before_that(before) && !before_that(view) => Some((earlier, level)),
        _ => None,
    }
}

/// Whether a period begins where the other ends, and is about as long.
fn follows(period: Period, other: Period) -> bool {
    let days = |of: Period| Some((of.end? - of.start?).get_days());
    let alike = days(period).zip(days(other)).is_some_and(|(a, b)| (a - b).abs() * 10 <= a);
    alike && period.start == other.end
}

fn says_any(view: &SentenceView<'_>, pairs: &[(&str, &str)]) -> bool {
    let words: Vec<&str> = view.words().collect();
    words
        .windows(2)
        .any(|two| pairs.iter().any(|(a, b)| two[0].eq_ignore_ascii_case(a) && two[1].eq_ignore_ascii_case(b)))
}

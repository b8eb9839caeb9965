//! Years ago: "founded in 1994, 25 years ago", "25 years ago, in 1994", "the 25-year-old law, passed in 1994": a year
//! that the text states, counted back from the date of the text.

use super::jubilee::is_beginning;
use super::{Counted, judge, year};
use crate::check::Scene;
use crate::check::birth::{exact, tokens_of};
use crate::check::sentence::SentenceView;
use crate::claim::{Claim, Dated};
use crate::period::TimeUnit;
use crate::token::Class;
use crate::verdict::Verdict;

/// Appends what the years ago of a sentence say of the year that stands straight beside them.
pub(super) fn ago(scene: &Scene<'_>, view: &SentenceView<'_>, out: &mut Vec<Verdict>) {
    let Some(today) = scene.reading.document.metadata.date else { return };
    let dates = view.dates();
    for (at, dated) in dates.iter().enumerate() {
        let text = view.text(dated.expr.span);
        if !dated.expr.relative || !text.ends_with(" years ago") || text.contains("half") || is_hedged(view, dated) {
            continue;
        }
        let before = at.checked_sub(1).and_then(|i| dates.get(i)).filter(|d| explained_by(view, d, dated));
        let behind = dates.get(at + 1).filter(|d| explains(view, dated, d));
        let Some(stated) = before.or(behind) else { continue };
        let then = dated.expr.period.and_then(|p| p.start).map(|day| i32::from(today.year()) - i32::from(day.year()));
        let from = stated.expr.timex.as_deref().and_then(year).map(i32::from);
        let (Some(years), Some(from)) = (then, from) else { continue };
        let actual = i32::from(today.year()) - from;
        let slack = slack(years);
        // With a third date somebody may be speaking on another day: "In 2012 she said that it was founded in 1994, 18
        // years ago".
        let from_there = |other: &Dated| {
            let spoken = other.expr.period.and_then(|p| p.start).map(|day| i32::from(day.year()));
            spoken.is_none_or(|spoken| (spoken - from - years).abs() <= slack)
        };
        let mut others = dates.iter().filter(|d| !std::ptr::eq(*d, dated) && !std::ptr::eq(*d, stated));
        if others.any(from_there) {
            continue;
        }
        let counted = Counted { span: dated.expr.span, unit: TimeUnit::Year, claim: None, less: slack, more: slack };
        let working = format!("{} - {from} = {actual}", today.year());
        out.push(judge(view, &counted, stated.expr.span, (years, actual), &working));
    }
}

/// "the 25-year-old law, passed in 1994, is", "the law, now 25 years old, was passed in 1994": what stands there since
/// the one year of its sentence.
pub(super) fn old(scene: &Scene<'_>, view: &SentenceView<'_>, claim: &Claim, years: i32) -> Option<Verdict> {
    let today = scene.reading.document.metadata.date?;
    let [dated] = view.dates() else { return None };
    let now = view.word_before(view.first_token(claim), 1) == "now";
    // "The 30-year-old bridge, built in 1937, collapsed" told of another time.
    let any = |words: &[&str]| view.words().any(|word| words.contains(&word));
    let stands = any(&["is", "are", "has", "have", "will", "can", "must", "needs"]) && !any(&["was", "were", "had"]);
    if !is_beginning(view, dated) || !now && !stands {
        return None;
    }
    let from = i32::from(year(dated.expr.timex.as_deref()?)?);
    let actual = i32::from(today.year()) - from;
    let slack = slack(years);
    let counted = Counted { less: slack, more: slack, ..Counted::of(claim, slack) };
    let working = format!("{} - {from} = {actual}", today.year());
    Some(judge(view, &counted, dated.expr.span, (years, actual), &working))
}

/// "Forty years ago, in 1982" is said two years later too.
fn slack(years: i32) -> i32 {
    1 + i32::from(years % 10 == 0)
}

/// "almost 25 years ago", "more than 25 years ago".
fn is_hedged(view: &SentenceView<'_>, dated: &Dated) -> bool {
    let (first, end) = tokens_of(view, dated.expr.span);
    let hedge =
        |i: usize| view.class(i).contains(Class::HEDGE) || matches!(view.word(i), "than" | "or" | "to" | "over");
    (first.saturating_sub(1)..end).any(hedge)
}

/// "in 1994, 25 years ago," and "in 1994 (25 years ago)": the year, and how long ago that is.
fn explained_by(view: &SentenceView<'_>, stated: &Dated, ago: &Dated) -> bool {
    let ((_, end), (first, behind)) = (tokens_of(view, stated.expr.span), tokens_of(view, ago.expr.span));
    exact(view, &stated.expr) && end + 1 == first && opens(view.word(end)) && view.ends_clause(behind)
}

/// "25 years ago, in 1994,": how long ago, and the year.
fn explains(view: &SentenceView<'_>, ago: &Dated, stated: &Dated) -> bool {
    let ((_, end), (first, behind)) = (tokens_of(view, ago.expr.span), tokens_of(view, stated.expr.span));
    let preposition = |at: usize| matches!(view.word(at), "in" | "on");
    let straight = opens(view.word(end)) && first == end + 2 && preposition(end + 1);
    exact(view, &stated.expr) && straight && view.ends_clause(behind)
}

fn opens(word: &str) -> bool {
    matches!(word, "," | "(" | "\u{2013}" | "\u{2014}")
}

//! Anniversaries and years of service counted from a beginning that the text states: "the club, founded in 1964,
//! celebrates its 60th anniversary", "in her 40th year as organist, having begun in 1985".

use super::Scene;
use super::birth::{exact, tokens_of};
use super::elapsed::{Counted, judge, year};
use super::sentence::SentenceView;
use crate::claim::{Claim, Dated};
use crate::verdict::Verdict;

/// Words between the ordinal and the date of the celebration: "anniversary this year".
const NEAR: usize = 6;

/// "The club, founded in 1964, celebrates its 60th anniversary this year", "It was founded in 1964. Its 60th anniversary
/// is in 2024": the beginning in the sentence or in the one before.
pub(super) fn jubilee(
    scene: &Scene<'_>,
    view: &SentenceView<'_>,
    before: Option<&SentenceView<'_>>,
    claim: &Claim,
    years: i32,
) -> Option<Verdict> {
    let (start, end) = (view.first_token(claim), view.end_token(claim));
    let whose = (1..=2).any(|back| matches!(view.word_before(start, back), "its" | "their" | "Its" | "Their"));
    let named = view.text(claim.quantity.span).ends_with("anniversary") || view.word(end) == "anniversary";
    if !whose || !named {
        return None;
    }
    // "She and her husband, who founded it in 1964, celebrate their 40th wedding anniversary": another beginning.
    let end = end + usize::from(view.word(end) == "anniversary");
    // "its tenth anniversary as a company of its own"
    if matches!(view.word(end), "as" | "of" | "with" | "since") {
        return None;
    }
    let own = beginning(view, view.dates());
    let (from, dated) = own.or_else(|| {
        let opens = matches!(view.word(0), "It" | "They");
        before.filter(|_| opens).and_then(|before| beginning(before, before.dates()))
    })?;
    let others = view.dates().iter().filter(|d| own.is_none_or(|(_, own)| !std::ptr::eq(*d, own)));
    let mut others = others.map(|d| (d, tokens_of(view, d.expr.span)));
    let to = match (others.next(), others.next()) {
        (Some((dated, (first, _))), None) if first >= end && first - end <= NEAR => dated.expr.period?.start?.year(),
        (None, _) if (0..start).any(|i| celebrates(view.word(i))) => scene.reading.document.metadata.date?.year(),
        _ => return None,
    };
    let actual = i32::from(to) - from;
    let counted = Counted::of(claim, 1);
    // Both sentences stand in one block, which is what spans are relative to.
    let working = format!("{to} - {from} = {actual}");
    (actual > 0).then(|| judge(view, &counted, dated.expr.span, (years, actual), &working))
}

/// "in her 40th year as organist, having begun in 1985": the first year is counted or not.
pub(super) fn year_of_service(
    scene: &Scene<'_>,
    view: &SentenceView<'_>,
    claim: &Claim,
    years: i32,
) -> Option<Verdict> {
    let (start, end) = (view.first_token(claim), view.end_token(claim));
    let whose = matches!(view.word_before(start, 1), "her" | "his" | "its" | "their" | "my" | "our");
    let now = matches!(view.word_before(start, 3), "is" | "are" | "'s" | "\u{2019}s" | "now" | "Now" | "am");
    let in_year = matches!(view.word_before(start, 2), "in" | "In")
        && view.word(end) == "year"
        && matches!(view.word(end + 1), "as" | "at" | "of" | "with");
    let [dated] = view.dates() else { return None };
    let (first, _) = tokens_of(view, dated.expr.span);
    let begun = |i: usize| {
        matches!(
            view.word(i),
            "began" | "begun" | "started" | "starting" | "joined" | "joining" | "appointed" | "hired"
        )
    };
    let led = (first.saturating_sub(4)..first).any(begun) && exact(view, &dated.expr);
    if !(whose && now && in_year && led) {
        return None;
    }
    let (from, to) = (i32::from(year(dated.expr.timex.as_deref()?)?), scene.reading.document.metadata.date?.year());
    let actual = i32::from(to) - from;
    let counted = Counted::of(claim, 2);
    let working = format!("{to} - {from} = {actual}");
    Some(judge(view, &counted, dated.expr.span, (years, actual), &working))
}

/// The one year in which what a sentence is about was founded: ", founded in 1964,", "was founded in 1964".
fn beginning<'r>(view: &SentenceView<'r>, dates: &'r [Dated]) -> Option<(i32, &'r Dated)> {
    let mut begun = dates.iter().filter(|dated| {
        let (first, _) = tokens_of(view, dated.expr.span);
        let verb = matches!(view.word_before(first, 2), "founded" | "established" | "formed" | "incorporated");
        let passive =
            matches!(view.word_before(first, 3), "," | "(" | "was" | "were" | "and" | "\u{2013}" | "\u{2014}");
        verb && passive && matches!(view.word_before(first, 1), "in" | "on") && exact(view, &dated.expr)
    });
    let dated = begun.next().filter(|_| begun.next().is_none())?;
    Some((i32::from(year(dated.expr.timex.as_deref()?)?), dated))
}

/// A celebration that goes on as the text is written.
fn celebrates(word: &str) -> bool {
    matches!(word, "celebrates" | "celebrate" | "celebrating" | "marks" | "mark" | "marking")
}

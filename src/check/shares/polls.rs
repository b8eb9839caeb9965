//! Polls and ballots told over several sentences: "52% said yes. Another 31% said no, and 22% did not know." Everybody
//! gives one answer, so that the shares come to no more than 100 per cent.

use super::is_plain;
use crate::check::divided::is_object_of;
use crate::check::sentence::SentenceView;
use crate::claim::{Claim, Reading};
use crate::quantity::Unit;
use crate::token::Class;

/// How far behind its share an answer stands: "31% of those asked said they were against it".
const FAR: usize = 9;

/// What somebody can answer to one question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Answer {
    For,
    Against,
    Unsure,
}

/// An answer and the token behind its word.
type Said = (Answer, usize);

/// The shares of every poll that goes over two sentences or more, with the view of its last sentence.
pub(super) fn polls<'r>(reading: &'r Reading<'r>) -> Vec<(SentenceView<'r>, Vec<&'r Claim>)> {
    let mut found = Vec::new();
    let mut poll: Vec<(SentenceView<'r>, &'r Claim, Said)> = Vec::new();
    let mut close = |poll: &mut Vec<(SentenceView<'r>, &'r Claim, Said)>| {
        let several = poll.first().zip(poll.last()).is_some_and(|(a, b)| a.0.sentence.tokens != b.0.sentence.tokens);
        let differ = (0..poll.len()).all(|at| poll[..at].iter().all(|other| other.2.0 != poll[at].2.0));
        if let Some((view, ..)) = poll.last().filter(|_| several && differ && same_object(poll)) {
            found.push((*view, poll.iter().map(|(_, claim, _)| *claim).collect()));
        }
        poll.clear();
    };
    for sentence in &reading.sentences {
        let view = SentenceView::of(reading, sentence);
        let answers = answers(&view);
        let goes_on =
            poll.last().is_some_and(|(before, ..)| before.sentence.block == sentence.block) && continues(&view);
        if !goes_on || answers.is_none() {
            close(&mut poll);
        }
        poll.extend(answers.unwrap_or_default().into_iter().map(|(claim, said)| (view, claim, said)));
    }
    close(&mut poll);
    found
}

/// The shares of a sentence with their answers; `None` where one of them has none, or there is no share.
fn answers<'r>(view: &SentenceView<'r>) -> Option<Vec<(&'r Claim, Said)>> {
    let shares: Vec<&Claim> = view.claims.iter().filter(|c| c.quantity.unit == Unit::Percent).collect();
    if shares.is_empty() || !shares.iter().all(|c| is_plain(view, c)) {
        return None;
    }
    shares.into_iter().map(|share| Some((share, answer(view, share)?))).collect()
}

/// A sentence that goes on with the same question: it begins with its share, and names no time of its own.
fn continues(view: &SentenceView<'_>) -> bool {
    let lead = |word: &str| {
        matches!(
            word,
            "Another" | "Some" | "Only" | "Just" | "About" | "And" | "But" | "A" | "further" | "Around" | "while"
        )
    };
    let first = view.claims.first().map_or(0, |c| view.first_token(c));
    view.dates().is_empty() && (0..first).all(|i| lead(view.word(i)))
}

/// What the words behind a share say, up to the next comma or figure.
fn answer(view: &SentenceView<'_>, share: &Claim) -> Option<Said> {
    let end = view.end_token(share);
    let mut denied = false;
    for i in (end..end + FAR).take_while(|&i| !matches!(view.word(i), "," | ";") && !view.in_a_figure(i)) {
        let answer = match view.word(i) {
            "yes" | "for" | "favour" | "favor" | "favoured" | "favored" | "agreed" | "agree" | "supported"
            | "support" | "approved" | "approve" | "backed" | "back" => Answer::For,
            "no" | "against" | "disagreed" | "disagree" | "opposed" | "oppose" | "disapproved" | "disapprove"
            | "rejected" | "reject" => Answer::Against,
            "undecided" | "unsure" | "know" | "opinion" | "sure" | "answer" | "abstained" => Answer::Unsure,
            _ => {
                denied |= view.class(i).contains(Class::NEGATION);
                continue;
            }
        };
        // "had no opinion", "gave no answer"
        if answer == Answer::Against && matches!(view.word(i + 1), "opinion" | "answer") {
            continue;
        }
        return Some(match answer {
            Answer::For if denied => (Answer::Against, i + 1),
            Answer::Against if denied => return None,
            answer => (answer, i + 1),
        });
    }
    None
}

/// Whether all speak of one thing: what the first is for is what the others are against, or it is not said again.
fn same_object(poll: &[(SentenceView<'_>, &Claim, Said)]) -> bool {
    let Some(((first, _, (_, at)), others)) = poll.split_first() else { return false };
    others
        .iter()
        .all(|(view, _, (answer, behind))| *answer == Answer::Unsure || is_object_of((view, *behind), (first, *at)))
}

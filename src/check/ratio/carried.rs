//! Votes that were won with the smaller number: "the motion was carried by 41 votes to 45", "approved with a majority
//! of 41 to 45".

use crate::check::change::growth::nominal;
use crate::check::change::step::figures_of;
use crate::check::change::tally::{Tally, tally};
use crate::check::sentence::{SentenceView, is_one_of};
use crate::token::Class;
use crate::verdict::{Confidence, Failure, Label, Mismatch, Outcome, Verdict};

/// Verbs of a vote that the larger side wins.
const CARRIED: &[&str] = &["passed", "carried", "approved", "adopted", "backed", "ratified", "endorsed"];

/// What is voted on, and who votes.
const VOTED: &[&str] = &[
    "bill",
    "motion",
    "amendment",
    "resolution",
    "measure",
    "proposal",
    "law",
    "legislation",
    "budget",
    "plan",
    "treaty",
    "deal",
    "agreement",
    "act",
    "reform",
    "vote",
    "votes",
    "council",
    "parliament",
    "senate",
    "house",
    "assembly",
    "committee",
    "lawmakers",
    "deputies",
    "legislature",
    "chamber",
    "congress",
    "board",
];

/// Words between such a verb and the tally: "passed on Monday by", "approved the plan with a majority of".
const REACH: usize = 8;

/// Appends what the tally of a vote says of its outcome.
pub(super) fn carried(view: &SentenceView<'_>, out: &mut Vec<Verdict>) {
    let figures = figures_of(view);
    for at in 0..figures.len() {
        let Some(tally) = tally(view, &figures, at) else { continue };
        let Some(verb) = verb_before(view, &tally) else { continue };
        let (Some(won), Some(lost)) = (nominal(&tally.sides[0]), nominal(&tally.sides[1])) else { continue };
        let [first, second] = &tally.shown;
        let labels: Vec<Label> = tally
            .figures
            .iter()
            .skip(1)
            .map(|claim| Label { place: view.place(claim.quantity.span), message: "against".to_owned() })
            .collect();
        let verb = view.word(verb);
        let outcome = if won >= lost {
            let message = format!("“{verb}” agrees with the votes");
            Outcome::Passed { calculation: format!("{first} to {second}"), message, labels }
        } else {
            Outcome::Failed(Box::new(Failure {
                mismatch: Mismatch::Hard,
                confidence: Confidence::High,
                message: format!("“{verb}” with {first} votes to {second}: fewer were for it than against"),
                help: Some("check the word and the order of the two figures".to_owned()),
                primary_label: "the smaller side".to_owned(),
                labels,
                calculation: Some(format!("{first} is less than {second}")),
                cause: Some("the two figures may be exchanged".to_owned()),
                fix: None,
            }))
        };
        out.push(Verdict { primary: view.place(tally.figures[0].quantity.span), outcome });
    }
}

/// The verb of which a tally tells the votes: nothing else stands between them, and nothing is counted behind it.
fn verb_before(view: &SentenceView<'_>, tally: &Tally<'_>) -> Option<usize> {
    let (start, end) = tally.tokens;
    let led_by = match view.word_before(start, 1) {
        "by" | "with" | "," => true,
        "of" => matches!(view.word_before(start, 2), "majority" | "margin" | "vote"),
        before => CARRIED.contains(&before),
    };
    // "41 to 45 seats", "41 to 45-year-olds", "41 to 45 per cent"
    let closed = view.tokens().get(end).is_none_or(|_| {
        matches!(view.word(end), "." | "," | ";" | ")" | "against" | "votes" | "vote")
            || view.in_a_date(end)
            || view.class(end).intersects(Class::PREPOSITION | Class::CONJUNCTION | Class::SUBORDINATOR)
                && view.word(end) != "of"
    });
    let votes =
        tally.figures.iter().all(|c| c.quantity.noun.is_none_or(|n| matches!(view.text(n.head), "vote" | "votes")));
    let voted = |word: &str| is_one_of(VOTED, word);
    let other = Class::REPORTING | Class::CONJUNCTION | Class::RELATIVE | Class::SUBORDINATOR | Class::NEGATION;
    let verb = (start.saturating_sub(REACH)..start).rev().find(|&i| CARRIED.contains(&view.word(i)))?;
    let plain = |i: usize| !view.class(i).intersects(other) && !view.in_a_figure(i) && view.word(i) != ";";
    let denied = (verb.saturating_sub(REACH / 2)..verb).any(|i| {
        view.class(i).contains(Class::NEGATION) || matches!(view.word(i), "failed" | "until" | "if" | "unless" | "veto")
    });
    (led_by && closed && votes && !denied && (verb..start).all(plain) && view.words().any(voted)).then_some(verb)
}

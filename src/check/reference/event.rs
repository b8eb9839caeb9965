//! Counts of one event that a text gives without a period of their own. A report of a shooting counts its victims
//! several times over: all of them, those in hospital, a man among them. Only one of these figures is the fact's.

use rust_decimal::Decimal;

use crate::check::sentence::SentenceView;
use crate::claim::Claim;
use crate::reference::{Fact, FactValue};
use crate::verdict::{Outcome, Reason, Verdict};

/// The counts of every event that the text speaks of.
#[derive(Debug, Default)]
pub(super) struct Events<'f> {
    list: Vec<(&'f Fact, Vec<Count>)>,
}

/// One count of an event.
#[derive(Debug)]
struct Count {
    verdict: Verdict,
    value: Option<Decimal>,
    /// First byte of its sentence in the file's order; counts of one sentence may add up.
    sentence: u32,
    /// Whether it says by itself how many there were: a number, and not "the three others".
    whole: bool,
    /// Whether the day stands in its own words.
    dated: bool,
}

impl<'f> Events<'f> {
    /// Adds a count of the event that a fact is about.
    pub(super) fn add(&mut self, view: &SentenceView<'_>, claim: &Claim, fact: &'f Fact, verdict: Verdict) {
        let value = claim.quantity.number.plain();
        let start = view.first_token(claim);
        let definite = (1..=2).any(|back| {
            matches!(
                view.word_before(start, back).to_ascii_lowercase().as_str(),
                "the" | "these" | "those" | "all" | "both" | "other" | "of"
            )
        });
        let numbered = view.says_a_number(claim) || matches!(value, Some(value) if value.is_zero());
        let count = Count {
            verdict,
            value,
            sentence: view.sentence.tokens.start,
            whole: !definite && numbered,
            dated: claim.stated_period().is_some(),
        };
        match self.list.iter_mut().find(|(of, _)| std::ptr::eq(*of, fact)) {
            Some((_, counts)) => counts.push(count),
            None => self.list.push((fact, vec![count])),
        }
    }

    /// Where one count agrees with the fact, or the counts of one sentence add up to it, the others count some of the
    /// same people. Where none does, the largest whole count is the one that disagrees, and each that has the fact's
    /// day.
    pub(super) fn judge(self, out: &mut Vec<Verdict>) {
        for (fact, counts) in self.list {
            let agrees =
                counts.iter().any(|c| matches!(c.verdict.outcome, Outcome::Passed { .. })) || adds_up(fact, &counts);
            let largest = counts.iter().filter(|c| c.whole).filter_map(|c| c.value).max();
            for mut count in counts {
                let failed = matches!(count.verdict.outcome, Outcome::Failed(_));
                let of_some = match fact.value {
                    FactValue::Value(all, _) if count.dated => agrees && count.value.is_some_and(|some| some < all),
                    _ => !count.dated && (agrees || !count.whole || count.value != largest),
                };
                if failed && of_some {
                    count.verdict.outcome = Outcome::NotChecked(Reason::CountsSome);
                }
                out.push(count.verdict);
            }
        }
    }
}

/// Whether the counts of one sentence make the fact's value: "one man was killed, and a woman".
fn adds_up(fact: &Fact, counts: &[Count]) -> bool {
    let FactValue::Value(value, _) = fact.value else { return false };
    counts.iter().any(|first| {
        let sum = counts
            .iter()
            .filter(|c| c.sentence == first.sentence)
            .try_fold(Decimal::ZERO, |sum, c| sum.checked_add(c.value?));
        sum == Some(value)
    })
}

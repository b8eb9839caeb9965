//! The short form of a fact: `says = "1,660 people were killed in Haiti in the first quarter of 2024."`. figlint's own
//! reader fills in the rest; what it cannot pin down is a fault, and what the row says besides goes before the
//! sentence.

use super::Fact;
use super::fields::Reader;
use super::row::Entry;
use super::stated::{Unclear, fact_of, id_of};
use crate::claim::Reading;
use crate::document::{Document, Given};

/// Keys that the sentence says.
const SAID: &[&str] = &["value", "low", "high", "hedge", "unit", "modality", "change", "qualifiers"];

impl Reader<'_, '_> {
    /// The fact that a sentence states. The row's `as_of` is the day from which its dates are counted.
    pub(super) fn said(&mut self, says: &Entry<'_>) -> Option<Fact> {
        let text = self.words(says)?;
        for key in SAID {
            if let Some(entry) = self.get(key) {
                let help = format!("leave out either \u{201c}says\u{201d} or \u{201c}{key}\u{201d}");
                self.fault(
                    entry.key_span,
                    format!("{key} is what the sentence in \u{201c}says\u{201d} states"),
                    Some(help),
                );
            }
        }
        let wanted = if self.get("measure").is_some() { Some(self.measure()?) } else { None };
        let as_of = self.day("as_of");
        let about = self.texts("about");
        let period = self.period_text();
        let document = Document::read("says.txt", &text, &Given { date: as_of, ..Given::default() });
        let reading = Reading::read(&document, self.vocabulary);
        let known: Vec<_> = reading.claims.iter().filter(|claim| claim.measure.is_some()).collect();
        let claims: Vec<_> = known.iter().filter(|claim| wanted.is_none() || claim.measure == wanted).collect();
        let claim = match (&claims[..], reading.claims.is_empty()) {
            ([claim], _) => **claim,
            ([], true) => return self.refuse(says, "states no figure", "write the figure as a number"),
            ([], false) => {
                let help = "use a word that says it (killed, injured, displaced, pledged ...), or give measure, value and the \
                            rest as keys";
                return self.refuse(says, &format!("cannot be used: {}", Unclear::Measure), help);
            }
            (several, _) => {
                let figures: Vec<&str> =
                    several.iter().map(|claim| claim.quantity.span.slice(&document.blocks[0].text)).collect();
                let message = format!("states {} figures: {}", several.len(), figures.join(", "));
                return self.refuse(
                    says,
                    &message,
                    "write one sentence, and one fact, for each; or say with measure which is meant",
                );
            }
        };
        // What the row says stands in for what the sentence does not.
        let mut claim = claim.clone();
        if let Some((_, period)) = &period {
            claim.period = Some(crate::claim::ClaimPeriod {
                period: *period,
                origin: crate::claim::PeriodOrigin::Clause,
                date: None,
            });
        }
        let mut terms: Vec<_> = about.iter().map(|term| self.term(term)).collect();
        let place = self.place(says.span);
        let fact = fact_of(&reading, &claim, place, terms.is_empty());
        match fact {
            Ok(mut fact) => {
                if !terms.is_empty() {
                    fact.about = std::mem::take(&mut terms);
                    fact.about_text.clone_from(&about);
                }
                if let Some((text, _)) = period {
                    fact.period_text = Some(text);
                }
                fact.id = id_of(&fact, self.vocabulary);
                Some(fact)
            }
            Err(why) => {
                let help = match why {
                    Unclear::About => {
                        "name the country or another known place in the sentence, or give about = [\"...\"]"
                    }
                    Unclear::Period if as_of.is_none() => {
                        "write the period with its year, or give as_of = 2024-06-25, from which \u{201c}last week\u{201d} is counted"
                    }
                    Unclear::Period => "write the period with its year, or give period = \"2024-Q1\"",
                    _ => "give measure, value and the rest as keys",
                };
                self.refuse(says, &format!("cannot be used: {why}"), help)
            }
        }
    }

    fn refuse(&mut self, says: &Entry<'_>, message: &str, help: &str) -> Option<Fact> {
        self.fault(says.span, format!("the sentence {message}"), Some(help.to_owned()));
        None
    }
}

//! The headline's figure against the lead's: two near copies of one statement with another number.

use crate::check::Scene;
use rust_decimal::Decimal;

use crate::check::change::step::figures_of;
use crate::check::change::tally::tally;
use crate::check::compare::{Figure, mismatch};
use crate::check::context::{Context, Frame};
use crate::check::fix;
use crate::check::sentence::SentenceView;
use crate::check::working::slip;
use crate::claim::{Claim, Reading};
use crate::quantity::{Hedge, Number, Unit, singular};
use crate::verdict::{Confidence, Failure, Label, Mismatch, Outcome, Verdict};

/// Appends what is to be said of headlines whose figure is not that of the first sentences; the claims of `told` have
/// been told of.
pub(super) fn headline(scene: &Scene<'_>, told: &[&Claim], out: &mut Vec<Verdict>) {
    let reading = scene.reading;
    let frame = Frame::of(reading);
    for claim in reading.claims.iter().take_while(|c| frame.in_headline(reading, c)) {
        let same: Vec<&Claim> = reading
            .claims
            .iter()
            .take_while(|c| frame.up_to_lead(reading, c))
            .filter(|c| comparable(reading, claim, c))
            .collect();
        // One in the headline and one in the lead: of several nobody can say which is meant.
        let [first, lead] = same[..] else { continue };
        if std::ptr::eq(first, claim)
            && !frame.in_headline(reading, lead)
            && !told.iter().any(|known| std::ptr::eq(*known, claim) || std::ptr::eq(*known, lead))
        {
            out.extend(judge(scene, frame, claim, lead));
        }
    }
}

/// The same unit and, of counted things, the same noun.
fn comparable(reading: &Reading<'_>, a: &Claim, b: &Claim) -> bool {
    let alike = || {
        let (one, other) = (counted_as(reading, a), counted_as(reading, b));
        one.iter().any(|noun| other.contains(noun))
    };
    let plain = |claim: &Claim| matches!(claim.quantity.number, Number::Value { .. }) && !claim.repeated;
    match (a.quantity.unit, b.quantity.unit) {
        (x, y) if x.counts_things() && y.counts_things() => plain(a) && plain(b) && alike(),
        (Unit::Money(x), Unit::Money(y)) => plain(a) && plain(b) && x == y,
        (Unit::Percent, Unit::Percent) => plain(a) && plain(b),
        _ => false,
    }
}

/// What a figure counts; behind the figures of a headline in capitals, where no noun is read, the next two words.
fn counted_as(reading: &Reading<'_>, claim: &Claim) -> Vec<String> {
    let view = SentenceView::of(reading, &reading.sentences[claim.sentence as usize]);
    if let Some(head) = view.head(claim) {
        return vec![head];
    }
    let capitals = |text: &&str| text.len() > 3 && text.bytes().all(|b| b.is_ascii_uppercase());
    let end = view.end_token(claim);
    (end..end + 2).map(|i| view.word(i)).take_while(capitals).map(singular).collect()
}

fn judge(scene: &Scene<'_>, frame: Frame, claim: &Claim, lead: &Claim) -> Option<Verdict> {
    let reading = scene.reading;
    let (a, b) = (Context::of(reading, frame, claim), Context::of(reading, frame, lead));
    let shared = a.shared(&b);
    let copies = shared.all >= 3 && shared.all * 100 >= shared.fewest * 60;
    if !copies
        || is_margin(reading, claim) != is_margin(reading, lead)
        || a.closed
        || b.closed
        || b.base
        || a.opposes(&b)
        || a.corrects
        || b.corrects
        || claim.modality != lead.modality
    {
        return None;
    }
    let (own, other) = (Figure::of(&claim.quantity, scene.widths)?, Figure::of(&lead.quantity, scene.widths)?);
    let view = |claim: &Claim| SentenceView::of(reading, &reading.sentences[claim.sentence as usize]);
    let (stated, body) = (view(claim).text(claim.quantity.span), view(lead).text(lead.quantity.span));
    let label = Label { place: view(claim).place(claim.quantity.span), message: format!("{stated} in the headline") };
    let calculation = format!("“{stated}” in the headline, “{body}” in the text");
    let found = if bounds_differ(&own, &other) { Some(Mismatch::Hard) } else { mismatch(&own, &other) };
    let outcome = match found {
        None => {
            let message = "headline and text agree".to_owned();
            Outcome::Passed { calculation, message, labels: vec![label] }
        }
        Some(Mismatch::Soft | Mismatch::Note) => return None,
        Some(Mismatch::Hard) => Outcome::Failed(Box::new(Failure {
            mismatch: Mismatch::Hard,
            confidence: Confidence::Medium,
            message: format!("the headline says “{stated}”, the text “{body}”"),
            help: Some("check which of the two is right, and make both say it".to_owned()),
            primary_label: format!("{body} here"),
            labels: vec![label],
            calculation: Some(calculation),
            cause: own.nominal.zip(other.nominal).and_then(|(a, b)| slip(a, b)),
            fix: fix::alike((&view(claim), claim), (&view(lead), lead)),
        })),
    };
    Some(Verdict { primary: view(lead).place(lead.quantity.span), outcome })
}

/// "passes by three votes": how far two figures lie apart, and neither of them. "Passes by 24 votes to 21" tells both.
fn is_margin(reading: &Reading<'_>, claim: &Claim) -> bool {
    let view = SentenceView::of(reading, &reading.sentences[claim.sentence as usize]);
    let by = view.word_before(view.first_token(claim), 1) == "by";
    let figures = figures_of(&view);
    let at = figures.iter().position(|figure| std::ptr::eq(*figure, claim));
    by && at.and_then(|at| tally(&view, &figures, at)).is_none()
}

/// "at least 8" and "at least seven": bounds of one kind with other numbers, more than a rounding apart.
fn bounds_differ(a: &Figure, b: &Figure) -> bool {
    let bound = !matches!(a.hedge, Hedge::None | Hedge::Exactly | Hedge::About | Hedge::Between | Hedge::Vague);
    let (Some(x), Some(y)) = (a.nominal, b.nominal) else { return false };
    bound && a.hedge == b.hedge && x.checked_sub(y).is_some_and(|apart| apart.abs() > x.max(y) / Decimal::TEN)
}

//! Records of a season or a career: "In 30 games they won 17, lost nine and drew four", "30 matches. Won 17, lost 9,
//! drew 4". All three results together are all games.

use crate::check::account::{Account, Kind};
use crate::check::addend::is_part;
use crate::check::sentence::SentenceView;
use crate::claim::{Claim, Standing};
use crate::token::Kind as TokenKind;
use crate::verdict::Confidence;

/// What games end in, as verbs before a figure and as nouns behind it.
const RESULTS: [(&[&str], &[&str]); 3] = [
    (&["won", "winning", "win"], &["win", "victory"]),
    (&["lost", "losing", "lose"], &["loss", "defeat"]),
    (&["drew", "drawn", "drawing", "tied"], &["draw", "tie"]),
];

/// Names of what is played.
const GAMES: &[&str] = &["game", "match", "fixture", "test", "meeting", "encounter"];

/// The games that a sentence, or the one before it, counts, with the results that it gives.
pub(super) fn record<'v>(view: &SentenceView<'v>) -> Option<Account<'v>> {
    let told: Vec<(usize, &Claim)> = view.claims.iter().filter_map(|c| Some((result(view, c)?, c))).collect();
    let [(a, first), (b, second), (c, last)] = told[..] else { return None };
    let parts = vec![first, second, last];
    if [a, b, c].iter().sum::<usize>() != 3 || a == b || !parts.iter().all(|c| is_part(c)) {
        return None;
    }
    let games = |view: &SentenceView<'v>| {
        let mut found = view.claims.iter().filter(|c| result(view, c).is_none() && is_games(view, c));
        found.next().filter(|_| found.next().is_none())
    };
    let closes = |i: usize| view.tokens().get(i).is_none_or(|t| t.kind == TokenKind::Punct);
    let total = if let Some(total) = games(view) {
        let (end, start) = (view.end_token(last), view.first_token(total));
        let of_all = start > end && start - end <= 3 && matches!(view.word(end), "of" | "in" | "from");
        (closes(end) || of_all).then_some(total)
    } else {
        let opens = view.first_token(first) <= 2 && closes(view.end_token(last));
        view.before().filter(|_| opens).and_then(|before| games(&before))
    }?;
    Some(Account { total, parts, kind: Kind::Whole, confidence: Confidence::Medium })
}

/// Which of the three results a figure counts.
fn result(view: &SentenceView<'_>, claim: &Claim) -> Option<usize> {
    let verb = view.word_before(view.first_token(claim), 1).to_lowercase();
    let noun = view.head(claim);
    RESULTS.iter().position(|(verbs, nouns)| {
        verbs.contains(&verb.as_str()) || noun.as_ref().is_some_and(|noun| nouns.contains(&noun.as_str()))
    })
}

fn is_games(view: &SentenceView<'_>, claim: &Claim) -> bool {
    let noun = view.head(claim);
    let played = matches!(view.word_before(view.first_token(claim), 1), "played" | "Played");
    is_part(claim)
        && claim.standing == Standing::Own
        && (played || noun.is_some_and(|noun| GAMES.contains(&noun.as_str())))
}

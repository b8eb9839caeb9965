//! What the figures of a sentence are about: the names of their own words first, then those of the sentence that belong
//! to no other figure. The place of a dateline says where the reporter is, and is the figures' only where their
//! sentence names no other.

use super::scene::Scene;
use super::{Claim, Mention, Reading};
use crate::vocabulary::{EntityId, EntityKind};

impl Reading<'_> {
    /// Fills in what the claims of one sentence are about: the mentions of their own segments, then those of the
    /// sentence that belong to no other figure.
    pub(super) fn fill_about(&mut self, scene: &Scene<'_>, first_claim: usize) {
        let semicolons: Vec<u32> =
            scene.sentence.clone().filter(|&i| scene.tokens[i].is_punct(';')).map(|i| scene.base + i as u32).collect();
        let entities = &self.vocabulary.entities;
        let is_place = |m: &Mention| entities[m.entity.0 as usize].kind == EntityKind::Place;
        let mentions = &self.mentions[scene.first_mention as usize..];
        let claims = &mut self.claims[first_claim..];
        let owners: Vec<Vec<usize>> = mentions.iter().map(|mention| owners(mention, claims)).collect();
        let of_the_dateline = |m: &Mention| m.token < scene.base + scene.prose as u32 && is_place(m);
        let last_resort = mentions.iter().all(|m| !is_place(m) || of_the_dateline(m));
        for at in 0..claims.len() {
            let mut about: Vec<EntityId> = Vec::new();
            let own = Own::of(&claims[at], mentions, is_place);
            for inside in [true, false] {
                for (mention, owners) in mentions.iter().zip(&owners) {
                    let in_segment = claims[at].segment.contains(&mention.token);
                    let of_another = |&other: &usize| {
                        other != at
                            && (claims[other].quantity.span.contains(mention.span)
                                || claims[other].segment != claims[at].segment)
                    };
                    let left_behind = || {
                        claims[0].segment.contains(&mention.token)
                            && claims[0].segment != claims[at].segment
                            && own.leaves(mention, &claims[0], &semicolons, is_place(mention))
                    };
                    if in_segment == inside
                        && (last_resort || !of_the_dateline(mention))
                        && !about.contains(&mention.entity)
                        && !owners.iter().any(of_another)
                        && !left_behind()
                    {
                        about.push(mention.entity);
                    }
                }
            }
            claims[at].about = about;
        }
    }
}

/// The figures of a sentence to which a name can belong alone: it stands inside the figure's noun phrase, is the
/// subject of its gapped segment, or follows straight behind it ("two officers from Belize").
fn owners(mention: &Mention, claims: &[Claim]) -> Vec<usize> {
    let owns = |&at: &usize| {
        let figure = claims[at].quantity.span;
        let before = mention.span.end <= figure.start;
        let behind = mention.span.start >= figure.end && mention.span.start - figure.end <= 16;
        let segment = claims[at].segment.contains(&mention.token) && at > 0;
        figure.contains(mention.span) || segment && (before || behind)
    };
    (0..claims.len()).filter(owns).collect()
}

/// What in a figure's own words takes the place of what the first figure is about.
struct Own {
    /// First token of its segment.
    from: u32,
    /// The name that its segment begins with: the subject of a gapped clause.
    subject: Option<EntityId>,
    /// A place that its segment names.
    place: Option<EntityId>,
}

impl Own {
    fn of(claim: &Claim, mentions: &[Mention], is_place: impl Fn(&Mention) -> bool) -> Self {
        let from = claim.segment.start;
        let begins = |m: &&Mention| (from..=from + 2).contains(&m.token) && m.span.end <= claim.quantity.span.start;
        let place = |m: &&Mention| claim.segment.contains(&m.token) && is_place(m);
        Self {
            from,
            subject: mentions.iter().find(begins).map(|m| m.entity),
            place: mentions.iter().find(place).map(|m| m.entity),
        }
    }

    /// Whether the figure leaves a name of the first figure behind: a semicolon parts them ("Spain gave $3m; Peru will
    /// give $4m"), another name is the subject of the gapped clause ("Norway gave $12m, Japan $8m"), or both figures
    /// have a place of their own ("500 jobs in Spain and 200 in Italy").
    fn leaves(&self, mention: &Mention, first: &Claim, semicolons: &[u32], is_place: bool) -> bool {
        let another = |own: Option<EntityId>| own.is_some_and(|own| own != mention.entity);
        let parted = semicolons.iter().any(|&at| mention.token < at && at < self.from);
        let of_the_first = is_place && mention.span.start > first.quantity.span.end && another(self.place);
        mention.token < self.from && (parted || another(self.subject) || of_the_first)
    }
}

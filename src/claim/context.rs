//! What stands around a figure: the entities it is about, how near a term stands to it, and whether something else of
//! the same kind stands nearer.

use super::{Claim, Mention, Reading};
use crate::token::{Class, Kind};
use crate::vocabulary::{EntityId, EntityKind, Match, Meaning};

/// How near to a figure a term stands; nearest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Nearness {
    /// In the figure's own segment.
    Segment,
    /// In its sentence.
    Sentence,
    /// In its paragraph.
    Paragraph,
    /// In the headline or the metadata.
    Headline,
    /// It is the place that the text is about, and no other is named half as often.
    Topic,
    /// It is the place most named in the text, among others.
    RivalledTopic,
}

/// What stands nearer to a figure than the term it is compared on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Rival {
    /// A known entity.
    Entity(EntityId),
    /// A capitalised name that the vocabulary does not know, behind "in" or "at".
    Unlisted(String),
}

impl Reading<'_> {
    /// How near an entity, or something within it, is named to a claim.
    pub fn nearness(&self, claim: &Claim, entity: EntityId) -> Option<Nearness> {
        let is = |id: EntityId| id == entity || self.vocabulary.contains(entity, id);
        let sentence = &self.sentences[claim.sentence as usize];
        if self.mentions[sentence.mentions.start as usize..sentence.mentions.end as usize]
            .iter()
            .any(|m| claim.segment.contains(&m.token) && is(m.entity))
        {
            return Some(Nearness::Segment);
        }
        if claim.about.iter().any(|id| is(*id)) {
            return Some(Nearness::Sentence);
        }
        let paragraph = self.sentences_of_block(sentence.block);
        let figures_own = |m: &Mention| self.is_modifier_of_a_figure(m);
        let in_paragraph = self.sentences[paragraph]
            .iter()
            .flat_map(|s| &self.mentions[s.mentions.start as usize..s.mentions.end as usize])
            .any(|m| m.sentence != claim.sentence && is(m.entity) && !figures_own(m));
        if in_paragraph {
            return Some(Nearness::Paragraph);
        }
        if self.headline_names(&is) || self.place_is(&is) {
            return Some(Nearness::Headline);
        }
        let topic = self.topic.filter(|t| t.place == entity)?;
        Some(if topic.unrivalled { Nearness::Topic } else { Nearness::RivalledTopic })
    }

    /// How near plain words stand to a claim.
    pub fn nearness_of_words(&self, claim: &Claim, words: &str) -> Option<Nearness> {
        let sentence = &self.sentences[claim.sentence as usize];
        let text = &self.document.blocks[sentence.block as usize].text;
        let slice = |range: std::ops::Range<u32>| {
            let (first, last) =
                (self.tokens.get(range.start as usize)?, self.tokens.get(range.end.checked_sub(1)? as usize)?);
            text.get(first.start as usize..last.end as usize)
        };
        let names = |text: &str| contains_words(text, words);
        if slice(claim.segment.clone()).is_some_and(names) {
            return Some(Nearness::Segment);
        }
        if slice(sentence.tokens.clone()).is_some_and(names) {
            return Some(Nearness::Sentence);
        }
        if slice(sentence.tokens.clone()).is_some_and(|text| self.is_called_by_surname(sentence.block, text, words)) {
            return Some(Nearness::Sentence);
        }
        if names(text) {
            return Some(Nearness::Paragraph);
        }
        let metadata = &self.document.metadata;
        let told = [metadata.title.as_deref(), metadata.place.as_deref()];
        told.into_iter().flatten().any(names).then_some(Nearness::Headline)
    }

    /// "Hale won", where the text has told of "Nora Hale": the last word of a name, and no other name's.
    fn is_called_by_surname(&self, block: u32, sentence: &str, words: &str) -> bool {
        let Some((first, surname)) = words.rsplit_once(' ') else { return false };
        let is_name = |at: usize| sentence[at..].starts_with(|c: char| c.is_uppercase());
        let alone = |at: usize| {
            let before = sentence[..at].split_whitespace().next_back();
            before.is_none_or(|before| {
                !before.starts_with(|c: char| c.is_uppercase()) || first.eq_ignore_ascii_case(before)
            })
        };
        if !places_of(sentence, surname).any(|at| is_name(at) && alone(at)) {
            return false;
        }
        let introduced = |text: &str| {
            places_of(text, words).any(|at| {
                text[at..at + words.len()].split(' ').all(|word| word.starts_with(|c: char| c.is_uppercase()))
            })
        };
        let from = block.saturating_sub(FARTHEST_NAMED) as usize;
        self.document.metadata.title.as_deref().is_some_and(introduced)
            || self.document.blocks[from..=block as usize].iter().any(|block| introduced(&block.text))
    }

    /// The place of a claim whose own sentence names none, nearest first: the last one named before it in its
    /// paragraph, that of the headline, the unrivalled place of the text.
    pub fn place_around(&self, claim: &Claim) -> Option<EntityId> {
        let is_place = |id: &EntityId| self.vocabulary.entities[id.0 as usize].kind == EntityKind::Place;
        if claim.about.iter().any(is_place) {
            return None;
        }
        self.places_before[claim.sentence as usize]
            .or_else(|| self.in_headline.iter().copied().find(is_place))
            .or_else(|| self.topic.filter(|topic| topic.unrivalled).map(|topic| topic.place))
    }

    /// Notes what the headline names and, for each sentence, the place named before it, so that no figure looks for
    /// them.
    pub(super) fn note_places(&mut self) {
        self.in_headline =
            self.document.metadata.title.as_deref().map(|title| self.names_of(title)).unwrap_or_default();
        self.places_before.reserve(self.sentences.len());
        let (mut block, mut last) = (None, None);
        for sentence in &self.sentences {
            if block != Some(sentence.block) {
                (block, last) = (Some(sentence.block), None);
            }
            self.places_before.push(last);
            let named = &self.mentions[sentence.mentions.start as usize..sentence.mentions.end as usize];
            let is_place = |m: &&Mention| self.vocabulary.entities[m.entity.0 as usize].kind == EntityKind::Place;
            let nearest = named.iter().rev().filter(is_place).find(|m| !self.is_modifier_of_a_figure(m));
            last = nearest.map(|m| m.entity).or(last);
        }
    }

    /// An entity of the same kind as one of `terms`, named in the claim's sentence, that is none of them and neither
    /// contains nor lies within one; or an unlisted name behind "in" or "at" in the claim's segment.
    pub fn rival(&self, claim: &Claim, terms: &[EntityId]) -> Option<Rival> {
        let related =
            |a: EntityId, b: EntityId| a == b || self.vocabulary.contains(a, b) || self.vocabulary.contains(b, a);
        let kind = |id: EntityId| self.vocabulary.entities[id.0 as usize].kind;
        let kinds: Vec<EntityKind> = terms.iter().map(|id| kind(*id)).collect();
        let listed =
            claim.about.iter().find(|id| kinds.contains(&kind(**id)) && !terms.iter().any(|t| related(*t, **id)));
        if let Some(id) = listed {
            return Some(Rival::Entity(*id));
        }
        let place_in_segment = claim.about.iter().any(|id| kind(*id) == EntityKind::Place && terms.contains(id));
        if place_in_segment { None } else { self.unlisted_place(claim).map(Rival::Unlisted) }
    }

    /// A name in the words of a claim that is none of `terms`: "Anna Roth 46%" is no figure of Nora Hale's, of whom the
    /// sentence speaks as well. Names behind "in" or "of" say where; who is only quoted has no part in it.
    pub fn another_holder(&self, claim: &Claim, terms: &[&str]) -> Option<Rival> {
        let sentence = &self.sentences[claim.sentence as usize];
        let text = &self.document.blocks[sentence.block as usize].text;
        let tokens = &self.tokens[claim.segment.start as usize..claim.segment.end as usize];
        let mut known = Vec::new();
        self.vocabulary.find(text, tokens, &mut known);
        let class =
            |at: usize| tokens.get(at).map_or(Class::empty(), |token| self.vocabulary.lexicon.class(token.word));
        let is_name = |at: usize| {
            let token = tokens[at];
            token.kind == Kind::Word
                && token.capital()
                && class(at).is_empty()
                && !claim.quantity.span.contains(token.span())
                && !claim.attribution.is_some_and(|source| source.overlaps(token.span()))
                && !known.iter().any(|found| (found.start as usize..found.end as usize).contains(&at))
        };
        let mut at = 0;
        while at < tokens.len() {
            let length = (at..tokens.len()).take_while(|&i| is_name(i)).count();
            if length == 0 {
                at += 1;
                continue;
            }
            let name = &text[tokens[at].start as usize..tokens[at + length - 1].end as usize];
            let lower = name.to_lowercase();
            let own = terms
                .iter()
                .any(|term| places_of(term, &lower).next().is_some() || places_of(&lower, term).next().is_some());
            let says_where = at > 0
                && class(at - 1).contains(Class::PREPOSITION)
                && !matches!(tokens[at - 1].text(text), "for" | "by" | "to");
            // Any word is written so at the start of a sentence.
            let opens = claim.segment.start + at as u32 == sentence.tokens.start && length == 1;
            let acts = class(at + 1).intersects(Class::VERB | Class::AUXILIARY | Class::REPORTING)
                || tokens.get(at + 1).is_some_and(|next| next.kind == Kind::Clitic || next.text(text).ends_with("ed"));
            if !own && !says_where && (!opens || acts) {
                return Some(Rival::Unlisted(name.to_owned()));
            }
            at += length;
        }
        None
    }

    /// "in Springfield", "at Northfield": a capitalised name behind a preposition of place in the claim's segment
    /// that no entity and no date covers.
    fn unlisted_place(&self, claim: &Claim) -> Option<String> {
        let sentence = &self.sentences[claim.sentence as usize];
        let text = &self.document.blocks[sentence.block as usize].text;
        // "In Northfield, 12 were killed and 40 hurt" sets the scene for both.
        let leading = sentence.tokens.start as usize;
        let own = claim.segment.start as usize..(claim.segment.end as usize).saturating_sub(1);
        std::iter::once(leading).filter(|&at| at + 1 < sentence.tokens.end as usize).chain(own).find_map(|at| {
            let (before, name) = (self.tokens[at], self.tokens[at + 1]);
            // Headlines write "In" so in their middle, too, and their towns are those of the text.
            let preposition = match before.text(text) {
                "in" | "at" | "near" | "outside" => true,
                "In" | "At" | "Near" | "Outside" => at == leading,
                _ => false,
            };
            let known = self.mentions[sentence.mentions.start as usize..sentence.mentions.end as usize]
                .iter()
                .any(|m| m.token as usize <= at + 1 && name.start < m.span.end && m.span.start <= name.start)
                || self.dates[sentence.dates.start as usize..sentence.dates.end as usize]
                    .iter()
                    .any(|date| date.expr.span.contains(name.span()))
                || self.vocabulary.lexicon.class(name.word).intersects(
                    Class::MONTH | Class::WEEKDAY | Class::SEASON | Class::DETERMINER | Class::ADVERB | Class::CAUSE,
                );
            (preposition && name.kind == Kind::Word && name.capital() && !known).then(|| name.text(text).to_owned())
        })
    }

    /// Indices of the sentences of a block.
    pub fn sentences_of_block(&self, block: u32) -> std::ops::Range<usize> {
        let start = self.sentences.partition_point(|s| s.block < block);
        let end = self.sentences.partition_point(|s| s.block <= block);
        start..end
    }

    /// "150 Guatemalan officers": the name modifies the noun of a figure and belongs to it alone.
    fn is_modifier_of_a_figure(&self, mention: &Mention) -> bool {
        let sentence = &self.sentences[mention.sentence as usize];
        self.claims[sentence.claims.start as usize..sentence.claims.end as usize]
            .iter()
            .any(|c| c.quantity.span.contains(mention.span))
    }

    fn headline_names(&self, is: &dyn Fn(EntityId) -> bool) -> bool {
        self.in_headline.iter().any(|id| is(*id))
    }

    fn place_is(&self, is: &dyn Fn(EntityId) -> bool) -> bool {
        let Some(place) = self.document.metadata.place.as_deref() else {
            return false;
        };
        self.vocabulary.entity(place).is_some_and(is) || self.names_in(place, is)
    }

    /// Whether a short text outside the blocks names an entity.
    fn names_in(&self, text: &str, is: &dyn Fn(EntityId) -> bool) -> bool {
        self.names_of(text).into_iter().any(is)
    }

    /// The entities that a short text outside the blocks names.
    fn names_of(&self, text: &str) -> Vec<EntityId> {
        let (mut tokens, mut found) = (Vec::new(), Vec::new());
        crate::token::tokenize(text, &self.vocabulary.lexicon, &mut tokens);
        self.vocabulary.find(text, &tokens, &mut found);
        let entity = |m: &Match| match m.meaning {
            Meaning::Name(id) | Meaning::Demonym(id) => Some(id),
            _ => None,
        };
        found.iter().filter_map(entity).collect()
    }
}

/// How many blocks back a text may have told the whole name of one whom it calls by the surname.
const FARTHEST_NAMED: u32 = 40;

/// Whether lower-case words stand in a text, whatever its case, as whole words.
fn contains_words(text: &str, words: &str) -> bool {
    places_of(text, words).next().is_some()
}

/// Where lower-case words stand in a text, whatever its case, as whole words, perhaps with a plural s.
fn places_of<'t>(text: &'t str, words: &'t str) -> impl Iterator<Item = usize> + 't {
    let (bytes, sought) = (text.as_bytes(), words.as_bytes());
    let boundary = |at: Option<&u8>| !at.is_some_and(u8::is_ascii_alphanumeric);
    let ends = if sought.is_empty() || bytes.len() < sought.len() { 0 } else { bytes.len() - sought.len() + 1 };
    (0..ends).filter(move |&at| {
        let end = at + sought.len();
        bytes[at..end].eq_ignore_ascii_case(sought)
            && boundary(at.checked_sub(1).and_then(|i| bytes.get(i)))
            && (boundary(bytes.get(end)) || bytes.get(end) == Some(&b's'))
    })
}

//! Whose money "$" and "rupees" mean: the dollar of the United States and the rupee of India, unless the text is
//! another country's. That can be told only when the whole text is read, so the amounts are settled last.

use super::{Claim, Reading};
use crate::quantity::Unit;
use crate::quantity::unit::Currency;
use crate::vocabulary::EntityId;

/// How often a country must be named for its money to be meant by nothing but that.
const NAMED: u32 = 3;

/// Agencies that write for the whole world: with them "$" is the US dollar, wherever the text is set.
const WORLDWIDE: &[&str] = &["(Reuters)", "(AP)", "(AFP)", "(Bloomberg)", "(UPI)", "(dpa)"];

/// How many blocks may hold the dateline with the agency, and how many of their bytes.
const DATELINE: (usize, usize) = (6, 160);

impl Reading<'_> {
    /// Reads amounts that do not say whose money they are in the money of the text's own country.
    pub(super) fn settle_money(&mut self) {
        let has_money = self.claims.iter().any(|claim| matches!(claim.quantity.unit, Unit::Money(_)));
        let Some(local) = has_money.then(|| self.local_money()).flatten() else {
            return;
        };
        let document = self.document;
        for claim in &mut self.claims {
            let block = self.sentences[claim.sentence as usize].block as usize;
            let written = claim.quantity.span.slice(&document.blocks[block].text);
            if let Unit::Money(named) = claim.quantity.unit
                && let Some(read) = named.read_in(local, written)
            {
                claim.quantity.unit = Unit::Money(read);
            }
        }
    }

    /// The money of the text's own country, by the first of: the configured locale; the dollars that it marks ("A$5
    /// million" once, "$5 million" afterwards); its place; the country that it speaks of, where none else is named half
    /// as often and the United States are not. A text that writes "US$" means other dollars by "$".
    fn local_money(&self) -> Option<Currency> {
        if let Some(money) = self.document.metadata.money {
            return Some(money);
        }
        let marked_us = self.claims.iter().any(|claim| self.is_marked(claim, |money| money == Currency::USD));
        let mut marked = self.claims.iter().filter_map(|claim| match claim.quantity.unit {
            Unit::Money(money) if self.is_marked(claim, |money| money != Currency::USD) => Some(money),
            _ => None,
        });
        if let Some(local) = marked.next() {
            let only = marked.all(|money| money == local);
            return (only && (marked_us || !self.is_converted(local))).then_some(local);
        }
        if !marked_us && self.is_worldwide() {
            return None;
        }
        let place = self.document.metadata.place.as_deref().and_then(|place| self.country_of_place(place));
        let topic = self.topic.filter(|topic| {
            let named_us = self.vocabulary.entity("United States").is_some_and(|us| self.names(us));
            topic.unrivalled && topic.count >= NAMED && (marked_us || !named_us)
        });
        self.money_of(place.or_else(|| topic.map(|topic| topic.place))?)
    }

    /// Whether an amount in dollars says whose they are, and they are such.
    fn is_marked(&self, claim: &Claim, such: impl Fn(Currency) -> bool) -> bool {
        let Unit::Money(money) = claim.quantity.unit else {
            return false;
        };
        let dollars = money == Currency::USD || Currency::USD.read_in(money, "$").is_some();
        dollars && such(money) && (money != Currency::USD || !self.is_nameless(claim))
    }

    /// Whether an amount in US dollars is only taken for one: "$5", "five dollars".
    fn is_nameless(&self, claim: &Claim) -> bool {
        let block = self.sentences[claim.sentence as usize].block as usize;
        let written = claim.quantity.span.slice(&self.document.blocks[block].text);
        let others = Currency::from_code("AUD");
        claim.quantity.unit == Unit::Money(Currency::USD)
            && others.is_some_and(|other| Currency::USD.read_in(other, written).is_some())
    }

    /// Whether a sentence gives an amount in this money and in nameless dollars, which are then another's: "A$5 million
    /// ($3.3 million)".
    fn is_converted(&self, local: Currency) -> bool {
        self.claims.iter().filter(|claim| claim.quantity.unit == Unit::Money(local)).any(|claim| {
            let beside = self.sentences[claim.sentence as usize].claims.clone();
            self.claims[beside.start as usize..beside.end as usize].iter().any(|other| self.is_nameless(other))
        })
    }

    /// Whether one of the world's agencies stands in the dateline.
    fn is_worldwide(&self) -> bool {
        self.document.blocks.iter().take(DATELINE.0).any(|block| {
            let end = (0..=DATELINE.1.min(block.text.len())).rev().find(|&at| block.text.is_char_boundary(at));
            let opening = &block.text[..end.unwrap_or(0)];
            WORLDWIDE.iter().any(|agency| opening.contains(agency))
        })
    }

    /// The country of "SYDNEY", of "Calgary, Canada".
    fn country_of_place(&self, place: &str) -> Option<EntityId> {
        let parts = place.split(',').rev().map(str::trim);
        parts.filter_map(|part| self.vocabulary.entity(part)).find_map(|entity| self.vocabulary.country_of(entity))
    }

    /// Whether a country or a place in it is named.
    fn names(&self, country: EntityId) -> bool {
        self.mentions.iter().any(|mention| self.vocabulary.country_of(mention.entity) == Some(country))
    }

    /// The money of a country.
    fn money_of(&self, country: EntityId) -> Option<Currency> {
        let entity = self.vocabulary.entities.get(country.0 as usize)?;
        let mut names = std::iter::once(&entity.name).chain(&entity.demonyms).chain(&entity.aliases);
        names.find_map(|name| Currency::of_country(name))
    }
}

#[cfg(test)]
mod tests {
    use crate::claim::Reading;
    use crate::document::{Document, Given};
    use crate::lint::Linter;
    use crate::quantity::Unit;
    use crate::quantity::unit::Currency;

    fn money(locale: Option<&str>, text: &str) -> String {
        let vocabulary = Linter::bundled().vocabulary;
        let mut given = Given::default();
        given.configured.money = locale.and_then(Currency::of_locale);
        let document = Document::read("a.md", text, &given);
        let reading = Reading::read(&document, &vocabulary);
        let codes = reading.claims.iter().filter_map(|claim| match claim.quantity.unit {
            Unit::Money(money) => Some(money.code()),
            _ => None,
        });
        codes.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn by_locale() {
        insta::assert_snapshot!(money(Some("en-AU"), "A $5 toll, 20 cents and ten dollars, but US$3, 4 U.S. dollars and £9"), @"AUD AUD AUD USD USD GBP");
        insta::assert_snapshot!(money(Some("en-PK"), "Rs 500 and 40 rupees for $3"), @"PKR PKR USD");
        insta::assert_snapshot!(money(Some("en-IE"), "$5 and 6 dollars"), @"USD USD");
        insta::assert_snapshot!(money(None, "$5 and 6 dollars"), @"USD USD");
    }

    #[test]
    fn by_what_the_text_marks() {
        insta::assert_snapshot!(money(None, "The bridge cost C$40 million. The town paid $6 million of it."), @"CAD CAD");
        insta::assert_snapshot!(money(None, "The bridge cost C$40 million ($29 million). The town paid $6 million."), @"CAD USD USD");
        insta::assert_snapshot!(money(None, "It paid NZ$9m (US$5m). Another $2m is due."), @"NZD USD NZD");
    }

    #[test]
    fn by_place() {
        insta::assert_snapshot!(money(None, "---\nplace: Auckland\n---\nRents rose by $20 a week, the council said.\n"), @"NZD");
        insta::assert_snapshot!(money(None, "---\nplace: Manila\n---\nA fare of 12 pesos or $1.\n"), @"PHP USD");
        insta::assert_snapshot!(
            money(None, "SYDNEY, March 3 (Reuters) - The miner will pay $40 million for the two wells, it said.\n"), @"USD");
        insta::assert_snapshot!(
            money(None, "CALGARY, March 3 - The miner will pay $40 million for the two wells, it said.\n"), @"CAD");
    }

    #[test]
    fn by_country() {
        insta::assert_snapshot!(
            money(None, "Singapore will spend $3 billion. Most Singaporeans agree, and Singapore has the means."), @"SGD");
        insta::assert_snapshot!(
            money(None, "Singapore will spend $3 billion on American jets. Singaporeans agree, and Singapore pays."), @"USD");
        insta::assert_snapshot!(money(None, "Australia beat Canada to a $5 million prize."), @"USD");
    }
}

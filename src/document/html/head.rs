//! What the markup of a page says of the page: its title, when it was published, and at which address.

use std::ops::Range;

use crate::document::reading::{Reading, one_line};
use crate::document::tag::Tag;
use crate::document::{BlockKind, DateOrigin, entity, json, stated};

/// Names, properties and itemprops of `<meta>` that hold the day of publication.
const DATE_NAMES: &[&str] = &[
    "article:published_time",
    "article.published",
    "og:article:published_time",
    "og:published_time",
    "date",
    "pubdate",
    "publishdate",
    "publish-date",
    "publish_date",
    "published_time",
    "publication_date",
    "datepublished",
    "dc.date",
    "dc.date.issued",
    "dcterms.date",
    "dcterms.issued",
    "citation_publication_date",
    "parsely-pub-date",
    "sailthru.date",
];

/// Titles found so far, and how far into the page the reader is.
#[derive(Debug, Default)]
pub(super) struct Head {
    shared_title: Option<String>,
    linked_title: Option<String>,
    page_title: Option<String>,
    /// Whether a paragraph of the article was read.
    pub(super) seen_prose: bool,
    seen_time: bool,
}

impl Head {
    /// The content of `<title>`.
    pub(super) fn title(&mut self, source: &str, bytes: Range<usize>) {
        let title = source.get(bytes).map(decoded_line).filter(|title| !title.is_empty());
        self.page_title = self.page_title.take().or(title);
    }

    /// A `<meta>`: title, date or address.
    pub(super) fn meta(&mut self, reading: &mut Reading<'_>, tag: &Tag<'_>) {
        let Some(content) = tag.attribute("content") else { return };
        for name in ["property", "name", "itemprop"].iter().filter_map(|key| tag.value(key)) {
            let is = |known: &str| name.eq_ignore_ascii_case(known);
            if is("og:title") {
                let title = decoded_line(content.slice(reading.source));
                self.shared_title = self.shared_title.take().or(Some(title)).filter(|title| !title.is_empty());
            } else if is("og:url") {
                stated::url(reading, DateOrigin::CanonicalLink, content);
            } else if is("syndication-source") || is("original-source") {
                stated::url(reading, DateOrigin::Url, content);
            } else if DATE_NAMES.iter().any(|known| is(known)) {
                stated::value(reading, DateOrigin::Meta, content);
            }
        }
    }

    /// A `<time>`: one that is marked as the day of publication, or the first one before the article's prose.
    pub(super) fn time(&mut self, reading: &mut Reading<'_>, tag: &Tag<'_>) {
        let Some(moment) = tag.attribute("datetime") else { return };
        let marked = tag.attribute("pubdate").is_some()
            || tag.value("itemprop").is_some_and(|p| p.eq_ignore_ascii_case("datePublished"));
        let titled = || reading.blocks.iter().rev().take(8).any(|block| matches!(block.kind, BlockKind::Heading(1)));
        if marked || !self.seen_prose && !self.seen_time && titled() {
            self.seen_time = true;
            stated::value(reading, DateOrigin::Meta, moment);
        }
    }

    /// A script of type `application/ld+json`: the outermost `datePublished` and `headline`, which are the page's and
    /// not a comment's.
    pub(super) fn linked_data(&mut self, reading: &mut Reading<'_>, bytes: Range<usize>) {
        let source = reading.source;
        let outermost = |key: &str| {
            let members =
                json::members(source, bytes.start, bytes.end).filter(|member| member.key.slice(source) == key);
            members.min_by_key(|member| member.depth).map(|member| member.value)
        };
        if let Some(date) = outermost("datePublished") {
            stated::value(reading, DateOrigin::JsonLd, date);
        }
        let title = outermost("headline").map(|value| value.slice(source));
        let title = title.and_then(|value| serde_json::from_str::<String>(&format!("\"{value}\"")).ok());
        self.linked_title = self.linked_title.take().or(title.map(|title| decoded_line(&title)));
    }

    /// Gives the reading its title. Where the page's title is the headline with the site's name, the headline will do.
    pub(super) fn settle(self, reading: &mut Reading<'_>) {
        if reading.title.is_some() {
            return;
        }
        let headline =
            reading.blocks.iter().find(|block| block.kind == BlockKind::Heading(1)).map(|block| one_line(&block.text));
        reading.title = match (self.shared_title.or(self.linked_title).or(self.page_title), headline) {
            (Some(title), Some(headline)) if title.starts_with(&headline) => Some(headline),
            (title, headline) => title.or(headline),
        };
    }
}

/// A `<link>`: the canonical address.
pub(super) fn link(reading: &mut Reading<'_>, tag: &Tag<'_>) {
    if tag.value("rel").is_some_and(|rel| rel.eq_ignore_ascii_case("canonical"))
        && let Some(href) = tag.attribute("href")
    {
        stated::url(reading, DateOrigin::CanonicalLink, href);
    }
}

/// An attribute's value or a title with its entities decoded, in one line.
fn decoded_line(text: &str) -> String {
    let mut decoded = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(mark) = rest.find('&') {
        let (before, reference) = rest.split_at(mark);
        decoded.push_str(before);
        let (character, len) = entity::decode(reference).unwrap_or(('&', 1));
        decoded.push(character);
        rest = &reference[len..];
    }
    decoded.push_str(rest);
    one_line(&decoded)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_are_decoded() {
        assert_eq!(decoded_line(" Ten &amp; two\n &#8212; A&B "), "Ten & two — A&B");
    }
}

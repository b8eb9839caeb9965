//! Settles what a text's title, place and date are, from what its markup says, what the configuration says and what
//! stands before its prose.

use jiff::civil::Date;

use super::reading::{Reading, ends_in_initials, one_line};
use super::{Block, BlockKind, DateOrigin, Format, Given, Metadata, dateline, stated};
use crate::span::Span;

/// How many blocks before the prose are looked at; a page's menus can be long.
const MOST_BLOCKS: usize = 60;
/// How many paragraphs from the first one on may hold the dateline; a note on the text may stand before it.
const MOST_PARAGRAPHS: usize = 3;
/// From this length on a paragraph that ends a sentence is prose.
const SHORTEST_PROSE: usize = 60;
/// A longer line is no headline.
const LONGEST_HEADLINE: usize = 160;
/// A line of fewer words before the prose is a label ("Follow us", "World news") sooner than a headline.
const HEADLINE_WORDS: usize = 5;

/// The metadata of a text whose blocks were read.
pub(super) fn settle(path: &str, format: Format, reading: &mut Reading<'_>, given: &Given) -> Metadata {
    let body = &reading.blocks[reading.body.min(reading.blocks.len())..];
    let prose = body.iter().take(MOST_BLOCKS).position(is_prose).unwrap_or(body.len().min(MOST_BLOCKS));
    let configured = &given.configured;
    let title = reading.title.take().or_else(|| configured.title.clone()).or_else(|| headline(format, body, prose));
    let set_in = date_lines(reading, prose, given);
    let place = reading.place.take().or_else(|| configured.place.clone()).or(set_in);
    let mut stated_dates = std::mem::take(&mut reading.stated);
    stated_dates.sort_by_key(|stated| (stated.span.start, stated.origin));
    let of = |wanted: &[DateOrigin]| {
        let sound = |o| stated_dates.iter().find(|s| s.origin == o && s.date.year() >= dateline::FIRST_YEAR);
        wanted.iter().find_map(|&o| sound(o).map(|s| s.date))
    };
    let date = given
        .date
        .or_else(|| of(&[DateOrigin::FrontMatter, DateOrigin::Meta, DateOrigin::JsonLd, DateOrigin::CanonicalLink]))
        .or(configured.date)
        .or_else(|| of(&[DateOrigin::Dateline, DateOrigin::Url]))
        .or_else(|| stated::in_file_name(path));
    Metadata { title, place, money: configured.money, date, stated_dates }
}

/// Whether a block is running text: long enough, and it ends as a sentence does.
fn is_prose(block: &Block<'_>) -> bool {
    matches!(block.kind, BlockKind::Paragraph | BlockKind::Quotation)
        && block.text.len() >= SHORTEST_PROSE
        && block
            .text
            .trim_end_matches(['"', '\'', '\u{201d}', '\u{2019}', ')'])
            .ends_with(['.', '!', '?', ':', '\u{2026}'])
}

/// The line that heads a text without metadata. In plain text the first line of some words wins over the labels and
/// short lines around it, in the other formats the first heading.
fn headline(format: Format, body: &[Block<'_>], prose: usize) -> Option<String> {
    let before = || body[..prose].iter().filter(|block| heads(block));
    let heading = |block: &&Block<'_>| matches!(block.kind, BlockKind::Heading(_));
    let wordy = |block: &&Block<'_>| block.text.split_whitespace().count() >= HEADLINE_WORDS;
    let found = if format == Format::Plain {
        before().find(wordy).or_else(|| before().find(heading)).or_else(|| before().next())
    } else {
        before()
            .find(heading)
            .or_else(|| body.iter().find(|block| block.kind == BlockKind::Heading(1)))
            .or_else(|| before().find(wordy))
    };
    found.map(|block| one_line(&block.text))
}

/// Whether a block before the prose can be a headline: no list, no sentence, no byline, no file name, no date.
fn heads(block: &Block<'_>) -> bool {
    let text: &str = &block.text;
    let kind = match block.kind {
        BlockKind::Heading(_) => true,
        BlockKind::Paragraph => ends_in_initials(text) || !text.ends_with(['.', ':', ';', ',']),
        _ => false,
    };
    let byline = text.get(..3).is_some_and(|by| by.eq_ignore_ascii_case("by "));
    kind && text.len() <= LONGEST_HEADLINE
        && text.contains(' ')
        && !byline
        && !text.contains('|')
        && dateline::date_line(text).is_none()
}

/// Notes the dates that stand before and at the start of the prose, and returns the place of the dateline.
fn date_lines(reading: &mut Reading<'_>, prose: usize, given: &Given) -> Option<String> {
    let start = reading.body.min(reading.blocks.len());
    let body = &reading.blocks[start..];
    let mut lone = body[..prose].iter().filter(|block| block.kind == BlockKind::Paragraph);
    let lone = lone.find_map(|block| Some((block, dateline::date_line(&block.text)?)));
    let mut opening = body[prose..].iter().filter(|block| block.kind == BlockKind::Paragraph).take(MOST_PARAGRAPHS);
    let opening = opening.find_map(|block| Some((block, dateline::agency(&block.text)?)));
    let place = opening.as_ref().and_then(|(block, line)| line.place.map(|span| one_line(span.slice(&block.text))));
    let mut found: Vec<(Date, Span)> = Vec::new();
    let known =
        given.date.or_else(|| reading.stated.iter().min_by_key(|s| s.origin).map(|s| s.date)).or(given.configured.date);
    for (block, day) in lone.into_iter().chain(opening.and_then(|(block, line)| Some((block, line.day?)))) {
        let near = known.or_else(|| found.first().map(|(date, _)| *date));
        if let Some(date) = day.resolve(near) {
            found.push((date, block.map.to_file(day.span)));
        }
    }
    for (date, span) in found {
        stated::note(reading, DateOrigin::Dateline, date, span);
    }
    place
}

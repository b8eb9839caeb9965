//! The words around a figure, as far as they tell which quantity it is: what two sentences must share to speak of one.

mod frame;
pub(super) mod stems;
pub(super) mod words;

use rust_decimal::Decimal;

pub(super) use self::frame::Frame;
use self::frame::LEAD;
use self::stems::Words;
use self::words::{AVERAGES, COMPARES, CORRECTS, DEFINITE, ELSEWHEN, OTHER, VERSIONS, WRONGLY, contrast};
use super::sentence::is_one_of;
use crate::claim::{Claim, Modality, Reading};
use crate::quantity::{Change, Number, Unit, singular};
use crate::token::{Class, Kind, Token};

/// Tokens on either side that are near a figure.
const NEAR: usize = 8;

/// Tokens between a figure and the time that it is of: "million marks".
const OWN_TIME: usize = 3;

/// The words around one figure.
#[derive(Debug)]
pub(super) struct Context<'r> {
    /// Stems of the sentence's content words; of a headline's, the words of all its lines.
    all: Vec<String>,
    /// Those near the figure.
    near: Vec<String>,
    /// Months and years near the figure.
    dates: Vec<&'r str>,
    change: Option<Change>,
    /// Who says it, by name.
    source: Option<&'r str>,
    /// It stands in the headline.
    pub headline: bool,
    /// It stands at the beginning of the body.
    pub lead: bool,
    /// A line of a table in prose ("Shr 1.84 dlrs vs 1.48 dlrs"), whose words name no quantity.
    pub closed: bool,
    /// The sentence takes a figure back.
    pub corrects: bool,
    /// "from 4.1 pct", "than 300": what another figure is held against.
    pub base: bool,
    /// "the $5.4bn deal", "the fine of $2m": the text has spoken of this figure before.
    pub definite: bool,
    /// "the 300 pupils who left": the clause says which they are, and the text may not have spoken of them before.
    pub said_which: bool,
    /// What is counted, or "unit" where the figure has a unit of measurement.
    pub noun: Option<String>,
    modality: Modality,
    /// What an amount is told of, as stems, before and behind it: "a fine of $2m", "$2m in fines".
    told: [Option<String>; 2],
    /// A figure of another time than the text's: "in 2019", "last year", "ten years ago".
    elsewhen: bool,
    /// The same, said before the figure: "in 2019 it sold 41".
    elsewhen_before: bool,
    /// The month or year straight behind the figure: "75.3 million in 2019".
    own_time: Option<&'r str>,
    /// "another fire", "the neighbouring district".
    other: bool,
    /// Whether words near the figure, and in its sentence, say that it is an average.
    averages: [bool; 2],
    /// Words near the figure that tell it from others: their kinds and sides.
    contrasts: Vec<(usize, usize)>,
    /// The other figures of the sentence.
    figures: Vec<(Unit, Decimal)>,
    /// Names near the figure; a headline's capitals tell none.
    names: Vec<&'r str>,
    /// Things near the figure that bear a name, as stems, and the word of the name before them.
    bearers: Vec<(String, &'r str)>,
    /// The weekday or month with which the sentence begins: "On Monday 40 came".
    opening_day: Option<&'r str>,
}

/// What two contexts have in common.
#[derive(Clone, Copy, Debug)]
pub(super) struct Shared {
    pub all: usize,
    pub near: usize,
    /// Two words near both figures, one behind the other: "bank debt".
    pub phrase: bool,
    /// A word for what the figure is an amount of.
    pub told: bool,
    /// Such words before both, and other ones: "sales of $2m", "income of $3m".
    pub told_apart: bool,
    /// Other figures, of the same unit and value.
    pub figures: usize,
    /// Words of the shorter of the two.
    pub fewest: usize,
    /// Words of the longer one.
    pub most: usize,
}

impl<'r> Context<'r> {
    pub(super) fn of(reading: &'r Reading<'_>, frame: Frame, claim: &Claim) -> Self {
        let sentence = &reading.sentences[claim.sentence as usize];
        let headline = sentence.block < frame.body;
        let words = Words { reading, text: &reading.document.blocks[sentence.block as usize].text };
        let tokens = &reading.tokens[sentence.tokens.start as usize..sentence.tokens.end as usize];
        let from = tokens.partition_point(|t| t.end <= claim.quantity.span.start);
        let to = tokens.partition_point(|t| t.start < claim.quantity.span.end);
        let around = &tokens[from.saturating_sub(NEAR)..(to + NEAR).min(tokens.len())];
        let all = if headline { words.of_headline(frame.body) } else { words.stems(tokens) };
        let text = |t: &Token| t.text(words.text);
        let back = |n: usize| from.checked_sub(n).map_or("", |i| text(&tokens[i]));
        let year = reading.document.metadata.date.map(|date| date.year().to_string());
        let is = |words: &[&str], t: &Token| is_one_of(words, text(t));
        // What follows "against 300 a year earlier" is the other figure's time.
        let own = &tokens[to..(to + NEAR).min(tokens.len())];
        let compares = |t: &Token| t.kind == Kind::Digits && !words.is_year(t) || is(COMPARES, t);
        let own = &own[..own.iter().position(compares).unwrap_or(own.len())];
        let definite = is_definite(words.text, &tokens[..from]);
        // "The $5.4bn bridge is to open in 2031": the year is the opening's.
        let verb = |t: &Token| words.class(t).contains(Class::AUXILIARY);
        let own = &own[..own.iter().position(verb).filter(|_| definite).unwrap_or(own.len())];
        let elsewhen = |part: &[Token]| {
            let last = part.windows(2).any(|two| {
                text(&two[0]).eq_ignore_ascii_case("last") && words.class(&two[1]).contains(Class::TIME_UNIT)
            });
            // "by 2030" is the end of what goes on now.
            let until = |i: usize| i > 0 && matches!(text(&part[i - 1]), "by" | "until" | "through" | "till");
            let other = |t: &Token| words.is_year(t) && Some(text(t)) != year.as_deref();
            last || part.iter().enumerate().any(|(i, t)| is(ELSEWHEN, t) || other(t) && !until(i))
        };
        Self {
            definite,
            said_which: tokens.get(to).is_some_and(|t| words.class(t).contains(Class::RELATIVE)),
            noun: match claim.quantity.unit {
                Unit::Measure(_) => Some("unit".to_owned()),
                _ => claim.quantity.noun.map(|noun| singular(noun.head.slice(words.text))),
            },
            elsewhen: elsewhen(own),
            elsewhen_before: elsewhen(&tokens[from.saturating_sub(NEAR)..from]),
            other: tokens.iter().enumerate().skip(from.saturating_sub(NEAR)).take(around.len()).any(|(i, t)| {
                // "its second stadium" is the only one that is spoken of, and so is "the second-largest".
                let owner = |t: &Token| matches!(text(t), "his" | "her" | "its" | "their" | "'s" | "\u{2019}s");
                let ranks = || tokens.get(i + 1).is_some_and(|t| t.is_punct('-') || text(t).ends_with("est"));
                is(OTHER, t) && !(text(t) == "second" && (i > 0 && owner(&tokens[i - 1]) || ranks()))
            }),
            told: words.told(&tokens[..from], &tokens[to..]),
            averages: [around, tokens].map(|part| part.iter().any(|t| is(AVERAGES, t))),
            own_time: own.iter().take(OWN_TIME).zip(own.iter().skip(1)).find_map(|(preposition, date)| {
                let leads = matches!(text(preposition), "in" | "for" | "of");
                (leads && words.is_date(date)).then(|| text(date))
            }),
            contrasts: around.iter().filter_map(|t| contrast(text(t))).collect(),
            figures: reading.claims[sentence.claims.start as usize..sentence.claims.end as usize]
                .iter()
                .filter(|other| !std::ptr::eq(*other, claim))
                .filter_map(|other| match other.quantity.number {
                    Number::Value { value, .. } if value > Decimal::TEN => Some((other.quantity.unit, value)),
                    _ => None,
                })
                .collect(),
            names: if headline { Vec::new() } else { words.names(&tokens[1.min(tokens.len())..], around) },
            bearers: if headline { Vec::new() } else { words.bearers(around) },
            opening_day: tokens.iter().take(2).find(|t| words.is_day_or_month(t)).map(text),
            near: if headline { all.clone() } else { words.stems(around) },
            all,
            dates: around.iter().filter(|t| words.is_date(t)).map(text).collect(),
            change: claim.quantity.change,
            modality: claim.modality,
            source: claim
                .attribution
                .filter(|span| words.names_somebody(tokens, *span))
                .map(|span| span.slice(words.text)),
            headline,
            lead: !headline && claim.sentence < frame.sentence + LEAD,
            base: {
                // "from the 228 million told yesterday"
                let behind = usize::from(matches!(back(1), "the" | "its" | "their" | "an" | "a"));
                matches!(back(behind + 1), "from" | "against" | "than")
                    || matches!(back(behind + 1), "with" | "to") && back(behind + 2).starts_with("compar")
            },
            closed: tokens.iter().any(|t| matches!(text(t), "vs" | "versus" | "VS")),
            corrects: tokens.iter().enumerate().any(|(i, t)| {
                let version = || tokens.get(i + 1).is_some_and(|next| VERSIONS.contains(&text(next)));
                is(CORRECTS, t) || is(WRONGLY, t) || is(&["earlier", "previously", "originally"], t) && version()
            }),
        }
    }

    /// Two named sources that differ.
    pub(super) fn disputes(&self, other: &Self) -> bool {
        let named = matches!((self.source, other.source), (Some(a), Some(b)) if a != b);
        named && !self.headline && !other.headline
    }

    /// One rises and the other falls, or they name other months or years.
    pub(super) fn opposes(&self, other: &Self) -> bool {
        let changes = matches!((self.change, other.change), (Some(a), Some(b)) if a != b);
        let dated = !self.dates.is_empty() && !other.dates.is_empty();
        let same = |a: &&str| other.dates.iter().any(|b| a.eq_ignore_ascii_case(b));
        let days = matches!((self.opening_day, other.opening_day), (Some(a), Some(b)) if !a.eq_ignore_ascii_case(b));
        changes || days || dated && !self.dates.iter().any(same)
    }

    /// One is an average, and the other one is not.
    pub(super) fn averages(&self, other: &Self) -> bool {
        let ([near, anywhere], [other_near, other_anywhere]) = (self.averages, other.averages);
        near && !other_anywhere || other_near && !anywhere
    }

    /// Both say at once of which time they are, and it is the same.
    pub(super) fn same_time(&self, other: &Self) -> bool {
        matches!((self.own_time, other.own_time), (Some(a), Some(b)) if a.eq_ignore_ascii_case(b))
    }

    /// Another time, another thing, or other names than those of a later figure. A lead sets out the time of what its
    /// headline says in short: behind the figure where the two are `copies` of one another, and before it unless the
    /// headline's figure is `restated` in another sentence.
    pub(super) fn elsewhere(&self, other: &Self, copies: bool, restated: bool) -> bool {
        let named = !self.names.is_empty() && !other.names.is_empty();
        let headline = (self.headline || other.headline) && !restated;
        let elsewhen = |c: &Self| c.elsewhen && !copies || c.elsewhen_before && !headline;
        let looks_back = other.definite && !elsewhen(other);
        elsewhen(self) != elsewhen(other) && !looks_back
            || self.apart(other)
            || named && !self.names_of(other) && !other.names_of(self)
            || self.named_apart(other)
    }

    /// "Eastfield School" and "Westbrook School", "Peru's exports" and "Chile's exports".
    fn named_apart(&self, other: &Self) -> bool {
        let mut alike = self.bearers.iter().flat_map(|one| other.bearers.iter().map(move |two| (one, two)));
        let alike = alike.by_ref().filter(|(one, two)| one.0 == two.0);
        let mut same = alike.map(|(one, two)| one.1.eq_ignore_ascii_case(two.1)).peekable();
        same.peek().is_some() && !same.any(|same| same)
    }

    /// Whether the other's sentence speaks of one of the names near this figure.
    fn names_of(&self, other: &Self) -> bool {
        let told = |name: &str| {
            let name = name.to_lowercase();
            other.all.iter().any(|stem| name.starts_with(stem.as_str()))
        };
        self.names.iter().any(|name| told(name))
    }

    /// The text says that these are two: "another fire", "the new stadium" beside "the old stadium".
    pub(super) fn apart(&self, other: &Self) -> bool {
        let of_kind = |kind: usize| other.contrasts.iter().any(|&(k, _)| k == kind);
        self.other
            || other.other
            || self.contrasts.iter().any(|&(kind, _)| of_kind(kind))
                && !self.contrasts.iter().any(|side| other.contrasts.contains(side))
    }

    /// Whether a stem is among the words near the figure.
    pub(super) fn is_near(&self, stem: &String) -> bool {
        self.near.contains(stem)
    }

    /// Whether a stem is among the words of its sentence.
    pub(super) fn has(&self, stem: &String) -> bool {
        self.all.contains(stem)
    }

    /// Whether the figure is of this year, or of no other time than the text's.
    pub(super) fn may_be_of(&self, year: Option<&str>) -> bool {
        year.is_some_and(|year| self.dates.contains(&year))
            || self.dates.is_empty() && !self.elsewhen && !self.elsewhen_before
    }

    pub(super) fn shared(&self, other: &Self) -> Shared {
        let phrases = |words: &[String], others: &[String]| {
            words.windows(2).any(|phrase| others.windows(2).any(|other| phrase == other))
        };
        let common = |a: &[String], b: &[String]| a.iter().filter(|word| b.contains(word)).count();
        Shared {
            all: common(&self.all, &other.all),
            near: common(&self.near, &other.near),
            told_apart: matches!((&self.told[0], &other.told[0]), (Some(one), Some(two)) if one != two),
            phrase: phrases(&self.near, &other.near),
            told: self.modality == other.modality
                && self.told.iter().flatten().any(|word| other.told.iter().flatten().any(|other| word == other)),
            figures: self.figures.iter().filter(|figure| other.figures.contains(figure)).count(),
            fewest: self.all.len().min(other.all.len()),
            most: self.all.len().max(other.all.len()),
        }
    }
}

/// "the $5.4bn", "the estimated $5.4bn", "Oslo's $5.4bn", "its bank debt of $5.4bn".
fn is_definite(text: &str, before: &[Token]) -> bool {
    let back = |n: usize| before.len().checked_sub(n).map_or("", |i| before[i].text(text));
    let determiner = |n: usize| is_one_of(DEFINITE, back(n));
    let preposition = matches!(back(1), "of" | "worth" | "for" | "at");
    determiner(1)
        || determiner(2) && back(1).len() > 4 && back(1).ends_with("ed")
        || back(1).ends_with("'s")
        || back(1).ends_with("\u{2019}s")
        || preposition && determiner(3)
        || back(1) == "of" && (determiner(4) || determiner(5))
}

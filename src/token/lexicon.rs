//! The lexicon: which words the grammars know and in which classes they stand. It is a value, built once at start from
//! the closed word classes of English and from the vocabulary of the rule files, and then only read.

use std::collections::HashMap;

use super::words;

/// A word's number in the lexicon; punctuation marks carry their character.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WordId(u32);

impl WordId {
    /// A word that no class and no vocabulary names.
    pub const UNKNOWN: Self = Self(0);
    const PUNCT: u32 = 1 << 31;

    /// The id of a punctuation mark.
    pub const fn punct(mark: char) -> Self {
        Self(Self::PUNCT | mark as u32)
    }

    /// The punctuation mark it stands for, if it does.
    pub fn as_punct(self) -> Option<char> {
        (self.0 & Self::PUNCT != 0).then(|| char::from_u32(self.0 & !Self::PUNCT)).flatten()
    }
}

bitflags::bitflags! {
    /// The classes a word can stand in; many words stand in several ("second", "may", "quarter").
    #[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
    pub struct Class: u64 {
        /// zero, one ... ninety; `Entry::number` is the value.
        const CARDINAL = 1;
        /// hundred.
        const HUNDRED = 1 << 1;
        /// thousand, million, bn ...; `Entry::number` is the power of ten.
        const MAGNITUDE = 1 << 2;
        /// Magnitudes that need digits straight before them: k, m, mn, bn, tn; as `MAGNITUDE`.
        const SHORT_MAGNITUDE = 1 << 3;
        /// dozen; `Entry::number` is 12.
        const DOZEN = 1 << 4;
        /// dozens, scores, hundreds, thousands ...: vague counts.
        const VAGUE_PLURAL = 1 << 5;
        /// couple, pair, few, several, handful.
        const VAGUE_FEW = 1 << 6;
        /// half, third(s), quarter(s), fifth(s) ...; `Entry::number` is the denominator.
        const FRACTION = 1 << 7;
        /// first, second ...; `Entry::number` is the value.
        const ORDINAL = 1 << 8;
        /// doubled, doubling, twice, tripled, halved ...; `Entry::number` is ten times the factor (5 for a half).
        const MULTIPLE = 1 << 9;
        /// A word that can be part of a hedge: at, least, more, than, about, nearly ...
        const HEDGE = 1 << 10;
        /// January, Jan; `Entry::time` is 1 to 12.
        const MONTH = 1 << 11;
        /// Monday, Mon; `Entry::time` is 1 (Monday) to 7.
        const WEEKDAY = 1 << 12;
        /// day(s), week(s) ...; `Entry::time` is a [`crate::period::TimeUnit`] as its discriminant.
        const TIME_UNIT = 1 << 13;
        /// A plural form: years, days.
        const PLURAL = 1 << 14;
        /// early, mid, late.
        const PART = 1 << 15;
        /// today, yesterday, tomorrow, tonight.
        const DAY_WORD = 1 << 16;
        /// last, this, next, past, coming, previous, following, current ...
        const DEICTIC = 1 << 17;
        /// spring, summer, autumn, fall, winter; `Entry::time` is 1 (spring) to 4.
        const SEASON = 1 << 18;
        /// Names of currencies: dollars, euros, pounds; `Entry::currency` is the row.
        const CURRENCY = 1 << 19;
        /// Units of measurement; `Entry::unit` is the row.
        const UNIT = 1 << 20;
        /// percent, pct, percentage.
        const PERCENT = 1 << 21;
        /// Nouns for people, singular and plural: people, children, officers, troops.
        const PERSON = 1 << 22;
        /// a, an, the, this, their, some, any ...
        const DETERMINER = 1 << 23;
        /// of, in, on, at, by, from ...
        const PREPOSITION = 1 << 24;
        /// and, or, but, nor.
        const CONJUNCTION = 1 << 25;
        /// while, because, when, although, if, that ...: opens another clause.
        const SUBORDINATOR = 1 << 26;
        /// who, which, whom, whose, that.
        const RELATIVE = 1 << 27;
        /// he, she, it, they, them, him ...
        const PRONOUN = 1 << 28;
        /// is, are, was, have, had, will, would, can ...
        const AUXILIARY = 1 << 29;
        /// Other verbs in a form that cannot be the head of a counted noun phrase.
        const VERB = 1 << 30;
        /// said, says, told, reported ...: opens an attribution.
        const REPORTING = 1 << 31;
        /// not, never, also, only, just, still ...
        const ADVERB = 1 << 32;
        /// Plural or collective noun without -s: people, police, children, personnel.
        const COLLECTIVE = 1 << 33;
        /// Abbreviations whose full stop does not end a sentence: Mr, Dr, Gen, St, Jan.
        const ABBREVIATION = 1 << 34;
        /// A word with which a vocabulary phrase begins (cue, entity, place).
        const PHRASE_START = 1 << 35;
        /// will, would, could, plan(s), to-be: a happening that is not yet one.
        const FUTURE = 1 << 36;
        /// not, no, never, without, neither.
        const NEGATION = 1 << 37;
        /// more, less, fewer, additional, extra, another, further: a change or an addition.
        const ADDITION = 1 << 38;
        /// rose, up, increased, soared, grew ...
        const RISE = 1 << 39;
        /// fell, down, decreased, dropped ...
        const FALL = 1 << 40;
        /// AD, BC, CE.
        const ERA = 1 << 41;
        /// Nouns that make a name of the number behind them: Resolution 2699, Article 5, Flight 370.
        const LABEL = 1 << 42;
        /// A word in no other class of dates with which a date can begin: noon, weekend, Q (of "Q1"), Christmas.
        const DATE_START = 1 << 43;
        /// pledged, committed, offered ...: makes a figure a pledge.
        const PLEDGE = 1 << 44;
        /// plans, will, expected, goal ...: makes a figure a plan.
        const PLAN = 1 << 45;
        /// forecast, projected ...: makes a figure a forecast.
        const FORECAST = 1 << 46;
        /// initially, originally, previously ...: the figure was so and is so no more.
        const FORMER = 1 << 47;
        /// including, among: what follows is part of what came before.
        const INCLUDING = 1 << 48;
        /// earthquake, cholera, crash ...: a cause that makes another toll of the same place and period.
        const CAUSE = 1 << 49;
        /// A word in no other class of dates that can stand behind the first word of one: "of", "to", "ago", "pm".
        const DATE_NEXT = 1 << 50;
        /// A noun that is a stretch of time only behind a word of dates: weekend, season, period, fiscal (year).
        const DATE_NOUN = 1 << 51;
        /// Labels that are never verbs, so that a noun may follow the number: size 9 shoes, type 2 diabetes.
        const GRADE = 1 << 52;
        /// thirties, forties: ten years of a life or of a century; `Entry::number` is the first of them. The smaller
        /// ones (fives, sevens) are ages of children only.
        const DECADE = 1 << 53;
        /// brings, takes, raises: a verb that leads a number to a new level ("brings the total to 500").
        const LEADS_TO = 1 << 55;
        /// What makes a name before it the name of another place: Washington Street, Delaware County.
        const NAMESAKE = 1 << 54;
        /// A word that stands inside a hedge or sign and is none alone: larger, equal, or, getting, minus.
        const LEAD = 1 << 56;
        /// died, perishes, succumbed: verbs of death, which people do and nobody does to others.
        const DIES = 1 << 57;
        /// passed, topped, totalled: a verb straight before the number that its subject has come to.
        const REACHES = 1 << 58;
        /// both, trio, centenary: a word that holds a number.
        const HOLDS_A_NUMBER = 1 << 59;
        /// ISO 4217 codes and abbreviations of currencies (USD, Rs); `Entry::currency` is the row, the case decides.
        const CURRENCY_CODE = 1 << 60;
        /// cents, pence: hundredths of the currency in `Entry::currency`.
        const CURRENCY_MINOR = 1 << 61;
        /// m, t, Wh: units only behind digits and in the case of the table; `Entry::unit` is the row.
        const UNIT_SYMBOL = 1 << 62;
        /// A word with which a unit of several words begins: square, nautical, Canadian, per.
        const UNIT_START = 1 << 63;
    }
}

impl Class {
    /// Words of the small closed classes: none of them is a noun that something before it could count or modify.
    pub const CLOSED: Self = Self::DETERMINER
        .union(Self::AUXILIARY)
        .union(Self::PREPOSITION)
        .union(Self::CONJUNCTION)
        .union(Self::SUBORDINATOR)
        .union(Self::PRONOUN)
        .union(Self::ADVERB);
}

/// What the lexicon knows of one word.
#[derive(Clone, Copy, Debug, Default)]
pub struct Entry {
    /// The classes it stands in.
    pub class: Class,
    /// Cardinal or ordinal value, denominator or power of ten, as its class says.
    pub number: u32,
    /// Month, weekday, season or time unit, as its class says.
    pub time: u8,
    /// Row of the currency table from 1, or 0.
    pub currency: u8,
    /// Row of the unit table from 1, or 0.
    pub unit: u8,
}

/// All words that any grammar or vocabulary knows. Cheap to ask (one hash of the lower-case word), immutable.
#[derive(Debug)]
pub struct Lexicon {
    ids: Ids,
    entries: Vec<Entry>,
}

impl Lexicon {
    /// The closed word classes of English, to which the owner of other words adds theirs.
    pub fn builder() -> LexiconBuilder {
        let mut builder =
            LexiconBuilder { lexicon: Self { ids: Ids::with_capacity(8192), entries: vec![Entry::default()] } };
        words::register(&mut builder);
        builder
    }

    /// The id of a lower-case word.
    pub fn id(&self, lower: &str) -> WordId {
        self.id_of_bytes(lower.as_bytes())
    }

    /// The same for the bytes of the word, which the lexer has at hand.
    #[inline]
    pub(super) fn id_of_bytes(&self, lower: &[u8]) -> WordId {
        self.ids.get(lower).unwrap_or(WordId::UNKNOWN)
    }

    /// What is known of a word; nothing for unknown words and punctuation.
    #[inline]
    pub fn entry(&self, word: WordId) -> Entry {
        self.entries.get(word.0 as usize).copied().unwrap_or_default()
    }

    /// The classes of a word.
    #[inline]
    pub fn class(&self, word: WordId) -> Class {
        self.entry(word).class
    }
}

/// Words with their ids. Words of up to 16 bytes, which are nearly all, are their own key and lie in the table itself:
/// to compare one is to compare two numbers.
#[derive(Debug)]
struct Ids {
    short: HashMap<u128, WordId, foldhash::fast::FixedState>,
    long: HashMap<Box<[u8]>, WordId, foldhash::fast::FixedState>,
}

impl Ids {
    fn with_capacity(words: usize) -> Self {
        let short = HashMap::with_capacity_and_hasher(words, foldhash::fast::FixedState::default());
        Self { short, long: HashMap::default() }
    }

    /// The bytes of a short word; no word has the byte nought with which the rest is filled.
    #[inline]
    fn key(word: &[u8]) -> Option<u128> {
        let mut bytes = [0; size_of::<u128>()];
        bytes.get_mut(..word.len())?.copy_from_slice(word);
        Some(u128::from_le_bytes(bytes))
    }

    #[inline]
    fn get(&self, word: &[u8]) -> Option<WordId> {
        match Self::key(word) {
            Some(key) => self.short.get(&key),
            None => self.long.get(word),
        }
        .copied()
    }

    fn insert(&mut self, word: &[u8], id: WordId) {
        match Self::key(word) {
            Some(key) => self.short.insert(key, id),
            None => self.long.insert(word.into(), id),
        };
    }
}

/// A lexicon that words can still be added to.
#[derive(Debug)]
pub struct LexiconBuilder {
    lexicon: Lexicon,
}

impl LexiconBuilder {
    /// Adds a lower-case word to a class. A word may be added several times: its classes add up, and a later
    /// non-zero number or time replaces an earlier one.
    pub fn add(&mut self, lower: &str, class: Class, number: u32, time: u8) -> WordId {
        let id = self.lexicon.ids.get(lower.as_bytes()).unwrap_or_else(|| {
            let next = WordId(self.lexicon.entries.len() as u32);
            self.lexicon.ids.insert(lower.as_bytes(), next);
            self.lexicon.entries.push(Entry::default());
            next
        });
        let entry = &mut self.lexicon.entries[id.0 as usize];
        entry.class |= class;
        if number != 0 {
            entry.number = number;
        }
        if time != 0 {
            entry.time = time;
        }
        id
    }

    /// Adds a name of a currency, as row from 1; the first row that claims a word keeps it.
    pub fn add_currency(&mut self, lower: &str, class: Class, row: u8) {
        let word = self.add(lower, class, 0, 0);
        let entry = &mut self.lexicon.entries[word.0 as usize];
        if entry.currency == 0 {
            entry.currency = row;
        }
    }

    /// Adds a name of a unit of measurement, as row from 1; the first row that claims a word keeps it.
    pub fn add_unit(&mut self, lower: &str, class: Class, row: u8) {
        let word = self.add(lower, class, 0, 0);
        let entry = &mut self.lexicon.entries[word.0 as usize];
        if entry.unit == 0 {
            entry.unit = row;
        }
    }

    /// Adds a word without a class, for phrases that only compare ids.
    pub fn intern(&mut self, lower: &str) -> WordId {
        self.add(lower, Class::empty(), 0, 0)
    }

    /// Adds classes to a word that is in it.
    pub fn add_class(&mut self, word: WordId, class: Class) {
        if let Some(entry) = self.lexicon.entries.get_mut(word.0 as usize) {
            entry.class |= class;
        }
    }

    /// The words so far, for cutting phrases into tokens.
    pub fn so_far(&self) -> &Lexicon {
        &self.lexicon
    }

    /// No more words.
    pub fn build(self) -> Lexicon {
        self.lexicon
    }
}

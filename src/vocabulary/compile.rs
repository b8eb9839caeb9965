//! Compiles the phrases of measures and entities into the trie of [`Phrases`], with the words they are made of added
//! to the lexicon.

use super::phrase::{Phrases, Sense, key};
use super::{Entity, EntityId, Meaning, Measure, MeasureId};
use crate::token::{Class, Kind, LexiconBuilder, Look, Token, WordId, tokenize};

impl Phrases {
    /// Compiles all phrases. Cues and nouns match in any case; names keep the capitals they are written with. A phrase
    /// that does not begin with a word (digits, a mark) is never found.
    pub fn compile(measures: &[Measure], entities: &[Entity], lexicon: &mut LexiconBuilder) -> Self {
        let mut compiler = Compiler::new(lexicon);
        for (at, measure) in measures.iter().enumerate() {
            let id = MeasureId(at as u16);
            // `not` comes last, so that it wins over a cue of the same words: that is how users take a cue away.
            let lists = [
                (&measure.cues, Meaning::Cue(id)),
                (&measure.not, Meaning::NotCue(id)),
                (&measure.nouns, Meaning::Noun(id)),
                (&measure.qualifiers, Meaning::Qualifier(id)),
            ];
            for (phrases, meaning) in lists {
                for phrase in phrases {
                    compiler.add(phrase, Some(meaning), false, false);
                }
            }
        }
        for (at, entity) in entities.iter().enumerate() {
            let id = EntityId(at as u16);
            for phrase in &entity.demonyms {
                compiler.add(phrase, Some(Meaning::Demonym(id)), true, false);
            }
            for phrase in &entity.not {
                compiler.add(phrase, None, true, false);
            }
            for phrase in std::iter::once(&entity.name).chain(&entity.aliases) {
                compiler.add(phrase, Some(Meaning::Name(id)), true, entity.person_name);
            }
        }
        compiler.finish()
    }
}

/// How a cue says that a name follows it.
const NAME: &str = " <name>";

struct Compiler<'a> {
    lexicon: &'a mut LexiconBuilder,
    phrases: Phrases,
    /// Senses with their node, in the order of the declarations.
    senses: Vec<(u32, Sense)>,
    nodes: u32,
    tokens: Vec<Token>,
}

impl<'a> Compiler<'a> {
    fn new(lexicon: &'a mut LexiconBuilder) -> Self {
        let mut phrases = Phrases::default();
        phrases.children.reserve(4096);
        Self { lexicon, phrases, senses: Vec::with_capacity(4096), nodes: 1, tokens: Vec::new() }
    }

    fn add(&mut self, phrase: &str, meaning: Option<Meaning>, cased: bool, person_name: bool) {
        let mut tokens = std::mem::take(&mut self.tokens);
        let (phrase, before_name) = phrase.strip_suffix(NAME).map_or((phrase, false), |phrase| (phrase, true));
        tokenize(phrase, self.lexicon.so_far(), &mut tokens);
        if tokens.first().is_some_and(|t| t.kind == Kind::Word) {
            let mut sense = Sense { meaning, capitals: 0, all_caps: 0, person_name, before_name };
            let mut node = 0;
            for (at, &token) in tokens.iter().enumerate() {
                if cased && at < 16 {
                    sense.capitals |= u16::from(token.look.contains(Look::CAPITAL)) << at;
                    sense.all_caps |= u16::from(token.look.contains(Look::ALL_CAPS)) << at;
                }
                let word = self.word(token, phrase);
                if at == 0 {
                    self.lexicon.add_class(word, Class::PHRASE_START);
                }
                node = self.child(node, word);
            }
            self.senses.push((node, sense));
        }
        self.tokens = tokens;
    }

    fn word(&mut self, token: Token, phrase: &str) -> WordId {
        match key(token, phrase, self.lexicon.so_far()) {
            WordId::UNKNOWN => {
                let lower = token.text(phrase).to_lowercase().replace('\u{2019}', "'");
                self.lexicon.intern(&lower)
            }
            known => known,
        }
    }

    fn child(&mut self, node: u32, word: WordId) -> u32 {
        let next = self.nodes;
        let child = *self.phrases.children.entry((node, word)).or_insert(next);
        self.nodes += u32::from(child == next);
        child
    }

    fn finish(mut self) -> Phrases {
        // A stable sort: of two senses of one phrase the later declaration stays the later one.
        self.senses.sort_by_key(|&(node, _)| node);
        self.phrases.ranges = vec![(0, 0); self.nodes as usize];
        for (node, sense) in self.senses {
            let range = &mut self.phrases.ranges[node as usize];
            let at = self.phrases.senses.len() as u32;
            if range.1 == 0 {
                *range = (at, at);
            }
            if !self.phrases.senses[range.0 as usize..].contains(&sense) {
                self.phrases.senses.push(sense);
                range.1 = at + 1;
            }
        }
        self.phrases
    }
}

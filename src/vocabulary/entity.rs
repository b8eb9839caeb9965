//! An entity: a place, person, body or event with a name, and what lies within what.

use std::borrow::Cow;

use serde::Deserialize;

/// Index of an entity in its vocabulary.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntityId(pub u16);

/// What sort of thing a name names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EntityKind {
    /// A country, region, city.
    Place,
    /// A person.
    Person,
    /// An organisation, government body, force.
    Body,
    /// A war, storm, election.
    Event,
}

/// Words of an entity: borrowed for the built-in places, owned for those of rule files.
pub type Words = Cow<'static, str>;

/// An `[[entity]]` of a rule file.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entity {
    /// Its name.
    pub name: Words,
    /// What it is.
    pub kind: EntityKind,
    /// The entity it lies in or belongs to, by name.
    #[serde(default)]
    pub within: Option<Words>,
    /// Another entity it lies in: Mexico is in Latin and in North America, and a Georgia is in the United States.
    #[serde(default)]
    pub also_within: Option<Words>,
    /// Other names.
    #[serde(default)]
    pub aliases: Vec<Words>,
    /// Adjectives and names of its people; they count towards the topic place and name no other place.
    #[serde(default)]
    pub demonyms: Vec<Words>,
    /// Phrases that contain one of its names and do not mean it: "Gulf of Mexico", "Bank of America".
    #[serde(default)]
    pub not: Vec<Words>,
    /// Whether people are called so too (Jordan, Paris): beside another capitalised word that no vocabulary knows
    /// ("Michael Jordan", "Paris Hilton") it is no mention of the place.
    #[serde(default)]
    pub person_name: bool,
    /// Whether it is a country: where [`super::Vocabulary::country_of`] stops.
    #[serde(default)]
    pub country: bool,
}

impl Entity {
    /// An entity with nothing but a name.
    pub fn named(name: impl Into<Words>, kind: EntityKind) -> Self {
        Self {
            name: name.into(),
            kind,
            within: None,
            also_within: None,
            aliases: Vec::new(),
            demonyms: Vec::new(),
            not: Vec::new(),
            person_name: false,
            country: false,
        }
    }

    /// Takes over what another declaration of the same entity adds.
    pub(super) fn extend(&mut self, other: Self) {
        self.aliases.extend(other.aliases);
        self.demonyms.extend(other.demonyms);
        self.not.extend(other.not);
        self.within = other.within.or_else(|| self.within.take());
        self.also_within = other.also_within.or_else(|| self.also_within.take());
        self.person_name |= other.person_name;
        self.country |= other.country;
    }
}

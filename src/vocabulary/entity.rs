//! An entity: a place, person, body or event with a name, and what lies within what.

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

/// An `[[entity]]` of a rule file.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entity {
    /// Its name.
    pub name: String,
    /// What it is.
    pub kind: EntityKind,
    /// The entity it lies in or belongs to, by name.
    #[serde(default)]
    pub within: Option<String>,
    /// Other names.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// Adjectives and names of its people; they count towards the topic place and name no other place.
    #[serde(default)]
    pub demonyms: Vec<String>,
}

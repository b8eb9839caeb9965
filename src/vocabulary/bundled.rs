//! The bundled vocabularies for tests of this layer and the next; the program reads them through `rule`.

use serde::Deserialize;

use super::{Entity, Measure};

/// Every bundled file of words.
const BUNDLED: &[&str] = &[
    include_str!("../../rules/humanitarian/bodies.toml"),
    include_str!("../../rules/humanitarian/durations.toml"),
    include_str!("../../rules/humanitarian/protection.toml"),
    include_str!("../../rules/humanitarian/vocabulary.toml"),
    include_str!("../../rules/health/vocabulary.toml"),
    include_str!("../../rules/elections/vocabulary.toml"),
    include_str!("../../rules/money/vocabulary.toml"),
    include_str!("../../rules/disasters/vocabulary.toml"),
];

/// What a vocabulary file declares.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Declarations {
    /// Its `[[measure]]` tables.
    #[serde(default, rename = "measure")]
    pub(crate) measures: Vec<Measure>,
    /// Its `[[entity]]` tables.
    #[serde(default, rename = "entity")]
    pub(crate) entities: Vec<Entity>,
}

impl Declarations {
    /// Everything that the bundled files declare.
    pub(crate) fn bundled() -> Self {
        let mut all = Self::default();
        for text in BUNDLED {
            let file: Self = toml::from_str(text).expect("internal error: a bundled vocabulary is not valid");
            all.measures.extend(file.measures);
            all.entities.extend(file.entities);
        }
        all
    }
}

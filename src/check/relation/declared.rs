//! Relations as a rule file declares them: formulas, and the words or measures that make a figure one of their terms.

use std::ops::Range;

use serde::Deserialize;
use toml::Spanned;

use super::formula::{Formula, Name};
use crate::check::bound::{Phrase, phrase, stands_behind, touches};
use crate::check::sentence::SentenceView;
use crate::check::{ParameterFault, Parameters, Scene};
use crate::claim::Claim;
use crate::verdict::nearest;
use crate::vocabulary::Measure;

/// Parameters of the check `relation`, as the rule file has them.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    #[serde(default)]
    relation: Vec<RelationRow>,
    #[serde(default)]
    term: Vec<TermRow>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct RelationRow {
    name: String,
    says: Spanned<String>,
    #[serde(default)]
    not: Vec<String>,
    #[serde(default)]
    certain: bool,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct TermRow {
    name: String,
    #[serde(default)]
    measure: Option<Spanned<String>>,
    #[serde(default)]
    behind: Vec<String>,
    #[serde(default)]
    beside: Vec<String>,
}

/// What makes a figure a term: a measure of the vocabulary, or words around it.
#[derive(Clone, Debug)]
pub(super) struct Term {
    name: String,
    measure: Option<(String, Range<usize>)>,
    behind: Vec<Phrase>,
    beside: Vec<Phrase>,
}

/// A formula with the words that keep it from being used.
#[derive(Clone, Debug)]
pub(super) struct Relation {
    pub name: String,
    pub formula: Formula,
    /// The terms of the formula in its order, the whole last, as places in `terms`.
    pub terms: Vec<usize>,
    pub not: Vec<Phrase>,
    /// Whether no other term is possible.
    pub certain: bool,
}

/// The check `relation`.
#[derive(Clone, Debug)]
pub(super) struct Relations {
    pub relations: Vec<Relation>,
    pub terms: Vec<Term>,
}

impl Relations {
    /// What the parameters of a rule declare. A name that is no `[[term]]` is a measure.
    pub(super) fn read(parameters: &Parameters<'_>) -> Result<Self, ParameterFault> {
        let written = parameters.read::<Written>()?;
        let phrases = |list: &[String]| list.iter().map(|text| phrase(text)).collect::<Vec<_>>();
        let mut terms: Vec<Term> = written
            .term
            .iter()
            .map(|row| Term {
                name: row.name.clone(),
                measure: row.measure.as_ref().map(|id| (id.get_ref().clone(), id.span())),
                behind: phrases(&row.behind),
                beside: phrases(&row.beside),
            })
            .collect();
        let mut relations = Vec::with_capacity(written.relation.len());
        for row in &written.relation {
            // Behind the quotation mark.
            let formula = Formula::read(row.says.get_ref(), row.says.span().start + 1)?;
            let places = formula.names().map(|name| place(&mut terms, name)).collect();
            relations.push(Relation {
                name: row.name.clone(),
                formula,
                terms: places,
                not: phrases(&row.not),
                certain: row.certain,
            });
        }
        Ok(Self { relations, terms })
    }

    /// Holds the measures that the terms name against those of all rule files.
    pub(super) fn know(&self, measures: &[Measure]) -> Result<(), ParameterFault> {
        let named = self.terms.iter().filter_map(|term| term.measure.as_ref());
        let known = |id: &str| measures.iter().any(|measure| measure.id == id);
        let Some((id, span)) = named.into_iter().find(|(id, _)| !known(id)) else { return Ok(()) };
        let own =
            self.terms.iter().filter(|t| t.measure.as_ref().is_none_or(|(id, _)| known(id))).map(|t| t.name.as_str());
        let message = match nearest(id, measures.iter().map(|measure| measure.id.as_str()).chain(own)) {
            Some(near) => format!("there is no measure and no term `{id}`; did you mean `{near}`?"),
            None => format!(
                "there is no measure and no term `{id}`; declare it in a `[[term]]`, with the words that mark its figures"
            ),
        };
        Err(ParameterFault { message, key: None, span: Some(span.clone()) })
    }
}

fn place(terms: &mut Vec<Term>, name: &Name) -> usize {
    terms.iter().position(|term| term.name == name.text).unwrap_or_else(|| {
        let measure = Some((name.text.replace(' ', "_"), name.span.clone()));
        terms.push(Term { name: name.text.clone(), measure, behind: Vec::new(), beside: Vec::new() });
        terms.len() - 1
    })
}

impl Term {
    /// The measure of its name among those of the vocabulary.
    pub(super) fn measure_id(&self, scene: &Scene<'_>) -> Option<u16> {
        let (id, _) = self.measure.as_ref()?;
        let at = scene.reading.vocabulary.measures.iter().position(|measure| measure.id == *id)?;
        u16::try_from(at).ok()
    }

    /// Whether a figure is one of it: by its measure, or by the words around it.
    pub(super) fn is(&self, view: &SentenceView<'_>, claim: &Claim, id: Option<u16>) -> bool {
        let end = view.end_token(claim);
        let measured = id.is_some() && claim.measure.map(|m| m.0) == id;
        // The noun is part of the figure: "25 casualties", "1,310 rejected ballots".
        let noun = claim.quantity.noun.map_or(end, |n| view.tokens().partition_point(|t| t.end <= n.phrase.start));
        measured
            || !self.behind.is_empty() && stands_behind(view, &self.behind, noun)
            || !self.beside.is_empty() && touches(view, &self.beside, view.first_token(claim), end)
    }
}

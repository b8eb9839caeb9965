//! From a figure to what it was held against, and back: the fact in its reference set, the other mentions.

use std::collections::BTreeSet;

use lsp_types::{GotoDefinitionParams, GotoDefinitionResponse, Location, Position, ReferenceParams, Uri};

use super::state::Server;
use super::workspace::Workspace;
use crate::span::Span;
use crate::verdict::{Outcome, Place, Verdict};

/// Where something stands: path and bytes, in the order of texts.
type Spot = (String, Span);

impl Server {
    /// `textDocument/definition`: the fact that a figure was held against, else the other figures.
    pub(super) fn definition(&mut self, params: GotoDefinitionParams) -> GotoDefinitionResponse {
        let at = params.text_document_position_params;
        let (uri, position) = (at.text_document.uri, at.position);
        self.locations(&uri, position, |workspace, path, byte| {
            let (mut from_here, mut to_here) = (BTreeSet::new(), BTreeSet::new());
            for (_, verdict) in workspace.live.verdicts() {
                if covers(&verdict.primary, path, byte) {
                    from_here.extend(others(verdict).map(spot));
                } else if others(verdict).any(|place| covers(place, path, byte)) {
                    to_here.insert(spot(&verdict.primary));
                }
            }
            let facts: BTreeSet<Spot> = from_here.iter().filter(|one| is_fact(workspace, one)).cloned().collect();
            [facts, from_here, to_here].into_iter().find(|found| !found.is_empty()).unwrap_or_default()
        })
        .into()
    }

    /// `textDocument/references`: all mentions that were held against a figure, or against the same fact.
    pub(super) fn references(&mut self, params: ReferenceParams) -> Vec<Location> {
        let at = params.text_document_position;
        let declaration = params.context.include_declaration;
        self.locations(&at.text_document.uri, at.position, |workspace, path, byte| {
            let mut found = BTreeSet::new();
            for (_, verdict) in workspace.live.verdicts() {
                if all(verdict).any(|place| covers(place, path, byte)) {
                    found.extend(all(verdict).map(spot));
                }
            }
            let facts: BTreeSet<Spot> = found.iter().filter(|one| is_fact(workspace, one)).cloned().collect();
            for (_, verdict) in workspace.live.verdicts() {
                if others(verdict).any(|place| facts.contains(&spot(place))) {
                    found.insert(spot(&verdict.primary));
                }
            }
            found.retain(|one| declaration || !facts.contains(one));
            found
        })
    }

    /// The locations of what is found for a byte of an open text, or of a reference set.
    fn locations(
        &mut self,
        uri: &Uri,
        position: Position,
        find: impl FnOnce(&Workspace, &str, u32) -> BTreeSet<Spot>,
    ) -> Vec<Location> {
        self.fresh(uri.as_str());
        let Some(document) = self.documents.get(uri.as_str()) else { return Vec::new() };
        let Some(workspace) = self.workspaces.get(&document.home) else { return Vec::new() };
        let byte = document.lines.offset(&document.text, position) as u32;
        let places = self.places(workspace);
        let found = find(workspace, &document.path, byte).into_iter();
        let location =
            |(path, span): Spot| Some(Location { uri: places.uri(&path)?, range: places.range(&path, span) });
        found.filter_map(location).collect()
    }
}

/// The other places that a verdict speaks of.
pub(super) fn others(verdict: &Verdict) -> impl Iterator<Item = &Place> {
    let labels = match &verdict.outcome {
        Outcome::Passed { labels, .. } => &labels[..],
        Outcome::Failed(failure) => &failure.labels,
        Outcome::NotChecked(_) => &[],
    };
    labels.iter().map(|label| &label.place)
}

fn all(verdict: &Verdict) -> impl Iterator<Item = &Place> {
    std::iter::once(&verdict.primary)
        .filter(|_| !matches!(verdict.outcome, Outcome::NotChecked(_)))
        .chain(others(verdict))
}

fn spot(place: &Place) -> Spot {
    (place.path.to_string(), place.span)
}

fn covers(place: &Place, path: &str, byte: u32) -> bool {
    place.span.start <= byte && byte <= place.span.end && *place.path == *path
}

fn is_fact(workspace: &Workspace, (path, span): &Spot) -> bool {
    workspace.linter.facts.list.iter().any(|fact| fact.place.span == *span && *fact.place.path == **path)
}

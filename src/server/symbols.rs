//! The outline of a text: the figures of which it is known what they are about.

use lsp_types::{
    DocumentSymbol, DocumentSymbolParams, DocumentSymbolResponse, Location, SymbolInformation, SymbolKind,
};

use super::state::Server;
use crate::quantity::grouped;
use crate::report::extract::{Row, rows};
use crate::span::Span;

impl Server {
    /// `textDocument/documentSymbol`.
    pub(super) fn symbols(&mut self, params: DocumentSymbolParams) -> DocumentSymbolResponse {
        let (uri, nested) = (params.text_document.uri, self.client.symbols);
        let (mut symbols, mut flat) = (Vec::new(), Vec::new());
        let Some((document, workspace, _)) = self.text(&uri) else { return DocumentSymbolResponse::Nested(symbols) };
        let text = document.to_text();
        workspace.linter.with_readings(&text, |reading| {
            rows(reading, &mut |row| {
                let Some(measure) = row.measure else { return };
                let range = document.lines.range(&document.text, Span::new(row.start, row.end));
                let (name, kind) = (row.text.split_whitespace().collect::<Vec<_>>().join(" "), SymbolKind::NUMBER);
                #[expect(deprecated, reason = "the fields must be filled all the same")]
                if nested {
                    let (detail, selection_range) = (Some(detail(row, measure)), range);
                    let (tags, deprecated, children) = (None, None, None);
                    symbols.push(DocumentSymbol {
                        name,
                        detail,
                        kind,
                        tags,
                        deprecated,
                        range,
                        selection_range,
                        children,
                    });
                } else {
                    let (location, container_name) = (Location { uri: uri.clone(), range }, Some(detail(row, measure)));
                    flat.push(SymbolInformation { name, kind, tags: None, deprecated: None, location, container_name });
                }
            });
        });
        if nested { DocumentSymbolResponse::Nested(symbols) } else { DocumentSymbolResponse::Flat(flat) }
    }
}

/// "deaths, 31, March 2024": measure, value and period.
fn detail(row: &Row<'_>, measure: &str) -> String {
    let mut parts = vec![measure.to_owned()];
    parts.extend(row.value.map(grouped));
    parts.extend(row.period.map(crate::period::Period::in_words).filter(|words| !words.is_empty()));
    parts.join(", ")
}

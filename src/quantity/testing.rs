//! Reads figures out of test sentences.

use super::{Quantity, Widths, read_quantities, unit};
use crate::token::{Lexicon, Tokens, tokenize};

/// The quantities of a sentence, with no dates taken out.
pub(crate) fn quantities(text: &str) -> Vec<Quantity> {
    let mut builder = Lexicon::builder();
    unit::register(&mut builder);
    let lexicon = builder.build();
    let mut tokens = Vec::new();
    tokenize(text, &lexicon, &mut tokens);
    let mut out = Vec::new();
    read_quantities(Tokens::new(text, &tokens, &lexicon), 0, &[], &mut out);
    out
}

/// The first quantity of a sentence.
pub(crate) fn quantity(text: &str) -> Quantity {
    quantities(text).into_iter().next().expect("a figure in the test sentence")
}

/// A row a figure: text, kind and value, hedge, change.
pub(crate) fn rows(text: &str) -> String {
    let shown: Vec<_> = quantities(text)
        .iter()
        .map(|q| {
            let value = match q.number {
                super::Number::Value { value, .. } | super::Number::Share { value } => value.normalize().to_string(),
                super::Number::Multiple { factor } => format!("x{}", factor.normalize()),
                _ => q.printed(&Widths::default()).map_or(String::new(), |i| i.to_string()),
            };
            let change = q.change.map_or("", super::Change::name);
            let noun = q.noun.map_or("", |n| n.head.slice(text));
            format!("{} = {value} {} {:?} {noun} {change}", q.span.slice(text), q.hedge.name(), q.unit)
                .trim_end()
                .to_owned()
        })
        .collect();
    shown.join("\n")
}

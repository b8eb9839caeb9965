//! A run in two steps: each text is checked by itself, then what was kept of all texts is held against each other. Whoever
//! keeps the first step of a text need not read it again while only other texts change.

use super::suppression::{self, Suppression};
use super::{Linter, Outcome, Text, TextError, across, finish};
use crate::check::{self, Kept, Matched, Scene};
use crate::claim::Reading;
use crate::config::Across;
use crate::verdict::{Severity, Verdict};

/// One text, checked by itself.
#[derive(Clone, Debug, Default)]
pub struct Checked {
    /// One for each document in it.
    parts: Vec<TextVerdicts>,
    /// What could not be read.
    errors: Vec<TextError>,
}

/// What one document gave: the verdicts of each rule, by the rule's index.
#[derive(Clone, Debug, Default)]
pub(super) struct TextVerdicts {
    pub(super) verdicts: Vec<(u16, Verdict)>,
    pub(super) figures: u64,
    pub(super) foreign: bool,
    /// The `[[group]]` that the text belongs to.
    pub(super) group: Option<usize>,
    /// The claims that are compared with those of other texts.
    pub(super) kept: Vec<Kept>,
    /// What the text says of findings in it.
    suppressions: Vec<Suppression>,
    /// The text's path and its severities of all rules, where they differ from the rules' own.
    pub(super) overridden: Option<(String, Vec<Severity>)>,
}

impl Linter {
    /// Reads a text and checks it by itself; `also` sees each reading before it is gone.
    pub fn check_text(&self, text: &Text, also: &mut dyn FnMut(&Reading<'_>)) -> Checked {
        let severities = self.overrides.severities(&text.config_path, &self.rules);
        let group = self.groups.of(&text.config_path);
        let (parts, errors) = self.with_readings(text, |reading| {
            also(reading);
            let overridden = severities.clone().map(|severities| (text.path.clone(), severities));
            TextVerdicts { group, overridden, ..self.check(reading, severities.as_deref()) }
        });
        Checked { parts, errors }
    }

    /// Holds texts that were checked by themselves against each other, and makes the outcome of them all.
    pub fn together(&self, texts: impl IntoIterator<Item = Checked>) -> Outcome {
        let mut outcome = Outcome::default();
        let mut sound = Vec::new();
        for text in texts {
            sound.extend(text.parts);
            outcome.errors.extend(text.errors);
        }
        outcome.errors.sort_by(|a, b| a.path().cmp(b.path()));
        let across = match self.across {
            Across::Off => Vec::new(),
            Across::All => across::check(&self.rules, &self.vocabulary, &mut sound),
            Across::Groups => across::check_groups(&self.rules, &self.vocabulary, &mut sound),
        };
        let suppressions = sound.iter_mut().flat_map(|text| std::mem::take(&mut text.suppressions)).collect();
        finish::finish(&self.rules, sound, across, &mut outcome);
        finish::add_reference_faults(self, &mut outcome.findings);
        suppression::apply(self, suppressions, &mut outcome);
        outcome
    }

    fn check(&self, reading: &Reading<'_>, severities: Option<&[Severity]>) -> TextVerdicts {
        let mut result = TextVerdicts { foreign: reading.foreign, ..TextVerdicts::default() };
        if reading.foreign {
            return result;
        }
        result.figures = (reading.claims.len() + reading.dates.len()) as u64;
        let matched = Matched::default();
        let scene = Scene { reading, facts: &self.facts, widths: &self.widths, matched: &matched };
        result.kept = check::keep(&scene);
        result.suppressions = suppression::read(reading.document);
        let mut corrections = check::Corrections::default();
        let mut out = Vec::new();
        for (index, rule) in self.rules.iter().enumerate() {
            if severities.map_or(rule.severity, |here| here[index]) == Severity::Off {
                continue;
            }
            rule.check.check(&scene, &mut out);
            corrections.leave(reading, &mut out);
            result.verdicts.extend(out.drain(..).map(|verdict| (index as u16, verdict)));
        }
        result
    }
}

//! A run in two steps: each text is checked by itself, then what was kept of all texts is held against each other.
//! Whoever keeps the first step of a text need not read it again while only other texts change.

use super::suppression::{self, Suppressions};
use super::{Linter, Outcome, Text, TextError, across, figures, finish, once};
use crate::check::{self, Kept, Matched, Scene};
use crate::claim::Reading;
use crate::span::Span;
use crate::verdict::{self, Severity, Verdict};

/// One text, checked by itself.
#[derive(Clone, Debug, Default)]
pub struct Checked {
    /// One for each document in it.
    pub(super) parts: Vec<TextVerdicts>,
    /// What could not be read.
    pub(super) errors: Vec<TextError>,
}

impl Checked {
    /// Without what nobody asks of a text that is not open: why figures were not checked, and what agrees with nothing
    /// elsewhere.
    #[must_use]
    pub fn closed(mut self) -> Self {
        let tells = |verdict: &Verdict| match &verdict.outcome {
            verdict::Outcome::Failed(_) => true,
            verdict::Outcome::Passed { labels, .. } => !labels.is_empty(),
            verdict::Outcome::NotChecked(_) => false,
        };
        for part in &mut self.parts {
            part.verdicts.retain(|(_, verdict)| tells(verdict));
            part.verdicts.shrink_to_fit();
        }
        self
    }
}

/// What one document gave: the verdicts of each rule, by the rule's index.
#[derive(Clone, Debug, Default)]
pub(super) struct TextVerdicts {
    /// The path of its file.
    pub(super) path: String,
    /// What of the file is this document.
    pub(super) share: Span,
    pub(super) verdicts: Vec<(u16, Verdict)>,
    pub(super) figures: u64,
    /// The figures that were a part or a level in the check of another one.
    pub(super) took_part: Vec<Span>,
    pub(super) foreign: bool,
    /// The `[[group]]` that the text belongs to.
    pub(super) group: Option<usize>,
    /// The claims that are compared with those of other texts.
    pub(super) kept: Vec<Kept>,
    /// What the text says of findings in it.
    pub(super) suppressions: Suppressions,
    /// The text's severities of all rules, where they differ from the rules' own.
    pub(super) overridden: Option<Vec<Severity>>,
}

impl Linter {
    /// Reads a text and checks it by itself; `also` sees each reading before it is gone.
    pub fn check_text(&self, text: &Text, also: &mut dyn FnMut(&Reading<'_>)) -> Checked {
        let severities = self.overrides.severities(&text.config_path, &self.rules);
        let group = self.groups.of(&text.config_path);
        let (parts, errors) = self.with_readings(text, |reading| {
            also(reading);
            TextVerdicts { group, overridden: severities.clone(), ..self.check(reading, severities.as_deref()) }
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
        let across = across::check(self, &sound.iter().collect::<Vec<_>>());
        let suppressions = sound.iter_mut().map(|text| std::mem::take(&mut text.suppressions)).collect();
        finish::finish(&self.rules, sound, across, &mut outcome);
        finish::add_reference_faults(self, &mut outcome.findings);
        suppression::apply(self, suppressions, &mut outcome);
        outcome
    }

    fn check(&self, reading: &Reading<'_>, severities: Option<&[Severity]>) -> TextVerdicts {
        let (path, share) = (reading.document.path.clone(), reading.document.share_of_file());
        let mut result = TextVerdicts { path, share, foreign: reading.foreign, ..TextVerdicts::default() };
        if reading.foreign {
            return result;
        }
        result.figures = (reading.claims.len() + reading.dates.len()) as u64;
        let matched = Matched::default();
        let scene = Scene { reading, facts: &self.facts, widths: &self.widths, matched: &matched };
        result.kept = check::keep(&scene);
        result.suppressions = suppression::read(reading.document);
        let repeats = check::Repeats::of(reading.document);
        let mut corrections = check::Corrections::default();
        let mut out = Vec::new();
        for (index, rule) in self.rules.iter().enumerate() {
            if severities.map_or(rule.severity, |here| here[index]) == Severity::Off {
                continue;
            }
            rule.check.check(&scene, &mut out);
            repeats.drop(&mut out);
            corrections.leave(reading, &mut out);
            result.verdicts.extend(out.drain(..).map(|verdict| (index as u16, verdict)));
        }
        once::tell_once(&mut result.verdicts);
        result.took_part = figures::took_part(reading, &result.verdicts);
        result
    }
}

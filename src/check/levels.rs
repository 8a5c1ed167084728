//! Levels of warnings: `settings.lint` and `# plan: allow(…)`.

use std::collections::HashMap;

use super::texts::texts;
use crate::diagnostic::{Diagnostic, Severity};
use crate::parse::scalar::block_header;
use crate::parse::{Allow, Draft, Key};
use crate::span::{Sources, Span};

/// Gives each warning the level that the plan sets for its rule, and removes the allowed ones.
pub(super) fn apply(found: &mut [&mut Vec<Diagnostic>], draft: &Draft<'_>, sources: &Sources) {
    if found.iter().all(|found| found.is_empty()) {
        return;
    }
    let levels =
        LintLevels { draft, sources, settings: settings(draft), long_texts: long_texts(draft, sources) };
    for found in found {
        found.retain_mut(|diagnostic| levels.adjust(diagnostic));
    }
}

/// A level of a warning in `settings.lint`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum LintLevel {
    Allow,
    Warn,
    Deny,
}

/// The levels that a plan sets.
struct LintLevels<'l, 'd> {
    draft: &'l Draft<'d>,
    sources: &'l Sources,
    settings: HashMap<&'l str, LintLevel>,
    /// The texts of several lines with the comment on their first line.
    long_texts: Vec<(&'l Allow, Span)>,
}

impl LintLevels<'_, '_> {
    /// Sets the severity of a diagnostic; false if the plan allows the warning.
    fn adjust(&self, diagnostic: &mut Diagnostic) -> bool {
        if diagnostic.severity == Severity::Error {
            return true;
        }
        if self.is_allowed(diagnostic) {
            return false;
        }
        match self.settings.get(diagnostic.rule.name) {
            Some(LintLevel::Allow) => false,
            Some(LintLevel::Deny) => {
                diagnostic.severity = Severity::Error;
                true
            }
            Some(LintLevel::Warn) | None => true,
        }
    }

    /// Returns true if a comment on the line of a warning allows it.
    fn is_allowed(&self, diagnostic: &Diagnostic) -> bool {
        let allows = &self.draft.allows;
        if allows.is_empty() {
            return false;
        }
        let place = diagnostic.span;
        let line = self.sources.get(place.source).line_at(place.start as usize);
        let names = |allow: &Allow| allow.rules.iter().any(|rule| rule.value == diagnostic.rule.name);
        let is_inside =
            |text: &Span| text.source == place.source && (text.start..text.end).contains(&place.start);
        allows.iter().any(|allow| allow.source == place.source && allow.line == line && names(allow))
            || self.long_texts.iter().any(|(allow, text)| names(allow) && is_inside(text))
    }
}

/// Returns the levels in `settings.lint`; those of the main file take precedence.
fn settings<'l>(draft: &'l Draft<'_>) -> HashMap<&'l str, LintLevel> {
    let mut levels = HashMap::new();
    for (rule, level) in draft.settings.iter().flat_map(|settings| settings.pairs(Key::Lint)) {
        let level = match level.value.as_ref() {
            "allow" => LintLevel::Allow,
            "deny" => LintLevel::Deny,
            _ => LintLevel::Warn,
        };
        levels.entry(rule.value.as_ref()).or_insert(level);
    }
    levels
}

/// Returns the texts that begin on the line of a comment: a comment cannot stand inside a text, so it applies to
/// all lines of the text.
fn long_texts<'l>(draft: &'l Draft<'_>, sources: &Sources) -> Vec<(&'l Allow, Span)> {
    let mut long = Vec::new();
    if draft.allows.is_empty() {
        return long;
    }
    let by_line: HashMap<_, _> =
        draft.allows.iter().map(|allow| ((allow.source, allow.line), allow)).collect();
    texts(draft, &mut |text| {
        let start = block_header(sources, text.span).unwrap_or(text.span.start as usize);
        let line = sources.get(text.span.source).line_at(start);
        long.extend(by_line.get(&(text.span.source, line)).map(|allow| (*allow, text.span)));
    });
    long
}

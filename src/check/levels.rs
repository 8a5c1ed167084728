//! Levels of warnings: `settings.lint` and `# plan: allow(…)`.

use std::cell::Cell;
use std::collections::HashMap;

use super::rules::{RULES, UNUSED_ALLOW, unused_allow};

use crate::diagnostic::{Diagnostic, Severity};
use crate::parse::scalar::block_header;
use crate::parse::{Draft, Key, texts};
use crate::span::{SourceId, Sources, Span};

/// Gives each warning the level that the plan sets for its rule, and removes the allowed ones.
///
/// Returns the comments that suppress nothing, as diagnostics at their levels.
pub(super) fn apply(
    found: &mut [&mut Vec<Diagnostic>],
    draft: &Draft<'_>,
    sources: &Sources,
) -> Vec<Diagnostic> {
    if draft.allows.is_empty() && found.iter().all(|found| found.is_empty()) {
        return Vec::new();
    }
    let by_line = allows_by_line(draft);
    let levels = LintLevels {
        draft,
        sources,
        settings: settings(draft),
        long_texts: long_texts(draft, sources, &by_line),
        by_line,
        used: draft.allows.iter().map(|allow| vec![Cell::new(false); allow.rules.len()]).collect(),
    };
    for found in found {
        found.retain_mut(|diagnostic| levels.adjust(diagnostic));
    }
    // A comment may allow that another one suppresses nothing: that one is looked at last.
    let mut unused: Vec<Diagnostic> = levels.unused(false).collect();
    unused.retain_mut(|diagnostic| levels.adjust(diagnostic));
    unused.extend(levels.unused(true));
    unused
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
    by_line: AllowsByLine,
    /// The texts of several lines with the line of the comments on their first line, in the order of the files.
    long_texts: Vec<(Span, usize)>,
    /// True for the rules of each comment that met a warning.
    used: Vec<Vec<Cell<bool>>>,
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
        // Texts do not overlap: only the last that begins before the place may be around it.
        let at = |text: &Span| (text.source, text.start);
        let before = self.long_texts.partition_point(|(text, _)| at(text) <= at(&place));
        let around = before.checked_sub(1).and_then(|last| self.long_texts.get(last));
        let around = around.filter(|(text, _)| text.source == place.source && place.start < text.end);
        let on = |line| self.by_line.get(&(place.source, line)).into_iter().flatten();
        // A comment may stand on the first line of the text itself.
        let of_text = around.map(|(_, first)| *first).filter(|first| *first != line);
        let mut is_allowed = false;
        for at in on(line).chain(of_text.into_iter().flat_map(on)) {
            let (Some(allow), Some(used)) = (allows.get(*at), self.used.get(*at)) else { continue };
            for (rule, used) in allow.rules.iter().zip(used) {
                if rule.value == diagnostic.rule.name {
                    used.set(true);
                    is_allowed = true;
                }
            }
        }
        is_allowed
    }

    /// Returns the names in comments that met no warning: those of the rule on such comments, or all others.
    fn unused(&self, of_unused: bool) -> impl Iterator<Item = Diagnostic> {
        let rules =
            self.draft.allows.iter().zip(&self.used).flat_map(|(allow, used)| allow.rules.iter().zip(used));
        rules
            .filter(move |(rule, used)| !used.get() && (rule.value == UNUSED_ALLOW.name) == of_unused)
            .filter_map(|(rule, _)| unused_allow(&rule.words(), RULES))
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

/// The positions of the comments that speak of each line.
type AllowsByLine = HashMap<(SourceId, usize), Vec<usize>>;

fn allows_by_line(draft: &Draft<'_>) -> AllowsByLine {
    let mut by_line = AllowsByLine::new();
    for (at, allow) in draft.allows.iter().enumerate() {
        by_line.entry((allow.source, allow.line)).or_default().push(at);
    }
    by_line
}

/// Returns the texts that begin on the line of a comment: a comment cannot stand inside a text, so it applies to
/// all lines of the text.
fn long_texts(draft: &Draft<'_>, sources: &Sources, by_line: &AllowsByLine) -> Vec<(Span, usize)> {
    let mut long = Vec::new();
    if by_line.is_empty() {
        return long;
    }
    texts(draft, &mut |text| {
        let start = block_header(sources, text.span).unwrap_or(text.span.start as usize);
        let line = sources.get(text.span.source).line_at(start);
        if by_line.contains_key(&(text.span.source, line)) {
            long.push((text.span, line));
        }
    });
    long.sort_unstable_by_key(|(text, _)| (text.source, text.start));
    long
}

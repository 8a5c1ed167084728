//! The draft of one plan → a Plan and diagnostics.
//!
//! Building resolves what it can and reports the rest; then every rule looks at the whole. The workspace hands a
//! plan on only if no error was found in it, so that whoever holds a [`Plan`] need not doubt it.

mod build;
mod names;
mod rules;
mod texts;

pub use rules::RULES;

use std::collections::HashMap;

use crate::date::Day;
use crate::diagnostic::{Diagnostic, Severity};
use crate::model::Plan;
use crate::parse::scalar::block_header;
use crate::parse::{Allow, Draft, Key};
use crate::span::{Sources, Span};
use crate::threads::Threads;
use rules::Context;

use texts::texts;

/// The result of checking one plan.
#[derive(Debug)]
pub struct Checked {
    /// The plan as far as it could be built: valid if the draft is complete and no diagnostic is an error.
    pub plan: Option<Plan>,
    /// The diagnostics, at the levels that the plan sets.
    pub diagnostics: Vec<Diagnostic>,
}

/// Builds the plan of a draft and runs every rule over it.
///
/// `today` is the day of the run in Vietnam; only `future-report` asks for it.
pub(crate) fn check(sources: &Sources, draft: &Draft<'_>, today: Day, threads: Threads) -> Checked {
    let mut found = Vec::new();
    let plan = build_and_lint(sources, draft, today, threads, &mut found);
    if !found.is_empty() {
        let (raised, long) = (levels_of(draft), long_texts(draft, sources));
        found.retain_mut(|diagnostic| adjust(diagnostic, draft, &raised, &long, sources));
    }
    Checked { plan, diagnostics: found }
}

fn build_and_lint(
    sources: &Sources,
    draft: &Draft<'_>,
    today: Day,
    threads: Threads,
    found: &mut Vec<Diagnostic>,
) -> Option<Plan> {
    let (plan, taint) = build::build(sources, draft, threads, found)?;
    let context = Context { sources, draft, plan: &plan, today, taint: &taint };
    let of_rules = threads.each(rules::CHECKS, |rule| {
        let mut found = Vec::new();
        rule(&context, &mut found);
        found
    });
    found.extend(of_rules.into_iter().flatten());
    Some(plan)
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Level {
    Allow,
    Warn,
    Deny,
}

/// The levels that a plan's settings give to rules; the main file's win.
fn levels_of<'d>(draft: &'d Draft<'_>) -> HashMap<&'d str, Level> {
    let mut levels = HashMap::new();
    for (rule, level) in draft.settings.iter().flat_map(|settings| settings.pairs(Key::Lint)) {
        let level = match level.value.as_ref() {
            "allow" => Level::Allow,
            "deny" => Level::Deny,
            _ => Level::Warn,
        };
        levels.entry(rule.value.as_ref()).or_insert(level);
    }
    levels
}

/// The texts that begin on a line that a comment speaks of: no comment can stand inside
/// them, so it speaks of all their lines.
fn long_texts<'d>(draft: &'d Draft<'_>, sources: &Sources) -> Vec<(&'d Allow, Span)> {
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

/// Gives a warning the level that the plan wants; false if the plan does not want it at all.
fn adjust(
    diagnostic: &mut Diagnostic,
    draft: &Draft<'_>,
    levels: &HashMap<&str, Level>,
    long: &[(&Allow, Span)],
    sources: &Sources,
) -> bool {
    if diagnostic.severity == Severity::Error {
        return true;
    }
    if !draft.allows.is_empty() {
        let place = diagnostic.span;
        let line = sources.get(place.source).line_at(place.start as usize);
        let names = |allow: &Allow| allow.rules.iter().any(|rule| rule.value == diagnostic.rule.name);
        let is_inside =
            |text: &Span| text.source == place.source && (text.start..text.end).contains(&place.start);
        let allowed = draft
            .allows
            .iter()
            .any(|allow| allow.source == place.source && allow.line == line && names(allow))
            || long.iter().any(|(allow, text)| names(allow) && is_inside(text));
        if allowed {
            return false;
        }
    }
    match levels.get(diagnostic.rule.name) {
        Some(Level::Allow) => false,
        Some(Level::Deny) => {
            diagnostic.severity = Severity::Error;
            true
        }
        Some(Level::Warn) | None => true,
    }
}

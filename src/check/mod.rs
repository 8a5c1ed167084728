//! Draft → Plan and diagnostics.
//!
//! Building resolves what it can and reports the rest; then every rule looks at the whole. A plan comes
//! out only if no error was found in it, so that whoever holds a [`Plan`] need not doubt it.

mod build;
mod citation;
mod letters;
mod names;
mod rules;
mod texts;

pub use rules::RULES;
pub use rules::deadline::wrong_deadline;

use std::collections::{HashMap, HashSet};

use crate::date::Day;
use crate::diagnostic::{Diagnostic, Severity, quoted};
use crate::lang::Text;
use crate::model::Plan;
use crate::parse::rules::DUPLICATE_PLAN;
use crate::parse::{Allow, Draft, Loaded};
use crate::span::{SourceId, Sources, Span};
use crate::text;
use rules::Context;
use rules::place::block_header;
use texts::texts;

/// Plans that passed, and all that is wrong.
#[derive(Debug, Default)]
pub struct Checked {
    /// The plans without an error, in the order in which they were read.
    pub plans: Vec<Plan>,
    /// Everything that is wrong, in the order of the files, errors and warnings alike.
    pub diagnostics: Vec<Diagnostic>,
    /// The main files of the plans with an error, with the plans' ids where they are known.
    pub refused: Vec<Refused>,
}

/// A plan that is left out of every report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refused {
    /// Its main file.
    pub main: SourceId,
    /// Its files.
    pub files: Vec<SourceId>,
    /// Its id, if it has one.
    pub id: Option<String>,
}

/// How strictly warnings are taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Strictness {
    /// Whether every warning that remains counts as an error (`--deny warnings`).
    pub deny_warnings: bool,
}

/// Checks everything that was read.
///
/// `today` is the day of the run in Vietnam; only `future-report` asks for it.
pub fn check(loaded: Loaded, today: Day, strictness: Strictness) -> (Checked, Sources) {
    let Loaded { sources, drafts, diagnostics: read, .. } = loaded;
    let mut checked = Checked::default();
    let mut broken: HashSet<SourceId> =
        read.iter().filter(|d| d.severity == Severity::Error).map(|d| d.span.source).collect();
    let mut all = Vec::new();
    duplicate_plans(&drafts, &mut all);
    broken.extend(all.iter().map(|diagnostic: &Diagnostic| diagnostic.span.source));
    let mut levels = HashMap::new();
    let mut built = Vec::new();
    for draft in &drafts {
        let mut found = Vec::new();
        let plan = one(&sources, draft, today, &mut found);
        let wrong = draft.incomplete
            || found.iter().any(|diagnostic| diagnostic.severity == Severity::Error)
            || draft.files.iter().any(|file| broken.contains(file));
        if wrong {
            checked.refused.push(Refused {
                main: draft.main,
                files: draft.files.clone(),
                id: draft.header.maybe_words("plan"),
            });
        } else {
            built.extend(plan);
        }
        let raised = levels_of(draft);
        let long = long_texts(draft, &sources);
        found.retain_mut(|diagnostic| adjust(diagnostic, draft, &raised, &long, &sources));
        for file in &draft.files {
            levels.entry(*file).or_insert_with(|| raised.clone());
        }
        all.append(&mut found);
    }
    all.extend(read);
    if strictness.deny_warnings {
        for diagnostic in &mut all {
            diagnostic.severity = Severity::Error;
        }
    }
    // A file that several plans include is read by each of them; what is wrong with it is told once.
    let key = |diagnostic: &Diagnostic| (diagnostic.span, diagnostic.rule.name);
    all.sort_by(|a, b| key(a).cmp(&key(b)).then_with(|| a.message.cmp(&b.message)));
    all.dedup_by(|a, b| key(a) == key(b) && a.message == b.message);
    checked.plans = built;
    checked.diagnostics = all;
    (checked, sources)
}

/// Checks one plan.
fn one(sources: &Sources, draft: &Draft, today: Day, found: &mut Vec<Diagnostic>) -> Option<Plan> {
    let (plan, taint) = build::build(sources, draft, found)?;
    let context = Context { sources, draft, plan: &plan, today, taint: &taint };
    for rule in rules::CHECKS {
        rule(&context, found);
    }
    Some(plan)
}

fn duplicate_plans(drafts: &[Draft], found: &mut Vec<Diagnostic>) {
    let mut seen: HashMap<&str, Span> = HashMap::new();
    for draft in drafts {
        let Some(id) = draft.header.text("plan") else { continue };
        if let Some(first) = seen.get(id.value) {
            let name = quoted(id.value);
            found.push(
                Diagnostic::new(
                    &DUPLICATE_PLAN,
                    id.span,
                    text!("mã kế hoạch {name} đã dùng", "the plan id {name} is taken"),
                )
                .related(*first, Text::fixed("dùng lần đầu ở đây", "first used here")),
            );
        } else {
            seen.insert(id.value, id.span);
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Level {
    Allow,
    Warn,
    Deny,
}

/// The levels that a plan's settings give to rules; the main file's win.
fn levels_of(draft: &Draft) -> HashMap<String, Level> {
    let mut levels = HashMap::new();
    for (rule, level) in draft.settings.iter().flat_map(|settings| settings.pairs("lint")) {
        let level = match level.value.as_str() {
            "allow" => Level::Allow,
            "deny" => Level::Deny,
            _ => Level::Warn,
        };
        levels.entry(rule.value.clone()).or_insert(level);
    }
    levels
}

/// The texts that begin on a line that a comment speaks of: no comment can stand inside
/// them, so it speaks of all their lines.
fn long_texts<'d>(draft: &'d Draft, sources: &Sources) -> Vec<(&'d Allow, Span)> {
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
    draft: &Draft,
    levels: &HashMap<String, Level>,
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

//! Draft → Plan and diagnostics.
//!
//! Building resolves what it can and reports the rest; then every rule looks at the whole. A plan comes
//! out only if no error was found in it, so that whoever holds a [`Plan`] need not doubt it.

mod build;
mod names;
mod rules;
mod texts;

pub use rules::RULES;

use std::collections::{HashMap, HashSet};

use crate::date::Day;
use crate::diagnostic::{Diagnostic, Severity, quoted};
use crate::language::Message;
use crate::message;
use crate::model::Plan;
use crate::parse::rules::DUPLICATE_PLAN;
use crate::parse::scalar::block_header;
use crate::parse::{Allow, Draft, Key, LONG, Loaded, PlanFiles};
use crate::span::{SourceId, Sources, Span, Spanned};
use crate::threads::Threads;
use rules::Context;

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

/// Fewer bytes are checked before another thread would have begun.
const FEW_BYTES: usize = 256 * 1024;

/// Reads and checks all plans that were found.
///
/// `today` is the day of the run in Vietnam; only `future-report` asks for it.
pub fn check(loaded: Loaded, today: Day, strictness: Strictness) -> (Checked, Sources) {
    let unreadable = loaded.unreadable();
    let Loaded { sources, plans, diagnostics: read, .. } = loaded;
    let bytes: usize = sources.iter().map(|(_, source)| source.text().len()).sum();
    let threads = if bytes < FEW_BYTES { Threads::ONE } else { Threads::all() };
    let is_long = |plan: &PlanFiles| plan.len(&sources) >= LONG;
    let verdicts =
        threads.share(&plans, is_long, |plan, threads| judge(&sources, plan, &unreadable, today, threads));

    let is_error = |diagnostic: &&Diagnostic| diagnostic.severity == Severity::Error;
    let mut all = read;
    duplicate_plans(&verdicts, &mut all);
    let of_reading = verdicts.iter().flat_map(|verdict| &verdict.read);
    let broken: HashSet<SourceId> =
        all.iter().chain(of_reading).filter(is_error).map(|diagnostic| diagnostic.span.source).collect();
    let mut checked = Checked::default();
    for (mut verdict, plan) in verdicts.into_iter().zip(&plans) {
        let wrong = verdict.incomplete
            || verdict.found.iter().any(|diagnostic| is_error(&diagnostic))
            || plan.sources().any(|file| broken.contains(&file));
        if wrong {
            checked.refused.push(Refused {
                main: verdict.main,
                files: verdict.files,
                id: verdict.id.map(|id| id.value),
            });
        } else {
            checked.plans.extend(verdict.plan);
        }
        all.append(&mut verdict.read);
        all.append(&mut verdict.found);
    }
    if strictness.deny_warnings {
        for diagnostic in &mut all {
            diagnostic.severity = Severity::Error;
        }
    }
    // A file that several plans include is read by each of them; what is wrong with it is told once.
    let key = |diagnostic: &Diagnostic| (diagnostic.span, diagnostic.rule.name);
    all.sort_by(|a, b| key(a).cmp(&key(b)).then_with(|| a.message.cmp(&b.message)));
    all.dedup_by(|a, b| key(a) == key(b) && a.message == b.message);
    checked.diagnostics = all;
    (checked, sources)
}

/// One plan, read and checked by itself.
struct Verdict {
    plan: Option<Plan>,
    main: SourceId,
    files: Vec<SourceId>,
    id: Option<Spanned<String>>,
    /// Whether anything of it could not be read.
    incomplete: bool,
    /// What is wrong with the form of its files, which may be those of other plans too.
    read: Vec<Diagnostic>,
    /// What is wrong with it as a plan, in the levels that it wants.
    found: Vec<Diagnostic>,
}

fn judge(
    sources: &Sources,
    files: &PlanFiles,
    unreadable: &[SourceId],
    today: Day,
    threads: Threads,
) -> Verdict {
    let (draft, read) = files.read(sources, unreadable, threads);
    let mut found = Vec::new();
    let plan = one(sources, &draft, today, threads, &mut found);
    if !found.is_empty() {
        let (raised, long) = (levels_of(&draft), long_texts(&draft, sources));
        found.retain_mut(|diagnostic| adjust(diagnostic, &draft, &raised, &long, sources));
    }
    Verdict {
        plan,
        main: draft.main,
        id: draft.header.text(Key::Plan).map(|id| id.map(str::to_owned)),
        incomplete: draft.incomplete,
        files: draft.files,
        read,
        found,
    }
}

/// Checks one plan.
fn one(
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

fn duplicate_plans(verdicts: &[Verdict], found: &mut Vec<Diagnostic>) {
    let mut seen: HashMap<&str, Span> = HashMap::new();
    for id in verdicts.iter().filter_map(|verdict| verdict.id.as_ref()) {
        if let Some(first) = seen.get(id.value.as_str()) {
            let name = quoted(&id.value);
            found.push(
                Diagnostic::new(
                    &DUPLICATE_PLAN,
                    id.span,
                    message!("mã kế hoạch {name} đã dùng", "the plan id {name} is taken"),
                )
                .related(*first, Message::fixed("dùng lần đầu ở đây", "first used here")),
            );
        } else {
            seen.insert(&id.value, id.span);
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

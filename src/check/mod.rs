//! The draft of one plan → a plan and diagnostics.
//!
//! Lowering resolves all references of a draft and returns faults; rules word the faults and check the plan; levels
//! of warnings are applied last. `check` does all three. The workspace hands a plan on only if no diagnostic is an
//! error.

mod left_out;
mod levels;
mod lower;
mod rules;

pub use left_out::LeftOutEntry;
pub(crate) use left_out::broken_files;
pub use rules::RULES;

use crate::date::Day;
use crate::diagnostic::{Diagnostic, Severity};
use crate::model::Plan;
use crate::parse::Draft;
use crate::span::Sources;
use crate::threads::Threads;
use left_out::SpoiltParts;
use rules::RuleContext;

/// The result of checking one plan.
#[derive(Debug)]
pub struct Checked {
    /// The plan as far as it could be lowered, without the entries that are left out: valid if the draft is complete
    /// and no error leaves out the plan.
    pub plan: Option<Plan>,
    /// The diagnostics, at the levels that the plan sets.
    pub diagnostics: Vec<Diagnostic>,
    /// The comments that suppress nothing in this plan; nothing if an error may hide what they would hit.
    pub unused_allows: Option<Vec<Diagnostic>>,
    /// The reports, changes and results that the plan lacks because of their errors, in the order of the files.
    pub left_out: Vec<LeftOutEntry>,
    /// True if an error leaves out the plan.
    pub is_wrong: bool,
}

/// Lowers the draft of a plan and checks the plan by all rules.
///
/// `read` are the diagnostics on the form of the files; they get the levels that the plan sets, too. `today` is the day
/// of the run in Vietnam; only `future-report` depends on it. Without `with_warnings`, the checks that find warnings
/// alone are not made.
pub(crate) fn check(
    sources: &Sources,
    draft: &mut Draft<'_>,
    read: &mut Vec<Diagnostic>,
    today: Day,
    with_warnings: bool,
    threads: Threads,
) -> Checked {
    let years: Vec<Diagnostic> =
        lower::complete_days(draft).iter().map(|fault| rules::diagnose(fault, sources)).collect();
    read.extend(years);
    let draft = &*draft;
    let mut spoilt = SpoiltParts::default();
    spoilt.add(draft, &*read);
    let lowered = lower::lower(draft, sources, &spoilt, threads);
    let mut diagnostics: Vec<Diagnostic> =
        lowered.faults.iter().map(|fault| rules::diagnose(fault, sources)).collect();
    if let Some(plan) = &lowered.plan {
        let context =
            RuleContext { sources, draft, plan, today, doubts: &lowered.doubts, rules: RULES, threads };
        diagnostics.extend(rules::check(&context, with_warnings));
    }
    // A warning that a setting raises leaves out nothing.
    spoilt.add(draft, &diagnostics);
    let silent: Vec<Diagnostic> =
        lowered.silent.iter().map(|fault| rules::diagnose(fault, sources)).collect();
    spoilt.add(draft, &silent);
    let is_sound = |found: &Vec<Diagnostic>| found.iter().all(|found| found.severity == Severity::Warning);
    let shows_all_warnings = with_warnings && !draft.incomplete && is_sound(read) && is_sound(&diagnostics);
    let unused = levels::apply(&mut [read, &mut diagnostics], draft, sources);
    let is_wrong = draft.incomplete || spoilt.is_plan;
    let unused_allows = shows_all_warnings.then_some(unused);
    Checked { plan: lowered.plan, diagnostics, unused_allows, left_out: spoilt.list(), is_wrong }
}

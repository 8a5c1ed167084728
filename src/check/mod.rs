//! The draft of one plan → a plan and diagnostics.
//!
//! Lowering resolves all references of a draft and returns faults; rules word the faults and check the plan; levels
//! of warnings are applied last. `check` does all three. The workspace hands a plan on only if no diagnostic is an
//! error.

mod levels;
mod lower;
mod rules;
mod texts;

pub use rules::RULES;

use crate::date::Day;
use crate::diagnostic::Diagnostic;
use crate::model::Plan;
use crate::parse::Draft;
use crate::span::Sources;
use crate::threads::Threads;
use rules::RuleContext;

/// The result of checking one plan.
#[derive(Debug)]
pub struct Checked {
    /// The plan as far as it could be lowered: valid if the draft is complete and no diagnostic is an error.
    pub plan: Option<Plan>,
    /// The diagnostics, at the levels that the plan sets.
    pub diagnostics: Vec<Diagnostic>,
}

/// Lowers the draft of a plan and checks the plan by all rules.
///
/// The diagnostics of reading the draft get the levels that the plan sets, too. `today` is the day of the run in
/// Vietnam; only `future-report` depends on it.
pub(crate) fn check(
    sources: &Sources,
    draft: &Draft<'_>,
    read: &mut Vec<Diagnostic>,
    today: Day,
    threads: Threads,
) -> Checked {
    let lowered = lower::lower(draft, sources, threads);
    let mut diagnostics: Vec<Diagnostic> =
        lowered.faults.iter().map(|fault| rules::diagnose(fault, sources)).collect();
    if let Some(plan) = &lowered.plan {
        let context = RuleContext { sources, draft, plan, today, doubts: &lowered.doubts, rules: RULES };
        diagnostics.extend(rules::check(&context, threads));
    }
    levels::apply(&mut [read, &mut diagnostics], draft, sources);
    Checked { plan: lowered.plan, diagnostics }
}

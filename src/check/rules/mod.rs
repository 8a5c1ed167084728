//! The rules of plans. A file holds one rule or a tight family: description, documentation and function.
//!
//! A rule either words a fault that lowering found, or checks a whole plan. [`registry`] lists all of them.

mod change;
mod citation;
mod column;
mod context;
mod dates;
mod deadline;
mod family;
mod fault;
mod group;
mod identity;
mod lead;
mod level;
mod limit;
mod matching;
mod period;
mod progress;
mod reference;
mod registry;
mod target;
mod text;
mod trace;
mod twice;

pub(super) use context::RuleContext;
pub(super) use fault::diagnose;
pub use registry::RULES;

use crate::diagnostic::Diagnostic;
use crate::threads::Threads;

/// Checks a plan by all rules.
pub(super) fn check(context: &RuleContext<'_>, threads: Threads) -> Vec<Diagnostic> {
    let checks: Vec<_> = registry::FAMILIES.iter().flat_map(|family| family.checks).collect();
    let of_checks = threads.each(&checks, |check| {
        let mut found = Vec::new();
        check(context, &mut found);
        found
    });
    of_checks.into_iter().flatten().collect()
}

#[cfg(test)]
mod tests;

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
pub(super) use level::{UNUSED_ALLOW, unused_allow};
pub use registry::RULES;

use self::family::RuleFamily;
use crate::diagnostic::Diagnostic;

/// Checks a plan by all rules, or by those alone that find errors.
pub(super) fn check(context: &RuleContext<'_>, with_warnings: bool) -> Vec<Diagnostic> {
    let lints = |family: &RuleFamily| if with_warnings { family.lints } else { &[] };
    let checks: Vec<_> =
        registry::FAMILIES.iter().flat_map(|family| family.checks.iter().chain(lints(family))).collect();
    let of_checks = context.threads.each(&checks, |check| {
        let mut found = Vec::new();
        check(context, &mut found);
        found
    });
    of_checks.into_iter().flatten().collect()
}

#[cfg(test)]
mod tests;

//! Draft → Plan, as far as it goes: every reference resolved, every fault reported where it stands.
//!
//! The plan that comes out keeps wrong entries in their places, so that the rules can look at all the
//! others; whether it may be shown to anyone is for [`check`](super::check) to say.

mod entries;
mod header;
mod items;
mod lists;
mod registry;

use std::collections::HashMap;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use super::names::{Lookup, Parties, SymbolTable};
use super::rules::Taint;
use super::rules::reference::{UNKNOWN_GOAL, UNKNOWN_ITEM, UNKNOWN_SECTION};
use crate::date::Day;
use crate::deadline::{self, Deadline, DeadlineContext, Period};
use crate::diagnostic::Diagnostic;
use crate::model::{Plan, Settings};
use crate::parse::{Draft, Key};
use crate::span::Sources;
use crate::threads::Threads;

use super::rules::limit::too_many;

/// Builds the plan of a draft. Nothing comes out only if the period cannot be read.
pub(super) fn build(
    sources: &Sources,
    draft: &Draft<'_>,
    threads: Threads,
    found: &mut Vec<Diagnostic>,
) -> Option<(Plan, Taint)> {
    let at = |threads| Lookup { sources, draft, threads, missed: AtomicBool::new(false) };
    if threads != Threads::ONE {
        let (several, mut told) = (at(threads), Vec::new());
        let built = build_at(&several, &mut told);
        if !several.missed.into_inner() {
            found.append(&mut told);
            return built;
        }
    }
    build_at(&at(Threads::ONE), found)
}

fn build_at(at: &Lookup<'_>, found: &mut Vec<Diagnostic>) -> Option<(Plan, Taint)> {
    let draft = at.draft;
    let mut taint = Taint::default();
    let parties = Parties::of(draft, found);
    let names = AllNames {
        goals: SymbolTable::of(&UNKNOWN_GOAL, [draft.list(Key::Goals), &[]], found),
        targets: SymbolTable::of(&UNKNOWN_ITEM, [draft.list(Key::Targets), &[]], found),
        sections: SymbolTable::of(&UNKNOWN_SECTION, [draft.list(Key::Sections), &[]], found),
        duties: SymbolTable::of(&UNKNOWN_ITEM, [draft.list(Key::Tasks), draft.list(Key::Schedule)], found),
        parties,
    };
    let registry = registry::registry(at, &names, &mut taint, found);
    let before = found.len();
    let calendar = header::calendar(draft, found);
    taint.school_years = found.len() > before || header::lacks_school_years(draft, &calendar);
    let period = header::period(at, &calendar, found);
    let settings = header::settings(draft);
    let period_known = period.is_some();
    // Without a period no deadline can be read, but every other check still can be made.
    let period = period.or_else(|| Period::year(2000))?;
    let mut plan = header::plan(at, &names, period, calendar, settings, registry, found);
    let mut deadlines = Deadlines { known: HashMap::new(), open: !period_known };
    lists::lists(at, &names, &mut plan, &mut deadlines, found);
    items::items(at, &names, &mut plan, &mut deadlines, &mut taint, found);
    match crate::model::open_work_items(&plan.assignments, &plan.registry, plan.period.range.first) {
        Ok(work_items) => plan.work_items = work_items,
        Err(error) => {
            found.push(too_many(plan.assignments[error.assignment.at()].place));
            return None;
        }
    }
    if period_known {
        entries::entries(at, &names, &mut plan, &taint, found);
    }
    Some((plan, taint))
}

/// The ids of everything that can be referred to.
struct AllNames<'d> {
    parties: Parties<'d>,
    goals: SymbolTable<'d>,
    #[allow(dead_code, reason = "nothing in a plan refers to a target; their ids must still be unique")]
    targets: SymbolTable<'d>,
    sections: SymbolTable<'d>,
    duties: SymbolTable<'d>,
}

/// What reading a deadline came to.
type ParsedDeadline = Result<Arc<Deadline>, deadline::DeadlineError>;

/// The deadlines of a plan, each wording read once.
#[derive(Default)]
struct Deadlines<'d> {
    known: HashMap<(&'d str, Option<Day>), ParsedDeadline>,
    /// Whether every deadline is open, because the period is not known.
    open: bool,
}

impl<'d> Deadlines<'d> {
    fn read(&mut self, words: &'d str, from: Option<Day>, plan: &Plan) -> ParsedDeadline {
        if self.open {
            return Ok(undated());
        }
        self.known
            .entry((words, from))
            .or_insert_with(|| {
                let Settings { before, .. } = plan.settings;
                let reading =
                    DeadlineContext { period: &plan.period, calendar: &plan.calendar, before, from };
                deadline::parse(words)
                    .and_then(|expression| deadline::resolve(&expression, &reading))
                    .map(Arc::new)
            })
            .clone()
    }
}

/// No deadline: what nobody dates, and what cannot be read.
fn undated() -> Arc<Deadline> {
    Arc::new(Deadline::undated())
}

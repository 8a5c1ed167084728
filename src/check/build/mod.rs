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

use super::names::{At, Names, Parties};
use super::rules::Taint;
use super::rules::reference::{UNKNOWN_GOAL, UNKNOWN_ITEM, UNKNOWN_SECTION};
use crate::date::Day;
use crate::deadline::{self, Deadline, Kind, Period, Reading};
use crate::diagnostic::Diagnostic;
use crate::model::{Plan, Settings};
use crate::parse::Draft;
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
    let at = |threads| At { sources, draft, threads, missed: AtomicBool::new(false) };
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

fn build_at(at: &At<'_>, found: &mut Vec<Diagnostic>) -> Option<(Plan, Taint)> {
    let draft = at.draft;
    let mut taint = Taint::default();
    let parties = Parties::of(draft, found);
    let names = AllNames {
        goals: Names::of(&UNKNOWN_GOAL, [draft.list("goals"), &[]], found),
        targets: Names::of(&UNKNOWN_ITEM, [draft.list("targets"), &[]], found),
        sections: Names::of(&UNKNOWN_SECTION, [draft.list("sections"), &[]], found),
        duties: Names::of(&UNKNOWN_ITEM, [draft.list("tasks"), draft.list("schedule")], found),
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
    match crate::model::open(&plan.assignments, &plan.registry, plan.period.range.first) {
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
    goals: Names<'d>,
    #[allow(dead_code, reason = "nothing in a plan refers to a target; their ids must still be unique")]
    targets: Names<'d>,
    sections: Names<'d>,
    duties: Names<'d>,
}

/// What reading a deadline came to.
type Read = Result<Arc<Deadline>, deadline::Error>;

/// The deadlines of a plan, each wording read once.
#[derive(Default)]
struct Deadlines<'d> {
    known: HashMap<(&'d str, Option<Day>), Read>,
    /// Whether every deadline is open, because the period is not known.
    open: bool,
}

impl<'d> Deadlines<'d> {
    fn read(&mut self, words: &'d str, from: Option<Day>, plan: &Plan) -> Read {
        if self.open {
            return Ok(undated());
        }
        self.known
            .entry((words, from))
            .or_insert_with(|| {
                let Settings { before, .. } = plan.settings;
                let reading = Reading { period: &plan.period, calendar: &plan.calendar, before, from };
                deadline::parse(words)
                    .and_then(|expression| deadline::resolve(&expression, &reading))
                    .map(Arc::new)
            })
            .clone()
    }
}

/// No deadline: what nobody dates, and what cannot be read.
fn undated() -> Arc<Deadline> {
    Arc::new(Deadline { kind: Kind::Undated, occurrences: Arc::new([]), notes: Vec::new() })
}

//! Draft → plan: every reference resolved, every fault returned with its place.
//!
//! The plan keeps wrong entries in their places, so that the rules can read all others. A plan with faults is
//! not valid: [`check`](super::check) returns it together with the diagnostics of its faults.

mod assignments;
mod columns;
mod context;
mod cycle;
mod deadlines;
mod defaults;
mod doubts;
mod entries;
mod events;
mod fault;
mod header;
mod horizons;
mod lists;
mod matcher;
mod period_words;
mod registry;
mod repeated;
mod requested;
mod results;
mod shared_titles;
mod symbols;
mod targets;
mod years;

pub(super) use doubts::PlanDoubts;
pub(super) use fault::{
    CycleFault, DeadlineFault, DuplicateIdFault, EventDaysFault, FigureFault, GivenTwiceFault, HorizonFault,
    LowerFault, OwnValueFault, ReferenceCycle, ReferenceKind, StartAfterDueFault, UnitDatesFault,
    UnknownReferenceFault, UnmatchedFault, UntrackedFault, UntrackedReason, YearlessFault,
};
pub(super) use years::complete_days;

use crate::check::left_out::SpoiltParts;
use crate::deadline::Period;
use crate::model::{Plan, open_work_items};
use crate::parse::Draft;
use crate::span::Sources;
use crate::threads::Threads;
use context::LowerContext;
use deadlines::DeadlineCache;
use entries::EntryFaults;
use requested::{RequestedOccurrences, tracked};
use symbols::SymbolTables;

/// The result of lowering a draft.
pub(super) struct Lowered {
    /// The plan; none if it would have too many work items.
    pub(super) plan: Option<Plan>,
    /// The parts of the plan that the faults leave uncertain.
    pub(super) doubts: PlanDoubts,
    /// All faults, in the order in which the lists are read.
    pub(super) faults: Vec<LowerFault>,
    /// Faults of reports and changes that follow from others: they leave out their entries and are not reported.
    pub(super) silent: Vec<LowerFault>,
}

/// Lowers a draft to a plan without the reports, changes and results that are `spoilt`.
pub(super) fn lower(draft: &Draft<'_>, sources: &Sources, spoilt: &SpoiltParts, threads: Threads) -> Lowered {
    if threads != Threads::ONE {
        let context = LowerContext::new(sources, draft, spoilt, threads);
        let lowered = lower_in(&context);
        if !context.missed.into_inner() {
            return lowered;
        }
    }
    lower_in(&LowerContext::new(sources, draft, spoilt, Threads::ONE))
}

fn lower_in(context: &LowerContext<'_>) -> Lowered {
    let (mut doubts, mut faults, mut of_entries) =
        (PlanDoubts::default(), Vec::new(), EntryFaults::default());
    let plan = plan(context, &mut doubts, &mut faults, &mut of_entries);
    faults.append(&mut of_entries.told);
    Lowered { plan, doubts, faults, silent: of_entries.silent }
}

fn plan(
    context: &LowerContext<'_>,
    doubts: &mut PlanDoubts,
    faults: &mut Vec<LowerFault>,
    of_entries: &mut EntryFaults,
) -> Option<Plan> {
    let draft = context.draft;
    let symbols = SymbolTables::of(draft, faults);
    let registry = registry::registry(context, &symbols, doubts, faults);
    let before = faults.len();
    let mut calendar = header::calendar(draft, faults);
    doubts.school_years = faults.len() > before || header::lacks_school_years(draft, &calendar);
    doubts.events = events::add_events(draft, &mut calendar, faults);
    let period = header::period(draft, &calendar, faults);
    let settings = header::settings(draft);
    doubts.period = period.is_none();
    // Without a period no deadline can be read; everything else is still checked.
    let period = period.or_else(|| Period::year(2000))?;
    let mut plan = header::plan(context, &symbols, period, calendar, settings, registry, faults);
    let mut deadlines = DeadlineCache::default();
    deadlines.open = doubts.period;
    lists::lists(context, &symbols, &mut plan, faults);
    targets::targets(context, &symbols, &mut plan, &mut deadlines, faults);
    assignments::assignments(context, &symbols, &mut plan, &mut deadlines, doubts, faults);
    shared_titles::tell_apart(&mut plan);
    let tracked = tracked(context, &plan);
    let requested = RequestedOccurrences::open(context, &symbols, &tracked, &mut plan);
    match open_work_items(&plan.assignments, &plan.registry, plan.period.range.first) {
        Ok(work_items) => plan.work_items = work_items,
        Err(error) => {
            faults.push(LowerFault::WorkItemLimit(plan.assignments[error.assignment.at()].place));
            return None;
        }
    }
    let named = entries::entries(context, &symbols, &mut plan, tracked, doubts, of_entries);
    requested.close_others(&mut plan, &named);
    Some(plan)
}

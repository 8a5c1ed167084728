//! The plans and work items that a filter lets through.

use super::entry::PlanEntry;
use super::name::NumberedPlan;
use super::open::Workspace;
use crate::check::LeftOutEntry;
use crate::date::AsOf;
use crate::diagnostic::Diagnostic;
use crate::model::{Plan, PlanIx};
use crate::query::{Filter, Matcher, PlanMatcher};
use crate::span::Sources;
use crate::status::{PlanWorkItem, WorkItemStatus, evaluate_all};

/// The plans of a workspace and the work items in them that a filter lets through, on a day.
#[derive(Debug)]
pub struct Selection<'w> {
    workspace: &'w Workspace,
    /// The day asked about.
    pub as_of: AsOf,
    /// The valid plans, in their order, those that the filter leaves out among them.
    pub plans: Vec<SelectedPlan<'w>>,
    filter: Filter,
    matcher: Matcher,
    left_out: Vec<&'w PlanEntry>,
}

/// A valid plan with its work items that a filter lets through.
#[derive(Debug)]
pub struct SelectedPlan<'w> {
    /// Its number.
    pub ix: PlanIx,
    /// The plan.
    pub plan: &'w Plan,
    /// The work items, in the plan's order.
    pub items: Vec<WorkItemStatus>,
}

impl Workspace {
    /// The plans with errors that a filter asks for: an answer does not cover them.
    pub fn left_out(&self, filter: &Filter) -> Vec<&PlanEntry> {
        let refused = self.plans.iter().filter(|entry| entry.plan().is_none());
        refused.filter(|entry| entry.id().is_none_or(|id| filter.selects_id(id))).collect()
    }

    /// The work items that a filter lets through on a day.
    ///
    /// # Errors
    /// Every name in the filter that no plan has, and every day that cannot be read.
    pub fn select(&self, filter: &Filter, as_of: AsOf) -> Result<Selection<'_>, Vec<Diagnostic>> {
        let valid: Vec<(PlanIx, &Plan)> = self.valid().collect();
        let plans: Vec<&Plan> = valid.iter().map(|(_, plan)| *plan).collect();
        let refused = self.plans.iter().filter(|entry| entry.plan().is_none());
        let refused: Vec<&str> = refused.filter_map(PlanEntry::id).collect();
        let matcher = filter.resolve(&plans, &refused, as_of)?;
        let plans = valid
            .into_iter()
            .map(|(ix, plan)| {
                let Some(wanted) = matcher.plan(plan) else {
                    return SelectedPlan { ix, plan, items: Vec::new() };
                };
                let mut items = evaluate_all(plan, as_of);
                items.retain(|item| wanted.matches(plan, item));
                SelectedPlan { ix, plan, items }
            })
            .collect();
        let (filter, left_out) = (filter.clone(), self.left_out(filter));
        Ok(Selection { workspace: self, as_of, plans, filter, matcher, left_out })
    }
}

impl<'w> Selection<'w> {
    /// The workspace that it is of.
    pub fn workspace(&self) -> &'w Workspace {
        self.workspace
    }

    /// The files of the workspace.
    pub fn sources(&self) -> &'w Sources {
        &self.workspace.sources
    }

    /// The filter.
    pub fn filter(&self) -> &Filter {
        &self.filter
    }

    /// The filter against a plan, for targets, units and groups; none if its terms on `plan` leave the plan out.
    pub fn matcher(&self, plan: &SelectedPlan<'_>) -> Option<&PlanMatcher> {
        self.matcher.plan(plan.plan)
    }

    /// The valid plans with their numbers, those that the filter leaves out among them.
    pub fn numbered_plans(&self) -> Vec<NumberedPlan<'w>> {
        self.plans.iter().map(|plan| (plan.ix, plan.plan)).collect()
    }

    /// The plans that the terms on `plan` let through, in their order.
    pub fn asked(&self) -> impl Iterator<Item = &SelectedPlan<'w>> {
        self.plans.iter().filter(|plan| self.matcher(plan).is_some())
    }

    /// The work items, each with its plan.
    pub fn items(&self) -> impl Iterator<Item = PlanWorkItem<'_>> {
        self.plans.iter().flat_map(|plan| plan.items.iter().map(|item| PlanWorkItem::new(plan.plan, item)))
    }

    /// The plans with errors that the filter asks for.
    pub fn left_out(&self) -> &[&'w PlanEntry] {
        &self.left_out
    }

    /// Returns the reports, changes and results that an answer does not count because of their errors, each with its
    /// plan.
    pub fn left_out_entries(&self) -> impl Iterator<Item = (&'w Plan, &'w LeftOutEntry)> {
        let workspace = self.workspace;
        self.asked().flat_map(move |asked| {
            let plan = asked.plan;
            workspace.entry(asked.ix).left_out().iter().map(move |entry| (plan, entry))
        })
    }

    /// Returns true if a plan or an entry is left out, or a file could not be read.
    pub fn is_incomplete(&self) -> bool {
        !self.left_out.is_empty()
            || !self.workspace.failures.is_empty()
            || self.left_out_entries().next().is_some()
    }
}

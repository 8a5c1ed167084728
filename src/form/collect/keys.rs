//! The work items and targets of a plan by the keys of rows.

use std::collections::HashMap;

use crate::model::{AssignmentIx, Plan, TargetIx, WorkItemIx};

/// The rows of a plan by their keys.
pub(super) struct PlanKeys<'p> {
    pub(super) plan: &'p Plan,
    assignments: HashMap<&'p str, AssignmentIx>,
    targets: HashMap<&'p str, TargetIx>,
    /// The keys of the work items of an assignment, as far as one was asked for.
    work_items: HashMap<AssignmentIx, HashMap<String, WorkItemIx>>,
}

impl<'p> PlanKeys<'p> {
    pub(super) fn of(plan: &'p Plan) -> Self {
        let assignments = plan.assignments.iter().enumerate();
        let targets = plan.targets.iter().enumerate();
        Self {
            plan,
            assignments: assignments.map(|(at, one)| (one.id.as_str(), AssignmentIx::new(at))).collect(),
            targets: targets.map(|(at, one)| (one.id.as_str(), TargetIx::new(at))).collect(),
            work_items: HashMap::new(),
        }
    }

    /// The work item of a key.
    pub(super) fn work_item(&mut self, key: &str) -> Option<WorkItemIx> {
        let assignment = *self.assignments.get(key.split('/').nth(1)?)?;
        let plan = self.plan;
        let keys = self.work_items.entry(assignment).or_insert_with(|| {
            let of = plan.work_items_of(assignment).map(WorkItemIx::new);
            of.map(|work_item| (plan.key(plan.work_item(work_item)), work_item)).collect()
        });
        keys.get(key).copied()
    }

    /// The target of a key, and the occurrence if it names one.
    pub(super) fn target<'k>(&self, key: &'k str) -> Option<(TargetIx, Option<&'k str>)> {
        let mut parts = key.splitn(4, '/').skip(1);
        let (id, _, period) = (parts.next()?, parts.next()?, parts.next()?);
        let target = *self.targets.get(id)?;
        let occurrences = self.plan.target(target).occurrences();
        let is_known = |period: &str| occurrences.iter().any(|one| one.label.as_deref() == Some(period));
        match period {
            "-" => Some((target, None)),
            period => is_known(period).then_some((target, Some(period))),
        }
    }
}

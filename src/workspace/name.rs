//! The names of entities on the command line: `PL2-07`, `PLAN/PL2-07`, `PLAN/PL2-07/UNIT/PERIOD`.

use std::collections::HashSet;

use crate::model::{EntityIx, Plan, PlanIx, WorkItem, entities};
use crate::query::suggest;

/// The parts of an id.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EntityName<'n> {
    /// The plan, if one is named.
    pub plan: Option<&'n str>,
    /// The id.
    pub id: &'n str,
    /// The unit of a key.
    pub unit: Option<&'n str>,
    /// The period of a key; `-` stands for none.
    pub period: Option<&'n str>,
}

/// An entity of a valid plan.
#[derive(Debug, Clone, Copy)]
pub struct FoundEntity<'w> {
    /// The number of the plan.
    pub ix: PlanIx,
    /// The plan.
    pub plan: &'w Plan,
    /// The entity.
    pub entity: EntityIx,
}

/// A valid plan with its number.
pub type NumberedPlan<'w> = (PlanIx, &'w Plan);

impl<'n> EntityName<'n> {
    /// Takes an id apart.
    pub fn new(words: &'n str) -> Self {
        let mut parts = words.trim().splitn(4, '/');
        let first = parts.next().unwrap_or_default();
        match parts.next() {
            None => Self { plan: None, id: first, unit: None, period: None },
            Some(id) => Self { plan: Some(first), id, unit: parts.next(), period: parts.next() },
        }
    }

    /// Returns the entities of that name: those spelt exactly so, else those that differ in case only.
    pub fn find<'w>(&self, plans: &[NumberedPlan<'w>]) -> Vec<FoundEntity<'w>> {
        let is_exact = |id: &str, word: &str| id == word;
        let found = self.find_by(plans, is_exact);
        if found.is_empty() { self.find_by(plans, str::eq_ignore_ascii_case) } else { found }
    }

    /// Returns true if the unit and the period of a key, as far as they are given, are those of a work item.
    pub fn matches(&self, plan: &Plan, work_item: &WorkItem) -> bool {
        let period = plan.period_label(work_item).unwrap_or("-");
        self.unit.is_none_or(|unit| plan.holder_id(work_item).eq_ignore_ascii_case(unit))
            && self.period.is_none_or(|wanted| wanted.eq_ignore_ascii_case(period))
    }

    /// Returns the nearest ids of all kinds, at most three; for a key of a known task or row the nearest of its
    /// keys.
    pub fn near(&self, plans: &[NumberedPlan<'_>]) -> Vec<String> {
        let keys = self.keys(plans);
        if !keys.is_empty() {
            let rest = [Some(self.id), self.unit, self.period];
            let words = rest.into_iter().flatten().collect::<Vec<_>>().join("/");
            let near = suggest(&words, keys.iter().map(|(_, short)| short.as_str()));
            let long =
                |short: &str| keys.iter().find(|(_, other)| *other == short).map(|(key, _)| key.clone());
            let near: Vec<String> = near.into_iter().filter_map(long).collect();
            return if near.is_empty() {
                keys.into_iter().take(3).map(|(key, _)| key).collect()
            } else {
                near
            };
        }
        let mut ids: Vec<&str> =
            plans.iter().flat_map(|(_, plan)| entities(plan).map(|(id, _)| id)).collect();
        let mut seen = HashSet::new();
        ids.retain(|id| seen.insert(*id));
        suggest(self.id, ids).into_iter().map(str::to_owned).collect()
    }

    fn find_by<'w>(
        &self,
        plans: &[NumberedPlan<'w>],
        is: impl Fn(&str, &str) -> bool,
    ) -> Vec<FoundEntity<'w>> {
        let plans = plans.iter().copied().filter(|(_, plan)| self.plan.is_none_or(|id| is(&plan.id, id)));
        let all = plans.flat_map(|(ix, plan)| {
            entities(plan).map(move |(id, entity)| (id, FoundEntity { ix, plan, entity }))
        });
        all.filter(|(id, _)| is(id, self.id)).map(|(_, found)| found).collect()
    }

    /// Returns the keys of the task or row that a key names, each also without its plan.
    fn keys(&self, plans: &[NumberedPlan<'_>]) -> Vec<(String, String)> {
        if self.unit.is_none() {
            return Vec::new();
        }
        let found = EntityName { unit: None, period: None, ..*self }.find(plans);
        let work_items = found.into_iter().filter_map(|FoundEntity { plan, entity, .. }| match entity {
            EntityIx::Assignment(ix) => {
                Some(plan.work_items_of(ix).map(move |at| (plan, &plan.work_items[at])))
            }
            _ => None,
        });
        let key = |(plan, work_item): (&Plan, _)| {
            let key = plan.key(work_item);
            let short = key.strip_prefix(&format!("{}/", plan.id)).unwrap_or(&key).to_owned();
            (key, short)
        };
        work_items.flatten().map(key).collect()
    }
}

//! An item of a command line: the plan and the task or row that it names, and the work items that are meant.

use std::collections::HashSet;

use super::reference::party;
use super::refusal::EditRefusal;
use super::request::{EntryRequest, Given, Origin};
use crate::model::{
    AssignmentIx, EntityIx, EntryRequirements, Holder, LabelIndex, MatchFault, Party, Plan, PlanIx,
    WorkItemIndex, WorkItemIx,
};
use crate::parse::Key;
use crate::workspace::{EntityName, FoundEntity, NumberedPlan, PlanEntry, Workspace};

/// The plan that an item names, and the task or row if the plan has one.
pub(super) struct ItemScope<'w> {
    pub(super) ix: PlanIx,
    pub(super) plan: &'w Plan,
    pub(super) assignment: Option<AssignmentIx>,
    /// The entity that the item names, if the plan has one of this name.
    pub(super) entity: Option<EntityIx>,
    /// The id as the plan spells it; as it was typed if the plan has none.
    pub(super) id: String,
    /// The parts of a whole key, each with its bytes in the word: the unit and the period.
    key: Option<[(String, Origin); 2]>,
}

/// A unit or a period that an entry may name, with the words that name it.
pub(super) type Named = (String, Origin);

impl<'w> ItemScope<'w> {
    /// Finds what an item names.
    ///
    /// # Errors
    /// [`EditRefusal`] if no plan, several plans or a plan with errors are meant.
    pub(super) fn find(
        workspace: &'w Workspace,
        item: &Given<String>,
        is_meant: impl Fn(EntityIx) -> bool,
        commands: impl Fn(&str) -> String,
    ) -> Result<Self, EditRefusal> {
        let plans: Vec<NumberedPlan<'w>> = workspace.valid().collect();
        let name = EntityName::new(&item.value);
        let mut found = name.find(&plans);
        if found.iter().any(|found| is_meant(found.entity)) {
            found.retain(|found| is_meant(found.entity));
        }
        let of_plan = |FoundEntity { ix, plan, entity }: FoundEntity<'w>| Self {
            ix,
            plan,
            assignment: match entity {
                EntityIx::Assignment(assignment) => Some(assignment),
                _ => None,
            },
            entity: Some(entity),
            id: entity.id(plan).to_owned(),
            key: key_of(item),
        };
        match found.as_slice() {
            [found] => return Ok(of_plan(*found)),
            [] => {}
            several => {
                let ids =
                    several.iter().map(|found| format!("{}/{}", found.plan.id, found.entity.id(found.plan)));
                return Err(EditRefusal::SeveralPlans {
                    id: item.value.clone(),
                    commands: ids.map(|id| commands(&id)).collect(),
                });
            }
        }
        let has_name = |id: Option<&str>| name.plan.is_none_or(|plan| id == Some(plan));
        let invalid: Vec<PlanIx> = workspace
            .plans()
            .iter()
            .filter(|entry| entry.plan().is_none() && has_name(entry.id()))
            .map(PlanEntry::ix)
            .collect();
        if !invalid.is_empty() {
            return Err(EditRefusal::InvalidPlans(invalid));
        }
        let mut asked = plans.iter().filter(|(_, plan)| has_name(Some(&plan.id)));
        match (asked.next(), asked.next()) {
            (Some((ix, plan)), None) => Ok(Self {
                ix: *ix,
                plan,
                assignment: None,
                entity: None,
                id: name.id.to_owned(),
                key: key_of(item),
            }),
            _ => Err(EditRefusal::UnknownId { id: item.value.clone(), near: name.near(&plans) }),
        }
    }

    /// The unit of a whole key, unless several leads share the work.
    pub(super) fn unit_of_key(&self) -> Option<Named> {
        self.key.as_ref().map(|[unit, _]| unit.clone()).filter(|(unit, _)| !unit.contains('+'))
    }

    /// The period of a whole key; none for work without a period.
    pub(super) fn period_of_key(&self) -> Option<Named> {
        self.key.as_ref().map(|[_, period]| period.clone()).filter(|(period, _)| period != "-")
    }

    /// The units that an option names by their ids, as far as the plan has them.
    pub(super) fn units(&self, given: &[Given<String>]) -> Vec<Named> {
        let id = |words: &str| match party(self.plan, words) {
            Some(party) => self.plan.registry.id(party).to_owned(),
            None => words.trim().to_owned(),
        };
        given.iter().map(|unit| (id(&unit.value), Origin::word(unit.word))).collect()
    }

    /// The periods that an option names by their labels, as far as the item has them.
    pub(super) fn periods(&self, given: &[Given<String>]) -> Vec<Named> {
        let deadline = self.assignment.map(|assignment| &self.plan.assignment(assignment).deadline);
        let occurrences = deadline
            .iter()
            .flat_map(|deadline| deadline.occurrences.iter().chain(deadline.before_issue.iter()));
        let labels = LabelIndex::of(self.plan, occurrences);
        let label = |words: &str| labels.find(self.plan, words).unwrap_or(words.trim()).to_owned();
        given.iter().map(|period| (label(&period.value), Origin::word(period.word))).collect()
    }

    /// The work items that an entry of these units and periods counts for; empty if the plan leaves a choice, or has
    /// none such.
    pub(super) fn matching(
        &self,
        index: &WorkItemIndex,
        request: &EntryRequest,
        unit: Option<&str>,
        period: Option<&str>,
    ) -> Vec<WorkItemIx> {
        let Some(assignment) = self.assignment else { return Vec::new() };
        self.match_fault(index, request, assignment, unit, period).unwrap_or_default()
    }

    /// The same with the reasons why there are none.
    pub(super) fn match_fault(
        &self,
        index: &WorkItemIndex,
        request: &EntryRequest,
        assignment: AssignmentIx,
        unit: Option<&str>,
        period: Option<&str>,
    ) -> Result<Vec<WorkItemIx>, Vec<MatchFault>> {
        let parties: Option<Vec<Party>> = unit.into_iter().map(|unit| self.party(unit)).collect();
        let Some(parties) = parties else { return Err(Vec::new()) };
        let periods: Vec<&str> = period.into_iter().collect();
        let reporting = request.list == Key::Progress;
        let required = EntryRequirements {
            unit: reporting || request.lead.is_some(),
            period: reporting || request.values.iter().any(|(key, _)| *key == Key::Due),
            reporting,
        };
        self.plan.matching(index, assignment, &parties, &periods, request.date, required)
    }

    /// The work items of a whole key; all of the item without one.
    pub(super) fn meant_by_key(&self, item: &Given<String>) -> Option<Vec<WorkItemIx>> {
        self.key.as_ref()?;
        let name = EntityName::new(&item.value);
        let of_item = self.assignment.into_iter().flat_map(|assignment| self.plan.work_items_of(assignment));
        let meant = of_item.filter(|at| name.matches(self.plan, &self.plan.work_items[*at]));
        Some(meant.map(WorkItemIx::new).collect())
    }

    /// The units that answer for some work items on a day, each once.
    pub(super) fn answering(
        &self,
        index: &WorkItemIndex,
        work_items: &[WorkItemIx],
        request: &EntryRequest,
    ) -> Vec<String> {
        let plan = self.plan;
        let mut seen = HashSet::new();
        let mut ids = Vec::new();
        for work_item in work_items {
            let units = plan.answering(&index.successions, plan.work_item(*work_item), request.date, None);
            let new = units.iter().filter(|unit| seen.insert(**unit));
            ids.extend(new.map(|unit| plan.registry.unit(*unit).id.clone()));
        }
        ids
    }

    /// The unit that answers for the item where it has one lead.
    pub(super) fn sole_lead(&self, request: &EntryRequest) -> Option<String> {
        let [Party::Unit(lead)] = self.plan.assignment(self.assignment?).lead.as_slice() else { return None };
        match &*self.plan.registry.answering(*lead, request.date) {
            [unit] => Some(self.plan.registry.unit(*unit).id.clone()),
            _ => None,
        }
    }

    /// The units, with each group replaced by its units if the work is each unit's own.
    pub(super) fn members(&self, units: Vec<Named>, request: &EntryRequest) -> Vec<Named> {
        let mut of_item =
            self.assignment.into_iter().flat_map(|assignment| self.plan.work_items_of(assignment));
        if !of_item.all(|at| matches!(self.plan.work_items[at].holder, Holder::Unit(_))) {
            return units;
        }
        let members = |(unit, origin): Named| match self.party(&unit) {
            Some(group @ Party::Group(_)) => {
                let members = self.plan.registry.unfold(&[group], request.date);
                let ids = members.into_iter().map(|unit| self.plan.registry.unit(unit).id.clone());
                ids.map(|id| (id, origin.clone())).collect()
            }
            _ => vec![(unit, origin)],
        };
        units.into_iter().flat_map(members).collect()
    }

    fn party(&self, id: &str) -> Option<Party> {
        self.plan.registry.parties().find(|party| self.plan.registry.id(*party) == id)
    }
}

/// The unit and the period of a whole key, each with its bytes in the word.
fn key_of(item: &Given<String>) -> Option<[(String, Origin); 2]> {
    let mut parts = item.value.split('/');
    let before = parts.next()?.len() + parts.next()?.len() + 2;
    let (unit, period) = (parts.next()?, parts.next()?);
    if parts.next().is_some() {
        return None;
    }
    let place = |from: usize, part: &str| Origin { word: item.word, part: Some(from..from + part.len()) };
    let unit_place = place(before, unit);
    let period_place = place(before + unit.len() + 1, period);
    Some([(unit.to_owned(), unit_place), (period.to_owned(), period_place)])
}

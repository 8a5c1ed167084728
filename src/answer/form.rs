//! The forms on which units report: for each unit its open work and its targets. Source: docs/forms.md.

use std::collections::HashMap;

use super::sections::{SectionedLine, section_path, under_sections};
use crate::date::{AsOf, Day};
use crate::model::{Plan, SectionIx, Successions, Target, UnitIx};
use crate::status::{PlanWorkItem, Progress, Status, TargetStatus, assess_all};
use crate::workspace::{SelectedPlan, Selection};

/// The work that forms hold beside what is open on the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FormScope {
    /// The last day on which work that is held may begin.
    pub until: Day,
    /// True if work that is done is held as well.
    pub with_done: bool,
}

/// The forms of some units on a day.
#[derive(Debug, Clone)]
pub struct FormAnswer<'s> {
    /// The day.
    pub as_of: AsOf,
    /// The units that answer for something, in the order of the plans and registries.
    pub units: Vec<UnitForm<'s>>,
}

/// The form of one unit.
#[derive(Debug, Clone)]
pub struct UnitForm<'s> {
    /// The id of the unit.
    pub id: &'s str,
    /// Its name.
    pub name: &'s str,
    /// Its part in each plan, in the order of the plans.
    pub plans: Vec<UnitPlanForm<'s>>,
}

/// The part of a form that is about one plan.
#[derive(Debug, Clone)]
pub struct UnitPlanForm<'s> {
    /// The plan.
    pub plan: &'s Plan,
    /// The unit in the plan.
    pub unit: UnitIx,
    /// The work items under the headings of their sections.
    pub lines: Vec<SectionedLine<'s, FormItem<'s>>>,
    /// The targets.
    pub targets: Vec<FormTarget<'s>>,
}

/// A work item on a form.
#[derive(Debug, Clone, Copy)]
pub struct FormItem<'s> {
    /// Its number (TT) on the form.
    pub number: usize,
    /// The work item.
    pub found: PlanWorkItem<'s>,
}

/// A target on a form, or one occurrence of a recurring target.
#[derive(Debug, Clone)]
pub struct FormTarget<'s> {
    /// Its number (TT) on the form.
    pub number: usize,
    /// The target on the day.
    pub assessed: TargetStatus<'s>,
}

impl<'s> FormAnswer<'s> {
    /// The forms of the units that answer for work items or targets of a selection; of those that `chosen` means, if
    /// it is given.
    pub fn new(selection: &'s Selection<'_>, chosen: Option<&Selection<'_>>, scope: FormScope) -> Self {
        let mut units: Vec<UnitForm<'s>> = Vec::new();
        let mut places: HashMap<&str, usize> = HashMap::new();
        for (at, selected) in selection.plans.iter().enumerate() {
            let meant = chosen.map(|chosen| {
                let plan = &chosen.plans[at];
                chosen.matcher(plan).map(|matcher| matcher.units(plan.plan, &[])).unwrap_or_default()
            });
            for part in parts(selection, selected, scope) {
                if meant.as_ref().is_some_and(|meant| !meant.contains(&part.unit)) {
                    continue;
                }
                let unit = selected.plan.registry.unit(part.unit);
                let place = *places.entry(&unit.id).or_insert(units.len());
                if place == units.len() {
                    units.push(UnitForm { id: &unit.id, name: &unit.name, plans: Vec::new() });
                }
                units[place].plans.push(part);
            }
        }
        Self { as_of: selection.as_of, units }
    }
}

impl<'s> UnitPlanForm<'s> {
    /// The work items without the headings.
    pub fn items(&self) -> impl Iterator<Item = &FormItem<'s>> {
        self.lines.iter().filter_map(|line| match line {
            SectionedLine::Row(item) => Some(item),
            SectionedLine::Section { .. } | SectionedLine::NoSection => None,
        })
    }
}

impl FormTarget<'_> {
    /// Returns the key of the target on the form of a unit: `PLAN/ID/UNIT/PERIOD`, with `-` for no period.
    pub fn key(&self, plan: &Plan, unit: UnitIx) -> String {
        let (id, period) = (&self.assessed.target.id, self.assessed.period().unwrap_or("-"));
        format!("{}/{id}/{}/{period}", plan.id, plan.registry.unit(unit).id)
    }
}

/// The parts of one plan, by unit.
fn parts<'s>(
    selection: &'s Selection<'_>,
    selected: &'s SelectedPlan<'_>,
    scope: FormScope,
) -> Vec<UnitPlanForm<'s>> {
    let (plan, as_of) = (selected.plan, selection.as_of);
    let Some(matcher) = selection.matcher(selected) else { return Vec::new() };
    let mut items: Vec<Vec<PlanWorkItem<'s>>> = vec![Vec::new(); plan.registry.units.len()];
    for item in &selected.items {
        let found = PlanWorkItem::new(plan, item);
        for unit in item.answers.iter().filter(|_| is_held(&found, scope)) {
            items[unit.at()].push(found);
        }
    }
    let mut targets: Vec<Vec<TargetStatus<'s>>> = vec![Vec::new(); plan.registry.units.len()];
    let wanted = matcher.targets(plan, &selected.items);
    let successions = Successions::of_one_day();
    let assessments = assess_all(plan, as_of).enumerate().filter(|(at, _)| wanted.contains(at));
    for (_, assessed) in assessments.filter(|(_, assessed)| is_due(assessed, as_of, scope)) {
        for unit in answering(plan, &successions, assessed.target, as_of.day) {
            targets[unit.at()].push(assessed);
        }
    }
    let parts = items.into_iter().zip(targets).enumerate();
    let part = |(at, (items, targets)): (usize, (Vec<PlanWorkItem<'s>>, Vec<TargetStatus<'s>>))| {
        let targets = targets.into_iter().zip(1..);
        UnitPlanForm {
            plan,
            unit: UnitIx::new(at),
            lines: lines(plan, items),
            targets: targets.map(|(assessed, number)| FormTarget { number, assessed }).collect(),
        }
    };
    parts.map(part).filter(|part| !part.lines.is_empty() || !part.targets.is_empty()).collect()
}

/// The work items under their sections: those that are late first, continuous ones last.
fn lines<'s>(plan: &'s Plan, items: Vec<PlanWorkItem<'s>>) -> Vec<SectionedLine<'s, FormItem<'s>>> {
    let mut rows: Vec<(Option<SectionIx>, PlanWorkItem<'s>)> =
        items.into_iter().map(|found| (found.assignment().section, found)).collect();
    rows.sort_by_cached_key(|(section, found)| {
        let deadline = found.item.deadline;
        (section.is_none(), section_path(plan, *section), rank(found.item.status), deadline)
    });
    let rows = rows.into_iter().zip(1..);
    under_sections(plan, rows.map(|((section, found), number)| (section, FormItem { number, found })))
}

/// The place of a status among those of a section.
fn rank(status: Status) -> u8 {
    match status {
        Status::Overdue => 0,
        Status::DueSoon | Status::OnTrack | Status::Upcoming => 1,
        Status::Undated => 2,
        Status::Continuous => 3,
        Status::DoneOnTime | Status::DoneLate | Status::DoneUndated | Status::Dropped => 4,
    }
}

/// Returns true if a form holds a work item.
fn is_held(found: &PlanWorkItem<'_>, scope: FormScope) -> bool {
    let item = found.item;
    let has_begun = item.progress != Progress::NotStarted || item.from.is_none_or(|from| from <= scope.until);
    has_begun && (item.status.is_open() || (scope.with_done && item.status.is_done()))
}

/// Returns true if a form asks for a result: always for a target that does not recur; for an occurrence that has
/// begun until its last day, and beyond it as long as there is none.
fn is_due(assessed: &TargetStatus<'_>, as_of: AsOf, scope: FormScope) -> bool {
    let Some(occurrence) = assessed.occurrence else { return true };
    let is_past = assessed.deadline.is_some_and(|deadline| deadline < as_of.day);
    occurrence.from.is_none_or(|from| from <= scope.until)
        && (scope.with_done || assessed.result.is_none() || !is_past)
}

/// The units that answer for a target on a day, each once.
fn answering(plan: &Plan, successions: &Successions, target: &Target, day: Day) -> Vec<UnitIx> {
    let registry = &plan.registry;
    let mut units: Vec<UnitIx> = Vec::new();
    for lead in registry.unfold(&target.lead, day) {
        units.extend(successions.answering(registry, lead, day).iter().copied());
    }
    units.sort_unstable();
    units.dedup();
    units
}

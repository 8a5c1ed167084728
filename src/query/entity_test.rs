//! A term against the targets, units and groups of one plan.
//!
//! The attributes of a target or unit itself decide: of a target its id, goal, tasks and their sections, leads,
//! days and words; of a unit or group its id, kind and words.

use std::collections::HashSet;
use std::iter;

use super::filter::{Term, TermValue};
use super::names::names;
use super::scope::Scope;
use super::unit::UnitMatch;
use super::words::SearchText;
use crate::attribute::Attribute;
use crate::date::DateRange;
use crate::deadline::Occurrence;
use crate::model::{GroupIx, Party, Plan, Target, TargetHorizon, UnitIx};
use crate::status::assess_all;

/// The targets, units and groups that pass a term, units and groups by their indices in the plan, targets by the
/// positions of their assessments; none if the term is on an attribute that only work has.
#[derive(Debug, Clone, Default)]
pub(super) struct EntityTest {
    pub(super) targets: Option<Box<[bool]>>,
    pub(super) units: Option<Box<[bool]>>,
    pub(super) groups: Option<Box<[bool]>>,
}

impl EntityTest {
    /// Tests for a bare word.
    pub(super) fn word(plan: &Plan, words: &SearchText) -> Self {
        let found = |text: &String| words.are_in_text(text);
        let registry = &plan.registry;
        let targets = targets(plan, |target| {
            let evidence = target.results.iter().filter_map(|result| result.evidence.as_ref());
            [&target.id, &target.title].into_iter().chain(&target.note).chain(evidence).any(found)
        });
        let units = registry
            .units
            .iter()
            .map(|unit| [&unit.id, &unit.name].into_iter().chain(&unit.aliases).chain(&unit.note).any(found));
        let groups = registry
            .groups
            .iter()
            .map(|group| [&group.id, &group.name].into_iter().chain(&group.note).any(found));
        Self { targets: Some(targets), units: Some(units.collect()), groups: Some(groups.collect()) }
    }

    /// Tests for `unit:`, given the units that it names in the plan.
    pub(super) fn unit(plan: &Plan, named: Option<&UnitMatch>) -> Self {
        let has = |party: Party| named.is_some_and(|named| named.has(party));
        let is = |group: usize| named.is_some_and(|named| named.is(GroupIx::new(group)));
        Self {
            targets: Some(targets(plan, |target| target.lead.iter().any(|lead| has(*lead)))),
            units: Some((0..plan.registry.units.len()).map(|at| has(Party::Unit(UnitIx::new(at)))).collect()),
            groups: Some((0..plan.registry.groups.len()).map(is).collect()),
        }
    }

    /// Tests for a term on days, given the days that it names in the plan.
    pub(super) fn days(scope: &Scope<'_>, plan: &Plan, field: Attribute, range: Option<DateRange>) -> Self {
        let holds = |day| range.is_some_and(|range| range.contains(day));
        let assessed = assess_all(plan, scope.as_of);
        let targets = match field {
            Attribute::Due => assessed.map(|target| target.due.is_some_and(holds)).collect(),
            Attribute::Deadline => assessed.map(|target| target.deadline.is_some_and(holds)).collect(),
            _ => return Self::default(),
        };
        Self { targets: Some(targets), ..Self::default() }
    }

    /// Tests for a term on the period, given the labels that it names.
    pub(super) fn periods(plan: &Plan, labels: &HashSet<String>) -> Self {
        let is_named = |one: &Occurrence| one.label.as_ref().is_some_and(|label| labels.contains(label));
        let of_target = |target: &Target| match target.occurrences() {
            [] => vec![false],
            occurrences => occurrences.iter().map(is_named).collect(),
        };
        Self { targets: Some(plan.targets.iter().flat_map(of_target).collect()), ..Self::default() }
    }

    /// Tests for any other term.
    pub(super) fn new(plan: &Plan, term: &Term, field: Attribute) -> Self {
        let missing = matches!(term.value, TermValue::Missing | TermValue::Present);
        let test = Self::of(plan, &SearchText::new(&term.text), missing, field);
        if term.value == TermValue::Present { test.inverted() } else { test }
    }

    /// The members that pass where this does not, and the other way round.
    fn inverted(self) -> Self {
        let inverted = |set: Option<Box<[bool]>>| set.map(|set| set.iter().map(|holds| !holds).collect());
        Self { targets: inverted(self.targets), units: inverted(self.units), groups: inverted(self.groups) }
    }

    fn of(plan: &Plan, words: &SearchText, missing: bool, field: Attribute) -> Self {
        let registry = &plan.registry;
        let of_targets = match field {
            Attribute::Plan => {
                let is_named = words.are(&plan.id);
                return Self {
                    targets: Some(targets(plan, |_| is_named)),
                    units: Some(vec![is_named; registry.units.len()].into()),
                    groups: Some(vec![is_named; registry.groups.len()].into()),
                };
            }
            Attribute::UnitKind => {
                let is_kind = |party: &Party| match party {
                    Party::Unit(unit) => words.are(&registry.unit(*unit).kind),
                    Party::Group(_) => words.are("group"),
                };
                let groups = registry
                    .groups
                    .iter()
                    .map(|group| words.are("group") || group.kinds.iter().any(|kind| words.are(kind)));
                return Self {
                    targets: Some(targets(plan, |target| target.lead.iter().any(is_kind))),
                    units: Some(registry.units.iter().map(|unit| words.are(&unit.kind)).collect()),
                    groups: Some(groups.collect()),
                };
            }
            Attribute::Text => return Self::word(plan, words),
            Attribute::Title => targets(plan, |target| words.are_in_text(&target.title)),
            Attribute::Target if missing => targets(plan, |_| false),
            Attribute::Goal if missing => targets(plan, |target| target.goal.is_none()),
            Attribute::Task | Attribute::Section if missing => {
                targets(plan, |target| target.tasks.is_empty())
            }
            Attribute::Due | Attribute::Deadline if missing => {
                let is_undated = |horizon: &TargetHorizon| horizon.deadline.occurrences.is_empty();
                targets(plan, |target| target.horizons.iter().all(is_undated))
            }
            Attribute::Period if missing => targets(plan, |target| target.occurrences().is_empty()),
            Attribute::Target => targets(plan, |target| words.are(&target.id)),
            Attribute::Goal => {
                targets(plan, |target| target.goal.is_some_and(|goal| words.are(&plan.goal(goal).id)))
            }
            Attribute::Task => {
                let named = names(plan, Attribute::Task, words);
                targets(plan, |target| target.tasks.iter().any(|task| named[task.at()]))
            }
            Attribute::Section => {
                let named = names(plan, Attribute::Section, words);
                targets(plan, |target| {
                    let mut sections =
                        target.tasks.iter().filter_map(|task| plan.task(*task).provisions.section);
                    sections.any(|section| named[section.at()])
                })
            }
            _ => return Self::default(),
        };
        Self { targets: Some(of_targets), ..Self::default() }
    }
}

/// Tests every assessment of every target by its target.
fn targets(plan: &Plan, mut holds: impl FnMut(&Target) -> bool) -> Box<[bool]> {
    plan.targets.iter().flat_map(|target| iter::repeat_n(holds(target), target.assessments())).collect()
}

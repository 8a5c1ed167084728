//! The units that a name in a filter stands for. Source: docs/filters.md, Names.

use std::collections::HashMap;

use super::test::UnitTest;
use super::words::SearchText;
use crate::date::Day;
use crate::model::{
    AssignmentIx, Group, GroupIx, Holder, LeadMode, MemberDays, Party, Plan, Successions, Unit, UnitIx,
};
use crate::status::WorkItemStatus;

/// The ways in which a name is looked up; the first that finds a unit in any plan counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Manner {
    /// It is the id or kind of a unit, or the id of a group.
    Id,
    /// A unit's name or alias contains it.
    Name,
    /// A group's name contains it.
    GroupName,
}

impl Manner {
    pub(super) const ALL: [Self; 3] = [Self::Id, Self::Name, Self::GroupName];
}

/// The units and groups of one plan that a name means.
pub(super) struct UnitMatch {
    /// By unit, members of the groups among them.
    units: Box<[bool]>,
    /// By group: it is meant itself.
    groups: Box<[bool]>,
    /// By group: it is meant itself, or has a member that is.
    parts: Box<[bool]>,
    /// By item: it is meant itself, by the ids of those who hold it jointly.
    joint: Box<[bool]>,
}

impl UnitMatch {
    /// Returns the units that a name stands for in one plan, looked up in one way; none if there are none.
    ///
    /// A unit that is named by id, name or alias stands also for the units that have ended and for which
    /// it answers on `day`, so that their work is found by their successors. Kinds and groups do not.
    pub(super) fn find(plan: &Plan, words: &SearchText, manner: Manner, day: Day) -> Option<Self> {
        let registry = &plan.registry;
        let names_group = |group: &Group| match manner {
            Manner::Id => words.are(&group.id),
            Manner::Name => false,
            Manner::GroupName => words.are_in_text(&group.name),
        };
        let names_unit = |unit: &Unit| match manner {
            Manner::Id => words.are(&unit.id),
            Manner::Name => {
                let mut names = std::iter::once(&unit.name).chain(&unit.aliases);
                names.any(|name| words.are_in_text(name))
            }
            Manner::GroupName => false,
        };
        let themselves: Box<[bool]> = registry.units.iter().map(names_unit).collect();
        let groups: Box<[bool]> = registry.groups.iter().map(names_group).collect();
        let mut units = themselves.clone();
        if manner == Manner::Id {
            for (is_meant, unit) in units.iter_mut().zip(&registry.units) {
                *is_meant |= words.are(&unit.kind);
            }
        }
        let joint: Box<[bool]> = plan
            .assignments
            .iter()
            .map(|item| item.mode == LeadMode::Joint && words.are(&plan.joint_id(item)))
            .collect();
        if !units.iter().chain(&groups).chain(&joint).any(|is_meant| *is_meant) {
            return None;
        }
        Some(Self::new(plan, &themselves, units, groups, joint, day))
    }

    /// The units `themselves` are named by id, name or alias, `units` also by kind.
    fn new(
        plan: &Plan,
        themselves: &[bool],
        mut units: Box<[bool]>,
        groups: Box<[bool]>,
        joint: Box<[bool]>,
        day: Day,
    ) -> Self {
        let registry = &plan.registry;
        let members: Vec<Vec<UnitIx>> = (0..groups.len())
            .map(|group| registry.unfold_ever(&[Party::Group(GroupIx::new(group))]))
            .collect();
        for (members, _) in members.iter().zip(&groups).filter(|(_, is_meant)| **is_meant) {
            for member in members {
                units[member.at()] = true;
            }
        }
        let successions = Successions::of_one_day();
        for (at, unit) in registry.units.iter().enumerate() {
            units[at] |= unit.has_ended(day) && {
                let answering = successions.answering(registry, UnitIx::new(at), day);
                answering.iter().any(|successor| themselves[successor.at()])
            };
        }
        let has_part = |members: &Vec<UnitIx>| members.iter().any(|member| units[member.at()]);
        let parts =
            members.iter().zip(&groups).map(|(members, is_meant)| *is_meant || has_part(members)).collect();
        Self { units, groups, parts, joint }
    }

    /// Returns true if the unit matches, or the group itself or one of its members.
    pub(super) fn has(&self, party: Party) -> bool {
        match party {
            Party::Unit(unit) => self.units[unit.at()],
            Party::Group(group) => self.parts[group.at()],
        }
    }

    /// Returns true if the group itself matches.
    pub(super) fn is(&self, group: GroupIx) -> bool {
        self.groups[group.at()]
    }

    /// Returns a test for the work of the units; joint work belongs to each of its units.
    pub(super) fn work(&self, plan: &Plan) -> UnitTest {
        let is_joint = |holder| !matches!(holder, Holder::Unit(_));
        if !plan.work_items.iter().any(|work_item| is_joint(work_item.holder)) {
            return UnitTest { units: self.units.clone(), joint: Box::default(), groups: self.parts.clone() };
        }
        let mut known: HashMap<(AssignmentIx, MemberDays), bool> = HashMap::new();
        let joint = plan.work_items.iter().map(|work_item| {
            is_joint(work_item.holder) && {
                let days = MemberDays::of(plan.occurrence(work_item), plan.period.range.first);
                *known.entry((work_item.assignment, days)).or_insert_with(|| {
                    let leads = &plan.assignment(work_item.assignment).lead;
                    let itself =
                        |lead: &Party| matches!(lead, Party::Group(group) if self.groups[group.at()]);
                    self.joint[work_item.assignment.at()]
                        || leads.iter().any(itself)
                        || plan.registry.unfold(leads, days).iter().any(|unit| self.units[unit.at()])
                })
            }
        });
        UnitTest { joint: joint.collect(), units: self.units.clone(), groups: self.parts.clone() }
    }
}

/// The work items of one unit or group: those that `unit:ID` means. Source: docs/filters.md, Names.
///
/// A unit has also the work of the units that have ended and for which it answers, and the joint work in which
/// it takes part; a group has the work of its members and the joint work in which it or a member takes part.
#[derive(Debug, Clone)]
pub struct PartyWork(UnitTest);

impl PartyWork {
    /// The work of a unit or group of a plan on a day.
    pub fn of(plan: &Plan, party: Party, day: Day) -> Self {
        let mut units = vec![false; plan.registry.units.len()].into_boxed_slice();
        let mut groups = vec![false; plan.registry.groups.len()].into_boxed_slice();
        match party {
            Party::Unit(unit) => units[unit.at()] = true,
            Party::Group(group) => groups[group.at()] = true,
        }
        let joint = vec![false; plan.assignments.len()].into_boxed_slice();
        Self(UnitMatch::new(plan, &units.clone(), units, groups, joint, day).work(plan))
    }

    /// Returns true if a work item of the plan is among them.
    pub fn has(&self, item: &WorkItemStatus) -> bool {
        self.0.has(item)
    }
}

//! The status table: figures for any grouping. Source: docs/status.md, Figures.

use std::collections::{HashMap, HashSet};

use super::changes::ChangesAnswer;
use super::items::unannounced;
use crate::date::{AsOf, Day, UnannouncedYears};
use crate::model::{Plan, Section};
use crate::status::{Figures, Grouping, StatusGroup, TaskFigures, WorkItemStatus, group};
use crate::workspace::Selection;

/// The figures of a selection by groups.
#[derive(Debug, Clone)]
pub struct StatusAnswer<'s> {
    /// The day.
    pub as_of: AsOf,
    /// The grouping.
    pub by: Grouping,
    /// The plans that the filter asks for.
    pub plans: Vec<&'s Plan>,
    /// One table for each plan with work items, or a single one if groups hold work items of several plans.
    pub tables: Vec<StatusTable<'s>>,
    /// The figures of all work items, each counted once.
    pub total: Figures,
    /// The tasks of all work items, each counted once.
    pub tasks: TaskFigures,
    /// True if some work items are counted in several groups.
    pub has_repeats: bool,
    /// The changes since an earlier day, if they were asked for.
    pub changes: Option<ChangesAnswer<'s>>,
    /// The years whose announcement of days off may change the figures.
    pub unannounced: UnannouncedYears,
}

/// The error for an earlier day that is after the day of the answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SinceError;

/// A status table.
#[derive(Debug, Clone)]
pub struct StatusTable<'s> {
    /// The plan, if the table is of one.
    pub plan: Option<&'s Plan>,
    /// The groups, in their order, and the headings above them.
    pub lines: Vec<StatusLine<'s>>,
    /// The figures of all its work items, each counted once; none of a table with at most one group.
    pub total: Option<Figures>,
}

/// A line of a status table.
#[derive(Debug, Clone)]
pub enum StatusLine<'s> {
    /// The section above the groups that follow; none before groups that lie in no other section.
    Heading(Option<&'s Section>),
    /// A group.
    Group(Box<StatusRow<'s>>),
}

/// A group of a status table.
#[derive(Debug, Clone)]
pub struct StatusRow<'s> {
    /// The group.
    pub group: StatusGroup<'s>,
    /// True for the work of a section itself, beside groups of the sections below it.
    pub is_own_work: bool,
    /// Its percentage of the work items of the table.
    pub share_pct: Option<f64>,
}

impl<'s> StatusAnswer<'s> {
    /// The figures of a selection; by default one plan is grouped by sections, several by plan. `since` asks for
    /// the changes since an earlier day.
    ///
    /// # Errors
    /// If that day is after the day of the selection.
    pub fn new(
        selection: &'s Selection<'_>,
        by: Option<Grouping>,
        since: Option<Day>,
    ) -> Result<Self, SinceError> {
        if since.is_some_and(|since| since > selection.as_of.day) {
            return Err(SinceError);
        }
        let plans: Vec<(&Plan, Figures)> =
            selection.asked().map(|plan| (plan.plan, plan.items.iter().collect())).collect();
        let by = by.unwrap_or(if plans.len() > 1 { Grouping::Plan } else { Grouping::Section });
        let items = || {
            let of_plans = selection.plans.iter();
            of_plans.flat_map(|of| of.items.iter().map(|item: &WorkItemStatus| (of.ix, of.plan, item)))
        };
        let groups = group(by, items());
        let total: Figures = items().map(|(_, _, item)| item).collect();
        let has_repeats = groups.iter().map(|group| group.figures.total()).sum::<u64>() > total.total();
        Ok(Self {
            as_of: selection.as_of,
            by,
            tables: tables(by, groups, &plans, &total),
            plans: plans.into_iter().map(|(plan, _)| plan).collect(),
            total,
            has_repeats,
            unannounced: unannounced(selection.items()),
            tasks: items().collect(),
            changes: since.map(|since| ChangesAnswer::new(selection, since)),
        })
    }

    /// All groups, in their order.
    pub fn groups(&self) -> impl Iterator<Item = &StatusGroup<'s>> {
        self.tables.iter().flat_map(|table| &table.lines).filter_map(|line| match line {
            StatusLine::Group(row) => Some(&row.group),
            StatusLine::Heading(_) => None,
        })
    }
}

fn tables<'s>(
    by: Grouping,
    mut groups: Vec<StatusGroup<'s>>,
    plans: &[(&'s Plan, Figures)],
    total: &Figures,
) -> Vec<StatusTable<'s>> {
    if groups.is_empty() || by.is_across_plans() || by == Grouping::Plan {
        return vec![table(by, groups, None, total)];
    }
    let mut tables = Vec::new();
    for (plan, figures) in plans {
        // The groups of a plan stand together, in the order of the plans.
        let end = groups.iter().take_while(|group| group.plan == Some(&plan.id)).count();
        if end > 0 {
            let rest = groups.split_off(end);
            tables.push(table(by, std::mem::replace(&mut groups, rest), Some(plan), figures));
        }
    }
    tables
}

fn table<'s>(
    by: Grouping,
    groups: Vec<StatusGroup<'s>>,
    plan: Option<&'s Plan>,
    total: &Figures,
) -> StatusTable<'s> {
    let has_total = groups.len() > 1;
    // Sections that lie in others stand below the title of the highest of them.
    let parents =
        plan.filter(|_| by == Grouping::Section).map(|plan| parents(plan, &groups)).unwrap_or_default();
    let nested = plan.filter(|_| !parents.is_empty());
    let by_id: HashMap<&str, &Section> =
        nested.iter().flat_map(|plan| &plan.sections).map(|section| (section.id.as_str(), section)).collect();
    let mut lines = Vec::new();
    let mut above: Option<&str> = None;
    for group in groups {
        let key = group.key.as_deref();
        if let Some(plan) = nested {
            let top = key.and_then(|key| by_id.get(key)).map(|section| top(plan, section));
            if top.map(|top| top.id.as_str()) != above {
                above = top.map(|top| top.id.as_str());
                lines.push(StatusLine::Heading(top.filter(|top| parents.contains(top.id.as_str()))));
            }
        }
        lines.push(StatusLine::Group(Box::new(StatusRow {
            is_own_work: key.is_some_and(|key| parents.contains(key)),
            share_pct: group.figures.share_of(total),
            group,
        })));
    }
    StatusTable { plan, lines, total: has_total.then_some(*total) }
}

/// The ids of the highest sections above those groups that lie in another section.
fn parents<'p>(plan: &'p Plan, groups: &[StatusGroup<'_>]) -> HashSet<&'p str> {
    let keys: HashSet<&str> = groups.iter().filter_map(|group| group.key.as_deref()).collect();
    let nested =
        plan.sections.iter().filter(|section| section.parent.is_some() && keys.contains(&*section.id));
    nested.map(|section| top(plan, section).id.as_str()).collect()
}

/// The highest section above a section.
fn top<'p>(plan: &'p Plan, section: &'p Section) -> &'p Section {
    let mut top = section;
    // The checks refuse a section that lies above itself.
    while let Some(parent) = top.parent {
        top = plan.section(parent);
    }
    top
}

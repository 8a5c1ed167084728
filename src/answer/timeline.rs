//! A bar per work item over the months. Source: docs/commands.md, The timeline.

use std::collections::HashMap;

use super::items::unannounced;
use crate::attribute::{UnitNaming, holder_name};
use crate::date::{AsOf, DateRange, Day, UnannouncedYears};
use crate::language::{Lang, Message};
use crate::message;
use crate::model::Plan;
use crate::status::{Grouping, PlanWorkItem, Status, group};
use crate::vietnamese::roman;
use crate::workspace::Selection;

/// The grouping of the rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum TimelineGrouping {
    /// By the section of the row or task.
    #[default]
    Section,
    /// By the holder.
    Unit,
    /// By the task, with its rows.
    Task,
}

/// The parts of the axis.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum TimelineScale {
    /// Weeks from Monday on.
    Week,
    /// Months.
    #[default]
    Month,
    /// Quarters.
    Quarter,
}

/// The work items of some plans over their time.
#[derive(Debug, Clone)]
pub struct TimelineAnswer<'s> {
    /// The day.
    pub as_of: AsOf,
    /// The plans that the filter asks for.
    pub plans: Vec<&'s Plan>,
    /// The span: the periods of the plans, and the days of work outside of them.
    pub range: Option<DateRange>,
    /// The parts of the axis.
    pub scale: TimelineScale,
    /// The work items by group, each in the order of the plans.
    pub groups: Vec<TimelineGroup<'s>>,
    /// The years whose announcement of days off may change the deadlines.
    pub unannounced: UnannouncedYears,
}

/// The work items of a group.
#[derive(Debug, Clone)]
pub struct TimelineGroup<'s> {
    /// The number or id of the group; may be empty.
    pub mark: String,
    /// Its title.
    pub title: Message,
    /// Its work items.
    pub items: Vec<PlanWorkItem<'s>>,
}

impl TimelineGrouping {
    /// All groupings.
    pub const ALL: [Self; 3] = [Self::Section, Self::Unit, Self::Task];

    /// Returns the identifier on the command line.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Section => "section",
            Self::Unit => "unit",
            Self::Task => "task",
        }
    }
}

impl TimelineScale {
    /// All scales.
    pub const ALL: [Self; 3] = [Self::Week, Self::Month, Self::Quarter];

    /// Returns the identifier on the command line.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Week => "week",
            Self::Month => "month",
            Self::Quarter => "quarter",
        }
    }

    /// Returns the parts of a span with their names.
    pub fn parts(self, range: DateRange) -> Vec<(Message, DateRange)> {
        let mut parts = Vec::new();
        let mut first = range.first;
        while first <= range.last {
            let last = self.last(first).min(range.last);
            parts.push((self.name(first), DateRange { first, last }));
            if last == Day::MAX {
                break;
            }
            first = last.next();
        }
        parts
    }

    /// Returns the last day of the part of a day.
    fn last(self, day: Day) -> Day {
        let of_months = |months: u32| {
            let month = day.month() + (months - 1) - (day.month() - 1) % months;
            Day::last_of_month(day.year(), month).unwrap_or(day)
        };
        match self {
            Self::Week => day.saturating_plus(7 - i64::from(day.weekday().number().max(1))),
            Self::Month => of_months(1),
            Self::Quarter => of_months(3),
        }
    }

    fn name(self, day: Day) -> Message {
        let (month, quarter) = (day.month(), day.quarter());
        match self {
            Self::Week => {
                let date = day.day();
                message!("{date}/{month}", "{date}/{month}")
            }
            Self::Month => message!("T{month}", "{month}"),
            Self::Quarter => {
                let roman = roman(quarter as usize);
                message!("Q.{roman}", "Q{quarter}")
            }
        }
    }
}

impl<'s> TimelineAnswer<'s> {
    /// The timeline of a selection.
    pub fn new(selection: &'s Selection<'_>, by: TimelineGrouping, scale: TimelineScale) -> Self {
        let groups = match by {
            TimelineGrouping::Section => by_key(selection, Grouping::Section),
            TimelineGrouping::Unit => by_key(selection, Grouping::Unit),
            TimelineGrouping::Task => by_task(selection),
        };
        Self {
            as_of: selection.as_of,
            plans: selection.asked().map(|asked| asked.plan).collect(),
            range: range(selection),
            scale,
            groups,
            unannounced: unannounced(selection.items()),
        }
    }

    /// Returns the work items in the order of the rows.
    pub fn items(&self) -> impl Iterator<Item = &PlanWorkItem<'s>> {
        self.groups.iter().flat_map(|group| &group.items)
    }
}

/// The periods of the plans with work, and the days of the work.
fn range(selection: &Selection<'_>) -> Option<DateRange> {
    let with_work = selection.plans.iter().filter(|of| !of.items.is_empty());
    let periods = with_work.map(|of| of.plan.period.range);
    let days = selection.items().flat_map(|found| {
        let item = found.item;
        // The time after a deadline lasts up to the day.
        let late = (item.status == Status::Overdue).then_some(item.as_of.day);
        [item.from, item.due, item.deadline, item.done, late].into_iter().flatten().map(DateRange::day)
    });
    periods
        .chain(days)
        .reduce(|all, one| DateRange { first: all.first.min(one.first), last: all.last.max(one.last) })
}

/// The work items under the groups of a status table.
fn by_key<'s>(selection: &'s Selection<'_>, by: Grouping) -> Vec<TimelineGroup<'s>> {
    let numbered =
        || selection.plans.iter().flat_map(|of| of.items.iter().map(move |item| (of.ix, of.plan, item)));
    let is_of_sections = by == Grouping::Section;
    let key = |found: &PlanWorkItem<'_>| {
        if is_of_sections {
            let section = found.assignment().section.map(|section| found.plan.section(section).id.clone());
            return (found.plan.id.clone(), section.unwrap_or_default());
        }
        let name = holder_name(found, UnitNaming::Full).get(Lang::Vi).to_owned();
        (found.item.unit_id(found.plan).into_owned(), name)
    };
    let mut items: HashMap<(String, String), Vec<PlanWorkItem<'s>>> = HashMap::new();
    let mut order: Vec<(String, String)> = Vec::new();
    for found in selection.items() {
        let key = key(&found);
        let of = items.entry(key.clone()).or_default();
        if of.is_empty() {
            order.push(key);
        }
        of.push(found);
    }
    let mut groups = Vec::new();
    for of_group in group(by, numbered()) {
        let id = of_group.key.as_deref().unwrap_or_default();
        let is_same = |key: &(String, String)| {
            if is_of_sections {
                of_group.plan == Some(&*key.0) && key.1 == id
            } else {
                let found = items.get(key).and_then(|items| items.first());
                key.0 == id
                    && found
                        .is_some_and(|found| found.item.unit_name(found.plan) == of_group.label.get(Lang::Vi))
            }
        };
        let keys: Vec<_> = order.iter().filter(|key| is_same(key)).cloned().collect();
        let found: Vec<PlanWorkItem<'s>> =
            keys.iter().flat_map(|key| items.get(key).cloned().unwrap_or_default()).collect();
        let mark = if is_of_sections { id.to_owned() } else { String::new() };
        groups.push(TimelineGroup { mark, title: of_group.label, items: found });
    }
    groups
}

/// The work items under their tasks; a row without a task stands under itself.
fn by_task<'s>(selection: &'s Selection<'_>) -> Vec<TimelineGroup<'s>> {
    let mut groups: Vec<TimelineGroup<'s>> = Vec::new();
    let mut places: HashMap<(&str, &str), usize> = HashMap::new();
    for found in selection.items() {
        let assignment = found.assignment();
        let task = assignment.task.map(|task| found.plan.task(task));
        let (id, title) = task.map_or((&assignment.id, &assignment.title), |task| (&task.id, &task.title));
        let place = *places.entry((&found.plan.id, id)).or_insert_with(|| {
            let title = Message::same(title.as_ref());
            groups.push(TimelineGroup { mark: id.clone(), title, items: Vec::new() });
            groups.len() - 1
        });
        groups[place].items.push(found);
    }
    groups
}

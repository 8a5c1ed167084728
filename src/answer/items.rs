//! Lists of work items: overdue, upcoming, and any that a filter lets through.

use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};

use super::columns::ItemColumns;
use super::own::own_columns;
use crate::attribute::{Attribute, FieldName, SortBy, UnitNaming, holder_name, order_by};
use crate::date::{AsOf, Day, UnannouncedYears};
use crate::language::{Lang, Message};
use crate::model::{OwnColumn, Plan, PlanIx};
use crate::status::{Grouping, PlanWorkItem, Status, group};
use crate::workspace::Selection;

/// Work items of some plans on a day, in the order in which they are shown.
#[derive(Debug, Clone)]
pub struct WorkItemList<'s> {
    /// The day.
    pub as_of: AsOf,
    /// The plans that the filter asks for, those without a listed work item among them.
    pub plans: Vec<&'s Plan>,
    /// The work items.
    pub items: Vec<PlanWorkItem<'s>>,
    /// The same work items by plan, in the order of the plans; a plan without any is left out.
    pub by_plan: Vec<(&'s Plan, Vec<PlanWorkItem<'s>>)>,
    /// The years whose announcement of days off may change the list.
    pub unannounced: UnannouncedYears,
    /// The columns.
    pub columns: ItemColumns<'s>,
    /// The unit and the status of all work items, if the filter asks for them: the rows do not repeat them.
    pub common: Vec<(Attribute, Message)>,
}

/// The overdue work items, the longest overdue first. Source: docs/commands.md, Machine output.
#[derive(Debug, Clone)]
pub struct OverdueAnswer<'s> {
    /// The work items.
    pub list: WorkItemList<'s>,
    /// The same work items by the unit that holds them, if that was asked for.
    pub by_unit: Option<Vec<UnitItems<'s>>>,
    /// The number of units that hold them.
    pub units: usize,
    /// The greatest number of days that one is overdue; 0 if none is.
    pub longest: i64,
}

/// The listed work items of one unit.
#[derive(Debug, Clone)]
pub struct UnitItems<'s> {
    /// The unit that holds them, and the one that answers for it now where that is another.
    pub holder: Message,
    /// The work items.
    pub items: Vec<PlanWorkItem<'s>>,
}

/// The open work items with a deadline within a span of days, the nearest deadline first.
#[derive(Debug, Clone)]
pub struct UpcomingAnswer<'s> {
    /// The work items.
    pub list: WorkItemList<'s>,
    /// The first day of the span.
    pub first: Day,
    /// The last day of the span.
    pub last: Day,
}

/// The work items that a filter lets through, in a given order.
#[derive(Debug, Clone)]
pub struct ListAnswer<'s> {
    /// The work items, up to a limit.
    pub list: WorkItemList<'s>,
    /// Their number without the limit.
    pub all: usize,
}

/// A work item with the number of its plan.
type NumberedItem<'s> = (PlanIx, PlanWorkItem<'s>);

impl<'s> OverdueAnswer<'s> {
    /// The overdue work items of a selection, also by unit if `by_unit`; sorted by attributes, if any are given.
    pub fn new(selection: &'s Selection<'_>, order: &[SortBy], by_unit: bool) -> Self {
        let mut found = numbered(selection, |found| found.item.status == Status::Overdue);
        // Equally late work items keep their order.
        found.sort_by_key(|(_, found)| Reverse(found.item.days_late));
        found = sorted(selection, found, order);
        // Units of several plans may share an id: the name tells them apart.
        let unit = |(_, found): &NumberedItem<'_>| {
            let name = holder_name(found, UnitNaming::Full);
            (found.item.unit_id(found.plan).into_owned(), name.get(Lang::Vi).to_owned())
        };
        let plans = selection.asked().count();
        let columns = |own: &[&'s OwnColumn]| {
            if by_unit { ItemColumns::of_overdue_by_unit(own, plans) } else { ItemColumns::of_overdue(own) }
        };
        Self {
            by_unit: by_unit.then(|| of_units(&found)),
            units: found.iter().map(unit).collect::<HashSet<_>>().len(),
            longest: found.iter().map(|(_, found)| found.item.days_late).max().unwrap_or(0),
            list: WorkItemList {
                // An announcement decides as well on what is past its last day and not overdue.
                unannounced: unannounced(selection.items().filter(PlanWorkItem::is_past_day)),
                ..WorkItemList::new(selection, found, columns)
            },
        }
    }
}

impl<'s> UpcomingAnswer<'s> {
    /// The open work items of a selection with a deadline from its day to `last`; sorted by attributes, if any are
    /// given.
    pub fn new(selection: &'s Selection<'_>, order: &[SortBy], last: Day) -> Self {
        let first = selection.as_of.day;
        let mut found = numbered(selection, |found| found.is_due_within(first, last));
        // Those of one day keep their order.
        found.sort_by_key(|(_, found)| found.item.deadline);
        found = sorted(selection, found, order);
        Self { list: WorkItemList::new(selection, found, ItemColumns::of_upcoming), first, last }
    }
}

impl<'s> ListAnswer<'s> {
    /// The work items of a selection, sorted by attributes; at most `limit` of them, with some columns if they are
    /// named.
    pub fn new(
        selection: &'s Selection<'_>,
        order: &[SortBy],
        limit: Option<usize>,
        columns: Option<&[FieldName]>,
    ) -> Self {
        let mut found = sorted(selection, numbered(selection, |_| true), order);
        let all = found.len();
        found.truncate(limit.unwrap_or(all));
        let columns = |own: &[&'s OwnColumn]| match columns {
            Some(fields) => ItemColumns::exactly(fields, own),
            None => ItemColumns::of_list(own),
        };
        Self { list: WorkItemList::new(selection, found, columns), all }
    }
}

impl<'s> WorkItemList<'s> {
    /// The list of some work items; `columns` are chosen when the plans' own columns are known.
    fn new(
        selection: &'s Selection<'_>,
        found: Vec<NumberedItem<'s>>,
        columns: impl FnOnce(&[&'s OwnColumn]) -> ItemColumns<'s>,
    ) -> Self {
        let mut of_plans: HashMap<PlanIx, Vec<PlanWorkItem<'s>>> = HashMap::new();
        for (ix, found) in &found {
            of_plans.entry(*ix).or_default().push(*found);
        }
        let by_plan = selection.asked().filter_map(|plan| Some((plan.plan, of_plans.remove(&plan.ix)?)));
        let plans: Vec<&Plan> = selection.asked().map(|plan| plan.plan).collect();
        let mut columns = columns(&own_columns(plans.iter().copied()));
        let named = [Attribute::Unit, Attribute::Status].into_iter();
        let asked = named.filter(|attribute| selection.filter().asks_for(*attribute));
        let common = asked.filter_map(|attribute| {
            let name = common(&found, attribute).filter(|_| columns.leave_out(attribute))?;
            Some((attribute, name))
        });
        let common = common.collect();
        Self {
            as_of: selection.as_of,
            columns,
            common,
            plans,
            by_plan: by_plan.collect(),
            unannounced: unannounced(found.iter().map(|(_, found)| *found)),
            items: found.into_iter().map(|(_, found)| found).collect(),
        }
    }
}

/// The unit or the status that all of some work items have, if it is one.
fn common(found: &[NumberedItem<'_>], attribute: Attribute) -> Option<Message> {
    let name = |found: &PlanWorkItem<'_>| match attribute {
        Attribute::Unit => holder_name(found, UnitNaming::Full),
        _ => found.item.status.name(),
    };
    let mut names = found.iter().map(|(_, found)| name(found));
    let first = names.next()?;
    (found.len() > 1 && names.all(|name| name == first)).then_some(first)
}

/// The listed work items for which one unit answers.
#[derive(Debug, Clone)]
pub struct AnsweringUnit<'s> {
    /// The id of the unit.
    pub id: &'s str,
    /// Its name.
    pub name: &'s str,
    /// The work items.
    pub items: Vec<PlanWorkItem<'s>>,
}

impl<'s> WorkItemList<'s> {
    /// Returns the work items by the units that answer for them, in the order of the registries; work of several units
    /// is with each of them.
    pub fn by_answering_unit(&self) -> Vec<AnsweringUnit<'s>> {
        let mut units: Vec<(usize, AnsweringUnit<'s>)> = Vec::new();
        let mut places: HashMap<(&str, &str), usize> = HashMap::new();
        for found in &self.items {
            for ix in found.item.answers.iter() {
                let unit = found.plan.registry.unit(*ix);
                let place = *places.entry((&unit.id, &unit.name)).or_insert_with(|| {
                    units
                        .push((ix.at(), AnsweringUnit { id: &unit.id, name: &unit.name, items: Vec::new() }));
                    units.len() - 1
                });
                units[place].1.items.push(*found);
            }
        }
        units.sort_by_key(|(place, _)| *place);
        units.into_iter().map(|(_, unit)| unit).collect()
    }
}

/// The years whose announcement of days off may change the deadlines of work items.
pub(super) fn unannounced<'s>(items: impl Iterator<Item = PlanWorkItem<'s>>) -> UnannouncedYears {
    items.filter_map(|found| found.item.unannounced(found.plan)).collect()
}

/// The work items of a selection for which `is_meant` holds, in its order.
fn numbered<'s>(
    selection: &'s Selection<'_>,
    is_meant: impl Fn(&PlanWorkItem<'s>) -> bool,
) -> Vec<NumberedItem<'s>> {
    let all = selection.plans.iter().flat_map(|selected| {
        selected.items.iter().map(|item| (selected.ix, PlanWorkItem::new(selected.plan, item)))
    });
    all.filter(|(_, found)| is_meant(found)).collect()
}

/// The work items in the order of attributes; as they are without any.
fn sorted<'s>(
    selection: &'s Selection<'_>,
    found: Vec<NumberedItem<'s>>,
    order: &[SortBy],
) -> Vec<NumberedItem<'s>> {
    if order.is_empty() {
        return found;
    }
    let items: Vec<PlanWorkItem<'_>> = found.iter().map(|(_, found)| *found).collect();
    let places = order_by(&items, order, selection.sources());
    places.into_iter().map(|at| found[at]).collect()
}

/// The work items by unit, in the order of a status table by units.
fn of_units<'s>(found: &[NumberedItem<'s>]) -> Vec<UnitItems<'s>> {
    let mut by_unit: HashMap<(String, String), Vec<PlanWorkItem<'s>>> = HashMap::new();
    for (_, found) in found {
        let (id, name) = (found.item.unit_id(found.plan), found.item.unit_name(found.plan));
        by_unit.entry((id.into_owned(), name.into_owned())).or_default().push(*found);
    }
    let groups = group(Grouping::Unit, found.iter().map(|(ix, found)| (*ix, found.plan, found.item)));
    let of_group = groups.into_iter().filter_map(|of_unit| {
        let key = (of_unit.key.unwrap_or_default().into_owned(), of_unit.label.get(Lang::Vi).to_owned());
        let items = by_unit.remove(&key)?;
        let holder = items.first().map_or(of_unit.label, |found| holder_name(found, UnitNaming::Full));
        Some(UnitItems { holder, items })
    });
    of_group.collect()
}

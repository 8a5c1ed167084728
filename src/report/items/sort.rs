//! Work items in the order of any of their fields.

use super::field::{ItemField, Name, owner};
use crate::language::Lang;
use crate::model::Holder;
use crate::report::wording;
use crate::span::{Sources, Span};
use crate::status::PlanWorkItem;
use crate::vietnamese::order;

/// One field to sort by, and whether the greatest come first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SortBy {
    /// The field.
    pub field: ItemField,
    /// Whether the greatest come first.
    pub descending: bool,
}

/// Sorts work items by fields, the first before the second; what lacks a field comes last either way, and
/// of equals the order stays.
///
/// Names sort as in a Vietnamese dictionary; plans, sections, tasks and rows as their documents have them,
/// units as the registry does, statuses as they are defined.
pub fn sort(found: &mut Vec<PlanWorkItem<'_>>, fields: &[SortBy], sources: &Sources) {
    if fields.is_empty() {
        return;
    }
    let ranks: Vec<Vec<i64>> = fields
        .iter()
        .map(|by| {
            let ranks = ranks(by.field, found, sources).into_iter();
            let place = |rank: Option<i64>| match rank {
                None => i64::MAX,
                Some(rank) if by.descending => -rank,
                Some(rank) => rank,
            };
            ranks.map(place).collect()
        })
        .collect();
    let mut places: Vec<usize> = (0..found.len()).collect();
    places.sort_by(|a, b| {
        ranks.iter().map(|ranks| ranks[*a].cmp(&ranks[*b])).find(|it| it.is_ne()).unwrap_or(a.cmp(b))
    });
    *found = places.into_iter().map(|at| found[at]).collect();
}

/// A number for each work item by which it stands before or after others; none for what lacks the field.
fn ranks(field: ItemField, found: &[PlanWorkItem<'_>], sources: &Sources) -> Vec<Option<i64>> {
    use ItemField as F;
    let all = found.iter();
    match field {
        F::Key | F::UnitName | F::UnitKind | F::DueText | F::Output | F::Title | F::Period => {
            in_order(all.map(|found| text(field, found).map(|text| order(&text))))
        }
        F::Unit | F::UnitId => in_order(all.map(|found| Some((plan(found), unit(found))))),
        F::Plan => in_order(all.map(|found| Some(plan(found)))),
        F::Id => in_order(all.map(|found| Some((plan(found), found.item.work_item(found.plan).assignment)))),
        F::Task => of_plan(all, |found| found.item.assignment(found.plan).task),
        F::Section => of_plan(all, |found| found.item.assignment(found.plan).section),
        F::Answers | F::With | F::To | F::Inherited | F::Evidence | F::Tags => {
            in_order(all.map(|found| joined(field, found, sources).map(|text| order(&text))))
        }
        F::From => in_order(all.map(|found| found.item.from)),
        F::Due => in_order(all.map(|found| found.item.due)),
        F::ExtendedTo => in_order(all.map(|found| found.item.extended_to)),
        F::Deadline => in_order(all.map(|found| found.item.deadline)),
        F::Done => in_order(all.map(|found| found.item.done)),
        F::Reported => in_order(all.map(|found| found.item.reported)),
        F::Extensions => all.map(|found| Some(i64::from(found.item.extensions))).collect(),
        F::Progress => all.map(|found| Some(found.item.progress as i64)).collect(),
        F::Status => all.map(|found| Some(found.item.status as i64)).collect(),
        F::Percent => in_order(all.map(|found| found.item.percent.map(thousandths))),
        F::DaysLate => all.map(|found| Some(found.item.days_late)).collect(),
        F::WorkingDaysLate => all.map(|found| Some(found.item.working_days_late)).collect(),
        F::Place => {
            in_order(all.map(|found| Some(wording::place(sources, found.item.assignment(found.plan).place))))
        }
    }
}

/// The numbers of keys in their order: the same for the same, 0 for the least.
fn in_order<K: Ord>(keys: impl Iterator<Item = Option<K>>) -> Vec<Option<i64>> {
    let keys: Vec<Option<K>> = keys.collect();
    let mut places: Vec<usize> = (0..keys.len()).filter(|at| keys[*at].is_some()).collect();
    places.sort_by(|a, b| keys[*a].cmp(&keys[*b]));
    let mut ranks = vec![None; keys.len()];
    let mut rank = 0;
    for (before, at) in std::iter::once(None).chain(places.iter().map(Some)).zip(&places) {
        rank += i64::from(before.is_some_and(|before| keys[*before] != keys[*at]));
        ranks[*at] = Some(rank);
    }
    ranks
}

fn of_plan<'f, 'p: 'f, K: Ord>(
    all: impl Iterator<Item = &'f PlanWorkItem<'p>>,
    key: impl Fn(&PlanWorkItem<'p>) -> Option<K>,
) -> Vec<Option<i64>> {
    in_order(all.map(|found| key(found).map(|key| (plan(found), key))))
}

fn text(field: ItemField, found: &PlanWorkItem<'_>) -> Option<String> {
    let PlanWorkItem { plan, item: work } = *found;
    let item = work.assignment(plan);
    match field {
        ItemField::Key => Some(work.key(plan)),
        ItemField::UnitName => Some(owner(found, Name::Full).get(Lang::Vi).to_owned()),
        ItemField::UnitKind => Some(work.unit_kind(plan).to_owned()),
        ItemField::DueText => item.due_text.as_deref().map(str::to_owned),
        ItemField::Output => item.output.as_deref().map(str::to_owned),
        ItemField::Period => work.period(plan).map(str::to_owned),
        _ => Some(item.title.to_string()),
    }
}

fn joined(field: ItemField, found: &PlanWorkItem<'_>, sources: &Sources) -> Option<String> {
    let mut cells = Vec::new();
    field.cells(found, sources, &mut cells);
    cells.into_iter().find_map(|cell| match cell {
        crate::document::Cell::List(texts) if !texts.is_empty() => Some(texts.join(", ")),
        _ => None,
    })
}

/// Plans in the order in which they are read.
fn plan(found: &PlanWorkItem<'_>) -> Span {
    found.plan.place
}

/// Units in the order of the registry, then groups, then several together.
fn unit(found: &PlanWorkItem<'_>) -> (u8, usize, String) {
    match found.item.unit {
        Holder::Unit(unit) => (0, unit.at(), String::new()),
        Holder::Group(group) => (1, group.at(), String::new()),
        Holder::Joint => (2, 0, found.item.unit_id(found.plan).into_owned()),
    }
}

#[allow(clippy::cast_possible_truncation)] // Percentages lie between 0 and 100.
fn thousandths(percent: f64) -> i64 {
    (percent * 1000.0).round() as i64
}

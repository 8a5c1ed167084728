//! Work items in the order of any of their attributes.

use std::borrow::Cow;

use super::field::FieldName;
use super::holder::{UnitNaming, holder_name};
use super::table::{Attribute, ValueType};
use super::value::Value;
use crate::date::Day;
use crate::language::Lang;
use crate::model::Holder;
use crate::span::{Sources, Span};
use crate::status::PlanWorkItem;
use crate::vietnamese::order;

/// One field to sort by, with the direction.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SortBy {
    /// The field.
    pub field: FieldName,
    /// True if the greatest come first.
    pub descending: bool,
}

/// Returns the positions of work items in the order of attributes, the first before the second. Work items that lack
/// an attribute come last in either direction; equal ones keep their order.
///
/// Names sort as in a Vietnamese dictionary; plans, sections, tasks and rows as their documents have them,
/// units as the registry does, statuses as they are defined.
pub fn order_by(found: &[PlanWorkItem<'_>], attributes: &[SortBy], sources: &Sources) -> Vec<usize> {
    let ranks: Vec<Vec<i64>> = attributes
        .iter()
        .map(|by| {
            let ranks = ranks(&by.field, found, sources).into_iter();
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
    places
}

/// A number for each work item by which it stands before or after others; none for what lacks the field.
fn ranks(field: &FieldName, found: &[PlanWorkItem<'_>], sources: &Sources) -> Vec<Option<i64>> {
    match field {
        FieldName::Attribute(attribute) => ranks_by_attribute(*attribute, found, sources),
        FieldName::Own(_) => in_order(found.iter().map(|item| own_key(&field.value(item)))),
    }
}

/// The sort key of a value in a column of a plan's own. Plans may declare one key with several types: numbers come
/// first, then days, then words.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum OwnSortKey<W> {
    Number(i64),
    Day(Day),
    Words(W),
}

fn own_key(value: &Value<'_>) -> Option<OwnSortKey<impl Ord + use<>>> {
    match value {
        Value::Number(number) => Some(OwnSortKey::Number(total_order(*number))),
        Value::Day(day) => Some(OwnSortKey::Day(*day)),
        Value::Text(text) => Some(OwnSortKey::Words(order(text))),
        Value::Unit { name, .. } => Some(OwnSortKey::Words(order(name))),
        _ => None,
    }
}

/// Returns a whole number of the same order: the bits of a negative one count backwards.
pub fn total_order(number: f64) -> i64 {
    let bits = number.to_bits().cast_signed();
    if bits < 0 { i64::MIN - bits - 1 } else { bits }
}

fn ranks_by_attribute(
    attribute: Attribute,
    found: &[PlanWorkItem<'_>],
    sources: &Sources,
) -> Vec<Option<i64>> {
    use Attribute as A;
    let all = found.iter();
    match attribute {
        // In the order of their documents and registries.
        A::Plan => in_order(all.map(|found| Some(plan(found)))),
        A::Unit | A::UnitId => in_order(all.map(|found| Some((plan(found), unit(found))))),
        A::Id => in_order(all.map(|found| Some((plan(found), found.item.work_item(found.plan).assignment)))),
        A::Task => of_plan(all, |found| found.assignment().task),
        A::Section => of_plan(all, |found| found.assignment().section),
        A::UnitName => {
            in_order(all.map(|found| Some(order(holder_name(found, UnitNaming::Full).get(Lang::Vi)))))
        }
        _ => match attribute.info().value_type {
            ValueType::Text | ValueType::Title | ValueType::List | ValueType::Object => {
                in_order(all.map(|found| text(&attribute.value(found)).map(|text| order(&text))))
            }
            ValueType::Day => in_order(all.map(|found| attribute.value(found).day())),
            ValueType::Number | ValueType::DaysLate | ValueType::Choice => {
                all.map(|found| number(&attribute.value(found))).collect()
            }
            ValueType::Place => in_order(all.map(|found| match attribute.value(found) {
                Value::Place(place) => Some(sources.file_and_line(place)),
                _ => None,
            })),
        },
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

/// The words by which a text sorts.
fn text<'v>(value: &'v Value<'_>) -> Option<Cow<'v, str>> {
    match value {
        Value::Text(text) => Some(Cow::Borrowed(text)),
        Value::List(texts) if !texts.is_empty() => Some(texts.join(", ").into()),
        _ => None,
    }
}

/// The number by which a value sorts.
#[allow(clippy::cast_possible_truncation)] // Percentages lie between 0 and 100.
fn number(value: &Value<'_>) -> Option<i64> {
    match value {
        Value::Count(count) => Some(i64::from(*count)),
        Value::Days(days) => Some(*days),
        // To the thousandth.
        Value::Percent(percent) => Some((percent * 1000.0).round() as i64),
        Value::Status(status) => Some(*status as i64),
        Value::Progress(progress) => Some(*progress as i64),
        _ => None,
    }
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

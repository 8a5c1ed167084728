//! The order of the rows of an answer by their own columns.
//!
//! Work items sort by their attributes ([`order_by`](crate::attribute::order_by)); rows of the other lists by the
//! columns that their type names.

use std::cmp::Ordering;

use crate::attribute::total_order;
use crate::date::Day;
use crate::model::{OwnValue, OwnValues, Party, Plan};
use crate::vietnamese::{CollationKey, order};

/// The value by which a row sorts.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum SortValue {
    /// A number, or a place in an order of the program.
    Number(i64),
    /// A day.
    Day(Day),
    /// Words, as a Vietnamese dictionary sorts them.
    Words(CollationKey),
}

/// A row that sorts by some of its columns.
pub trait SortableRow {
    /// The names of these columns, which are the English headers of the CSV.
    const COLUMNS: &'static [&'static str];

    /// True if it has the columns of the plan's own as well.
    const HAS_OWN: bool = false;

    /// Returns the value in one of these columns; none if the row has none.
    fn value(&self, plan: &Plan, column: &str) -> Option<SortValue>;

    /// Returns the values in the columns of the plan's own.
    fn own(&self) -> Option<&OwnValues> {
        None
    }
}

/// A column by which rows are sorted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RowColumn {
    /// One of the [columns](SortableRow::COLUMNS) of the rows.
    Named(&'static str),
    /// A column of the plan's own, by its key.
    Own(String),
}

/// A column to sort by, with the direction.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowOrder {
    /// The column.
    pub column: RowColumn,
    /// True if the greatest come first.
    pub descending: bool,
}

/// Sorts rows of a plan by columns, the first before the second. Rows without a value come last in either direction;
/// equal ones keep their order.
pub(super) fn sort_rows<R: SortableRow>(plan: &Plan, rows: &mut Vec<R>, order: &[RowOrder]) {
    if order.is_empty() {
        return;
    }
    let value = |row: &R, by: &RowOrder| match &by.column {
        RowColumn::Named(column) => row.value(plan, column),
        RowColumn::Own(key) => own(plan, row.own()?.get(plan.columns.position_of_typed(key)?)?),
    };
    let values = |row: &R| -> Vec<Option<SortValue>> { order.iter().map(|by| value(row, by)).collect() };
    let mut keyed: Vec<(Vec<Option<SortValue>>, R)> =
        std::mem::take(rows).into_iter().map(|row| (values(&row), row)).collect();
    keyed.sort_by(|(a, _), (b, _)| {
        let by_column = a.iter().zip(b).zip(order);
        by_column
            .map(|((a, b), by)| compare(a.as_ref(), b.as_ref(), by.descending))
            .fold(Ordering::Equal, Ordering::then)
    });
    rows.extend(keyed.into_iter().map(|(_, row)| row));
}

fn compare(a: Option<&SortValue>, b: Option<&SortValue>, descending: bool) -> Ordering {
    match (a, b) {
        (Some(a), Some(b)) if descending => b.cmp(a),
        (Some(a), Some(b)) => a.cmp(b),
        // A missing value is the last in either direction.
        _ => a.is_none().cmp(&b.is_none()),
    }
}

fn own(plan: &Plan, value: &OwnValue) -> Option<SortValue> {
    match value {
        OwnValue::Number(number) => Some(SortValue::Number(total_order(*number))),
        OwnValue::Day(day) => Some(SortValue::Day(*day)),
        OwnValue::Text(text) => words(text),
        OwnValue::Unit(party) => words(plan.registry.name(*party)),
    }
}

/// The words of a text; none for an empty one.
pub(super) fn words(text: &str) -> Option<SortValue> {
    (!text.is_empty()).then(|| SortValue::Words(order(text)))
}

/// A count.
pub(super) fn count(number: usize) -> Option<SortValue> {
    i64::try_from(number).ok().map(SortValue::Number)
}

/// The names of units and groups.
pub(super) fn parties(plan: &Plan, parties: &[Party]) -> Option<SortValue> {
    let names: Vec<&str> = parties.iter().map(|party| plan.registry.name(*party)).collect();
    words(&names.join(", "))
}

//! The order of the rows of an answer by their own columns.
//!
//! Work items sort by their attributes ([`order_by`](crate::attribute::order_by)); rows of the other lists by the
//! columns that their type names.

use std::cmp::Ordering;

use crate::date::Day;
use crate::model::{Party, Plan};
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

    /// Returns the value in one of these columns; none if the row has none.
    fn value(&self, plan: &Plan, column: &str) -> Option<SortValue>;
}

/// A column to sort by, with the direction.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RowOrder {
    /// One of the [columns](SortableRow::COLUMNS).
    pub column: &'static str,
    /// True if the greatest come first.
    pub descending: bool,
}

/// Sorts rows of a plan by columns, the first before the second. Rows without a value come last in either direction;
/// equal ones keep their order.
pub(super) fn sort_rows<R: SortableRow>(plan: &Plan, rows: &mut Vec<R>, order: &[RowOrder]) {
    if order.is_empty() {
        return;
    }
    let values =
        |row: &R| -> Vec<Option<SortValue>> { order.iter().map(|by| row.value(plan, by.column)).collect() };
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

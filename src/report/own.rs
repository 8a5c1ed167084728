//! The columns of a plan's own, and the cells in them.

use crate::document::{Cell, Column};
use crate::language::{Lang, show_number};
use crate::model::{OwnColumn, OwnType, OwnValue, OwnValues, Plan};

/// The column, which readers get if anything stands in it.
pub(super) fn own_column(column: &OwnColumn) -> Column {
    let (header, key) = (column.header(), column.key.clone());
    let column = match column.own_type {
        OwnType::Number => Column::figures(header, key),
        OwnType::Text | OwnType::Day | OwnType::Unit => Column::words(header, key),
    };
    column.hide_if_all_zero()
}

/// A value in a column of the plan's own.
pub(super) fn own_cell(plan: &Plan, value: Option<&OwnValue>) -> Cell {
    Cell::or_empty(value, |value| match value {
        OwnValue::Text(words) => Cell::text(words),
        OwnValue::Number(number) => Cell::Number(*number, String::new()),
        OwnValue::Day(day) => Cell::Date(*day),
        OwnValue::Unit(party) => Cell::text(plan.registry.name(*party)),
    })
}

/// A value in running text.
pub(super) fn own_words(plan: &Plan, value: &OwnValue, lang: Lang) -> String {
    match value {
        OwnValue::Text(words) => words.to_string(),
        OwnValue::Number(number) => show_number(*number, lang),
        OwnValue::Day(day) => day.show(lang),
        OwnValue::Unit(party) => plan.registry.name(*party).to_owned(),
    }
}

/// The cells of an entry in some columns, which may be those of several plans.
pub(super) fn own_cells<'c>(
    plan: &Plan,
    values: &OwnValues,
    columns: impl IntoIterator<Item = &'c &'c OwnColumn>,
) -> Vec<Cell> {
    let value = |column: &OwnColumn| plan.columns.position(&column.key).and_then(|at| values.get(at));
    columns.into_iter().map(|column| own_cell(plan, value(column))).collect()
}

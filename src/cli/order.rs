//! The option `--sort`: the columns of a list in their order, each behind `-` in reverse.

use super::error::CliError;
use crate::answer::{RowColumn, RowOrder, ScheduleRow, SortableRow, TargetRow, UnitRow, own_columns};
use crate::attribute::{Attribute, FieldName, SortBy};
use crate::message;
use crate::sanitize::quoted;
use crate::vietnamese::nearest;
use crate::workspace::Selection;

const OPTION: &str = "--sort";

/// The fields by which work items are sorted.
///
/// # Errors
/// A name is that of no column.
pub(super) fn items_order(names: &[String]) -> Result<Vec<SortBy>, CliError> {
    let sort_by = |name: &String| {
        let (descending, name) = direction(name);
        Ok(SortBy { field: field(name, OPTION)?, descending })
    };
    names.iter().map(sort_by).collect()
}

/// Gives the plans' own columns among the fields the keys that the plans of a selection declare.
///
/// # Errors
/// No plan declares such a column.
pub(super) fn declare_order(order: &mut [SortBy], selection: &Selection<'_>) -> Result<(), CliError> {
    declare(order.iter_mut().map(|by| &mut by.field), OPTION, selection)
}

/// The columns by which other rows are sorted.
///
/// # Errors
/// A name is that of no column.
pub(super) fn rows_order<R: SortableRow>(names: &[String]) -> Result<Vec<RowOrder>, CliError> {
    let order_of = |name: &String| {
        let (descending, name) = direction(name);
        let column = R::COLUMNS.iter().find(|column| column.eq_ignore_ascii_case(name));
        let own = || match FieldName::from_name(name).filter(|_| R::HAS_OWN) {
            Some(FieldName::Own(key)) => Some(RowColumn::Own(key)),
            _ => None,
        };
        let column = column.map(|column| RowColumn::Named(column)).or_else(own);
        Ok(RowOrder { column: column.ok_or_else(|| unknown(name, OPTION, R::COLUMNS))?, descending })
    };
    names.iter().map(order_of).collect()
}

/// Gives the plans' own columns among those of rows the keys that the plans of a selection declare.
///
/// # Errors
/// No plan declares such a column.
pub(super) fn declare_rows<R: SortableRow>(
    order: &mut [RowOrder],
    selection: &Selection<'_>,
) -> Result<(), CliError> {
    let keys = order.iter_mut().filter_map(|by| match &mut by.column {
        RowColumn::Own(key) => Some(key),
        RowColumn::Named(_) => None,
    });
    declare_keys(keys, OPTION, R::COLUMNS, selection)
}

/// The field of a name that an option gives; whether a plan has a column of its own is known when the plans are read.
///
/// # Errors
/// There is no such column.
pub(super) fn field(name: &str, option: &str) -> Result<FieldName, CliError> {
    FieldName::from_name(name.trim()).ok_or_else(|| unknown(name, option, &sort_columns("list")))
}

/// Gives the plans' own columns among some fields the keys that the plans of a selection declare.
///
/// # Errors
/// No plan declares such a column.
pub(super) fn declare<'f>(
    fields: impl Iterator<Item = &'f mut FieldName>,
    option: &str,
    selection: &Selection<'_>,
) -> Result<(), CliError> {
    let keys = fields.filter_map(|field| match field {
        FieldName::Own(key) => Some(key),
        FieldName::Attribute(_) => None,
    });
    declare_keys(keys, option, &sort_columns("list"), selection)
}

/// Gives keys of the plans' own columns the spelling of the plan that declares them.
fn declare_keys<'k>(
    keys: impl Iterator<Item = &'k mut String>,
    option: &str,
    others: &[&str],
    selection: &Selection<'_>,
) -> Result<(), CliError> {
    let own = own_columns(selection.asked().map(|plan| plan.plan));
    for key in keys {
        let exact = own.iter().find(|column| column.key == *key);
        let column = exact.or_else(|| own.iter().find(|column| column.key.eq_ignore_ascii_case(key)));
        *key = column
            .ok_or_else(|| {
                let own = own.iter().map(|column| column.key.as_str());
                unknown(key, option, &others.iter().copied().chain(own).collect::<Vec<_>>())
            })?
            .key
            .clone();
    }
    Ok(())
}

/// The names of the columns by which a command sorts.
pub(super) fn sort_columns(command: &str) -> Vec<&'static str> {
    match command {
        "schedule" => ScheduleRow::COLUMNS.to_vec(),
        "targets" => TargetRow::COLUMNS.to_vec(),
        "units" => UnitRow::COLUMNS.to_vec(),
        _ => Attribute::listed().map(Attribute::name).collect(),
    }
}

fn direction(name: &str) -> (bool, &str) {
    let name = name.trim();
    name.strip_prefix('-').map_or((false, name), |rest| (true, rest.trim_start()))
}

fn unknown(name: &str, option: &str, known: &[&str]) -> CliError {
    let near = nearest(name, known.iter().copied());
    let near = near.map_or_else(|| known.join(", "), str::to_owned);
    let name = quoted(name);
    CliError::usage(message!("{option}: không có cột {name}", "{option}: there is no column {name}"))
        .hint(near)
}

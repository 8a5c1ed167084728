//! The columns and cells of attributes.

use crate::attribute::{Attribute, UnitNaming, Value, ValueType, holder_name};
use crate::document::{Cell, Column, Media, StatusCell, Tone};
use crate::model::OwnColumn;
use crate::report::{own, wording};
use crate::span::Sources;
use crate::status::{PlanWorkItem, Progress};

/// The columns of an attribute: one, or where readers and spreadsheets get different words, one for either.
pub(super) fn columns(attribute: Attribute) -> Vec<Column> {
    let info = attribute.info();
    let column = match info.value_type {
        ValueType::Title => Column::title(info.header.clone(), info.name),
        ValueType::Number => Column::figures(info.header.clone(), info.name),
        ValueType::DaysLate => Column::figures(info.header.clone(), info.name).tone(Tone::Bad),
        _ => Column::words(info.header.clone(), info.name),
    };
    match attribute {
        Attribute::Unit => {
            let exact = [Attribute::UnitId, Attribute::UnitName].into_iter().flat_map(columns);
            let exact = exact.map(|column| column.only_on(Media::SPREADSHEET));
            std::iter::once(column.only_on(Media::READERS)).chain(exact).collect()
        }
        Attribute::Period => vec![
            column.clone().hide_if_all_zero().only_on(Media::READERS),
            column.only_on(Media::SPREADSHEET),
        ],
        _ if info.is_sparse => vec![column.hide_if_all_zero()],
        _ => vec![column],
    }
}

/// Adds the cells of an attribute, one for each of its columns.
pub(super) fn cells(
    attribute: Attribute,
    found: &PlanWorkItem<'_>,
    sources: &Sources,
    cells: &mut Vec<Cell>,
) {
    match attribute {
        Attribute::Unit => {
            cells.push(Cell::Message(holder_name(found, UnitNaming::Short)));
            for exact in [Attribute::UnitId, Attribute::UnitName] {
                cells.push(cell(exact.value(found), sources));
            }
        }
        Attribute::Period => {
            cells.push(Cell::or_empty(found.period_name(), Cell::Message));
            cells.push(cell(attribute.value(found), sources));
        }
        _ => cells.push(cell(attribute.value(found), sources)),
    }
}

fn cell(value: Value<'_>, sources: &Sources) -> Cell {
    match value {
        Value::Missing => Cell::Empty,
        Value::Text(text) => Cell::Text(text.into_owned()),
        Value::List(texts) => Cell::List(texts.into_iter().map(str::to_owned).collect()),
        Value::Day(day) => Cell::Date(day),
        Value::Count(count) => Cell::Count(u64::from(count)),
        Value::Days(days) => Cell::Days(days),
        Value::Percent(number) | Value::Number(number) => Cell::Number(number, String::new()),
        Value::Unit { name, .. } => Cell::text(name),
        Value::Status(status) => wording::status(status),
        Value::Progress(value) => Cell::Status(progress(value)),
        Value::Place(place) => Cell::Text(wording::place(sources, place).to_string()),
    }
}

/// The cell of a work item in a column of its plan's own.
pub(super) fn own_cell(found: &PlanWorkItem<'_>, column: &OwnColumn) -> Cell {
    let column = found.plan.columns.position(&column.key);
    own::own_cell(found.plan, column.and_then(|column| found.item.own(found.plan, column)))
}

fn progress(progress: Progress) -> StatusCell {
    let tone = match progress {
        Progress::Done => Tone::Good,
        Progress::Paused => Tone::Warn,
        Progress::Dropped => Tone::Muted,
        Progress::InProgress | Progress::NotStarted => Tone::Plain,
    };
    StatusCell { key: progress.id().into(), word: progress.name(), tone }
}

//! Tables of work items, from the columns that the answer chooses.

use super::column;
use crate::answer::{ColumnAudience, ItemColumn, ItemColumns, WorkItemList};
use crate::attribute::Attribute;
use crate::document::{Block, Cell, Column, Document, Media, Table, TableRow};
use crate::language::Message;
use crate::model::Plan;
use crate::report::opening::caption;
use crate::report::own::own_column;
use crate::span::Sources;
use crate::status::PlanWorkItem;

/// The columns that are printed; those of spreadsheets only `in_full`.
pub(super) struct ItemGrid<'a> {
    columns: Vec<(ItemColumn<'a>, Media)>,
    /// True if the table has these columns and no others.
    is_exact: bool,
}

impl<'a> ItemGrid<'a> {
    pub(super) fn new(columns: &ItemColumns<'a>, in_full: bool) -> Self {
        let media = |audience: ColumnAudience| match audience {
            ColumnAudience::All => Some(Media::ALL),
            ColumnAudience::Readers => Some(Media::READERS),
            ColumnAudience::Spreadsheets => in_full.then_some(Media::SPREADSHEET),
        };
        let is_exact = columns.is_exact;
        let columns = columns.columns.iter();
        Self {
            columns: columns.filter_map(|(column, audience)| Some((*column, media(*audience)?))).collect(),
            is_exact,
        }
    }

    /// A table with these columns and no rows.
    pub(super) fn table(&self) -> Table {
        let mut columns = Vec::new();
        for (column, media) in &self.columns {
            let is_chosen = self.is_exact;
            let narrow = |column: Column| match &*column.key {
                _ if is_chosen => column,
                "reported" => column.up_to_level(0),
                "percent" => column.up_to_level(1),
                _ => column,
            };
            let of_column = match column {
                ItemColumn::Attribute(attribute) => column::columns(*attribute),
                ItemColumn::DaysLeft => {
                    vec![Column::figures(Message::fixed("Còn (ngày)", "Days left"), "days_left")]
                }
                ItemColumn::Own(own) => vec![own_column(own)],
            };
            columns.extend(of_column.into_iter().map(|column| narrow(column).only_on(*media)));
        }
        Table::new(columns)
    }

    /// The row of a work item.
    pub(super) fn row(&self, found: &PlanWorkItem<'_>, sources: &Sources) -> TableRow {
        let mut cells = Vec::new();
        for (column, _) in &self.columns {
            match column {
                ItemColumn::Attribute(attribute) => column::cells(*attribute, found, sources, &mut cells),
                ItemColumn::DaysLeft => cells.push(Cell::or_empty(found.item.days_left(), Cell::Days)),
                ItemColumn::Own(own) => cells.push(column::own_cell(found, own)),
            }
        }
        TableRow::Body(cells)
    }
}

/// Adds a table for each plan with listed work items; without any, one that has only its headers.
pub(super) fn tables(
    document: &mut Document,
    list: &WorkItemList<'_>,
    sources: &Sources,
    grid: &ItemGrid<'_>,
) {
    let plan_column = || Column::words(Message::fixed("Kế hoạch", "Plan"), Attribute::Plan.name());
    let mut push = |plan: Option<&Plan>, rows: Vec<TableRow>| {
        let mut table = grid.table();
        table.caption = plan.filter(|_| list.plans.len() > 1).map(caption);
        if !grid.is_exact {
            let id = Cell::or_empty(plan, |plan| Cell::text(plan.id.as_str()));
            table.constants = vec![(plan_column(), id)];
        }
        table.rows = rows;
        document.blocks.push(Block::Table(table));
    };
    if list.by_plan.is_empty() {
        push(None, Vec::new());
    }
    for (plan, own) in &list.by_plan {
        push(Some(plan), own.iter().map(|found| grid.row(found, sources)).collect());
    }
}

//! Tables of work items: the fields that stand in them, and the media of each.

use super::{Asked, ItemField};
use crate::date::Day;
use crate::document::{Block, Cell, Column, Document, Media, Table, TableRow};
use crate::language::Message;
use crate::report::found::by_plan;
use crate::report::opening::caption;
use crate::span::Sources;
use crate::status::PlanWorkItem;

use ItemField as F;

/// What spreadsheets get besides, so that whoever sorts and counts there has everything.
#[rustfmt::skip]
const BESIDES: &[ItemField] = &[
    F::Section, F::Task, F::UnitKind, F::Answers, F::With, F::To, F::DueText, F::Inherited, F::From, F::Due, F::ExtendedTo, F::Deadline,
    F::Extensions, F::Progress, F::Status, F::Done, F::Percent, F::Reported, F::DaysLate,
    F::WorkingDaysLate, F::Evidence, F::Output, F::Tags, F::Place, F::Key,
];

/// The fields of a table, and the media that show each.
pub(super) struct Fields {
    shown: Vec<(ItemField, Media)>,
    /// From which day the days to the deadline are counted, for readers.
    pub(super) days_left: Option<Day>,
    /// Whether the table has these columns and no others.
    exact: bool,
}

impl Fields {
    /// These for everybody; in full, all others for spreadsheets.
    pub(super) fn new(shown: &[ItemField], asked: Asked<'_, '_>) -> Self {
        let besides = if asked.in_full { BESIDES } else { &[] };
        let besides = besides.iter().filter(|field| !shown.contains(field));
        let shown = shown.iter().map(|field| (*field, Media::ALL));
        let shown = shown.chain(besides.map(|field| (*field, Media::SPREADSHEET))).collect();
        Self { shown, days_left: None, exact: false }
    }

    /// These and no others.
    pub(super) fn exactly(shown: &[ItemField]) -> Self {
        let shown = shown.iter().map(|field| (*field, Media::ALL)).collect();
        Self { shown, days_left: None, exact: true }
    }

    /// Changes the media that show a field.
    pub(super) fn show(&mut self, field: ItemField, media: Media) {
        if let Some((_, of)) = self.shown.iter_mut().find(|(shown, _)| *shown == field) {
            *of = media;
        }
    }

    /// Puts a field before others.
    pub(super) fn insert(&mut self, at: usize, field: ItemField, media: Media) {
        self.shown.insert(at, (field, media));
    }

    /// A table with these columns and no rows.
    pub(super) fn table(&self) -> Table {
        let mut columns = Vec::new();
        for (field, media) in &self.shown {
            // A field may have one column for readers and one for spreadsheets, of which a table may want one only.
            columns.extend(field.columns().into_iter().map(|column| column.only_on(*media)));
            if *field == F::Deadline && self.days_left.is_some() {
                let header = Message::fixed("Còn (ngày)", "Days left");
                columns.push(Column::figures(header, "days_left").only_on(Media::READERS));
            }
        }
        Table::new(columns)
    }

    /// The row of a work item.
    pub(super) fn row(&self, found: &PlanWorkItem<'_>, sources: &Sources) -> TableRow {
        let mut cells = Vec::new();
        for (field, _) in &self.shown {
            field.cells(found, sources, &mut cells);
            if *field == F::Deadline
                && let Some(day) = self.days_left
            {
                cells.push(Cell::or_empty(found.item.deadline, |deadline| Cell::Days(day.until(deadline))));
            }
        }
        TableRow::Body(cells)
    }
}

/// A table for each plan that has any; without any, one that has only its headers.
pub(super) fn tables(document: &mut Document, asked: Asked<'_, '_>, fields: &Fields) {
    let plan_column = || Column::words(Message::fixed("Kế hoạch", "Plan"), F::Plan.name());
    let mut push = |plan: Option<&crate::model::Plan>, rows: Vec<TableRow>| {
        let mut table = fields.table();
        table.caption = plan.filter(|_| asked.plans.len() > 1).map(caption);
        if !fields.exact {
            let id = Cell::or_empty(plan, |plan| Cell::text(plan.id.as_str()));
            table.constants = vec![(plan_column(), id)];
        }
        table.rows = rows;
        document.blocks.push(Block::Table(table));
    };
    let by_plan = by_plan(asked.plans, asked.found);
    if by_plan.is_empty() {
        push(None, Vec::new());
    }
    for (plan, own) in by_plan {
        push(Some(plan), own.iter().map(|found| fields.row(found, asked.sources)).collect());
    }
}

//! Tables of work items: which fields stand in them, and for whom.

use super::{Asked, ItemField};
use crate::date::Day;
use crate::language::Message;
use crate::report::found::by_plan;
use crate::report::opening::caption;
use crate::report::{Audience, Block, Cell, Column, Document, Row, Table};
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

/// The fields of a table, and who gets each.
pub(super) struct Fields {
    shown: Vec<(ItemField, Audience)>,
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
        let shown = shown.iter().map(|field| (*field, Audience::Everyone));
        let shown = shown.chain(besides.map(|field| (*field, Audience::Programs))).collect();
        Self { shown, days_left: None, exact: false }
    }

    /// These and no others.
    pub(super) fn exactly(shown: &[ItemField]) -> Self {
        let shown = shown.iter().map(|field| (*field, Audience::Everyone)).collect();
        Self { shown, days_left: None, exact: true }
    }

    /// Changes who gets a field.
    pub(super) fn show(&mut self, field: ItemField, audience: Audience) {
        if let Some((_, of)) = self.shown.iter_mut().find(|(shown, _)| *shown == field) {
            *of = audience;
        }
    }

    /// Puts a field before others.
    pub(super) fn insert(&mut self, at: usize, field: ItemField, audience: Audience) {
        self.shown.insert(at, (field, audience));
    }

    /// A table with these columns and no rows.
    pub(super) fn table(&self) -> Table {
        let mut columns = Vec::new();
        for (field, audience) in &self.shown {
            let own = field.columns().into_iter();
            columns.extend(own.map(|column| match (audience, column.audience) {
                (Audience::Everyone, _) => column,
                (given, Audience::Everyone) => column.only_for(*given),
                // Two columns for two audiences, of which only one is wanted: the other is for nobody.
                (given, own) if *given == own => column,
                _ => Column { key: "", ..column.only_for(Audience::Programs) },
            }));
            if *field == F::Deadline && self.days_left.is_some() {
                let header = Message::fixed("Còn (ngày)", "Days left");
                columns.push(Column::figures(header, "days_left").only_for(Audience::People));
            }
        }
        Table::new(columns)
    }

    /// The row of a work item.
    pub(super) fn row(&self, found: &PlanWorkItem<'_>, sources: &Sources) -> Row {
        let mut cells = Vec::new();
        for (field, _) in &self.shown {
            field.cells(found, sources, &mut cells);
            if *field == F::Deadline
                && let Some(day) = self.days_left
            {
                cells.push(Cell::or_empty(found.item.deadline, |deadline| Cell::Days(day.until(deadline))));
            }
        }
        Row::Body(cells)
    }
}

/// A table for each plan that has any; without any, one that has only its headers.
pub(super) fn tables(document: &mut Document, asked: Asked<'_, '_>, fields: &Fields) {
    let plan_column = || Column::words(Message::fixed("Kế hoạch", "Plan"), F::Plan.name());
    let mut push = |plan: Option<&crate::model::Plan>, rows: Vec<Row>| {
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

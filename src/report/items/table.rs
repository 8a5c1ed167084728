//! Tables of work items: the attributes that stand in them, and the media of each.

use super::column;
use crate::answer::WorkItemList;
use crate::attribute::{Attribute, FieldName};
use crate::date::Day;
use crate::document::{Block, Cell, Column, Document, Media, Table, TableRow};
use crate::language::Message;
use crate::model::OwnColumn;
use crate::report::opening::caption;
use crate::report::own::own_column;
use crate::span::Sources;
use crate::status::PlanWorkItem;

use Attribute as A;

/// The attributes that spreadsheets get besides, for sorting and counting.
#[rustfmt::skip]
const BESIDES: &[Attribute] = &[
    A::Section, A::Task, A::UnitKind, A::Answers, A::With, A::To, A::DueText, A::Inherited, A::From, A::Due, A::ExtendedTo, A::Deadline,
    A::Extensions, A::Progress, A::Status, A::Done, A::Percent, A::Reported, A::DaysLate,
    A::WorkingDaysLate, A::Evidence, A::Output, A::Tags, A::Place, A::Key,
];

/// The attributes of a table and the columns of the plans' own, and the media that show each.
pub(super) struct ItemColumns<'a> {
    shown: Vec<(ItemColumn<'a>, Media)>,
    /// The day from which the days to the deadline are counted, for readers.
    pub(super) days_left: Option<Day>,
    /// True if the table has these columns and no others.
    exact: bool,
}

/// A column of a table of work items.
#[derive(Clone, Copy, PartialEq)]
enum ItemColumn<'a> {
    Attribute(Attribute),
    Own(&'a OwnColumn),
}

impl<'a> ItemColumns<'a> {
    /// These for everybody, and the columns of the plans' own behind them; in full, all others for spreadsheets.
    pub(super) fn new(shown: &[Attribute], own: &[&'a OwnColumn], in_full: bool) -> Self {
        let besides = if in_full { BESIDES } else { &[] };
        let besides = besides.iter().filter(|attribute| !shown.contains(attribute));
        let shown = shown.iter().map(|attribute| (*attribute, Media::ALL));
        let shown = shown.chain(besides.map(|attribute| (*attribute, Media::SPREADSHEET)));
        let shown = shown.map(|(attribute, media)| (ItemColumn::Attribute(attribute), media));
        let shown = shown.chain(own.iter().map(|column| (ItemColumn::Own(column), Media::ALL))).collect();
        Self { shown, days_left: None, exact: false }
    }

    /// These and no others; `own` are the columns that the plans declare.
    pub(super) fn exactly(shown: &[FieldName], own: &[&'a OwnColumn]) -> Self {
        let shown = shown.iter().filter_map(|field| match field {
            FieldName::Attribute(attribute) => Some(ItemColumn::Attribute(*attribute)),
            FieldName::Own(key) => {
                own.iter().find(|column| column.key == *key).map(|own| ItemColumn::Own(own))
            }
        });
        let shown = shown.map(|column| (column, Media::ALL)).collect();
        Self { shown, days_left: None, exact: true }
    }

    /// Changes the media that show an attribute.
    pub(super) fn show(&mut self, attribute: Attribute, media: Media) {
        if let Some((_, of)) =
            self.shown.iter_mut().find(|(shown, _)| *shown == ItemColumn::Attribute(attribute))
        {
            *of = media;
        }
    }

    /// Puts an attribute before others.
    pub(super) fn insert(&mut self, at: usize, attribute: Attribute, media: Media) {
        self.shown.insert(at, (ItemColumn::Attribute(attribute), media));
    }

    /// A table with these columns and no rows.
    pub(super) fn table(&self) -> Table {
        let mut columns = Vec::new();
        for (shown, media) in &self.shown {
            let attribute = match shown {
                ItemColumn::Attribute(attribute) => attribute,
                ItemColumn::Own(own) => {
                    columns.push(own_column(own).only_on(*media));
                    continue;
                }
            };
            // An attribute may have one column for readers and one for spreadsheets, of which a table may want one only.
            columns.extend(column::columns(*attribute).into_iter().map(|column| column.only_on(*media)));
            if *attribute == A::Deadline && self.days_left.is_some() {
                let header = Message::fixed("Còn (ngày)", "Days left");
                columns.push(Column::figures(header, "days_left").only_on(Media::READERS));
            }
        }
        Table::new(columns)
    }

    /// The row of a work item.
    pub(super) fn row(&self, found: &PlanWorkItem<'_>, sources: &Sources) -> TableRow {
        let mut cells = Vec::new();
        for (shown, _) in &self.shown {
            let attribute = match shown {
                ItemColumn::Attribute(attribute) => attribute,
                ItemColumn::Own(own) => {
                    cells.push(column::own_cell(found, own));
                    continue;
                }
            };
            column::cells(*attribute, found, sources, &mut cells);
            if *attribute == A::Deadline
                && let Some(day) = self.days_left
            {
                cells.push(Cell::or_empty(found.item.deadline, |deadline| Cell::Days(day.until(deadline))));
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
    columns: &ItemColumns<'_>,
) {
    let plan_column = || Column::words(Message::fixed("Kế hoạch", "Plan"), A::Plan.name());
    let mut push = |plan: Option<&crate::model::Plan>, rows: Vec<TableRow>| {
        let mut table = columns.table();
        table.caption = plan.filter(|_| list.plans.len() > 1).map(caption);
        if !columns.exact {
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
        push(Some(plan), own.iter().map(|found| columns.row(found, sources)).collect());
    }
}

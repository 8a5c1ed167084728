//! Bars over the months, a row for each.

use super::{Cell, Column, StatusCell, Table, TableRow};
use crate::date::{DateRange, Day};
use crate::language::Message;

/// Bars over a span of days.
#[derive(Debug, Clone, PartialEq)]
pub struct TimelineChart {
    /// The span.
    pub range: DateRange,
    /// The parts of the axis, in their order, without a gap.
    pub ticks: Vec<TimelineTick>,
    /// The day that is marked by a line, if it lies in the span.
    pub today: Option<Day>,
    /// The rows.
    pub rows: Vec<TimelineRow>,
}

/// A part of the axis: a month, a quarter, a week.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TimelineTick {
    /// Its short name.
    pub label: Message,
    /// Its days within the span.
    pub range: DateRange,
}

/// A row.
#[derive(Debug, Clone, PartialEq)]
pub enum TimelineRow {
    /// The title of the rows that follow.
    Group {
        /// Its number; may be empty.
        mark: String,
        /// Its title.
        title: Message,
    },
    /// A work item.
    Item(TimelineItem),
}

/// A work item with its bar.
#[derive(Debug, Clone, PartialEq)]
pub struct TimelineItem {
    /// The id of the row or task.
    pub id: String,
    /// Its title.
    pub title: String,
    /// The occurrence.
    pub period: Option<Message>,
    /// The unit.
    pub unit: Message,
    /// The status.
    pub status: StatusCell,
    /// The bar; none of work without days.
    pub bar: Option<TimelineBar>,
}

/// A bar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TimelineBar {
    /// The first day.
    pub first: Day,
    /// The deadline in force; of continuous work the end of the span.
    pub last: Day,
    /// The first deadline, where it was extended.
    pub original: Option<Day>,
    /// The last day of the time after the deadline, of work that is or was late.
    pub late_until: Option<Day>,
    /// The kind of bar.
    pub kind: BarKind,
}

/// The kind of a bar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum BarKind {
    /// Done.
    Done,
    /// Neither done nor dropped.
    Open,
    /// Without a deadline by its nature.
    Continuous,
    /// Dropped.
    Dropped,
}

impl TimelineChart {
    /// Returns the share of the span before the begin of a day, from 0 to 1.
    pub fn place(&self, day: Day) -> f64 {
        self.share(self.range.first.until(day))
    }

    /// Returns the share of the span before the end of a day, from 0 to 1.
    pub fn end(&self, day: Day) -> f64 {
        self.share(self.range.first.until(day) + 1)
    }

    // A span has some thousand days.
    #[allow(clippy::cast_precision_loss)]
    fn share(&self, days: i64) -> f64 {
        (days as f64 / self.range.days().max(1) as f64).clamp(0.0, 1.0)
    }

    /// Returns the days of the bars as a table, for formats that draw none.
    pub fn table(&self) -> Table {
        let words = |vi, en, key: &'static str| Column::words(Message::fixed(vi, en), key);
        let mut table = Table::new(vec![
            words("Mã", "Id", "id"),
            Column::title(Message::fixed("Nội dung", "Title"), "title"),
            words("Kỳ", "Period", "period").hide_if_all_zero(),
            words("Đơn vị", "Unit", "unit"),
            words("Từ ngày", "From", "from"),
            words("Hạn đầu", "First deadline", "due").hide_if_all_zero(),
            words("Hạn", "Deadline", "deadline"),
            words("Tình trạng", "Status", "status"),
        ]);
        table.rows.extend(self.rows.iter().map(|row| match row {
            TimelineRow::Group { mark, title } => {
                TableRow::Group { mark: mark.clone(), title: title.clone() }
            }
            TimelineRow::Item(item) => TableRow::Body(item.cells()),
        }));
        table
    }
}

impl TimelineItem {
    /// Returns the cells of its row in the table.
    fn cells(&self) -> Vec<Cell> {
        let bar = self.bar.filter(|bar| bar.kind != BarKind::Continuous);
        vec![
            Cell::text(&self.id),
            Cell::text(&self.title),
            Cell::or_empty(self.period.clone(), Cell::Message),
            Cell::Message(self.unit.clone()),
            Cell::or_empty(bar.map(|bar| bar.first), Cell::Date),
            Cell::or_empty(bar.and_then(|bar| bar.original), Cell::Date),
            Cell::or_empty(bar.map(|bar| bar.last), Cell::Date),
            Cell::Status(self.status.clone()),
        ]
    }
}

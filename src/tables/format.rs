//! The tables and their columns.

/// A table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TableName {
    /// The plans.
    Plans,
    /// The units of their registries.
    Units,
    /// The work items.
    Items,
    /// The reports on work items.
    Entries,
    /// The changes of work items.
    Changes,
    /// The targets, by value and occurrence.
    Targets,
    /// The results of targets.
    Results,
    /// The statuses of work items, by the days on which they hold.
    Spans,
    /// The days of the built-in calendar, which belong to no plan.
    Calendar,
}

/// The kind of the values of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ColumnType {
    /// Words: STRING.
    Text,
    /// Words of which most rows have others: STRING.
    Words,
    /// A day: DATE.
    Day,
    /// A whole number: INT32.
    Count,
    /// The number of a work item: INT64.
    Item,
    /// A number: DOUBLE.
    Number,
    /// True or false: BOOLEAN.
    Flag,
}

/// A column of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ColumnFormat {
    /// The name.
    pub name: &'static str,
    /// The kind of the values.
    pub column_type: ColumnType,
    /// True if rows may have no value.
    pub is_optional: bool,
}

/// A table with its columns.
#[derive(Debug, PartialEq, Eq)]
pub struct TableFormat {
    /// The name.
    pub name: &'static str,
    /// The columns, in their order.
    pub columns: &'static [ColumnFormat],
}

const fn of(name: &'static str, column_type: ColumnType) -> ColumnFormat {
    ColumnFormat { name, column_type, is_optional: false }
}

const fn maybe(name: &'static str, column_type: ColumnType) -> ColumnFormat {
    ColumnFormat { name, column_type, is_optional: true }
}

use ColumnType::{Count, Day, Flag, Item, Number, Text, Words};

const AREA: ColumnFormat = of("area", Text);
const PLAN: ColumnFormat = of("plan", Text);

static PLANS: TableFormat = TableFormat {
    name: "plans",
    columns: &[
        AREA,
        PLAN,
        of("title", Words),
        maybe("kind", Text),
        maybe("number", Words),
        maybe("issued", Day),
        maybe("issuer", Text),
        of("period_from", Day),
        of("period_to", Day),
        maybe("standing", Text),
        of("path", Words),
        of("items", Count),
    ],
};

static UNITS: TableFormat = TableFormat {
    name: "units",
    columns: &[
        AREA,
        PLAN,
        of("unit", Text),
        of("name", Text),
        of("kind", Text),
        maybe("parent", Text),
        of("starts", Day),
        of("ends", Day),
        maybe("successors", Text),
    ],
};

static ITEMS: TableFormat = TableFormat {
    name: "items",
    columns: &[
        AREA,
        PLAN,
        of("item", Item),
        of("key", Words),
        of("id", Text),
        maybe("task", Text),
        maybe("section", Text),
        maybe("section_title", Text),
        of("title", Text),
        of("unit", Text),
        maybe("period", Text),
        of("kind", Text),
        maybe("due_text", Text),
        maybe("starts", Day),
        maybe("due", Day),
        maybe("deadline", Day),
        maybe("due_soon_from", Day),
        maybe("output", Text),
        maybe("tags", Text),
    ],
};

static ENTRIES: TableFormat = TableFormat {
    name: "entries",
    columns: &[
        AREA,
        PLAN,
        of("item", Item),
        of("seq", Count),
        of("date", Day),
        of("as_of", Day),
        maybe("state", Text),
        maybe("percent", Number),
        maybe("evidence", Words),
        maybe("difficulty", Words),
        maybe("proposal", Words),
        maybe("note", Words),
        maybe("by_unit", Text),
    ],
};

static CHANGES: TableFormat = TableFormat {
    name: "changes",
    columns: &[
        AREA,
        PLAN,
        of("item", Item),
        of("seq", Count),
        of("date", Day),
        of("what", Text),
        maybe("due", Day),
        maybe("deadline", Day),
        maybe("due_soon_from", Day),
        maybe("dropped", Flag),
        maybe("lead", Text),
        maybe("by", Text),
        maybe("reason", Text),
    ],
};

static TARGETS: TableFormat = TableFormat {
    name: "targets",
    columns: &[
        AREA,
        PLAN,
        of("target", Text),
        of("title", Text),
        maybe("goal", Text),
        of("value_text", Text),
        of("comparator", Text),
        maybe("low", Number),
        maybe("high", Number),
        maybe("measure", Text),
        maybe("period", Text),
        maybe("due", Day),
        maybe("deadline", Day),
        maybe("lead", Text),
    ],
};

static RESULTS: TableFormat = TableFormat {
    name: "results",
    columns: &[
        AREA,
        PLAN,
        of("target", Text),
        maybe("period", Text),
        of("date", Day),
        of("value_text", Text),
        maybe("value", Number),
        maybe("reached", Flag),
        maybe("unit", Text),
        maybe("evidence", Words),
    ],
};

static SPANS: TableFormat = TableFormat {
    name: "spans",
    columns: &[
        AREA,
        PLAN,
        of("item", Item),
        of("starts", Day),
        of("ends", Day),
        of("status", Text),
        of("progress", Text),
        maybe("percent", Number),
        maybe("deadline", Day),
        of("extensions", Count),
        maybe("done", Day),
        maybe("reported", Day),
        of("unit", Text),
        of("answers", Text),
    ],
};

static CALENDAR: TableFormat = TableFormat {
    name: "calendar",
    columns: &[of("day", Day), of("working", Flag), of("announced", Flag), maybe("name", Text)],
};

impl TableName {
    /// The tables of plans, in the order of [`PlanRows`](super::PlanRows).
    pub const OF_PLANS: [Self; 8] = [
        Self::Plans,
        Self::Units,
        Self::Items,
        Self::Entries,
        Self::Changes,
        Self::Targets,
        Self::Results,
        Self::Spans,
    ];

    /// Returns the table with its columns.
    pub fn format(self) -> &'static TableFormat {
        match self {
            Self::Plans => &PLANS,
            Self::Units => &UNITS,
            Self::Items => &ITEMS,
            Self::Entries => &ENTRIES,
            Self::Changes => &CHANGES,
            Self::Targets => &TARGETS,
            Self::Results => &RESULTS,
            Self::Spans => &SPANS,
            Self::Calendar => &CALENDAR,
        }
    }
}

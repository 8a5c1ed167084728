//! The content of a form: sheets of typed cells.

use std::collections::BTreeMap;

use super::canonical::{cell_text, digest, number_text};
use super::column::FormColumn;
use super::sent::{SentForm, SentRow};
use crate::date::Day;
use crate::language::{Lang, Message};

/// The workbook of one unit.
#[derive(Debug, Clone, PartialEq)]
pub struct FormBook {
    /// The id of the unit.
    pub unit: String,
    /// The name of the unit.
    pub unit_name: String,
    /// The day of the form.
    pub as_of: Day,
    /// The day until which the form is expected back.
    pub reply_by: Option<Day>,
    /// The sheets: for each plan one of work items, and one of targets if there are any.
    pub sheets: Vec<FormSheet>,
}

/// A sheet of a form.
#[derive(Debug, Clone, PartialEq)]
pub struct FormSheet {
    /// The kind of its rows.
    pub kind: FormSheetKind,
    /// The name of the sheet.
    pub name: Message,
    /// The title of the plan.
    pub plan_title: String,
    /// The name of the unit to which the form is sent back.
    pub receiver: Option<String>,
    /// The columns, the hidden key first.
    pub columns: Vec<FormColumn>,
    /// The rows under their headings.
    pub lines: Vec<FormLine>,
}

/// The kind of the rows of a sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FormSheetKind {
    /// Work items.
    Work,
    /// Targets.
    Targets,
}

/// A line of a sheet.
#[derive(Debug, Clone, PartialEq)]
pub enum FormLine {
    /// The heading of a section.
    Heading {
        /// Its number.
        mark: String,
        /// Its title.
        title: Message,
    },
    /// A row.
    Row(FormRow),
}

/// A row of a sheet.
#[derive(Debug, Clone, PartialEq)]
pub struct FormRow {
    /// The key.
    pub key: String,
    /// True if the work is late.
    pub is_late: bool,
    /// The cells, one for each column.
    pub cells: Vec<FormCell>,
    /// The reports or results that the plan has, as a digest each.
    pub known: Vec<String>,
}

/// A cell.
#[derive(Debug, Clone, PartialEq)]
pub enum FormCell {
    /// Nothing.
    Empty,
    /// Words of a plan.
    Text(String),
    /// Words of the form.
    Words(Message),
    /// A number.
    Number(f64),
    /// A percentage, 0 to 100.
    Percent(f64),
    /// A day.
    Day(Day),
}

impl FormBook {
    /// Returns the number of rows of a kind.
    pub fn rows(&self, kind: FormSheetKind) -> usize {
        let sheets = self.sheets.iter().filter(|sheet| sheet.kind == kind);
        sheets.map(|sheet| sheet.rows().count()).sum()
    }

    /// Returns the identity of the form and its rows as they are sent.
    pub fn sent(&self, lang: Lang) -> SentForm {
        let mut rows = BTreeMap::new();
        for sheet in &self.sheets {
            rows.extend(sheet.rows().map(|row| (row.key.clone(), row.sent(&sheet.columns, lang))));
        }
        SentForm { unit: self.unit.clone(), as_of: self.as_of.to_string(), rows }
    }
}

impl FormSheet {
    /// The rows without the headings.
    pub fn rows(&self) -> impl Iterator<Item = &FormRow> {
        self.lines.iter().filter_map(|line| match line {
            FormLine::Row(row) => Some(row),
            FormLine::Heading { .. } => None,
        })
    }
}

impl FormRow {
    fn sent(&self, columns: &[FormColumn], lang: Lang) -> SentRow {
        let mut sent = SentRow { known: self.known.clone(), ..SentRow::default() };
        for (column, cell) in columns.iter().zip(&self.cells) {
            let text = cell.canonical(lang);
            match column {
                _ if column.input().is_some() && text.is_empty() => None,
                _ if column.input().is_some() => sent.cells.insert(column.name().to_owned(), text),
                // Numbers follow the order of rows.
                FormColumn::Key | FormColumn::Number => None,
                _ => sent.locked.insert(column.name().to_owned(), digest(&text)),
            };
        }
        sent
    }
}

impl FormCell {
    /// Words of a plan; nothing if there are none.
    pub(super) fn text(text: Option<&str>) -> Self {
        text.map(cell_text).filter(|text| !text.is_empty()).map_or(Self::Empty, Self::Text)
    }

    /// Returns the text by which the cell is compared with what comes back.
    pub(super) fn canonical(&self, lang: Lang) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Text(text) => text.clone(),
            Self::Words(words) => cell_text(words.get(lang)),
            Self::Number(number) | Self::Percent(number) => number_text(*number),
            Self::Day(day) => day.to_string(),
        }
    }
}

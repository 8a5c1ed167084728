//! The values of one column, as they are written.

use super::format::{ColumnFormat, ColumnType};
use super::value::RowValue;

/// The values of a column, and the rows that have one.
#[derive(Debug)]
pub(super) struct ColumnBuffer {
    pub(super) values: ColumnValues,
    /// For each row of an optional column 1 if it has a value, else 0.
    pub(super) levels: Option<Vec<i16>>,
}

/// The values of a column; rows without a value have none.
#[derive(Debug)]
pub(super) enum ColumnValues {
    /// Words one behind the other, and where each ends.
    Text { bytes: Vec<u8>, ends: Vec<usize> },
    /// Days and small numbers.
    Small(Vec<i32>),
    /// Numbers of work items.
    Item(Vec<i64>),
    /// Numbers.
    Number(Vec<f64>),
    /// True or false.
    Flag(Vec<bool>),
}

impl ColumnBuffer {
    /// Returns the column without rows.
    pub(super) fn new(format: &ColumnFormat) -> Self {
        let values = match format.column_type {
            ColumnType::Text | ColumnType::Words => {
                ColumnValues::Text { bytes: Vec::new(), ends: Vec::new() }
            }
            ColumnType::Day | ColumnType::Count => ColumnValues::Small(Vec::new()),
            ColumnType::Item => ColumnValues::Item(Vec::new()),
            ColumnType::Number => ColumnValues::Number(Vec::new()),
            ColumnType::Flag => ColumnValues::Flag(Vec::new()),
        };
        Self { values, levels: format.is_optional.then(Vec::new) }
    }

    /// Adds the value of the next row.
    pub(super) fn push(&mut self, cell: &RowValue<'_>) {
        if let Some(levels) = &mut self.levels {
            levels.push(i16::from(*cell != RowValue::None));
        }
        match (&mut self.values, cell) {
            (ColumnValues::Text { bytes, ends }, RowValue::Text(words)) => {
                bytes.extend_from_slice(words.as_bytes());
                ends.push(bytes.len());
            }
            (ColumnValues::Small(all), RowValue::Day(day)) => all.push(*day),
            (ColumnValues::Small(all), RowValue::Count(count)) => {
                all.push(i32::try_from(*count).unwrap_or(i32::MAX));
            }
            (ColumnValues::Item(all), RowValue::Item(item)) => {
                all.push(i64::try_from(*item).unwrap_or(i64::MAX));
            }
            (ColumnValues::Number(all), RowValue::Number(number)) => all.push(*number),
            (ColumnValues::Flag(all), RowValue::Flag(flag)) => all.push(*flag),
            (values, cell) => debug_assert!(
                *cell == RowValue::None && self.levels.is_some(),
                "{cell:?} is no value of {values:?}"
            ),
        }
    }

    /// Adds the rows of another column of the same kind; its work items are counted from `first_item`.
    pub(super) fn append(&mut self, other: &Self, first_item: i64) {
        if let (Some(levels), Some(more)) = (&mut self.levels, &other.levels) {
            levels.extend_from_slice(more);
        }
        match (&mut self.values, &other.values) {
            (ColumnValues::Text { bytes, ends }, ColumnValues::Text { bytes: more, ends: more_ends }) => {
                let before = bytes.len();
                bytes.extend_from_slice(more);
                ends.extend(more_ends.iter().map(|end| before + end));
            }
            (ColumnValues::Small(all), ColumnValues::Small(more)) => all.extend_from_slice(more),
            (ColumnValues::Item(all), ColumnValues::Item(more)) => {
                all.extend(more.iter().map(|item| first_item.saturating_add(*item)));
            }
            (ColumnValues::Number(all), ColumnValues::Number(more)) => all.extend_from_slice(more),
            (ColumnValues::Flag(all), ColumnValues::Flag(more)) => all.extend_from_slice(more),
            (values, more) => debug_assert!(false, "{more:?} are no values of {values:?}"),
        }
    }

    /// Returns the number of bytes of its words.
    pub(super) fn text_len(&self) -> usize {
        match &self.values {
            ColumnValues::Text { bytes, .. } => bytes.len(),
            _ => 0,
        }
    }
}

//! The rows of the built-in calendar.

use super::table::TableRows;
use crate::date::{Calendar, Day};
use crate::tables::format::TableName;
use crate::tables::value::RowValue;

/// The first and the last day of the table.
const DAYS: [(i32, u32, u32); 2] = [(2000, 1, 1), (2099, 12, 31)];

/// Returns the days of 2000–2099 in the built-in calendar.
pub fn calendar_rows() -> TableRows {
    let calendar = Calendar::vietnam();
    let mut rows = TableRows::new(TableName::Calendar);
    let [first, last] = DAYS.map(|(year, month, day)| Day::new(year, month, day));
    let days = std::iter::successors(first, |day| Some(day.next()));
    for day in days.take_while(|day| Some(*day) <= last) {
        rows.push(&[
            day.into(),
            calendar.is_working(day).into(),
            calendar.knows(day.year()).into(),
            calendar.special(day).map(|special| RowValue::from(&*special.name)).into(),
        ]);
    }
    rows
}

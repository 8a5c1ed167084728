//! A row of a target → the values of a result.

use super::said::new_results;
use super::sheet::ReturnedRow;
use super::words;
use super::work_row::{RowFinding, RowOutcome};
use crate::date::Day;
use crate::form::SentRow;
use crate::language::Message;
use crate::model::{Plan, Target, UnitIx};
use crate::parse::Key;
use crate::parse::emit::NewValue;

/// A row with its target.
pub(super) struct TargetReply<'r> {
    pub(super) plan: &'r Plan,
    pub(super) target: &'r Target,
    pub(super) unit: UnitIx,
    pub(super) row: &'r ReturnedRow<'r>,
    pub(super) sent: &'r SentRow,
    /// The day of the report, for a figure without a day of its own.
    pub(super) date: Day,
}

impl TargetReply<'_> {
    /// Reads the row, and returns the day of the figure as well.
    pub(super) fn read(&self) -> (RowOutcome, Day) {
        let mut outcome = RowOutcome::default();
        let mut findings = Vec::new();
        let mut refuse = |column: &str, message: Message| {
            findings.push(RowFinding { column: column.to_owned(), is_refused: true, message });
        };
        let cell = |column: &str| self.row.cells.get(column).map(|cell| &cell.value);
        let mut read = |column: &str| {
            cell(column)
                .map(words::text)
                .transpose()
                .map_err(|message| refuse(column, message))
                .ok()
                .flatten()
        };
        let (value, evidence) = (read("value"), read("evidence"));
        let day = cell("date").map(words::day).transpose().map_err(|message| refuse("date", message));
        let day = day.unwrap_or_default();
        if day.is_some_and(|day| day > self.date) {
            refuse(
                "date",
                Message::fixed("ngày của số liệu sau ngày báo cáo", "the day is after that of the report"),
            );
        }
        let is_filled = ["value", "date", "evidence"].into_iter().any(|column| cell(column).is_some());
        if is_filled && cell("value").is_none() {
            refuse("value", Message::fixed("chưa ghi kết quả", "the result is missing"));
        }
        let date = day.unwrap_or(self.date);
        outcome.is_changed = is_filled;
        outcome.findings = findings;
        let is_new = |value: &String| !outcome.is_refused() && !self.is_said(value, evidence.as_deref(), day);
        if let Some(value) = value.filter(is_new) {
            outcome.entry.values.push((Key::Value, NewValue::Text(value)));
            let evidence = evidence.map(|evidence| (Key::Evidence, NewValue::Text(evidence)));
            outcome.entry.values.extend(evidence);
        }
        (outcome, date)
    }

    /// Returns true if the plan has got the same figure since the form was sent.
    fn is_said(&self, value: &str, evidence: Option<&str>, day: Option<Day>) -> bool {
        let results = new_results(self.plan, self.target, &self.sent.known);
        results.iter().any(|result| {
            result.text == value
                && result.unit == Some(self.unit)
                && result.evidence.as_deref() == evidence
                && day.is_none_or(|day| day == result.date)
        })
    }
}

//! A row of a work item → the values of a report.

use super::said::{SaidValue, Standing, new_reports, standing};
use super::sheet::ReturnedRow;
use super::words;
use crate::date::Day;
use crate::edit::party_id;
use crate::form::canonical::{cell_text, number_text};
use crate::form::read::FilledValue;
use crate::form::{FormResult, SentRow};
use crate::language::Message;
use crate::message;
use crate::model::{OwnType, Plan, ReportState, UnitIx, WorkItem};
use crate::parse::Key;
use crate::parse::emit::{DayForm, NewValue};
use crate::sanitize::quoted;

/// A fault or remark at a column of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct RowFinding {
    pub(super) column: String,
    pub(super) is_refused: bool,
    pub(super) message: Message,
}

/// The values of an entry that a row asks for; the columns from which they come have the names of their keys.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct RowEntry {
    pub(super) values: Vec<(Key, NewValue)>,
    pub(super) own: Vec<(String, NewValue)>,
}

/// The values that a row asks for, and the findings on it.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct RowOutcome {
    /// The entry; empty if there is nothing new.
    pub(super) entry: RowEntry,
    pub(super) findings: Vec<RowFinding>,
    /// True if a cell differs from what was sent.
    pub(super) is_changed: bool,
}

impl RowEntry {
    pub(super) fn is_empty(&self) -> bool {
        self.values.is_empty() && self.own.is_empty()
    }
}

impl RowOutcome {
    /// Returns true if something of the row is refused.
    pub(super) fn is_refused(&self) -> bool {
        self.findings.iter().any(|finding| finding.is_refused)
    }

    fn refuse(&mut self, column: &str, message: Message) {
        self.findings.push(RowFinding { column: column.to_owned(), is_refused: true, message });
    }

    fn note(&mut self, column: &str, message: Message) {
        self.findings.push(RowFinding { column: column.to_owned(), is_refused: false, message });
    }
}

/// A row with its place in the plan.
pub(super) struct WorkReply<'r> {
    pub(super) plan: &'r Plan,
    pub(super) work_item: &'r WorkItem,
    pub(super) unit: UnitIx,
    /// True if several units answer for the work together.
    pub(super) is_shared: bool,
    pub(super) row: &'r ReturnedRow<'r>,
    pub(super) sent: &'r SentRow,
    /// The day of the report.
    pub(super) date: Day,
}

/// A cell: its value, and whether it differs from what was sent.
struct InputCell<T> {
    value: Option<T>,
    is_changed: bool,
}

impl WorkReply<'_> {
    /// Reads the row.
    pub(super) fn read(&self) -> RowOutcome {
        let mut outcome = RowOutcome::default();
        let result = self.cell("result", &mut outcome, words::result, |result| *result);
        let done_on = self.cell("done_on", &mut outcome, words::day, |day| *day);
        let mut said = self.texts_and_numbers(&mut outcome);
        outcome.is_changed =
            result.is_changed || done_on.is_changed || !said.is_empty() || outcome.is_refused();
        if let Some((state, note)) = self.state(&result, &done_on, &mut outcome) {
            said.insert(0, ("state".to_owned(), state));
            if let Some(note) = note {
                said.retain(|(key, _)| key != "evidence");
                said.push(("evidence".to_owned(), SaidValue::Text(note)));
            }
        }
        if outcome.is_refused() || said.is_empty() {
            return outcome;
        }
        self.settle(said, &result, &done_on, &mut outcome);
        outcome
    }

    /// The columns of words and numbers that differ from what was sent.
    fn texts_and_numbers(&self, outcome: &mut RowOutcome) -> Vec<(String, SaidValue)> {
        let mut said = Vec::new();
        let percent = self.cell("percent", outcome, words::percent, |percent| *percent);
        said.extend(percent.changed().map(|percent| ("percent".to_owned(), SaidValue::Number(percent))));
        for column in ["evidence", "difficulty", "proposal"] {
            let text = self.cell(column, outcome, words::text, Clone::clone);
            said.extend(text.changed().map(|text| (column.to_owned(), SaidValue::Text(text))));
        }
        for column in self.plan.columns.iter().filter(|column| column.form) {
            let key = column.key.as_str();
            let value = match column.own_type {
                OwnType::Text => {
                    self.cell(key, outcome, words::text, Clone::clone).changed().map(SaidValue::Text)
                }
                OwnType::Number => self
                    .cell(key, outcome, words::plain_number, |number| *number)
                    .changed()
                    .map(SaidValue::Number),
                OwnType::Day => self.cell(key, outcome, words::day, |day| *day).changed().map(SaidValue::Day),
                OwnType::Unit => {
                    let unit = |value: &FilledValue| {
                        let words = words::text(value)?;
                        let id = party_id(self.plan, &words).map(str::to_owned);
                        id.ok_or_else(|| {
                            let words = quoted(&words);
                            message!("không có đơn vị {words}", "there is no unit {words}")
                        })
                    };
                    self.cell(key, outcome, unit, Clone::clone).changed().map(SaidValue::Text)
                }
            };
            said.extend(value.map(|value| (column.key.clone(), value)));
        }
        said
    }

    /// The state that the row says, and the evidence that the choice of a result is by itself.
    fn state(
        &self,
        result: &InputCell<FormResult>,
        done_on: &InputCell<Day>,
        outcome: &mut RowOutcome,
    ) -> Option<(SaidValue, Option<String>)> {
        let is_unread =
            outcome.findings.iter().any(|found| ["result", "done_on"].contains(&found.column.as_str()));
        if is_unread || (!result.is_changed && !done_on.is_changed) {
            return None;
        }
        let day = done_on.value;
        if day.is_some_and(|day| day > self.date) {
            outcome.refuse(
                "done_on",
                Message::fixed("ngày hoàn thành sau ngày báo cáo", "the day is after that of the report"),
            );
            return None;
        }
        let without_day = |state| Some((SaidValue::State(state, None), None));
        match result.value {
            Some(FormResult::Done) if day.is_none() => {
                outcome.refuse(
                    "done_on",
                    Message::fixed(
                        "Đã hoàn thành thì phải có ngày hoàn thành",
                        "work that is done needs the day on which it was done",
                    ),
                );
                None
            }
            Some(FormResult::Done) => Some((SaidValue::State(ReportState::Done, day), None)),
            Some(FormResult::NothingArose) => {
                let none = FormResult::NothingArose.name().get(crate::language::Lang::Vi).to_owned();
                let typed = self.row.cells.get("evidence").and_then(|cell| words::text(&cell.value).ok());
                let evidence = match typed.filter(|typed| !typed.is_empty()) {
                    Some(typed) => format!("{none}; {typed}"),
                    None => none,
                };
                Some((SaidValue::State(ReportState::Done, day), Some(evidence)))
            }
            _ if done_on.is_changed && day.is_some() => {
                outcome.refuse(
                    "done_on",
                    Message::fixed(
                        "ngày hoàn thành chỉ đi với kết quả Đã hoàn thành",
                        "a day goes with the result Done only",
                    ),
                );
                None
            }
            Some(FormResult::InProgress) => without_day(ReportState::Started),
            Some(FormResult::Paused) => without_day(ReportState::Paused),
            Some(FormResult::NotStarted) => {
                if self.sent.cells.contains_key("result") {
                    outcome.note(
                        "result",
                        Message::fixed(
                            "Chưa thực hiện không được ghi; báo cáo trước vẫn giữ nguyên",
                            "Not started is not recorded; the earlier report stays",
                        ),
                    );
                }
                None
            }
            None => None,
        }
    }

    /// Leaves out values that the plan has already, refuses those that newer reports contradict, and makes the entry.
    fn settle(
        &self,
        mut said: Vec<(String, SaidValue)>,
        result: &InputCell<FormResult>,
        done_on: &InputCell<Day>,
        outcome: &mut RowOutcome,
    ) {
        let reports = new_reports(self.plan, self.work_item, self.unit, self.is_shared, &self.sent.known);
        let of_key = |key: &str, value: &SaidValue| standing(self.plan, &reports, key, value);
        let contradicted: Vec<String> = said
            .iter()
            .filter(|(key, value)| of_key(key, value) == Standing::Contradicted)
            .map(|(key, _)| key.clone())
            .collect();
        if !contradicted.is_empty() {
            for key in contradicted {
                outcome.refuse(column(&key), Message::fixed(
                    "kế hoạch đã có báo cáo khác từ khi gửi biểu; ghi bằng plan record nếu vẫn đúng",
                    "the plan has got another report since the form was sent; use plan record if this one holds",
                ));
            }
            return;
        }
        let all = said.len();
        let state = said.first().filter(|(key, _)| key == "state").cloned();
        said.retain(|(key, value)| of_key(key, value) == Standing::New);
        if said.len() == all && !reports.is_empty() {
            outcome.note(
                "key",
                Message::fixed(
                    "kế hoạch đã có báo cáo mới hơn biểu này; vẫn ghi ô đơn vị đã sửa",
                    "the plan has got reports since the form was sent; the changed cells are taken",
                ),
            );
        }
        if said.iter().all(|(key, _)| key == "evidence") && !said.is_empty() {
            // Evidence alone is no report: it goes with the state that it is of.
            let shown = || shown_state(result, done_on);
            let Some(state) = state.map(|(_, state)| state).or_else(shown) else {
                outcome.refuse(
                    "evidence",
                    Message::fixed("có minh chứng thì phải chọn kết quả", "evidence needs a result"),
                );
                return;
            };
            said.insert(0, ("state".to_owned(), state));
        }
        outcome.entry = entry(said);
    }

    /// Reads a cell. An empty one says nothing, and one as it was sent is not read anew.
    fn cell<T>(
        &self,
        column: &str,
        outcome: &mut RowOutcome,
        read: impl Fn(&FilledValue) -> Result<T, Message>,
        copy: impl Fn(&T) -> T,
    ) -> InputCell<T>
    where
        T: CanonicalValue,
    {
        let empty = InputCell { value: None, is_changed: false };
        let Some(cell) = self.row.cells.get(column) else { return empty };
        let sent = self.sent.cells.get(column).map(String::as_str);
        let raw = match &cell.value {
            FilledValue::Text(text) => Some(cell_text(text)),
            _ => None,
        };
        let is_as_sent = sent.is_some() && raw.as_deref() == sent;
        match read(&cell.value) {
            Ok(value) => {
                let is_changed = !is_as_sent && !sent.is_some_and(|sent| value.is_same(sent));
                InputCell { value: Some(copy(&value)), is_changed }
            }
            Err(_) if is_as_sent => empty,
            Err(message) => {
                outcome.refuse(column, message);
                empty
            }
        }
    }
}

impl<T> InputCell<T> {
    fn changed(self) -> Option<T> {
        self.value.filter(|_| self.is_changed)
    }
}

/// A value that is compared with the text of a cell as it was sent.
trait CanonicalValue {
    fn is_same(&self, sent: &str) -> bool;
}

impl CanonicalValue for String {
    fn is_same(&self, sent: &str) -> bool {
        self == sent
    }
}

impl CanonicalValue for f64 {
    fn is_same(&self, sent: &str) -> bool {
        number_text(*self) == sent
    }
}

impl CanonicalValue for Day {
    fn is_same(&self, sent: &str) -> bool {
        self.to_string() == sent
    }
}

impl CanonicalValue for FormResult {
    fn is_same(&self, sent: &str) -> bool {
        crate::language::Lang::ALL.iter().any(|lang| self.name().get(*lang) == sent)
    }
}

/// The state that the cells show, changed or not.
fn shown_state(result: &InputCell<FormResult>, done_on: &InputCell<Day>) -> Option<SaidValue> {
    match result.value? {
        FormResult::Done | FormResult::NothingArose => {
            done_on.value.map(|day| SaidValue::State(ReportState::Done, Some(day)))
        }
        FormResult::InProgress => Some(SaidValue::State(ReportState::Started, None)),
        FormResult::Paused => Some(SaidValue::State(ReportState::Paused, None)),
        FormResult::NotStarted => None,
    }
}

/// The column from which the value of a key comes.
fn column(key: &str) -> &str {
    if key == "state" { "result" } else { key }
}

fn entry(said: Vec<(String, SaidValue)>) -> RowEntry {
    let mut entry = RowEntry::default();
    for (key, value) in said {
        let written = match value {
            SaidValue::State(state, day) => {
                entry.values.push((Key::State, NewValue::Text(state.as_str().to_owned())));
                entry.values.extend(day.map(|day| (Key::AsOf, NewValue::Day(day, DayForm::default()))));
                continue;
            }
            SaidValue::Text(text) => NewValue::Text(text),
            SaidValue::Number(number) => NewValue::Number(number),
            SaidValue::Day(day) => NewValue::Day(day, DayForm::default()),
        };
        match key.as_str() {
            "percent" => entry.values.push((Key::Percent, written)),
            "evidence" => entry.values.push((Key::Evidence, written)),
            "difficulty" => entry.values.push((Key::Difficulty, written)),
            "proposal" => entry.values.push((Key::Proposal, written)),
            _ => entry.own.push((key, written)),
        }
    }
    entry
}

//! One form that came back → its rows, and the findings on cells that are no rows.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::finding::{CellFinding, CellPlace, FindingWeight};
use super::keys::PlanKeys;
use super::sheet::{ReturnedRow, ReturnedSheet};
use super::target_row::TargetReply;
use super::words::serial_day;
use super::work_row::{RowEntry, RowOutcome, WorkReply};
use crate::date::Day;
use crate::form::canonical::{cell_text, digest, number_text};
use crate::form::read::{FilledBook, FilledCell, FilledSheet, FilledValue, NumberUse};
use crate::form::{FormColumn, SentForm, SentRow};
use crate::language::Message;
use crate::message;
use crate::model::{Holder, Successions, UnitIx};
use crate::parse::Key;
use crate::sanitize::quoted;

/// A row of a form with what it asks for.
pub(super) struct GatheredRow {
    pub(super) file: String,
    pub(super) sheet: String,
    /// The row, from 0.
    pub(super) row: u32,
    /// The columns by their names.
    columns: BTreeMap<String, u32>,
    pub(super) key: String,
    pub(super) unit: String,
    pub(super) is_result: bool,
    /// The occurrence of a target.
    pub(super) period: Option<String>,
    /// The day of a figure.
    pub(super) figure_day: Option<Day>,
    pub(super) outcome: RowOutcome,
    /// True if something beside its cells keeps the row from being taken.
    pub(super) is_refused: bool,
}

impl GatheredRow {
    /// Returns true if the row becomes an entry.
    pub(super) fn is_taken(&self) -> bool {
        !self.is_refused && !self.outcome.is_refused() && !self.outcome.entry.is_empty()
    }

    /// The place of a column of the row. The column of keys is hidden: for it, and for what is no column, stands that
    /// of the first value of the entry, or else the id.
    pub(super) fn place(&self, column: &str) -> CellPlace {
        let is_shown = |name: &&&str| **name != FormColumn::Key.name();
        let names = [column, self.first_column(), FormColumn::Id.name()];
        let column = names.iter().filter(is_shown).find_map(|name| self.columns.get(*name));
        CellPlace::cell(&self.file, &self.sheet, self.row, column.copied().unwrap_or(0))
    }

    /// The column of the first value of the entry.
    fn first_column(&self) -> &str {
        let RowEntry { values, own } = &self.outcome.entry;
        match values.first() {
            Some((Key::State, _)) => FormColumn::Result.name(),
            Some((Key::AsOf, _)) => FormColumn::DoneOn.name(),
            Some((key, _)) => key.name(),
            None => own.first().map_or(FormColumn::Key.name(), |(key, _)| key),
        }
    }

    pub(super) fn finding(&self, place: CellPlace, weight: FindingWeight, message: Message) -> CellFinding {
        CellFinding { place, weight, message, unit: Some(self.unit.clone()) }
    }

    /// The source of the entry: the file without its folders, the sheet and the row.
    pub(super) fn source(&self) -> String {
        let file = self.file.rsplit('/').next().unwrap_or_default();
        let (file, sheet) = (cell_text(file), cell_text(&self.sheet));
        format!("{file}, {sheet}, dòng {}", u64::from(self.row) + 1)
    }
}

/// A form with its identity.
pub(super) struct FormReader<'f> {
    pub(super) file: &'f str,
    pub(super) sent: &'f SentForm,
    /// The day of the reports.
    pub(super) date: Day,
    /// The ids of the plans with errors.
    pub(super) invalid: &'f HashSet<&'f str>,
}

/// The maximum number of cells outside a form that are reported one by one.
const OUTSIDE: usize = 5;

impl FormReader<'_> {
    /// Reads the rows of a workbook.
    pub(super) fn read(
        &self,
        book: &FilledBook,
        keys: &mut HashMap<&str, PlanKeys<'_>>,
    ) -> (Vec<GatheredRow>, Vec<CellFinding>) {
        let (mut rows, mut findings) = (Vec::new(), Vec::new());
        if !keys.is_empty() && !keys.values().any(|keys| keys.plan.unit_by_id(&self.sent.unit).is_some()) {
            let unit = quoted(&self.sent.unit);
            let message = message!("không kế hoạch nào có đơn vị {unit}", "no plan has the unit {unit}");
            return (rows, vec![self.refusal(CellPlace::file(self.file), message)]);
        }
        for sheet in &book.sheets {
            self.sheet(sheet, keys, &mut rows, &mut findings);
        }
        self.refuse_doubles(&mut rows, &mut findings);
        for row in &rows {
            findings.extend(row.outcome.findings.iter().map(|found| {
                let weight = if found.is_refused { FindingWeight::Refused } else { FindingWeight::Noted };
                row.finding(row.place(&found.column), weight, found.message.clone())
            }));
        }
        (rows, findings)
    }

    fn sheet(
        &self,
        sheet: &FilledSheet,
        keys: &mut HashMap<&str, PlanKeys<'_>>,
        rows: &mut Vec<GatheredRow>,
        findings: &mut Vec<CellFinding>,
    ) {
        let at = |row: u32, column: u32| CellPlace::cell(self.file, &sheet.name, row, column);
        if let Some((row, column)) = sheet.broken_after {
            findings.push(self.refusal(
                at(row, column),
                Message::fixed(
                    "từ sau ô này không đọc được; gửi lại tệp khác",
                    "nothing can be read behind this cell; ask for another copy",
                ),
            ));
        }
        let Some(form) = ReturnedSheet::of(sheet) else {
            findings.extend(sheet.cells.first().map(|cell| {
                let message = if is_named_by_program(&sheet.name) {
                    Message::fixed(
                        "cột A hoặc các dòng ẩn trên đầu bảng đã bị xóa, không nhận trang này; điền lại vào biểu đã gửi",
                        "column A or the hidden rows above the head are gone, the sheet is not taken; fill in the form as it was sent",
                    )
                } else {
                    Message::fixed(
                        "trang tính này không thuộc biểu; không nhận",
                        "the sheet is no part of the form; it is not taken",
                    )
                };
                self.refusal(at(cell.row, cell.column), message)
            }));
            return;
        };
        if !is_named_by_program(&sheet.name) {
            let message =
                Message::fixed("trang tính đã đổi tên; vẫn nhận", "the sheet has another name; it is taken");
            findings.extend(form.rows.first().map(|row| self.note(at(row.row, form.column("key")), message)));
        }
        findings.extend(form.outside.iter().take(OUTSIDE).map(|cell| {
            let message = Message::fixed(
                "ô nằm ngoài biểu; không nhận",
                "the cell lies outside the form; it is not taken",
            );
            self.refusal(at(cell.row, cell.column), message)
        }));
        for row in &form.rows {
            self.row(&form, row, keys, rows, findings);
        }
    }

    fn row(
        &self,
        form: &ReturnedSheet<'_>,
        row: &ReturnedRow<'_>,
        keys: &mut HashMap<&str, PlanKeys<'_>>,
        rows: &mut Vec<GatheredRow>,
        findings: &mut Vec<CellFinding>,
    ) {
        let key_place = CellPlace::cell(self.file, form.name, row.row, form.column("key"));
        let Some(key) = row.key else {
            findings.extend(self.added_row(form, row));
            return;
        };
        let refuse = |message| self.refusal(key_place.clone(), message);
        let Some(sent) = self.sent.rows.get(key) else {
            let key = quoted(key);
            findings.push(refuse(message!(
                "khóa {key} không có trong biểu đã gửi cho đơn vị; dòng này không nhận",
                "the key {key} is not on the form that the unit was sent; the row is not taken"
            )));
            return;
        };
        let plan_id = key.split('/').next().unwrap_or_default();
        let Some(keys) = keys.get_mut(plan_id) else {
            let plan = quoted(plan_id);
            findings.push(refuse(if self.invalid.contains(plan_id) {
                message!(
                    "kế hoạch {plan} đang có lỗi; chạy plan validate",
                    "the plan {plan} has errors; run plan validate"
                )
            } else {
                message!("biểu của kế hoạch khác: {plan}", "a form of another plan: {plan}")
            }));
            return;
        };
        let unit = keys.plan.unit_by_id(&self.sent.unit);
        let read = unit.and_then(|unit| self.outcome(form, row, key, unit, sent, keys));
        let Some((outcome, is_result, period, figure_day)) = read else {
            findings.push(refuse(Message::fixed(
                "kế hoạch không còn việc này, hoặc không còn của đơn vị",
                "the plan has no such work any more, or not of this unit",
            )));
            return;
        };
        findings.extend(self.changed_locks(form, row, sent));
        rows.push(GatheredRow {
            file: self.file.to_owned(),
            sheet: form.name.to_owned(),
            row: row.row,
            columns: form.columns.iter().map(|(name, column)| ((*name).to_owned(), *column)).collect(),
            key: key.to_owned(),
            unit: self.sent.unit.clone(),
            is_result,
            period,
            figure_day,
            outcome,
            is_refused: false,
        });
    }

    /// Reads the cells of a row; none if the plan has no such work of the unit.
    fn outcome(
        &self,
        form: &ReturnedSheet<'_>,
        row: &ReturnedRow<'_>,
        key: &str,
        unit: UnitIx,
        sent: &SentRow,
        keys: &mut PlanKeys<'_>,
    ) -> Option<(RowOutcome, bool, Option<String>, Option<Day>)> {
        let plan = keys.plan;
        if form.columns.contains_key(FormColumn::Value.name()) {
            let (target, period) = keys.target(key)?;
            let target = plan.target(target);
            let (outcome, day) = TargetReply { plan, target, unit, row, sent, date: self.date }.read();
            return Some((outcome, true, period.map(str::to_owned), Some(day)));
        }
        let work_item = plan.work_item(keys.work_item(key)?);
        let answering = plan.answering(&Successions::of_one_day(), work_item, self.date, None);
        if !answering.contains(&unit) {
            return None;
        }
        let is_shared = !matches!(work_item.holder, Holder::Unit(_));
        let outcome = WorkReply { plan, work_item, unit, is_shared, row, sent, date: self.date }.read();
        Some((outcome, false, None, None))
    }

    /// The finding on a row without a key in which something is filled in.
    fn added_row(&self, form: &ReturnedSheet<'_>, row: &ReturnedRow<'_>) -> Option<CellFinding> {
        let mut filled: Vec<&FilledCell> = row
            .cells
            .iter()
            .filter(|(name, _)| **name != "key" && is_input(name))
            .map(|(_, cell)| *cell)
            .collect();
        filled.sort_by_key(|cell| cell.column);
        let by_key = row.cells.get("key").copied();
        let cell = by_key.or(filled.first().copied())?;
        let place = CellPlace::cell(self.file, form.name, cell.row, cell.column);
        Some(self.refusal(
            place,
            Message::fixed(
                "dòng thêm bằng tay hoặc mất khóa; không nhận",
                "a row added by hand, or without its key; it is not taken",
            ),
        ))
    }

    /// Refuses all rows of a key that stands in several.
    fn refuse_doubles(&self, rows: &mut [GatheredRow], findings: &mut Vec<CellFinding>) {
        let mut first: HashMap<String, usize> = HashMap::new();
        for at in 0..rows.len() {
            let Some(earlier) = first.get(&rows[at].key).copied() else {
                first.insert(rows[at].key.clone(), at);
                continue;
            };
            let shown = rows[earlier].place("key").to_string();
            let place = rows[at].place("key");
            rows[earlier].is_refused = true;
            rows[at].is_refused = true;
            findings.push(self.refusal(
                place,
                message!(
                    "dòng này có hai lần, lần trước ở {shown}; không nhận dòng nào",
                    "the row stands there twice, first at {shown}; neither is taken"
                ),
            ));
        }
    }

    /// The locked cells that differ from what was sent.
    fn changed_locks(
        &self,
        form: &ReturnedSheet<'_>,
        row: &ReturnedRow<'_>,
        sent: &SentRow,
    ) -> Vec<CellFinding> {
        let mut changed = Vec::new();
        for (name, expected) in &sent.locked {
            let Some(column) = form.columns.get(name.as_str()) else { continue };
            let cell = row.cells.get(name.as_str());
            if !locked_texts(cell.map(|cell| &cell.value)).iter().any(|text| digest(text) == *expected) {
                let place = CellPlace::cell(self.file, form.name, row.row, *column);
                let message =
                    Message::fixed("ô khóa đã bị sửa; không tính", "a locked cell is changed; it is ignored");
                changed.push(self.note(place, message));
            }
        }
        changed
    }

    fn refusal(&self, place: CellPlace, message: Message) -> CellFinding {
        CellFinding { place, weight: FindingWeight::Refused, message, unit: Some(self.sent.unit.clone()) }
    }

    fn note(&self, place: CellPlace, message: Message) -> CellFinding {
        CellFinding { place, weight: FindingWeight::Noted, message, unit: Some(self.sent.unit.clone()) }
    }
}

/// The texts that a locked cell may have been sent with.
pub(super) fn locked_texts(value: Option<&FilledValue>) -> Vec<String> {
    match value {
        None => vec![String::new()],
        Some(FilledValue::Text(text)) => vec![cell_text(text)],
        Some(FilledValue::Number(number, number_use)) => {
            let day = serial_day(*number).map(|day| day.to_string());
            let share = (*number_use == NumberUse::Percent).then(|| number_text(number * 100.0));
            [Some(number_text(*number)), day, share].into_iter().flatten().collect()
        }
        Some(FilledValue::Bool(_) | FilledValue::Error(_) | FilledValue::Uncomputed) => Vec::new(),
    }
}

/// Returns true for the name of a column that a unit fills in.
pub(super) fn is_input(name: &str) -> bool {
    let columns = FormColumn::WORK.iter().chain(&FormColumn::TARGETS);
    name.starts_with("x-")
        || columns.filter(|column| column.input().is_some()).any(|column| column.name() == name)
}

/// Returns true for a name that a sheet of a form may have.
fn is_named_by_program(name: &str) -> bool {
    ["Báo cáo", "Report", "Chỉ tiêu", "Targets"].iter().any(|own| name.starts_with(own))
}

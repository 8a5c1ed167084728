//! An annex as sections and rows, or as targets.

use std::collections::BTreeSet;

use super::cell::{due_words, own_key, unit_cell};
use super::column::ColumnRole;
use super::head::{TableHead, table_head};
use super::row::{TableRecord, records};
use crate::import::block::{SourceGrid, SourcePlace};
use crate::import::clean::letters;
use crate::import::free_id::free_id;
use crate::import::marker::Marker;
use crate::import::plan::{Doubt, ImportedAnnex, ImportedSection, ImportedTask, ImportedWork};
use crate::import::title::title_of;
use crate::import::units::UnitRegistry;
use crate::import::when::DueReader;
use crate::language::Message;
use crate::message;

/// The beginning of the ids of a document that is nothing but tables.
pub(in crate::import) const WHOLE: &str = "NV";

/// A reader of the tables of one annex.
pub(in crate::import) struct AnnexReader<'a> {
    /// The units so far.
    pub(in crate::import) units: &'a mut UnitRegistry,
    /// The ids of all entries so far.
    pub(in crate::import) ids: &'a mut BTreeSet<String>,
    /// The reader of deadlines in the plan's period.
    pub(in crate::import) due: &'a DueReader,
    /// The own columns so far: key and title.
    pub(in crate::import) columns: &'a mut Vec<(String, String)>,
    /// The words without an entry, with their places.
    pub(in crate::import) left: &'a mut Vec<(SourcePlace, String)>,
    /// The section under which the rows stand.
    pub(in crate::import) root: String,
    /// The beginning of the ids of rows and targets.
    pub(in crate::import) prefix: String,
    /// The place of the annex in words.
    pub(in crate::import) source: String,
}

/// The groups around a row: the section, and the marker of its group row.
#[derive(Default)]
struct OpenGroups {
    sections: Vec<(Option<Marker>, String)>,
    count: usize,
}

impl AnnexReader<'_> {
    /// Reads a table into the annex; returns false for one without a head that is known.
    pub(in crate::import) fn table(&mut self, grid: &SourceGrid, annex: &mut ImportedAnnex) -> bool {
        let Some(head) = table_head(grid) else { return false };
        annex.opening.extend(head.above.iter().cloned());
        let headers: Vec<&str> = head.columns.iter().map(|(header, _)| header.as_str()).collect();
        annex.opening.push(headers.join(" | "));
        let records = records(grid, &head);
        if head.is_targets {
            self.targets(&head, &records, annex);
        } else {
            self.rows(&head, &records, annex);
        }
        true
    }

    fn rows(&mut self, head: &TableHead, records: &[TableRecord], annex: &mut ImportedAnnex) {
        let mut groups = OpenGroups::default();
        let is_open = |(header, role): &&(String, ColumnRole)| {
            *role == ColumnRole::Own && (header.contains("hời gian") || header.contains("hời hạn"))
        };
        let has_due = head.columns.iter().any(|(_, role)| *role == ColumnRole::Due);
        let has_several_deadlines = !has_due && head.columns.iter().filter(is_open).count() > 1;
        let mut count = annex.rows.len();
        for record in records {
            if record.is_group {
                self.group(head, record, &mut groups, annex);
                continue;
            }
            while groups
                .sections
                .last()
                .is_some_and(|(marker, _)| !is_below(marker.as_ref(), record.marker.as_ref()))
            {
                groups.sections.pop();
            }
            count += 1;
            let section = groups.sections.last().map_or(self.root.clone(), |(_, section)| section.clone());
            let number = record.marker.as_ref().filter(|marker| !marker.is_bullet()).map(Marker::id);
            let is_inner = matches!(record.marker, Some(Marker::Letter(_)));
            let base = match number {
                Some(number) if is_inner => format!("{section}-{number}"),
                Some(number) => format!("{}-{}", self.prefix, padded(&number)),
                None => format!("{}-{count:02}", self.prefix),
            };
            let id = self.free(&base);
            let title = record.words(head, &ColumnRole::Title).unwrap_or_default().replace('\n', " ");
            let mut row = ImportedTask {
                id,
                section: Some(section),
                title: if title.is_empty() { "…".to_owned() } else { title_of(&title) },
                source: self.place(record, count),
                place: record.place,
                ..ImportedTask::default()
            };
            row.text = Some(title).filter(|text| *text != row.title && !text.is_empty());
            let (work, notes, doubts) = self.work(head, record);
            row.work = work;
            if has_several_deadlines {
                row.doubts.push(doubt(
                    "due",
                    "bảng có nhiều cột thời hạn: chọn cột nào?",
                    "the table has several columns of deadlines: which one holds?",
                ));
            }
            row.own = self.own(head, record);
            let note = record.words(head, &ColumnRole::Note).map(|words| words.replace('\n', " "));
            let notes: Vec<String> = notes.into_iter().chain(note).collect();
            row.note = (!notes.is_empty()).then(|| notes.join("; "));
            let said = [Some(&row.title), row.text.as_ref(), row.work.due.as_ref(), row.work.output.as_ref()];
            let said = said.into_iter().flatten().chain(row.own.iter().map(|(_, value)| value));
            let said: Vec<&str> = said.map(String::as_str).collect();
            row.note = with_rest(head, record, &said, row.note.take());
            row.doubts.extend(doubts);
            if row.title == "…" {
                row.doubts.push(doubt("title", "dòng không có nội dung", "the row has no words"));
            }
            annex.rows.push(row);
        }
    }

    fn group(
        &mut self,
        head: &TableHead,
        record: &TableRecord,
        groups: &mut OpenGroups,
        annex: &mut ImportedAnnex,
    ) {
        while groups.sections.last().is_some_and(|(marker, _)| {
            marker.is_none() && record.marker.is_none() || !is_below(marker.as_ref(), record.marker.as_ref())
        }) {
            groups.sections.pop();
        }
        groups.count += 1;
        let above = groups.sections.last().map_or(self.root.clone(), |(_, section)| section.clone());
        let own = record.marker.as_ref().map_or_else(|| format!("N{}", groups.count), Marker::id);
        let id = self.free(&format!("{above}.{own}"));
        let (defaults, notes, mut doubts) = self.work(head, record);
        for note in notes.into_iter().chain(record.words(head, &ColumnRole::Note).map(str::to_owned)) {
            doubts.push(Doubt {
                key: "note",
                reason: message!("dòng nhóm ghi: {note}", "the group row says: {note}"),
            });
        }
        for (_, value) in self.own(head, record) {
            doubts.push(Doubt {
                key: "note",
                reason: message!("dòng nhóm ghi: {value}", "the group row says: {value}"),
            });
        }
        let title = record.words(head, &ColumnRole::Title).unwrap_or_default().replace('\n', " ");
        let title = title.trim_end_matches([':', '.']).to_owned();
        annex.sections.push(ImportedSection {
            id: id.clone(),
            title: if title.is_empty() { own } else { title },
            defaults,
            doubts,
            place: record.place,
        });
        groups.sections.push((record.marker.clone(), id));
    }

    /// The units, the deadline and the output of a row, with notes on what they do not hold.
    pub(super) fn work(
        &mut self,
        head: &TableHead,
        record: &TableRecord,
    ) -> (ImportedWork, Vec<String>, Vec<Doubt>) {
        let (mut work, mut notes, mut doubts) = (ImportedWork::default(), Vec::new(), Vec::new());
        if let Some(text) = record.words(head, &ColumnRole::Lead) {
            let cell = unit_cell(text);
            work.lead = self.ids(&cell.lead, record);
            work.with = self.ids(&cell.with, record);
            if cell.says_more {
                notes.push(text.replace('\n', " "));
                doubts.push(doubt(
                    "lead",
                    "ô này còn nói việc của từng đơn vị: xem ghi chú",
                    "the cell also says what each does: see the note",
                ));
            }
        }
        if let Some(text) = record.words(head, &ColumnRole::With) {
            let cell = unit_cell(text);
            let mut more = self.ids(&cell.lead, record);
            more.extend(self.ids(&cell.with, record));
            work.with.extend(more.into_iter().filter(|unit| !work.lead.contains(unit)));
            if cell.says_more {
                notes.push(text.replace('\n', " "));
            }
        }
        work.with.dedup();
        if let Some(text) = record.words(head, &ColumnRole::Due) {
            let words = due_words(text);
            match self.due.refusal(&words) {
                None => work.due = Some(words),
                Some(_) if words.is_empty() => {}
                Some(reason) => {
                    doubts.push(Doubt { key: "due", reason });
                    notes.push(words);
                }
            }
        }
        work.output = record.words(head, &ColumnRole::Output).map(|words| words.replace('\n', " "));
        if let Some(text) = record.words(head, &ColumnRole::From) {
            notes.push(format!("{} {text}", head_of(head, &ColumnRole::From)));
        }
        (work, notes, doubts)
    }

    fn ids(&mut self, names: &[String], record: &TableRecord) -> Vec<String> {
        let mut ids: Vec<String> = Vec::new();
        for name in names {
            let id = self.units.id(name, record.place);
            if !ids.contains(&id) {
                ids.push(id);
            }
        }
        ids
    }

    /// The values of the columns that the format does not know.
    pub(super) fn own(&mut self, head: &TableHead, record: &TableRecord) -> Vec<(String, String)> {
        let mut values: Vec<(String, String)> = Vec::new();
        for (at, ((header, role), cell)) in head.columns.iter().zip(&record.cells).enumerate() {
            if *role != ColumnRole::Own || cell.is_empty() {
                continue;
            }
            let title = if header.is_empty() { "Cột không tên" } else { header };
            // Several columns may have one header, or none, and two headers may begin alike.
            let alike = head
                .columns
                .iter()
                .take(at)
                .filter(|(other, role)| other == header && *role == ColumnRole::Own);
            let mut number = 1 + alike.count();
            // A plan may have the column under a key of its own.
            let known = self.columns.iter().find(|(key, other)| {
                number == 1 && other == title && !values.iter().any(|(taken, _)| taken == key)
            });
            if let Some((key, _)) = known {
                values.push((key.clone(), cell.replace('\n', " ")));
                continue;
            }
            let numbered =
                |number| if number == 1 { own_key(title) } else { format!("{}-{number}", own_key(title)) };
            let mut key = numbered(number);
            while values.iter().any(|(known, _)| *known == key)
                || self.columns.iter().any(|(known, other)| *known == key && other != title)
            {
                number += 1;
                key = numbered(number);
            }
            if !self.columns.iter().any(|(known, _)| *known == key) {
                self.columns.push((key.clone(), title.to_owned()));
            }
            values.push((key, cell.replace('\n', " ")));
        }
        values
    }

    pub(super) fn free(&mut self, base: &str) -> String {
        free_id(self.ids, base, '_')
    }

    pub(super) fn place(&self, record: &TableRecord, count: usize) -> String {
        let number =
            if record.number.is_empty() { format!("dòng {count}") } else { format!("TT {}", record.number) };
        if self.source.is_empty() { number } else { format!("{}, {number}", self.source) }
    }
}

/// A note with the words of cells that no other value has: a unit of measure beside a value that has its own.
pub(super) fn with_rest(
    head: &TableHead,
    record: &TableRecord,
    said: &[&str],
    note: Option<String>,
) -> Option<String> {
    let mut all = letters(&said.concat());
    all.extend(note.as_deref().map(letters));
    let mut note = note;
    for ((header, role), cell) in head.columns.iter().zip(&record.cells) {
        let is_read = matches!(role, ColumnRole::Number | ColumnRole::Lead | ColumnRole::With);
        if is_read || all.contains(&letters(cell)) {
            continue;
        }
        let words = format!("{header}: {}", cell.replace('\n', " "));
        note = Some(note.map_or_else(|| words.clone(), |note| format!("{note}; {words}")));
    }
    note
}

/// The header of the first column with a role.
pub(super) fn head_of<'h>(head: &'h TableHead, role: &ColumnRole) -> &'h str {
    head.columns.iter().find(|(_, known)| known == role).map_or("", |(header, _)| header)
}

/// Returns true if a number stands below that of a group row; a row without a number does.
fn is_below(group: Option<&Marker>, row: Option<&Marker>) -> bool {
    match (group, row) {
        (Some(group), Some(row)) => group.level() < row.level(),
        (None, Some(row)) => !matches!(row, Marker::Roman(_) | Marker::Part(_)),
        (_, None) => true,
    }
}

/// A whole number with two digits, so that ids have one width.
pub(super) fn padded(number: &str) -> String {
    number.parse::<u32>().map_or_else(|_| number.to_owned(), |number| format!("{number:02}"))
}

fn doubt(key: &'static str, vi: &'static str, en: &'static str) -> Doubt {
    Doubt { key, reason: Message::fixed(vi, en) }
}

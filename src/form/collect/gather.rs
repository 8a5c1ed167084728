//! Workbooks → rows → entries of plans, checked.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::answer::{CollectAnswer, SilentUnit, UnitReturn};
use super::finding::{CellFinding, CellPlace, FindingWeight};
use super::form_reader::{FormReader, GatheredRow};
use super::keys::PlanKeys;
use super::work_row::RowEntry;
use crate::date::{AsOf, Day};
use crate::edit::{BatchEntry, BatchFinding, FileChange, propose_batch};
use crate::form::read::{BookFault, FilledBook};
use crate::form::{FormColumn, SentForm};
use crate::language::{Lang, Message};
use crate::message;
use crate::parse::Key;
use crate::parse::emit::NewValue;
use crate::workspace::Workspace;

/// A file that came back.
#[derive(Debug, Clone, PartialEq)]
pub struct ReturnedFile {
    /// The path as it is shown.
    pub path: String,
    /// The workbook.
    pub book: Result<FilledBook, BookFault>,
}

/// The days and units for which forms are collected.
#[derive(Debug, Clone, PartialEq)]
pub struct CollectRequest {
    /// The day of the reports.
    pub date: Day,
    /// The day asked about.
    pub as_of: AsOf,
    /// The units that have something to report.
    pub asked: Vec<SilentUnit>,
}

/// The changes of the files of plans, and the answer.
#[derive(Debug, Clone, PartialEq)]
pub struct Collected {
    /// The files that change.
    pub files: Vec<FileChange>,
    /// The answer.
    pub answer: CollectAnswer,
}

/// Makes entries of the forms that came back, and checks the plans as they would be. The workspace has the new texts
/// afterwards; nothing is written.
pub fn collect(workspace: &mut Workspace, returned: &[ReturnedFile], request: &CollectRequest) -> Collected {
    let mut gathering = Gathering::default();
    let mut keys: HashMap<&str, PlanKeys<'_>> =
        workspace.valid().map(|(_, plan)| (plan.id.as_str(), PlanKeys::of(plan))).collect();
    let invalid: HashSet<&str> = workspace
        .plans()
        .iter()
        .filter(|entry| entry.plan().is_none())
        .filter_map(|entry| entry.id())
        .collect();
    for file in returned {
        let sent = file.book.as_ref().map_err(Clone::clone).and_then(|book| Ok((book, SentForm::of(book)?)));
        match sent {
            Ok((book, sent)) => {
                let reader =
                    FormReader { file: &file.path, sent: &sent, date: request.date, invalid: &invalid };
                gathering.unit(&sent.unit, &keys);
                let (rows, findings) = reader.read(book, &mut keys);
                gathering.rows.extend(rows);
                gathering.findings.extend(findings);
            }
            Err(fault) => gathering.findings.push(CellFinding {
                place: CellPlace::file(&file.path),
                weight: FindingWeight::Refused,
                message: fault.message(),
                unit: None,
            }),
        }
    }
    drop(keys);
    gathering.compare_files();
    let (batch, places) = gathering.batch(request);
    let proposal = propose_batch(workspace, &batch, request.as_of);
    gathering.add(&proposal.refused, &places, FindingWeight::Refused);
    gathering.add(&proposal.warnings, &places, FindingWeight::Noted);
    Collected { files: proposal.files, answer: gathering.answer(request) }
}

/// The rows and findings of all files.
#[derive(Default)]
struct Gathering {
    rows: Vec<GatheredRow>,
    findings: Vec<CellFinding>,
    units: Vec<UnitReturn>,
}

impl Gathering {
    /// Notes that a unit sent a form.
    fn unit(&mut self, id: &str, keys: &HashMap<&str, PlanKeys<'_>>) {
        if self.units.iter().any(|unit| unit.id == id) {
            return;
        }
        let names = keys.values().filter_map(|keys| {
            let unit = keys.plan.unit_by_id(id)?;
            Some(keys.plan.registry.unit(unit).name.clone())
        });
        let name = names.min().unwrap_or_else(|| id.to_owned());
        self.units.push(UnitReturn { id: id.to_owned(), name, ..UnitReturn::default() });
    }

    /// Refuses rows of several files that say different things of the same work; what is said twice counts once.
    fn compare_files(&mut self) {
        let mut by_key: BTreeMap<(String, String), Vec<usize>> = BTreeMap::new();
        for (at, row) in self.rows.iter().enumerate().filter(|(_, row)| row.is_taken()) {
            by_key.entry((row.unit.clone(), row.key.clone())).or_default().push(at);
        }
        for places in by_key.into_values().filter(|places| places.len() > 1) {
            let first = &self.rows[places[0]];
            let (outcome, shown) = (first.outcome.entry.clone(), first.place("key").to_string());
            let is_same = places.iter().all(|at| self.rows[*at].outcome.entry == outcome);
            for at in &places[1..] {
                let row = &mut self.rows[*at];
                if is_same {
                    row.outcome.entry = RowEntry::default();
                } else {
                    row.is_refused = true;
                    let place = row.place("key");
                    let message = message!(
                        "biểu khác của đơn vị báo khác về việc này: {shown}",
                        "another form of the unit says otherwise: {shown}"
                    );
                    self.findings.push(row.finding(place, FindingWeight::Refused, message));
                }
            }
            if !is_same {
                self.rows[places[0]].is_refused = true;
            }
        }
    }

    /// The entries, and the row that each of them comes from.
    fn batch(&self, request: &CollectRequest) -> (Vec<BatchEntry>, Vec<usize>) {
        let (mut batch, mut places) = (Vec::new(), Vec::new());
        for (at, row) in self.rows.iter().enumerate().filter(|(_, row)| row.is_taken()) {
            let mut values = row.outcome.entry.values.clone();
            values.push((Key::Source, NewValue::Text(row.source())));
            let id = row.key.split('/').take(2).collect::<Vec<_>>().join("/");
            batch.push(BatchEntry {
                item: if row.is_result { id } else { row.key.clone() },
                is_result: row.is_result,
                unit: row.unit.clone(),
                period: row.period.clone(),
                date: row.figure_day.unwrap_or(request.date),
                values,
                own: row.outcome.entry.own.clone(),
            });
            places.push(at);
        }
        (batch, places)
    }

    /// Adds findings on entries, each at the cell of its row.
    fn add(&mut self, found: &[BatchFinding], places: &[usize], weight: FindingWeight) {
        for finding in found {
            let Some(at) = places.get(finding.entry).copied() else { continue };
            self.rows[at].is_refused |= weight == FindingWeight::Refused;
            let row = &self.rows[at];
            let column = match finding.key.as_deref() {
                Some("state") => "result",
                Some("as_of") => "done_on",
                Some(key) => key,
                None => FormColumn::Key.name(),
            };
            let place = row.place(column);
            let say = |lang: Lang| match &finding.help {
                Some(help) => format!("{} ({})", finding.message.get(lang), help.get(lang)),
                None => finding.message.get(lang).to_owned(),
            };
            let found = row.finding(place, weight, Message::new(say(Lang::Vi), say(Lang::En)));
            self.findings.push(found);
        }
    }

    fn answer(mut self, request: &CollectRequest) -> CollectAnswer {
        for unit in &mut self.units {
            let rows = self.rows.iter().filter(|row| row.unit == unit.id).collect::<Vec<_>>();
            for row in rows {
                count(unit, row);
            }
        }
        self.findings.sort_by_cached_key(|finding| {
            let row: u64 = finding.place.cell.as_deref().map_or(0, |cell| {
                cell.trim_start_matches(|c: char| c.is_ascii_alphabetic()).parse().unwrap_or(0)
            });
            (finding.place.file.clone(), finding.place.sheet.clone(), row, finding.place.cell.clone())
        });
        let has_sent = |asked: &SilentUnit| self.units.iter().any(|unit| unit.id == asked.id);
        let silent = request.asked.iter().filter(|asked| !has_sent(asked)).cloned().collect();
        CollectAnswer { date: request.date, units: self.units, silent, findings: self.findings }
    }
}

/// Counts a row for its unit.
fn count(unit: &mut UnitReturn, row: &GatheredRow) {
    if row.is_refused || row.outcome.is_refused() {
        unit.refused += 1;
        return;
    }
    unit.changed += usize::from(row.outcome.is_changed);
    let values = &row.outcome.entry.values;
    let state = values.iter().find_map(|(key, value)| (*key == Key::State).then(|| value.words()));
    match state.as_deref() {
        _ if row.outcome.entry.is_empty() => unit.known += usize::from(row.outcome.is_changed),
        Some("done") => unit.done += 1,
        Some(_) => unit.in_progress += 1,
        None => unit.others += 1,
    }
}

//! Rows of tables of work: their numbers, the group rows above them, and the words of their cells.

use super::column::ColumnRole;
use super::head::TableHead;
use crate::import::block::{SourceGrid, SourcePlace};
use crate::import::marker::Marker;
use crate::vietnamese::fold;

/// A row of a table.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(in crate::import) struct TableRecord {
    /// The number as it stands.
    pub(in crate::import) number: String,
    /// The number as a marker, if it is one.
    pub(in crate::import) marker: Option<Marker>,
    /// The words of each column of the head.
    pub(in crate::import) cells: Vec<String>,
    /// True for a row above others: a heading, with or without values for them.
    pub(in crate::import) is_group: bool,
    /// The place.
    pub(in crate::import) place: SourcePlace,
}

impl TableRecord {
    /// The words of the first column with a role.
    pub(in crate::import) fn words(&self, head: &TableHead, role: &ColumnRole) -> Option<&str> {
        let at = head.columns.iter().position(|(_, known)| known == role)?;
        self.cells.get(at).map(String::as_str).filter(|words| !words.is_empty())
    }
}

/// The rows behind the head, without repeated heads; `nt` and `như trên` are the words above them.
pub(in crate::import) fn records(grid: &SourceGrid, head: &TableHead) -> Vec<TableRecord> {
    let mut records: Vec<TableRecord> = Vec::new();
    for (at, row) in grid.rows.iter().enumerate().skip(head.rows_from) {
        let own: Vec<&str> = grid.words(at);
        if own.is_empty() || is_head_again(head, row.iter().map(|cell| cell.text.as_str())) {
            continue;
        }
        let mut cells: Vec<String> = row.iter().map(|cell| cell.text.clone()).collect();
        cells.resize(head.columns.len(), String::new());
        if let Some(above) = records.iter().rev().find(|above| !above.is_group) {
            for (cell, above) in cells.iter_mut().zip(&above.cells) {
                if is_same_again(cell) {
                    cell.clone_from(above);
                }
            }
        }
        let mut record = TableRecord {
            cells,
            place: SourcePlace { at: grid.place.at + at, ..grid.place },
            ..TableRecord::default()
        };
        let is_full = own.len() == 1 && row.len() > 1 && row.iter().skip(1).all(|cell| cell.is_from_left);
        number(&mut record, head, is_full);
        record.is_group = is_full || is_heading(&record, head);
        records.push(record);
    }
    groups_by_number(&mut records);
    records
}

/// The number of a row: of its column, else in front of its title.
fn number(record: &mut TableRecord, head: &TableHead, is_full: bool) {
    let numbers: Vec<usize> =
        (0..head.columns.len()).filter(|at| head.columns[*at].1 == ColumnRole::Number).collect();
    let title = head.columns.iter().position(|(_, role)| *role == ColumnRole::Title).unwrap_or(0);
    if is_full {
        let whole = std::mem::take(&mut record.cells[0]);
        for cell in &mut record.cells {
            cell.clear();
        }
        record.cells[title] = whole;
    } else {
        // Of a running number and one within its group, the inner one says more.
        let own = numbers
            .iter()
            .rev()
            .find_map(|at| record.cells.get(*at).filter(|words| !words.is_empty()).cloned());
        record.number = own.unwrap_or_default();
    }
    let probe = format!("{}. x", record.number.trim_end_matches(['.', ')', '/']));
    record.marker = (!record.number.is_empty()).then(|| marker(&record.number, &probe)).flatten();
    if record.number.is_empty()
        && let Some((marker, rest)) = Marker::split(&record.cells[title].clone())
        && !marker.is_bullet()
    {
        record.number = marker.id();
        record.marker = Some(marker);
        let rest = rest.to_owned();
        record.cells[title] = rest;
    }
}

fn marker(number: &str, probe: &str) -> Option<Marker> {
    let typed = format!("{number} x");
    Marker::split(&typed).or_else(|| Marker::split(probe)).map(|(marker, _)| marker)
}

/// A row with nothing but a number and a title, whose number is Roman or a capital letter, or missing.
fn is_heading(record: &TableRecord, head: &TableHead) -> bool {
    let is_bare =
        head.columns.iter().zip(&record.cells).all(|((_, role), cell)| {
            cell.is_empty() || matches!(role, ColumnRole::Number | ColumnRole::Title)
        });
    let has_title = record.words(head, &ColumnRole::Title).is_some();
    let is_top = matches!(record.marker, Some(Marker::Roman(_) | Marker::Part(_)));
    has_title && (is_top || is_bare && record.number.is_empty())
}

/// A row whose number is above that of the next one: `1` before `a)`, `2` before `2.1`.
fn groups_by_number(records: &mut [TableRecord]) {
    for at in 0..records.len().saturating_sub(1) {
        let [one, next, ..] = &mut records[at..] else { continue };
        if let (Some(above), Some(below)) = (&one.marker, &next.marker)
            && above.level() < below.level()
            && !below.is_bullet()
        {
            one.is_group = true;
        }
    }
}

fn is_head_again<'c>(head: &TableHead, row: impl Iterator<Item = &'c str>) -> bool {
    let words: Vec<String> = row.filter(|words| !words.is_empty()).map(fold).collect();
    let headers: Vec<String> = head.columns.iter().map(|(header, _)| fold(header)).collect();
    words.len() >= 3 && words.iter().all(|words| headers.iter().any(|header| header == words))
}

/// Words that repeat the row above: `nt`, `như trên`, `-nt-`, `"`.
fn is_same_again(words: &str) -> bool {
    let folded = fold(words);
    let bare = folded.trim_matches(|c: char| !c.is_alphanumeric());
    matches!(bare, "nt" | "nhu tren") || matches!(words.trim(), "\"" | "“" | "”" | "''" | "〃")
}

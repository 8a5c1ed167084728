//! A table of targets: a value for each row, or values by deadlines.

use super::annex::{AnnexReader, WHOLE, head_of, padded, with_rest};
use super::column::ColumnRole;
use super::head::TableHead;
use super::row::TableRecord;
use crate::import::plan::{Doubt, ImportedAnnex, ImportedTarget};
use crate::message;
use crate::model::TargetValue;

impl AnnexReader<'_> {
    /// Reads the rows as targets.
    pub(super) fn targets(&mut self, head: &TableHead, records: &[TableRecord], annex: &mut ImportedAnnex) {
        let (mut group, mut count) = (None::<String>, annex.targets.len());
        // The rows of another table may have the numbers already.
        let prefix = match self.prefix.as_str() {
            WHOLE => "CT".to_owned(),
            prefix if annex.rows.is_empty() => prefix.to_owned(),
            prefix => format!("{prefix}-CT"),
        };
        for record in records {
            let title = record.words(head, &ColumnRole::Title).unwrap_or_default().replace('\n', " ");
            if record.is_group {
                group = Some(title);
                continue;
            }
            count += 1;
            let base = match record.marker.as_ref().filter(|marker| !marker.is_bullet()) {
                Some(marker) => format!("{prefix}-{}", padded(&marker.id())),
                None => format!("{prefix}-{count:02}"),
            };
            let mut target = ImportedTarget {
                id: self.free(&base),
                title: if title.is_empty() { "…".to_owned() } else { title },
                source: self.place(record, count),
                place: record.place,
                ..ImportedTarget::default()
            };
            self.value(head, record, &mut target);
            let mut notes: Vec<String> = target.note.take().into_iter().collect();
            match &group {
                Some(words)
                    if self.due.names_days(words) && target.due.is_none() && target.horizons.is_empty() =>
                {
                    target.due = Some(words.clone());
                }
                Some(words) => notes.insert(0, words.clone()),
                None => {}
            }
            let (work, more, doubts) = self.work(head, record);
            target.lead = work.lead;
            target.due = target.due.or(work.due);
            notes.extend(more);
            notes.extend(record.words(head, &ColumnRole::Note).map(|words| words.replace('\n', " ")));
            // Targets have no coordinators of their own.
            notes.extend(
                record.words(head, &ColumnRole::With).map(|words| {
                    format!("{}: {}", head_of(head, &ColumnRole::With), words.replace('\n', " "))
                }),
            );
            target.own = self.own(head, record);
            target.doubts.extend(doubts);
            target.note = (!notes.is_empty()).then(|| notes.join("; "));
            if target.value.is_none() && target.horizons.is_empty() {
                // The format has no target without a value.
                let words = record
                    .cells
                    .iter()
                    .filter(|words| !words.is_empty())
                    .map(|words| words.replace('\n', " "));
                self.left.push((record.place, words.collect::<Vec<_>>().join(" | ")));
                continue;
            }
            let said =
                [Some(&target.title), target.value.as_ref(), target.due.as_ref()].into_iter().flatten();
            let of_horizons = target.horizons.iter().map(|(_, value)| value);
            let said = said.chain(of_horizons).chain(target.own.iter().map(|(_, value)| value));
            let said: Vec<&str> = said.map(String::as_str).collect();
            target.note = with_rest(head, record, &said, target.note.take());
            annex.targets.push(target);
        }
    }

    /// The value of a target, or its values by deadlines.
    fn value(&self, head: &TableHead, record: &TableRecord, target: &mut ImportedTarget) {
        let measure = record.words(head, &ColumnRole::Measure).unwrap_or_default().trim();
        let (mut found, mut open, mut left) = (Vec::new(), Vec::new(), Vec::new());
        for ((header, role), cell) in head.columns.iter().zip(&record.cells) {
            let ColumnRole::Horizon(_) = role else { continue };
            if cell.is_empty() {
                continue;
            }
            let words = format!("{header}: {}", cell.replace('\n', " "));
            match (self.due.within(header), measured(cell, measure)) {
                (Some((due, day)), Some(value)) => found.push((day, due, value, words)),
                (None, Some(value)) => open.push((value, words)),
                _ => left.push(words),
            }
        }
        // The horizons of the format follow each other, of one day there is one.
        found.sort_by_key(|(day, ..)| *day);
        let mut horizons: Vec<(String, String)> = Vec::new();
        let mut last = None;
        for (day, due, value, words) in found {
            if last == Some(day) {
                left.push(words);
            } else {
                horizons.push((due, value));
            }
            last = Some(day);
        }
        match horizons.as_slice() {
            // A single value without a day that can be read is one of the plan's period.
            [] if open.len() == 1 => target.value = open.pop().map(|(value, _)| value),
            [] => {}
            [(due, value)] => (target.due, target.value) = (Some(due.clone()), Some(value.clone())),
            _ => target.horizons = horizons,
        }
        left.extend(open.into_iter().map(|(_, words)| words));
        if let Some(cell) = record.words(head, &ColumnRole::Value)
            && target.horizons.is_empty()
        {
            match measured(cell, measure) {
                Some(value) => target.value = target.value.take().or(Some(value)),
                None => left.push(
                    format!("{}: {} {measure}", head_of(head, &ColumnRole::Value), cell.replace('\n', " "))
                        .trim()
                        .to_owned(),
                ),
            }
        }
        if !left.is_empty() {
            let words = left.join("; ");
            target.doubts.push(Doubt {
                key: "value",
                reason: message!("không đọc được thành chỉ tiêu: “{words}”", "no value: “{words}”"),
            });
            target.note = Some(words);
        }
    }
}

/// A value with its unit of measure; none if it cannot be read.
fn measured(cell: &str, measure: &str) -> Option<String> {
    let cell = cell.split_whitespace().collect::<Vec<_>>().join(" ");
    let has_measure = cell.chars().any(|c| c.is_alphabetic() || c == '%');
    let with = match measure {
        "%" => format!("{cell}%"),
        measure => format!("{cell} {measure}"),
    };
    // `Không có` of a column of `Vụ` is said of them.
    let is_none = TargetValue::parse(&cell).is_err() && cell.to_lowercase().starts_with("không");
    let is_bare = measure.is_empty() || has_measure && !is_none;
    let words = if is_bare { cell } else { with.trim().to_owned() };
    TargetValue::parse(&words).is_ok().then_some(words)
}

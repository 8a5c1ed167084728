//! `plan.report/1`, `plan.brief/1`, `plan.letters/1`: what the documents of an office say.

use serde::Serialize;

use super::status::{ChangesJson, FiguresJson, TasksJson};
use crate::answer::{
    BriefAnswer, FoldedItem, LettersAnswer, ReportAnswer, UnitLetter, UnitRemarks, UnitStanding,
};
use crate::language::Lang;
use crate::status::Status;

/// The report of a period.
#[derive(Debug, Serialize)]
pub struct PeriodReportJson<'s> {
    schema: &'static str,
    as_of: String,
    from: String,
    total: FiguresJson,
    tasks: TasksJson,
    since: Option<ChangesJson>,
    units: Vec<UnitJson<'s>>,
    overdue: Vec<FoldedJson<'s>>,
    difficulties: Vec<RemarkJson<'s>>,
    proposals: Vec<RemarkJson<'s>>,
    next: Vec<FoldedJson<'s>>,
}

/// The brief.
#[derive(Debug, Serialize)]
pub struct BriefJson<'s> {
    schema: &'static str,
    as_of: String,
    total: FiguresJson,
    tasks: TasksJson,
    since: Option<ChangesJson>,
    due_within_14_days: usize,
    late_units: Vec<&'s str>,
    silent_units: Vec<&'s str>,
    newly_overdue: usize,
    worse: Vec<FoldedJson<'s>>,
    longest: Vec<FoldedJson<'s>>,
    targets_not_met: Vec<&'s str>,
}

/// The letters.
#[derive(Debug, Serialize)]
pub struct LettersJson<'s> {
    schema: &'static str,
    as_of: String,
    until: Option<String>,
    total: usize,
    overdue: usize,
    letters: Vec<LetterJson<'s>>,
}

#[derive(Debug, Serialize)]
struct LetterJson<'s> {
    unit: &'s str,
    name: &'s str,
    total: usize,
    overdue: usize,
    longest: i64,
    due: usize,
    items: Vec<FoldedJson<'s>>,
}

#[derive(Debug, Serialize)]
struct UnitJson<'s> {
    unit: &'s str,
    name: &'s str,
    #[serde(flatten)]
    figures: FiguresJson,
    longest: i64,
    has_reported: bool,
}

/// Work of one holder; `key` is that of the occurrence that is listed.
#[derive(Debug, Serialize)]
struct FoldedJson<'s> {
    key: String,
    title: &'s str,
    deadline: Option<String>,
    days_late: i64,
    listed: usize,
    occurrences: u64,
    done: u64,
    overdue: u64,
}

#[derive(Debug, Serialize)]
struct RemarkJson<'s> {
    unit: &'s str,
    key: String,
    date: String,
    text: &'s str,
}

impl<'s> PeriodReportJson<'s> {
    /// The report with labels in a language.
    pub fn new(answer: &'s ReportAnswer<'s>, lang: Lang) -> Self {
        let remarks = |units: &'s [UnitRemarks<'s>]| {
            let of_unit = |unit: &'s UnitRemarks<'s>| {
                unit.remarks.iter().map(move |remark| RemarkJson {
                    unit: unit.holder.get(lang),
                    key: remark.found.item.key(remark.found.plan),
                    date: remark.date.to_string(),
                    text: remark.text,
                })
            };
            units.iter().flat_map(of_unit).collect()
        };
        let unit = |unit: &'s UnitStanding| UnitJson {
            unit: &unit.key,
            name: unit.holder.get(lang),
            figures: FiguresJson::new(&unit.figures),
            longest: unit.longest,
            has_reported: !unit.has_not_reported(),
        };
        Self {
            schema: "plan.report/1",
            as_of: answer.span.last.to_string(),
            from: answer.span.before.next().to_string(),
            total: FiguresJson::new(&answer.status.total),
            tasks: TasksJson::new(&answer.status.tasks),
            since: answer.status.changes.as_ref().map(ChangesJson::new),
            units: answer.units.iter().map(unit).collect(),
            overdue: answer.overdue.iter().flat_map(|unit| &unit.items).map(FoldedJson::new).collect(),
            difficulties: remarks(&answer.difficulties),
            proposals: remarks(&answer.proposals),
            next: answer.next.iter().map(FoldedJson::new).collect(),
        }
    }
}

impl<'s> BriefJson<'s> {
    /// The brief with labels in a language.
    pub fn new(answer: &'s BriefAnswer<'s>, lang: Lang) -> Self {
        let names = |units: &'s [UnitStanding]| units.iter().map(|unit| unit.holder.get(lang)).collect();
        Self {
            schema: "plan.brief/1",
            as_of: answer.status.as_of.day.to_string(),
            total: FiguresJson::new(&answer.status.total),
            tasks: TasksJson::new(&answer.status.tasks),
            since: answer.status.changes.as_ref().map(ChangesJson::new),
            due_within_14_days: answer.due,
            late_units: names(&answer.late),
            silent_units: names(&answer.silent),
            newly_overdue: answer.worse_count,
            worse: answer.worse.iter().map(FoldedJson::new).collect(),
            longest: answer.longest.iter().map(FoldedJson::new).collect(),
            targets_not_met: answer.targets.iter().map(|row| row.assessed.target.id.as_str()).collect(),
        }
    }
}

impl<'s> LettersJson<'s> {
    /// The letters.
    pub fn new(answer: &'s LettersAnswer<'s>) -> Self {
        let letter = |letter: &'s UnitLetter<'s>| LetterJson {
            unit: letter.id,
            name: letter.name,
            total: letter.total,
            overdue: letter.overdue_count(),
            longest: letter.longest(),
            due: letter.due_count(),
            items: letter.overdue.iter().chain(&letter.due).map(FoldedJson::new).collect(),
        };
        Self {
            schema: "plan.letters/1",
            as_of: answer.as_of.day.to_string(),
            until: answer.until.map(|until| until.to_string()),
            total: answer.total,
            overdue: answer.overdue,
            letters: answer.letters.iter().map(letter).collect(),
        }
    }
}

impl<'s> FoldedJson<'s> {
    fn new(folded: &FoldedItem<'s>) -> Self {
        let found = folded.found;
        Self {
            key: found.item.key(found.plan),
            title: found.item.title(found.plan),
            deadline: found.item.deadline.map(|deadline| deadline.to_string()),
            days_late: found.item.days_late,
            listed: folded.listed,
            occurrences: folded.occurrences.total(),
            done: folded.occurrences.done(),
            overdue: folded.occurrences.count(Status::Overdue),
        }
    }
}

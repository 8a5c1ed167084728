//! The lists of templates: rows of the tables of the program's own documents, with the keys of their columns as names.

use super::facts::OfficeFacts;
use crate::answer::{FoldedItem, TargetRow, UnitLetter, UnitOverdue, UnitRemarks, UnitStanding};
use crate::attribute::{UnitNaming, holder_name};
use crate::document::{Cell, Column, Medium, Table, TableRow, cell_words};
use crate::language::Message;
use crate::report::office::folded::{due_table, overdue_table};
use crate::report::office::sections::{groups, units_table};
use crate::report::targets::{annex_columns, annex_table, result};
use crate::template::{TemplateColumn, TemplateList};

/// A list.
pub(super) struct List {
    name: &'static str,
    meaning: Message,
    table: ListTable,
    /// The column of the titles of groups of rows.
    group: Option<(&'static str, Message)>,
}

/// The rows of a list as a table; none if the document has no such list.
type ListTable = fn(&OfficeFacts<'_, '_>) -> Option<Table>;

/// The column of the unit under whose name rows stand in the annex.
const UNIT: Option<(&str, Message)> = Some(("unit", Message::fixed("Đơn vị", "Unit")));

/// The column of the goal under whose name targets stand.
const GOAL: Option<(&str, Message)> = Some(("goal", Message::fixed("Mục tiêu", "Goal")));

/// The lists.
pub(super) static LISTS: [List; 11] = [
    list(
        "sections",
        "Số liệu theo mục hoặc theo kế hoạch",
        "The figures by section, or by plan",
        None,
        |facts| {
            let mut table = groups(facts.status()?);
            table.rows.retain(|row| matches!(row, TableRow::Body(_)));
            Some(table)
        },
    ),
    list("units", "Đơn vị, nhiều việc quá hạn trước", "Units, the worst first", None, |facts| {
        match &facts.letter {
            Some(letter) => Some(addressed(letter.letters)),
            None => Some(units_table(&facts.report?.units)),
        }
    }),
    list("late_units", "Đơn vị có việc quá hạn", "Units that are late", None, |facts| {
        let late = |units: &[UnitStanding]| units_table(units.iter().filter(|unit| unit.overdue() > 0));
        facts.brief.map(|brief| late(&brief.late)).or_else(|| Some(late(&facts.report?.units)))
    }),
    list(
        "silent_units",
        "Đơn vị chưa có báo cáo nào",
        "Units that have not reported",
        None,
        |facts| {
            let silent =
                |units: &[UnitStanding]| units_table(units.iter().filter(|unit| unit.has_not_reported()));
            facts.brief.map(|brief| silent(&brief.silent)).or_else(|| Some(silent(&facts.report?.units)))
        },
    ),
    list("overdue", "Việc quá hạn", "Overdue work", UNIT, |facts| {
        let of_report = facts.report.map(|report| overdue_table(&report.overdue));
        let of_letter = || Some(overdue_table(&facts.letter.as_ref()?.work.overdue));
        of_report.or_else(of_letter).or_else(|| Some(longest(&facts.brief?.longest)))
    }),
    list("newly_overdue", "Việc mới quá hạn", "Newly overdue work", UNIT, |facts| {
        Some(longest(&facts.brief?.worse))
    }),
    list("upcoming", "Việc đến hạn trong kỳ tới", "Work that is due next", None, |facts| {
        let of_letter = || Some(due_table(&facts.letter.as_ref()?.work.due));
        facts.report.map(|report| due_table(&report.next)).or_else(of_letter)
    }),
    list("difficulties", "Khó khăn, vướng mắc", "Difficulties", None, |facts| {
        Some(remarks(&facts.report?.difficulties))
    }),
    list("proposals", "Kiến nghị, đề xuất", "Proposals", None, |facts| {
        Some(remarks(&facts.report?.proposals))
    }),
    list("targets", "Chỉ tiêu và kết quả", "Targets and their results", GOAL, |facts| {
        let targets = &facts.report?.targets;
        let mut table = Table::new(annex_columns(&targets.own));
        table.rows.extend(targets.plans.iter().flat_map(|of| annex_table(of, &targets.own).rows));
        Some(table)
    }),
    list("targets_not_met", "Chỉ tiêu chưa đạt", "Targets not met", None, |facts| {
        Some(not_met(&facts.brief?.targets))
    }),
];

const fn list(
    name: &'static str,
    vi: &'static str,
    en: &'static str,
    group: Option<(&'static str, Message)>,
    table: ListTable,
) -> List {
    List { name, meaning: Message::fixed(vi, en), table, group }
}

impl List {
    /// Returns the list with its rows, if the document has it.
    pub(super) fn of(&self, facts: &OfficeFacts<'_, '_>) -> Option<TemplateList> {
        let table = (self.table)(facts)?;
        // The columns of a spreadsheet are the same every time.
        let shown = table.shown(Medium::Spreadsheet);
        let named = |name: &str, meaning: &Message| TemplateColumn {
            name: name.to_owned(),
            meaning: meaning.clone(),
        };
        let columns = shown.iter().filter_map(|at| table.columns.get(*at));
        let mut columns: Vec<TemplateColumn> =
            columns.map(|column| named(&column.key, &column.header)).collect();
        columns.extend(self.group.iter().map(|(name, meaning)| named(name, meaning)));
        let (mut rows, mut title) = (Vec::new(), String::new());
        for row in &table.rows {
            match row {
                TableRow::Group { title: group, .. } => title = facts.say(group),
                TableRow::Total(_) => {}
                TableRow::Body(cells) => {
                    let words = |at: &usize| {
                        cell_words(cells.get(*at).unwrap_or(&Cell::Empty), facts.lang).into_owned()
                    };
                    let mut values: Vec<String> = shown.iter().map(words).collect();
                    values.extend(self.group.iter().map(|_| title.clone()));
                    rows.push(values);
                }
            }
        }
        Some(TemplateList { name: self.name.to_owned(), meaning: self.meaning.clone(), columns, rows })
    }
}

/// Overdue work in its own order, each with its unit.
fn longest(items: &[FoldedItem<'_>]) -> Table {
    let alone = |item: &FoldedItem<'_>| holder_name(&item.found, UnitNaming::Full);
    let units = items.iter().map(|item| (alone(item), *item));
    let units: Vec<UnitOverdue<'_>> =
        units.map(|(holder, item)| UnitOverdue { holder, items: vec![item] }).collect();
    overdue_table(&units)
}

/// The units that letters are addressed to.
fn addressed(letters: &[UnitLetter<'_>]) -> Table {
    let mut table = Table::new(vec![
        Column::words(Message::fixed("TT", "No."), "no"),
        Column::words(Message::fixed("Mã", "Id"), "id"),
        Column::words(Message::fixed("Đơn vị", "Unit"), "unit"),
        Column::figures(Message::fixed("Tổng số việc", "Work items"), "total"),
        Column::figures(Message::fixed("Quá hạn", "Overdue"), "overdue"),
        Column::figures(Message::fixed("Quá hạn lâu nhất (ngày)", "Longest (days)"), "longest"),
        Column::figures(Message::fixed("Sắp đến hạn", "Due soon"), "due"),
    ]);
    table.rows.extend(letters.iter().zip(1..).map(|(letter, number)| {
        TableRow::Body(vec![
            Cell::Count(number),
            Cell::text(letter.id),
            Cell::text(letter.name),
            Cell::Count(letter.total as u64),
            Cell::Count(letter.overdue_count() as u64),
            Cell::Days(letter.longest()),
            Cell::Count(letter.due_count() as u64),
        ])
    }));
    table
}

/// The remarks of units, one a row.
fn remarks(units: &[UnitRemarks<'_>]) -> Table {
    let mut table = Table::new(vec![
        Column::words(Message::fixed("TT", "No."), "no"),
        Column::words(Message::fixed("Đơn vị", "Unit"), "unit"),
        Column::words(Message::fixed("Mã việc", "Id of the work"), "id"),
        Column::words(Message::fixed("Nội dung việc", "Work"), "title"),
        Column::words(Message::fixed("Nội dung báo cáo", "Words of the report"), "text"),
        Column::words(Message::fixed("Ngày báo cáo", "Reported on"), "reported"),
    ]);
    let all = units.iter().flat_map(|unit| unit.remarks.iter().map(move |remark| (unit, remark)));
    table.rows.extend(all.zip(1..).map(|((unit, remark), number)| {
        let found = remark.found;
        TableRow::Body(vec![
            Cell::Count(number),
            Cell::Message(unit.holder.clone()),
            Cell::text(found.item.id(found.plan)),
            Cell::text(found.item.title(found.plan)),
            Cell::text(remark.text),
            Cell::Date(remark.date),
        ])
    }));
    table
}

/// The targets of a brief.
fn not_met(rows: &[TargetRow<'_>]) -> Table {
    let mut table = Table::new(vec![
        Column::words(Message::fixed("TT", "No."), "no"),
        Column::words(Message::fixed("Mã", "Id"), "id"),
        Column::words(Message::fixed("Chỉ tiêu", "Target"), "title"),
        Column::words(Message::fixed("Giao", "Asked"), "value"),
        Column::words(Message::fixed("Kết quả", "Result"), "result"),
    ]);
    table.rows.extend(rows.iter().zip(1..).map(|(row, number)| {
        let (target, horizon) = (row.assessed.target, row.assessed.horizon);
        TableRow::Body(vec![
            Cell::Count(number),
            Cell::text(&target.id),
            Cell::text(&target.title),
            Cell::text(&horizon.value_text),
            Cell::or_empty(row.assessed.result, |found| result(&horizon.value, found)),
        ])
    }));
    table
}

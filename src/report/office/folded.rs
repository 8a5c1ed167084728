//! Tables of work in annexes and lines of work in running text, recurring work folded.

use std::fmt::Write as _;

use super::words::{counted, day};
use crate::answer::{FoldedItem, UnitOverdue};
use crate::attribute::{UnitNaming, holder_name};
use crate::document::{Cell, Column, Table, TableRow, Tone};
use crate::language::{Lang, Message, show_number};
use crate::model::ReportState;
use crate::report::wording::names;
use crate::status::{PlanWorkItem, Status};
use crate::vietnamese::roman;

/// The overdue work of units, each under its name with a Roman numeral; the numbers run on.
pub(super) fn overdue_table(units: &[UnitOverdue<'_>]) -> Table {
    let mut table = Table::new(vec![
        Column::words(Message::fixed("TT", "No."), "no").centered(),
        Column::title(Message::fixed("Nội dung nhiệm vụ", "Work"), "title"),
        Column::words(Message::fixed("Văn bản giao", "Assigned by"), "plan").hide_if_all_zero(),
        Column::words(Message::fixed("Đơn vị phối hợp", "With"), "with").hide_if_all_zero(),
        Column::words(Message::fixed("Kỳ", "Period"), "period").hide_if_all_zero(),
        Column::words(Message::fixed("Thời hạn", "Deadline"), "deadline").centered(),
        Column::figures(Message::fixed("Số ngày quá hạn", "Days late"), "days_late")
            .centered()
            .tone(Tone::Bad),
        Column::words(Message::fixed("Tình hình thực hiện, nguyên nhân", "State and cause"), "state"),
        Column::words(Message::fixed("Ghi chú", "Note"), "note"),
    ]);
    let mut number = 0;
    for (unit, at) in units.iter().zip(1..) {
        table.rows.push(TableRow::Group { mark: roman(at), title: unit.holder.clone() });
        for folded in &unit.items {
            number += 1;
            table.rows.push(TableRow::Body(overdue_cells(number, folded)));
        }
    }
    table
}

fn overdue_cells(number: u64, folded: &FoldedItem<'_>) -> Vec<Cell> {
    let PlanWorkItem { plan, item } = folded.found;
    vec![
        Cell::Count(number),
        Cell::text(item.title(plan)),
        Cell::or_empty(plan.number.as_deref(), Cell::text),
        names(plan, &folded.found.assignment().with),
        Cell::or_empty(occurrences(folded), Cell::Message),
        Cell::Message(deadline(&folded.found)),
        Cell::Days(item.days_late),
        Cell::Message(state(&folded.found)),
        Cell::Empty,
    ]
}

/// Work that is due, with its units.
pub(super) fn due_table(items: &[FoldedItem<'_>]) -> Table {
    let mut table = Table::new(vec![
        Column::words(Message::fixed("TT", "No."), "no").centered(),
        Column::title(Message::fixed("Nội dung nhiệm vụ", "Work"), "title"),
        Column::words(Message::fixed("Kỳ", "Period"), "period").hide_if_all_zero(),
        Column::words(Message::fixed("Đơn vị chủ trì", "Lead"), "unit"),
        Column::words(Message::fixed("Đơn vị phối hợp", "With"), "with").hide_if_all_zero(),
        Column::words(Message::fixed("Thời hạn", "Deadline"), "deadline").centered(),
        Column::words(Message::fixed("Sản phẩm", "Output"), "output").hide_if_all_zero(),
    ]);
    table.rows.extend(items.iter().zip(1..).map(|(folded, number)| {
        let PlanWorkItem { plan, item } = folded.found;
        let holder = holder_name(&folded.found, UnitNaming::Full);
        let assignment = folded.found.assignment();
        TableRow::Body(vec![
            Cell::Count(number),
            Cell::text(item.title(plan)),
            Cell::or_empty(folded.found.period_name(), Cell::Message),
            Cell::Message(holder),
            names(plan, &assignment.with),
            Cell::Message(deadline(&folded.found)),
            Cell::or_empty(assignment.output.as_deref(), Cell::text),
        ])
    }));
    table
}

/// One line of running text: the work, its occurrence, its deadline, how late.
pub(super) fn line(folded: &FoldedItem<'_>, with_unit: bool) -> Message {
    let PlanWorkItem { plan, item } = folded.found;
    let holder = holder_name(&folded.found, UnitNaming::Full);
    let say = |lang: Lang| {
        let mut words = item.title(plan).to_owned();
        if let Some(occurrences) = occurrences(folded) {
            let _ = write!(words, " ({})", occurrences.get(lang));
        }
        if with_unit {
            let _ = write!(words, ", {}", holder.get(lang));
        }
        let _ = write!(words, ": {} {}", lang.pick("hạn", "due"), deadline(&folded.found).get(lang));
        if item.status == Status::Overdue {
            let days = u64::try_from(item.days_late).unwrap_or(0);
            words +=
                &lang.pick(format!(", quá hạn {} ngày", counted(days, lang)), format!(", {days} days late"));
        }
        words
    };
    Message::new(say(Lang::Vi), say(Lang::En))
}

/// The occurrence; of recurring work the number of all occurrences, and of those that are done and overdue.
fn occurrences(folded: &FoldedItem<'_>) -> Option<Message> {
    if !folded.is_recurring() {
        return folded.found.period_name();
    }
    let figures = folded.occurrences;
    let (total, done, late) = (figures.total(), figures.done(), figures.count(Status::Overdue));
    let say = |lang: Lang| {
        let named = folded.found.period_name().filter(|_| folded.listed == 1);
        let named = named.map_or(String::new(), |period| format!("{}; ", period.get(lang)));
        lang.pick(
            format!("{named}{total} kỳ: {done} xong, {late} quá hạn"),
            format!("{named}{total} occurrences: {done} done, {late} overdue"),
        )
    };
    Some(Message::new(say(Lang::Vi), say(Lang::En)))
}

/// The deadline in force; an extended one with the first.
fn deadline(found: &PlanWorkItem<'_>) -> Message {
    let item = found.item;
    let Some(deadline) = item.deadline else { return Message::fixed("", "") };
    let say = |lang: Lang| {
        let last = day(deadline, lang);
        match item.due.filter(|_| item.extended_to.is_some()) {
            Some(due) => {
                let due = day(due, lang);
                lang.pick(
                    format!("{last} (gia hạn, hạn đầu {due})"),
                    format!("{last} (extended, first {due})"),
                )
            }
            None => last,
        }
    };
    Message::new(say(Lang::Vi), say(Lang::En))
}

/// The state of the work: the percentage, and the last difficulty that was reported.
fn state(found: &PlanWorkItem<'_>) -> Message {
    let PlanWorkItem { plan, item } = *found;
    let Some(reported) = item.reported else {
        return Message::fixed("Chưa có báo cáo", "Nothing reported");
    };
    let difficulty = item.reports(plan).rev().find_map(|report| report.difficulty.as_deref());
    let is_paused = item.reports(plan).rev().find_map(|report| report.state) == Some(ReportState::Paused);
    let say = |lang: Lang| {
        let day = day(reported, lang);
        let percent = item.percent.map_or(String::new(), |percent| {
            let percent = show_number(percent, lang);
            lang.pick(format!("Đã thực hiện {percent}%"), format!("{percent}% done"))
        });
        let begun = if item.percent.is_some() { percent } else { item.progress.name().get(lang).to_owned() };
        let paused = if is_paused { lang.pick(", tạm dừng", ", paused") } else { "" };
        let because = difficulty.map_or(String::new(), |words| format!("; {words}"));
        let told = lang.pick(format!("báo cáo ngày {day}"), format!("reported on {day}"));
        format!("{begun}{paused} ({told}){because}")
    };
    Message::new(say(Lang::Vi), say(Lang::En))
}

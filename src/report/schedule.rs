//! Phụ lục 02 as the document prints it: number, duty, lead, co-operating units, deadline, result.

use super::own::{own_cells, own_column};
use super::wording::{self, attached_to, maybe, names};
use crate::answer::{PlanSchedule, ScheduleAnswer, ScheduleRow, SectionedLine};
use crate::document::{Block, Cell, Column, Document, Media, Table, TableRow};
use crate::language::Message;
use crate::message;
use crate::model::{OwnColumn, Plan};

/// The annexes of some plans. An extract says so, and of which day.
pub fn schedule(answer: &ScheduleAnswer<'_>) -> Document {
    let mut document = Document::new(Message::fixed("PHỤ LỤC 02", "ANNEX 02"));
    document.stacked = true;
    document
        .subtitle
        .push(Message::fixed("NHIỆM VỤ, PHÂN CÔNG, TIẾN ĐỘ THỰC HIỆN", "DUTIES, THEIR LEADS AND DEADLINES"));
    for schedule in &answer.plans {
        let mut table = table(schedule, &answer.own);
        if answer.plans.len() == 1 {
            document.subtitle.push(Message::same(&schedule.plan.title));
            document.subtitle.extend(attached_to(schedule.plan));
        } else {
            table.caption = Some(Message::same(&schedule.plan.title));
        }
        document.blocks.push(Block::Table(table));
    }
    if answer.is_extract() {
        let (shown, all) = (answer.shown, answer.all);
        document.subtitle.push(message!("Trích {shown} trong {all} dòng", "Extract: {shown} of {all} rows"));
        document = wording::as_of(document, answer.as_of);
    }
    document
}

fn table(schedule: &PlanSchedule<'_>, own: &[&OwnColumn]) -> Table {
    let plan = schedule.plan;
    let mut table = Table::new(vec![
        Column::figures(Message::fixed("TT", "No."), "no").centered(),
        Column::words(Message::fixed("Mã", "Id"), "id").only_on(Media::SPREADSHEET),
        Column::title(Message::fixed("Nội dung", "Duty"), "title"),
        Column::words(Message::fixed("Chủ trì", "Lead"), "lead"),
        Column::words(Message::fixed("Phối hợp", "With"), "with").hide_if_all_zero(),
        Column::words(Message::fixed("Giao thực hiện", "Carried out by"), "to").only_on(Media::SPREADSHEET),
        Column::words(Message::fixed("Thời hạn", "Deadline"), "due_text"),
        Column::words(Message::fixed("Sản phẩm", "Output"), "output").hide_if_all_zero(),
    ]);
    table.columns.extend(own.iter().map(|column| own_column(column)));
    table.constants.push((Column::words(Message::fixed("Kế hoạch", "Plan"), "plan"), Cell::text(&plan.id)));
    table.rows.extend(schedule.lines.iter().map(|line| match line {
        SectionedLine::Section { mark, title } => {
            TableRow::Group { mark: mark.clone(), title: Message::same(*title) }
        }
        SectionedLine::NoSection => TableRow::Group {
            mark: String::new(),
            title: Message::fixed("Nhiệm vụ khác", "Other duties"),
        },
        SectionedLine::Row(row) => TableRow::Body(row_cells(plan, row, own)),
    }));
    table
}

fn row_cells(plan: &Plan, row: &ScheduleRow<'_>, own: &[&OwnColumn]) -> Vec<Cell> {
    let mut cells = vec![
        Cell::Count(row.number as u64),
        Cell::text(&row.assignment.id),
        Cell::text(&row.assignment.title),
        names(plan, &row.assignment.lead),
        names(plan, &row.assignment.with),
        names(plan, &row.assignment.to),
        maybe(row.assignment.due_text.as_deref()),
        maybe(row.assignment.output.as_deref()),
    ];
    cells.extend(own_cells(plan, &row.assignment.own, own));
    cells
}

//! The matrix of work: tasks by units.

use super::opening::{caption, opening};
use super::wording;
use crate::answer::{MatrixAnswer, MatrixCell, MatrixRow, MatrixState, PlanMatrix, SectionedLine};
use crate::document::{Block, Cell, Column, Document, StatusCell, Table, TableRow, Tone};
use crate::language::{Lang, Message};
use crate::message;

/// The matrices of some plans on a day.
pub fn matrix(answer: &MatrixAnswer<'_>) -> Document {
    let plans: Vec<_> = answer.plans.iter().map(|matrix| matrix.plan).collect();
    let title = Message::fixed("Tiến độ theo nhiệm vụ và đơn vị", "Progress by task and unit");
    let mut document = opening(title, &plans, answer.as_of);
    for matrix in &answer.plans {
        let mut table = table(matrix);
        if plans.len() > 1 {
            table.caption = Some(caption(matrix.plan));
        }
        document.blocks.push(Block::Table(table));
    }
    if !plans.is_empty() {
        document.blocks.push(Block::Legend(LEGEND.to_vec()));
    }
    document.blocks.extend(wording::unannounced(&answer.unannounced));
    document
}

const DONE: Message = Message::fixed("✓", "✓");
const UNMEASURED: Message = Message::fixed("–", "–");

/// The marks of a cell and their meanings.
static LEGEND: [(Message, Message); 5] = [
    (DONE, Message::fixed("đã xong", "done")),
    (
        Message::fixed("quá hạn N", "overdue N"),
        Message::fixed(
            "việc quá hạn lâu nhất đã quá N ngày",
            "N days late, of the work that is longest overdue",
        ),
    ),
    (
        Message::fixed("%", "%"),
        Message::fixed(
            "tỷ lệ thực hiện, bình quân của các kỳ đã mở",
            "percentage done, the mean of the open occurrences",
        ),
    ),
    (
        UNMEASURED,
        Message::fixed("chưa đến kỳ, thường xuyên hoặc không thực hiện", "upcoming, continuous or dropped"),
    ),
    (
        Message::fixed("ô trống", "blank"),
        Message::fixed("đơn vị không chủ trì nhiệm vụ", "the unit does not lead the task"),
    ),
];

fn table(matrix: &PlanMatrix<'_>) -> Table {
    let mut columns = vec![
        Column::words(Message::fixed("Số hiệu", "No."), "id"),
        Column::title(Message::fixed("Nhiệm vụ", "Task"), "title"),
    ];
    columns.extend(matrix.units.iter().map(|unit| {
        Column::words(Message::same(unit.short_name.clone()), unit.id.clone().into_owned()).centered()
    }));
    let mut table = Table::new(columns);
    let plan = Cell::text(&matrix.plan.id);
    table.constants.push((Column::words(Message::fixed("Kế hoạch", "Plan"), "plan"), plan));
    table.rows.extend(matrix.lines.iter().map(|line| match line {
        SectionedLine::Section { mark, title } => {
            TableRow::Group { mark: mark.clone(), title: Message::same(*title) }
        }
        SectionedLine::NoSection => TableRow::Group {
            mark: String::new(),
            title: Message::fixed("Nhiệm vụ khác", "Other duties"),
        },
        SectionedLine::Row(row) => TableRow::Body(cells(row)),
    }));
    table
}

fn cells(row: &MatrixRow<'_>) -> Vec<Cell> {
    const NAMES: usize = 2;
    let last = row.cells.last().map_or(0, |(column, _)| column + 1);
    let mut cells = vec![Cell::Empty; NAMES + last];
    cells[0] = Cell::text(row.id);
    cells[1] = Cell::text(row.title);
    for (column, cell) in &row.cells {
        cells[NAMES + column] = state(cell);
    }
    cells
}

fn state(cell: &MatrixCell) -> Cell {
    let state = cell.state();
    let (word, tone) = match state {
        MatrixState::Open(percent) => return Cell::Number(percent, "%".to_owned()),
        MatrixState::Overdue => {
            let days = cell.days_late;
            (message!("quá hạn {days}", "overdue {days}"), Tone::Bad)
        }
        MatrixState::Done => (DONE, Tone::Good),
        MatrixState::Unmeasured => (UNMEASURED, Tone::Muted),
    };
    let key = match state {
        MatrixState::Overdue => word.get(Lang::En).to_owned().into(),
        _ => state.id().into(),
    };
    Cell::Status(StatusCell { key, word, tone })
}

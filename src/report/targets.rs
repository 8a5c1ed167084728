//! Phụ lục 01: the targets, their results, and how the two compare on a day.

use super::own::{own_cells, own_column};
use super::wording::{self, assessment, attached_to, maybe, names};
use crate::answer::{PlanTargets, TargetLine, TargetRow, TargetsAnswer};
use crate::deadline::label_name;
use crate::document::{Block, Cell, Column, Document, Media, Table, TableRow};
use crate::language::{Lang, Message, show_number};
use crate::message;
use crate::model::{Figure, OwnColumn, Plan, TargetResult, TargetValue};
use crate::status::TargetStatus;
use crate::vietnamese::WrittenNumber;

/// The annexes of some plans on a day, and their sum.
pub fn targets(answer: &TargetsAnswer<'_>) -> Document {
    let mut document = Document::new(Message::fixed("PHỤ LỤC 01", "ANNEX 01"));
    document.stacked = true;
    document.subtitle.push(Message::fixed("CHỈ TIÊU VÀ KẾT QUẢ THỰC HIỆN", "TARGETS AND THEIR RESULTS"));
    for targets in &answer.plans {
        let mut table = annex_table(targets, &answer.own);
        if answer.plans.len() == 1 {
            document.subtitle.push(Message::same(&targets.plan.title));
            document.subtitle.extend(attached_to(targets.plan));
        } else {
            table.caption = Some(Message::same(&targets.plan.title));
        }
        document.blocks.push(Block::Table(table));
    }
    document = wording::as_of(document, answer.as_of);
    document.blocks.extend((!answer.plans.is_empty()).then(|| Block::Paragraph(sum(answer))));
    document
}

/// A result as it is read beside its target: a bare number takes the target's unit of measure, a quotient stands
/// behind its percentage.
pub(super) fn result(value: &TargetValue, result: &TargetResult) -> Cell {
    let is_bare = WrittenNumber::split(result.text.trim()).is_some_and(|(_, rest)| rest.is_empty());
    match (result.value, value.measure()) {
        (Figure::Number(number), Some(measure)) if is_bare => Cell::Number(number, measure.sign().to_owned()),
        (Figure::Share(share), _) => {
            let shown = |lang| {
                format!("{}% ({})", show_number((share * 10.0 + 0.5).floor() / 10.0, lang), result.text)
            };
            Cell::Message(Message::new(shown(Lang::Vi), shown(Lang::En)))
        }
        _ => Cell::text(&result.text),
    }
}

/// The columns of targets with their results.
pub(super) fn annex_columns(own: &[&OwnColumn]) -> Vec<Column> {
    let mut columns = vec![
        // Readers see a target with several occurrences once, a spreadsheet in every row.
        Column::figures(Message::fixed("TT", "No."), "no").centered().only_on(Media::READERS),
        Column::title(Message::fixed("Chỉ tiêu", "Target"), "title").only_on(Media::READERS),
        Column::figures(Message::fixed("TT", "No."), "no").only_on(Media::SPREADSHEET),
        Column::words(Message::fixed("Mã", "Id"), "id").only_on(Media::SPREADSHEET),
        Column::title(Message::fixed("Chỉ tiêu", "Target"), "title").only_on(Media::SPREADSHEET),
        Column::words(Message::fixed("Kỳ", "Period"), "period").only_on(Media::SPREADSHEET),
        Column::figures(Message::fixed("Giao", "Asked"), "value"),
        Column::figures(Message::fixed("Kết quả", "Result"), "result"),
        Column::figures(Message::fixed("Tỷ lệ %", "%"), "attainment_pct").hide_if_all_zero(),
        Column::words(Message::fixed("Đánh giá", "Assessment"), "assessment"),
        Column::words(Message::fixed("Đơn vị", "Lead"), "lead").needs_room(),
        Column::words(Message::fixed("Thời hạn", "Deadline"), "due_text").needs_room(),
        Column::words(Message::fixed("Ngày báo cáo", "Reported"), "reported").only_on(Media::SPREADSHEET),
    ];
    columns.extend(own.iter().map(|column| own_column(column)));
    columns
}

/// The targets of a plan with their results.
pub(super) fn annex_table(targets: &PlanTargets<'_>, own: &[&OwnColumn]) -> Table {
    let plan = targets.plan;
    let mut table = Table::new(annex_columns(own));
    table.constants.push((Column::words(Message::fixed("Kế hoạch", "Plan"), "plan"), Cell::text(&plan.id)));
    table.rows.extend(targets.lines.iter().map(|line| match line {
        TargetLine::Goal { mark, goal } => TableRow::Group {
            mark: mark.clone(),
            title: goal.map_or(Message::fixed("Chỉ tiêu chung", "Targets of no single goal"), |goal| {
                Message::same(&goal.title)
            }),
        },
        TargetLine::Target(row) => {
            let mut cells = cells(plan, row);
            cells.extend(own_cells(plan, &row.assessed.target.own, own));
            TableRow::Body(cells)
        }
    }));
    table
}

fn cells(plan: &Plan, row: &TargetRow<'_>) -> Vec<Cell> {
    let (target, assessed) = (row.assessed.target, &row.assessed);
    let number = Cell::Count(row.number as u64);
    vec![
        if row.is_first { number.clone() } else { Cell::Empty },
        title(row),
        number,
        Cell::text(&target.id),
        Cell::text(&target.title),
        maybe(assessed.period()),
        Cell::text(&assessed.horizon.value_text),
        Cell::or_empty(assessed.result, |result| self::result(&assessed.horizon.value, result)),
        Cell::or_empty(assessed.attainment_pct, |share| Cell::Percent(Some(share))),
        assessment(assessed.assessment),
        names(plan, &target.lead),
        maybe(assessed.horizon.due_text.as_deref()),
        Cell::or_empty(assessed.result, |result| Cell::Date(result.date)),
    ]
}

/// The title with the span of the occurrence, which stands alone in the rows below the first; or with the day of the
/// one of several values that counts.
fn title(row: &TargetRow<'_>) -> Cell {
    let title = &row.assessed.target.title;
    match (row.assessed.period(), period(&row.assessed)) {
        (Some(_), Cell::Message(span)) => {
            let title = if row.is_first { format!("{title} ") } else { String::new() };
            let (vi, en) = (span.get(Lang::Vi), span.get(Lang::En));
            Cell::Message(message!("{title}– {vi}", "{title}– {en}"))
        }
        (None, Cell::Text(day)) => Cell::text(format!("{title} ({day})")),
        _ => Cell::text(title),
    }
}

/// The span of an occurrence, or the day of the one of several values that counts.
pub(super) fn period(assessed: &TargetStatus<'_>) -> Cell {
    match assessed.period() {
        Some(label) => Cell::Message(label_name(label, true)),
        None if assessed.target.horizons.len() > 1 => maybe(assessed.horizon.due_text.as_deref()),
        None => Cell::Empty,
    }
}

/// `7 chỉ tiêu: 1 đạt, 4 đang thực hiện, 2 chưa có số liệu.`
pub(super) fn sum(answer: &TargetsAnswer<'_>) -> Message {
    let say = |lang: Lang| {
        let counts = answer.counts.iter();
        let parts = counts.map(|(assessment, count)| format!("{count} {}", assessment.name().get(lang)));
        parts.collect::<Vec<_>>().join(", ")
    };
    let (total, assessments, vi, en) = (answer.total, answer.assessments, say(Lang::Vi), say(Lang::En));
    let noun = if total == 1 { "target" } else { "targets" };
    if assessments == total {
        return message!("{total} chỉ tiêu: {vi}.", "{total} {noun}: {en}.");
    }
    message!(
        "{total} chỉ tiêu, {assessments} lần đánh giá: {vi}.",
        "{total} {noun}, {assessments} assessments: {en}."
    )
}

//! Phụ lục 01: what must be reached, what was, and how the two compare on a day.

use super::wording::{self, assessment, attached_to, maybe, names};
use crate::date::AsOf;
use crate::document::{Block, Cell, Column, Document, Media, Table, TableRow, same};
use crate::language::{Lang, Message};
use crate::message;
use crate::model::{Figure, GoalIx, Plan, TargetIx, TargetResult, TargetValue};
use crate::status::{Assessment, TargetStatus, assess_all};
use crate::vietnamese::roman;

/// The targets of one plan that are asked for.
#[derive(Debug)]
pub struct Targets<'p> {
    /// The plan.
    pub plan: &'p Plan,
    /// The targets with their numbers (TT) in the whole annex: by goal, in the order of the document; those of
    /// no goal last.
    pub rows: Vec<(usize, TargetStatus<'p>)>,
}

impl<'p> Targets<'p> {
    /// The targets of a plan on a day, as far as they are wanted.
    pub fn of(plan: &'p Plan, as_of: AsOf, wanted: &[TargetIx]) -> Self {
        let mut all: Vec<(usize, TargetStatus<'p>)> = assess_all(plan, as_of).enumerate().collect();
        all.sort_by_key(|(_, assessed)| place_of(assessed.target.goal));
        let numbered = all.into_iter().zip(1..);
        let rows = numbered
            .filter(|((at, _), _)| wanted.contains(&TargetIx::new(*at)))
            .map(|((_, assessed), number)| (number, assessed))
            .collect();
        Self { plan, rows }
    }

    fn table(&self) -> Table {
        let plan = self.plan;
        let mut table = Table::new(vec![
            Column::figures(Message::fixed("TT", "No."), "no").centered(),
            Column::words(Message::fixed("Mã", "Id"), "id").only_on(Media::SPREADSHEET),
            Column::title(Message::fixed("Chỉ tiêu", "Target"), "title"),
            Column::figures(Message::fixed("Giao", "Asked"), "value"),
            Column::figures(Message::fixed("Kết quả", "Result"), "result"),
            Column::figures(Message::fixed("Tỷ lệ %", "%"), "attainment_pct").hide_if_all_zero(),
            Column::words(Message::fixed("Đánh giá", "Assessment"), "assessment"),
            Column::words(Message::fixed("Đơn vị", "Lead"), "lead").needs_room(),
            Column::words(Message::fixed("Thời hạn", "Deadline"), "due_text").needs_room(),
            Column::words(Message::fixed("Ngày báo cáo", "Reported"), "reported").only_on(Media::SPREADSHEET),
        ]);
        table
            .constants
            .push((Column::words(Message::fixed("Kế hoạch", "Plan"), "plan"), Cell::text(&plan.id)));
        // Counted over the goals that have targets, so that an extract keeps the numbers of the whole.
        let mut goals: Vec<usize> = plan.targets.iter().map(|target| place_of(target.goal)).collect();
        goals.sort_unstable();
        goals.dedup();
        let number_of = |goal| goals.partition_point(|before| *before < place_of(goal)) + 1;
        let mut open: Option<Option<GoalIx>> = None;
        for (number, assessed) in &self.rows {
            let target = assessed.target;
            if open != Some(target.goal) && !plan.goals.is_empty() {
                open = Some(target.goal);
                table.rows.push(match target.goal {
                    Some(goal) => TableRow::Group {
                        mark: roman(number_of(target.goal)),
                        title: same(&plan.goal(goal).title),
                    },
                    None => TableRow::Group {
                        mark: roman(number_of(None)),
                        title: Message::fixed("Chỉ tiêu chung", "Targets of no single goal"),
                    },
                });
            }
            table.rows.push(TableRow::Body(vec![
                Cell::Count(*number as u64),
                Cell::text(&target.id),
                Cell::text(&target.title),
                Cell::text(&target.value_text),
                Cell::or_empty(assessed.result, |result| self::result(&target.value, result)),
                Cell::or_empty(assessed.attainment_pct, |share| Cell::Percent(Some(share))),
                assessment(assessed.assessment),
                names(plan, &target.lead),
                maybe(target.due_text.as_deref()),
                Cell::or_empty(assessed.result, |result| Cell::Date(result.date)),
            ]));
        }
        table
    }
}

/// Where the targets of a goal stand: those of none last.
fn place_of(goal: Option<GoalIx>) -> usize {
    goal.map_or(usize::MAX, GoalIx::at)
}

/// The annexes of some plans on a day, and what they add up to.
pub fn targets(all: &[Targets<'_>], as_of: AsOf) -> Document {
    let mut document = Document::new(Message::fixed("PHỤ LỤC 01", "ANNEX 01"));
    document.stacked = true;
    document.subtitle.push(Message::fixed("CHỈ TIÊU VÀ KẾT QUẢ THỰC HIỆN", "TARGETS AND THEIR RESULTS"));
    for targets in all {
        let mut table = targets.table();
        if all.len() == 1 {
            document.subtitle.push(same(&targets.plan.title));
            document.subtitle.extend(attached_to(targets.plan));
        } else {
            table.caption = Some(same(&targets.plan.title));
        }
        document.blocks.push(Block::Table(table));
    }
    document = wording::as_of(document, as_of);
    document.blocks.extend((!all.is_empty()).then(|| Block::Paragraph(sum(all))));
    document
}

/// A result as it is read beside its target: a bare number takes the target's unit.
pub(super) fn result(value: &TargetValue, result: &TargetResult) -> Cell {
    let is_bare = result.text.trim().parse::<f64>().is_ok();
    match (result.value, value) {
        (Figure::Number(number), TargetValue::Number(_, _, unit) | TargetValue::Range(_, _, unit))
            if is_bare =>
        {
            Cell::Number(number, unit.clone())
        }
        _ => Cell::text(&result.text),
    }
}

/// `7 chỉ tiêu: 1 đạt, 4 đang thực hiện, 2 chưa có số liệu.`
fn sum(all: &[Targets<'_>]) -> Message {
    let rows = || all.iter().flat_map(|targets| &targets.rows);
    let total = rows().count();
    let counts: Vec<(usize, Assessment)> = Assessment::ALL
        .into_iter()
        .map(|assessment| (rows().filter(|(_, it)| it.assessment == assessment).count(), assessment))
        .filter(|(count, _)| *count > 0)
        .collect();
    let say = |lang: Lang| {
        let parts: Vec<String> = counts
            .iter()
            .map(|(count, assessment)| format!("{count} {}", assessment.name().get(lang)))
            .collect();
        parts.join(", ")
    };
    let (vi, en) = (say(Lang::Vi), say(Lang::En));
    let noun = if total == 1 { "target" } else { "targets" };
    message!("{total} chỉ tiêu: {vi}.", "{total} {noun}: {en}.")
}

//! Phụ lục 02 as the document prints it: what is to be done, who leads, who takes part, by when, with what
//! result.
//!
//! Every tracked task or row stands in it once, in the order of the document, under the sections that it
//! stands in. Labels are left out, and so are duties told twice: each stands where it is tracked. An extract
//! keeps the numbers that its rows have in the whole, so that both speak of the same line.

use std::collections::HashMap;

use super::wording::{self, attached_to, maybe, names};
use crate::date::AsOf;
use crate::document::{Block, Cell, Column, Document, Media, Table, TableRow, same};
use crate::language::Message;
use crate::message;
use crate::model::{Assignment, AssignmentIx, Plan, Section, SectionIx};
use crate::vietnamese::roman;

/// The rows of one plan that are asked for.
#[derive(Debug)]
pub struct Schedule<'p> {
    /// The plan.
    pub plan: &'p Plan,
    /// The rows, in the order of the document.
    pub rows: Vec<Scheduled<'p>>,
}

/// One row of Phụ lục 02.
#[derive(Debug)]
pub struct Scheduled<'p> {
    /// Its number (TT) in the whole annex.
    pub number: usize,
    /// The tracked task or row.
    pub item: &'p Assignment,
}

impl<'p> Schedule<'p> {
    /// The tracked tasks and rows of a plan that are wanted.
    pub fn of(plan: &'p Plan, wanted: impl Fn(AssignmentIx) -> bool) -> Self {
        let rows =
            plan.assignments.iter().enumerate().map(|(at, item)| (at, Scheduled { number: at + 1, item }));
        let rows = rows.filter(|(at, _)| wanted(AssignmentIx::new(*at))).map(|(_, row)| row).collect();
        Self { plan, rows }
    }

    /// Whether rows of the annex were left out.
    fn is_extract(&self) -> bool {
        self.rows.len() < self.plan.assignments.len()
    }

    fn table(&self) -> Table {
        let plan = self.plan;
        let mut table = Table::new(vec![
            Column::figures(Message::fixed("TT", "No."), "no").centered(),
            Column::words(Message::fixed("Mã", "Id"), "id").only_on(Media::SPREADSHEET),
            Column::title(Message::fixed("Nội dung", "Duty"), "title"),
            Column::words(Message::fixed("Chủ trì", "Lead"), "lead"),
            Column::words(Message::fixed("Phối hợp", "With"), "with").hide_if_all_zero(),
            Column::words(Message::fixed("Giao thực hiện", "Carried out by"), "to")
                .only_on(Media::SPREADSHEET),
            Column::words(Message::fixed("Thời hạn", "Deadline"), "due_text"),
            Column::words(Message::fixed("Sản phẩm", "Output"), "output").hide_if_all_zero(),
        ]);
        table
            .constants
            .push((Column::words(Message::fixed("Kế hoạch", "Plan"), "plan"), Cell::text(&plan.id)));
        let marks = Marks::of(plan);
        let heading = |section: SectionIx| TableRow::Group {
            mark: marks.mark(plan, section),
            title: same(&plan.section(section).title),
        };
        let mut open: Vec<SectionIx> = Vec::new();
        let mut is_apart = false;
        for Scheduled { number, item } in &self.rows {
            let path = path(plan, item.section);
            let kept = open.iter().zip(&path).take_while(|(a, b)| a == b).count();
            table.rows.extend(path[kept..].iter().copied().map(heading));
            // A row right under II after those of II.1 needs its heading again.
            let again = path.last().filter(|_| kept == path.len() && open.len() > kept);
            table.rows.extend(again.copied().map(heading));
            if path.is_empty() && !plan.sections.is_empty() && !is_apart {
                is_apart = true;
                let title = Message::fixed("Nhiệm vụ khác", "Other duties");
                table.rows.push(TableRow::Group { mark: String::new(), title });
            }
            open = path;
            table.rows.push(TableRow::Body(vec![
                Cell::Count(*number as u64),
                Cell::text(&item.id),
                Cell::text(&item.title),
                names(plan, &item.lead),
                names(plan, &item.with),
                names(plan, &item.to),
                maybe(item.due_text.as_deref()),
                maybe(item.output.as_deref()),
            ]));
        }
        table
    }
}

/// The annexes of some plans. One that is only an extract says so, and of which day.
pub fn schedule(schedules: &[Schedule<'_>], as_of: AsOf) -> Document {
    let mut document = Document::new(Message::fixed("PHỤ LỤC 02", "ANNEX 02"));
    document.stacked = true;
    document
        .subtitle
        .push(Message::fixed("NHIỆM VỤ, PHÂN CÔNG, TIẾN ĐỘ THỰC HIỆN", "DUTIES, THEIR LEADS AND DEADLINES"));
    let is_single = schedules.len() == 1;
    for schedule in schedules {
        let mut table = schedule.table();
        if is_single {
            document.subtitle.push(same(&schedule.plan.title));
            document.subtitle.extend(attached_to(schedule.plan));
        } else {
            table.caption = Some(same(&schedule.plan.title));
        }
        document.blocks.push(Block::Table(table));
    }
    if schedules.iter().any(Schedule::is_extract) {
        let rows: usize = schedules.iter().map(|schedule| schedule.rows.len()).sum();
        let all: usize = schedules.iter().map(|schedule| schedule.plan.assignments.len()).sum();
        document.subtitle.push(message!("Trích {rows} trong {all} dòng", "Extract: {rows} of {all} rows"));
        document = wording::as_of(document, as_of);
    }
    document
}

/// The sections above a row, the topmost first, its own last.
fn path(plan: &Plan, section: Option<SectionIx>) -> Vec<SectionIx> {
    let mut path = Vec::new();
    let mut at = section;
    // No section lies above itself; the checks see to that.
    while let Some(section) = at {
        path.push(section);
        at = plan.section(section).parent;
    }
    path.reverse();
    path
}

/// The numbers of the sections of a plan.
///
/// Roman numerals at the top, `II.1` below, counted over all sections of the document, those without a duty
/// among them: so they are the document's own numbers wherever it counts like that.
pub(super) struct Marks(Vec<usize>);

impl Marks {
    pub(super) fn of(plan: &Plan) -> Self {
        let mut below: HashMap<Option<SectionIx>, usize> = HashMap::new();
        let number = |section: &Section| {
            let count = below.entry(section.parent).or_default();
            *count += 1;
            *count
        };
        Self(plan.sections.iter().map(number).collect())
    }

    /// The number of a section: `II.1`.
    pub(super) fn mark(&self, plan: &Plan, section: SectionIx) -> String {
        let numbers: Vec<String> = path(plan, Some(section))
            .into_iter()
            .enumerate()
            .map(|(depth, at)| {
                let number = self.0[at.at()];
                if depth == 0 { roman(number) } else { number.to_string() }
            })
            .collect();
        numbers.join(".")
    }
}

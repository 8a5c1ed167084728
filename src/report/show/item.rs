//! A tracked task or row: what is written, then occurrence by occurrence, report by report.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap, HashSet};

use super::{Facts, Page, inherited, parties, titled};
use crate::date::{AsOf, Day};
use crate::document::{Block, Cell, Column, ExplanationStep, Media, Table, TableRow};
use crate::language::{Lang, Message};
use crate::message;
use crate::model::{
    AssignmentIx, Change, Holder, LeadMode, Plan, Provisions, Report, ReportState, TrackedEntry, WorkItem,
    WorkItemIx,
};
use crate::report::named::Name;
use crate::report::wording::{self, maybe, place, stated};
use crate::status::{Figures, Status, WorkItemStatus, evaluate};

/// An entry of `progress` or `changes` as far as it is about one item: whose work items it speaks of, and
/// which of their occurrences; neither where it holds for all of them.
#[derive(Debug)]
pub struct Told<'p, E> {
    /// The entry.
    pub entry: &'p E,
    /// Whose work items.
    pub units: Vec<String>,
    /// Which occurrences.
    pub periods: Vec<&'p str>,
}

/// The work items of an item on a day, those of the key where the name is one.
pub fn occurrences(plan: &Plan, item: AssignmentIx, name: &Name<'_>, as_of: AsOf) -> Vec<WorkItemStatus> {
    let is_meant = |work_item: &WorkItem| {
        let period = plan.period_label(work_item).unwrap_or("-");
        name.unit.is_none_or(|unit| plan.holder_id(work_item).eq_ignore_ascii_case(unit))
            && name.period.is_none_or(|wanted| wanted.eq_ignore_ascii_case(period))
    };
    let work_items = plan.work_items_of(item).filter(|at| is_meant(&plan.work_items[*at]));
    work_items.map(|at| evaluate(plan, WorkItemIx::new(at), as_of)).collect()
}

/// The reports on some work items of one item that count on their day, in their order.
pub fn reports<'p>(plan: &'p Plan, items: &[WorkItemStatus]) -> Vec<Told<'p, Report>> {
    let of = |work_item: &'p WorkItem| work_item.reports.as_slice();
    let counts = |as_of: AsOf, report: &Report| as_of.counts(report.date, report.as_of);
    told(plan, items, &plan.reports, of, counts)
}

/// The changes of some work items of one item that are in force on their day, in their order.
pub fn changes<'p>(plan: &'p Plan, items: &[WorkItemStatus]) -> Vec<Told<'p, Change>> {
    let of = |work_item: &'p WorkItem| work_item.changes.as_slice();
    told(plan, items, &plan.changes, of, |as_of, change| as_of.is_in_force(change.date))
}

fn told<'p, E>(
    plan: &'p Plan,
    items: &[WorkItemStatus],
    entries: &'p [E],
    of: impl Fn(&'p WorkItem) -> &'p [u32],
    counts: impl Fn(AsOf, &E) -> bool,
) -> Vec<Told<'p, E>> {
    let mut found: BTreeMap<u32, Told<'p, E>> = BTreeMap::new();
    for item in items {
        let work_item = item.work_item(plan);
        for at in of(work_item) {
            let Some(entry) = entries.get(*at as usize).filter(|entry| counts(item.as_of, entry)) else {
                continue;
            };
            let told =
                found.entry(*at).or_insert_with(|| Told { entry, units: Vec::new(), periods: Vec::new() });
            let unit = plan.holder_id(work_item);
            if !told.units.contains(&unit) {
                told.units.push(unit);
            }
            told.periods.extend(plan.period_label(work_item).filter(|period| !told.periods.contains(period)));
        }
    }
    found.into_values().collect()
}

impl Page<'_> {
    pub(super) fn item(&self, ix: AssignmentIx) -> Vec<Block> {
        let (plan, item) = (self.plan, self.plan.assignment(ix));
        let (kind, duty): (Message, &Provisions) = match item.tracked {
            TrackedEntry::Row(row) => {
                (Message::fixed("dòng của Phụ lục 02", "row of the schedule"), &plan.row(row).provisions)
            }
            TrackedEntry::Task(task) => (Message::fixed("nhiệm vụ", "task"), &plan.task(task).provisions),
        };
        let mut facts = Facts::of(kind, item.place, self.sources);
        if let (TrackedEntry::Row(_), Some(task)) = (item.tracked, item.task) {
            let task = plan.task(task);
            let value = titled(std::iter::once((&task.id, &task.title)));
            facts.add_at(Message::fixed("Nhiệm vụ", "Task"), "task", value, Some(task.provisions.place));
        }
        let section = item.section.map(|section| plan.section(section));
        facts.add(
            Message::fixed("Phần", "Section"),
            "section",
            titled(section.iter().map(|it| (&it.id, &it.title))),
        );
        facts.add(Message::fixed("Nguyên văn", "Message"), "text", maybe(item.text.as_deref()));
        let lead = inherited(item.lead_inherited, &parties(plan, &item.lead));
        facts.add(Message::fixed("Chủ trì", "Lead"), "lead", lead);
        if item.mode == LeadMode::Joint {
            let joint = Message::fixed("chung một việc", "all for one work item");
            facts.add(Message::fixed("Cách giao", "Mode"), "mode", Cell::Message(joint));
        }
        facts.add(Message::fixed("Phối hợp", "With"), "with", parties(plan, &item.with));
        facts.add(Message::fixed("Giao thực hiện", "Carried out by"), "to", parties(plan, &item.to));
        let due = inherited(item.due_inherited, &maybe(item.due_text.as_deref()));
        facts.add_at(Message::fixed("Thời hạn", "Deadline"), "due_text", due, item.due_place);
        if let Some(read) = &item.deadline.expression {
            facts.add(Message::fixed("Hiểu là", "Read as"), "read_as", Cell::text(read.to_string()));
        }
        facts.add(Message::fixed("Sản phẩm", "Output"), "output", maybe(item.output.as_deref()));
        let goals = item.goals.iter().map(|goal| plan.goal(*goal)).map(|it| (&it.id, &it.title));
        facts.add(Message::fixed("Mục tiêu", "Goals"), "goals", titled(goals));
        let targets = item.targets.iter().map(|target| plan.target(*target)).map(|it| (&it.id, &it.title));
        facts.add(Message::fixed("Chỉ tiêu", "Targets"), "targets", titled(targets));
        facts.add(Message::fixed("Nhãn", "Tags"), "tags", Cell::List(item.tags.clone()));
        facts.add(Message::fixed("Căn cứ ở", "Source"), "source", maybe(duty.source.as_deref()));
        facts.add(Message::fixed("Ghi chú", "Note"), "note", maybe(item.note.as_deref()));

        let items = occurrences(plan, ix, &self.name, self.as_of);
        facts.add(Message::fixed("Tình hình", "Summary"), "summary", summary(&items));
        let mut blocks = vec![facts.block()];
        if !items.is_empty() {
            blocks.push(Block::Heading(Message::fixed("Từng kỳ", "Occurrences")));
            blocks.push(Block::Table(occurrence_table(plan, &items)));
        }
        let choice = Choice::of(plan, &items);
        let reports = reports(plan, &items);
        if !reports.is_empty() {
            blocks.push(Block::Heading(Message::fixed("Báo cáo", "Reports")));
            blocks.push(Block::Steps(reports.iter().map(|told| self.report(&choice, told)).collect()));
        }
        let changes = changes(plan, &items);
        if !changes.is_empty() {
            blocks.push(Block::Heading(Message::fixed("Điều chỉnh", "Changes")));
            blocks.push(Block::Steps(changes.iter().map(|told| self.change(&choice, told)).collect()));
        }
        blocks
    }

    fn report(&self, choice: &Choice<'_>, told: &Told<'_, Report>) -> ExplanationStep {
        let report = told.entry;
        let say = |lang: Lang| {
            let mut said = choice.about(report.date, told, lang);
            if report.as_of != report.date {
                let day = report.as_of.show(lang);
                said += &lang.pick(format!(", nói về ngày {day}"), format!(", speaking of {day}"));
            }
            let state = report.state.map(|state| state_name(state).get(lang).to_owned());
            let percent = report.percent.map(|stated| {
                let words = format!("{stated}%");
                lang.pick(words.replace('.', ","), words)
            });
            said = format!("{said}: {}", state.into_iter().chain(percent).collect::<Vec<_>>().join(", "));
            for (vi, en, words) in [
                ("minh chứng", "evidence", &report.evidence),
                ("khó khăn", "difficulty", &report.difficulty),
                ("đề xuất", "proposal", &report.proposal),
                ("ghi chú", "note", &report.note),
            ] {
                let Some(words) = words else { continue };
                let name = lang.pick(vi, en);
                said = format!("{said}; {name}: {words}");
            }
            said
        };
        ExplanationStep::new(Message::new(say(Lang::Vi), say(Lang::En))).at(place(self.sources, report.place))
    }

    fn change(&self, choice: &Choice<'_>, told: &Told<'_, Change>) -> ExplanationStep {
        let change = told.entry;
        let say = |lang: Lang| {
            let mut parts = Vec::new();
            if let Some(due) = change.due {
                parts.push(lang.pick("thời hạn mới ", "now due ").to_owned() + &due.show(lang));
            }
            if change.dropped {
                parts.push(Status::Dropped.name().get(lang).to_owned());
            }
            if let Some(lead) = change.lead {
                let name = &self.plan.registry.unit(lead).name;
                parts.push(lang.pick(format!("chủ trì: {name}"), format!("lead: {name}")));
            }
            if let Some(by) = &change.by {
                parts.push(lang.pick(format!("theo {by}"), format!("by {by}")));
            }
            if let Some(reason) = &change.reason {
                parts.push(lang.pick(format!("lý do: {reason}"), format!("reason: {reason}")));
            }
            format!("{}: {}", choice.about(change.date, told, lang), parts.join("; "))
        };
        ExplanationStep::new(Message::new(say(Lang::Vi), say(Lang::En))).at(place(self.sources, change.place))
    }
}

/// What an entry may be about, of some work items of one item.
struct Choice<'p> {
    /// The names of those who hold them, by their ids.
    holders: HashMap<String, Cow<'p, str>>,
    periods: HashSet<&'p str>,
}

impl<'p> Choice<'p> {
    fn of(plan: &'p Plan, items: &[WorkItemStatus]) -> Self {
        let mut choice = Self { holders: HashMap::new(), periods: HashSet::new() };
        let mut before = None;
        for item in items {
            choice.periods.extend(item.period(plan));
            let work_item = item.work_item(plan);
            // Those of one holder stand together.
            if before.replace(work_item.holder) == Some(work_item.holder) {
                continue;
            }
            choice.holders.entry(plan.holder_id(work_item)).or_insert_with(|| match work_item.holder {
                Holder::Unit(unit) => plan.registry.unit(unit).name.as_str().into(),
                Holder::Group(_) | Holder::Joint => item.unit_name(plan),
            });
        }
        choice
    }

    /// The day of an entry, and what it is about where there is a choice: its units, its occurrences.
    fn about<E>(&self, date: Day, told: &Told<'_, E>, lang: Lang) -> String {
        let mut parts = vec![date.show(lang)];
        if self.holders.len() > 1 && told.units.len() == self.holders.len() {
            parts.push(lang.pick("mọi đơn vị", "all units").to_owned());
        } else if self.holders.len() > 1 {
            let names = told.units.iter().filter_map(|id| self.holders.get(id));
            parts.extend(names.map(|name| name.clone().into_owned()));
        }
        if self.periods.len() > 1 && told.periods.len() == self.periods.len() {
            parts.push(lang.pick("mọi kỳ", "all periods").to_owned());
        } else {
            parts.extend(told.periods.iter().map(|period| (*period).to_owned()));
        }
        parts.join(", ")
    }
}

/// `4 việc: 2 hoàn thành đúng hạn, 1 quá hạn, 1 chưa đến kỳ`
pub(super) fn summary<'i>(items: impl IntoIterator<Item = &'i WorkItemStatus>) -> Cell {
    let figures: Figures = items.into_iter().collect();
    let total = figures.total();
    if total == 0 {
        return Cell::Empty;
    }
    let say = |lang: Lang| {
        let counted = Status::ALL.into_iter().filter(|status| figures.count(*status) > 0);
        let counted = counted.map(|status| format!("{} {}", figures.count(status), status.name().get(lang)));
        counted.collect::<Vec<_>>().join(", ")
    };
    let (vi, en) = (say(Lang::Vi), say(Lang::En));
    let noun = if total == 1 { "work item" } else { "work items" };
    Cell::Message(message!("{total} việc: {vi}", "{total} {noun}: {en}"))
}

/// The name of a state that a report gives.
pub(super) fn state_name(state: ReportState) -> Message {
    match state {
        ReportState::Started => Message::fixed("đã bắt đầu", "started"),
        ReportState::Done => Message::fixed("đã hoàn thành", "done"),
        ReportState::Paused => Message::fixed("tạm dừng", "paused"),
        ReportState::Reopened => Message::fixed("mở lại", "reopened"),
    }
}

fn occurrence_table(plan: &Plan, items: &[WorkItemStatus]) -> Table {
    let mut table = Table::new(vec![
        unit_column(plan, items),
        Column::words(Message::fixed("Kỳ", "Period"), "period").hide_if_all_zero(),
        Column::words(Message::fixed("Từ ngày", "From"), "from").hide_if_all_zero().needs_room(),
        Column::words(Message::fixed("Ngày cuối", "Due"), "due").hide_if_all_zero().needs_room(),
        Column::words(Message::fixed("Gia hạn đến", "Extended to"), "extended_to").hide_if_all_zero(),
        Column::words(Message::fixed("Hạn", "Deadline"), "deadline").hide_if_all_zero(),
        Column::words(Message::fixed("Tình trạng", "Status"), "status"),
        Column::figures(Message::fixed("%", "%"), "percent").hide_if_all_zero(),
        Column::words(Message::fixed("Xong ngày", "Done"), "done").hide_if_all_zero(),
        Column::figures(Message::fixed("Trễ (ngày)", "Days late"), "days_late").hide_if_all_zero(),
        Column::words(Message::fixed("Báo cáo", "Reported"), "reported").hide_if_all_zero().needs_room(),
        Column::title(Message::fixed("Minh chứng", "Evidence"), "evidence").hide_if_all_zero().needs_room(),
    ]);
    for item in items {
        table.rows.push(TableRow::Body(vec![
            Cell::text(item.unit_name(plan)),
            maybe(item.period(plan)),
            Cell::or_empty(item.from, Cell::Date),
            Cell::or_empty(item.due, Cell::Date),
            Cell::or_empty(item.extended_to, Cell::Date),
            Cell::or_empty(item.deadline, Cell::Date),
            wording::status(item.status),
            stated(item.percent),
            Cell::or_empty(item.done, Cell::Date),
            Cell::or_empty(Some(item.days_late).filter(|days| *days > 0), Cell::Days),
            Cell::or_empty(item.reported, Cell::Date),
            Cell::List(item.evidence(plan).map(str::to_owned).collect()),
        ]));
    }
    table
}

/// The column of units; only programs need it where all work items are of one, and always were.
fn unit_column(plan: &Plan, items: &[WorkItemStatus]) -> Column {
    let column = Column::words(Message::fixed("Đơn vị", "Unit"), "unit");
    let mut units = items.iter().map(|item| (item.unit, item.work_item(plan).holder));
    let first = units.next();
    let has_moved = first.is_some_and(|(unit, holder)| unit != holder);
    if !has_moved && units.all(|unit| Some(unit) == first) {
        column.only_on(Media::SPREADSHEET)
    } else {
        column
    }
}

//! A tracked task or row: what is written, then occurrence by occurrence, report by report.

use super::facts::{Facts, inherited, parties, summary, titled};
use crate::answer::{AssignmentPage, MatchedEntry};
use crate::date::Day;
use crate::document::{Block, Cell, Column, Media, NumberedStep, Table, TableRow};
use crate::language::{Lang, Message};
use crate::model::{Change, LeadMode, Plan, Report, ReportState, TrackedEntry};
use crate::report::wording::{self, maybe, place, stated};
use crate::span::Sources;
use crate::status::{Status, WorkItemStatus};

pub(super) fn assignment(page: &AssignmentPage<'_>, plan: &Plan, sources: &Sources) -> Vec<Block> {
    let item = page.assignment;
    let kind = match item.tracked {
        TrackedEntry::Row(_) => Message::fixed("dòng của Phụ lục 02", "row of the schedule"),
        TrackedEntry::Task(_) => Message::fixed("nhiệm vụ", "task"),
    };
    let mut facts = Facts::of(kind, item.place, sources);
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
    facts.add(Message::fixed("Căn cứ ở", "Source"), "source", maybe(page.provisions.source.as_deref()));
    facts.add(Message::fixed("Ghi chú", "Note"), "note", maybe(item.note.as_deref()));

    facts.add(Message::fixed("Tình hình", "Summary"), "summary", summary(&page.figures));
    let mut blocks = vec![facts.block()];
    if !page.occurrences.is_empty() {
        blocks.push(Block::Heading(Message::fixed("Từng kỳ", "Occurrences")));
        blocks.push(Block::Table(occurrence_table(plan, &page.occurrences)));
    }
    if !page.reports.is_empty() {
        blocks.push(Block::Heading(Message::fixed("Báo cáo", "Reports")));
        blocks.push(Block::Steps(page.reports.iter().map(|matched| report(matched, sources)).collect()));
    }
    if !page.changes.is_empty() {
        blocks.push(Block::Heading(Message::fixed("Điều chỉnh", "Changes")));
        blocks
            .push(Block::Steps(page.changes.iter().map(|matched| change(matched, plan, sources)).collect()));
    }
    blocks
}

fn report(matched: &MatchedEntry<'_, Report>, sources: &Sources) -> NumberedStep {
    let report = matched.entry;
    let say = |lang: Lang| {
        let mut said = about(report.date, matched, lang);
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
    NumberedStep::new(Message::new(say(Lang::Vi), say(Lang::En))).at(place(sources, report.place))
}

fn change(matched: &MatchedEntry<'_, Change>, plan: &Plan, sources: &Sources) -> NumberedStep {
    let change = matched.entry;
    let say = |lang: Lang| {
        let mut parts = Vec::new();
        if let Some(due) = change.due {
            parts.push(lang.pick("thời hạn mới ", "now due ").to_owned() + &due.show(lang));
        }
        if change.dropped {
            parts.push(Status::Dropped.name().get(lang).to_owned());
        }
        if let Some(lead) = change.lead {
            let name = &plan.registry.unit(lead).name;
            parts.push(lang.pick(format!("chủ trì: {name}"), format!("lead: {name}")));
        }
        if let Some(by) = &change.by {
            parts.push(lang.pick(format!("theo {by}"), format!("by {by}")));
        }
        if let Some(reason) = &change.reason {
            parts.push(lang.pick(format!("lý do: {reason}"), format!("reason: {reason}")));
        }
        format!("{}: {}", about(change.date, matched, lang), parts.join("; "))
    };
    NumberedStep::new(Message::new(say(Lang::Vi), say(Lang::En))).at(place(sources, change.place))
}

/// The day of an entry, and what it is about where there is a choice: its units, its occurrences.
fn about<E>(date: Day, matched: &MatchedEntry<'_, E>, lang: Lang) -> String {
    let mut parts = vec![date.show(lang)];
    if matched.has_all_units {
        parts.push(lang.pick("mọi đơn vị", "all units").to_owned());
    }
    parts.extend(matched.unit_names.iter().map(|name| name.clone().into_owned()));
    if matched.has_all_periods {
        parts.push(lang.pick("mọi kỳ", "all periods").to_owned());
    } else {
        parts.extend(matched.periods.iter().map(|period| (*period).to_owned()));
    }
    parts.join(", ")
}

/// The name of a state that a report gives.
fn state_name(state: ReportState) -> Message {
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

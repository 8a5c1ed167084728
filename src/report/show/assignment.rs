//! The page of a tracked task or row: its provisions, then occurrence by occurrence, report by report.

use super::facts::{Facts, inherited, parties, titled};
use super::work::summary;
use crate::answer::{AssignmentPage, EntryScope, ScopedNames};
use crate::date::Day;
use crate::document::{Block, Cell, Column, Media, NumberedStep, Table, TableRow};
use crate::language::{Lang, Message};
use crate::message;
use crate::model::{Change, LeadMode, Plan, Report};
use crate::report::own::{own_cell, own_column, own_words};
use crate::report::wording::{self, maybe, place, stated};
use crate::span::Sources;
use crate::status::Status;

pub(super) fn blocks(plan: &Plan, page: &AssignmentPage<'_>, sources: &Sources) -> Vec<Block> {
    let mut blocks = vec![facts(plan, page, sources).block()];
    if !page.items.is_empty() {
        blocks.push(Block::Heading(Message::fixed("Từng kỳ", "Occurrences")));
        blocks.push(Block::Table(occurrence_table(plan, page)));
    }
    if !page.reports.is_empty() {
        blocks.push(Block::Heading(Message::fixed("Báo cáo", "Reports")));
        let steps = page.reports.iter().map(|scope| report_step(plan, scope, sources));
        blocks.push(Block::Steps(steps.collect()));
    }
    if !page.changes.is_empty() {
        blocks.push(Block::Heading(Message::fixed("Điều chỉnh", "Changes")));
        let steps = page.changes.iter().map(|scope| change_step(plan, scope, sources));
        blocks.push(Block::Steps(steps.collect()));
    }
    blocks
}

fn facts<'s>(plan: &Plan, page: &AssignmentPage<'_>, sources: &'s Sources) -> Facts<'s> {
    let assignment = page.assignment;
    let kind = if page.is_row {
        Message::fixed("dòng của Phụ lục 02", "row of the schedule")
    } else {
        Message::fixed("nhiệm vụ", "task")
    };
    let mut facts = Facts::of(kind, assignment.place, sources);
    if let Some(task) = page.task {
        let value = titled(std::iter::once((&task.id, &task.title)));
        facts.add_at(Message::fixed("Nhiệm vụ", "Task"), "task", value, Some(task.provisions.place));
    }
    let section = assignment.section.map(|section| plan.section(section));
    facts.add(
        Message::fixed("Phần", "Section"),
        "section",
        titled(section.iter().map(|it| (&it.id, &it.title))),
    );
    facts.add(Message::fixed("Nguyên văn", "Message"), "text", maybe(assignment.text.as_deref()));
    let inheritance = &assignment.inheritance;
    let lead = inherited(plan, inheritance.lead, &parties(plan, &assignment.lead));
    facts.add(Message::fixed("Chủ trì", "Lead"), "lead", lead);
    if assignment.mode == LeadMode::Joint {
        let joint = Message::fixed("chung một việc", "all for one work item");
        facts.add(Message::fixed("Cách giao", "Mode"), "mode", Cell::Message(joint));
    }
    let with = inherited(plan, inheritance.with, &parties(plan, &assignment.with));
    facts.add(Message::fixed("Phối hợp", "With"), "with", with);
    facts.add(Message::fixed("Giao thực hiện", "Carried out by"), "to", parties(plan, &assignment.to));
    let due = inherited(plan, inheritance.due, &maybe(assignment.due_text.as_deref()));
    facts.add_at(Message::fixed("Thời hạn", "Deadline"), "due_text", due, assignment.due_place);
    if let Some(read) = &assignment.deadline.expression {
        facts.add(Message::fixed("Hiểu là", "Read as"), "read_as", Cell::text(read.to_string()));
    }
    if let Some(roll) = assignment.roll {
        let word = roll.as_str();
        let (vi, en) = (roll.name().get(Lang::Vi).to_owned(), roll.name().get(Lang::En).to_owned());
        let value = message!("{vi} (roll: {word})", "{en} (roll: {word})");
        facts.add(Message::fixed("Gặp ngày nghỉ", "On a day off"), "roll", Cell::Message(value));
    }
    let output = inherited(plan, inheritance.output, &maybe(assignment.output.as_deref()));
    facts.add(Message::fixed("Sản phẩm", "Output"), "output", output);
    let goals = assignment.goals.iter().map(|goal| plan.goal(*goal)).map(|it| (&it.id, &it.title));
    facts.add(Message::fixed("Mục tiêu", "Goals"), "goals", titled(goals));
    let targets = assignment.targets.iter().map(|target| plan.target(*target)).map(|it| (&it.id, &it.title));
    facts.add(Message::fixed("Chỉ tiêu", "Targets"), "targets", titled(targets));
    facts.add(Message::fixed("Nhãn", "Tags"), "tags", Cell::List(assignment.tags.clone()));
    facts.add(Message::fixed("Căn cứ ở", "Source"), "source", maybe(page.provisions.source.as_deref()));
    facts.add(Message::fixed("Ghi chú", "Note"), "note", maybe(assignment.note.as_deref()));
    facts.add_own(plan, &assignment.own);
    facts.add(Message::fixed("Tình hình", "Summary"), "summary", summary(&page.figures));
    facts
}

fn report_step(plan: &Plan, scope: &EntryScope<'_, Report>, sources: &Sources) -> NumberedStep {
    let report = scope.entry;
    let say = |lang: Lang| {
        let mut said = about(report.date, scope, lang);
        if report.as_of != report.date {
            let day = report.as_of.show(lang);
            said += &lang.pick(format!(", nói về ngày {day}"), format!(", speaking of {day}"));
        }
        let state = report.state.map(|state| state.name().get(lang).to_owned());
        let percent = report.percent.map(|stated| {
            let words = format!("{stated}%");
            lang.pick(words.replace('.', ","), words)
        });
        let mut words = vec![state.into_iter().chain(percent).collect::<Vec<_>>().join(", ")];
        for (vi, en, text) in [
            ("minh chứng", "evidence", &report.evidence),
            ("khó khăn", "difficulty", &report.difficulty),
            ("đề xuất", "proposal", &report.proposal),
            ("ghi chú", "note", &report.note),
        ] {
            let name = lang.pick(vi, en);
            words.extend(text.as_ref().map(|text| format!("{name}: {text}")));
        }
        for (column, value) in report.own.iter() {
            let name = plan.column(column).title(lang);
            words.push(format!("{name}: {}", own_words(plan, value, lang)));
        }
        words.retain(|words| !words.is_empty());
        format!("{said}: {}", words.join("; "))
    };
    NumberedStep::new(Message::new(say(Lang::Vi), say(Lang::En))).at(place(sources, report.place))
}

fn change_step(plan: &Plan, scope: &EntryScope<'_, Change>, sources: &Sources) -> NumberedStep {
    let change = scope.entry;
    let say = |lang: Lang| {
        let mut parts = Vec::new();
        if let Some(due) = change.due {
            parts.push(lang.pick("thời hạn mới ", "now due ").to_owned() + &due.show(lang));
        }
        match change.dropped {
            Some(true) => parts.push(Status::Dropped.name().get(lang).to_owned()),
            Some(false) => parts.push(lang.pick("thực hiện trở lại", "taken up again").to_owned()),
            None => {}
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
        format!("{}: {}", about(change.date, scope, lang), parts.join("; "))
    };
    NumberedStep::new(Message::new(say(Lang::Vi), say(Lang::En))).at(place(sources, change.place))
}

/// The day of an entry, and the units and occurrences that it is about where there is a choice.
fn about<E>(date: Day, scope: &EntryScope<'_, E>, lang: Lang) -> String {
    let mut parts = vec![date.show(lang)];
    for (names, all) in [
        (&scope.unit_names, lang.pick("mọi đơn vị", "all units")),
        (&scope.period_names, lang.pick("mọi kỳ", "all periods")),
    ] {
        match names {
            ScopedNames::All => parts.push(all.to_owned()),
            ScopedNames::Some(names) => parts.extend(names.iter().cloned()),
        }
    }
    parts.join(", ")
}

fn occurrence_table(plan: &Plan, page: &AssignmentPage<'_>) -> Table {
    let unit = Column::words(Message::fixed("Đơn vị", "Unit"), "unit");
    // Only spreadsheets need the unit where all work items are of one.
    let unit = if page.has_several_units { unit } else { unit.only_on(Media::SPREADSHEET) };
    let mut table = Table::new(vec![
        unit,
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
    table.columns.extend(page.reported_columns.iter().map(|column| own_column(plan.column(*column))));
    for item in &page.items {
        let mut cells = vec![
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
        ];
        cells.extend(page.reported_columns.iter().map(|column| own_cell(plan, item.own(plan, *column))));
        table.rows.push(TableRow::Body(cells));
    }
    table
}

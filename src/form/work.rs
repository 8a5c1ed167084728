//! The sheet of the work items.

use super::book::{FormCell, FormLine, FormRow, FormSheet, FormSheetKind};
use super::canonical::{cell_text, digest, number_text};
use super::column::FormColumn;
use super::result::FormResult;
use crate::answer::{FormItem, SectionedLine, UnitPlanForm};
use crate::language::{Lang, Message};
use crate::message;
use crate::model::{OwnValue, Plan, Report};
use crate::status::{PlanWorkItem, Status};

/// Returns the sheet of the work items of a unit in a plan.
pub(super) fn sheet(part: &UnitPlanForm<'_>, name: Message) -> FormSheet {
    let plan = part.plan;
    let mut columns = FormColumn::WORK.to_vec();
    columns.extend(plan.columns.iter().filter(|column| column.form).map(FormColumn::own));
    let line = |line: &SectionedLine<'_, FormItem<'_>>| match line {
        SectionedLine::Section { mark, title } => {
            FormLine::Heading { mark: mark.clone(), title: Message::same(*title) }
        }
        SectionedLine::NoSection => FormLine::Heading {
            mark: String::new(),
            title: Message::fixed("Nhiệm vụ khác", "Other duties"),
        },
        SectionedLine::Row(item) => FormLine::Row(row(item, &columns)),
    };
    let lines = part.lines.iter().map(line).collect();
    FormSheet {
        kind: FormSheetKind::Work,
        name,
        plan_title: cell_text(&plan.title),
        receiver: receiver(plan),
        columns,
        lines,
    }
}

/// The name of the unit to which the forms of a plan are sent back.
pub(super) fn receiver(plan: &Plan) -> Option<String> {
    plan.standing.or(plan.issuer).map(|party| cell_text(plan.registry.name(party)))
}

fn row(item: &FormItem<'_>, columns: &[FormColumn]) -> FormRow {
    let found = &item.found;
    let reports = found.item.work_item(found.plan).reports.iter();
    let reports = reports.filter_map(|at| found.plan.reports.get(*at as usize));
    FormRow {
        key: found.item.key(found.plan),
        is_late: found.item.status == Status::Overdue,
        cells: columns.iter().map(|column| cell(item, column)).collect(),
        known: reports.map(|report| report_digest(found.plan, report)).collect(),
    }
}

fn cell(form_item: &FormItem<'_>, column: &FormColumn) -> FormCell {
    let found = &form_item.found;
    let (plan, item) = (found.plan, found.item);
    let last = |said: fn(&Report) -> Option<&str>| {
        FormCell::text(item.reports(plan).rev().find_map(said).filter(|_| item.status.is_open()))
    };
    match column {
        FormColumn::Key => FormCell::Text(item.key(plan)),
        // A form has fewer rows than a number has exact values.
        FormColumn::Number => FormCell::Number(f64::from(u32::try_from(form_item.number).unwrap_or(0))),
        FormColumn::Id => FormCell::text(Some(item.id(plan))),
        FormColumn::Title => FormCell::text(Some(item.title(plan))),
        FormColumn::Period => found.period_name().map_or(FormCell::Empty, FormCell::Words),
        FormColumn::Due => match item.deadline {
            Some(deadline) => FormCell::Day(deadline),
            None => FormCell::text(found.assignment().due_text.as_deref()),
        },
        FormColumn::Status => FormCell::Words(status(found)),
        FormColumn::Result => match FormResult::of_progress(item.progress) {
            Some(result) => FormCell::Words(result.name()),
            None => FormCell::Empty,
        },
        FormColumn::DoneOn => {
            item.done.filter(|_| item.status.is_done()).map_or(FormCell::Empty, FormCell::Day)
        }
        FormColumn::Percent => {
            let reported = item.reports(plan).rev().find_map(|report| report.percent);
            reported.map_or(FormCell::Empty, FormCell::Percent)
        }
        // Evidence is of one report; only that of finished work is shown.
        FormColumn::Evidence => {
            FormCell::text(item.evidence(plan).next_back().filter(|_| item.status.is_done()))
        }
        FormColumn::Difficulty => last(|report| report.difficulty.as_deref()),
        FormColumn::Proposal => last(|report| report.proposal.as_deref()),
        FormColumn::Own(own) => {
            let column = plan.columns.position(&own.key);
            column.and_then(|column| item.own(plan, column)).map_or(FormCell::Empty, |value| match value {
                OwnValue::Text(text) => FormCell::text(Some(text)),
                OwnValue::Number(number) => FormCell::Number(*number),
                OwnValue::Day(day) => FormCell::Day(*day),
                OwnValue::Unit(party) => FormCell::text(Some(plan.registry.name(*party))),
            })
        }
        FormColumn::Assigned | FormColumn::Reported | FormColumn::Value | FormColumn::ValueDay => {
            FormCell::Empty
        }
    }
}

/// The status in words, with the days that late work is late.
fn status(found: &PlanWorkItem<'_>) -> Message {
    match (found.item.status, found.item.days_late) {
        (Status::Overdue, days) => message!("quá hạn {days} ngày", "overdue by {days} days"),
        (status, _) => {
            let capital = |lang| status.name().get(lang).to_owned();
            Message::new(capital(Lang::Vi), capital(Lang::En))
        }
    }
}

/// Returns a digest of everything that a report says.
pub(super) fn report_digest(plan: &Plan, report: &Report) -> String {
    let units: Vec<&str> = report.units.iter().map(|unit| plan.registry.id(*unit)).collect();
    let own = report.own.iter().map(|(column, value)| {
        let value = match value {
            OwnValue::Text(text) => text.to_string(),
            OwnValue::Number(number) => number_text(*number),
            OwnValue::Day(day) => day.to_string(),
            OwnValue::Unit(party) => plan.registry.id(*party).to_owned(),
        };
        format!("{}={value}", plan.column(column).key)
    });
    let texts = [&report.evidence, &report.difficulty, &report.proposal, &report.note];
    let mut parts = vec![
        units.join("+"),
        report.date.to_string(),
        report.as_of.to_string(),
        report.state.map_or("", crate::model::ReportState::as_str).to_owned(),
        report.percent.map(number_text).unwrap_or_default(),
    ];
    parts.extend(texts.map(|text| text.as_deref().unwrap_or_default().to_owned()));
    parts.extend(own);
    digest(&parts.join("\u{1f}"))
}

//! Reports: `percent-range`, `future-report`, `before-issue-report`, `as-of-after-report`,
//! `done-before-start`, `percent-falls`, `done-twice`, `after-dropped`, `no-evidence`.

use super::context::RuleContext;
use super::family::RuleFamily;
use crate::date::Day;
use crate::diagnostic::{Diagnostic, Rule};
use crate::language::{Lang, Message};
use crate::message;
use crate::model::{Change, Report, ReportState, WorkItem};
use crate::parse::Key;
use crate::rule;
use crate::span::{Span, Spanned};

/// The rules of this file and their checks.
pub(super) static FAMILY: RuleFamily = RuleFamily {
    rules: &[
        &PERCENT_RANGE,
        &FUTURE_REPORT,
        &BEFORE_ISSUE_REPORT,
        &AS_OF_AFTER_REPORT,
        &DONE_BEFORE_START,
        &PERCENT_FALLS,
        &DONE_TWICE,
        &AFTER_DROPPED,
        &NO_EVIDENCE,
    ],
    checks: &[],
    lints: &[entries, histories],
};

rule!(
    PERCENT_RANGE,
    Error,
    "percent-range",
    ["Phần trăm ngoài khoảng 0–100", "Percentage outside 0–100"],
    [
        "percent là mức độ hoàn thành, từ 0 đến 100. 100 chưa phải là xong: phải có state: done.",
        "`percent` is the degree of completion, from 0 to 100. A value of 100 does not complete the work; `state: done` \
         does.",
    ],
);

rule!(
    FUTURE_REPORT,
    Warning,
    "future-report",
    ["Báo cáo ghi ngày trong tương lai", "Report dated in the future"],
    [
        "Ngày báo cáo đứng sau hôm nay (giờ Việt Nam). Thường là gõ nhầm năm.",
        "The date of the report is after today (Vietnam time). The usual cause is a wrong year.",
    ],
);

rule!(
    BEFORE_ISSUE_REPORT,
    Warning,
    "before-issue-report",
    ["Báo cáo trước ngày ban hành kế hoạch", "Report dated before the plan's date of issue"],
    [
        "Ngày báo cáo đứng trước ngày ban hành kế hoạch (issued). Kiểm tra năm.",
        "The date of the report is before the plan's date of issue (`issued`). Check the year.",
    ],
);

rule!(
    AS_OF_AFTER_REPORT,
    Warning,
    "as-of-after-report",
    ["Báo cáo nói về một ngày sau ngày báo cáo", "Report on a day after its own date"],
    [
        "as_of là ngày mà số liệu phản ánh; nó không thể sau ngày báo cáo. Có thể hai ngày bị đổi chỗ.",
        "`as_of` is the day that the figures reflect; it cannot be after the date of the report. The two dates may be \
         interchanged.",
    ],
);

rule!(
    DONE_BEFORE_START,
    Warning,
    "done-before-start",
    ["Xong trước ngày bắt đầu", "Work done before its first day"],
    [
        "Việc được báo xong trước ngày đầu của kỳ. Có thể nhầm kỳ hoặc nhầm ngày.",
        "The work is reported as done before the first day of its occurrence. The report may name the wrong occurrence or \
         the wrong day.",
    ],
);

rule!(
    PERCENT_FALLS,
    Warning,
    "percent-falls",
    ["Phần trăm giảm so với báo cáo trước", "Decreasing percentage"],
    [
        "Mức độ hoàn thành giảm mà việc không được mở lại (state: reopened).",
        "The degree of completion is lower than in the previous report, and the work was not reopened (`state: \
         reopened`).",
    ],
);

rule!(
    DONE_TWICE,
    Warning,
    "done-twice",
    ["Báo xong hai lần", "Work reported as done twice"],
    [
        "Việc đã xong lại được báo xong lần nữa mà không được mở lại: ngày xong là ngày của lần đầu.",
        "Completed work is reported as done again without being reopened. The first of the two days is the day of \
         completion.",
    ],
);

rule!(
    AFTER_DROPPED,
    Warning,
    "after-dropped",
    ["Báo cáo về việc không còn thực hiện", "Report on dropped work"],
    [
        "Việc đã được cho thôi thực hiện trước ngày mà báo cáo nói tới.",
        "The work was dropped before the day to which the report refers.",
    ],
);

rule!(
    NO_EVIDENCE,
    Warning,
    "no-evidence",
    ["Báo xong mà không có minh chứng", "Completion without evidence"],
    [
        "Báo cáo xong cần nêu văn bản, biên bản hoặc sản phẩm làm minh chứng ở evidence.",
        "A report of completion should name the document, the minutes or the product that proves it in `evidence`.",
    ],
);

/// Reports a percentage outside 0–100.
pub(super) fn percent_range(span: Span) -> Diagnostic {
    Diagnostic::new(
        &PERCENT_RANGE,
        span,
        Message::fixed("phần trăm phải từ 0 đến 100", "the percentage must be between 0 and 100"),
    )
}

/// Checks each report by itself.
fn entries(context: &RuleContext<'_>, found: &mut Vec<Diagnostic>) {
    let repeated = &context.doubts.repeated;
    for entry in context.draft.list(Key::Progress).iter().filter(|entry| !repeated.contains(&entry.span())) {
        if let Some(date) = entry.day(Key::Date) {
            if date.value > context.today {
                found.push(dated(
                    &FUTURE_REPORT,
                    &date,
                    context.today,
                    ("báo cáo ghi ngày {d}, sau hôm nay {o}", "the report is dated {d}, after today, {o}"),
                ));
            }
            if let Some(issued) = context.plan.issued.filter(|issued| date.value < *issued) {
                found.push(dated(
                    &BEFORE_ISSUE_REPORT,
                    &date,
                    issued,
                    (
                        "báo cáo ghi ngày {d}, trước ngày ban hành kế hoạch {o}",
                        "the report is dated {d}, before the plan's date of issue, {o}",
                    ),
                ));
            }
            if let Some(as_of) = entry.day(Key::AsOf).filter(|as_of| as_of.value > date.value) {
                found.push(dated(
                    &AS_OF_AFTER_REPORT,
                    &as_of,
                    date.value,
                    (
                        "báo cáo nói về ngày {d}, sau ngày báo cáo {o}",
                        "the report refers to {d}, after its own date, {o}",
                    ),
                ));
            }
        }
        let done = entry.text(Key::State).is_some_and(|state| state.value == "done");
        if done && !entry.has(Key::Evidence) {
            found.push(
                Diagnostic::new(
                    &NO_EVIDENCE,
                    entry.value_span(Key::State),
                    Message::fixed("báo xong mà không có minh chứng", "done without evidence"),
                )
                .help(Message::fixed("thêm evidence", "add `evidence`")),
            );
        }
    }
}

fn dated(
    rule: &'static Rule,
    day: &Spanned<Day>,
    other: Day,
    (vi, en): (&'static str, &'static str),
) -> Diagnostic {
    let fill =
        |pattern: &str, lang| pattern.replace("{d}", &day.value.show(lang)).replace("{o}", &other.show(lang));
    Diagnostic::new(rule, day.span, Message::new(fill(vi, Lang::Vi), fill(en, Lang::En)))
}

/// Checks the reports on each work item in their order.
fn histories(context: &RuleContext<'_>, found: &mut Vec<Diagnostic>) {
    for work_item in &context.plan.work_items {
        history(context, work_item, found);
    }
}

fn history(context: &RuleContext<'_>, work_item: &WorkItem, found: &mut Vec<Diagnostic>) {
    let plan = context.plan;
    let from = plan.occurrence(work_item).and_then(|occurrence| occurrence.from);
    let (item, doubts) = (work_item.assignment, context.doubts);
    let changes = work_item.changes.iter().map(|at| &plan.changes[*at as usize]);
    let drops: Vec<&Change> = changes.filter(|change| change.dropped.is_some()).collect();
    let mut percent: Option<(f64, &Report)> = None;
    let mut done: Option<&Report> = None;
    for report in work_item.reports.iter().map(|at| &plan.reports[*at as usize]) {
        let before = drops.partition_point(|change| change.date < report.as_of);
        let last = before.checked_sub(1).and_then(|at| drops.get(at));
        if let Some(change) = last.filter(|change| change.dropped == Some(true))
            && !doubts.drops.lies_between(item, change.date, report.as_of)
        {
            found.push(
                Diagnostic::new(
                    &AFTER_DROPPED,
                    report.place,
                    Message::fixed(
                        "việc đã thôi thực hiện trước ngày này",
                        "the work was dropped before this day",
                    ),
                )
                .related(change.place, Message::fixed("thôi thực hiện ở đây", "dropped here")),
            );
        }
        if report.state == Some(ReportState::Reopened) {
            percent = None;
            done = None;
        }
        if let Some(now) = report.percent {
            if let Some((before, first)) = percent.filter(|(before, _)| now < *before)
                && !doubts.reports.lies_between(item, first.date, report.date)
            {
                found.push(
                    Diagnostic::new(
                        &PERCENT_FALLS,
                        report.place,
                        message!("{now}% sau khi đã báo {before}%", "{now}% after a report of {before}%"),
                    )
                    .related(first.place, message!("{before}% ở đây", "{before}% here")),
                );
            }
            percent = Some((now, report));
        }
        if report.state == Some(ReportState::Done) {
            if let Some(first) =
                done.filter(|first| !doubts.reports.lies_between(item, first.date, report.date))
            {
                found.push(
                    Diagnostic::new(
                        &DONE_TWICE,
                        report.place,
                        Message::fixed("việc đã được báo xong", "the work was already reported as done"),
                    )
                    .related(
                        first.place,
                        Message::fixed("báo xong lần đầu ở đây", "first reported as done here"),
                    )
                    .help(Message::fixed(
                        "nếu làm lại, thêm một mục state: reopened",
                        "if the work was redone, add an entry with `state: reopened`",
                    )),
                );
            }
            done = done.or(Some(report));
            if let Some(from) = from.filter(|from| report.as_of < *from) {
                let (vi, en) = (from.show(Lang::Vi), from.show(Lang::En));
                found.push(Diagnostic::new(
                    &DONE_BEFORE_START,
                    report.place,
                    Message::new(
                        format!("báo xong trước ngày bắt đầu {vi}"),
                        format!("reported as done before the first day, {en}"),
                    ),
                ));
            }
        } else if report.state.is_some() {
            done = None;
        }
    }
}

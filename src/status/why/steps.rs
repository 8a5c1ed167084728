//! The steps of an explanation, with their locations. Source: docs/status.md, Explanations.

use super::explanation::{ExplanationStep, StepKind};
use super::sentence::{count, occurrence};
use super::words::{both, report_words, rolling_reason, with_document};

use crate::date::UnannouncedYears;
use crate::deadline::{DeadlineKind, Rolled, closed_before_issue, describe};
use crate::language::{Lang, Message};
use crate::message;
use crate::model::{DefaultsSource, Plan};
use crate::span::Span;
use crate::status::progress::Progress;
use crate::status::rolled::roll_key;
use crate::status::state::Status;
use crate::status::work_item_status::WorkItemStatus;

pub(super) fn steps(plan: &Plan, item: &WorkItemStatus) -> Vec<ExplanationStep> {
    let mut account = StepBuilder { plan, item, steps: Vec::new() };
    account.words();
    account.reading();
    account.day_changes();
    account.rolling();
    account.units();
    account.reports();
    account.status();
    account.steps
}

pub(super) struct StepBuilder<'p> {
    pub(super) plan: &'p Plan,
    pub(super) item: &'p WorkItemStatus,
    steps: Vec<ExplanationStep>,
}

impl StepBuilder<'_> {
    pub(super) fn push(&mut self, about: StepKind, text: Message, place: Option<Span>) {
        self.steps.push(ExplanationStep { about, text, place });
    }

    fn words(&mut self) {
        let assignment = self.item.assignment(self.plan);
        let place = assignment.due_place.or(Some(assignment.place));
        let text = assignment.due_text.as_ref().map_or_else(
            || Message::fixed("không ghi thời hạn", "no deadline is written"),
            |words| message!("thời hạn ghi “{words}”", "the deadline reads “{words}”"),
        );
        self.push(StepKind::Words, text, place);
        if let Some(means) = &assignment.due_means {
            let text = message!("kế hoạch giải thích là “{means}”", "the plan explains it as “{means}”");
            self.push(StepKind::Words, text, None);
        }
        if let Some(source) = assignment.inheritance.due {
            let (vi, en) = self.defaults_of(source, "due");
            let text = message!("thời hạn lấy theo {vi}", "the deadline is {en}");
            self.push(StepKind::Inherited, text, place);
        }
        if let Some(source) = assignment.inheritance.lead {
            let registry = &self.plan.registry;
            let names: Vec<&str> = assignment.lead.iter().map(|lead| registry.name(*lead)).collect();
            let names = names.join(", ");
            let (vi, en) = self.defaults_of(source, "lead");
            let text = message!("đơn vị chủ trì lấy theo {vi}: {names}", "the lead is {en}: {names}");
            self.push(StepKind::Inherited, text, None);
        }
    }

    /// Returns the name of a key of `defaults`.
    fn defaults_of(&self, source: DefaultsSource, key: &str) -> (String, String) {
        match source {
            DefaultsSource::Plan => {
                (format!("defaults.{key} của kế hoạch"), format!("the plan's defaults.{key}"))
            }
            DefaultsSource::Section(section) => {
                let id = &self.plan.section(section).id;
                (format!("defaults.{key} của phần {id}"), format!("the defaults.{key} of section {id}"))
            }
        }
    }

    fn reading(&mut self) {
        let (plan, item) = (self.plan, self.item);
        let assignment = item.assignment(plan);
        let Some(one) = plan.occurrence(item.work_item(plan)) else {
            let text = match assignment.deadline.kind {
                DeadlineKind::Continuous => Message::fixed(
                    "hiểu là việc thường xuyên, không có ngày",
                    "read as continuous, without a day",
                ),
                _ => Message::fixed("chưa xác định được ngày", "no day is known yet"),
            };
            self.push(StepKind::Reading, text, None);
            for note in &assignment.deadline.notes {
                self.push(StepKind::Reading, note.message(), None);
            }
            return;
        };
        let days = describe(one);
        let (vi, en) = (days.get(Lang::Vi), days.get(Lang::En));
        let text = match occurrence(plan, item) {
            Some(name) => {
                let (vi_name, en_name) = (name.get(Lang::Vi), name.get(Lang::En));
                message!("hiểu là {vi_name}: {vi}", "read as {en_name}: {en}")
            }
            None => message!("hiểu là: {vi}", "read as: {en}"),
        };
        self.push(StepKind::Reading, text, None);
        if let Some(barrier) = one.barrier {
            let (vi, en) = both(barrier);
            let text = message!(
                "“trước” không tính chính ngày {vi} (settings.before: exclusive)",
                "“trước” leaves out {en} itself (settings.before: exclusive)"
            );
            self.push(StepKind::Reading, text, None);
        }
        for note in &assignment.deadline.notes {
            self.push(StepKind::Reading, note.message(), None);
        }
        for article in assignment.deadline.articles_of(one, &plan.deadline_context()) {
            self.push(StepKind::Reading, article.rule(), None);
        }
        self.not_opened();
    }

    /// Adds the number of occurrences that are due before the plan was issued and do not open.
    fn not_opened(&mut self) {
        let deadline = &self.item.assignment(self.plan).deadline;
        let closed = deadline.before_issue.iter().filter(|one| !deadline.occurrences.contains(one)).count();
        if let Some(issued) = self.plan.issued.filter(|_| closed > 0) {
            self.push(StepKind::Reading, closed_before_issue(closed, issued), None);
        }
    }

    fn day_changes(&mut self) {
        for change in self.item.changes(self.plan) {
            let (vi, en) = both(change.date);
            if let Some(due) = change.due {
                let (vi_due, en_due) = both(due);
                let text = message!("từ {vi} thời hạn là {vi_due}", "from {en} on it is due {en_due}");
                self.push(StepKind::Change, with_document(&text, change), Some(change.place));
            }
            if let Some(dropped) = change.dropped {
                let text = if dropped {
                    message!("từ {vi} không thực hiện nữa", "dropped on {en}")
                } else {
                    message!("từ {vi} thực hiện trở lại", "taken up again on {en}")
                };
                self.push(StepKind::Change, with_document(&text, change), Some(change.place));
            }
        }
    }

    fn rolling(&mut self) {
        let Some(rolled) = self.item.rolled(self.plan) else { return };
        self.moved(&rolled);
        let doubt: UnannouncedYears = self.item.unannounced(self.plan).into_iter().collect();
        if let Some(text) = doubt.message() {
            self.push(StepKind::Rolling, text, None);
        }
    }

    fn moved(&mut self, rolled: &Rolled) {
        let calendar = &self.plan.calendar;
        let Some(off) = calendar.day_off(rolled.due) else { return };
        // A name shared by consecutive days off appears once.
        let mut names = vec![off.name()];
        if rolled.moved() {
            for (_, off) in rolled.days_off(calendar) {
                if !names.contains(&off.name()) {
                    names.push(off.name());
                }
            }
        }
        let all = |lang| names.iter().map(|name| name.get(lang)).collect::<Vec<_>>().join(", ");
        let (vi_off, en_off) = (all(Lang::Vi), all(Lang::En));
        let (vi, en) = both(rolled.due);
        let (vi_why, en_why) = rolling_reason(rolled, &roll_key(self.plan, self.item.assignment(self.plan)));
        let text =
            message!("{vi} là ngày nghỉ ({vi_off}): {vi_why}", "{en} is a day off ({en_off}): {en_why}");
        self.push(StepKind::Rolling, text, None);
    }

    fn reports(&mut self) {
        for report in self.item.reports(self.plan) {
            self.push(StepKind::Report, report_words(report), Some(report.place));
        }
        if self.item.reported.is_none() {
            let text = Message::fixed("chưa có báo cáo", "no report");
            self.push(StepKind::Report, text, None);
        }
    }

    fn status(&mut self) {
        let item = self.item;
        let (vi, en) = both(item.as_of.day);
        let name = item.status.name();
        let (vi_name, en_name) = (name.get(Lang::Vi), name.get(Lang::En));
        let (vi_why, en_why) = (self.status_reason(Lang::Vi), self.status_reason(Lang::En));
        let text = match item.as_of.known {
            Some(known) => {
                let (vi_known, en_known) = both(known);
                message!(
                    "đến {vi}, theo số liệu có đến {vi_known}: {vi_name}{vi_why}",
                    "on {en}, as known on {en_known}: {en_name}{en_why}"
                )
            }
            None => message!("đến {vi}: {vi_name}{vi_why}", "on {en}: {en_name}{en_why}"),
        };
        self.push(StepKind::Status, text, None);
    }

    fn status_reason(&self, lang: Lang) -> String {
        let (plan, item) = (self.plan, self.item);
        let day = item.as_of.day;
        let working = |number| count(number, "ngày làm việc", "working day", lang);
        match (item.status, item.deadline) {
            (Status::Overdue | Status::DoneLate, _) => {
                let days = count(item.days_late, "ngày", "day", lang);
                let mut reason = format!(" {days} ({})", working(item.working_days_late));
                if item.progress == Progress::Paused {
                    reason += lang.pick(
                        "; tạm dừng không làm thay đổi thời hạn",
                        "; a pause does not move the deadline",
                    );
                }
                reason
            }
            (Status::DueSoon, Some(deadline)) => {
                let left = working(plan.calendar.working_days_between(day, deadline));
                let soon = plan.settings.due_soon;
                lang.pick(
                    format!(": còn {left}, không quá settings.due_soon: {soon}"),
                    format!(": {left} left, at most settings.due_soon: {soon}"),
                )
            }
            (Status::Upcoming, _) => item.from.map_or_else(String::new, |from| {
                let from = from.show(lang);
                lang.pick(format!(": bắt đầu từ {from}"), format!(": it begins on {from}"))
            }),
            _ => String::new(),
        }
    }
}

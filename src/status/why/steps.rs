//! The account step by step, with the places where it stands. Source: status.md, Why.

use super::super::{Progress, Status, WorkItem};
use super::sentence::{count, occurrence, percent};
use super::{About, Step, articles};
use crate::date::Day;
use crate::deadline::{Kind, Rolled, Why, describe};
use crate::lang::{Lang, Text};
use crate::model::{Change, Holder, Party, Plan, Report, State, UnitIx};
use crate::span::Span;
use crate::text;

pub(super) fn steps(plan: &Plan, item: &WorkItem) -> Vec<Step> {
    let mut account = Account { plan, item, steps: Vec::new() };
    account.words();
    account.reading();
    account.day_changes();
    account.rolling();
    account.units();
    account.reports();
    account.status();
    account.steps
}

struct Account<'p> {
    plan: &'p Plan,
    item: &'p WorkItem,
    steps: Vec<Step>,
}

impl Account<'_> {
    fn push(&mut self, about: About, text: Text, place: Option<Span>) {
        self.steps.push(Step { about, text, place });
    }

    fn words(&mut self) {
        let of = self.item.item(self.plan);
        let place = of.due_place.or(Some(of.place));
        match &of.due_text {
            Some(words) => {
                self.push(
                    About::Words,
                    text!("thời hạn ghi “{words}”", "the deadline reads “{words}”"),
                    place,
                );
            }
            None => {
                let text = Text::fixed("không ghi thời hạn", "no deadline is written");
                self.push(About::Words, text, Some(of.place));
            }
        }
        if of.due_inherited {
            let text = Text::fixed(
                "thời hạn lấy theo defaults.due của kế hoạch",
                "the deadline is the plan's defaults.due",
            );
            self.push(About::Inherited, text, place);
        }
        if of.lead_inherited {
            let name = self.item.unit_name(self.plan);
            let text = match self.item.unit == self.item.slot(self.plan).holder {
                true => text!(
                    "đơn vị chủ trì lấy theo defaults.lead của kế hoạch: {name}",
                    "the lead is the plan's defaults.lead: {name}"
                ),
                false => Text::fixed(
                    "đơn vị chủ trì lấy theo defaults.lead của kế hoạch",
                    "the lead is the plan's defaults.lead",
                ),
            };
            self.push(About::Inherited, text, None);
        }
    }

    fn reading(&mut self) {
        let (plan, item) = (self.plan, self.item);
        let of = item.item(plan);
        let Some(one) = plan.occurrence(item.slot(plan)) else {
            let text = match of.deadline.kind {
                Kind::Continuous => Text::fixed(
                    "hiểu là việc thường xuyên, không có ngày",
                    "read as continuous, without a day",
                ),
                _ => Text::fixed("chưa xác định được ngày", "no day can be told yet"),
            };
            self.push(About::Reading, text, None);
            for note in &of.deadline.notes {
                self.push(About::Reading, note.message(), None);
            }
            return;
        };
        let days = describe(one);
        let (vi, en) = (days.get(Lang::Vi), days.get(Lang::En));
        let text = match occurrence(plan, item) {
            Some(name) => {
                let (vi_name, en_name) = (name.get(Lang::Vi), name.get(Lang::En));
                text!("hiểu là {vi_name}: {vi}", "read as {en_name}: {en}")
            }
            None => text!("hiểu là: {vi}", "read as: {en}"),
        };
        self.push(About::Reading, text, None);
        if let Some(barrier) = one.barrier {
            let (vi, en) = both(barrier);
            let text = text!(
                "“trước” không tính chính ngày {vi} (settings.before: exclusive)",
                "“trước” leaves out {en} itself (settings.before: exclusive)"
            );
            self.push(About::Reading, text, None);
        }
        for article in of.due_text.as_deref().map(articles::of_words).unwrap_or_default() {
            self.push(About::Reading, article, None);
        }
    }

    fn day_changes(&mut self) {
        for change in self.item.changes(self.plan) {
            let (vi, en) = both(change.date);
            if let Some(due) = change.due {
                let (vi_due, en_due) = both(due);
                let text = text!("từ {vi} thời hạn là {vi_due}", "from {en} on it is due {en_due}");
                self.push(About::Change, with_document(text, change), Some(change.place));
            }
            if change.dropped {
                let text = text!("từ {vi} không thực hiện nữa", "dropped on {en}");
                self.push(About::Change, with_document(text, change), Some(change.place));
            }
        }
    }

    fn rolling(&mut self) {
        let Some(rolled) = self.item.rolled(self.plan) else { return };
        let calendar = &self.plan.calendar;
        let Some(off) = calendar.day_off(rolled.due) else { return };
        let (off, (vi, en)) = (off.name(), both(rolled.due));
        let (vi_off, en_off) = (off.get(Lang::Vi), off.get(Lang::En));
        let (vi_why, en_why) = rolling_reason(&rolled);
        // Where several days off follow each other, each is named once.
        let mut names: Vec<Text> = Vec::new();
        for (_, off) in rolled.days_off(calendar) {
            if !names.contains(&off.name()) {
                names.push(off.name());
            }
        }
        let all = |lang| names.iter().map(|name| name.get(lang)).collect::<Vec<_>>().join(", ");
        let (vi_all, en_all) = match (rolled.moved(), names.len()) {
            (true, 2..) => (all(Lang::Vi), all(Lang::En)),
            _ => (vi_off.to_owned(), en_off.to_owned()),
        };
        let text = text!("{vi} là ngày nghỉ ({vi_all}): {vi_why}", "{en} is a day off ({en_all}): {en_why}");
        self.push(About::Rolling, text, None);
    }

    /// Whose the item is: changes of lead, then units that have ended.
    fn units(&mut self) {
        let (plan, item) = (self.plan, self.item);
        for change in item.changes(plan) {
            let Some(lead) = change.lead else { continue };
            let (vi, en) = both(change.date);
            let name = &plan.registry.unit(lead).name;
            let text = text!("từ {vi} đơn vị chủ trì là {name}", "from {en} on the lead is {name}");
            self.push(About::Unit, with_document(text, change), Some(change.place));
        }
        let opened = plan.occurrence(item.slot(plan)).and_then(|one| one.from);
        let opened = opened.unwrap_or(plan.period.range.first);
        let units = match item.unit {
            Holder::Unit(unit) => vec![unit],
            Holder::Group(group) => plan.registry.unfold(&[Party::Group(group)], opened),
            Holder::Joint => plan.registry.unfold(&item.item(plan).lead, opened),
        };
        for unit in units {
            self.ended(unit);
        }
    }

    fn ended(&mut self, ix: UnitIx) {
        let (registry, day) = (&self.plan.registry, self.item.as_of.day);
        let unit = registry.unit(ix);
        let Some(until) = unit.until.filter(|_| unit.has_ended(day)) else { return };
        let (vi, en) = both(until);
        let name = &unit.name;
        let successors: Vec<&str> = registry
            .answering(ix, day)
            .into_iter()
            .filter(|answering| *answering != ix)
            .map(|answering| registry.unit(answering).name.as_str())
            .collect();
        let text = if successors.is_empty() {
            text!(
                "{name} kết thúc ngày {vi}, không có đơn vị kế thừa đang hoạt động",
                "{name} ended on {en} and has no successor in force"
            )
        } else {
            let successors = successors.join(", ");
            text!(
                "{name} kết thúc ngày {vi}; {successors} kế thừa và báo cáo",
                "{name} ended on {en}; {successors} succeeds it and reports"
            )
        };
        self.push(About::Unit, text, Some(unit.place));
    }

    fn reports(&mut self) {
        for report in self.item.reports(self.plan) {
            self.push(About::Report, told(report), Some(report.place));
        }
        if self.item.reported.is_none() {
            let text = Text::fixed("chưa có báo cáo", "no report");
            self.push(About::Report, text, None);
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
                text!(
                    "đến {vi}, theo số liệu có đến {vi_known}: {vi_name}{vi_why}",
                    "on {en}, as known on {en_known}: {en_name}{en_why}"
                )
            }
            None => text!("đến {vi}: {vi_name}{vi_why}", "on {en}: {en_name}{en_why}"),
        };
        self.push(About::Status, text, None);
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

fn both(day: Day) -> (String, String) {
    (day.show(Lang::Vi), day.show(Lang::En))
}

fn rolling_reason(rolled: &Rolled) -> (String, String) {
    let (vi, en) = both(rolled.deadline);
    match rolled.why {
        Why::Next => (
            format!("thời hạn kết thúc vào ngày làm việc tiếp theo, {vi} (BLDS 2015, Điều 148 khoản 5)"),
            format!("the term ends with the next working day, {en} (Civil Code 2015, Article 148(5))"),
        ),
        Why::Previous => (
            format!("thời hạn kết thúc vào ngày làm việc trước đó, {vi} (settings.roll: previous)"),
            format!("the term ends with the working day before, {en} (settings.roll: previous)"),
        ),
        Why::Held { barrier } => {
            let (vi, en) = both(barrier);
            (
                format!("giữ nguyên, vì ngày làm việc tiếp theo không còn trước {vi}"),
                format!("it stays, as the next working day is not before {en}"),
            )
        }
        Why::Unmoved | Why::Working => {
            ("giữ nguyên (settings.roll: none)".to_owned(), "it stays (settings.roll: none)".to_owned())
        }
    }
}

/// Adds the document and the reason of a change.
fn with_document(text: Text, change: &Change) -> Text {
    let say = |lang: Lang| {
        let mut said = text.get(lang).to_owned();
        if let Some(by) = &change.by {
            said += &lang.pick(format!(", theo {by}"), format!(", by {by}"));
        }
        if let Some(reason) = &change.reason {
            said += &lang.pick(format!("; lý do: {reason}"), format!("; reason: {reason}"));
        }
        said
    };
    Text::new(say(Lang::Vi), say(Lang::En))
}

/// What a report says.
fn told(report: &Report) -> Text {
    let say = |lang: Lang| {
        let mut said = lang.pick("báo cáo ngày ", "reported on ").to_owned() + &report.date.show(lang);
        if report.as_of != report.date {
            let of = report.as_of.show(lang);
            said += &lang.pick(format!(", nói về ngày {of}"), format!(", speaking of {of}"));
        }
        let state = report.state.map(|state| state_name(state).get(lang).to_owned());
        let percent = report.percent.map(|stated| percent(stated, lang));
        let words: Vec<String> = state.into_iter().chain(percent).collect();
        said = format!("{said}: {}", words.join(", "));
        if let Some(evidence) = &report.evidence {
            said += &lang.pick(format!("; minh chứng: {evidence}"), format!("; evidence: {evidence}"));
        }
        said
    };
    Text::new(say(Lang::Vi), say(Lang::En))
}

fn state_name(state: State) -> Text {
    match state {
        State::Started => Text::fixed("đã bắt đầu", "started"),
        State::Done => Text::fixed("đã hoàn thành", "done"),
        State::Paused => Text::fixed("tạm dừng", "paused"),
        State::Reopened => Text::fixed("mở lại", "reopened"),
    }
}

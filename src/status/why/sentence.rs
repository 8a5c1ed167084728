//! The summary of an explanation in one sentence. Source: docs/status.md, Explanations.

use crate::date::Day;
use crate::deadline::{Article, DeadlineKind, label_name};
use crate::language::{Lang, Message};
use crate::model::{Holder, Plan};
use crate::status::progress::Progress;
use crate::status::rolled::roll_key;
use crate::status::state::Status;
use crate::status::work_item_status::WorkItemStatus;

pub(super) fn sentence(plan: &Plan, item: &WorkItemStatus) -> Message {
    let say = |lang| SentenceBuilder { plan, item, lang }.say();
    Message::new(say(Lang::Vi), say(Lang::En))
}

/// Returns the name of the occurrence, with its year only if another of the assignment has the same name.
pub(super) fn occurrence(plan: &Plan, item: &WorkItemStatus) -> Option<Message> {
    let label = item.period(plan)?;
    let brief = label_name(label, false);
    let all = item.assignment(plan).deadline.occurrences.iter();
    let others = all.filter_map(|one| one.label.as_deref()).filter(|other| *other != label);
    let is_shared = others.map(|other| label_name(other, false)).any(|other| other == brief);
    Some(if is_shared { label_name(label, true) } else { brief })
}

/// Returns a number with its noun: `01 ngày`, `1 day`, `12 days`.
pub(super) fn count(number: i64, vi: &str, en: &str, lang: Lang) -> String {
    match (lang, number) {
        (Lang::Vi, _) => format!("{number:02} {vi}"),
        (Lang::En, 1) => format!("{number} {en}"),
        (Lang::En, _) => format!("{number} {en}s"),
    }
}

/// Returns a percentage in the notation of the language: `98,5%`.
pub(super) fn percent(percent: f64, lang: Lang) -> String {
    lang.pick(format!("{percent}%").replace('.', ","), format!("{percent}%"))
}

struct SentenceBuilder<'p> {
    plan: &'p Plan,
    item: &'p WorkItemStatus,
    lang: Lang,
}

impl SentenceBuilder<'_> {
    fn say(&self) -> String {
        let mut clauses = vec![self.deadline()];
        match (self.item.progress, self.item.deadline) {
            (Progress::Dropped, _) => clauses.push(self.dropped()),
            (Progress::Done, _) => clauses.push(self.done()),
            (_, None) => {
                let (day, account) = (self.day(self.item.as_of.day), self.account());
                clauses
                    .push(self.lang.pick(format!("đến {day} {account}"), format!("{account} as of {day}")));
            }
            (_, Some(deadline)) => {
                clauses.push(self.account());
                clauses.push(self.standing(deadline));
            }
        }
        format!("{}: {}.", self.head(), clauses.join("; "))
    }

    fn day(&self, day: Day) -> String {
        self.lang.pick(day.show_official(), day.to_string())
    }

    fn days(&self, number: i64) -> String {
        count(number, "ngày", "day", self.lang)
    }

    /// Returns the subject: id, occurrence, and the unit if several units hold the assignment or the unit has changed.
    fn head(&self) -> String {
        let (plan, item) = (self.plan, self.item);
        let mut parts = vec![item.id(plan).to_owned()];
        parts.extend(occurrence(plan, item).map(|name| name.get(self.lang).to_owned()));
        let work_item = item.work_item(plan);
        let mut all = plan.work_items_of(work_item.assignment).filter_map(|at| plan.work_items.get(at));
        let is_one_of_several = all.any(|other| other.holder != work_item.holder);
        let successors = self.successors();
        if is_one_of_several || item.unit != work_item.holder || !successors.is_empty() {
            parts.push(item.unit_name(plan).into_owned() + &successors);
        }
        parts.join(", ")
    }

    /// Returns the successors of a unit that has ended: ` (nay là UBND phường Khương Đình)`.
    fn successors(&self) -> String {
        let (registry, answers) = (&self.plan.registry, &*self.item.answers);
        match self.item.unit {
            Holder::Unit(unit) if answers != [unit] => {
                let names: Vec<&str> =
                    answers.iter().map(|unit| registry.unit(*unit).name.as_str()).collect();
                let names = names.join(", ");
                self.lang.pick(format!(" (nay là {names})"), format!(" (now {names})"))
            }
            _ => String::new(),
        }
    }

    /// Returns the deadline: `hạn 30/6/2024 (Chủ nhật) → 01/7/2024 (BLDS 2015, Điều 148)`.
    fn deadline(&self) -> String {
        let (plan, item, lang) = (self.plan, self.item, self.lang);
        let Some(rolled) = item.rolled(plan) else {
            let status = match item.assignment(plan).deadline.kind {
                DeadlineKind::Continuous => Status::Continuous,
                _ => Status::Undated,
            };
            return status.name().get(lang).to_owned();
        };
        let due = self.day(item.due.unwrap_or(rolled.due));
        let mut clause = lang.pick(format!("hạn {due}"), format!("due {due}"));
        if let (Some(due), Some(to)) = (item.due, item.extended_to) {
            let moved = if to < due {
                lang.pick("rút ngắn đến", "brought forward to")
            } else {
                lang.pick("gia hạn đến", "extended to")
            };
            clause = format!("{clause}, {moved} {}", self.day(to));
        }
        if let Some(off) = plan.calendar.day_off(rolled.due) {
            clause = format!("{clause} ({})", off.name().get(lang));
        }
        if rolled.moved() {
            let key = || Message::same(roll_key(plan, item.assignment(plan)));
            let because = rolled.article().map_or_else(key, Article::name);
            clause = format!("{clause} → {} ({})", self.day(rolled.deadline), because.get(lang));
        }
        let document = item.changes(plan).rfind(|change| change.due.is_some());
        if let Some(by) = document.and_then(|change| change.by.as_deref()) {
            clause += &lang.pick(format!(" theo {by}"), format!(" by {by}"));
        }
        clause
    }

    fn dropped(&self) -> String {
        let change = self.item.dropped_by(self.plan);
        let name = Progress::Dropped.name();
        let mut clause = name.get(self.lang).to_owned();
        if let Some(change) = change {
            let date = self.day(change.date);
            clause += &self.lang.pick(format!(" từ {date}"), format!(" on {date}"));
            if let Some(by) = &change.by {
                clause += &self.lang.pick(format!(" theo {by}"), format!(" by {by}"));
            }
        }
        clause
    }

    fn done(&self) -> String {
        let item = self.item;
        let day = item.done.map(|day| self.day(day)).unwrap_or_default();
        let late = self.days(item.days_late);
        let (vi, en) = match item.status {
            Status::DoneOnTime => (", đúng hạn".to_owned(), ", on time".to_owned()),
            Status::DoneLate => (format!(", quá hạn {late}"), format!(", {late} late")),
            _ => (String::new(), String::new()),
        };
        self.lang.pick(format!("hoàn thành ngày {day}{vi}"), format!("done on {day}{en}"))
    }

    /// Returns the reported progress of work that is neither done nor dropped.
    fn account(&self) -> String {
        let (item, lang) = (self.item, self.lang);
        let Some(reported) = item.reported.map(|day| self.day(day)) else {
            return lang.pick("chưa có báo cáo", "no report").to_owned();
        };
        let mut clause = item.progress.name().get(lang).to_owned();
        if let Some(stated) = item.percent {
            clause = format!("{clause}, {}", percent(stated, lang));
        }
        let source = lang.pick(format!(" (báo cáo ngày {reported})"), format!(" (reported on {reported})"));
        clause + &source
    }

    /// Returns the status of open work with a deadline on the day.
    fn standing(&self, deadline: Day) -> String {
        let (item, lang) = (self.item, self.lang);
        let day = item.as_of.day;
        let (shown, left) = (self.day(day), self.days(day.until(deadline)));
        match item.status {
            Status::Overdue => {
                let late = self.days(item.days_late);
                lang.pick(format!("đến {shown} quá hạn {late}"), format!("{late} overdue on {shown}"))
            }
            _ if day == deadline => {
                lang.pick(format!("{shown} là ngày cuối cùng"), format!("{shown} is the last day"))
            }
            Status::Upcoming => {
                let from = item.from.map(|from| self.day(from)).unwrap_or_default();
                lang.pick(
                    format!("đến {shown} chưa đến kỳ, bắt đầu từ {from}"),
                    format!("upcoming on {shown}, from {from}"),
                )
            }
            status => {
                let name = status.name();
                let name = name.get(lang);
                lang.pick(
                    format!("đến {shown} {name}, còn {left}"),
                    format!("{name} on {shown}, {left} left"),
                )
            }
        }
    }
}

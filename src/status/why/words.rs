//! The wording of days, changes and reports in the steps.

use super::sentence::percent;
use crate::date::Day;
use crate::deadline::{Article, RollReason, Rolled};
use crate::language::{Lang, Message};
use crate::model::{Change, Report};

/// Returns a day in both languages.
pub(super) fn both(day: Day) -> (String, String) {
    (day.show(Lang::Vi), day.show(Lang::En))
}

/// Returns the reason why a last day that is a day off moves or stays; `key` is the key that moves it in place of the
/// law.
pub(super) fn rolling_reason(rolled: &Rolled, key: &str) -> (String, String) {
    let (vi, en) = both(rolled.deadline);
    match rolled.why {
        RollReason::Next => (
            format!(
                "thời hạn kết thúc vào ngày làm việc tiếp theo, {vi} ({})",
                Article::LastDayOff.citation().get(Lang::Vi)
            ),
            format!(
                "the term ends with the next working day, {en} ({})",
                Article::LastDayOff.citation().get(Lang::En)
            ),
        ),
        RollReason::Previous => (
            format!("thời hạn kết thúc vào ngày làm việc trước đó, {vi} ({key})"),
            format!("the term ends with the working day before, {en} ({key})"),
        ),
        RollReason::Held { barrier } => {
            let (vi, en) = both(barrier);
            (
                format!("giữ nguyên, vì ngày làm việc tiếp theo không còn trước {vi}"),
                format!("it stays, as the next working day is not before {en}"),
            )
        }
        RollReason::Unmoved | RollReason::Working => {
            (format!("giữ nguyên ({key})"), format!("it stays ({key})"))
        }
    }
}

/// Adds the document and the reason of a change.
pub(super) fn with_document(text: &Message, change: &Change) -> Message {
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
    Message::new(say(Lang::Vi), say(Lang::En))
}

/// Returns the content of a report.
pub(super) fn report_words(report: &Report) -> Message {
    let say = |lang: Lang| {
        let mut said = lang.pick("báo cáo ngày ", "reported on ").to_owned() + &report.date.show(lang);
        if report.as_of != report.date {
            let of = report.as_of.show(lang);
            said += &lang.pick(format!(", nói về ngày {of}"), format!(", speaking of {of}"));
        }
        let state = report.state.map(|state| state.name().get(lang).to_owned());
        let percent = report.percent.map(|stated| percent(stated, lang));
        let mut words = vec![state.into_iter().chain(percent).collect::<Vec<_>>().join(", ")];
        let is_silent = report.state.is_none() && report.percent.is_none();
        let mut add = |name: &str, text: &Option<Box<str>>| {
            words.extend(text.as_ref().map(|text| format!("{name}: {text}")));
        };
        add(lang.pick("minh chứng", "evidence"), &report.evidence);
        if is_silent {
            add(lang.pick("khó khăn", "difficulty"), &report.difficulty);
            add(lang.pick("đề xuất", "proposal"), &report.proposal);
        }
        words.retain(|words| !words.is_empty());
        format!("{said}: {}", words.join("; "))
    };
    Message::new(say(Lang::Vi), say(Lang::En))
}

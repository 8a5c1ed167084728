//! The fields of a filter: one list that the reader, the help and the completions share.

use super::words::SearchText;
use crate::language::{Lang, Message};
use crate::status::{Progress, Status};

/// A field of a work item that a filter can ask about. Source: docs/filters.md, Fields.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// The id of the tracked task or row, also as `PLAN/ID`, or a whole key.
    Id,
    /// The plan.
    Plan,
    /// The section, and all below it.
    Section,
    /// The task.
    Task,
    /// A goal.
    Goal,
    /// A target.
    Target,
    /// Whose it is.
    Unit,
    /// Phối hợp.
    With,
    /// Who is directed to carry it out.
    To,
    /// The kind of unit.
    Kind,
    /// The status.
    Status,
    /// The progress.
    Progress,
    /// The last day, as first written.
    Due,
    /// The last day that is still in time.
    Deadline,
    /// The first day.
    From,
    /// The day on which it was done.
    Done,
    /// The day of the last report.
    Reported,
    /// Calendar days late.
    Late,
    /// How much is done.
    Percent,
    /// The label of the occurrence.
    Period,
    /// A tag.
    Tag,
    /// Sản phẩm.
    Output,
    /// Minh chứng.
    Evidence,
}

/// What a field takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Takes {
    /// A name: an id, or of units also words of the name.
    Name,
    /// One of [`Field::choices`].
    Choice,
    /// A day, a span of days, or a range of them.
    Days,
    /// A number of days, or a range.
    Count,
    /// A percentage, or a range.
    Percent,
    /// Words to be found.
    Words,
}

/// What people are told about a field.
#[derive(Debug)]
pub struct FieldInfo {
    /// The field.
    pub field: Field,
    /// Its name before the `:`.
    pub name: &'static str,
    /// What it takes.
    pub takes: Takes,
    /// Whether a work item may lack it, so that `none` asks for what is missing.
    pub may_be_missing: bool,
    /// What it asks for.
    pub meaning: Message,
    /// A term that shows its use.
    pub example: &'static str,
}

const fn about(
    field: Field,
    name: &'static str,
    takes: Takes,
    may_be_missing: bool,
    meaning: Message,
    example: &'static str,
) -> FieldInfo {
    FieldInfo { field, name, takes, may_be_missing, meaning, example }
}

/// All fields, in the order of docs/filters.md, which is also that of [`Field`].
#[rustfmt::skip]
pub static FIELDS: [FieldInfo; 23] = [
    about(Field::Id, "id", Takes::Name, false,
        Message::fixed("mã dòng tiến độ hoặc nhiệm vụ; cả MÃ-KẾ-HOẠCH/MÃ", "the id of a row or task; also PLAN/ID"),
        "id:PL2-07"),
    about(Field::Plan, "plan", Takes::Name, false,
        Message::fixed("mã kế hoạch", "the plan's id"),
        "plan:thanh-xuan-2024"),
    about(Field::Section, "section", Takes::Name, true,
        Message::fixed("phần, gồm mọi phần bên dưới", "the section, and all below it"),
        "section:II"),
    about(Field::Task, "task", Takes::Name, true,
        Message::fixed("nhiệm vụ mà dòng tiến độ thuộc về", "the task that a row belongs to"),
        "task:II.1-2b"),
    about(Field::Goal, "goal", Takes::Name, true,
        Message::fixed("mục tiêu", "a goal"),
        "goal:MT1"),
    about(Field::Target, "target", Takes::Name, true,
        Message::fixed("chỉ tiêu", "a target"),
        "target:CT-02"),
    about(Field::Unit, "unit", Takes::Name, false,
        Message::fixed(
            "đơn vị: mã, loại hoặc nhóm; không có thì tìm trong tên và tên khác",
            "the unit: an id, kind or group; only else words of its name or alias",
        ),
        "unit:ha dinh"),
    about(Field::With, "with", Takes::Name, true,
        Message::fixed("đơn vị phối hợp", "a unit that coordinates"),
        "with:phuong"),
    about(Field::To, "to", Takes::Name, true,
        Message::fixed("đơn vị được giao, được chỉ đạo thực hiện", "a unit directed to carry it out"),
        "to:truong"),
    about(Field::Kind, "kind", Takes::Name, false,
        Message::fixed("loại đơn vị; group, joint: việc chung", "the kind of unit; group, joint: work in common"),
        "kind:phuong"),
    about(Field::Status, "status", Takes::Choice, false,
        Message::fixed("tình trạng; done là mọi loại; cả paused",
            "the status; done of every kind; paused too"),
        "status:overdue"),
    about(Field::Progress, "progress", Takes::Choice, false,
        Message::fixed("tiến độ được báo cáo", "the progress reported"),
        "progress:paused"),
    about(Field::Due, "due", Takes::Days, true,
        Message::fixed("hạn như ban đầu", "the last day as first written"),
        "due:Quý II/2024"),
    about(Field::Deadline, "deadline", Takes::Days, true,
        Message::fixed("hạn sau gia hạn và ngày nghỉ", "the last day after extensions and days off"),
        "deadline:..today+14d"),
    about(Field::From, "from", Takes::Days, true,
        Message::fixed("ngày bắt đầu", "the first day"),
        "from:today.."),
    about(Field::Done, "done", Takes::Days, true,
        Message::fixed("ngày hoàn thành", "the day it was done"),
        "done:tháng 6/2024"),
    about(Field::Reported, "reported", Takes::Days, true,
        Message::fixed("ngày báo cáo gần nhất", "the day of the last report"),
        "reported:..today-30d"),
    about(Field::Late, "late", Takes::Count, false,
        Message::fixed("số ngày quá hạn", "days late"),
        "late:30.."),
    about(Field::Percent, "percent", Takes::Percent, true,
        Message::fixed("phần trăm hoàn thành", "percent done"),
        "percent:50..99"),
    about(Field::Period, "period", Takes::Name, true,
        Message::fixed("kỳ của việc lặp lại", "the occurrence of what recurs"),
        "period:2024-Q2"),
    about(Field::Tag, "tag", Takes::Name, true,
        Message::fixed("nhãn", "a tag"),
        "tag:an-toan"),
    about(Field::Output, "output", Takes::Words, true,
        Message::fixed("chữ trong sản phẩm", "words of the output"),
        "output:kế hoạch"),
    about(Field::Evidence, "evidence", Takes::Words, true,
        Message::fixed("chữ trong minh chứng", "words of the evidence"),
        "evidence:none"),
];

/// The word in `status` that stands for all that begin with it and `-`.
pub(super) const DONE: &str = "done";

impl Field {
    /// What people are told about it.
    pub fn about(self) -> &'static FieldInfo {
        &FIELDS[self as usize]
    }

    /// Its name before the `:`.
    pub fn name(self) -> &'static str {
        self.about().name
    }

    /// The field of that name, in either case.
    pub fn from_name(name: &str) -> Option<Self> {
        FIELDS.iter().find(|about| about.name.eq_ignore_ascii_case(name)).map(|about| about.field)
    }

    /// The words that the field takes with what they mean, if it takes only some.
    pub fn choices(self) -> Vec<(&'static str, Message)> {
        let mut choices = self.own_choices();
        if self == Self::Status {
            // docs/filters.md asks for `status:paused`: the words of progress that no status has stand for it.
            let known = |id: &str| id == DONE || Status::from_id(id).is_some();
            let progress = Progress::ALL.map(|progress| (progress.id(), progress.name()));
            choices.extend(progress.into_iter().filter(|(id, _)| !known(id)));
        }
        choices
    }

    /// The words that are the field's own, for its help.
    pub(super) fn own_choices(self) -> Vec<(&'static str, Message)> {
        match self {
            Self::Status => {
                let done = (DONE, Message::fixed("hoàn thành", "done of every kind"));
                std::iter::once(done).chain(Status::ALL.map(|status| (status.id(), status.name()))).collect()
            }
            Self::Progress => Progress::ALL.map(|progress| (progress.id(), progress.name())).into(),
            _ => Vec::new(),
        }
    }

    /// The one of its [`choices`](Self::choices) that a text means, by its word or its name in either language.
    pub fn choice(self, text: &str) -> Option<&'static str> {
        let choices = self.choices();
        let dashed = text.trim().replace([' ', '_'], "-");
        let words = SearchText::new(text);
        let by_word = choices.iter().find(|(id, _)| id.eq_ignore_ascii_case(&dashed));
        let is_named = |name: &Message| Lang::ALL.iter().any(|lang| words.are(name.get(*lang)));
        by_word.or_else(|| choices.iter().find(|(_, name)| is_named(name))).map(|(id, _)| *id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_that_of_query_md_and_in_the_order_of_the_fields() {
        let names = FIELDS.iter().map(|about| about.name).collect::<Vec<_>>().join(" ");
        assert_eq!(
            names,
            "id plan section task goal target unit with to kind status progress due deadline from done reported \
             late percent period tag output evidence"
        );
        for about in &FIELDS {
            assert_eq!(about.field.name(), about.name);
            assert_eq!(Field::from_name(&about.name.to_uppercase()), Some(about.field));
            assert!(about.example.starts_with(&format!("{}:", about.name)), "{}", about.example);
            assert_eq!(about.takes == Takes::Choice, !about.field.choices().is_empty());
        }
        assert_eq!(Field::from_name("title"), None);
    }
}

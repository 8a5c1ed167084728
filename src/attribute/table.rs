//! The table of attributes.

use super::filter::{AttributeFilter, FilterOperand as Operand, TextSource};
use super::value::Value;
use crate::language::Message;
use crate::model::{Party, Report};
use crate::status::PlanWorkItem;

/// An attribute of a work item.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs)] // The headers in the table are their documentation.
pub enum Attribute {
    Key,
    Plan,
    Id,
    Task,
    Section,
    Goal,
    Target,
    Title,
    Text,
    Unit,
    UnitId,
    UnitName,
    UnitKind,
    Answers,
    With,
    To,
    Period,
    DueText,
    Inherited,
    From,
    Due,
    ExtendedTo,
    Deadline,
    Extensions,
    Progress,
    Status,
    Done,
    Percent,
    Reported,
    DaysLate,
    WorkingDaysLate,
    Evidence,
    Difficulty,
    Proposal,
    Note,
    Output,
    Tags,
    Place,
}

/// A row of the table.
#[derive(Debug)]
pub struct AttributeInfo {
    /// The attribute.
    pub attribute: Attribute,
    /// Its name: the key of the JSON, with a `.` where the JSON has an object.
    pub name: &'static str,
    /// The header of its column.
    pub header: Message,
    /// The type of its value.
    pub value_type: ValueType,
    /// True if tables leave its column out when all of it is empty or 0.
    pub is_sparse: bool,
    /// True if it has a column and a key in the JSON; false if it has a filter only.
    pub is_listed: bool,
    /// The part of the plan that it belongs to.
    pub level: AttributeLevel,
    /// Its value for a work item on a day.
    pub value: for<'p> fn(&PlanWorkItem<'p>) -> Value<'p>,
    /// The filter on it.
    pub filter: Option<AttributeFilter>,
}

/// The type of a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ValueType {
    /// A word or a line of text.
    Text,
    /// Running text, the first to be wrapped.
    Title,
    /// Several texts.
    List,
    /// A day.
    Day,
    /// A number of things, or a percentage.
    Number,
    /// A number of days late.
    DaysLate,
    /// A word of a list of the product.
    Choice,
    /// An object of the JSON, whose keys are attributes of their own.
    Object,
    /// A line of a file.
    Place,
}

/// The part of a plan that an attribute belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum AttributeLevel {
    /// The tracked task or row: the same for all its work items.
    Assignment,
    /// The single work item.
    WorkItem,
}

use Attribute as A;
use ValueType as Type;

/// All attributes, in the order of the JSON, which is that of [`Attribute`].
#[rustfmt::skip]
pub static ATTRIBUTES: [AttributeInfo; 38] = [
    of_item(A::Key, "key", ["Khóa", "Key"], Type::Text, |it| it.item.key(it.plan).into()),
    of_assignment(A::Plan, "plan", ["Kế hoạch", "Plan"], Type::Text, |it| it.plan.id.as_str().into())
        .filter("plan", Operand::Name, ["mã kế hoạch", "the plan's id"], "thanh-xuan-2024"),
    of_assignment(A::Id, "id", ["Mã", "ID"], Type::Text, |it| it.assignment().id.as_str().into())
        .filter("id", Operand::Name,
            ["mã dòng tiến độ hoặc nhiệm vụ; cả MÃ-KẾ-HOẠCH/MÃ", "the id of a row or task; also PLAN/ID"], "PL2-07"),
    of_assignment(A::Task, "task", ["Nhiệm vụ", "Task"], Type::Text,
            |it| it.assignment().task.map(|task| it.plan.task(task).id.as_str()).into())
        .filter("task", Operand::Name,
            ["nhiệm vụ mà dòng tiến độ thuộc về", "the task that a row belongs to"], "II.1-2b").or_none(),
    of_assignment(A::Section, "section", ["Mục", "Section"], Type::Text,
            |it| it.assignment().section.map(|section| it.plan.section(section).id.as_str()).into())
        .filter("section", Operand::Name,
            ["phần, gồm mọi phần bên dưới", "the section, and all below it"], "II").or_none(),
    of_assignment(A::Goal, "goal", ["Mục tiêu", "Goal"], Type::List,
            |it| Value::List(it.assignment().goals.iter().map(|goal| it.plan.goal(*goal).id.as_str()).collect()))
        .filter("goal", Operand::Name, ["mục tiêu", "a goal"], "MT1").or_none().unlisted(),
    of_assignment(A::Target, "target", ["Chỉ tiêu", "Target"], Type::List,
            |it| Value::List(it.assignment().targets.iter().map(|target| it.plan.target(*target).id.as_str()).collect()))
        .filter("target", Operand::Name, ["chỉ tiêu", "a target"], "CT-02").or_none().unlisted(),
    of_assignment(A::Title, "title", ["Nội dung", "Title"], Type::Title, |it| (&*it.assignment().title).into())
        .filter("title", Operand::Words(TextSource::Assignment(|assignment| Some(&assignment.title))),
            ["chữ trong nội dung", "words of the title"], "hội nghị"),
    of_assignment(A::Text, "text", ["Văn bản", "Text"], Type::Text, |it| it.assignment().text.as_deref().into())
        .filter("text", Operand::Words(TextSource::All),
            ["như từ đứng riêng, dùng cho chữ có dấu hai chấm", "as a bare word, for texts with a colon"],
            "chuyên đề: an toàn").unlisted(),
    of_item(A::Unit, "unit", ["Đơn vị", "Unit"], Type::Object, |it| it.item.unit_id(it.plan).into())
        .filter("unit", Operand::Name, [
            "đơn vị: mã, loại hoặc nhóm; không có thì tìm trong tên và tên khác",
            "the unit: an id, kind or group; only else words of its name or alias",
        ], "ha dinh"),
    of_item(A::UnitId, "unit.id", ["Mã đơn vị", "Unit ID"], Type::Text, |it| it.item.unit_id(it.plan).into()),
    of_item(A::UnitName, "unit.name", ["Đơn vị", "Unit"], Type::Text, |it| it.item.unit_name(it.plan).into()),
    of_item(A::UnitKind, "unit.kind", ["Loại đơn vị", "Kind"], Type::Text, |it| it.item.unit_kind(it.plan).into())
        .filter("kind", Operand::Name,
            ["loại đơn vị; group, joint: việc chung", "the kind of unit; group, joint: work in common"], "phuong")
        .hints(&["group", "joint"]),
    of_item(A::Answers, "answers", ["Chịu trách nhiệm", "Answers"], Type::List,
        |it| Value::List(it.item.answers.iter().map(|unit| it.plan.registry.unit(*unit).id.as_str()).collect())),
    of_assignment(A::With, "with", ["Phối hợp", "With"], Type::List, |it| ids(it, &it.assignment().with))
        .filter("with", Operand::Name, ["đơn vị phối hợp", "a unit that coordinates"], "phuong").or_none().sparse(),
    of_assignment(A::To, "to", ["Giao thực hiện", "Directed to"], Type::List, |it| ids(it, &it.assignment().to))
        .filter("to", Operand::Name,
            ["đơn vị được giao, được chỉ đạo thực hiện", "a unit directed to carry it out"], "truong").or_none().sparse(),
    of_item(A::Period, "period", ["Kỳ", "Period"], Type::Text, |it| it.item.period(it.plan).into())
        .filter("period", Operand::Name, ["kỳ của việc lặp lại", "the occurrence of what recurs"], "2024-Q2").or_none(),
    of_assignment(A::DueText, "due_text", ["Thời hạn", "Due, as written"], Type::Text,
        |it| it.assignment().due_text.as_deref().into()),
    of_assignment(A::Inherited, "inherited", ["Theo mặc định", "Inherited"], Type::List,
        |it| Value::List(it.assignment().inheritance.keys())).sparse(),
    of_item(A::From, "from", ["Từ ngày", "From"], Type::Day, |it| it.item.from.into())
        .filter("from", Operand::Days, ["ngày bắt đầu", "the first day"], "today..").or_none().hints(COMING),
    of_item(A::Due, "due", ["Hạn ban đầu", "Due"], Type::Day, |it| it.item.due.into())
        .filter("due", Operand::Days, ["hạn như ban đầu", "the last day as first written"], "Quý II/2024")
        .or_none().hints(COMING),
    of_item(A::ExtendedTo, "extended_to", ["Gia hạn đến", "Extended to"], Type::Day, |it| it.item.extended_to.into())
        .sparse(),
    of_item(A::Deadline, "deadline", ["Hạn", "Deadline"], Type::Day, |it| it.item.deadline.into())
        .filter("deadline", Operand::Days,
            ["hạn sau gia hạn và ngày nghỉ", "the last day after extensions and days off"], "..today+14d")
        .or_none().hints(COMING),
    of_item(A::Extensions, "extensions", ["Số lần gia hạn", "Extensions"], Type::Number,
        |it| Value::Count(it.item.extensions)),
    of_item(A::Progress, "progress", ["Tiến độ", "Progress"], Type::Choice, |it| Value::Progress(it.item.progress))
        .filter("progress", Operand::Choice, ["tiến độ được báo cáo", "the progress reported"], "paused"),
    of_item(A::Status, "status", ["Tình trạng", "Status"], Type::Choice, |it| Value::Status(it.item.status))
        .filter("status", Operand::Choice,
            ["tình trạng; done là mọi loại; cả paused", "the status; done of every kind; paused too"], "overdue"),
    of_item(A::Done, "done", ["Ngày xong", "Done"], Type::Day, |it| it.item.done.into())
        .filter("done", Operand::Days, ["ngày hoàn thành", "the day it was done"], "tháng 6/2024")
        .or_none().hints(PAST).sparse(),
    of_item(A::Percent, "percent", ["% xong", "% done"], Type::Number,
            |it| it.item.percent.map_or(Value::Missing, Value::Percent))
        .filter("percent", Operand::Percent, ["phần trăm hoàn thành", "percent done"], "50..99")
        .or_none().hints(&["0", "50..", "100"]),
    of_item(A::Reported, "reported", ["Báo cáo gần nhất", "Last report"], Type::Day, |it| it.item.reported.into())
        .filter("reported", Operand::Days, ["ngày báo cáo gần nhất", "the day of the last report"], "..today-30d")
        .or_none().hints(PAST).sparse(),
    of_item(A::DaysLate, "days_late", ["Số ngày quá hạn", "Days late"], Type::DaysLate,
            |it| Value::Days(it.item.days_late))
        .filter("late", Operand::Count, ["số ngày quá hạn", "days late"], "30..").hints(&["1..", "30.."]),
    of_item(A::WorkingDaysLate, "working_days_late", ["Số ngày làm việc quá hạn", "Working days late"], Type::DaysLate,
        |it| Value::Days(it.item.working_days_late)),
    of_item(A::Evidence, "evidence", ["Minh chứng", "Evidence"], Type::List,
            |it| Value::List(it.item.evidence(it.plan).collect()))
        .filter("evidence", Operand::Words(TextSource::Reports(|report| report.evidence.as_deref())),
            ["chữ trong minh chứng", "words of the evidence"], "none").or_none(),
    of_item(A::Difficulty, "difficulty", ["Khó khăn, vướng mắc", "Difficulty"], Type::Text,
            |it| last_reported(it, |report| report.difficulty.as_deref()))
        .filter("difficulty", Operand::Words(TextSource::Reports(|report| report.difficulty.as_deref())),
            ["chữ trong khó khăn, vướng mắc", "words of the difficulties"], "mưa").or_none().sparse(),
    of_item(A::Proposal, "proposal", ["Kiến nghị, đề xuất", "Proposal"], Type::Text,
            |it| last_reported(it, |report| report.proposal.as_deref()))
        .filter("proposal", Operand::Words(TextSource::Reports(|report| report.proposal.as_deref())),
            ["chữ trong kiến nghị, đề xuất", "words of the proposals"], "gia hạn").or_none().sparse(),
    of_item(A::Note, "note", ["Ghi chú báo cáo", "Note"], Type::Text,
            |it| last_reported(it, |report| report.note.as_deref()))
        .filter("note", Operand::Words(TextSource::Reports(|report| report.note.as_deref())),
            ["chữ trong ghi chú của báo cáo", "words of the notes of reports"], "chờ kinh phí").or_none().sparse(),
    of_assignment(A::Output, "output", ["Sản phẩm", "Output"], Type::Text, |it| it.assignment().output.as_deref().into())
        .filter("output", Operand::Words(TextSource::Assignment(|assignment| assignment.output.as_deref())),
            ["chữ trong sản phẩm", "words of the output"], "kế hoạch").or_none(),
    of_assignment(A::Tags, "tags", ["Nhãn", "Tags"], Type::List,
            |it| Value::List(it.assignment().tags.iter().map(String::as_str).collect()))
        .filter("tag", Operand::Name, ["nhãn", "a tag"], "an-toan").or_none(),
    of_assignment(A::Place, "place", ["Vị trí", "Place"], Type::Place, |it| Value::Place(it.assignment().place)),
];

/// The ids of units and groups.
fn ids<'p>(item: &PlanWorkItem<'p>, parties: &[Party]) -> Value<'p> {
    Value::List(parties.iter().map(|party| item.plan.registry.id(*party)).collect())
}

/// The text that was last reported, of the reports that count.
fn last_reported<'p>(item: &PlanWorkItem<'p>, text: impl Fn(&'p Report) -> Option<&'p str>) -> Value<'p> {
    item.item.reports(item.plan).rev().find_map(text).into()
}

/// Proposals for a day that may come.
const COMING: &[&str] = &["today", "today..", "..today", "today..today+14d"];

/// Proposals for a day that has passed.
const PAST: &[&str] = &["today", "..today-30d", "today-30d.."];

type ValueFn = for<'p> fn(&PlanWorkItem<'p>) -> Value<'p>;

/// An attribute of the single work item.
const fn of_item(
    attribute: Attribute,
    name: &'static str,
    [vi, en]: [&'static str; 2],
    value_type: ValueType,
    value: ValueFn,
) -> AttributeInfo {
    AttributeInfo {
        attribute,
        name,
        header: Message::fixed(vi, en),
        value_type,
        is_sparse: matches!(value_type, ValueType::Number | ValueType::DaysLate),
        is_listed: true,
        level: AttributeLevel::WorkItem,
        value,
        filter: None,
    }
}

/// An attribute of the tracked task or row.
const fn of_assignment(
    attribute: Attribute,
    name: &'static str,
    header: [&'static str; 2],
    value_type: ValueType,
    value: ValueFn,
) -> AttributeInfo {
    let mut info = of_item(attribute, name, header, value_type, value);
    info.level = AttributeLevel::Assignment;
    info
}

impl AttributeInfo {
    const fn filter(
        mut self,
        name: &'static str,
        operand: Operand,
        meaning: [&'static str; 2],
        example: &'static str,
    ) -> Self {
        self.filter =
            Some(AttributeFilter { name, operand, may_be_missing: false, meaning, example, hints: &[] });
        self
    }

    /// The filter takes `none`.
    const fn or_none(mut self) -> Self {
        if let Some(filter) = &mut self.filter {
            filter.may_be_missing = true;
        }
        self
    }

    const fn hints(mut self, hints: &'static [&'static str]) -> Self {
        if let Some(filter) = &mut self.filter {
            filter.hints = hints;
        }
        self
    }

    const fn sparse(mut self) -> Self {
        self.is_sparse = true;
        self
    }

    const fn unlisted(mut self) -> Self {
        self.is_listed = false;
        self
    }
}

impl Attribute {
    /// All attributes that have a column and a key in the JSON, in the order of the JSON.
    pub fn listed() -> impl Iterator<Item = Self> {
        ATTRIBUTES.iter().filter(|info| info.is_listed).map(|info| info.attribute)
    }

    /// The listed attribute of that name, in either case.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::listed().find(|attribute| attribute.name().eq_ignore_ascii_case(name))
    }

    /// Its row of the table.
    pub fn info(self) -> &'static AttributeInfo {
        &ATTRIBUTES[self as usize]
    }

    /// Its name: the key of the JSON, with a `.` where the JSON has an object.
    pub fn name(self) -> &'static str {
        self.info().name
    }

    /// Its value for a work item.
    pub fn value<'p>(self, item: &PlanWorkItem<'p>) -> Value<'p> {
        (self.info().value)(item)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_stands_in_the_order_of_the_attributes() {
        for (at, info) in ATTRIBUTES.iter().enumerate() {
            assert_eq!(info.attribute as usize, at, "{}", info.name);
            assert_eq!(
                Attribute::from_name(&info.name.to_uppercase()),
                info.is_listed.then_some(info.attribute)
            );
        }
        assert_eq!(Attribute::from_name("deadlines"), None);
    }
}

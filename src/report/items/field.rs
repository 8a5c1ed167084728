//! What can be told of a work item: one list for columns, their headers, their cells and the order by them.

use std::borrow::Cow;

use crate::deadline::Period;
use crate::document::{Cell, Column, Media, StatusCell, Tone};
use crate::language::Message;
use crate::message;
use crate::model::{Holder, Party};
use crate::report::wording;
use crate::span::Sources;
use crate::status::{PlanWorkItem, Progress, spoken};

/// What can be told of a work item; the names are the keys of the JSON.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs)] // docs/json.md describes the keys; the headers below say the same.
pub enum ItemField {
    Key,
    Plan,
    Id,
    Task,
    Section,
    Title,
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
    Output,
    Tags,
    Place,
}

use ItemField as F;

/// A field, its name, its header.
type About = (ItemField, &'static str, Message);

const fn about(field: ItemField, name: &'static str, vi: &'static str, en: &'static str) -> About {
    (field, name, Message::fixed(vi, en))
}

/// All fields, in the order of the JSON, which is that of [`ItemField`].
static FIELDS: [About; 32] = [
    about(F::Key, "key", "Khóa", "Key"),
    about(F::Plan, "plan", "Kế hoạch", "Plan"),
    about(F::Id, "id", "Mã", "ID"),
    about(F::Task, "task", "Nhiệm vụ", "Task"),
    about(F::Section, "section", "Mục", "Section"),
    about(F::Title, "title", "Nội dung", "Title"),
    about(F::Unit, "unit", "Đơn vị", "Unit"),
    about(F::UnitId, "unit.id", "Mã đơn vị", "Unit ID"),
    about(F::UnitName, "unit.name", "Đơn vị", "Unit"),
    about(F::UnitKind, "unit.kind", "Loại đơn vị", "Kind"),
    about(F::Answers, "answers", "Đơn vị trả lời", "Answers"),
    about(F::With, "with", "Phối hợp", "With"),
    about(F::To, "to", "Chỉ đạo thực hiện", "Directed to"),
    about(F::Period, "period", "Kỳ", "Period"),
    about(F::DueText, "due_text", "Thời hạn", "Due, as written"),
    about(F::Inherited, "inherited", "Theo mặc định", "Inherited"),
    about(F::From, "from", "Từ ngày", "From"),
    about(F::Due, "due", "Hạn ban đầu", "Due"),
    about(F::ExtendedTo, "extended_to", "Gia hạn đến", "Extended to"),
    about(F::Deadline, "deadline", "Hạn", "Deadline"),
    about(F::Extensions, "extensions", "Số lần gia hạn", "Extensions"),
    about(F::Progress, "progress", "Tiến độ", "Progress"),
    about(F::Status, "status", "Tình trạng", "Status"),
    about(F::Done, "done", "Ngày xong", "Done"),
    about(F::Percent, "percent", "% xong", "% done"),
    about(F::Reported, "reported", "Báo cáo gần nhất", "Last report"),
    about(F::DaysLate, "days_late", "Số ngày quá hạn", "Days late"),
    about(F::WorkingDaysLate, "working_days_late", "Số ngày làm việc quá hạn", "Working days late"),
    about(F::Evidence, "evidence", "Minh chứng", "Evidence"),
    about(F::Output, "output", "Sản phẩm", "Output"),
    about(F::Tags, "tags", "Nhãn", "Tags"),
    about(F::Place, "place", "Vị trí", "Place"),
];

impl ItemField {
    /// All fields, in the order of the JSON.
    pub fn all() -> impl ExactSizeIterator<Item = Self> {
        FIELDS.iter().map(|(field, ..)| *field)
    }

    /// Its name: the key of the JSON, with a `.` where the JSON has an object.
    pub fn name(self) -> &'static str {
        FIELDS[self as usize].1
    }

    /// The field of that name, in either case.
    pub fn from_name(name: &str) -> Option<Self> {
        FIELDS.iter().find(|(_, own, _)| own.eq_ignore_ascii_case(name)).map(|(field, ..)| *field)
    }

    fn header(self) -> Message {
        FIELDS[self as usize].2.clone()
    }

    /// Its columns: one, or where readers and programs are told differently, one for either.
    pub(super) fn columns(self) -> Vec<Column> {
        let (header, name) = (self.header(), self.name());
        let words = || Column::words(header.clone(), name);
        let figures = || Column::figures(header.clone(), name);
        vec![match self {
            F::Unit => {
                let mut columns = vec![words().only_on(Media::READERS)];
                let exact = [F::UnitId, F::UnitName].into_iter().flat_map(Self::columns);
                columns.extend(exact.map(|column| column.only_on(Media::SPREADSHEET)));
                return columns;
            }
            F::Period => {
                return vec![
                    words().hide_if_all_zero().only_on(Media::READERS),
                    words().only_on(Media::SPREADSHEET),
                ];
            }
            F::Title => Column::title(header, name),
            F::DaysLate | F::WorkingDaysLate => figures().hide_if_all_zero().tone(Tone::Bad),
            F::Extensions | F::Percent => figures().hide_if_all_zero(),
            F::ExtendedTo | F::Done | F::Reported | F::Inherited | F::With | F::To => {
                words().hide_if_all_zero()
            }
            _ => words(),
        }]
    }

    /// Its cells, one for each of its columns.
    pub(super) fn cells(self, found: &PlanWorkItem<'_>, sources: &Sources, cells: &mut Vec<Cell>) {
        let PlanWorkItem { plan, item: work } = *found;
        let item = work.assignment(plan);
        let list = |parties: &[Party]| {
            Cell::List(parties.iter().map(|party| plan.registry.id(*party).to_owned()).collect())
        };
        let cell = match self {
            F::Key => Cell::Text(work.key(plan)),
            F::Plan => Cell::text(plan.id.as_str()),
            F::Id => Cell::text(item.id.as_str()),
            F::Task => Cell::or_empty(item.task, |task| Cell::text(plan.task(task).id.as_str())),
            F::Section => {
                Cell::or_empty(item.section, |section| Cell::text(plan.section(section).id.as_str()))
            }
            F::Title => Cell::text(&*item.title),
            F::Unit => {
                cells.push(Cell::Message(owner(found, Name::Short)));
                F::UnitId.cells(found, sources, cells);
                return F::UnitName.cells(found, sources, cells);
            }
            F::UnitId => Cell::Text(work.unit_id(plan).into_owned()),
            F::UnitName => Cell::Text(work.unit_name(plan).into_owned()),
            F::UnitKind => Cell::text(work.unit_kind(plan)),
            F::Answers => {
                Cell::List(work.answers.iter().map(|unit| plan.registry.unit(*unit).id.clone()).collect())
            }
            F::With => list(&item.with),
            F::To => list(&item.to),
            F::Period => {
                let label = work.period(plan);
                cells.push(Cell::or_empty(period(found), Cell::Message));
                Cell::or_empty(label, Cell::text)
            }
            F::DueText => Cell::or_empty(item.due_text.as_deref(), Cell::text),
            F::Inherited => Cell::List(item.inherited().into_iter().map(str::to_owned).collect()),
            F::From => Cell::or_empty(work.from, Cell::Date),
            F::Due => Cell::or_empty(work.due, Cell::Date),
            F::ExtendedTo => Cell::or_empty(work.extended_to, Cell::Date),
            F::Deadline => Cell::or_empty(work.deadline, Cell::Date),
            F::Extensions => Cell::Count(u64::from(work.extensions)),
            F::Progress => Cell::Status(progress(work.progress)),
            F::Status => wording::status(work.status),
            F::Done => Cell::or_empty(work.done, Cell::Date),
            F::Percent => Cell::or_empty(work.percent, |percent| Cell::Number(percent, String::new())),
            F::Reported => Cell::or_empty(work.reported, Cell::Date),
            F::DaysLate => Cell::Days(work.days_late),
            F::WorkingDaysLate => Cell::Days(work.working_days_late),
            F::Evidence => Cell::List(work.evidence(plan).map(str::to_owned).collect()),
            F::Output => Cell::or_empty(item.output.as_deref(), Cell::text),
            F::Tags => Cell::List(item.tags.clone()),
            F::Place => Cell::Text(wording::place(sources, item.place).to_string()),
        };
        cells.push(cell);
    }
}

/// Which of its names a unit is called by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::report) enum Name {
    /// Its first alias where that is shorter: as colleagues say it.
    Short,
    /// Its name: as letters write it.
    Full,
}

/// Whose a work item is, and who answers for it now where that is no longer the same.
pub(in crate::report) fn owner(found: &PlanWorkItem<'_>, by: Name) -> Message {
    let PlanWorkItem { plan, item: work } = *found;
    let call = |party: Party| match party {
        Party::Unit(unit) if by == Name::Short => {
            let unit = plan.registry.unit(unit);
            let alias =
                unit.aliases.first().filter(|alias| alias.chars().count() < unit.name.chars().count());
            alias.unwrap_or(&unit.name)
        }
        _ => plan.registry.name(party),
    };
    let name: Cow<'_, str> = match work.unit {
        Holder::Unit(unit) => call(Party::Unit(unit)).into(),
        Holder::Group(group) => call(Party::Group(group)).into(),
        Holder::Joint => {
            let leads: Vec<&str> = work.assignment(plan).lead.iter().map(|lead| call(*lead)).collect();
            leads.join(", ").into()
        }
    };
    match work.unit {
        Holder::Unit(unit) if *work.answers != [unit] && !work.answers.is_empty() => {
            let now: Vec<&str> = work.answers.iter().map(|unit| call(Party::Unit(*unit))).collect();
            let now = now.join(", ");
            message!("{name} (nay là {now})", "{name} (now {now})")
        }
        _ => crate::document::same(&name),
    }
}

/// The occurrence as people say it, with its year where the plan has several.
pub(in crate::report) fn period(found: &PlanWorkItem<'_>) -> Option<Message> {
    let Period { range, school_year, .. } = &found.plan.period;
    let label = found.item.period(found.plan)?;
    let is_term = school_year.is_some() && label.contains("-HK");
    Some(spoken(label, range.first.year() != range.last.year() && !is_term))
}

fn progress(progress: Progress) -> StatusCell {
    let tone = match progress {
        Progress::Done => Tone::Good,
        Progress::Paused => Tone::Warn,
        Progress::Dropped => Tone::Muted,
        Progress::InProgress | Progress::NotStarted => Tone::Plain,
    };
    StatusCell { key: progress.id(), word: progress.name(), tone }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_stands_in_the_order_of_the_fields() {
        for (at, field) in ItemField::all().enumerate() {
            assert_eq!(field as usize, at);
            assert_eq!(ItemField::from_name(&field.name().to_uppercase()), Some(field));
        }
        assert_eq!(ItemField::from_name("deadlines"), None);
    }
}

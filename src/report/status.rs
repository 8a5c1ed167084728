//! The status table: figures for any grouping.

use super::changes::add_changes;
use super::opening::{caption, opening};
use super::wording;
use crate::answer::{StatusAnswer, StatusLine, StatusRow, StatusTable};
use crate::document::{Block, Cell, Column, Document, Media, Table, TableRow, Tone};
use crate::language::{Lang, Message};
use crate::message;
use crate::status::{Figures, Grouping, Status, TaskFigures, TaskState, TaskWork};

/// The counts of a status table: what each counts, its key, its short header, and what that stands for
/// where it does not say so itself.
#[rustfmt::skip]
static COUNTS: [(Status, &str, Message, Option<Message>); 10] = [
    (Status::DoneOnTime, "done_on_time", Message::fixed("Xong đúng hạn", "Done on time"), None),
    (Status::DoneLate, "done_late", Message::fixed("Xong quá hạn", "Done late"), None),
    (Status::DoneUndated, "done_undated", Message::fixed("Xong, không hạn", "Done, no date"), None),
    (Status::Overdue, "overdue", Message::fixed("Quá hạn", "Late"), None),
    (Status::DueSoon, "due_soon", Message::fixed("Sắp hạn", "Due soon"),
        Some(Message::fixed("sắp đến hạn, chỉ còn vài ngày làm việc", "only a few working days are left"))),
    (Status::OnTrack, "on_track", Message::fixed("Trong hạn", "On track"), None),
    (Status::Upcoming, "upcoming", Message::fixed("Chưa đến kỳ", "Not yet"),
        Some(Message::fixed("chưa đến ngày bắt đầu", "upcoming, it begins later"))),
    (Status::Continuous, "continuous", Message::fixed("Thường xuyên", "Always"),
        Some(Message::fixed("không có hạn theo tính chất công việc", "continuous, no date by nature"))),
    (Status::Undated, "undated", Message::fixed("Chưa rõ hạn", "No date"),
        Some(Message::fixed("chưa xác định thời hạn", "undated, no date yet"))),
    (Status::Dropped, "dropped", Message::fixed("Thôi", "Dropped"),
        Some(Message::fixed("không thực hiện", "no longer to be done"))),
];

/// The figures of groups, table by table, and their sum.
pub fn status(answer: &StatusAnswer<'_>) -> Document {
    let StatusAnswer { by, plans, total, .. } = answer;
    let mut document = opening(Message::fixed("Tình hình thực hiện", "Status"), plans, answer.as_of);
    for status in &answer.tables {
        let mut table = table(*by, status);
        table.caption = status.plan.filter(|_| plans.len() > 1).map(caption);
        document.blocks.push(Block::Table(table));
    }
    if plans.len() > 1 && !by.is_across_plans() && *by != Grouping::Plan {
        let sum = Block::Paragraph(in_words(plans.len(), total));
        // An empty table comes after the sum.
        let at = document.blocks.len() - usize::from(total.total() == 0);
        document.blocks.insert(at, sum);
    }
    if answer.has_repeats {
        document.blocks.push(Block::Note(Message::fixed(
            "Việc thuộc nhiều mục tiêu được tính ở từng mục tiêu, và một lần ở dòng cộng.",
            "Work under several goals counts in each of them, and once in the total.",
        )));
    }
    if total.total() > 0 {
        document.blocks.push(Block::Paragraph(tasks_in_words(&answer.tasks)));
    }
    if total.total() > 0 && *by != Grouping::Status {
        document.blocks.push(Block::Legend(legend(total)));
    }
    document.blocks.extend(wording::unannounced(&answer.unannounced));
    if let Some(changes) = &answer.changes {
        add_changes(&mut document, changes);
    }
    document
}

fn table(by: Grouping, status: &StatusTable<'_>) -> Table {
    let mut table = Table::new(columns(by, &JoinedCounts::of(status)));
    let plan_column = Column::words(Message::fixed("Kế hoạch", "Plan"), "plan");
    table.constants = vec![(plan_column, Cell::or_empty(status.plan, |plan| Cell::text(plan.id.as_str())))];
    table.rows.extend(status.lines.iter().map(|line| match line {
        StatusLine::Heading(Some(section)) => {
            TableRow::Group { mark: section.id.clone(), title: Message::same(&section.title) }
        }
        StatusLine::Heading(None) => TableRow::Group { mark: String::new(), title: Message::fixed("", "") },
        StatusLine::Group(line) => {
            let StatusRow { group, is_own_work, share_pct } = line.as_ref();
            let key = group.key.as_deref();
            let label = match (by, key.and_then(Status::from_id), key) {
                (Grouping::Status, Some(status), _) => wording::status(status),
                (_, _, Some(key)) if *is_own_work => {
                    Cell::Message(message!("Việc chung của mục {key}", "Of {key} as a whole"))
                }
                _ => Cell::Message(capital(by, &group.label)),
            };
            let state = group.task.as_ref().map(TaskWork::state);
            TableRow::Body(row(by, Heads { key, label, state }, &group.figures, *share_pct))
        }
    }));
    if let Some(total) = &status.total {
        let label = Cell::Message(Message::fixed("Cộng", "Total"));
        // All of it.
        let share = total.share_of(total);
        let heads = Heads { key: None, label, state: None };
        table.rows.push(TableRow::Total(row(by, heads, total, share)));
    }
    table
}

/// Months and quarters begin a line here, not a word in a sentence.
fn capital(by: Grouping, label: &Message) -> Message {
    if !matches!(by, Grouping::Month) {
        return label.clone();
    }
    let upper = |words: &str| {
        let mut letters = words.chars();
        letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
    };
    Message::new(upper(label.get(Lang::Vi)), upper(label.get(Lang::En)))
}

/// The columns that a narrow table joins: a single one is not worth another name.
struct JoinedCounts {
    done: bool,
    others: bool,
    upcoming: bool,
}

impl JoinedCounts {
    fn of(status: &StatusTable<'_>) -> Self {
        let figures = status.lines.iter().filter_map(|line| match line {
            StatusLine::Group(line) => Some(&line.group.figures),
            StatusLine::Heading(_) => None,
        });
        let figures: Vec<&Figures> = figures.collect();
        let has = |status: Status| figures.iter().any(|figures| figures.count(status) > 0);
        let count = |all: &[Status]| all.iter().filter(|status| has(**status)).count();
        let others = count(&[Status::Continuous, Status::Undated, Status::Dropped]);
        Self {
            done: count(&[Status::DoneOnTime, Status::DoneLate, Status::DoneUndated]) > 1,
            others: others > 1,
            upcoming: others > 0 && has(Status::Upcoming),
        }
    }
}

fn columns(by: Grouping, joins: &JoinedCounts) -> Vec<Column> {
    let mark = |header: Message| Column::words(header, "key").hide_if_all_zero();
    let hidden = || Column::words(Message::fixed("Mã", "Key"), "key").only_on(Media::SPREADSHEET);
    let (key, label) = match by {
        Grouping::Section => (mark(Message::fixed("Mục", "No.")), Message::fixed("Tên mục", "Title")),
        Grouping::Goal => (mark(Message::fixed("Mã", "ID")), Message::fixed("Mục tiêu", "Goal")),
        Grouping::Task => (mark(Message::fixed("Mã", "ID")), Message::fixed("Nhiệm vụ", "Task")),
        Grouping::Plan => (mark(Message::fixed("Mã", "ID")), Message::fixed("Kế hoạch", "Plan")),
        Grouping::Unit => (hidden(), Message::fixed("Đơn vị", "Unit")),
        Grouping::Kind => (hidden(), Message::fixed("Loại đơn vị", "Kind")),
        Grouping::Month => (hidden(), Message::fixed("Tháng", "Month")),
        Grouping::Quarter => (hidden(), Message::fixed("Quý", "Quarter")),
        Grouping::Status => (hidden(), Message::fixed("Tình trạng", "Status")),
    };
    let mut columns = vec![key, Column::title(label, "label")];
    if by == Grouping::Task {
        columns.push(Column::words(Message::fixed("Tình trạng", "State"), "state"));
    }
    columns.push(Column::figures(Message::fixed("Tổng", "Total"), "total"));
    // A status by statuses has nothing but zeros beside its total.
    let media = if by == Grouping::Status { Media::SPREADSHEET } else { Media::ALL };
    for (status, key, header, _) in &COUNTS {
        let tone = match status {
            Status::Overdue => Tone::Bad,
            Status::DueSoon => Tone::Warn,
            Status::DoneOnTime => Tone::Good,
            _ => Tone::Plain,
        };
        let column = Column::figures(header.clone(), *key).hide_if_all_zero().tone(tone).only_on(media);
        columns.push(match status {
            Status::DoneOnTime | Status::DoneLate | Status::DoneUndated if joins.done => {
                column.joined_behind(0, &DONE)
            }
            Status::Continuous | Status::Undated | Status::Dropped if joins.others => {
                column.joined_behind(1, &OTHERS)
            }
            Status::Continuous | Status::Undated | Status::Dropped | Status::Upcoming if joins.upcoming => {
                column.joined_behind(3, &OTHERS)
            }
            _ => column,
        });
        // Behind the last of those that they join.
        let joined = |header: &Message, key| {
            Column::figures(header.clone(), key).hide_if_all_zero().only_on(media.and(Media::READERS))
        };
        let never = u8::MAX;
        match status {
            Status::DoneUndated => {
                columns.push(joined(&DONE, "done").from_level(if joins.done { 1 } else { never }));
            }
            Status::Dropped => columns.extend([
                joined(&OTHERS, "others")
                    .from_level(if joins.others { 2 } else { never })
                    .up_to_level(if joins.upcoming { 3 } else { never }),
                joined(&OTHERS, "others").from_level(if joins.upcoming { 4 } else { never }),
            ]),
            _ => {}
        }
    }
    columns.push(Column::bars());
    let figures = |header: Message, key| Column::figures(header, key).only_on(media);
    columns.push(figures(Message::fixed("% hoàn thành", "% done"), "completion_pct"));
    // The base of the percentages that follow stands beside them; programs have its parts.
    columns.push(
        figures(DECIDED, "decided").hide_if_all_zero().only_on(media.and(Media::READERS)).up_to_level(2),
    );
    columns.push(figures(Message::fixed("% đúng hạn", "% on time"), "on_time_pct").up_to_level(0));
    columns.push(figures(Message::fixed("% quá hạn", "% late"), "overdue_pct").up_to_level(2));
    columns
}

/// The header of the base of on-time % and overdue %.
const DECIDED: Message = Message::fixed("Xong, quá hạn", "Done, late");

/// The header of the column that joins those of done work.
const DONE: Message = Message::fixed("Đã xong", "Done");

/// The header of the column that joins those of work that needs nothing at present.
const OTHERS: Message = Message::fixed("Khác", "Others");

/// The cells before the figures.
struct Heads<'k> {
    key: Option<&'k str>,
    label: Cell,
    state: Option<TaskState>,
}

fn row(by: Grouping, heads: Heads<'_>, figures: &Figures, share_pct: Option<f64>) -> Vec<Cell> {
    let mut cells = vec![Cell::or_empty(heads.key, Cell::text), heads.label];
    if by == Grouping::Task {
        cells.push(Cell::or_empty(heads.state, wording::task_state));
    }
    cells.push(Cell::Count(figures.total()));
    let count = |all: &[Status]| Cell::Count(all.iter().map(|status| figures.count(*status)).sum());
    for (status, ..) in &COUNTS {
        cells.push(count(&[*status]));
        match status {
            Status::DoneUndated => {
                cells.push(count(&[Status::DoneOnTime, Status::DoneLate, Status::DoneUndated]));
            }
            Status::Dropped => cells.extend([
                count(&[Status::Continuous, Status::Undated, Status::Dropped]),
                count(&[Status::Upcoming, Status::Continuous, Status::Undated, Status::Dropped]),
            ]),
            _ => {}
        }
    }
    cells.push(Cell::Bar(match by {
        Grouping::Status => share_pct.map(|share| share / 100.0),
        _ => figures.completion_pct().map(|share| share / 100.0),
    }));
    cells.push(Cell::Share(figures.completion_pct()));
    cells.push(Cell::Count(figures.decided()));
    cells.extend([figures.on_time_pct(), figures.overdue_pct()].map(Cell::Share));
    cells
}

/// Returns the meaning of the short headers, and the base of the percentages.
fn legend(total: &Figures) -> Vec<(Message, Message)> {
    let has = |status: &Status| total.count(*status) > 0;
    let mut legend: Vec<(Message, Message)> = COUNTS
        .iter()
        .filter(|(status, ..)| has(status))
        .filter_map(|(_, _, header, stands_for)| Some((header.clone(), stands_for.clone()?)))
        .collect();
    let left_out = [Status::Dropped, Status::Upcoming, Status::Continuous];
    let left_out: Vec<Message> =
        left_out.iter().filter(|status| has(status)).map(|status| status.name()).collect();
    let whole = |lang: Lang, all: &str| {
        let less: Vec<&str> = left_out.iter().map(|name| name.get(lang)).collect();
        if less.is_empty() { all.to_owned() } else { format!("({all} − {})", less.join(" − ")) }
    };
    let (vi, en) = (whole(Lang::Vi, "tổng"), whole(Lang::En, "total"));
    legend.push((Message::fixed("% hoàn thành", "% done"), message!("đã xong / {vi}", "done / {en}")));
    let (all, decided) = (total.total(), total.decided());
    if decided > 0 {
        legend.push((
            DECIDED,
            message!(
                "việc có hạn đã xong hoặc đã quá hạn; % đúng hạn, % quá hạn tính trên {decided} việc ấy, không trên cả {all} việc",
                "items with a deadline that are done or overdue; % on time and % late are of these {decided}, not of all {all}"
            ),
        ));
    }
    legend
}

/// Returns the number of tasks and their states, in a sentence.
pub(super) fn tasks_in_words(tasks: &TaskFigures) -> Message {
    let say = |lang: Lang| {
        let states = TaskState::ALL.into_iter().filter(|state| tasks.count(*state) > 0);
        let states = states.map(|state| format!("{} {}", tasks.count(state), state.name().get(lang)));
        let (total, states) = (tasks.total(), states.collect::<Vec<_>>().join(", "));
        let noun = if total == 1 { "task" } else { "tasks" };
        lang.pick(
            format!("Tính theo nhiệm vụ: {total} nhiệm vụ ({states})."),
            format!("By tasks: {total} {noun} ({states})."),
        )
    };
    Message::new(say(Lang::Vi), say(Lang::En))
}

/// Returns the sum of several plans, in a sentence.
fn in_words(plans: usize, total: &Figures) -> Message {
    let say = |lang: Lang| {
        let percent = |share: Option<f64>| match share {
            None => String::from("–"),
            Some(share) => {
                format!("{}%", lang.pick(format!("{share:.1}").replace('.', ","), format!("{share:.1}")))
            }
        };
        let counts = COUNTS.iter().filter(|(status, ..)| total.count(*status) > 0);
        let counts: Vec<String> = counts
            .map(|(status, ..)| format!("{} {}", status.name().get(lang), total.count(*status)))
            .collect();
        let (all, counts, decided) = (total.total(), counts.join(", "), total.decided());
        let [done, on_time, overdue] =
            [total.completion_pct(), total.on_time_pct(), total.overdue_pct()].map(percent);
        let (vi, en) = if decided == 0 {
            (String::new(), String::new())
        } else {
            (
                format!(
                    "; đúng hạn {on_time}, quá hạn {overdue} của {decided} việc có hạn đã xong hoặc đã quá hạn"
                ),
                format!(
                    "; {on_time} on time and {overdue} overdue of the {decided} with a deadline that are done or overdue"
                ),
            )
        };
        lang.pick(
            format!("Cộng {plans} kế hoạch: {all} việc; {counts}; hoàn thành {done}{vi}."),
            format!("{plans} plans in all: {all} items; {counts}; done {done}{en}."),
        )
    };
    Message::new(say(Lang::Vi), say(Lang::En))
}

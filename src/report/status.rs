//! How the plans stand: figures for any grouping. Source: docs/status.md, Figures.

use std::collections::{HashMap, HashSet};

use super::opening::{caption, opening};
use super::{Changes, wording};
use crate::date::AsOf;
use crate::document::{Block, Cell, Column, Document, Media, Table, TableRow, Tone, same};
use crate::language::{Lang, Message};
use crate::message;
use crate::model::{Plan, Section};
use crate::status::{Figures, Grouping, Status, StatusGroup};

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

/// The figures of groups, table by table, and what all of them add up to.
pub fn status(
    by: Grouping,
    groups: &[StatusGroup<'_>],
    plans: &[(&Plan, Figures)],
    as_of: AsOf,
    changes: Option<&Changes<'_>>,
) -> Document {
    let all: Vec<&Plan> = plans.iter().map(|(plan, _)| *plan).collect();
    let mut document = opening(Message::fixed("Tình hình thực hiện", "Status"), &all, as_of);
    let total = plans.iter().fold(Figures::default(), |mut sum, (_, figures)| {
        sum += figures;
        sum
    });
    if by.is_across_plans() || by == Grouping::Plan {
        document.blocks.push(Block::Table(table(by, groups, None, &total)));
    } else {
        for (plan, figures) in plans {
            let own: Vec<StatusGroup<'_>> =
                groups.iter().filter(|group| group.plan == Some(&plan.id)).cloned().collect();
            if own.is_empty() {
                continue;
            }
            let mut table = table(by, &own, Some(plan), figures);
            table.caption = (plans.len() > 1).then(|| caption(plan));
            document.blocks.push(Block::Table(table));
        }
        if plans.len() > 1 {
            document.blocks.push(Block::Paragraph(in_words(plans.len(), &total)));
        }
        if groups.is_empty() {
            document.blocks.push(Block::Table(self::table(by, &[], None, &total)));
        }
    }
    if groups.iter().map(|group| group.figures.total()).sum::<u64>() > total.total() {
        document.blocks.push(Block::Note(Message::fixed(
            "Việc thuộc nhiều mục tiêu được tính ở từng mục tiêu, và một lần ở dòng cộng.",
            "Work under several goals counts in each of them, and once in the total.",
        )));
    }
    if total.total() > 0 && by != Grouping::Status {
        document.blocks.push(Block::Legend(legend(&total)));
    }
    if let Some(changes) = changes {
        changes.tell(&mut document);
    }
    document
}

fn table(by: Grouping, groups: &[StatusGroup<'_>], plan: Option<&Plan>, total: &Figures) -> Table {
    let mut table = Table::new(columns(by));
    let plan_column = Column::words(Message::fixed("Kế hoạch", "Plan"), "plan");
    table.constants = vec![(plan_column, Cell::or_empty(plan, |plan| Cell::text(plan.id.as_str())))];
    // Sections that lie in others stand below the title of the highest of them.
    let parents =
        plan.filter(|_| by == Grouping::Section).map(|plan| parents(plan, groups)).unwrap_or_default();
    let nested = plan.filter(|_| !parents.is_empty());
    let by_id: HashMap<&str, &Section> =
        nested.iter().flat_map(|plan| &plan.sections).map(|section| (section.id.as_str(), section)).collect();
    let mut above: Option<&str> = None;
    for group in groups {
        let key = group.key.as_deref();
        let mut label = None;
        if let Some(plan) = nested {
            let top = key.and_then(|key| by_id.get(key)).map(|section| top(plan, section));
            if top.map(|top| top.id.as_str()) != above {
                above = top.map(|top| top.id.as_str());
                let is_alone = top.is_none_or(|top| !parents.contains(top.id.as_str()));
                table.rows.push(match top.filter(|_| !is_alone) {
                    Some(top) => TableRow::Group { mark: top.id.clone(), title: same(&top.title) },
                    None => TableRow::Group { mark: String::new(), title: Message::fixed("", "") },
                });
            }
            if let Some(key) = key
                && parents.contains(key)
            {
                label = Some(message!("Việc chung của mục {key}", "Of {key} as a whole"));
            }
        }
        let label = match (by, group.key.as_deref().and_then(Status::from_id)) {
            (Grouping::Status, Some(status)) => wording::status(status),
            _ => Cell::Message(label.unwrap_or_else(|| capital(by, &group.label))),
        };
        table.rows.push(TableRow::Body(row(by, key, label, &group.figures, total)));
    }
    if groups.len() > 1 {
        let label = Cell::Message(Message::fixed("Cộng", "Total"));
        table.rows.push(TableRow::Total(row(by, None, label, total, total)));
    }
    table
}

/// The highest sections above those groups that lie in another section.
fn parents<'p>(plan: &'p Plan, groups: &[StatusGroup<'_>]) -> HashSet<&'p str> {
    let keys: HashSet<&str> = groups.iter().filter_map(|group| group.key.as_deref()).collect();
    let nested =
        plan.sections.iter().filter(|section| section.parent.is_some() && keys.contains(&*section.id));
    nested.map(|section| top(plan, section).id.as_str()).collect()
}

/// The highest section above one.
fn top<'p>(plan: &'p Plan, section: &'p Section) -> &'p Section {
    let mut top = section;
    // No section lies above itself; the checks see to that.
    while let Some(parent) = top.parent {
        top = plan.section(parent);
    }
    top
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

fn columns(by: Grouping) -> Vec<Column> {
    let mark = |header: Message| Column::words(header, "key").hide_if_all_zero();
    let hidden = || Column::words(Message::fixed("Mã", "Key"), "key").only_on(Media::SPREADSHEET);
    let (key, label) = match by {
        Grouping::Section => (mark(Message::fixed("Mục", "No.")), Message::fixed("Tên mục", "Title")),
        Grouping::Goal => (mark(Message::fixed("Mã", "ID")), Message::fixed("Mục tiêu", "Goal")),
        Grouping::Plan => (mark(Message::fixed("Mã", "ID")), Message::fixed("Kế hoạch", "Plan")),
        Grouping::Unit => (hidden(), Message::fixed("Đơn vị", "Unit")),
        Grouping::Kind => (hidden(), Message::fixed("Loại đơn vị", "Kind")),
        Grouping::Month => (hidden(), Message::fixed("Tháng", "Month")),
        Grouping::Quarter => (hidden(), Message::fixed("Quý", "Quarter")),
        Grouping::Status => (hidden(), Message::fixed("Tình trạng", "Status")),
    };
    let mut columns =
        vec![key, Column::title(label, "label"), Column::figures(Message::fixed("Tổng", "Total"), "total")];
    // A status by statuses has nothing but zeros beside its total.
    let media = if by == Grouping::Status { Media::SPREADSHEET } else { Media::ALL };
    for (status, key, header, _) in &COUNTS {
        let tone = match status {
            Status::Overdue => Tone::Bad,
            Status::DueSoon => Tone::Warn,
            Status::DoneOnTime => Tone::Good,
            _ => Tone::Plain,
        };
        let column = Column::figures(header.clone(), key).hide_if_all_zero();
        columns.push(column.tone(tone).only_on(media));
    }
    columns.push(Column::bars());
    for (header, key) in [
        (Message::fixed("% hoàn thành", "% done"), "completion_pct"),
        (Message::fixed("% đúng hạn", "% on time"), "on_time_pct"),
        (Message::fixed("% quá hạn", "% late"), "overdue_pct"),
    ] {
        columns.push(Column::figures(header, key).only_on(media));
    }
    columns
}

fn row(by: Grouping, key: Option<&str>, label: Cell, figures: &Figures, total: &Figures) -> Vec<Cell> {
    let mut cells = vec![Cell::or_empty(key, Cell::text), label, Cell::Count(figures.total())];
    cells.extend(COUNTS.iter().map(|(status, ..)| Cell::Count(figures.count(*status))));
    cells.push(Cell::Bar(match by {
        Grouping::Status => figures.share_of(total).map(|share| share / 100.0),
        _ => figures.completion_pct().map(|share| share / 100.0),
    }));
    let shares = [figures.completion_pct(), figures.on_time_pct(), figures.overdue_pct()];
    cells.extend(shares.map(Cell::Share));
    cells
}

/// What the short headers stand for, and of what the percentages are.
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
    legend.push((
        Message::fixed("% đúng hạn, % quá hạn", "% on time, % late"),
        Message::fixed(
            "trên số việc có hạn đã xong hoặc đã quá hạn",
            "of what has a deadline and is done or overdue",
        ),
    ));
    legend
}

/// What several plans add up to, in a sentence.
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
        let (all, counts) = (total.total(), counts.join(", "));
        let [done, on_time, overdue] =
            [total.completion_pct(), total.on_time_pct(), total.overdue_pct()].map(percent);
        lang.pick(
            format!("Cộng {plans} kế hoạch: {all} việc; {counts}; hoàn thành {done}, đúng hạn {on_time}, quá hạn {overdue}."),
            format!("{plans} plans in all: {all} items; {counts}; done {done}, on time {on_time}, overdue {overdue}."),
        )
    };
    Message::new(say(Lang::Vi), say(Lang::En))
}

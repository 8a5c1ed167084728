//! What a deadline in words means, and the calendar that it is read against.

use crate::date::{Calendar, DateRange, Day, SpecialKind};
use crate::deadline::{Deadline, DeadlineKind, Occurrence, Roll, roll};
use crate::document::{Block, Cell, Column, Document, Fact, StatusCell, Table, TableRow, Tone, same};
use crate::language::{Lang, Message};
use crate::message;

/// The word for a kind of deadline.
fn kind(kind: DeadlineKind) -> Message {
    match kind {
        DeadlineKind::Dated => Message::fixed("có ngày", "dated"),
        DeadlineKind::Recurring => Message::fixed("định kỳ", "recurring"),
        DeadlineKind::Continuous => Message::fixed("thường xuyên", "continuous"),
        DeadlineKind::Undated => Message::fixed("chưa xác định thời hạn", "undated"),
    }
}

/// The days of a deadline in words.
pub fn due(words: &str, period: &str, deadline: &Deadline, rolling: Roll, calendar: &Calendar) -> Document {
    let mut document = Document::new(same(words));
    document.subtitle.push(message!("Thời kỳ: {period}", "Period: {period}"));
    let mut facts =
        vec![Fact::new(Message::fixed("Loại", "Kind"), "kind", Cell::Message(kind(deadline.kind)))];
    if let Some(expression) = &deadline.expression {
        facts.push(Fact::new(
            Message::fixed("Hiểu là", "Read as"),
            "read_as",
            Cell::text(expression.to_string()),
        ));
    }
    document.blocks.push(Block::Facts(facts));
    for note in &deadline.notes {
        document.blocks.push(Block::Note(note.message()));
    }
    if deadline.occurrences.is_empty() {
        return document;
    }
    let mut table = Table::new(vec![
        Column::words(Message::fixed("Kỳ", "Occurrence"), "period").hide_if_all_zero(),
        Column::words(Message::fixed("Từ ngày", "From"), "from").hide_if_all_zero(),
        Column::words(Message::fixed("Ngày cuối", "Due"), "due"),
        Column::words(Message::fixed("Hạn", "Deadline"), "deadline"),
        Column::title(Message::fixed("Vì", "Because"), "because").hide_if_all_zero(),
    ]);
    for occurrence in deadline.occurrences.iter() {
        table.rows.push(row(occurrence, rolling, calendar));
    }
    document.blocks.push(Block::Table(table));
    document
}

fn row(occurrence: &Occurrence, rolling: Roll, calendar: &Calendar) -> TableRow {
    let rolled = roll(occurrence.due, occurrence.barrier, rolling, calendar);
    let because: Vec<(Day, Message)> =
        rolled.days_off(calendar).map(|(day, off)| (day, off.name())).collect();
    let say = |lang: Lang| {
        because
            .iter()
            .map(|(day, name)| format!("{} {}", day.show(lang), name.get(lang)))
            .collect::<Vec<_>>()
            .join("; ")
    };
    TableRow::Body(vec![
        Cell::text(occurrence.label.clone().unwrap_or_default()),
        Cell::or_empty(occurrence.from, Cell::Date),
        Cell::Date(occurrence.due),
        Cell::Date(rolled.deadline),
        if because.is_empty() || !rolled.moved() {
            Cell::Empty
        } else {
            Cell::Message(Message::new(say(Lang::Vi), say(Lang::En)))
        },
    ])
}

/// The calendar of a year: special days, and the working days of each month.
pub fn calendar(year: i32, calendar: &Calendar) -> Option<Document> {
    let range = DateRange::year(year)?;
    let mut document = Document::new(message!("Lịch làm việc năm {year}", "Working days of {year}"));
    if !calendar.knows(year) {
        document.blocks.push(Block::Paragraph(message!(
            "Chưa biết ngày nghỉ lễ năm {year}: chỉ tính thứ Bảy, Chủ nhật.",
            "The holidays of {year} are not known: only Saturdays and Sundays are counted."
        )));
    }
    let mut special = Table::new(vec![
        Column::words(Message::fixed("Ngày", "Day"), "date"),
        Column::words(Message::fixed("Thứ", "Weekday"), "weekday"),
        Column::words(Message::fixed("Loại", "Kind"), "kind"),
        Column::title(Message::fixed("Tên", "Name"), "name"),
    ]);
    for (day, it) in calendar.specials(range) {
        special.rows.push(TableRow::Body(vec![
            Cell::Date(day),
            Cell::Message(day.weekday().name()),
            Cell::Status(special_kind(it.kind)),
            Cell::text(it.name.as_ref()),
        ]));
    }
    let mut months = Table::new(vec![
        Column::words(Message::fixed("Tháng", "Month"), "month"),
        Column::figures(Message::fixed("Ngày làm việc", "Working days"), "working_days"),
        Column::figures(Message::fixed("Ngày nghỉ", "Days off"), "days_off"),
    ]);
    let (mut all_working, mut all_off) = (0, 0);
    for month in 1..=12 {
        let Some(days) = DateRange::month(year, month) else { continue };
        let working = working_days(days, calendar);
        let off = days.days() - working;
        (all_working, all_off) = (all_working + working, all_off + off);
        months.rows.push(TableRow::Body(vec![
            Cell::text(format!("{month:02}/{year}")),
            Cell::Days(working),
            Cell::Days(off),
        ]));
    }
    let total = Cell::Message(Message::fixed("Cả năm", "The year"));
    months.rows.push(TableRow::Total(vec![total, Cell::Days(all_working), Cell::Days(all_off)]));
    if !special.is_empty() {
        document.blocks.push(Block::Heading(Message::fixed(
            "Ngày nghỉ và ngày làm bù",
            "Days off and weekend days worked",
        )));
        document.blocks.push(Block::Table(special));
    }
    document.blocks.push(Block::Heading(Message::fixed("Theo tháng", "By month")));
    document.blocks.push(Block::Table(months));
    school_years(range, calendar, &mut document);
    Some(document)
}

/// The working days of a span, both ends among them.
pub(crate) fn working_days(days: DateRange, calendar: &Calendar) -> i64 {
    i64::from(calendar.is_working(days.first)) + calendar.working_days_between(days.first, days.last)
}

fn school_years(range: DateRange, calendar: &Calendar, document: &mut Document) {
    let mut table = Table::new(vec![
        Column::words(Message::fixed("Năm học", "School year"), "school_year"),
        Column::words(Message::fixed("Từ ngày", "From"), "from"),
        Column::words(Message::fixed("Hết học kỳ I", "Term I ends"), "term1_ends"),
        Column::words(Message::fixed("Hết học kỳ II", "Term II ends"), "term2_ends"),
        Column::words(Message::fixed("Đến ngày", "To"), "to"),
    ]);
    for year in calendar.school_years().filter(|year| year.range().overlaps(range)) {
        let days = [year.from, year.term1_ends, year.term2_ends, year.to];
        let name = Cell::text(year.to_string());
        table.rows.push(TableRow::Body(std::iter::once(name).chain(days.map(Cell::Date)).collect()));
    }
    if !table.is_empty() {
        document.blocks.push(Block::Heading(Message::fixed("Năm học", "School years")));
        document.blocks.push(Block::Table(table));
    }
}

/// The word of a special day.
fn special_kind(kind: SpecialKind) -> StatusCell {
    let (key, word, tone) = match kind {
        SpecialKind::Holiday => ("holiday", Message::fixed("nghỉ lễ", "holiday"), Tone::Muted),
        SpecialKind::InLieu => ("in-lieu", Message::fixed("nghỉ bù", "day in lieu"), Tone::Muted),
        SpecialKind::SwappedOff => {
            ("swapped-off", Message::fixed("nghỉ hoán đổi", "day swapped off"), Tone::Muted)
        }
        SpecialKind::Workday => ("workday", Message::fixed("làm bù", "weekend day worked"), Tone::Warn),
    };
    StatusCell { key, word, tone }
}

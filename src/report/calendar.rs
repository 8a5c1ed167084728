//! The calendar of a year: special days, working days by month, school years.

use crate::answer::CalendarAnswer;
use crate::date::SpecialKind;
use crate::document::{Block, Cell, Column, Document, StatusCell, Table, TableRow, Tone};
use crate::language::Message;
use crate::message;

/// The calendar of a year.
pub fn calendar(answer: &CalendarAnswer<'_>) -> Document {
    let year = answer.year;
    let mut document = Document::new(message!("Lịch làm việc năm {year}", "Working days of {year}"));
    if !answer.is_known {
        document.blocks.push(Block::Paragraph(message!(
            "Chưa biết đủ ngày nghỉ lễ năm {year}: chỉ tính thứ Bảy, Chủ nhật và ngày lễ do luật định, chưa có nghỉ bù, hoán đổi.",
            "The holidays of {year} are not all known: Saturdays, Sundays and the holidays fixed by law are counted, not yet days in lieu and swap days."
        )));
    }
    for (heading, table) in [
        (Message::fixed("Ngày nghỉ và ngày làm bù", "Days off and weekend days worked"), special(answer)),
        (Message::fixed("Theo tháng", "By month"), months(answer)),
        (Message::fixed("Năm học", "School years"), school_years(answer)),
    ] {
        if !table.is_empty() {
            document.blocks.push(Block::Heading(heading));
            document.blocks.push(Block::Table(table));
        }
    }
    document
}

fn special(answer: &CalendarAnswer<'_>) -> Table {
    let mut table = Table::new(vec![
        Column::words(Message::fixed("Ngày", "Day"), "date"),
        Column::words(Message::fixed("Thứ", "Weekday"), "weekday"),
        Column::words(Message::fixed("Loại", "Kind"), "kind"),
        Column::title(Message::fixed("Tên", "Name"), "name"),
    ]);
    table.rows.extend(answer.special.iter().map(|(day, special)| {
        TableRow::Body(vec![
            Cell::Date(*day),
            Cell::Message(day.weekday().name()),
            Cell::Status(special_kind(special.kind)),
            Cell::text(special.name.as_ref()),
        ])
    }));
    table
}

fn months(answer: &CalendarAnswer<'_>) -> Table {
    let mut table = Table::new(vec![
        Column::words(Message::fixed("Tháng", "Month"), "month"),
        Column::figures(Message::fixed("Ngày làm việc", "Working days"), "working_days"),
        Column::figures(Message::fixed("Ngày nghỉ", "Days off"), "days_off"),
    ]);
    table.rows.extend(answer.months.iter().map(|month| {
        TableRow::Body(vec![
            Cell::text(format!("{:02}/{}", month.month, answer.year)),
            Cell::Days(month.working_days),
            Cell::Days(month.days_off),
        ])
    }));
    let total = Cell::Message(Message::fixed("Cả năm", "The year"));
    table.rows.push(TableRow::Total(vec![
        total,
        Cell::Days(answer.working_days),
        Cell::Days(answer.days_off),
    ]));
    table
}

fn school_years(answer: &CalendarAnswer<'_>) -> Table {
    let mut table = Table::new(vec![
        Column::words(Message::fixed("Năm học", "School year"), "school_year"),
        Column::words(Message::fixed("Từ ngày", "From"), "from"),
        Column::words(Message::fixed("Hết học kỳ I", "Term I ends"), "term1_ends"),
        Column::words(Message::fixed("Hết học kỳ II", "Term II ends"), "term2_ends"),
        Column::words(Message::fixed("Đến ngày", "To"), "to"),
    ]);
    table.rows.extend(answer.school_years.iter().map(|year| {
        let days = [year.from, year.term1_ends, year.term2_ends, year.to];
        let name = Cell::text(year.to_string());
        TableRow::Body(std::iter::once(name).chain(days.map(Cell::Date)).collect())
    }));
    table
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
    StatusCell { key: key.into(), word, tone }
}

//! The meaning of a deadline in words: its kind, its reading, its days.

use crate::answer::{DueAnswer, DueOccurrence};
use crate::deadline::{DeadlineKind, DeadlineNote};
use crate::document::{Block, Cell, Column, Document, Fact, Table, TableRow};
use crate::language::{Lang, Message};
use crate::message;

/// The days of a deadline in words.
pub fn due(answer: &DueAnswer<'_>) -> Document {
    let (deadline, period) = (&answer.deadline, answer.period);
    let mut document = Document::new(Message::same(answer.text));
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
    // Other remarks are warnings, which the command gives with their places.
    for note in deadline.notes.iter().filter(|note| matches!(note, DeadlineNote::UnknownSchoolYear { .. })) {
        document.blocks.push(Block::Note(note.message()));
    }
    document.blocks.extend(answer.closed.clone().map(Block::Note));
    if answer.occurrences.is_empty() {
        return document;
    }
    let mut table = Table::new(vec![
        Column::words(Message::fixed("Kỳ", "Occurrence"), "period").hide_if_all_zero(),
        Column::words(Message::fixed("Từ ngày", "From"), "from").hide_if_all_zero(),
        Column::words(Message::fixed("Ngày cuối", "Due"), "due"),
        Column::words(Message::fixed("Hạn", "Deadline"), "deadline"),
        Column::title(Message::fixed("Vì", "Because"), "because").hide_if_all_zero(),
    ]);
    table.rows.extend(answer.occurrences.iter().map(row));
    document.blocks.push(Block::Table(table));
    document
}

/// The word for a kind of deadline.
fn kind(kind: DeadlineKind) -> Message {
    match kind {
        DeadlineKind::Dated => Message::fixed("có ngày", "dated"),
        DeadlineKind::Recurring => Message::fixed("định kỳ", "recurring"),
        DeadlineKind::Continuous => Message::fixed("thường xuyên", "continuous"),
        DeadlineKind::Undated => Message::fixed("chưa xác định thời hạn", "undated"),
    }
}

fn row(DueOccurrence { occurrence, deadline, days_off }: &DueOccurrence) -> TableRow {
    let say = |lang: Lang| {
        let days = days_off.iter().map(|(day, name)| format!("{} {}", day.show(lang), name.get(lang)));
        days.collect::<Vec<_>>().join("; ")
    };
    TableRow::Body(vec![
        Cell::text(occurrence.label.as_deref().unwrap_or_default()),
        Cell::or_empty(occurrence.from, Cell::Date),
        Cell::Date(occurrence.due),
        Cell::Date(*deadline),
        if days_off.is_empty() {
            Cell::Empty
        } else {
            Cell::Message(Message::new(say(Lang::Vi), say(Lang::En)))
        },
    ])
}

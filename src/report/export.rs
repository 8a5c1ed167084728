//! The export of plans: the tables that were written.

use crate::answer::{ExportAnswer, ExportedTable};
use crate::document::{Block, Cell, Column, Document, Table, TableRow};
use crate::language::{Lang, Message};
use crate::message;

/// The tables of an export, with the numbers of their rows.
pub fn export(answer: &ExportAnswer) -> Document {
    let (plans, items) = (answer.plans, answer.items);
    let mut document = Document::new(message!(
        "Bảng dữ liệu: {plans} kế hoạch, {items} đầu việc",
        "Tables: plans {plans}, work items {items}"
    ));
    if let Some(known) = answer.known {
        let (vi, en) = (known.show(Lang::Vi), known.show(Lang::En));
        document
            .subtitle
            .push(message!("Khoảng trạng thái theo những gì đã biết đến {vi}", "Spans as known on {en}"));
    }
    let mut table = Table::new(vec![
        Column::words(Message::fixed("Bảng", "Table"), "table"),
        Column::figures(Message::fixed("Số dòng", "Rows"), "rows"),
        Column::figures(Message::fixed("Số tệp", "Files"), "files"),
        Column::figures(Message::fixed("Số byte", "Bytes"), "bytes"),
    ]);
    table.rows.extend(answer.tables.iter().map(row));
    document.blocks.push(Block::Table(table));
    document
}

fn row(table: &ExportedTable) -> TableRow {
    TableRow::Body(vec![
        Cell::text(table.name),
        Cell::Count(table.rows()),
        Cell::Count(table.files.len() as u64),
        Cell::Count(table.bytes()),
    ])
}

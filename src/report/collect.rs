//! The forms that came back, by unit, and the units that sent none.

use crate::document::{Block, Cell, Column, Document, Table, TableRow, Tone};
use crate::form::{CollectAnswer, UnitReturn};
use crate::language::{Lang, Message};
use crate::message;

/// The forms that came back.
pub fn collect(answer: &CollectAnswer) -> Document {
    let (vi, en) = (answer.date.show(Lang::Vi), answer.date.show(Lang::En));
    let mut document = Document::new(Message::fixed("Nhận biểu báo cáo", "Forms collected"));
    document.subtitle.push(message!("Ngày báo cáo {vi}", "Reported on {en}"));
    if !answer.units.is_empty() {
        document.blocks.push(Block::Table(units(answer)));
    }
    if !answer.silent.is_empty() {
        document.blocks.push(Block::Heading(Message::fixed("Chưa gửi báo cáo", "Nothing sent")));
        document.blocks.push(Block::Table(silent(answer)));
    }
    document
}

fn units(answer: &CollectAnswer) -> Table {
    let figures = |vi, en, key| Column::figures(Message::fixed(vi, en), key);
    let mut table = Table::new(vec![
        Column::words(Message::fixed("Mã", "Id"), "id"),
        Column::title(Message::fixed("Đơn vị", "Unit"), "name"),
        figures("Dòng sửa", "Rows changed", "changed"),
        figures("Hoàn thành", "Done", "done"),
        figures("Đang thực hiện", "In progress", "in_progress"),
        figures("Khác", "Others", "others").hide_if_all_zero(),
        figures("Không có gì mới", "Nothing new", "known").hide_if_all_zero(),
        figures("Không nhận", "Refused", "refused").tone(Tone::Bad),
    ]);
    let row = |unit: &UnitReturn, name: Cell| {
        let count = |count: usize| Cell::Count(count as u64);
        vec![
            Cell::text(&unit.id),
            name,
            count(unit.changed),
            count(unit.done),
            count(unit.in_progress),
            count(unit.others),
            count(unit.known),
            count(unit.refused),
        ]
    };
    table.rows.extend(answer.units.iter().map(|unit| TableRow::Body(row(unit, Cell::text(&unit.name)))));
    let total = answer.total();
    table.rows.push(TableRow::Total(row(&total, Cell::Message(Message::fixed("Cộng", "Total")))));
    table
}

fn silent(answer: &CollectAnswer) -> Table {
    let mut table = Table::new(vec![
        Column::words(Message::fixed("Mã", "Id"), "id"),
        Column::title(Message::fixed("Đơn vị", "Unit"), "name"),
    ]);
    let row =
        |unit: &crate::form::SilentUnit| TableRow::Body(vec![Cell::text(&unit.id), Cell::text(&unit.name)]);
    table.rows.extend(answer.silent.iter().map(row));
    table
}

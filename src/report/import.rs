//! The report of an import: what was found, and what a person should look at.

use crate::document::{Block, Cell, Column, Document, Fact, Table, TableRow};
use crate::import::{Imported, ReaderRemark};
use crate::language::Message;
use crate::message;

/// The report of an import into a folder; the folder is empty where the files have whole paths.
pub fn import(imported: &Imported, folder: &str, is_dry_run: bool) -> Document {
    let title = &imported.title;
    let mut document = Document::new(Message::same(title.as_str()));
    let mut names: Vec<String> = imported.files.iter().map(|file| place(folder, &file.path)).collect();
    names.dedup();
    document.blocks.push(Block::Facts(facts(imported, names, is_dry_run)));
    for (file, remark) in &imported.remarks {
        document.blocks.push(Block::Note(remark_sentence(file, *remark)));
    }
    let doubts = doubts(imported, folder);
    if !doubts.is_empty() {
        document.blocks.push(Block::Heading(Message::fixed("Cần xem lại", "To be looked at")));
        document.blocks.push(Block::Table(doubts));
    }
    let differences = differences(imported);
    if !differences.is_empty() {
        let title = Message::fixed("Kế hoạch ghi khác, không sửa", "Otherwise in the plan, not changed");
        document.blocks.push(Block::Heading(title));
        document.blocks.push(Block::Table(differences));
    }
    let left = left(imported);
    if !left.is_empty() {
        document.blocks.push(Block::Heading(Message::fixed("Chưa xếp vào đâu", "Placed nowhere")));
        document.blocks.push(Block::Table(left));
    }
    document
}

fn facts(imported: &Imported, names: Vec<String>, is_dry_run: bool) -> Vec<Fact> {
    let found = &imported.figures;
    let files = if is_dry_run {
        Message::fixed("Sẽ ghi", "Would write")
    } else {
        Message::fixed("Đã ghi", "Written")
    };
    let count =
        |label: Message, key: &'static str, count: usize| Fact::new(label, key, Cell::Count(count as u64));
    let mut facts = vec![
        Fact::new(files, "files", Cell::List(names)),
        count(Message::fixed("Đã có sẵn", "There already"), "there", imported.there),
        count(Message::fixed("Căn cứ", "Bases"), "bases", found.bases),
        count(Message::fixed("Mục tiêu", "Goals"), "goals", found.goals),
        count(Message::fixed("Mục", "Sections"), "sections", found.sections),
        count(Message::fixed("Nhiệm vụ", "Tasks"), "tasks", found.tasks),
        count(Message::fixed("Dòng phụ lục", "Rows of annexes"), "rows", found.rows),
        count(Message::fixed("Có đơn vị chủ trì", "With a lead"), "led", found.led),
        count(Message::fixed("Có thời hạn", "With a deadline"), "dated", found.dated),
        count(Message::fixed("Chỉ tiêu", "Targets"), "targets", found.targets),
        count(Message::fixed("Đơn vị mới", "New units"), "units", found.units),
        count(Message::fixed("Nhóm", "Groups"), "groups", found.groups),
    ];
    facts.retain(|fact| !fact.value.is_zero() && !matches!(&fact.value, Cell::List(all) if all.is_empty()));
    facts
}

/// The path of a file from the current folder.
fn place(folder: &str, path: &str) -> String {
    if folder.is_empty() { path.to_owned() } else { format!("{folder}/{path}") }
}

fn differences(imported: &Imported) -> Table {
    let mut table = Table::new(vec![
        Column::words(Message::fixed("Mục", "Entry"), "entry"),
        Column::words(Message::fixed("Khóa", "Key"), "key"),
        Column::words(Message::fixed("Văn bản", "Document"), "place"),
        Column::title(Message::fixed("Kế hoạch ghi", "The plan says"), "known"),
        Column::title(Message::fixed("Văn bản ghi", "The document says"), "found"),
    ]);
    table.rows.extend(imported.differences.iter().map(|found| {
        TableRow::Body(vec![
            Cell::text(&found.entry),
            Cell::text(found.key),
            Cell::text(found.place.to_string()),
            Cell::text(&found.known),
            Cell::text(&found.found),
        ])
    }));
    table
}

fn doubts(imported: &Imported, folder: &str) -> Table {
    let mut table = Table::new(vec![
        Column::words(Message::fixed("Tệp", "File"), "file"),
        Column::words(Message::fixed("Mục", "Entry"), "entry"),
        Column::words(Message::fixed("Văn bản", "Document"), "place"),
        Column::title(Message::fixed("Vì sao", "Why"), "reason"),
    ]);
    let notes: Vec<_> = imported.notes().collect();
    // One reason for many entries of a file is one row.
    for alike in notes.chunk_by(|(one, a), (other, b)| one.path == other.path && a.reason == b.reason) {
        let (Some((file, first)), Some((_, last))) = (alike.first(), alike.last()) else { continue };
        let entry = match alike.len() {
            1 => first.entry.clone(),
            count => format!("{} … {} ({count})", first.entry, last.entry),
        };
        table.rows.push(TableRow::Body(vec![
            Cell::text(format!("{}:{}", place(folder, &file.path), first.line)),
            Cell::text(entry),
            Cell::text(first.place.to_string()),
            Cell::Message(first.reason.clone()),
        ]));
    }
    table
}

fn left(imported: &Imported) -> Table {
    let mut table = Table::new(vec![
        Column::words(Message::fixed("Văn bản", "Document"), "place"),
        Column::title(Message::fixed("Lời văn", "Words"), "words"),
    ]);
    table.rows.extend(
        imported
            .left
            .iter()
            .map(|(place, words)| TableRow::Body(vec![Cell::text(place.to_string()), Cell::text(words)])),
    );
    table
}

fn remark_sentence(file: &str, remark: ReaderRemark) -> Message {
    match remark {
        ReaderRemark::TrackedChanges(count) => message!(
            "{file}: có {count} chỗ sửa chưa duyệt (Track Changes), nhập như đã chấp nhận",
            "{file}: {count} tracked changes are taken as accepted"
        ),
        ReaderRemark::Pictures(count) => message!(
            "{file}: có {count} hình; chữ trong hình không đọc được",
            "{file}: {count} pictures; words in pictures are not read"
        ),
        ReaderRemark::Hidden(count) => {
            message!("{file}: bỏ {count} đoạn chữ ẩn", "{file}: {count} hidden texts are left out")
        }
        ReaderRemark::PageNumbers(count) => {
            message!(
                "{file}: bỏ {count} dòng chỉ có số trang",
                "{file}: {count} lines with page numbers are left out"
            )
        }
    }
}

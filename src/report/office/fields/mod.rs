//! The fields of the templates of reports, briefs and letters: names, meanings and values, from the same answers and the
//! same tables as the documents of the program's own. Source: docs/templates.md.

mod facts;
mod figures;
mod lists;
mod table;
mod words;

use crate::answer::{BriefAnswer, LeftOutAnswer, LettersAnswer, ReportAnswer, UnitLetter};
use crate::document::Cell;
use crate::document::{Block, Column, Document, Table, TableRow};
use crate::language::{Lang, Message};
use crate::message;
use crate::template::TemplateValues;

use super::letter::LetterOptions;
use super::period::ReportOptions;
use facts::OfficeFacts;

/// Returns the fields of the report of a period.
pub fn report_fields(
    answer: &ReportAnswer<'_>,
    options: ReportOptions,
    left_out: &LeftOutAnswer,
    lang: Lang,
) -> TemplateValues {
    values(&OfficeFacts::of_report(answer, options, left_out, lang))
}

/// Returns the fields of the brief.
pub fn brief_fields(answer: &BriefAnswer<'_>, left_out: &LeftOutAnswer, lang: Lang) -> TemplateValues {
    values(&OfficeFacts::of_brief(answer, left_out, lang))
}

/// Returns the fields of the letter to one unit; of that to all units without one.
pub fn letter_fields(
    answer: &LettersAnswer<'_>,
    letter: Option<&UnitLetter<'_>>,
    options: LetterOptions,
    left_out: &LeftOutAnswer,
    lang: Lang,
) -> TemplateValues {
    values(&OfficeFacts::of_letter(answer, letter, options, left_out, lang))
}

fn values(facts: &OfficeFacts<'_, '_>) -> TemplateValues {
    let fields = table::FIELDS.iter().chain(&figures::FIELDS).chain(&words::FIELDS);
    TemplateValues {
        fields: fields.filter_map(|field| field.of(facts)).collect(),
        lists: lists::LISTS.iter().filter_map(|list| list.of(facts)).collect(),
    }
}

/// The fields of a template with their meanings and values, those of rows with the values of the first row.
pub fn fields(values: &TemplateValues) -> Document {
    let mut document = Document::new(Message::fixed("Trường của mẫu văn bản", "Fields of templates"));
    document.stacked = true;
    let columns = || {
        vec![
            Column::words(Message::fixed("Trường", "Field"), "name"),
            Column::title(Message::fixed("Ý nghĩa", "Meaning"), "meaning"),
            Column::words(Message::fixed("Giá trị", "Value"), "value"),
        ]
    };
    let row = |name: String, meaning: &Message, value: &str| {
        TableRow::Body(vec![Cell::text(name), Cell::Message(meaning.clone()), Cell::text(value)])
    };
    let list_column = Column::words(Message::fixed("Danh sách", "List"), "list");
    let mut table = Table::new(columns());
    table.constants.push((list_column.clone(), Cell::Empty));
    let fields = values.fields.iter();
    table
        .rows
        .extend(fields.map(|field| row(format!("{{{{{}}}}}", field.name), &field.meaning, &field.value)));
    document.blocks.push(Block::Table(table));
    for list in &values.lists {
        let (name, count) = (&list.name, list.rows.len());
        let mut table = Table::new(columns());
        table.constants.push((list_column.clone(), Cell::text(name)));
        let meaning = [Lang::Vi, Lang::En].map(|lang| list.meaning.get(lang));
        let [vi, en] = meaning;
        table.caption = Some(message!(
            "{{{{#{name}}}}} … {{{{/{name}}}}}: {vi} ({count} dòng; giá trị của dòng đầu)",
            "{{{{#{name}}}}} … {{{{/{name}}}}}: {en} ({count} rows; values of the first)"
        ));
        let first = list.rows.first();
        table.rows.extend(list.columns.iter().enumerate().map(|(at, column)| {
            let value = first.and_then(|row| row.get(at)).map_or("", String::as_str);
            row(format!("{{{{{}}}}}", column.name), &column.meaning, value)
        }));
        document.blocks.push(Block::Table(table));
    }
    document
}

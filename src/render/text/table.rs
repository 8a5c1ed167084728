//! A table as text, with its caption and with a note on the columns for which there is no room.

use crate::document::{Column, Medium, Table};
use crate::language::{Lang, Message};
use crate::sanitize::visible;
use crate::threads::Threads;

use super::cards::cards;
use super::layout::Layout;
use super::needs::Measures;
use super::page::TextPage;
use super::wrap::wrap;

/// Draws a table; where it is too narrow for columns, row by row.
pub(super) fn draw(page: &mut TextPage, table: &Table) {
    if let Some(caption) = &table.caption {
        for line in wrap(&visible(caption.get(page.lang)), page.columns) {
            let line = page.paint.bold(&line);
            page.line(&line);
        }
    }
    let measures = Measures::new(table, page.lang);
    match Layout::best(page, &measures) {
        Some((layout, level)) => {
            layout.show(Threads::all(), &mut |line| page.line(line));
            if let Some(note) = left_out(page, &measures, level) {
                page.line("");
                page.note(&note);
            }
        }
        None => cards(page, table),
    }
}

/// The least columns of a terminal for which a wider one is advised, and the step to the next.
const WIDTHS: (usize, usize, usize) = (90, 300, 10);

/// Returns the note on the columns that a level leaves out or joins, and on the way to see them.
fn left_out(page: &TextPage, measures: &Measures<'_>, level: u8) -> Option<Message> {
    let table = measures.table();
    let all = table.shown_with(Medium::Page, false, 0);
    let hidden = all.iter().filter_map(|at| table.columns.get(*at));
    let hidden: Vec<&Column> = hidden.filter(|column| !column.narrow.is_shown_at(level)).collect();
    if hidden.is_empty() {
        return None;
    }
    let (from, to, step) = WIDTHS;
    let fits = |columns: usize| {
        let page = TextPage { columns, out: String::new(), ..*page };
        Layout::best(&page, measures).is_some_and(|(_, level)| level == 0)
    };
    let width = (from..=to).step_by(step).find(|columns| *columns > page.columns && fits(*columns));
    let say = |lang: Lang| {
        // A comma in a header would divide it.
        let name = |column: &&Column| match column.header.get(lang) {
            header if header.contains(',') => format!("“{header}”"),
            header => header.to_owned(),
        };
        let mut parts: Vec<String> = Vec::new();
        for group in hidden.chunk_by(|one, next| one.narrow.joined == next.narrow.joined) {
            let names = group.iter().map(name).collect::<Vec<_>>().join(", ");
            let joined = group.first().and_then(|column| column.narrow.joined.as_ref());
            parts.push(match joined {
                Some(joined) => {
                    let joined = joined.get(lang);
                    lang.pick(format!("{joined} gồm {names}"), format!("{joined} is {names}"))
                }
                None => lang.pick(format!("không in {names}"), format!("without {names}")),
            });
        }
        let width = width.map(|width| format!("--width {width}"));
        let ways = width.into_iter().chain(["-f csv".to_owned()]).collect::<Vec<_>>();
        let ways = ways.join(lang.pick(" hoặc ", " or "));
        let (parts, columns) = (parts.join("; "), page.columns);
        lang.pick(
            format!("Bảng rút gọn cho {columns} cột: {parts}. In đủ: {ways}."),
            format!("Shortened for {columns} columns: {parts}. In full: {ways}."),
        )
    };
    Some(Message::new(say(Lang::Vi), say(Lang::En)))
}

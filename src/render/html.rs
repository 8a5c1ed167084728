//! One page of HTML that needs nothing else: for a browser, for printing, for Word and Excel.
//!
//! Borders stand in attributes as well as in the style, since Word and Excel keep those of a pasted table.
//! The letters are those that Decree 30/2020/NĐ-CP sets for documents of offices; wide tables lie on a
//! landscape page. Nothing in the page runs or loads.

use maud::{DOCTYPE, Markup, PreEscaped, html};

use crate::lang::{Lang, Text};
use crate::report::{Align, Block, Cell, Column, Document, Fact, Place, Step, Table, Tone};
use crate::visible::visible;

use super::grid::{self, Grid, Line, Reader, tone, words};

const STYLE: &str = include_str!("page.css");

/// The columns from which a table is printed on a landscape page.
const WIDE: usize = 6;

/// Prints a document.
pub(super) fn render(document: &Document, lang: Lang) -> String {
    let widest = document.tables().map(|table| Grid::new(table, Reader::Plain).columns().len()).max();
    let page = if widest.unwrap_or(0) >= WIDE { "wide" } else { "tall" };
    let markup = html! {
        (DOCTYPE)
        html lang=(lang.pick("vi", "en")) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (one_line(&document.title, lang)) }
                style { (PreEscaped(STYLE)) }
            }
            body {
                div class=(page) {
                    h1 { (one_line(&document.title, lang)) }
                    @for line in &document.subtitle { p.subtitle { (one_line(line, lang)) } }
                    @for part in document.readable() { (block(part, lang)) }
                }
            }
        }
    };
    let mut page = markup.into_string();
    page.push('\n');
    page
}

fn block(block: &Block, lang: Lang) -> Markup {
    match block {
        Block::Heading(text) => html! { h2 { (one_line(text, lang)) } },
        Block::Paragraph(text) => html! { p { (one_line(text, lang)) } },
        Block::Note(text) => html! { p.note { (one_line(text, lang)) } },
        Block::Facts(facts) => self::facts(facts, lang),
        Block::Steps(steps) => self::steps(steps, lang),
        Block::Table(table) => self::table(table, lang),
        Block::Legend(marks) => html! {
            p.note {
                @for (at, (mark, text)) in marks.iter().enumerate() {
                    @if at > 0 { " · " }
                    b { (one_line(mark, lang)) } ": " (one_line(text, lang))
                }
            }
        },
    }
}

fn facts(facts: &[Fact], lang: Lang) -> Markup {
    html! {
        table.facts {
            @for fact in facts {
                tr {
                    th scope="row" { (one_line(&fact.label, lang)) }
                    td class=[class(tone(&fact.value, Tone::Plain))] {
                        (broken(&grid::fact(&fact.value, lang)))
                        (place(fact.place.as_ref()))
                    }
                }
            }
        }
    }
}

fn steps(steps: &[Step], lang: Lang) -> Markup {
    html! {
        ol { @for step in steps { li { (one_line(&step.text, lang)) (place(step.place.as_ref())) } } }
    }
}

fn table(table: &Table, lang: Lang) -> Markup {
    let grid = Grid::new(table, Reader::Plain);
    let columns: Vec<&Column> = grid.columns().collect();
    let row = |cells: &[&Cell]| {
        html! { @for (cell, column) in cells.iter().zip(&columns) { (self::cell(cell, column, lang)) } }
    };
    html! {
        @if let Some(caption) = &table.caption { h2 { (one_line(caption, lang)) } }
        table.grid border="1" cellspacing="0" cellpadding="4" {
            thead {
                tr { @for column in &columns { th scope="col" { (one_line(&column.header, lang)) } } }
            }
            tbody {
                @for line in grid.lines(lang) {
                    @match line {
                        Line::Body(cells) => tr { (row(&cells)) },
                        Line::Total(cells) => tr.total { (row(&cells)) },
                        Line::Group(mark, title) if mark.is_empty() && title.is_empty() => {},
                        Line::Group(mark, title) => tr.group {
                            @if columns.len() < 2 || mark.is_empty() {
                                td colspan=(columns.len()) { (format!("{mark} {title}").trim()) }
                            } @else {
                                td align="center" { (mark) }
                                td colspan=(columns.len() - 1) { (title) }
                            }
                        },
                    }
                }
            }
        }
    }
}

fn cell(cell: &Cell, column: &Column, lang: Lang) -> Markup {
    let align = match column.align {
        Align::Left => None,
        Align::Center => Some("center"),
        Align::Right => Some("right"),
    };
    let is_number = matches!(cell, Cell::Count(_) | Cell::Days(_));
    let is_short =
        is_number || matches!(cell, Cell::Date(_) | Cell::Percent(_) | Cell::Share(_) | Cell::Status(_));
    let classes = [is_number.then_some("n"), is_short.then_some("s"), class(tone(cell, column.tone))];
    let classes: Vec<&str> = classes.into_iter().flatten().collect();
    let classes = (!classes.is_empty()).then(|| classes.join(" "));
    html! { td align=[align] class=[classes] { (broken(&words(cell, lang))) } }
}

fn class(tone: Tone) -> Option<&'static str> {
    match tone {
        Tone::Plain => None,
        Tone::Good => Some("good"),
        Tone::Warn => Some("warn"),
        Tone::Bad => Some("bad"),
        Tone::Muted => Some("muted"),
    }
}

fn place(place: Option<&Place>) -> Markup {
    html! {
        @if let Some(place) = place { " " span.muted { "(" (visible(&place.to_string())) ")" } }
    }
}

fn one_line(text: &Text, lang: Lang) -> Markup {
    html! { (visible(text.get(lang))) }
}

/// Words with their line breaks.
fn broken(words: &str) -> Markup {
    html! {
        @for (at, line) in words.split('\n').enumerate() {
            @if at > 0 { br; }
            (line)
        }
    }
}

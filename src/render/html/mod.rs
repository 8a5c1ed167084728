//! One page of HTML that needs nothing else: for a browser, for printing, for Word and Excel.
//!
//! Borders stand in attributes as well as in the style, since Word and Excel keep those of a pasted table.
//! The letters are those that Decree 30/2020/NĐ-CP sets for documents of offices; wide tables lie on a
//! landscape page. The page loads nothing; its one script sorts and searches, and the page can be read without it.

mod frame;
mod timeline;
mod words;

use maud::{DOCTYPE, Markup, PreEscaped, html};
use unicode_width::UnicodeWidthStr;

use crate::document::{
    Align, Block, Cell, Column, Document, Fact, FilePlace, Medium, NumberedStep, Orientation, Page, Table,
    Tone,
};
use crate::language::Lang;
use crate::sanitize::visible;

use crate::render::grid::{self, Grid, GridRow, tone, words};

use words::{SHADE, TEXT, one_line};

const STYLE: &str = include_str!("page.css");

/// The script that sorts and searches; the page reads without it.
const SCRIPT: &str = include_str!("page.js");

/// The rule by which a browser loads nothing, and runs this script and no other: its SHA-256.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-uuKWR7TlXkw2WeCZHfRA/BZCkfxVtDYiOnJNORI04e4='";

/// The page as browsers and `LibreOffice` take it, then as Word does.
const TALL: &str = "@page { size: 21cm 29.7cm; margin: 2cm 1.5cm 2cm 3cm }";
const WIDE: &str = "@page { size: 29.7cm 21cm; margin: 2cm 1.5cm 1.5cm 2cm }";
const WORD: &str = "<!--[if mso]><style>@page wide { size: 29.7cm 21cm; mso-page-orientation: landscape; \
                    margin: 2cm 1.5cm 1.5cm 2cm } div.wide, div.broad { page: wide }</style><![endif]-->";

/// Prints a document.
pub(super) fn render(document: &Document, lang: Lang) -> String {
    let (text, annexes) = document.parts();
    let orientation = match document.frame {
        Some(_) => Orientation::Portrait,
        None => Page::of_blocks(text).orientation,
    };
    let (class, page) = match orientation {
        Orientation::Landscape => ("wide", WIDE),
        Orientation::Portrait => ("tall", TALL),
    };
    let markup = html! {
        (DOCTYPE)
        html lang=(lang.pick("vi", "en")) {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(POLICY);
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (one_line(&document.headline(), lang)) }
                style { (PreEscaped(page)) (PreEscaped(STYLE)) }
                (PreEscaped(WORD))
            }
            body {
                div class=(class) {
                    @match &document.frame {
                        Some(frame) => (frame::head(frame, lang)),
                        None => h1 { (one_line(&document.title, lang)) },
                    }
                    @for line in &document.subtitle { p.subtitle { (one_line(line, lang)) } }
                    @for part in text { (block(part, lang)) }
                    @if let Some(frame) = &document.frame { (frame::end(frame, lang)) }
                }
                @for (head, blocks) in annexes {
                    div class=(if Page::of_blocks(blocks).orientation == Orientation::Landscape { "broad" } else { "annex" }) {
                        (frame::annex(head, lang))
                        @for part in blocks { (block(part, lang)) }
                    }
                }
                script { (PreEscaped(SCRIPT)) }
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
        Block::List(entries) => html! { ul { @for entry in entries { li { (one_line(entry, lang)) } } } },
        Block::Note(text) => html! { p.note { (one_line(text, lang)) } },
        Block::Facts(facts) => self::facts(facts, lang),
        Block::Steps(steps) => self::steps(steps, lang),
        Block::Table(table) => self::table(table, lang),
        Block::Timeline(timeline) => timeline::timeline(timeline, lang),
        // A part of the document.
        Block::Annex(_) => html! {},
        Block::Legend(marks) => html! {
            p.note {
                @for (at, (mark, text)) in marks.iter().enumerate() {
                    @if at > 0 { " · " }
                    b { (one_line(mark, lang)) } ": " (visible(text.get(lang)))
                }
            }
        },
    }
}

fn facts(facts: &[Fact], lang: Lang) -> Markup {
    html! {
        table.facts {
            @for fact in facts {
                tr valign="top" {
                    th scope="row" align="left" nowrap { (one_line(&fact.label, lang)) }
                    td sdnum=(TEXT) class=[class(tone(&fact.value, Tone::Plain))] {
                        (broken(&grid::fact(&fact.value, lang)))
                        (place(fact.place.as_ref()))
                    }
                }
            }
        }
    }
}

fn steps(steps: &[NumberedStep], lang: Lang) -> Markup {
    html! {
        ol { @for step in steps { li { (one_line(&step.text, lang)) (place(step.place.as_ref())) } } }
    }
}

fn table(table: &Table, lang: Lang) -> Markup {
    let grid = Grid::new(table, Medium::Page);
    let columns: Vec<&Column> = grid.columns().collect();
    let row = |cells: &[&Cell], total| {
        html! {
            @for (cell, column) in cells.iter().zip(&columns) { (self::cell(cell, column, total, lang)) }
        }
    };
    html! {
        @if let Some(caption) = &table.caption { h2 { (one_line(caption, lang)) } }
        table.grid border="1" cellspacing="0" cellpadding="4" width="100%" {
            thead {
                tr bgcolor=(SHADE) {
                    @for (column, share) in columns.iter().zip(shares(&grid, lang)) {
                        th scope="col" width=(format!("{share}%")) { (one_line(&column.header, lang)) }
                    }
                }
            }
            tbody {
                @for line in grid.rows(lang) {
                    @match line {
                        GridRow::Body(cells) => tr.row valign="top" { (row(&cells, false)) },
                        GridRow::Total(cells) => tr valign="top" bgcolor=(SHADE) { (row(&cells, true)) },
                        GridRow::Group(mark, title) if mark.is_empty() && title.is_empty() => {},
                        GridRow::Group(mark, title) => tr valign="top" {
                            @if columns.len() < 2 || mark.is_empty() {
                                td sdnum=(TEXT) colspan=(columns.len()) { b { (format!("{mark} {title}").trim()) } }
                            } @else {
                                td sdnum=(TEXT) align="center" { b { (mark) } }
                                td sdnum=(TEXT) colspan=(columns.len() - 1) { b { (title) } }
                            }
                        },
                    }
                }
            }
        }
    }
}

/// The share of each column in the width of the table, in percent: `LibreOffice` would make all alike.
fn shares(grid: &Grid<'_>, lang: Lang) -> Vec<usize> {
    let mut wants: Vec<usize> = grid
        .columns()
        .map(|column| column.header.get(lang).split(' ').map(UnicodeWidthStr::width).max().unwrap_or(0))
        .collect();
    for line in grid.rows(lang) {
        let (GridRow::Body(cells) | GridRow::Total(cells)) = line else { continue };
        for (want, cell) in wants.iter_mut().zip(cells) {
            *want = words(cell, lang).width().max(*want);
        }
    }
    // A column needs room for its borders, and one of long words no more than others.
    for (want, column) in wants.iter_mut().zip(grid.columns()) {
        *want = (*want).clamp(3, if column.wraps { 40 } else { 20 }) + 2;
    }
    let sum = wants.iter().sum::<usize>().max(1);
    wants.iter().map(|want| (want * 100 / sum).max(1)).collect()
}

/// A cell. Each element has one class at most and no style depends on another element: `LibreOffice` reads no more.
fn cell(cell: &Cell, column: &Column, total: bool, lang: Lang) -> Markup {
    let align = match column.align {
        Align::Left => None,
        Align::Center => Some("center"),
        Align::Right => Some("right"),
    };
    let kind = match cell {
        Cell::Count(_) | Cell::Days(_) => Some("number"),
        Cell::Date(_) | Cell::Percent(_) | Cell::Share(_) => Some("short"),
        _ => None,
    };
    let text = (kind != Some("number")).then_some(TEXT);
    // As an attribute, too: LibreOffice and Word break a day between its digits in spite of the style.
    let is_whole = kind.is_some() || matches!(cell, Cell::Number(..));
    // A number is not grouped: a spreadsheet of another country would take the points for decimals.
    let words = match cell {
        Cell::Count(count) => html! { (count) },
        Cell::Days(days) => html! { (days) },
        _ => broken(&words(cell, lang)),
    };
    let words = match class(tone(cell, column.tone)) {
        None => words,
        Some(tone) => html! { span class=(tone) { (words) } },
    };
    html! {
        td sdnum=[text] align=[align] nowrap[is_whole] class=[kind] data-head=(visible(column.header.get(lang))) { @if total { b { (words) } } @else { (words) } }
    }
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

fn place(place: Option<&FilePlace>) -> Markup {
    html! {
        @if let Some(place) = place { " " span.muted { "(" (visible(&place.to_string())) ")" } }
    }
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

#[cfg(test)]
mod tests {
    use sha2::{Digest, Sha256};

    use super::*;

    #[test]
    fn the_policy_allows_the_script_and_no_other() {
        const SIGNS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        let digest = Sha256::digest(SCRIPT.as_bytes());
        let mut base64 = String::new();
        for bytes in digest.chunks(3) {
            let bits =
                bytes.iter().fold(0u32, |bits, byte| bits << 8 | u32::from(*byte)) << (8 * (3 - bytes.len()));
            for at in 0..4 {
                let sign = char::from(SIGNS[(bits >> (18 - 6 * at) & 63) as usize]);
                base64.push(if at <= bytes.len() { sign } else { '=' });
            }
        }
        assert!(POLICY.contains(&format!("script-src 'sha256-{base64}'")), "{base64}");
        assert!(!SCRIPT.contains("</script") && !SCRIPT.contains("fetch") && !SCRIPT.contains("http"));
    }
}

//! Markdown with the tables of GitHub.

use std::fmt::Write;

use crate::document::{Align, Block, Cell, Column, Document, Fact, Frame, Medium, NumberedStep, Table};
use crate::language::{Lang, Message};
use crate::sanitize::visible;

use super::framed;
use super::grid::{self, Grid, GridRow, words};

/// Prints a document.
pub(super) fn render(document: &Document, lang: Lang) -> String {
    let mut page = MarkdownPage { lang, out: String::new() };
    match &document.frame {
        Some(frame) => page.head(frame),
        None => page.paragraph("# ", &document.title),
    }
    for line in &document.subtitle {
        page.paragraph("", line);
    }
    let (text, annexes) = document.parts();
    for block in text {
        page.block(block);
    }
    if let Some(frame) = &document.frame {
        page.end(frame);
    }
    for (head, blocks) in annexes {
        let [label, title, attached] = framed::annex(head, lang).map(|line| escaped(&line));
        page.lines([format!("# {label}: {title}")]);
        page.lines([format!("_{attached}_")]);
        for block in blocks {
            page.block(block);
        }
    }
    page.out
}

/// The output so far.
struct MarkdownPage {
    lang: Lang,
    out: String,
}

impl MarkdownPage {
    /// The head of an office's document.
    fn head(&mut self, frame: &Frame) {
        self.broken(framed::above(frame, self.lang));
        let title = framed::titled(frame, self.lang).join(" ");
        if !title.is_empty() {
            self.lines([format!("# {}", escaped(&title))]);
        }
        self.broken(framed::addressed(frame, self.lang));
    }

    /// The signature and the recipients.
    fn end(&mut self, frame: &Frame) {
        let (signed, recipients) = framed::below(frame, self.lang);
        self.broken(signed);
        self.broken(recipients);
    }

    /// Lines of one paragraph.
    fn broken(&mut self, lines: Vec<String>) {
        let last = lines.len().saturating_sub(1);
        let line = |(at, line): (usize, String)| {
            let end = if at < last { "\\" } else { "" };
            format!("{}{end}", escaped(&line))
        };
        self.lines(lines.into_iter().enumerate().map(line));
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Heading(text) => self.paragraph("## ", text),
            Block::Paragraph(text) => self.paragraph("", text),
            Block::List(entries) => {
                let entry = |entry: &Message| format!("- {}", escaped(&visible(entry.get(self.lang))));
                self.lines(entries.iter().map(entry).collect::<Vec<_>>());
            }
            Block::Note(text) => {
                let text = escaped(&visible(text.get(self.lang)));
                self.lines([format!("_{text}_")]);
            }
            Block::Facts(facts) => self.facts(facts),
            Block::Steps(steps) => self.steps(steps),
            Block::Table(table) => self.table(table),
            Block::Timeline(timeline) => self.table(&timeline.table()),
            // A part of the document.
            Block::Annex(_) => {}
            Block::Legend(marks) => {
                let mark = |(mark, text): &(Message, Message)| {
                    let [mark, text] = [mark, text].map(|it| escaped(&visible(it.get(self.lang))));
                    format!("- {mark}: {text}")
                };
                let marks: Vec<String> = marks.iter().map(mark).collect();
                self.lines(marks);
            }
        }
    }

    fn facts(&mut self, facts: &[Fact]) {
        let lang = self.lang;
        let fact = |fact: &Fact| {
            let value = escaped(&grid::fact(&fact.value, lang));
            let place = fact
                .place
                .as_ref()
                .map_or(String::new(), |place| format!(" ({})", escaped(&visible(&place.to_string()))));
            format!("- **{}**: {value}{place}", escaped(&visible(fact.label.get(lang))))
        };
        self.lines(facts.iter().map(fact));
    }

    fn steps(&mut self, steps: &[NumberedStep]) {
        let lang = self.lang;
        let step = |(step, number): (&NumberedStep, usize)| {
            let place = step
                .place
                .as_ref()
                .map_or(String::new(), |place| format!(" ({})", escaped(&visible(&place.to_string()))));
            format!("{number}. {}{place}", escaped(&visible(step.text.get(lang))))
        };
        self.lines(steps.iter().zip(1..).map(step));
    }

    fn table(&mut self, table: &Table) {
        if let Some(caption) = &table.caption {
            self.paragraph("## ", caption);
        }
        let grid = Grid::new(table, Medium::Page);
        if grid.columns().len() == 0 {
            return;
        }
        let header = |column: &Column| escaped(&visible(column.header.get(self.lang)));
        let rule = |column: &Column| match column.align {
            Align::Left => "---",
            Align::Center => ":---:",
            Align::Right => "---:",
        };
        let bold = |words: String| if words.is_empty() { words } else { format!("**{words}**") };
        let cell = |cell: &Cell| escaped(&words(cell, self.lang));
        let mut rows =
            vec![row(grid.columns().map(header)), row(grid.columns().map(|column| rule(column).to_owned()))];
        for line in grid.rows(self.lang) {
            if matches!(&line, GridRow::Group(mark, title) if mark.is_empty() && title.is_empty()) {
                continue;
            }
            rows.push(match line {
                GridRow::Body(cells) => row(cells.into_iter().map(cell)),
                GridRow::Total(cells) => row(cells.into_iter().map(cell).map(bold)),
                GridRow::Group(mark, title) => {
                    let (mark, title) = (escaped(&mark), escaped(&title));
                    let at = grid.title_column();
                    let mut cells = vec![String::new(); grid.columns().len()];
                    if at == 0 {
                        cells[0] = bold(format!("{mark} {title}").trim().to_owned());
                    } else {
                        cells[0] = bold(mark);
                        cells[at] = bold(title);
                    }
                    row(cells)
                }
            });
        }
        self.lines(rows);
    }

    fn paragraph(&mut self, before: &str, text: &Message) {
        let text = escaped(&visible(text.get(self.lang)));
        let text = if before.is_empty() { unlisted(&text) } else { text };
        self.lines([format!("{before}{text}")]);
    }

    /// Lines that belong together, apart from what stands before them.
    fn lines(&mut self, lines: impl IntoIterator<Item = String>) {
        if !self.out.is_empty() {
            self.out.push('\n');
        }
        for line in lines {
            self.out.push_str(&line);
            self.out.push('\n');
        }
    }
}

fn row(cells: impl IntoIterator<Item = String>) -> String {
    cells.into_iter().fold(String::from("|"), |mut row, cell| {
        let _ = write!(row, " {cell} |");
        row
    })
}

/// Words that are no Markdown and no HTML; line breaks become `<br>`.
fn escaped(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for c in words.trim().chars() {
        match c {
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '~' | '$' | '!' => out.extend(['\\', c]),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            '\n' => out.push_str("<br>"),
            _ => out.push(c),
        }
    }
    out
}

/// A paragraph that does not begin like a list, a heading or a rule.
fn unlisted(text: &str) -> String {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    match text.as_bytes().get(digits) {
        Some(b'.' | b')') if digits > 0 => format!("{}\\{}", &text[..digits], &text[digits..]),
        Some(b'#' | b'-' | b'+' | b'=') if digits == 0 => format!("\\{text}"),
        _ => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_words_is_markup() {
        assert_eq!(
            escaped("a|b\n<script>*x*</script> & [l](u)"),
            "a\\|b<br>&lt;script&gt;\\*x\\*&lt;/script&gt; &amp; \\[l\\](u)"
        );
        assert_eq!(unlisted("1. Một"), "1\\. Một");
        assert_eq!(unlisted("# Một"), "\\# Một");
        assert_eq!(unlisted("2024 là"), "2024 là");
    }
}

//! Word documents in the layout of Decree 30/2020/NĐ-CP: A4, Times New Roman, black, page numbers centred in the top
//! margin and none on a first page.
//!
//! The parts of the package are written as text. A crate that models `WordprocessingML` would bring more packages than
//! this folder has lines, and the ones that were tried cannot repeat the head of a table. Nothing in the result depends
//! on the clock: the same document gives the same bytes.

mod frame;
mod package;
mod section;
mod table;
mod words;
mod xml;

use std::io;

use crate::document::{Block, Document, Fact, Frame, NumberedStep, Orientation, Page};
use crate::language::Lang;

use super::grid;
use section::SectionLayout;
use words::one_line;
use xml::{Paragraph, Run};

/// Prints a document as the bytes of a `.docx` file.
pub(super) fn render(document: &Document, lang: Lang) -> io::Result<Vec<u8>> {
    let (text, annexes) = document.parts();
    let mut body = String::new();
    let mut layout = match &document.frame {
        Some(frame) => framed(frame, text, lang, &mut body),
        None => titled(document, text, lang, &mut body),
    };
    for (head, blocks) in annexes {
        layout.close(&mut body);
        layout = SectionLayout::of(Page::of_blocks(blocks).orientation);
        frame::annex(head, layout.text_width(), lang, &mut body);
        for part in blocks {
            block(part, layout, lang, &mut body);
        }
    }
    layout.push(&mut body);
    package::write(&body, &one_line(&document.headline(), lang), lang)
}

/// The text below its title.
fn titled(document: &Document, text: &[Block], lang: Lang, body: &mut String) -> SectionLayout {
    let layout = SectionLayout::of(Page::of_blocks(text).orientation);
    Paragraph::title().push(body, &[Run::bold(&one_line(&document.title, lang))]);
    for line in &document.subtitle {
        Paragraph::centred().push(body, &[Run::italic(&one_line(line, lang))]);
    }
    for part in text {
        block(part, layout, lang, body);
    }
    layout
}

/// The text between the head and the signature of an office's document, which stands upright.
fn framed(frame: &Frame, text: &[Block], lang: Lang, body: &mut String) -> SectionLayout {
    let layout = SectionLayout::of(Orientation::Portrait);
    frame::head(frame, layout.text_width(), lang, body);
    for part in text {
        match part {
            Block::Heading(text) => Paragraph::part().push(body, &[Run::bold(&one_line(text, lang))]),
            Block::Table(_) => {
                table::gap(body);
                block(part, layout, lang, body);
            }
            _ => block(part, layout, lang, body),
        }
    }
    frame::end(frame, layout.text_width(), lang, body);
    layout
}

fn block(block: &Block, layout: SectionLayout, lang: Lang, out: &mut String) {
    match block {
        Block::Heading(text) => Paragraph::heading().push(out, &[Run::bold(&one_line(text, lang))]),
        Block::Paragraph(text) => Paragraph::body().push(out, &[Run::plain(&one_line(text, lang))]),
        Block::List(entries) => {
            for entry in entries {
                Paragraph::body().push(out, &[Run::plain(&format!("- {}", one_line(entry, lang)))]);
            }
        }
        Block::Note(text) => Paragraph::note().push(out, &[Run::italic(&one_line(text, lang))]),
        Block::Facts(facts) => self::facts(facts, layout, lang, out),
        Block::Steps(steps) => self::steps(steps, lang, out),
        Block::Timeline(timeline) => {
            table::push(&timeline.table(), layout.text_width(), lang, out);
        }
        Block::Table(table) => table::push(table, layout.text_width(), lang, out),
        // A part of the document, which begins a section.
        Block::Annex(_) => {}
        Block::Legend(marks) => {
            let mut runs = Vec::with_capacity(marks.len() * 2);
            for (at, (mark, text)) in marks.iter().enumerate() {
                let between = if at > 0 { " · " } else { "" };
                runs.push(Run::bold(&format!("{between}{}", one_line(mark, lang))));
                runs.push(Run::plain(&format!(": {}", one_line(text, lang))));
            }
            Paragraph::note().push(out, &runs);
        }
    }
}

/// Names and values, as a table of two columns.
fn facts(facts: &[Fact], layout: SectionLayout, lang: Lang, out: &mut String) {
    let rows: Vec<[String; 2]> = facts
        .iter()
        .map(|fact| {
            let place = grid::place_behind(fact.place.as_ref());
            [one_line(&fact.label, lang), format!("{}{place}", grid::fact(&fact.value, lang))]
        })
        .collect();
    table::push_facts(&rows, layout.text_width(), out);
}

fn steps(steps: &[NumberedStep], lang: Lang, out: &mut String) {
    for (at, step) in steps.iter().enumerate() {
        let text = format!("{}. {}", at + 1, one_line(&step.text, lang));
        let place = grid::place_behind(step.place.as_ref());
        Paragraph::body().push(out, &[Run::plain(&text), Run::italic(&place)]);
    }
}

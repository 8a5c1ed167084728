//! Text for terminals and e-mails: aligned columns, few lines, colours only where they are wanted.

mod cards;
mod fit;
mod layout;
mod needs;
mod page;
mod paint;
mod rows;
mod table;
mod timeline;
mod ways;
mod wrap;

use crate::document::{Block, Document};
use crate::render::options::RenderOptions;

use page::TextPage;

/// Prints a document.
pub(super) fn render(document: &Document, options: &RenderOptions) -> String {
    let mut page = TextPage::new(options);
    page.title(document);
    let (text, annexes) = document.parts();
    blocks(&mut page, text);
    if let Some(frame) = &document.frame {
        page.end(frame);
    }
    for (head, content) in annexes {
        page.annex(head);
        blocks(&mut page, content);
    }
    page.out
}

fn blocks(page: &mut TextPage, blocks: &[Block]) {
    let mut before = None;
    for block in blocks {
        if !sticks(before, block) {
            page.line("");
        }
        match block {
            Block::Table(table) => table::draw(page, table),
            Block::Timeline(timeline) => timeline::draw(page, timeline),
            Block::Heading(text) => page.heading(text),
            Block::Paragraph(text) => page.paragraph(text),
            Block::List(entries) => page.list(entries),
            Block::Note(text) => page.note(text),
            Block::Facts(facts) => page.facts(facts),
            Block::Steps(steps) => page.steps(steps),
            Block::Legend(marks) => page.legend(marks),
            // A part of the document.
            Block::Annex(_) => {}
        }
        before = Some(block);
    }
}

/// Returns true if no empty line stands between two blocks.
fn sticks(before: Option<&Block>, block: &Block) -> bool {
    matches!((before, block), (Some(Block::Heading(_)), _) | (Some(Block::Note(_)), Block::Note(_)))
}

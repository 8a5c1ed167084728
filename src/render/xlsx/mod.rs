//! Workbooks: a sheet per table, typed cells, a filter over the rows, totals that follow it.
//!
//! Days are days and figures are numbers; ids, periods and everything else of a plan are text, so that `1.10` and
//! `2026-06` stay themselves and no plan can plant a formula. The time of creation is fixed: the same document gives
//! the same bytes.

mod sheet;
mod style;
mod timeline;
mod value;

use std::io;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};

use crate::document::{Block, Document};
use crate::language::Lang;
use crate::sanitize::{SheetNames, visible};

use sheet::SheetWriter;
use style::StyleTable;

/// Prints a document as the bytes of an `.xlsx` file.
pub(super) fn render(document: &Document, lang: Lang) -> io::Result<Vec<u8>> {
    workbook(document, lang).map_err(io::Error::other)
}

fn workbook(document: &Document, lang: Lang) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let title = document.headline();
    let title = visible(title.get(lang));
    let created = ExcelDateTime::from_ymd(2000, 1, 1)?;
    book.set_properties(&DocProperties::new().set_title(title.as_ref()).set_creation_datetime(&created));
    let mut styles = StyleTable::new(lang);
    book.set_default_format(&StyleTable::default_format(), 21, 64)?;
    let mut names = SheetNames::default();
    for blocks in sheets(&document.blocks) {
        let table = blocks.iter().find_map(|block| match block {
            Block::Table(table) => Some(table),
            _ => None,
        });
        let timeline = blocks.iter().find_map(|block| match block {
            Block::Timeline(timeline) => Some(timeline),
            _ => None,
        });
        let annex = blocks.iter().find_map(|block| match block {
            Block::Annex(head) => Some(&head.title),
            _ => None,
        });
        let caption = table.and_then(|table| table.caption.as_ref()).or(annex);
        let sheet = book.add_worksheet();
        sheet.set_name(names.next(&visible(caption.unwrap_or(&document.title).get(lang))))?;
        let mut writer = SheetWriter::new(sheet, &mut styles, lang);
        if let Some(table) = table {
            writer.measure(table)?;
        }
        if let Some(timeline) = timeline {
            writer.measure(&timeline.table())?;
        }
        writer.head(document)?;
        blocks.iter().try_for_each(|block| writer.block(block))?;
        writer.finish();
    }
    book.save_to_buffer()
}

/// Divides the blocks among the sheets: each table begins one, but for the first, which stands below what comes before
/// it. Headings right above a table go with it.
fn sheets(blocks: &[Block]) -> Vec<&[Block]> {
    let is_table = |block: &Block| matches!(block, Block::Table(_));
    let is_heading = |block: &Block| matches!(block, Block::Heading(_) | Block::Annex(_));
    let mut starts = vec![0];
    for (at, _) in blocks.iter().enumerate().filter(|(_, block)| is_table(block)).skip(1) {
        let headings = blocks[..at].iter().rev().take_while(|block| is_heading(block)).count();
        starts.push(at - headings);
    }
    let ends = starts.iter().skip(1).copied().chain([blocks.len()]);
    starts.iter().zip(ends).map(|(start, end)| &blocks[*start..end]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Table;
    use crate::language::Message;

    #[test]
    fn each_table_has_a_sheet_and_takes_its_heading_along() {
        let heading = || Block::Heading(Message::fixed("", ""));
        let table = || Block::Table(Table::default());
        let note = || Block::Note(Message::fixed("", ""));
        let blocks = [note(), heading(), table(), note(), heading(), table(), table()];
        assert_eq!(sheets(&blocks).iter().map(|blocks| blocks.len()).collect::<Vec<_>>(), [4, 2, 1]);
        assert_eq!(sheets(&[]).len(), 1);
    }
}

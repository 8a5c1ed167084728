//! The annexes of a document, and the tables of its body.

use std::collections::BTreeSet;

use super::block::{Footnote, SourceBlock, SourceGrid, SourcePlace};
use super::build::PlanBuilder;
use super::division::annex_number;
use super::node::{marked, tree};
use super::plan::{Doubt, ImportedAnnex, ImportedSection};
use super::table::{AnnexReader, WHOLE};
use crate::language::Message;

/// The blocks of an annex, and the footnotes of its file.
#[derive(Debug, Clone)]
pub(super) struct AnnexText<'b> {
    /// The blocks.
    pub blocks: Vec<SourceBlock>,
    /// The footnotes.
    pub footnotes: &'b [Footnote],
}

/// Reads the tables of the body, then the annexes.
pub(super) fn read_annexes<'b>(builder: &mut PlanBuilder<'b>, annexes: &[AnnexText<'b>]) {
    body_tables(builder);
    let mut taken: BTreeSet<u32> = BTreeSet::new();
    let named: Vec<Option<u32>> =
        annexes.iter().map(|text| text.blocks.first().and_then(annex_number)).collect();
    for (text, own) in annexes.iter().zip(&named) {
        // The heading says which one it is, unless two headings say the same.
        let is_free = |number: &u32| !taken.contains(number) && !named.contains(&Some(*number));
        let number = own.filter(|number| !taken.contains(number));
        let number = number.unwrap_or_else(|| (1..u32::MAX).find(is_free).unwrap_or(1));
        taken.insert(number);
        let mut read = read_annex(builder, text, &format!("PL{number}"), &format!("Phụ lục {number}"));
        read.number = Some(number);
        builder.plan.annexes.push(read);
    }
}

/// The tables in the sections of the body, and those of a document that is nothing else.
fn body_tables(builder: &mut PlanBuilder<'_>) {
    for table in std::mem::take(&mut builder.tables) {
        let mut read = ImportedAnnex::default();
        let (root, prefix) = match &table.section {
            Some(section) => (section.clone(), section.clone()),
            None => (WHOLE.to_owned(), WHOLE.to_owned()),
        };
        let is_known = read_table(builder, &table.grid, &root, &prefix, &table.source, &mut read);
        let is_there =
            builder.plan.annexes.iter().flat_map(|annex| &annex.sections).any(|known| known.id == root);
        if table.section.is_none() && !read.rows.is_empty() && !is_there {
            let title = builder.plan.header.title.clone();
            read.sections.insert(
                0,
                ImportedSection { id: root, title, place: table.grid.place, ..ImportedSection::default() },
            );
        }
        if is_known { builder.plan.annexes.push(read) } else { leave(builder, &table.grid) }
    }
}

/// Reads an annex: its words and its tables, and the tasks of its numbered paragraphs into the plan.
pub(super) fn read_annex<'b>(
    builder: &mut PlanBuilder<'b>,
    text: &AnnexText<'b>,
    root: &str,
    source: &str,
) -> ImportedAnnex {
    builder.take_footnotes(text.footnotes);
    let mut read = ImportedAnnex::default();
    let (mut numbered, mut has_rows) = (Vec::new(), false);
    for block in &text.blocks {
        match block {
            SourceBlock::Paragraph(words) if marked(words).0.is_some() || !numbered.is_empty() => {
                numbered.push(block.clone());
            }
            SourceBlock::Paragraph(words) => read.opening.push(words.text.clone()),
            SourceBlock::Table(grid) => {
                read.opening.extend(grid.name.iter().filter(|name| !name.starts_with("Sheet")).cloned());
                if !read_table(builder, grid, root, root, source, &mut read) {
                    leave(builder, grid);
                }
            }
        }
    }
    has_rows |= !read.rows.is_empty();
    if has_rows || !numbered.is_empty() {
        // The words of the head of a table are no title.
        let titles: Vec<&String> = read.opening.iter().filter(|words| !words.contains(" | ")).collect();
        let is_title =
            |words: &&&String| !words.to_lowercase().starts_with("phụ lục") && !words.starts_with('(');
        let found = titles.iter().find(is_title).or(titles.first()).map(|title| title.as_str());
        let doubt = Doubt {
            key: "title",
            reason: Message::fixed("phụ lục không có tên", "the annex has no title"),
        };
        read.sections.insert(
            0,
            ImportedSection {
                id: root.to_owned(),
                title: found.unwrap_or(source).to_owned(),
                doubts: found.is_none().then_some(doubt).into_iter().collect(),
                ..ImportedSection::default()
            },
        );
    }
    builder.annex(&tree(&numbered), root, source);
    read
}

fn read_table(
    builder: &mut PlanBuilder<'_>,
    grid: &SourceGrid,
    root: &str,
    prefix: &str,
    source: &str,
    read: &mut ImportedAnnex,
) -> bool {
    let mut reader = AnnexReader {
        units: &mut builder.units,
        ids: &mut builder.ids,
        due: &builder.due,
        columns: &mut builder.plan.columns,
        left: &mut builder.plan.left,
        root: root.to_owned(),
        prefix: prefix.to_owned(),
        source: source.to_owned(),
    };
    reader.table(grid, read)
}

/// The rows of a table without a head that is known, as words placed nowhere.
fn leave(builder: &mut PlanBuilder<'_>, grid: &SourceGrid) {
    for row in 0..grid.rows.len() {
        let words = grid.words(row).join(" | ").replace('\n', " ");
        if !words.is_empty() {
            builder.plan.left.push((SourcePlace { at: grid.place.at + row, ..grid.place }, words));
        }
    }
}

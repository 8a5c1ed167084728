//! The page on which a document is printed.

use super::{Block, Document, Medium, Table};

/// The columns from which a table is printed on a landscape page.
const LANDSCAPE_COLUMNS: usize = 6;

/// The layout of the printed page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Page {
    /// The orientation of the paper.
    pub orientation: Orientation,
}

/// The orientation of the paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Orientation {
    /// The short side at the top, for running text and narrow tables.
    Portrait,
    /// The long side at the top, for wide tables.
    Landscape,
}

impl Page {
    /// Returns the page of a document: landscape if a table has at least six columns.
    pub fn of(document: &Document) -> Self {
        Self::of_blocks(&document.blocks)
    }

    /// Returns the page of a part of a document.
    pub fn of_blocks(blocks: &[Block]) -> Self {
        let is_wide = |block: &Block| match block {
            Block::Table(table) => Orientation::of(table) == Orientation::Landscape,
            Block::Timeline(_) => true,
            _ => false,
        };
        let is_wide = blocks.iter().any(is_wide);
        Self { orientation: if is_wide { Orientation::Landscape } else { Orientation::Portrait } }
    }
}

impl Orientation {
    /// Returns the orientation of a page for a table.
    pub fn of(table: &Table) -> Self {
        if table.shown(Medium::Page).len() >= LANDSCAPE_COLUMNS { Self::Landscape } else { Self::Portrait }
    }
}

//! Rows of a table that the table library lays out as one: it takes longer over each row than over its words.

use comfy_table::{Cell, CellAlignment, ColumnConstraint, ContentArrangement, Table, TableStyle, Width};

use super::paint::Paint;

/// A part of a table from top to bottom.
enum TablePart {
    Line(String),
    /// Cells beside each other, and the number of their lines.
    Row {
        height: usize,
    },
}

/// A column of a table: how its cells stand, its width, and the space behind it.
#[derive(Debug, Clone, Copy)]
pub(super) struct LaidColumn {
    pub(super) alignment: CellAlignment,
    pub(super) width: usize,
    pub(super) gap: usize,
}

/// Parts of a table that follow each other.
#[derive(Default)]
pub(super) struct TableParts {
    parts: Vec<TablePart>,
    /// The lines of all rows, column by column, each with its end.
    columns: Vec<String>,
    /// The number of lines of all rows.
    height: usize,
}

impl TableParts {
    /// The number of parts.
    pub(super) fn len(&self) -> usize {
        self.parts.len()
    }

    /// Adds a line over all columns.
    pub(super) fn line(&mut self, line: String) {
        self.parts.push(TablePart::Line(line));
    }

    /// Adds a row; `write` gives the lines of a cell, which are no wider than its column and may bear marks of
    /// [`Paint::mark`].
    pub(super) fn row<C>(
        &mut self,
        cells: impl Iterator<Item = C>,
        mut write: impl FnMut(C, &mut dyn FnMut(&str)),
    ) {
        let mut heights = Vec::with_capacity(self.columns.len());
        for (at, cell) in cells.enumerate() {
            if self.columns.len() == at {
                self.columns.push("\n".repeat(self.height));
            }
            let column = &mut self.columns[at];
            let mut height = 0;
            write(cell, &mut |line| {
                column.push_str(line);
                column.push('\n');
                height += 1;
            });
            heights.push(height);
        }
        let height = heights.iter().copied().max().unwrap_or(0).max(1);
        for (column, own) in self.columns.iter_mut().zip(heights) {
            column.extend(std::iter::repeat_n('\n', height - own));
        }
        self.height += height;
        self.parts.push(TablePart::Row { height });
    }

    /// Shows the lines of all parts, the cells of each row beside each other.
    pub(super) fn show(self, columns: &[LaidColumn], paint: Paint, show: &mut dyn FnMut(&str)) {
        let narrow = |width: usize| u16::try_from(width).unwrap_or(u16::MAX);
        let mut table = Table::new();
        table.load_style(TableStyle::new());
        table.set_content_arrangement(ContentArrangement::Disabled);
        if self.height > 0 {
            table.add_row(self.columns.into_iter().zip(columns).map(|(mut text, column)| {
                text.pop();
                Cell::new_owned(text).set_alignment(column.alignment)
            }));
        }
        for (column, LaidColumn { width, gap, .. }) in table.column_iter_mut().zip(columns) {
            column.set_padding((0, narrow(*gap)));
            column.set_constraint(ColumnConstraint::Absolute(Width::Fixed(narrow(width + gap))));
        }
        let mut lines = table.lines();
        for part in self.parts {
            match part {
                TablePart::Line(line) => show(&line),
                TablePart::Row { height } => {
                    lines.by_ref().take(height).for_each(|line| show(&paint.show(line)));
                }
            }
        }
    }
}

//! The widths and lines of a table: one rule below the header, one above the sums, columns apart by spaces.

use std::borrow::Cow;

use comfy_table::CellAlignment;

use crate::document::{Align, Cell, Column, Tone};
use crate::language::Lang;
use crate::render::grid::{Grid, GridRow, tone, words};
use crate::sanitize::visible;
use crate::threads::Threads;

use super::fit::{Need, Patience, fit};
use super::needs::{Measures, is_of_figures, is_patient};
use super::page::TextPage;
use super::paint::Paint;
use super::rows::{LaidColumn, TableParts};
use super::ways::{LEVEL_WAYS, WAYS, Way};
use super::wrap::{width, wrap, wrap_each};

/// The number of parts of a table that are laid out at once.
const PARTS: usize = 512;

/// Rows that follow each other.
#[derive(Default)]
struct LaidOut {
    /// The lines of the first of them, each with its end.
    lines: String,
    /// The parts of the others, which are not laid out yet.
    open: TableParts,
}

/// A table whose columns have their widths.
pub(super) struct Layout<'a> {
    grid: Grid<'a>,
    lang: Lang,
    paint: Paint,
    gap: usize,
    /// The title's column, if it and the one before it stand above the others instead of beside them.
    above: Option<usize>,
    /// The width of the column before that one.
    lead: usize,
    /// The widths of the columns that stand beside each other.
    widths: Vec<usize>,
}

impl<'a> Layout<'a> {
    /// The table as it is read best, and the level at which it fits; none when there is no room for columns. Columns
    /// for wide pages stand only where they do not press the others.
    pub(super) fn best(page: &TextPage, measures: &Measures<'a>) -> Option<(Self, u8)> {
        let table = measures.table();
        let wide = table.columns.iter().any(|column| column.needs_room);
        let last = table.last_level();
        let levels = (0..=last).flat_map(|level| LEVEL_WAYS.iter().map(move |way| (way, false, level)));
        let levels = levels.take(if last > 0 { usize::MAX } else { 0 });
        let with_all = WAYS.iter().take(if wide { 2 } else { 0 }).map(|way| (way, true, last));
        let ways = WAYS.iter().map(|way| (way, false, last));
        levels.chain(with_all).chain(ways).find_map(|(way, is_wide, level)| {
            let grid = Grid::with(table, way.medium, is_wide, level);
            let needs = measures.of(&grid);
            Some((Self::new(page, grid, needs, way)?, level))
        })
    }

    fn new(page: &TextPage, grid: Grid<'a>, mut needs: Vec<Need>, way: &Way) -> Option<Self> {
        if way.figures && !is_of_figures(&needs) {
            return None;
        }
        let (mut above, mut lead) = (None, 0);
        if way.stacked {
            // One number or mark may stand before the title on its line.
            let title = grid.columns().position(|column| column.wraps).filter(|title| *title <= 1)?;
            lead = needs[..title].iter().map(|need| need.cells.max(need.header)).sum();
            needs.drain(..=title);
            if needs.is_empty() || (way.patience == Patience::Some && is_patient(&needs)) {
                return None;
            }
            above = Some(title);
        }
        let gaps = way.gap * needs.len().saturating_sub(1);
        let widths = fit(&needs, page.columns.checked_sub(gaps)?, way.patience)?;
        Some(Self { grid, lang: page.lang, paint: page.paint, gap: way.gap, above, lead, widths })
    }

    /// Shows the lines of the table one after the other; those of rows are all as wide as the table.
    pub(super) fn show(&self, threads: Threads, show: &mut dyn FnMut(&str)) {
        let rows: Vec<GridRow<'_>> = self.grid.rows(self.lang).collect();
        let airy = self.is_airy(&rows);
        let mut header = self.header();
        header.line(self.rule());
        self.lay_out(header, show);
        let chunks = threads.in_chunks(&rows, |chunk: &mut LaidOut, at, row| {
            let last = at.checked_sub(1).and_then(|last| rows.get(last));
            self.parts(row, last, airy, &mut chunk.open);
            if chunk.open.len() >= PARTS {
                self.lay_out(std::mem::take(&mut chunk.open), &mut |line| {
                    chunk.lines.push_str(line);
                    chunk.lines.push('\n');
                });
            }
        });
        for chunk in chunks {
            chunk.lines.split_terminator('\n').for_each(&mut *show);
            self.lay_out(chunk.open, show);
        }
    }

    /// The parts of a row, with what stands between it and the last one.
    fn parts(&self, row: &GridRow<'_>, last: Option<&GridRow<'_>>, airy: bool, parts: &mut TableParts) {
        match (row, last) {
            (GridRow::Body(_), Some(GridRow::Body(_))) if airy => parts.line(String::new()),
            (GridRow::Group(..), Some(GridRow::Body(_) | GridRow::Total(_))) => {
                parts.line(String::new());
            }
            (GridRow::Total(_), Some(GridRow::Body(_) | GridRow::Group(..))) => {
                parts.line(self.rule());
            }
            _ => {}
        }
        match row {
            GridRow::Body(cells) => self.row(cells, false, parts),
            GridRow::Group(mark, title) if mark.is_empty() && title.is_empty() => {}
            GridRow::Group(mark, title) => {
                let lines = self.across(mark, title, true, |line| self.paint.bold(line));
                lines.for_each(|line| parts.line(line));
            }
            GridRow::Total(cells) => self.row(cells, true, parts),
        }
    }

    /// Returns true if most rows need several lines, so that an empty line separates them.
    fn is_airy(&self, rows: &[GridRow<'_>]) -> bool {
        if self.above.is_some() {
            return true;
        }
        let bodies =
            rows.iter().filter_map(|row| if let GridRow::Body(cells) = row { Some(cells) } else { None });
        let all = bodies.clone().count();
        let (mut high, mut low) = (0, 0);
        for cells in bodies {
            let is_high = |(cell, columns): (&&Cell, &usize)| {
                let words = words(cell, self.lang);
                width(&words) > *columns || words.contains('\n')
            };
            let is_high = self.beside(cells).zip(&self.widths).any(is_high);
            *if is_high { &mut high } else { &mut low } += 1;
            // The rest of a long table changes nothing.
            if high * 2 > all || low * 2 >= all {
                break;
            }
        }
        high * 2 > all
    }

    /// The header, its words at the bottom.
    fn header(&self) -> TableParts {
        let mut parts = TableParts::default();
        let headers: Vec<String> =
            self.grid.columns().map(|column| visible(column.header.get(self.lang)).into_owned()).collect();
        if let Some(above) = self.above {
            let lead = headers[..above].concat();
            let lines = self.across(&lead, &headers[above], false, |line| self.paint.bold(line));
            lines.for_each(|line| parts.line(line));
        }
        let headers: Vec<Vec<Cow<'_, str>>> =
            self.beside(&headers).zip(&self.widths).map(|(header, columns)| wrap(header, *columns)).collect();
        let height = headers.iter().map(Vec::len).max().unwrap_or(1);
        parts.row(headers.iter(), |words, line| {
            for _ in words.len()..height {
                line("");
            }
            for words in words {
                line(&self.paint.mark(Tone::Plain, true, words));
            }
        });
        parts
    }

    /// One row.
    fn row(&self, cells: &[&Cell], is_total: bool, parts: &mut TableParts) {
        if let Some(above) = self.above {
            let lead: String = cells[..above].iter().map(|cell| words(cell, self.lang)).collect();
            let title = words(cells[above], self.lang);
            let dress = |line: &str| if is_total { self.paint.bold(line) } else { line.to_owned() };
            self.across(&lead, &title, false, dress).for_each(|line| parts.line(line));
        }
        let cells = self.beside(cells).zip(self.columns()).zip(&self.widths);
        parts.row(cells, |((cell, column), columns), line| {
            if let Cell::Bar(Some(share)) = cell {
                return line(&self.paint.bar(*share));
            }
            let tone = tone(cell, column.tone);
            wrap_each(&words(cell, self.lang), *columns, &mut |words| {
                if self.paint.color {
                    line(&self.paint.mark(tone, is_total, &words));
                } else {
                    line(&words);
                }
            });
        });
    }

    /// Shows parts of the table.
    fn lay_out(&self, parts: TableParts, show: &mut dyn FnMut(&str)) {
        let columns: Vec<LaidColumn> = self
            .columns()
            .zip(&self.widths)
            .enumerate()
            .map(|(at, (column, width))| LaidColumn {
                alignment: alignment(column.align),
                width: *width,
                gap: if at + 1 == self.widths.len() { 0 } else { self.gap },
            })
            .collect();
        parts.show(&columns, self.paint, show);
    }

    /// A mark, and a title that may fill the rest of the table.
    fn across(
        &self,
        mark: &str,
        title: &str,
        is_group: bool,
        dress: impl Fn(&str) -> String,
    ) -> impl Iterator<Item = String> {
        let lead = match self.above {
            _ if mark.is_empty() && is_group => 0,
            None => self.widths.first().copied().unwrap_or(0),
            Some(_) => self.lead,
        };
        let indent = lead.max(width(mark));
        let indent = if indent == 0 { 0 } else { indent.min(self.width() / 3) + self.gap };
        let marks = wrap(mark, indent.saturating_sub(self.gap).max(1));
        let titles = wrap(title, self.width().saturating_sub(indent).max(1));
        let height = marks.len().max(titles.len());
        (0..height).map(move |at: usize| {
            let mark = marks.get(at).map_or("", Cow::as_ref);
            let title = titles.get(at).map_or("", Cow::as_ref);
            let space = " ".repeat(indent.saturating_sub(width(mark)));
            let mark = if mark.is_empty() { String::new() } else { dress(mark) };
            format!("{mark}{space}{}", dress(title))
        })
    }

    /// Returns the members for the columns that stand beside each other, of those for all columns.
    fn beside<'b, T>(&self, all: &'b [T]) -> impl Iterator<Item = &'b T> + use<'b, T> {
        all.iter().skip(self.first())
    }

    fn columns(&self) -> impl Iterator<Item = &'a Column> {
        self.grid.columns().skip(self.first())
    }

    /// The number of the first column that stands beside others.
    fn first(&self) -> usize {
        self.above.map_or(0, |title| title + 1)
    }

    fn rule(&self) -> String {
        self.paint.muted(&"─".repeat(self.width()))
    }

    fn width(&self) -> usize {
        self.widths.iter().sum::<usize>() + self.gap * self.widths.len().saturating_sub(1)
    }
}

fn alignment(align: Align) -> CellAlignment {
    match align {
        Align::Left => CellAlignment::Left,
        Align::Center => CellAlignment::Center,
        Align::Right => CellAlignment::Right,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Table, TableRow};
    use crate::language::Message;
    use proptest::prelude::*;

    fn page(columns: usize, color: bool) -> TextPage {
        TextPage { lang: Lang::Vi, paint: Paint { color }, columns, out: String::new() }
    }

    fn table(titles: &[String], counts: usize) -> Table {
        let mut columns = vec![
            Column::words(Message::fixed("Mục", ""), "id"),
            Column::title(Message::fixed("Nội dung", ""), "title"),
        ];
        columns.extend((0..counts).map(|_| Column::figures(Message::fixed("Chưa đến kỳ", ""), "upcoming")));
        let mut table = Table::new(columns);
        for title in titles {
            let mut cells = vec![Cell::text("II.1"), Cell::text(title)];
            cells.extend((0..counts).map(|count| Cell::Count(count as u64)));
            table.rows.push(TableRow::Body(cells));
        }
        table
    }

    #[test]
    fn the_more_figures_the_less_room_for_titles() {
        let titles =
            ["Nâng cao hiệu lực, hiệu quả công tác quản lý nhà nước về giáo dục và đào tạo".to_owned()];
        let shape = |counts| {
            let table = table(&titles, counts);
            Layout::best(&page(80, false), &Measures::new(&table, Lang::Vi))
                .map(|(layout, _)| (layout.gap, layout.above, layout.width()))
        };
        assert_eq!(shape(2), Some((2, None, 80)));
        assert_eq!(shape(7), Some((2, None, 80)));
        assert_eq!(shape(9), Some((1, None, 80)));
        assert_eq!(shape(12), Some((2, Some(1), 82 - 2)));
        assert_eq!(shape(30), None);
    }

    fn lines(layout: &Layout<'_>, threads: Threads) -> Vec<String> {
        let mut lines = Vec::new();
        layout.show(threads, &mut |line| lines.push(line.to_owned()));
        lines
    }

    #[test]
    fn threads_change_nothing() {
        let titles: Vec<String> = (0..20).map(|at| "Rà soát, tổng hợp ".repeat(at % 4 + 1)).collect();
        for high in [false, true] {
            let mut table = table(&titles, 2);
            let total = |row: &TableRow| TableRow::Total(row.cells().to_vec());
            table.rows = table.rows.iter().enumerate().fold(Vec::new(), |mut rows, (at, row)| {
                if at % 5 == 0 {
                    let title = Message::fixed("Nhóm", "Group");
                    rows.push(TableRow::Group { mark: format!("{at}."), title });
                }
                rows.push(if at % 7 == 6 { total(row) } else { row.clone() });
                rows
            });
            let columns = if high { 45 } else { 150 };
            let (layout, _) = Layout::best(&page(columns, true), &Measures::new(&table, Lang::Vi)).unwrap();
            let expected = lines(&layout, Threads::ONE);
            assert!(expected.len() > titles.len() + 4);
            for threads in [2, 3, 7] {
                assert_eq!(lines(&layout, Threads::new(threads)), expected);
            }
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 100, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn rows_are_as_wide_as_their_table(
            titles in prop::collection::vec("[a-zđếữ\u{301}漢 ]{0,60}", 1..6),
            counts in 0..6usize,
            columns in 70..120usize,
        ) {
            let table = table(&titles, counts);
            let layout = Layout::best(&page(columns, false), &Measures::new(&table, Lang::Vi));
            prop_assert!(layout.as_ref().is_some_and(|(layout, _)| layout.above.is_none()));
            if let Some((layout, _)) = layout {
                let lines = lines(&layout, Threads::new(3));
                for line in lines.iter().filter(|line| !line.is_empty()) {
                    prop_assert_eq!(width(line), layout.width(), "{:?}", line);
                }
            }
        }
    }
}

//! One sheet: the title, the lines below it, a table with a filter, and remarks.

use rust_xlsxwriter::utility::column_number_to_name;
use rust_xlsxwriter::{ColNum, Formula, IgnoreError, RowNum, Worksheet, XlsxError};
use unicode_width::UnicodeWidthStr;

use super::style::{CellStyle, StyleTable};
use super::value::{CellValue, cut, excel_day};
use crate::document::{Align, Block, Cell, Column, Document, Medium, Orientation, Table};
use crate::language::Lang;
use crate::render::framed;
use crate::render::grid::{self, Grid, GridRow, tone, words};
use crate::sanitize::visible;

/// The height of a line in a table, in points.
const LINE_HEIGHT: f64 = 16.5;

/// The width of a column, in characters: at least, at most, and of the title's column.
const WIDTHS: (usize, usize, usize) = (6, 24, 50);

/// The number of rows that decide the widths of the columns.
const MEASURED_ROWS: usize = 1000;

/// A sheet as far as it is written.
pub(super) struct SheetWriter<'a> {
    sheet: &'a mut Worksheet,
    styles: &'a mut StyleTable,
    lang: Lang,
    row: RowNum,
    is_wide: bool,
    /// The widths of the table's columns, in characters.
    widths: Vec<usize>,
}

impl<'a> SheetWriter<'a> {
    /// Begins a sheet.
    pub(super) fn new(sheet: &'a mut Worksheet, styles: &'a mut StyleTable, lang: Lang) -> Self {
        Self { sheet, styles, lang, row: 0, is_wide: false, widths: Vec::new() }
    }

    /// Sets the widths of the columns by the table of the sheet, so that what stands above the table keeps to them.
    pub(super) fn measure(&mut self, table: &Table) -> Result<(), XlsxError> {
        self.widths = widths(&Grid::new(table, Medium::Page), self.lang);
        (0..).zip(&self.widths).try_for_each(|(column, width)| set_width(self.sheet, column, *width))
    }

    /// Writes the title and the lines below it.
    pub(super) fn head(&mut self, document: &Document) -> Result<(), XlsxError> {
        let title = visible(document.title.get(self.lang)).into_owned();
        self.line(&title, true, false, 14)?;
        for line in &document.subtitle {
            let line = visible(line.get(self.lang)).into_owned();
            self.line(&line, false, true, 12)?;
        }
        self.row += 1;
        Ok(())
    }

    /// Writes a block.
    pub(super) fn block(&mut self, block: &Block) -> Result<(), XlsxError> {
        match block {
            Block::Heading(text) => self.line(&visible(text.get(self.lang)), true, false, 13),
            Block::Paragraph(text) => self.line(&visible(text.get(self.lang)), false, false, 12),
            Block::List(entries) => entries.iter().try_for_each(|entry| {
                self.line(&format!("- {}", visible(entry.get(self.lang))), false, false, 12)
            }),
            Block::Note(text) => self.line(&visible(text.get(self.lang)), false, true, 12),
            Block::Legend(marks) => marks.iter().try_for_each(|(mark, text)| {
                let (mark, text) = (visible(mark.get(self.lang)), visible(text.get(self.lang)));
                self.line(&format!("{mark}: {text}"), false, true, 12)
            }),
            Block::Facts(facts) => {
                let rows = facts.iter().map(|fact| {
                    let place = grid::place_behind(fact.place.as_ref());
                    (
                        visible(fact.label.get(self.lang)).into_owned(),
                        format!("{}{place}", grid::fact(&fact.value, self.lang)),
                    )
                });
                self.pairs(&rows.collect::<Vec<_>>())
            }
            Block::Steps(steps) => {
                let rows = steps.iter().enumerate().map(|(at, step)| {
                    let place = grid::place_behind(step.place.as_ref());
                    ((at + 1).to_string(), format!("{}{place}", visible(step.text.get(self.lang))))
                });
                self.pairs(&rows.collect::<Vec<_>>())
            }
            Block::Table(table) => self.table(table),
            Block::Timeline(timeline) => self.timeline(timeline),
            Block::Annex(head) => {
                let [label, title, attached] = framed::annex(head, self.lang);
                self.line(&label, true, false, 13)?;
                self.line(&title, true, false, 13)?;
                self.line(&attached, false, true, 12)
            }
        }
    }

    /// Sets the page: A4, one page wide.
    pub(super) fn finish(self) {
        const MILLIMETRES: f64 = 25.4;
        let sheet = self.sheet;
        sheet.set_paper_size(9).set_print_fit_to_pages(1, 0);
        sheet.set_margins(
            20.0 / MILLIMETRES,
            15.0 / MILLIMETRES,
            20.0 / MILLIMETRES,
            20.0 / MILLIMETRES,
            0.4,
            0.4,
        );
        sheet.set_header("&C&P");
        if self.is_wide {
            sheet.set_landscape();
        }
    }

    /// Writes text outside a table, which runs over the empty cells beside it.
    fn line(&mut self, text: &str, is_bold: bool, is_italic: bool, size: u32) -> Result<(), XlsxError> {
        let format = StyleTable::line(is_bold, is_italic, size);
        self.sheet.write_string_with_format(self.row, 0, cut(text), &format)?;
        self.row += 1;
        Ok(())
    }

    /// Writes names and values; the values run across the columns of the sheet's table.
    fn pairs(&mut self, rows: &[(String, String)]) -> Result<(), XlsxError> {
        let (name, value) = (CellStyle { is_bold: true, ..CellStyle::text() }, CellStyle::text());
        if self.widths.len() < 3 {
            let label = rows.iter().map(|(name, _)| name.width()).max().unwrap_or(0);
            self.widths = vec![label.clamp(WIDTHS.0, WIDTHS.1) + 2, 80];
            (0..).zip(&self.widths).try_for_each(|(column, width)| set_width(self.sheet, column, *width))?;
        }
        let last = ColNum::try_from(self.widths.len() - 1).unwrap_or(1);
        let room = self.widths[1..].iter().sum();
        for (label, text) in rows {
            self.sheet.write_string_with_format(self.row, 0, cut(label), self.styles.cell(&name))?;
            if last > 1 {
                self.sheet.merge_range(self.row, 1, self.row, last, &cut(text), self.styles.cell(&value))?;
            } else {
                self.sheet.write_string_with_format(self.row, 1, cut(text), self.styles.cell(&value))?;
            }
            self.set_height(lines(text, room).max(lines(label, self.widths[0])))?;
            self.row += 1;
        }
        self.row += 1;
        Ok(())
    }

    /// Returns the sheet.
    pub(super) fn sheet(&mut self) -> &mut Worksheet {
        self.sheet
    }

    /// Returns the language.
    pub(super) fn lang(&self) -> Lang {
        self.lang
    }

    /// Returns the row that is written next.
    pub(super) fn next_row(&self) -> RowNum {
        self.row
    }

    /// Returns the number of the columns of the sheet's table.
    pub(super) fn columns(&self) -> ColNum {
        ColNum::try_from(self.widths.len()).unwrap_or(ColNum::MAX)
    }

    pub(super) fn table(&mut self, table: &Table) -> Result<(), XlsxError> {
        let grid = Grid::new(table, Medium::Page);
        let columns: Vec<&Column> = grid.columns().collect();
        let Some(last) = columns.len().checked_sub(1).and_then(|last| ColNum::try_from(last).ok()) else {
            return Ok(());
        };
        self.is_wide |= Orientation::of(table) == Orientation::Landscape;
        if let Some(caption) = &table.caption {
            self.line(&visible(caption.get(self.lang)), true, false, 13)?;
        }
        let widths = widths(&grid, self.lang);
        let head = self.row;
        let style = CellStyle { align: Align::Center, is_bold: true, is_shaded: true, ..CellStyle::text() };
        let mut height = 1;
        for ((at, column), width) in (0..).zip(&columns).zip(&widths) {
            let text = visible(column.header.get(self.lang));
            height = height.max(lines(&text, *width));
            self.sheet.write_string_with_format(head, at, cut(&text), self.styles.cell(&style))?;
        }
        self.set_height(height)?;
        self.row += 1;
        let first = self.row;
        let mut above = RowsAbove { first, end: first, sums: vec![Some(0.0); columns.len()] };
        for row in grid.rows(self.lang) {
            match row {
                GridRow::Group(mark, title) if mark.is_empty() && title.is_empty() => continue,
                GridRow::Group(mark, title) => self.group(&mark, &title, grid.title_column(), &widths)?,
                GridRow::Body(cells) => {
                    self.cells(&cells, &columns, &widths, None)?;
                    above.add(&cells);
                    above.end = self.row + 1;
                }
                GridRow::Total(cells) => self.cells(&cells, &columns, &widths, Some(&above))?,
            }
            self.row += 1;
        }
        let end = above.end;
        if end > first {
            self.sheet.autofilter(head, 0, end - 1, last)?;
            self.sheet.ignore_error_range(first, 0, end - 1, last, IgnoreError::NumberStoredAsText)?;
        }
        self.sheet.set_repeat_rows(head, head)?;
        self.sheet.set_freeze_panes(head + 1, 0)?;
        self.row += 1;
        Ok(())
    }

    /// Writes the title of a group in the column of titles; merged cells could not be sorted.
    fn group(
        &mut self,
        mark: &str,
        title: &str,
        title_column: usize,
        widths: &[usize],
    ) -> Result<(), XlsxError> {
        let style = CellStyle { is_bold: true, is_shaded: true, ..CellStyle::text() };
        let mut height = 1;
        for ((column, at), width) in (0..).zip(0..).zip(widths) {
            let text = match at {
                0 if title_column > 0 => mark.to_owned(),
                at if at == title_column && at > 0 => title.to_owned(),
                at if at == title_column => format!("{mark} {title}").trim().to_owned(),
                _ => String::new(),
            };
            height = height.max(lines(&text, *width));
            self.sheet.write_string_with_format(self.row, column, cut(&text), self.styles.cell(&style))?;
        }
        self.set_height(height)
    }

    /// Writes a row; a total is given the rows above it.
    fn cells(
        &mut self,
        cells: &[&Cell],
        columns: &[&Column],
        widths: &[usize],
        above: Option<&RowsAbove>,
    ) -> Result<(), XlsxError> {
        let (mut height, is_total) = (1, above.is_some());
        for (((at, cell), column), width) in (0..).zip(cells).zip(columns).zip(widths) {
            let value = CellValue::of(cell, self.lang);
            let style = CellStyle {
                number: value.number_format(),
                align: column.align,
                tone: tone(cell, column.tone),
                is_bold: is_total,
                is_shaded: is_total,
            };
            let format = self.styles.cell(&style);
            let (sheet, row) = (&mut *self.sheet, self.row);
            match (&value, above) {
                (CellValue::Number(number, _), Some(above)) => {
                    sheet.write_formula_with_format(row, at, above.formula(at, *number), format)?;
                }
                (CellValue::Number(number, _), None) => {
                    sheet.write_number_with_format(row, at, *number, format)?;
                }
                (CellValue::Day(day), _) => {
                    sheet.write_datetime_with_format(row, at, excel_day(*day)?, format)?;
                }
                (CellValue::Text(text), _) => {
                    height = height.max(lines(text, *width));
                    sheet.write_string_with_format(row, at, cut(text), format)?;
                }
            }
        }
        self.set_height(height)
    }

    /// Sets the height of the current row: `LibreOffice` prints wrapped text over the row below otherwise.
    fn set_height(&mut self, lines: usize) -> Result<(), XlsxError> {
        let lines = u32::try_from(lines.min(24)).unwrap_or(24);
        self.sheet.set_row_height(self.row, f64::from(lines) * LINE_HEIGHT + 3.0).map(|_| ())
    }
}

/// The rows above a total.
struct RowsAbove {
    first: RowNum,
    /// The row behind the last.
    end: RowNum,
    /// The sum of each column of counts.
    sums: Vec<Option<f64>>,
}

impl RowsAbove {
    /// Adds a row to the sums.
    fn add(&mut self, cells: &[&Cell]) {
        for (sum, cell) in self.sums.iter_mut().zip(cells) {
            *sum = match cell {
                Cell::Count(count) => {
                    sum.zip(u32::try_from(*count).ok()).map(|(sum, count)| sum + f64::from(count))
                }
                Cell::Empty => *sum,
                _ => None,
            };
        }
    }

    /// The formula of a total. A sum of the rows is one over those that the filter shows. Any other figure, such as a
    /// share, holds for all rows only, and is a dash where some are hidden.
    fn formula(&self, column: ColNum, total: f64) -> Formula {
        let name = column_number_to_name(column);
        let (first, end) = (self.first + 1, self.end.max(self.first + 1));
        let is_sum = self
            .sums
            .get(usize::from(column))
            .copied()
            .flatten()
            .is_some_and(|sum| (sum - total).abs() < 0.5);
        let text = if is_sum {
            format!("=SUBTOTAL(109,{name}{first}:{name}{end})")
        } else {
            format!("=IF(SUBTOTAL(103,A{first}:A{end})=COUNTA(A{first}:A{end}),{total},\"–\")")
        };
        Formula::new(text).set_result(total.to_string())
    }
}

fn set_width(sheet: &mut Worksheet, column: ColNum, width: usize) -> Result<(), XlsxError> {
    let width = u32::try_from(width).unwrap_or(u32::MAX);
    sheet.set_column_width(column, f64::from(width)).map(|_| ())
}

/// The number of lines of a text in a column.
fn lines(text: &str, width: usize) -> usize {
    text.split('\n').map(|line| (line.width() + 2).div_ceil(width.max(1)).max(1)).sum()
}

/// The widths of the columns, in characters.
fn widths(grid: &Grid<'_>, lang: Lang) -> Vec<usize> {
    let words_of = |text: &str| text.split(' ').map(UnicodeWidthStr::width).max().unwrap_or(0);
    let mut widths: Vec<usize> =
        grid.columns().map(|column| words_of(&visible(column.header.get(lang)))).collect();
    for row in grid.rows(lang).take(MEASURED_ROWS) {
        let (GridRow::Body(cells) | GridRow::Total(cells)) = row else { continue };
        for (width, cell) in widths.iter_mut().zip(cells) {
            let text = words(cell, lang);
            *width = text.split('\n').map(UnicodeWidthStr::width).max().unwrap_or(0).max(*width);
        }
    }
    let (least, most, title) = WIDTHS;
    let limits = grid.columns().map(|column| if column.wraps { title } else { most });
    widths.iter().zip(limits).map(|(width, limit)| (*width).clamp(least, limit) + 2).collect()
}

//! Formats of the cells of a form.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

use super::book::FormCell;
use super::column::{FormColumn, InputKind};
use crate::language::Lang;

const FONT: &str = "Times New Roman";

/// The fill of cells to fill in.
const INPUT: Color = Color::RGB(0x00FF_FDE7);
/// The fill of rows that are late.
const LATE: Color = Color::RGB(0x00F8_CBAD);
/// The fill of heads and headings.
const HEAD: Color = Color::RGB(0x00E7_E6E6);
/// The fill of cells that are missing beside finished work.
const MISSING: Color = Color::RGB(0x00FF_9B9B);

/// Text above the table.
pub(super) fn line(size: u32, is_bold: bool, is_italic: bool) -> Format {
    let format = Format::new().set_font_name(FONT).set_font_size(size).set_align(FormatAlign::VerticalCenter);
    let format = if is_bold { format.set_bold() } else { format };
    if is_italic { format.set_italic() } else { format }
}

/// The head of the table.
pub(super) fn head() -> Format {
    table().set_bold().set_background_color(HEAD).set_align(FormatAlign::Center)
}

/// The heading of a section.
pub(super) fn heading(column: &FormColumn) -> Format {
    let format = table().set_bold().set_background_color(HEAD);
    if column.is_centred() { format.set_align(FormatAlign::Center) } else { format }
}

/// A cell of a row.
pub(super) fn cell(column: &FormColumn, cell: &FormCell, is_late: bool, lang: Lang) -> Format {
    let format = if column.is_centred() { table().set_align(FormatAlign::Center) } else { table() };
    let format = format.set_num_format(number_format(column, cell, lang));
    match column.input() {
        Some(_) => format.set_unlocked().set_background_color(INPUT),
        None if is_late && *column == FormColumn::Status => format.set_bold().set_background_color(LATE),
        None if is_late => format.set_background_color(LATE),
        None => format,
    }
}

/// A cell that finished work lacks.
pub(super) fn missing() -> Format {
    Format::new().set_background_color(MISSING)
}

/// The format of cells that have none.
pub(super) fn default() -> Format {
    Format::new().set_font_name(FONT).set_font_size(11)
}

fn table() -> Format {
    default().set_border(FormatBorder::Thin).set_text_wrap().set_align(FormatAlign::VerticalCenter)
}

/// The number format: words stay words also where they look like numbers or days.
fn number_format(column: &FormColumn, cell: &FormCell, lang: Lang) -> &'static str {
    let day = lang.pick("dd/mm/yyyy", "yyyy-mm-dd");
    match (column.input(), cell) {
        (Some(InputKind::Day), _) | (None, FormCell::Day(_)) => day,
        (Some(InputKind::Percent), FormCell::Percent(percent)) if percent.fract() != 0.0 => "0.0#%",
        (Some(InputKind::Percent), _) => "0%",
        (Some(InputKind::Number), _) => "#,##0.###",
        (None, FormCell::Number(_)) => "0",
        _ => "@",
    }
}

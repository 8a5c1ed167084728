//! Formats of cells: Times New Roman, thin borders, a fill that repeats what a status says.

use std::collections::HashMap;

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

use crate::document::{Align, Tone};
use crate::language::Lang;

/// The number format of a cell.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) enum NumberFormat {
    /// Text, which no spreadsheet reinterprets.
    Text,
    /// A day.
    Day,
    /// A whole number.
    Whole,
    /// A number with one decimal.
    Decimal,
    /// A share, shown in per cent.
    Percent,
    /// A number followed by its unit of measure.
    Unit(String),
}

/// The style of a cell.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct CellStyle {
    /// The number format.
    pub(super) number: NumberFormat,
    /// The alignment.
    pub(super) align: Align,
    /// The tone, as a fill.
    pub(super) tone: Tone,
    /// True for heads, groups and totals.
    pub(super) is_bold: bool,
    /// True for heads and totals.
    pub(super) is_shaded: bool,
}

/// The formats made so far.
#[derive(Debug)]
pub(super) struct StyleTable {
    lang: Lang,
    made: HashMap<CellStyle, Format>,
}

const FONT: &str = "Times New Roman";

impl CellStyle {
    /// A cell of words.
    pub(super) const fn text() -> Self {
        Self {
            number: NumberFormat::Text,
            align: Align::Left,
            tone: Tone::Plain,
            is_bold: false,
            is_shaded: false,
        }
    }
}

impl StyleTable {
    /// Creates a table without formats.
    pub(super) fn new(lang: Lang) -> Self {
        Self { lang, made: HashMap::new() }
    }

    /// The format of cells that have none.
    pub(super) fn default_format() -> Format {
        Format::new().set_font_name(FONT).set_font_size(12)
    }

    /// The format of text outside a table.
    pub(super) fn line(is_bold: bool, is_italic: bool, size: u32) -> Format {
        let format = Format::new().set_font_name(FONT).set_font_size(size);
        let format = if is_bold { format.set_bold() } else { format };
        if is_italic { format.set_italic() } else { format }
    }

    /// The format of a cell in a table.
    pub(super) fn cell(&mut self, style: &CellStyle) -> &Format {
        let lang = self.lang;
        self.made.entry(style.clone()).or_insert_with(|| made(style, lang))
    }
}

fn made(style: &CellStyle, lang: Lang) -> Format {
    let align = match style.align {
        Align::Left => FormatAlign::Left,
        Align::Center => FormatAlign::Center,
        Align::Right => FormatAlign::Right,
    };
    let number = match &style.number {
        NumberFormat::Text => "@".to_owned(),
        NumberFormat::Day => lang.pick("dd/mm/yyyy", "yyyy-mm-dd").to_owned(),
        NumberFormat::Whole => "0".to_owned(),
        NumberFormat::Decimal => "0.0".to_owned(),
        NumberFormat::Percent => "0.0%".to_owned(),
        NumberFormat::Unit(unit) if unit.is_empty() => "General".to_owned(),
        NumberFormat::Unit(unit) => format!("General\" {unit}\""),
    };
    let format = Format::new()
        .set_font_name(FONT)
        .set_font_size(12)
        .set_border(FormatBorder::Thin)
        .set_text_wrap()
        .set_align(align)
        .set_align(FormatAlign::VerticalCenter)
        .set_num_format(number);
    let format = if style.is_bold { format.set_bold() } else { format };
    match (style.is_shaded, style.tone) {
        (true, _) => format.set_background_color(Color::RGB(0x00F2_F2F2)),
        (false, Tone::Good) => format.set_background_color(Color::RGB(0x00E2_F0D9)),
        (false, Tone::Warn) => format.set_background_color(Color::RGB(0x00FF_F2CC)),
        (false, Tone::Bad) => format.set_background_color(Color::RGB(0x00F8_CBAD)),
        (false, Tone::Muted) => format.set_font_color(Color::RGB(0x0059_5959)),
        (false, Tone::Plain) => format,
    }
}

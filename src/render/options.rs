//! The options of renderers.

use crate::language::Lang;

/// The language of the reader, and the abilities of the terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RenderOptions {
    /// The language.
    pub lang: Lang,
    /// The columns that text may fill; fewer than 20 count as 20.
    pub width: usize,
    /// True if text is coloured.
    pub color: bool,
    /// The form of CSV.
    pub csv: CsvOptions,
}

/// The form of CSV.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CsvOptions {
    /// True for a file that a spreadsheet opens: it begins with a byte order mark, by which Excel recognizes UTF-8, and
    /// ids that a spreadsheet would take for days or numbers are formulas that give their text.
    pub is_for_spreadsheet: bool,
    /// The sign between fields.
    pub separator: char,
    /// True for rows alone: no totals, and every field plain.
    pub is_bare: bool,
}

impl Default for CsvOptions {
    fn default() -> Self {
        Self { is_for_spreadsheet: false, separator: ',', is_bare: false }
    }
}

impl Default for RenderOptions {
    fn default() -> Self {
        Self { lang: Lang::Vi, width: 80, color: false, csv: CsvOptions::default() }
    }
}

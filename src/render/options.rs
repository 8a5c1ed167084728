//! The choices that a reader and a terminal make.

use crate::language::Lang;

/// The language, and the abilities of the reader's terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RenderOptions {
    /// The language.
    pub lang: Lang,
    /// The columns that text may fill; fewer than 20 count as 20.
    pub width: usize,
    /// Whether text is coloured.
    pub color: bool,
    /// Whether CSV begins with a byte order mark, by which Excel recognizes UTF-8.
    pub bom: bool,
}

impl Default for RenderOptions {
    fn default() -> Self {
        Self { lang: Lang::Vi, width: 80, color: false, bom: false }
    }
}

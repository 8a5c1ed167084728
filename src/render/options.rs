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
    /// True if CSV begins with a byte order mark, by which Excel recognizes UTF-8.
    pub bom: bool,
}

impl Default for RenderOptions {
    fn default() -> Self {
        Self { lang: Lang::Vi, width: 80, color: false, bom: false }
    }
}

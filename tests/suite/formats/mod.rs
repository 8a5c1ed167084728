//! Output formats: answers as text, Markdown, CSV, HTML and JSON, and the formats of diagnostics.

mod csv;
mod diagnostics;
mod html;
mod json;
mod markdown;
pub(crate) mod samples;
mod text;

use plan::document::Document;
use plan::language::Lang;
use plan::render::{Format, Options, render};
use unicode_normalization::UnicodeNormalization;

/// The document as text of that width, without colours.
pub(crate) fn text(document: &Document, lang: Lang, width: usize) -> String {
    render(document, Format::Text, &Options { lang, width, ..Options::default() })
}

/// The document in another format.
pub(crate) fn page(document: &Document, format: Format, lang: Lang) -> String {
    render(document, format, &Options { lang, ..Options::default() })
}

/// The words in composed letters, so that editors leave what is expected alone; both forms are as wide.
pub(crate) fn composed(printed: &str) -> String {
    printed.nfc().collect()
}

/// Whether a renderer let a character through that steers or hides.
pub(crate) fn steers(c: char) -> bool {
    (c.is_control() && c != '\n')
        || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

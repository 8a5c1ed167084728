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

/// Renders a document as text of a width, without colours.
pub(crate) fn text(document: &Document, lang: Lang, width: usize) -> String {
    render(document, Format::Text, &Options { lang, width, ..Options::default() })
}

/// Renders a document in any format.
pub(crate) fn page(document: &Document, format: Format, lang: Lang) -> String {
    render(document, format, &Options { lang, ..Options::default() })
}

/// Composes letters, so that editors do not change the expected text; both forms have the same width.
pub(crate) fn composed(printed: &str) -> String {
    printed.nfc().collect()
}

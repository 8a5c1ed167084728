//! Output formats: answers as text, Markdown, CSV, HTML and JSON, and the formats of diagnostics.

mod csv;
mod decree;
mod diagnostics;
mod docx;
mod html;
mod ics;
mod json;
mod markdown;
pub(crate) mod samples;
mod text;
mod titles;
mod xlsx;

use plan::document::Document;
use plan::language::Lang;
use plan::render::{DocumentFormat, RenderOptions, render};
use unicode_normalization::UnicodeNormalization;

/// Renders a document as text of a width, without colours.
pub(crate) fn text(document: &Document, lang: Lang, width: usize) -> String {
    written(document, DocumentFormat::Text, &RenderOptions { lang, width, ..RenderOptions::default() })
}

/// Renders a document in any format.
pub(crate) fn page(document: &Document, format: DocumentFormat, lang: Lang) -> String {
    written(document, format, &RenderOptions { lang, ..RenderOptions::default() })
}

/// Renders a document as text in UTF-8.
pub(crate) fn written(document: &Document, format: DocumentFormat, options: &RenderOptions) -> String {
    String::from_utf8(render(document, format, options).unwrap()).unwrap()
}

/// Composes letters, so that editors do not change the expected text; both forms have the same width.
pub(crate) fn composed(printed: &str) -> String {
    printed.nfc().collect()
}

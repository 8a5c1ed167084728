//! Documents for people: text for terminals and e-mails, Markdown, CSV, HTML, files for Word and Excel, drawings.
//!
//! A renderer is a function from a [`Document`] to bytes; it knows no terminal, no file and no clock. All
//! of them walk the same grid of cells and print the same words; each makes the words of plans fit for
//! its own format, so that no plan can steer a terminal, run a script or plant a formula.

mod bar;
mod csv;
mod docx;
mod formula;
mod framed;
mod grid;
mod html;
mod markdown;
mod options;
mod svg;
mod text;
mod xlsx;

pub use options::{CsvOptions, RenderOptions};

use std::io;

use crate::document::{Document, Medium};
use crate::language::Lang;
use crate::output::OutputFormat;

/// A format of documents.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum DocumentFormat {
    /// Aligned columns, fitted to a width.
    #[default]
    Text,
    /// Markdown with the tables of GitHub.
    Markdown,
    /// RFC 4180 with `\n`; the tables of a document become one where their columns are the same.
    Csv,
    /// One page with bordered tables, which Word and Excel open.
    Html,
    /// A document for Word, laid out as Decree 30/2020/NĐ-CP asks for.
    Docx,
    /// A workbook for Excel, a sheet per table.
    Xlsx,
}

/// A function that prints a document.
type Renderer = fn(&Document, &RenderOptions) -> io::Result<Vec<u8>>;

/// All formats of documents, in the order of [`DocumentFormat`].
static FORMATS: [OutputFormat<Renderer>; 6] = [
    row("text", &["txt"], |document, options| Ok(text::render(document, options).into_bytes())),
    row("markdown", &["md", "markdown"], |document, options| {
        Ok(markdown::render(document, options.lang).into_bytes())
    }),
    row("csv", &["csv"], |document, options| {
        Ok(csv::render(document, options.lang, options.csv).into_bytes())
    }),
    row("html", &["html", "htm"], |document, options| Ok(html::render(document, options.lang).into_bytes())),
    OutputFormat {
        is_binary: true,
        ..row("docx", &["docx"], |document, options| docx::render(document, options.lang))
    },
    OutputFormat {
        is_binary: true,
        ..row("xlsx", &["xlsx"], |document, options| xlsx::render(document, options.lang))
    },
];

const fn row(
    name: &'static str,
    extensions: &'static [&'static str],
    write: Renderer,
) -> OutputFormat<Renderer> {
    OutputFormat { name, aliases: &[], extensions, is_binary: false, write }
}

impl DocumentFormat {
    /// All formats, the default first.
    pub const ALL: [Self; FORMATS.len()] =
        [Self::Text, Self::Markdown, Self::Csv, Self::Html, Self::Docx, Self::Xlsx];

    /// Its name, its extensions and its function.
    pub fn about(self) -> &'static OutputFormat<Renderer> {
        &FORMATS[self as usize]
    }

    /// The medium that it is laid out for.
    pub const fn medium(self) -> Medium {
        match self {
            Self::Text => Medium::Terminal,
            Self::Markdown | Self::Html | Self::Docx | Self::Xlsx => Medium::Page,
            Self::Csv => Medium::Spreadsheet,
        }
    }
}

/// Prints a document.
///
/// # Errors
/// A binary format cannot hold the document: it is larger than the format allows.
pub fn render(document: &Document, format: DocumentFormat, options: &RenderOptions) -> io::Result<Vec<u8>> {
    (format.about().write)(document, options)
}

/// Draws the timelines of a document as one SVG image.
pub fn draw(document: &Document, lang: Lang) -> String {
    svg::render(document, lang)
}

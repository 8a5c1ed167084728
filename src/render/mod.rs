//! Documents for people: text for terminals and e-mails, Markdown, CSV and HTML for spreadsheets and Word.
//!
//! A renderer is a function from a [`Document`] to bytes; it knows no terminal, no file and no clock. All
//! of them walk the same grid of cells and print the same words; each makes the words of plans fit for
//! its own format, so that no plan can steer a terminal, run a script or plant a formula.

mod csv;
mod formula;
mod grid;
mod html;
mod markdown;
mod options;

mod text;

pub use options::RenderOptions;

use crate::document::{Document, Medium};
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
}

/// A function that prints a document.
type Renderer = fn(&Document, &RenderOptions) -> Vec<u8>;

/// All formats of documents, in the order of [`DocumentFormat`].
static FORMATS: [OutputFormat<Renderer>; 4] = [
    row("text", &["txt"], |document, options| text::render(document, options).into_bytes()),
    row("markdown", &["md", "markdown"], |document, options| {
        markdown::render(document, options.lang).into_bytes()
    }),
    row("csv", &["csv"], |document, options| csv::render(document, options.lang, options.bom).into_bytes()),
    row("html", &["html", "htm"], |document, options| html::render(document, options.lang).into_bytes()),
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
    pub const ALL: [Self; FORMATS.len()] = [Self::Text, Self::Markdown, Self::Csv, Self::Html];

    /// Its name, its extensions and its function.
    pub fn about(self) -> &'static OutputFormat<Renderer> {
        &FORMATS[self as usize]
    }

    /// The medium that it is laid out for.
    pub const fn medium(self) -> Medium {
        match self {
            Self::Text => Medium::Terminal,
            Self::Markdown | Self::Html => Medium::Page,
            Self::Csv => Medium::Spreadsheet,
        }
    }
}

/// Prints a document.
pub fn render(document: &Document, format: DocumentFormat, options: &RenderOptions) -> Vec<u8> {
    (format.about().write)(document, options)
}

//! Documents for people: text for terminals and e-mails, Markdown, CSV and HTML for spreadsheets and Word.
//!
//! A renderer is a function from a [`Document`] to a string; it knows no terminal, no file and no clock. All
//! of them walk the same grid of cells and print the same words; each makes the words of plans fit for
//! its own format, so that no plan can steer a terminal, run a script or plant a formula.

mod csv;
mod formula;
mod grid;
mod html;
mod markdown;

mod text;

use crate::document::Document;
use crate::language::Lang;

/// How a document is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Format {
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

impl Format {
    /// All formats, the default first.
    pub const ALL: [Self; 4] = [Self::Text, Self::Markdown, Self::Csv, Self::Html];

    /// The name on the command line.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Markdown => "markdown",
            Self::Csv => "csv",
            Self::Html => "html",
        }
    }

    /// The format of files whose names end so: `csv`, `md`, `html`, `txt`.
    pub fn of_extension(extension: &str) -> Option<Self> {
        match extension.to_ascii_lowercase().as_str() {
            "txt" => Some(Self::Text),
            "md" | "markdown" => Some(Self::Markdown),
            "csv" => Some(Self::Csv),
            "html" | "htm" => Some(Self::Html),
            _ => None,
        }
    }
}

/// What the reader reads, and what the reader's terminal can do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Options {
    /// The language.
    pub lang: Lang,
    /// The columns that [`Format::Text`] may fill; fewer than 20 count as 20.
    pub width: usize,
    /// Whether [`Format::Text`] is coloured.
    pub color: bool,
    /// Whether [`Format::Csv`] begins with a byte order mark, by which Excel knows UTF-8.
    pub bom: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self { lang: Lang::Vi, width: 80, color: false, bom: false }
    }
}

/// Prints a document.
pub fn render(document: &Document, format: Format, options: &Options) -> String {
    match format {
        Format::Text => text::render(document, options),
        Format::Markdown => markdown::render(document, options.lang),
        Format::Csv => csv::render(document, options.lang, options.bom),
        Format::Html => html::render(document, options.lang),
    }
}

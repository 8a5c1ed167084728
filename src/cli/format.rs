//! The formats of the command line: the options `-f` and `-o`, and the names that the help and the completions list.

use std::path::Path;

use crate::diagnostic::render::DiagnosticFormat;
use crate::document::Medium;
use crate::language::Message;
use crate::message;
use crate::output::OutputFormat;
use crate::render::DocumentFormat;
use crate::sanitize::{quoted, visible};
use crate::vietnamese::nearest;

/// The format of an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// JSON, which is made from the answer itself.
    Json,
    /// A document.
    Document(DocumentFormat),
}

/// The row of JSON among the formats of answers.
static JSON: OutputFormat<()> =
    OutputFormat { name: "json", aliases: &[], extensions: &["json"], is_binary: false, write: () };

/// A row of the table of formats, without the function.
pub(super) type FormatRow = OutputFormat<()>;

impl Form {
    /// All formats of answers, the default first.
    fn all() -> impl Iterator<Item = Self> {
        DocumentFormat::ALL.into_iter().map(Self::Document).chain([Self::Json])
    }

    /// Returns true for a format of spreadsheets, which have room for every column.
    pub(super) fn is_spreadsheet(self) -> bool {
        matches!(self, Self::Document(format) if format.medium() == Medium::Spreadsheet)
    }

    /// The row of its table, without the function.
    pub(super) fn row(self) -> FormatRow {
        match self {
            Self::Json => JSON,
            Self::Document(format) => without_function(format.about()),
        }
    }
}

/// The names of the formats of answers.
pub(super) fn answer_formats() -> Vec<&'static str> {
    Form::all().map(|form| form.row().name).collect()
}

/// The names of the formats of `validate`.
pub(super) fn diagnostic_formats() -> Vec<&'static str> {
    DiagnosticFormat::ALL.into_iter().map(|format| format.about().name).collect()
}

/// The format of an answer: the one named by `-f`, else the one of the extension of `-o`, else text.
///
/// # Errors
/// No format has the name or the extension.
pub(super) fn answer_format(name: Option<&str>, output: Option<&Path>) -> Result<Form, Message> {
    if let Some(name) = name {
        return Form::all().find(|form| form.row().has_name(name)).ok_or_else(|| {
            let (near, name) = (near(name, &answer_formats()), quoted(name));
            message!("không có dạng {name} (gợi ý: {near})", "there is no format {name} (help: {near})")
        });
    }
    let Some(extension) = extension(output) else { return Ok(Form::Document(DocumentFormat::default())) };
    Form::all().find(|form| form.row().has_extension(extension)).ok_or_else(|| {
        let extensions = Form::all().filter_map(|form| form.row().extensions.first().copied());
        let known = extensions.map(|extension| format!(".{extension}")).collect::<Vec<_>>().join(", ");
        let extension = visible(extension);
        message!("không ghi được dạng .{extension}; dùng {known}", "cannot write .{extension}; use {known}")
    })
}

/// The format of `validate`: the one named by `-f`, else the one of the extension of `-o`, else the one for people.
///
/// # Errors
/// No format has the name.
pub(super) fn diagnostic_format(
    name: Option<&str>,
    output: Option<&Path>,
) -> Result<DiagnosticFormat, Message> {
    let mut all = DiagnosticFormat::ALL.into_iter();
    let Some(name) = name else {
        let extension = extension(output).unwrap_or_default();
        return Ok(all.find(|format| format.about().has_extension(extension)).unwrap_or_default());
    };
    all.find(|format| format.about().has_name(name)).ok_or_else(|| {
        let (near, name) = (near(name, &diagnostic_formats()), quoted(name));
        message!(
            "validate không in dạng {name} (gợi ý: {near})",
            "validate does not print {name} (help: {near})"
        )
    })
}

/// The name that was probably meant, else all names.
fn near(name: &str, names: &[&str]) -> String {
    nearest(name, names.iter().copied()).map_or_else(|| names.join(", "), str::to_owned)
}

/// The extension of the file of `-o`.
fn extension(output: Option<&Path>) -> Option<&str> {
    output.and_then(Path::extension).and_then(|extension| extension.to_str())
}

fn without_function<F>(row: &OutputFormat<F>) -> FormatRow {
    OutputFormat {
        name: row.name,
        aliases: row.aliases,
        extensions: row.extensions,
        is_binary: row.is_binary,
        write: (),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_format_is_found_by_its_names_and_extensions() {
        let names = answer_formats();
        assert_eq!(names, ["text", "markdown", "csv", "html", "docx", "xlsx", "json"]);
        let of = |name: &str| DocumentFormat::ALL.into_iter().find(|format| format.about().has_name(name));
        for format in DocumentFormat::ALL {
            assert_eq!(of(format.about().name), Some(format));
            assert!(
                format.about().extensions.iter().all(|own| format.about().has_extension(&own.to_uppercase()))
            );
        }
        assert!(DiagnosticFormat::Human.about().has_name("text"));
        assert_eq!(diagnostic_formats(), ["human", "short", "json", "sarif", "github", "gitlab", "junit"]);
    }
}

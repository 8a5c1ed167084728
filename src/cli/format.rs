//! The formats of the command line: the options `-f` and `-o`, and the names that the help and the completions list.

use std::path::Path;

use super::error::CliError;
use crate::diagnostic::render::DiagnosticFormat;
use crate::document::Medium;
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

/// The format of a list of work items.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ItemsForm {
    /// A format of any answer.
    Answer(Form),
    /// A calendar of the deadlines, with an alarm some days before each, if so many are given.
    Calendar {
        /// The number of days.
        remind: Option<u32>,
        /// True for a calendar of each unit.
        by_unit: bool,
    },
}

/// The commands whose answers are lists of work items, and therefore have calendars.
pub(super) const CALENDAR_COMMANDS: [&str; 3] = ["overdue", "upcoming", "list"];

/// The format of a timeline.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum TimelineForm {
    /// A format of any answer.
    Answer(Form),
    /// A drawing.
    Svg,
}

/// The row of drawings among the formats of a timeline.
static SVG: OutputFormat<()> =
    OutputFormat { name: "svg", aliases: &[], extensions: &["svg"], is_binary: false, write: () };

/// The command whose answer can be drawn.
const TIMELINE_COMMAND: &str = "timeline";

/// The names of the formats of a command's answers.
pub(super) fn formats_of(command: &str) -> Vec<&'static str> {
    let answers = Form::all().map(|form| form.row().name);
    if CALENDAR_COMMANDS.contains(&command) {
        answers.chain([CALENDAR.name]).collect()
    } else if command == TIMELINE_COMMAND {
        answers.chain([SVG.name]).collect()
    } else {
        answers.collect()
    }
}

/// The row of the calendar among the formats of answers.
static CALENDAR: OutputFormat<()> =
    OutputFormat { name: "ics", aliases: &[], extensions: &["ics"], is_binary: false, write: () };

impl ItemsForm {
    /// Returns true for a format of spreadsheets, which have room for every column.
    pub(super) fn is_spreadsheet(self) -> bool {
        matches!(self, Self::Answer(form) if form.is_spreadsheet())
    }
}

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

    /// The format of a document; none for JSON.
    pub(super) fn document(self) -> Option<DocumentFormat> {
        match self {
            Self::Json => None,
            Self::Document(format) => Some(format),
        }
    }

    /// The row of its table, without the function.
    pub(super) fn row(self) -> FormatRow {
        match self {
            Self::Json => JSON,
            Self::Document(format) => without_function(format.about()),
        }
    }
}

/// The commands that write into plans.
pub(super) const EDIT_COMMANDS: [&str; 6] = ["record", "extend", "drop", "assign", "measure", "rename"];

/// The names of the formats of the commands that write into plans.
pub(super) const EDIT_FORMATS: [&str; 2] = ["text", "json"];

/// The names of the formats of `validate`.
pub(super) fn diagnostic_formats() -> Vec<&'static str> {
    DiagnosticFormat::ALL.into_iter().map(|format| format.about().name).collect()
}

/// The format of an answer: the one named by `-f`, else the one of the extension of `-o`, else text.
///
/// # Errors
/// No format has the name or the extension.
pub(super) fn answer_format(name: Option<&str>, output: Option<&Path>) -> Result<Form, CliError> {
    if let Some(name) = name {
        return Form::all().find(|form| form.row().has_name(name)).ok_or_else(|| {
            let (near, name) = (near(name, &formats_of("")), quoted(name));
            CliError::usage(message!("không có dạng {name}", "there is no format {name}")).hint(near)
        });
    }
    let Some(extension) = extension(output) else { return Ok(Form::Document(DocumentFormat::default())) };
    Form::all().find(|form| form.row().has_extension(extension)).ok_or_else(|| {
        let extensions = Form::all().filter_map(|form| form.row().extensions.first().copied());
        let known = extensions.map(|extension| format!(".{extension}")).collect::<Vec<_>>().join(", ");
        let extension = visible(extension);
        CliError::usage(message!("không ghi được dạng .{extension}", "cannot write .{extension}")).hint(known)
    })
}

/// The format of a list of work items, by the same options.
///
/// # Errors
/// No format has the name or the extension.
pub(super) fn items_format(name: Option<&str>, output: Option<&Path>) -> Result<ItemsForm, CliError> {
    let is_calendar = match name {
        Some(name) => CALENDAR.has_name(name),
        None => extension(output).is_some_and(|extension| CALENDAR.has_extension(extension)),
    };
    if is_calendar {
        return Ok(ItemsForm::Calendar { remind: None, by_unit: false });
    }
    answer_format(name, output).map(ItemsForm::Answer)
}

/// The format of a timeline, by the same options.
///
/// # Errors
/// No format has the name or the extension.
pub(super) fn timeline_format(name: Option<&str>, output: Option<&Path>) -> Result<TimelineForm, CliError> {
    let is_drawing = match name {
        Some(name) => SVG.has_name(name),
        None => extension(output).is_some_and(|extension| SVG.has_extension(extension)),
    };
    if is_drawing { Ok(TimelineForm::Svg) } else { answer_format(name, output).map(TimelineForm::Answer) }
}

/// The format of `validate`: the one named by `-f`, else the one of the extension of `-o`, else the one for people.
///
/// # Errors
/// No format has the name.
pub(super) fn diagnostic_format(
    name: Option<&str>,
    output: Option<&Path>,
) -> Result<DiagnosticFormat, CliError> {
    let mut all = DiagnosticFormat::ALL.into_iter();
    let Some(name) = name else {
        let extension = extension(output).unwrap_or_default();
        return Ok(all.find(|format| format.about().has_extension(extension)).unwrap_or_default());
    };
    all.find(|format| format.about().has_name(name)).ok_or_else(|| {
        let (near, name) = (near(name, &diagnostic_formats()), quoted(name));
        CliError::usage(message!("validate không in dạng {name}", "validate does not print {name}"))
            .hint(near)
    })
}

/// The name that was probably meant, else all names.
fn near(name: &str, names: &[&str]) -> String {
    nearest(name, names.iter().copied()).map_or_else(|| names.join(", "), str::to_owned)
}

/// Returns true if a path has the extension of a format of answers.
pub(super) fn has_known_extension(path: &Path) -> bool {
    extension(Some(path)).is_some_and(|extension| Form::all().any(|form| form.row().has_extension(extension)))
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
        assert_eq!(formats_of("list").last(), Some(&"ics"));
        assert_eq!(formats_of("timeline").last(), Some(&"svg"));
        assert_eq!(
            items_format(None, Some(Path::new("a.ICS"))).ok(),
            Some(ItemsForm::Calendar { remind: None, by_unit: false })
        );
        assert_eq!(
            items_format(Some("json"), Some(Path::new("a.ics"))).ok(),
            Some(ItemsForm::Answer(Form::Json))
        );
        let names = formats_of("status");
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

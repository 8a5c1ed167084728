//! Diagnostics for people ([`DiagnosticFormat::Human`], [`DiagnosticFormat::Short`]) and for programs (the others).
//!
//! A renderer reads a [`DiagnosticReport`] and writes bytes; it knows no terminal, no file and no clock. All of
//! them stream: a million diagnostics need no more memory than one, apart from what makes their
//! fingerprints unique.

mod excerpt;
mod fingerprint;
mod github;
mod gitlab;
mod human;
mod json;
mod junit;
mod machine;
mod paint;
mod places;
mod report;
mod sarif;
mod short;
mod shown;

pub use report::{DiagnosticFormat, DiagnosticReport, RepositoryPaths, RunFailure, TerminalStyle};

use std::io::{self, BufWriter, Write};

use crate::diagnostic::Rule;
use crate::language::Lang;
use crate::output::OutputFormat;

/// A function that prints a report.
type DiagnosticRenderer =
    fn(&DiagnosticReport<'_>, Lang, TerminalStyle, &[&'static Rule], &mut dyn Write) -> io::Result<()>;

/// All formats of diagnostics, in the order of [`DiagnosticFormat`].
static FORMATS: [OutputFormat<DiagnosticRenderer>; 7] = [
    OutputFormat {
        aliases: &["text"],
        ..row("human", &["txt"], |report, lang, style, _, out| human::render(report, lang, style, out))
    },
    row("short", &[], |report, lang, style, _, out| short::render(report, lang, style, out)),
    row("json", &["json"], |report, lang, _, _, out| json::render(report, lang, out)),
    row("sarif", &["sarif"], |report, lang, _, rules, out| sarif::render(report, lang, rules, out)),
    row("github", &[], |report, lang, _, _, out| github::render(report, lang, out)),
    row("gitlab", &[], |report, lang, _, _, out| gitlab::render(report, lang, out)),
    row("junit", &["xml"], |report, lang, _, _, out| junit::render(report, lang, out)),
];

const fn row(
    name: &'static str,
    extensions: &'static [&'static str],
    write: DiagnosticRenderer,
) -> OutputFormat<DiagnosticRenderer> {
    OutputFormat { name, aliases: &[], extensions, is_binary: false, write }
}

impl DiagnosticFormat {
    /// All formats, the default first.
    pub const ALL: [Self; FORMATS.len()] =
        [Self::Human, Self::Short, Self::Json, Self::Sarif, Self::Github, Self::Gitlab, Self::Junit];

    /// Returns true if the format has paths from the root of the repository, to which CI servers attach findings.
    pub fn has_repository_paths(self) -> bool {
        matches!(self, Self::Sarif | Self::Github | Self::Gitlab | Self::Junit)
    }

    /// The row of the format in the table of formats: its name, its extensions and its function.
    pub fn about(self) -> &'static OutputFormat<DiagnosticRenderer> {
        &FORMATS[self as usize]
    }
}

/// Prints a report.
///
/// `rules` are all rules, for the formats that list them; a rule of a diagnostic that is missing there is listed
/// after them.
pub fn render(
    report: &DiagnosticReport<'_>,
    format: DiagnosticFormat,
    lang: Lang,
    style: TerminalStyle,
    rules: &[&'static Rule],
    out: &mut dyn Write,
) -> io::Result<()> {
    let mut out = BufWriter::new(out);
    (format.about().write)(report, lang, style, rules, &mut out)?;
    out.flush()
}

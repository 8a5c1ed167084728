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
mod machine;
mod places;
mod sarif;
mod short;

use std::io::{self, BufWriter, Write};

use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::language::Lang;
use crate::output::OutputFormat;
use crate::span::Sources;

use crate::json_writer::write_json;
use machine::LazyList;
use places::SpanResolver;

/// Everything that one run found.
#[derive(Debug, Clone, Copy)]
pub struct DiagnosticReport<'a> {
    /// The files that were read.
    pub sources: &'a Sources,
    /// What is wrong in them, in the order in which it is printed.
    pub diagnostics: &'a [&'a Diagnostic],
    /// The number of plans that the files make up.
    pub plans: usize,
}

impl DiagnosticReport<'_> {
    /// The number of files.
    pub fn files(&self) -> usize {
        self.sources.iter().len()
    }

    /// The number of diagnostics of one severity.
    pub fn count(&self, severity: Severity) -> usize {
        self.diagnostics.iter().filter(|diagnostic| diagnostic.severity == severity).count()
    }

    /// The number of diagnostics that `--fix` can repair.
    pub fn fixable(&self) -> usize {
        self.diagnostics.iter().filter(|diagnostic| diagnostic.fix.is_some()).count()
    }
}

/// How diagnostics are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum DiagnosticFormat {
    /// With the source lines, for people.
    #[default]
    Human,
    /// One line each: `file:line:col: rule: message`.
    Short,
    /// `plan.diagnostics/1`.
    Json,
    /// SARIF 2.1.0.
    Sarif,
    /// Workflow annotations of GitHub.
    Github,
    /// Code quality of GitLab.
    Gitlab,
}

/// A function that prints a report.
type DiagnosticRenderer =
    fn(&DiagnosticReport<'_>, Lang, TerminalStyle, &[&'static Rule], &mut dyn Write) -> io::Result<()>;

/// All formats of diagnostics, in the order of [`DiagnosticFormat`].
static FORMATS: [OutputFormat<DiagnosticRenderer>; 6] = [
    OutputFormat {
        aliases: &["text"],
        ..row("human", &["txt"], |report, lang, style, _, out| human::render(report, lang, style, out))
    },
    row("short", &[], |report, lang, style, _, out| short::render(report, lang, style, out)),
    row("json", &["json"], |report, lang, _, _, out| json::render(report, lang, out)),
    row("sarif", &["sarif"], |report, lang, _, rules, out| sarif::render(report, lang, rules, out)),
    row("github", &[], |report, lang, _, _, out| github::render(report, lang, out)),
    row("gitlab", &[], |report, lang, _, _, out| gitlab::render(report, lang, out)),
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
        [Self::Human, Self::Short, Self::Json, Self::Sarif, Self::Github, Self::Gitlab];

    /// Its name, its extensions and its function.
    pub fn about(self) -> &'static OutputFormat<DiagnosticRenderer> {
        &FORMATS[self as usize]
    }
}

/// What the reader's terminal can do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct TerminalStyle {
    /// Whether [`DiagnosticFormat::Human`] and [`DiagnosticFormat::Short`] are coloured.
    pub color: bool,
    /// The columns of the terminal, when there is one: longer source lines are cut.
    pub width: Option<usize>,
}

/// Prints a report.
///
/// `rules` are all rules there are, for the formats that list them; one that a diagnostic breaks and
/// that is lacking there is listed after them.
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

/// The number of diagnostics that people are shown; programs get all.
const SHOWN: usize = 500;

/// The characters of one sentence that people are shown, whatever a rule put into it.
const SENTENCE: usize = 1000;

/// Says how many diagnostics were not shown, if there are any.
fn rest(report: &DiagnosticReport<'_>, lang: Lang) -> Option<String> {
    let rest = report.diagnostics.len().saturating_sub(SHOWN);
    (rest > 0).then(|| {
        lang.pick(
            format!("… và {rest} vấn đề nữa không in ở đây (-f json in ra tất cả)"),
            format!("… and {rest} more not shown here (-f json prints all)"),
        )
    })
}

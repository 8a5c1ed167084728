//! The input of the renderers: a report, a format, a style.

use crate::diagnostic::{Diagnostic, Severity};
use crate::span::Sources;

/// The diagnostics of one run, with the files that they are about.
#[derive(Debug, Clone, Copy)]
pub struct DiagnosticReport<'a> {
    /// The files that were read.
    pub sources: &'a Sources,
    /// The diagnostics in the order in which they are printed.
    pub diagnostics: &'a [&'a Diagnostic],
    /// The number of plans that the files make up.
    pub plans: usize,
}

impl DiagnosticReport<'_> {
    /// The number of files that were read.
    pub fn files(&self) -> usize {
        self.sources.iter().filter(|(_, source)| source.is_read()).count()
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

/// A format for diagnostics.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum DiagnosticFormat {
    /// Source lines with marks, for people.
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
    /// A test report in the XML of JUnit.
    Junit,
}

/// The abilities of the terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct TerminalStyle {
    /// True if [`DiagnosticFormat::Human`] and [`DiagnosticFormat::Short`] are coloured.
    pub color: bool,
    /// The columns of the terminal, if there is one: longer source lines are cut.
    pub width: Option<usize>,
}

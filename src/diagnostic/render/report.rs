//! The input of the renderers: a report, a format, a style.

use std::collections::BTreeMap;

use crate::diagnostic::{Diagnostic, Severity};
use crate::language::Message;
use crate::span::{SourceId, Sources};

/// The paths of files from the root of their repository, where those are not the paths from the current folder.
pub type RepositoryPaths = BTreeMap<SourceId, String>;

/// The diagnostics of one run, with the files that they are about.
#[derive(Debug, Clone, Copy)]
pub struct DiagnosticReport<'a> {
    /// The files that were read.
    pub sources: &'a Sources,
    /// The diagnostics in the order in which they are printed.
    pub diagnostics: &'a [&'a Diagnostic],
    /// The number of plans that the files make up.
    pub plans: usize,
    /// The paths of the files for the formats of CI servers.
    pub repository_paths: Option<&'a RepositoryPaths>,
    /// The parts of its work that the run could not do.
    pub failures: &'a [RunFailure],
}

/// A part of its work that a run could not do: the machine's fault, not the plan's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RunFailure {
    /// The path of the file or folder.
    pub path: String,
    /// The sentence on it.
    pub message: Message,
}

impl<'a> DiagnosticReport<'a> {
    /// Returns the report of a run that did all its work, with paths from the current folder.
    pub fn new(sources: &'a Sources, diagnostics: &'a [&'a Diagnostic], plans: usize) -> Self {
        Self { sources, diagnostics, plans, repository_paths: None, failures: &[] }
    }

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

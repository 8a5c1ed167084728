//! The export of plans as tables: what was written, and what is not in it.

use super::left_out::{LeftOutAnswer, LeftOutLine};
use crate::date::Day;
use crate::workspace::{CataloguedPlan, PlanEntry};

/// The tables that were written, and the plans and entries that they do not cover.
#[derive(Debug, Clone, Default)]
pub struct ExportAnswer {
    /// The day until which entries were known (`--known`).
    pub known: Option<Day>,
    /// The number of plans in the tables.
    pub plans: u64,
    /// The number of their work items.
    pub items: u64,
    /// The tables, in the order of docs/nation.md.
    pub tables: Vec<ExportedTable>,
    /// The plans with errors.
    pub refused: Vec<RefusedPlan>,
    /// The reports, changes and results with errors, and whether a file could not be read.
    pub left_out: LeftOutAnswer,
}

/// A table of an export.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExportedTable {
    /// The name.
    pub name: &'static str,
    /// The files, by path.
    pub files: Vec<ExportedFile>,
}

/// A file of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExportedFile {
    /// The path in the folder of the export, with `/`.
    pub path: String,
    /// The number of rows.
    pub rows: u64,
    /// The number of bytes.
    pub bytes: u64,
    /// The SHA-256 of the bytes, in hexadecimal digits.
    pub sha256: String,
}

/// A plan that is in none of the tables.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RefusedPlan {
    /// The id, if it can be read.
    pub plan: Option<String>,
    /// The path of the main file, from the current folder.
    pub path: String,
    /// The rules of its errors, each once; none if it changed while it was read.
    pub rules: Vec<&'static str>,
}

impl ExportAnswer {
    /// Returns the answer before any plan was read.
    pub fn new(known: Option<Day>) -> Self {
        Self { known, ..Self::default() }
    }

    /// Notes that a plan was opened: what it lacks, and that it is in the tables or is not.
    pub fn note(&mut self, opened: &CataloguedPlan, path: &str, is_written: bool) {
        let workspace = &opened.workspace;
        self.left_out.has_failures |= !workspace.failures().is_empty();
        let entry = opened.entry();
        if is_written {
            let plan = entry.and_then(|entry| entry.id()).unwrap_or_default();
            let left_out = entry.into_iter().flat_map(PlanEntry::left_out);
            let lines = left_out.map(|entry| {
                let sources = workspace.sources();
                LeftOutLine::new(sources, plan, entry.place, entry.rule.name, entry.is_file)
            });
            self.left_out.entries.extend(lines);
            return;
        }
        let errors = entry.map(|entry| workspace.errors_of(entry)).unwrap_or_default();
        let mut rules: Vec<&'static str> = errors.iter().map(|error| error.rule.name).collect();
        rules.sort_unstable();
        rules.dedup();
        let plan = entry.and_then(|entry| entry.id()).map(str::to_owned);
        self.refused.push(RefusedPlan { plan, path: path.to_owned(), rules });
    }

    /// Returns true if no plan, no entry and no file is left out.
    pub fn covers_everything(&self) -> bool {
        self.refused.is_empty() && self.left_out.covers_everything()
    }
}

impl ExportedTable {
    /// Returns the number of rows of all files.
    pub fn rows(&self) -> u64 {
        self.files.iter().map(|file| file.rows).sum()
    }

    /// Returns the number of bytes of all files.
    pub fn bytes(&self) -> u64 {
        self.files.iter().map(|file| file.bytes).sum()
    }
}

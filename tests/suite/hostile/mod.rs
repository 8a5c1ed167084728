//! Hostile input and a hostile machine: an error with its location, never a panic, never a lost file.

mod broken;
mod cost;
mod faults;
mod files;
mod odd_files;
#[cfg(unix)]
mod output;
#[cfg(unix)]
mod pipes;
pub(crate) mod poison;
mod streams;
#[cfg(unix)]
mod workbooks;
mod writing;

use plan::workspace::MemoryFileSystem;

use crate::support::plans::{check_files, repository};

/// The real plans as one workspace.
pub(crate) fn workspace() -> MemoryFileSystem {
    repository("plans")
}

pub(crate) const MAIN: &str = "thanh-xuan-2024/plan.yaml";

/// Returns a workspace of one plan in one file.
pub(crate) fn one(text: &str) -> MemoryFileSystem {
    [("a.plan.yaml", text)].into_iter().collect()
}

/// Returns the line and rule of each diagnostic.
pub(crate) fn found(files: &MemoryFileSystem) -> Vec<(usize, &'static str)> {
    let (checked, sources) = check_files(files);
    checked
        .diagnostics
        .iter()
        .map(|found| {
            let source = sources.get(found.span.source);
            (source.position(found.span.start as usize).line, found.rule.name)
        })
        .collect()
}

pub(crate) const HEAD: &str = "format: 1\nplan: p\ntitle: Kế hoạch\nperiod: 2026\n";

pub(crate) fn lines(numbers: std::ops::Range<usize>, line: impl Fn(usize) -> String) -> String {
    numbers.fold(String::new(), |lines, at| lines + &line(at))
}

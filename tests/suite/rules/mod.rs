//! Rules: their examples in `tests/rules`, and one file for each family of rules with the findings beyond the examples.

mod comments;
mod corrections;
mod date;
mod deadline;
mod examples;
mod files;
mod follow;
mod header;
mod lead;
mod level;
mod own;
mod progress;
mod reference;
mod target;
mod text;
mod trace;
mod twice;
mod yaml;

use plan::language::Lang;
use plan::workspace::MemoryFileSystem;

use crate::support::plans::check_files;

pub(crate) const HEAD: &str = "format: 1\nplan: p\ntitle: Kế hoạch\nperiod: 2026\n";

/// Two units; lines after them begin on line 8.
const UNITS: &str = "units:\n  - {id: a, name: A, kind: x}\n  - {id: b, name: B, kind: x}\n";

/// Returns each diagnostic as `line:column rule: message`.
pub(crate) fn found(text: &str) -> Vec<String> {
    found_in(&[("p.plan.yaml", text)])
}

fn found_in(files: &[(&str, &str)]) -> Vec<String> {
    let files: MemoryFileSystem = files.iter().copied().collect();
    let (checked, sources) = check_files(&files);
    let told = checked.diagnostics.iter().map(|found| {
        let at = sources.get(found.span.source).position(found.span.start as usize);
        let message = found.message.get(Lang::En);
        assert_ne!(message, found.message.get(Lang::Vi), "one sentence for both languages");
        format!("{}:{} {}: {message}", at.line, at.column, found.rule.name)
    });
    told.collect()
}

/// Returns the diagnostics of a plan with two units and further lines.
pub(crate) fn of(lines: &str) -> Vec<String> {
    found(&format!("{HEAD}{UNITS}{lines}"))
}

/// Returns the diagnostics of a plan with further lines, which begin on line 5.
pub(crate) fn without_units(lines: &str) -> Vec<String> {
    found(&format!("{HEAD}{lines}"))
}

//! Plans from YAML in a test.

use std::path::Path;

use plan::date::{AsOf, Day};
use plan::deadline::parse_day;
use plan::diagnostic::Diagnostic;
use plan::language::Lang;
use plan::model::{Plan, WorkItemIx};
use plan::span::Sources;
use plan::status::{WorkItemStatus, evaluate};
use plan::workspace::{CheckOptions, Location, MemoryFileSystem, Workspace};

/// Reads the files below a folder of the repository.
pub(crate) fn repository(folder: &str) -> MemoryFileSystem {
    fn walk(folder: &Path, below: &str, files: &mut MemoryFileSystem) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let entry = entry.unwrap();
            let name = format!("{below}{}", entry.file_name().to_str().unwrap());
            if entry.path().is_dir() {
                walk(&entry.path(), &format!("{name}/"), files);
            } else {
                files.insert(name, std::fs::read(entry.path()).unwrap());
            }
        }
    }
    let mut files = MemoryFileSystem::default();
    walk(&crate::support::program::root().join(folder), "", &mut files);
    files
}

/// The valid plans of a workspace, and all diagnostics.
pub(crate) struct CheckedFiles {
    pub(crate) plans: Vec<Plan>,
    pub(crate) diagnostics: Vec<Diagnostic>,
}

/// Opens all plans in some files, checked on a day.
pub(crate) fn open(files: &MemoryFileSystem, today: &str) -> Workspace {
    let workspace = Workspace::open(&[Location::new(files.clone(), "")], CheckOptions::new(day(today)));
    assert!(workspace.failures().is_empty());
    workspace
}

/// Checks all plans in some files on 21 November 2026.
pub(crate) fn check_files(files: &MemoryFileSystem) -> (CheckedFiles, Sources) {
    checked_on(files, "2026-11-21")
}

fn checked_on(files: &MemoryFileSystem, today: &str) -> (CheckedFiles, Sources) {
    let workspace = open(files, today);
    let plans = workspace.valid().map(|(_, plan)| plan.clone()).collect();
    let diagnostics = workspace.diagnostics().into_iter().cloned().collect();
    (CheckedFiles { plans, diagnostics }, workspace.sources().clone())
}

/// Returns the plans in some files, and their sources; panics on an error in them.
pub(crate) fn plans(files: &[(&str, &str)]) -> (Vec<Plan>, Sources) {
    let (checked, sources) = checked_on(&files.iter().copied().collect(), "2024-12-31");
    let wrong: Vec<String> = checked
        .diagnostics
        .iter()
        .filter(|found| found.severity == plan::diagnostic::Severity::Error)
        .map(|found| {
            let source = sources.get(found.span.source);
            let at = source.position(found.span.start as usize);
            format!("{}:{}: {}", source.path(), at.line, found.message.get(Lang::En))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    (checked.plans, sources)
}

/// Returns the plan `p` of 2024 with further lines.
pub(crate) fn plan(lines: &str) -> Plan {
    plan_of("2024", lines)
}

/// Returns the plan `p` of a period with further lines.
pub(crate) fn plan_of(period: &str, lines: &str) -> Plan {
    let text = format!("format: 1\nplan: p\ntitle: Kế hoạch\nperiod: {period}\n{lines}");
    let (mut plans, _) = plans(&[("p.plan.yaml", &text)]);
    assert_eq!(plans.len(), 1);
    plans.remove(0)
}

/// Parses a day in any form with a year.
pub(crate) fn day(text: &str) -> Day {
    parse_day(text).unwrap_or_else(|_| panic!("{text} is no day"))
}

/// Returns the work item with a key, given without the id of the plan.
pub(crate) fn work_item(plan: &Plan, key: &str) -> WorkItemIx {
    let keys: Vec<String> = plan.work_items.iter().map(|work_item| plan.key(work_item)).collect();
    let at = keys.iter().position(|whole| *whole == format!("{}/{key}", plan.id));
    WorkItemIx::new(at.unwrap_or_else(|| panic!("no {key} among {keys:?}")))
}

/// Returns the status of a work item on a day.
pub(crate) fn item(plan: &Plan, key: &str, on: &str) -> WorkItemStatus {
    evaluate(plan, work_item(plan, key), AsOf::day(day(on)))
}

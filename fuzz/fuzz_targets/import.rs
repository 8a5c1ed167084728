//! Any bytes as a document: an error, or a plan without errors, by itself or joined to another; never a panic.
#![no_main]

use libfuzzer_sys::fuzz_target;
use plan::date::Day;
use plan::diagnostic::Severity;
use plan::edit::CommandLine;
use plan::import::{ImportOptions, IntoRequest, SourceFile, import, import_into};
use plan::language::Lang;
use plan::workspace::{CheckOptions, Location, MemoryFileSystem, Workspace};

/// A plan in one file, and the main file of one in a folder.
const PLANS: [&str; 2] = ["p.plan.yaml", "p/plan.yaml"];

const TEXT: &str = "format: 1\nplan: p\ntitle: P\nperiod: 2026\n\nunits:\n  - {id: a, name: Phòng A, kind: b}\n\nsections:\n  - \
                    {id: I, title: Phần}\n\ntasks:\n  - id: I-1\n    section: I\n    title: Rà soát\n    lead: a\n    due: 30/6\n";

fn opened(files: MemoryFileSystem) -> Option<Workspace> {
    let today = Day::new(2026, 11, 21)?;
    Some(Workspace::open(&[Location::new(files, "")], CheckOptions::new(today)))
}

fn assert_right(workspace: &Workspace) {
    let wrong: Vec<_> =
        workspace.diagnostics().into_iter().filter(|found| found.severity == Severity::Error).collect();
    assert!(wrong.is_empty(), "{wrong:?}");
}

fuzz_target!(|bytes: &[u8]| {
    let Some((kind, bytes)) = bytes.split_first() else { return };
    let ending = ["txt", "csv", "docx", "xlsx"][usize::from(kind % 4)];
    let file = SourceFile { name: format!("a.{ending}"), bytes: bytes.to_vec() };
    let splits = kind & 4 > 0;
    if kind & 8 > 0 {
        let path = PLANS[usize::from(kind >> 4 & 1)];
        let Some(mut workspace) = opened([(path, TEXT)].into_iter().collect()) else { return };
        let request = IntoRequest { plan: "p", splits, lang: Lang::Vi, is_free: &|_| true };
        let line = CommandLine::new("plan import");
        if import_into(&mut workspace, &line, &request, &[file]).is_ok() {
            assert_right(&workspace);
        }
        return;
    }
    let options = ImportOptions { period: Some("2026".to_owned()), splits, ..ImportOptions::default() };
    let Ok(imported) = import(&[file], &options, Lang::Vi) else { return };
    let mut files = MemoryFileSystem::default();
    for file in &imported.files {
        files.insert(file.path.clone(), file.text.clone().into_bytes());
    }
    if let Some(workspace) = opened(files) {
        assert_right(&workspace);
    }
});

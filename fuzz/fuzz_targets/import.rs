//! Any bytes as a document: an error, or a plan without errors; never a panic.
#![no_main]

use libfuzzer_sys::fuzz_target;
use plan::date::Day;
use plan::diagnostic::Severity;
use plan::import::{ImportOptions, SourceFile, import};
use plan::language::Lang;
use plan::workspace::{CheckOptions, Location, MemoryFileSystem, Workspace};

fuzz_target!(|bytes: &[u8]| {
    let Some((kind, bytes)) = bytes.split_first() else { return };
    let ending = ["txt", "csv", "docx", "xlsx"][usize::from(kind % 4)];
    let file = SourceFile { name: format!("a.{ending}"), bytes: bytes.to_vec() };
    let options = ImportOptions {
        period: Some("2026".to_owned()),
        splits: kind & 4 > 0,
        ..ImportOptions::default()
    };
    let Ok(imported) = import(&[file], &options, Lang::Vi) else { return };
    let mut files = MemoryFileSystem::default();
    for file in &imported.files {
        files.insert(file.path.clone(), file.text.clone().into_bytes());
    }
    let Some(today) = Day::new(2026, 11, 21) else { return };
    let workspace = Workspace::open(&[Location::new(files, "")], CheckOptions::new(today));
    let wrong: Vec<_> =
        workspace.diagnostics().into_iter().filter(|found| found.severity == Severity::Error).collect();
    assert!(wrong.is_empty(), "{wrong:?}");
});
